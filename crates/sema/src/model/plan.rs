//! The `roadmap` statement.

use std::collections::BTreeMap;

use jiff::civil::Date;
use roadmap_diag::{Locale, Span};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::{Approval, Extras, Place, Written};
use crate::hir::{Amount, Cadence};
use crate::value::{Currency, DateRange};

/// The plan as a whole. Where there is no `roadmap` statement, `place` is none and the rest is the defaults.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Where it stands.
    pub place: Option<Place>,
    /// Its title.
    pub title: SmolStr,
    /// Where the title stands.
    pub title_span: Option<Span>,
    /// The language of its reports.
    pub lang: Locale,
    /// What its amounts are counted in.
    pub currency: Currency,
    /// The days it covers.
    pub period: Option<Written<DateRange>>,
    /// Whether a period is written, right or wrong.
    pub period_written: bool,
    /// Its budget.
    pub budget: Budget,
    /// When it is reviewed.
    pub cadence: Vec<Written<Cadence>>,
    /// Whether `cadence` holds words that could not be read.
    pub cadence_unread: bool,
    /// How often its activities are looked at.
    pub checkpoint: Option<SmolStr>,
    /// Whether `checkpoint` is written, right or wrong.
    pub checkpoint_written: bool,
    /// First month of the fiscal year, 1 to 12.
    pub fiscal_year: u8,
    /// Rates into other currencies.
    pub rates: Vec<Rate>,
    /// The name of its calendar.
    pub calendar: SmolStr,
    /// Whether every phase must have an outcome KPI before its inputs.
    pub outputs_first: bool,
    /// What the brand stands for.
    pub positioning: Option<SmolStr>,
    /// Who approved it.
    pub approvals: Vec<Approval>,
    /// Named messages and USPs of the whole project: name to text.
    pub messages: BTreeMap<SmolStr, SmolStr>,
    /// What any statement may have.
    pub extras: Extras,
}

/// Money planned for something: once for the whole, and again for parts of it.
#[derive(Clone, Debug, Default)]
pub struct Budget {
    /// The lines as written.
    pub lines: Vec<BudgetLine>,
}

/// One `budget` statement, in the plan's currency.
#[derive(Clone, Debug)]
pub struct BudgetLine {
    /// The keyword's place.
    pub keyword: Span,
    /// The amount's place.
    pub span: Span,
    /// The amount; none where it could not be read or converted, which has been reported.
    pub amount: Option<Decimal>,
    /// The terms as written, each in its own currency.
    pub terms: Box<[Amount]>,
    /// `traffic`, `lead` or `conversion`, for a part.
    pub objective: Option<SmolStr>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            place: None,
            title: SmolStr::default(),
            title_span: None,
            lang: Locale::En,
            currency: Currency::VND,
            period: None,
            period_written: false,
            budget: Budget::default(),
            cadence: Vec::new(),
            cadence_unread: false,
            checkpoint: None,
            checkpoint_written: false,
            fiscal_year: 1,
            rates: Vec::new(),
            calendar: SmolStr::new_static("weekdays"),
            outputs_first: false,
            positioning: None,
            approvals: Vec::new(),
            messages: BTreeMap::new(),
            extras: Extras::default(),
        }
    }
}

impl Plan {
    /// The latest rate between `currency` and the plan's own that holds on `day`; any day's where none is given.
    #[must_use]
    pub fn rate(&self, currency: Currency, day: Option<Date>) -> Option<&Rate> {
        let plan = self.currency;
        self.rates
            .iter()
            .filter(|rate| {
                (rate.from, rate.to) == (currency, plan) || (rate.from, rate.to) == (plan, currency)
            })
            .filter(|rate| rate.on.is_none_or(|on| day.is_none_or(|day| on <= day)))
            .max_by_key(|rate| rate.on)
    }

    /// `value` of `currency` in the plan's currency; none without a rate, or where the result is too large.
    #[must_use]
    pub fn convert(&self, value: Decimal, currency: Currency, day: Option<Date>) -> Option<Decimal> {
        if currency == self.currency {
            return Some(value);
        }
        self.rate(currency, day)?.apply(value, currency)
    }
}

impl Rate {
    /// `value` of `currency`, one of the two, in the other; none where the result is too large.
    #[must_use]
    pub fn apply(&self, value: Decimal, currency: Currency) -> Option<Decimal> {
        if self.from == currency { value.checked_mul(self.factor) } else { value.checked_div(self.factor) }
    }
}

impl Budget {
    /// Whether a budget is written, right or wrong.
    #[must_use]
    pub fn is_written(&self) -> bool {
        !self.lines.is_empty()
    }

    /// The whole: the line without objective, else the sum of the parts. None where nothing is written or known.
    #[must_use]
    pub fn total(&self) -> Option<Decimal> {
        if let Some(whole) = self.lines.iter().find(|line| line.objective.is_none()) {
            return whole.amount;
        }
        let mut parts = self.lines.iter().filter_map(|line| line.amount).peekable();
        parts.peek()?;
        parts.try_fold(Decimal::ZERO, Decimal::checked_add)
    }
}

/// What one unit of a currency costs in another.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// The place of the statement's value.
    pub span: Span,
    /// The currency that is turned.
    pub from: Currency,
    /// Into this one.
    pub to: Currency,
    /// So many of `to` for one of `from`.
    pub factor: Decimal,
    /// From this day on; always where no day is given.
    pub on: Option<Date>,
}
