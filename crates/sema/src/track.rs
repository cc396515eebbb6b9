//! How the plan is going: readings against targets, deadlines against today. Pure, and exact.
//!
//! Three questions are asked of a KPI, each answered by a file of its own:
//!
//! - `readings.rs`: what is the figure now, and of which day? Only readings that measure the thing itself count.
//! - `pace.rs`: what would it be on that day, had all gone as planned?
//! - `judge.rs`: how far apart are the two?
//!
//! The states of goals, activities, phases and people follow from those and from the dates.

mod activities;
mod formula;
mod judge;
mod pace;
mod readings;
#[cfg(test)]
mod tests;
mod work;

pub(crate) use activities::OfActivities;
pub use judge::{KpiState, KpiTrack};
pub(crate) use readings::Scope;
pub use work::{ActivityTrack, PhaseTime, PhaseTrack};

use crate::model::{Activity, Goal, Id, Kpi, Model, Person, Phase};
use crate::settings::Limits;

/// How everything is going on the plan's today; each list in the order of the model's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tracking {
    kpis: Vec<KpiTrack>,
    goals: Vec<Option<KpiState>>,
    activities: Vec<ActivityTrack>,
    phases: Vec<PhaseTrack>,
    people: Vec<usize>,
}

/// Follows `model` with the method's own limits.
#[must_use]
pub fn track(model: &Model) -> Tracking {
    track_with(model, &Limits::default())
}

/// Follows `model`, with `off_pace_percent` from `limits`.
#[must_use]
pub fn track_with(model: &Model, limits: &Limits) -> Tracking {
    let kpis = kpis(model, limits);
    let goals = model
        .goals
        .rows()
        .iter()
        .map(|goal| {
            let states = goal.kpis.iter().filter_map(|kpi| kpis.get(kpi.raw() as usize));
            KpiState::weakest(states.map(|kpi| kpi.state))
        })
        .collect();
    Tracking {
        kpis,
        goals,
        activities: model.activities.rows().iter().map(|row| work::activity(model, row)).collect(),
        phases: model.phases.rows().iter().map(|row| work::phase(model, row)).collect(),
        people: work::open_items(model),
    }
}

/// Follows the KPIs of `model` alone, in the order of their table.
#[must_use]
pub(crate) fn kpis(model: &Model, limits: &Limits) -> Vec<KpiTrack> {
    let readings = readings::Readings::new(model);
    let kpis = model.kpis.rows().iter();
    kpis.map(|kpi| judge::kpi(model, &readings, kpi, limits.off_pace_percent)).collect()
}

impl Tracking {
    /// Reading, pace and state of a KPI; none for an id of another model.
    #[must_use]
    pub fn kpi(&self, id: Id<Kpi>) -> Option<&KpiTrack> {
        self.kpis.get(id.raw() as usize)
    }

    /// The state of a goal: the weakest of its KPIs that have data; none without a KPI.
    #[must_use]
    pub fn goal(&self, id: Id<Goal>) -> Option<KpiState> {
        self.goals.get(id.raw() as usize).copied().flatten()
    }

    /// Lateness of an activity; none for an id of another model.
    #[must_use]
    pub fn activity(&self, id: Id<Activity>) -> Option<&ActivityTrack> {
        self.activities.get(id.raw() as usize)
    }

    /// Place in time and progress of a phase; none for an id of another model.
    #[must_use]
    pub fn phase(&self, id: Id<Phase>) -> Option<&PhaseTrack> {
        self.phases.get(id.raw() as usize)
    }

    /// How many activities, launches and scripts a person answers for that are open today.
    #[must_use]
    pub fn open_items(&self, id: Id<Person>) -> usize {
        self.people.get(id.raw() as usize).copied().unwrap_or_default()
    }
}
