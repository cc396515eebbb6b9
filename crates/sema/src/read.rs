//! Values of a statement, read by the slots of its row.
//!
//! Reading goes from left to right and never back: each slot takes what fits or says once what it wanted. After a
//! mistake the rest of the statement is read as far as it can be, without a second word about it.

mod amount;
mod expr;
mod forms;
mod time;

use roadmap_diag::{Arg, Message, TextRange};
use roadmap_schema::{Clause, Form, Row, Slot};

use crate::hir::{FIELD_SLOT, HirValue, Value};
use crate::problem::Problem;
use crate::value::{Atom, AtomKind};

/// Reads the values of one statement.
pub(crate) struct Reader<'a> {
    row: &'static Row,
    keyword: TextRange,
    atoms: &'a [Atom],
    at: usize,
    /// Whether something is wrong already, so that what follows from it is not said as well.
    quiet: bool,
    /// How many values there were before this statement's.
    before: usize,
    values: &'a mut Vec<HirValue>,
    problems: &'a mut Vec<Problem>,
}

/// What reading a slot came to.
pub(crate) enum Outcome {
    /// A value that ends before the reader's place.
    Value(Value),
    /// What stands here has another form; nothing was taken.
    Other,
}

/// Reads `atoms`, the values behind `keyword`, into `values`.
pub(crate) fn read_values(
    row: &'static Row,
    keyword: TextRange,
    atoms: &[Atom],
    values: &mut Vec<HirValue>,
    problems: &mut Vec<Problem>,
) {
    let quiet = atoms.iter().any(|atom| atom.kind == AtomKind::Mistake);
    let before = values.len();
    let mut reader = Reader { row, keyword, atoms, at: 0, quiet, before, values, problems };
    reader.slots();
    reader.clauses();
    reader.surplus();
}

/// Reads the one value of any form behind a keyword that may be a field's; a bare keyword has none.
pub(crate) fn read_field(keyword: TextRange, atoms: &[Atom], values: &mut Vec<HirValue>) {
    // A scalar is read without looking at the row; the first of the table stands in for the one that there is not.
    let (Some(value), Some(row)) = (atoms.first(), roadmap_schema::rows().next()) else { return };
    let mut problems = Vec::new();
    let mut reader = Reader {
        row,
        keyword,
        atoms,
        at: 0,
        quiet: true,
        before: 0,
        values: &mut *values,
        problems: &mut problems,
    };
    let range = atoms.last().map_or(value.range, |last| value.range.cover(last.range));
    let value = reader.scalar().filter(|_| reader.peek().is_none()).map_or(Value::Broken, Value::Scalar);
    values.push(HirValue { slot: FIELD_SLOT, value, range });
}

impl<'a> Reader<'a> {
    fn slots(&mut self) {
        for slot in self.row.slots {
            if slot.form == Form::Id && self.id_was_forgotten() {
                continue;
            }
            if self.peek().is_none() || (self.at_clause() && !takes_any_name(slot)) {
                if slot.required {
                    self.missing(slot);
                    return;
                }
                continue;
            }
            self.slot(slot);
        }
    }

    /// An identifier left out before a title: a warning that needs the whole project to name a free identifier.
    fn id_was_forgotten(&self) -> bool {
        matches!(self.peek(), Some(AtomKind::Str(_)))
    }

    /// Reads one slot, with its commas where it is a list.
    fn slot(&mut self, slot: &'static Slot) {
        let first = self.at;
        loop {
            let start = self.at;
            match self.form(slot) {
                Outcome::Value(value) => self.push(slot, value, start),
                Outcome::Other if !slot.required && self.at == first => return,
                Outcome::Other => {
                    self.wrong_form(slot);
                    // What stands in the wrong place is passed over, so that the slots behind it still find theirs.
                    if !self.at_clause() && self.peek().is_some() {
                        self.at += 1;
                    }
                    self.push_broken(slot, start);
                    return;
                }
            }
            if !slot.list || self.peek() != Some(&AtomKind::Comma) {
                return;
            }
            let comma = self.range();
            self.at += 1;
            if self.peek().is_none() {
                self.report(
                    Problem::error(
                        "schema/stray-comma",
                        comma,
                        Message::new("schema-stray-comma").with("keyword", self.row.keyword),
                    )
                    .help(Message::new("schema-stray-comma.help"))
                    .replace(Message::new("schema-stray-comma.fix"), true, comma, ""),
                );
                return;
            }
        }
    }

