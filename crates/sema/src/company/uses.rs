//! Where a rule of the company's names fields and what the plan declares: for going there, and for renaming.

use roadmap_diag::{Span, TextRange};
use roadmap_schema::{Kind, Namespace};
use smol_str::SmolStr;

use super::property::{Property, Scope, Type, Words};
use crate::expr::{ConditionStep, Operand};
use crate::hir::Scalar;
use crate::model::{CustomRule, Field, Id, Model, NameUse, Named, WorkRef};
use crate::names::normalize;

/// What a rule names.
#[derive(Debug, Clone, Default)]
pub struct RuleNames {
    /// Fields, and what the plan declares.
    pub uses: Vec<NameUse>,
    /// Words that stand for themselves: a field of such a name would be taken for it.
    pub words: Vec<SmolStr>,
    /// Fields beside a property that has these words: under one of them the field would not be seen any more.
    pub beside: Vec<(Id<Field>, Vec<SmolStr>)>,
}

/// The names in the condition of `rule` and in the braces of its text, which stands at `say` as it is written.
#[must_use]
pub fn names_in_rule(model: &Model, rule: &CustomRule, say: Option<(Span, &str)>) -> RuleNames {
    let Some(kind) = rule.on else { return RuleNames::default() };
    let mut collect = Collect { scope: Scope { model, kind }, rule, names: RuleNames::default() };
    for step in rule.when.iter().flat_map(|condition| &condition.steps) {
        match step {
            ConditionStep::Written(operand) => collect.property(operand),
            ConditionStep::Compare(_, left, right) => collect.compared(left, std::slice::from_ref(right)),
            ConditionStep::In(left, options) => collect.compared(left, options),
            ConditionStep::And | ConditionStep::Or | ConditionStep::Not => {}
        }
    }
    if let Some((span, written)) = say {
        collect.text(span, written);
    }
    collect.names
}

/// Every name that stands for a property in a rule about `kind`.
#[must_use]
pub fn property_names(model: &Model, kind: Kind) -> Vec<&str> {
    Scope { model, kind }.names()
}

struct Collect<'a> {
    scope: Scope<'a>,
    rule: &'a CustomRule,
    names: RuleNames,
}

