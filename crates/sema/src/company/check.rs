//! A rule's condition against the schema: every name known, every comparison of one type.

use roadmap_diag::{Arg, Code, Diagnostic, Fix, Message, Severity, Span};
use roadmap_schema::Namespace;
use smol_str::SmolStr;

use super::property::{Property, Scope, Type, Words, heads, type_of_literal};
use crate::expr::{Condition, ConditionStep, Operand};
use crate::hir::{Comparison, Scalar};
use crate::model::CustomRule;
use crate::names;
use crate::names_of::{kind_message, namespace_message};

/// A condition whose names are resolved, in postfix order.
pub(super) struct Checked {
    pub(super) steps: Vec<Step>,
}

/// One step of it.
pub(super) enum Step {
    Written(Property),
    Compare(Comparison, Side, Side),
    In(Side, Vec<Side>),
    And,
    Or,
    Not,
}

/// One side of a comparison.
pub(super) enum Side {
    Property(Property),
    Literal(Scalar),
}

impl Checked {
    /// Whether the condition asks how far an item is.
    pub(super) fn reads_status(&self) -> bool {
        let reads = |side: &Side| matches!(side, Side::Property(property) if property.is_status());
        self.steps.iter().any(|step| match step {
            Step::Written(property) => property.is_status(),
            Step::Compare(_, left, right) => reads(left) || reads(right),
            Step::In(left, right) => reads(left) || right.iter().any(reads),
            Step::And | Step::Or | Step::Not => false,
        })
    }
}

/// Reads the condition of `rule`; what is wrong goes to `problems`.
pub(super) fn condition(
    scope: Scope<'_>,
    rule: &CustomRule,
    condition: &Condition,
    problems: &mut Vec<Diagnostic>,
) -> Checked {
    let mut check = Check { scope, rule, problems };
    let mut steps = Vec::new();
    for step in &condition.steps {
        steps.extend(match step {
            ConditionStep::Written(operand) => check.written(operand).map(Step::Written),
            ConditionStep::Compare(comparison, left, right) => check
                .compare(*comparison, left, right)
                .map(|(left, right)| Step::Compare(*comparison, left, right)),
            ConditionStep::In(left, options) => check.one_of(left, options),
            ConditionStep::And => Some(Step::And),
            ConditionStep::Or => Some(Step::Or),
            ConditionStep::Not => Some(Step::Not),
        });
    }
    Checked { steps }
}

/// Reports that `name` is no property of the kind that a rule looks at.
pub(super) fn unknown_property(scope: Scope<'_>, rule: &CustomRule, name: &str, span: Span) -> Diagnostic {
    let message =
        Message::new("name-unknown-property").with("kind", kind_message(scope.kind)).with("name", name);
    let (inner, prefix) = match name.split_once('.') {
        Some(("phase", rest)) if scope.find(&[SmolStr::new_static("phase")]).is_some() => {
            (Scope { kind: roadmap_schema::Kind::Phase, ..scope }, Some(rest))
        }
        _ => (scope, None),
    };
    let known = inner.names();
    let near = names::suggest(prefix.unwrap_or(name), known.iter().map(|known| (*known, *known)));
    let error =
        Diagnostic::new(Code::new("name/unknown"), Severity::Error, span, message).about(rule.place.keyword);
    match near {
        Some(near) => {
            suggest(error, span, &if prefix.is_some() { format!("phase.{near}") } else { near.to_owned() })
        }
        None => error.help(Message::new("name-unknown-property.help").with("known", quoted(&known))),
    }
}

fn suggest(error: Diagnostic, span: Span, near: &str) -> Diagnostic {
    let title = Message::new("fix-replace").with("text", near);
    error
        .help(Message::new("name-unknown.near").with("near", near))
        .fix(Fix::replace(title, false, span, near))
}

fn quoted(words: &[&str]) -> Vec<Arg> {
    words.iter().map(|word| Arg::from(format!("`{word}`"))).collect()
}

struct Check<'a, 'p> {
    scope: Scope<'a>,
    rule: &'a CustomRule,
    problems: &'p mut Vec<Diagnostic>,
}

