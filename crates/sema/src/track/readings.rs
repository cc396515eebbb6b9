//! What a metric's figure is on a day: which readings count, and how they add up.

use std::cell::Cell;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::formula;
use crate::expr::{ArithmeticOp, FormulaStep};
use crate::hir::When;
use crate::model::{Activity, Actual, Channel, Dimension, Id, Metric, Model, Unit};
use crate::value::DateRange;

/// A figure and the last day that it covers.
pub(super) type Reading = (Decimal, Date);

/// Whose readings count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Scope {
    /// The company's.
    Whole,
    /// Those of one activity.
    Activity(Id<Activity>),
    /// Those of one channel.
    Channel(Id<Channel>),
}

impl Scope {
    /// Whether a part of a reading says that it is of this scope.
    fn is_named_by(self, dimension: &Dimension) -> bool {
        match self {
            Self::Whole => false,
            Self::Activity(activity) => dimension.activity == Some(activity),
            Self::Channel(channel) => dimension.channel == Some(channel),
        }
    }
}

/// The plan's readings by what they measure: every KPI asks for its own, and a year of data has many.
#[derive(Debug, Default)]
pub(super) struct Readings<'a> {
    /// In the order of the text: all of a metric, and those of a metric that were given for one activity or channel.
    of: FxHashMap<Subject, Vec<&'a Actual>>,
}

/// What a reading is of: a metric, as a whole or for a part of it.
type Subject = (Id<Metric>, Scope);

impl<'a> Readings<'a> {
    /// The readings of `model`.
    pub(super) fn new(model: &'a Model) -> Self {
        let mut readings = Self::default();
        for actual in model.actuals.rows() {
            let Some(metric) = actual.metric.target else { continue };
            readings.of.entry((metric, Scope::Whole)).or_default().push(actual);
            let scopes = actual.by.iter().flat_map(|dimension| {
                [dimension.activity.map(Scope::Activity), dimension.channel.map(Scope::Channel)]
            });
            for scope in scopes.flatten() {
                let list = readings.of.entry((metric, scope)).or_default();
                if list.last().is_none_or(|last| !std::ptr::eq(*last, actual)) {
                    list.push(actual);
                }
            }
        }
        readings
    }

    fn of(&self, metric: Id<Metric>, scope: Scope) -> &[&'a Actual] {
        self.of.get(&(metric, scope)).map_or(&[], Vec::as_slice)
    }
}

/// What is asked for: a metric's figure over `time`, as known on `until`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question<'a> {
    pub(super) model: &'a Model,
    pub(super) readings: &'a Readings<'a>,
    pub(super) scope: Scope,
    /// Over which days a sum is counted.
    pub(super) time: DateRange,
    /// The last day from which readings are taken.
    pub(super) until: Date,
    /// How many figures may still be looked up: formulas over formulas over many days must end in time.
    pub(super) left: &'a Cell<u32>,
}

/// One reading with its days.
#[derive(Clone, Copy)]
struct Row {
    start: Date,
    end: Date,
    /// The last of its days that is known and asked for: a period under way is known up to today.
    day: Date,
    /// Whether it was given for one day: a total or a state, not the figure of its days.
    on_a_day: bool,
    value: Decimal,
}

