//! Working days against days that people know, and what holds for all of them.

use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;
use roadmap_diag::{Locale, Message, render};

use super::{BuiltIn, Calendar, CalendarBuilder};
use crate::value::{DateRange, Duration, DurationUnit, Lag};

fn duration(text: &str) -> Duration {
    let at = text.find(|c: char| c.is_alphabetic()).unwrap();
    let (count, unit) = text.split_at(at);
    Duration { count: count.parse().unwrap(), unit: DurationUnit::parse(unit).unwrap() }
}

#[test]
fn durations_end_where_the_reference_says() {
    let weekdays = Calendar::built_in(BuiltIn::Weekdays);
    let table = [
        (date(2026, 1, 5), "1d", date(2026, 1, 5)),
        (date(2026, 1, 5), "10d", date(2026, 1, 14)),
        (date(2026, 1, 5), "1w", date(2026, 1, 11)),
        (date(2026, 1, 5), "1mo", date(2026, 2, 4)),
        (date(2026, 1, 1), "12mo", date(2026, 12, 31)),
        (date(2026, 1, 31), "1mo", date(2026, 2, 28)),
        (date(2026, 1, 30), "1mo", date(2026, 2, 28)),
        (date(2026, 1, 29), "1mo", date(2026, 2, 28)),
        (date(2026, 1, 28), "1mo", date(2026, 2, 27)),
        (date(2026, 1, 5), "5bd", date(2026, 1, 9)),
        (date(2026, 1, 5), "6bd", date(2026, 1, 12)),
        (date(2026, 1, 3), "1bd", date(2026, 1, 5)),
        (date(2026, 1, 8), "3bd", date(2026, 1, 12)),
    ];
    for (start, text, end) in table {
        assert_eq!(weekdays.end_of(start, duration(text)), Some(end), "{start} {text}");
    }
    assert_eq!(weekdays.end_of(date(2026, 1, 5), duration("0d")), None);
    assert_eq!(weekdays.end_of(date(2999, 12, 31), duration("2d")), None);
    assert_eq!(weekdays.end_of(date(2026, 1, 5), duration("4000000000w")), None);
    let none = Calendar::built_in(BuiltIn::None);
    assert_eq!(none.end_of(date(2026, 1, 3), duration("5bd")), Some(date(2026, 1, 7)));
}

#[test]
fn lags_move_both_ways() {
    let weekdays = Calendar::built_in(BuiltIn::Weekdays);
    let lag = |text: &str, negative| Lag { duration: duration(text), negative };
    assert_eq!(weekdays.shift(date(2026, 1, 9), lag("3d", false)), Some(date(2026, 1, 12)));
    assert_eq!(weekdays.shift(date(2026, 1, 12), lag("2bd", true)), Some(date(2026, 1, 8)));
    assert_eq!(weekdays.shift(date(2026, 1, 9), lag("0d", false)), Some(date(2026, 1, 9)));
    assert_eq!(weekdays.shift(date(1900, 1, 1), lag("1d", true)), None);
}

/// The free weekdays of a year with their names.
fn free_weekdays(calendar: &Calendar, year: i16) -> String {
    let mut out = Vec::new();
    let mut day = date(year, 1, 1);
    while day.year() == year {
        if !calendar.is_working(day) && !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            out.push(format!("{day} {}", render(calendar.holiday_name(day).unwrap(), Locale::Vi)));
        }
        day = day.tomorrow().unwrap();
    }
    out.join("\n")
}

#[test]
fn vietnam_is_free_on_its_holidays() {
    let vn = Calendar::built_in(BuiltIn::Vietnam);
    let years: Vec<String> = [2026, 2028].into_iter().map(|year| free_weekdays(&vn, year)).collect();
    insta::assert_snapshot!(years.join("\n\n"));
    // Tết and the Hùng Kings' day of every year that the method names.
    for (year, month, day) in
        [(2027, 2, 8), (2027, 4, 16), (2029, 2, 13), (2030, 2, 4), (2031, 1, 23), (2032, 2, 11)]
    {
        assert!(!vn.is_working(date(year, month, day)));
    }
    assert!(vn.is_working(date(2026, 1, 2)));
}

