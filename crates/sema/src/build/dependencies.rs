//! What waits for what: activities and launches `after` other work, and launches for the activities `before` them.

use roadmap_diag::Span;

use crate::model::{Id, Model, WorkRef};
use crate::value::Lag;

/// The plan's work by number, and what waits for what.
pub(super) struct Dependencies {
    works: Vec<WorkRef>,
    /// Where the numbers of launches, scripts and milestones begin.
    begin: [usize; 3],
    waits: Vec<Vec<Wait>>,
    followers: Vec<Vec<Wait>>,
}

/// One piece of work waits for another.
#[derive(Clone, Copy)]
pub(super) struct Wait {
    /// The number of the other: what is waited for, or in a list of followers what waits.
    pub(super) work: usize,
    /// How long it waits on.
    pub(super) lag: Option<Lag>,
    /// The name that says so.
    pub(super) span: Span,
    /// Whether it is `before` in what comes first, not `after` in what comes later.
    pub(super) is_before: bool,
}

impl Dependencies {
    /// Those of `model`; a name that nobody knows adds none.
    pub(super) fn of(model: &Model) -> Self {
        let activities = model.activities.ids().map(WorkRef::Activity);
        let works: Vec<WorkRef> = activities
            .chain(model.launches.ids().map(WorkRef::Launch))
            .chain(model.scripts.ids().map(WorkRef::Script))
            .chain(model.milestones.ids().map(WorkRef::Milestone))
            .collect();
        let launches = model.activities.len();
        let scripts = launches + model.launches.len();
        let begin = [launches, scripts, scripts + model.scripts.len()];
        let empty = vec![Vec::new(); works.len()];
        let mut found = Self { works, begin, waits: empty.clone(), followers: empty };
        for (id, activity) in model.activities.iter() {
            let number = found.number(WorkRef::Activity(id));
            for before in &activity.after {
                found.add(number, before.work.target, before.lag, before.work.span);
            }
            for launch in &activity.before {
                if let (Some(target), Some(number)) = (launch.target, number) {
                    let wait = Wait { work: number, lag: None, span: launch.span, is_before: true };
                    found.link(found.number(WorkRef::Launch(target)), wait);
                }
            }
        }
        for (id, launch) in model.launches.iter() {
            let number = found.number(WorkRef::Launch(id));
            for before in &launch.after {
                found.add(number, before.work.target, before.lag, before.work.span);
            }
        }
        found
    }

    /// How many pieces of work there are.
    pub(super) fn len(&self) -> usize {
        self.works.len()
    }

    /// The work of a number.
    pub(super) fn work(&self, number: usize) -> Option<WorkRef> {
        self.works.get(number).copied()
    }

    /// The number of a piece of work; goals have none, nothing waits for them.
    pub(super) fn number(&self, work: WorkRef) -> Option<usize> {
        let [launches, scripts, milestones] = self.begin;
        Some(match work {
            WorkRef::Activity(id) => at(id),
            WorkRef::Launch(id) => launches + at(id),
            WorkRef::Script(id) => scripts + at(id),
            WorkRef::Milestone(id) => milestones + at(id),
            WorkRef::Goal(_) => return None,
        })
    }

    /// What a piece of work waits for, in the order of the text, `before` behind `after`.
    pub(super) fn waits(&self, number: usize) -> &[Wait] {
        self.waits.get(number).map_or(&[], Vec::as_slice)
    }

    /// What waits for a piece of work.
    pub(super) fn followers(&self, number: usize) -> &[Wait] {
        self.followers.get(number).map_or(&[], Vec::as_slice)
    }

    fn add(&mut self, number: Option<usize>, before: Option<WorkRef>, lag: Option<Lag>, span: Span) {
        if let Some(work) = before.and_then(|work| self.number(work)) {
            self.link(number, Wait { work, lag, span, is_before: false });
        }
    }

    fn link(&mut self, number: Option<usize>, wait: Wait) {
        let Some(number) = number else { return };
        if let Some(waits) = self.waits.get_mut(number) {
            waits.push(wait);
        }
        if let Some(followers) = self.followers.get_mut(wait.work) {
            followers.push(Wait { work: number, ..wait });
        }
    }
}

fn at<T>(id: Id<T>) -> usize {
    id.raw() as usize
}
