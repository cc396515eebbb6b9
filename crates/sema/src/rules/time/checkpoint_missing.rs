//! `time/checkpoint-missing`

use roadmap_diag::Message;

use crate::model::StatusKind;
use crate::rules::{Check, Cx, Item, Sink, edit, rule};
use crate::value::DateRange;

rule!(
    "time/checkpoint-missing",
    "time-checkpoint-missing",
    Warning,
    Check::Item(check),
    "checkpoint_missing.md"
);

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Activity(id) = item else { return };
    let (activity, plan) = (&cx.model[id], &cx.model.plan);
    let phase = activity.phase.map(|phase| &cx.model[phase]);
    let has_checkpoint = activity.checkpoint_written
        || phase.is_some_and(|phase| phase.checkpoint_written)
        || plan.checkpoint_written;
    // What is finished is looked at no more.
    if has_checkpoint || activity.status.kind == StatusKind::Done {
        return;
    }
    let dates = activity.dates;
    let Some(days) = dates.start.zip(dates.end).and_then(|(start, end)| DateRange::new(start, end)) else {
        return;
    };
    let limit = cx.settings.limits.checkpoint_days;
    if i64::from(days.days()) <= i64::from(limit) {
        return;
    }
    let Some(place) = activity.head.place.filter(|place| !place.damaged) else { return };
    let line = "checkpoint weekly";
    let mut finding = sink
        .missing(place)
        .with("name", activity.head.id.as_str())
        .with("days", i64::from(days.days()))
        .with("limit", i64::from(limit))
        .fix_all(Message::new("fix-add").with("line", line), false, vec![edit::add_line(place, line)]);
    // In the roadmap it holds for everything inside.
    if let Some(place) = plan.place {
        let title = Message::new("time-checkpoint-missing.fix-all").with("line", line);
        finding = finding.fix_all(title, false, vec![edit::add_line(place, line)]);
    }
    finding.emit();
}
