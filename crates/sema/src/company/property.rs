//! Names in a rule: which property each one is, and the type of its values.

use roadmap_schema::{Form, Kind, Namespace, Row, Slot};
use smol_str::SmolStr;

use crate::hir::{AmountUnit, Scalar};
use crate::model::{Field, FieldType, Head, Id, Model};

/// Where the names of a rule are looked up.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) model: &'a Model,
    pub(super) kind: Kind,
}

/// What a name in a rule stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Property {
    /// First day, computed.
    Start,
    /// Last day, computed.
    End,
    /// The plan's today.
    Today,
    /// The phase that the item stands in.
    Phase,
    /// A property of that phase.
    OfPhase(Box<Property>),
    /// The whole budget in the plan's currency.
    Budget,
    /// What has been spent, in the plan's currency.
    Spent,
    /// A KPI's target, in its metric's unit.
    Target,
    /// A statement in the item's block.
    Inner(&'static str, Option<Form>),
    /// A value behind the item's own keyword.
    Head(&'static str, Form),
    /// A field of the company's.
    Field(Id<Field>),
}

/// What values are compared as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Money,
    Number,
    /// A bare number: it is money where money is wanted.
    Bare,
    Percent,
    Date,
    Duration,
    Word,
    /// Values of several forms: what fits is known only when one is seen.
    Any,
}

/// The words that a property can have.
pub(super) enum Words<'a> {
    /// These.
    List(Vec<&'a str>),
    /// The names declared in a namespace.
    Names(Namespace),
    /// Any.
    Free,
}

impl<'a> Scope<'a> {
    /// The property that `path` names.
    pub(super) fn find(self, path: &[SmolStr]) -> Option<Property> {
        let (first, rest) = path.split_first()?;
        let dated = has_dates(self.kind);
        match (first.as_str(), rest) {
            ("today", []) => Some(Property::Today),
            ("start", []) if dated => Some(Property::Start),
            ("end", []) if dated => Some(Property::End),
            ("phase", []) if stands_in_phase(self.kind) => Some(Property::Phase),
            ("phase", rest) if stands_in_phase(self.kind) => {
                let inner = Scope { kind: Kind::Phase, ..self }.find(rest)?;
                Some(Property::OfPhase(Box::new(inner)))
            }
            (name, []) => self.named(name),
            _ => None,
        }
    }

    fn named(self, name: &str) -> Option<Property> {
        if let Some(row) = roadmap_schema::inside(self.kind).iter().find(|row| row.keyword == name) {
            return Some(match (name, self.kind) {
                ("budget", _) => Property::Budget,
                ("spent", _) => Property::Spent,
                _ => Property::Inner(row.keyword, row.slots.first().map(|slot| slot.form)),
            });
        }
        let field =
            self.model.fields.iter().find(|(_, field)| field.on == Some(self.kind) && field.head.id == name);
        if let Some((id, _)) = field {
            return Some(Property::Field(id));
        }
        if self.kind == Kind::Kpi && name == "target" {
            return Some(Property::Target);
        }
        let slot = head_slots(self.kind).find(|slot| slot.name == name)?;
        Some(Property::Head(slot.name, slot.form))
    }

