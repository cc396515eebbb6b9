//! Tests of the crate as a whole.
#![allow(
    clippy::disallowed_methods,
    clippy::string_slice,
    reason = "tests read the corpus and cut it where they like"
)]

mod corpus;
mod deletions;
mod dump;
mod hostile;
mod properties;
mod recovery;
mod views;

use crate::{Parse, Stmt, parse};

pub(super) const TOUR: &str = include_str!("../../../../tests/fixtures/corpus/tour.roadmap");
pub(super) const SHOP: &str = include_str!("../../../../tests/fixtures/corpus/small/shop.roadmap");
pub(super) const DRAFT: &str = include_str!("../../../../tests/fixtures/corpus/small/draft.roadmap");

/// A statement as the tests compare it: its text without its block, its values, and the heads around it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Seen {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) head_end: usize,
    pub(super) head: String,
    pub(super) values: Vec<String>,
    pub(super) ancestors: Vec<usize>,
}

/// All statements of a file in its order; `ancestors` are indices into the list, outermost first.
pub(super) fn seen(parse: &Parse) -> Vec<Seen> {
    fn visit(stmt: Stmt<'_>, base: usize, ancestors: &[usize], out: &mut Vec<Seen>) {
        let range = stmt.range();
        let head = stmt.head_range();
        out.push(Seen {
            start: base + range.start as usize,
            end: base + range.end as usize,
            head_end: base + head.end as usize,
            head: stmt.tree().slice(head).to_owned(),
            values: stmt.values().map(|value| format!("{:?} {}", value.kind, value.text)).collect(),
            ancestors: ancestors.to_vec(),
        });
        let below: Vec<usize> = ancestors.iter().copied().chain([out.len() - 1]).collect();
        for inner in stmt.block().into_iter().flat_map(|block| block.statements()) {
            visit(inner, base, &below, out);
        }
    }
    let mut out = Vec::new();
    for item in parse.items() {
        for stmt in item.tree.statements() {
            visit(stmt, item.start as usize, &[], &mut out);
        }
    }
    out
}

/// The line of `offset`, from 1.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The errors of a file as (line, code), in its order.
pub(super) fn error_lines(text: &str) -> Vec<(usize, String)> {
    error_lines_of(&parse(text), text)
}

/// The same of a text that has been read.
pub(super) fn error_lines_of(parse: &Parse, text: &str) -> Vec<(usize, String)> {
    parse
        .errors()
        .map(|(item, error)| {
            let start = parse.item(item).unwrap().start + error.range.start;
            (line_of(text, start as usize), error.code.as_str().to_owned())
        })
        .collect()
}
