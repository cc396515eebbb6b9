//! Numbers: money, targets, durations.

use roadmap_diag::{Message, Span, TextRange, format_money};
use roadmap_schema::Kind;
use roadmap_sema::catalog;
use roadmap_sema::hir::Value;
use roadmap_sema::model::{Budget, Direction, Id, Metric, Model, Unit};
use roadmap_sema::value::{Currency, Number};
use rust_decimal::Decimal;

use super::CompletionKind;
use super::context::{Context, ValuePlace};
use super::list::{List, Offer};
use super::snippet::Snippet;
use crate::scope::Scope;

/// Offers amounts of money: what is left of the budget around, and what is typed in the plan's currency.
pub(super) fn money(context: &Context<'_>, place: &ValuePlace<'_>, list: &mut List<'_>) {
    let model = &*context.analysis.model;
    let currency = model.plan.currency;
    if let Some((left, of)) =
        left(context, place).filter(|(left, _)| left.is_sign_positive() && !left.is_zero())
    {
        let message =
            Message::new("ide-money-left").with("name", of).with("amount", money_arg(left, currency));
        let detail = list.say(&message);
        list.offer_plain(
            Offer::new(CompletionKind::Value, source_money(left, currency)).detail(detail).group(1),
        );
    }
    typed(context.prefix, currency, list);
}

fn money_arg(amount: Decimal, currency: Currency) -> roadmap_diag::Arg {
    roadmap_diag::Arg::Money(amount, currency.code().to_owned())
}

/// What is typed, as an amount of the plan's currency.
fn typed(prefix: &str, currency: Currency, list: &mut List<'_>) {
    let digits = prefix.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let Ok(number) = digits.replace('_', "").parse::<Decimal>() else { return };
    let sizes: &[(&str, i64)] = match currency {
        Currency::VND => &[("M", 1_000_000), ("k", 1_000), ("B", 1_000_000_000)],
        _ => &[("", 1), ("k", 1_000), ("M", 1_000_000)],
    };
    for (suffix, size) in sizes {
        let text = format!("{digits}{suffix} {currency}");
        let Some(amount) = number.checked_mul(Decimal::from(*size)) else { continue };
        let detail = format_money(amount, currency.code(), list.locale);
        list.offer_plain(Offer::new(CompletionKind::Value, text).detail(detail).group(2));
    }
}

/// What is left of the budget that the statement's takes a part of, and whose budget that is.
fn left(context: &Context<'_>, place: &ValuePlace<'_>) -> Option<(Decimal, String)> {
    let model = &*context.analysis.model;
    let scope = Scope::of(context.analysis, &place.cursor, Some(place.index));
    let here = place.cursor.span(place.stmt.keyword_range);
    // The line that is being written takes nothing yet.
    let sum = |budgets: &mut dyn Iterator<Item = &Budget>| {
        budgets
            .filter(|budget| budget.lines.iter().all(|line| line.keyword != here))
            .filter_map(Budget::total)
            .try_fold(Decimal::ZERO, Decimal::checked_add)
    };
    match place.stmt.parent_kind {
        Kind::Phase => {
            let total = model.plan.budget.total()?;
            let spent = sum(&mut model.phases.rows().iter().map(|phase| &phase.budget))?;
            Some((total.checked_sub(spent)?, model.plan.title.to_string()))
        }
        Kind::PhaseChannel => {
            let phase = &model[scope.phase?];
            let spent = sum(&mut phase.channels.iter().map(|channel| &channel.budget))?;
            Some((phase.budget.total()?.checked_sub(spent)?, phase.head.title.to_string()))
        }
        Kind::Activity => {
            let phase = &model[scope.phase?];
            let activities = phase.activities.iter().map(|id| &model[*id]);
            let spent = sum(&mut activities.filter(|work| work.status.counts()).map(|work| &work.budget))?;
            Some((phase.budget.total()?.checked_sub(spent)?, phase.head.title.to_string()))
        }
        _ => None,
    }
}

/// Money as it is written in a plan: `300M VND`, `4_500 USD`.
pub(crate) fn source_money(amount: Decimal, currency: Currency) -> String {
    format!("{} {currency}", source_number(amount, currency == Currency::VND))
}

