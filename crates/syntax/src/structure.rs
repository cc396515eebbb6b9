//! Tokens to statements and blocks, in one pass with a stack of its own.

use roadmap_diag::TextRange;

use crate::TokenKind;
use crate::arena::{Builder, Node};
use crate::error::{Errors, SyntaxError, Unclosed};
use crate::guided::{self, Guide};
use crate::lex::Lexeme;

/// Statements and blocks of the tokens of a whole file.
pub(crate) fn assemble(text: &str, lexemes: Vec<Lexeme>, errors: &mut Errors) -> Vec<Node> {
    let by_braces = guided::balances(&lexemes) || !guided::is_indented(&lexemes);
    let mut assembler = Assembler::new(text, &lexemes, errors);
    if by_braces {
        assembler.run(0..lexemes.len(), None);
    } else {
        for range in guided::segments(&lexemes) {
            let segment = lexemes.get(range.clone()).unwrap_or_default();
            let guide = (!guided::balances(segment)).then(|| Guide::new(&lexemes, range.clone()));
            assembler.run(range, guide);
        }
    }
    assembler.builder.into_nodes()
}

/// What the indentation alone makes of the tokens: for tests that it agrees with braces that balance.
#[cfg(test)]
pub(crate) fn assemble_guided(text: &str, lexemes: &[Lexeme], errors: &mut Errors) -> Vec<Node> {
    let mut assembler = Assembler::new(text, lexemes, errors);
    for range in guided::segments(lexemes) {
        assembler.run(range.clone(), Some(Guide::new(lexemes, range)));
    }
    assembler.builder.into_nodes()
}

/// A block that is open while tokens are read.
pub(crate) struct Open {
    /// The `{`. None where it is missing.
    brace: Option<TextRange>,
    /// The first token of the statement.
    head: usize,
    /// The first token of the line on which the block was opened.
    pub(crate) line: usize,
    /// Columns before that line.
    pub(crate) indent: u32,
}

pub(crate) struct Assembler<'a> {
    text: &'a str,
    pub(crate) lexemes: &'a [Lexeme],
    builder: Builder,
    pub(crate) blocks: Vec<Open>,
    errors: &'a mut Errors,
    /// The first token of the statement whose values are being read.
    pub(crate) head: Option<usize>,
    /// The first token of the current line.
    pub(crate) line: usize,
    pub(crate) line_indent: u32,
    /// The last line that had values without a keyword.
    orphan_line: Option<usize>,
    /// Whether it has been said that blocks are too deep: once is enough.
    too_deep: bool,
    /// Cache of `significant`.
    next: usize,
}

impl<'a> Assembler<'a> {
    fn new(text: &'a str, lexemes: &'a [Lexeme], errors: &'a mut Errors) -> Self {
        let builder = Builder::with_capacity(lexemes.len() * 3 / 2);
        Self {
            text,
            lexemes,
            builder,
            blocks: Vec::new(),
            errors,
            head: None,
            line: 0,
            line_indent: 0,
            orphan_line: None,
            too_deep: false,
            next: 0,
        }
    }

    /// Reads the tokens of `range`. What is open at its end is closed there.
    fn run(&mut self, range: std::ops::Range<usize>, mut guide: Option<Guide>) {
        for index in range.clone() {
            let Some(mut lexeme) = self.lexemes.get(index).copied() else { break };
            if lexeme.is_first() {
                self.break_line(index, guide.as_mut());
                self.line = index;
                self.line_indent = lexeme.indent;
                if let Some(guide) = &mut guide {
                    guide.start_line(self, index);
                }
            }
            if guide.as_ref().is_some_and(|guide| guide.opens_before(index)) && self.head.is_some() {
                self.open_lost(index, false);
                if lexeme.kind == TokenKind::Word {
                    lexeme.kind = TokenKind::Keyword;
                }
            }
            self.token(index, lexeme, guide.as_mut());
        }
        self.end_head();
        while !self.blocks.is_empty() {
            self.close_lost();
        }
    }

    /// The statement of the line before ends, unless its block follows.
    fn break_line(&mut self, index: usize, guide: Option<&mut Guide>) {
        if self.head.is_none() {
            return;
        }
        let next = self.significant(index);
        let brace_follows =
            self.lexemes.get(next).is_some_and(|next| next.kind == TokenKind::Open && next.is_first());
        if brace_follows {
            return;
        }
        if guide.is_some_and(|guide| guide.lost_open_at_line_end(self, next)) {
            self.open_lost(index, true);
        } else {
            self.end_head();
        }
    }

