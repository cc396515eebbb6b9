//! The grammar's rules for values, small enough for tests: text to tokens.

use roadmap_diag::TextRange;
use roadmap_syntax::{Token, TokenKind};
use unicode_ident::is_xid_continue;

const OPERATORS: [&str; 14] = ["->", "..", "!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "(", ")"];

/// The tokens of `text`, the values of one statement.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = text.split_at(at).1;
        let first = rest.chars().next().unwrap();
        if matches!(first, ' ' | '\t' | '\n') {
            at += 1;
            continue;
        }
        let (kind, length) = one(rest, first);
        let range = TextRange::new(u32::try_from(at).unwrap(), u32::try_from(at + length).unwrap());
        tokens.push(Token { kind, text: rest.split_at(length).0, range });
        at += length;
    }
    tokens
}

fn one(rest: &str, first: char) -> (TokenKind, usize) {
    if let Some(body) = rest.strip_prefix("\"\"\"") {
        return body
            .find("\"\"\"")
            .map_or((TokenKind::TextOpen, rest.len()), |end| (TokenKind::Text, end + 6));
    }
    if first == '"' {
        let mut escaped = false;
        for (at, c) in rest.char_indices().skip(1) {
            match c {
                '"' if !escaped => return (TokenKind::String, at + 1),
                '\n' => return (TokenKind::StringOpen, at),
                _ => escaped = c == '\\' && !escaped,
            }
        }
        return (TokenKind::StringOpen, rest.len());
    }
    if first == ',' {
        return (TokenKind::Comma, 1);
    }
    let second = rest.chars().nth(1);
    let signed = matches!(first, '+' | '-') && second.is_some_and(|c| c.is_ascii_digit());
    if is_xid_continue(first) || signed {
        return (TokenKind::Word, word(rest));
    }
    if let Some(op) = OPERATORS.iter().find(|op| rest.starts_with(**op)) {
        return (TokenKind::Operator, op.len());
    }
    let end = rest.find([' ', '\t', '\n', '"', ',']).unwrap_or(rest.len());
    (TokenKind::Bad, end)
}

fn word(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, c)| *c);
        let inner = matches!(c, '-' | '.') && next.is_some_and(is_xid_continue);
        if !(is_xid_continue(c) || c == '%' || inner) {
            return at;
        }
    }
    rest.len()
}
