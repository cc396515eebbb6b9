//! `kpi/target-wrong-way`

use roadmap_diag::Message;

use crate::model::Direction;
use crate::rules::facts::{amount, source_amount};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/target-wrong-way", "kpi-target-wrong-way", Error, Check::Item(check), "target_wrong_way.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Kpi(id) = item else { return };
    let kpi = &cx.model[id];
    let (Some(metric), Some(target), Some(span)) = (cx.metric_of(id), kpi.target, kpi.target_span) else {
        return;
    };
    let Some(baseline) = target.baseline else { return };
    let message = match metric.direction {
        Some(Direction::Up) if target.value < baseline => "kpi-target-wrong-way",
        Some(Direction::Down) if target.value > baseline => "kpi-target-wrong-way.down",
        _ => return,
    };
    // Two values can change places; whether a relative change has the wrong sign or the wrong metric is not to be told.
    let swapped = target.relative.is_none().then(|| {
        format!("{} -> {}", source_amount(target.value, kpi.unit), source_amount(baseline, kpi.unit))
    });
    let mut finding = sink
        .report(span, kpi.place)
        .message(message)
        .with("metric", metric.head.id.as_str())
        .with("baseline", amount(baseline, kpi.unit))
        .with("target", amount(target.value, kpi.unit));
    if let Some(text) = swapped {
        finding = finding.fix(Message::new("fix-replace").with("text", text.as_str()), false, span, text);
    }
    finding.emit();
}
