//! Runs the grammar over a file piece by piece, and settles what it leaves open: lost quotes.

use memchr::{memchr, memchr_iter, memmem, memrchr};
use roadmap_diag::TextRange;

use crate::error::{Errors, SyntaxError};
use crate::grammar::scan;
use crate::{TokenKind, strings, texts};

/// Bytes that the grammar sees at once: the parser's own queue then stays in the cache.
const CHUNK: usize = 32 * 1024;

/// A token before it has a tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Lexeme {
    pub(crate) kind: TokenKind,
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Columns before it where it is the first of its line, else `MIDDLE`.
    pub(crate) indent: u32,
}

/// The `indent` of a lexeme that is not the first of its line.
pub(crate) const MIDDLE: u32 = u32::MAX;

/// Columns that a tab counts for: only compared between lines of one file.
const TAB: u32 = 4;

impl Lexeme {
    pub(crate) fn new(kind: TokenKind, start: usize, end: usize) -> Self {
        // The size cap keeps every offset far below 4 GB.
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { kind, start: offset(start), end: offset(end), indent: MIDDLE }
    }

    pub(crate) fn range(&self) -> TextRange {
        TextRange::new(self.start, self.end)
    }

    pub(crate) fn is_first(&self) -> bool {
        self.indent != MIDDLE
    }
}

/// The tokens of the whole text, each with its place on its line. Reports lost quotes and characters of no token.
pub(crate) fn lex(text: &str, errors: &mut Errors) -> Vec<Lexeme> {
    let mut driver = Driver {
        text,
        out: Vec::with_capacity(text.len() / 6),
        errors,
        resume: 0,
        line: Line::default(),
        fence: None,
    };
    driver.run();
    let mut lexemes = driver.out;
    mark_lines(text, &mut lexemes);
    report_bad(text, &lexemes, errors);
    lexemes
}

