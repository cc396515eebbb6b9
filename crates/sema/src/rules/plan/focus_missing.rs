//! `plan/focus-missing`

use roadmap_diag::Message;

use crate::model::{Id, Phase};
use crate::rules::{Check, Cx, Sink, edit, rule};

rule!("plan/focus-missing", "plan-focus-missing", Error, Check::Phase(check), "focus_missing.md");

fn check(cx: &Cx<'_>, phase: Id<Phase>, sink: &mut Sink<'_>) {
    let phase = &cx.model[phase];
    let Some(place) = phase.head.place else { return };
    // A line that is still to be filled in says nothing yet.
    if let Some(focus) = phase.focus.as_ref().filter(|focus| focus.value.trim().is_empty()) {
        return sink.report(focus.span, place).with("name", phase.head.id.as_str()).emit();
    }
    if phase.focus_written || place.damaged {
        return;
    }
    let line = "focus \"…\"";
    sink.missing(place)
        .with("name", phase.head.id.as_str())
        .fix_all(Message::new("fix-add").with("line", line), false, vec![edit::add_line(place, line)])
        .emit();
}
