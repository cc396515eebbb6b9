//! Edits that rules offer.

use roadmap_diag::{Edit, TextRange};

use crate::model::Place;

/// A new line `line` inside the block of the statement at `place`, in the way that its block is written: behind the
/// `{` on a line of its own, or before it and a `;` on one line. A statement without a block gets one.
#[must_use]
pub(crate) fn add_line(place: Place, line: &str) -> Edit {
    let at = |offset: u32| place.span(TextRange::empty(offset));
    match place.block {
        Some(block) if block.one_line => Edit { span: at(block.open.end), text: format!(" {line};") },
        Some(block) => {
            Edit { span: at(block.open.end), text: format!("\n{}{line}", indent(block.indent + 2)) }
        }
        None => Edit { span: place.head.end(), text: format!(" {{ {line} }}") },
    }
}

fn indent(columns: u32) -> String {
    " ".repeat(columns as usize)
}
