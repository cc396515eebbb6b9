//! `kpi/baseline-missing`

use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/baseline-missing", "kpi-baseline-missing", Error, Check::Item(check), "baseline_missing.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Kpi(id) = item else { return };
    let kpi = &cx.model[id];
    let Some(span) = kpi.target_span.filter(|_| kpi.baseline_missing) else { return };
    let Some(metric) = cx.metric_of(id) else { return };
    sink.report(span, kpi.place).with("metric", metric.head.id.as_str()).emit();
}
