//! `time/nonworking-deadline`

use roadmap_diag::Message;

use crate::rules::{Check, Cx, Item, Sink, rule};

rule!(
    "time/nonworking-deadline",
    "time-nonworking-deadline",
    Hint,
    Check::Item(check),
    "nonworking_deadline.md"
);

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Some(due) = cx.due(item).filter(|due| due.is_day && !due.status.is_closed()) else { return };
    let Some(deadline) = due.deadline else { return };
    // A holiday with a name is `text/holiday-clash`; a day that has passed is moved by nobody.
    if cx.model.calendar.is_working(deadline.value)
        || cx.holiday_on(deadline.value).is_some()
        || deadline.value < cx.model.today
        || cx.is_in_cycle(item)
        || cx.ends_before_it_starts(item)
    {
        return;
    }
    // A day outside the phase is moved anyway: `time/deadline-outside-phase`.
    let range = cx.phase_of(item).and_then(|phase| cx.model[phase].range);
    if range.is_some_and(|range| !range.value.contains(deadline.value)) {
        return;
    }
    let Some((head, place)) = cx.head(item).and_then(|head| Some((head, head.place?))) else { return };
    let mut finding =
        sink.report(deadline.span, place).with("name", head.id.as_str()).with("deadline", deadline.value);
    for day in cx.working_days_around(item, deadline.value) {
        let text = day.to_string();
        let title = Message::new("fix-replace").with("text", text.as_str());
        // Earlier or later is the writer's choice.
        finding = finding.fix(title, false, deadline.span, text);
    }
    finding.emit();
}
