//! `kpi/volume-as-kpi`

use crate::catalog::family_examples;
use crate::model::{GoalType, KpiHome};
use crate::rules::facts::{Hollow, metric_list};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/volume-as-kpi", "kpi-volume-as-kpi", Warning, Check::Item(check), "volume_as_kpi.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Activity(id) = item else { return };
    let home = KpiHome::Activity(id);
    if cx.hollow(home) != Some(Hollow::Volume) {
        return;
    }
    let Some(main) = cx.kpis_of(home).first() else { return };
    let Some(metric) = cx.metric_of(*main) else { return };
    let goal_type = cx.goal_type_served(id).unwrap_or(GoalType::Leads);
    let kpi = &cx.model[*main];
    sink.report(kpi.metric.span, kpi.place)
        .with("name", cx.model[id].head.id.as_str())
        .with("metric", metric.head.id.as_str())
        .with("examples", metric_list(family_examples(goal_type)))
        .emit();
}
