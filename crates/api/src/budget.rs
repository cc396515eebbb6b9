//! Money: envelopes, rates of exchange and the matrix of channels and phases.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Day, Number, Quantity};

/// An envelope, or a part of one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Budget {
    /// The amount in the plan's currency.
    pub amount: Quantity,
    /// The amount as written, where that is in another currency.
    pub written: Option<Quantity>,
    /// What the part is for; `null` for the whole.
    pub purpose: Option<BudgetPurpose>,
}

/// What a part of a budget is for.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum BudgetPurpose {
    /// Visits.
    #[default]
    Traffic,
    /// Leads.
    Lead,
    /// Conversions.
    Conversion,
}

/// A rate of exchange.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rate {
    /// What is exchanged (`1 USD`).
    pub from: Quantity,
    /// What it is worth (`25_400 VND`).
    pub to: Quantity,
    /// From this day on.
    pub on: Option<Day>,
}

/// Three amounts in the plan's currency that are read together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BudgetFigures {
    /// The envelope (roadmap, channel, phase, channel in a phase); `null` where none is written.
    pub planned: Option<Number>,
    /// Budgets of the activities that are neither `idea` nor `cancelled`.
    pub committed: Number,
    /// What these activities have spent.
    pub spent: Number,
}

/// Planned, committed and spent, by channel and phase.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BudgetMatrix {
    /// The currency of all amounts, an ISO 4217 code.
    pub currency: String,
    /// The phase of each column; `null` for work that belongs to no phase.
    pub columns: Vec<Option<String>>,
    /// One row a channel, and one for what is on no channel.
    pub rows: Vec<BudgetRow>,
    /// The sum of each column.
    pub column_totals: Vec<BudgetFigures>,
    /// The sum of all.
    pub total: BudgetFigures,
}

/// A channel's row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BudgetRow {
    /// The channel; `null` for what is on no channel.
    pub channel: Option<String>,
    /// One cell a column.
    pub cells: Vec<BudgetCell>,
    /// The sum of the row; its `planned` is the channel's own envelope where it has one.
    pub total: BudgetFigures,
}

/// A channel in a phase.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BudgetCell {
    /// The phase of its column.
    pub phase: Option<String>,
    /// Its amounts.
    pub figures: BudgetFigures,
}
