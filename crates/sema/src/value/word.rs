//! One word: a name, a path, or what starts with a digit.

use unicode_ident::{is_xid_continue, is_xid_start};
use unicode_normalization::UnicodeNormalization;

use super::error::{Problem, Wording, wording};
use super::numeral::{Body, colloquial, readings, scale, times};
use super::units::{Spelling, Suffix, spellings, split_currency};
use super::{AtomContext, AtomKind, Duration, Lag, Number, date_form};
use crate::names::normalize;

const AMBIGUOUS: &str = "text/number-ambiguous";
const INVALID: &str = "value/number-invalid";

/// Longer words are looked at once, not taken apart in every possible way, in bytes.
const LONGEST_TAKEN_APART: usize = 64;

/// A number in its parts: `+`, `1.5`, `tỷ`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numeral<'t> {
    /// `+`, `-` or nothing.
    pub(super) sign: &'t str,
    /// Digits with `_` and `.` between them.
    pub(super) body: &'t str,
    /// All behind.
    pub(super) suffix: &'t str,
}

impl<'t> Numeral<'t> {
    /// The parts of a word that starts with a digit, or a sign and a digit.
    pub(super) fn split(word: &'t str) -> Option<Self> {
        let unsigned = word.strip_prefix(['+', '-']).unwrap_or(word);
        let sign = word.get(..word.len() - unsigned.len())?;
        if !unsigned.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let end =
            unsigned.find(|c: char| !c.is_ascii_digit() && !matches!(c, '_' | '.')).unwrap_or(unsigned.len());
        let (body, suffix) = unsigned.split_at_checked(end)?;
        Some(Self { sign, body, suffix })
    }
}

/// What the word `text`, in NFC, is.
pub(super) fn read(text: &str, ctx: &AtomContext) -> Result<AtomKind, Problem> {
    if let Some(date) = date_form::read(text, ctx) {
        return date;
    }
    match Numeral::split(text) {
        Some(numeral) if numeral.suffix.contains('-') => Err(joined(text, ctx)),
        Some(numeral) => read_numeral(numeral, text, ctx),
        None => read_name(text),
    }
}

/// What a number is, given in its parts (whose body may hold commas) and as `written`.
pub(super) fn read_numeral(
    numeral: Numeral<'_>,
    written: &str,
    ctx: &AtomContext,
) -> Result<AtomKind, Problem> {
    let Numeral { sign, body, suffix } = numeral;
    if let Some(kind) = known(numeral) {
        return kind.map_err(|wording| Problem::new(INVALID, wording, written));
    }
    if let Some((suffix, currency)) = split_currency(suffix) {
        return Err(money_problem(Numeral { suffix, ..numeral }, currency, written, ctx));
    }
    if let Some(text) = pieced(body, suffix) {
        return Err(one_reading(written, format!("{sign}{text}")));
    }
    let units = spellings(suffix, false, ctx.lang);
    if suffix.is_empty() || !units.is_empty() {
        let texts = ways(sign, body, &units, ctx);
        return Err(match texts.as_slice() {
            [] => whole_or_garbage(body, &units, written),
            [only] if !matches!(Body::parse(body, ctx.lang), Body::Exact(_)) => {
                let problem = one_reading(written, only.clone());
                match listed(body, suffix) {
                    Some(list) => problem.fix(format!("{sign}{list}"), false),
                    None => problem,
                }
            }
            [_] => unit_suffix(written, texts),
            [first, second, ..] => Problem::new(AMBIGUOUS, wording!("text-number-ambiguous"), written)
                .with("first", first.clone())
                .with("second", second.clone())
                .fixes(texts, false),
        });
    }
    Err(Problem::new(INVALID, wording!("value-number-invalid"), written))
}

