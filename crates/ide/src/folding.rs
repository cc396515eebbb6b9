//! What of a file can be folded away.

use roadmap_db::Analysis;
use roadmap_diag::{FileId, TextRange};
use roadmap_syntax::{Token, TokenKind};

/// What is folded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FoldKind {
    /// What stands between `{` and `}`.
    Block,
    /// What stands between `"""` and `"""`.
    Text,
    /// Comments on lines of their own, one below the other.
    Comments,
    /// Includes, one below the other.
    Includes,
}

/// Lines that can be folded away.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fold {
    /// What disappears. It begins on the line that stays.
    pub range: TextRange,
    /// What it is.
    pub kind: FoldKind,
}

/// What can be folded in a file, in the order of the text. Each spans at least two lines.
#[must_use]
pub fn folding_ranges(analysis: &Analysis, id: FileId) -> Vec<Fold> {
    let Some(file) = analysis.file(id) else { return Vec::new() };
    let mut folds = Folds { text: &file.text, found: Vec::new() };
    let mut comments = Run::default();
    let mut includes = Run::default();
    for (item, hir) in file.parse.items().iter().zip(file.statements.iter()) {
        let in_file = |range: TextRange| range.shift(item.start);
        for token in item.tree.tokens() {
            let range = in_file(token.range);
            match token.kind {
                TokenKind::Comment if folds.starts_line(range.start) => {
                    if !folds.follows(comments.0.map(|(_, all)| all), range) {
                        folds.run(&mut comments, FoldKind::Comments);
                    }
                    comments.add(range);
                }
                TokenKind::Comment => {}
                TokenKind::Text | TokenKind::TextOpen => {
                    folds.run(&mut comments, FoldKind::Comments);
                    folds.text(token, range);
                }
                _ => folds.run(&mut comments, FoldKind::Comments),
            }
        }
        for stmt in &hir.stmts {
            let Some(open) = stmt.open else { continue };
            let end = stmt.close.map_or(stmt.range.end, |close| close.start);
            folds.add(in_file(TextRange::new(open.end, end)), FoldKind::Block);
        }
        for stmt in hir.stmts.iter().filter(|stmt| stmt.parent.is_none()) {
            if stmt.keyword == "include" && stmt.known {
                includes.add(in_file(stmt.range));
            } else {
                folds.run(&mut includes, FoldKind::Includes);
            }
        }
    }
    folds.run(&mut comments, FoldKind::Comments);
    folds.run(&mut includes, FoldKind::Includes);
    folds.found.sort();
    folds.found
}

struct Folds<'t> {
    text: &'t str,
    found: Vec<Fold>,
}

/// Things of one kind that follow each other: the first, and all of them.
#[derive(Default)]
struct Run(Option<(TextRange, TextRange)>);

impl Run {
    fn add(&mut self, range: TextRange) {
        self.0 = Some(self.0.map_or((range, range), |(first, all)| (first, all.cover(range))));
    }
}

