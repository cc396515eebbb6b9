//! What stands at a place of the text.

use roadmap_db::{Analysis, File};
use roadmap_diag::{FileId, ItemIndex, Span, TextRange};
use roadmap_sema::hir::{Hir, HirStmt, HirValue};
use roadmap_syntax::Tree;

/// A place in a file, with the top-level statement that it stands in or directly behind.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    /// The file's number.
    pub id: FileId,
    /// The file.
    pub file: &'a File,
    /// Bytes from the start of the file, on a whole character.
    pub offset: u32,
    /// The number of the top-level statement.
    pub item: ItemIndex,
    /// Where that statement's text starts.
    pub start: u32,
    /// Its tree.
    pub tree: &'a Tree,
    /// Its statements by the schema.
    pub hir: &'a Hir,
}

impl<'a> Cursor<'a> {
    /// The place `offset` of file `id`; none where there is no such file or nothing is written in it.
    #[must_use]
    pub fn new(analysis: &'a Analysis, id: FileId, offset: u32) -> Option<Self> {
        let file = analysis.file(id)?;
        let mut at = (offset as usize).min(file.text.len());
        while !file.text.is_char_boundary(at) {
            at -= 1;
        }
        let offset = u32::try_from(at).ok()?;
        let items = file.parse.items();
        // Trees cover the file without gaps: the last that starts at or before the place holds it.
        let index = items.partition_point(|item| item.start <= offset).checked_sub(1)?;
        Self::within(id, file, offset, u32::try_from(index).ok()?)
    }

    /// The same place, seen from the top-level statement `index`.
    fn within(id: FileId, file: &'a File, offset: u32, index: u32) -> Option<Self> {
        let item = file.parse.items().get(index as usize)?;
        let hir = file.statements.get(index as usize)?;
        Some(Self { id, file, offset, item: ItemIndex(index), start: item.start, tree: &item.tree, hir })
    }

    /// The same place, seen from the top-level statement before: beyond its end, where it may have lost its `}`.
    #[must_use]
    pub fn previous(&self) -> Option<Self> {
        Self::within(self.id, self.file, self.offset, self.item.0.checked_sub(1)?)
    }

    /// The place, counted from the start of its top-level statement.
    #[must_use]
    pub fn local(&self) -> u32 {
        self.offset.saturating_sub(self.start)
    }

    /// A range of the top-level statement as one of the file.
    #[must_use]
    pub fn in_file(&self, range: TextRange) -> TextRange {
        range.shift(self.start)
    }

    /// A range of the top-level statement as a place of the project.
    #[must_use]
    pub fn span(&self, range: TextRange) -> Span {
        Span { file: self.id, item: self.item, range }
    }

    /// The innermost statement that holds or touches the place, with its number.
    #[must_use]
    pub fn statement(&self) -> Option<(u32, &'a HirStmt)> {
        let local = self.local();
        let mut found = None;
        for (index, stmt) in (0..).zip(&self.hir.stmts) {
            if stmt.range.start > local {
                break;
            }
            // Where two statements touch, the one that begins is the one that is being written.
            if stmt.range.touches(local) {
                found = Some((index, stmt));
            }
        }
        found
    }

    /// The value of that statement that holds or touches the place.
    #[must_use]
    pub fn value(&self) -> Option<&'a HirValue> {
        let (_, stmt) = self.statement()?;
        let local = self.local();
        self.hir.values_of(stmt).iter().find(|value| value.range.touches(local))
    }

    /// The statements around the place, innermost first.
    pub fn ancestors(&self) -> impl Iterator<Item = (u32, &'a HirStmt)> + use<'a> {
        let hir = self.hir;
        let first = self.statement();
        std::iter::successors(first, move |(_, stmt)| {
            let parent = stmt.parent?;
            Some((parent, hir.stmt(parent)?))
        })
    }

    /// The word at the place: letters, digits, `_` and what belongs to a date or number, up to blanks and punctuation.
    #[must_use]
    pub fn word(&self) -> TextRange {
        let text = &*self.file.text;
        let is_word = |c: char| c.is_alphanumeric() || c == '_' || is_mark(c);
        let (before, after) = text.split_at_checked(self.offset as usize).unwrap_or((text, ""));
        let back: usize = before.chars().rev().take_while(|c| is_word(*c)).map(char::len_utf8).sum();
        let ahead: usize = after.chars().take_while(|c| is_word(*c)).map(char::len_utf8).sum();
        let length = |bytes: usize| u32::try_from(bytes).unwrap_or(0);
        TextRange::new(self.offset - length(back), self.offset + length(ahead))
    }
}

/// Marks that a keyboard puts behind a letter: part of the letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
