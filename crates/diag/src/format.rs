//! Numbers, money and dates as each language writes them (CLDR's `vi` and `en`).

use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::Locale;

/// `1234.5` as `1.234,5` (vi) or `1,234.5` (en), with a true minus sign and no trailing zeros.
#[must_use]
pub fn format_decimal(value: Decimal, locale: Locale) -> String {
    let (group, point) = match locale {
        Locale::Vi => ('.', ','),
        Locale::En => (',', '.'),
    };
    let value = value.normalize();
    let digits = value.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut out = String::with_capacity(digits.len() * 2);
    if value.is_sign_negative() && !value.is_zero() {
        out.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// A percent, at most one digit behind the point: `12,1%`.
#[must_use]
pub fn format_percent(value: Decimal, locale: Locale) -> String {
    format!("{}%", format_decimal(round(value, 1), locale))
}

/// An amount in full: `300.000.000 ₫`, `4,500 USD`.
#[must_use]
pub fn format_money(value: Decimal, currency: &str, locale: Locale) -> String {
    format!("{}\u{a0}{}", format_decimal(round(value, minor_digits(currency)), locale), symbol(currency))
}

/// An amount for a card: `1,5 tỷ ₫`, `300 triệu ₫`, `4.5K USD`; at most two digits behind the point.
#[must_use]
pub fn format_money_short(value: Decimal, currency: &str, locale: Locale) -> String {
    let steps: &[(i64, &str)] = match locale {
        Locale::Vi => &[(1_000_000_000, " tỷ"), (1_000_000, " triệu"), (1_000, " nghìn")],
        Locale::En => &[(1_000_000_000, "B"), (1_000_000, "M"), (1_000, "K")],
    };
    for &(size, word) in steps {
        let size = Decimal::from(size);
        if value.abs() >= size {
            let shown = format_decimal(round(value / size, 2), locale);
            return format!("{shown}{}\u{a0}{}", word.replace(' ', "\u{a0}"), symbol(currency));
        }
    }
    format_money(value, currency, locale)
}

/// `15/02/2026` (vi) or `15 Feb 2026` (en).
#[must_use]
pub fn format_date(date: Date, locale: Locale) -> String {
    match locale {
        Locale::Vi => format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
        Locale::En => format!("{} {} {:04}", date.day(), month_en(date.month()), date.year()),
    }
}

/// A date inside a year that everybody knows: `15/02` (vi) or `15 Feb` (en).
#[must_use]
pub fn format_date_short(date: Date, locale: Locale) -> String {
    match locale {
        Locale::Vi => format!("{:02}/{:02}", date.day(), date.month()),
        Locale::En => format!("{} {}", date.day(), month_en(date.month())),
    }
}

fn month_en(month: i8) -> &'static str {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or("?")
}

fn round(value: Decimal, digits: u32) -> Decimal {
    value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
}

/// Digits behind the point that ISO 4217 gives the currency, for those that have none; 2 for the rest.
fn minor_digits(currency: &str) -> u32 {
    match currency {
        "VND" | "JPY" | "KRW" | "CLP" | "ISK" | "PYG" | "UGX" | "XAF" | "XOF" => 0,
        _ => 2,
    }
}

fn symbol(currency: &str) -> &str {
    match currency {
        "VND" => "₫",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn numbers_take_the_readers_marks() {
        let value = Decimal::new(123_456_750, 2);
        assert_eq!(format_decimal(value, Locale::Vi), "1.234.567,5");
        assert_eq!(format_decimal(value, Locale::En), "1,234,567.5");
        assert_eq!(format_decimal(Decimal::from(-999), Locale::Vi), "−999");
        assert_eq!(format_decimal(Decimal::ZERO, Locale::En), "0");
    }

    #[test]
    fn money_is_whole_where_the_currency_has_no_minor_unit() {
        assert_eq!(format_money(Decimal::new(3_000_000_004, 1), "VND", Locale::Vi), "300.000.000\u{a0}₫");
        assert_eq!(format_money(Decimal::new(450_050, 2), "USD", Locale::En), "4,500.5\u{a0}USD");
        assert_eq!(
            format_money_short(Decimal::from(1_500_000_000_i64), "VND", Locale::Vi),
            "1,5\u{a0}tỷ\u{a0}₫"
        );
        assert_eq!(format_money_short(Decimal::from(999), "VND", Locale::Vi), "999\u{a0}₫");
    }

    #[test]
    fn dates_read_as_people_write_them() {
        assert_eq!(format_date(date(2026, 2, 5), Locale::Vi), "05/02/2026");
        assert_eq!(format_date(date(2026, 2, 5), Locale::En), "5 Feb 2026");
        assert_eq!(format_date_short(date(2026, 12, 31), Locale::Vi), "31/12");
    }
}
