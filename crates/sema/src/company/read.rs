//! The values of an item's properties, from its statement or, where they are computed, from the model.

use roadmap_diag::Locale;
use roadmap_schema::{Form, Namespace, word_label};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::items::{self, Item};
use super::property::{Property, heads};
use super::value::Val;
use crate::build::ProjectInput;
use crate::hir::{Amount, AmountUnit, FIELD_SLOT, Hir, HirStmt, HirValue, Scalar, Value, When};
use crate::model::{FieldType, Model, Place, Unit};

/// Reads one item.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) input: &'a ProjectInput,
    pub(super) model: &'a Model,
    pub(super) item: &'a Item<'a>,
}

/// The statement at `place`, in its file.
pub(super) fn statement(input: &ProjectInput, place: Place) -> Option<(&Hir, &HirStmt)> {
    let file = input.files.iter().find(|file| file.id == place.stmt.file)?;
    let hir = file.items.get(place.stmt.item.0 as usize)?;
    Some((hir, hir.stmt(place.stmt.index)?))
}

impl<'a> Reader<'a> {
    /// Whether a property is written; what is only computed counts as written where it is known.
    pub(super) fn is_written(self, property: &Property) -> bool {
        let own = |keyword: &str| self.inner(keyword, true).next().is_some();
        match property {
            Property::Start if self.has_row("start") => own("start"),
            Property::Budget => own("budget"),
            Property::Spent => own("spent"),
            Property::Inner(keyword, _) => own(keyword),
            Property::Field(id) => self.inner(&self.model[*id].head.id, false).next().is_some(),
            Property::OfPhase(inner) => self.in_phase(|reader| reader.is_written(inner)).unwrap_or_default(),
            _ => !self.values(property).is_empty(),
        }
    }

    /// The values of a property, those that hold where it is left out included.
    pub(super) fn values(self, property: &Property) -> Vec<Val> {
        match property {
            Property::Start => self.item.start.map(|day| Val::Date(day, day)).into_iter().collect(),
            Property::End => self.item.end.map(|day| Val::Date(day, day)).into_iter().collect(),
            Property::Today => vec![Val::Date(self.model.today, self.model.today)],
            Property::Phase => {
                let head = self.item.phase.map(|phase| &self.model[phase].head);
                head.map(|head| Val::Word(head.id.clone(), Some(head.title.clone()))).into_iter().collect()
            }
            Property::OfPhase(inner) => self.in_phase(|reader| reader.values(inner)).unwrap_or_default(),
            Property::Budget => match self.item.budget {
                Some(budget) => budget.total().map(Val::Money).into_iter().collect(),
                None => self.inner_values("budget", Some(Form::Money)),
            },
            Property::Spent => self.item.spent.map(Val::Money).into_iter().collect(),
            Property::Target => self.target().into_iter().collect(),
            Property::Inner(keyword, form) => {
                let found = self.inner_values(keyword, *form);
                if !found.is_empty() || self.inner(keyword, true).next().is_some() {
                    return found;
                }
                let row = self.item.kind.and_then(|kind| roadmap_schema::find(kind, keyword));
                let default = row.and_then(|row| row.default).map(SmolStr::new_static);
                default.map(|word| self.word(word, *form)).into_iter().collect()
            }
            Property::Head(slot, form) => {
                let Some((hir, stmt)) = self.item.place.and_then(|place| statement(self.input, place)) else {
                    return Vec::new();
                };
                let values = hir.values_of(stmt).iter().filter(|value| value.slot == *slot);
                values.filter_map(|value| self.value(&value.value, Some(*form))).collect()
            }
            Property::Field(id) => self.field(*id),
        }
    }

    /// One literal, or the value of a field.
    pub(super) fn scalar(self, scalar: &Scalar, form: Option<Form>) -> Option<Val> {
        Some(match scalar {
            Scalar::Amount(amount) => self.amount(*amount, form)?,
            Scalar::Money(terms) => Val::Money(self.sum(terms)?),
            Scalar::When(when) => self.when(*when, form),
            Scalar::Duration(duration) => Val::Duration(*duration),
            Scalar::Name(path) => self.word(SmolStr::new(path.join(".")), form),
            Scalar::Text(text) => Val::Word(text.clone(), None),
        })
    }

