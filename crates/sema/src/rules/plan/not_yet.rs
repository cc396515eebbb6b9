//! `plan/not-yet`

use roadmap_diag::{Arg, Edit, Message};

use super::incomplete;
use crate::rules::{Check, Cx, Practices, Sink, edit, rule};

rule!("plan/not-yet", "plan-not-yet", Hint, Check::Project(check), "not_yet.md");

/// The message that names a practice, and whether the plan uses it.
type Practice = (&'static str, fn(&Practices) -> bool);

/// Practices in the order worth taking them up: first what tells whether the plan works, last what makes it finer.
const ORDER: [Practice; 9] = [
    ("plan-not-yet.data", |practices| practices.data),
    ("plan-not-yet.sales", |practices| practices.sales),
    ("plan-not-yet.operations", |practices| practices.operations),
    ("plan-not-yet.messages", |practices| practices.messages),
    ("plan-not-yet.alerts", |practices| practices.alerts),
    ("plan-not-yet.budget-parts", |practices| practices.budget_parts),
    ("plan-not-yet.categories", |practices| practices.categories),
    ("plan-not-yet.touchpoints", |practices| practices.touchpoints),
    ("plan-not-yet.breakdowns", |practices| practices.breakdowns),
];

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let Some(place) = cx.model.plan.place else { return };
    if !incomplete::missing(cx).is_empty() {
        return;
    }
    let unused: Vec<_> =
        ORDER.iter().filter(|(_, used)| !used(&cx.practices)).map(|(name, _)| *name).collect();
    let Some(first) = unused.first() else { return };
    let list: Vec<Arg> = unused.iter().map(|name| Arg::from(Message::new(name))).collect();
    let span = cx.model.plan.title_span.unwrap_or(place.keyword);
    let mut finding = sink.report(span, place).with("list", list).with("first", Message::new(first));
    if let Some((line, edit)) = snippet(cx, first) {
        finding = finding.fix_all(Message::new("fix-add").with("line", line), false, vec![edit]);
    }
    finding.emit();
}

/// A line to begin a practice with, and where it goes; `…` and the figures are for the writer to fill in. None where
/// every line would be a guess.
fn snippet(cx: &Cx<'_>, practice: &str) -> Option<(String, Edit)> {
    let model = cx.model;
    let metric = || {
        let goals = model.goals.rows().iter().filter_map(|goal| goal.kpis.first());
        goals.filter_map(|kpi| model[*kpi].metric.target).map(|metric| model[metric].head.id.clone()).next()
    };
    let top_level = |line: String| {
        let edit = Edit { span: model.plan.place?.whole.end(), text: format!("\n\n{line}") };
        Some((line, edit))
    };
    match practice {
        "plan-not-yet.data" => top_level(format!("actual {} {} 0", metric()?, model.today)),
        "plan-not-yet.sales" => top_level("qualify sql \"…\" { feedback weekly }".to_owned()),
        "plan-not-yet.operations" => top_level("person operations \"…\" { role operations }".to_owned()),
        "plan-not-yet.alerts" => top_level(format!("alert {} behind 15%", metric()?)),
        "plan-not-yet.messages" => {
            let line = "message \"…\"".to_owned();
            let edit = edit::add_line(model.phases.rows().first()?.head.place?, &line);
            Some((line, edit))
        }
        _ => None,
    }
}