    fn clauses(&mut self) {
        let mut seen: Vec<&'static str> = Vec::new();
        while let Some(clause) = self.clause_here() {
            let lead = self.range();
            if seen.contains(&clause.lead) {
                self.report(
                    Problem::error(
                        "schema/repeated",
                        lead,
                        Message::new("schema-repeated-clause")
                            .with("lead", clause.lead)
                            .with("keyword", self.row.keyword),
                    )
                    .help(Message::new("schema-repeated-clause.help")),
                );
            }
            seen.push(clause.lead);
            self.at += 1;
            if self.peek().is_none() || self.at_clause() {
                self.report(
                    Problem::error(
                        "schema/value-missing",
                        lead,
                        Message::new("schema-clause-value-missing")
                            .with("lead", clause.lead)
                            .with("wanted", form_message(clause.slot.form)),
                    )
                    .help(Message::new("schema-value-missing.help").with("example", self.row.example)),
                );
                let at = self.at;
                self.push_broken(&clause.slot, at);
                continue;
            }
            self.slot(&clause.slot);
            self.skip_to_clause();
        }
    }

    /// What is left over behind the last value, once something was said: up to the next clause.
    fn skip_to_clause(&mut self) {
        if self.quiet {
            while self.peek().is_some() && !self.at_clause() {
                self.at += 1;
            }
        }
    }

    fn surplus(&mut self) {
        self.skip_to_clause();
        if self.clause_here().is_some() {
            self.clauses();
        }
        let Some(kind) = self.peek() else { return };
        let here = self.range();
        let rest = self.atoms.last().map_or(here, |last| here.cover(last.range));
        let listed = self.row.slots.last().filter(|slot| slot.list).is_some();
        let keyword = match kind {
            AtomKind::Name(name) => self
                .row
                .parents
                .iter()
                .find_map(|parent| roadmap_schema::find(*parent, name))
                .filter(|_| self.at > 0),
            _ => None,
        };
        let problem = match keyword {
            Some(row) => Problem::error(
                "schema/missing-semicolon",
                here,
                Message::new("schema-missing-semicolon").with("keyword", row.keyword),
            )
            .help(Message::new("schema-missing-semicolon.help"))
            .replace(
                Message::new("schema-missing-semicolon.fix").with("keyword", row.keyword),
                true,
                TextRange::empty(self.previous_end()),
                ";",
            ),
            None if listed && matches!(kind, AtomKind::Name(_) | AtomKind::Path(_)) => Problem::error(
                "schema/missing-comma",
                here,
                Message::new("schema-missing-comma").with("value", kind.to_string()),
            )
            .help(Message::new("schema-missing-comma.help"))
            .replace(
                Message::new("schema-missing-comma.fix"),
                true,
                TextRange::empty(self.previous_end()),
                ",",
            ),
            None => {
                let problem = Problem::error(
                    "schema/surplus-value",
                    rest,
                    Message::new("schema-surplus-value")
                        .with("keyword", self.row.keyword)
                        .with("value", kind.to_string()),
                )
                .help(Message::new("schema-surplus-value.help").with("example", self.row.example));
                self.count_as_written();
                problem
            }
        };
        self.report(problem);
    }

    /// What is left over may be any of the values that were not found, such as a date without its `by`.
    fn count_as_written(&mut self) {
        let start = self.at;
        self.at = self.atoms.len();
        let slots = self.row.slots.iter().chain(self.row.clauses.iter().map(|clause| &clause.slot));
        for slot in slots {
            if self.values.iter().skip(self.before).all(|value| value.slot != slot.name) {
                self.push_broken(slot, start);
            }
        }
    }

    fn missing(&mut self, slot: &'static Slot) {
        let problem = Problem::error(
            "schema/value-missing",
            self.keyword,
            Message::new("schema-value-missing")
                .with("keyword", self.row.keyword)
                .with("wanted", form_message(slot.form)),
        )
        .help(Message::new("schema-value-missing.help").with("example", self.row.example));
        self.report(problem);
        let at = self.at;
        self.push_broken(slot, at);
    }

