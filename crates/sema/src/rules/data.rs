//! `data/*`: figures are there, and where they come from is known.

pub(super) mod actual_missing;
#[cfg(test)]
mod tests;
