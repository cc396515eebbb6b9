//! How the plan's money nests: what each whole has to cover.

use roadmap_diag::Span;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::model::{Budget, Channel, Head, Id, Phase, PhaseChannel};
use crate::rules::Cx;

/// A part of a whole.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// What it is called.
    pub(super) name: SmolStr,
    /// What it takes at least.
    pub(super) amount: Decimal,
    /// Where that is written.
    pub(super) span: Option<Span>,
}

/// What a phase has to cover.
#[derive(Debug, Default)]
pub(super) struct PhaseMoney {
    /// Its activities; a channel whose activities take more than its budget stands for them with that budget.
    pub(super) activities: Vec<Part>,
    /// Its channels with a budget of their own.
    pub(super) channels: Vec<Part>,
    /// For each channel that the phase lists, in its order, the shares of its activities.
    pub(super) on_channels: Vec<Vec<Part>>,
    /// Shares of its activities on channels that it does not list.
    pub(super) elsewhere: Vec<(Id<Channel>, Decimal)>,
}

/// What `budget` allows; none where nothing is written, or a part of it could not be read.
pub(super) fn allowed(budget: &Budget) -> Option<Decimal> {
    let has_whole = budget.lines.iter().any(|line| line.objective.is_none());
    let is_known = has_whole || budget.lines.iter().all(|line| line.amount.is_some());
    budget.total().filter(|_| is_known)
}

/// The sum of `parts`, to a fraction of the smallest coin: thirds do not add up exactly.
pub(super) fn sum(parts: &[Part]) -> Decimal {
    parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.amount)).round_dp(6).normalize()
}

/// Where the whole of `budget` is written: its line without an objective, else its first.
pub(super) fn whole_span(budget: &Budget) -> Option<Span> {
    let whole = budget.lines.iter().find(|line| line.objective.is_none());
    whole.or(budget.lines.first()).map(|line| line.span)
}

impl PhaseMoney {
    /// What the phase needs at least: activities and channels are two ways to cut the same money.
    pub(super) fn need(&self) -> Decimal {
        sum(&self.activities).max(sum(&self.channels))
    }
}

impl Part {
    /// The part that `budget` of what has `head` makes: nothing where it could not be read.
    pub(super) fn of(head: &Head, budget: &Budget) -> Self {
        let amount = budget.total().unwrap_or_default();
        Self { name: head.id.clone(), amount, span: whole_span(budget) }
    }
}

impl<'a> Cx<'a> {
    /// The name of a channel that a phase lists.
    pub(super) fn listed_name(&self, listed: &PhaseChannel) -> SmolStr {
        listed.channel.target.map(|channel| self.model[channel].head.id.clone()).unwrap_or_default()
    }

    /// What the parts of `phase` take.
    pub(super) fn phase_money(&self, phase: Id<Phase>) -> PhaseMoney {
        let phase = &self.model[phase];
        let mut listed: FxHashMap<Id<Channel>, usize> = FxHashMap::default();
        for (index, channel) in phase.channels.iter().enumerate() {
            if let Some(target) = channel.channel.target {
                listed.entry(target).or_insert(index);
            }
        }
        let funded = phase.activities.iter().map(|id| &self.model[*id]);
        let funded = funded.filter(|activity| activity.status.counts() && activity.budget.is_written());
        let mut money =
            PhaseMoney { on_channels: vec![Vec::new(); phase.channels.len()], ..Default::default() };
        for activity in funded.clone() {
            let part = Part::of(&activity.head, &activity.budget);
            for (channel, amount) in self.split(activity) {
                let Some(target) = channel.target else { continue };
                match listed.get(&target).and_then(|index| money.on_channels.get_mut(*index)) {
                    Some(shares) => shares.push(Part { amount, ..part.clone() }),
                    None => money.elsewhere.push((target, amount)),
                }
            }
        }
        // A channel that is too small for its activities is told so itself, and stands for them.
        let mut told = vec![false; phase.channels.len()];
        for ((channel, shares), told) in phase.channels.iter().zip(&money.on_channels).zip(&mut told) {
            if channel.budget.is_written() {
                let amount = channel.budget.total().unwrap_or_default();
                let span = whole_span(&channel.budget);
                let part = Part { name: self.listed_name(channel), amount, span };
                *told = allowed(&channel.budget).is_some_and(|budget| sum(shares) > budget);
                money.activities.extend(told.then(|| part.clone()));
                money.channels.push(part);
            }
        }
        for activity in funded {
            let mut part = Part::of(&activity.head, &activity.budget);
            for (channel, amount) in self.split(activity) {
                let index = channel.target.and_then(|target| listed.get(&target));
                if index.and_then(|index| told.get(*index)) == Some(&true) {
                    part.amount = part.amount.saturating_sub(amount);
                }
            }
            part.amount = part.amount.round_dp(6);
            if part.amount > Decimal::ZERO {
                money.activities.push(part);
            }
        }
        money
    }