impl Question<'_> {
    /// The figure of `metric`: from its own readings, else by its formula from those of the metrics in it.
    pub(super) fn figure(&self, metric: Id<Metric>) -> Option<Reading> {
        self.figure_within(metric, formula::DEEPEST)
    }

    /// The same, with at most `depth` formulas inside each other.
    pub(super) fn figure_within(&self, metric: Id<Metric>, depth: usize) -> Option<Reading> {
        self.left.set(self.left.get().checked_sub(1)?);
        let row = &self.model[metric];
        let rows = self.rows(metric);
        if rows.is_empty() {
            return formula::evaluate(self, row, depth);
        }
        if is_sum(row) { self.sum(&rows) } else { self.latest(&rows) }
    }

    /// Whether the figure of `metric` grows out of the days that it is measured over: a sum, or a formula over one.
    pub(super) fn counts_up(&self, metric: Id<Metric>) -> bool {
        self.counts_up_within(metric, formula::DEEPEST)
    }

    fn counts_up_within(&self, metric: Id<Metric>, depth: usize) -> bool {
        let (Some(left), Some(depth)) = (self.left.get().checked_sub(1), depth.checked_sub(1)) else {
            return false;
        };
        self.left.set(left);
        let row = &self.model[metric];
        let operands = row.formula.iter().flat_map(|formula| &formula.metrics);
        is_sum(row)
            || self.rows(metric).is_empty()
                && operands
                    .filter_map(|operand| operand.target)
                    .any(|operand| self.counts_up_within(operand, depth))
    }

    /// The readings that count: undivided ones, else divided ones added up day by day. In the order of their days.
    fn rows(&self, metric: Id<Metric>) -> Vec<Row> {
        let mut whole = Vec::new();
        let mut parts: Vec<(Vec<&SmolStr>, Row)> = Vec::new();
        for actual in self.readings.of(metric, self.scope) {
            let (Some(row), Some(dimensions)) = (self.row(actual), self.dimensions(actual)) else { continue };
            match dimensions.is_empty() {
                true => whole.push(row),
                false => parts.push((dimensions, row)),
            }
        }
        if whole.is_empty() && self.adds_up(metric) {
            whole = added(parts);
        }
        // Of two readings for the same days the one written later corrects the other.
        whole.reverse();
        whole.sort_by_key(|row| (row.start, row.end, row.on_a_day));
        whole.dedup_by_key(|row| (row.start, row.end, row.on_a_day));
        whole
    }

    fn row(&self, actual: &Actual) -> Option<Row> {
        let (start, end, value) = (actual.start?, actual.end?, actual.value?);
        let on_a_day = matches!(actual.when, Some(When::Day(_)));
        let day = if on_a_day { end } else { end.min(self.model.today).min(self.time.end) };
        (start <= day && day <= self.until).then_some(Row { start, end, day, on_a_day, value })
    }

    /// What the reading is a part of, besides the scope; none where it lies outside the scope.
    fn dimensions<'a>(&self, actual: &'a Actual) -> Option<Vec<&'a SmolStr>> {
        let own = |dimension: &Dimension| self.scope.is_named_by(dimension);
        if self.scope != Scope::Whole && !actual.by.iter().any(own) {
            return None;
        }
        let rest = actual.by.iter().filter(|dimension| !own(dimension));
        Some(rest.map(|dimension| &dimension.dimension).collect())
    }

    /// Whether parts make a whole: counts and money do, rates do not.
    fn adds_up(&self, metric: Id<Metric>) -> bool {
        let metric = &self.model[metric];
        is_sum(metric)
            || (metric.aggregate == "last"
                && matches!(metric.unit, Some(Unit::Count | Unit::Money(_)) | None))
    }

    /// A sum over the time: the last total less the total before it began, and the figures of the days after that.
    ///
    /// Figures of days that overlap count once, the longer ones first.
    fn sum(&self, rows: &[Row]) -> Option<Reading> {
        let mut value = Decimal::ZERO;
        let mut counted = None;
        let total = rows.iter().rfind(|row| row.on_a_day && self.time.contains(row.end));
        if let Some(total) = total {
            value = total.value.checked_sub(self.total_before(rows)?)?;
            counted = Some(total.end);
        }
        let figures = rows.iter().filter(|row| !row.on_a_day && self.counts(row));
        let mut figures: Vec<&Row> =
            figures.filter(|row| total.is_none_or(|total| row.start > total.end)).collect();
        figures.sort_by_key(|row| (std::cmp::Reverse(days(row.start, row.end)), row.start));
        let mut taken: Vec<&Row> = Vec::new();
        for figure in figures {
            if taken.iter().all(|other| figure.end < other.start || other.end < figure.start) {
                value = value.checked_add(figure.value)?;
                counted = counted.max(Some(figure.day));
                taken.push(figure);
            }
        }
        counted.map(|day| (value, day))
    }

    /// The total since the roadmap's start on the day before the time. A part's readings begin with itself; for
    /// the whole, nothing is guessed: it is 0 where the time begins with the roadmap, else it must have been read.
    fn total_before(&self, rows: &[Row]) -> Option<Decimal> {
        let first = self.model.plan.period.map(|period| period.value.start);
        let before = rows.iter().rfind(|row| row.on_a_day && row.end < self.time.start).map(|row| row.value);
        let from_nothing = self.scope != Scope::Whole || first.is_some_and(|first| self.time.start <= first);
        before
            .filter(|_| first.is_none_or(|first| self.time.start > first))
            .or(from_nothing.then_some(Decimal::ZERO))
    }

    /// The newest state; of two on one day, the one for the shorter time.
    fn latest(&self, rows: &[Row]) -> Option<Reading> {
        let rows = rows.iter().filter(|row| row.on_a_day || self.counts(row));
        rows.max_by_key(|row| (row.day, row.start)).map(|row| (row.value, row.day))
    }

    /// Whether the figure of some days belongs to the time: half of the days at least, for an activity any of them.
    fn counts(&self, row: &Row) -> bool {
        let Some(range) = DateRange::new(row.start, row.end) else { return false };
        let inside = self.time.intersection(range).map_or(0, DateRange::days);
        match self.scope {
            Scope::Whole => 2 * inside >= range.days(),
            Scope::Activity(_) | Scope::Channel(_) => inside > 0,
        }
    }
}

/// Whether a metric's figures add up over time. A quotient of sums is no sum, whatever its unit would suggest.
pub(super) fn is_sum(metric: &Metric) -> bool {
    let steps = metric.formula.iter().flat_map(|formula| &formula.formula.steps);
    let divides =
        |step: &FormulaStep| matches!(step, FormulaStep::Op(ArithmeticOp::Mul | ArithmeticOp::Div, _));
    metric.aggregate == "sum" && !steps.into_iter().any(divides)
}

/// Divided readings by days, each sum over the parts of one division: the one of the newest reading.
fn added(parts: Vec<(Vec<&SmolStr>, Row)>) -> Vec<Row> {
    let Some(division) =
        parts.iter().max_by_key(|(_, row)| row.end).map(|(dimensions, _)| dimensions.clone())
    else {
        return Vec::new();
    };
    let mut sums: Vec<Row> = Vec::new();
    for (_, row) in parts.into_iter().filter(|(dimensions, _)| *dimensions == division) {
        let same = |sum: &&mut Row| (sum.start, sum.end, sum.on_a_day) == (row.start, row.end, row.on_a_day);
        match sums.iter_mut().find(same) {
            Some(sum) => sum.value = sum.value.saturating_add(row.value),
            None => sums.push(row),
        }
    }
    sums
}

/// Days from one to the other, both counted.
pub(super) fn days(start: Date, end: Date) -> i32 {
    DateRange::new(start, end).map_or(0, DateRange::days)
}
