//! Words that look like a date or a period: those that are one, and those that are written as elsewhere.

use jiff::civil::Date;

use super::date::{
    FIRST_YEAR, LAST_YEAR, Period, last_day_of, parse_date, parse_year, plain_digits, weeks_of,
};
use super::error::{Problem, wording};
use super::{AtomContext, AtomKind};

const INVALID: &str = "value/date-invalid";
const AMBIGUOUS: &str = "text/date-ambiguous";

/// What `text` is, where it has the shape of a date or a period; `None` leaves it to numbers and names.
pub(super) fn read(text: &str, ctx: &AtomContext) -> Option<Result<AtomKind, Problem>> {
    if let Some(date) = parse_date(text) {
        return Some(Ok(AtomKind::Date(date)));
    }
    if let Some(period) = Period::parse(text).filter(|_| text.contains('-')) {
        return Some(Ok(AtomKind::Period(period)));
    }
    let mark = ['/', '-', '.'].into_iter().find(|mark| text.contains(*mark));
    let Some(mark) = mark else { return glued_period(text).map(Err) };
    let mut parts = text.split(mark);
    let problem = match (parts.next()?, parts.next()?, parts.next(), parts.next()) {
        (first, second, None, None) if mark != '.' => two_parts(text, first, second, mark, ctx),
        (first, second, Some(third), None) => three_parts(text, first, second, third),
        _ => None,
    };
    problem.map(Err)
}

fn three_parts(written: &str, first: &str, second: &str, third: &str) -> Option<Problem> {
    let short = |part: &str| plain_digits(part).filter(|digits| digits.len() <= 2).is_some();
    if first.len() == 4 && plain_digits(first).is_some() && short(second) && short(third) {
        let Some(year) = parse_year(first) else { return Some(no_such_year(written)) };
        let (month, day) = (second.parse().ok()?, third.parse().ok()?);
        return Some(match Date::new(year, month, day) {
            Ok(date) => written_elsewhere(written, date.to_string(), true),
            Err(_) => no_such_day(written, year, month, day),
        });
    }
    if !short(first) || !short(second) || plain_digits(third).is_none() {
        return None;
    }
    let year = match third.len() {
        4 => parse_year(third),
        2 => Some(2000 + third.parse::<i16>().ok()?),
        _ => return None,
    };
    let Some(year) = year else { return Some(no_such_year(written)) };
    let (first, second): (i8, i8) = (first.parse().ok()?, second.parse().ok()?);
    let readings = both_readings(year, first, second);
    Some(match readings.as_slice() {
        [] if (1..=12).contains(&second) => no_such_day(written, year, second, first),
        [] if (1..=12).contains(&first) => no_such_day(written, year, first, second),
        [] => no_such_day(written, year, second, first),
        [date] => Problem::new(AMBIGUOUS, wording!("text-date-order"), written)
            .with("text", date.to_string())
            .fix(date.to_string(), third.len() == 4),
        [day_first, month_first, ..] => Problem::new(AMBIGUOUS, wording!("text-date-ambiguous"), written)
            .with("first", day_first.to_string())
            .with("second", month_first.to_string())
            .fix(day_first.to_string(), false)
            .fix(month_first.to_string(), false),
    })
}

/// The dates that `first` and `second` may be, day first before month first.
fn both_readings(year: i16, first: i8, second: i8) -> Vec<Date> {
    let mut readings: Vec<Date> = [(second, first), (first, second)]
        .into_iter()
        .filter_map(|(month, day)| Date::new(year, month, day).ok())
        .collect();
    readings.dedup();
    readings
}

