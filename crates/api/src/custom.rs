//! What a project adds to the language: its own properties and checks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Extra, Severity, Unit};

/// A kind of statement that can be referred to, checked or listed.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// `roadmap`.
    Roadmap,
    /// `person`.
    Person,
    /// `team`.
    Team,
    /// `channel`.
    Channel,
    /// `metric`.
    Metric,
    /// `source`.
    Source,
    /// `segment`.
    Segment,
    /// `product`.
    Product,
    /// `goal`.
    Goal,
    /// `kpi`.
    Kpi,
    /// `phase`.
    Phase,
    /// `activity`.
    #[default]
    Activity,
    /// `task`.
    Task,
    /// `launch`.
    Launch,
    /// `material` of a launch.
    Material,
    /// `script`.
    Script,
    /// `milestone`.
    Milestone,
    /// `review`.
    Review,
}

/// A property that the project declares.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Field {
    /// Its name.
    pub id: String,
    /// Its title, where it has one.
    pub title: Option<String>,
    /// On which statement.
    pub on: ItemKind,
    /// What it takes.
    #[serde(rename = "type")]
    pub field_type: FieldType,
    /// The choices of `one_of`.
    pub choices: Vec<String>,
    /// Whether it must be written.
    pub required: bool,
    /// Its value where it is not written.
    pub default: Option<String>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a field takes.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    /// Words.
    #[default]
    Text,
    /// A number.
    Number,
    /// A percent.
    Percent,
    /// An amount.
    Money,
    /// A day.
    Date,
    /// A person's identifier.
    Person,
    /// `true` or `false`.
    YesNo,
    /// One of the choices.
    OneOf,
}

/// The value of a project's own property.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FieldValue {
    /// The field's name.
    pub field: String,
    /// What the value is.
    #[serde(rename = "type")]
    pub field_type: FieldType,
    /// The value: a number in digits, a date as `YYYY-MM-DD`, `true` or `false`, an identifier, or words.
    pub value: String,
    /// The unit of a number, percent or amount.
    pub unit: Option<Unit>,
}

/// A project's own check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rule {
    /// `group/name`.
    pub code: String,
    /// Its title.
    pub title: String,
    /// What it looks at.
    pub on: ItemKind,
    /// Its condition as written.
    pub when: String,
    /// What it says, with `{title}` and other properties in braces.
    pub say: String,
    /// How much it matters.
    pub level: Severity,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}
