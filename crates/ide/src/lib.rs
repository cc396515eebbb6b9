//! What an editor asks while somebody writes a plan: what stands here, where else, what may come next.
//!
//! Each question is a function of an [`Analysis`](roadmap_db::Analysis) and a place in it, and its answer is plain data:
//! files by number, places as byte ranges. No type of a protocol is known here, and nothing is kept between two questions.

mod actions;
mod card;
mod completion;
mod cursor;
mod folding;
mod hover;
mod inline;
mod links;
mod locate;
mod navigate;
mod rename;
mod scope;
mod selection;
mod symbols;
mod tokens;
mod typing;

#[cfg(test)]
mod any_text;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod sound_plans;

pub use actions::{Action, ActionKind, Ask, Change, NewFile, Replacement, actions};
pub use completion::{CompletionItem, CompletionKind, PathPlace, complete, path_at, resolve};
pub use cursor::Cursor;
pub use folding::{Fold, FoldKind, folding_ranges};
pub use hover::{Hover, hover};
pub use inline::{InlayHint, Lens, inlay_hints, lenses};
pub use links::{Link, LinkTarget, links};
pub use navigate::{Location, definition, highlight, references};
pub use rename::{RenameError, Renaming, prepare_rename, rename};
pub use selection::selection_ranges;
pub use symbols::{Symbol, SymbolKind, WorkspaceSymbol, document_symbols, workspace_symbols};
pub use tokens::{SemanticToken, TokenModifiers, TokenType, semantic_tokens};
pub use typing::on_type;
