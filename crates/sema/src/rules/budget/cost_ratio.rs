//! `budget/cost-ratio`

use roadmap_diag::{Arg, Message, Span};
use rust_decimal::Decimal;

use super::nest::{self, PhaseMoney};
use super::share;
use crate::expr::{ArithmeticOp, FormulaStep};
use crate::model::{Budget, Direction, Goal, Id, Kpi, KpiHome, Metric, MetricKind, Phase, Unit};
use crate::rules::{Check, Cx, Sink, rule};
use crate::value::DateRange;

rule!("budget/cost-ratio", "budget-cost-ratio", Warning, Check::Project(check), "cost_ratio.md");

/// Money and the revenue that it is to bring, over the same days.
struct Planned {
    cost: Decimal,
    cost_at: Option<Span>,
    revenue: Decimal,
    revenue_at: Span,
}

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let model = cx.model;
    let limits = model.kpis.iter().filter(|(id, kpi)| {
        kpi.direction == Some(Direction::Down)
            && kpi.per.is_none()
            && !cx.is_kpi_out_of_plan(*id)
            && cx.metric_of(*id).is_some_and(|metric| is_cost_ratio(cx, metric))
    });
    let limits: Vec<_> = limits.filter_map(|(id, kpi)| Some((id, kpi, kpi.target?))).collect();
    if limits.is_empty() {
        return;
    }
    let money = cx.money_by_phase();
    let of_plan: Vec<&Goal> = cx.model.goals.rows().iter().filter(|goal| goal.phase.is_none()).collect();
    for (id, kpi, target) in limits {
        let Some(planned) = planned(cx, &money, &of_plan, id) else { continue };
        let limit = target.upper.unwrap_or(target.value);
        let (Some(ratio), Some(metric)) = (share(planned.cost, planned.revenue), cx.metric_of(id)) else {
            continue;
        };
        let bound =
            if kpi.unit == Some(Unit::Percent) { limit } else { limit.saturating_mul(Decimal::ONE_HUNDRED) };
        let (Some(span), true) = (kpi.target_span, ratio > bound) else { continue };
        let mut finding = sink
            .report(span, kpi.place)
            .with("metric", metric.head.id.as_str())
            .with("cost", cx.money(planned.cost))
            .with("revenue", cx.money(planned.revenue))
            .with("ratio", Arg::Percent(ratio))
            .with("limit", Arg::Percent(bound))
            .related(planned.revenue_at, Message::new("budget-cost-ratio.revenue"));
        if let Some(span) = planned.cost_at {
            finding = finding.related(span, Message::new("budget-cost-ratio.cost"));
        }
        finding.emit();
    }
}

/// Whether a metric is a cost divided by revenue.
fn is_cost_ratio(cx: &Cx<'_>, metric: &Metric) -> bool {
    let Some(formula) = metric.formula.as_ref() else { return false };
    let divides = matches!(
        formula.formula.steps.as_slice(),
        [FormulaStep::Metric(..), FormulaStep::Metric(..), FormulaStep::Op(ArithmeticOp::Div, _)]
    );
    let mut operands = formula.metrics.iter().map(|used| used.target.map(|id| &cx.model[id]));
    let (over, under) = (operands.next().flatten(), operands.next().flatten());
    divides
        && matches!(metric.unit, Some(Unit::Percent | Unit::Ratio))
        && over.is_some_and(|metric| metric.kind == Some(MetricKind::Cost))
        && under.is_some_and(|metric| metric.builtin == Some("revenue"))
}

