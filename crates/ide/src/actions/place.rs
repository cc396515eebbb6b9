//! The place that is asked about.

use roadmap_db::{Analysis, File};
use roadmap_diag::{Diagnostic, FileId, ItemIndex, Span, TextRange};
use roadmap_sema::hir::{Hir, HirStmt, Value};
use roadmap_syntax::Tree;

use super::Ask;
use crate::Cursor;

/// Findings that are looked at where much is selected: nobody reads a longer list.
const MOST: usize = 100;

/// A place in a file of the plan.
#[derive(Clone, Copy)]
pub(super) struct Here<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) id: FileId,
    pub(super) file: &'a File,
    /// What is selected, on whole characters.
    pub(super) range: TextRange,
}

/// A statement with the tree that it stands in.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) id: FileId,
    pub(super) file: &'a File,
    pub(super) item: ItemIndex,
    /// Where the top-level statement starts in its file.
    pub(super) start: u32,
    pub(super) tree: &'a Tree,
    pub(super) hir: &'a Hir,
    pub(super) index: u32,
    pub(super) stmt: &'a HirStmt,
}

impl<'a> Here<'a> {
    /// None in settings, and in what is not text: nobody can edit that here.
    pub(super) fn new(analysis: &'a Analysis, ask: &Ask<'_>) -> Option<Self> {
        let file = analysis.file(ask.file)?;
        let is_source = (ask.file.0 as usize) < analysis.source_files && file.is_text;
        let whole = |offset: u32| {
            let mut at = (offset as usize).min(file.text.len());
            while !file.text.is_char_boundary(at) {
                at -= 1;
            }
            u32::try_from(at).unwrap_or(0)
        };
        let (start, end) = (whole(ask.range.start), whole(ask.range.end));
        let range = TextRange::new(start, end.max(start));
        is_source.then_some(Self { analysis, id: ask.file, file, range })
    }

    /// The first findings that the range touches, in their order. What is said at a keyword is said of the statement: its
    /// name and title count as well.
    pub(super) fn findings(&self) -> impl Iterator<Item = &'a Diagnostic> + use<'a> {
        let Self { analysis, id, range, .. } = *self;
        let in_file = analysis.diagnostics.iter().filter(move |finding| finding.span.file == id);
        let near = in_file.filter(move |finding| {
            let place = analysis.resolve(head_at(analysis, finding.span));
            place.start <= range.end && range.start <= place.end
        });
        near.take(MOST)
    }

    /// The statements around the start of the range, innermost first.
    pub(super) fn around(&self) -> impl Iterator<Item = At<'a>> + use<'a> {
        let cursor = Cursor::new(self.analysis, self.id, self.range.start);
        cursor.into_iter().flat_map(|cursor| {
            cursor.ancestors().map(move |(index, stmt)| At {
                id: cursor.id,
                file: cursor.file,
                item: cursor.item,
                start: cursor.start,
                tree: cursor.tree,
                hir: cursor.hir,
                index,
                stmt,
            })
        })
    }
}

/// Keyword and values of the statement whose keyword stands at `span`; `span` where none does.
fn head_at(analysis: &Analysis, span: Span) -> Span {
    let hir = analysis.file(span.file).and_then(|file| file.statements.get(span.item.0 as usize));
    let stmt = hir.and_then(|hir| hir.stmts.iter().find(|stmt| stmt.keyword_range == span.range));
    Span { range: stmt.map_or(span.range, |stmt| stmt.head), ..span }
}

impl<'a> At<'a> {
    /// The statement with number `index` of the top-level statement `item`.
    pub(super) fn new(analysis: &'a Analysis, id: FileId, item: ItemIndex, index: u32) -> Option<Self> {
        let file = analysis.file(id)?;
        let parsed = file.parse.item(item)?;
        let hir = file.statements.get(item.0 as usize)?;
        let stmt = hir.stmt(index)?;
        Some(Self { id, file, item, start: parsed.start, tree: &parsed.tree, hir, index, stmt })
    }

    /// The innermost statement around a place for which `fits` holds.
    pub(super) fn innermost(
        analysis: &'a Analysis,
        span: Span,
        fits: impl Fn(&Self) -> bool,
    ) -> Option<Self> {
        let hir = analysis.file(span.file)?.statements.get(span.item.0 as usize)?;
        let count = u32::try_from(hir.stmts.len()).ok()?;
        // Inner statements come behind those that they stand in.
        let inside = (0..count).rev().filter_map(|index| Self::new(analysis, span.file, span.item, index));
        inside.filter(|at| at.stmt.range.contains_range(span.range)).find(fits)
    }

    /// The statements in its block.
    pub(super) fn children(self) -> impl Iterator<Item = At<'a>> {
        self.hir.children(self.index).filter_map(move |index| self.at(index))
    }

    pub(super) fn at(self, index: u32) -> Option<Self> {
        Some(Self { index, stmt: self.hir.stmt(index)?, ..self })
    }

    /// Its keyword as the schema has it.
    pub(super) fn keyword(self) -> &'a str {
        self.stmt.row.map_or(&*self.stmt.keyword, |row| row.keyword)
    }

    /// Its title, else its identifier, as they are written.
    pub(super) fn name(self) -> Option<&'a str> {
        let text = |slot: &str| match &self.hir.value(self.stmt, slot)?.value {
            Value::Name(text) | Value::Text(text) => Some(text.as_str()),
            _ => None,
        };
        text("title").or_else(|| text("id"))
    }

    /// A range of its top-level statement as one of the file.
    pub(super) fn in_file(self, range: TextRange) -> TextRange {
        range.shift(self.start)
    }

    /// Where its line starts, and the blanks there; none where something stands before it on its line.
    pub(super) fn line(self) -> Option<(u32, &'a str)> {
        let start = self.in_file(self.stmt.range).start;
        let before = self.file.text.get(..start as usize)?;
        let line = before.rfind('\n').map_or(0, |newline| newline + 1);
        let blanks = before.get(line..)?;
        // A mark at the start of the file stays there.
        let (mark, blanks) = match blanks.strip_prefix('\u{feff}') {
            Some(rest) => ('\u{feff}'.len_utf8(), rest),
            None => (0, blanks),
        };
        let line = u32::try_from(line + mark).ok()?;
        blanks.chars().all(char::is_whitespace).then_some((line, blanks))
    }
}