/// A number as it is written in a plan; round millions with their suffix where `short`.
pub(crate) fn source_number(value: Decimal, short: bool) -> String {
    let million = Decimal::from(1_000_000);
    let write = |value| Number { value, plain: false, signed: false }.to_string();
    if short && !value.is_zero() && (value % million).is_zero() {
        format!("{}M", write(value / million))
    } else {
        write(value)
    }
}

/// Offers what a KPI may aim at, by its metric.
pub(super) fn target(context: &Context<'_>, place: &ValuePlace<'_>, list: &mut List<'_>) {
    let model = &*context.analysis.model;
    let about = About::at(model, place);
    if place.operator.is_some() {
        if place.operator == Some("->") {
            for change in ["+10%", "+20%", "+30%", "-10%", "-20%"] {
                let is_up = change.starts_with('+');
                let group = if (about.direction != Some(Direction::Down)) == is_up { 3 } else { 6 };
                list.offer_plain(Offer::new(CompletionKind::Value, change).group(group));
            }
        }
        if about.is_money {
            typed(context.prefix, model.plan.currency, list);
        }
        return;
    }
    let end = Scope::of(context.analysis, &place.cursor, Some(place.index))
        .phase
        .and_then(|phase| model[phase].range)
        .or(model.plan.period)
        .map(|range| range.value.end.to_string());
    let unit = about.suffix(model);
    let sample = |number: &str| format!("{number}{unit}");
    let from = about.now.clone().unwrap_or_else(|| sample("0"));
    let in_goal = place.stmt.parent_kind == Kind::Goal;
    let compare = if about.direction == Some(Direction::Down) { "<=" } else { ">=" };
    let number = match (about.is_percent, about.is_money && model.plan.currency == Currency::VND) {
        (true, _) => "10",
        (_, true) => "100M",
        _ => "1_000",
    };
    let mut way = Snippet::new(&format!("{from} -> ")).stop(&sample(number));
    if let Some(end) = end.filter(|_| in_goal) {
        way = way.text(" by ").stop(&end);
    }
    let bound = Snippet::new(&format!("{compare} ")).stop(&sample(number));
    let way_says = list.say(&Message::new("ide-target-way"));
    let bound_says = match about.direction {
        Some(Direction::Down) => list.say(&Message::new("ide-target-most")),
        _ => list.say(&Message::new("ide-target-least")),
    };
    let (first, second) = if in_goal { (1, 2) } else { (2, 1) };
    let way = Offer::snippet(format!("{from} -> "), way.build()).kind(CompletionKind::Value);
    list.offer_plain(way.detail(way_says).group(first));
    let bound = Offer::snippet(format!("{compare} "), bound.build()).kind(CompletionKind::Value);
    list.offer_plain(bound.detail(bound_says).group(second));
    if about.is_money {
        typed(context.prefix, model.plan.currency, list);
    }
}

/// Offers a figure of a metric: the newest one to change, and what is typed in its unit.
pub(super) fn reading(context: &Context<'_>, place: &ValuePlace<'_>, list: &mut List<'_>) {
    let model = &*context.analysis.model;
    let about = About::at(model, place);
    if let Some(now) = &about.now {
        let detail = list.say(&Message::new("ide-reading-newest"));
        list.offer(Offer::new(CompletionKind::Value, now.as_str()).detail(detail).group(3), []);
    }
    if about.is_money {
        typed(context.prefix, model.plan.currency, list);
    }
    let is_number = context.prefix.replace('_', "").parse::<Decimal>().is_ok();
    if about.is_percent && is_number {
        list.offer_plain(Offer::new(CompletionKind::Value, format!("{}%", context.prefix)).group(2));
    }
}

