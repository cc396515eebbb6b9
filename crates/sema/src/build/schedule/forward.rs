//! The earliest dates: what is written first, then `after` and `duration` on the plan's calendar.

use jiff::civil::Date;
use roadmap_diag::{Message, Span};

use crate::build::dependencies::{Dependencies, Wait};
use crate::model::{Activity, Dates, Earliest, Id, Launch, Model, StatusKind, WorkRef, Written};
use crate::value::{DateRange, Duration, LAST_YEAR};

/// What the forward pass finds for an activity.
pub(super) struct Times {
    pub(super) dates: Dates,
    pub(super) ready: Option<Date>,
    pub(super) earliest: Option<Earliest>,
    pub(super) beyond: Option<Beyond>,
}

/// A duration or lag that leads beyond the years of a plan.
pub(super) struct Beyond {
    pub(super) span: Span,
    pub(super) message: Message,
}

/// Where something may start, and what decides.
#[derive(Clone, Copy)]
struct Start {
    day: Date,
    by: Option<WorkRef>,
}

/// The dates of an activity that waits for `waits`, whose dates are known.
pub(super) fn activity(
    model: &Model,
    dependencies: &Dependencies,
    id: Id<Activity>,
    waits: &[Wait],
) -> Times {
    let activity = &model[id];
    let duration = activity.duration;
    let deadline = activity.deadline.map(|deadline| deadline.value);
    let done = activity.status.day.filter(|_| activity.status.kind == StatusKind::Done);
    let series = activity.every_written.then(|| days_of_series(model, activity)).flatten();
    let mut beyond = None;

    // A name that nobody knows may be what it waits for longest.
    let all_known = waits.len() == activity.after.len();
    let mut start_behind = |end_of: fn(&Model, WorkRef) -> Option<Date>| {
        if !all_known || waits.is_empty() {
            return None;
        }
        start_after(model, dependencies, waits, end_of).unwrap_or_else(|problem| {
            beyond = Some(problem);
            None
        })
    };
    let written = activity.start.map(|start| Start { day: start.value, by: None });
    let behind = start_behind(Model::end_of);
    let ready = start_behind(Model::promised_end_of);
    let earliest_start = written.or(ready);

    let mut ends = |start: Date, duration: Written<Duration>| {
        let end = model.calendar.end_of(start, duration.value);
        if end.is_none() {
            beyond = Some(beyond_years(duration, start));
        }
        end
    };
    let earliest_end = earliest_start.and_then(|start| {
        let day = duration.map_or(Some(start.day), |duration| ends(start.day, duration))?;
        Some(Earliest { day, by: start.by })
    });
    let due = deadline.or_else(|| day_before_launch(model, activity));
    let backwards = match (duration, due) {
        (Some(duration), Some(due)) if activity.after.is_empty() && written.is_none() => {
            model.calendar.start_of(due, duration.value)
        }
        _ => None,
    };
    let fixed = written.or(behind).map(|start| start.day);
    let start = fixed.or(backwards).or(series.map(|days| days.start));
    let by_duration = start.zip(duration).and_then(|(start, duration)| ends(start, duration));
    let mut end = done.or(by_duration).or(deadline).or(series.map(|days| days.end));
    let is_backwards = start.zip(end).is_some_and(|(start, end)| end < start);
    let start = match (done, fixed) {
        _ if !is_backwards => start,
        // What is done was begun, whatever was planned.
        (Some(done), Some(_)) => Some(done),
        // It is over on its first day at the earliest; that its deadline lies before is said by others.
        (None, Some(start)) => {
            end = Some(start);
            Some(start)
        }
        _ => None,
    };
    let is_late = done.is_none() && is_backwards && fixed.is_some();
    let dates = Dates {
        start,
        end,
        computed_start: activity.start.is_none() && start.is_some(),
        computed_end: done.is_none() && (by_duration.is_some() || is_late),
    };
    let earliest = earliest_end.filter(|_| activity.status.is_open());
    Times { dates, ready: ready.map(|start| start.day), earliest, beyond }
}

