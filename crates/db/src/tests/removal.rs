//! Statements taken out of a text.

use roadmap_diag::TextRange;
use roadmap_sema::hir::{Hir, HirStmt};

/// The statements in the block of statement `index`.
pub(super) fn children(hir: &Hir, index: usize) -> impl Iterator<Item = &HirStmt> {
    hir.children(u32::try_from(index).unwrap()).filter_map(|child| hir.stmt(child))
}

/// The text without some statements, and what was cut from it: the whole line of a statement that has one of its own,
/// else the statement with the `;` behind it or before it.
#[allow(clippy::string_slice, reason = "statements begin and end between characters")]
pub(super) fn without(text: &str, statements: &[TextRange]) -> (String, Vec<TextRange>) {
    let cuts: Vec<TextRange> = statements.iter().map(|statement| cut(text, *statement)).collect();
    let mut left = text.to_owned();
    for cut in cuts.iter().rev() {
        left.replace_range(cut.as_range(), "");
    }
    (left, cuts)
}

#[allow(clippy::string_slice, reason = "statements begin and end between characters")]
fn cut(text: &str, statement: TextRange) -> TextRange {
    let range = statement.as_range();
    let line = text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
    let behind = &text[range.end..];
    let line_end = range.end + behind.find('\n').map_or(behind.len(), |newline| newline + 1);
    let is_alone = text[line..range.start].trim().is_empty() && text[range.end..line_end].trim().is_empty();
    let (start, end) = if is_alone {
        (line, line_end)
    } else if behind.trim_start().starts_with(';') {
        (range.start, range.end + behind.find(';').unwrap() + 1)
    } else {
        let semicolon = text[line..range.start].trim_end().strip_suffix(';').map(|rest| line + rest.len());
        (semicolon.unwrap_or(range.start), range.end)
    };
    TextRange::new(u32::try_from(start).unwrap(), u32::try_from(end).unwrap())
}

/// Where an offset of the cut text stands in the whole one.
pub(super) fn moved_back(cuts: &[TextRange], at: u32) -> u32 {
    cuts.iter().fold(at, |at, cut| if at >= cut.start { at + cut.end - cut.start } else { at })
}
