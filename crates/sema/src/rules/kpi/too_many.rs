//! `kpi/too-many`

use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/too-many", "kpi-too-many", Hint, Check::Item(check), "too_many.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Goal(id) = item else { return };
    let goal = &cx.model[id];
    let limit = cx.settings.limits.kpis_per_goal as usize;
    // The first one too many.
    let Some(kpi) = goal.kpis.get(limit).map(|kpi| &cx.model[*kpi]) else { return };
    sink.report(kpi.place.keyword, kpi.place)
        .with("goal", goal.head.id.as_str())
        .with("count", goal.kpis.len())
        .with("limit", limit)
        .emit();
}
