//! `goal/coverage-gap`

use std::collections::BTreeMap;

use roadmap_diag::{Message, Span};
use rust_decimal::Decimal;

use crate::model::{Direction, Goal, Head, Id, Kpi, Metric, Phase};
use crate::rules::facts::amount;
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("goal/coverage-gap", "goal-coverage-gap", Warning, Check::Project(check), "coverage_gap.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let children = children(cx);
    let lost = lost(cx);
    for ((id, goal), children) in cx.model.goals.iter().zip(&children) {
        for kpi in &goal.kpis {
            check_kpi(cx, id, children, *kpi, &lost, sink);
        }
    }
}

/// What serves no known goal: linking it is what is to be mended.
#[derive(Default)]
struct Lost {
    /// Sums of activities, by metric and phase.
    activities: BTreeMap<(Id<Metric>, Option<Id<Phase>>), Decimal>,
    /// Sums of the goals of phases, by metric.
    goals: BTreeMap<Id<Metric>, Decimal>,
}

/// What adds to a goal: its head and its KPIs.
type Child<'a> = (&'a Head, &'a [Id<Kpi>]);

fn check_kpi(
    cx: &Cx<'_>,
    goal: Id<Goal>,
    children: &[Child<'_>],
    id: Id<Kpi>,
    lost: &Lost,
    sink: &mut Sink<'_>,
) {
    let kpi = &cx.model[id];
    let (Some(metric), Some(target), Some(span)) = (cx.metric_of(id), kpi.target, kpi.target_span) else {
        return;
    };
    if metric.aggregate != "sum" || kpi.direction != Some(Direction::Up) {
        return;
    }
    // What a child without any KPI adds, or with one that nobody knows, cannot be told, and is what is to be mended.
    let unclear = |kpis: &[Id<Kpi>]| kpis.is_empty() || kpis.iter().any(|part| cx.metric_of(*part).is_none());
    if children.iter().any(|(_, kpis)| unclear(kpis)) {
        return;
    }
    let mut parts: Vec<(Span, &Head, Decimal)> = Vec::new();
    for &(head, kpis) in children {
        let same =
            kpis.iter().map(|id| &cx.model[*id]).filter(|part| part.metric.target == kpi.metric.target);
        let mut largest: Option<(Span, Decimal)> = None;
        for part in same {
            // What a child adds cannot be told: nor whether the whole is covered.
            let (Some(value), Some(span), true) = (part.target, part.target_span, part.per == kpi.per) else {
                return;
            };
            // A target below its baseline is `kpi/target-wrong-way`.
            if value.baseline.is_some_and(|baseline| value.value < baseline) {
                return;
            }
            if largest.is_none_or(|(_, known)| known < value.value) {
                largest = Some((span, value.value));
            }
        }
        parts.extend(largest.map(|(span, value)| (span, head, value)));
    }
    let Some(covered) = parts.iter().map(|part| part.2).try_fold(Decimal::ZERO, Decimal::checked_add) else {
        return;
    };
    if parts.is_empty() || covered >= target.value {
        return;
    }
    let lost = kpi.metric.target.map_or(Decimal::ZERO, |metric| lost_near(cx, goal, metric, lost));
    if target.value <= covered.saturating_add(lost) {
        return;
    }
    let mut finding = sink
        .report(span, kpi.place)
        .with("goal", cx.model[goal].head.id.as_str())
        .with("metric", metric.head.id.as_str())
        .with("covered", amount(covered, kpi.unit))
        .with("target", amount(target.value, kpi.unit))
        .with("left", amount(target.value - covered, kpi.unit));
    for (span, head, value) in parts {
        let part = Message::new("goal-coverage-gap.part")
            .with("name", head.id.as_str())
            .with("value", amount(value, kpi.unit));
        finding = finding.related(span, part);
    }
    finding.emit();
}

/// What adds to each goal, in the order of the goals: the activities that serve it, without ideas and what was given up,
/// and behind them the goals that help it. Made once for all goals: a large plan has too many to search for each.
fn children<'a>(cx: &Cx<'a>) -> Vec<Vec<Child<'a>>> {
    let model = cx.model;
    let mut children: Vec<Vec<Child<'a>>> = vec![Vec::new(); model.goals.len()];
    let mut add = |goal: Id<Goal>, child: Child<'a>| {
        if let Some(children) = children.get_mut(goal.raw() as usize)
            && children.last().is_none_or(|last| !std::ptr::eq(last.0, child.0))
        {
            children.push(child);
        }
    };
    for (id, activity) in model.activities.iter() {
        if !cx.is_out_of_plan(Item::Activity(id)) {
            activity.goals.iter().for_each(|goal| add(*goal, (&activity.head, &activity.kpis)));
        }
    }
    for child in model.goals.rows() {
        let supported = child.supports.iter().filter_map(|goal| goal.target);
        supported.for_each(|goal| add(goal, (&child.head, &child.kpis)));
    }
    children
}

/// What activities bring whose goal is missing or unknown, and the goals of phases that help one that nobody knows.
fn lost(cx: &Cx<'_>) -> Lost {
    let mut lost = Lost::default();
    for (id, activity) in cx.model.activities.iter() {
        let is_clear =
            !activity.goals.is_empty() && activity.supports.iter().all(|goal| goal.target.is_some());
        if !is_clear && !cx.is_out_of_plan(Item::Activity(id)) {
            for (metric, value) in targets(cx, &activity.kpis) {
                let sum = lost.activities.entry((metric, activity.phase)).or_default();
                *sum = sum.saturating_add(value);
            }
        }
    }
    for goal in cx.model.goals.rows().iter().filter(|goal| goal.phase.is_some()) {
        if goal.supports.iter().any(|goal| goal.target.is_none()) {
            for (metric, value) in targets(cx, &goal.kpis) {
                let sum = lost.goals.entry(metric).or_default();
                *sum = sum.saturating_add(value);
            }
        }
    }
    lost
}

/// What `kpis` want of which metric, where both are known.
fn targets(cx: &Cx<'_>, kpis: &[Id<Kpi>]) -> impl Iterator<Item = (Id<Metric>, Decimal)> {
    let kpis = kpis.iter().map(|kpi| &cx.model[*kpi]);
    kpis.filter_map(|kpi| Some((kpi.metric.target?, kpi.target?.value)))
}

/// What of it may belong to a goal: all for one of the top level, else the activities of its phase and of none.
fn lost_near(cx: &Cx<'_>, goal: Id<Goal>, metric: Id<Metric>, lost: &Lost) -> Decimal {
    let own = cx.model[goal].phase;
    let near = lost
        .activities
        .iter()
        .filter(|((of, phase), _)| *of == metric && (own.is_none() || phase.is_none() || *phase == own));
    let goals = lost.goals.get(&metric).filter(|_| own.is_none());
    near.map(|(_, value)| value).chain(goals).fold(Decimal::ZERO, |sum, value| sum.saturating_add(*value))
}
