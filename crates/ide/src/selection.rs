//! Growing a selection: the word, the value, the statement, the block, what is around it, the file.

use roadmap_db::Analysis;
use roadmap_diag::{FileId, TextRange};
use roadmap_sema::hir::HirStmt;
use roadmap_syntax::{Token, TokenKind};

use crate::Cursor;

/// What a selection at `offset` grows to, step by step: each range holds the one before it and more. The last one is the
/// whole file.
#[must_use]
pub fn selection_ranges(analysis: &Analysis, id: FileId, offset: u32) -> Vec<TextRange> {
    let Some(file) = analysis.file(id) else { return Vec::new() };
    let length = u32::try_from(file.text.len()).unwrap_or(u32::MAX);
    let mut ranges = Vec::new();
    if let Some(cursor) = Cursor::new(analysis, id, offset) {
        let mut growing = Growing { cursor, ranges: &mut ranges };
        growing.word();
        growing.statements();
    }
    ranges.push(TextRange::new(0, length));
    grow(ranges)
}

/// Those ranges of `ranges` (inner ones first) that hold all before them and more.
fn grow(ranges: Vec<TextRange>) -> Vec<TextRange> {
    let mut grown: Vec<TextRange> = Vec::new();
    for range in ranges.into_iter().filter(|range| !range.is_empty()) {
        if grown.last().is_none_or(|last| range.contains_range(*last) && range != *last) {
            grown.push(range);
        }
    }
    grown
}

struct Growing<'a, 'r> {
    cursor: Cursor<'a>,
    ranges: &'r mut Vec<TextRange>,
}

impl Growing<'_, '_> {
    /// Adds a range of the top-level statement, where it holds the place.
    fn add(&mut self, range: TextRange) {
        if range.touches(self.cursor.local()) {
            self.ranges.push(self.cursor.in_file(range));
        }
    }

    /// The word, and the token that it stands in.
    fn word(&mut self) {
        let local = self.cursor.local();
        let tokens = self.cursor.tree.tokens().take_while(|token| token.range.start <= local);
        // Where two tokens touch, the one that says more: a word, not the brace before it.
        let touched = tokens.filter(|token| token.range.touches(local)).max_by_key(|token| {
            let is_mark = !matches!(token.kind, TokenKind::Keyword | TokenKind::Word) && !is_text(token);
            (!is_mark, token.range.start)
        });
        let Some(token) = touched else { return };
        let is_prose = is_text(&token);
        let is_path = matches!(token.kind, TokenKind::Word | TokenKind::Keyword);
        if is_prose || is_path {
            let word = self.cursor.word();
            let start = self.cursor.start;
            if word.start >= start {
                let word = TextRange::new(word.start - start, word.end - start);
                if token.range.contains_range(word) {
                    self.add(word);
                }
            }
        }
        if is_prose {
            self.line(token);
            self.add(body(token));
        }
        self.add(token.range);
        if token.kind == TokenKind::Comment {
            self.comments(token.range);
        }
    }

    /// The line of a text over several.
    fn line(&mut self, token: Token<'_>) {
        if !token.text.contains('\n') {
            return;
        }
        let at = (self.cursor.local() - token.range.start) as usize;
        let (before, after) = token.text.split_at_checked(at).unwrap_or((token.text, ""));
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let end = at + after.find('\n').unwrap_or(after.len());
        let line = token.text.get(start..end).unwrap_or_default();
        let blanks = line.len() - line.trim_start().len();
        let length = |bytes: usize| u32::try_from(bytes).unwrap_or(0);
        let start = token.range.start + length(start + blanks);
        self.add(TextRange::new(start, start + length(line.trim().len())));
    }

    /// The comments above and below, without a gap.
    fn comments(&mut self, range: TextRange) {
        let comments: Vec<TextRange> = self
            .cursor
            .tree
            .tokens()
            .filter(|token| token.kind == TokenKind::Comment)
            .map(|token| token.range)
            .collect();
        let Some(at) = comments.iter().position(|comment| *comment == range) else { return };
        let joined = |one: TextRange, other: TextRange| {
            let gap = self.cursor.tree.slice(TextRange::new(one.end, other.start));
            gap.trim().is_empty() && gap.matches('\n').count() == 1
        };
        let (mut first, mut last) = (range, range);
        for comment in comments.iter().take(at).rev() {
            if !joined(*comment, first) {
                break;
            }
            first = *comment;
        }
        for comment in comments.iter().skip(at + 1) {
            if !joined(last, *comment) {
                break;
            }
            last = *comment;
        }
        self.add(first.cover(last));
    }

