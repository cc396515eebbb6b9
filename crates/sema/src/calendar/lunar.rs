//! The Vietnamese lunar calendar, computed for the meridian of Hà Nội (UTC+7).
//!
//! The rules and the series for new moons and the sun's longitude are those that Hồ Ngọc Đức published in “Thuật toán tính
//! âm lịch” (<https://www.informatik.uni-leipzig.de/~duc/amlich/calrules.html>), after Jean Meeus, *Astronomical
//! Algorithms* (1998). Months begin on the day of the new moon; month 11 holds the winter solstice; where thirteen
//! months lie between two of those, the first without a major solar term is a leap month. Copying the Chinese
//! calendar would be wrong in some years: Tết 2030 is on 2 February in Vietnam, on 3 February in China.
//!
//! Astronomy is the one place of this crate with floating point; what leaves this file are whole days.

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// A day of the lunar calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LunarDate {
    /// The lunar year, named for the year in which most of it lies.
    pub year: i16,
    /// 1 to 12.
    pub month: i8,
    /// Whether the month repeats the one before.
    pub leap: bool,
    /// 1 to 30.
    pub day: i8,
}

/// Days from one new moon to the next, on average.
const SYNODIC_MONTH: f64 = 29.530_588_853;
/// The new moon of 1 January 1900, as a Julian date: the one that months are counted from.
const FIRST_NEW_MOON: f64 = 2_415_021.076_998_695;
/// The time zone as a part of a day.
const TIME_ZONE: f64 = 7.0 / 24.0;
/// The Julian day number of 1 January 1970.
const UNIX_EPOCH: i64 = 2_440_588;

impl LunarDate {
    /// The lunar day of a solar one.
    #[must_use]
    pub fn from_solar(solar: Date) -> Self {
        let day = julian_day(solar);
        let mut start = new_moon_day(month_number(day) + 1);
        if start > day {
            start = new_moon_day(month_number(day));
        }
        let year = solar.year();
        let this_eleventh = eleventh_month(year);
        let (eleventh, next_eleventh, lunar_year) = if this_eleventh >= start {
            (eleventh_month(year - 1), this_eleventh, year)
        } else {
            (this_eleventh, eleventh_month(year + 1), year + 1)
        };
        let passed = (start - eleventh) / 29;
        let mut month = passed + 11;
        let mut leap = false;
        if has_leap_month(eleventh, next_eleventh) {
            let leap_at = leap_month(eleventh);
            if passed >= leap_at {
                month -= 1;
                leap = passed == leap_at;
            }
        }
        if month > 12 {
            month -= 12;
        }
        let year = if month >= 11 && passed < 4 { lunar_year - 1 } else { lunar_year };
        Self { year, month: small(month), leap, day: small(day - start + 1) }
    }

    /// The solar day of a lunar one; `None` where that month is not a leap month.
    #[must_use]
    pub fn to_solar(self) -> Option<Date> {
        let first_year = if self.month < 11 { self.year - 1 } else { self.year };
        let eleventh = eleventh_month(first_year);
        let mut passed = (i64::from(self.month) - 11).rem_euclid(12);
        if has_leap_month(eleventh, eleventh_month(first_year + 1)) {
            let leap_at = leap_month(eleventh);
            let leap_name = (leap_at - 2).rem_euclid(12);
            if self.leap && i64::from(self.month).rem_euclid(12) != leap_name {
                return None;
            }
            if self.leap || passed >= leap_at {
                passed += 1;
            }
        } else if self.leap {
            return None;
        }
        let start = new_moon_day(nearest_month_number(eleventh) + passed);
        solar_day(start + i64::from(self.day) - 1)
    }
}

/// The first day of the lunar year: mùng 1 Tết.
#[must_use]
pub fn lunar_new_year(year: i16) -> Option<Date> {
    LunarDate { year, month: 1, leap: false, day: 1 }.to_solar()
}

fn julian_day(solar: Date) -> i64 {
    solar.duration_since(date(1970, 1, 1)).as_hours() / 24 + UNIX_EPOCH
}

fn solar_day(julian_day: i64) -> Option<Date> {
    date(1970, 1, 1).checked_add(i32::try_from(julian_day - UNIX_EPOCH).ok()?.days()).ok()
}

fn small(number: i64) -> i8 {
    i8::try_from(number).unwrap_or(i8::MAX)
}

/// The last new moon before a day, counted from the first; off by one near the ends of months.
fn month_number(julian_day: i64) -> i64 {
    ((julian_day as f64 - FIRST_NEW_MOON) / SYNODIC_MONTH).floor() as i64
}

/// The new moon nearest to a day.
fn nearest_month_number(julian_day: i64) -> i64 {
    ((julian_day as f64 - FIRST_NEW_MOON) / SYNODIC_MONTH + 0.5).floor() as i64
}

/// The first day of the month with the winter solstice of the solar year.
fn eleventh_month(year: i16) -> i64 {
    let last_day = julian_day(date(year, 12, 31));
    let number = ((last_day - 2_415_021) as f64 / SYNODIC_MONTH).floor() as i64;
    let start = new_moon_day(number);
    // Sector 9 begins at the solstice (270°): a month that starts behind it is the twelfth.
    if sun_sector(start) >= 9 { new_moon_day(number - 1) } else { start }
}

fn has_leap_month(eleventh: i64, next_eleventh: i64) -> bool {
    next_eleventh - eleventh > 365
}

/// Which month behind the eleventh is the leap month: the first in which the sun enters no sector.
fn leap_month(eleventh: i64) -> i64 {
    let first = nearest_month_number(eleventh);
    let sector = |month: i64| sun_sector(new_moon_day(first + month));
    (1..14).find(|month| sector(*month) == sector(month + 1)).unwrap_or(1)
}

