//! `goal/coverage-gap`

use roadmap_diag::{Message, Span};
use rust_decimal::Decimal;

use crate::model::{Direction, Goal, Head, Id, Kpi};
use crate::rules::facts::amount;
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("goal/coverage-gap", "goal-coverage-gap", Warning, Check::Project(check), "coverage_gap.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let children = children(cx);
    for ((id, goal), children) in cx.model.goals.iter().zip(&children) {
        for kpi in &goal.kpis {
            check_kpi(cx, id, children, *kpi, sink);
        }
    }
}

/// What adds to a goal: its head and its KPIs.
type Child<'a> = (&'a Head, &'a [Id<Kpi>]);

fn check_kpi(cx: &Cx<'_>, goal: Id<Goal>, children: &[Child<'_>], id: Id<Kpi>, sink: &mut Sink<'_>) {
    let kpi = &cx.model[id];
    let (Some(metric), Some(target), Some(span)) = (cx.metric_of(id), kpi.target, kpi.target_span) else {
        return;
    };
    if metric.aggregate != "sum" || kpi.direction != Some(Direction::Up) {
        return;
    }
    // What a child without any KPI adds cannot be told, and that it has none is what is to be mended.
    if children.iter().any(|(_, kpis)| kpis.is_empty()) {
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
