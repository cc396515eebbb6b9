//! The rhythms of reviews: when each was last held, and when it is next due. As the rule `review/overdue` counts.

use jiff::ToSpan;
use jiff::civil::Date;
use roadmap_api as api;

use crate::context::day;

/// A quarter is reviewed within so many days of its end.
const QUARTER_DAYS: i64 = 14;

/// Periods before and after today's that are looked at: the one missed and the one ahead lie among them.
const PERIODS: i64 = 4;

/// The rhythms that the plan's `cadence` asks for.
pub(super) fn rhythms(report: &api::Report) -> Vec<api::ReviewRhythm> {
    let Some(today) = day(&report.as_of) else { return Vec::new() };
    let free = FreeDays::of(report);
    report.plan.cadence.iter().map(|cadence| rhythm(report, cadence, &free, today)).collect()
}

fn rhythm(report: &api::Report, cadence: &api::Cadence, free: &FreeDays, today: Date) -> api::ReviewRhythm {
    // A longer rhythm looks at no less: the review of a month is one of its week, too.
    let counts =
        |review: &&api::Review| review.cadence != api::CadenceUnit::Extra && review.cadence >= cadence.every;
    let held = |own: bool| {
        let reviews =
            report.reviews.iter().filter(counts).filter(|review| !own || review.cadence == cadence.every);
        reviews.filter_map(|review| day(&review.date)).filter(|date| *date <= today).max()
    };
    let last = held(false);
    let period = report.plan.period.as_ref();
    let (start, end) = (period.and_then(|p| day(&p.start)), period.and_then(|p| day(&p.end)));
    let is_asked = |due: &Due| {
        start.is_none_or(|start| due.from >= start || due.day >= today)
            && end.is_none_or(|end| due.day <= end)
    };
    let dues: Vec<Due> = (-PERIODS..=PERIODS)
        .filter_map(|by| due(cadence, report.plan.fiscal_year, free, today, by))
        .filter(is_asked)
        .collect();
    let is_open = |due: &&Due| last.is_none_or(|last| last < due.from);
    // The latest that was due: those before it are over.
    let missed = dues.iter().rev().find(|due| due.day < today).filter(is_open);
    let missed = missed.filter(|_| end.is_none_or(|end| today <= end));
    let next = missed.or_else(|| dues.iter().find(|due| due.day >= today && is_open(due)));
    let next = next.map(|due| due.day);
    api::ReviewRhythm {
        every: cadence.every,
        on: cadence.on.clone(),
        last: held(true).map(api::Day::new),
        days: next.map(|next| i64::from((next - today).get_days())),
        next: next.map(api::Day::new),
    }
}

/// A day on which a review is due.
#[derive(Clone, Copy)]
struct Due {
    /// The first day whose review counts for it: what lies nearer to one than to the other counts for it.
    from: Date,
    /// The last day on which it is held in time.
    day: Date,
}

/// What is due `by` periods from today's. A day off moves to the next working day; a week without one has no review. A
/// rhythm without a day has all of its week or month.
fn due(cadence: &api::Cadence, fiscal_year: u8, free: &FreeDays, today: Date, by: i64) -> Option<Due> {
    let on = cadence.on.as_deref();
    let first_of_month = || today.first_of_month().checked_add(by.months()).ok();
    match cadence.every {
        api::CadenceUnit::Daily => {
            let day = today.checked_add(by.days()).ok()?;
            (free.next_working(day) == day).then_some(Due { from: day, day })
        }
        api::CadenceUnit::Weekly => {
            let into = i64::from(today.weekday().to_monday_zero_offset());
            let monday = today.checked_add((by * 7 - into).days()).ok()?;
            let wanted = roadmap_schema::WEEKDAYS.iter().position(|name| Some(*name) == on);
            let Some(wanted) = wanted.and_then(|wanted| i64::try_from(wanted).ok()) else {
                return Some(Due { from: monday, day: monday.checked_add(6.days()).ok()? });
            };
            let raw = monday.checked_add(wanted.days()).ok()?;
            let day = free.next_working(raw);
            let is_held = (day - raw).get_days() < 7;
            is_held.then_some(Due { from: raw.checked_sub(3.days()).ok()?, day })
        }
        api::CadenceUnit::Monthly => {
            let first = first_of_month()?;
            let Some(wanted) = on.and_then(|on| on.parse::<i8>().ok()) else {
                return Some(Due { from: first, day: first.last_of_month() });
            };
            let raw = first.with().day(wanted.clamp(1, first.days_in_month())).build().ok()?;
            Some(Due { from: raw.checked_sub(15.days()).ok()?, day: free.next_working(raw) })
        }
        api::CadenceUnit::Quarterly => {
            let into = (i64::from(today.month()) + 12 - i64::from(fiscal_year)) % 3;
            let first = today.first_of_month().checked_add((by * 3 - into).months()).ok()?;
            let day = first.checked_add(QUARTER_DAYS.days()).ok()?;
            Some(Due { from: first.checked_sub(46.days()).ok()?, day })
        }
        api::CadenceUnit::Extra => None,
    }
}

