//! `launch/*`: what is brought out is ready to be sold, and customers have heard of it.

pub(super) mod assets_missing;
pub(super) mod message_missing;
pub(super) mod no_precomms;
pub(super) mod ops_unprepared;
pub(super) mod product_not_ready;
pub(super) mod touchpoint_missing;
pub(super) mod value_missing;

#[cfg(test)]
mod tests;
