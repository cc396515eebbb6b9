//! Persons and teams.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{DayRange, Extra, Number};

/// A person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// The identifier.
    pub id: String,
    /// The full name.
    pub name: String,
    /// What the person does.
    pub roles: Vec<Role>,
    /// Other roles, in the plan's words.
    pub other_roles: Vec<String>,
    /// The teams, by `team` here or by `members` there.
    pub teams: Vec<String>,
    /// The address as written; not checked to be one.
    pub email: Option<String>,
    /// How many open items at once.
    pub capacity: Option<Number>,
    /// Days off.
    pub leave: Vec<DayRange>,
    /// Open items (activities, launches, scripts) that the person owns and that run on `as_of`.
    pub open_items: u32,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A role.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Head of marketing.
    Cmo,
    /// Leads the marketing team.
    MarketingLeader,
    /// Marketing.
    #[default]
    Marketing,
    /// Content.
    Content,
    /// Performance marketing.
    Performance,
    /// Design and video.
    Design,
    /// Owns the product.
    ProductOwner,
    /// Sales.
    Sales,
    /// Operations.
    Operations,
    /// Customer care.
    Care,
}

/// A team.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Team {
    /// The identifier.
    pub id: String,
    /// The name.
    pub title: String,
    /// Who leads it.
    pub lead: Option<String>,
    /// Everybody in it.
    pub members: Vec<String>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}
