//! The public holidays of Vietnam: Labour Code 2019 (45/2019/QH14), article 112.
//!
//! 1 January, five days of Tết, the Hùng Kings' day (10/3 lunar), 30 April, 1 May, 2 September and one day next to it.
//! Which five days of Tết and which neighbour of 2 September are free the Prime Minister decides each year. Up to
//! [`LAST_DECIDED`] the days are those decided. After it they are an estimate that gives the decided days of all years
//! before: the last two days of the lunar year and the first three of the new one, or one and four where Tết is on a
//! Tuesday; and the neighbour of 2 September that makes the longer weekend. A plan overrides them in its own `calendar`.

use std::sync::OnceLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use roadmap_diag::Message;

use super::lunar::{LunarDate, lunar_new_year};

/// The first year with holidays: that of the Labour Code 2019.
pub(super) const FIRST_YEAR: i16 = 2021;
/// The last year with holidays.
pub(super) const LAST_YEAR: i16 = 2045;

/// The last year whose days off around Tết and 2 September are decided.
const LAST_DECIDED: i16 = 2026;

/// A holiday.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PublicHoliday {
    pub(super) day: Date,
    /// The id of its name.
    pub(super) name: &'static str,
    /// Whether the government has yet to decide on it.
    pub(super) is_estimate: bool,
}

const TET: &str = "value-holiday-tet";

/// The holidays of every year known, in the order of days, without days off in lieu.
pub(super) fn holidays() -> &'static [PublicHoliday] {
    static ALL: OnceLock<Vec<PublicHoliday>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all: Vec<_> = (FIRST_YEAR..=LAST_YEAR).flat_map(holidays_of).collect();
        all.sort_unstable();
        all
    })
}

/// A day off in lieu of the holiday called `name`.
pub(super) fn in_lieu_of(name: &'static str) -> Message {
    Message::new("value-holiday-in-lieu").with("name", Message::new(name))
}

fn holidays_of(year: i16) -> impl Iterator<Item = PublicHoliday> {
    const FIXED: [(i8, i8, &str); 4] = [
        (1, 1, "value-holiday-new-year"),
        (4, 30, "value-holiday-reunification"),
        (5, 1, "value-holiday-labour"),
        (9, 2, "value-holiday-national"),
    ];
    let sure = |(day, name)| PublicHoliday { day, name, is_estimate: false };
    let by_decision = move |(day, name)| PublicHoliday { day, name, is_estimate: year > LAST_DECIDED };
    let fixed = FIXED
        .into_iter()
        .filter_map(move |(month, day, name)| Some((Date::new(year, month, day).ok()?, name)));
    let neighbour = Date::new(year, 9, 2).ok().map(neighbour).map(|day| (day, "value-holiday-national"));
    let first = lunar_new_year(year);
    let around = first.into_iter().flat_map(around_tet);
    let kings = LunarDate { year, month: 3, leap: false, day: 10 }.to_solar();
    let fixed = fixed.chain(kings.map(|day| (day, "value-holiday-hung-kings")));
    fixed
        .chain(first.map(|day| (day, TET)))
        .map(sure)
        .chain(neighbour.into_iter().chain(around).map(by_decision))
}

/// The four days off besides Tết's first.
fn around_tet(first: Date) -> impl Iterator<Item = (Date, &'static str)> {
    let before = if first.weekday() == Weekday::Tuesday { 1 } else { 2 };
    let offsets = (-before..5 - before).filter(|offset| *offset != 0);
    offsets.map(move |offset: i32| (first.saturating_add(offset.days()), TET))
}

/// The day next to 2 September that makes the longer weekend.
fn neighbour(national_day: Date) -> Date {
    match national_day.weekday() {
        Weekday::Monday | Weekday::Thursday | Weekday::Sunday => national_day.saturating_add(1.day()),
        _ => national_day.saturating_sub(1.day()),
    }
}
