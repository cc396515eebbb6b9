//! Amounts in the plan's currency and in a metric's unit. Exact, and never mixed without a rate.

use jiff::civil::Date;
use roadmap_diag::{Message, Span};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::builder::Builder;
use super::view::View;
use crate::hir::{Amount, AmountUnit, Term, Value};
use crate::model::{Budget, BudgetLine, Unit};
use crate::value::Currency;

impl<'h> Builder<'h> {
    /// The lines `budget` of `view`; `day` says which rate counts.
    pub(super) fn budget(&mut self, view: View<'h>, day: Option<Date>) -> Budget {
        let mut lines = Vec::new();
        for child in view.children_of("budget") {
            let value = child.value("amount");
            let span = value.map_or(child.keyword_span(), |value| child.span(value.range));
            lines.push(BudgetLine {
                keyword: child.keyword_span(),
                span,
                amount: self.money(child, "amount", day),
                terms: match value.map(|value| &value.value) {
                    Some(Value::Money(terms)) => terms.iter().map(|term| term.amount).collect(),
                    _ => Box::default(),
                },
                objective: child.word("objective"),
            });
        }
        Budget { lines }
    }

    /// The money in `slot` in the plan's currency: what is planned or spent, and so never less than nothing.
    pub(super) fn money(&mut self, view: View<'h>, slot: &'static str, day: Option<Date>) -> Option<Decimal> {
        let value = view.value(slot)?;
        let Value::Money(terms) = &value.value else { return None };
        let negative = |term: &&Term| term.amount.value.is_sign_negative() && !term.amount.value.is_zero();
        if let Some(term) = terms.iter().find(negative) {
            self.negative(view, *term);
            return None;
        }
        self.sum(terms.iter().map(|term| (term.amount, view.span(term.range))), view, day)
    }

    /// Reports a term of a sum that is less than nothing. The sign alone may be what is wrong.
    fn negative(&mut self, view: View<'h>, term: Term) {
        let currency = match term.amount.unit {
            AmountUnit::Money(currency) => currency,
            _ => self.model.plan.currency,
        };
        let amount = roadmap_diag::Arg::Money(term.amount.value, currency.code().to_owned());
        let message = Message::new("value-negative").with("keyword", view.keyword()).with("amount", amount);
        let error = self
            .error("value/negative", view.span(term.range), message)
            .help(Message::new("value-negative.help").with("keyword", view.keyword()));
        self.diagnostics.push(error.about(view.keyword_span()));
    }

    /// A sum of money in the plan's currency; what is wrong with a term is said at its place.
    pub(super) fn sum(
        &mut self,
        terms: impl IntoIterator<Item = (Amount, Span)>,
        view: View<'h>,
        day: Option<Date>,
    ) -> Option<Decimal> {
        let mut sum = Decimal::ZERO;
        for (term, span) in terms {
            let amount = match term.unit {
                AmountUnit::Plain => term.value,
                AmountUnit::Money(currency) => self.convert(term.value, currency, span, day)?,
                AmountUnit::Percent | AmountUnit::Points => {
                    let message = Message::new("value-not-money")
                        .with("keyword", view.keyword())
                        .with("found", roadmap_diag::Arg::Percent(term.value));
                    let error = self
                        .error("value/not-money", span, message)
                        .help(Message::new("value-not-money.help"));
                    self.diagnostics.push(error.about(view.keyword_span()));
                    return None;
                }
            };
            let Some(total) = sum.checked_add(amount) else {
                self.overflow(span);
                return None;
            };
            sum = total;
        }
        Some(sum)
    }

    /// `value` of `currency` in the plan's currency, by the latest rate on or before `day`.
    pub(super) fn convert(
        &mut self,
        value: Decimal,
        currency: Currency,
        span: Span,
        day: Option<Date>,
    ) -> Option<Decimal> {
        let plan = self.model.plan.currency;
        if currency == plan {
            return Some(value);
        }
        let Some(rate) = self.model.plan.rate(currency, day) else {
            self.no_rate(currency, plan, span, day);
            return None;
        };
        let converted = rate.apply(value, currency);
        if converted.is_none() {
            self.overflow(span);
        }
        converted
    }

    fn no_rate(&mut self, from: Currency, to: Currency, span: Span, day: Option<Date>) {
        let day = day.unwrap_or(self.model.today);
        let message = Message::new("value-no-rate").with("from", from.code()).with("to", to.code());
        let help = Message::new("value-no-rate.help")
            .with("from", from.code())
            .with("to", to.code())
            .with("day", day.to_string());
        let error = self.error("value/no-rate", span, message).help(help);
        self.diagnostics.push(error);
    }

