//! `time/starts-too-early`

use jiff::civil::Date;
use roadmap_diag::Message;

use crate::model::{Predecessor, WorkRef};
use crate::rules::{Check, Cx, Item, Sink, rule};
use crate::value::DateRange;

rule!("time/starts-too-early", "time-starts-too-early", Error, Check::Item(check), "starts_too_early.md");

/// Places of what it waits for that are shown.
const MOST_PLACES: usize = 5;

/// What has to be over before work starts, and the day on which it is, lag and all.
struct Hold<'a> {
    before: &'a Predecessor,
    work: WorkRef,
    day: Date,
}

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Activity(id) = item else { return };
    let activity = &cx.model[id];
    let Some(start) = activity.start else { return };
    // What has begun is not moved, and a product that is not ready is the nearer cause.
    if !activity.status.is_open()
        || activity.has_begun(cx.model.today)
        || cx.is_in_cycle(item)
        || cx.sold_too_early(id).is_some()
    {
        return;
    }
    let holds: Vec<Hold<'_>> = activity
        .after
        .iter()
        .filter_map(|before| hold(cx, before))
        .filter(|hold| start.value < hold.day)
        .collect();
    // The first of the latest.
    let Some(last) = holds.iter().rev().max_by_key(|hold| hold.day) else { return };
    let Some(place) = activity.head.place else { return };
    let name = |work: WorkRef| cx.head(Item::of(work)).map_or("", |head| head.id.as_str());
    let days = DateRange::new(start.value, last.day).map_or(0, |days| i64::from(days.days()) - 1);
    let mut finding = sink
        .report(start.span, place)
        .with("name", activity.head.id.as_str())
        .with("start", start.value)
        .with("days", days)
        .with("on", name(last.work))
        .with("until", last.day);
    if let Some(lag) = last.before.lag {
        finding = finding.message("time-starts-too-early.lag").with("lag", lag.to_string());
    }
    for hold in holds.iter().take(MOST_PLACES) {
        if let (Some(span), Some(end)) = (cx.end_span(hold.work), cx.model.promised_end_of(hold.work)) {
            let message = Message::new("time-starts-too-early.until");
            finding = finding.related(span, message.with("name", name(hold.work)).with("until", end));
        }
    }
    if let Some(ready) = activity.ready {
        let title = Message::new("fix-replace").with("text", ready.to_string());
        finding = finding.fix(title, false, start.span, ready.to_string());
    }
    finding.emit();
}

/// A handover on the same day is in time: nobody says at which hour.
fn hold<'a>(cx: &Cx<'_>, before: &'a Predecessor) -> Option<Hold<'a>> {
    let work = before.work.target.filter(|work| cx.is_reliable(*work))?;
    let end = cx.model.promised_end_of(work)?;
    let day = before.lag.map_or(Some(end), |lag| cx.model.calendar.shift(end, lag))?;
    Some(Hold { before, work, day })
}
