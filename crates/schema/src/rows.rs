//! The table itself, one file for each part of a plan.

mod activity;
mod common;
mod extend;
mod goal;
mod kpi;
mod launch;
mod market;
mod measure;
mod people;
mod phase;
mod plan;
mod review;

use crate::Row;

/// The parts of the table, in the order of the reference.
pub(crate) const TABLES: [&[Row]; 12] = [
    plan::ROWS,
    market::ROWS,
    measure::ROWS,
    people::ROWS,
    goal::ROWS,
    kpi::ROWS,
    phase::ROWS,
    activity::ROWS,
    launch::ROWS,
    review::ROWS,
    extend::ROWS,
    common::ROWS,
];
