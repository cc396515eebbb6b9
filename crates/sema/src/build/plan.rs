//! The `roadmap` statement, read before all others: they count in its currency and calendar.

use jiff::civil::Date;
use roadmap_diag::{Diagnostic, Fix, Locale, Message, Span};
use roadmap_schema::Kind;
use smol_str::SmolStr;

use super::builder::Builder;
use super::view::View;
use crate::hir::{AmountUnit, Value, When};
use crate::model::{Rate, Written};
use crate::value::{Currency, DateRange};

impl<'h> Builder<'h> {
    /// Reads the first `roadmap` statement; a second one is reported.
    pub(super) fn plan(&mut self) {
        let mut first: Option<View<'h>> = None;
        for view in self.roots().into_iter().filter(|view| view.stmt.kind() == Kind::Roadmap) {
            match first {
                None => {
                    first = Some(view);
                    self.read_plan(view);
                }
                Some(first) => {
                    let error = self
                        .error(
                            "schema/roadmap-twice",
                            view.keyword_span(),
                            Message::new("schema-roadmap-twice"),
                        )
                        .help(Message::new("schema-roadmap-twice.help"))
                        .related(first.keyword_span(), Message::new("schema-roadmap-twice.first"));
                    self.diagnostics.push(error.about(view.keyword_span()));
                }
            }
        }
    }

    fn read_plan(&mut self, view: View<'h>) {
        self.model.plan.place = Some(view.place());
        self.model.plan.title = view.text("title").unwrap_or_default();
        self.model.plan.title_span = view.value("title").map(|value| view.span(value.range));
        if let Some(lang) = view.word_of("lang", "language").and_then(|word| Locale::from_tag(&word)) {
            self.model.plan.lang = lang;
        }
        if let Some(Value::Currency(currency)) =
            view.child("currency").and_then(|c| c.value("code")).map(|v| &v.value)
        {
            self.model.plan.currency = *currency;
        }
        if let Some(child) = view.child("fiscal_year")
            && let Some((month, _)) = self.whole(child, "month", 1..=12, "value-out-of-range.month")
        {
            self.model.plan.fiscal_year = u8::try_from(month).unwrap_or(1);
        }
        self.rates(view);
        self.model.plan.period_written = view.has("period");
        self.model.plan.period = view.child("period").and_then(|child| self.range(child, "range"));
        let day = None;
        self.model.plan.budget = self.budget(view, day);
        for child in view.children_of("cadence") {
            for value in child.values_in("review") {
                match value.value {
                    Value::Cadence(cadence) => {
                        let written = Written { value: cadence, span: child.span(value.range) };
                        self.model.plan.cadence.push(written);
                    }
                    _ => self.model.plan.cadence_unread = true,
                }
            }
        }
        self.model.plan.checkpoint = view.word_of("checkpoint", "cadence");
        self.model.plan.checkpoint_written = view.has("checkpoint");
        self.model.plan.outputs_first = view.has("outputs_first");
        self.model.plan.positioning = view.text_of("positioning");
        self.model.plan.approvals = self.approvals(view);
        self.model.plan.extras = self.extras(view);
        self.unknown_properties(view, Kind::Roadmap);
    }

    fn rates(&mut self, view: View<'h>) {
        for child in view.children_of("rate") {
            let Some(value) = child.value("rate") else { continue };
            let span = child.span(value.range);
            let Value::Rate(from, to) = value.value else { continue };
            let (AmountUnit::Money(from_currency), AmountUnit::Money(to_currency)) = (from.unit, to.unit)
            else {
                let message = Message::new("schema-value-form")
                    .with("keyword", "rate")
                    .with("wanted", Message::new("form-rate"))
                    .with("found", "=");
                let error = self.error("schema/value-form", span, message);
                self.diagnostics.push(error.about(child.keyword_span()));
                continue;
            };
            let on = child.when("day").and_then(|(when, _)| day_of(when));
            match to.value.checked_div(from.value) {
                Some(factor) if factor > rust_decimal::Decimal::ZERO => {
                    self.model.plan.rates.push(Rate {
                        span,
                        from: from_currency,
                        to: to_currency,
                        factor,
                        on,
                    });
                }
                _ if from.value.is_sign_negative()
                    || to.value.is_sign_negative()
                    || from.value.is_zero()
                    || to.value.is_zero() =>
                {
                    let message = Message::new("value-out-of-range")
                        .with("keyword", "rate")
                        .with("wanted", Message::new("value-out-of-range.rate"));
                    let error = self
                        .error("value/out-of-range", span, message)
                        .help(Message::new("value-out-of-range.help"));
                    self.diagnostics.push(error.about(child.keyword_span()));
                }
                _ => self.overflow(span),
            }
        }
    }

    /// The range in `slot`; one that ends before it starts is reported.
    pub(super) fn range(&mut self, view: View<'h>, slot: &'static str) -> Option<Written<DateRange>> {
        let (when, span) = view.when(slot)?;
        let fiscal = self.model.plan.fiscal_year;
        let (start, end) = (when.start(fiscal), when.end(fiscal));
        if let Some(range) = DateRange::new(start, end) {
            return Some(Written { value: range, span });
        }
        let error = self.backwards(span, start, end);
        self.diagnostics.push(error.about(view.keyword_span()));
        None
    }

    fn backwards(&self, span: Span, start: Date, end: Date) -> Diagnostic {
        self.error("value/range-backwards", span, Message::new("value-range-backwards"))
            .help(Message::new("value-range-backwards.help"))
            .fix(Fix::replace(
                Message::new("value-range-backwards.fix"),
                false,
                span,
                format!("{end}..{start}"),
            ))
    }

    /// The date in `slot` as a deadline: a period's last day. Also whether it was written as one day.
    pub(super) fn deadline(&self, view: View<'h>, slot: &'static str) -> Option<(Written<Date>, bool)> {
        let (when, span) = view.when(slot)?;
        let value = when.end(self.model.plan.fiscal_year);
        Some((Written { value, span }, matches!(when, When::Day(_))))
    }

    /// The date in `slot` as a start: a period's first day.
    pub(super) fn start(&self, view: View<'h>, slot: &'static str) -> Option<Written<Date>> {
        let (when, span) = view.when(slot)?;
        Some(Written { value: when.start(self.model.plan.fiscal_year), span })
    }

    /// The day in `slot`.
    pub(super) fn day(&self, view: View<'h>, slot: &'static str) -> Option<Date> {
        view.when(slot).and_then(|(when, _)| day_of(when))
    }

    /// The plan's currency.
    pub(super) fn currency(&self) -> Currency {
        self.model.plan.currency
    }

    /// Remembers the text of a named message.
    pub(super) fn name_message(&mut self, name: &SmolStr, text: &SmolStr) {
        self.named_messages.push((name.clone(), text.clone()));
        self.model.plan.messages.entry(name.clone()).or_insert_with(|| text.clone());
    }
}

fn day_of(when: When) -> Option<Date> {
    match when {
        When::Day(day) => Some(day),
        _ => None,
    }
}
