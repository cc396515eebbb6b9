//! What was learned, and what a company adds to the language.

use jiff::civil::Date;
use roadmap_diag::Span;
use roadmap_schema::Kind;
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::{Extras, Head, Id, Person, Place, Ref, Use, Who};
use crate::expr::Condition;
use crate::hir::Scalar;

/// `review`
#[derive(Clone, Debug)]
pub struct Review {
    /// Where it stands.
    pub place: Place,
    /// Its day.
    pub date: Option<Date>,
    /// `weekly`, `monthly`, `quarterly` or `extra`.
    pub cadence: SmolStr,
    /// Whether its day or its rhythm is written and could not be read.
    pub unread: bool,
    /// Who held it.
    pub owners: Vec<Ref<Who>>,
    /// What was found.
    pub findings: Vec<SmolStr>,
    /// What holds the plan up.
    pub bottlenecks: Vec<SmolStr>,
    /// What was decided.
    pub decisions: Vec<SmolStr>,
    /// Why: `behaviour`, `ad_cost`, `rival`, `message` or `product`.
    pub because: Vec<SmolStr>,
    /// What was proposed.
    pub proposals: Vec<Proposal>,
    /// What was changed in the plan.
    pub changes: Vec<Change>,
    /// Who was there.
    pub attended: Vec<Use<Person>>,
    /// What any statement may have.
    pub extras: Extras,
}

/// `proposal`
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Where it stands.
    pub place: Place,
    /// What is proposed.
    pub text: SmolStr,
    /// `open`, `approved` or `rejected`.
    pub state: SmolStr,
}

/// `changes`
#[derive(Clone, Debug)]
pub struct Change {
    /// Where it stands.
    pub place: Place,
    /// The property: `landing.deadline`.
    pub property: SmolStr,
    /// Its value before.
    pub old: Scalar,
    /// Its value after.
    pub new: Scalar,
}

/// `qualify`
#[derive(Clone, Debug)]
pub struct Qualify {
    /// Where it stands.
    pub place: Place,
    /// `mql` or `sql`.
    pub stage: SmolStr,
    /// When a lead counts as one.
    pub criteria: SmolStr,
    /// Who looks after it.
    pub owners: Vec<Ref<Who>>,
    /// How often sales tells marketing.
    pub feedback: Option<SmolStr>,
    /// Whether `feedback` is written, right or wrong.
    pub feedback_written: bool,
    /// What any statement may have.
    pub extras: Extras,
}

/// `field`: a property that the company adds.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Names and places.
    pub head: Head,
    /// The kind of statement it belongs to; none where it could not be read.
    pub on: Option<Kind>,
    /// Its type.
    pub field_type: FieldType,
    /// Whether every statement of that kind must have it.
    pub required: bool,
    /// Its value where left out.
    pub default: Option<Scalar>,
}

/// The type of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FieldType {
    /// Words.
    #[default]
    Text,
    /// A number.
    Number,
    /// A percent.
    Percent,
    /// Money.
    Money,
    /// A day.
    Date,
    /// A person.
    Person,
    /// Written or not.
    YesNo,
    /// One of these.
    OneOf(Box<[SmolStr]>),
}

/// A value of a field.
#[derive(Clone, Debug)]
pub struct FieldValue {
    /// The field.
    pub field: Id<Field>,
    /// Where the statement begins.
    pub keyword: Span,
    /// What is written; none where it could not be read, and for a bare `yes_no`.
    pub value: Option<Scalar>,
    /// The person, where it is one.
    pub person: Option<Id<Person>>,
    /// Money in the plan's currency, where it is money.
    pub money: Option<Decimal>,
}

/// `rule`: a check that the company adds.
#[derive(Clone, Debug)]
pub struct CustomRule {
    /// Where it stands.
    pub place: Place,
    /// `group/name`
    pub name: SmolStr,
    /// What it is about, in words.
    pub title: SmolStr,
    /// The kind of statement it looks at.
    pub on: Option<Kind>,
    /// When it speaks.
    pub when: Option<Condition>,
    /// Where the condition stands.
    pub when_span: Option<Span>,
    /// What it says; `{title}` and the like stand for properties.
    pub say: SmolStr,
    /// `error`, `warning` or `hint`.
    pub level: SmolStr,
    /// What any statement may have.
    pub extras: Extras,
}
