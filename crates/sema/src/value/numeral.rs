//! Numbers as they are written: exact ones, and those that can be read in more than one way.

use std::fmt;

use roadmap_diag::Locale;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use super::date::{Period, parse_year, plain_digits};

/// A number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Number {
    /// Its value, suffix applied.
    pub value: Decimal,
    /// Whether it was written as digits alone, so that `2026` also reads as a year and `15` as a day.
    pub plain: bool,
    /// Whether a sign was written.
    pub signed: bool,
}

impl Number {
    /// The year that it also reads as.
    #[must_use]
    pub fn as_period(self) -> Option<Period> {
        if !self.plain {
            return None;
        }
        parse_year(&self.value.to_string()).map(Period::Year)
    }

    /// Whether it is written like a year that no plan may name.
    #[must_use]
    pub fn is_strange_year(self) -> bool {
        let years = Decimal::from(1_000)..Decimal::from(100_000);
        self.plain && years.contains(&self.value) && self.as_period().is_none()
    }

    /// The whole number that it is, where it is one.
    #[must_use]
    pub fn as_integer(self) -> Option<i64> {
        if !self.value.is_integer() {
            return None;
        }
        i64::try_from(self.value).ok()
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.plain {
            return self.value.fmt(f);
        }
        f.write_str(&write_decimal(self.value, self.signed))
    }
}

/// `value` as source: digits in groups of three, `+` where `signed`, and never a form that reads in two ways.
pub(super) fn write_decimal(value: Decimal, signed: bool) -> String {
    let value = value.normalize();
    let sign = match value.is_sign_negative() && !value.is_zero() {
        true => "-",
        false if signed => "+",
        false => "",
    };
    let digits = value.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    format!("{sign}{}", join(whole, fraction))
}

/// `1234` and `5` as `1_234.5`; a fraction of three digits behind a short number gets a zero (`1.2340`).
fn join(whole: &str, fraction: &str) -> String {
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let mut out = String::with_capacity(whole.len() + fraction.len() + 8);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
        if is_group(fraction) && can_lead_groups(whole) {
            out.push('0');
        }
    }
    out
}

/// How the digits of a number read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Body {
    /// In one way.
    Exact(Decimal),
    /// Not at all as they stand; each is a way to write what may be meant, the likeliest first.
    Unclear(Vec<String>),
    /// Too many digits to count with exactly.
    TooLarge,
    /// No number.
    Garbage,
}

impl Body {
    /// Reads digits with `_`, `.` and `,` between them.
    pub(super) fn parse(text: &str, lang: Option<Locale>) -> Self {
        if text.ends_with(['.', ',']) {
            return Self::Garbage;
        }
        let commas: Vec<&str> = text.split(',').collect();
        let dots: Vec<&str> = text.split('.').collect();
        match (commas.as_slice(), dots.as_slice()) {
            ([_], [whole]) => exact(whole, ""),
            ([_], [whole, fraction]) if can_lead_groups(whole) && is_group(fraction) => {
                Self::two_ways(whole, fraction, lang != Some(Locale::En))
            }
            ([_], [whole, fraction]) => exact(whole, fraction),
            ([whole, fraction], [_]) if can_lead_groups(whole) && is_group(fraction) => {
                Self::two_ways(whole, fraction, lang != Some(Locale::Vi))
            }
            ([whole, fraction], [_]) => one_way(whole, fraction),
            ([_], groups) | (groups, [_]) if are_groups(groups) => one_way(&groups.concat(), ""),
            // `1.234,5` and `1,234.5`: the mark that stands last and once is the decimal one.
            ([whole, fraction], [first, .., last]) if last.contains(',') => {
                mixed(whole, '.', fraction, first)
            }
            ([first, .., last], [whole, fraction]) if last.contains('.') => {
                mixed(whole, ',', fraction, first)
            }
            _ => Self::Garbage,
        }
    }

    fn two_ways(whole: &str, fraction: &str, group_first: bool) -> Self {
        let mut readings = vec![join(&format!("{whole}{fraction}"), ""), join(whole, fraction)];
        if !group_first {
            readings.reverse();
        }
        Self::Unclear(readings)
    }
}

