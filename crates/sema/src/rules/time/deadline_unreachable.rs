//! `time/deadline-unreachable`

use jiff::civil::Date;
use roadmap_diag::{Message, Span};

use crate::model::{Activity, Earliest, Id, Launch, Place, WorkRef, Written};
use crate::rules::{Check, Cx, Finding, Item, Sink, rule};
use crate::value::DateRange;

rule!(
    "time/deadline-unreachable",
    "time-deadline-unreachable",
    Error,
    Check::Item(check),
    "deadline_unreachable.md"
);

/// Links of the chain that are named; what stands before them is cut.
const MOST_LINKS: usize = 6;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    if cx.is_in_cycle(item) {
        return;
    }
    // A day that has passed is `time/overdue`, and kept by nobody.
    match item {
        Item::Activity(id) => activity(cx, id, sink),
        Item::Launch(id) => launch(cx, id, sink),
        _ => {}
    }
}

fn activity(cx: &Cx<'_>, id: Id<Activity>, sink: &mut Sink<'_>) {
    let activity = &cx.model[id];
    let Some(place) = activity.head.place.filter(|_| activity.status.is_open()) else { return };
    let deadline = activity.deadline;
    // A start written behind its deadline is `value/range-backwards`.
    if cx.ends_before_it_starts(Item::Activity(id)) {
        return;
    }
    let prepared = first_prepared(cx, activity);
    let end = end_before_launch(activity);
    if let Some(((span, launch, day), end)) = prepared.zip(end)
        && day < end
        && cx.model.today <= day
        && deadline.is_none_or(|deadline| day < deadline.value)
    {
        let chain = chain(cx, activity.earliest.filter(|_| activity.duration.is_some()));
        let Some(chain) = chain else { return };
        let finding = sink
            .report(deadline.map_or(span, |deadline| deadline.span), place)
            .message("time-deadline-unreachable.before")
            .help("time-deadline-unreachable.help-before")
            .with("name", activity.head.id.as_str())
            .with("launch", cx.model[launch].head.id.as_str())
            .with("day", day)
            .with("end", end)
            .with("days", days(day, end));
        return mend_before(cx, show(cx, finding, &chain), activity, launch, end).emit();
    }
    let (Some(deadline), Some(earliest)) = (deadline, activity.earliest) else { return };
    if earliest.day <= deadline.value
        || deadline.value < cx.model.today
        || follows_from_another(cx, earliest, deadline.value)
    {
        return;
    }
    let Some(chain) = chain(cx, Some(earliest)) else { return };
    let mut finding = late(sink, place, deadline, earliest.day).with("name", activity.head.id.as_str());
    if chain.is_empty() {
        let (Some(start), Some(duration)) = (activity.start, activity.duration) else { return };
        finding = finding
            .message("time-deadline-unreachable.alone")
            .with("start", start.value)
            .with("duration", duration.value.to_string());
    } else {
        finding = finding.with("chain", sentence(cx, &chain, WorkRef::Activity(id)));
    }
    show(cx, finding, &chain).emit();
}

fn launch(cx: &Cx<'_>, id: Id<Launch>, sink: &mut Sink<'_>) {
    let launch = &cx.model[id];
    let (Some(deadline), Some(earliest)) = (launch.deadline, launch.earliest) else { return };
    if earliest.day <= deadline.value
        || deadline.value < cx.model.today
        || follows_from_another(cx, earliest, deadline.value)
    {
        return;
    }
    let Some(place) = launch.head.place else { return };
    let Some(chain) = chain(cx, Some(earliest)) else { return };
    let finding = late(sink, place, deadline, earliest.day)
        .message("time-deadline-unreachable.launch")
        .with("name", launch.head.id.as_str())
        .with("chain", sentence(cx, &chain, WorkRef::Launch(id)));
    show(cx, finding, &chain).emit();
}

/// A finding on a deadline before `end`, which may be moved there.
fn late<'s, 'a>(sink: &'s mut Sink<'a>, place: Place, deadline: Written<Date>, end: Date) -> Finding<'s, 'a> {
    let title = Message::new("fix-replace").with("text", end.to_string());
    sink.report(deadline.span, place).with("end", end).with("days", days(deadline.value, end)).fix(
        title,
        false,
        deadline.span,
        end.to_string(),
    )
}

/// Whether what decides the end cannot keep its own deadline, which leaves no time before this one: of a chain that is due
/// on one day, only the first that is late is told.
fn follows_from_another(cx: &Cx<'_>, earliest: Earliest, deadline: Date) -> bool {
    let Some(WorkRef::Activity(by)) = earliest.by else { return false };
    let before = &cx.model[by];
    before
        .earliest
        .zip(before.deadline)
        .is_some_and(|(earliest, own)| own.value < earliest.day && deadline <= own.value)
}

/// The first of the open launches that an activity is before: where it says so, the launch and its day.
fn first_prepared(cx: &Cx<'_>, activity: &Activity) -> Option<(Span, Id<Launch>, Date)> {
    let day = |id: Id<Launch>| {
        let launch = &cx.model[id];
        launch.date.filter(|_| launch.status.is_open() && !cx.is_in_cycle(Item::Launch(id)))
    };
    let launches = activity.before.iter().filter_map(|before| {
        let target = before.target?;
        Some((before.span, target, day(target)?))
    });
    launches.min_by_key(|(_, _, day)| *day)
}

