//! `track/status-stale`

use jiff::civil::Date;
use roadmap_diag::Message;

use crate::model::{Status, StatusKind};
use crate::rules::rhythm::{self, RHYTHMS};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("track/status-stale", "track-status-stale", Warning, Check::Item(check), "status_stale.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Some(due) = cx.due(item).filter(|due| due.status.kind == StatusKind::InProgress) else { return };
    let today = cx.model.today;
    // What is late has to be looked at anyway, and `time/overdue` says so.
    if cx.is_in_cycle(item) || due.deadline.is_some_and(|deadline| deadline.value < today) {
        return;
    }
    let Some(known) = start(cx, item).max(due.status.day) else { return };
    let rhythm = rhythm_of(cx, item);
    let days = rhythm::days_between(known, today);
    if days <= rhythm::longest_days(rhythm) {
        return;
    }
    let Some((head, place)) = cx.head(item).and_then(|head| Some((head, head.place?))) else { return };
    let Some(span) = due.status.span.filter(|_| !place.damaged) else { return };
    let message =
        if due.status.day == Some(known) { "track-status-stale" } else { "track-status-stale.never" };
    let text = noted(due.status, today);
    sink.report(span, place)
        .message(message)
        .with("name", head.id.as_str())
        .with("days", days)
        .with("date", known)
        .with("rhythm", rhythm::name(rhythm))
        .with("line", format!("status {text}"))
        .fix(Message::new("fix-replace").with("text", format!("status {text}")), false, span, text)
        .emit();
}

fn start(cx: &Cx<'_>, item: Item) -> Option<Date> {
    match item {
        Item::Activity(id) => cx.model[id].dates.start,
        _ => None,
    }
}

/// How often an item is looked at: its checkpoint, else the shortest rhythm of reviews, else each month.
fn rhythm_of<'a>(cx: &Cx<'a>, item: Item) -> &'a str {
    let plan = &cx.model.plan;
    let own = match item {
        Item::Activity(id) => cx.model[id].checkpoint.as_deref(),
        _ => None,
    };
    let phase = cx.phase_of(item).and_then(|phase| cx.model[phase].checkpoint.as_deref());
    let reviews =
        RHYTHMS.into_iter().find(|rhythm| plan.cadence.iter().any(|written| written.value.rhythm == *rhythm));
    own.or(phase).or(plan.checkpoint.as_deref()).or(reviews).unwrap_or("monthly")
}

/// The same status, noted today.
fn noted(status: &Status, today: Date) -> String {
    match status.percent {
        Some(percent) => format!("in_progress {percent}% on {today}"),
        None => format!("in_progress on {today}"),
    }
}
