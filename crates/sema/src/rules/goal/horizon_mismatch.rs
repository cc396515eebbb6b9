//! `goal/horizon-mismatch`

use jiff::civil::Date;
use jiff::{ToSpan, Unit};
use roadmap_diag::{Message, Severity};

use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("goal/horizon-mismatch", "goal-horizon-mismatch", Warning, Check::Item(check), "horizon_mismatch.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Goal(id) = item else { return };
    let goal = &cx.model[id];
    let (Some(place), Some(horizon)) = (goal.head.place, &goal.horizon) else { return };
    let limits = &cx.settings.limits;
    let (least, most, other) = match horizon.value.as_str() {
        "long" => (limits.long_horizon_min, limits.long_horizon_max, "short"),
        "short" => (limits.short_horizon_min, limits.short_horizon_max, "long"),
        _ => return,
    };
    let dated = goal.kpis.iter().map(|kpi| &cx.model[*kpi]).filter(|kpi| kpi.by.is_some());
    let Some(months) = dated.filter_map(|kpi| whole_months(kpi.start?, kpi.end?)).max() else { return };
    let between = |from: u32, to: u32| i64::from(from) <= months && months <= i64::from(to);
    if between(least, most) {
        return;
    }
    // The method leaves the months between its two horizons open.
    let in_gap = i64::from(limits.short_horizon_max) < months && months < i64::from(limits.long_horizon_min);
    let fits_other = match other {
        "short" => between(limits.short_horizon_min, limits.short_horizon_max),
        _ => between(limits.long_horizon_min, limits.long_horizon_max),
    };
    let mut finding = sink
        .report(horizon.span, place)
        .with("goal", goal.head.id.as_str())
        .with("horizon", horizon.value.as_str())
        .with("months", months)
        .with("least", i64::from(least))
        .with("most", i64::from(most))
        .severity(if in_gap { Severity::Hint } else { Severity::Warning });
    if fits_other {
        let title = Message::new("fix-replace").with("text", other);
        finding = finding.fix(title, false, horizon.span, other);
    }
    finding.emit();
}

/// The whole months from the first to the last day, both counted.
fn whole_months(first: Date, last: Date) -> Option<i64> {
    let behind = last.checked_add(1.day()).ok()?;
    first.until((Unit::Month, behind)).ok().map(|time| i64::from(time.get_months()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn months_count_both_ends_and_only_whole() {
        let table = [
            (date(2026, 1, 1), date(2026, 6, 30), 6),
            (date(2026, 1, 1), date(2026, 6, 29), 5),
            (date(2026, 1, 5), date(2026, 2, 4), 1),
            (date(2026, 1, 5), date(2026, 1, 31), 0),
            (date(2026, 1, 1), date(2026, 12, 31), 12),
            (date(2025, 7, 1), date(2026, 6, 30), 12),
        ];
        for (first, last, months) in table {
            assert_eq!(whole_months(first, last), Some(months), "{first}..{last}");
        }
    }
}
