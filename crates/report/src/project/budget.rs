//! Money by channel and phase: planned, committed, spent.

use std::collections::BTreeMap;

use roadmap_api as api;
use roadmap_sema::model::{Activity, Channel, Id, Model, Phase};
use rust_decimal::Decimal;

use super::{Mapper, number};

/// Committed and spent.
#[derive(Clone, Copy, Default)]
pub(super) struct Money {
    committed: Decimal,
    spent: Decimal,
}

impl Money {
    fn add(&mut self, other: Self) {
        // Amounts of one plan are far from where a decimal ends; what cannot be added was reported where it is written.
        self.committed = self.committed.checked_add(other.committed).unwrap_or(self.committed);
        self.spent = self.spent.checked_add(other.spent).unwrap_or(self.spent);
    }

    fn figures(self, planned: Option<Decimal>) -> api::BudgetFigures {
        api::BudgetFigures {
            planned: planned.map(number),
            committed: number(self.committed),
            spent: number(self.spent),
        }
    }
}

/// Where money is counted: a channel, or none; a phase, or none.
pub(super) type Cell = (Option<Id<Channel>>, Option<Id<Phase>>);

/// All of them, and their sums: each is asked for again and again.
#[derive(Default)]
pub(super) struct Cells {
    each: BTreeMap<Cell, Money>,
    channels: BTreeMap<Option<Id<Channel>>, Money>,
    phases: BTreeMap<Option<Id<Phase>>, Money>,
    all: Money,
}

/// What each channel takes of an activity: as written, else in equal parts.
fn shares(activity: &Activity) -> Vec<(Option<Id<Channel>>, Decimal)> {
    let channels: Vec<_> =
        activity.channels.iter().filter_map(|share| Some((share.channel.target?, share.share))).collect();
    if channels.is_empty() {
        return vec![(None, Decimal::ONE)];
    }
    let written: Decimal = channels.iter().filter_map(|(_, share)| *share).sum();
    let open = channels.iter().filter(|(_, share)| share.is_none()).count();
    let rest = (Decimal::ONE_HUNDRED - written).max(Decimal::ZERO);
    let even = if open == 0 { Decimal::ZERO } else { rest / Decimal::from(open) };
    channels
        .into_iter()
        .map(|(channel, share)| (Some(channel), share.unwrap_or(even) / Decimal::ONE_HUNDRED))
        .collect()
}

impl Cells {
    /// Committed and spent in `model`. What belongs to no phase, or to several, is in no phase's column.
    pub(super) fn of(model: &Model) -> Self {
        let mut cells = Self { each: each(model), ..Self::default() };
        for ((channel, phase), money) in &cells.each {
            cells.channels.entry(*channel).or_default().add(*money);
            cells.phases.entry(*phase).or_default().add(*money);
            cells.all.add(*money);
        }
        cells
    }
}

fn each(model: &Model) -> BTreeMap<Cell, Money> {
    let mut cells = BTreeMap::<Cell, Money>::new();
    for activity in model.activities.rows().iter().filter(|activity| activity.status.counts()) {
        let budget = activity.budget.total().unwrap_or_default();
        let spent = activity.spent.map(|spent| spent.value).unwrap_or_default();
        for (channel, share) in shares(activity) {
            let money = Money { committed: (budget * share).normalize(), spent: (spent * share).normalize() };
            cells.entry((channel, activity.phase)).or_default().add(money);
        }
    }
    cells
}

