//! Places as programs read them.

use roadmap_db::Analysis;
use roadmap_diag::{Span, TextRange};
use serde::Serialize;

/// A place in a file.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Range {
    /// First character.
    pub(super) start: Position,
    /// First character behind.
    pub(super) end: Position,
}

/// An offset, and the same as people count it.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Position {
    /// UTF-8 bytes, from 0.
    pub(super) offset: u32,
    /// From 1.
    pub(super) line: u32,
    /// From 1, in Unicode scalar values.
    pub(super) column: u32,
}

/// The path of a place's file relative to the project, and its range there.
pub(super) fn place(analysis: &Analysis, span: Span) -> (&str, Range) {
    let bytes = analysis.resolve(span);
    match analysis.file(span.file) {
        Some(file) => (&file.path, range(analysis, span, bytes)),
        None => ("", range(analysis, span, TextRange::default())),
    }
}

fn range(analysis: &Analysis, span: Span, bytes: TextRange) -> Range {
    let position = |offset: u32| {
        let place = analysis.file(span.file).map(|file| file.line_column(offset));
        let (line, column) = place.map_or((1, 1), |place| (place.line, place.column));
        Position { offset, line, column }
    };
    Range { start: position(bytes.start), end: position(bytes.end) }
}
