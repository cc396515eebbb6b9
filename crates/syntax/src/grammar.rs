//! The generated parser of `grammar/roadmap.pest`, and the one function that runs it.

use pest::{Parser, Token as Mark};

use crate::TokenKind;
use crate::lex::Lexeme;

#[derive(pest_derive::Parser)]
#[grammar = "../../grammar/roadmap.pest"]
struct Roadmap;

/// The tokens of `text[start..end]`, with offsets of `text`. The grammar is total, so every slice has them.
pub(crate) fn scan(text: &str, start: usize, end: usize) -> Vec<Lexeme> {
    let slice = text.get(start..end).unwrap_or_default();
    let Ok(pairs) = Roadmap::parse(Rule::file, slice) else {
        return vec![Lexeme::new(TokenKind::Bad, start, end)];
    };
    let mut lexemes = Vec::with_capacity(slice.len() / 6);
    let mut opened = None;
    for mark in pairs.tokens() {
        match mark {
            Mark::Start { rule, pos } => opened = Some((rule, pos.pos())),
            Mark::End { rule, pos } => {
                // Only leaves are tokens: a leaf's end follows its start directly.
                if let Some((_, from)) = opened.take().filter(|(opened, _)| *opened == rule)
                    && let Some(kind) = kind(rule)
                {
                    let mut to = pos.pos();
                    if matches!(kind, TokenKind::Comment | TokenKind::StringOpen)
                        && slice.as_bytes().get(to.wrapping_sub(1)) == Some(&b'\r')
                    {
                        to -= 1;
                    }
                    lexemes.push(Lexeme::new(kind, start + from, start + to));
                }
            }
        }
    }
    lexemes
}

fn kind(rule: Rule) -> Option<TokenKind> {
    Some(match rule {
        Rule::keyword => TokenKind::Keyword,
        Rule::word => TokenKind::Word,
        Rule::string => TokenKind::String,
        Rule::string_open => TokenKind::StringOpen,
        Rule::text => TokenKind::Text,
        Rule::text_open => TokenKind::TextOpen,
        Rule::comma => TokenKind::Comma,
        Rule::operator => TokenKind::Operator,
        Rule::bad => TokenKind::Bad,
        Rule::open => TokenKind::Open,
        Rule::close => TokenKind::Close,
        Rule::semicolon => TokenKind::Semicolon,
        Rule::comment => TokenKind::Comment,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The derive looks for the path in several places; a copy elsewhere must not be what is compiled.
    #[test]
    fn the_grammar_is_the_one_at_the_top_of_the_repository() {
        let source = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../grammar/roadmap.pest"));
        let compiled = _PEST_GRAMMAR_Roadmap.concat();
        assert_eq!(compiled, source);
    }
}
