//! Lateness, progress and load.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::readings::days;
use crate::model::{Activity, Model, Phase, Ref, Status, StatusKind, Who};

/// Days ahead in which a deadline counts as near.
const SOON: i32 = 14;

/// Where an activity stands against its deadline.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ActivityTrack {
    /// Days since the deadline, for one that is neither done nor given up, nor a mere idea.
    pub days_late: Option<i32>,
    /// Days to the deadline, 0 for today, where there are at most 14.
    pub due_in: Option<i32>,
    /// Whether something stops it.
    pub blocked: bool,
}

/// Where a phase lies from today.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PhaseTime {
    /// It is over.
    Past,
    /// Today lies in it.
    Current,
    /// It is still to come.
    Future,
}

/// Where a phase stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PhaseTrack {
    /// Where it lies from today; none where its days are not known.
    pub time: Option<PhaseTime>,
    /// The mean progress of its activities in percent, each counting alike; ideas and what was given up are left out.
    /// None where nothing is left.
    pub progress: Option<Decimal>,
    /// How many activities that mean is of.
    pub counted: usize,
    /// How many of them are done.
    pub done: usize,
}

pub(super) fn activity(model: &Model, activity: &Activity) -> ActivityTrack {
    let is_open = !activity.status.is_closed() && activity.status.counts();
    // A series without a deadline of its own ends with its phase: it runs out, and is not late.
    let end = activity.dates.end.filter(|_| !activity.every_written);
    let deadline = activity.deadline.map(|deadline| deadline.value).or(end);
    let apart = deadline.filter(|_| is_open).map(|deadline| (deadline, model.today));
    ActivityTrack {
        // Both days count in `days`, and none of the two is a day late.
        days_late: apart
            .filter(|(deadline, today)| deadline < today)
            .map(|(deadline, today)| days(deadline, today) - 1),
        due_in: apart
            .filter(|(deadline, today)| deadline >= today)
            .map(|(deadline, today)| days(today, deadline) - 1)
            .filter(|days| *days <= SOON),
        blocked: activity.status.kind == StatusKind::Blocked,
    }
}

pub(super) fn phase(model: &Model, phase: &Phase) -> PhaseTrack {
    let time = phase.range.map(|range| {
        if range.value.end < model.today {
            PhaseTime::Past
        } else if model.today < range.value.start {
            PhaseTime::Future
        } else {
            PhaseTime::Current
        }
    });
    let counting: Vec<&Activity> =
        phase.activities.iter().map(|id| &model[*id]).filter(|row| row.status.counts()).collect();
    let sum: Option<Decimal> =
        counting.iter().try_fold(Decimal::ZERO, |sum, row| sum.checked_add(row.progress));
    PhaseTrack {
        time,
        progress: sum
            .and_then(|sum| sum.checked_div(Decimal::from(counting.len())))
            .map(|mean| mean.normalize()),
        counted: counting.len(),
        done: counting.iter().filter(|row| row.status.kind == StatusKind::Done).count(),
    }
}

/// For each person, the items that they answer for and that are open today: activities from their first day on, launches
/// and scripts at any time, until they are done. What is late stays open.
pub(super) fn open_items(model: &Model) -> Vec<usize> {
    let mut counts = vec![0; model.people.len()];
    let mut count = |owners: &[Ref<Who>]| {
        for (index, owner) in owners.iter().enumerate() {
            // Somebody written twice answers for it once.
            let is_new = owners.iter().take(index).all(|other| other.target != owner.target);
            if let (Some(Who::Person(person)), true) = (owner.target, is_new)
                && let Some(count) = counts.get_mut(person.raw() as usize)
            {
                *count += 1;
            }
        }
    };
    let is_open = |status: &Status| status.counts() && !status.is_closed();
    let begun = |start: Option<Date>| start.is_none_or(|start| start <= model.today);
    let activities = model.activities.rows().iter();
    activities
        .filter(|row| is_open(&row.status) && begun(row.dates.start))
        .for_each(|row| count(&row.owners));
    model.launches.rows().iter().filter(|row| is_open(&row.status)).for_each(|row| count(&row.owners));
    model.scripts.rows().iter().filter(|row| is_open(&row.status)).for_each(|row| count(&row.owners));
    counts
}