    /// Every name that [`Self::find`] knows, in alphabetical order, those of a phase without their path.
    pub(super) fn names(self) -> Vec<&'a str> {
        let mut names: Vec<&str> = roadmap_schema::inside(self.kind).iter().map(|row| row.keyword).collect();
        names.extend(head_slots(self.kind).map(|slot| slot.name));
        let fields = self.model.fields.rows().iter().filter(|field| field.on == Some(self.kind));
        names.extend(fields.map(|field| field.head.id.as_str()));
        names.push("today");
        if has_dates(self.kind) {
            names.extend(["start", "end"]);
        }
        if stands_in_phase(self.kind) {
            names.push("phase");
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The type of a property's values.
    pub(super) fn type_of(self, property: &Property) -> Type {
        match property {
            Property::Start | Property::End | Property::Today => Type::Date,
            Property::Phase => Type::Word,
            Property::OfPhase(inner) => Scope { kind: Kind::Phase, ..self }.type_of(inner),
            Property::Budget | Property::Spent => Type::Money,
            Property::Target => Type::Any,
            Property::Inner(_, None) => Type::Word,
            Property::Inner(_, Some(form)) | Property::Head(_, form) => type_of_form(*form),
            Property::Field(id) => match self.model[*id].field_type {
                FieldType::Number => Type::Number,
                FieldType::Percent => Type::Percent,
                FieldType::Money => Type::Money,
                FieldType::Date => Type::Date,
                FieldType::Text | FieldType::Person | FieldType::YesNo | FieldType::OneOf(_) => Type::Word,
            },
        }
    }

    /// The words that a property can have.
    pub(super) fn words_of(self, property: &'a Property) -> Words<'a> {
        match property {
            Property::Phase => {
                Words::List(self.model.phases.rows().iter().map(|phase| phase.head.id.as_str()).collect())
            }
            Property::OfPhase(inner) => self.words_of(inner),
            Property::Inner(_, None) => Words::List(vec!["yes"]),
            Property::Inner(_, Some(form)) | Property::Head(_, form) => match form {
                Form::Choice(words) => Words::List(words.to_vec()),
                Form::Ref(namespace) | Form::RefShare(namespace) | Form::RefLag(namespace) => {
                    Words::Names(*namespace)
                }
                _ => Words::Free,
            },
            Property::Field(id) => match &self.model[*id].field_type {
                FieldType::OneOf(options) => Words::List(options.iter().map(SmolStr::as_str).collect()),
                FieldType::YesNo => Words::List(vec!["yes", "no"]),
                FieldType::Person => Words::Names(Namespace::Person),
                _ => Words::Free,
            },
            _ => Words::Free,
        }
    }
}

impl Property {
    /// Whether it, or what it stands in, is `status`.
    pub(super) fn is_status(&self) -> bool {
        matches!(self, Self::Inner("status", _))
    }
}

/// The values behind the keyword of a statement of `kind`.
fn head_slots(kind: Kind) -> impl Iterator<Item = &'static Slot> {
    let row: Option<&'static Row> = roadmap_schema::rows().find(|row| row.kind == kind);
    row.into_iter().flat_map(|row| row.slots.iter().chain(row.clauses.iter().map(|clause| &clause.slot)))
}

/// Whether the dates of a statement of `kind` are known.
fn has_dates(kind: Kind) -> bool {
    matches!(kind, Kind::Phase) || stands_in_phase(kind)
}

/// Whether a statement of `kind` can stand in a phase.
fn stands_in_phase(kind: Kind) -> bool {
    matches!(kind, Kind::Goal | Kind::Activity | Kind::Launch | Kind::Script | Kind::Milestone | Kind::Kpi)
}

fn type_of_form(form: Form) -> Type {
    match form {
        Form::Number => Type::Number,
        Form::Percent => Type::Percent,
        Form::Money => Type::Money,
        Form::Deadline | Form::Start | Form::Date | Form::Range | Form::When => Type::Date,
        Form::Duration => Type::Duration,
        Form::Amount
        | Form::Target
        | Form::Change
        | Form::Scalar
        | Form::AlertWhen
        | Form::Condition
        | Form::Rate
        | Form::ColumnTest => Type::Any,
        Form::Id
        | Form::Title
        | Form::Text
        | Form::Free
        | Form::Choice(_)
        | Form::Ref(_)
        | Form::RefShare(_)
        | Form::RefLag(_)
        | Form::Formula
        | Form::Message
        | Form::Cadence
        | Form::Every
        | Form::FieldType
        | Form::RuleName
        | Form::Currency
        | Form::Path => Type::Word,
    }
}

/// The type of a literal; none for a name, which may be a property.
pub(super) fn type_of_literal(scalar: &Scalar) -> Option<Type> {
    Some(match scalar {
        Scalar::Amount(amount) => match amount.unit {
            AmountUnit::Plain => Type::Bare,
            AmountUnit::Percent | AmountUnit::Points => Type::Percent,
            AmountUnit::Money(_) => Type::Money,
        },
        Scalar::Money(_) => Type::Money,
        Scalar::When(_) => Type::Date,
        Scalar::Duration(_) => Type::Duration,
        Scalar::Text(_) => Type::Word,
        Scalar::Name(_) => return None,
    })
}

/// Identifier and title of what `namespace` holds.
pub(super) fn heads(model: &Model, namespace: Namespace) -> Vec<&Head> {
    let people = || model.people.rows().iter().map(|row| &row.head);
    let teams = || model.teams.rows().iter().map(|row| &row.head);
    let goals = || model.goals.rows().iter().map(|row| &row.head);
    let launches = || model.launches.rows().iter().map(|row| &row.head);
    let activities = || model.activities.rows().iter().map(|row| &row.head);
    match namespace {
        Namespace::Person => people().collect(),
        Namespace::PersonOrTeam => people().chain(teams()).collect(),
        Namespace::Team => teams().collect(),
        Namespace::Channel => model.channels.rows().iter().map(|row| &row.head).collect(),
        Namespace::Metric | Namespace::MetricOrBudget => {
            model.metrics.rows().iter().map(|row| &row.head).collect()
        }
        Namespace::Source => model.sources.rows().iter().map(|row| &row.head).collect(),
        Namespace::Calendar => model.calendars.rows().iter().map(|row| &row.head).collect(),
        Namespace::Segment => model.segments.rows().iter().map(|row| &row.head).collect(),
        Namespace::Product => model.products.rows().iter().map(|row| &row.head).collect(),
        Namespace::Goal => goals().collect(),
        Namespace::Launch => launches().collect(),
        Namespace::Work => {
            let scripts = model.scripts.rows().iter().map(|row| &row.head);
            let milestones = model.milestones.rows().iter().map(|row| &row.head);
            activities().chain(launches()).chain(scripts).chain(milestones).collect()
        }
        Namespace::ScriptTarget => {
            let phases = model.phases.rows().iter().map(|row| &row.head);
            activities().chain(launches()).chain(phases).collect()
        }
        Namespace::SourceColumn | Namespace::Dimension | Namespace::Property => Vec::new(),
    }
}
