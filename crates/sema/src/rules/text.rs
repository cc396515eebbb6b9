//! `text/*`: what is written reads in one way only, and all of it can be seen.

pub(super) mod date_ambiguous;
pub(super) mod hidden_character;
pub(super) mod holiday_clash;
mod look_alike;
pub(super) mod not_nfc;
pub(super) mod number_ambiguous;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod title_tests;
pub(super) mod vague_title;
mod vague_words;

use roadmap_diag::TextRange;
use roadmap_syntax::{Stmt, Tree};

use crate::problem::Problem;

/// What is wrong with the characters of one top-level statement and the comments above it.
///
/// Plain ASCII, most of every plan, is left after one pass over its bytes.
pub(crate) fn characters(tree: &Tree, problems: &mut Vec<Problem>) {
    let text = tree.text();
    if text.is_ascii() && !text.as_bytes().contains(&0) {
        return;
    }
    not_nfc::find(tree, problems);
    look_alike::find(tree, problems);
    hidden_character::find(tree, problems);
}

/// The keyword of the statement around `offset`, which a finding there is about.
fn subject(tree: &Tree, offset: u32) -> Option<TextRange> {
    tree.stmt_at(offset).and_then(Stmt::keyword).map(|keyword| keyword.range)
}
