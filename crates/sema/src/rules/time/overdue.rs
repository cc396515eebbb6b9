//! `time/overdue`

use jiff::civil::Date;
use roadmap_diag::Message;

use crate::model::{Place, Written};
use crate::rules::load::Due;
use crate::rules::{Check, Cx, Item, Sink, edit, rule};
use crate::value::DateRange;

rule!("time/overdue", "time-overdue", Warning, Check::Item(check), "overdue.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Some(due) = cx.due(item).filter(|due| !due.status.is_closed()) else { return };
    // A day before the work or its phase begins is a slip of the pen, and told as one.
    if cx.is_in_cycle(item) || cx.ends_before_it_starts(item) || ends_before_its_phase(cx, item, &due) {
        return;
    }
    let today = cx.model.today;
    if let Some((head, place)) = cx.head(item).and_then(|head| Some((head, head.place?)))
        && let Some((deadline, days)) = late(due.deadline.or(computed_end(cx, item, &due)), today)
    {
        let mut finding = sink.report(deadline.span, place);
        if !due.is_written {
            finding = finding.message("time-overdue.computed");
        }
        finding = finding.with("name", head.id.as_str()).with("deadline", deadline.value).with("days", days);
        finding = match due.status.span {
            Some(status) => {
                let title = Message::new("fix-replace").with("text", "status done");
                finding.fix(title, false, status, "done")
            }
            None => {
                let line = "status done";
                let title = Message::new("fix-add").with("line", line);
                finding.fix_all(title, false, vec![edit::add_line(place, line)])
            }
        };
        finding.emit();
    }
    for (place, deadline, name) in parts(cx, item) {
        if let Some((deadline, days)) = late(deadline, today) {
            let line = "done";
            let title = Message::new("fix-add").with("line", line);
            sink.report(deadline.span, place)
                .message("time-overdue.part")
                .with("name", name)
                .with("deadline", deadline.value)
                .with("days", days)
                .fix_all(title, false, vec![edit::add_line(place, line)])
                .emit();
        }
    }
}

/// Whether the deadline lies before the phase, which is `time/deadline-outside-phase`.
fn ends_before_its_phase(cx: &Cx<'_>, item: Item, due: &Due<'_>) -> bool {
    let range = cx.phase_of(item).and_then(|phase| cx.model[phase].range);
    due.deadline.zip(range).is_some_and(|(deadline, range)| deadline.value < range.value.start)
}

/// The end that follows from a duration, where no deadline is written: it stands where the duration does.
fn computed_end(cx: &Cx<'_>, item: Item, due: &Due<'_>) -> Option<Written<Date>> {
    let Item::Activity(id) = item else { return None };
    let activity = &cx.model[id];
    let end = activity.dates.end.filter(|_| activity.dates.computed_end && !due.is_written)?;
    Some(Written { value: end, span: activity.duration?.span })
}

/// Tasks and material that are to be done by a day of their own.
fn parts(cx: &Cx<'_>, item: Item) -> Vec<(Place, Option<Written<Date>>, String)> {
    let mut parts: Vec<(Place, Option<Written<Date>>, String)> = Vec::new();
    match item {
        Item::Activity(id) => {
            let open = cx.model[id].tasks.iter().filter(|task| !task.done);
            parts.extend(open.map(|task| (task.place, task.deadline, task.title.to_string())));
        }
        Item::Launch(id) => {
            for material in cx.model[id].materials.iter().filter(|material| !material.done) {
                // One statement may name several kinds; it is late once.
                match parts.last_mut().filter(|(place, ..)| *place == material.place) {
                    Some((_, _, names)) => {
                        names.push_str(", ");
                        names.push_str(&material.kind);
                    }
                    None => parts.push((material.place, material.deadline, material.kind.to_string())),
                }
            }
        }
        _ => {}
    }
    parts
}

/// The deadline, where it has passed, and how many days ago.
fn late(deadline: Option<Written<Date>>, today: Date) -> Option<(Written<Date>, i64)> {
    let deadline = deadline.filter(|deadline| deadline.value < today)?;
    let days = DateRange::new(deadline.value, today)?.days() - 1;
    Some((deadline, i64::from(days)))
}