#[test]
fn every_year_from_2024_to_2035_has_its_eleven_free_days() {
    let vn = Calendar::built_in(BuiltIn::Vietnam);
    for year in 2024..=2035 {
        let days = DateRange { start: date(year, 1, 1), end: date(year, 12, 31) };
        let weekdays = Calendar::built_in(BuiltIn::Weekdays).working_days(days);
        assert_eq!(weekdays - vn.working_days(days), 11, "{year}");
    }
}

#[test]
fn a_plan_adds_holidays_and_workdays() {
    let office = CalendarBuilder::like(BuiltIn::Vietnam)
        .holiday(
            DateRange { start: date(2026, 7, 10), end: date(2026, 7, 13) },
            Message::verbatim("Du lịch công ty"),
        )
        .workday(DateRange { start: date(2026, 8, 22), end: date(2026, 8, 22) })
        .build();
    assert!(!office.is_working(date(2026, 7, 10)));
    assert_eq!(office.next_working(date(2026, 7, 10)), Some(date(2026, 7, 14)));
    assert_eq!(office.previous_working(date(2026, 7, 13)), Some(date(2026, 7, 9)));
    assert!(office.is_working(date(2026, 8, 22)));
    assert_eq!(render(office.holiday_name(date(2026, 7, 12)).unwrap(), Locale::Vi), "Du lịch công ty");
    assert_eq!(office.holiday_name(date(2026, 7, 14)), None);
    let six_days = CalendarBuilder::like(BuiltIn::Vietnam).weekend(vec![Weekday::Sunday]).build();
    assert!(six_days.is_working(date(2026, 1, 3)));
    // Saturday is worked, so a holiday on it is not lost: no day off in lieu.
    assert!(six_days.is_working(date(2027, 5, 3)));
    let never = CalendarBuilder::default().weekend(Weekday::Monday.cycle_forward().take(7).collect()).build();
    assert_eq!(never.next_working(date(2026, 1, 1)), None);
    assert_eq!(never.end_of(date(2026, 1, 1), duration("1bd")), None);
}

/// The free weekdays of Tết and of the first days of September, as they were decided each year.
#[test]
fn decided_days_are_kept() {
    let vn = Calendar::built_in(BuiltIn::Vietnam);
    let decided = [
        (date(2021, 2, 10), date(2021, 2, 16), date(2021, 9, 2), date(2021, 9, 3)),
        (date(2022, 1, 31), date(2022, 2, 4), date(2022, 9, 1), date(2022, 9, 2)),
        (date(2023, 1, 20), date(2023, 1, 26), date(2023, 9, 1), date(2023, 9, 4)),
        (date(2024, 2, 8), date(2024, 2, 14), date(2024, 9, 2), date(2024, 9, 3)),
        (date(2025, 1, 27), date(2025, 1, 31), date(2025, 9, 1), date(2025, 9, 2)),
        (date(2026, 2, 16), date(2026, 2, 20), date(2026, 9, 1), date(2026, 9, 2)),
    ];
    for (tet, tet_end, national, national_end) in decided {
        for (start, end) in [(tet, tet_end), (national, national_end)] {
            let days = DateRange { start, end };
            assert_eq!(vn.working_days(days), 0, "{start}");
            let weekday = |day: Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            assert!(weekday(start) && vn.is_working(before(start)) && vn.is_working(after(end)), "{start}");
            assert!(
                start
                    .series(jiff::Span::new().days(1))
                    .take_while(|day| *day <= end)
                    .all(|day| !vn.is_estimate(day))
            );
        }
    }
}

/// The last weekday before `day`.
fn before(day: Date) -> Date {
    Calendar::built_in(BuiltIn::Weekdays).previous_working(day.yesterday().unwrap()).unwrap()
}

/// The first weekday after `day`.
fn after(day: Date) -> Date {
    Calendar::built_in(BuiltIn::Weekdays).next_working(day.tomorrow().unwrap()).unwrap()
}

