//! What several rules ask of dependencies.

use jiff::civil::Date;
use roadmap_diag::Span;

use super::{Cx, Item};
use crate::model::{Activity, Id, Launch, Model, Status, Use, WorkRef, Written};

impl<'a> Cx<'a> {
    /// The launch that an activity sells and that comes after its start: the latest of them, with that start. None for
    /// what prepares the launch, and where either waits for itself.
    pub(crate) fn sold_too_early(&self, id: Id<Activity>) -> Option<(&'a Use<Launch>, Date, Date)> {
        let model = self.model;
        let activity = model.activities.get(id);
        let start = activity.dates.start.filter(|_| activity.status.is_open())?;
        let late = |sold: &'a Use<Launch>| {
            let launch = sold.target.filter(|target| {
                activity.before.iter().all(|before| before.target != Some(*target))
                    && model[*target].status.is_open()
                    && !self.is_in_cycle(Item::Launch(*target))
            })?;
            let day = model[launch].date.filter(|day| start < *day)?;
            Some((sold, start, day))
        };
        if self.is_in_cycle(Item::Activity(id)) {
            return None;
        }
        activity.promotes.iter().filter_map(late).max_by_key(|(_, _, day)| *day)
    }

    /// The days that may stand in place of `day`, on which nobody works: the working day before, from the item's start and
    /// the start of its phase on, and the one after, up to the end of its phase.
    pub(crate) fn working_days_around(&self, item: Item, day: Date) -> impl Iterator<Item = Date> + use<> {
        let phase = self.phase_of(item).and_then(|phase| self.model[phase].range).map(|range| range.value);
        let start = match item {
            Item::Activity(id) => self.model[id].dates.start,
            _ => None,
        };
        let is_inside =
            |other: &Date| phase.is_none_or(|phase| !phase.contains(day) || phase.contains(*other));
        let calendar = &self.model.calendar;
        let before = calendar.previous_working(day).filter(is_inside);
        let before = before.filter(|before| start.is_none_or(|start| start <= *before));
        before.into_iter().chain(calendar.next_working(day).filter(is_inside))
    }

    /// Whether the dates of work can be relied on: it is in the plan, and does not wait for itself.
    pub(crate) fn is_reliable(&self, work: WorkRef) -> bool {
        self.model.status_of(work).is_none_or(Status::counts) && !self.is_in_cycle(Item::of(work))
    }

    /// Where the last day of work is written, else its name.
    pub(crate) fn end_span(&self, work: WorkRef) -> Option<Span> {
        let deadline = match work {
            WorkRef::Milestone(id) => self.model[id].date,
            _ => self.due(Item::of(work)).and_then(|due| due.deadline),
        };
        deadline.map(|deadline: Written<Date>| deadline.span).or(self.head(Item::of(work))?.id_span)
    }
}

/// How `launch` is called from inside `phase`: by its name, or by its phase's and its own.
pub(crate) fn name_of_launch(model: &Model, activity: Id<Activity>, launch: Id<Launch>) -> &str {
    let row = &model[launch];
    if row.phase == model[activity].phase { &row.head.id } else { &row.head.path }
}
