//! The rhythms of reviews: when each was last held, and when it is next due.

use jiff::ToSpan;
use jiff::civil::Date;
use roadmap_api as api;

use crate::context::day;

/// The rhythms that the plan's `cadence` asks for. A review counts for the day on which it was due where it was held
/// after the day before that one; a rhythm without a day is due on the last day of its week, month or quarter.
pub(super) fn rhythms(report: &api::Report) -> Vec<api::ReviewRhythm> {
    let Some(today) = day(&report.as_of) else { return Vec::new() };
    report.plan.cadence.iter().map(|cadence| rhythm(report, cadence, today)).collect()
}

fn rhythm(report: &api::Report, cadence: &api::Cadence, today: Date) -> api::ReviewRhythm {
    let held = report.reviews.iter().filter(|review| review.cadence == cadence.every);
    let last = held.filter_map(|review| day(&review.date)).filter(|date| *date <= today).max();
    let due = Due { cadence, fiscal_year: report.plan.fiscal_year };
    let period = report.plan.period.as_ref();
    let (start, end) = (period.and_then(|p| day(&p.start)), period.and_then(|p| day(&p.end)));
    // The latest day on which one was due before today: missed where none was held since the one before it.
    let missed = due.before(today).filter(|date| start.is_none_or(|start| *date >= start)).filter(|missed| {
        let since = due.before(*missed);
        last.is_none_or(|last| since.is_some_and(|since| last <= since))
            && end.is_none_or(|end| *missed <= end)
    });
    let ahead = match last == Some(today) {
        true => today.tomorrow().ok().and_then(|day| due.from(day)),
        false => due.from(today.max(start.unwrap_or(today))),
    };
    let next = missed.or_else(|| ahead.filter(|date| end.is_none_or(|end| *date <= end)));
    api::ReviewRhythm {
        every: cadence.every,
        on: cadence.on.clone(),
        last: last.map(api::Day::new),
        days: next.map(|next| i64::from((next - today).get_days())),
        next: next.map(api::Day::new),
    }
}

/// The days on which a rhythm is due.
struct Due<'a> {
    cadence: &'a api::Cadence,
    fiscal_year: u8,
}

/// A rhythm comes back within so many days.
const LONGEST: i64 = 100;

impl Due<'_> {
    /// The first day from `date` on.
    fn from(&self, date: Date) -> Option<Date> {
        let days = (0..=LONGEST).map(|days| date.checked_add(days.days()).ok());
        days.map_while(|day| day).find(|day| self.falls_on(*day))
    }

    /// The last day before `date`.
    fn before(&self, date: Date) -> Option<Date> {
        let days = (1..=LONGEST).map(|days| date.checked_sub(days.days()).ok());
        days.map_while(|day| day).find(|day| self.falls_on(*day))
    }

    fn falls_on(&self, date: Date) -> bool {
        let on = self.cadence.on.as_deref();
        match self.cadence.every {
            api::CadenceUnit::Daily => true,
            api::CadenceUnit::Weekly => {
                let wanted = roadmap_schema::WEEKDAYS.iter().position(|name| Some(*name) == on).unwrap_or(6);
                usize::try_from(date.weekday().to_monday_zero_offset()) == Ok(wanted)
            }
            api::CadenceUnit::Monthly => {
                let wanted = on.and_then(|on| on.parse::<i8>().ok()).unwrap_or(31);
                date.day() == wanted.min(date.days_in_month())
            }
            api::CadenceUnit::Quarterly => {
                let first = i8::try_from(self.fiscal_year).unwrap_or(1);
                date.day() == date.days_in_month() && (date.month() - first).rem_euclid(3) == 2
            }
            api::CadenceUnit::Extra => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(every: api::CadenceUnit, on: Option<&str>, held: &[&str], today: &str) -> String {
        let mut report = api::Report { as_of: api::Day::new(today), ..api::Report::default() };
        report.plan.fiscal_year = 1;
        report.plan.period =
            Some(api::DayRange { start: api::Day::new("2026-01-01"), end: api::Day::new("2026-12-31") });
        report.plan.cadence.push(api::Cadence { every, on: on.map(str::to_owned) });
        let review =
            |date: &&str| api::Review { date: api::Day::new(date), cadence: every, ..api::Review::default() };
        report.reviews = held.iter().map(review).collect();
        let found = rhythms(&report).remove(0);
        format!(
            "{} {}",
            found.next.map_or_else(|| "-".to_owned(), |day| day.0),
            found.days.unwrap_or_default()
        )
    }

    #[test]
    fn the_next_review_is_the_one_missed_or_the_one_ahead() {
        use api::CadenceUnit::{Monthly, Quarterly, Weekly};
        for (every, on, held, today, wanted) in [
            (Weekly, Some("mon"), &["2026-05-11"][..], "2026-05-14", "2026-05-18 4"),
            (Weekly, Some("mon"), &["2026-05-11"], "2026-05-18", "2026-05-18 0"),
            (Weekly, Some("mon"), &["2026-05-18"], "2026-05-18", "2026-05-25 7"),
            (Weekly, Some("mon"), &["2026-05-11"], "2026-05-19", "2026-05-18 -1"),
            (Weekly, Some("mon"), &["2026-05-12"], "2026-05-19", "2026-05-25 6"),
            (Weekly, None, &[], "2026-01-02", "2026-01-04 2"),
            (Monthly, Some("31"), &["2026-01-31"], "2026-02-27", "2026-02-28 1"),
            (Monthly, Some("6"), &[], "2026-01-05", "2026-01-06 1"),
            (Quarterly, None, &[], "2026-04-02", "2026-03-31 -2"),
            (Quarterly, None, &["2026-03-30"], "2026-04-02", "2026-06-30 89"),
            (Quarterly, None, &["2026-12-30"], "2027-01-02", "- 0"),
        ] {
            assert_eq!(next(every, on, held, today), wanted, "{every:?} {on:?} {held:?} on {today}");
        }
    }
}
