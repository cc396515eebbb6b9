//! Dates, periods, durations and numbers, spelled out.

use jiff::civil::Date;
use roadmap_db::Analysis;
use roadmap_diag::{Locale, Message, format_date, format_decimal, format_money, format_percent, render};
use roadmap_schema::Form;
use roadmap_sema::hir::{HirStmt, Value, When};
use roadmap_sema::model::Model;
use roadmap_sema::value::{
    AtomContext, AtomKind, Currency, DateRange, Duration, DurationUnit, Period, atoms,
};
use roadmap_syntax::{Token, TokenKind};

use super::Hover;
use crate::Cursor;
use crate::card;

/// What the value under the cursor is in full.
pub(super) fn hover(
    analysis: &Analysis,
    cursor: &Cursor<'_>,
    stmt: &HirStmt,
    token: Token<'_>,
    locale: Locale,
) -> Option<Hover> {
    let model = &*analysis.model;
    let mut tokens = cursor.tree.tokens().filter(|token| token.kind == TokenKind::Word);
    let is_currency = Currency::parse(token.text).is_some();
    let (token, next) = if is_currency {
        let before = tokens.take_while(|before| before.range.start < token.range.start).last()?;
        (before, Some(token))
    } else {
        let next = tokens.find(|next| next.range.start > token.range.start);
        (token, next.filter(|next| is_beside(cursor, token, *next)))
    };
    let currency = next.and_then(|next| Currency::parse(next.text));
    let (values, _) = atoms(&[token], &AtomContext::default());
    let kind = &values.first().filter(|_| values.len() == 1)?.kind;
    let mut range = token.range;
    let text = match kind {
        AtomKind::Date(date) => day(model, *date, locale),
        AtomKind::Period(found) => period(model, *found, locale),
        AtomKind::Number(number) => match number.as_period().filter(|_| is_period(cursor, stmt, token)) {
            Some(found) => period(model, found, locale),
            None => match currency {
                Some(currency) => {
                    range = range.cover(next?.range);
                    format_money(number.value, currency.code(), locale)
                }
                None if takes_money(stmt) => format_money(number.value, model.plan.currency.code(), locale),
                // A number that is written out needs no spelling.
                None if token.text.chars().all(|c| c.is_ascii_digit()) && token.text.len() < 4 => {
                    return None;
                }
                None => format_decimal(number.value, locale),
            },
        },
        AtomKind::Percent { value, signed: false } => format_percent(*value, locale),
        AtomKind::Duration(found) => duration(*found, locale),
        AtomKind::Lag(lag) => duration(lag.duration, locale),
        _ => return None,
    };
    Some(Hover { range: cursor.in_file(range), text })
}

/// Whether nothing but blanks stands between two words.
fn is_beside(cursor: &Cursor<'_>, token: Token<'_>, next: Token<'_>) -> bool {
    let gap = roadmap_diag::TextRange::new(token.range.end, next.range.start);
    cursor.tree.slice(gap).chars().all(|c| matches!(c, ' ' | '\t'))
}

fn takes_money(stmt: &HirStmt) -> bool {
    stmt.row.is_some_and(|row| row.slots.iter().any(|slot| slot.form == Form::Money))
}

/// Whether a bare number stands where the language reads it as a year.
fn is_period(cursor: &Cursor<'_>, stmt: &HirStmt, token: Token<'_>) -> bool {
    let mut values = cursor.hir.values_of(stmt).iter();
    values.any(|value| {
        value.range.contains_range(token.range)
            && matches!(value.value, Value::When(When::Period(_) | When::Range(..)))
    })
}

/// The day of the week, the ISO week, whether it is worked, and how far it is.
fn day(model: &Model, date: Date, locale: Locale) -> String {
    let message = Message::new("ide-hover-day")
        .with("weekday", card::weekday(date, locale))
        .with("date", date)
        .with("week", i64::from(date.iso_week_date().week()))
        .with("away", card::away(date, model.today));
    let mut out = capital(&render(&message, locale));
    let calendar = &model.calendar;
    let free = match calendar.holiday_name(date) {
        Some(name) if !calendar.is_working(date) => {
            Some(Message::new("ide-hover-holiday").with("name", name.clone()))
        }
        None if !calendar.is_working(date) => Some(Message::new("ide-hover-free")),
        _ => None,
    };
    if let Some(free) = free {
        out.push_str(&format!("\n\n{}", render(&free, locale)));
        if calendar.is_estimate(date) {
            out.push_str(&format!(". {}", render(&Message::new("ide-hover-estimate"), locale)));
        }
    }
    out
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// First and last day, how many there are, and how many of them are worked.
fn period(model: &Model, period: Period, locale: Locale) -> String {
    let range: DateRange = period.date_range(model.plan.fiscal_year);
    let message = Message::new("ide-hover-period")
        .with("start", format_date(range.start, locale))
        .with("end", format_date(range.end, locale))
        .with("count", i64::from(range.days()))
        .with("working", i64::from(model.calendar.working_days(range)));
    render(&message, locale)
}

fn duration(duration: Duration, locale: Locale) -> String {
    let message = match duration.unit {
        DurationUnit::Days => "ide-duration.d",
        DurationUnit::Weeks => "ide-duration.w",
        DurationUnit::Months => "ide-duration.mo",
        DurationUnit::WorkingDays => "ide-duration.bd",
    };
    render(&Message::new(message).with("count", i64::from(duration.count)), locale)
}
