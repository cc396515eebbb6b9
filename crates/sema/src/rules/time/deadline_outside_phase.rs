//! `time/deadline-outside-phase`

use jiff::civil::Date;
use roadmap_diag::Message;

use crate::model::Written;
use crate::rules::{Check, Cx, Item, Sink, rule};
use crate::value::DateRange;

rule!(
    "time/deadline-outside-phase",
    "time-deadline-outside-phase",
    Warning,
    Check::Item(check),
    "deadline_outside_phase.md"
);

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Some((deadline, is_day)) = day_of(cx, item) else { return };
    let Some(phase) = cx.phase_of(item).map(|phase| &cx.model[phase]) else { return };
    let Some(range) = phase.range else { return };
    if range.value.contains(deadline.value) || cx.is_in_cycle(item) || cx.ends_before_it_starts(item) {
        return;
    }
    // The month of a phase that ends on its last Friday: the days between belong to nobody.
    let between = range.value.end.tomorrow().ok().and_then(|day| DateRange::new(day, deadline.value));
    if !is_day && between.is_some_and(|days| cx.model.calendar.working_days(days) == 0) {
        return;
    }
    let Some((head, place)) = cx.head(item).and_then(|head| Some((head, head.place?))) else { return };
    let after = deadline.value > range.value.end;
    let id = if after { "time-deadline-outside-phase" } else { "time-deadline-outside-phase.before" };
    let mut finding = sink
        .report(deadline.span, place)
        .message(id)
        .with("name", head.id.as_str())
        .with("deadline", deadline.value)
        .with("phase", phase.head.id.as_str())
        .with("edge", if after { range.value.end } else { range.value.start })
        .related(range.span, Message::new("time-deadline-outside-phase.phase"));
    if after {
        let text = range.value.end.to_string();
        let title = Message::new("fix-replace").with("text", text.as_str());
        finding = finding.fix(title, false, deadline.span, text);
    }
    finding.emit();
}

/// The deadline of what is still to be done, or the day of a milestone, and whether it is written as one day.
fn day_of(cx: &Cx<'_>, item: Item) -> Option<(Written<Date>, bool)> {
    if let Item::Milestone(id) = item {
        return Some((cx.model[id].date?, true));
    }
    // What is done is not moved.
    let due = cx.due(item).filter(|due| !due.status.is_closed())?;
    Some((due.deadline?, due.is_day))
}
