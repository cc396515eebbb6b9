//! Indentation while somebody types: of a new line, and of a line that closes something.
//!
//! Only the blanks at the start of the cursor's line are ever changed, and inside texts and comments nothing is. Indentation
//! is two blanks deeper than the line of the block around, as the formatter has it: a file that is indented otherwise is
//! followed in what it does.

use roadmap_db::Analysis;
use roadmap_diag::{FileId, TextRange};
use roadmap_syntax::{Token, TokenKind};

use crate::Cursor;

/// Blanks by which a block is deeper than its statement.
const INDENT: &str = "  ";

/// What to replace behind `typed`, which stands directly before `offset`: the blanks at the start of the line. Nothing
/// where they are right, or where nobody can say what is.
#[must_use]
pub fn on_type(analysis: &Analysis, id: FileId, offset: u32, typed: char) -> Option<(TextRange, String)> {
    // Settings have a layout of their own.
    if id.0 as usize >= analysis.source_files {
        return None;
    }
    let cursor = Cursor::new(analysis, id, offset)?;
    let line = Line::at(&cursor.file.text, cursor.offset);
    let wanted = match typed {
        '\n' => line_indent(&cursor, line)?,
        '}' => closing_brace(&cursor, line)?,
        '"' => closing_quotes(&cursor, line)?,
        _ => return None,
    };
    (wanted != line.blanks).then(|| (line.blank_range(), wanted))
}

/// The line of a place.
#[derive(Clone, Copy)]
struct Line<'t> {
    start: usize,
    /// The blanks at its start.
    blanks: &'t str,
    /// What stands behind them.
    rest: &'t str,
}

impl<'t> Line<'t> {
    fn at(text: &'t str, offset: u32) -> Self {
        let before = text.get(..offset as usize).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let start = if start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { start };
        let line = text.get(start..).unwrap_or_default().split('\n').next().unwrap_or_default();
        let line = line.trim_end_matches('\r');
        let rest = line.trim_start_matches([' ', '\t']);
        Self { start, blanks: line.get(..line.len() - rest.len()).unwrap_or_default(), rest }
    }

    fn blank_range(&self) -> TextRange {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        TextRange::new(offset(self.start), offset(self.start + self.blanks.len()))
    }
}

/// The blanks at the start of the line of a place in the file.
fn indent_at<'a>(cursor: &Cursor<'a>, offset: u32) -> &'a str {
    Line::at(&cursor.file.text, offset).blanks
}

/// A new line: as deep as what stands above it, deeper behind what is left open there.
fn line_indent(cursor: &Cursor<'_>, line: Line<'_>) -> Option<String> {
    let start = u32::try_from(line.start).ok()?;
    let (last, tree_start) = token_before(cursor, start)?;
    let range = last.range.shift(tree_start);
    let above = match last.kind {
        TokenKind::Close => {
            block_indent(cursor, range.start).unwrap_or_else(|| indent_at(cursor, range.start))
        }
        _ => indent_at(cursor, range.start),
    };
    if is_text(last) {
        // Behind the quotes that open a text its body begins; in the body, the editor knows best.
        let behind = cursor.file.text.get(range.start as usize..line.start)?;
        let is_first_line = behind.strip_prefix("\"\"\"")?.trim_matches([' ', '\t', '\r']) == "\n";
        let is_open = range.end >= start || last.kind == TokenKind::TextOpen;
        if is_open {
            let blank = line.rest.is_empty();
            return (is_first_line && blank).then(|| format!("{above}{INDENT}"));
        }
    }
    let closes = line.rest.starts_with('}');
    let opened = opened_on_line(cursor, last, tree_start);
    match (opened, closes) {
        (Some(open), true) => Some(indent_at(cursor, open).to_owned()),
        (Some(open), false) => Some(format!("{}{INDENT}", indent_at(cursor, open))),
        (None, true) => closing_of_line(cursor, line),
        (None, false) => Some(above.to_owned()),
    }
}

/// The last token before `offset` that is no comment, and where its top-level statement starts.
fn token_before<'a>(cursor: &Cursor<'a>, offset: u32) -> Option<(Token<'a>, u32)> {
    let mut seen = Some(*cursor);
    while let Some(cursor) = seen {
        let local = offset.saturating_sub(cursor.start);
        let before = cursor.tree.tokens().take_while(|token| token.range.start < local);
        if let Some(token) = before.last() {
            return Some((token, cursor.start));
        }
        seen = cursor.previous();
    }
    None
}

