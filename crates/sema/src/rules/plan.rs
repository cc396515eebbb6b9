//! `plan/*`: the plan has its parts, and asks no more of a phase than it can carry.

pub(super) mod all_at_once;
pub(super) mod category_unset;
pub(super) mod focus_missing;
pub(super) mod goal_count;
pub(super) mod incomplete;
pub(super) mod not_yet;
pub(super) mod phase_empty;
pub(super) mod phase_kpi_missing;
pub(super) mod phase_range;
