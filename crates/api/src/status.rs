//! How a plan stands on one day: what `roadmapc status` shows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CadenceUnit, Day, Due, FindingCounts, Goal, ItemKind, Milestone, State, Summary};

/// How a plan stands on one day, and what it needs next. Persons, goals and work are named by their identifiers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlanStatus {
    /// The version of this model: 1.
    pub version: u32,
    /// The day that counts as today.
    pub as_of: Day,
    /// The last day of “this week”: work that falls due up to it is listed.
    pub until: Day,
    /// The plan's title.
    pub title: String,
    /// The person or team whose part alone is shown; `null` for the whole plan.
    pub owner: Option<String>,
    /// How goals and work stand, in one sentence in the language of messages.
    pub verdict: String,
    /// At most three facts behind it: the goal that is worst, what is latest or blocked, what comes next.
    pub facts: Vec<String>,
    /// Counts and sums; with `owner`, those of goals and work are that part's.
    pub summary: Summary,
    /// Errors, warnings and hints in the plan, whoever it concerns.
    pub findings: FindingCounts,
    /// Goals with their KPIs, the weakest first.
    pub goals: Vec<Goal>,
    /// What is late or due up to `until`, by who answers for it: who has most that is late comes first.
    pub people: Vec<PersonWork>,
    /// What is blocked, with its reason.
    pub blocked: Vec<Due>,
    /// Launches that are ahead, by day, with what they still lack.
    pub launches: Vec<LaunchReadiness>,
    /// The rhythms of reviews: when each was last held, and when it is next due.
    pub reviews: Vec<ReviewRhythm>,
    /// Proposals that wait for a decision, the oldest first.
    pub decisions: Vec<Decision>,
    /// Milestones that are ahead, by day: the next three.
    pub milestones: Vec<Milestone>,
}

/// What somebody has late or due soon.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PersonWork {
    /// The person or team; `null` for what nobody answers for.
    pub owner: Option<String>,
    /// The name; `null` for what nobody answers for.
    pub name: Option<String>,
    /// What is late, the latest first.
    pub late: Vec<Due>,
    /// What starts, recurs or falls due, by day.
    pub week: Vec<Due>,
}

/// How ready a launch is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LaunchReadiness {
    /// The qualified identifier.
    pub id: String,
    /// The title.
    pub title: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Its day.
    pub day: Option<Day>,
    /// Calendar days from `as_of` to its day; negative where it has passed.
    pub days: Option<i64>,
    /// How it stands.
    pub state: State,
    /// Whether nothing is open: materials, what it waits for, and what prepares it.
    pub ready: bool,
    /// Materials that are done.
    pub materials_done: u32,
    /// All its materials.
    pub materials: u32,
    /// The kinds of material that are not done.
    pub materials_open: Vec<String>,
    /// What it waits for (`after`) and is not done.
    pub waits_for: Vec<OpenWork>,
    /// What prepares it (`before`) and is not done.
    pub preparing: Vec<OpenWork>,
}

/// Work that is not done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OpenWork {
    /// The qualified identifier.
    pub id: String,
    /// The title.
    pub title: String,
    /// What it is.
    pub kind: ItemKind,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The day by which it ends or is due.
    pub day: Option<Day>,
    /// How it stands.
    pub state: State,
}

/// A rhythm of reviews.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReviewRhythm {
    /// The rhythm.
    pub every: CadenceUnit,
    /// On which day, as in the plan's `cadence`.
    pub on: Option<String>,
    /// When a review of it was last held.
    pub last: Option<Day>,
    /// The day on which the next one is due: one in the past has been missed. `null` after the plan's end.
    pub next: Option<Day>,
    /// Calendar days from `as_of` to that day; negative where it has been missed.
    pub days: Option<i64>,
}

/// A proposal that waits for a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Decision {
    /// What is proposed.
    pub text: String,
    /// The day of the review in which it was proposed.
    pub proposed: Day,
    /// Calendar days that it has waited.
    pub days: Option<i64>,
    /// Who led that review.
    pub owner: Option<String>,
}
