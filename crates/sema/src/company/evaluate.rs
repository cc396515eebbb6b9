//! A condition over one item.

use super::check::{Checked, Side, Step};
use super::read::Reader;
use super::value::{Val, compare};
use crate::hir::Comparison;

/// Whether `condition` holds for the item that `reader` reads.
pub(super) fn holds(reader: Reader<'_>, condition: &Checked) -> bool {
    let mut stack: Vec<bool> = Vec::new();
    for step in &condition.steps {
        let value = match step {
            Step::Written(property) => reader.is_written(property),
            Step::Compare(comparison, left, right) => {
                compare(&values(reader, left), *comparison, &values(reader, right))
            }
            Step::In(left, options) => {
                let left = values(reader, left);
                options.iter().any(|option| compare(&left, Comparison::Equal, &values(reader, option)))
            }
            Step::Not => !stack.pop().unwrap_or_default(),
            Step::And | Step::Or => {
                let (right, left) = (stack.pop().unwrap_or_default(), stack.pop().unwrap_or_default());
                if matches!(step, Step::And) { left && right } else { left || right }
            }
        };
        stack.push(value);
    }
    stack.pop().unwrap_or_default()
}

fn values(reader: Reader<'_>, side: &Side) -> Vec<Val> {
    match side {
        Side::Property(property) => reader.values(property),
        Side::Literal(scalar) => reader.scalar(scalar, None).into_iter().collect(),
    }
}
