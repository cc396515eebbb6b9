//! The language server: what [`roadmap_ide`] knows, in the Language Server Protocol.
//!
//! One thread does everything, in the order in which messages come. What waits is looked at before the next message is
//! taken: a question that is cancelled, or that an edit behind it makes pointless, is never worked on, and findings are
//! computed when nothing waits any more, once for many edits. So there is no lock, and no answer about a text that is half
//! changed. What is being worked on is finished, whatever comes meanwhile: each answer is short.
//!
//! - [`server`] takes messages, and keeps to the protocol whatever comes.
//! - [`session`] knows folders, open texts and the projects that they belong to.
//! - [`requests`] is the table of everything that can be asked; each answer is a function of a [`snapshot`]. What of it is
//!   the server's own stands in [`protocol`].
//! - [`diagnostics`] pushes findings or answers those who pull.
//! - [`sync`] counts as the editor does.

mod buffers;
mod capabilities;
mod client;
mod convert;
mod diagnostics;
mod notifications;
mod project;
mod protocol;
mod reporting;
mod requests;
mod server;
mod session;
mod snapshot;
mod sync;
mod transport;
mod uri;
mod watch;
mod world;

#[cfg(test)]
mod tests;

pub use server::Ended;
pub use transport::run;
pub use world::World;
