//! The frame of a top-level statement: where it stays the same, no other statement means anything else.

use roadmap_schema::Kind;
use smol_str::SmolStr;

use crate::hir::{Hir, HirStmt, Value};

/// What a top-level statement declares, in the order of the text.
#[derive(Debug)]
pub(super) struct Outline {
    entries: Vec<Entry>,
    /// The statement behind each entry.
    stmts: Vec<u32>,
}

/// A statement that fills a row.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    kind: Kind,
    /// Whether its keyword is in the schema.
    known: bool,
    /// What it is called; nothing where it has no name.
    id: Option<SmolStr>,
    depth: u8,
}

impl Outline {
    /// The frame of `hir`; nothing where it holds definitions, or work without a written name: what that is called
    /// depends on everything else.
    pub(super) fn of(hir: &Hir) -> Option<Self> {
        let mut outline = Self { entries: Vec::new(), stmts: Vec::new() };
        for root in hir.roots() {
            outline.add(hir, root, 0)?;
        }
        Some(outline)
    }

    fn add(&mut self, hir: &Hir, index: u32, depth: u8) -> Option<()> {
        let stmt = hir.stmt(index)?;
        let kind = stmt.kind();
        let (has_name, has_work) = match kind {
            Kind::Phase | Kind::Goal => (true, true),
            Kind::Activity | Kind::Launch | Kind::Script | Kind::Milestone => (true, false),
            Kind::Qualify | Kind::Actual | Kind::Review | Kind::Alert => (false, false),
            Kind::Leaf if !stmt.known => (false, false),
            _ => return None,
        };
        let id = if has_name { Some(name(hir, stmt)?) } else { None };
        self.entries.push(Entry { kind, known: stmt.known, id, depth });
        self.stmts.push(index);
        if has_work {
            for child in hir.children(index) {
                if hir.stmt(child).is_some_and(|child| is_work(child.kind())) {
                    self.add(hir, child, depth + 1)?;
                }
            }
        }
        Some(())
    }

    /// For each statement of `self` that fills a row, the one of `other` that fills it now; nothing where the two frames
    /// differ.
    pub(super) fn moved(&self, other: &Self) -> Option<Vec<(u32, u32)>> {
        let pairs = self.stmts.iter().copied().zip(other.stmts.iter().copied());
        (self.entries == other.entries).then(|| pairs.collect())
    }
}

fn is_work(kind: Kind) -> bool {
    matches!(kind, Kind::Goal | Kind::Activity | Kind::Launch | Kind::Script | Kind::Milestone)
}

fn name(hir: &Hir, stmt: &HirStmt) -> Option<SmolStr> {
    match &hir.value(stmt, "id")?.value {
        Value::Name(name) => Some(name.clone()),
        _ => None,
    }
}