/// When it is to be over: by its duration, else by its deadline.
fn end_before_launch(activity: &Activity) -> Option<Date> {
    let deadline = activity.deadline.map(|deadline| deadline.value);
    let earliest = activity.earliest.map(|earliest| earliest.day);
    match (activity.duration, earliest) {
        (Some(_), Some(earliest)) => Some(earliest),
        _ => earliest.max(deadline),
    }
}

/// Without a duration the end may be drawn to the launch; with one, the launch has to wait.
fn mend_before<'s, 'a>(
    cx: &Cx<'_>,
    finding: Finding<'s, 'a>,
    activity: &Activity,
    launch: Id<Launch>,
    end: Date,
) -> Finding<'s, 'a> {
    let Some(day) = cx.model[launch].deadline else { return finding };
    let message = Message::new("time-deadline-unreachable.launch-day");
    let finding = finding.related(day.span, message.with("launch", cx.model[launch].head.id.as_str()));
    let ready = activity.earliest.is_none_or(|earliest| earliest.day <= day.value);
    match activity.deadline.filter(|_| activity.duration.is_none() && ready) {
        Some(deadline) => {
            let title = Message::new("fix-replace").with("text", day.value.to_string());
            finding.fix(title, false, deadline.span, day.value.to_string())
        }
        None => {
            let title = Message::new("time-deadline-unreachable.fix-launch")
                .with("launch", cx.model[launch].head.id.as_str())
                .with("end", end.to_string());
            finding.fix(title, false, day.span, end.to_string())
        }
    }
}

/// The work that an end follows from, the nearest last: each with its own end. None where the dates of one of them cannot
/// be relied on.
/// One more than is shown says that there are more.
fn chain(cx: &Cx<'_>, from: Option<Earliest>) -> Option<Vec<(WorkRef, Date)>> {
    let mut links = Vec::new();
    let mut next = from.and_then(|earliest| earliest.by);
    while let Some(work) = next.filter(|_| links.len() <= MOST_LINKS) {
        if !cx.is_reliable(work) {
            return None;
        }
        links.push((work, cx.model.promised_end_of(work)?));
        next = behind(cx, work);
    }
    links.reverse();
    Some(links)
}

/// What holds up `work`: nothing where its end is as it is written, with days to spare, or was promised although what
/// stands before it does not allow it, which is told there.
fn behind(cx: &Cx<'_>, work: WorkRef) -> Option<WorkRef> {
    let promised = cx.model.promised_end_of(work)?;
    let earliest = match work {
        WorkRef::Activity(id) => cx.model[id].earliest.filter(|_| cx.model[id].dates.computed_end),
        WorkRef::Launch(id) => cx.model[id].earliest.filter(|earliest| {
            let free = earliest.day.tomorrow().ok().and_then(|day| cx.model.calendar.next_working(day));
            cx.model[id].date.zip(free).is_some_and(|(day, free)| day <= free)
        }),
        WorkRef::Goal(_) | WorkRef::Script(_) | WorkRef::Milestone(_) => None,
    };
    earliest.filter(|earliest| earliest.day <= promised)?.by
}

/// “`landing` (2026-02-15) → `app_v2` (2026-02-20) → `launch_ads`”
fn sentence(cx: &Cx<'_>, chain: &[(WorkRef, Date)], last: WorkRef) -> Message {
    let name = |work: WorkRef| cx.head(Item::of(work)).map_or("", |head| head.id.as_str());
    let cut = chain.len() > MOST_LINKS;
    let shown = chain.iter().skip(usize::from(cut));
    let start = cut.then(|| Message::verbatim("…"));
    let links = shown.fold(start, |before, (work, end)| {
        let id = if before.is_some() {
            "time-deadline-unreachable.link"
        } else {
            "time-deadline-unreachable.first"
        };
        let link = Message::new(id).with("name", name(*work)).with("end", *end);
        Some(match before {
            Some(before) => link.with("before", before),
            None => link,
        })
    });
    let sentence = Message::new("time-deadline-unreachable.chain").with("name", name(last));
    sentence.with("before", links.unwrap_or_else(|| Message::verbatim("")))
}

/// Shows the places of a chain, the nearest first.
fn show<'s, 'a>(cx: &Cx<'_>, mut finding: Finding<'s, 'a>, chain: &[(WorkRef, Date)]) -> Finding<'s, 'a> {
    for (work, end) in chain.iter().rev().take(MOST_LINKS) {
        let name = cx.head(Item::of(*work)).map_or("", |head| head.id.as_str());
        if let Some(span) = cx.end_span(*work) {
            let message =
                Message::new("time-deadline-unreachable.member").with("name", name).with("end", *end);
            finding = finding.related(span, message);
        }
    }
    finding
}

/// Days from `deadline` to `end`.
fn days(deadline: Date, end: Date) -> i64 {
    DateRange::new(deadline, end).map_or(0, |days| i64::from(days.days()) - 1)
}
