//! Counts over the whole plan, and the lists of what needs somebody.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{BudgetFigures, Day, ItemKind, Number, Progress};

/// Counts and sums over the whole plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// The share of the period that has passed, in percent with at most one digit behind the point, 0 to 100.
    pub time_percent: Option<Number>,
    /// Activities, launches and scripts.
    pub work: Progress,
    /// Goals.
    pub goals: u32,
    /// Goals on pace, beating it, or reached.
    pub goals_on_pace: u32,
    /// Goals a little behind.
    pub goals_at_risk: u32,
    /// Goals off pace or missed.
    pub goals_off_pace: u32,
    /// Goals whose time has not begun.
    pub goals_not_started: u32,
    /// Goals without a reading.
    pub goals_no_reading: u32,
    /// Planned, committed and spent, in the plan's currency.
    pub budget: BudgetFigures,
    /// The last review on or before `as_of`.
    pub last_review: Option<Day>,
}

/// Something that needs somebody by a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Due {
    /// The item; for a task or a material what it belongs to.
    pub item: String,
    /// What it is.
    pub kind: ItemKind,
    /// Its title; of a material the kind of it.
    pub title: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// What happens on the day.
    pub what: DueWhat,
    /// The day; `null` for something blocked without a deadline.
    pub day: Option<Day>,
    /// Calendar days from `as_of` to the day; negative where it has passed.
    pub days: Option<i64>,
    /// By how many calendar days it is late, which may be more than `days` says where its end is expected later.
    pub days_late: Option<i64>,
    /// Why it is blocked.
    pub reason: Option<String>,
}

/// What happens on a day.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DueWhat {
    /// It starts.
    Start,
    /// It is due.
    #[default]
    Deadline,
    /// One day of a rhythm.
    Occurrence,
    /// A review is held.
    Review,
}