fn two_parts(written: &str, first: &str, second: &str, mark: char, ctx: &AtomContext) -> Option<Problem> {
    if first.len() == 4 && plain_digits(first).is_some() {
        return period_part(written, first, second);
    }
    if second.len() == 4 && plain_digits(second).is_some() {
        return period_part(written, second, first);
    }
    let short = |part: &str| plain_digits(part).filter(|digits| digits.len() <= 2).is_some();
    if mark != '/' || !short(first) || !short(second) {
        return None;
    }
    /// Has a 29 February, so that no day of any year is taken for an arithmetic expression.
    const LEAP_YEAR: i16 = 2024;
    let (first, second): (i8, i8) = (first.parse().ok()?, second.parse().ok()?);
    if both_readings(LEAP_YEAR, first, second).is_empty() {
        return None;
    }
    let mut problem = Problem::new(AMBIGUOUS, wording!("text-date-no-year"), written);
    for date in ctx.year.map(|year| both_readings(year, first, second)).unwrap_or_default() {
        problem = problem.fix(date.to_string(), false);
    }
    Some(problem)
}

/// `2026Q1`
fn glued_period(written: &str) -> Option<Problem> {
    let part = written.get(4..).filter(|part| part.starts_with(['Q', 'q', 'H', 'h']))?;
    period_part(written, plain_digits(written.get(..4)?)?, part)
}

/// The problem with a period whose year and part are known but which is not written `2026-Q1`, or does not exist.
fn period_part(written: &str, year: &str, part: &str) -> Option<Problem> {
    let digits_at = part.find(|c: char| c.is_ascii_digit())?;
    let (letter, digits) = part.split_at_checked(digits_at)?;
    let number: i8 = plain_digits(digits).filter(|digits| digits.len() <= 2)?.parse().ok()?;
    let letter = letter.to_uppercase();
    if !matches!(letter.as_str(), "" | "Q" | "H" | "W" | "T" | "M") {
        return None;
    }
    let Some(year) = parse_year(year) else { return Some(no_such_year(written)) };
    let (period, most, wording) = match letter.as_str() {
        "Q" => (Period::Quarter { year, quarter: number }, 4, wording!("value-period-quarter")),
        "H" => (Period::Half { year, half: number }, 2, wording!("value-period-half")),
        "W" => (Period::IsoWeek { year, week: number }, weeks_of(year), wording!("value-period-week")),
        _ => (Period::Month { year, month: number }, 12, wording!("value-date-no-month")),
    };
    Some(if (1..=most).contains(&number) {
        let text = period.to_string();
        Problem::new(INVALID, wording!("value-period-form"), written)
            .with("text", text.clone())
            .fix(text, true)
    } else {
        Problem::new(INVALID, wording, written)
            .with("number", i64::from(number))
            .with("year", year.to_string())
            .with("most", i64::from(most))
    })
}

fn written_elsewhere(written: &str, text: String, safe: bool) -> Problem {
    Problem::new(INVALID, wording!("value-date-form"), written).with("text", text.clone()).fix(text, safe)
}

fn no_such_year(written: &str) -> Problem {
    Problem::new(INVALID, wording!("value-date-year"), written)
        .with("first", FIRST_YEAR.to_string())
        .with("last", LAST_YEAR.to_string())
}

fn no_such_day(written: &str, year: i16, month: i8, day: i8) -> Problem {
    if !(1..=12).contains(&month) {
        let problem = Problem::new(INVALID, wording!("value-date-no-month"), written)
            .with("number", i64::from(month))
            .with("year", year.to_string())
            .with("most", 12_i64);
        // The day stands where the month belongs.
        return match Date::new(year, day, month) {
            Ok(swapped) => problem.fix(swapped.to_string(), false),
            Err(_) => problem,
        };
    }
    let last = last_day_of(year, month);
    let nearest = if day < 1 { last.first_of_month() } else { last };
    let wording = if day < 1 { wording!("value-date-day-zero") } else { wording!("value-date-no-day") };
    Problem::new(INVALID, wording, written)
        .with("text", nearest.to_string())
        .with("day", i64::from(day))
        .fix(nearest.to_string(), false)
}

/// The day of a moment such as `2026-01-05T09:00`.
pub(super) fn moment(written: &str) -> Option<Problem> {
    let (day, _) = written.split_once(['T', 't'])?;
    let date = parse_date(day)?;
    Some(written_elsewhere(written, date.to_string(), true))
}
