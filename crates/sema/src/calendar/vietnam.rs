//! The public holidays of Vietnam: Labour Code 2019 (45/2019/QH14), article 112.
//!
//! 1 January, five days of Tết, the Hùng Kings' day (10/3 lunar), 30 April, 1 May, 2 September and one day next to it.
//! Which five days of Tết and which neighbour of 2 September are free is decided each year by the government; here
//! they are an estimate: the last day of the lunar year and the first four of the new one, and the neighbour that makes
//! the longer weekend. A plan overrides them in its own `calendar`.

use std::sync::OnceLock;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use roadmap_diag::Message;

use super::lunar::{LunarDate, lunar_new_year};

/// The first year with holidays: that of the Labour Code 2019.
pub(super) const FIRST_YEAR: i16 = 2021;
/// The last year with holidays.
pub(super) const LAST_YEAR: i16 = 2045;

/// The holidays of every year known, in the order of days, without days off in lieu.
pub(super) fn holidays() -> &'static [(Date, &'static str)] {
    static ALL: OnceLock<Vec<(Date, &'static str)>> = OnceLock::new();
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

fn holidays_of(year: i16) -> impl Iterator<Item = (Date, &'static str)> {
    const FIXED: [(i8, i8, &str); 4] = [
        (1, 1, "value-holiday-new-year"),
        (4, 30, "value-holiday-reunification"),
        (5, 1, "value-holiday-labour"),
        (9, 2, "value-holiday-national"),
    ];
    let fixed = FIXED
        .into_iter()
        .filter_map(move |(month, day, name)| Some((Date::new(year, month, day).ok()?, name)));
    let national = Date::new(year, 9, 2).ok().map(neighbour).map(|day| (day, "value-holiday-national"));
    let tet = lunar_new_year(year).into_iter().flat_map(|first| {
        (-1..=3).map(move |offset: i32| (first.saturating_add(offset.days()), "value-holiday-tet"))
    });
    let kings = LunarDate { year, month: 3, leap: false, day: 10 }.to_solar();
    fixed.chain(national).chain(tet).chain(kings.map(|day| (day, "value-holiday-hung-kings")))
}

/// The day next to 2 September that makes the longer weekend.
fn neighbour(national_day: Date) -> Date {
    match national_day.weekday() {
        Weekday::Monday | Weekday::Thursday | Weekday::Sunday => national_day.saturating_add(1.day()),
        _ => national_day.saturating_sub(1.day()),
    }
}
