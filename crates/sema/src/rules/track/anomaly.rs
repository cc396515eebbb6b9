//! `track/anomaly`

use rust_decimal::Decimal;

use super::series;
use crate::model::Direction;
use crate::rules::facts::amount;
use crate::rules::{Check, Cx, Sink, rule};

rule!("track/anomaly", "track-anomaly", Warning, Check::Project(check), "anomaly.md");

/// How many readings before the last it takes to know what is usual.
const FEWEST: usize = 4;

/// How many of them say what is usual now.
const RECENT: usize = 8;

/// How many times as far a figure may go the way that is better: work that works looks like that, a slip of the pen
/// (one nought too many) goes further.
const BETTER: u32 = 4;

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let model = cx.model;
    let series = series::all(model);
    for metric in model.metrics.ids() {
        let Some((last, before)) = series.get(&metric).and_then(|points| points.split_last()) else {
            continue;
        };
        let recent: Vec<Decimal> = before.iter().rev().take(RECENT).map(|point| point.value).collect();
        let (Some(low), Some(high)) = (recent.iter().min(), recent.iter().max()) else { continue };
        if recent.len() < FEWEST || last.place.damaged || !is_unusual(cx, model[metric].direction, last.value, *low, *high) {
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
fn is_unusual(
    cx: &Cx<'_>,
    better: Option<Direction>,
    value: Decimal,
    low: Decimal,
    high: Decimal,
) -> bool {
    if low <= Decimal::ZERO {
        return false;
    }
    let percent = cx.settings.limits.anomaly_percent;
    let part = |of: Decimal, percent: u32| {
        of.checked_mul(Decimal::from(percent))?.checked_div(Decimal::ONE_HUNDRED)
    };
    let far = |way: Direction| percent.saturating_mul(if better == Some(way) { BETTER } else { 1 });
    let below = part(low, far(Direction::Down)).and_then(|by| low.checked_sub(by));
    let above = part(high, far(Direction::Up)).and_then(|by| high.checked_add(by));
    below.is_some_and(|edge| value < edge) || above.is_some_and(|edge| value > edge)
}
