//! `kpi/unmeasurable`

use roadmap_diag::Message;

use crate::hir::Comparison;
use crate::model::{Direction, Kpi};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/unmeasurable", "kpi-unmeasurable", Error, Check::Item(check), "unmeasurable.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Kpi(id) = item else { return };
    let kpi = &cx.model[id];
    let Some(metric) = cx.metric_of(id) else { return };
    let name = metric.head.id.as_str();
    let Some(span) = kpi.target_span else {
        if !kpi.place.damaged {
            sink.missing(kpi.place).with("metric", name).emit();
        }
        return;
    };
    if !is_undirected(kpi) {
        return;
    }
    let mut finding = sink
        .report(span, kpi.place)
        .message("kpi-unmeasurable.direction")
        .help("kpi-unmeasurable.direction-help")
        .with("metric", name);
    // Only a bare number can take a sign.
    if kpi.target.is_some_and(|target| target.baseline.is_none()) {
        for sign in [">=", "<="] {
            let title = Message::new("fix-add").with("line", sign);
            finding = finding.fix(title, false, span.start(), format!("{sign} "));
        }
    }
    finding.emit();
}

/// Whether a target that is known does not say whether more or less is better: nothing says it, or the metric is best
/// between two values and the target has but one, which may be a floor or a ceiling.
fn is_undirected(kpi: &Kpi) -> bool {
    // What is broken, or relative to nothing, has its own finding.
    let Some(target) = kpi.target else { return false };
    matches!(kpi.direction, None | Some(Direction::Band))
        && target.upper.is_none()
        && matches!(target.comparison, Comparison::AtLeast | Comparison::AtMost)
}
