//! Rhythms: on which days a review is due, and how long a week, a month or a quarter is.

use jiff::ToSpan;
use jiff::civil::Date;
use roadmap_diag::Message;

use crate::hir::Cadence;
use crate::model::Model;

/// The rhythms of reviews, the shortest first.
pub(crate) const RHYTHMS: [&str; 3] = ["weekly", "monthly", "quarterly"];

/// How many days on which something was due are looked at, at most: a hundred years of weeks.
const MOST: usize = 5_200;

/// One day on which a review is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Due {
    /// The first day whose review counts for it.
    pub(crate) from: Date,
    /// The last day on which it can be held in time.
    pub(crate) day: Date,
}

/// A rhythm in the reader's words.
pub(crate) fn name(rhythm: &str) -> Message {
    Message::new(match rhythm {
        "weekly" => "review-rhythm.weekly",
        "monthly" => "review-rhythm.monthly",
        _ => "review-rhythm.quarterly",
    })
}

/// The longest time from one to the next, in days.
pub(crate) fn longest_days(rhythm: &str) -> i64 {
    match rhythm {
        "weekly" => 7,
        "monthly" => 31,
        _ => 92,
    }
}

/// Half the time from one to the next, in days: what lies nearer to one than to the other counts for it.
pub(crate) fn half_days(rhythm: &str) -> i64 {
    longest_days(rhythm) / 2
}

/// The days before today on which a review is due, the latest first. A day off moves to the next working day; a week
/// without one has no review. A rhythm without a day has all of its week or month, a quarter `late` days of the next.
pub(crate) fn dues(cadence: Cadence, model: &Model, late: u32) -> impl Iterator<Item = Due> {
    let (today, fiscal) = (model.today, model.plan.fiscal_year);
    let all = (0..MOST as i64).map_while(move |back| match (cadence.rhythm, cadence.weekday, cadence.day) {
        ("weekly", Some(weekday), _) => weekly(model, today, weekday, back),
        ("weekly", None, _) => {
            let sunday = weekly_day(today, 6, back)?;
            Some(Some(Due { from: sunday.checked_sub(6.days()).ok()?, day: sunday }))
        }
        ("monthly", _, day) => {
            let first = today.first_of_month().checked_sub(back.months()).ok()?;
            Some(Some(match day {
                Some(day) => {
                    let raw =
                        first.with().day(i8::try_from(day).ok()?.min(first.days_in_month())).build().ok()?;
                    Due {
                        from: before(raw, "monthly")?,
                        day: model.calendar.next_working(raw).unwrap_or(raw),
                    }
                }
                None => Due { from: first, day: first.last_of_month() },
            }))
        }
        _ => {
            let first = quarter_start(today, fiscal).checked_sub((3 * back).months()).ok()?;
            let day = first.checked_add(i64::from(late).days()).ok()?;
            Some(Some(Due { from: before(first, "quarterly")?, day }))
        }
    });
    all.flatten().filter(move |due| due.day < today)
}

/// One week's review; none inside where all of the week until the next one is off.
fn weekly(model: &Model, today: Date, weekday: u8, back: i64) -> Option<Option<Due>> {
    let raw = weekly_day(today, weekday, back)?;
    let day = model.calendar.next_working(raw).unwrap_or(raw);
    let next = raw.checked_add(7.days()).ok()?;
    Some(if day < next { Some(Due { from: before(raw, "weekly")?, day }) } else { None })
}

/// The latest such day of the week, in the week of `today`, less `back` weeks.
fn weekly_day(today: Date, weekday: u8, back: i64) -> Option<Date> {
    let monday = today.checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days()).ok()?;
    monday.checked_add((i64::from(weekday) - 7 * back).days()).ok()
}

fn before(day: Date, rhythm: &str) -> Option<Date> {
    day.checked_sub(half_days(rhythm).days()).ok()
}

/// The first day of the quarter of the fiscal year that holds `day`.
pub(crate) fn quarter_start(day: Date, fiscal: u8) -> Date {
    let into = (i64::from(day.month()) + 12 - i64::from(fiscal)) % 3;
    day.first_of_month().saturating_sub(into.months())
}

/// Days from one to the other; negative where `to` comes first.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_hours() / 24
}
