//! `kpi/budget-clash`

use roadmap_diag::{Arg, Message};
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::expr::{ArithmeticOp, FormulaStep};
use crate::model::{Activity, Direction, Id, Kpi, KpiHome, Metric, MetricKind, Place, Unit};
use crate::rules::{Check, Cx, Sink, rule};

rule!("kpi/budget-clash", "kpi-budget-clash", Warning, Check::Project(check), "budget_clash.md");

/// What a cost per result is divided by, where no formula says so.
const RESULTS: &[(&str, &[&str])] =
    &[("cpa", &["conversions", "orders", "customers", "trials"]), ("cac", &["customers"])];

/// What activities spend for a result, and how much of it they promise, under one bound.
type Sums = FxHashMap<(Id<Kpi>, Id<Metric>), (Decimal, Decimal)>;

/// A KPI of an activity, the bound on what one such result may cost, and the two metrics.
struct Bounded<'a> {
    activity: &'a Activity,
    target: Decimal,
    result: Id<Metric>,
    bound: Id<Kpi>,
    limit: Decimal,
    /// Whether the bound is the activity's own.
    own: bool,
}

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let activities = cx.model.activities.iter().filter(|(_, activity)| activity.status.counts());
    let bounded: Vec<Bounded<'_>> = activities
        .flat_map(|(id, row)| row.kpis.iter().filter_map(move |kpi| bounded(cx, id, *kpi)))
        .collect();
    let sums = sums(&bounded);
    let mut told = FxHashSet::default();
    for one in &bounded {
        // A bound on a goal or phase is kept by all together: what is dear here may be cheap elsewhere.
        let together =
            sums.get(&(one.bound, one.result)).and_then(|(money, count)| money.checked_div(*count));
        if !one.own && together.is_none_or(|each| each <= one.limit) {
            continue;
        }
        let Some(place) = one.activity.head.place.filter(|place| !told.contains(&place.stmt)) else {
            continue;
        };
        if judge(cx, sink, one, place) {
            told.insert(place.stmt);
        }
    }
}

/// Reports an activity whose budget buys its result above the bound. Whether it does.
fn judge(cx: &Cx<'_>, sink: &mut Sink<'_>, one: &Bounded<'_>, place: Place) -> bool {
    let lines = &one.activity.budget.lines;
    let whole = lines.iter().find(|line| line.objective.is_none()).or(lines.first());
    let (Some(line), Some(budget), Some(cost)) =
        (whole, one.activity.budget.total(), cx.metric_of(one.bound))
    else {
        return false;
    };
    let each = budget.checked_div(one.target).filter(|each| *each > one.limit);
    let Some(each) = each else { return false };
    let money = |value: Decimal| Arg::Money(value, cx.model.plan.currency.code().to_owned());
    let promised = Message::new("kpi-budget-clash.bound").with("cost", cost.head.id.as_str());
    sink.report(line.span, place)
        .with("name", one.activity.head.id.as_str())
        .with("budget", money(budget))
        .with("metric", cx.model[one.result].head.id.as_str())
        .with("target", one.target)
        .with("each", money(each))
        .with("cost", cost.head.id.as_str())
        .with("limit", money(one.limit))
        .related(cx.model[one.bound].place.head, promised)
        .emit();
    true
}

/// What all activities under a bound spend and promise together: those without a budget cost nothing.
fn sums(bounded: &[Bounded<'_>]) -> Sums {
    let mut sums = Sums::default();
    for one in bounded {
        let sum = sums.entry((one.bound, one.result)).or_default();
        sum.0 = sum.0.saturating_add(one.activity.budget.total().unwrap_or_default());
        sum.1 = sum.1.saturating_add(one.target);
    }
    sums
}

/// The KPI that bounds what one result of `kpi` may cost: the activity's own, else its goals', else its phase's.
fn bounded<'a>(cx: &Cx<'a>, id: Id<Activity>, kpi: Id<Kpi>) -> Option<Bounded<'a>> {
    // A target for each month says nothing of the sum that the whole budget buys.
    if cx.model[kpi].per.is_some() {
        return None;
    }
    let target = cx.model[kpi].target?.value;
    let result = cx.model[kpi].metric.target?;
    let activity = cx.model.activities.get(id);
    let goals = activity.goals.iter().flat_map(|goal| &cx.model[*goal].kpis);
    let phase = activity.phase.into_iter().flat_map(|phase| &cx.model[phase].kpis);
    activity.kpis.iter().chain(goals).chain(phase).find_map(|bound| {
        let row = &cx.model[*bound];
        let is_ceiling = row.direction == Some(Direction::Down)
            && is_cost_of(cx, cx.metric_of(*bound)?, cx.model.metrics.get(result));
        let ceiling = row.target.filter(|_| is_ceiling)?;
        let limit = ceiling.upper.unwrap_or(ceiling.value);
        let own = row.home == KpiHome::Activity(id);
        Some(Bounded { activity, target, result, bound: *bound, limit, own })
    })
}

/// Whether `cost` is what one `result` costs: by its formula, a cost divided by the result, or by the method.
fn is_cost_of(cx: &Cx<'_>, cost: &Metric, result: &Metric) -> bool {
    // Money for money is a share, not a price: `budget/cost-ratio`.
    if !matches!(cost.unit, Some(Unit::Money(_))) {
        return false;
    }
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
