//! Tree to statements: each keyword finds its row, each value its form.

use roadmap_diag::{Message, TextRange};
use roadmap_schema::{Form, Kind, Row, Times};
use roadmap_syntax::{Block, Stmt, Token, Tree};
use smol_str::SmolStr;

use crate::allow;
use crate::hir::{Hir, HirStmt, HirValue, Value};
use crate::names;
use crate::problem::{Problem, ProblemFix};
use crate::read::{read_field, read_values};
use crate::rules::text;
use crate::value::{self, AtomContext, ValueError};

/// Lowers one top-level statement. `context` orders fixes; it never changes a value.
#[must_use]
pub fn lower(tree: &Tree, context: &AtomContext) -> Hir {
    let mut lowering = Lowering {
        context,
        damage: tree.errors().iter().map(|error| error.range).collect(),
        hir: Hir::default(),
    };
    for stmt in tree.statements() {
        lowering.statement(stmt, Kind::File, None);
    }
    lowering.spread_damage();
    text::characters(tree, &mut lowering.hir.problems);
    lowering.hir
}

struct Lowering<'a> {
    context: &'a AtomContext,
    damage: Vec<TextRange>,
    hir: Hir,
}

impl Lowering<'_> {
    /// The tree is at most 256 deep (`syntax/too-deep`), so that calls may follow it.
    fn statement(&mut self, stmt: Stmt<'_>, parent_kind: Kind, parent: Option<u32>) {
        let Some(keyword) = stmt.keyword() else {
            // An orphan is an error of the syntax; its block, if any, is read for the names in it.
            if let Some(block) = stmt.block() {
                self.block(block, Kind::Leaf, parent);
            }
            return;
        };
        let known = roadmap_schema::find(parent_kind, keyword.text);
        let row = known.or_else(|| near_row(parent_kind, keyword.text));
        let index = u32::try_from(self.hir.stmts.len()).unwrap_or(u32::MAX);
        let first_value = u32::try_from(self.hir.values.len()).unwrap_or(u32::MAX);
        match known {
            Some(row) => self.values(row, keyword, stmt),
            None => self.values_of_unknown(row, index, keyword, stmt),
        }
        let value_count = u32::try_from(self.hir.values.len()).unwrap_or(u32::MAX) - first_value;
        let block = stmt.block();
        self.hir.stmts.push(HirStmt {
            row,
            known: known.is_some(),
            parent_kind,
            keyword: known
                .map_or_else(|| names::normalize(keyword.text), |row| SmolStr::new_static(row.keyword)),
            keyword_range: keyword.range,
            head: stmt.head_range(),
            range: stmt.range(),
            open: block.and_then(Block::open),
            close: block.and_then(Block::close),
            begins_on_line: block.is_some_and(Block::begins_on_line),
            indent: u32::try_from(stmt.indent().chars().count()).unwrap_or(0),
            damaged: known.is_some_and(|row| is_half_typed(row, self.hir.values.get(first_value as usize..))),
            parent,
            next: index + 1,
            first_value,
            value_count,
        });
        for comment in stmt.leading_comments() {
            if let Some(allow) = allow::parse(comment, index) {
                self.hir.allows.push(allow);
            }
        }
        if let Some(block) = block {
            let kind = row.map_or(Kind::Leaf, |row| row.kind);
            if let (Kind::Leaf, Some(row)) = (kind, known) {
                self.block_unexpected(row, keyword, block);
            }
            self.block(block, kind, Some(index));
        }
        let next = u32::try_from(self.hir.stmts.len()).unwrap_or(u32::MAX);
        if let Some(stmt) = self.hir.stmts.get_mut(index as usize) {
            stmt.next = next;
        }
    }

    fn block(&mut self, block: Block<'_>, kind: Kind, parent: Option<u32>) {
        let first = self.hir.stmts.len();
        for stmt in block.statements() {
            self.statement(stmt, kind, parent);
        }
        self.repeated(first, parent);
    }

    /// Reports properties that may stand once and stand again.
    fn repeated(&mut self, first: usize, parent: Option<u32>) {
        let mut seen: Vec<(&'static str, TextRange)> = Vec::new();
        for stmt in self.hir.stmts.get(first..).unwrap_or(&[]) {
            let Some(row) = stmt.row.filter(|row| stmt.parent == parent && row.times == Times::Once) else {
                continue;
            };
            match seen.iter().find(|(keyword, _)| *keyword == row.keyword) {
                None => seen.push((row.keyword, stmt.keyword_range)),
                Some((_, before)) => {
                    let message = Message::new("schema-repeated").with("keyword", row.keyword);
                    let mut problem = Problem::error("schema/repeated", stmt.keyword_range, message)
                        .help(Message::new("schema-repeated.help").with("keyword", row.keyword));
                    problem.subject = Some(stmt.keyword_range);
                    problem.related.push((*before, Message::new("schema-repeated.first")));
                    self.hir.problems.push(problem);
                }
            }
        }
    }

    fn values(&mut self, row: &'static Row, keyword: Token<'_>, stmt: Stmt<'_>) {
        let tokens: Vec<Token<'_>> = stmt.values().collect();
        let (atoms, errors) = value::atoms(&tokens, self.context);
        let broken = !errors.is_empty();
        for error in errors {
            self.hir.problems.push(value_problem(error, keyword.range));
        }
        let before = self.hir.problems.len();
        read_values(row, keyword.range, &atoms, &mut self.hir.values, &mut self.hir.problems);
        // Where the syntax has complained of this very line, what is missing on it is no news.
        let head = stmt.head_range();
        if broken || self.damage.iter().any(|damage| head.touches(damage.start) && damage.start < head.end) {
            self.hir.problems.truncate(before);
        }
    }

    /// Reads the values behind an unknown keyword twice: as a field's one value, and as the nearest row would take them,
    /// so that a typing error costs one finding and not the statement.
    fn values_of_unknown(
        &mut self,
        near: Option<&'static Row>,
        index: u32,
        keyword: Token<'_>,
        stmt: Stmt<'_>,
    ) {
        let tokens: Vec<Token<'_>> = stmt.values().collect();
        let (atoms, errors) = value::atoms(&tokens, self.context);
        for error in errors {
            self.hir.field_problems.push((index, value_problem(error, keyword.range)));
        }
        read_field(keyword.range, &atoms, &mut self.hir.values);
        if let Some(row) = near {
            read_values(row, keyword.range, &atoms, &mut self.hir.values, &mut Vec::new());
        }
    }

    fn block_unexpected(&mut self, row: &'static Row, keyword: Token<'_>, block: Block<'_>) {
        let Some(open) = block.open() else { return };
        if self.damage.iter().any(|damage| damage.start == open.start) {
            return;
        }
        let mut problem = Problem::error(
            "schema/block-unexpected",
            open,
            Message::new("schema-block-unexpected").with("keyword", row.keyword),
        )
        .help(Message::new("schema-block-unexpected.help").with("example", row.example));
        problem.subject = Some(keyword.range);
        self.hir.problems.push(problem);
    }

    /// Marks the innermost statement around each syntax error and the one it stands in: what they lack may only
    /// have been lost.
    fn spread_damage(&mut self) {
        for damage in &self.damage {
            let innermost = self
                .hir
                .stmts
                .iter()
                .rposition(|stmt| stmt.range.touches(damage.start) && stmt.range.touches(damage.end));
            let Some(index) = innermost else { continue };
            let parent = self.hir.stmts.get_mut(index).and_then(|stmt| {
                stmt.damaged = true;
                stmt.parent
            });
            if let Some(stmt) = parent.and_then(|parent| self.hir.stmts.get_mut(parent as usize)) {
                stmt.damaged = true;
            }
        }
    }
}

