//! The small values that everything else is made of.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::FieldValue;

/// An exact decimal number as a string: `-?[0-9]+(\.[0-9]+)?`, never in exponent form. The default is 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("pattern" = r"^-?[0-9]+(\.[0-9]+)?$"))]
pub struct Number(pub String);

impl Default for Number {
    fn default() -> Self {
        Self("0".to_owned())
    }
}

impl Number {
    /// The number that displays as `value` does; the caller passes an exact decimal or an integer.
    pub fn new(value: impl std::fmt::Display) -> Self {
        Self(value.to_string())
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a number counts: `count`, `percent`, `ratio`, `points`, `seconds`, `days`, `months`, or an ISO 4217 code
/// in capitals such as `VND`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Unit(pub String);

impl Unit {
    /// The unit called `word`.
    pub fn new(word: impl Into<String>) -> Self {
        Self(word.into())
    }

    /// The word or code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a currency.
    #[must_use]
    pub fn is_currency(&self) -> bool {
        self.0.len() == 3 && self.0.bytes().all(|byte| byte.is_ascii_uppercase())
    }
}

/// A calendar day, `YYYY-MM-DD`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(extend("format" = "date"))]
pub struct Day(pub String);

impl Day {
    /// The day that displays as `value` does, which is an ISO date.
    pub fn new(value: impl std::fmt::Display) -> Self {
        Self(value.to_string())
    }

    /// The date as `YYYY-MM-DD`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A number and its unit; an amount of money where the unit is a currency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quantity {
    /// The exact number.
    pub value: Number,
    /// What it counts.
    pub unit: Unit,
}

/// A range of days that includes both ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DayRange {
    /// The first day.
    pub start: Day,
    /// The last day.
    pub end: Day,
}

/// A length of time as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Duration {
    /// How many.
    pub value: Number,
    /// Of what.
    pub unit: DurationUnit,
}

/// The unit of a duration.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DurationUnit {
    /// Calendar days (`d`).
    #[default]
    Days,
    /// Weeks (`w`).
    Weeks,
    /// Months (`mo`).
    Months,
    /// Working days of the calendar (`bd`).
    WorkingDays,
}

/// Where a statement or a finding stands in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The file, relative to the project's folder, with `/` between folders.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// What any statement may carry besides its own properties.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Extra {
    /// Where its keyword stands; `null` for what is built in.
    pub source: Option<Place>,
    /// Its note, in Markdown.
    pub note: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its links as written; not checked to be safe to open.
    pub links: Vec<String>,
    /// Why it is in the plan.
    pub why: Option<String>,
    /// Values of the fields that the project declares.
    pub fields: Vec<FieldValue>,
}

/// A message of the brand, or the selling point of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Message {
    /// Its name, where it has one (`save_time`).
    pub name: Option<String>,
    /// Its words; for a name given elsewhere the words found there, `null` if there are none.
    pub text: Option<String>,
}
