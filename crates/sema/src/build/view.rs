//! A statement seen with its place in the project.

use roadmap_diag::{FileId, ItemIndex, Span, TextRange};
use smol_str::SmolStr;

use crate::hir::{Hir, HirStmt, HirValue, Value, When};
use crate::model::{BlockPlace, Place, StmtRef};

/// A statement, its top-level statement and its file.
#[derive(Clone, Copy)]
pub(super) struct View<'h> {
    pub(super) file: FileId,
    pub(super) item: ItemIndex,
    pub(super) hir: &'h Hir,
    pub(super) index: u32,
    pub(super) stmt: &'h HirStmt,
}

impl<'h> View<'h> {
    pub(super) fn keyword(self) -> &'h str {
        // A near miss is read as the keyword it is near to.
        self.stmt.row.map_or(&self.stmt.keyword, |row| row.keyword)
    }

    pub(super) fn at(self, index: u32) -> Option<View<'h>> {
        Some(View { index, stmt: self.hir.stmt(index)?, ..self })
    }

    pub(super) fn children(self) -> impl Iterator<Item = View<'h>> {
        self.hir.children(self.index).filter_map(move |index| self.at(index))
    }

    pub(super) fn children_of(self, keyword: &'static str) -> impl Iterator<Item = View<'h>> {
        self.children().filter(move |child| child.keyword() == keyword)
    }

    pub(super) fn child(self, keyword: &'static str) -> Option<View<'h>> {
        self.children_of(keyword).next()
    }

    pub(super) fn has(self, keyword: &'static str) -> bool {
        self.child(keyword).is_some()
    }

    /// Whether nothing is asked of it: an idea, or what was given up.
    pub(super) fn is_out_of_plan(self) -> bool {
        matches!(self.word_of("status", "status").as_deref(), Some("idea" | "cancelled"))
    }

    pub(super) fn span(self, range: TextRange) -> Span {
        Span { file: self.file, item: self.item, range }
    }

    pub(super) fn keyword_span(self) -> Span {
        self.span(self.stmt.keyword_range)
    }

    pub(super) fn reference(self) -> StmtRef {
        StmtRef { file: self.file, item: self.item, index: self.index }
    }

    pub(super) fn place(self) -> Place {
        let stmt = self.stmt;
        Place {
            stmt: self.reference(),
            keyword: self.keyword_span(),
            head: self.span(stmt.head),
            whole: self.span(stmt.range),
            damaged: stmt.damaged,
            block: stmt.open.map(|open| BlockPlace {
                open,
                begins_on_line: stmt.begins_on_line,
                indent: stmt.indent,
            }),
        }
    }

    pub(super) fn values(self) -> &'h [HirValue] {
        self.hir.values_of(self.stmt)
    }

    pub(super) fn value(self, slot: &str) -> Option<&'h HirValue> {
        self.hir.value(self.stmt, slot)
    }

    pub(super) fn values_in(self, slot: &'static str) -> impl Iterator<Item = &'h HirValue> {
        self.values().iter().filter(move |value| value.slot == slot)
    }

    /// The text in `slot`.
    pub(super) fn text(self, slot: &str) -> Option<SmolStr> {
        match &self.value(slot)?.value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    }

    /// What it is called for people, with the value that says so.
    pub(super) fn title(self) -> Option<(SmolStr, &'h HirValue)> {
        ["title", "name"].into_iter().find_map(|slot| Some((self.text(slot)?, self.value(slot)?)))
    }

    /// The word in `slot`: of the schema's list, or the writer's own.
    pub(super) fn word(self, slot: &str) -> Option<SmolStr> {
        match &self.value(slot)?.value {
            Value::Choice(word) => Some(SmolStr::new_static(word)),
            Value::Name(name) => Some(name.clone()),
            _ => None,
        }
    }

    /// The name in `slot`, with its place.
    pub(super) fn name(self, slot: &str) -> Option<(SmolStr, Span)> {
        let value = self.value(slot)?;
        match &value.value {
            Value::Name(name) => Some((name.clone(), self.span(value.range))),
            _ => None,
        }
    }

    /// The day, period or range in `slot`, with its place.
    pub(super) fn when(self, slot: &str) -> Option<(When, Span)> {
        let value = self.value(slot)?;
        match value.value {
            Value::When(when) => Some((when, self.span(value.range))),
            _ => None,
        }
    }

    /// The text of the first property `keyword`.
    pub(super) fn text_of(self, keyword: &'static str) -> Option<SmolStr> {
        self.child(keyword)?.text("text")
    }

    /// The texts of all properties `keyword`.
    pub(super) fn texts_of(self, keyword: &'static str) -> Vec<SmolStr> {
        self.children_of(keyword).filter_map(|child| child.text("text")).collect()
    }

    /// The word of the first property `keyword`, in `slot`.
    pub(super) fn word_of(self, keyword: &'static str, slot: &'static str) -> Option<SmolStr> {
        self.child(keyword)?.word(slot)
    }
}
