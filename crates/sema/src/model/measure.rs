//! What is measured: metrics, KPIs, readings, alerts, channels, sources, calendars, segments and products.

use jiff::civil::Date;
use roadmap_diag::Span;
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::{
    Activity, Budget, Goal, Head, Id, Launch, MessageUse, Milestone, Phase, Place, Ref, Script, Use, Who,
    Written,
};
use crate::expr::Formula;
use crate::hir::{AlertWhen, Comparison, Scalar, When};
use crate::value::{Currency, DateRange};

/// `metric`
#[derive(Clone, Debug, Default)]
pub struct Metric {
    /// Names and places; no place for one that is built in.
    pub head: Head,
    /// Its unit; none where nothing says it.
    pub unit: Option<Unit>,
    /// What it says about the business; none where nothing says it.
    pub kind: Option<MetricKind>,
    /// Which way is better; none where nothing says it.
    pub direction: Option<Direction>,
    /// `sum`, `last` or `average`.
    pub aggregate: SmolStr,
    /// Its formula.
    pub formula: Option<FormulaUse>,
    /// Columns it is read from.
    pub from: Vec<Ref<SourceColumn>>,
    /// What its readings are divided by.
    pub by: Vec<SmolStr>,
    /// Metrics it drives: written, else those of the catalogue.
    pub drives: Vec<Use<Metric>>,
    /// Whether `drives` is written, right or wrong.
    pub drives_written: bool,
    /// What is known about its quality.
    pub quality: Option<SmolStr>,
    /// Its alerts.
    pub alerts: Vec<Id<Alert>>,
    /// Its id in the built-in catalogue, where it is one of those or redefines one.
    pub builtin: Option<&'static str>,
    /// Whether its name is another's, which has been reported: nothing more is asked of it.
    pub name_is_taken: bool,
}

/// A formula and the metrics it needs.
#[derive(Clone, Debug)]
pub struct FormulaUse {
    /// Where it stands; nowhere for one that is built in.
    pub span: Option<Span>,
    /// The formula.
    pub formula: Formula,
    /// The metrics in it, in the order of its steps.
    pub metrics: Vec<Use<Metric>>,
}

/// What a metric is counted in. Percents are stored as 15 for 15%.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unit {
    /// A number of things.
    Count,
    /// A percent.
    Percent,
    /// A ratio of the same things.
    Ratio,
    /// Points, such as NPS.
    Points,
    /// Seconds.
    Seconds,
    /// Days.
    Days,
    /// Months.
    Months,
    /// Money.
    Money(Currency),
}

/// What a metric says about the business. The first four are inputs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MetricKind {
    /// How much was done.
    Activity,
    /// How many could see it.
    Exposure,
    /// How many reacted.
    Engagement,
    /// What it cost.
    Cost,
    /// What came of it.
    Outcome,
    /// What the business got.
    Business,
}

impl MetricKind {
    /// Whether it is an input: it says what was put in, not what came out.
    #[must_use]
    pub fn is_input(self) -> bool {
        !matches!(self, Self::Outcome | Self::Business)
    }
}

/// Which way is better.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Direction {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Best between two values.
    Band,
}

/// A metric, or the budget, as an alert names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MetricUse {
    /// A metric.
    Metric(Id<Metric>),
    /// The plan's budget.
    Budget,
}

/// A column of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceColumn {
    /// The source.
    pub source: Id<Source>,
    /// The column's name in the source statement.
    pub column: SmolStr,
}

/// `kpi`
#[derive(Clone, Debug)]
pub struct Kpi {
    /// Where it stands.
    pub place: Place,
    /// What it belongs to.
    pub home: KpiHome,
    /// The metric.
    pub metric: Use<Metric>,
    /// Where the target stands.
    pub target_span: Option<Span>,
    /// The target with relative forms resolved; none where it is missing, broken, or relative to nothing.
    pub target: Option<KpiTarget>,
    /// A number in the target whose unit is not the metric's.
    pub unit_problem: Option<UnitProblem>,
    /// Whether the target is relative and no baseline is written.
    pub baseline_missing: bool,
    /// `day`, `week`, `month` or `quarter`: the target is for each of them.
    pub per: Option<SmolStr>,
    /// The date it is written to reach its target by.
    pub by: Option<Written<Date>>,
    /// Whether `by` is written, right or wrong.
    pub by_written: bool,
    /// The first day it is measured on.
    pub start: Option<Date>,
    /// The last: `by`, else the deadline or end of what it stands in.
    pub end: Option<Date>,
    /// Which way is better; none where nothing says it.
    pub direction: Option<Direction>,
    /// The unit of its numbers.
    pub unit: Option<Unit>,
    /// `linear`, `s_curve`, `front`, `back` or `steps`.
    pub curve: SmolStr,
    /// Targets on the way, by date.
    pub at: Vec<(Date, Decimal)>,
    /// Its alerts.
    pub alerts: Vec<Id<Alert>>,
    /// Metrics it drives.
    pub drives: Vec<Use<Metric>>,
    /// `leading` or `lagging`, where written.
    pub leading: Option<bool>,
    /// Its weight in percent.
    pub weight: Option<Decimal>,
    /// Who looks after it.
    pub owners: Vec<Ref<Who>>,
    /// What any statement may have.
    pub extras: super::Extras,
}

/// What a KPI belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KpiHome {
    /// A goal.
    Goal(Id<Goal>),
    /// An activity.
    Activity(Id<Activity>),
    /// A phase.
    Phase(Id<Phase>),
    /// A month of a phase, by its place in the phase's list.
    Month(Id<Phase>, usize),
    /// A launch.
    Launch(Id<Launch>),
    /// A script.
    Script(Id<Script>),
    /// A milestone.
    Milestone(Id<Milestone>),
}