fn is_text(token: Token<'_>) -> bool {
    matches!(token.kind, TokenKind::Text | TokenKind::TextOpen)
}

/// The last `{` on the line of `last` that is not closed there.
fn opened_on_line(cursor: &Cursor<'_>, last: Token<'_>, start: u32) -> Option<u32> {
    let text = &cursor.file.text;
    let line = Line::at(text, last.range.start + start).start;
    let item = cursor.file.parse.items().iter().find(|item| item.start == start)?;
    let mut open = Vec::new();
    let tokens = item.tree.tokens().take_while(|token| token.range.start <= last.range.start);
    for token in tokens.filter(|token| (token.range.start + start) as usize >= line) {
        match token.kind {
            TokenKind::Open => open.push(token.range.start + start),
            TokenKind::Close => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

/// The indentation of the statement whose block the `}` at `offset` closes.
fn block_indent<'a>(cursor: &Cursor<'a>, offset: u32) -> Option<&'a str> {
    let index = cursor.file.parse.item_at(offset)?.0 as usize;
    let (item, hir) = (cursor.file.parse.items().get(index)?, cursor.file.statements.get(index)?);
    let local = offset.checked_sub(item.start)?;
    let closed = hir.stmts.iter().find(|stmt| stmt.close.is_some_and(|close| close.start == local))?;
    Some(indent_at(cursor, item.start + closed.range.start))
}

/// A line that begins with `}`: where the block's statement begins.
fn closing_of_line(cursor: &Cursor<'_>, line: Line<'_>) -> Option<String> {
    let offset = u32::try_from(line.start + line.blanks.len()).ok()?;
    block_indent(cursor, offset).map(str::to_owned)
}

fn closing_brace(cursor: &Cursor<'_>, line: Line<'_>) -> Option<String> {
    let is_first = line.start + line.blanks.len() + 1 == cursor.offset as usize;
    if !is_first || !line.rest.starts_with('}') {
        return None;
    }
    closing_of_line(cursor, line)
}

/// The third of the quotes that close a text: where its statement begins.
fn closing_quotes(cursor: &Cursor<'_>, line: Line<'_>) -> Option<String> {
    let is_third = line.start + line.blanks.len() + 3 == cursor.offset as usize;
    if !is_third || !line.rest.starts_with("\"\"\"") {
        return None;
    }
    let local = cursor.local();
    let text =
        cursor.tree.tokens().find(|token| token.kind == TokenKind::Text && token.range.end == local)?;
    Some(indent_at(cursor, cursor.start + text.range.start).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Fixture;

    /// The text behind what is done where `typed` stands before `$0`.
    fn typed(text: &str, typed: char) -> String {
        let fixture = Fixture::new(text);
        let edit = on_type(&fixture.analysis, fixture.file, fixture.offset, typed);
        let mut text = fixture.analysis.file(fixture.file).unwrap().text.to_string();
        if let Some((range, new)) = edit {
            text.replace_range(range.as_range(), &new);
        }
        text
    }

    fn unchanged(text: &str, c: char) {
        assert_eq!(typed(text, c), text.replace("$0", ""), "{text}");
    }

    #[test]
    fn a_new_line_is_as_deep_as_its_block() {
        for (text, wanted) in [
            ("phase p \"P\" 2026-Q1 {\n$0\n}\n", "phase p \"P\" 2026-Q1 {\n  \n}\n"),
            ("phase p \"P\" 2026-Q1 {\n    $0", "phase p \"P\" 2026-Q1 {\n  "),
            ("phase p \"P\" 2026-Q1 {\n$0}\n", "phase p \"P\" 2026-Q1 {\n}\n"),
            ("phase p \"P\" 2026-Q1 {\n  $0}\n", "phase p \"P\" 2026-Q1 {\n}\n"),
            (
                "phase p \"P\" 2026-Q1 {\n  owner lan\n$0\n}\n",
                "phase p \"P\" 2026-Q1 {\n  owner lan\n  \n}\n",
            ),
            (
                "phase p \"P\" 2026-Q1 {\n  goal g \"G\" { # {\n$0",
                "phase p \"P\" 2026-Q1 {\n  goal g \"G\" { # {\n    ",
            ),
            (
                "phase p \"P\" 2026-Q1 {\n  goal g \"G\" { owner lan }\n$0owner mai\n}",
                "phase p \"P\" 2026-Q1 {\n  goal g \"G\" { owner lan }\n  owner mai\n}",
            ),
            ("person lan \"Lan\"\n  $0", "person lan \"Lan\"\n"),
            ("person lan \"{\"\n  $0", "person lan \"{\"\n"),
            ("goal g \"G\" {\n  owner lan }\n  $0", "goal g \"G\" {\n  owner lan }\n"),
            ("phase p \"P\" 2026-Q1 {\r\n$0\r\n}\r\n", "phase p \"P\" 2026-Q1 {\r\n  \r\n}\r\n"),
            // Another's indentation is followed.
            ("\tgoal g \"G\" {\n$0\n\t}", "\tgoal g \"G\" {\n\t  \n\t}"),
            // The block of the line that a text stands in.
            (
                "goal g \"G\" {\n  note \"\"\"\n      Một.\n  \"\"\"\n$0\n}",
                "goal g \"G\" {\n  note \"\"\"\n      Một.\n  \"\"\"\n  \n}",
            ),
            ("goal g \"G\" {\n  note \"\"\"\n$0", "goal g \"G\" {\n  note \"\"\"\n    "),
            (
                "goal g \"G\" {\n  note \"\"\"\n$0\n  \"\"\"\n}",
                "goal g \"G\" {\n  note \"\"\"\n    \n  \"\"\"\n}",
            ),
        ] {
            assert_eq!(typed(text, '\n'), wanted, "{text}");
        }
    }

    #[test]
    fn a_brace_that_closes_stands_under_its_statement() {
        for (text, wanted) in [
            ("phase p \"P\" 2026-Q1 {\n  owner lan\n  }$0\n", "phase p \"P\" 2026-Q1 {\n  owner lan\n}\n"),
            (
                "phase p \"P\" 2026-Q1 {\n  goal g \"G\" {\n    owner lan\n    }$0\n}\n",
                "phase p \"P\" 2026-Q1 {\n  goal g \"G\" {\n    owner lan\n  }\n}\n",
            ),
            ("goal g \"👩‍💻\"\n{\n    }$0 # xong", "goal g \"👩‍💻\"\n{\n} # xong"),
        ] {
            assert_eq!(typed(text, '}'), wanted, "{text}");
        }
        unchanged("goal g \"G\" { owner lan }$0\n", '}');
        unchanged("  }$0", '}');
        unchanged("goal g \"G\" {\n  note \"\"\"\n      }$0\n  \"\"\"\n}\n", '}');
        unchanged("goal g \"G\" {\n  # x\n  #   }$0\n}\n", '}');
    }

    #[test]
    fn quotes_that_close_a_text_stand_under_its_statement() {
        assert_eq!(
            typed("goal g \"G\" {\n  note \"\"\"\n    Một.\n    \"\"\"$0\n}\n", '"'),
            "goal g \"G\" {\n  note \"\"\"\n    Một.\n  \"\"\"\n}\n"
        );
        unchanged("goal g \"G\" {\n  note \"\"\"$0\n}\n", '"');
        unchanged("goal g \"G\" {\n      \"\"\"$0\n}\n", '"');
        unchanged("goal g \"G\" {\n  note \"\"\"\n    Một.\n    \"\"$0\n}\n", '"');
        unchanged("goal g \"G$0\"", '"');
    }

    #[test]
    fn inside_texts_and_elsewhere_nothing_changes() {
        unchanged("goal g \"G\" {\n  note \"\"\"\n        Một.\n          $0\n  \"\"\"\n}\n", '\n');
        unchanged("goal g \"G\" {\n  note \"\"\"\n        Một.\n          $0hai\n  \"\"\"\n}\n", '\n');
        unchanged("goal g \"G\" {\n  note \"\"\"\n      $0một\n  \"\"\"\n}\n", '\n');
        unchanged("    $0", '\n');
        unchanged("$0", '\n');
        unchanged("person lan \"Lan\";$0", ';');
    }
}
