//! The axis of the timeline: which days it shows, and which names stand above them.

use jiff::civil::{Date, date};
use jiff::{Span, Unit};
use roadmap_diag::{Locale, Message, format_date_short};

use crate::context::{Context, day};
use crate::percent::Percent;

/// The days that the timeline shows, and how finely.
pub(crate) struct Axis {
    start: Date,
    end: Date,
    days: i64,
    grain: Grain,
    fiscal: i8,
}

/// What one label of the lower tier stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Grain {
    /// ISO weeks below months.
    Week,
    /// Months below quarters.
    Month,
    /// Quarters below years.
    Quarter,
}

/// A name on the axis.
pub(crate) struct Label {
    /// Where it begins.
    pub(crate) left: Percent,
    /// What it says.
    pub(crate) text: String,
    /// Whether it stays where there is little room.
    pub(crate) keep: bool,
}

/// Longer plans than this many days are cut: an impossible year in one date must not make a page of a million labels.
const LONGEST: i64 = 366 * 12;

impl Axis {
    /// The axis of the plan: its period and its phases, or what work it has; `None` where nothing has a date.
    pub(crate) fn new(context: &Context<'_>) -> Option<Self> {
        let report = context.report;
        let periods = report.plan.period.iter().chain(report.phases.iter().map(|phase| &phase.period));
        let bounds: Vec<_> =
            periods.filter_map(|period| Some((day(&period.start)?, day(&period.end)?))).collect();
        let work = || {
            let activities = report.activities.iter().map(|x| &x.schedule);
            let launches = report.launches.iter().map(|x| &x.schedule);
            let scripts = report.scripts.iter().map(|x| &x.schedule);
            let dates = activities.chain(launches).chain(scripts);
            dates.flat_map(|dates| [&dates.start, &dates.end]).filter_map(|date| day(date.as_ref()?))
        };
        let (start, end) = if bounds.is_empty() {
            (work().min()?, work().max()?)
        } else {
            (bounds.iter().map(|x| x.0).min()?, bounds.iter().map(|x| x.1).max()?)
        };
        let fiscal = i8::try_from(report.plan.fiscal_year).ok().filter(|month| (1..=12).contains(month));
        Some(Self::between(start, end.max(start), fiscal.unwrap_or(1)))
    }

    /// The axis from `start` to `end`, widened to whole months, or weeks where it is short.
    pub(crate) fn between(start: Date, end: Date, fiscal: i8) -> Self {
        let end = end.min(start.saturating_add(Span::new().days(LONGEST)));
        let grain = match days_between(start, end) {
            ..=100 => Grain::Week,
            101..=740 => Grain::Month,
            _ => Grain::Quarter,
        };
        let (start, end) = match grain {
            Grain::Week => (monday(start), monday(end).saturating_add(Span::new().days(6))),
            _ => (start.first_of_month(), end.last_of_month()),
        };
        Self { start, end, days: days_between(start, end) + 1, grain, fiscal }
    }

    /// Its first and last day.
    pub(crate) fn bounds(&self) -> (Date, Date) {
        (self.start, self.end)
    }

    /// Where `date` begins.
    pub(crate) fn at(&self, date: Date) -> Percent {
        Percent::of(days_between(self.start, date), self.days)
    }

    /// Where `date` ends.
    pub(crate) fn after(&self, date: Date) -> Percent {
        Percent::of(days_between(self.start, date) + 1, self.days)
    }

    /// The middle of `date`, if the axis shows it.
    pub(crate) fn middle(&self, date: Date) -> Option<Percent> {
        (self.start <= date && date <= self.end)
            .then(|| Percent::of(days_between(self.start, date) * 2 + 1, self.days * 2))
    }

    /// Whether the lower tier is so full that a phone shows every third name only.
    pub(crate) fn dense(&self) -> bool {
        match self.grain {
            Grain::Week => self.days > 56,
            Grain::Month => self.days > 380,
            Grain::Quarter => self.days > 1_500,
        }
    }

    /// The names of the upper tier.
    pub(crate) fn upper(&self, context: &Context<'_>) -> Vec<Label> {
        let one_year = self.start.year() == self.end.year();
        self.months()
            .filter(|month| match self.grain {
                Grain::Week => true,
                Grain::Month => self.opens_quarter(*month),
                Grain::Quarter => month.month() == self.fiscal,
            })
            .map(|month| {
                let year = i64::from(month.year());
                let message = match self.grain {
                    Grain::Week if one_year => Message::verbatim(month_name(context, month)),
                    Grain::Week => Message::verbatim(format!("{} {year}", month_name(context, month))),
                    Grain::Month if one_year => {
                        Message::new("report-quarter").with("roman", self.quarter(month, context.locale))
                    }
                    Grain::Month => Message::new("report-quarter-year")
                        .with("roman", self.quarter(month, context.locale))
                        .with("year", year.to_string()),
                    Grain::Quarter => Message::verbatim(year.to_string()),
                };
                Label { left: self.at(month), text: context.say(&message), keep: true }
            })
            .collect()
    }

