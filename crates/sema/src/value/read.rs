//! The walk over the tokens of a statement: which of them make one value.

use roadmap_diag::TextRange;
use roadmap_syntax::{Token, TokenKind};

use super::error::{Problem, ValueError, ValueFix, wording, write_title};
use super::numeral::Body;
use super::units::{Spelling, Suffix, currency_spelling, spellings};
use super::word::{self, Numeral};
use super::{Atom, AtomContext, AtomKind, Op, date_form, text, typography};
use crate::names::nfc;

/// How many tokens one mistake may reach over; bounds the time that hostile input takes.
const LONGEST_MISTAKE: usize = 64;

/// Classifies the values of a statement.
///
/// Every token is covered by an atom, and each mistake has exactly one error. Tokens that are no values (braces,
/// semicolons, comments) are passed over. Ranges are those of the tokens.
#[must_use]
pub fn atoms(tokens: &[Token<'_>], ctx: &AtomContext) -> (Vec<Atom>, Vec<ValueError>) {
    let mut reader =
        Reader { tokens, at: 0, ctx, atoms: Vec::with_capacity(tokens.len()), errors: Vec::new() };
    while let Some(token) = reader.peek(0) {
        reader.step(token);
    }
    (reader.atoms, reader.errors)
}

struct Reader<'a, 't> {
    tokens: &'a [Token<'t>],
    at: usize,
    ctx: &'a AtomContext,
    atoms: Vec<Atom>,
    errors: Vec<ValueError>,
}

