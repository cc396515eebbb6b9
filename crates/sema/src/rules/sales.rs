//! `sales/*`: what marketing promises, sales can keep.

pub(super) mod kpi_missing;
pub(super) mod lead_loop_missing;
pub(super) mod objections_missing;
pub(super) mod script_late;
pub(super) mod script_missing;
pub(super) mod usp_conflict;

#[cfg(test)]
mod fix_tests;
#[cfg(test)]
mod tests;
