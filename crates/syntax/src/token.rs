//! The smallest pieces of a roadmap's text.

use roadmap_diag::TextRange;

/// What a token is. The grammar knows no keyword and no value form: a date, a number and a name are all words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
pub enum TokenKind {
    /// The first word of a statement.
    Keyword,
    /// An identifier, a path, a number, a date, a percent: whatever has no blank in it.
    Word,
    /// `"…"` on one line.
    String,
    /// A `"` that its line never closes; the token runs to where its text ends.
    StringOpen,
    /// `"""` … `"""` over several lines.
    Text,
    /// A text with something wrong about its quotes: none that close it, one too few, words on their line.
    TextOpen,
    /// `,`
    Comma,
    /// One of `= != < <= > >= + - * / ( ) -> ..`
    Operator,
    /// Characters that no value has.
    Bad,
    /// `{`
    Open,
    /// `}`
    Close,
    /// `;`
    Semicolon,
    /// `#` to the end of the line.
    Comment,
}

/// A token with its text and its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token<'t> {
    /// What it is.
    pub kind: TokenKind,
    /// Its text, quotes and all.
    pub text: &'t str,
    /// Its place, in bytes from the start of the top-level statement it stands in.
    pub range: TextRange,
}

impl<'t> Token<'t> {
    /// What stands between the quotes, escapes and indentation as they are written; for other kinds the text.
    ///
    /// Takes every shape that a lost quote leaves: of a text, the lines between its quotes without the first and last
    /// line break.
    #[must_use]
    pub fn body(&self) -> &'t str {
        match self.kind {
            TokenKind::String | TokenKind::StringOpen => {
                let inner = self.text.strip_prefix('"').unwrap_or(self.text);
                match self.kind {
                    TokenKind::String => inner.strip_suffix('"').unwrap_or(inner),
                    _ => inner,
                }
            }
            TokenKind::Text | TokenKind::TextOpen => {
                let inner = self.text.trim_start_matches('"');
                let inner = match inner.split_once('\n') {
                    Some((line, rest)) if line.trim().is_empty() => rest,
                    _ => inner,
                };
                let body = inner.trim_end_matches('"');
                match body.rsplit_once('\n') {
                    Some((rest, line)) if line.trim().is_empty() => rest.strip_suffix('\r').unwrap_or(rest),
                    _ => body,
                }
            }
            _ => self.text,
        }
    }

    /// Whether `next` follows without a blank between.
    #[must_use]
    pub fn touches(&self, next: &Token<'_>) -> bool {
        self.range.end == next.range.start
    }
}
