//! `text/holiday-clash`

use jiff::civil::Date;
use roadmap_diag::Message;

use crate::model::Written;
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("text/holiday-clash", "text-holiday-clash", Warning, Check::Item(check), "holiday_clash.md");

/// Bytes of a day such as `2026-02-17`; every period is shorter.
const DAY_LENGTH: u32 = 10;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Some(due) = cx.due(item).filter(|due| !due.status.is_closed()) else { return };
    if cx.is_in_cycle(item) {
        return;
    }
    if let Item::Activity(id) = item
        // A period may start on a holiday: its first day is named by nobody.
        && let Some(start) = cx.model[id].start.filter(|start| start.span.range.len() == DAY_LENGTH)
    {
        let next = cx.model.calendar.next_working(start.value);
        report(cx, item, "text-holiday-clash.start", start, next.into_iter(), sink);
    }
    if let Some(deadline) = due.deadline.filter(|_| due.is_day) {
        let id =
            if matches!(item, Item::Launch(_)) { "text-holiday-clash.launch" } else { "text-holiday-clash" };
        report(cx, item, id, deadline, cx.working_days_around(item, deadline.value), sink);
    }
}

fn report(
    cx: &Cx<'_>,
    item: Item,
    id: &'static str,
    day: Written<Date>,
    instead: impl Iterator<Item = Date>,
    sink: &mut Sink<'_>,
) {
    // A day that has passed is moved by nobody.
    let Some(holiday) = cx.holiday_on(day.value).filter(|_| cx.model.today <= day.value) else { return };
    let Some((head, place)) = cx.head(item).and_then(|head| Some((head, head.place?))) else { return };
    let mut finding = sink
        .report(day.span, place)
        .message(id)
        .with("name", head.id.as_str())
        .with("day", day.value)
        .with("holiday", holiday.clone());
    if cx.model.calendar.is_estimate(day.value) {
        finding = finding.help("text-holiday-clash.help-estimate");
    }
    for instead in instead {
        let text = instead.to_string();
        let title = Message::new("fix-replace").with("text", text.as_str());
        finding = finding.fix(title, false, day.span, text);
    }
    finding.emit();
}
