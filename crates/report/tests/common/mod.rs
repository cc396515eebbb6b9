//! Reports for tests, as the compiler would fill them.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    clippy::unwrap_used,
    reason = "each test file uses its own part, and a test may end in a panic"
)]

use roadmap_api::*;

mod hostile;
mod solar;
mod solar_goals;
mod solar_work;

pub use hostile::{STRINGS, hostile};
pub use solar::solar;

pub fn day(text: &str) -> Day {
    Day::new(text)
}

pub fn range(start: &str, end: &str) -> DayRange {
    DayRange { start: day(start), end: day(end) }
}

pub fn place(file: &str, line: u32) -> Option<Place> {
    Some(Place { file: file.into(), line, column: 3 })
}

pub fn vnd(value: i64) -> Quantity {
    Quantity { value: Number::new(value), unit: Unit::new("VND") }
}

pub fn figures(planned: Option<i64>, committed: i64, spent: i64) -> BudgetFigures {
    BudgetFigures {
        planned: planned.map(Number::new),
        committed: Number::new(committed),
        spent: Number::new(spent),
    }
}

pub fn kpi(metric: &str, title: &str, unit: &str, baseline: Option<&str>, target: &str) -> Kpi {
    Kpi {
        metric: metric.into(),
        title: title.into(),
        text: format!(">= {target}"),
        unit: Unit::new(unit),
        baseline: baseline.map(Number::new),
        target: Some(Number::new(target)),
        ..Kpi::default()
    }
}

/// The same plan with its activities repeated until it has `count`.
pub fn grown(mut report: Report, count: usize) -> Report {
    let base = report.activities.clone();
    report.activities = (0..count)
        .filter_map(|index| {
            let mut activity = base.get(index % base.len())?.clone();
            activity.id = format!("{}_{index}", activity.id);
            Some(activity)
        })
        .collect();
    report
}
