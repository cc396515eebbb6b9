//! One value of each form.

use roadmap_diag::Message;
use roadmap_schema::{Form, Slot, WEEKDAYS};
use smol_str::SmolStr;

use super::{Outcome, Reader};
use crate::hir::{AlertWhen, Cadence, Comparison, Every, Scalar, Term, Value};
use crate::names;
use crate::problem::Problem;
use crate::value::{AtomKind, Currency, Op};

impl<'a> Reader<'a> {
    /// Reads one value of the form of `slot`.
    pub(super) fn form(&mut self, slot: &'static Slot) -> Outcome {
        if self.peek() == Some(&AtomKind::Mistake) {
            self.at += 1;
            return Outcome::Value(Value::Broken);
        }
        let is_time = matches!(slot.form, Form::Deadline | Form::Start | Form::Range | Form::When);
        if is_time && self.year_out_of_range() {
            return Outcome::Value(Value::Broken);
        }
        let value = match slot.form {
            Form::Id | Form::Free => self.name().map(Value::Name),
            Form::Title | Form::Path => self.string().map(Value::Text),
            Form::Text => self.text().map(Value::Text),
            Form::Choice(words) => return self.choice(slot, words),
            Form::Ref(_) => self.reference().map(|path| match <[SmolStr; 1]>::try_from(path.to_vec()) {
                Ok([name]) => Value::Name(name),
                Err(_) => Value::Path(path),
            }),
            Form::RefShare(_) => self.reference().map(|path| Value::Share(path, self.percent())),
            Form::RefLag(_) => self.reference().map(|path| Value::Lag(path, self.lag())),
            Form::Number => self.plain_number().map(Value::Amount),
            Form::Percent => self.percent_amount().map(Value::Amount),
            Form::Amount => self.amount().map(Value::Amount),
            Form::Money => self.money().map(Value::Money),
            Form::Deadline | Form::Start => self.day_or_period().map(Value::When),
            Form::Date => self.day().map(Value::When),
            Form::Range | Form::When => self.when().map(Value::When),
            Form::Duration => self.duration().map(Value::Duration),
            Form::Target => return self.target(),
            Form::Change => self.change(),
            Form::Scalar => self.scalar().map(Value::Scalar),
            Form::AlertWhen => self.alert(),
            Form::Condition => return self.condition(),
            Form::Formula => return self.formula(),
            Form::Message => self.message(),
            Form::Cadence => return self.cadence(slot),
            Form::Every => self.every(),
            Form::Rate => self.rate(),
            Form::FieldType => return self.field_type(slot),
            Form::RuleName => self.rule_name(),
            Form::ColumnTest => self.column_test(),
            Form::Currency => return self.currency(),
        };
        value.map_or(Outcome::Other, Outcome::Value)
    }

    pub(super) fn name(&mut self) -> Option<SmolStr> {
        let AtomKind::Name(name) = self.peek()? else { return None };
        self.at += 1;
        Some(name.clone())
    }

    fn string(&mut self) -> Option<SmolStr> {
        let AtomKind::Str(text) = self.peek()? else { return None };
        self.at += 1;
        Some(SmolStr::new(text))
    }

    fn text(&mut self) -> Option<SmolStr> {
        let (AtomKind::Str(text) | AtomKind::Text(text)) = self.peek()? else { return None };
        self.at += 1;
        Some(SmolStr::new(text))
    }

    pub(super) fn reference(&mut self) -> Option<Box<[SmolStr]>> {
        let path = match self.peek()? {
            AtomKind::Name(name) => Box::from([name.clone()]),
            AtomKind::Path(path) => path.clone(),
            _ => return None,
        };
        self.at += 1;
        Some(path)
    }