/// The day of the new moon `number` months after the first, as a Julian day number at UTC+7.
fn new_moon_day(number: i64) -> i64 {
    (new_moon(number as f64) + 0.5 + TIME_ZONE).floor() as i64
}

/// The moment of the new moon `k` months after the first, as a Julian date (UT).
fn new_moon(k: f64) -> f64 {
    let t = k / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let sin = |degrees: f64| degrees.to_radians().sin();
    let mean = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * sin(166.56 + 132.87 * t - 0.009_173 * t2);
    let sun = 359.2242 + 29.105_356_08 * k - 0.000_033_3 * t2 - 0.000_003_47 * t3;
    let moon = 306.0253 + 385.816_918_06 * k + 0.010_730_6 * t2 + 0.000_012_36 * t3;
    let node = 21.2964 + 390.670_506_46 * k - 0.001_652_8 * t2 - 0.000_002_39 * t3;
    let correction = (0.1734 - 0.000_393 * t) * sin(sun) + 0.0021 * sin(2.0 * sun) - 0.4068 * sin(moon)
        + 0.0161 * sin(2.0 * moon)
        - 0.0004 * sin(3.0 * moon)
        + 0.0104 * sin(2.0 * node)
        - 0.0051 * sin(sun + moon)
        - 0.0074 * sin(sun - moon)
        + 0.0004 * sin(2.0 * node + sun)
        - 0.0004 * sin(2.0 * node - sun)
        - 0.0006 * sin(2.0 * node + moon)
        + 0.0010 * sin(2.0 * node - moon)
        + 0.0005 * sin(2.0 * moon + sun);
    // Terrestrial time runs ahead of the earth's rotation.
    let delta = if t < -11.0 {
        0.001 + 0.000_839 * t + 0.000_226_1 * t2 - 0.000_008_45 * t3 - 0.000_000_081 * t * t3
    } else {
        -0.000_278 + 0.000_265 * t + 0.000_262 * t2
    };
    mean + correction - delta
}

/// Which twelfth of its yearly path (0 at the spring equinox) the sun is in when the day begins at UTC+7.
fn sun_sector(julian_day: i64) -> i64 {
    let t = (julian_day as f64 - 0.5 - TIME_ZONE - 2_451_545.0) / 36_525.0;
    let (t2, t3) = (t * t, t * t * t);
    let sin = |degrees: f64| degrees.to_radians().sin();
    let anomaly = 357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t2 - 0.000_000_48 * t3;
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t2;
    let centre = (1.914_600 - 0.004_817 * t - 0.000_014 * t2) * sin(anomaly)
        + (0.019_993 - 0.000_101 * t) * sin(2.0 * anomaly)
        + 0.000_290 * sin(3.0 * anomaly);
    ((mean + centre).rem_euclid(360.0) / 30.0).floor() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tet_is_on_the_days_that_vietnam_celebrates() {
        let days = [
            date(2024, 2, 10),
            date(2025, 1, 29),
            date(2026, 2, 17),
            date(2027, 2, 6),
            date(2028, 1, 26),
            date(2029, 2, 13),
            date(2030, 2, 2),
            date(2031, 1, 23),
            date(2032, 2, 11),
            date(2033, 1, 31),
            date(2034, 2, 19),
            date(2035, 2, 8),
        ];
        for day in days {
            assert_eq!(lunar_new_year(day.year()), Some(day));
        }
        // Where the meridian decides: China celebrated a day, in 1985 a month, later.
        assert_eq!(lunar_new_year(1985), Some(date(1985, 1, 21)));
        assert_eq!(lunar_new_year(2007), Some(date(2007, 2, 17)));
    }

    #[test]
    fn lunar_feasts_fall_on_their_days() {
        let table = [
            (2026, 3, 10, date(2026, 4, 26)),
            (2027, 3, 10, date(2027, 4, 16)),
            (2028, 3, 10, date(2028, 4, 4)),
            (2029, 3, 10, date(2029, 4, 23)),
            (2030, 3, 10, date(2030, 4, 12)),
            (2024, 3, 10, date(2024, 4, 18)),
            (2025, 3, 10, date(2025, 4, 7)),
            (2026, 8, 15, date(2026, 9, 25)),
            (2027, 8, 15, date(2027, 9, 15)),
            (2028, 8, 15, date(2028, 10, 3)),
        ];
        for (year, month, day, solar) in table {
            assert_eq!(LunarDate { year, month, leap: false, day }.to_solar(), Some(solar));
        }
    }

    #[test]
    fn leap_months_repeat_the_month_before() {
        let leap = |year, month| LunarDate { year, month, leap: true, day: 1 };
        // 2033 has its leap month behind the eleventh, the rarest place; tables made by rule of thumb get it wrong.
        assert_eq!(leap(2033, 11).to_solar(), Some(date(2033, 12, 22)));
        assert_eq!(LunarDate::from_solar(date(2033, 12, 22)), leap(2033, 11));
        assert_eq!(leap(2025, 6).to_solar(), Some(date(2025, 7, 25)));
        assert_eq!(leap(2033, 7).to_solar(), None);
        assert_eq!(leap(2024, 3).to_solar(), None);
    }

    #[test]
    fn every_day_of_a_plan_goes_there_and_back() {
        let mut day = date(2020, 1, 1);
        while day < date(2045, 1, 1) {
            assert_eq!(LunarDate::from_solar(day).to_solar(), Some(day), "{day}");
            day = day.tomorrow().unwrap();
        }
    }
}