    /// The names of the lower tier.
    pub(crate) fn lower(&self, context: &Context<'_>) -> Vec<Label> {
        if self.grain == Grain::Week {
            return self
                .weeks()
                .enumerate()
                .map(|(index, week)| Label {
                    left: self.at(week),
                    text: context.with("report-week-short", "week", i64::from(week.iso_week_date().week())),
                    keep: index % 3 == 0,
                })
                .collect();
        }
        self.months()
            .filter(|month| self.grain == Grain::Month || self.opens_quarter(*month))
            .enumerate()
            .map(|(index, month)| Label {
                left: self.at(month),
                text: match self.grain {
                    Grain::Month if context.locale == Locale::En => month_name(context, month),
                    Grain::Month => month.month().to_string(),
                    _ => context.with("report-quarter-short", "roman", self.quarter(month, Locale::En)),
                },
                keep: index % 3 == 0,
            })
            .collect()
    }

    /// Where weeks begin, for ticks; nothing where they would be a grey band.
    pub(crate) fn ticks(&self) -> Vec<Percent> {
        if self.grain != Grain::Month || self.days > 400 {
            return Vec::new();
        }
        self.weeks().map(|week| self.at(week)).collect()
    }

    /// Where months begin inside a quarter; nothing on other scales.
    pub(crate) fn grid(&self) -> Vec<Percent> {
        if self.grain != Grain::Month {
            return Vec::new();
        }
        self.months().filter(|month| !self.opens_quarter(*month)).map(|month| self.at(month)).collect()
    }

    fn months(&self) -> impl Iterator<Item = Date> {
        // An axis of weeks may open inside a month: that month's name stands at its left edge.
        let first = self.start;
        let next = first.last_of_month().tomorrow().ok();
        std::iter::successors(Some(first), move |month| {
            if *month == first { next } else { month.checked_add(Span::new().months(1)).ok() }
        })
        .take_while(|month| *month <= self.end)
    }

    fn weeks(&self) -> impl Iterator<Item = Date> {
        let first = monday(self.start);
        std::iter::successors(Some(first), |week| week.checked_add(Span::new().days(7)).ok())
            .skip_while(|week| *week < self.start)
            .take_while(|week| *week <= self.end)
    }

    fn opens_quarter(&self, month: Date) -> bool {
        (month.month() - self.fiscal).rem_euclid(3) == 0
    }

    /// The number of a quarter of the fiscal year: Roman in Vietnamese.
    fn quarter(&self, month: Date, locale: Locale) -> String {
        let index = (month.month() - self.fiscal).rem_euclid(12) / 3;
        match (locale, index) {
            (Locale::En, index) => (index + 1).to_string(),
            (Locale::Vi, 0) => "I".to_owned(),
            (Locale::Vi, 1) => "II".to_owned(),
            (Locale::Vi, 2) => "III".to_owned(),
            (Locale::Vi, _) => "IV".to_owned(),
        }
    }
}

/// The name of a month: `Tháng 4`, `Apr`.
fn month_name(context: &Context<'_>, month: Date) -> String {
    match context.locale {
        Locale::Vi => context.with("report-month", "month", i64::from(month.month())),
        // A short English date is a day and the name of its month.
        Locale::En => {
            format_date_short(month, Locale::En).split(' ').next_back().unwrap_or_default().to_owned()
        }
    }
}

/// Days from `start` to `end`; negative where `end` lies before.
fn days_between(start: Date, end: Date) -> i64 {
    start.until((Unit::Day, end)).map_or(0, |span| i64::from(span.get_days()))
}

/// The Monday of a date's week.
fn monday(day: Date) -> Date {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(Span::new().days(back)).unwrap_or(date(1, 1, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grain_follows_the_length() {
        let grain = |end| Axis::between(date(2026, 1, 5), end, 1).grain;
        assert_eq!(grain(date(2026, 3, 1)), Grain::Week);
        assert_eq!(grain(date(2026, 12, 31)), Grain::Month);
        assert_eq!(grain(date(2029, 12, 31)), Grain::Quarter);
    }

    #[test]
    fn places_are_shares_of_whole_months() {
        let axis = Axis::between(date(2026, 1, 1), date(2026, 12, 31), 1);
        assert_eq!(axis.at(date(2026, 1, 1)).to_string(), "0%");
        assert_eq!(axis.after(date(2026, 12, 31)).to_string(), "100%");
        assert_eq!(axis.middle(date(2027, 1, 1)), None);
        assert_eq!(axis.weeks().next(), Some(date(2026, 1, 5)));
    }

    #[test]
    fn a_far_date_does_not_make_a_far_axis() {
        let axis = Axis::between(date(2026, 1, 1), date(9999, 12, 31), 4);
        assert!(axis.months().count() < 200);
        assert!(axis.opens_quarter(date(2026, 4, 1)));
    }
}
