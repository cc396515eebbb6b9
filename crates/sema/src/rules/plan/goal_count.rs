//! `plan/goal-count`

use roadmap_diag::{Message, Severity};

use crate::model::{Id, Phase};
use crate::rules::{Check, Cx, Sink, edit, rule};

rule!("plan/goal-count", "plan-goal-count", Error, Check::Phase(check), "goal_count.md");

/// Goals of the top level offered by a fix.
const OFFERED: usize = 3;

fn check(cx: &Cx<'_>, id: Id<Phase>, sink: &mut Sink<'_>) {
    let phase = &cx.model[id];
    let Some(place) = phase.head.place else { return };
    let limit = cx.settings.limits.goals_per_phase;
    let count = phase.goals.len();
    if has_none(cx, id) && !place.damaged {
        let mut finding =
            sink.missing(place).with("name", phase.head.id.as_str()).with("limit", i64::from(limit));
        let at_top = cx.model.goals.rows().iter().filter(|goal| goal.phase.is_none());
        for goal in at_top.take(OFFERED) {
            let line = format!("supports {}", goal.head.id);
            let title = Message::new("fix-add").with("line", line.as_str());
            finding = finding.fix_all(title, false, vec![edit::add_line(place, &line)]);
        }
        finding.emit();
    } else if count > limit as usize {
        let mut finding = sink
            .report(place.keyword, place)
            .severity(Severity::Warning)
            .message("plan-goal-count.many")
            .help("plan-goal-count.many-help")
            .with("name", phase.head.id.as_str())
            .with("count", count)
            .with("limit", i64::from(limit));
        for goal in &phase.goals {
            let head = &cx.model[*goal].head;
            if let Some(span) = head.id_span {
                finding = finding
                    .related(span, Message::new("plan-goal-count.goal").with("goal", head.id.as_str()));
            }
        }
        finding.emit();
    }
}

/// Whether a phase has no goal of its own and helps none: then nothing else about its goals and KPIs is asked.
fn has_none(cx: &Cx<'_>, phase: Id<Phase>) -> bool {
    let phase = &cx.model[phase];
    phase.goals.is_empty() && phase.supports.is_empty()
}
