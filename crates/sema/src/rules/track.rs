//! `track/*`: what is said about progress is of today, and what falls behind is seen.

pub(super) mod alert_missing;
pub(super) mod anomaly;
pub(super) mod divergence;
pub(super) mod off_pace;
mod series;
pub(super) mod status_stale;
#[cfg(test)]
mod tests;