impl Mapper<'_> {
    pub(super) fn channel_figures(&self, channel: Id<Channel>) -> api::BudgetFigures {
        self.cells
            .channels
            .get(&Some(channel))
            .copied()
            .unwrap_or_default()
            .figures(self.model[channel].budget.total())
    }

    pub(super) fn phase_figures(&self, phase: Id<Phase>) -> api::BudgetFigures {
        self.cells.phases.get(&Some(phase)).copied().unwrap_or_default().figures(self.phase_envelope(phase))
    }

    pub(super) fn cell_figures(&self, channel: Id<Channel>, phase: Id<Phase>) -> api::BudgetFigures {
        self.cells
            .each
            .get(&(Some(channel), Some(phase)))
            .copied()
            .unwrap_or_default()
            .figures(self.cell_envelope(channel, phase))
    }

    /// A phase's own envelope, else the sum of its channels'.
    fn phase_envelope(&self, phase: Id<Phase>) -> Option<Decimal> {
        let row = &self.model[phase];
        let channels: Vec<Decimal> =
            row.channels.iter().filter_map(|channel| channel.budget.total()).collect();
        row.budget.total().or_else(|| (!channels.is_empty()).then(|| channels.iter().sum()))
    }

    fn cell_envelope(&self, channel: Id<Channel>, phase: Id<Phase>) -> Option<Decimal> {
        let channels = self.model[phase].channels.iter();
        channels.filter(|row| row.channel.target == Some(channel)).find_map(|row| row.budget.total())
    }

    /// The matrix; none where the plan has no amount at all.
    pub(super) fn budget_matrix(&self) -> Option<api::BudgetMatrix> {
        let cells = &self.cells.each;
        let mut phases: Vec<Id<Phase>> =
            self.model.phases.ids().filter(|id| self.model[*id].range.is_some()).collect();
        phases.sort_by_key(|id| (self.model[*id].range.map(|range| range.value.start), *id));
        let has_money = |money: &Money| !money.committed.is_zero() || !money.spent.is_zero();
        let mut columns: Vec<Option<Id<Phase>>> = phases.into_iter().map(Some).collect();
        if cells.iter().any(|((_, phase), money)| phase.is_none() && has_money(money)) {
            columns.push(None);
        }
        let mut rows: Vec<Option<Id<Channel>>> = Vec::new();
        for (id, channel) in self.model.channels.iter() {
            let envelope = channel.budget.is_written()
                || columns.iter().flatten().any(|phase| self.cell_envelope(id, *phase).is_some());
            let used = cells.iter().any(|((row, _), money)| *row == Some(id) && has_money(money));
            if envelope || used {
                rows.push(Some(id));
            }
        }
        if cells.iter().any(|((row, _), money)| row.is_none() && has_money(money)) {
            rows.push(None);
        }
        let plan = self.model.plan.budget.total();
        if rows.is_empty() && plan.is_none() {
            return None;
        }
        let at = |cell: Cell| cells.get(&cell).copied().unwrap_or_default();
        let sum_of = |cells_of: Vec<Cell>| {
            let mut sum = Money::default();
            cells_of.into_iter().for_each(|cell| sum.add(at(cell)));
            sum
        };
        let row = |channel: &Option<Id<Channel>>| {
            let planned: Vec<Option<Decimal>> = columns
                .iter()
                .map(|phase| {
                    channel.zip(*phase).and_then(|(channel, phase)| self.cell_envelope(channel, phase))
                })
                .collect();
            let parts: Vec<Decimal> = planned.iter().copied().flatten().collect();
            let own = channel.and_then(|channel| self.model[channel].budget.total());
            let total = own.or_else(|| (!parts.is_empty()).then(|| parts.iter().sum()));
            let cells = columns.iter().zip(planned).map(|(phase, planned)| api::BudgetCell {
                phase: self.phase_id(*phase),
                figures: at((*channel, *phase)).figures(planned),
            });
            api::BudgetRow {
                channel: channel.map(|channel| self.model[channel].head.id.to_string()),
                cells: cells.collect(),
                total: sum_of(columns.iter().map(|phase| (*channel, *phase)).collect()).figures(total),
            }
        };
        let column_total = |phase: &Option<Id<Phase>>| {
            let sum = sum_of(rows.iter().map(|channel| (*channel, *phase)).collect());
            sum.figures(phase.and_then(|phase| self.phase_envelope(phase)))
        };
        Some(api::BudgetMatrix {
            currency: self.model.plan.currency.code().to_owned(),
            columns: columns.iter().map(|phase| self.phase_id(*phase)).collect(),
            rows: rows.iter().map(row).collect(),
            column_totals: columns.iter().map(column_total).collect(),
            total: self.cells.all.figures(plan),
        })
    }

    /// Planned, committed and spent over the whole plan.
    pub(super) fn plan_figures(&self) -> api::BudgetFigures {
        self.cells.all.figures(self.model.plan.budget.total())
    }
}