/// Whether a statement that declares something has neither name nor title yet: it is being typed, and nothing more is
/// asked of it than what it is missing first.
fn is_half_typed(row: &Row, values: Option<&[HirValue]>) -> bool {
    let is_there = |value: &HirValue| matches!(value.value, Value::Name(_) | Value::Text(_));
    takes_id(row) && !values.unwrap_or_default().iter().any(is_there)
}

/// The row in `parent` whose keyword is nearest to what was typed.
fn near_row(parent: Kind, keyword: &str) -> Option<&'static Row> {
    let rows = roadmap_schema::inside(parent);
    let near = names::suggest(keyword, rows.iter().map(|row| (row.keyword, row.keyword)))?;
    roadmap_schema::find(parent, near)
}

fn value_problem(error: ValueError, keyword: TextRange) -> Problem {
    Problem {
        code: error.code,
        severity: error.severity,
        range: error.range,
        subject: Some(keyword),
        message: error.message,
        label: error.label,
        help: error.help,
        related: Vec::new(),
        fixes: error
            .fixes
            .into_iter()
            .map(|fix| ProblemFix { title: fix.title, safe: fix.safe, edits: fix.edits })
            .collect(),
    }
}

/// Whether a statement of `row` has a title where its identifier was forgotten.
#[must_use]
pub(crate) fn takes_id(row: &Row) -> bool {
    row.slots.first().is_some_and(|slot| slot.form == Form::Id)
}
