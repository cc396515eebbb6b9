//! Where braces do not balance, the indentation says which one is missing or one too many.

use std::ops::Range;

use crate::TokenKind;
use crate::lex::Lexeme;
use crate::structure::Assembler;

/// Whether every `}` has its `{` before it and the other way round.
pub(crate) fn balances(lexemes: &[Lexeme]) -> bool {
    let mut depth = 0usize;
    for lexeme in lexemes {
        match lexeme.kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return false,
            },
            _ => {}
        }
    }
    depth == 0
}

/// Whether lines behind a `{` are mostly deeper than the line it stands on. Looks at neighbouring lines only, so
/// that no brace that is missing elsewhere can spoil the answer.
pub(crate) fn is_indented(lexemes: &[Lexeme]) -> bool {
    let (mut deeper, mut flat) = (0usize, 0usize);
    let mut line = 0;
    let mut opened = false;
    for lexeme in lexemes.iter().filter(|lexeme| lexeme.kind != TokenKind::Comment) {
        if lexeme.is_first() {
            if opened && lexeme.kind != TokenKind::Close {
                if lexeme.indent > line {
                    deeper += 1;
                } else {
                    flat += 1;
                }
            }
            // A brace alone on its line is as deep as the statement above it.
            line = lexeme.indent;
        }
        opened = lexeme.kind == TokenKind::Open;
    }
    // One brace just typed above lines at column 0 is not yet a style.
    deeper + 1 >= flat
}

/// The top-level statements as far as column 0 tells them apart: ranges of tokens that partition the file.
pub(crate) fn segments(lexemes: &[Lexeme]) -> Vec<Range<usize>> {
    let starts = lexemes.iter().enumerate().filter(|(_, lexeme)| {
        lexeme.indent == 0 && !matches!(lexeme.kind, TokenKind::Open | TokenKind::Close | TokenKind::Comment)
    });
    let mut from = 0;
    let mut segments = Vec::new();
    for (start, _) in starts {
        if start > from {
            segments.push(from..start);
        }
        from = start;
    }
    segments.push(from..lexemes.len());
    segments
}

/// What the indentation of one unbalanced segment says.
pub(crate) struct Guide {
    start: usize,
    end: usize,
    /// For the first token of each line: the first token of the next line that is not deeper, `end` if there is none.
    not_deeper: Vec<usize>,
    /// The same for the next line that is shallower.
    shallower: Vec<usize>,
    /// Where a `{` is missing on the current line.
    lost_open: Option<usize>,
    /// Cache of `next_line`.
    next_line: usize,
}

impl Guide {
    pub(crate) fn new(lexemes: &[Lexeme], range: Range<usize>) -> Self {
        let mut not_deeper = vec![range.end; range.len()];
        let mut waiting: Vec<(usize, u32)> = Vec::new();
        for (index, lexeme) in lexemes.iter().enumerate().take(range.end).skip(range.start) {
            if !lexeme.is_first() || lexeme.kind == TokenKind::Comment {
                continue;
            }
            while let Some((line, _)) = waiting.pop_if(|(_, indent)| lexeme.indent <= *indent) {
                if let Some(slot) = not_deeper.get_mut(line - range.start) {
                    *slot = index;
                }
            }
            waiting.push((index, lexeme.indent));
        }
        let mut shallower = not_deeper.clone();
        let indent = |index: usize| lexemes.get(index).map_or(0, |lexeme| lexeme.indent);
        for line in range.clone().rev() {
            let next = not_deeper.get(line - range.start).copied().unwrap_or(range.end);
            if next < range.end
                && indent(next) == indent(line)
                && let Some(beyond) = shallower.get(next - range.start).copied()
                && let Some(slot) = shallower.get_mut(line - range.start)
            {
                *slot = beyond;
            }
        }
        Self { start: range.start, end: range.end, not_deeper, shallower, lost_open: None, next_line: 0 }
    }

    /// Closes the blocks that this line is not deep enough for, and looks for a `{` that the line has lost.
    pub(crate) fn start_line(&mut self, assembler: &mut Assembler<'_>, index: usize) {
        self.lost_open = None;
        let Some(lexeme) = assembler.lexemes.get(index).copied() else { return };
        match lexeme.kind {
            // A brace alone on its line belongs to the statement above it.
            TokenKind::Open if assembler.head.is_some() => return,
            TokenKind::Close => return self.close_deeper(assembler, lexeme.indent),
            TokenKind::Comment => {
                // A comment goes with what follows it, unless it is deeper than that.
                let next = assembler.significant(index);
                let indent = match assembler.lexemes.get(next) {
                    Some(next) if next.kind == TokenKind::Close => return,
                    Some(next) => next.indent.max(lexeme.indent),
                    None => lexeme.indent,
                };
                self.close_not_deeper(assembler, indent);
            }
            _ => self.close_not_deeper(assembler, lexeme.indent),
        }
        self.lost_open = self.find_lost_open(assembler, index);
    }

    pub(crate) fn opens_before(&self, index: usize) -> bool {
        self.lost_open == Some(index)
    }