/// The ways to write the numbers that `body` may be: one for an exact one, as it stands.
pub(super) fn readings(body: &str, lang: Option<Locale>) -> Option<Vec<String>> {
    match Body::parse(body, lang) {
        Body::Exact(_) => Some(vec![body.to_owned()]),
        Body::Unclear(readings) => Some(readings),
        Body::TooLarge | Body::Garbage => None,
    }
}

/// `1` and `5` of `1tr5` as `1.5`.
pub(super) fn colloquial(whole: &str, tail: &str) -> Option<String> {
    Some(join(plain_digits(whole)?, plain_digits(tail)?))
}

/// `source`, a way to write a number, times `factor`.
pub(super) fn times(source: &str, factor: u32) -> Option<String> {
    if factor == 1 {
        return Some(source.to_owned());
    }
    let Body::Exact(value) = Body::parse(source, None) else { return None };
    Some(write_decimal(value.checked_mul(Decimal::from(factor))?, false))
}

/// The ASCII digit that `character`, a digit of any script or width, stands for.
pub(super) fn digit(character: char) -> Option<char> {
    character.to_string().nfkc().next().filter(char::is_ascii_digit)
}

/// `value` times ten to the power `exponent`, exactly, where it stays within what plans count with.
pub(super) fn scale(value: Decimal, exponent: u32) -> Option<Decimal> {
    let kept = value.scale().saturating_sub(exponent);
    let missing = exponent.saturating_sub(value.scale());
    let mantissa = value.mantissa().checked_mul(10_i128.checked_pow(missing)?)?;
    let scaled = Decimal::try_from_i128_with_scale(mantissa, kept).ok()?;
    (scaled.abs() < largest()).then_some(scaled)
}

/// What every number stays below: 10^18, so that products of an amount and a percent are exact too.
fn largest() -> Decimal {
    Decimal::from(1_000_000_000_000_000_000_i64)
}

fn exact(whole: &str, fraction: &str) -> Body {
    /// Digits behind the point that are kept exactly.
    const FINEST: usize = 9;
    if !is_number(whole) || !(fraction.is_empty() || is_number(fraction)) {
        return Body::Garbage;
    }
    let mut digits: String =
        whole.chars().chain(['.']).chain(fraction.chars()).filter(|c| *c != '_').collect();
    while digits.ends_with(['0', '.']) && digits.contains('.') {
        digits.pop();
    }
    let finest = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let value = Decimal::from_str_exact(if digits.is_empty() { "0" } else { &digits });
    match value.ok().filter(|value| *value < largest() && finest <= FINEST) {
        Some(value) => Body::Exact(value),
        None => Body::TooLarge,
    }
}

fn one_way(whole: &str, fraction: &str) -> Body {
    match exact(whole, fraction) {
        Body::Exact(_) => {
            let digits = |text: &str| text.replace('_', "");
            Body::Unclear(vec![join(&digits(whole), &digits(fraction))])
        }
        other => other,
    }
}

fn mixed(whole: &str, mark: char, fraction: &str, first: &str) -> Body {
    let groups: Vec<&str> = whole.split(mark).collect();
    if are_groups(&groups) && can_lead_groups(first) && plain_digits(fraction).is_some() {
        one_way(&groups.concat(), fraction)
    } else {
        Body::Garbage
    }
}

/// Whether `text` is digits with single `_` between them.
fn is_number(text: &str) -> bool {
    text.split('_').all(|group| plain_digits(group).is_some())
}

/// Whether `text` can stand before groups of three: one to three digits, and not a leading zero.
fn can_lead_groups(text: &str) -> bool {
    text.len() <= 3 && !text.starts_with('0') && plain_digits(text).is_some()
}

fn is_group(text: &str) -> bool {
    text.len() == 3 && plain_digits(text).is_some()
}

/// Whether `groups` are a number in groups of three, at least two of them.
fn are_groups(groups: &[&str]) -> bool {
    match groups {
        [first, rest @ ..] => {
            can_lead_groups(first) && !rest.is_empty() && rest.iter().all(|group| is_group(group))
        }
        [] => false,
    }
}
