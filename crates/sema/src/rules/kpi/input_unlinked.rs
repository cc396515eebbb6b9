//! `kpi/input-unlinked`

use roadmap_diag::Message;

use crate::catalog::in_family;
use crate::model::{Id, Kpi, KpiHome, Metric};
use crate::rules::facts::metric_list;
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("kpi/input-unlinked", "kpi-input-unlinked", Warning, Check::Item(check), "input_unlinked.md");

/// Outcomes offered by a fix: more would be a list to search through.
const OFFERED: usize = 3;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Kpi(id) = item else { return };
    let kpi = &cx.model[id];
    if !cx.is_input(id) || is_welcome(cx, id) || cx.drives_unknown(id) {
        return;
    }
    let outcomes: Vec<Id<Metric>> = cx
        .kpis_of(kpi.home)
        .iter()
        .filter(|other| cx.is_outcome(**other))
        .filter_map(|other| cx.model[*other].metric.target)
        .collect();
    let Some(metric) = cx.metric_of(id).filter(|_| !outcomes.is_empty()) else { return };
    let driven = cx.driven_by(id);
    if outcomes.iter().any(|outcome| driven.contains(outcome)) {
        return;
    }
    let names: Vec<&str> = outcomes.iter().map(|outcome| cx.model[*outcome].head.id.as_str()).collect();
    let mut finding = sink
        .report(kpi.metric.span, kpi.place)
        .with("metric", metric.head.id.as_str())
        .with("outcomes", metric_list(&names));
    for outcome in names.iter().take(OFFERED) {
        let line = format!("drives {outcome}");
        let title = Message::new("fix-add").with("line", line.as_str());
        finding = finding.fix_all(title, false, vec![edit::add_line(kpi.place, &line)]);
    }
    finding.emit();
}

/// Whether the method itself counts this input among what shows the goal, as reach does for awareness, or among what sales
/// may count beside a result.
fn is_welcome(cx: &Cx<'_>, id: Id<Kpi>) -> bool {
    let Some(metric) = cx.metric_of(id) else { return false };
    let shows_goal = match cx.model[id].home {
        KpiHome::Goal(goal) => cx.model[goal].goal_type.is_some_and(|goal_type| in_family(goal_type, metric)),
        _ => false,
    };
    shows_goal || metric.builtin == Some("consultations")
}
