//! `kpi/target-wrong-way`

use roadmap_diag::{Message, Span, TextRange};

use crate::hir::Comparison;
use crate::model::{Direction, Id, Kpi};
use crate::rules::facts::{amount, source_amount};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/target-wrong-way", "kpi-target-wrong-way", Error, Check::Item(check), "target_wrong_way.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Kpi(id) = item else { return };
    let kpi = &cx.model[id];
    let (Some(metric), Some(target), Some(span)) = (cx.metric_of(id), kpi.target, kpi.target_span) else {
        return;
    };
    let Some(baseline) = target.baseline else {
        return wrong_sign(cx, id, sink);
    };
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

/// A sign that asks for at least what should fall, or at most what should rise. Inputs may have a ceiling: few e-mails are
/// a promise, too.
fn wrong_sign(cx: &Cx<'_>, id: Id<Kpi>, sink: &mut Sink<'_>) {
    let kpi = &cx.model[id];
    let (Some(metric), Some(target), Some(span)) = (cx.metric_of(id), kpi.target, kpi.target_span) else {
        return;
    };
    if target.upper.is_some() {
        return;
    }
    let (message, width, other) = match (metric.direction, target.comparison) {
        (Some(Direction::Up), Comparison::AtMost) if cx.is_outcome(id) => {
            ("kpi-target-wrong-way.rise", 2, ">=")
        }
        (Some(Direction::Up), Comparison::Less) if cx.is_outcome(id) => ("kpi-target-wrong-way.rise", 1, ">"),
        (Some(Direction::Down), Comparison::AtLeast) => ("kpi-target-wrong-way.fall", 2, "<="),
        (Some(Direction::Down), Comparison::More) => ("kpi-target-wrong-way.fall", 1, "<"),
        _ => return,
    };
    let written = TextRange::new(span.range.start, span.range.start + width);
    sink.report(span, kpi.place)
        .message(message)
        .help("kpi-target-wrong-way.help-sign")
        .with("metric", metric.head.id.as_str())
        .with("target", amount(target.value, kpi.unit))
        .with("sign", other)
        .fix(Message::new("fix-replace").with("text", other), false, Span { range: written, ..span }, other)
        .emit();
}