/// A KPI's target in the metric's unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KpiTarget {
    /// How a reading is compared with `value`; the bare form gives at least or at most by direction.
    pub comparison: Comparison,
    /// Where it starts from.
    pub baseline: Option<Decimal>,
    /// What is to be reached; the lower end of a band.
    pub value: Decimal,
    /// The upper end of a band.
    pub upper: Option<Decimal>,
    /// The change as written where it was relative: 30 for `+30%`.
    pub relative: Option<Decimal>,
}

/// A number that does not count what its metric counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitProblem {
    /// Where the target stands.
    pub span: Span,
    /// The unit that is written; none for a bare number.
    pub found: Option<Unit>,
    /// The metric's unit.
    pub wanted: Unit,
    /// The number as the metric would have it, where that is plain to see: `12%` for `12`.
    pub fix: Option<SmolStr>,
}

/// `channel` at the top level, or one that is built in.
#[derive(Clone, Debug, Default)]
pub struct Channel {
    /// Names and places; no place for one that is built in.
    pub head: Head,
    /// How it is come by.
    pub kind: Option<ChannelKind>,
    /// Its budget.
    pub budget: Budget,
    /// Who looks after it.
    pub owners: Vec<Ref<Who>>,
}

/// How a channel is come by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ChannelKind {
    /// Bought.
    Paid,
    /// One's own.
    Owned,
    /// Given by others.
    Earned,
    /// One's own customers.
    Crm,
}

/// `source`
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Names and places.
    pub head: Head,
    /// `csv` or `json`.
    pub kind: SmolStr,
    /// Its file as written.
    pub location: SmolStr,
    /// The column with the date.
    pub date_column: Option<SmolStr>,
    /// Columns: the plan's name, the file's.
    pub columns: Vec<(SmolStr, SmolStr)>,
    /// Rows that count: column, operator, value.
    pub filters: Vec<(SmolStr, &'static str, Scalar)>,
    /// The decimal mark of its numbers.
    pub decimal: SmolStr,
    /// Its time zone.
    pub timezone: Option<SmolStr>,
    /// How often it is made anew.
    pub refresh: Option<SmolStr>,
    /// The day of its data.
    pub as_of: Option<Date>,
}

/// `calendar` at the top level.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// Names and places.
    pub head: Head,
    /// What it builds on.
    pub like: Option<SmolStr>,
    /// Days of the week off, 0 for Monday; none where not written.
    pub weekend: Option<Vec<u8>>,
    /// Days off, with their names.
    pub holidays: Vec<(DateRange, Option<SmolStr>)>,
    /// Days on that would be off.
    pub workdays: Vec<(DateRange, Option<SmolStr>)>,
}

/// `segment`
#[derive(Clone, Debug, Default)]
pub struct Segment {
    /// Names and places.
    pub head: Head,
    /// How many there are.
    pub size: Option<Decimal>,
    /// Who looks after it.
    pub owners: Vec<Ref<Who>>,
    /// What is promised to it.
    pub usps: Vec<MessageUse>,
}

/// `product`
#[derive(Clone, Debug, Default)]
pub struct Product {
    /// Names and places.
    pub head: Head,
    /// How many there are.
    pub size: Option<Decimal>,
    /// Who looks after it.
    pub owners: Vec<Ref<Who>>,
    /// What it promises.
    pub usps: Vec<MessageUse>,
}

/// `actual`: a reading by hand.
#[derive(Clone, Debug)]
pub struct Actual {
    /// Where it stands.
    pub place: Place,
    /// The metric.
    pub metric: Use<Metric>,
    /// The day or days it is of, as written.
    pub when: Option<When>,
    /// First day it covers.
    pub start: Option<Date>,
    /// Last day it covers; the day of a state.
    pub end: Option<Date>,
    /// The value in the metric's unit.
    pub value: Option<Decimal>,
    /// What it is a part of.
    pub by: Vec<Dimension>,
    /// Where it comes from.
    pub source: Option<SmolStr>,
    /// What any statement may have.
    pub extras: super::Extras,
}

/// A part of a reading.
#[derive(Clone, Debug)]
pub struct Dimension {
    /// `channel`, `segment`, `product`, `activity` or `campaign`.
    pub dimension: SmolStr,
    /// The name as written.
    pub name: SmolStr,
    /// Where it stands.
    pub span: Span,
    /// The activity, where the dimension is one.
    pub activity: Option<Id<Activity>>,
    /// The channel, where the dimension is one.
    pub channel: Option<Id<Channel>>,
}

/// `alert`, wherever it stands.
#[derive(Clone, Debug)]
pub struct Alert {
    /// Where it stands.
    pub place: Place,
    /// What it watches.
    pub home: AlertHome,
    /// What it waits for.
    pub when: Option<AlertWhen>,
    /// Where that stands.
    pub when_span: Option<Span>,
    /// Who is told.
    pub notify: Vec<Ref<Who>>,
    /// `error`, `warning` or `hint`.
    pub level: SmolStr,
    /// What to do then.
    pub action: Option<SmolStr>,
    /// What any statement may have.
    pub extras: super::Extras,
}

/// What an alert watches.
#[derive(Clone, Debug)]
pub enum AlertHome {
    /// A KPI.
    Kpi(Id<Kpi>),
    /// A metric or the budget named at the top level, or the metric it stands in.
    Named(Ref<MetricUse>),
}
