//! Conversations with the server, in memory.

mod actions;
mod answers;
mod editor;
mod own;
mod projects;
mod protocol;
mod random;
mod settings;
mod structure;
mod tokens;

use lsp_types::request::Request;

/// A method that panics.
pub(crate) enum Panics {}

impl Request for Panics {
    type Params = ();
    type Result = ();
    const METHOD: &'static str = "test/panics";
}
