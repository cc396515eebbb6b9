//! References the other way round: what points at a goal, a launch, a phase or an activity.
//!
//! The model says what each statement refers to. A report also asks what refers to it; to search the plan for each answer
//! would make a report of a plan ten times as long take a hundred times as long.

use roadmap_sema::model::{Activity, Actual, Goal, Id, Launch, Metric, Milestone, Model, Phase, Use};
use rustc_hash::FxHashMap;

/// What points at what; each list in the order of the model's table.
pub(super) struct Links {
    /// Goals that name a goal in `supports`.
    goals: FxHashMap<Id<Goal>, Vec<Id<Goal>>>,
    /// Activities that serve a goal.
    serving: FxHashMap<Id<Goal>, Vec<Id<Activity>>>,
    /// Activities that name a launch in `before`.
    preparing: FxHashMap<Id<Launch>, Vec<Id<Activity>>>,
    /// Activities that name a launch in `promotes`.
    promoting: FxHashMap<Id<Launch>, Vec<Id<Activity>>>,
    /// Phases that always-on work touches.
    touched: FxHashMap<Id<Activity>, Vec<Id<Phase>>>,
    /// Milestones in a phase, those of its goals among them.
    milestones: FxHashMap<Id<Phase>, Vec<Id<Milestone>>>,
    /// The last undivided reading of a metric on or before today.
    latest: FxHashMap<Id<Metric>, Id<Actual>>,
}

impl Links {
    /// The links of `model`.
    pub(super) fn of(model: &Model) -> Self {
        let (mut goals, mut serving, mut preparing) = (lists(), lists(), lists());
        let (mut promoting, mut touched, mut milestones) = (lists(), lists(), lists());
        for (id, goal) in model.goals.iter() {
            add(&mut goals, targets(&goal.supports), id);
        }
        for (id, activity) in model.activities.iter() {
            add(&mut serving, activity.goals.iter().copied(), id);
            add(&mut preparing, targets(&activity.before), id);
            add(&mut promoting, targets(&activity.promotes), id);
        }
        for (id, phase) in model.phases.iter() {
            add(&mut touched, phase.always_on.iter().copied(), id);
        }
        for (id, milestone) in model.milestones.iter() {
            add(&mut milestones, milestone.phase, id);
        }
        Self { goals, serving, preparing, promoting, touched, milestones, latest: latest(model) }
    }

    /// The goals that support `goal`.
    pub(super) fn goals(&self, goal: Id<Goal>) -> &[Id<Goal>] {
        self.goals.get(&goal).map_or(&[], Vec::as_slice)
    }

    /// The activities that serve `goal`.
    pub(super) fn serving(&self, goal: Id<Goal>) -> &[Id<Activity>] {
        self.serving.get(&goal).map_or(&[], Vec::as_slice)
    }

    /// The activities that prepare `launch`.
    pub(super) fn preparing(&self, launch: Id<Launch>) -> &[Id<Activity>] {
        self.preparing.get(&launch).map_or(&[], Vec::as_slice)
    }

    /// The activities that promote `launch`.
    pub(super) fn promoting(&self, launch: Id<Launch>) -> &[Id<Activity>] {
        self.promoting.get(&launch).map_or(&[], Vec::as_slice)
    }

    /// The phases that always-on `activity` touches.
    pub(super) fn touched(&self, activity: Id<Activity>) -> &[Id<Phase>] {
        self.touched.get(&activity).map_or(&[], Vec::as_slice)
    }

    /// The last undivided reading of `metric` on or before today.
    pub(super) fn latest(&self, metric: Id<Metric>) -> Option<Id<Actual>> {
        self.latest.get(&metric).copied()
    }

    /// The milestones in `phase`.
    pub(super) fn milestones(&self, phase: Id<Phase>) -> &[Id<Milestone>] {
        self.milestones.get(&phase).map_or(&[], Vec::as_slice)
    }
}

fn latest(model: &Model) -> FxHashMap<Id<Metric>, Id<Actual>> {
    let mut latest = FxHashMap::default();
    for (id, actual) in model.actuals.iter() {
        let counts = actual.by.is_empty() && actual.value.is_some();
        let until_today = actual.end.filter(|end| counts && *end <= model.today);
        let (Some(metric), Some(end)) = (actual.metric.target, until_today) else { continue };
        let known = latest.entry(metric).or_insert(id);
        // Of two for one day, the one written later corrects the other.
        if model[*known].end.is_none_or(|last| last <= end) {
            *known = id;
        }
    }
    latest
}

/// Lists of what points at each `T`.
type Lists<T, F> = FxHashMap<Id<T>, Vec<Id<F>>>;

fn lists<T, F>() -> Lists<T, F> {
    FxHashMap::default()
}

/// Notes that `from` points at each of `targets`; at one that it names twice, once.
fn add<T, F>(lists: &mut Lists<T, F>, targets: impl IntoIterator<Item = Id<T>>, from: Id<F>) {
    for target in targets {
        let list = lists.entry(target).or_default();
        if list.last() != Some(&from) {
            list.push(from);
        }
    }
}

fn targets<T>(uses: &[Use<T>]) -> impl Iterator<Item = Id<T>> {
    uses.iter().filter_map(|reference| reference.target)
}