#[test]
fn what_the_government_has_yet_to_decide_is_an_estimate() {
    let vn = Calendar::built_in(BuiltIn::Vietnam);
    let table = [
        // Tết 2027 is on Saturday 6 February: sure, the days around it and the one in lieu are not.
        (date(2027, 2, 6), false),
        (date(2027, 2, 4), true),
        (date(2027, 2, 10), true),
        (date(2027, 9, 2), false),
        (date(2027, 9, 3), true),
        (date(2027, 4, 16), false),
        (date(2027, 4, 30), false),
        (date(2027, 5, 3), false),
        (date(2027, 3, 1), false),
    ];
    for (day, estimate) in table {
        assert_eq!(vn.is_estimate(day), estimate, "{day}");
    }
    let decided = CalendarBuilder::like(BuiltIn::Vietnam)
        .holiday(DateRange { start: date(2027, 2, 4), end: date(2027, 2, 4) }, Message::verbatim("Tết"))
        .build();
    assert!(!decided.is_estimate(date(2027, 2, 4)));
}

/// The rows of the calendar's documentation: Tết's first day, and the weekdays off for each group of holidays.
fn documented_row(vn: &Calendar, year: i16) -> String {
    let weekdays = Calendar::built_in(BuiltIn::Weekdays);
    let day = |day: Date| day.strftime("%m-%d").to_string();
    let off = |from: Date, to: Date| {
        let all = from.series(jiff::Span::new().days(1)).take_while(|day| *day <= to);
        let free: Vec<Date> = all.filter(|day| weekdays.is_working(*day) && !vn.is_working(*day)).collect();
        let mut out: Vec<String> = Vec::new();
        let mut rest = free.as_slice();
        while let [first, ..] = rest {
            let run = rest.iter().enumerate().take_while(|(at, day)| {
                weekdays.add_working_days(*first, i32::try_from(*at).unwrap()) == Some(**day)
            });
            let (run, others) = rest.split_at(run.count());
            let last = run.last().unwrap();
            let star = if run.iter().any(|day| vn.is_estimate(*day)) { " *" } else { "" };
            out.push(match run.len() {
                1 => format!("{}{star}", day(*first)),
                _ => format!("{} – {}{star}", day(*first), day(*last)),
            });
            rest = others;
        }
        out.join(", ")
    };
    let tet = super::lunar_new_year(year).unwrap();
    let kings = super::LunarDate { year, month: 3, leap: false, day: 10 }.to_solar().unwrap();
    format!(
        "| {year} | {} | {} | {} | {} | {} | {} |",
        off(date(year, 1, 1), date(year, 1, 5)),
        day(tet),
        off(date(year, 1, 10), date(year, 3, 10)),
        day(kings),
        off(date(year, 4, 1), date(year, 5, 10)),
        off(date(year, 8, 25), date(year, 9, 10)),
    )
}

