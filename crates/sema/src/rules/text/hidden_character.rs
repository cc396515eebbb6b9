//! `text/hidden-character`

use roadmap_diag::{Message, TextRange};
use roadmap_syntax::{Token, TokenKind, Tree};

use super::subject;
use crate::problem::{Problem, ProblemFix};
use crate::rules::{Check, rule};

rule!("text/hidden-character", "text-hidden-character", Warning, Check::Elsewhere, "hidden_character.md");

/// One finding a string, text or comment, at its first hidden character, with a mend for all in it.
pub(super) fn find(tree: &Tree, problems: &mut Vec<Problem>) {
    for token in tree.tokens() {
        // In a string an escape says the same and can be seen; elsewhere there are no escapes.
        let escapes = match token.kind {
            TokenKind::String | TokenKind::StringOpen => true,
            TokenKind::Text | TokenKind::TextOpen | TokenKind::Comment => false,
            _ => continue,
        };
        if token.text.is_ascii() && !token.text.contains('\0') {
            continue;
        }
        let hidden = hidden_in(token);
        let Some((range, first)) = hidden.first().copied() else { continue };
        let edits = hidden
            .iter()
            .map(|(range, character)| {
                (*range, if escapes { character.escape_unicode().to_string() } else { String::new() })
            })
            .collect();
        let message = Message::new(RULE.message)
            .with("code", format!("U+{:04X}", u32::from(first)))
            .with("count", hidden.len());
        let mut problem =
            Problem::warning(RULE.code, range, message).help(Message::new("text-hidden-character.help"));
        problem.subject = subject(tree, range.start);
        let title = Message::new(if escapes {
            "text-hidden-character.fix-escape"
        } else {
            "text-hidden-character.fix-remove"
        });
        problem.fixes.push(ProblemFix { title, safe: true, edits });
        problems.push(problem);
    }
}

/// The hidden characters of a token, each with its place.
fn hidden_in(token: Token<'_>) -> Vec<(TextRange, char)> {
    let mut found = Vec::new();
    let mut before = None;
    let mut in_flag = false;
    let mut characters = token.text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        in_flag = character == BLACK_FLAG || (in_flag && is_tag(character));
        let joins = character == JOINER && before.is_some_and(is_emoji) && next.is_some_and(is_emoji);
        if is_hidden(character) && !joins && !in_flag {
            let start = token.range.start + u32::try_from(at).unwrap_or(u32::MAX);
            let length = u32::try_from(character.len_utf8()).unwrap_or(1);
            found.push((TextRange::new(start, start + length), character));
        }
        before = Some(character);
    }
    found
}

/// The joiner that makes one picture of several.
const JOINER: char = '\u{200d}';

/// The picture that tags behind it turn into a region's flag.
const BLACK_FLAG: char = '\u{1f3f4}';

/// Whether `character` takes no room on the line, or turns the order of what stands around it.
pub(in crate::rules) fn is_hidden(character: char) -> bool {
    matches!(
        character,
        '\0'
        // Soft hyphen.
        | '\u{ad}'
        // Marks, embeddings, overrides and isolates of the direction of writing.
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        // Spaces and joiners without width, and operators that are never seen.
        | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
    ) || is_tag(character)
}

/// Whether `character` is a letter that is never drawn.
fn is_tag(character: char) -> bool {
    matches!(character, '\u{e0000}'..='\u{e007f}')
}

/// Whether `character` can be a part of a picture of several: a picture, its style or its skin.
fn is_emoji(character: char) -> bool {
    matches!(
        character,
        '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe0f}'
        | '\u{1f000}'..='\u{1faff}'
    )
}