/// The value of a number that is written as it should be, or what is wrong with its size; `None` for any other form.
fn known(numeral: Numeral<'_>) -> Option<Result<AtomKind, Wording>> {
    let Numeral { sign, body, suffix } = numeral;
    let suffix = Suffix::parse(suffix)?;
    let value = match Body::parse(body, None) {
        Body::Exact(value) => value,
        Body::TooLarge => return Some(Err(wording!("value-number-large"))),
        Body::Unclear(_) | Body::Garbage => return None,
    };
    let signed = !sign.is_empty();
    let with_sign = if sign == "-" { -value } else { value };
    Some(match suffix {
        Suffix::Percent => Ok(AtomKind::Percent { value: with_sign, signed }),
        Suffix::Points => Ok(AtomKind::Points { value: with_sign, signed }),
        Suffix::Scale(exponent) => match scale(with_sign, exponent) {
            Some(value) => {
                let plain = exponent == 0 && !signed && body.bytes().all(|byte| byte.is_ascii_digit());
                Ok(AtomKind::Number(Number { value, plain, signed }))
            }
            None => Err(wording!("value-number-large")),
        },
        Suffix::Duration(_) if !value.is_integer() => Err(wording!("value-duration-whole")),
        Suffix::Duration(_) if value.is_zero() && !signed => Err(wording!("value-duration-zero")),
        Suffix::Duration(unit) => match u32::try_from(value) {
            Ok(count) if signed => {
                Ok(AtomKind::Lag(Lag { duration: Duration { count, unit }, negative: sign == "-" }))
            }
            Ok(count) => Ok(AtomKind::Duration(Duration { count, unit })),
            Err(_) => Err(wording!("value-number-large")),
        },
    })
}

/// The ways to write `body` with one of `units`; only those that can be read.
pub(super) fn ways(sign: &str, body: &str, units: &[Spelling], ctx: &AtomContext) -> Vec<String> {
    let plain = [(1, "")];
    let units = if units.is_empty() { plain.as_slice() } else { units };
    let mut texts = Vec::new();
    for source in readings(body, ctx.lang).unwrap_or_default() {
        for (factor, suffix) in units {
            let text = times(&source, *factor).map(|number| format!("{sign}{number}{suffix}"));
            texts.extend(
                text.filter(|text| Numeral::split(text).and_then(known).is_some_and(|kind| kind.is_ok())),
            );
        }
    }
    texts
}

/// `1tr5`, `2k5`: the digits behind the unit go on where the unit's point would stand.
fn pieced(body: &str, suffix: &str) -> Option<String> {
    let digits_at = suffix.find(|c: char| c.is_ascii_digit())?;
    let (unit, tail) = suffix.split_at_checked(digits_at)?;
    let unit = match Suffix::parse(unit) {
        Some(Suffix::Scale(exponent)) if exponent > 0 => unit,
        _ => spellings(unit, false, None).first().filter(|(factor, _)| *factor == 1)?.1,
    };
    let text = format!("{}{unit}", colloquial(body, tail)?);
    Numeral::split(&text).and_then(known)?.is_ok().then_some(text)
}

/// `1,5` as a list of two, where it can be one.
fn listed(body: &str, suffix: &str) -> Option<String> {
    let list = suffix.is_empty() && body.contains(',') && !body.contains('.');
    let grouped = body.rsplit(',').next().is_some_and(|last| last.len() == 3);
    (list && !grouped).then(|| body.split(',').collect::<Vec<_>>().join(", "))
}

fn one_reading(written: &str, text: String) -> Problem {
    // A comma may as well separate the values of a list.
    let safe = !written.contains(',');
    Problem::new(AMBIGUOUS, wording!("text-number-form"), written).with("text", text.clone()).fix(text, safe)
}

fn unit_suffix(written: &str, texts: Vec<String>) -> Problem {
    let text = texts.first().cloned().unwrap_or_default();
    Problem::new(INVALID, wording!("value-number-unit"), written).with("text", text).fixes(texts, true)
}

fn whole_or_garbage(body: &str, units: &[Spelling], written: &str) -> Problem {
    let wording = match Body::parse(body, None) {
        Body::TooLarge => wording!("value-number-large"),
        Body::Garbage if body.contains(',') => {
            let list = body.split(',').collect::<Vec<_>>().join(", ");
            return Problem::new(AMBIGUOUS, wording!("text-number-list"), written)
                .with("text", list.clone())
                .fix(list, false);
        }
        Body::Garbage => wording!("value-number-invalid"),
        _ if units.is_empty() => wording!("value-number-invalid"),
        _ => wording!("value-duration-whole"),
    };
    Problem::new(INVALID, wording, written)
}

