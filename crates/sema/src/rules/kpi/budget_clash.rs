//! `kpi/budget-clash`

use roadmap_diag::{Arg, Message};
use rust_decimal::Decimal;

use crate::expr::{ArithmeticOp, FormulaStep};
use crate::model::{Activity, Direction, Id, Kpi, Metric, MetricKind};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/budget-clash", "kpi-budget-clash", Warning, Check::Item(check), "budget_clash.md");

/// What a cost per result is divided by, where no formula says so.
const RESULTS: &[(&str, &[&str])] =
    &[("cpa", &["conversions", "orders", "customers", "trials"]), ("cac", &["customers"])];

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Activity(id) = item else { return };
    let activity = &cx.model[id];
    let lines = &activity.budget.lines;
    let whole = lines.iter().find(|line| line.objective.is_none()).or(lines.first());
    let (Some(place), Some(budget), Some(line)) = (activity.head.place, activity.budget.total(), whole)
    else {
        return;
    };
    for kpi in &activity.kpis {
        let Some((bound, limit)) = bound_for(cx, id, *kpi) else { continue };
        let (Some(metric), Some(cost)) = (cx.metric_of(*kpi), cx.metric_of(bound)) else { continue };
        let Some(target) = cx.model[*kpi].target.map(|target| target.value) else { continue };
        let Some(each) = budget.checked_div(target).filter(|each| *each > limit) else { continue };
        let money = |value: Decimal| Arg::Money(value, cx.model.plan.currency.code().to_owned());
        let promised = Message::new("kpi-budget-clash.bound").with("cost", cost.head.id.as_str());
        sink.report(line.span, place)
            .with("name", activity.head.id.as_str())
            .with("budget", money(budget))
            .with("metric", metric.head.id.as_str())
            .with("target", target)
            .with("each", money(each.round()))
            .with("cost", cost.head.id.as_str())
            .with("limit", money(limit))
            .related(cx.model[bound].place.head, promised)
            .emit();
        return;
    }
}

/// The KPI that bounds what one result of `kpi` may cost, and its bound: the activity's own, else its goals', else its
/// phase's.
fn bound_for(cx: &Cx<'_>, activity: Id<Activity>, kpi: Id<Kpi>) -> Option<(Id<Kpi>, Decimal)> {
    // A target for each month says nothing of the sum that the whole budget buys.
    if cx.model[kpi].per.is_some() {
        return None;
    }
    let result = cx.metric_of(kpi)?;
    let activity = cx.model.activities.get(activity);
    let goals = activity.goals.iter().flat_map(|goal| &cx.model[*goal].kpis);
    let phase = activity.phase.into_iter().flat_map(|phase| &cx.model[phase].kpis);
    activity.kpis.iter().chain(goals).chain(phase).find_map(|id| {
        let bound = &cx.model[*id];
        let is_ceiling =
            bound.direction == Some(Direction::Down) && is_cost_of(cx, cx.metric_of(*id)?, result);
        let target = bound.target.filter(|_| is_ceiling)?;
        Some((*id, target.upper.unwrap_or(target.value)))
    })
}

/// Whether `cost` is what one `result` costs: by its formula, a cost divided by the result, or by the method.
fn is_cost_of(cx: &Cx<'_>, cost: &Metric, result: &Metric) -> bool {
    let by_formula = cost.formula.as_ref().is_some_and(|formula| {
        let divides = matches!(
            formula.formula.steps.as_slice(),
            [FormulaStep::Metric(..), FormulaStep::Metric(..), FormulaStep::Op(ArithmeticOp::Div, _)]
        );
        let mut named = formula.metrics.iter().map(|named| named.target.map(|id| &cx.model[id]));
        let (over, under) = (named.next().flatten(), named.next().flatten());
        divides
            && over.is_some_and(|metric| metric.kind == Some(MetricKind::Cost))
            && under.is_some_and(|metric| metric.head.id == result.head.id)
    });
    let by_method = RESULTS
        .iter()
        .any(|(known, results)| cost.builtin == Some(known) && results.contains(&result.head.id.as_str()));
    by_formula || by_method
}
