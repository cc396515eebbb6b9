//! What a KPI's figure would be on a day, had all gone as planned.
//!
//! With `t` from 0 on the eve of the first day to 1 at the end of the last, the planned share of the way is
//!
//! | curve | share |
//! | --- | --- |
//! | `linear` | t |
//! | `s_curve` | 3t² − 2t³ |
//! | `front` | 2t − t² |
//! | `back` | t² |
//! | `steps` | ⌊4t⌋ / 4; with `at` points, the last point passed |
//!
//! Points written with `at` are passed through: each stretch between two of them has the curve for itself. A share is
//! kept as a fraction of whole numbers until the end, so that nothing is rounded on the way.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::readings::days;
use crate::value::DateRange;

/// A planned way from one value to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way<'a> {
    /// First and last day.
    pub(super) time: DateRange,
    /// The value before the first day.
    pub(super) from: Decimal,
    /// The value at the end of the last.
    pub(super) to: Decimal,
    /// `linear`, `s_curve`, `front`, `back` or `steps`.
    pub(super) curve: &'a str,
    /// Targets on the way, in the order of their days.
    pub(super) at: &'a [(Date, Decimal)],
}

impl Way<'_> {
    /// The planned value at the end of `day`; none where the numbers are too large.
    pub(super) fn value_on(&self, day: Date) -> Option<Decimal> {
        // Days are counted from the eve of the first: 0 there, the length of the time at the end of the last.
        let at = |date: Date| i64::from(days(self.time.start, date));
        let now = at(day.min(self.time.end));
        let points = self.at.iter().filter(|(date, _)| *date >= self.time.start && *date < self.time.end);
        let last = (at(self.time.end), self.to);
        let mut before = (0, self.from);
        for (place, value) in points.map(|(date, value)| (at(*date), *value)).chain([last]) {
            if now < place {
                let inside = self.at.iter().any(|(date, _)| self.time.contains(*date));
                if self.curve == "steps" && inside {
                    return Some(before.1);
                }
                let (part, whole) = share(self.curve, now - before.0, place - before.0)?;
                let gone = value.checked_sub(before.1)?.checked_mul(part)?.checked_div(whole)?;
                return before.1.checked_add(gone).map(|value| value.normalize());
            }
            before = (place, value);
        }
        Some(self.to)
    }
}

/// The share of the way after `n` of `all` days, as a fraction.
fn share(curve: &str, n: i64, all: i64) -> Option<(Decimal, Decimal)> {
    let (n, all) = (Decimal::from(n), Decimal::from(all));
    let (two, three, four) = (Decimal::TWO, Decimal::from(3), Decimal::from(4));
    Some(match curve {
        "s_curve" => {
            let part = three.checked_mul(all)?.checked_sub(two.checked_mul(n)?)?;
            (part.checked_mul(n)?.checked_mul(n)?, all.checked_mul(all)?.checked_mul(all)?)
        }
        "front" => (two.checked_mul(all)?.checked_sub(n)?.checked_mul(n)?, all.checked_mul(all)?),
        "back" => (n.checked_mul(n)?, all.checked_mul(all)?),
        "steps" => (four.checked_mul(n)?.checked_div(all)?.floor(), four),
        _ => (n, all),
    })
}
