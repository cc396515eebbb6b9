//! What was spent, against what it is spent from.

use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use super::nest;
use crate::model::{Activity, Channel, Id, Phase};
use crate::rules::Cx;
use crate::track::{OfActivities, Scope};
use crate::value::{DateRange, PLAN_DAYS};

/// What was spent of a whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spent {
    /// In all.
    pub(super) amount: Decimal,
    /// How much of it is said to be too much already, of a part.
    told: Decimal,
}

impl Spent {
    /// How much more it is than `budget`; none where that is only what the parts are told already.
    pub(super) fn over(self, budget: Decimal) -> Option<Decimal> {
        let untold = self.amount.saturating_sub(self.told);
        (untold > budget).then(|| self.amount.saturating_sub(budget))
    }
}

/// What was spent in the whole plan.
pub(super) struct Spending<'a, 'c> {
    cx: &'a Cx<'c>,
    follow: OfActivities<'c>,
    /// What each activity has spent, with what that is above its own budget.
    by_activity: FxHashMap<Id<Activity>, (Decimal, Decimal)>,
    /// What activities on a channel have spent above their budgets.
    over_on: FxHashMap<Id<Channel>, Decimal>,
    /// Phases in whose days nothing else spends: what was spent then was spent by them.
    alone: FxHashSet<Id<Phase>>,
}

impl<'a, 'c> Spending<'a, 'c> {
    /// What was spent up to today.
    pub(super) fn new(cx: &'a Cx<'c>) -> Self {
        let follow = OfActivities::new(cx.model, &cx.settings.limits);
        let mut by_activity = FxHashMap::default();
        let mut over_on: FxHashMap<Id<Channel>, Decimal> = FxHashMap::default();
        for (id, activity) in cx.model.activities.iter().filter(|(_, activity)| activity.status.counts()) {
            let written = activity.spent.map(|spent| spent.value);
            let Some(spent) = written.or_else(|| follow.spent_by(id)) else { continue };
            let budget = nest::allowed(&activity.budget);
            let over = budget.and_then(|budget| spent.checked_sub(budget)).unwrap_or_default();
            let over = over.max(Decimal::ZERO);
            by_activity.insert(id, (spent, over));
            for channel in activity.channels.iter().filter_map(|share| share.channel.target) {
                let sum = over_on.entry(channel).or_default();
                *sum = sum.saturating_add(over);
            }
        }
        Self { cx, follow, by_activity, over_on, alone: alone(cx) }
    }

    /// What an activity has spent: as it is written, else by readings of its own.
    pub(super) fn of_activity(&self, id: Id<Activity>) -> Option<Spent> {
        let (amount, _) = *self.by_activity.get(&id)?;
        Some(Spent { amount, told: Decimal::ZERO })
    }

    /// What a phase has spent: its activities, or where nothing else spends in its days the readings of these.
    pub(super) fn of_phase(&self, id: Id<Phase>) -> Option<Spent> {
        let phase = &self.cx.model[id];
        let days =
            phase.range.filter(|range| self.alone.contains(&id) && range.value.start <= self.cx.model.today);
        let read = days.and_then(|days| self.follow.spent(Scope::Whole, days.value));
        self.larger(read, self.sum(phase.activities.iter().copied()))
    }

    /// What was spent on a channel, by its readings.
    pub(super) fn of_channel(&self, id: Id<Channel>) -> Option<Spent> {
        let amount = self.follow.spent(Scope::Channel(id), self.days())?;
        Some(Spent { amount, told: self.over_on.get(&id).copied().unwrap_or_default() })
    }

    /// What was spent in all; `told` is how much of that phases and channels are told.
    pub(super) fn of_plan(&self, told: Decimal) -> Option<Spent> {
        let read = self.follow.spent(Scope::Whole, self.days());
        let mut spent = self.larger(read, self.sum(self.by_activity.keys().copied()))?;
        spent.told = spent.told.max(told);
        Some(spent)
    }

    fn days(&self) -> DateRange {
        self.cx.model.plan.period.map_or(PLAN_DAYS, |period| period.value)
    }

    /// What `activities` have spent, and how much of it is told to them; none where none has.
    fn sum(&self, activities: impl Iterator<Item = Id<Activity>>) -> Option<(Decimal, Decimal)> {
        let spent = activities.filter_map(|id| self.by_activity.get(&id).copied());
        spent.reduce(|(sum, told), (more, over)| (sum.saturating_add(more), told.saturating_add(over)))
    }

    /// What was read, or what activities come to where that is more: readings may be of advertising alone.
    fn larger(&self, read: Option<Decimal>, of_activities: Option<(Decimal, Decimal)>) -> Option<Spent> {
        let (sum, told) = of_activities.unwrap_or_default();
        let amount = read.or(of_activities.map(|(sum, _)| sum))?.max(sum);
        Some(Spent { amount, told })
    }
}

/// The phases that share their days with no other, nor with always-on work that costs money.
fn alone(cx: &Cx<'_>) -> FxHashSet<Id<Phase>> {
    let phases = cx.model.phases.iter();
    let mut ranges: Vec<_> = phases.filter_map(|(id, phase)| Some((phase.range?.value, id))).collect();
    ranges.sort_unstable_by_key(|(range, _)| (range.start, range.end));
    let mut shared = FxHashSet::default();
    let mut last: Option<(DateRange, Id<Phase>)> = None;
    for (range, id) in ranges.iter().copied() {
        if let Some((before, other)) = last.filter(|(before, _)| range.start <= before.end) {
            shared.extend([id, other]);
            last = Some(if range.end > before.end { (range, id) } else { (before, other) });
        } else {
            last = Some((range, id));
        }
    }
    let costs = |activity: &Id<Activity>| {
        let activity = &cx.model[*activity];
        activity.status.counts() && (activity.budget.is_written() || activity.spent.is_some())
    };
    let ids = ranges.into_iter().map(|(_, id)| id);
    ids.filter(|id| !shared.contains(id) && !cx.model[*id].always_on.iter().any(costs)).collect()
}
