//! What is measured, from where, and on which days people work.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Cadence, Day, DayRange, Extra, Number, Place, Severity, Unit};

/// A metric.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Metric {
    /// The identifier.
    pub id: String,
    /// The name in the report's language.
    pub title: String,
    /// Whether it is one of the compiler's own, not redefined by the plan.
    pub built_in: bool,
    /// Its unit.
    pub unit: Unit,
    /// What it measures.
    pub kind: MetricKind,
    /// Which way is better.
    pub direction: Direction,
    /// How readings join over time.
    pub aggregate: Aggregate,
    /// Its formula as written (`spend / leads`).
    pub formula: Option<String>,
    /// The columns it is read from (`crm.qualified`).
    pub from: Vec<String>,
    /// How it is broken down.
    pub by: Vec<Dimension>,
    /// The metrics it moves.
    pub drives: Vec<String>,
    /// What to know about its quality.
    pub quality: Option<String>,
    /// The last undivided reading on or before `as_of`.
    pub reading: Option<Reading>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a metric measures. The first four are inputs.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum MetricKind {
    /// Volume of work.
    Activity,
    /// Who saw it.
    Exposure,
    /// Who reacted.
    Engagement,
    /// What it cost.
    Cost,
    /// The result in marketing and sales.
    #[default]
    Outcome,
    /// The result of the business.
    Business,
}

/// Which way is better.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    #[default]
    Up,
    /// Less is better.
    Down,
    /// Inside a band.
    Band,
}

/// How readings join over time.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
    /// They add up.
    #[default]
    Sum,
    /// The last one counts.
    Last,
    /// Their average.
    Average,
}

/// What a figure can be broken down by.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Channels.
    #[default]
    Channel,
    /// Segments.
    Segment,
    /// Products.
    Product,
    /// Activities.
    Activity,
    /// Campaigns.
    Campaign,
}

/// One value of a dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DimensionValue {
    /// The dimension.
    pub dimension: Dimension,
    /// The identifier.
    pub value: String,
}

/// A figure that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reading {
    /// The figure, in the unit of its metric or KPI.
    pub value: Number,
    /// The day it stands for; the last one of a period.
    pub day: Day,
    /// Where it comes from: a source's identifier; `null` for a reading by hand.
    pub from: Option<String>,
    /// Where it stands in the plan's text, if it does.
    pub source: Option<Place>,
}

/// One figure of a series.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Point {
    /// The day it stands for.
    pub day: Day,
    /// The figure.
    pub value: Number,
}

/// A reading that stands in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Actual {
    /// The metric.
    pub metric: String,
    /// The days it is for; one day where it is a state or a total so far.
    pub period: DayRange,
    /// Whether it was written for a period (a month, a week, a range) and not for a day.
    pub is_period: bool,
    /// The figure.
    pub value: Number,
    /// Its unit.
    pub unit: Unit,
    /// What it is restricted to.
    pub by: Vec<DimensionValue>,
    /// The source that it was taken from, as written.
    pub from: Option<String>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// When somebody must be told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Alert {
    /// The metric; `null` for the budget.
    pub metric: Option<String>,
    /// What it watches.
    pub kind: AlertKind,
    /// The condition as written (`behind 15%`).
    pub condition: String,
    /// The bound: a percent for `behind` and budgets, days for `stale`, else a figure of the metric.
    pub threshold: Option<Number>,
    /// Who is told.
    pub notify: Vec<String>,
    /// How much it matters.
    pub level: Severity,
    /// What to do then.
    pub action: Option<String>,
    /// Whether it holds on `as_of`; `null` where that cannot be told.
    pub active: Option<bool>,
    /// Where it stands.
    pub source: Option<Place>,
}

/// What an alert watches.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum AlertKind {
    /// Behind the plan's pace.
    #[default]
    Behind,
    /// Outside the recent range.
    Anomaly,
    /// No new figure for a while.
    Stale,
    /// Above a bound.
    Above,
    /// Below a bound.
    Below,
}

/// Where figures are read from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DataSource {
    /// The identifier.
    pub id: String,
    /// The kind: `csv`, `json`.
    pub kind: String,
    /// The file or address as written.
    pub location: String,
    /// The column of dates.
    pub date: Option<String>,
    /// The columns that are read.
    pub columns: Vec<ColumnMap>,
    /// The rows that are read.
    #[serde(rename = "where")]
    pub filter: Option<String>,
    /// The decimal mark.
    pub decimal: Option<String>,
    /// The time zone of its dates.
    pub timezone: Option<String>,
    /// How often it is new, as written.
    pub refresh: Option<String>,
    /// The day of its last row.
    pub latest: Option<Day>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A column of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ColumnMap {
    /// The name in the plan.
    pub name: String,
    /// The heading in the file.
    pub column: String,
}

/// A calendar of working days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Calendar {
    /// The identifier.
    pub id: String,
    /// Its title, where it has one.
    pub title: Option<String>,
    /// Whether it is one of the compiler's own.
    pub built_in: bool,
    /// The calendar it builds on.
    pub like: Option<String>,
    /// The days of the week without work, `mon` … `sun`.
    pub weekend: Vec<String>,
    /// Its holidays inside the plan's period, with those of the calendar it builds on, by their first day.
    pub holidays: Vec<Holiday>,
    /// Days on which people work all the same, inside the plan's period.
    pub workdays: Vec<DayRange>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A holiday; neighbouring days of one name are one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Holiday {
    /// Its name in the report's language; `null` where it has none.
    pub name: Option<String>,
    /// Its days.
    pub period: DayRange,
    /// What kind.
    pub kind: HolidayKind,
}

/// What kind of holiday.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    /// The lunar new year.
    Tet,
    /// A public holiday.
    #[default]
    Public,
    /// The company's own.
    Company,
}

/// What makes a lead an MQL or an SQL.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Qualify {
    /// `mql` or `sql`.
    pub stage: String,
    /// The criteria.
    pub criteria: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// How often sales says which leads were good.
    pub feedback: Option<Cadence>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}
