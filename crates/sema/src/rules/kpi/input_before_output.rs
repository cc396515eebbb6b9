//! `kpi/input-before-output`

use roadmap_diag::{Edit, Message, Severity, Span};

use crate::model::{Id, Kpi, KpiHome, Phase};
use crate::rules::facts::Hollow;
use crate::rules::{Check, Cx, Sink, rule};

rule!(
    "kpi/input-before-output",
    "kpi-input-before-output",
    Warning,
    Check::Project(check),
    "input_before_output.md"
);

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    for id in cx.model.kpis.ids() {
        check_order(cx, id, sink);
    }
    if cx.model.plan.outputs_first {
        for id in cx.model.phases.ids() {
            check_phase(cx, id, sink);
        }
    }
}

/// The first KPI of anything is what it is measured by.
fn check_order(cx: &Cx<'_>, id: Id<Kpi>, sink: &mut Sink<'_>) {
    let kpi = &cx.model[id];
    let all = cx.kpis_of(kpi.home);
    if all.first() != Some(&id) || !cx.is_input(id) || cx.is_kpi_out_of_plan(id) {
        return;
    }
    let Some(outcome) = all.iter().copied().find(|other| cx.is_outcome(*other)) else { return };
    let (Some(metric), Some(result)) = (cx.metric_of(id), cx.metric_of(outcome)) else { return };
    let strict = cx.model.plan.outputs_first;
    let here = Message::new("kpi-input-before-output.outcome").with("outcome", result.head.id.as_str());
    let mut finding = sink
        .report(kpi.metric.span, kpi.place)
        .severity(if strict { Severity::Error } else { Severity::Warning })
        .with("metric", metric.head.id.as_str())
        .with("outcome", result.head.id.as_str())
        .related(cx.model[outcome].place.head, here);
    if let Some(edits) = swapped(cx, kpi.place.whole, cx.model[outcome].place.whole) {
        let title = Message::new("kpi-input-before-output.fix").with("outcome", result.head.id.as_str());
        finding = finding.fix_all(title, is_type_settled(cx, kpi.home), edits);
    }
    finding.emit();
}

/// Each of two statements where the other stands.
fn swapped(cx: &Cx<'_>, first: Span, second: Span) -> Option<Vec<Edit>> {
    Some(vec![
        Edit { span: first, text: cx.text(second)?.to_owned() },
        Edit { span: second, text: cx.text(first)?.to_owned() },
    ])
}

/// Whether nothing else follows from which KPI is the first: a goal that names no type takes it from there.
fn is_type_settled(cx: &Cx<'_>, home: KpiHome) -> bool {
    match home {
        KpiHome::Goal(goal) => cx.model[goal].type_written,
        _ => true,
    }
}

/// With `outputs_first`, a phase without any outcome does not pass.
fn check_phase(cx: &Cx<'_>, id: Id<Phase>, sink: &mut Sink<'_>) {
    let phase = &cx.model[id];
    let goals = || phase.goals.iter().map(|goal| KpiHome::Goal(*goal));
    // A goal on vanity metrics alone is the same lack, and has its own finding.
    if goals().any(|goal| cx.hollow(goal) == Some(Hollow::Vanity)) {
        return;
    }
    let mut kpis = phase.kpis.iter().chain(goals().flat_map(|goal| cx.kpis_of(goal))).peekable();
    if kpis.peek().is_none() || !kpis.all(|kpi| cx.is_input(*kpi)) {
        return;
    }
    let Some(place) = phase.head.place.filter(|place| !place.damaged) else { return };
    sink.missing(place)
        .severity(Severity::Error)
        .message("kpi-input-before-output.phase")
        .help("kpi-input-before-output.phase-help")
        .with("phase", phase.head.id.as_str())
        .emit();
}
