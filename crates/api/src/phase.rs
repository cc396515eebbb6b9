//! Phases.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Budget, BudgetFigures, Cadence, DayRange, Extra, Kpi, Message, Number, State};

/// A phase. What stands in it is found by the `phases` or `phase` of goals, activities, launches, scripts and milestones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Phase {
    /// The identifier.
    pub id: String,
    /// The title.
    pub title: String,
    /// Its days.
    pub period: DayRange,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The stage of growth, as written.
    pub stage: Option<String>,
    /// What it is for.
    pub intent: Option<Intent>,
    /// Its main focus.
    pub focus: Option<String>,
    /// The result that it is to create, in words.
    pub result: Option<String>,
    /// Its messages, the first one in force.
    pub messages: Vec<Message>,
    /// Its channels.
    pub channels: Vec<PhaseChannel>,
    /// Its own KPIs.
    pub kpis: Vec<Kpi>,
    /// Its envelopes.
    pub budgets: Vec<Budget>,
    /// Planned, committed and spent.
    pub figures: BudgetFigures,
    /// The goals of the top level that it serves.
    pub supports: Vec<String>,
    /// Its own goals.
    pub goals: Vec<String>,
    /// Its milestones.
    pub milestones: Vec<String>,
    /// Its months.
    pub months: Vec<MonthPlan>,
    /// When its items are checked.
    pub checkpoint: Option<Cadence>,
    /// Whether it may overlap its neighbours.
    pub overlap: bool,
    /// How far it is.
    pub progress: Progress,
    /// How it stands, by the weakest of what stands in it.
    pub state: State,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a phase is for.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// To be known.
    #[default]
    Brand,
    /// To be wanted.
    Demand,
    /// To be bought.
    Conversion,
    /// To be bought again.
    Retention,
}

/// A channel in a phase.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PhaseChannel {
    /// The channel.
    pub channel: String,
    /// Its rank.
    pub rank: Rank,
    /// Its envelopes in this phase.
    pub budgets: Vec<Budget>,
    /// Planned, committed and spent in this phase.
    pub figures: BudgetFigures,
}

/// The rank of a channel in a phase.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// Gets the resources first.
    #[default]
    Primary,
    /// Helps.
    Support,
}

/// A month of a phase.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MonthPlan {
    /// Its days.
    pub period: DayRange,
    /// Its focus.
    pub focus: Option<String>,
    /// Its KPIs.
    pub kpis: Vec<Kpi>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Counts of activities, launches and scripts; an idea counts nowhere but in `ideas`, the cancelled only in `cancelled`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Progress {
    /// All that are in the plan.
    pub total: u32,
    /// Done.
    pub done: u32,
    /// In progress, those at risk or late too.
    pub in_progress: u32,
    /// Late.
    pub late: u32,
    /// Blocked.
    pub blocked: u32,
    /// At risk.
    pub at_risk: u32,
    /// Not started, and not late.
    pub not_started: u32,
    /// Ideas.
    pub ideas: u32,
    /// Cancelled.
    pub cancelled: u32,
    /// `done` of `total` in percent, without digits behind the point; `null` where there is nothing.
    pub percent: Option<Number>,
}