impl<'a> Check<'a, '_> {
    fn span(&self, operand: &Operand) -> Span {
        self.rule.place.span(operand.range)
    }

    fn property(&self, operand: &Operand) -> Option<Property> {
        match &operand.value {
            Scalar::Name(path) => self.scope.find(path),
            _ => None,
        }
    }

    fn unknown(&mut self, operand: &Operand) {
        let Scalar::Name(path) = &operand.value else { return };
        let error = unknown_property(self.scope, self.rule, &path.join("."), self.span(operand));
        self.problems.push(error);
    }

    fn error(&mut self, operand: &Operand, message: Message, help: &'static str) {
        let span = self.span(operand);
        let error = Diagnostic::new(Code::new("value/condition-types"), Severity::Error, span, message)
            .about(self.rule.place.keyword)
            .help(Message::new(help));
        self.problems.push(error);
    }

    fn written(&mut self, operand: &Operand) -> Option<Property> {
        if !matches!(operand.value, Scalar::Name(_)) {
            let message = Message::new("value-condition-types.alone");
            self.error(operand, message, "value-condition-types.alone-help");
            return None;
        }
        let found = self.property(operand);
        if found.is_none() {
            self.unknown(operand);
        }
        found
    }

    fn one_of(&mut self, left: &Operand, options: &[Operand]) -> Option<Step> {
        let mut first = None;
        let mut sides = Vec::new();
        for option in options {
            let (side, option) = self.compare(Comparison::Equal, left, option)?;
            first = first.or(Some(side));
            sides.push(option);
        }
        Some(Step::In(first?, sides))
    }

    /// Both sides resolved. A name beside a property that takes words is one of those words where it can be, else a
    /// property; a name that is neither is reported.
    fn compare(&mut self, comparison: Comparison, left: &Operand, right: &Operand) -> Option<(Side, Side)> {
        match self.property(left) {
            Some(property) => {
                let other = self.beside(&property, left, right)?;
                self.types(comparison, &property, left, right, &other)?;
                Some((Side::Property(property), other))
            }
            None => {
                let Some(property) = self.property(right) else {
                    match &left.value {
                        Scalar::Name(_) => self.unknown(left),
                        _ if matches!(right.value, Scalar::Name(_)) => self.unknown(right),
                        _ => self.error(
                            left,
                            Message::new("value-condition-types.alone"),
                            "value-condition-types.alone-help",
                        ),
                    }
                    return None;
                };
                let other = self.beside(&property, right, left)?;
                self.types(comparison, &property, right, left, &other)?;
                Some((other, Side::Property(property)))
            }
        }
    }

    /// What `operand` is beside `property`, which `written` names.
    fn beside(&mut self, property: &Property, written: &Operand, operand: &Operand) -> Option<Side> {
        let literal = Side::Literal(operand.value.clone());
        let word = match &operand.value {
            Scalar::Name(path) => path.join("."),
            Scalar::Text(text) => text.to_string(),
            _ => return Some(literal),
        };
        let is_name = matches!(operand.value, Scalar::Name(_));
        let own = self.property(operand);
        if self.scope.type_of(property) != Type::Word {
            return match own {
                Some(own) => Some(Side::Property(own)),
                None if is_name => {
                    self.unknown(operand);
                    None
                }
                None => Some(literal),
            };
        }
        let scope = self.scope;
        let (known, wanted): (Vec<(&str, &str)>, Option<Namespace>) = match scope.words_of(property) {
            Words::Free => {
                return Some(own.filter(|_| is_name).map_or(literal, Side::Property));
            }
            Words::List(words) => (words.into_iter().map(|word| (word, word)).collect(), None),
            Words::Names(namespace) => {
                let heads = heads(scope.model, namespace);
                let names = heads.iter().flat_map(|head| {
                    let (id, path, title) = (head.id.as_str(), head.path.as_str(), head.title.as_str());
                    [(id, id), (path, path), (id, title)]
                });
                (names.collect(), Some(namespace))
            }
        };
        // The namespaces without declarations of their own (columns, dimensions) take any name.
        let open = wanted.is_some_and(|namespace| {
            matches!(namespace, Namespace::SourceColumn | Namespace::Dimension | Namespace::Property)
        });
        let is_known = |(write, compare): &(&str, &str)| *write == word || (!is_name && *compare == word);
        if open || known.iter().any(is_known) {
            return Some(literal);
        }
        if let Some(own) = own {
            return Some(Side::Property(own));
        }
        let name = match &written.value {
            Scalar::Name(path) => path.join("."),
            _ => String::new(),
        };
        let span = self.span(operand);
        let message =
            Message::new("name-unknown-word").with("name", word.as_str()).with("keyword", name.as_str());
        let error = Diagnostic::new(Code::new("name/unknown"), Severity::Error, span, message)
            .about(self.rule.place.keyword);
        let error = match (names::suggest(&word, known.iter().copied()), wanted) {
            (Some(near), _) if is_name => suggest(error, span, near),
            (Some(near), _) => suggest(error, span, &format!("\"{near}\"")),
            (None, Some(namespace)) => error.help(
                Message::new("name-unknown-word.help")
                    .with("keyword", name.as_str())
                    .with("known", namespace_message(namespace)),
            ),
            (None, None) => {
                let words: Vec<&str> = known.iter().map(|(write, _)| *write).collect();
                error.help(
                    Message::new("name-unknown-word.help")
                        .with("keyword", name.as_str())
                        .with("known", quoted(&words)),
                )
            }
        };
        self.problems.push(error);
        None
    }

    /// Reports a comparison of unlike types, and one of order between words.
    fn types(
        &mut self,
        comparison: Comparison,
        property: &Property,
        written: &Operand,
        operand: &Operand,
        other: &Side,
    ) -> Option<()> {
        let found = self.scope.type_of(property);
        let wanted = match other {
            Side::Property(other) => self.scope.type_of(other),
            // A word that stands for itself.
            Side::Literal(literal) => type_of_literal(literal).unwrap_or(Type::Word),
        };
        let name = match &written.value {
            Scalar::Name(path) => path.join("."),
            _ => String::new(),
        };
        if !fits(found, wanted) {
            let message = Message::new("value-condition-types")
                .with("left", name.as_str())
                .with("found", type_message(found))
                .with("wanted", type_message(wanted));
            self.error(operand, message, "value-condition-types.help");
            return None;
        }
        if found == Type::Word && !matches!(comparison, Comparison::Equal | Comparison::NotEqual) {
            let message = Message::new("value-condition-types.order")
                .with("left", name.as_str())
                .with("found", type_message(found));
            self.error(written, message, "value-condition-types.order-help");
            return None;
        }
        Some(())
    }
}

fn fits(property: Type, other: Type) -> bool {
    property == other
        || property == Type::Any
        || other == Type::Any
        || (other == Type::Bare && matches!(property, Type::Money | Type::Number))
}

fn type_message(found: Type) -> Message {
    Message::new(match found {
        Type::Money => "condition-type-money",
        Type::Number | Type::Bare => "condition-type-number",
        Type::Percent => "condition-type-percent",
        Type::Date => "condition-type-date",
        Type::Duration => "condition-type-duration",
        Type::Word | Type::Any => "condition-type-word",
    })
}
