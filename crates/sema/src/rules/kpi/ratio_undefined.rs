//! `kpi/ratio-undefined`

use roadmap_diag::Message;

use crate::catalog::{self, BuiltinMetric};
use crate::model::{Metric, Unit};
use crate::names::fold;
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/ratio-undefined", "kpi-ratio-undefined", Warning, Check::Item(check), "ratio_undefined.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Metric(id) = item else { return };
    let metric = &cx.model[id];
    let Some(place) = metric.head.place.filter(|place| !place.damaged) else { return };
    if metric.formula.is_some() || !matches!(metric.unit, Some(Unit::Percent | Unit::Ratio)) {
        return;
    }
    // What the method itself gives no formula for, such as market share, is measured as it is.
    if metric.builtin.is_some() {
        return;
    }
    let mut finding = sink.missing(place).with("metric", metric.head.id.as_str());
    let behind = metric.head.title_span.or(metric.head.id_span);
    if let Some((formula, at)) = standard(metric).and_then(|known| known.formula).zip(behind) {
        let line = format!("= {formula}");
        let title = Message::new("fix-add").with("line", line.as_str());
        finding = finding.fix(title, false, at.end(), format!(" {line}"));
    }
    finding.emit();
}

/// The built-in metric that goes by the name of this one, in either language.
fn standard(metric: &Metric) -> Option<&'static BuiltinMetric> {
    let names = [fold(&metric.head.title), fold(&metric.head.id)];
    catalog::metrics().iter().find(|known| {
        let called = known.en.iter().chain(known.vi).copied().chain([known.id]);
        called.map(fold).any(|name| names.contains(&name))
    })
}