/// Offers what comes next in `1 USD = 25_400 VND`.
pub(super) fn rate(context: &Context<'_>, place: &ValuePlace<'_>, list: &mut List<'_>) {
    let plan = &context.analysis.model.plan;
    let written = TextRange::new(place.stmt.keyword_range.end, place.at);
    let words: Vec<&str> = place.cursor.tree.slice(written).split_whitespace().collect();
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let foreign = || Currency::all().filter(|currency| *currency != plan.currency);
    let common = |currency: Currency| {
        let is_used = plan.rates.iter().any(|rate| rate.from == currency);
        if is_used {
            1
        } else if matches!(currency.code(), "USD" | "EUR") {
            2
        } else {
            5
        }
    };
    match *words {
        [] => {
            for currency in foreign().filter(|currency| common(*currency) < 5) {
                let offer = Offer::new(CompletionKind::Value, format!("1 {currency} =")).continues();
                list.offer(offer.group(common(currency)), []);
            }
        }
        [number] if is_number(number) => {
            for currency in foreign() {
                list.offer(Offer::new(CompletionKind::Word, currency.code()).group(common(currency)), []);
            }
        }
        [_, from, "="] => {
            let is_here = |span: Span| span == place.cursor.span(span.range) && span.range.touches(place.at);
            let mut others = plan.rates.iter().filter(|rate| !is_here(rate.span));
            if let Some(last) = others.rfind(|rate| rate.from.code() == from) {
                let text = format!("{} {}", source_number(last.factor, false), last.to);
                let detail = list.say(&Message::new("ide-rate-newest"));
                list.offer(Offer::new(CompletionKind::Value, text).detail(detail).group(1), []);
            }
            if is_number(context.prefix) {
                list.offer_plain(
                    Offer::new(CompletionKind::Value, format!("{} {}", context.prefix, plan.currency))
                        .group(2),
                );
            }
        }
        [_, _, "=", number] if is_number(number) => {
            list.offer_plain(Offer::new(CompletionKind::Word, plan.currency.code()).group(1));
        }
        _ => {}
    }
}

/// What a metric's numbers look like.
#[derive(Default)]
struct About {
    is_money: bool,
    is_percent: bool,
    direction: Option<Direction>,
    /// The newest reading, as it is written.
    now: Option<String>,
}

impl About {
    /// The metric that a statement names, or the one that it stands in.
    fn at(model: &Model, place: &ValuePlace<'_>) -> Self {
        let hir = place.cursor.hir;
        let parent = place.stmt.parent.and_then(|parent| hir.stmt(parent));
        let metric = std::iter::once(place.stmt).chain(parent).find_map(|stmt| {
            match &hir.value(stmt, "metric")?.value {
                Value::Name(name) => Some(name.as_str()),
                _ => None,
            }
        });
        metric.map(|name| Self::new(model, name)).unwrap_or_default()
    }

    fn new(model: &Model, name: &str) -> Self {
        if let Some((id, metric)) = model.metrics.iter().find(|(_, metric)| metric.head.id == name) {
            return Self {
                is_money: matches!(metric.unit, Some(Unit::Money(_))),
                is_percent: metric.unit == Some(Unit::Percent),
                direction: metric.direction,
                now: newest(model, id, metric.unit),
            };
        }
        catalog::metric(name).map_or_else(Self::default, |metric| Self {
            is_money: metric.unit == catalog::BuiltinUnit::Money,
            is_percent: metric.unit == catalog::BuiltinUnit::Percent,
            direction: Some(metric.direction),
            now: None,
        })
    }

    fn suffix(&self, model: &Model) -> String {
        match (self.is_money, self.is_percent) {
            (true, _) => format!(" {}", model.plan.currency),
            (_, true) => "%".to_owned(),
            _ => String::new(),
        }
    }
}

/// The newest whole reading of a metric.
fn newest(model: &Model, metric: Id<Metric>, unit: Option<Unit>) -> Option<String> {
    let readings = model.actuals.rows().iter();
    let own = readings.filter(|actual| actual.metric.target == Some(metric) && actual.by.is_empty());
    let newest = own.filter(|actual| actual.value.is_some()).max_by_key(|actual| actual.end)?;
    let value = newest.value?;
    Some(match unit {
        Some(Unit::Money(currency)) => source_money(value, currency),
        Some(Unit::Percent) => format!("{}%", source_number(value, false)),
        _ => source_number(value, false),
    })
}
