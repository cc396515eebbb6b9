//! `kpi/*`: every item is measured by what came out of it.

pub(super) mod baseline_missing;
pub(super) mod budget_clash;
pub(super) mod churn;
pub(super) mod goal_mismatch;
pub(super) mod input_before_output;
pub(super) mod input_unlinked;
pub(super) mod missing;
pub(super) mod orphan;
pub(super) mod ratio_undefined;
pub(super) mod target_wrong_way;
pub(super) mod too_many;
pub(super) mod unit_mismatch;
pub(super) mod unmeasurable;
pub(super) mod vanity_only;
pub(super) mod volume_as_kpi;

#[cfg(test)]
mod churn_tests;
#[cfg(test)]
mod tests;