/// Days without work, by the plan's calendar.
struct FreeDays {
    weekend: Vec<String>,
    holidays: Vec<(Date, Date)>,
    workdays: Vec<(Date, Date)>,
}

impl FreeDays {
    fn of(report: &api::Report) -> Self {
        let calendar = report.calendars.iter().find(|calendar| calendar.id == report.plan.calendar);
        let range = |range: &api::DayRange| Some((day(&range.start)?, day(&range.end)?));
        Self {
            weekend: calendar.map_or_else(Vec::new, |calendar| calendar.weekend.clone()),
            holidays: calendar
                .into_iter()
                .flat_map(|calendar| &calendar.holidays)
                .filter_map(|holiday| range(&holiday.period))
                .collect(),
            workdays: calendar
                .into_iter()
                .flat_map(|calendar| &calendar.workdays)
                .filter_map(range)
                .collect(),
        }
    }

    /// The first working day from `date` on; `date` itself where a month goes by without one.
    fn next_working(&self, date: Date) -> Date {
        let days = (0..31).map_while(|days: i64| date.checked_add(days.days()).ok());
        days.into_iter().find(|day| !self.is_free(*day)).unwrap_or(date)
    }

    fn is_free(&self, date: Date) -> bool {
        let within = |list: &[(Date, Date)]| list.iter().any(|(start, end)| *start <= date && date <= *end);
        let index = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
        let name = roadmap_schema::WEEKDAYS.get(index).copied().unwrap_or_default();
        !within(&self.workdays) && (within(&self.holidays) || self.weekend.iter().any(|free| free == name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use api::CadenceUnit::{Monthly, Quarterly, Weekly};

    fn next(
        every: api::CadenceUnit,
        on: Option<&str>,
        held: &[(api::CadenceUnit, &str)],
        today: &str,
    ) -> String {
        let range =
            |start: &str, end: &str| api::DayRange { start: api::Day::new(start), end: api::Day::new(end) };
        let mut report = api::Report { as_of: api::Day::new(today), ..api::Report::default() };
        report.plan.fiscal_year = 1;
        report.plan.calendar = "office".to_owned();
        report.plan.period = Some(range("2026-01-01", "2026-12-31"));
        report.plan.cadence.push(api::Cadence { every, on: on.map(str::to_owned) });
        report.calendars.push(api::Calendar {
            id: "office".to_owned(),
            weekend: vec!["sat".to_owned(), "sun".to_owned()],
            holidays: vec![api::Holiday {
                period: range("2026-02-16", "2026-02-20"),
                ..api::Holiday::default()
            }],
            ..api::Calendar::default()
        });
        let review = |(cadence, date): &(api::CadenceUnit, &str)| api::Review {
            date: api::Day::new(date),
            cadence: *cadence,
            ..api::Review::default()
        };
        report.reviews = held.iter().map(review).collect();
        let found = rhythms(&report).remove(0);
        let day = found.next.map_or_else(|| "-".to_owned(), |day| day.0);
        format!("{day} {}", found.days.unwrap_or_default())
    }

    #[test]
    fn the_next_review_is_the_one_missed_or_the_one_ahead() {
        for (every, on, held, today, wanted) in [
            (Weekly, Some("mon"), &[(Weekly, "2026-05-11")][..], "2026-05-14", "2026-05-18 4"),
            (Weekly, Some("mon"), &[(Weekly, "2026-05-11")], "2026-05-18", "2026-05-18 0"),
            (Weekly, Some("mon"), &[(Weekly, "2026-05-18")], "2026-05-18", "2026-05-25 7"),
            (Weekly, Some("mon"), &[(Weekly, "2026-05-11")], "2026-05-19", "2026-05-18 -1"),
            // Held early it is held, and a longer one counts for it.
            (Weekly, Some("mon"), &[(Weekly, "2026-05-15")], "2026-05-19", "2026-05-25 6"),
            (Weekly, Some("mon"), &[(Monthly, "2026-05-18")], "2026-05-19", "2026-05-25 6"),
            // A week off has none.
            (Weekly, Some("mon"), &[(Weekly, "2026-02-09")], "2026-02-21", "2026-02-23 2"),
            (Weekly, None, &[], "2026-01-02", "2026-01-04 2"),
            (Monthly, Some("31"), &[(Monthly, "2026-01-30")], "2026-02-27", "2026-03-02 3"),
            (Monthly, Some("6"), &[], "2026-01-05", "2026-01-06 1"),
            (Monthly, None, &[], "2026-03-02", "2026-02-28 -2"),
            (Quarterly, None, &[], "2026-04-02", "2026-04-15 13"),
            (Quarterly, None, &[], "2026-04-16", "2026-04-15 -1"),
            (Quarterly, None, &[(Quarterly, "2026-04-01")], "2026-04-16", "2026-07-15 90"),
            (Weekly, Some("mon"), &[], "2027-01-14", "- 0"),
        ] {
            assert_eq!(next(every, on, held, today), wanted, "{every:?} {on:?} {held:?} on {today}");
        }
    }
}
