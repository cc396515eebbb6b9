//! Working days: weekends, holidays, extra workdays, and dates computed from durations.

mod days;
mod lunar;
mod vietnam;

#[cfg(test)]
mod tests;

use jiff::civil::{Date, Weekday};
use roadmap_diag::Message;

use crate::value::{DateRange, Duration, DurationUnit, Lag};
use days::{DaySet, day_at, index_of};
pub use lunar::{LunarDate, lunar_new_year};

/// A calendar that every plan knows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum BuiltIn {
    /// `weekdays`: Saturday and Sunday are free.
    #[default]
    Weekdays,
    /// `none`: no day is free.
    None,
    /// `vn`: weekends and the public holidays of Vietnam, the yearly decisions of its government estimated.
    Vietnam,
}

/// Which days are worked.
///
/// Answers are quick however many are asked: a check of a ten-year plan asks tens of thousands. Dates outside the years
/// that a plan may name are no working days, and what would lie there is `None`.
#[derive(Clone, PartialEq, Debug)]
pub struct Calendar {
    working: DaySet,
    /// In the order of their first days.
    holidays: Vec<Holiday>,
    /// Days of the longest holiday.
    longest: i32,
}

/// Free days with their name.
#[derive(Clone, PartialEq, Debug)]
struct Holiday {
    days: DateRange,
    name: Message,
    /// Whether a government has yet to decide on it.
    is_estimate: bool,
}

/// A calendar in the making.
#[derive(Clone, Debug, Default)]
pub struct CalendarBuilder {
    like: BuiltIn,
    weekend: Option<Vec<Weekday>>,
    holidays: Vec<(DateRange, Message)>,
    workdays: Vec<DateRange>,
}

impl BuiltIn {
    /// The calendar called `name` in a plan.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "weekdays" => Some(Self::Weekdays),
            "none" => Some(Self::None),
            "vn" => Some(Self::Vietnam),
            _ => None,
        }
    }

    fn weekend(self) -> Vec<Weekday> {
        match self {
            Self::None => Vec::new(),
            Self::Weekdays | Self::Vietnam => vec![Weekday::Saturday, Weekday::Sunday],
        }
    }
}

impl CalendarBuilder {
    /// A calendar that starts as a built-in one.
    #[must_use]
    pub fn like(base: BuiltIn) -> Self {
        Self { like: base, ..Self::default() }
    }

    /// The days of each week that are free, in place of the base's.
    #[must_use]
    pub fn weekend(mut self, days: Vec<Weekday>) -> Self {
        self.weekend = Some(days);
        self
    }

    /// Free days with their name.
    #[must_use]
    pub fn holiday(mut self, days: DateRange, name: Message) -> Self {
        self.holidays.push((days, name));
        self
    }

    /// Days that are worked, whatever else is said of them.
    #[must_use]
    pub fn workday(mut self, days: DateRange) -> Self {
        self.workdays.push(days);
        self
    }

    /// The calendar.
    #[must_use]
    pub fn build(self) -> Calendar {
        let weekend = self.weekend.unwrap_or_else(|| self.like.weekend());
        let free = weekend.iter().fold(0_u8, |mask, day| mask | 1 << day.to_monday_zero_offset());
        let mut calendar =
            Calendar { working: DaySet::weekly(!free & 0x7f), holidays: Vec::new(), longest: 0 };
        if self.like == BuiltIn::Vietnam {
            calendar.add_vietnam();
        }
        for (days, name) in self.holidays {
            calendar.close(days, name, false);
        }
        for days in self.workdays {
            calendar.set(days, true);
        }
        calendar.working.count();
        calendar.holidays.sort_by_key(|holiday| holiday.days.start);
        calendar.longest = calendar.holidays.iter().map(|holiday| holiday.days.days()).max().unwrap_or(0);
        calendar
    }
}

impl Calendar {
    /// A built-in calendar.
    #[must_use]
    pub fn built_in(base: BuiltIn) -> Self {
        CalendarBuilder::like(base).build()
    }

