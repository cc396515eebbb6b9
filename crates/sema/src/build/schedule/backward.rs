//! The latest dates: back from deadlines, launches and the ends of phases, through what waits for what.

use jiff::civil::Date;

use super::is_set;
use crate::build::dependencies::{Dependencies, Wait};
use crate::calendar::Calendar;
use crate::model::{Id, Model, Phase, Script, ScriptTarget, Slack, WorkRef};
use crate::value::{DateRange, Lag};

/// Fills in the slack of all work; `order` has everything behind what it waits for.
pub(super) fn slack(model: &mut Model, dependencies: &Dependencies, order: &[usize], in_circle: &[bool]) {
    let mut found: Vec<Option<Slack>> = vec![None; dependencies.len()];
    for number in order.iter().rev().copied().filter(|number| !is_set(in_circle, *number)) {
        let slack = dependencies.work(number).and_then(|work| {
            let end = model.end_of(work).filter(|_| model.is_open(work) && !is_series(model, work))?;
            let followers = dependencies.followers(number).iter();
            let followers = followers.filter(|follower| !is_set(in_circle, follower.work));
            let needs = followers.filter_map(|follower| {
                let latest = found.get(follower.work).copied().flatten().map(|slack| slack.latest);
                need(model, dependencies.work(follower.work)?, follower, latest)
            });
            let bound = needs.chain(own_bound(model, work)).min();
            let latest = bound.or_else(|| end_of_home(model, work, end))?;
            Some(Slack { days: working_days(&model.calendar, end, latest), latest, critical: false })
        });
        if let Some(place) = found.get_mut(number) {
            *place = slack;
        }
    }
    let may_not_slip =
        |wait: &Wait| found.get(wait.work).copied().flatten().is_some_and(|slack| slack.days <= 0);
    let is_open = |wait: &Wait| dependencies.work(wait.work).is_some_and(|work| model.is_open(work));
    let critical: Vec<bool> = (0..dependencies.len())
        .map(|number| {
            dependencies.followers(number).iter().any(is_open)
                || dependencies.waits(number).iter().any(may_not_slip)
        })
        .collect();
    for (number, slack) in found.into_iter().enumerate() {
        let slack =
            slack.map(|slack| Slack { critical: slack.days <= 0 && is_set(&critical, number), ..slack });
        match dependencies.work(number) {
            Some(WorkRef::Activity(id)) if model[id].slack != slack => {
                model.activities.get_mut(id).slack = slack;
            }
            Some(WorkRef::Launch(id)) if model[id].slack != slack => {
                model.launches.get_mut(id).slack = slack;
            }
            Some(WorkRef::Script(id)) if model[id].slack != slack => {
                model.scripts.get_mut(id).slack = slack;
            }
            Some(WorkRef::Milestone(id)) if model[id].slack != slack => {
                model.milestones.get_mut(id).slack = slack;
            }
            _ => {}
        }
    }
}

/// The latest end that leaves the dates of `follower`, which waits, as they are. `latest` is its own latest end.
fn need(model: &Model, follower: WorkRef, wait: &Wait, latest: Option<Date>) -> Option<Date> {
    if !model.is_open(follower) {
        return None;
    }
    match follower {
        // On the day itself it is in time.
        WorkRef::Launch(id) => shift_back(&model.calendar, model[id].date?, wait.lag),
        WorkRef::Activity(id) => {
            let activity = &model[id];
            if activity.has_begun(model.today) {
                return None;
            }
            if let Some(start) = activity.start {
                return shift_back(&model.calendar, start.value, wait.lag);
            }
            let latest_start = match activity.duration {
                Some(duration) => model.calendar.start_of(latest?, duration.value)?,
                // How long it takes nobody says: one day is the least.
                None => activity.deadline?.value,
            };
            latest_end_before(&model.calendar, latest_start, wait.lag)
        }
        WorkRef::Goal(_) | WorkRef::Script(_) | WorkRef::Milestone(_) => None,
    }
}

/// What bounds work besides those that wait for it.
fn own_bound(model: &Model, work: WorkRef) -> Option<Date> {
    match work {
        WorkRef::Activity(id) => {
            let activity = &model[id];
            activity.deadline.filter(|_| activity.dates.computed_end).map(|deadline| deadline.value)
        }
        WorkRef::Script(id) => first_use(model, id),
        WorkRef::Goal(_) | WorkRef::Launch(_) | WorkRef::Milestone(_) => None,
    }
}

/// The day on which a script is needed: what it is for starts.
fn first_use(model: &Model, id: Id<Script>) -> Option<Date> {
    let targets = model[id].targets.iter().filter_map(|target| target.target);
    let days = targets.filter_map(|target| match target {
        ScriptTarget::Activity(id) if model.is_open(WorkRef::Activity(id)) => model[id].dates.start,
        ScriptTarget::Launch(id) if model.is_open(WorkRef::Launch(id)) => model[id].date,
        _ => None,
    });
    days.min()
}

/// The end of the phase, or else of the plan, that work with this end keeps to.
fn end_of_home(model: &Model, work: WorkRef, end: Date) -> Option<Date> {
    let phase: Option<Id<Phase>> = match work {
        WorkRef::Activity(id) => model[id].phase,
        WorkRef::Launch(id) => model[id].phase,
        WorkRef::Script(id) => model[id].phase,
        WorkRef::Milestone(id) => model[id].phase,
        WorkRef::Goal(id) => model[id].phase,
    };
    let homes = [phase.and_then(|phase| model[phase].range), model.plan.period];
    homes.into_iter().flatten().map(|range| range.value.end).find(|last| end <= *last)
}

fn is_series(model: &Model, work: WorkRef) -> bool {
    matches!(work, WorkRef::Activity(id) if model[id].every_written)
}

/// The latest day on which something may end for work that waits for it to start on `start`.
fn latest_end_before(calendar: &Calendar, start: Date, lag: Option<Lag>) -> Option<Date> {
    // The start is a working day, and so is the day from which the lag counts.
    let start = calendar.previous_working(start)?;
    let free = calendar.previous_working(shift_back(calendar, start, lag)?)?;
    free.yesterday().ok()
}

fn shift_back(calendar: &Calendar, day: Date, lag: Option<Lag>) -> Option<Date> {
    lag.map_or(Some(day), |lag| calendar.shift_back(day, lag))
}

/// Working days from `end` to `latest`, negative where that lies before.
fn working_days(calendar: &Calendar, end: Date, latest: Date) -> i32 {
    let between = |from: Date, to: Date| {
        let days = from.tomorrow().ok().and_then(|first| DateRange::new(first, to));
        days.map_or(0, |days| i32::try_from(calendar.working_days(days)).unwrap_or(i32::MAX))
    };
    between(end, latest) - between(latest, end)
}
