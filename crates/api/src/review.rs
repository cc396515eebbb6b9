//! The log of what was learned and changed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{CadenceUnit, Day, Extra, Place};

/// A review.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Review {
    /// The day.
    pub date: Day,
    /// Of which rhythm.
    pub cadence: CadenceUnit,
    /// Who led it.
    pub owner: Option<String>,
    /// Who was there.
    pub attended: Vec<String>,
    /// What was found.
    pub findings: Vec<String>,
    /// What holds the plan up.
    pub bottlenecks: Vec<String>,
    /// What was decided.
    pub decisions: Vec<String>,
    /// What moved the market.
    pub because: Vec<Reason>,
    /// What was proposed.
    pub proposals: Vec<Proposal>,
    /// What changed in the plan.
    pub changes: Vec<Change>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What moved the market.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Customers behave otherwise.
    #[default]
    Behaviour,
    /// Ads cost more or less.
    AdCost,
    /// A rival.
    Rival,
    /// The message.
    Message,
    /// The product.
    Product,
}

/// A proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Proposal {
    /// What is proposed.
    pub text: String,
    /// What became of it.
    pub state: ProposalState,
    /// Where it stands.
    pub source: Option<Place>,
}

/// What became of a proposal.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ProposalState {
    /// Not decided.
    #[default]
    Open,
    /// Approved.
    Approved,
    /// Rejected.
    Rejected,
}

/// A change of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// The item (`foundation.landing`).
    pub item: String,
    /// The property (`deadline`).
    pub property: String,
    /// The old value: a number in digits, a date as `YYYY-MM-DD`, or as written.
    pub from: Option<String>,
    /// The new value, likewise.
    pub to: Option<String>,
    /// For two dates, by how many calendar days it moved.
    pub days: Option<i64>,
    /// Where it stands.
    pub source: Option<Place>,
}
