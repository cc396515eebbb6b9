//! What the checker found.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Place;

/// How much a finding matters.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Missing or wrong.
    #[default]
    Error,
    /// Unsound, and the plan still works.
    Warning,
    /// Worth knowing.
    Hint,
}

/// One finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// `group/name` of the rule.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// The rule's headline in the report's language; `null` where it has none.
    pub title: Option<String>,
    /// What is wrong, in the report's language.
    pub message: String,
    /// What to do, in the report's language.
    pub help: Option<String>,
    /// Where; `null` for what concerns no place.
    pub place: Option<Place>,
    /// The page that explains the rule.
    pub url: Option<String>,
    /// The identifier of the item it is about.
    pub item: Option<String>,
}

/// How many findings there are of each severity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FindingCounts {
    /// Errors.
    pub errors: u32,
    /// Warnings.
    pub warnings: u32,
    /// Hints.
    pub hints: u32,
}