/// An amount whose currency is glued to it or stands before it; `numeral` is the amount without it.
pub(super) fn money_problem(
    numeral: Numeral<'_>,
    currency: &'static str,
    written: &str,
    ctx: &AtomContext,
) -> Problem {
    let units = spellings(numeral.suffix, false, ctx.lang);
    let texts = ways(numeral.sign, numeral.body, &units, ctx);
    let texts = texts.into_iter().map(|text| format!("{text} {currency}")).collect();
    Problem::new("value/currency-spelling", wording!("value-currency-spelling"), written)
        .with("text", currency)
        .fixes(texts, true)
}

/// `2-4`, `2026-01-05-2026-02-15`: a range written with one dash.
fn joined(text: &str, ctx: &AtomContext) -> Problem {
    if text.len() <= LONGEST_TAKEN_APART {
        let dashes = text.char_indices().filter(|(at, c)| *c == '-' && *at > 0);
        for (at, _) in dashes {
            let (Some(left), Some(right)) = (text.get(..at), text.get(at + 1..)) else { continue };
            let Some((left_kind, right_kind)) = scalar(left, ctx).zip(scalar(right, ctx)) else { continue };
            let range = format!("{left}..{right}");
            let problem = Problem::new(INVALID, wording!("value-range-form"), text)
                .with("text", range.clone())
                .fix(range, false);
            return match (left_kind, right_kind) {
                (AtomKind::Number(_), AtomKind::Number(_)) => problem.fix(format!("{left} - {right}"), false),
                _ => problem,
            };
        }
    }
    Problem::new(INVALID, wording!("value-number-invalid"), text)
}

/// The value of `text` where it can be an end of a range.
fn scalar(text: &str, ctx: &AtomContext) -> Option<AtomKind> {
    if let Some(date) = date_form::read(text, ctx) {
        return date.ok();
    }
    Numeral::split(text).filter(|numeral| numeral.sign.is_empty()).and_then(known)?.ok()
}

fn read_name(text: &str) -> Result<AtomKind, Problem> {
    let mut names = text.split('.').map(|segment| is_identifier(segment).then(|| normalize(segment)));
    if let Some(names) = names.by_ref().collect::<Option<Vec<_>>>() {
        return Ok(match <[_; 1]>::try_from(names) {
            Ok([name]) => AtomKind::Name(name),
            Err(names) => AtomKind::Path(names.into()),
        });
    }
    let mend = mended(text);
    let mut problem = match mend.is_empty() {
        true => Problem::new("value/name-invalid", wording!("value-name-characters"), text),
        false => Problem::new("value/name-invalid", wording!("value-name-invalid"), text)
            .with("text", mend.clone()),
    };
    if !mend.is_empty() {
        problem = problem.fix(mend, false);
    }
    // `spend-leads` may be a difference as well.
    match text.split_once('-') {
        Some((left, right)) if is_identifier(left) && is_identifier(right) => {
            Err(problem.fix(format!("{left} - {right}"), false))
        }
        _ => Err(problem),
    }
}

/// `text` with `_` for what no name has; empty where nothing of it can stay.
fn mended(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, segment) in text.nfc().collect::<String>().split('.').enumerate() {
        if index > 0 {
            out.push('.');
        }
        let clean: String = segment.chars().map(|c| if is_xid_continue(c) { c } else { '_' }).collect();
        if !clean.starts_with(|c: char| is_xid_start(c) || c == '_') {
            out.push('_');
        }
        out.push_str(&clean);
    }
    if out.chars().all(|c| matches!(c, '_' | '.')) { String::new() } else { out }
}

/// Whether `text` is an identifier: XID and `_`.
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|c| is_xid_start(c) || c == '_') && characters.all(is_xid_continue)
}