impl Collect<'_> {
    fn find(&self, operand: &Operand) -> Option<Property> {
        match &operand.value {
            Scalar::Name(path) => self.scope.find(path),
            _ => None,
        }
    }

    fn property(&mut self, operand: &Operand) {
        if let Some(property) = self.find(operand) {
            self.used(&property, self.rule.place.span(operand.range));
        }
    }

    fn used(&mut self, property: &Property, span: Span) {
        match property {
            Property::Field(id) => self.add(span, 0, Named::Field(*id)),
            Property::OfPhase(inner) => {
                if let Property::Field(id) = **inner {
                    self.add(span, 1, Named::Field(id));
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, span: Span, part: u8, named: Named) {
        self.names.uses.push(NameUse { span, part, named });
    }

    /// A side that is a property says what a name on the other side can be.
    fn compared(&mut self, left: &Operand, others: &[Operand]) {
        if let Some(property) = self.find(left) {
            self.property(left);
            others.iter().for_each(|other| self.beside(&property, other));
        } else if let [other] = others
            && let Some(property) = self.find(other)
        {
            self.property(other);
            self.beside(&property, left);
        }
    }

    fn beside(&mut self, property: &Property, operand: &Operand) {
        let Scalar::Name(path) = &operand.value else { return };
        let own = self.find(operand);
        if self.scope.type_of(property) != Type::Word {
            return self.property(operand);
        }
        let scope = self.scope;
        let word = path.join(".");
        let span = self.rule.place.span(operand.range);
        let known: Vec<SmolStr> = match scope.words_of(property) {
            Words::Free => Vec::new(),
            Words::List(words) => words.into_iter().map(SmolStr::new).collect(),
            Words::Names(namespace) => named(scope.model, namespace)
                .flat_map(|named| {
                    let head = scope.model.head_of(named);
                    [head.id.clone(), head.path.clone()]
                })
                .collect(),
        };
        let declared = match scope.words_of(property) {
            Words::Names(namespace) => only(scope.model, named(scope.model, namespace), &word),
            _ if *property == Property::Phase => {
                only(scope.model, scope.model.phases.ids().map(Named::Phase), &word)
            }
            _ => None,
        };
        match (declared, own) {
            (Some(declared), _) => {
                self.add(span, u8::try_from(path.len().saturating_sub(1)).unwrap_or(0), declared)
            }
            (None, _) if known.contains(&SmolStr::new(&word)) => {}
            (None, Some(Property::Field(id))) => {
                self.names.beside.push((id, known));
                self.property(operand);
            }
            (None, Some(_)) => self.property(operand),
            (None, None) => self.names.words.push(SmolStr::new(word)),
        }
    }

    /// The names in braces; `{{` and `}}` are braces themselves, and so is what a string escapes.
    fn text(&mut self, span: Span, written: &str) {
        let escapes = !written.starts_with("\"\"\"");
        let mut at = 0;
        while let Some(found) = written.get(at..).and_then(|rest| rest.find(['{', '}', '\\'])) {
            at += found;
            let rest = written.get(at..).unwrap_or_default();
            let name = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
            at += match (rest.as_bytes(), name) {
                ([b'\\', b'u', b'{', ..], _) if escapes => rest.find('}').map_or(3, |end| end + 1),
                ([b'\\', ..], _) if escapes => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
                ([b'{', b'{', ..] | [b'}', b'}', ..], _) => 2,
                (_, Some((name, _))) => {
                    let blanks = name.len() - name.trim_start().len();
                    self.placeholder(span, at + 1 + blanks, name.trim());
                    name.len() + 2
                }
                _ => 1,
            };
        }
    }

    fn placeholder(&mut self, span: Span, at: usize, name: &str) {
        let path: Vec<SmolStr> = name.split('.').map(normalize).collect();
        let Some(property) = self.scope.find(&path) else { return };
        let offset = |bytes: usize| u32::try_from(bytes).unwrap_or(0);
        let start = span.range.start + offset(at);
        self.used(&property, span.with_range(TextRange::new(start, start + offset(name.len()))));
    }
}

/// The one thing of that name, where there is only one.
fn only(model: &Model, all: impl Iterator<Item = Named>, word: &str) -> Option<Named> {
    let mut found = all.filter(|named| {
        let head = model.head_of(*named);
        head.id == word || head.path == word
    });
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// What a namespace holds.
fn named(model: &Model, namespace: Namespace) -> impl Iterator<Item = Named> {
    model.all_named().filter(move |named| match named {
        Named::Person(_) => matches!(namespace, Namespace::Person | Namespace::PersonOrTeam),
        Named::Team(_) => matches!(namespace, Namespace::Team | Namespace::PersonOrTeam),
        Named::Channel(_) => namespace == Namespace::Channel,
        Named::Metric(_) => matches!(namespace, Namespace::Metric | Namespace::MetricOrBudget),
        Named::Source(_) => namespace == Namespace::Source,
        Named::Calendar(_) => namespace == Namespace::Calendar,
        Named::Segment(_) => namespace == Namespace::Segment,
        Named::Product(_) => namespace == Namespace::Product,
        Named::Phase(_) => namespace == Namespace::ScriptTarget,
        Named::Work(WorkRef::Goal(_)) => namespace == Namespace::Goal,
        Named::Work(WorkRef::Activity(_)) => matches!(namespace, Namespace::Work | Namespace::ScriptTarget),
        Named::Work(WorkRef::Launch(_)) => {
            matches!(namespace, Namespace::Work | Namespace::Launch | Namespace::ScriptTarget)
        }
        Named::Work(WorkRef::Script(_) | WorkRef::Milestone(_)) => namespace == Namespace::Work,
        Named::Field(_) => false,
    })
}
