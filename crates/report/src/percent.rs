//! Places along a line, in hundredths of a percent: exact, and the same bytes on every machine.

use std::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A share of a width, in hundredths of a percent.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(crate) struct Percent(i64);

impl Percent {
    /// All of it.
    pub(crate) const FULL: Self = Self(10_000);

    /// `part` of `whole`, within 0 and 100%; 0 where there is no whole.
    pub(crate) fn of(part: i64, whole: i64) -> Self {
        if whole <= 0 {
            return Self(0);
        }
        Self(part.clamp(0, whole).saturating_mul(10_000) / whole)
    }

    /// `part` of `whole`, within 0 and 100%; 0 where there is no whole. The signs may both be negative.
    pub(crate) fn of_decimal(part: Decimal, whole: Decimal) -> Self {
        let share = part.checked_div(whole).unwrap_or_default().clamp(Decimal::ZERO, Decimal::ONE);
        Self((share * Decimal::from(10_000)).round().to_i64().unwrap_or(0))
    }

    /// A percent such as 40 for 40%, within 0 and 100.
    pub(crate) fn from_percent(value: Decimal) -> Self {
        Self::of_decimal(value, Decimal::ONE_HUNDRED)
    }

    /// What is left of the whole.
    pub(crate) fn rest(self) -> Self {
        Self(10_000 - self.0)
    }

    /// The distance to `other`, 0 where that lies before.
    pub(crate) fn until(self, other: Self) -> Self {
        Self((other.0 - self.0).max(0))
    }

    /// `percent` further on, at most at the end.
    pub(crate) fn on(self, percent: i64) -> Self {
        Self(percent.saturating_mul(100).saturating_add(self.0).clamp(0, 10_000))
    }

    /// In whole percent, rounded down.
    pub(crate) fn whole(self) -> i64 {
        self.0 / 100
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => write!(f, "{whole}%"),
            rest if rest % 10 == 0 => write!(f, "{whole}.{}%", rest / 10),
            rest => write!(f, "{whole}.{rest:02}%"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_stay_inside_and_print_short() {
        assert_eq!(Percent::of(1, 3).to_string(), "33.33%");
        assert_eq!(Percent::of(1, 2).to_string(), "50%");
        assert_eq!(Percent::of(5, 0).to_string(), "0%");
        assert_eq!(Percent::of(-5, 10).to_string(), "0%");
        assert_eq!(Percent::of_decimal(Decimal::from(-3), Decimal::from(-4)).to_string(), "75%");
        assert_eq!(Percent::of_decimal(Decimal::MAX, Decimal::ONE).to_string(), "100%");
        assert_eq!(Percent::from_percent(Decimal::new(125, 1)).to_string(), "12.5%");
    }
}
