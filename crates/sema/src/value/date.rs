//! Days, periods and ranges of days.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The first year that a plan may name.
pub const FIRST_YEAR: i16 = 1900;
/// The last year that a plan may name.
pub const LAST_YEAR: i16 = 2999;

/// A stretch of the calendar with a name.
///
/// Years, halves and quarters are those of the fiscal year and are named for the year in which it starts; months and
/// ISO weeks are the calendar's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Period {
    /// `2026`
    Year(i16),
    /// `2026-H1`
    Half {
        /// The year in which the fiscal year starts.
        year: i16,
        /// 1 or 2.
        half: i8,
    },
    /// `2026-Q1`
    Quarter {
        /// The year in which the fiscal year starts.
        year: i16,
        /// 1 to 4.
        quarter: i8,
    },
    /// `2026-03`
    Month {
        /// The year.
        year: i16,
        /// 1 to 12.
        month: i8,
    },
    /// `2026-W07`
    IsoWeek {
        /// The year of the week's Thursday.
        year: i16,
        /// 1 to 52, or 53 in a long year.
        week: i8,
    },
}

/// Days from the first to the last, both included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DateRange {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
}

/// Every day that a plan may name.
pub const PLAN_DAYS: DateRange =
    DateRange { start: jiff::civil::date(FIRST_YEAR, 1, 1), end: jiff::civil::date(LAST_YEAR, 12, 31) };

impl DateRange {
    /// The days from `start` to `end`; `None` where `end` comes first.
    #[must_use]
    pub fn new(start: Date, end: Date) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// Whether `date` lies inside.
    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }

    /// How many days, both ends counted.
    #[must_use]
    pub fn days(self) -> i32 {
        i32::try_from(self.end.duration_since(self.start).as_hours() / 24 + 1).unwrap_or(i32::MAX)
    }

    /// The days that both have.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end))
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl Period {
    /// The period written `text`, a bare year included; `None` where it is none, or does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, part) = match text.split_once('-') {
            Some((year, part)) => (year, Some(part)),
            None => (text, None),
        };
        let year = parse_year(year)?;
        let Some(part) = part else { return Some(Self::Year(year)) };
        let (letter, digits) = match part.bytes().next()? {
            letter @ (b'H' | b'Q' | b'W') => (Some(letter), part.get(1..)?),
            _ => (None, part),
        };
        let number: i8 = plain_digits(digits)?.parse().ok()?;
        match (letter, digits.len()) {
            (Some(b'H'), 1) => (1..=2).contains(&number).then_some(Self::Half { year, half: number }),
            (Some(b'Q'), 1) => (1..=4).contains(&number).then_some(Self::Quarter { year, quarter: number }),
            (Some(b'W'), 2) => {
                (1..=weeks_of(year)).contains(&number).then_some(Self::IsoWeek { year, week: number })
            }
            (None, 2) => (1..=12).contains(&number).then_some(Self::Month { year, month: number }),
            _ => None,
        }
    }

    /// The year it is named for.
    #[must_use]
    pub fn year(self) -> i16 {
        match self {
            Self::Year(year)
            | Self::Half { year, .. }
            | Self::Quarter { year, .. }
            | Self::Month { year, .. }
            | Self::IsoWeek { year, .. } => year,
        }
    }

    /// Its first and last day, where the fiscal year starts with the month `fiscal_first_month` (1 to 12).
    #[must_use]
    pub fn range(self, fiscal_first_month: u8) -> (Date, Date) {
        let first = i32::from(fiscal_first_month.clamp(1, 12));
        match self {
            Self::Year(year) => months(year, first, 12),
            Self::Half { year, half } => months(year, first + 6 * (i32::from(half) - 1), 6),
            Self::Quarter { year, quarter } => months(year, first + 3 * (i32::from(quarter) - 1), 3),
            Self::Month { year, month } => months(year, i32::from(month), 1),
            Self::IsoWeek { year, week } => {
                let monday =
                    ISOWeekDate::new(year, week, Weekday::Monday).map_or(Date::MAX, ISOWeekDate::date);
                (monday, monday.saturating_add(6.days()))
            }
        }
    }

    /// [`Period::range`] as a range.
    #[must_use]
    pub fn date_range(self, fiscal_first_month: u8) -> DateRange {
        let (start, end) = self.range(fiscal_first_month);
        DateRange { start, end }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Half { year, half } => write!(f, "{year:04}-H{half}"),
            Self::Quarter { year, quarter } => write!(f, "{year:04}-Q{quarter}"),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::IsoWeek { year, week } => write!(f, "{year:04}-W{week:02}"),
        }
    }
}

/// The day written `2026-03-31`; `None` where it is none, or does not exist.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || month.len() != 2 || day.len() != 2 {
        return None;
    }
    Date::new(parse_year(year)?, plain_digits(month)?.parse().ok()?, plain_digits(day)?.parse().ok()?).ok()
}

/// A year of four digits in the range that plans may name.
pub(super) fn parse_year(text: &str) -> Option<i16> {
    let year = plain_digits(text).filter(|digits| digits.len() == 4)?.parse().ok()?;
    (FIRST_YEAR..=LAST_YEAR).contains(&year).then_some(year)
}

/// `text` where it is digits alone.
pub(super) fn plain_digits(text: &str) -> Option<&str> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

/// How many ISO weeks the year has.
pub(super) fn weeks_of(year: i16) -> i8 {
    if ISOWeekDate::new(year, 53, Weekday::Monday).is_ok() { 53 } else { 52 }
}

/// The last day of a month that exists.
pub(super) fn last_day_of(year: i16, month: i8) -> Date {
    months(year, i32::from(month), 1).1
}

/// `count` months from the month `first`, counted from January of `year` as 1.
fn months(year: i16, first: i32, count: i32) -> (Date, Date) {
    (first_day(year, first), first_day(year, first + count).saturating_sub(1.day()))
}

fn first_day(year: i16, month: i32) -> Date {
    let year = i32::from(year) + (month - 1).div_euclid(12);
    let month = (month - 1).rem_euclid(12) + 1;
    match (i16::try_from(year), i8::try_from(month)) {
        (Ok(year), Ok(month)) => Date::new(year, month, 1).unwrap_or(Date::MAX),
        _ => Date::MAX,
    }
}
