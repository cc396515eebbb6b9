//! `track/divergence`

use std::collections::BTreeSet;

use roadmap_diag::Arg;
use rust_decimal::Decimal;

use super::series::{self, Point};
use crate::model::{Direction, Id, KpiHome, Metric, MetricKind, Model};
use crate::rules::facts::amount;
use crate::rules::{Check, Cx, Sink, rule};

rule!("track/divergence", "track-divergence", Warning, Check::Project(check), "divergence.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let model = cx.model;
    let series = series::all(model);
    let grown: Vec<(Id<Metric>, Decimal, Pair)> = model
        .metrics
        .ids()
        .filter(|metric| is_input(model, *metric))
        .filter_map(|metric| {
            let pair = last_two(series.get(&metric)?)?;
            let growth = growth(pair)?;
            (growth >= Decimal::from(cx.settings.limits.divergence_percent)).then_some((metric, growth, pair))
        })
        .collect();
    if grown.is_empty() {
        return;
    }
    let driven: Vec<BTreeSet<Id<Metric>>> =
        grown.iter().map(|(input, ..)| driven_by(model, *input)).collect();
    let mut told: BTreeSet<Id<Metric>> = BTreeSet::new();
    for goal in model.goals.ids() {
        for id in cx.kpis_of(KpiHome::Goal(goal)) {
            let kpi = &model[*id];
            let Some(metric) = kpi.metric.target.filter(|_| cx.is_outcome(*id) && !kpi.place.damaged) else {
                continue;
            };
            let is_running = kpi.start.is_some_and(|start| start <= model.today)
                && kpi.end.is_some_and(|end| model.today <= end);
            // Of what is better down, nobody expects that it grows.
            let is_up = kpi.direction == Some(Direction::Up);
            let Some(outcome) = series.get(&metric).and_then(|points| last_two(points)) else { continue };
            if !is_running || !is_up || growth(outcome).is_none_or(|growth| growth > Decimal::ZERO) {
                continue;
            }
            // The same days for both; of several inputs the one that grew most.
            let cause = grown
                .iter()
                .zip(&driven)
                .filter(|((_, _, input), driven)| driven.contains(&metric) && same_days(*input, outcome))
                .map(|(input, _)| input)
                .max_by_key(|(_, growth, _)| *growth);
            let Some((input, growth, pair)) = cause else { continue };
            if !told.insert(metric) {
                continue;
            }
            sink.report(kpi.metric.span, kpi.place)
                .with("input", model[*input].head.id.as_str())
                .with("growth", Arg::Percent(growth.round_dp(0).normalize()))
                .with("before", amount(pair.0.value, model[*input].unit))
                .with("now", amount(pair.1.value, model[*input].unit))
                .with("metric", model[metric].head.id.as_str())
                .with("goal", model[goal].head.id.as_str())
                .with("old", amount(outcome.0.value, kpi.unit))
                .with("new", amount(outcome.1.value, kpi.unit))
                .emit();
        }
    }
}

/// A reading and the one after it.
type Pair = (Point, Point);

/// The last reading and the one before it.
fn last_two(points: &[Point]) -> Option<Pair> {
    match points {
        [.., before, last] => Some((*before, *last)),
        _ => None,
    }
}

fn same_days(one: Pair, other: Pair) -> bool {
    let days = |pair: Pair| [(pair.0.start, pair.0.day), (pair.1.start, pair.1.day)];
    days(one) == days(other)
}

/// By how many percent it grew; none from nothing.
fn growth((before, last): Pair) -> Option<Decimal> {
    if before.value <= Decimal::ZERO {
        return None;
    }
    let more = last.value.checked_sub(before.value)?.checked_mul(Decimal::ONE_HUNDRED)?;
    more.checked_div(before.value)
}

/// Whether a metric says how much was put in: of a price, more is not more.
fn is_input(model: &Model, metric: Id<Metric>) -> bool {
    let row = &model[metric];
    row.kind.is_some_and(MetricKind::is_input) && row.direction != Some(Direction::Down)
}

/// All metrics that a metric drives, over as many steps as there are.
fn driven_by(model: &Model, metric: Id<Metric>) -> BTreeSet<Id<Metric>> {
    let mut open = vec![metric];
    let mut driven = BTreeSet::new();
    while let Some(next) = open.pop() {
        for target in model[next].drives.iter().filter_map(|driven| driven.target) {
            if driven.insert(target) {
                open.push(target);
            }
        }
    }
    driven
}
