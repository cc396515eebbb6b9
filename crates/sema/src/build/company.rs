//! What a company adds: fields, and the values they have.

use roadmap_diag::Message;
use roadmap_schema::Kind;
use smol_str::SmolStr;

use super::builder::Builder;
use super::props::field_kind;
use super::refs::single;
use super::view::View;
use crate::hir::{AmountUnit, Scalar, Value};
use crate::model::{Field, FieldType, FieldValue, Id, Named};

impl<'h> Builder<'h> {
    /// Reads every `field`, so that statements read later know them.
    pub(super) fn fields(&mut self) {
        for (view, id) in self.declared.fields.clone() {
            let on = view.word("kind").and_then(|word| Kind::named(&word));
            let name = self.model[id].head.id.clone();
            if let Some(on) = on {
                match self.names.fields.get(&(on, name.clone())).copied() {
                    Some(first) => {
                        let spans = (self.model[id].head.id_span, self.model[first].head.id_span);
                        if let (Some(span), Some(first)) = spans {
                            self.duplicate(&name, span, first, view.keyword_span());
                        }
                    }
                    None => {
                        self.names.fields.insert((on, name), id);
                    }
                }
            } else if view.value("kind").is_none() && !view.stmt.damaged {
                let message = Message::new("schema-missing")
                    .with("kind", Message::new("kind-field"))
                    .with("keyword", "on");
                let row = view.stmt.row.map_or("", |row| row.example);
                let error = self
                    .error("schema/missing", view.keyword_span(), message)
                    .help(Message::new("schema-missing.help").with("example", row));
                self.diagnostics.push(error.about(view.keyword_span()));
            }
            let field_type =
                view.child("type").and_then(|child| child.value("type")).map(|value| &value.value);
            let field_type = match field_type {
                Some(Value::FieldType(word, options)) => field_type_of(word, options),
                _ => FieldType::Text,
            };
            let default = view.child("default").and_then(|child| match &child.value("value")?.value {
                Value::Scalar(scalar) => Some(scalar.clone()),
                _ => None,
            });
            let required = view.has("required");
            let extras = self.extras(view);
            let row = self.model.fields.get_mut(id);
            row.on = on;
            row.field_type = field_type;
            row.default = default;
            row.required = required;
            row.head.extras = extras;
            self.unknown_properties(view, Kind::Field);
        }
    }

    /// The values of the company's fields in the block of `view`; required ones that are missing are reported.
    pub(super) fn field_values(&mut self, view: View<'h>) -> Vec<FieldValue> {
        let kind = field_kind(view.stmt.kind());
        if self.names.fields.is_empty() {
            return Vec::new();
        }
        let mut values: Vec<FieldValue> = Vec::new();
        for child in view.children().filter(|child| !child.stmt.known) {
            let Some(field) = self.names.fields.get(&(kind, child.stmt.keyword.clone())).copied() else {
                continue;
            };
            self.uses(child.keyword_span(), 0, Named::Field(field));
            let value = self.field_value(child, field);
            values.push(value);
        }
        let mut missing: Vec<Id<Field>> = self
            .names
            .fields
            .iter()
            .filter(|((on, _), id)| {
                *on == kind && self.model[**id].required && self.model[**id].default.is_none()
            })
            .map(|(_, id)| *id)
            .filter(|id| values.iter().all(|value| value.field != *id))
            .collect();
        missing.sort_unstable();
        for field in missing.into_iter().filter(|_| !view.stmt.damaged && !view.is_out_of_plan()) {
            self.field_missing(view, field);
        }
        values
    }

    fn field_missing(&mut self, view: View<'h>, field: Id<Field>) {
        let name = self.model[field].head.id.clone();
        let message = Message::new("schema-field-required")
            .with("kind", crate::names_of::kind_message(view.stmt.kind()))
            .with("keyword", name.as_str());
        let help = Message::new("schema-field-required.help").with("keyword", name.as_str());
        let mut error = self.error("schema/missing", view.keyword_span(), message).help(help);
        if let Some(span) = self.model[field].head.id_span {
            error = error.related(span, Message::new("schema-field-required.declared"));
        }
        self.diagnostics.push(error.about(view.keyword_span()));
    }

    fn field_value(&mut self, child: View<'h>, field: Id<Field>) -> FieldValue {
        let keyword = child.keyword_span();
        let mut value = FieldValue { field, keyword, value: None, person: None, money: None };
        let field_type = self.model[field].field_type.clone();
        let Some((scalar, span)) = Self::field_scalar(child) else {
            let broken = child.values().iter().any(|value| value.slot == crate::hir::FIELD_SLOT);
            if field_type != FieldType::YesNo && !broken {
                self.field_wrong(child, &field_type);
            }
            return value;
        };
        let fits = match (&field_type, &scalar) {
            (FieldType::Text, Scalar::Text(_) | Scalar::Name(_)) => true,
            (FieldType::Number, Scalar::Amount(amount)) => amount.unit == AmountUnit::Plain,
            (FieldType::Percent, Scalar::Amount(amount)) => amount.unit == AmountUnit::Percent,
            (FieldType::Money, Scalar::Amount(amount)) => {
                value.money = self.sum([(*amount, span)], child, None);
                true
            }
            (FieldType::Money, Scalar::Money(terms)) => {
                value.money = self.sum(terms.iter().map(|term| (*term, span)), child, None);
                true
            }
            (FieldType::Date, Scalar::When(_)) => true,
            (FieldType::YesNo, Scalar::Name(path)) => matches!(&*single(path), "yes" | "no"),
            (FieldType::Person, Scalar::Name(path)) => {
                value.person = self.person(path, span).target;
                true
            }
            (FieldType::OneOf(options), Scalar::Text(text)) => options.contains(text),
            (FieldType::OneOf(options), Scalar::Name(path)) => options.contains(&single(path)),
            _ => false,
        };
        if fits {
            value.value = Some(scalar);
        } else {
            self.field_wrong(child, &field_type);
        }
        value
    }

    fn field_wrong(&mut self, child: View<'h>, field_type: &FieldType) {
        let wanted = match field_type {
            FieldType::Text => Message::new("form-text"),
            FieldType::Number => Message::new("form-number"),
            FieldType::Percent => Message::new("form-percent"),
            FieldType::Money => Message::new("form-money"),
            FieldType::Date => Message::new("form-date"),
            FieldType::Person => Message::new("form-ref").with("what", Message::new("noun-person")),
            FieldType::YesNo => {
                Message::new("form-choice").with("words", vec!["`yes`".into(), "`no`".into()])
            }
            FieldType::OneOf(options) => {
                let words = options.iter().map(|option| format!("\"{option}\"").into()).collect::<Vec<_>>();
                Message::new("form-choice").with("words", words)
            }
        };
        let message = Message::new("schema-field-type")
            .with("keyword", child.stmt.keyword.as_str())
            .with("wanted", wanted);
        let span =
            child.value(crate::hir::FIELD_SLOT).map_or(child.keyword_span(), |value| child.span(value.range));
        let error =
            self.error("schema/field-type", span, message).help(Message::new("schema-field-type.help"));
        self.diagnostics.push(error.about(child.keyword_span()));
    }
}

fn field_type_of(word: &str, options: &[SmolStr]) -> FieldType {
    match word {
        "number" => FieldType::Number,
        "percent" => FieldType::Percent,
        "money" => FieldType::Money,
        "date" => FieldType::Date,
        "person" => FieldType::Person,
        "yes_no" => FieldType::YesNo,
        "one_of" => FieldType::OneOf(options.into()),
        _ => FieldType::Text,
    }
}
