//! `track/anomaly`

use rust_decimal::Decimal;

use super::series;
use crate::rules::facts::amount;
use crate::rules::{Check, Cx, Sink, rule};

rule!("track/anomaly", "track-anomaly", Warning, Check::Project(check), "anomaly.md");

/// How many readings before the last it takes to know what is usual.
const FEWEST: usize = 4;

/// How many of them say what is usual now.
const RECENT: usize = 8;

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let model = cx.model;
    let series = series::all(model);
    for metric in model.metrics.ids() {
        let Some((last, before)) = series.get(&metric).and_then(|points| points.split_last()) else {
            continue;
        };
        let recent: Vec<Decimal> = before.iter().rev().take(RECENT).map(|point| point.value).collect();
        let (Some(low), Some(high)) = (recent.iter().min(), recent.iter().max()) else { continue };
        if recent.len() < FEWEST || last.place.damaged || !is_unusual(cx, last.value, *low, *high) {
            continue;
        }
        let unit = model[metric].unit;
        sink.report(last.place.head, last.place)
            .with("metric", model[metric].head.id.as_str())
            .with("day", last.day)
            .with("value", amount(last.value, unit))
            .with("count", recent.len())
            .with("low", amount(*low, unit))
            .with("high", amount(*high, unit))
            .emit();
    }
}

/// Whether a figure lies far outside those before it. Where they lie around nothing, nobody can say.
fn is_unusual(cx: &Cx<'_>, value: Decimal, low: Decimal, high: Decimal) -> bool {
    let percent = Decimal::from(cx.settings.limits.anomaly_percent);
    let part = |of: Decimal| of.checked_mul(percent).and_then(|part| part.checked_div(Decimal::ONE_HUNDRED));
    let (Some(below), Some(above)) = (part(low), part(high)) else { return false };
    if low <= Decimal::ZERO {
        return false;
    }
    let edge = |from: Decimal, by: Decimal| from.checked_add(by);
    edge(low, -below).is_some_and(|edge| value < edge) || edge(high, above).is_some_and(|edge| value > edge)
}
