//! Everything that is known of a project at one moment, as plain data.

use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use roadmap_diag::{Diagnostic, FileId, ItemIndex, Severity, Span, TextRange};
use roadmap_sema::hir::{Hir, HirStmt, Value};
use roadmap_sema::model::Model;
use roadmap_sema::rules::{Readers, Role};
use roadmap_sema::settings::Settings;
use roadmap_syntax::Parse;

use crate::config::Config;
use crate::lines::{LineColumn, LineIndex};

/// What is known of a project.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// The project's files; a [`FileId`] is an index. `roadmap.toml` comes last, where there is one.
    pub files: Vec<File>,
    /// How many of `files` are `.roadmap` files.
    pub source_files: usize,
    /// The one file that was asked about, where it is a part of a project.
    pub only: Option<FileId>,
    /// The plan.
    pub model: Arc<Model>,
    /// Levels and limits.
    pub settings: Arc<Settings>,
    /// `roadmap.toml`; empty where there is none.
    pub config: Arc<Config>,
    /// The plan's today.
    pub today: Date,
    /// Findings, levels and `allow` comments applied, in order of their files' paths, offset and code.
    pub diagnostics: Arc<[Diagnostic]>,
    /// How many findings [`Self::concerning`] has left out; nothing where all are kept.
    pub hidden: Option<usize>,
}

/// A file of the project.
#[derive(Debug, Clone)]
pub struct File {
    /// Relative to the project, with `/`.
    pub path: String,
    /// Its text.
    pub text: Arc<str>,
    /// Its top-level statements; none for `roadmap.toml`.
    pub parse: Arc<Parse>,
    /// The same statements by the schema.
    pub statements: Arc<[Arc<Hir>]>,
    /// Whether the file is text: where it is not, `text` is what could be read of it.
    pub is_text: bool,
    pub(crate) lines: Arc<OnceLock<LineIndex>>,
}

/// What a statement is called: its keyword, and its identifier or title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatementName<'a> {
    /// The keyword.
    pub keyword: &'a str,
    /// The identifier, else the title, where it has one.
    pub name: Option<&'a str>,
}

impl File {
    /// Where its lines start.
    #[must_use]
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// Line and column of a byte offset.
    #[must_use]
    pub fn line_column(&self, offset: u32) -> LineColumn {
        self.lines().line_column(&self.text, offset)
    }
}

impl Analysis {
    /// The file `id`.
    #[must_use]
    pub fn file(&self, id: FileId) -> Option<&File> {
        self.files.get(id.0 as usize)
    }

    /// The bytes of the file at which a place stands, within the text and on whole characters.
    #[must_use]
    pub fn resolve(&self, span: Span) -> TextRange {
        let Some(file) = self.file(span.file) else { return TextRange::default() };
        let start = match span.item {
            // A byte order mark stays in front of what is written at the start of a file.
            ItemIndex::FILE if span.range == TextRange::empty(0) && file.text.starts_with('\u{feff}') => {
                u32::try_from('\u{feff}'.len_utf8()).unwrap_or(0)
            }
            ItemIndex::FILE => 0,
            item => file.parse.item(item).map_or(0, |item| item.start),
        };
        let offset = |offset: u32| {
            let at = (start.saturating_add(offset) as usize).min(file.text.len());
            let at = (0..=at).rev().find(|at| file.text.is_char_boundary(*at)).unwrap_or(0);
            u32::try_from(at).unwrap_or(u32::MAX)
        };
        TextRange::new(offset(span.range.start), offset(span.range.end))
    }

    /// The text at a place; empty where there is none.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        let range = self.resolve(span).as_range();
        self.file(span.file).and_then(|file| file.text.get(range)).unwrap_or_default()
    }

    /// The file of a place, and line and column of its start.
    #[must_use]
    pub fn position(&self, span: Span) -> Option<(&str, LineColumn)> {
        let file = self.file(span.file)?;
        Some((&file.path, file.line_column(self.resolve(span).start)))
    }

    /// The findings that were asked for: all, or those in [`Self::only`] and in `roadmap.toml`.
    pub fn asked(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|diagnostic| {
            let file = diagnostic.span.file;
            self.only.is_none_or(|only| only == file || file.0 as usize >= self.source_files)
        })
    }

    /// The same with those findings alone that concern `role`.
    #[must_use]
    pub fn concerning(mut self, role: Role) -> Self {
        let readers = Readers::of(&self.model);
        let before = self.asked().count();
        let kept = self.diagnostics.iter().filter(|finding| readers.of_finding(finding).contains(role));
        self.diagnostics = kept.cloned().collect();
        self.hidden = Some(self.hidden.unwrap_or_default() + before - self.asked().count());
        self
    }

    /// How many findings of a severity were asked for.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.asked().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// What the statement is called whose keyword stands at `keyword`.
    #[must_use]
    pub fn name_of(&self, keyword: Span) -> Option<StatementName<'_>> {
        let hir = self.file(keyword.file)?.statements.get(keyword.item.0 as usize)?;
        let stmt = hir.stmts.iter().find(|stmt| stmt.keyword_range == keyword.range)?;
        Some(StatementName { keyword: &stmt.keyword, name: name(hir, stmt) })
    }
}

fn name<'a>(hir: &'a Hir, stmt: &HirStmt) -> Option<&'a str> {
    let text = |slot: &str| match &hir.value(stmt, slot)?.value {
        Value::Name(name) => Some(name.as_str()),
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    };
    text("id").or_else(|| text("title"))
}
