//! `kpi/orphan`

use std::collections::BTreeSet;

use crate::model::{AlertHome, Id, Kpi, KpiHome, Metric, MetricUse, Ref, Use};
use crate::rules::{Check, Cx, Sink, rule};

rule!("kpi/orphan", "kpi-orphan", Warning, Check::Project(check), "orphan.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let goals = ways_to_goals(cx);
    if !goals.is_empty() {
        for id in cx.model.kpis.ids() {
            check_kpi(cx, id, &goals, sink);
        }
    }
    let used = used_metrics(cx);
    for (id, metric) in cx.model.metrics.iter().filter(|(_, metric)| !metric.name_is_taken) {
        let Some(place) = metric.head.place.filter(|_| !used.contains(&id)) else { continue };
        sink.report(metric.head.id_span.unwrap_or(place.keyword), place)
            .message("kpi-orphan.metric")
            .help("kpi-orphan.metric-help")
            .with("metric", metric.head.id.as_str())
            .emit();
    }
}

/// A KPI of a phase, launch or script that leads neither to a goal's metric nor to what a goal's metric leads to.
fn check_kpi(cx: &Cx<'_>, id: Id<Kpi>, goals: &BTreeSet<Id<Metric>>, sink: &mut Sink<'_>) {
    let kpi = &cx.model[id];
    let from_goal = match kpi.home {
        KpiHome::Phase(_) | KpiHome::Month(..) | KpiHome::Launch(_) | KpiHome::Script(_) => false,
        KpiHome::Goal(_) | KpiHome::Activity(_) | KpiHome::Milestone(_) => true,
    };
    if from_goal || cx.is_kpi_out_of_plan(id) || cx.drives_unknown(id) {
        return;
    }
    let (Some(metric), Some(target)) = (cx.metric_of(id), kpi.metric.target) else { return };
    if goals.contains(&target) || !cx.driven_by(id).is_disjoint(goals) {
        return;
    }
    sink.report(kpi.metric.span, kpi.place).with("metric", metric.head.id.as_str()).emit();
}

/// The metrics of all goals, and what those drive: sales closes what marketing brings, so that a close rate belongs to a
/// goal of leads though it drives no lead.
fn ways_to_goals(cx: &Cx<'_>) -> BTreeSet<Id<Metric>> {
    let mut ways = BTreeSet::new();
    for kpi in cx.model.goals.rows().iter().flat_map(|goal| &goal.kpis) {
        ways.extend(cx.model[*kpi].metric.target);
        ways.extend(cx.driven_by(*kpi));
    }
    ways
}

/// The metrics that a KPI, a formula, `drives` on either side, or an alert speaks of, and those that the formulas of these
/// need. A built-in metric that the plan never names puts none of the company's own to use.
fn used_metrics(cx: &Cx<'_>) -> BTreeSet<Id<Metric>> {
    let model = cx.model;
    let targets = |uses: &[Use<Metric>]| uses.iter().filter_map(|named| named.target).collect::<Vec<_>>();
    let operands = |metric: &Metric| {
        metric.formula.as_ref().map(|formula| targets(&formula.metrics)).unwrap_or_default()
    };
    let mut open = Vec::new();
    for kpi in model.kpis.rows() {
        open.extend(kpi.metric.target);
        open.extend(targets(&kpi.drives));
    }
    for (id, metric) in model.metrics.iter().filter(|(_, metric)| metric.head.place.is_some()) {
        open.extend(operands(metric).into_iter().chain(targets(&metric.drives)).filter(|named| *named != id));
        open.extend((!metric.alerts.is_empty() || metric.drives_written).then_some(id));
    }
    for alert in model.alerts.rows() {
        if let AlertHome::Named(Ref { target: Some(MetricUse::Metric(metric)), .. }) = &alert.home {
            open.push(*metric);
        }
    }
    let mut used = BTreeSet::new();
    while let Some(metric) = open.pop() {
        if used.insert(metric) {
            open.extend(operands(&model[metric]));
        }
    }
    used
}
