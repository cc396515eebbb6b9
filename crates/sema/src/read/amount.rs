//! Numbers, percents, money and targets.

use roadmap_diag::{Message, TextRange};
use rust_decimal::Decimal;

use super::{Outcome, Reader};
use crate::hir::{Amount, AmountUnit, Target, Term, Value};
use crate::names;
use crate::problem::Problem;
use crate::value::{AtomKind, Currency, Lag, Op};

impl<'a> Reader<'a> {
    pub(super) fn plain_number(&mut self) -> Option<Amount> {
        let AtomKind::Number(number) = self.peek()? else { return None };
        self.at += 1;
        Some(Amount { value: number.value, unit: AmountUnit::Plain, signed: number.signed })
    }

    pub(super) fn percent_amount(&mut self) -> Option<Amount> {
        let AtomKind::Percent { value, signed } = self.peek()? else { return None };
        self.at += 1;
        Some(Amount { value: *value, unit: AmountUnit::Percent, signed: *signed })
    }

    /// A percent as a bare number: 15 for `15%`.
    pub(super) fn percent(&mut self) -> Option<Decimal> {
        self.percent_amount().map(|amount| amount.value)
    }

    pub(super) fn lag(&mut self) -> Option<Lag> {
        let AtomKind::Lag(lag) = self.peek()? else { return None };
        self.at += 1;
        Some(*lag)
    }

    /// A number with the currency or the percent sign that belongs to it.
    pub(super) fn amount(&mut self) -> Option<Amount> {
        if let Some(amount) = self.percent_amount() {
            return Some(amount);
        }
        if let AtomKind::Points { value, signed } = self.peek()? {
            self.at += 1;
            return Some(Amount { value: *value, unit: AmountUnit::Points, signed: *signed });
        }
        let mut amount = self.plain_number()?;
        if let Some(AtomKind::Name(name)) = self.peek() {
            if let Some(currency) = Currency::parse(name) {
                self.at += 1;
                amount.unit = AmountUnit::Money(currency);
            } else if looks_like_currency(name) && !self.at_clause() {
                let range = self.range();
                self.at += 1;
                self.unknown_currency(name, range);
            }
        }
        Some(amount)
    }

    pub(super) fn unknown_currency(&mut self, name: &str, range: TextRange) {
        let mut problem = Problem::error(
            "value/currency-unknown",
            range,
            Message::new("value-currency-unknown").with("code", name),
        )
        .help(Message::new("value-currency-unknown.help"));
        let upper = name.to_uppercase();
        let near = Currency::parse(&upper).map(|_| upper.clone()).or_else(|| {
            names::suggest(
                &upper,
                ["VND", "USD", "EUR", "GBP", "SGD", "JPY"].map(|code| (code, code)).into_iter(),
            )
            .map(str::to_owned)
        });
        if let Some(near) = near {
            problem =
                problem.replace(Message::new("fix-replace").with("text", near.as_str()), false, range, near);
        }
        self.report(problem);
    }

    /// One amount or a sum of several.
    pub(super) fn money(&mut self) -> Option<Box<[Term]>> {
        let start = self.at;
        let amount = self.amount()?;
        Some(self.money_after(Term { amount, range: self.span_from(start) }))
    }

    pub(super) fn money_after(&mut self, first: Term) -> Box<[Term]> {
        let mut terms = vec![first];
        while self.peek() == Some(&AtomKind::Op(Op::Add)) {
            self.at += 1;
            let start = self.at;
            match self.amount() {
                Some(amount) => terms.push(Term { amount, range: self.span_from(start) }),
                None => {
                    let range = self.range();
                    self.report(
                        Problem::error("schema/value-missing", range, Message::new("schema-sum-cut"))
                            .help(Message::new("schema-sum-cut.help")),
                    );
                    break;
                }
            }
        }
        terms.into()
    }

    pub(super) fn target(&mut self) -> Outcome {
        if let Some(comparison) = self.comparison() {
            self.at += 1;
            if self.peek() == Some(&AtomKind::Mistake) {
                self.at += 1;
                return Outcome::Value(Value::Broken);
            }
            return match self.amount() {
                Some(amount) => Outcome::Value(Value::Target(Target::Compare(comparison, amount))),
                None => self.cut_target(),
            };
        }
        let Some(from) = self.amount() else { return Outcome::Other };
        let operator = self.peek();
        if !matches!(operator, Some(AtomKind::Op(Op::Arrow | Op::To))) {
            return Outcome::Value(Value::Target(Target::Bare(from)));
        }
        self.at += 1;
        if self.peek() == Some(&AtomKind::Mistake) {
            self.at += 1;
            return Outcome::Value(Value::Broken);
        }
        match self.amount() {
            Some(to) if operator == Some(&AtomKind::Op(Op::Arrow)) => {
                Outcome::Value(Value::Target(Target::Change(from, to)))
            }
            Some(to) => Outcome::Value(Value::Target(Target::Band(from, to))),
            None => self.cut_target(),
        }
    }

    /// A target that ends in its operator.
    fn cut_target(&mut self) -> Outcome {
        let range =
            self.at.checked_sub(1).and_then(|at| self.atoms.get(at)).map_or(self.keyword, |atom| atom.range);
        self.report(
            Problem::error("schema/value-missing", range, Message::new("schema-target-cut"))
                .help(Message::new("schema-target-cut.help")),
        );
        Outcome::Value(Value::Broken)
    }
}

/// Three capital letters: somebody meant a currency.
fn looks_like_currency(name: &str) -> bool {
    name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_uppercase())
}
