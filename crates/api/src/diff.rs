//! What changed between two versions of a plan: what `roadmapc diff` shows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Day, DayRange, ItemKind, Number, Per, Status, Unit};

/// What changed between two versions of a plan. Turned around, each list says the opposite.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diff {
    /// The version of this model: 1.
    pub version: u32,
    /// The day that counts as today in both versions.
    pub as_of: Day,
    /// The version before.
    pub before: DiffVersion,
    /// The version after.
    pub after: DiffVersion,
    /// Days that moved: the greatest delay first, then what became earlier.
    pub dates: Vec<DateChange>,
    /// KPIs that were added, dropped, or given another target.
    pub kpis: Vec<KpiChange>,
    /// Budgets that changed.
    pub budget: BudgetChange,
    /// What somebody else answers for now.
    pub owners: Vec<OwnerChange>,
    /// What stands otherwise now.
    pub statuses: Vec<StatusChange>,
    /// What is new.
    pub added: Vec<DiffItem>,
    /// What is gone.
    pub dropped: Vec<DiffItem>,
    /// What is called otherwise now.
    pub renamed: Vec<Renamed>,
    /// What stands in another phase now.
    pub moved: Vec<Moved>,
    /// Other properties that changed.
    pub other: Vec<OtherChange>,
    /// Figures (`actual`) that changed.
    pub figures: FigureChanges,
}

/// One of the two versions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DiffVersion {
    /// What it was called: a path, or a revision.
    pub name: String,
    /// The plan's title.
    pub title: String,
    /// The plan's days.
    pub period: Option<DayRange>,
    /// Errors in it: where there are any, parts of it may be missing here.
    pub errors: u32,
}

/// Something that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct DiffItem {
    /// What it is.
    pub kind: ItemKind,
    /// Its qualified identifier after the change; of what is gone, the one before. Empty for the plan itself.
    pub id: String,
    /// Its qualified identifier before, where that was another.
    pub was: Option<String>,
    /// Its title after the change; of what is gone, the one before.
    pub title: String,
    /// Who answers for it, likewise.
    pub owner: Option<String>,
}

/// A day that moved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DateChange {
    /// What moved.
    pub item: DiffItem,
    /// Which of its days.
    pub what: DateKind,
    /// The day before.
    pub from: Option<Day>,
    /// The day after.
    pub to: Option<Day>,
    /// By how many calendar days it moved: more than 0 where it is later.
    pub days: Option<i64>,
    /// What waits for it: follows it by `after`, or promotes it.
    pub waiting: Vec<DiffItem>,
}

/// Which day.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DateKind {
    /// The latest acceptable end; of a launch or milestone, its day.
    #[default]
    Deadline,
    /// The expected or last day.
    End,
    /// The first day.
    Start,
}

/// A KPI that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KpiChange {
    /// What the KPI belongs to.
    pub item: DiffItem,
    /// The metric.
    pub metric: String,
    /// The metric's name in the language of messages.
    pub title: String,
    /// The unit of all numbers here.
    pub unit: Unit,
    /// The target before; `null` where the KPI is new.
    pub from: Option<KpiTarget>,
    /// The target after; `null` where the KPI is gone.
    pub to: Option<KpiTarget>,
    /// By how much the target changed, in percent of the one before.
    pub percent: Option<Number>,
}

/// What a KPI aims at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct KpiTarget {
    /// As written, where nothing in it can be measured.
    pub text: Option<String>,
    /// Where it starts from.
    pub baseline: Option<Number>,
    /// The target; for a band its upper end.
    pub target: Option<Number>,
    /// The lower end of a band.
    pub target_low: Option<Number>,
    /// Measured in each such period; `null` for the whole time.
    pub per: Option<Per>,
    /// The day by which it is due.
    pub by: Option<Day>,
}

/// Budgets that changed, in the plan's currency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BudgetChange {
    /// The currency after, an ISO 4217 code.
    pub currency: String,
    /// The currency before, where that was another: no amounts are compared then.
    pub currency_before: Option<String>,
    /// The plan's envelope.
    pub total: Option<AmountChange>,
    /// By channel, in the order of the plan after, then those that are gone.
    pub channels: Vec<ChannelChange>,
    /// Of phases and activities.
    pub items: Vec<ItemAmount>,
}

/// An amount that changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AmountChange {
    /// Before; `null` where none was written.
    pub from: Option<Number>,
    /// After; `null` where none is written.
    pub to: Option<Number>,
    /// After minus before; what is not written counts as 0.
    pub difference: Number,
}

/// A channel whose budget changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChannelChange {
    /// The channel; `null` for what is on no channel.
    pub channel: Option<String>,
    /// Its name in the language of messages.
    pub title: Option<String>,
    /// Its envelope, where that changed.
    pub planned: Option<AmountChange>,
    /// The budgets of its activities, where their sum changed.
    pub committed: Option<AmountChange>,
    /// Its envelopes in phases that changed.
    pub phases: Vec<PhaseAmount>,
}

/// A channel's envelope in a phase changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PhaseAmount {
    /// The phase, by its identifier after.
    pub phase: String,
    /// The envelope.
    pub planned: AmountChange,
}

/// A phase or activity whose budget changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ItemAmount {
    /// What it is.
    pub item: DiffItem,
    /// Its budget.
    pub amount: AmountChange,
}

/// Somebody else answers for something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OwnerChange {
    /// For what.
    pub item: DiffItem,
    /// Who did; `null` where nobody.
    pub from: Option<String>,
    /// Who does; `null` where nobody.
    pub to: Option<String>,
    /// The name of who did.
    pub from_name: Option<String>,
    /// The name of who does.
    pub to_name: Option<String>,
}

/// Something stands otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatusChange {
    /// What.
    pub item: DiffItem,
    /// The status before.
    pub from: Status,
    /// The status after.
    pub to: Status,
}

/// Something is called otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Renamed {
    /// What.
    pub item: DiffItem,
    /// Its title before, where that was another.
    pub title: Option<String>,
    /// Its own identifier before, without the phase's, where that was another.
    pub id: Option<String>,
}

/// Something stands in another phase.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Moved {
    /// What.
    pub item: DiffItem,
    /// The phase before; `null` for the top level.
    pub from: Option<String>,
    /// The phase after; `null` for the top level.
    pub to: Option<String>,
}

/// Properties that no other list speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OtherChange {
    /// Of what.
    pub item: DiffItem,
    /// Their names in this model, sorted.
    pub properties: Vec<String>,
}

/// How many figures changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FigureChanges {
    /// New ones.
    pub added: u32,
    /// Those that are gone.
    pub dropped: u32,
    /// Those with another value.
    pub changed: u32,
}

impl Diff {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let budget = &self.budget;
        self.dates.is_empty()
            && self.kpis.is_empty()
            && budget.currency_before.is_none()
            && budget.total.is_none()
            && budget.channels.is_empty()
            && budget.items.is_empty()
            && self.owners.is_empty()
            && self.statuses.is_empty()
            && self.added.is_empty()
            && self.dropped.is_empty()
            && self.renamed.is_empty()
            && self.moved.is_empty()
            && self.other.is_empty()
            && self.figures == FigureChanges::default()
    }
}