    /// One of `words`; another word is a finding with the nearest one.
    fn choice(&mut self, slot: &'static Slot, words: &'static [&'static str]) -> Outcome {
        let Some(AtomKind::Name(name)) = self.peek() else { return Outcome::Other };
        if let Some(word) = words.iter().find(|word| *word == name) {
            self.at += 1;
            return Outcome::Value(Value::Choice(word));
        }
        if !slot.required {
            return Outcome::Other;
        }
        let range = self.range();
        let mut problem = Problem::error(
            "schema/choice-unknown",
            range,
            Message::new("schema-choice-unknown")
                .with("word", name.as_str())
                .with("keyword", self.row.keyword)
                .with("slot", slot.name),
        )
        .help(Message::new("schema-choice-unknown.help").with("wanted", super::form_message(slot.form)));
        if let Some(near) = names::suggest(name, words.iter().map(|word| (*word, *word))) {
            problem = problem.replace(Message::new("fix-replace").with("text", near), false, range, near);
        }
        self.report(problem);
        self.at += 1;
        Outcome::Value(Value::Broken)
    }

    fn message(&mut self) -> Option<Value> {
        let name = self.name();
        let text = self.text();
        (name.is_some() || text.is_some()).then_some(Value::Message { name, text })
    }

    fn cadence(&mut self, slot: &'static Slot) -> Outcome {
        let words = ["weekly", "monthly", "quarterly"];
        let Some(AtomKind::Name(name)) = self.peek() else { return Outcome::Other };
        let Some(rhythm) = words.into_iter().find(|word| word == name) else {
            const WORDS: &[&str] = &["weekly", "monthly", "quarterly"];
            return self.choice(slot, WORDS);
        };
        self.at += 1;
        let mut cadence = Cadence { rhythm, weekday: None, day: None };
        match (rhythm, self.peek()) {
            ("weekly", Some(AtomKind::Name(day))) => {
                cadence.weekday = weekday(day);
                self.at += usize::from(cadence.weekday.is_some());
            }
            ("monthly", Some(AtomKind::Number(number))) => {
                cadence.day = number
                    .as_integer()
                    .and_then(|day| u8::try_from(day).ok())
                    .filter(|day| (1..=31).contains(day));
                if cadence.day.is_none() {
                    return Outcome::Other;
                }
                self.at += 1;
            }
            _ => {}
        }
        Outcome::Value(Value::Cadence(cadence))
    }

    fn every(&mut self) -> Option<Value> {
        match self.peek()? {
            AtomKind::Name(name) if name == "month" => {
                let Some(AtomKind::Number(number)) = self.peek_second() else { return None };
                let day = number.as_integer().and_then(|day| u8::try_from(day).ok())?;
                if !(1..=31).contains(&day) {
                    return None;
                }
                self.at += 2;
                Some(Value::Every(Every::MonthDay(day)))
            }
            AtomKind::Name(name) => {
                let day = weekday(name)?;
                self.at += 1;
                Some(Value::Every(Every::Weekday(day)))
            }
            AtomKind::Duration(duration) if duration.count > 0 => {
                self.at += 1;
                Some(Value::Every(Every::Interval(*duration)))
            }
            _ => None,
        }
    }

    fn alert(&mut self) -> Option<Value> {
        if let Some(comparison) = self.comparison() {
            self.at += 1;
            return Some(Value::Alert(AlertWhen::Compare(comparison, self.amount()?)));
        }
        let AtomKind::Name(name) = self.peek()? else { return None };
        let start = self.at;
        self.at += 1;
        let alert = match name.as_str() {
            "behind" => self.percent().map(AlertWhen::Behind),
            "over" => self.percent().map(AlertWhen::Over),
            "anomaly" => Some(AlertWhen::Anomaly),
            "stale" => self.duration().map(AlertWhen::Stale),
            _ => None,
        };
        if alert.is_none() {
            self.at = start;
        }
        alert.map(Value::Alert)
    }

    fn rate(&mut self) -> Option<Value> {
        let start = self.at;
        let from = self.amount();
        let equals = self.peek() == Some(&AtomKind::Op(Op::Eq));
        self.at += usize::from(equals);
        match (from, self.amount()) {
            (Some(from), Some(to)) if equals => Some(Value::Rate(from, to)),
            _ => {
                self.at = start;
                None
            }
        }
    }

    fn field_type(&mut self, slot: &'static Slot) -> Outcome {
        let Some((_, words)) = roadmap_schema::words().iter().find(|(list, _)| *list == "FIELD_TYPE") else {
            return Outcome::Other;
        };
        let outcome = self.choice(slot, words);
        let Outcome::Value(Value::Choice(word)) = outcome else { return outcome };
        let mut options = Vec::new();
        if word == "one_of" {
            while let Some(option) = self.string().or_else(|| self.name()) {
                options.push(option);
                if self.peek() != Some(&AtomKind::Comma) {
                    break;
                }
                self.at += 1;
            }
            if options.is_empty() {
                return Outcome::Other;
            }
        }
        Outcome::Value(Value::FieldType(word, options.into()))
    }

    fn rule_name(&mut self) -> Option<Value> {
        let (group, name) = match self.atoms.get(self.at..self.at + 3)? {
            [a, b, c] if b.kind == AtomKind::Op(Op::Div) => match (&a.kind, &c.kind) {
                (AtomKind::Name(group), AtomKind::Name(name)) => (group, name),
                _ => return None,
            },
            _ => return None,
        };
        self.at += 3;
        Some(Value::RuleName(SmolStr::new(format!("{group}/{name}"))))
    }

    fn column_test(&mut self) -> Option<Value> {
        let start = self.at;
        let column = self.string()?;
        let operator = match self.peek() {
            Some(AtomKind::Op(op)) if self.comparison().is_some() => op.as_str(),
            _ => {
                self.at = start;
                return None;
            }
        };
        self.at += 1;
        let Some(value) = self.scalar() else {
            self.at = start;
            return None;
        };
        Some(Value::ColumnTest(column, operator, value))
    }

    fn currency(&mut self) -> Outcome {
        let Some(AtomKind::Name(name)) = self.peek() else { return Outcome::Other };
        let range = self.range();
        self.at += 1;
        if let Some(currency) = Currency::parse(name) {
            return Outcome::Value(Value::Currency(currency));
        }
        self.unknown_currency(name, range);
        Outcome::Value(Value::Broken)
    }

    fn change(&mut self) -> Option<Value> {
        let start = self.at;
        let old = self.scalar();
        let arrow = self.peek() == Some(&AtomKind::Op(Op::Arrow));
        self.at += usize::from(arrow);
        match (old, self.scalar()) {
            (Some(old), Some(new)) if arrow => Some(Value::Change(Box::new((old, new)))),
            _ => {
                self.at = start;
                None
            }
        }
    }

    pub(super) fn scalar(&mut self) -> Option<Scalar> {
        if let Some(text) = self.text() {
            return Some(Scalar::Text(text));
        }
        if let Some(when) = self.when_unless_number() {
            return Some(Scalar::When(when));
        }
        if let Some(duration) = self.duration() {
            return Some(Scalar::Duration(duration));
        }
        let start = self.at;
        if let Some(amount) = self.amount() {
            if self.peek() == Some(&AtomKind::Op(Op::Add)) {
                let terms = self.money_after(Term { amount, range: self.span_from(start) });
                return Some(Scalar::Money(terms.iter().map(|term| term.amount).collect()));
            }
            return Some(Scalar::Amount(amount));
        }
        self.reference().map(Scalar::Name)
    }

    pub(super) fn comparison(&self) -> Option<Comparison> {
        match self.peek()? {
            AtomKind::Op(Op::Eq) => Some(Comparison::Equal),
            AtomKind::Op(Op::Ne) => Some(Comparison::NotEqual),
            AtomKind::Op(Op::Lt) => Some(Comparison::Less),
            AtomKind::Op(Op::Le) => Some(Comparison::AtMost),
            AtomKind::Op(Op::Gt) => Some(Comparison::More),
            AtomKind::Op(Op::Ge) => Some(Comparison::AtLeast),
            _ => None,
        }
    }
}

/// The day that a word such as `mon` names, 0 for Monday.
fn weekday(word: &str) -> Option<u8> {
    WEEKDAYS.iter().position(|day| *day == word).and_then(|index| u8::try_from(index).ok())
}
