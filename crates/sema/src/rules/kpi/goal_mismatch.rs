//! `kpi/goal-mismatch`

use crate::catalog::{family_examples, in_family};
use crate::model::KpiHome;
use crate::rules::facts::{metric_list, type_word};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/goal-mismatch", "kpi-goal-mismatch", Warning, Check::Item(check), "goal_mismatch.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Kpi(id) = item else { return };
    let kpi = &cx.model[id];
    let KpiHome::Goal(goal_id) = kpi.home else { return };
    let goal = &cx.model[goal_id];
    let (Some(goal_type), Some(metric)) = (goal.goal_type, cx.metric_of(id)) else { return };
    if in_family(goal_type, metric) || cx.hollow(kpi.home).is_some() {
        return;
    }
    // An input beside an outcome is welcome where it drives it, which `kpi/input-unlinked` looks at; a metric that nobody
    // knows may be one.
    let may_be_beside_outcome = !cx.is_clear(kpi.home) || goal.kpis.iter().any(|other| cx.is_outcome(*other));
    if cx.is_input(id) && may_be_beside_outcome {
        return;
    }
    sink.report(kpi.metric.span, kpi.place)
        .with("metric", metric.head.id.as_str())
        .with("goal", goal.head.id.as_str())
        .with("type", type_word(goal_type))
        .with("examples", metric_list(family_examples(goal_type)))
        .emit();
}
