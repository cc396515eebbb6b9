//! One keyword in one place.

use crate::{Clause, Kind, Slot};

/// How often a statement may stand in one block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Times {
    /// At most once.
    Once,
    /// As often as wanted.
    Many,
}

/// What is said where a statement is missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Required {
    /// It may be left out.
    No,
    /// `schema/missing`.
    Schema,
    /// The rule with this code looks after it.
    Rule(&'static str),
}

/// Documentation in both languages: one paragraph of Markdown each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Doc {
    /// English.
    pub en: &'static str,
    /// Vietnamese.
    pub vi: &'static str,
}

/// What a property is about. A block that is put in order has them in this order, those of a group as the table has them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// What sort of thing it is.
    What,
    /// Who does it.
    Who,
    /// What it is, and what it is for: all that no other group takes.
    Aim,
    /// What it is measured by.
    Measure,
    /// When it happens.
    Time,
    /// On which channels.
    Where,
    /// What it costs.
    Money,
    /// How far it is.
    State,
    /// What it serves.
    Service,
    /// How often it is looked at.
    Rhythm,
    /// What it consists of.
    Parts,
    /// Notes and the like.
    Extras,
    /// What stands in it with a name of its own.
    Named,
}

/// A keyword, where it stands, and all that is known of it.
#[derive(Debug)]
pub struct Row {
    /// The first word of the statement.
    pub keyword: &'static str,
    /// The blocks it may stand in.
    pub parents: &'static [Kind],
    /// What its own block is; [`Kind::Leaf`] where it has none.
    pub kind: Kind,
    /// What it is about.
    pub group: Group,
    /// The values behind the keyword, in order.
    pub slots: &'static [Slot],
    /// Values announced by a word, behind the slots, in any order.
    pub clauses: &'static [Clause],
    /// How often it may stand there.
    pub times: Times,
    /// What happens without it.
    pub required: Required,
    /// What holds where it is left out, as it would be written.
    pub default: Option<&'static str>,
    /// What it means.
    pub doc: Doc,
    /// One line that uses it.
    pub example: &'static str,
}

impl Row {
    /// A property that may stand once in `parents`; the rest is added by the methods below.
    pub(crate) const fn new(keyword: &'static str, parents: &'static [Kind]) -> Self {
        Self {
            keyword,
            parents,
            kind: Kind::Leaf,
            group: Group::Aim,
            slots: &[],
            clauses: &[],
            times: Times::Once,
            required: Required::No,
            default: None,
            doc: Doc { en: "", vi: "" },
            example: "",
        }
    }

    pub(crate) const fn opens(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    pub(crate) const fn group(mut self, group: Group) -> Self {
        self.group = group;
        self
    }

    pub(crate) const fn slots(mut self, slots: &'static [Slot]) -> Self {
        self.slots = slots;
        self
    }

    pub(crate) const fn clauses(mut self, clauses: &'static [Clause]) -> Self {
        self.clauses = clauses;
        self
    }

    pub(crate) const fn many(mut self) -> Self {
        self.times = Times::Many;
        self
    }

    pub(crate) const fn required(mut self) -> Self {
        self.required = Required::Schema;
        self
    }

    pub(crate) const fn required_by(mut self, rule: &'static str) -> Self {
        self.required = Required::Rule(rule);
        self
    }

    pub(crate) const fn default(mut self, value: &'static str) -> Self {
        self.default = Some(value);
        self
    }

    pub(crate) const fn doc(mut self, en: &'static str, vi: &'static str) -> Self {
        self.doc = Doc { en, vi };
        self
    }

    pub(crate) const fn example(mut self, example: &'static str) -> Self {
        self.example = example;
        self
    }

    /// Whether it may stand in the block of `parent`.
    #[must_use]
    pub fn stands_in(&self, parent: Kind) -> bool {
        self.parents.contains(&parent)
    }

    /// Whether it declares a name: its first slot is a new identifier.
    #[must_use]
    pub fn declares(&self) -> bool {
        matches!(self.slots.first(), Some(Slot { form: crate::Form::Id, .. }))
    }
}
