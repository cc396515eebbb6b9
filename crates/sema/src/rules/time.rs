//! `time/*`: everything is due on a day that can be kept.

pub(super) mod checkpoint_missing;
pub(super) mod deadline_missing;
pub(super) mod deadline_outside_phase;
pub(super) mod deadline_unreachable;
pub(super) mod dependency_cycle;
pub(super) mod nonworking_deadline;
pub(super) mod overdue;
pub(super) mod starts_too_early;
#[cfg(test)]
mod tests;
