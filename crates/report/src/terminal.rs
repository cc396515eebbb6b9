//! What a terminal shows: the state of a plan, and what changed in it.

mod diff;
mod page;
mod status;

pub use diff::render_diff;
pub use status::render_status;

/// The terminal that is written for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Terminal {
    /// Its columns.
    pub width: usize,
    /// Whether it takes colours; a colour never says what no sign or word says.
    pub color: bool,
}
