//! The tree-sitter grammar of `.roadmap`, for programs that are written in Rust.
//!
//! The compiler does not use it: its own trees know what was meant where a brace or a quote is lost.

#![expect(unsafe_code, reason = "the parser is C")]

use tree_sitter_language::LanguageFn;

unsafe extern "C" {
    fn tree_sitter_roadmap() -> *const ();
}

/// The language, for `tree_sitter::Parser::set_language`.
// SAFETY: it returns a static table, which is what tree-sitter asks of such a function.
pub const LANGUAGE: LanguageFn = unsafe { LanguageFn::from_raw(tree_sitter_roadmap) };

/// What is coloured, and how.
pub const HIGHLIGHTS_QUERY: &str = include_str!("../../queries/highlights.scm");

/// What is of another language: the Markdown of texts.
pub const INJECTIONS_QUERY: &str = include_str!("../../queries/injections.scm");
