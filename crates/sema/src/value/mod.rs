//! Tokens to values: what each word of a statement means by itself, before anybody asks whether it belongs there.
//!
//! Nothing is guessed. What can be read in two ways, or is written as people write it elsewhere (`5.000`, `03/04/2026`,
//! `300 triệu`), becomes one [`AtomKind::Mistake`] with one [`ValueError`] that offers the ways to write it.

mod atom;
mod currency;
mod date;
mod date_form;
mod duration;
mod error;
mod numeral;
mod read;
mod text;
mod typography;
mod units;
mod word;

#[cfg(test)]
mod tests;

pub use atom::{Atom, AtomContext, AtomKind, Op};
pub use currency::{Currency, Money};
pub use date::{DateRange, FIRST_YEAR, LAST_YEAR, PLAN_DAYS, Period, parse_date};
pub use duration::{Duration, DurationUnit, Lag};
pub use error::{ValueError, ValueFix};
pub use numeral::Number;
pub use read::atoms;
pub use word::is_identifier;