    /// Whether `date` is worked.
    #[must_use]
    pub fn is_working(&self, date: Date) -> bool {
        index_of(date).is_some_and(|index| self.working.contains(index))
    }

    /// `date`, or the first working day after it.
    #[must_use]
    pub fn next_working(&self, date: Date) -> Option<Date> {
        day_at(self.working.select(self.working.rank(index_of(date)?))?)
    }

    /// `date`, or the last working day before it.
    #[must_use]
    pub fn previous_working(&self, date: Date) -> Option<Date> {
        let up_to = self.working.rank(index_of(date)? + 1);
        day_at(self.working.select(up_to.checked_sub(1)?)?)
    }

    /// The `count`-th working day after `date`, before it where `count` is negative, `date` itself for 0.
    #[must_use]
    pub fn add_working_days(&self, date: Date, count: i32) -> Option<Date> {
        let index = index_of(date)?;
        let rank = match count {
            0 => return Some(date),
            1.. => self.working.rank(index + 1).checked_add_signed(count - 1)?,
            _ => self.working.rank(index).checked_add_signed(count)?,
        };
        day_at(self.working.select(rank)?)
    }

    /// How many days of `range` are worked.
    #[must_use]
    pub fn working_days(&self, range: DateRange) -> u32 {
        match (index_of(range.start), index_of(range.end)) {
            (Some(start), Some(end)) => self.working.rank(end + 1).saturating_sub(self.working.rank(start)),
            _ => 0,
        }
    }

    /// The last day of what starts on `start` and takes `duration`; both ends count.
    ///
    /// A month ends on the day before the same day of the next month, or with that month where it is too short. Working
    /// days are counted from the first on or after `start`. `None` for a duration of 0 and beyond the calendar's end.
    #[must_use]
    pub fn end_of(&self, start: Date, duration: Duration) -> Option<Date> {
        let count = i32::try_from(duration.count).ok().filter(|count| *count > 0)?;
        let end = match duration.unit {
            DurationUnit::Days => add_days(start, count.checked_sub(1)?)?,
            DurationUnit::Weeks => add_days(start, count.checked_mul(7)?.checked_sub(1)?)?,
            DurationUnit::Months => {
                let same_day = add_months(start, count)?;
                if same_day.day() == start.day() { same_day.yesterday().ok()? } else { same_day }
            }
            DurationUnit::WorkingDays => self.add_working_days(self.next_working(start)?, count - 1)?,
        };
        index_of(end).map(|_| end)
    }

    /// The latest start from which `duration` ends on `end` at the latest.
    #[must_use]
    pub fn start_of(&self, end: Date, duration: Duration) -> Option<Date> {
        let count = i32::try_from(duration.count).ok().filter(|count| *count > 0)?;
        let start = match duration.unit {
            DurationUnit::Days => add_days(end, 1 - count)?,
            DurationUnit::Weeks => add_days(end, 1 - count.checked_mul(7)?)?,
            DurationUnit::Months => add_months(end.tomorrow().ok()?, -count)?,
            DurationUnit::WorkingDays => self.add_working_days(self.previous_working(end)?, 1 - count)?,
        };
        index_of(start).map(|_| start)
    }

    /// `date` moved by a lag: calendar days, weeks and months, or working days.
    #[must_use]
    pub fn shift(&self, date: Date, lag: Lag) -> Option<Date> {
        let count = i32::try_from(lag.duration.count).ok()?;
        let count = if lag.negative { -count } else { count };
        let moved = match lag.duration.unit {
            DurationUnit::Days => add_days(date, count)?,
            DurationUnit::Weeks => add_days(date, count.checked_mul(7)?)?,
            DurationUnit::Months => add_months(date, count)?,
            DurationUnit::WorkingDays => self.add_working_days(date, count)?,
        };
        index_of(moved).map(|_| moved)
    }

