//! `review/*`: a plan is looked at again, and what is seen there changes it.

pub(super) mod cadence_missing;
pub(super) mod no_decision;
pub(super) mod overdue;
pub(super) mod roadmap_stale;
#[cfg(test)]
mod tests;
