//! What is known of each statement before lines are made: its code, its width on one line, whether it is broken.

use std::collections::{HashMap, HashSet};

use roadmap_schema::Kind;
use roadmap_syntax::{Block, Stmt, StmtId, Token, TokenKind, Tree};

use crate::line::width;
use crate::spacing;

/// What is known of the statements of one tree.
#[derive(Default)]
pub(crate) struct Survey {
    facts: HashMap<StmtId, Fact>,
}

/// What is known of a statement.
#[derive(Clone, Copy, Default)]
pub(crate) struct Fact {
    /// Whether it stays byte for byte as it is.
    pub(crate) broken: bool,
    /// Columns that it takes on one line, where it can stand on one.
    pub(crate) flat: Option<usize>,
    /// The block that it is.
    pub(crate) kind: Option<Kind>,
}

/// Looks at every statement of a tree.
pub(crate) fn survey(tree: &Tree) -> Survey {
    let errors = tree.errors().iter();
    let marked = errors.filter_map(|error| tree.stmt_at(error.range.start)).map(Stmt::id).collect();
    let mut surveyor = Surveyor { tree, marked, survey: Survey::default() };
    let stmts: Vec<Stmt<'_>> = tree.statements().collect();
    for stmt in &stmts {
        surveyor.stmt(*stmt, Kind::File);
    }
    surveyor.spread(&stmts);
    surveyor.survey
}

impl Survey {
    /// What is known of `stmt`.
    pub(crate) fn of(&self, stmt: Stmt<'_>) -> Fact {
        self.facts.get(&stmt.id()).copied().unwrap_or_default()
    }

    /// Marks a statement as broken; whether it was whole before.
    pub(crate) fn break_off(&mut self, stmt: Stmt<'_>) -> bool {
        let fact = self.facts.entry(stmt.id()).or_default();
        !std::mem::replace(&mut fact.broken, true)
    }
}

struct Surveyor<'t> {
    tree: &'t Tree,
    /// Statements with a syntax error.
    marked: HashSet<StmtId>,
    survey: Survey,
}

impl<'t> Surveyor<'t> {
    /// Blocks are at most 256 deep, so that calls may follow them.
    fn stmt(&mut self, stmt: Stmt<'t>, parent: Kind) -> Fact {
        let head: Vec<Token<'t>> = stmt.head().collect();
        let row = stmt.keyword().and_then(|keyword| roadmap_schema::find(parent, keyword.text));
        let kind = row.map_or(Kind::Leaf, |row| row.kind);
        let block = stmt.block();
        let mut broken = self.marked.contains(&stmt.id())
            || stmt.keyword().is_none()
            || head.iter().any(|token| {
                matches!(token.kind, TokenKind::Bad | TokenKind::StringOpen | TokenKind::TextOpen)
            })
            // What is too deep has no structure.
            || block.is_none() && head.last().is_none_or(|last| last.range.end != stmt.range().end);
        let has_comment = head.iter().any(|token| token.kind == TokenKind::Comment);
        broken |= has_comment && block.is_none_or(|block| moved_comment(stmt, block).is_none());
        let has_text = head.iter().any(|token| token.kind == TokenKind::Text);
        let mut flat = (!has_comment && !has_text).then(|| width(&spacing::head(&head, 0).code));
        if let Some(block) = block {
            let inside = self.block(block, kind, &mut broken);
            flat = flat.zip(inside).map(|(head, inside)| head + 1 + inside);
        }
        let fact = Fact { broken, flat: flat.filter(|_| !broken), kind: Some(kind) };
        self.survey.facts.insert(stmt.id(), fact);
        fact
    }

    /// Columns of a block on one line. What is broken on the line of a brace breaks the statement of the block.
    fn block(&mut self, block: Block<'t>, kind: Kind, broken: &mut bool) -> Option<usize> {
        let stmts: Vec<Stmt<'t>> = block.statements().collect();
        let mut flat = block.is_one_line().then_some(2);
        for (index, stmt) in stmts.iter().enumerate() {
            let fact = self.stmt(*stmt, kind);
            let separator = if index == 0 { 2 } else { 2 + "; ".len() - 2 };
            flat = flat.zip(fact.flat).map(|(sum, width)| sum + separator + width);
        }
        let closes = block.tokens().filter(|token| token.kind == TokenKind::Close).count();
        let (Some(open), Some(close), 1) = (block.open(), block.close(), closes) else {
            *broken = true;
            return None;
        };
        self.spread(&stmts);
        let breaks = |stmt: Option<&Stmt<'t>>, from: fn(&Stmt<'t>) -> (u32, bool), brace: u32| {
            stmt.is_some_and(|stmt| {
                let (at, before) = from(stmt);
                let (start, end) = if before { (brace, at) } else { (at, brace) };
                self.survey.of(*stmt).broken && !self.has_newline(start, end)
            })
        };
        *broken |= breaks(stmts.first(), |stmt| (stmt.range().start, true), open.end)
            || breaks(stmts.last(), |stmt| (stmt.range().end, false), close.start);
        flat
    }

    /// What shares a line with a broken statement stays as it is too.
    fn spread(&mut self, stmts: &[Stmt<'t>]) {
        let mut pass = |pair: [&Stmt<'t>; 2], from: usize| {
            let [first, second] = pair;
            let (source, target) = if from == 0 { (first, second) } else { (second, first) };
            if self.survey.of(*source).broken && !self.has_newline(first.range().end, second.range().start) {
                self.survey.break_off(*target);
            }
        };
        for pair in stmts.windows(2) {
            if let [first, second] = pair {
                pass([first, second], 0);
            }
        }
        for pair in stmts.windows(2).rev() {
            if let [first, second] = pair {
                pass([first, second], 1);
            }
        }
    }

    fn has_newline(&self, start: u32, end: u32) -> bool {
        self.tree.text().get(start as usize..end as usize).unwrap_or_default().contains('\n')
    }
}

/// The one comment between a statement's values and the `{` on a later line, where it can move behind the brace.
pub(crate) fn moved_comment<'t>(stmt: Stmt<'t>, block: Block<'t>) -> Option<Token<'t>> {
    let tree = stmt.tree();
    let mut comments = stmt.head().filter(|token| token.kind == TokenKind::Comment);
    let (Some(comment), None) = (comments.next(), comments.next()) else { return None };
    let between = |start: u32, end: u32| tree.text().get(start as usize..end as usize).unwrap_or_default();
    let open = block.open()?;
    let next = block.tokens().find(|token| token.kind == TokenKind::Comment);
    let beside_brace = next.is_some_and(|next| !between(open.end, next.range.start).contains('\n'));
    let beside_head = !between(stmt.head_range().end, comment.range.start).contains('\n');
    (beside_head && !beside_brace).then_some(comment)
}
