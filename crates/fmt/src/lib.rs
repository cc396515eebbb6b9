//! One way to lay out a roadmap.
//!
//! Words, numbers, strings and comments stay byte for byte; what changes is what stands between them. The steps:
//!
//! 1. `survey` looks at each statement: does it stand on one line, how wide is it, is it broken.
//! 2. `layout` turns the tree into lines, each at its depth. A broken statement keeps the lines it has.
//! 3. `align` puts values, blocks and comments of neighbouring lines into columns.
//! 4. The lines are written, two blanks for each depth.
//!
//! A file with errors is read by its indentation where its braces are lost, so laying it out anew could change what it
//! means: the result is read again, and where it differs, the file stays as it was.

mod align;
mod layout;
mod line;
mod same;
mod spacing;
mod survey;
mod text;

#[cfg(test)]
mod tests;

use roadmap_diag::TextRange;
use roadmap_syntax::{Parse, parse};

use crate::line::Line;

/// Columns that a line may take when a block is written on one line.
pub const MAX_WIDTH: usize = 120;

/// A text laid out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Formatted {
    /// The result: LF, no byte order mark, a final newline.
    pub text: String,
    /// Whether it differs from what was given.
    pub changed: bool,
}

/// Lays out a text. Never fails: what is broken stays as it is.
#[must_use]
pub fn format(text: &str) -> Formatted {
    format_parse(&parse(text))
}

/// Lays out a text that has been read.
#[must_use]
pub fn format_parse(parse: &Parse) -> Formatted {
    let before = parse.text();
    let text = items(parse, &before).concat();
    Formatted { changed: text != before, text }
}

/// What to replace so that the text is laid out: at most one edit for each top-level statement, in the order of the
/// text. Ranges are those of the file.
#[must_use]
pub fn edits(parse: &Parse) -> Vec<(TextRange, String)> {
    let before = parse.text();
    let after = items(parse, &before);
    parse
        .items()
        .iter()
        .zip(after)
        .filter_map(|(item, after)| difference(item.start, item.tree.text(), &after))
        .collect()
}

/// The new text of each item.
fn items(parse: &Parse, before: &str) -> Vec<String> {
    let unchanged = || parse.items().iter().map(|item| item.tree.text().to_owned()).collect();
    if parse.items().iter().any(|item| item.tree.tokens().next().is_none() && item.tree.errors().len() == 1) {
        // Too large to be read.
        return unchanged();
    }
    let mut lines = layout::lines(parse, before);
    align::align(&mut lines);
    let after = write(&lines, parse.items().len());
    if parse.has_errors() && !same::is_same(parse, &roadmap_syntax::parse(&after.concat())) {
        return unchanged();
    }
    after
}

/// The lines of each item as text.
fn write(lines: &[Line], items: usize) -> Vec<String> {
    let mut texts = vec![String::new(); items];
    for (index, line) in lines.iter().enumerate() {
        if let Some(text) = texts.get_mut(line.item) {
            if line.blank_before && index > 0 {
                text.push('\n');
            }
            line.write(text);
            text.push('\n');
        }
    }
    texts
}

/// The smallest single replacement that makes `after` of `before`, which starts at `start` of its file.
fn difference(start: u32, before: &str, after: &str) -> Option<(TextRange, String)> {
    if before == after {
        return None;
    }
    let prefix: usize =
        before.chars().zip(after.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (old, new) = (before.get(prefix..)?, after.get(prefix..)?);
    let suffix: usize =
        old.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let offset = |at: usize| start.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
    let range = TextRange::new(offset(prefix), offset(before.len() - suffix));
    Some((range, new.get(..new.len() - suffix)?.to_owned()))
}
