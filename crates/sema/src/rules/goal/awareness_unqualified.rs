//! `goal/awareness-unqualified`

use crate::catalog::family_examples;
use crate::model::{GoalType, KpiHome};
use crate::rules::facts::{Hollow, metric_list};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!(
    "goal/awareness-unqualified",
    "goal-awareness-unqualified",
    Warning,
    Check::Item(check),
    "awareness_unqualified.md"
);

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Goal(id) = item else { return };
    if cx.hollow(KpiHome::Goal(id)) != Some(Hollow::Unqualified) {
        return;
    }
    let goal = &cx.model[id];
    let Some(main) = goal.kpis.first() else { return };
    let Some(metric) = cx.metric_of(*main) else { return };
    let kpi = &cx.model[*main];
    sink.report(kpi.metric.span, kpi.place)
        .with("goal", goal.head.id.as_str())
        .with("metric", metric.head.id.as_str())
        .with("examples", metric_list(family_examples(GoalType::Awareness)))
        .emit();
}
