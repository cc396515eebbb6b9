//! A file as a list of top-level statements, each with a tree of its own.

use std::sync::Arc;

use roadmap_diag::{ItemIndex, TextRange};

use crate::arena::{Node, NodeKind};
use crate::error::{Errors, SyntaxError};
use crate::lex::lex;
use crate::structure::assemble;
use crate::tree::Tree;

/// Bytes that are read at most; offsets are 32 bits wide, and no plan is a tenth as long.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// Reads a text. Never fails: whatever is wrong is among the errors, and the trees' texts joined are the input.
#[must_use]
pub fn parse(text: &str) -> Parse {
    let mut errors = Errors::default();
    if text.len() > MAX_BYTES {
        errors.push(SyntaxError::too_large(text.len()));
        return Parse {
            items: vec![Item {
                start: 0,
                tree: Arc::new(Tree::new(text.to_owned(), Vec::new(), errors.take(), false)),
            }],
        };
    }
    let lexemes = lex(text, &mut errors);
    let nodes = assemble(text, lexemes, &mut errors);
    Parse { items: split(text, &nodes, errors.take()) }
}

/// A file: its top-level statements, which partition its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parse {
    pub(crate) items: Vec<Item>,
}

/// A top-level statement with the comments and blank lines above it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Offset of its first byte in the file.
    pub start: u32,
    /// Its tree, which counts from that byte.
    pub tree: Arc<Tree>,
}

impl Item {
    /// Its bytes in the file.
    #[must_use]
    pub fn range(&self) -> TextRange {
        let len = u32::try_from(self.tree.text().len()).unwrap_or(u32::MAX);
        TextRange::new(self.start, self.start.saturating_add(len))
    }
}

impl Parse {
    /// The items in the order of the file. None for an empty file.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The item `index`.
    #[must_use]
    pub fn item(&self, index: ItemIndex) -> Option<&Item> {
        self.items.get(index.0 as usize)
    }

    /// The whole text, byte for byte.
    #[must_use]
    pub fn text(&self) -> String {
        self.items.iter().map(|item| item.tree.text()).collect()
    }

    /// Length of the text in bytes.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.items.last().map_or(0, |item| item.range().end)
    }

    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item that holds the byte at `offset` of the file; the last one for the end of the file.
    #[must_use]
    pub fn item_at(&self, offset: u32) -> Option<ItemIndex> {
        if offset > self.len() {
            return None;
        }
        let behind = self.items.partition_point(|item| item.start <= offset);
        Some(ItemIndex(u32::try_from(behind.checked_sub(1)?).ok()?))
    }

    /// What is wrong, in the order of the file; ranges count from the item's first byte.
    pub fn errors(&self) -> impl Iterator<Item = (ItemIndex, &SyntaxError)> {
        (0..)
            .zip(&self.items)
            .flat_map(|(index, item)| item.tree.errors().iter().map(move |error| (ItemIndex(index), error)))
    }

    /// Whether anything is wrong.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors().next().is_some()
    }
}

/// Cuts the file where one top-level statement, with what follows on its line, ends. The last one has the rest.
fn split(text: &str, nodes: &[Node], errors: Vec<SyntaxError>) -> Vec<Item> {
    let mut splitter =
        Splitter { text, nodes, errors: errors.into_iter().peekable(), items: Vec::new(), node: 0, start: 0 };
    let mut index = 0;
    let mut has_stmt = false;
    let mut end = 0;
    let mut left = count_stmts(nodes);
    while let Some(node) = nodes.get(index) {
        if has_stmt && left > 0 {
            let newline = text.get(end..node.start as usize).and_then(|gap| gap.find('\n'));
            if let Some(newline) = newline {
                splitter.cut(index, end + newline + 1);
                has_stmt = false;
            } else if node.kind == NodeKind::Stmt {
                splitter.cut(index, node.start as usize);
                has_stmt = false;
            }
        }
        if node.kind == NodeKind::Stmt {
            has_stmt = true;
            left -= 1;
        }
        end = node.end as usize;
        index = (node.next as usize).max(index + 1);
    }
    if !text.is_empty() {
        splitter.cut(nodes.len(), text.len());
    }
    splitter.items
}

/// Statements at the top level.
fn count_stmts(nodes: &[Node]) -> usize {
    let next = |node: &&Node| nodes.get(node.next as usize);
    std::iter::successors(nodes.first(), next).filter(|node| node.kind == NodeKind::Stmt).count()
}

struct Splitter<'t> {
    text: &'t str,
    nodes: &'t [Node],
    errors: std::iter::Peekable<std::vec::IntoIter<SyntaxError>>,
    items: Vec<Item>,
    node: usize,
    start: usize,
}

impl Splitter<'_> {
    /// Makes an item of everything up to `node` and `end`.
    fn cut(&mut self, node: usize, end: usize) {
        let start = u32::try_from(self.start).unwrap_or(u32::MAX);
        let first = u32::try_from(self.node).unwrap_or(u32::MAX);
        let nodes = self.nodes.get(self.node..node).unwrap_or_default();
        let nodes = nodes
            .iter()
            .map(|node| Node {
                start: node.start - start,
                end: node.end - start,
                next: node.next - first,
                kind: node.kind,
            })
            .collect();
        let mut errors = Vec::new();
        while let Some(error) =
            self.errors.next_if(|error| (error.range.start as usize) < end || end == self.text.len())
        {
            errors.push(error.within(start, u32::try_from(end).unwrap_or(u32::MAX)));
        }
        let text = self.text.get(self.start..end).unwrap_or_default().to_owned();
        let starts_in_line = self.start > 0 && self.text.as_bytes().get(self.start - 1) != Some(&b'\n');
        self.items.push(Item { start, tree: Arc::new(Tree::new(text, nodes, errors, starts_in_line)) });
        self.node = node;
        self.start = end;
    }
}