    pub(super) fn overflow(&mut self, span: Span) {
        let error = self
            .error("value/overflow", span, Message::new("value-overflow"))
            .help(Message::new("value-overflow.help"));
        self.diagnostics.push(error);
    }

    /// A whole number in a range; anything else is reported with `wanted`, an attribute of `value-out-of-range`.
    pub(super) fn whole(
        &mut self,
        view: View<'h>,
        slot: &'static str,
        range: std::ops::RangeInclusive<u32>,
        wanted: &'static str,
    ) -> Option<(u32, Span)> {
        let value = view.value(slot)?;
        let Value::Amount(amount) = &value.value else { return None };
        let span = view.span(value.range);
        let number = amount.value.is_integer().then(|| u32::try_from(amount.value).ok()).flatten();
        if let Some(number) = number.filter(|number| range.contains(number)) {
            return Some((number, span));
        }
        let message = Message::new("value-out-of-range")
            .with("keyword", view.keyword())
            .with("wanted", Message::new(wanted));
        let error =
            self.error("value/out-of-range", span, message).help(Message::new("value-out-of-range.help"));
        self.diagnostics.push(error.about(view.keyword_span()));
        None
    }
}

impl<'h> Builder<'h> {
    /// `percent`, the value of `view` at `span`, where it is one of a whole; anything else is reported.
    pub(super) fn hundred(&mut self, view: View<'h>, percent: Decimal, span: Span) -> Option<Decimal> {
        if (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&percent) {
            return Some(percent);
        }
        let message = Message::new("value-out-of-range")
            .with("keyword", view.keyword())
            .with("wanted", Message::new("value-out-of-range.percent"));
        let error =
            self.error("value/out-of-range", span, message).help(Message::new("value-out-of-range.help"));
        self.diagnostics.push(error.about(view.keyword_span()));
        None
    }

    /// Reports shares of a budget that come to more than all of it.
    pub(super) fn shares_too_large(&mut self, view: View<'h>, sum: Decimal, span: Span) {
        let message = Message::new("value-shares").with("sum", roadmap_diag::Arg::Percent(sum));
        let error = self.error("value/out-of-range", span, message).help(Message::new("value-shares.help"));
        self.diagnostics.push(error.about(view.keyword_span()));
    }
}

/// What an amount comes to in a unit.
pub(super) enum InUnit {
    /// A value.
    Value(Decimal),
    /// A change relative to a baseline, in percent of it.
    Relative(Decimal),
    /// A change relative to a baseline, in points of percent.
    Points(Decimal),
    /// Another unit; with the number as it should be written, where that is plain.
    Other(Option<Unit>, Option<SmolStr>),
    /// Reported already.
    Broken,
}

impl<'h> Builder<'h> {
    /// `amount` in `unit`. A signed percent is relative; where the unit is not known, the amount says it.
    pub(super) fn in_unit(
        &mut self,
        amount: Amount,
        unit: Option<Unit>,
        span: Span,
        day: Option<Date>,
    ) -> InUnit {
        match (amount.unit, unit) {
            (AmountUnit::Percent, _) if amount.signed => InUnit::Relative(amount.value),
            (AmountUnit::Points, Some(Unit::Percent) | None) if amount.signed => InUnit::Points(amount.value),
            (AmountUnit::Points, Some(Unit::Percent | Unit::Points) | None) => InUnit::Value(amount.value),
            (AmountUnit::Points, found) => InUnit::Other(found.and(Some(Unit::Points)), None),
            (AmountUnit::Percent, Some(Unit::Percent) | None) => InUnit::Value(amount.value),
            (AmountUnit::Percent, Some(Unit::Ratio)) => InUnit::Value(amount.value / Decimal::ONE_HUNDRED),
            (AmountUnit::Percent, Some(_)) => InUnit::Other(Some(Unit::Percent), None),
            (AmountUnit::Money(currency), Some(Unit::Money(_)) | None) => {
                self.convert(amount.value, currency, span, day).map_or(InUnit::Broken, InUnit::Value)
            }
            (AmountUnit::Money(currency), Some(_)) => InUnit::Other(Some(Unit::Money(currency)), None),
            (AmountUnit::Plain, Some(Unit::Percent)) => {
                InUnit::Other(None, Some(SmolStr::new(format!("{}%", amount.value.normalize()))))
            }
            (AmountUnit::Plain, _) => InUnit::Value(amount.value),
        }
    }
}

/// The unit that a written amount shows, where it shows one.
pub(super) fn unit_shown(amount: Amount, plan: Currency) -> Option<Unit> {
    match amount.unit {
        AmountUnit::Plain => None,
        AmountUnit::Percent if amount.signed => None,
        AmountUnit::Percent | AmountUnit::Points => Some(Unit::Percent),
        AmountUnit::Money(_) => Some(Unit::Money(plan)),
    }
}
