//! Characters that word processors, phones and chats put in the place of those that can be typed.

use super::error::{Problem, wording};
use super::units::split_currency;
use super::word::{self, Numeral};
use super::{AtomContext, Op, date_form, numeral};

const INVALID: &str = "value/character-invalid";

/// The closing mark of a quotation that `text` opens.
pub(super) fn closing_mark(text: &str) -> Option<char> {
    match text.chars().next()? {
        '“' | '„' | '”' => Some('”'),
        '‘' => Some('’'),
        '«' => Some('»'),
        same @ ('\'' | '`') => Some(same),
        _ => None,
    }
}

/// The problem with `text`, words without blanks between them that hold characters no value has.
pub(super) fn problem(text: &str, ctx: &AtomContext) -> Problem {
    if let Some(problem) = date_form::moment(text).or_else(|| currency(text, ctx)) {
        return problem;
    }
    let typed = typed(text);
    if typed != text {
        return Problem::new(INVALID, wording!("value-character-typographic"), text)
            .with("text", typed.clone())
            .fix(typed.clone(), reads(&typed, ctx));
    }
    if text.chars().any(char::is_alphanumeric) {
        let quoted = super::text::quote(text);
        return Problem::new(INVALID, wording!("value-quotes-missing"), text)
            .with("text", quoted.clone())
            .fix(quoted, false);
    }
    Problem::new(INVALID, wording!("value-character-invalid"), text)
}

/// Whether `typed` is made of values and operators: then nothing is left to guess.
fn reads(typed: &str, ctx: &AtomContext) -> bool {
    let mut parts = typed.split(' ').filter(|part| !part.is_empty()).flat_map(|part| part.split(".."));
    parts.all(|part| Op::parse(part).is_some() || word::read(part, ctx).is_ok())
}

/// `5000₫`, `$500`
fn currency(text: &str, ctx: &AtomContext) -> Option<Problem> {
    let symbols: &[(char, &str)] = &[('$', "USD"), ('₫', "VND"), ('€', "EUR"), ('£', "GBP")];
    let front = symbols.iter().find_map(|(symbol, code)| Some((text.strip_prefix(*symbol)?, *code)));
    if let Some((amount, code)) = front {
        let numeral = Numeral::split(amount)?;
        return Some(word::money_problem(numeral, code, text, ctx));
    }
    let numeral = Numeral::split(text)?;
    let (suffix, code) = split_currency(numeral.suffix)?;
    Some(word::money_problem(Numeral { suffix, ..numeral }, code, text, ctx))
}

/// `text` as a keyboard would write it.
fn typed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let between_digits = out.ends_with(|c: char| c.is_alphanumeric())
            && characters.peek().is_some_and(|next| next.is_alphanumeric());
        match character {
            '\u{2010}'..='\u{2015}' | '\u{2212}' if between_digits => out.push_str(".."),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '≥' => out.push_str(">= "),
            '≤' => out.push_str("<= "),
            '≠' => out.push_str("!= "),
            '→' | '⇒' | '➔' => out.push_str("-> "),
            '×' => out.push_str("* "),
            '÷' => out.push_str("/ "),
            '…' => out.push_str(".."),
            '％' => out.push('%'),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '\u{a0}' | '\u{202f}' | '\u{2007}' | '\u{3000}' => out.push(' '),
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            digit if digit.is_numeric() => match numeral::digit(digit) {
                Some(ascii) => out.push(ascii),
                None => out.push(digit),
            },
            other => out.push(other),
        }
    }
    let kept = out.trim_matches(' ').len();
    if kept > 0 && kept < out.len() { out.trim_matches(' ').to_owned() } else { out }
}