impl Folds<'_> {
    fn slice(&self, range: TextRange) -> &str {
        self.text.get(range.as_range()).unwrap_or_default()
    }

    fn add(&mut self, range: TextRange, kind: FoldKind) {
        if self.slice(range).contains('\n') {
            self.found.push(Fold { range, kind });
        }
    }

    /// Folds what has followed each other so far, and begins anew.
    fn run(&mut self, run: &mut Run, kind: FoldKind) {
        if let Some((first, all)) = run.0.take().filter(|(first, all)| first != all) {
            self.add(TextRange::new(self.line_end(first.end), all.end), kind);
        }
    }

    /// A text: its first quotes stay, and its last ones.
    fn text(&mut self, token: Token<'_>, range: TextRange) {
        let quotes = |text: &str, found: Option<&str>| {
            u32::try_from(found.map_or(0, |rest| text.len() - rest.len())).unwrap_or(0)
        };
        let opening = quotes(token.text, token.text.strip_prefix("\"\"\""));
        let body = token.text.get(opening as usize..).unwrap_or_default();
        let closing = quotes(body, body.strip_suffix("\"\"\""));
        self.add(TextRange::new(range.start + opening, range.end - closing), FoldKind::Text);
    }

    /// Whether nothing but blanks stands before `offset` on its line.
    fn starts_line(&self, offset: u32) -> bool {
        let before = self.text.get(..offset as usize).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty()
    }

    /// Whether nothing but one line break and blanks stands between two comments.
    fn follows(&self, before: Option<TextRange>, range: TextRange) -> bool {
        before.is_none_or(|before| {
            let gap = self.slice(TextRange::new(before.end, range.start));
            gap.trim().is_empty() && gap.matches('\n').count() == 1
        })
    }

    fn line_end(&self, offset: u32) -> u32 {
        let rest = self.text.get(offset as usize..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        offset + u32::try_from(line.trim_end_matches('\r').len()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Fixture;

    /// The text with `⟦⟧` around what is folded, by kind.
    fn shown(text: &str) -> String {
        let fixture = Fixture::new(text);
        let folds = folding_ranges(&fixture.analysis, fixture.file);
        let all = TextRange::new(
            0,
            u32::try_from(fixture.analysis.file(fixture.file).unwrap().text.len()).unwrap(),
        );
        let lines = folds.iter().map(|fold| {
            let before = fixture.slice(TextRange::new(all.start, fold.range.start));
            let behind = fixture.slice(TextRange::new(fold.range.end, all.end));
            let first = before.matches('\n').count();
            let last = first + fixture.slice(fold.range).matches('\n').count();
            let (start, end) = (before.rsplit('\n').next().unwrap(), behind.split('\n').next().unwrap());
            format!("{:?} {first}-{last} {}…{}", fold.kind, start.trim(), end.trim())
        });
        let lines: Vec<String> = lines.collect();
        lines.join("\n")
    }

    #[test]
    fn blocks_and_texts_keep_what_closes_them() {
        let text = "phase p \"P\" 2026-Q1 {\n  goal g \"G\" {\n    owner lan\n  }\n  activity a \"A\" { owner lan }\n  note \"\"\"\n    Xin chào { \n  \"\"\"\n} # end\n";
        assert_eq!(
            shown(text),
            "Block 0-8 phase p \"P\" 2026-Q1 {…} # end\nBlock 1-3 goal g \"G\" {…}\nText 5-7 note \"\"\"…\"\"\""
        );
    }

    #[test]
    fn what_stands_on_one_line_is_not_folded() {
        assert_eq!(shown("person lan \"Lan\" { role cmo }\n# one comment\n\ninclude \"a.roadmap\"\n"), "");
    }

    #[test]
    fn comments_fold_where_they_stand_together() {
        let text = "# one\n# two\r\n# three\n\n# apart\nperson lan \"Lan\" # behind\n# below\n  # indented\nperson mai \"Mai\" {\n  # in\n  # side\n}\n";
        assert_eq!(
            shown(text),
            "Comments 0-2 # one…\nComments 6-7 # below…\nBlock 8-11 person mai \"Mai\" {…}\nComments 9-10 # in…"
        );
    }

    #[test]
    fn includes_fold_where_they_follow_each_other() {
        let text = "include \"a.roadmap\" # people\ninclude \"b.roadmap\"\n\n# c\ninclude \"c.roadmap\"\nperson lan \"Lan\"\ninclude \"d.roadmap\"\n";
        assert_eq!(shown(text), "Includes 0-4 include \"a.roadmap\" # people…");
    }

    #[test]
    fn lines_that_look_like_comments_in_a_text_are_text() {
        assert_eq!(
            shown("goal g \"G\" {\n  note \"\"\"\n    # one\n    # two\n  \"\"\"\n}\n"),
            "Block 0-5 goal g \"G\" {…}\nText 1-4 note \"\"\"…\"\"\""
        );
    }

    #[test]
    fn broken_blocks_fold_as_far_as_they_reach() {
        let shown = shown("phase p \"P\" 2026-Q1 {\n  goal g \"G\" {\n    owner lan\n\nperson lan \"Lan\"\n");
        assert_eq!(shown, "Block 0-2 phase p \"P\" 2026-Q1 {…\nBlock 1-2 goal g \"G\" {…");
    }
}
