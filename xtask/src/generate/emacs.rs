//! The mode for Emacs, whose keywords come from the table.

use super::Output;
use super::tree_sitter::{declaring, keywords, properties, quoted};

const MODE: &str = include_str!("emacs/roadmap-mode.el");

/// The mode, as one file to load.
pub(super) fn output() -> Output {
    let text = MODE
        .replace("@keywords@", &quoted(&keywords()))
        .replace("@properties@", &quoted(&properties()))
        .replace("@declares@", &quoted(&declaring()));
    Output { path: "editors/emacs/roadmap-mode.el".to_owned(), text }
}
