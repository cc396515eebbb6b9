//! A KPI's reading against its pace.

use std::cell::Cell;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::pace::Way;
use super::readings::{Question, Reading, Readings, Scope, is_sum};
use crate::hir::Comparison;
use crate::model::{Kpi, KpiHome, KpiTarget, Model};
use crate::value::DateRange;

/// Figures looked up for one KPI, at most: a formula takes a few, a day a round.
pub(super) const MOST_LOOKUPS: u32 = 10_000;

/// How a KPI is going.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KpiState {
    /// Its first day is still to come.
    NotStarted,
    /// No reading counts for it, or it has no target.
    NoData,
    /// As planned, or so near to it that it makes no difference.
    OnPace,
    /// Worse than planned by more than half of what counts as off pace.
    AtRisk,
    /// Worse than planned by more than `off_pace_percent`.
    OffPace,
    /// The target is reached. A limit that can still be broken is reached only after the last day.
    Reached,
    /// The last day is over and the target is not reached.
    Missed,
}

/// Reading, pace and state of a KPI.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KpiTrack {
    /// The newest reading that counts, in the metric's unit, and the last day that it covers.
    pub current: Option<(Decimal, Date)>,
    /// What was planned for that day; for today where nothing has been read yet. None for a band, and where the target
    /// or the dates are not known.
    pub expected: Option<Decimal>,
    /// Reading less plan, in the metric's unit; outside a band, the distance to its nearer end.
    pub difference: Option<Decimal>,
    /// The part of the way from baseline to target that is done, in percent: more than 100 beyond the target. None
    /// where there is no way to go: a band, a limit.
    pub progress: Option<Decimal>,
    /// The figure at the beginning of the way: 0 for a sum, else the baseline.
    pub from: Option<Decimal>,
    /// How it is going.
    pub state: KpiState,
}

/// Which side of the target is good.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
    Within(Decimal),
}

impl KpiState {
    /// The state of several together: the weakest of those that are known, else that nothing is known or begun.
    #[must_use]
    pub fn weakest(states: impl Iterator<Item = Self>) -> Option<Self> {
        states.min_by_key(|state| match state {
            Self::Missed => 0,
            Self::OffPace => 1,
            Self::AtRisk => 2,
            Self::OnPace => 3,
            Self::Reached => 4,
            Self::NoData => 5,
            Self::NotStarted => 6,
        })
    }
}

impl KpiTrack {
    fn unknown(state: KpiState) -> Self {
        Self { current: None, expected: None, difference: None, progress: None, from: None, state }
    }
}

/// Follows one KPI of `model` by its `readings`; `off_pace` is in percent of the plan.
pub(super) fn kpi(model: &Model, readings: &Readings<'_>, kpi: &Kpi, off_pace: u32) -> KpiTrack {
    let (Some(target), Some(time), Some(metric)) = (
        kpi.target,
        kpi.start.zip(kpi.end).and_then(|(start, end)| DateRange::new(start, end)),
        kpi.metric.target,
    ) else {
        return KpiTrack::unknown(KpiState::NoData);
    };
    if model.today < time.start {
        return KpiTrack::unknown(KpiState::NotStarted);
    }
    let scope = match kpi.home {
        KpiHome::Activity(activity) => Scope::Activity(activity),
        _ => Scope::Whole,
    };
    let adds_up = is_sum(&model[metric]);
    let until = model.today.min(time.end);
    let left = Cell::new(MOST_LOOKUPS);
    let question = Question { model, readings, scope, time, until, left: &left };
    let reading = match &kpi.per {
        // A state is the same whatever it is measured over; a rate of sums is not.
        Some(per) if question.counts_up(metric) => {
            last_period(question, time, per, model.plan.fiscal_year, |question| question.figure(metric))
        }
        _ => question.figure(metric).filter(|(_, day)| time.contains(*day)),
    };
    // A sum begins at nothing, whatever an equal time before came to; a period's figure and a state at their baseline.
    let cumulative = adds_up && kpi.per.is_none();
    let from = if cumulative { Some(Decimal::ZERO) } else { target.baseline };
    let side = side(&target);
    let way = match (side, from) {
        (Side::Within(_), _) => None,
        (_, Some(from)) => Some(Way { time, from, to: target.value, curve: &kpi.curve, at: &kpi.at }),
        // Without a baseline the target holds from the first day, unless points on the way say otherwise.
        (_, None) => Some(Way { time, from: target.value, to: target.value, curve: "linear", at: &kpi.at }),
    };
    let day = reading.map_or(until, |(_, day)| day);
    let expected = way.and_then(|way| way.value_on(day));
    let Some((value, _)) = reading else {
        return KpiTrack { expected, from, ..KpiTrack::unknown(KpiState::NoData) };
    };
    let difference = match side {
        Side::Within(upper) => outside(value, target.value, upper),
        _ => expected.and_then(|expected| value.checked_sub(expected)),
    };
    let may_be_lost =
        matches!(side, Side::Within(_)) || (side == Side::Below && (cumulative || from.is_none()));
    let met = is_met(&target, value);
    let state = if model.today > time.end {
        if met { KpiState::Reached } else { KpiState::Missed }
    } else if met && !may_be_lost {
        KpiState::Reached
    } else {
        let planned = match side {
            Side::Within(upper) if difference > Some(Decimal::ZERO) => Some(upper),
            Side::Within(_) => Some(target.value),
            _ => expected,
        };
        by_pace(side, difference, planned, off_pace)
    };
    let progress = from
        .filter(|_| !matches!(side, Side::Within(_)))
        .and_then(|from| progress(value, from, target.value));
    KpiTrack { current: reading, expected, difference, progress, from, state }
}

