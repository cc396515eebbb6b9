//! The plan as it is meant: every name resolved, every value typed, every date computed.
//!
//! All statements of one kind stand in one list, in the order of the text over the whole project, and refer to each
//! other by [`Id`]. A reference that names nothing keeps its place and has no target: it has been reported, and counts
//! as written.

mod id;
mod launch;
mod measure;
mod people;
mod plan;
mod review;
mod schedule;
mod shared;
mod uses;
mod work;

pub use id::{Id, Rows, Table};
pub use launch::{Launch, Material, Milestone, Objection, Script, ScriptTarget};
pub use measure::{
    Actual, Alert, AlertHome, Calendar, Channel, ChannelKind, Dimension, Direction, FormulaUse, Kpi, KpiHome,
    KpiTarget, Metric, MetricKind, MetricUse, Product, Segment, Source, SourceColumn, Unit, UnitProblem,
};
pub use people::{Person, Team, Who};
pub use plan::{Budget, BudgetLine, Plan, Rate};
pub use review::{Change, CustomRule, Field, FieldType, FieldValue, Proposal, Qualify, Review};
pub use schedule::{Cycle, CycleMember, Dates, Earliest, Slack};
pub use shared::{Approval, BlockPlace, Extras, Head, MessageUse, Place, Ref, StmtRef, Use, Written};
pub use uses::{NameUse, Named, Uses};
pub use work::{
    Activity, ChannelShare, Goal, GoalType, Month, Phase, PhaseChannel, Predecessor, Rank, Status,
    StatusKind, Task, Touchpoint, WorkRef,
};

use jiff::civil::Date;

use crate::calendar::Calendar as WorkCalendar;

/// The whole plan.
#[derive(Clone, Debug)]
pub struct Model {
    /// The plan's today.
    pub today: Date,
    /// The `roadmap` statement.
    pub plan: Plan,
    /// The calendar that the plan's dates count on.
    pub calendar: WorkCalendar,
    /// Work that waits for itself; its members get no dates from each other, and no slack.
    pub cycles: Vec<Cycle>,
    /// Metrics that are declared twice, with two units or formulas: the one that its name means, and the other.
    pub redefined: Vec<(Id<Metric>, Id<Metric>)>,
    /// `person`
    pub people: Table<Person>,
    /// `team`
    pub teams: Table<Team>,
    /// `channel` at the top level, and those built in that the plan uses.
    pub channels: Table<Channel>,
    /// `metric`, and those built in that the plan uses.
    pub metrics: Table<Metric>,
    /// `source`
    pub sources: Table<Source>,
    /// `calendar` at the top level.
    pub calendars: Table<Calendar>,
    /// `segment`
    pub segments: Table<Segment>,
    /// `product`
    pub products: Table<Product>,
    /// `goal`, of phases and of the top level.
    pub goals: Table<Goal>,
    /// `kpi`, wherever it stands.
    pub kpis: Table<Kpi>,
    /// `phase`
    pub phases: Table<Phase>,
    /// `activity`
    pub activities: Table<Activity>,
    /// `launch`
    pub launches: Table<Launch>,
    /// `script`
    pub scripts: Table<Script>,
    /// `milestone`
    pub milestones: Table<Milestone>,
    /// `qualify`
    pub qualifies: Table<Qualify>,
    /// `review`
    pub reviews: Table<Review>,
    /// `actual`
    pub actuals: Table<Actual>,
    /// `alert`, wherever it stands.
    pub alerts: Table<Alert>,
    /// `field`
    pub fields: Table<Field>,
    /// `rule`
    pub rules: Table<CustomRule>,
    /// Every name that the plan uses and that is found, in no order.
    pub uses: Uses,
}

macro_rules! index_by_id {
    ($($field:ident: $type:ty),* $(,)?) => {$(
        impl std::ops::Index<Id<$type>> for Model {
            type Output = $type;

            fn index(&self, id: Id<$type>) -> &$type {
                self.$field.get(id)
            }
        }
    )*};
}

index_by_id! {
    people: Person, teams: Team, channels: Channel, metrics: Metric, sources: Source, calendars: Calendar,
    segments: Segment, products: Product, goals: Goal, kpis: Kpi, phases: Phase, activities: Activity,
    launches: Launch, scripts: Script, milestones: Milestone, qualifies: Qualify, reviews: Review,
    actuals: Actual, alerts: Alert, fields: Field, rules: CustomRule,
}