    fn in_phase<T>(self, read: impl FnOnce(Reader<'_>) -> T) -> Option<T> {
        let item = items::phase(self.model, self.item.phase?);
        Some(read(Reader { input: self.input, model: self.model, item: &item }))
    }

    fn has_row(self, keyword: &str) -> bool {
        self.item.kind.is_some_and(|kind| roadmap_schema::find(kind, keyword).is_some())
    }

    /// The statements `keyword` in the item's block: of the schema's keywords, or of the company's.
    fn inner(self, keyword: &str, schema: bool) -> impl Iterator<Item = (&'a Hir, &'a HirStmt)> {
        let own = self.item.place.and_then(|place| Some((place, statement(self.input, place)?.0)));
        own.into_iter().flat_map(move |(place, hir)| {
            hir.children(place.stmt.index).filter_map(move |index| {
                let stmt = hir.stmt(index)?;
                // A near miss is read as the keyword it is near to, as everywhere.
                let name = if schema { stmt.row.map(|row| row.keyword)? } else { stmt.keyword.as_str() };
                (name == keyword && (schema || !stmt.known)).then_some((hir, stmt))
            })
        })
    }

    fn inner_values(self, keyword: &str, form: Option<Form>) -> Vec<Val> {
        let mut found = Vec::new();
        for (hir, stmt) in self.inner(keyword, true) {
            let Some(slot) = stmt.row.and_then(|row| row.slots.first()) else {
                found.push(Val::Word(SmolStr::new_static("yes"), None));
                continue;
            };
            let values = hir.values_of(stmt).iter().filter(|value| value.slot == slot.name);
            found.extend(values.filter_map(|HirValue { value, .. }| self.value(value, form)));
        }
        found
    }

    fn field(self, id: crate::model::Id<crate::model::Field>) -> Vec<Val> {
        let field = &self.model[id];
        let form = match field.field_type {
            FieldType::Money => Some(Form::Money),
            FieldType::Person => Some(Form::Ref(Namespace::Person)),
            FieldType::Date => Some(Form::Deadline),
            _ => None,
        };
        let mut statements = self.inner(&field.head.id, false).peekable();
        if statements.peek().is_none() {
            return field.default.as_ref().and_then(|value| self.scalar(value, form)).into_iter().collect();
        }
        let values = statements.filter_map(|(hir, stmt)| {
            match hir.value(stmt, FIELD_SLOT).map(|value| &value.value) {
                Some(Value::Scalar(scalar)) => self.scalar(scalar, form),
                Some(_) => None,
                // A bare `yes_no`.
                None => Some(Val::Word(SmolStr::new_static("yes"), None)),
            }
        });
        values.collect()
    }

    fn value(self, value: &Value, form: Option<Form>) -> Option<Val> {
        Some(match value {
            Value::Name(name) => self.word(name.clone(), form),
            Value::Path(path) | Value::Share(path, _) | Value::Lag(path, _) => {
                self.word(SmolStr::new(path.join(".")), form)
            }
            Value::Text(text) => Val::Word(text.clone(), None),
            Value::Choice(word) => self.word(SmolStr::new_static(word), form),
            Value::Amount(amount) => self.amount(*amount, form)?,
            Value::Money(terms) => {
                let amounts: Vec<Amount> = terms.iter().map(|term| term.amount).collect();
                Val::Money(self.sum(&amounts)?)
            }
            Value::When(when) => self.when(*when, form),
            Value::Duration(duration) => Val::Duration(*duration),
            Value::Scalar(scalar) => self.scalar(scalar, form)?,
            Value::Message { name, text } => Val::Word(name.clone().or_else(|| text.clone())?, text.clone()),
            Value::Cadence(cadence) => Val::Word(SmolStr::new_static(cadence.rhythm), None),
            Value::Formula(formula) => Val::Word(formula.text.clone(), None),
            Value::FieldType(word, _) => Val::Word(SmolStr::new_static(word), None),
            Value::RuleName(name) => Val::Word(name.clone(), None),
            Value::Currency(currency) => Val::Word(SmolStr::new_static(currency.code()), None),
            Value::Target(_)
            | Value::Change(_)
            | Value::Alert(_)
            | Value::Condition(_)
            | Value::Every(_)
            | Value::Rate(..)
            | Value::ColumnTest(..)
            | Value::Broken => return None,
        })
    }

    /// A name or a word of the schema, with what people call it.
    fn word(self, word: SmolStr, form: Option<Form>) -> Val {
        let title = match form {
            Some(Form::Choice(list)) => word_label(list, &word).map(|label| {
                SmolStr::new_static(if self.model.plan.lang == Locale::Vi { label.vi } else { label.en })
            }),
            Some(Form::Ref(namespace) | Form::RefShare(namespace) | Form::RefLag(namespace)) => {
                let heads = heads(self.model, namespace);
                heads.iter().find(|head| head.path == word || head.id == word).map(|head| head.title.clone())
            }
            _ => None,
        };
        Val::Word(word, title)
    }

    fn amount(self, amount: Amount, form: Option<Form>) -> Option<Val> {
        Some(match amount.unit {
            AmountUnit::Plain if form == Some(Form::Money) => Val::Money(amount.value),
            AmountUnit::Plain => Val::Number(amount.value),
            AmountUnit::Percent | AmountUnit::Points => Val::Percent(amount.value),
            AmountUnit::Money(_) => Val::Money(self.sum(&[amount])?),
        })
    }

    /// A sum in the plan's currency; none without a rate, which is reported where the money is a plan's.
    fn sum(self, terms: &[Amount]) -> Option<Decimal> {
        terms.iter().try_fold(Decimal::ZERO, |sum, term| {
            let value = match term.unit {
                AmountUnit::Money(currency) => {
                    self.model.plan.convert(term.value, currency, self.item.day)?
                }
                _ => term.value,
            };
            sum.checked_add(value)
        })
    }

    fn when(self, when: When, form: Option<Form>) -> Val {
        let fiscal = self.model.plan.fiscal_year;
        let (start, end) = (when.start(fiscal), when.end(fiscal));
        match form {
            Some(Form::Start) => Val::Date(start, start),
            Some(Form::Deadline) => Val::Date(end, end),
            _ => Val::Date(start, end),
        }
    }

    fn target(self) -> Option<Val> {
        let kpi = self.item.kpi?;
        let value = kpi.target?.value;
        Some(match kpi.unit {
            Some(Unit::Money(_)) => Val::Money(value),
            Some(Unit::Percent) => Val::Percent(value),
            _ => Val::Number(value),
        })
    }
}
