//! Plans of any size for benches: the same number of activities always gives the same text.
//!
//! A plan is one that a team could have written: phases of four weeks with twenty activities each, a goal for every
//! phase and every year, people who answer for the work, readings that come in until today. It has no errors and no
//! warnings, so that a bench of `check` measures the checking and not the printing.

mod plan;
mod session;

pub use plan::{plan, today};
pub use session::{Keystroke, Work, project, session, typed};

/// Activities in each size of plan that is measured.
pub const SIZES: [usize; 3] = [100, 1_000, 10_000];
