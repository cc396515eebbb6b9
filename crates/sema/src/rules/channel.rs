//! `channel/*`: a phase counts on few channels, and on those it names.

pub(super) mod activity_off_channel;
pub(super) mod missing;
pub(super) mod primary_unused;
pub(super) mod support_outspends;
pub(super) mod thin_spread;
pub(super) mod too_many;