    /// What the plan gives a phase: its budget as written, else what its parts take.
    pub(super) fn phase_need(&self, phase: Id<Phase>, money: &PhaseMoney) -> Part {
        let row = &self.model[phase];
        match row.budget.is_written() {
            true => Part::of(&row.head, &row.budget),
            false => Part { name: row.head.id.clone(), amount: money.need(), span: row.head.id_span },
        }
    }

    /// What the plan as a whole has to cover: its phases, and work that belongs to none.
    pub(super) fn plan_parts(&self, money: &[(Id<Phase>, PhaseMoney)]) -> Vec<Part> {
        let phases = money.iter().map(|(phase, money)| self.phase_need(*phase, money));
        let always_on = self.activities().filter(|activity| activity.phase.is_none());
        let always_on = always_on.filter(|activity| activity.budget.is_written());
        phases
            .chain(always_on.map(|activity| Part::of(&activity.head, &activity.budget)))
            .filter(|part| part.amount > Decimal::ZERO)
            .collect()
    }

    /// What each channel takes in the whole plan: its budget in each phase, else the shares of activities there, and those
    /// of always-on work.
    pub(super) fn channel_parts(
        &self,
        money: &[(Id<Phase>, PhaseMoney)],
    ) -> FxHashMap<Id<Channel>, Vec<Part>> {
        let mut parts: FxHashMap<Id<Channel>, Vec<Part>> = FxHashMap::default();
        for (id, money) in money {
            let phase = &self.model[*id];
            for (listed, shares) in phase.channels.iter().zip(&money.on_channels) {
                let Some(channel) = listed.channel.target else { continue };
                let part = match listed.budget.is_written() {
                    true => Part::of(&phase.head, &listed.budget),
                    false => Part {
                        name: phase.head.id.clone(),
                        amount: sum(shares),
                        span: Some(listed.channel.span),
                    },
                };
                parts.entry(channel).or_default().push(part);
            }
            for (channel, amount) in &money.elsewhere {
                let part = Part { name: phase.head.id.clone(), amount: *amount, span: phase.head.id_span };
                let list = parts.entry(*channel).or_default();
                match list.iter_mut().rfind(|known| known.name == part.name) {
                    Some(known) => known.amount = known.amount.saturating_add(part.amount),
                    None => list.push(part),
                }
            }
        }
        for activity in self.activities().filter(|activity| activity.phase.is_none()) {
            for (channel, amount) in self.split(activity) {
                let Some(channel) = channel.target else { continue };
                parts
                    .entry(channel)
                    .or_default()
                    .push(Part { amount, ..Part::of(&activity.head, &activity.budget) });
            }
        }
        for list in parts.values_mut() {
            list.retain(|part| part.amount > Decimal::ZERO);
        }
        parts
    }

    /// The money of every phase, in the order of the text.
    pub(super) fn money_by_phase(&self) -> Vec<(Id<Phase>, PhaseMoney)> {
        self.model.phases.ids().map(|phase| (phase, self.phase_money(phase))).collect()
    }
}
