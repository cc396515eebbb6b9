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
    /// All of a metric, and those of a metric that were given for one activity or channel.
    of: FxHashMap<Subject, List<'a>>,
}

/// The readings of a subject.
#[derive(Debug, Default)]
struct List<'a> {
    /// In the order of the text.
    all: Vec<&'a Actual>,
    /// Those that are not divided, in the order of their days; of two for the same days the one written later.
    whole: Vec<Figure>,
    /// Which of `whole` were given for one day.
    on_a_day: Vec<usize>,
    /// How many days the longest of `whole` covers.
    longest: i32,
}

/// A reading that is not divided.
#[derive(Clone, Copy, Debug)]
struct Figure {
    start: Date,
    end: Date,
    on_a_day: bool,
    value: Decimal,
}

/// What a reading is of: a metric, as a whole or for a part of it.
type Subject = (Id<Metric>, Scope);

impl<'a> Readings<'a> {
    /// The readings of `model`.
    pub(super) fn new(model: &'a Model) -> Self {
        let mut readings = Self::default();
        for actual in model.actuals.rows() {
            let Some(metric) = actual.metric.target else { continue };
            readings.of.entry((metric, Scope::Whole)).or_default().all.push(actual);
            let scopes = actual.by.iter().flat_map(|dimension| {
                [dimension.activity.map(Scope::Activity), dimension.channel.map(Scope::Channel)]
            });
            for scope in scopes.flatten() {
                let list = readings.of.entry((metric, scope)).or_default();
                if list.all.last().is_none_or(|last| !std::ptr::eq(*last, actual)) {
                    list.all.push(actual);
                }
            }
        }
        for ((_, scope), list) in &mut readings.of {
            list.arrange(*scope);
        }
        readings
    }

    fn of(&self, metric: Id<Metric>, scope: Scope) -> Option<&List<'a>> {
        self.of.get(&(metric, scope))
    }
}

impl List<'_> {
    fn arrange(&mut self, scope: Scope) {
        let whole =
            self.all.iter().filter(|actual| dimensions(scope, actual).is_some_and(|parts| parts.is_empty()));
        // The one written later corrects the other.
        self.whole = whole.rev().filter_map(|actual| figure(actual)).collect();
        self.whole.sort_by_key(|row| (row.start, row.end, row.on_a_day));
        self.whole.dedup_by_key(|row| (row.start, row.end, row.on_a_day));
        let numbered = self.whole.iter().enumerate();
        self.on_a_day = numbered.filter(|(_, row)| row.on_a_day).map(|(index, _)| index).collect();
        self.longest = self.whole.iter().map(|row| days(row.start, row.end)).max().unwrap_or(0);
    }

    /// Those that may say something about `time`: every other row covers days before or after it. Of what was given for
    /// one day, the newest before it counts as well.
    fn about(&self, time: DateRange) -> impl Iterator<Item = &Figure> {
        let first = time.start.saturating_sub(jiff::Span::new().days(self.longest));
        let from = self.whole.partition_point(|row| row.start < first);
        let to = self.whole.partition_point(|row| row.start <= time.end);
        let before = self.on_a_day.partition_point(|index| *index < from);
        let before = before.checked_sub(1).and_then(|last| self.whole.get(*self.on_a_day.get(last)?));
        before.into_iter().chain(self.whole.get(from..to).unwrap_or_default())
    }
}

fn figure(actual: &Actual) -> Option<Figure> {
    let on_a_day = matches!(actual.when, Some(When::Day(_)));
    Some(Figure { start: actual.start?, end: actual.end?, on_a_day, value: actual.value? })
}

/// What a reading is a part of, besides `scope`; none where it lies outside of that.
fn dimensions(scope: Scope, actual: &Actual) -> Option<Vec<&SmolStr>> {
    let own = |dimension: &Dimension| scope.is_named_by(dimension);
    if scope != Scope::Whole && !actual.by.iter().any(own) {
        return None;
    }
    let rest = actual.by.iter().filter(|dimension| !own(dimension));
    Some(rest.map(|dimension| &dimension.dimension).collect())
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
        let Some(rows) = self.rows(metric) else { return formula::evaluate(self, row, depth) };
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
            || self.rows(metric).is_none()
                && operands
                    .filter_map(|operand| operand.target)
                    .any(|operand| self.counts_up_within(operand, depth))
    }

    /// The readings that count: undivided ones, else divided ones added up day by day. In the order of their days, and
    /// only those that may say something about the time; none where nothing was read.
    fn rows(&self, metric: Id<Metric>) -> Option<Vec<Row>> {
        let list = self.readings.of(metric, self.scope)?;
        if list.whole.iter().any(|figure| self.row(*figure).is_some()) {
            return Some(list.about(self.time).filter_map(|figure| self.row(*figure)).collect());
        }
        if !self.adds_up(metric) {
            return None;
        }
        let parts = list.all.iter().filter_map(|actual| {
            let row = self.row(figure(actual)?)?;
            Some((dimensions(self.scope, actual)?, row))
        });
        let mut rows = added(parts.collect());
        rows.reverse();
        rows.sort_by_key(|row| (row.start, row.end, row.on_a_day));
        (!rows.is_empty()).then_some(rows)
    }

    /// A reading, where any of its days are known and asked for.
    fn row(&self, figure: Figure) -> Option<Row> {
        let Figure { start, end, on_a_day, value } = figure;
        let day = if on_a_day { end } else { end.min(self.model.today).min(self.time.end) };
        (start <= day && day <= self.until).then_some(Row { start, end, day, on_a_day, value })
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
