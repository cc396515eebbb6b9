//! Tree to meaning: values, names, dates, the model, and the rules of the method over it.
//!
//! Each step is a pure function. [`lower`] reads one top-level statement by the schema, without looking at any other;
//! [`build`] joins all of them to a [`model::Model`], resolving names and computing dates; the rules look at the model
//! and say what is missing or unsound.

mod allow;
pub mod build;
pub mod calendar;
pub mod catalog;
mod company;
pub mod expr;
pub mod hir;
pub mod history;
pub mod lower;
pub mod model;
pub mod names;
mod names_of;
pub mod pages;
mod problem;
mod read;
pub mod rules;
pub mod settings;
pub mod track;
pub mod value;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use build::{Include, includes};
pub use problem::{Problem, ProblemFix};
