//! The whole report and its plan.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Activity, Actual, Alert, Approval, Budget, BudgetFigures, BudgetMatrix, Calendar, DataSource, Day,
    DayRange, Due, Extra, Field, Finding, FindingCounts, Goal, Kpi, Launch, Message, Metric, Milestone,
    Number, Person, Phase, Qualify, Rate, Review, Rule, Script, Summary, Team,
};

/// Everything that a report shows: the plan as it is written and what follows from it on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Report {
    /// The version of this model: 1.
    pub version: u32,
    /// The version of the compiler that wrote it.
    pub generator: String,
    /// The day that counts as today.
    pub as_of: Day,
    /// The `roadmap` statement.
    pub plan: Plan,
    /// Counts and sums over the whole plan.
    pub summary: Summary,
    /// The persons.
    pub people: Vec<Person>,
    /// The teams.
    pub teams: Vec<Team>,
    /// The channels: those declared, then built-in ones that the plan uses, by identifier.
    pub channels: Vec<Channel>,
    /// The metrics: those declared, then built-in ones that the plan uses, by identifier.
    pub metrics: Vec<Metric>,
    /// Where figures are read from.
    pub sources: Vec<DataSource>,
    /// The calendars: those declared, then built-in ones that the plan uses.
    pub calendars: Vec<Calendar>,
    /// The customer segments.
    pub segments: Vec<Segment>,
    /// The products.
    pub products: Vec<Segment>,
    /// All goals, of the top level and of phases (see [`Goal::phase`]).
    pub goals: Vec<Goal>,
    /// The phases, by their first day.
    pub phases: Vec<Phase>,
    /// All activities (see [`Activity::phases`]).
    pub activities: Vec<Activity>,
    /// All launches.
    pub launches: Vec<Launch>,
    /// All sales scripts.
    pub scripts: Vec<Script>,
    /// All milestones, of phases, goals and the top level.
    pub milestones: Vec<Milestone>,
    /// What makes a lead an MQL or an SQL.
    pub qualify: Vec<Qualify>,
    /// The reviews, the oldest first.
    pub reviews: Vec<Review>,
    /// The readings that stand in the text.
    pub actuals: Vec<Actual>,
    /// The alerts of the top level.
    pub alerts: Vec<Alert>,
    /// The properties that the project declares.
    pub fields: Vec<Field>,
    /// The project's own checks.
    pub rules: Vec<Rule>,
    /// The budget by channel and phase; `null` where the plan has no amount at all.
    pub budget: Option<BudgetMatrix>,
    /// What is late: the latest first, then by identifier.
    pub late: Vec<Due>,
    /// What starts or falls due within the next 14 days, `as_of` included: by day, then by identifier.
    pub upcoming: Vec<Due>,
    /// What is blocked, by its deadline.
    pub blocked: Vec<Due>,
    /// The findings: errors first, then in the order of files, lines and columns.
    pub findings: Vec<Finding>,
    /// How many findings there are.
    pub finding_counts: FindingCounts,
}

/// The `roadmap` statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// Its title.
    pub title: String,
    /// The language of reports: `vi` or `en`.
    pub lang: String,
    /// The currency, an ISO 4217 code.
    pub currency: String,
    /// The first and the last day; `null` where the plan does not say.
    pub period: Option<DayRange>,
    /// Budgets of the whole plan.
    pub budgets: Vec<Budget>,
    /// When the plan is reviewed.
    pub cadence: Vec<Cadence>,
    /// When every item is checked.
    pub checkpoint: Option<Cadence>,
    /// The first month of the fiscal year, 1 to 12.
    pub fiscal_year: u8,
    /// Rates of exchange.
    pub rates: Vec<Rate>,
    /// The calendar that dates are computed on.
    pub calendar: String,
    /// Whether every phase needs an outcome KPI, written before any input KPI.
    pub outputs_first: bool,
    /// What the brand stands for.
    pub positioning: Option<String>,
    /// Who approved the plan, and when.
    pub approvals: Vec<Approval>,
    /// Messages written on the plan itself.
    pub messages: Vec<Message>,
    /// KPIs written on the plan itself.
    pub kpis: Vec<Kpi>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How often something is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cadence {
    /// The rhythm.
    pub every: CadenceUnit,
    /// On which day: `mon` … `sun` for weekly, `1` … `31` for monthly; `null` where it is left open.
    pub on: Option<String>,
}

/// A rhythm.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum CadenceUnit {
    /// Each day.
    Daily,
    /// Each week.
    #[default]
    Weekly,
    /// Each month.
    Monthly,
    /// Each quarter.
    Quarterly,
    /// Beside the rhythm, when needed; of reviews only.
    Extra,
}

/// A channel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Channel {
    /// Its identifier.
    pub id: String,
    /// Its name in the report's language.
    pub title: String,
    /// Paid, owned, earned or CRM.
    pub kind: Option<ChannelKind>,
    /// Whether it is one of the compiler's own, not redefined by the plan.
    pub built_in: bool,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Its envelopes.
    pub budgets: Vec<Budget>,
    /// Planned, committed and spent over the whole plan.
    pub figures: BudgetFigures,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How a channel reaches people.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// Reach is bought.
    #[default]
    Paid,
    /// The company's own.
    Owned,
    /// Others speak of it.
    Earned,
    /// Known customers.
    Crm,
}

/// A customer segment, or a product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Segment {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub title: String,
    /// How many people it has.
    pub size: Option<Number>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Its selling points.
    pub usps: Vec<Message>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}
