//! `people/*`: every item has one person who answers for it.

pub(super) mod owner_is_team;
pub(super) mod owner_missing;
pub(super) mod owner_not_single;
pub(super) mod owner_overloaded;
pub(super) mod owner_unknown;
pub(super) mod role_mismatch;