/// What is compared with the limit `kpi`: the money and the revenue of what it stands in. None where either cannot be
/// told, or is of other days.
fn planned(
    cx: &Cx<'_>,
    money: &[(Id<Phase>, PhaseMoney)],
    of_plan: &[&Goal],
    kpi: Id<Kpi>,
) -> Option<Planned> {
    let model = cx.model;
    let limit = &model[kpi];
    let (goal, phase) = match limit.home {
        KpiHome::Goal(goal) => (Some(&model[goal]), model[goal].phase),
        KpiHome::Phase(phase) => (None, Some(phase)),
        KpiHome::Activity(activity) => {
            let row = &model[activity];
            let cost = nest::allowed(&row.budget)?;
            let (revenue, revenue_at) = only_revenue(cx, row.kpis.iter().copied(), None)?;
            return Some(Planned { cost, cost_at: nest::whole_span(&row.budget), revenue, revenue_at });
        }
        _ => return None,
    };
    let days = match phase {
        Some(phase) => model[phase].range?.value,
        None => model.plan.period?.value,
    };
    if !covers(limit, days) {
        return None;
    }
    let (cost, cost_at) = match phase {
        Some(phase) => {
            let (_, money) = money.get(phase.raw() as usize)?;
            cost_of(&model[phase].budget, money.need())?
        }
        None => cost_of(&model.plan.budget, nest::sum(&cx.plan_parts(money)))?,
    };
    let own = goal.into_iter().flat_map(|goal| goal.kpis.iter().copied());
    let of_phase = phase.into_iter().flat_map(|phase| {
        let phase = model.phases.get(phase);
        let of_goals =
            phase.goals.iter().map(|id| model.goals.get(*id)).filter(|other| same_market(goal, other));
        of_goals
            .flat_map(|goal| goal.kpis.iter().copied())
            .chain(phase.kpis.iter().copied())
            .collect::<Vec<_>>()
    });
    let of_plan = of_plan.iter().filter(|other| phase.is_none() && same_market(goal, other));
    let of_plan = of_plan.flat_map(|goal| goal.kpis.iter().copied());
    let (revenue, revenue_at) = only_revenue(cx, own, Some(days))
        .or_else(|| only_revenue(cx, of_phase.chain(of_plan), Some(days)))?;
    Some(Planned { cost, cost_at, revenue, revenue_at })
}

/// A budget as it is written, else what its parts come to.
fn cost_of(budget: &Budget, parts: Decimal) -> Option<(Decimal, Option<Span>)> {
    if budget.is_written() {
        return Some((nest::allowed(budget)?, nest::whole_span(budget)));
    }
    (parts > Decimal::ZERO).then_some((parts, None))
}

/// Whether two goals are about the same customers, products and places: only then do their figures belong together.
fn same_market(goal: Option<&Goal>, other: &Goal) -> bool {
    let market = |goal: &Goal| {
        let mut segments: Vec<_> = goal.segments.iter().map(|used| used.target).collect();
        let mut products: Vec<_> = goal.products.iter().map(|used| used.target).collect();
        segments.sort_unstable();
        products.sort_unstable();
        (segments, products, goal.regions.clone())
    };
    market(other) == goal.map(market).unwrap_or_default()
}

/// The revenue that `kpis` plan for `days`, where exactly one says it as a sum.
fn only_revenue(
    cx: &Cx<'_>,
    kpis: impl Iterator<Item = Id<Kpi>>,
    days: Option<DateRange>,
) -> Option<(Decimal, Span)> {
    let mut found = None;
    for id in kpis {
        let kpi = &cx.model[id];
        let is_revenue = cx.metric_of(id).is_some_and(|metric| metric.builtin == Some("revenue"));
        if !is_revenue {
            continue;
        }
        let target = kpi.target.filter(|_| {
            kpi.per.is_none()
                && kpi.direction == Some(Direction::Up)
                && cx.metric_of(id).is_some_and(|metric| metric.aggregate == "sum")
                && days.is_none_or(|days| covers(kpi, days))
        })?;
        // Two targets may be of one sum or of two: nobody says which.
        if found.replace((target.value, kpi.place.head)).is_some() {
            return None;
        }
    }
    found
}

/// Whether a KPI runs over all of `days` and no other.
fn covers(kpi: &Kpi, days: DateRange) -> bool {
    kpi.start == Some(days.start) && kpi.end == Some(days.end)
}
