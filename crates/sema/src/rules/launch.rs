//! `launch/*`: a launch and what is said about it fit together.

pub(super) mod product_not_ready;
