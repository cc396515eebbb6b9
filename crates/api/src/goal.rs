//! Goals and their KPIs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Alert, Day, Direction, Extra, MetricKind, Number, Place, Point, Reading, Unit};

/// A goal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Goal {
    /// The qualified identifier.
    pub id: String,
    /// The title.
    pub title: String,
    /// The phase it stands in; `null` at the top level.
    pub phase: Option<String>,
    /// What kind of result; written, or read from the first KPI.
    #[serde(rename = "type")]
    pub goal_type: Option<GoalType>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Long or short term, as written.
    pub horizon: Option<Horizon>,
    /// The business problem behind it.
    pub problem: Option<String>,
    /// The result that it is to create, in words.
    pub result: Option<String>,
    /// The segments it is about.
    pub segments: Vec<String>,
    /// The products it is about.
    pub products: Vec<String>,
    /// The regions it is about.
    pub regions: Vec<String>,
    /// The goals above it.
    pub supports: Vec<String>,
    /// The goals and activities below it.
    pub supported_by: Vec<String>,
    /// Its milestones.
    pub milestones: Vec<String>,
    /// What is known beyond the numbers.
    pub insights: Vec<String>,
    /// Who approved it, and when.
    pub approvals: Vec<Approval>,
    /// Its KPIs, the most important first.
    pub kpis: Vec<Kpi>,
    /// The last day by which a KPI of it is due.
    pub by: Option<Day>,
    /// The state of its first KPI that has one; `no_reading` where none has.
    pub state: KpiState,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What kind of result a goal is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum GoalType {
    /// Revenue.
    #[default]
    Revenue,
    /// Profit.
    Profit,
    /// Share of the market.
    Share,
    /// Cost.
    Cost,
    /// Leads.
    Leads,
    /// Conversion.
    Conversion,
    /// Awareness.
    Awareness,
    /// Experience.
    Experience,
    /// Retention.
    Retention,
}

/// How far ahead a goal looks.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// 6 to 12 months.
    #[default]
    Long,
    /// 1 to 3 months.
    Short,
}

/// An approval.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Approval {
    /// Who.
    pub person: String,
    /// When.
    pub on: Option<Day>,
}

/// A KPI. All its numbers are in its [`unit`](Self::unit).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Kpi {
    /// The metric.
    pub metric: String,
    /// The metric's name in the report's language.
    pub title: String,
    /// The target as written (`0 -> 5_000`).
    pub text: String,
    /// What the metric measures; inputs are the first four kinds.
    pub kind: MetricKind,
    /// The unit of all numbers here.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// How a reading is compared with the target.
    pub comparison: Comparison,
    /// Where it starts from; `null` where none is written.
    pub baseline: Option<Number>,
    /// The target; for a band its upper end; `null` where it is not measurable.
    pub target: Option<Number>,
    /// The lower end of a band.
    pub target_low: Option<Number>,
    /// The change relative to the baseline, where the target is written so: `30` for `+30%`.
    pub relative: Option<Number>,
    /// Measured in each such period; `null` for the whole time.
    pub per: Option<Per>,
    /// The day from which it counts.
    pub start: Option<Day>,
    /// The day by which the target is due.
    pub by: Option<Day>,
    /// How the plan gets from baseline to target.
    pub curve: Curve,
    /// Targets on the way.
    pub at: Vec<Waypoint>,
    /// Its own alerts.
    pub alerts: Vec<Alert>,
    /// The metrics that it moves.
    pub drives: Vec<String>,
    /// Leading or lagging, as written.
    pub lead: Option<KpiLead>,
    /// Its weight among its neighbours.
    pub weight: Option<Number>,
    /// Who answers for it, where that is not the owner of what it stands in.
    pub owner: Option<String>,
    /// The last reading on or before `as_of`; `null` where there is none.
    pub reading: Option<Reading>,
    /// All readings on or before `as_of`, the oldest first.
    pub readings: Vec<Point>,
    /// What the plan expects on the day of the reading, or on `as_of` where there is none.
    pub expected: Option<Number>,
    /// Reading minus expected.
    pub difference: Option<Number>,
    /// The same in percent of expected.
    pub difference_percent: Option<Number>,
    /// The figure at the beginning of the planned way: 0 for a sum over the whole time, whose baseline is the figure of
    /// the time before; else the baseline.
    pub from: Option<Number>,
    /// The way from there to the target that is done, in percent; under 0 and over 100 as it falls.
    pub progress: Option<Number>,
    /// The forecast for the target's day.
    pub forecast: Option<Forecast>,
    /// How it stands.
    pub state: KpiState,
    /// Where it stands in the text.
    pub source: Option<Place>,
}

/// How a reading is compared with the target.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// At least the target.
    #[default]
    AtLeast,
    /// At most the target.
    AtMost,
    /// Between `target_low` and `target`.
    Within,
}

/// The period of a KPI that is measured again and again.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// A day.
    Day,
    /// An ISO week.
    Week,
    /// A month.
    #[default]
    Month,
    /// A quarter of the fiscal year.
    Quarter,
}

/// How the planned figure grows.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Curve {
    /// Evenly.
    #[default]
    Linear,
    /// Slow, fast, slow.
    SCurve,
    /// Most of it early.
    Front,
    /// Most of it late.
    Back,
    /// From one target on the way to the next.
    Steps,
}

/// Whether a KPI moves before or after the result.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum KpiLead {
    /// Before: an early sign.
    #[default]
    Leading,
    /// After: the result itself.
    Lagging,
}

/// A target on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Waypoint {
    /// The last day of the period for which it is set.
    pub day: Day,
    /// The figure.
    pub value: Number,
}

/// Where a KPI is heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Forecast {
    /// The middle.
    pub value: Number,
    /// The lower end of the band.
    pub low: Option<Number>,
    /// The upper end of the band.
    pub high: Option<Number>,
}

/// How a KPI or a goal stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum KpiState {
    /// There is no reading.
    #[default]
    NoReading,
    /// Its time has not begun.
    NotStarted,
    /// Better than planned by more than the tolerance.
    Beating,
    /// As planned.
    OnPace,
    /// A little behind.
    AtRisk,
    /// Behind by more than the tolerance.
    OffPace,
    /// The target is reached.
    Reached,
    /// The time is over and the target was not reached.
    Missed,
}
