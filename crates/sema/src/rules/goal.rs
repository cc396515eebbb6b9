//! `goal/*`: every phase goes somewhere, and all work serves it.

pub(super) mod awareness_unqualified;
pub(super) mod coverage_gap;
pub(super) mod date_missing;
pub(super) mod horizon_mismatch;
pub(super) mod link_missing;
pub(super) mod segment_missing;

#[cfg(test)]
mod tests;