    fn token(&mut self, index: usize, lexeme: Lexeme, guide: Option<&mut Guide>) {
        match lexeme.kind {
            TokenKind::Comment => {
                let mut guide = guide;
                if !lexeme.is_first() {
                    self.break_line(index, guide.as_deref_mut());
                }
                self.put(lexeme);
                if self.head.is_none()
                    && let Some(indent) = guide.and_then(|guide| guide.header_in_comment(self, index))
                {
                    self.open_headless(index, indent);
                }
            }
            TokenKind::Semicolon => {
                self.end_head();
                self.put(lexeme);
            }
            TokenKind::Open => {
                if self.head.is_none() {
                    self.start_head(index, lexeme);
                }
                self.open_block(index, lexeme);
            }
            TokenKind::Close => {
                self.end_head();
                let closes = match guide {
                    Some(guide) => guide.closes(self, index, lexeme),
                    None => !self.blocks.is_empty(),
                };
                self.put(lexeme);
                if closes {
                    self.blocks.pop();
                    self.builder.finish_block();
                    self.builder.finish_stmt();
                } else {
                    self.errors.push(SyntaxError::stray_close(lexeme.range()));
                }
            }
            _ => {
                if self.head.is_none() {
                    self.start_head(index, lexeme);
                }
                self.put(lexeme);
            }
        }
    }

    fn put(&mut self, lexeme: Lexeme) {
        self.builder.token(lexeme.kind, lexeme.start, lexeme.end);
    }

    fn start_head(&mut self, index: usize, lexeme: Lexeme) {
        self.builder.start_stmt(lexeme.start);
        self.head = Some(index);
        if lexeme.kind != TokenKind::Keyword {
            self.report_orphan(index);
        }
    }

    /// Values without a keyword are one error for their line, unless something on it has been explained already.
    fn report_orphan(&mut self, index: usize) {
        if self.orphan_line.replace(self.line) == Some(self.line) {
            return;
        }
        let rest = self.lexemes.iter().enumerate().skip(self.line);
        let mut line = rest
            .take_while(|(at, lexeme)| *at == self.line || !lexeme.is_first())
            .map(|(_, lexeme)| lexeme.kind);
        if line.any(|kind| matches!(kind, TokenKind::Bad | TokenKind::StringOpen | TokenKind::TextOpen)) {
            return;
        }
        let ends = |lexeme: &Lexeme| {
            matches!(
                lexeme.kind,
                TokenKind::Comment | TokenKind::Semicolon | TokenKind::Open | TokenKind::Close
            )
        };
        let first = self.lexemes.get(index).map_or_else(TextRange::default, Lexeme::range);
        let values =
            self.lexemes.iter().skip(index + 1).take_while(|lexeme| !lexeme.is_first() && !ends(lexeme));
        let is_brace = self.lexemes.get(index).is_some_and(ends);
        let range =
            if is_brace { first } else { values.fold(first, |range, lexeme| range.cover(lexeme.range())) };
        self.errors.push(SyntaxError::no_keyword(range));
    }

    fn end_head(&mut self) {
        if self.head.take().is_some() {
            self.builder.finish_stmt();
        }
    }

    fn open_block(&mut self, index: usize, brace: Lexeme) {
        self.start_block(brace.start, Some(brace.range()), index);
        self.put(brace);
    }

    fn start_block(&mut self, at: u32, brace: Option<TextRange>, index: usize) {
        if !self.builder.start_block(at) && !std::mem::replace(&mut self.too_deep, true) {
            self.errors.push(SyntaxError::too_deep(brace.unwrap_or(TextRange::empty(at))));
        }
        let head = self.head.take().unwrap_or(index);
        self.blocks.push(Open { brace, head, line: self.line, indent: self.line_indent });
    }

