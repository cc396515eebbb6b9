//! A project in memory: its files, its `roadmap.toml` and today go in; trees, the model and findings come out.
//!
//! Nothing is computed twice: [`Host`] keeps every input in a salsa database, and what follows from a file (its tree, its
//! statements) or from the project (which files belong to it, the model, the findings) is computed again only where what it
//! reads has changed. Files are read through a [`Disk`], which the edge implements; this crate touches none itself.
//!
//! What comes out is an [`Analysis`]: plain data that stays good while the host moves on.

mod allow;
mod analysis;
mod config;
mod database;
mod disk;
mod fixes;
mod graph;
mod host;
mod levels;
mod lines;
mod path;
mod place;
mod query;
mod text;

#[cfg(test)]
mod tests;

pub use analysis::{Analysis, File, StatementName};
pub use config::Config;
pub use disk::{Disk, MemoryDisk, Overlay, ReadError};
pub use fixes::{Applied, apply_fixes};
pub use host::{Host, OpenError, Start};
pub use levels::{language_codes, takes_level};
pub use lines::{LineColumn, LineIndex};
pub use place::{Place, SETTINGS, between, relative};