/// The figure of the newest whole period that was read to within a week of its end: a week's figures need not end with
/// the month.
fn last_period(
    question: Question<'_>,
    time: DateRange,
    per: &str,
    fiscal: u8,
    figure: impl Fn(Question<'_>) -> Option<Reading>,
) -> Option<Reading> {
    let mut day = question.until;
    loop {
        let period = period_of(day, per, fiscal)?;
        if period.start < time.start && !time.contains(period.end) {
            return None;
        }
        if period.end <= question.until {
            let read = figure(Question { time: period, until: period.end, ..question })
                .filter(|(_, last)| super::readings::days(*last, period.end) <= 7);
            if read.is_some() {
                return read;
            }
        }
        day = period.start.yesterday().ok().filter(|day| *day >= time.start)?;
    }
}

/// The day, week (from Monday), month or quarter of the fiscal year that holds `day`.
fn period_of(day: Date, per: &str, fiscal: u8) -> Option<DateRange> {
    let (start, end) = match per {
        "day" => (day, day),
        "week" => {
            let back = i64::from(day.weekday().to_monday_zero_offset());
            let start = day.checked_sub(jiff::Span::new().days(back)).ok()?;
            (start, start.checked_add(jiff::Span::new().days(6)).ok()?)
        }
        "month" => (day.first_of_month(), day.last_of_month()),
        _ => {
            let into = (i64::from(day.month()) + 12 - i64::from(fiscal)) % 3;
            let start = day.first_of_month().checked_sub(jiff::Span::new().months(into)).ok()?;
            (start, start.checked_add(jiff::Span::new().months(2)).ok()?.last_of_month())
        }
    };
    DateRange::new(start, end)
}

fn side(target: &KpiTarget) -> Side {
    match (target.upper, target.comparison) {
        (Some(upper), _) => Side::Within(upper),
        (None, Comparison::Equal | Comparison::NotEqual) => Side::Within(target.value),
        (None, Comparison::AtMost | Comparison::Less) => Side::Below,
        (None, Comparison::AtLeast | Comparison::More) => Side::Above,
    }
}

fn is_met(target: &KpiTarget, value: Decimal) -> bool {
    if let Some(upper) = target.upper {
        return target.value <= value && value <= upper;
    }
    match target.comparison {
        Comparison::Equal => value == target.value,
        Comparison::NotEqual => value != target.value,
        Comparison::Less => value < target.value,
        Comparison::AtMost => value <= target.value,
        Comparison::More => value > target.value,
        Comparison::AtLeast => value >= target.value,
    }
}

/// How far `value` lies outside a band: 0 inside.
fn outside(value: Decimal, lower: Decimal, upper: Decimal) -> Option<Decimal> {
    if value < lower {
        value.checked_sub(lower)
    } else if value > upper {
        value.checked_sub(upper)
    } else {
        Some(Decimal::ZERO)
    }
}

/// The state before the last day: worse than `planned` by more than `off_pace` percent of it, by more than half of
/// that, or less. Where nothing at all was planned, anything worse is off pace.
fn by_pace(side: Side, difference: Option<Decimal>, planned: Option<Decimal>, off_pace: u32) -> KpiState {
    let (Some(difference), Some(planned)) = (difference, planned) else { return KpiState::OnPace };
    let worse = match side {
        Side::Above => -difference,
        Side::Below => difference,
        Side::Within(_) => difference.abs(),
    };
    let limit = |percent: Decimal| {
        planned.abs().checked_mul(percent).and_then(|limit| limit.checked_div(Decimal::ONE_HUNDRED))
    };
    let off = Decimal::from(off_pace);
    if worse <= Decimal::ZERO {
        KpiState::OnPace
    } else if limit(off).is_some_and(|limit| worse > limit) {
        KpiState::OffPace
    } else if limit(off / Decimal::TWO).is_some_and(|limit| worse > limit) {
        KpiState::AtRisk
    } else {
        KpiState::OnPace
    }
}

fn progress(value: Decimal, from: Decimal, to: Decimal) -> Option<Decimal> {
    let way = to.checked_sub(from).filter(|way| !way.is_zero())?;
    let gone = value.checked_sub(from)?.checked_mul(Decimal::ONE_HUNDRED)?;
    gone.checked_div(way).map(|percent| percent.normalize())
}
