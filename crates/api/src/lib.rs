//! The report model: the one stable surface between the compiler and everything that shows or reads a plan.
//!
//! A [`Report`] holds the whole plan, what stands in its text and what was computed from it, as plain data.
//! Writers (HTML, Markdown), plugins and `roadmapc build --format json` see nothing else.
//!
//! # Conventions
//!
//! - **Numbers** are [`Number`]: exact decimals as JSON *strings* (`"1500000000"`, `"12.5"`, `"-3"`), because JSON
//!   numbers lose exactness. A percent is written as people say it: 15% is `"15"`.
//! - **Units** stand beside the number ([`Quantity`]) or once for all numbers of one thing ([`Kpi::unit`]): a [`Unit`]
//!   is a word (`count`, `percent`, …) or an ISO 4217 code in capitals (`VND`).
//! - **Dates** are [`Day`]: `YYYY-MM-DD`. Ranges include both ends.
//! - **Identifiers** are qualified: `foundation.landing` for what stands in a phase, `landing` at the top level.
//!   A reference that the plan does not resolve keeps the word as it was written.
//! - **Texts** of people are as they stand in the plan (NFC). `note`s, answers and other `"""` texts are Markdown.
//!   Nothing is formatted for a language, but the messages of findings, which are in the report's language.
//! - **Order** is the order of the text, files in the order of `include`, unless a field says otherwise. The same plan
//!   and the same `as_of` give the same bytes. Absent values are `null`, empty lists are `[]`: every key is present.
//! - **Version**: a key may be added within a version; what goes away or changes its meaning raises [`VERSION`].

mod budget;
mod custom;
mod diff;
mod finding;
mod goal;
mod measure;
mod people;
mod phase;
mod plan;
mod review;
mod status;
mod summary;
mod value;
mod work;

pub use budget::{Budget, BudgetCell, BudgetFigures, BudgetMatrix, BudgetPurpose, BudgetRow, Rate};
pub use custom::{Field, FieldType, FieldValue, ItemKind, Rule};
pub use diff::{
    AmountChange, BudgetChange, ChannelChange, DateChange, DateKind, Diff, DiffItem, DiffVersion,
    FigureChanges, ItemAmount, KpiChange, KpiTarget, Moved, OtherChange, OwnerChange, PhaseAmount, Renamed,
    StatusChange,
};
pub use finding::{Finding, FindingCounts, Severity};
pub use goal::{
    Approval, Comparison, Curve, Forecast, Goal, GoalType, Horizon, Kpi, KpiLead, KpiState, Per, Waypoint,
};
pub use measure::{
    Actual, Aggregate, Alert, AlertKind, Calendar, ColumnMap, DataSource, Dimension, DimensionValue,
    Direction, Holiday, HolidayKind, Metric, MetricKind, Point, Qualify, Reading,
};
pub use people::{Person, Role, Team};
pub use phase::{Intent, MonthPlan, Phase, PhaseChannel, Progress, Rank};
pub use plan::{Cadence, CadenceUnit, Channel, ChannelKind, Plan, Report, Segment};
pub use review::{Change, Proposal, ProposalState, Reason, Review};
pub use status::{Decision, LaunchReadiness, OpenWork, PersonWork, PlanStatus, ReviewRhythm};
pub use summary::{Due, DueWhat, Summary};
pub use value::{Day, DayRange, Duration, DurationUnit, Extra, Message, Number, Place, Quantity, Unit};
pub use work::{
    Activity, Angle, Category, ChannelShare, Dependency, Launch, LaunchKind, Material, Milestone, Objection,
    Priority, Schedule, Script, State, Status, StatusKind, Task, Touchpoint,
};

pub use schemars::Schema;

/// The version of the report model that this crate writes.
pub const VERSION: u32 = 1;

/// The version of [`PlanStatus`] that is written.
pub const STATUS_VERSION: u32 = 1;

/// The version of [`Diff`] that is written.
pub const DIFF_VERSION: u32 = 1;

/// The JSON Schema (draft 2020-12) of [`Report`]; `docs/report.schema.json` is this, printed with two blanks of indent.
#[must_use]
pub fn json_schema() -> Schema {
    titled(schemars::schema_for!(Report), "report")
}

/// The JSON Schema of [`PlanStatus`]: `docs/status.schema.json`.
#[must_use]
pub fn status_schema() -> Schema {
    titled(schemars::schema_for!(PlanStatus), "status")
}

/// The JSON Schema of [`Diff`]: `docs/diff.schema.json`.
#[must_use]
pub fn diff_schema() -> Schema {
    titled(schemars::schema_for!(Diff), "diff")
}

fn titled(mut schema: Schema, name: &str) -> Schema {
    schema.insert("$id".to_owned(), format!("https://roadmapc.dev/schema/{name}-v1.json").into());
    schema.insert("title".to_owned(), format!("roadmapc {name}").into());
    schema
}