    /// Value, statement and block, outwards.
    fn statements(&mut self) {
        if let Some(value) = self.cursor.value() {
            self.add(value.range);
        }
        let stmts: Vec<&HirStmt> = self.cursor.ancestors().map(|(_, stmt)| stmt).collect();
        for stmt in stmts {
            if let Some(open) = stmt.open {
                let end = stmt.close.map_or(stmt.range.end, |close| close.start);
                let inner = TextRange::new(open.end, end);
                self.add(self.trimmed(inner));
                self.add(TextRange::new(open.start, stmt.close.map_or(end, |close| close.end)));
            }
            self.add(stmt.head);
            self.add(stmt.range);
        }
    }

    /// Without the blanks at its ends.
    fn trimmed(&self, range: TextRange) -> TextRange {
        let text = self.cursor.tree.slice(range);
        let blanks = |rest: &str| u32::try_from(text.len() - rest.len()).unwrap_or(0);
        let start = range.start + blanks(text.trim_start());
        TextRange::new(start, range.end - blanks(text.trim_end()))
    }
}

fn is_text(token: &Token<'_>) -> bool {
    matches!(
        token.kind,
        TokenKind::String
            | TokenKind::StringOpen
            | TokenKind::Text
            | TokenKind::TextOpen
            | TokenKind::Comment
    )
}

/// What stands between the quotes, or behind the `#`.
fn body(token: Token<'_>) -> TextRange {
    let body = match token.kind {
        TokenKind::Comment => token.text.trim_start_matches('#').trim_start(),
        _ => token.body(),
    };
    // A text's body begins with the first word on its own line.
    let body = body.trim();
    let start = (body.as_ptr() as usize).saturating_sub(token.text.as_ptr() as usize);
    let offset = |at: usize| token.range.start + u32::try_from(at).unwrap_or(0);
    TextRange::new(offset(start), offset(start + body.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Fixture;

    fn shown(text: &str) -> Vec<String> {
        let fixture = Fixture::new(text);
        let ranges = selection_ranges(&fixture.analysis, fixture.file, fixture.offset);
        ranges.into_iter().map(|range| fixture.slice(range).to_owned()).collect()
    }

    #[test]
    fn a_selection_grows_from_the_word_to_the_file() {
        let text = "phase p \"P\" 2026-Q1 {\n  activity b \"B\" { after p.la$0nding +3d; owner lan }\n}\n";
        let after = "after p.landing +3d";
        let block = format!("{after}; owner lan");
        let activity = format!("activity b \"B\" {{ {block} }}");
        assert_eq!(
            shown(text),
            [
                "landing".to_owned(),
                "p.landing".to_owned(),
                "p.landing +3d".to_owned(),
                after.to_owned(),
                block.clone(),
                format!("{{ {block} }}"),
                activity.clone(),
                format!("{{\n  {activity}\n}}"),
                format!("phase p \"P\" 2026-Q1 {{\n  {activity}\n}}"),
                format!("phase p \"P\" 2026-Q1 {{\n  {activity}\n}}\n"),
            ]
        );
    }

    #[test]
    fn strings_texts_and_comments_grow_by_words() {
        assert_eq!(
            shown("goal g \"Tăng tru\u{31b}o\u{31b}\u{309}n$0g 👩‍💻\"")[..4],
            [
                "tru\u{31b}o\u{31b}\u{309}ng",
                "Tăng tru\u{31b}o\u{31b}\u{309}ng 👩‍💻",
                "\"Tăng tru\u{31b}o\u{31b}\u{309}ng 👩‍💻\"",
                "goal g \"Tăng tru\u{31b}o\u{31b}\u{309}ng 👩‍💻\"",
            ]
        );
        assert_eq!(
            shown("goal g \"G\" {\n  note \"\"\"\n    Một h$0ai.\n    Ba.\n  \"\"\"\n}\n")[..5],
            [
                "hai",
                "Một hai.",
                "Một hai.\n    Ba.",
                "\"\"\"\n    Một hai.\n    Ba.\n  \"\"\"",
                "note \"\"\"\n    Một hai.\n    Ba.\n  \"\"\"",
            ]
        );
        assert_eq!(
            shown("# một\n# h$0ai\n\n# ba\nperson lan \"Lan\"\n")[..4],
            ["hai", "# hai", "# một\n# hai", "# một\n# hai\n\n# ba\nperson lan \"Lan\"\n"]
        );
    }

    #[test]
    fn broken_and_empty_texts_have_what_there_is() {
        assert_eq!(shown("$0"), Vec::<String>::new());
        assert_eq!(shown("\n$0\n"), ["\n\n"]);
        assert_eq!(
            shown("goal g \"G\" { owner l$0an"),
            ["lan", "owner lan", "{ owner lan", "goal g \"G\" { owner lan"]
        );
        assert_eq!(shown("}$0"), ["}"]);
    }
}
