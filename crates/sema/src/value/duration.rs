//! Lengths of time: `6w`, `5bd`, and lags: `+3d`.

use std::fmt;

/// A length of time; both of its ends count, so a day that starts on Monday ends on Monday.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Duration {
    /// How many units.
    pub count: u32,
    /// Of what.
    pub unit: DurationUnit,
}

/// What a duration counts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DurationUnit {
    /// `d`: calendar days.
    Days,
    /// `w`: seven calendar days.
    Weeks,
    /// `mo`: calendar months.
    Months,
    /// `bd`: working days of the plan's calendar.
    WorkingDays,
}

/// A distance between two pieces of work: `+3d` later, `-2bd` earlier.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Lag {
    /// How far.
    pub duration: Duration,
    /// Whether earlier.
    pub negative: bool,
}

impl DurationUnit {
    /// The unit written `suffix`.
    #[must_use]
    pub fn parse(suffix: &str) -> Option<Self> {
        match suffix {
            "d" => Some(Self::Days),
            "w" => Some(Self::Weeks),
            "mo" => Some(Self::Months),
            "bd" => Some(Self::WorkingDays),
            _ => None,
        }
    }

    /// Its suffix.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Days => "d",
            Self::Weeks => "w",
            Self::Months => "mo",
            Self::WorkingDays => "bd",
        }
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.count, self.unit.as_str())
    }
}

impl fmt::Display for Lag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.negative { '-' } else { '+' }, self.duration)
    }
}
