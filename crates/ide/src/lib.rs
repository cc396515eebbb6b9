//! What an editor asks while somebody writes a plan: what stands here, where else, what may come next.
//!
//! Each question is a function of an [`Analysis`](roadmap_db::Analysis) and a place in it, and its answer is plain data:
//! files by number, places as byte ranges. No type of a protocol is known here, and nothing is kept between two questions.

mod actions;
mod card;
mod completion;
mod cursor;
mod hover;
mod inline;
mod locate;
mod navigate;
mod rename;
mod scope;
mod symbols;

#[cfg(test)]
mod any_text;
#[cfg(test)]
mod fixture;

pub use actions::{Action, ActionKind, Ask, Change, NewFile, Replacement, actions};
pub use completion::{CompletionItem, CompletionKind, complete, resolve};
pub use cursor::Cursor;
pub use hover::{Hover, hover};
pub use inline::{InlayHint, Lens, inlay_hints, lenses};
pub use navigate::{Location, definition, highlight, references};
pub use rename::{RenameError, Renaming, prepare_rename, rename};
pub use symbols::{Symbol, SymbolKind, WorkspaceSymbol, document_symbols, workspace_symbols};
