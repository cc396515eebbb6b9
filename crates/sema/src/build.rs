//! Statements to model: names are declared, then resolved; amounts get the plan's currency, dates the plan's calendar.

mod activities;
mod amounts;
mod builder;
mod calendars;
mod company;
mod cycles;
mod dependencies;
mod incremental;
mod kpis;
mod measure;
mod names;
mod outline;
mod people;
mod plan;
mod props;
mod records;
mod refs;
mod reviews;
mod schedule;
#[cfg(test)]
mod tests;
mod units;
mod view;
mod work;

use std::sync::Arc;

use jiff::civil::Date;
use roadmap_diag::{Diagnostic, FileId, ItemIndex};

use crate::hir::Hir;
use crate::model::Model;

pub use incremental::Incremental;

/// What a model is built from.
#[derive(Debug)]
pub struct ProjectInput {
    /// Files in the order in which they take part: the entry first, each include where it is written.
    pub files: Vec<FileInput>,
    /// The plan's today.
    pub today: Date,
}

/// One file of a project.
#[derive(Debug)]
pub struct FileInput {
    /// Its number.
    pub id: FileId,
    /// Its path, relative to the project, with `/`.
    pub path: String,
    /// Its top-level statements.
    pub items: Vec<Arc<Hir>>,
}

/// A model, and what was found while it was built.
#[derive(Debug)]
pub struct Built {
    /// The plan.
    pub model: Model,
    /// Findings of the schema, of names and of values, and of the company's own rules, in no order.
    pub diagnostics: Vec<Diagnostic>,
    /// How much was built for it.
    pub extent: Extent,
}

/// How much of a plan was built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// The statements that were edited, and the dates of all work.
    StatementsAndDates,
    /// The statements that were edited.
    Statements,
}

/// Builds the model of a project. Never fails: what cannot be read is reported and left out.
#[must_use]
pub fn build(input: ProjectInput) -> Built {
    Incremental::default().build(input)
}

/// An `include` statement of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Include {
    /// The path or glob as written.
    pub path: String,
    /// Where it stands, relative to its top-level statement.
    pub range: roadmap_diag::TextRange,
    /// Which top-level statement it is.
    pub item: ItemIndex,
}

/// The `include` statements of a file, in the order of the text.
#[must_use]
pub fn includes(items: &[Arc<Hir>]) -> Vec<Include> {
    let mut found = Vec::new();
    for (index, hir) in items.iter().enumerate() {
        for root in hir.roots() {
            let Some(stmt) = hir.stmt(root).filter(|stmt| stmt.keyword == "include") else { continue };
            let Some(value) = hir.value(stmt, "path") else { continue };
            if let crate::hir::Value::Text(path) = &value.value {
                let item = ItemIndex(u32::try_from(index).unwrap_or(u32::MAX));
                found.push(Include { path: path.to_string(), range: value.range, item });
            }
        }
    }
    found
}
