//! The schema: one table that says what every keyword means.
//!
//! Where a keyword may stand, which values it takes, how often, what happens where it is missing, its
//! documentation in both languages and an example stand in one [`Row`]. The checker, the formatter, the editor,
//! the TextMate grammar and the language reference read the table; nothing else lists keywords. To add a
//! property is to add a row in `rows/`, plus its lowering in `roadmap-sema` where it means something new.

mod kind;
mod row;
mod rows;
mod slot;
mod words;

pub use kind::Kind;
pub use row::{Doc, Group, Required, Row, Times};
pub use slot::{Clause, Form, Namespace, Slot};
pub use words::{WEEKDAYS, word_label, words};

use std::sync::OnceLock;

/// Every row, in the order in which the reference shows them.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    rows::TABLES.iter().copied().flatten()
}

/// The row of `keyword` inside `parent`.
#[must_use]
pub fn find(parent: Kind, keyword: &str) -> Option<&'static Row> {
    inside(parent).iter().copied().find(|row| row.keyword == keyword)
}

/// The rows that may stand inside `parent`, in the order of the table.
#[must_use]
pub fn inside(parent: Kind) -> &'static [&'static Row] {
    static INDEX: OnceLock<Vec<Vec<&'static Row>>> = OnceLock::new();
    let index = INDEX.get_or_init(|| {
        Kind::ALL.iter().map(|kind| rows().filter(|row| row.stands_in(*kind)).collect()).collect()
    });
    index.get(parent as usize).map_or(&[], Vec::as_slice)
}

/// The rows that may stand inside `parent`, in the order of a block that is put in order: by what they are about, and
/// what has a name of its own last.
#[must_use]
pub fn in_order(parent: Kind) -> &'static [&'static Row] {
    static INDEX: OnceLock<Vec<Vec<&'static Row>>> = OnceLock::new();
    let sorted = |kind: &Kind| {
        let mut rows = inside(*kind).to_vec();
        rows.sort_by_key(|row| if row.declares() { Group::Named } else { row.group });
        rows
    };
    let index = INDEX.get_or_init(|| Kind::ALL.iter().map(sorted).collect());
    index.get(parent as usize).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_in_order_begins_with_what_and_who_it_is() {
        let order = |kind| in_order(kind).iter().map(|row| row.keyword).collect::<Vec<_>>().join(" ");
        assert_eq!(
            order(Kind::Activity),
            "category kind priority owner support informed team segment message usp kpi start deadline duration after \
             before every channel budget spent status supports promotes checkpoint task touchpoint note tag link why"
        );
        assert_eq!(
            order(Kind::Phase),
            "owner result stage intent focus message kpi channel budget supports overlap checkpoint month note tag link \
             why goal milestone activity launch script"
        );
        for kind in Kind::ALL {
            assert_eq!(in_order(kind).len(), inside(kind).len());
        }
    }
}
