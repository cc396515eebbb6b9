//! Text to tree. Any text gives a tree whose text is the input; this crate knows no keyword.
//!
//! Four steps, each linear in the text and none recursive:
//!
//! 1. `grammar/roadmap.pest` turns text into a flat list of tokens. It is total: no text fails to match.
//! 2. `lex` feeds it the file in pieces, cut before lines at column 0 (no token spans one), and settles quotes
//!    that have lost their partner: `strings` for `"` on one line, `texts` for `"""` over several.
//! 3. `structure` makes statements and blocks of the tokens. Where braces balance they decide, whatever the
//!    indentation. Where they do not, each top-level statement is looked at alone: one that balances is left to
//!    its braces, in the others `guided` lets the indentation say which `}` or `{` is missing, or is one too many.
//! 4. `parse` cuts the result into items, one for each top-level statement.
//!
//! A tree is an arena of nodes in pre-order. Tokens are nodes, comments too; blanks and newlines are the gaps
//! between them. Each item owns its slice of the text and counts from its first byte, so that what is computed
//! from an item stays valid while text above it changes.
//!
//! A mistake is reported once, where it was made: a lost `}` at the `{` of the block left open, a lost quote at
//! the quote that remained. Deeper than 256 blocks there is no structure, so readers of a tree may recurse.

// The generated parser names it: without pest's probe of the stack, which a grammar that never recurses does not need.
extern crate alloc;

mod arena;
mod error;
mod grammar;
mod guided;
mod lex;
mod parse;
mod reparse;
mod strings;
mod structure;
mod texts;
mod token;
mod tree;

#[cfg(test)]
mod tests;

pub use error::{SyntaxError, SyntaxFix};
pub use parse::{Item, MAX_BYTES, Parse, parse};
pub use reparse::reparse;
pub use token::{Token, TokenKind};
pub use tree::{Block, Stmt, StmtId, Tree};
