//! Readings of a metric one after the other, each comparable with the one before.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::hir::When;
use crate::model::{Actual, Id, Metric, Model, Place};

/// One reading in a series.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    /// Where it is written.
    pub(super) place: Place,
    /// Its first day.
    pub(super) start: Date,
    /// Its last day.
    pub(super) day: Date,
    /// The figure.
    pub(super) value: Decimal,
}

/// How long what a reading covers is; only like readings can be compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Span {
    Day,
    Week,
    Month,
    Quarter,
}

/// The series of each metric as a whole, the oldest reading first: figures of equal periods that are over, for what adds
/// up; for anything else states on days as well. Where several kinds were read, the one with most readings.
pub(super) fn all(model: &Model) -> FxHashMap<Id<Metric>, Vec<Point>> {
    let mut by_span: FxHashMap<Id<Metric>, Vec<(Span, Point)>> = FxHashMap::default();
    for actual in model.actuals.rows().iter().filter(|actual| actual.by.is_empty()) {
        let Some((metric, span, point)) = point(model, actual) else { continue };
        by_span.entry(metric).or_default().push((span, point));
    }
    by_span.into_iter().map(|(metric, points)| (metric, longest(points))).collect()
}

fn point(model: &Model, actual: &Actual) -> Option<(Id<Metric>, Span, Point)> {
    let metric = actual.metric.target?;
    let (start, day, value) = (actual.start?, actual.end?, actual.value?);
    let days = super::super::rhythm::days_between(start, day) + 1;
    let span = match (actual.when?, days) {
        // A total so far says nothing by itself of what came since.
        (When::Day(_), _) if model[metric].aggregate == "sum" => return None,
        (When::Day(_), _) => Span::Day,
        (When::Period(_), 7) => Span::Week,
        (When::Period(_), 28..=31) => Span::Month,
        (When::Period(_), 90..=92) => Span::Quarter,
        _ => return None,
    };
    (day <= model.today).then_some((metric, span, Point { place: actual.place, start, day, value }))
}

fn longest(points: Vec<(Span, Point)>) -> Vec<Point> {
    let of = |span: Span| {
        let mut list: Vec<Point> =
            points.iter().filter(|(own, _)| *own == span).map(|(_, point)| *point).collect();
        // Of two readings for the same days the one written later corrects the other.
        list.reverse();
        list.sort_by_key(|point| point.day);
        list.dedup_by_key(|point| point.day);
        list
    };
    let all = [Span::Month, Span::Week, Span::Quarter, Span::Day].map(of);
    all.into_iter().rev().max_by_key(Vec::len).unwrap_or_default()
}