/// The earliest day of a launch, where it waits for something. On the day on which that ends it is in time: nobody says
/// at which hour.
pub(super) fn launch(
    model: &Model,
    dependencies: &Dependencies,
    id: Id<Launch>,
    waits: &[Wait],
) -> Option<Earliest> {
    let mut earliest: Option<Earliest> = None;
    let counting = waits.iter().filter(|wait| !wait.is_before && counts(model, dependencies, wait));
    for wait in counting.filter(|_| model[id].status.is_open()) {
        let Some(work) = dependencies.work(wait.work).filter(|work| !prepares(model, *work, id)) else {
            continue;
        };
        let Some(end) = model.promised_end_of(work) else { continue };
        let Some(day) = wait.lag.map_or(Some(end), |lag| model.calendar.shift(end, lag)) else { continue };
        if earliest.is_none_or(|earliest| earliest.day < day) {
            earliest = Some(Earliest { day, by: Some(work) });
        }
    }
    earliest
}

/// Whether work is `before` a launch: that it ends too late is told at the work.
fn prepares(model: &Model, work: WorkRef, launch: Id<Launch>) -> bool {
    matches!(work, WorkRef::Activity(id) if model[id].before.iter().any(|before| before.target == Some(launch)))
}

/// The first working day after everything it waits for, each with its lag; none where one of them has no date. What was
/// given up holds nothing back where something else does.
fn start_after(
    model: &Model,
    dependencies: &Dependencies,
    waits: &[Wait],
    end_of: fn(&Model, WorkRef) -> Option<Date>,
) -> Result<Option<Start>, Beyond> {
    let any_counts = waits.iter().any(|wait| counts(model, dependencies, wait));
    let mut latest: Option<Start> = None;
    for wait in waits.iter().filter(|wait| !any_counts || counts(model, dependencies, wait)) {
        let Some(work) = dependencies.work(wait.work) else { return Ok(None) };
        let Some(end) = end_of(model, work) else { return Ok(None) };
        let Some(day) = day_after(model, end, wait) else {
            let message = Message::new("value-start-beyond").with("year", LAST_YEAR.to_string());
            return Err(Beyond { span: wait.span, message });
        };
        if latest.is_none_or(|latest| latest.day < day) {
            latest = Some(Start { day, by: Some(work) });
        }
    }
    Ok(latest)
}

/// The first working day after `end`, and later by a lag.
fn day_after(model: &Model, end: Date, wait: &Wait) -> Option<Date> {
    let calendar = &model.calendar;
    let free = calendar.next_working(end.tomorrow().ok()?)?;
    match wait.lag {
        Some(lag) => calendar.next_working(calendar.shift(free, lag)?),
        None => Some(free),
    }
}

fn counts(model: &Model, dependencies: &Dependencies, wait: &Wait) -> bool {
    let work = dependencies.work(wait.work);
    work.and_then(|work| model.status_of(work)).is_none_or(crate::model::Status::counts)
}

/// The last working day before the first launch that an activity prepares.
fn day_before_launch(model: &Model, activity: &Activity) -> Option<Date> {
    let days = activity.before.iter().filter_map(|launch| model[launch.target?].date);
    model.calendar.previous_working(days.min()?.yesterday().ok()?)
}

/// A series without days of its own fills its phase.
fn days_of_series(model: &Model, activity: &Activity) -> Option<DateRange> {
    model[activity.phase?].range.map(|range| range.value)
}

fn beyond_years(duration: Written<Duration>, start: Date) -> Beyond {
    let message = Message::new("value-duration-beyond")
        .with("duration", duration.value.to_string())
        .with("start", start)
        .with("year", LAST_YEAR.to_string());
    Beyond { span: duration.span, message }
}
