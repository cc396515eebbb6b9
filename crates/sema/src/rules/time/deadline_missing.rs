//! `time/deadline-missing`

use roadmap_diag::Message;

use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("time/deadline-missing", "time-deadline-missing", Error, Check::Item(check), "deadline_missing.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Some(due) = cx.due(item) else { return };
    if due.is_written || is_derivable(cx, item) || cx.is_in_cycle(item) {
        return;
    }
    let Some(head) = cx.head(item) else { return };
    let Some(place) = head.place.filter(|place| !place.damaged) else { return };
    let mut finding = sink.missing(place).with("kind", cx.kind_of(item)).with("name", head.id.as_str());
    let home = cx.phase_of(item).map_or(cx.model.plan.period, |phase| cx.model[phase].range);
    if let Some(range) = home {
        let line = format!("deadline {}", range.value.end);
        let title = Message::new("fix-add").with("line", line.as_str());
        finding = finding.fix_all(title, false, vec![edit::add_line(place, &line)]);
    }
    finding.emit();
}

/// Whether the last day follows from something else: a duration from a start, or a rhythm within a phase. The day on which work was
/// finished says nothing of the day on which it was due.
fn is_derivable(cx: &Cx<'_>, item: Item) -> bool {
    match item {
        Item::Activity(id) => {
            let activity = &cx.model[id];
            // A duration behind an unknown predecessor has no end yet, and the name is what is to be mended; one that begins
            // nowhere never has.
            let begins = activity.start_written || !activity.after.is_empty();
            (activity.duration_written && begins) || (activity.every_written && activity.phase.is_some())
        }
        _ => false,
    }
}