    /// Opens a block whose `{` is missing; it belongs before the token `index`, which is `certain` at a line's end.
    fn open_lost(&mut self, index: usize, certain: bool) {
        let head = self.head.unwrap_or(index);
        let at = self.lexemes.get(index).map_or(0, |lexeme| lexeme.start);
        let first = self.lexemes.get(head).map_or_else(TextRange::default, Lexeme::range);
        let last =
            index.checked_sub(1).and_then(|before| self.lexemes.get(before)).map_or(first, Lexeme::range);
        self.errors.push(SyntaxError::missing_open(first.cover(last), self.describe(head), certain));
        self.start_block(at, None, index);
    }

    /// Opens a block behind the comment `index` that has swallowed its statement, which was `indent` deep.
    fn open_headless(&mut self, index: usize, indent: u32) {
        let comment = self.lexemes.get(index).map_or_else(TextRange::default, Lexeme::range);
        let at = self.lexemes.get(index + 1).map_or(comment.end, |next| next.start);
        self.errors.push(SyntaxError::header_in_comment(comment));
        self.builder.start_stmt(at);
        self.start_block(at, None, index + 1);
        if let Some(block) = self.blocks.last_mut() {
            block.indent = indent;
        }
    }

    /// Closes the innermost block, whose `}` is missing, behind the last token.
    pub(crate) fn close_lost(&mut self) {
        let Some(block) = self.blocks.pop() else { return };
        self.builder.finish_block();
        self.builder.finish_stmt();
        // A brace without a statement has been reported for that.
        let is_bare = block.brace.is_some()
            && self.lexemes.get(block.head).is_some_and(|head| head.kind == TokenKind::Open);
        if is_bare || self.errors.is_full() {
            return;
        }
        let (at, insert) = self.lost_brace(&block);
        let head = self.lexemes.get(block.head).map_or_else(TextRange::default, Lexeme::range);
        let open = block.brace.unwrap_or(head);
        let head = self.describe(block.head);
        self.errors.push(SyntaxError::unclosed_block(Unclosed { head, open, at, insert }));
    }

    /// Where the missing `}` of `block` belongs if it ends with the last token put down, and what to write.
    fn lost_brace(&self, block: &Open) -> (u32, String) {
        let end = self.builder.end();
        let brace = block.brace.map_or(end, |brace| brace.start);
        let body = self.text.get(brace as usize..end as usize).unwrap_or_default();
        let last = self.lexemes.partition_point(|lexeme| lexeme.end <= end);
        let before = |index: usize| index.checked_sub(1).and_then(|before| self.lexemes.get(before));
        if body.contains('\n') || before(last).is_some_and(|last| last.end == brace + 1) {
            let line = self.lexemes.get(block.line).map_or(0, |lexeme| lexeme.start as usize);
            let start =
                self.text.get(..line).unwrap_or_default().rfind('\n').map_or(0, |newline| newline + 1);
            let blanks = self.text.get(start..line).unwrap_or_default().trim_start_matches('\u{feff}');
            return (end, format!("\n{blanks}}}"));
        }
        let at = match before(last) {
            Some(comment) if comment.kind == TokenKind::Comment => {
                before(last - 1).map_or(end, |lexeme| lexeme.end)
            }
            _ => end,
        };
        (at, " }".to_owned())
    }

    pub(crate) fn slice(&self, lexeme: &Lexeme) -> &'a str {
        self.text.get(lexeme.range().as_range()).unwrap_or_default()
    }

    /// The statement as a person would call it: `phase foundation`.
    fn describe(&self, head: usize) -> String {
        let mut words = Vec::new();
        for (at, lexeme) in self.lexemes.iter().enumerate().skip(head).take(2) {
            let text = self.slice(lexeme);
            match lexeme.kind {
                TokenKind::Keyword if at == head => words.push(text),
                TokenKind::Word | TokenKind::String if !lexeme.is_first() => words.push(text),
                _ => break,
            }
        }
        let name: String = words.join(" ").chars().take(60).collect();
        if name.is_empty() { "{".to_owned() } else { name }
    }

    /// The first token from `index` on that is no comment.
    pub(crate) fn significant(&mut self, index: usize) -> usize {
        if self.next < index
            || self.lexemes.get(index).is_some_and(|lexeme| lexeme.kind != TokenKind::Comment)
        {
            let comments =
                self.lexemes.iter().skip(index).take_while(|lexeme| lexeme.kind == TokenKind::Comment);
            self.next = index + comments.count();
        }
        self.next
    }
}
