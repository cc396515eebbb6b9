//! `kpi/unit-mismatch`

use roadmap_diag::{Arg, Message};

use crate::model::Unit;
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/unit-mismatch", "kpi-unit-mismatch", Error, Check::Item(check), "unit_mismatch.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Kpi(id) = item else { return };
    let kpi = &cx.model[id];
    let (Some(problem), Some(metric)) = (&kpi.unit_problem, cx.metric_of(id)) else { return };
    let mut finding = sink
        .report(problem.span, kpi.place)
        .with("metric", metric.head.id.as_str())
        .with("found", unit_name(problem.found))
        .with("wanted", unit_name(Some(problem.wanted)));
    if let Some(text) = &problem.fix {
        let title = Message::new("fix-replace").with("text", text.as_str());
        finding = finding.fix(title, false, problem.span, text.as_str());
    }
    finding.emit();
}

/// What a number counts, in words; currencies by their code.
fn unit_name(unit: Option<Unit>) -> Arg {
    Message::new(match unit {
        Some(Unit::Money(currency)) => return Arg::Text(currency.code().to_owned()),
        Some(Unit::Percent) => return Arg::Text("%".to_owned()),
        None => "kpi-unit-mismatch.plain",
        Some(Unit::Count) => "kpi-unit-mismatch.count",
        Some(Unit::Ratio) => "kpi-unit-mismatch.ratio",
        Some(Unit::Points) => "kpi-unit-mismatch.points",
        Some(Unit::Seconds) => "kpi-unit-mismatch.seconds",
        Some(Unit::Days) => "kpi-unit-mismatch.days",
        Some(Unit::Months) => "kpi-unit-mismatch.months",
    })
    .into()
}