    /// The latest day that `lag` moves to `date` or before it.
    #[must_use]
    pub fn shift_back(&self, date: Date, lag: Lag) -> Option<Date> {
        let back = Lag { negative: !lag.negative, ..lag };
        let moved = match lag.duration.unit {
            DurationUnit::Days | DurationUnit::Weeks => return self.shift(date, back),
            DurationUnit::Months => {
                // Months are cut to their last days: of the days from the 28th on, several may come to one.
                let mut moved = self.shift(date, back)?;
                while let Some(next) = moved.tomorrow().ok()
                    && self.shift(next, lag).is_some_and(|shifted| shifted <= date)
                {
                    moved = next;
                }
                moved
            }
            DurationUnit::WorkingDays => {
                let count = i32::try_from(lag.duration.count).ok()?;
                let worked = self.previous_working(date)?;
                match (count, lag.negative) {
                    (0, _) => date,
                    (_, true) => self.add_working_days(worked, count)?,
                    (_, false) => self.add_working_days(worked, 1 - count)?.yesterday().ok()?,
                }
            }
        };
        index_of(moved).map(|_| moved)
    }

    /// The name of the holiday on `date`; a weekend alone has none.
    #[must_use]
    pub fn holiday_name(&self, date: Date) -> Option<&Message> {
        self.holiday_on(date).map(|holiday| &holiday.name)
    }

    /// Whether `date` is free only by an estimate: its government fixes such days year by year, and has yet to.
    #[must_use]
    pub fn is_estimate(&self, date: Date) -> bool {
        self.holiday_on(date).is_some_and(|holiday| holiday.is_estimate)
    }

    /// The holidays that share a day with `range`, in the order of their first days.
    pub fn holidays_in(&self, range: DateRange) -> impl Iterator<Item = (DateRange, &Message)> {
        self.holidays
            .iter()
            .filter(move |holiday| holiday.days.intersection(range).is_some())
            .map(|holiday| (holiday.days, &holiday.name))
    }

    /// The holiday on `date`; the one that begins last, where several do.
    fn holiday_on(&self, date: Date) -> Option<&Holiday> {
        let end = self.holidays.partition_point(|holiday| holiday.days.start <= date);
        self.holidays
            .get(..end)?
            .iter()
            .rev()
            .take_while(|holiday| DateRange { start: holiday.days.start, end: date }.days() <= self.longest)
            .find(|holiday| holiday.days.contains(date))
    }

    /// Adds the holidays of Vietnam, and a day off in lieu of each that falls on a free day (article 111, 3): the next
    /// working day.
    fn add_vietnam(&mut self) {
        let mut lost = Vec::new();
        for holiday in vietnam::holidays() {
            if let Some(index) = index_of(holiday.day).filter(|index| !self.working.contains(*index)) {
                // Two holidays on one day are both lost, the second to the first.
                lost.push((index, holiday));
            }
            let days = DateRange { start: holiday.day, end: holiday.day };
            self.close(days, Message::new(holiday.name), holiday.is_estimate);
        }
        for (index, holiday) in lost {
            let Some(free) = (index..index + 31).find(|index| self.working.contains(*index)).and_then(day_at)
            else {
                continue;
            };
            let days = DateRange { start: free, end: free };
            self.close(days, vietnam::in_lieu_of(holiday.name), holiday.is_estimate);
        }
    }

    fn close(&mut self, days: DateRange, name: Message, is_estimate: bool) {
        self.set(days, false);
        self.holidays.push(Holiday { days, name, is_estimate });
    }

    fn set(&mut self, days: DateRange, working: bool) {
        if let (Some(from), Some(to)) = (index_of(days.start), index_of(days.end)) {
            self.working.set(from, to, working);
        }
    }
}

fn add_days(date: Date, days: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The same day of a later month, or its last day where it has no such day.
fn add_months(date: Date, months: i32) -> Option<Date> {
    date.checked_add(jiff::Span::new().try_months(months).ok()?).ok()
}
