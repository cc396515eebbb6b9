//! `kpi/vanity-only`

use roadmap_diag::Severity;

use crate::catalog::family_examples;
use crate::model::{GoalType, KpiHome};
use crate::rules::facts::{Hollow, metric_list};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/vanity-only", "kpi-vanity-only", Error, Check::Item(check), "vanity_only.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    // On a goal nothing else says where the plan goes; an activity still has its goal.
    let (home, goal_type, severity) = match item {
        Item::Goal(id) => (KpiHome::Goal(id), cx.model[id].goal_type, Severity::Error),
        Item::Activity(id) => (KpiHome::Activity(id), cx.goal_type_served(id), Severity::Warning),
        _ => return,
    };
    if cx.hollow(home) != Some(Hollow::Vanity) {
        return;
    }
    let (Some(head), Some(main)) = (cx.head(item), cx.kpis_of(home).first()) else { return };
    let all = cx.kpis_of(home).iter().filter_map(|kpi| cx.metric_of(*kpi));
    let metrics: Vec<&str> = all.map(|metric| metric.head.id.as_str()).collect();
    let kpi = &cx.model[*main];
    sink.report(kpi.metric.span, kpi.place)
        .severity(severity)
        .with("kind", cx.kind_of(item))
        .with("name", head.id.as_str())
        .with("metrics", metric_list(&metrics))
        .with("examples", metric_list(family_examples(goal_type.unwrap_or(GoalType::Leads))))
        .emit();
}