impl<'t> Reader<'_, 't> {
    fn peek(&self, ahead: usize) -> Option<Token<'t>> {
        self.tokens.get(self.at.checked_add(ahead)?).copied()
    }

    /// The token `ahead`, where it is of `kind` and follows the one before without a blank.
    fn touching(&self, ahead: usize, kind: TokenKind) -> Option<Token<'t>> {
        let before = self.peek(ahead.checked_sub(1)?)?;
        self.peek(ahead).filter(|token| token.kind == kind && before.touches(token))
    }

    fn step(&mut self, token: Token<'t>) {
        let kind = match token.kind {
            TokenKind::Word | TokenKind::Keyword => return self.word(token),
            TokenKind::Bad => return self.bad(token),
            TokenKind::Comma => AtomKind::Comma,
            TokenKind::Operator => match Op::parse(token.text) {
                Some(op) => AtomKind::Op(op),
                None => return self.bad(token),
            },
            TokenKind::String | TokenKind::StringOpen => {
                let (text, errors) = text::unescape(token.text, token.range.start);
                self.errors.extend(errors);
                AtomKind::Str(text)
            }
            TokenKind::Text | TokenKind::TextOpen => AtomKind::Text(text::dedent(token.text)),
            TokenKind::Open | TokenKind::Close | TokenKind::Semicolon | TokenKind::Comment => {
                self.at += 1;
                return;
            }
        };
        self.take(1, kind);
    }

    /// The place of the next `count` tokens.
    fn range(&self, count: usize) -> TextRange {
        let first = self.peek(0).map(|token| token.range).unwrap_or_default();
        let last = self.peek(count.saturating_sub(1)).map_or(first, |token| token.range);
        first.cover(last)
    }

    fn take(&mut self, count: usize, kind: AtomKind) {
        self.atoms.push(Atom { kind, range: self.range(count) });
        self.at += count.max(1);
    }

    fn mistake(&mut self, count: usize, problem: Problem) {
        self.errors.push(problem.at(self.range(count)));
        self.take(count, AtomKind::Mistake);
    }

    /// The texts of the next `count` tokens, which have no blanks between them.
    fn joined(&self, count: usize) -> String {
        let texts = (0..count).filter_map(|ahead| self.peek(ahead)).map(|token| token.text);
        nfc(&texts.collect::<String>()).into_owned()
    }

    fn word(&mut self, token: Token<'t>) {
        if let Some(count) = self.run_with_bad() {
            return self.mistake(count, typography::problem(&self.joined(count), self.ctx));
        }
        if let Some((count, problem)) = self.slashed_date() {
            return self.mistake(count, problem);
        }
        let text = nfc(token.text);
        if let Some(numeral) = Numeral::split(&text).filter(|numeral| !numeral.suffix.contains('-'))
            && let Some((count, problem)) = self.number_in_pieces(numeral)
        {
            return self.mistake(count, problem);
        }
        match word::read(&text, self.ctx) {
            Ok(kind) => {
                let amount = matches!(kind, AtomKind::Number(_));
                self.take(1, kind);
                if amount {
                    self.currency_behind();
                }
            }
            Err(problem) => self.mistake(1, problem),
        }
    }

    /// How many tokens from here stand together without blanks, where one of them is no value's.
    fn run_with_bad(&self) -> Option<usize> {
        let mut count = 1;
        let mut bad = self.peek(0)?.kind == TokenKind::Bad;
        while count < LONGEST_MISTAKE {
            let (Some(before), Some(next)) = (self.peek(count - 1), self.peek(count)) else { break };
            let part = match next.kind {
                TokenKind::Bad | TokenKind::Word => true,
                TokenKind::Operator => matches!(next.text, "/" | "-" | "+" | "*" | "="),
                _ => false,
            };
            if !part || !before.touches(&next) {
                break;
            }
            bad |= next.kind == TokenKind::Bad;
            count += 1;
        }
        bad.then_some(count)
    }

    /// `03/04/2026`, `30/4`, `Q1/2026`
    fn slashed_date(&self) -> Option<(usize, Problem)> {
        let slash = |ahead| self.touching(ahead, TokenKind::Operator).filter(|token| token.text == "/");
        let mut count = 1;
        while count < 7 && slash(count).is_some() && self.touching(count + 1, TokenKind::Word).is_some() {
            count += 2;
        }
        if !matches!(count, 3 | 5) {
            return None;
        }
        let problem = date_form::read(&self.joined(count), self.ctx)?.err()?;
        Some((count, problem))
    }

    /// A number over several tokens: `1,5`, `300 triệu`, `1,5 tỷ đồng`.
    fn number_in_pieces(&self, first: Numeral<'_>) -> Option<(usize, Problem)> {
        let (count, body, suffix) = self.with_commas(first);
        let numeral = Numeral { sign: first.sign, body: &body, suffix: &suffix };
        if suffix.is_empty()
            && let Some((behind, problem)) = self.unit_behind(numeral, count)
        {
            return Some((count + behind, problem));
        }
        if count == 1 {
            return None;
        }
        let problem = word::read_numeral(numeral, &self.joined(count), self.ctx).err()?;
        Some((count, problem))
    }

    /// A number with the commas in it: how many tokens, the digits and marks, and what stands behind them.
    fn with_commas(&self, first: Numeral<'_>) -> (usize, String, String) {
        let (mut count, mut body, mut suffix) = (1, first.body.to_owned(), first.suffix.to_owned());
        while suffix.is_empty() && self.touching(count, TokenKind::Comma).is_some() {
            let Some(word) = self.touching(count + 1, TokenKind::Word) else { break };
            let text = nfc(word.text);
            let next =
                Numeral::split(&text).filter(|next| next.sign.is_empty() && is_number_suffix(next.suffix));
            let Some(next) = next else { break };
            body.push(',');
            body.push_str(next.body);
            next.suffix.clone_into(&mut suffix);
            count += 2;
        }
        (count, body, suffix)
    }

    /// The unit that stands apart behind a number of `count` tokens: how many more tokens it takes, and the problem.
    fn unit_behind(&self, numeral: Numeral<'_>, count: usize) -> Option<(usize, Problem)> {
        let unit = self.peek(count)?;
        let mut units = self.apart(unit)?;
        let mut behind = 1;
        // `2 nghìn tỷ`
        let second = self.peek(count + 1).and_then(|token| self.apart(token));
        if let (Some((1, "k")), Some(second)) = (units.first(), second)
            && let Some((1, suffix @ ("tr" | "M" | "tỷ" | "B"))) = second.first()
        {
            units = vec![(1_000, *suffix)];
            behind = 2;
        }
        let money = self.peek(count + behind).and_then(|token| spelled_currency(&token));
        let mut texts = word::ways(numeral.sign, numeral.body, &units, self.ctx);
        if let Some(currency) = money {
            behind += 1;
            texts = texts.into_iter().map(|text| format!("{text} {currency}")).collect();
        }
        let mut written = self.joined(count);
        for ahead in count..count + behind {
            written.push(' ');
            written.push_str(&nfc(self.peek(ahead)?.text));
        }
        let exact = matches!(Body::parse(numeral.body, self.ctx.lang), Body::Exact(_));
        let only = exact || texts.len() == 1 && numeral.body.contains(',');
        let problem = match texts.first() {
            Some(text) => Problem::new("value/unit-word", wording!("value-unit-word"), &written)
                .with("text", text.clone()),
            None => Problem::new("value/number-invalid", wording!("value-number-invalid"), &written),
        };
        Some((behind, problem.fixes(texts, only)))
    }

    fn apart(&self, token: Token<'_>) -> Option<Vec<Spelling>> {
        if !matches!(token.kind, TokenKind::Word | TokenKind::Bad) {
            return None;
        }
        let units = spellings(&nfc(token.text), true, self.ctx.lang);
        (!units.is_empty()).then_some(units)
    }

    /// `đ` behind an amount that is right by itself.
    fn currency_behind(&mut self) {
        let Some(token) = self.peek(0) else { return };
        if let Some(code) = spelled_currency(&token) {
            let problem = Problem::new(
                "value/currency-spelling",
                wording!("value-currency-spelling"),
                &nfc(token.text),
            );
            self.mistake(1, problem.with("text", code).fix(code, true));
        }
    }

    fn bad(&mut self, token: Token<'t>) {
        if let Some(close) = typography::closing_mark(token.text) {
            let closing = (0..LONGEST_MISTAKE).find_map(|ahead| {
                let token = self.peek(ahead)?;
                let skipped =
                    if ahead == 0 { token.text.chars().next().map_or(0, char::len_utf8) } else { 0 };
                let at = token.text.get(skipped..)?.find(close)?;
                Some((ahead, at + skipped))
            });
            if let Some((ahead, at)) = closing {
                return self.curly_quotes(token, ahead, at, close);
            }
        }
        let count = self.run_with_bad().unwrap_or(1);
        self.mistake(count, typography::problem(&self.joined(count), self.ctx));
    }

    /// `“…”` over the next `ahead + 1` tokens, the last of which has the closing mark at byte `at`.
    fn curly_quotes(&mut self, first: Token<'t>, ahead: usize, at: usize, close: char) {
        let count = ahead + 1;
        let open = first.text.chars().next().map_or(0, char::len_utf8);
        let last = self.peek(ahead).unwrap_or(first).range.start;
        let bytes = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let open = TextRange::new(first.range.start, first.range.start.saturating_add(bytes(open)));
        let from = last.saturating_add(bytes(at));
        let close = TextRange::new(from, from.saturating_add(bytes(close.len_utf8())));
        let mut error = Problem::new("value/character-invalid", wording!("value-quotes-curly"), first.text)
            .at(self.range(count));
        let inside = (0..count).filter_map(|ahead| self.peek(ahead));
        error.fixes.push(ValueFix {
            title: write_title("\""),
            // What stands between has a meaning of its own in a string.
            safe: inside.into_iter().all(|token| !token.text.contains(['"', '\\'])),
            edits: vec![(open, "\"".to_owned()), (close, "\"".to_owned())],
        });
        self.errors.push(error);
        self.take(count, AtomKind::Mistake);
    }
}

/// Whether the word behind a comma can end the number before it.
fn is_number_suffix(suffix: &str) -> bool {
    match Suffix::parse(suffix) {
        Some(Suffix::Duration(_)) => false,
        Some(_) => true,
        None => super::units::split_currency(suffix).is_some() || matches!(suffix, "triệu" | "T"),
    }
}

fn spelled_currency(token: &Token<'_>) -> Option<&'static str> {
    if !matches!(token.kind, TokenKind::Word | TokenKind::Bad) {
        return None;
    }
    currency_spelling(&nfc(token.text))
}