    /// Whether the statement that ends with its line has lost its `{`: deeper lines follow, down to a `}` as deep
    /// as the statement. `next` is the first token of the next line.
    pub(crate) fn lost_open_at_line_end(&self, assembler: &Assembler<'_>, next: usize) -> bool {
        let lexemes = assembler.lexemes;
        if next >= self.end {
            return false;
        }
        let deeper = lexemes.get(next).is_some_and(|next| {
            next.is_first()
                && next.indent > assembler.line_indent
                && !matches!(next.kind, TokenKind::Open | TokenKind::Close)
        });
        let behind = assembler
            .line
            .checked_sub(self.start)
            .and_then(|line| self.not_deeper.get(line))
            .filter(|behind| **behind < self.end);
        let closed = behind
            .and_then(|behind| lexemes.get(*behind))
            .is_some_and(|behind| behind.kind == TokenKind::Close && behind.indent == assembler.line_indent);
        // A comment as deep as the statement, and not its lines, stands directly above what is deeper.
        let apart = next.checked_sub(1).and_then(|above| lexemes.get(above)).is_some_and(|above| {
            above.kind == TokenKind::Comment && above.is_first() && above.indent <= assembler.line_indent
        });
        deeper && closed && !apart
    }

    /// Whether the `}` at `index` closes the innermost open block; otherwise it is one too many.
    pub(crate) fn closes(&mut self, assembler: &mut Assembler<'_>, index: usize, lexeme: Lexeme) -> bool {
        let Some(block) = assembler.blocks.last() else { return false };
        if block.line == assembler.line {
            return true;
        }
        if lexeme.is_first() && block.indent == lexeme.indent {
            return true;
        }
        self.ends_block(assembler, index)
    }

    /// Whether a `}` that is not below its statement can close the innermost block: what follows is outside of that
    /// block and does not close it.
    fn ends_block(&mut self, assembler: &Assembler<'_>, index: usize) -> bool {
        let Some(block) = assembler.blocks.last() else { return false };
        let next = self.next_line(assembler.lexemes, index);
        next.is_none_or(|next| {
            next.indent < block.indent || next.indent == block.indent && next.kind != TokenKind::Close
        })
    }

    fn close_not_deeper(&self, assembler: &mut Assembler<'_>, indent: u32) {
        while assembler.blocks.last().is_some_and(|block| indent <= block.indent) {
            assembler.close_lost();
        }
    }

    fn close_deeper(&self, assembler: &mut Assembler<'_>, indent: u32) {
        while assembler.blocks.last().is_some_and(|block| indent < block.indent) {
            assembler.close_lost();
        }
    }

    /// The place on the line from `line` where a `{` is missing whose `}` stands on the line.
    fn find_lost_open(&mut self, assembler: &Assembler<'_>, line: usize) -> Option<usize> {
        let lexemes = assembler.lexemes;
        // The first tokens of the statements being read, from the outermost block on this line to the innermost.
        let mut outer = Vec::new();
        let mut first = line;
        let mut best: Option<(u8, usize)> = None;
        let rest = lexemes.iter().enumerate().take(self.end).skip(line);
        for (index, lexeme) in rest.take_while(|(index, lexeme)| *index == line || !lexeme.is_first()) {
            let weight = match lexeme.kind {
                TokenKind::Open => {
                    outer.push(first);
                    first = index + 1;
                    continue;
                }
                TokenKind::Close => {
                    if outer.pop().is_none() {
                        return if self.ends_block(assembler, index) { None } else { best.map(|(_, at)| at) };
                    }
                    first = index + 1;
                    continue;
                }
                TokenKind::Semicolon => {
                    let ends_first = outer.is_empty() && index > first && best.is_none();
                    first = index + 1;
                    u8::from(ends_first)
                }
                TokenKind::Word if index > first + 1 => {
                    let before = lexemes.get(index - 1);
                    let gap = before.map_or(0, |before| lexeme.start - before.end);
                    let title = before.is_some_and(|before| before.kind == TokenKind::String);
                    // Two blanks are left where ` { ` was; else a title ends what stands before a block.
                    match (gap >= 2, outer.is_empty(), title) {
                        (true, true, _) => 4,
                        (true, false, _) => 3,
                        (false, true, true) => 2,
                        _ => 0,
                    }
                }
                _ => 0,
            };
            if weight > 0 && best.is_none_or(|(most, _)| weight >= most) {
                best = Some((weight, index));
            }
        }
        None
    }

    /// The indentation of a statement that has become part of the comment at `index`: the comment ends in its `{`,
    /// deeper lines follow, and a `}` that closes nothing else.
    pub(crate) fn header_in_comment(&self, assembler: &Assembler<'_>, index: usize) -> Option<u32> {
        let lexemes = assembler.lexemes;
        let comment = lexemes.get(index)?;
        let next = lexemes.get(index + 1).filter(|_| index + 1 < self.end)?;
        let swallowed =
            next.is_first() && next.kind != TokenKind::Comment && assembler.slice(comment).ends_with('{');
        let behind =
            self.shallower.get(index + 1 - self.start).filter(|behind| swallowed && **behind < self.end)?;
        let close = lexemes.get(*behind).filter(|close| close.kind == TokenKind::Close)?;
        let closes_other = assembler.blocks.last().is_some_and(|block| block.indent == close.indent);
        (!closes_other).then_some(close.indent)
    }

    /// The first token of the next line, in this segment, that is no comment. Asked with ascending indices.
    fn next_line<'l>(&mut self, lexemes: &'l [Lexeme], index: usize) -> Option<&'l Lexeme> {
        if self.next_line <= index {
            let mut rest = lexemes.iter().enumerate().take(self.end).skip(index + 1);
            let next = rest.find(|(_, lexeme)| lexeme.is_first() && lexeme.kind != TokenKind::Comment);
            self.next_line = next.map_or(self.end, |(at, _)| at);
        }
        lexemes.get(self.next_line).filter(|_| self.next_line < self.end)
    }
}