    fn wrong_form(&mut self, slot: &'static Slot) {
        let Some(kind) = self.peek() else { return self.missing(slot) };
        let range = self.range();
        let problem = Problem::error(
            "schema/value-form",
            range,
            Message::new("schema-value-form")
                .with("keyword", self.row.keyword)
                .with("wanted", form_message(slot.form))
                .with("found", kind.to_string()),
        )
        .help(Message::new("schema-value-missing.help").with("example", self.row.example));
        let problem = match (slot.form, kind) {
            (Form::Title | Form::Text | Form::Path, AtomKind::Name(name)) => {
                let quoted = format!("\"{name}\"");
                problem.replace(Message::new("schema-value-form.quote"), false, range, quoted)
            }
            _ => problem,
        };
        self.report(problem);
    }

    /// Says what is wrong, unless something was said of this statement already.
    fn report(&mut self, mut problem: Problem) {
        if !self.quiet {
            problem.subject = Some(self.keyword);
            self.problems.push(problem);
        }
        self.quiet = true;
    }

    fn push(&mut self, slot: &'static Slot, value: Value, start: usize) {
        let range = self.span_from(start);
        self.values.push(HirValue { slot: slot.name, value, range });
    }

    fn push_broken(&mut self, slot: &'static Slot, start: usize) {
        self.push(slot, Value::Broken, start);
    }

    /// From the atom `start` to the last one taken; the keyword where none was.
    fn span_from(&self, start: usize) -> TextRange {
        let taken = self.atoms.get(start..self.at).unwrap_or(&[]);
        match (taken.first(), taken.last()) {
            (Some(first), Some(last)) => first.range.cover(last.range),
            _ => self.keyword,
        }
    }

    fn previous_end(&self) -> u32 {
        let previous = self.at.checked_sub(1).and_then(|index| self.atoms.get(index));
        previous.map_or(self.keyword.end, |atom| atom.range.end)
    }

    fn clause_here(&self) -> Option<&'static Clause> {
        let lead = match self.peek()? {
            AtomKind::Name(name) => name.as_str(),
            AtomKind::Op(op) => op.as_str(),
            _ => return None,
        };
        self.row.clauses.iter().find(|clause| clause.lead == lead)
    }

    fn at_clause(&self) -> bool {
        self.clause_here().is_some()
    }

    /// What stands at the reader's place.
    fn peek(&self) -> Option<&'a AtomKind> {
        self.atoms.get(self.at).map(|atom| &atom.kind)
    }

    /// What stands one place further.
    fn peek_second(&self) -> Option<&'a AtomKind> {
        self.atoms.get(self.at + 1).map(|atom| &atom.kind)
    }

    /// The place of the atom at the reader's place; the keyword behind the last.
    fn range(&self) -> TextRange {
        self.atoms.get(self.at).map_or(self.keyword, |atom| atom.range)
    }
}

/// Whether a name at the place of `slot` is its value even where it reads like the start of a clause.
fn takes_any_name(slot: &Slot) -> bool {
    slot.required
        && matches!(slot.form, Form::Id | Form::Free | Form::Ref(_) | Form::RefShare(_) | Form::RefLag(_))
}

/// The name of a form, for messages: “a date”, “one of: …”.
pub(crate) fn form_message(form: Form) -> Message {
    let id = match form {
        Form::Id => "form-id",
        Form::Title | Form::Path => "form-title",
        Form::Text => "form-text",
        Form::Free => "form-free",
        Form::Choice(words) => {
            let words = words.iter().map(|word| Arg::from(format!("`{word}`"))).collect::<Vec<_>>();
            return Message::new("form-choice").with("words", words);
        }
        Form::Ref(namespace) | Form::RefShare(namespace) | Form::RefLag(namespace) => {
            return Message::new("form-ref").with("what", crate::names_of::namespace_message(namespace));
        }
        Form::Number => "form-number",
        Form::Percent => "form-percent",
        Form::Amount => "form-amount",
        Form::Money => "form-money",
        Form::Deadline | Form::Start => "form-deadline",
        Form::Date => "form-date",
        Form::Range | Form::When => "form-range",
        Form::Duration => "form-duration",
        Form::Target => "form-target",
        Form::Change => "form-change",
        Form::Scalar => "form-scalar",
        Form::AlertWhen => "form-alert",
        Form::Condition => "form-condition",
        Form::Formula => "form-formula",
        Form::Message => "form-message",
        Form::Cadence => "form-cadence",
        Form::Every => "form-every",
        Form::Rate => "form-rate",
        Form::FieldType => "form-field-type",
        Form::RuleName => "form-rule-name",
        Form::ColumnTest => "form-column-test",
        Form::Currency => "form-currency",
    };
    Message::new(id)
}
