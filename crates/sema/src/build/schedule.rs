//! Dates, once for the whole project: what is written first, then `after` and `duration` on the plan's calendar.

use jiff::civil::Date;

use crate::model::{Activity, Dates, Id, Model, Phase, StatusKind, WorkRef};

/// Fills in [`Dates`] of every activity, and the phases that work of the top level touches.
pub(super) fn compute(model: &mut Model) {
    for id in order(model) {
        let dates = dates_of(model, id);
        model.activities.get_mut(id).dates = dates;
    }
    always_on(model);
}

/// Activities with everything they wait for before them; members of a circle come last, where they get no date from
/// each other.
fn order(model: &Model) -> Vec<Id<Activity>> {
    let count = model.activities.len();
    let mut waiting = vec![0_usize; count];
    let mut followers: Vec<Vec<Id<Activity>>> = vec![Vec::new(); count];
    for (id, activity) in model.activities.iter() {
        for before in activity.after.iter().filter_map(|before| activity_of(before.work.target)) {
            if let (Some(number), Some(list)) =
                (waiting.get_mut(id.raw() as usize), followers.get_mut(before.raw() as usize))
            {
                *number += 1;
                list.push(id);
            }
        }
    }
    let is_free = |waiting: &[usize], id: Id<Activity>| waiting.get(id.raw() as usize) == Some(&0);
    let mut ready: Vec<Id<Activity>> = model.activities.ids().filter(|id| is_free(&waiting, *id)).collect();
    let mut next = 0;
    while let Some(id) = ready.get(next).copied() {
        next += 1;
        for follower in followers.get(id.raw() as usize).into_iter().flatten() {
            if let Some(number) = waiting.get_mut(follower.raw() as usize) {
                *number -= 1;
                if *number == 0 {
                    ready.push(*follower);
                }
            }
        }
    }
    ready.extend(model.activities.ids().filter(|id| !is_free(&waiting, *id)));
    ready
}

fn activity_of(work: Option<WorkRef>) -> Option<Id<Activity>> {
    match work {
        Some(WorkRef::Activity(id)) => Some(id),
        _ => None,
    }
}

fn dates_of(model: &Model, id: Id<Activity>) -> Dates {
    let activity = &model[id];
    let written_start = activity.start.map(|start| start.value);
    let deadline = activity.deadline.map(|deadline| deadline.value);
    let duration = activity.duration.map(|duration| duration.value);
    let phase = activity.phase.and_then(|phase| model[phase].range).map(|range| range.value);
    let done = activity.status.day.filter(|_| activity.status.kind == StatusKind::Done);
    let series = activity.every_written;

    let after = if activity.after.is_empty() { None } else { start_after(model, id) };
    let backwards = match (duration, deadline) {
        (Some(duration), Some(deadline)) if activity.after.is_empty() => {
            model.calendar.start_of(deadline, duration)
        }
        _ => None,
    };
    let phase_start = phase.map(|range| range.start).filter(|_| series);
    let start = written_start.or(after).or(backwards).or(phase_start);
    let from_duration = match (start, duration) {
        (Some(start), Some(duration)) => model.calendar.end_of(start, duration),
        _ => None,
    };
    let phase_end = phase.map(|range| range.end).filter(|_| series);
    let end = done.or(from_duration).or(deadline).or(phase_end);
    // A deadline that lies before the start is a contradiction that others report; it gives no negative bar.
    let start = start
        .filter(|start| end.is_none_or(|end| *start <= end) || written_start.is_some() || after.is_some());
    Dates {
        start,
        end: end.filter(|end| start.is_none_or(|start| start <= *end)).or(start.and(from_duration)),
        computed_start: written_start.is_none() && start.is_some(),
        computed_end: done.is_none() && from_duration.is_some(),
    }
}

/// The first working day after everything it waits for, each with its lag; none where one of them has no date.
fn start_after(model: &Model, id: Id<Activity>) -> Option<Date> {
    let mut latest: Option<Date> = None;
    for before in &model[id].after {
        let end = end_of(model, before.work.target?)?;
        let free = model.calendar.next_working(end.tomorrow().ok()?)?;
        let free = match before.lag {
            Some(lag) => model.calendar.next_working(model.calendar.shift(free, lag)?)?,
            None => free,
        };
        latest = latest.max(Some(free));
    }
    latest
}

/// The day on which work is over.
fn end_of(model: &Model, work: WorkRef) -> Option<Date> {
    match work {
        WorkRef::Activity(id) => model[id].dates.end,
        WorkRef::Launch(id) => model[id].date,
        WorkRef::Script(id) => {
            let script = &model[id];
            let done = script.status.day.filter(|_| script.status.kind == StatusKind::Done);
            done.or(script.deadline.map(|deadline| deadline.value))
        }
        WorkRef::Milestone(id) => model[id].date.map(|date| date.value),
        WorkRef::Goal(_) => None,
    }
}

/// Work of the top level belongs to every phase its dates touch.
fn always_on(model: &mut Model) {
    let touched: Vec<(Id<Phase>, Id<Activity>)> = model
        .activities
        .iter()
        .filter(|(_, activity)| activity.phase.is_none())
        .flat_map(|(id, activity)| {
            let start = activity.dates.start.or(activity.dates.end);
            let end = activity.dates.end.or(start);
            let phases = model.phases.iter().filter(move |(_, phase)| match (phase.range, start, end) {
                (Some(range), Some(start), Some(end)) => start <= range.value.end && range.value.start <= end,
                _ => false,
            });
            phases.map(move |(phase, _)| (phase, id))
        })
        .collect();
    for (phase, activity) in touched {
        model.phases.get_mut(phase).always_on.push(activity);
    }
}