/// Length of the byte order mark at the start of `text`.
pub(crate) fn bom_len(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

struct Driver<'t, 'e> {
    text: &'t str,
    out: Vec<Lexeme>,
    errors: &'e mut Errors,
    /// Everything before this offset is settled; what the grammar found there is dropped.
    resume: usize,
    line: Line,
    /// The last search for `"""`: from where, and what it found.
    fence: Option<(usize, Option<usize>)>,
}

impl Driver<'_, '_> {
    fn run(&mut self) {
        let mut at = bom_len(self.text);
        while at < self.text.len() {
            let end = cut(self.text.as_bytes(), at + CHUNK);
            self.chunk(at, end);
            at = end.max(self.resume);
        }
    }

    fn chunk(&mut self, start: usize, end: usize) {
        let mut sources = vec![scan(self.text, start, end).into_iter()];
        while let Some(source) = sources.last_mut() {
            let Some(lexeme) = source.next() else {
                sources.pop();
                continue;
            };
            let (from, to) = (lexeme.start as usize, lexeme.end as usize);
            if from >= self.resume {
                self.place(lexeme);
            } else if to > self.resume {
                // A token that begins in text which has turned out to belong elsewhere: its rest is read again.
                sources.push(scan(self.text, self.resume, to).into_iter());
            }
        }
    }

    fn place(&mut self, lexeme: Lexeme) {
        match lexeme.kind {
            TokenKind::TextOpen => self.open_text(lexeme, 3),
            TokenKind::String if lexeme.end - lexeme.start == 2 && self.is_broken_opener(lexeme) => {
                self.open_text(lexeme, 2);
            }
            TokenKind::StringOpen => self.open_string(lexeme),
            _ => self.out.push(lexeme),
        }
    }

    /// Settles a `"""` that the grammar could not close.
    fn open_text(&mut self, lexeme: Lexeme, quotes: usize) {
        let at = lexeme.start as usize;
        let line = self.line.advance(self.text.as_bytes(), at);
        let fence = self.next_fence(at + quotes);
        let line_end = self.line.end(self.text.as_bytes(), at);
        let settled = texts::settle(self.text, (line, line_end), at, quotes, fence);
        self.out.push(Lexeme::new(settled.kind, at, settled.end));
        if let Some(error) = settled.error {
            self.errors.push(error);
        }
        self.resume = settled.end;
    }

    /// Whether `""` at the end of a line was meant to be `"""`: an indented body and the closing quotes follow.
    fn is_broken_opener(&mut self, lexeme: Lexeme) -> bool {
        let (at, end) = (lexeme.start as usize, lexeme.end as usize);
        if !texts::ends_line(self.text, end) {
            return false;
        }
        let line = self.line.advance(self.text.as_bytes(), at);
        // Looking no further than the next two quotes keeps a file full of empty strings linear.
        let Some(pair) = self.text.as_bytes().get(end..).and_then(|rest| memmem::find(rest, b"\"\"")) else {
            return false;
        };
        self.next_fence(end) == Some(end + pair) && texts::has_body(self.text, line, end, end + pair)
    }

    /// Settles a line with a quote too many: the whole line is read again around the quote that has no partner.
    fn open_string(&mut self, lexeme: Lexeme) {
        let at = lexeme.start as usize;
        let bytes = self.text.as_bytes();
        let line = self.line.advance(bytes, at);
        let from = line.max(self.resume).max(bom_len(self.text));
        let to = lexeme.end as usize;
        while self.out.last().is_some_and(|last| last.start as usize >= from) {
            self.out.pop();
        }
        // The line may begin with the end of a text.
        let from = from.max(self.out.last().map_or(0, |last| last.end as usize));
        let lone = strings::settle(self.text, from, to, at);
        for piece in [(from, lone.start), (lone.end, to)] {
            if piece.0 == lone.end {
                self.out.push(Lexeme::new(TokenKind::StringOpen, lone.start, lone.end));
            }
            for mut lexeme in scan(self.text, piece.0, piece.1) {
                if lexeme.kind == TokenKind::StringOpen {
                    let end = strings::give_back(self.text, lexeme.start as usize, lexeme.end as usize);
                    let rest = scan(self.text, end, lexeme.end as usize);
                    lexeme.end = u32::try_from(end).unwrap_or(lexeme.end);
                    self.out.push(lexeme);
                    self.out.extend(rest);
                } else {
                    self.out.push(lexeme);
                }
            }
        }
        self.errors.push(SyntaxError::unclosed_string(&lone));
        self.resume = to;
    }

    /// Where the next `"""` at or behind `from` stands. Asked with ascending offsets, so the text is searched once.
    fn next_fence(&mut self, from: usize) -> Option<usize> {
        if let Some((asked, found)) = self.fence
            && asked <= from
            && found.is_none_or(|found| from <= found)
        {
            return found;
        }
        let found = self.text.as_bytes().get(from..).and_then(|rest| memmem::find(rest, b"\"\"\""));
        let found = found.map(|at| from + at);
        self.fence = Some((from, found));
        found
    }
}

/// The bounds of the line last looked at; offsets must ascend.
#[derive(Default)]
struct Line {
    start: usize,
    seen: usize,
    end: usize,
}

impl Line {
    fn advance(&mut self, bytes: &[u8], at: usize) -> usize {
        if let Some(skipped) = bytes.get(self.seen..at) {
            if let Some(newline) = memrchr(b'\n', skipped) {
                self.start = self.seen + newline + 1;
            }
            self.seen = at;
        }
        self.start
    }

    /// Where the line that `at` stands in ends.
    fn end(&mut self, bytes: &[u8], at: usize) -> usize {
        if self.end <= at {
            let rest = bytes.get(at..).unwrap_or_default();
            self.end = at + memchr(b'\n', rest).unwrap_or(rest.len());
        }
        self.end
    }
}

/// The first offset from `at` on where a chunk may end: before a line at column 0 that closes no text.
fn cut(bytes: &[u8], at: usize) -> usize {
    let Some(rest) = bytes.get(at..) else {
        return bytes.len();
    };
    for newline in memchr_iter(b'\n', rest) {
        match rest.get(newline + 1) {
            Some(b' ' | b'\t' | b'\r' | b'\n' | b'"') | None => {}
            Some(_) => return at + newline + 1,
        }
    }
    bytes.len()
}

/// Finds out which tokens begin their line and which words begin their statement.
fn mark_lines(text: &str, lexemes: &mut [Lexeme]) {
    let mut behind = bom_len(text);
    let mut first = true;
    let mut head = true;
    for lexeme in lexemes {
        let gap = text.get(behind..lexeme.start as usize).unwrap_or_default();
        let line = memrchr(b'\n', gap.as_bytes());
        if line.is_some() || first {
            let blanks = gap.get(line.map_or(0, |newline| newline + 1)..).unwrap_or_default();
            lexeme.indent = blanks.chars().map(|c| if c == '\t' { TAB } else { 1 }).sum();
            head = true;
        }
        if matches!(lexeme.kind, TokenKind::Keyword | TokenKind::Word) {
            lexeme.kind = if head { TokenKind::Keyword } else { TokenKind::Word };
        }
        head = matches!(lexeme.kind, TokenKind::Open | TokenKind::Close | TokenKind::Semicolon);
        behind = lexeme.end as usize;
        first = false;
    }
}

/// Reports characters of no token, once for each line, and not where a lost quote has already explained them.
fn report_bad(text: &str, lexemes: &[Lexeme], errors: &mut Errors) {
    for line in lexemes.chunk_by(|_, next| !next.is_first()) {
        let explained = |lexeme: &Lexeme| matches!(lexeme.kind, TokenKind::StringOpen | TokenKind::TextOpen);
        let bad = line.iter().position(|lexeme| lexeme.kind == TokenKind::Bad);
        if let Some(bad) = bad.filter(|_| !line.iter().any(explained) && !errors.is_full()) {
            errors.push(SyntaxError::unexpected_characters(text, line, bad));
        }
    }
}
