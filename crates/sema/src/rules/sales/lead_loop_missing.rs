//! `sales/lead-loop-missing`

use roadmap_diag::{Edit, Message};

use crate::model::{Id, Kpi, Place, Qualify};
use crate::rules::{Check, Cx, Sink, edit, rule};

rule!(
    "sales/lead-loop-missing",
    "sales-lead-loop-missing",
    Warning,
    Check::Project(check),
    "lead_loop_missing.md"
);

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let qualifies = cx.model.qualifies.rows();
    let is_closed = qualifies.iter().any(|qualify| qualify.feedback_written || qualify.place.damaged);
    if !cx.practices.sales || is_closed {
        return;
    }
    let Some((kpi, goal)) = first_lead_kpi(cx) else { return };
    let Some(place) = goal.place else { return };
    let kpi = &cx.model[kpi];
    let metric = kpi.metric.target.map(|metric| cx.model[metric].head.id.as_str()).unwrap_or_default();
    let finding = sink.report(kpi.metric.span, place).with("goal", goal.id.as_str()).with("metric", metric);
    if qualifies.is_empty() {
        let finding = finding.help("sales-lead-loop-missing.help");
        return match stub(cx) {
            Some((line, edit)) => {
                finding.fix_all(Message::new("fix-add").with("line", line), false, vec![edit]).emit();
            }
            None => finding.emit(),
        };
    }
    let mut finding =
        finding.message("sales-lead-loop-missing.feedback").help("sales-lead-loop-missing.feedback-help");
    for Qualify { place, stage, .. } in qualifies {
        finding = finding.related(place.keyword, Message::new("sales-lead-loop-missing.qualify"));
        let line = "feedback weekly";
        let title =
            Message::new("sales-lead-loop-missing.fix").with("line", line).with("stage", stage.as_str());
        finding = finding.fix_all(title, false, vec![edit::add_line(*place, line)]);
    }
    finding.emit();
}

/// The first KPI of a goal that counts leads and is not over, with its goal.
fn first_lead_kpi<'a>(cx: &Cx<'a>) -> Option<(Id<Kpi>, &'a crate::model::Head)> {
    let model = cx.model;
    let is_open = |kpi: Id<Kpi>| model[kpi].end.is_none_or(|end| end >= model.today);
    let goals = model.goals.rows().iter();
    goals
        .flat_map(|goal| goal.kpis.iter().map(|kpi| (*kpi, &goal.head)))
        .find(|(kpi, _)| cx.is_lead_kpi(*kpi) && is_open(*kpi))
}

/// A `qualify` to fill in, behind the `roadmap`.
fn stub(cx: &Cx<'_>) -> Option<(String, Edit)> {
    let roadmap: Place = cx.model.plan.place?;
    let sales = cx.model.people.rows().iter().find(|person| person.has_role("sales"));
    let owner = sales.map(|person| format!("owner {}; ", person.head.id)).unwrap_or_default();
    let line = format!("qualify sql \"…\" {{ {owner}feedback weekly }}");
    let edit = Edit { span: roadmap.whole.end(), text: format!("\n\n{line}") };
    Some((line, edit))
}
