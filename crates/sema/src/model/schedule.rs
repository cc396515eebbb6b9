//! When work is done: its days, how early and how late they may be, and what waits for itself.

use jiff::civil::Date;
use roadmap_diag::Span;

use super::{Activity, Id, Model, Script, Status, StatusKind, WorkRef};

/// First and last day, and how they came about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Dates {
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// Whether the start comes from what it waits for, its duration or its phase, not from `start`.
    pub computed_start: bool,
    /// Whether the end comes from start and duration, not from `deadline`.
    pub computed_end: bool,
}

/// The earliest day on which work can be over, if everything it waits for keeps its own deadline.
///
/// What others break is told at them: work whose deadline is only out of reach because of theirs keeps it here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Earliest {
    /// The day.
    pub day: Date,
    /// What it waits for longest; nothing where its own start decides.
    pub by: Option<WorkRef>,
}

/// How far work may slip before something else in the plan has to give way: the total float of the critical path method
/// (J. E. Kelley and M. R. Walker, “Critical-Path Planning and Scheduling”, 1959).
///
/// Work may end as late as the first of these says: its deadline, where its end follows from its duration (a deadline
/// without a duration *is* the planned end, which may slip itself); what waits for it; the launch it is `before`; what a
/// script is `for`. Where nothing does, its phase bounds it, else the plan. The method counts back from the project's
/// last day; a plan has many ends, and each of them counts.
///
/// None for what is done, given up or a mere idea, for series, members of a circle and work without an end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slack {
    /// Working days of the plan's calendar by which its end may move: a weekend gives nobody time. Negative where it is
    /// too late already.
    pub days: i32,
    /// The latest day on which it may end.
    pub latest: Date,
    /// Whether it is on a critical path: it may not slip, and something waits for it, or it waits for such work.
    pub critical: bool,
}

/// A circle of dependencies.
#[derive(Clone, Debug)]
pub struct Cycle {
    /// A way round: from the first in the text, each waiting for the next, the last for the first.
    pub members: Vec<CycleMember>,
    /// What else waits for itself through these, each for another of the circle.
    pub others: Vec<CycleMember>,
}

/// One member of a circle.
#[derive(Clone, Debug)]
pub struct CycleMember {
    /// The work.
    pub work: WorkRef,
    /// What it waits for: the next member.
    pub next: WorkRef,
    /// The name behind `after`, or behind the next one's `before`, that says so.
    pub span: Span,
    /// The work in whose block that name stands.
    pub at: WorkRef,
}

impl Model {
    /// The last day of work: computed, or its date; the day on which it was done, where that is written.
    #[must_use]
    pub fn end_of(&self, work: WorkRef) -> Option<Date> {
        match work {
            WorkRef::Activity(id) => self[id].dates.end,
            WorkRef::Launch(id) => self[id].date,
            WorkRef::Script(id) => self.end_of_script(id),
            WorkRef::Milestone(id) => self[id].date.map(|date| date.value),
            WorkRef::Goal(_) => None,
        }
    }

    /// The last day of work if it keeps its deadline, which its duration may not allow.
    #[must_use]
    pub fn promised_end_of(&self, work: WorkRef) -> Option<Date> {
        let end = self.end_of(work)?;
        match work {
            WorkRef::Activity(id) if self[id].status.kind != StatusKind::Done => {
                Some(self.deadline_of(id).map_or(end, |deadline| end.min(deadline)))
            }
            _ => Some(end),
        }
    }

    /// How far work is; none for goals and milestones, which have no status.
    #[must_use]
    pub fn status_of(&self, work: WorkRef) -> Option<&Status> {
        match work {
            WorkRef::Activity(id) => Some(&self[id].status),
            WorkRef::Launch(id) => Some(&self[id].status),
            WorkRef::Script(id) => Some(&self[id].status),
            WorkRef::Goal(_) | WorkRef::Milestone(_) => None,
        }
    }

    /// Whether work is still to be done: neither finished, nor given up, nor a mere idea.
    #[must_use]
    pub fn is_open(&self, work: WorkRef) -> bool {
        self.status_of(work).is_none_or(Status::is_open)
    }

    fn deadline_of(&self, id: Id<Activity>) -> Option<Date> {
        self[id].deadline.map(|deadline| deadline.value)
    }

    fn end_of_script(&self, id: Id<Script>) -> Option<Date> {
        let script = &self[id];
        let done = script.status.day.filter(|_| script.status.kind == StatusKind::Done);
        done.or(script.deadline.map(|deadline| deadline.value))
    }
}

impl Activity {
    /// Whether work on it has begun: what should have held up its start comes too late.
    #[must_use]
    pub fn has_begun(&self, today: Date) -> bool {
        self.status.kind == StatusKind::InProgress && self.start.is_none_or(|start| start.value <= today)
    }
}