#[test]
fn the_documentation_has_the_calendars_days() {
    let vn = Calendar::built_in(BuiltIn::Vietnam);
    let rows: Vec<String> = (2024..=2035).map(|year| documented_row(&vn, year)).collect();
    for path in ["docs/calendar.md", "docs/vi/calendar.md"] {
        #[allow(clippy::disallowed_methods, reason = "tests read the documentation")]
        let text = std::fs::read_to_string(format!("{}/../../{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let found: Vec<&str> = text.lines().filter(|line| line.starts_with("| 20")).collect();
        assert_eq!(found, rows, "{path} is to have the rows\n{}\n", rows.join("\n"));
    }
}

/// The dates that the method names.
#[test]
fn tet_and_the_hung_kings_day_fall_where_the_method_says() {
    let tet = [
        (2025, 1, 29),
        (2026, 2, 17),
        (2027, 2, 6),
        (2028, 1, 26),
        (2029, 2, 13),
        (2030, 2, 2),
        (2031, 1, 23),
        (2032, 2, 11),
    ];
    for (year, month, day) in tet {
        assert_eq!(super::lunar_new_year(year), Some(date(year, month, day)));
    }
    let kings = [(2026, 4, 26), (2027, 4, 16), (2028, 4, 4), (2029, 4, 23), (2030, 4, 12)];
    let mid_autumn = [(2026, 9, 25), (2027, 9, 15), (2028, 10, 3)];
    let of = |year, month, day| super::LunarDate { year, month, leap: false, day }.to_solar();
    for (year, month, day) in kings {
        assert_eq!(of(year, 3, 10), Some(date(year, month, day)));
    }
    for (year, month, day) in mid_autumn {
        assert_eq!(of(year, 8, 15), Some(date(year, month, day)));
    }
}

#[test]
fn every_public_holiday_of_the_labour_code_is_free_in_every_year() {
    let vn = Calendar::built_in(BuiltIn::Vietnam);
    for year in 2024..=2035 {
        let tet = super::lunar_new_year(year).unwrap();
        let kings = super::LunarDate { year, month: 3, leap: false, day: 10 }.to_solar().unwrap();
        for day in [date(year, 1, 1), tet, kings, date(year, 4, 30), date(year, 5, 1), date(year, 9, 2)] {
            assert!(!vn.is_working(day) && vn.holiday_name(day).is_some(), "{day}");
        }
    }
}

fn days() -> impl Strategy<Value = Date> {
    (2000_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn calendars() -> impl Strategy<Value = Calendar> {
    prop_oneof![Just(BuiltIn::Weekdays), Just(BuiltIn::None), Just(BuiltIn::Vietnam)]
        .prop_map(Calendar::built_in)
}

fn units() -> impl Strategy<Value = DurationUnit> {
    prop_oneof![
        Just(DurationUnit::Days),
        Just(DurationUnit::Weeks),
        Just(DurationUnit::Months),
        Just(DurationUnit::WorkingDays),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn adding_and_taking_away_working_days_are_inverse(calendar in calendars(), day in days(), count in 1_i32..400) {
        let start = calendar.next_working(day).unwrap();
        let end = calendar.add_working_days(start, count).unwrap();
        prop_assert!(calendar.is_working(end));
        prop_assert_eq!(calendar.add_working_days(end, -count), Some(start));
        prop_assert_eq!(calendar.working_days(DateRange { start, end }), count.unsigned_abs() + 1);
    }

    #[test]
    fn counting_agrees_with_asking_day_by_day(calendar in calendars(), start in days(), length in 0_i32..200) {
        let end = super::add_days(start, length).unwrap();
        let worked = start.series(jiff::Span::new().days(1)).take_while(|day| *day <= end).filter(|day| calendar.is_working(*day));
        prop_assert_eq!(calendar.working_days(DateRange { start, end }) as usize, worked.count());
    }

    #[test]
    fn the_latest_start_ends_in_time_and_the_next_day_does_not(
        calendar in calendars(), end in days(), count in 1_u32..60, unit in units(),
    ) {
        let duration = Duration { count, unit };
        let start = calendar.start_of(end, duration).unwrap();
        prop_assert!(calendar.end_of(start, duration).unwrap() <= end);
        prop_assert!(calendar.end_of(start.tomorrow().unwrap(), duration).unwrap() > end);
    }

    #[test]
    fn a_lag_moves_the_latest_day_in_time_and_the_next_one_not(
        calendar in calendars(), day in days(), count in 0_u32..60, unit in units(), negative: bool,
    ) {
        let lag = Lag { duration: Duration { count, unit }, negative };
        let latest = calendar.shift_back(day, lag).unwrap();
        prop_assert!(calendar.shift(latest, lag).unwrap() <= day);
        prop_assert!(calendar.shift(latest.tomorrow().unwrap(), lag).unwrap() > day);
    }

    #[test]
    fn later_starts_never_end_earlier(calendar in calendars(), start in days(), count in 1_u32..60, unit in units()) {
        let duration = Duration { count, unit };
        let end = calendar.end_of(start, duration).unwrap();
        prop_assert!(end >= start);
        prop_assert!(calendar.end_of(start.tomorrow().unwrap(), duration).unwrap() >= end);
    }
}
