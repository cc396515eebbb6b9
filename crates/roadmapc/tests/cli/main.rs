//! The real command in temporary folders: what it prints, where, and how it exits.

// A test says what it expects by failing, and its folders are real ones.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, clippy::indexing_slicing)]

mod commands;
mod diff;
mod findings;
mod fixing;
mod formats;
mod help;
mod history;
mod lsp;
mod projects;
mod roles;
mod schema;
mod status;
mod support;
mod terminal;
