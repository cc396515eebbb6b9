//! Strings, texts and comments, which have words of the language in them here and there.

use roadmap_diag::TextRange;
use roadmap_sema::hir::Allow;
use roadmap_syntax::{Token, TokenKind};

use super::{SemanticToken, TokenModifiers, TokenType};

/// A string with its escapes left out: what colours by the letters shows them. Where it `asks`, it is a rule's text, and a
/// property in `{}` is one.
pub(super) fn string(token: Token<'_>, asks: bool, out: &mut Vec<SemanticToken>) {
    let mut pieces = Pieces::new(token, TokenType::String);
    let has_escapes = matches!(token.kind, TokenKind::String | TokenKind::StringOpen);
    let text = token.text;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['\\', '{', '}'])) {
        at += found;
        let rest = text.get(at..).unwrap_or_default();
        let taken = if rest.starts_with('\\') && has_escapes {
            let length = escape(rest);
            pieces.put(at, length, None);
            length
        } else if asks && (rest.starts_with("{{") || rest.starts_with("}}")) {
            2
        } else if let Some((blanks, name)) = Some(rest).filter(|_| asks).and_then(property) {
            pieces.put(at + blanks, name.len(), Some(TokenType::Property));
            blanks + name.len()
        } else {
            1
        };
        at += taken;
    }
    pieces.finish(out);
}

/// Bytes of the escape that `text` begins with.
fn escape(text: &str) -> usize {
    let code = text.strip_prefix("\\u{").and_then(|rest| {
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        behind.strip_prefix('}')
    });
    match code {
        Some(behind) => text.len() - behind.len(),
        None => 1 + text.chars().nth(1).map_or(0, char::len_utf8),
    }
}

/// The property that `{…}` at the start of `text` names, and how far behind the brace's start it stands.
fn property(text: &str) -> Option<(usize, &str)> {
    let inner = text.strip_prefix('{')?;
    let name = inner.split(['{', '}', '"', '\\']).next()?;
    inner.get(name.len()..).filter(|behind| behind.starts_with('}'))?;
    let blanks = name.len() - name.trim_start().len();
    let name = name.trim();
    let is_path = name.split('.').all(roadmap_sema::value::is_identifier);
    is_path.then_some((1 + blanks, name))
}

/// A comment; in one that allows rules, the word that does so and their names.
pub(super) fn comment(token: Token<'_>, allow: Option<&Allow>, out: &mut Vec<SemanticToken>) {
    let mut pieces = Pieces::new(token, TokenType::Comment);
    if let Some(allow) = allow {
        if let Some(at) = token.text.find("allow") {
            pieces.put(at, "allow".len(), Some(TokenType::Keyword));
        }
        for (name, range) in &allow.names {
            if let Some(at) = range.start.checked_sub(token.range.start) {
                pieces.put(at as usize, name.len(), Some(TokenType::Rule));
            }
        }
    }
    pieces.finish(out);
}

/// A token of which some pieces are something else.
struct Pieces {
    start: u32,
    end: u32,
    /// Where the next piece starts.
    at: u32,
    kind: TokenType,
    out: Vec<SemanticToken>,
}

impl Pieces {
    fn new(token: Token<'_>, kind: TokenType) -> Self {
        let TextRange { start, end } = token.range;
        Self { start, end, at: start, kind, out: Vec::new() }
    }

    /// Makes `length` bytes at `at` a piece of another kind, or of none.
    fn put(&mut self, at: usize, length: usize, kind: Option<TokenType>) {
        let offset = |at: usize| self.start + u32::try_from(at).unwrap_or(0);
        let range = TextRange::new(offset(at), offset(at + length));
        if range.start < self.at || range.end > self.end {
            return;
        }
        self.push(TextRange::new(self.at, range.start), self.kind);
        if let Some(kind) = kind {
            self.push(range, kind);
        }
        self.at = range.end;
    }

    fn push(&mut self, range: TextRange, kind: TokenType) {
        if !range.is_empty() {
            self.out.push(SemanticToken { range, kind, modifiers: TokenModifiers::default() });
        }
    }

    fn finish(mut self, out: &mut Vec<SemanticToken>) {
        self.push(TextRange::new(self.at, self.end), self.kind);
        out.append(&mut self.out);
    }
}
