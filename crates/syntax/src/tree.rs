//! The tree of one top-level statement, and the views by which it is read.

use roadmap_diag::TextRange;

use crate::arena::{Node, NodeKind};
use crate::{SyntaxError, Token, TokenKind};

/// A top-level statement with the comments and blank lines above it.
///
/// It owns its text and counts from that text's first byte, so it stays equal while text around it changes.
/// Blocks are at most 256 deep: a reader may recurse.
#[derive(PartialEq, Eq, Debug)]
pub struct Tree {
    text: String,
    nodes: Vec<Node>,
    errors: Vec<SyntaxError>,
    /// Whether the text begins inside a line.
    starts_in_line: bool,
}

/// A statement of a tree, by number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct StmtId(pub u32);

/// A statement: a keyword, values, perhaps a block.
#[derive(Clone, Copy, Debug)]
pub struct Stmt<'t> {
    tree: &'t Tree,
    index: u32,
}

/// What stands between `{` and `}`.
#[derive(Clone, Copy, Debug)]
pub struct Block<'t> {
    tree: &'t Tree,
    index: u32,
}

impl Tree {
    pub(crate) fn new(
        text: String,
        nodes: Vec<Node>,
        errors: Vec<SyntaxError>,
        starts_in_line: bool,
    ) -> Self {
        Self { text, nodes, errors, starts_in_line }
    }

    /// The text, byte for byte.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of `range`; empty where the range is not one of this text.
    #[must_use]
    pub fn slice(&self, range: TextRange) -> &str {
        self.text.get(range.as_range()).unwrap_or_default()
    }

    /// The outermost statements: one, or none where there are only comments.
    pub fn statements(&self) -> impl Iterator<Item = Stmt<'_>> {
        self.siblings(0, self.len()).filter_map(|index| self.as_stmt(index))
    }

    /// Every statement, outer ones before those in their blocks.
    pub fn all_statements(&self) -> impl Iterator<Item = Stmt<'_>> {
        (0..self.len()).filter_map(|index| self.as_stmt(index))
    }

    /// What is wrong with the text, in its order.
    #[must_use]
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// All tokens in their order, with comments and braces.
    pub fn tokens(&self) -> impl Iterator<Item = Token<'_>> {
        self.nodes.iter().filter_map(|node| self.as_token(node))
    }

    /// The statement `id`, where this tree has it.
    #[must_use]
    pub fn stmt(&self, id: StmtId) -> Option<Stmt<'_>> {
        self.as_stmt(id.0)
    }

    /// The innermost statement whose range holds or touches `offset`.
    #[must_use]
    pub fn stmt_at(&self, offset: u32) -> Option<Stmt<'_>> {
        let mut found = None;
        let (mut index, mut end) = (0, self.len());
        while index < end {
            let Some(node) = self.node(index) else { break };
            let inside = TextRange::new(node.start, node.end).touches(offset);
            match node.kind {
                NodeKind::Stmt if inside => {
                    found = self.as_stmt(index);
                    end = node.next;
                    index += 1;
                }
                NodeKind::Block if inside => {
                    end = node.next;
                    index += 1;
                }
                _ => index = node.next.max(index + 1),
            }
        }
        found
    }

    /// The token that starts at `offset`.
    #[must_use]
    pub fn token_at(&self, offset: u32) -> Option<Token<'_>> {
        let from = self.nodes.partition_point(|node| node.start < offset);
        let nodes = self.nodes.get(from..).unwrap_or_default();
        nodes.iter().take_while(|node| node.start == offset).find_map(|node| self.as_token(node))
    }

    fn len(&self) -> u32 {
        u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)
    }

    fn node(&self, index: u32) -> Option<&Node> {
        self.nodes.get(index as usize)
    }

    fn as_stmt(&self, index: u32) -> Option<Stmt<'_>> {
        let node = self.node(index)?;
        (node.kind == NodeKind::Stmt).then_some(Stmt { tree: self, index })
    }

    fn as_token(&self, node: &Node) -> Option<Token<'_>> {
        let NodeKind::Token(kind) = node.kind else { return None };
        let range = TextRange::new(node.start, node.end);
        Some(Token { kind, text: self.slice(range), range })
    }

    fn siblings(&self, from: u32, to: u32) -> impl Iterator<Item = u32> {
        let next = move |index: &u32| Some(self.node(*index)?.next.max(index + 1)).filter(|next| *next < to);
        std::iter::successors((from < to).then_some(from), next)
    }

    fn children(&self, index: u32) -> impl Iterator<Item = u32> {
        self.siblings(index + 1, self.node(index).map_or(0, |node| node.next))
    }

    fn range(&self, index: u32) -> TextRange {
        self.node(index).map_or_else(TextRange::default, |node| TextRange::new(node.start, node.end))
    }

    fn line_start(&self, offset: u32) -> usize {
        let before = self.text.get(..offset as usize).unwrap_or_default();
        before.rfind('\n').map_or(0, |newline| newline + 1)
    }
}

impl<'t> Stmt<'t> {
    /// Its number in its tree.
    #[must_use]
    pub fn id(self) -> StmtId {
        StmtId(self.index)
    }

    /// The tree it stands in.
    #[must_use]
    pub fn tree(self) -> &'t Tree {
        self.tree
    }

    /// Its first word. None for an orphan: values that no keyword announces.
    #[must_use]
    pub fn keyword(self) -> Option<Token<'t>> {
        self.head().next().filter(|token| token.kind == TokenKind::Keyword)
    }

    /// Its values in their order, without keyword and comments.
    pub fn values(self) -> impl Iterator<Item = Token<'t>> {
        self.head().filter(|token| !matches!(token.kind, TokenKind::Keyword | TokenKind::Comment))
    }

    /// Its block.
    #[must_use]
    pub fn block(self) -> Option<Block<'t>> {
        let tree = self.tree;
        let index = tree
            .children(self.index)
            .find(|index| tree.node(*index).is_some_and(|node| node.kind == NodeKind::Block))?;
        Some(Block { tree, index })
    }

    /// From the first token to the end of the block or the last value.
    #[must_use]
    pub fn range(self) -> TextRange {
        self.tree.range(self.index)
    }

    /// From the first token to the last value. Empty for a block without anything before it.
    #[must_use]
    pub fn head_range(self) -> TextRange {
        let start = self.range().start;
        let end = self
            .head()
            .filter(|token| token.kind != TokenKind::Comment)
            .last()
            .map_or(start, |token| token.range.end);
        TextRange::new(start, end)
    }

    /// Its text, block and all.
    #[must_use]
    pub fn text(self) -> &'t str {
        self.tree.slice(self.range())
    }

    /// The comments directly above it, each alone on its line, no blank line between. In their order.
    pub fn leading_comments(self) -> impl Iterator<Item = Token<'t>> {
        let mut found = Vec::new();
        // Most statements have none, and are passed by without looking for lines: what stands before them is no comment.
        let before = self.index.checked_sub(1).and_then(|before| self.tree.node(before));
        if matches!(before, Some(Node { kind: NodeKind::Token(kind), .. }) if *kind != TokenKind::Comment) {
            return found.into_iter().rev();
        }
        let text = self.tree.text();
        let mut line = self.tree.line_start(self.range().start);
        while self.starts_line() && line > 0 {
            line = self.tree.line_start(u32::try_from(line - 1).unwrap_or(0));
            let rest = text.get(line..).unwrap_or_default();
            // A `;` that ends nothing does not make a comment the statement's before it.
            let blanks = rest.len() - rest.trim_start_matches(|c| is_blank(c) || c == ';').len();
            let at = u32::try_from(line + blanks).unwrap_or(u32::MAX);
            // A line inside a text may look like a comment.
            match self.tree.token_at(at).filter(|token| token.kind == TokenKind::Comment) {
                Some(token) => found.push(token),
                None => break,
            }
        }
        found.into_iter().rev()
    }

    /// The comment behind it on its last line.
    #[must_use]
    pub fn trailing_comment(self) -> Option<Token<'t>> {
        let next = self.tree.node(self.index)?.next;
        let token = self.tree.as_token(self.tree.node(next)?)?;
        let gap = TextRange::new(self.range().end, token.range.start);
        (token.kind == TokenKind::Comment && !self.tree.slice(gap).contains('\n')).then_some(token)
    }

    /// The blanks at the start of its line: what a line put beside it begins with.
    #[must_use]
    pub fn indent(self) -> &'t str {
        let line = self.tree.line_start(self.range().start);
        if line == 0 && self.tree.starts_in_line {
            return "";
        }
        let rest = self.tree.text().get(line..).unwrap_or_default();
        let rest = rest.strip_prefix('\u{feff}').unwrap_or(rest);
        rest.get(..rest.len() - rest.trim_start_matches([' ', '\t']).len()).unwrap_or_default()
    }

    /// Whether nothing but blanks stands before it on its line.
    #[must_use]
    pub fn starts_line(self) -> bool {
        let start = self.range().start;
        let line = self.tree.line_start(start);
        let before = self.tree.text().get(line..start as usize).unwrap_or_default();
        !(line == 0 && self.tree.starts_in_line) && before.trim_matches(is_blank).is_empty()
    }

    /// Keyword and values in their order, with the comments between them and a `{` on a later line.
    pub fn head(self) -> impl Iterator<Item = Token<'t>> {
        let tree = self.tree;
        tree.children(self.index).map_while(move |index| tree.as_token(tree.node(index)?))
    }
}

impl<'t> Block<'t> {
    /// The statements in it, in their order.
    pub fn statements(self) -> impl Iterator<Item = Stmt<'t>> {
        let tree = self.tree;
        tree.children(self.index).filter_map(move |index| tree.as_stmt(index))
    }

    /// Its tokens that belong to no statement in it: braces, `;`, comments, and what is out of place.
    pub fn tokens(self) -> impl Iterator<Item = Token<'t>> {
        let tree = self.tree;
        tree.children(self.index).filter_map(move |index| tree.as_token(tree.node(index)?))
    }

    /// Its `{`. None where it was lost.
    #[must_use]
    pub fn open(self) -> Option<TextRange> {
        let first = self.tree.as_token(self.tree.node(self.index + 1)?)?;
        // A block without its brace begins with the first statement in it.
        (first.kind == TokenKind::Open && first.range.start == self.range().start).then_some(first.range)
    }

    /// Its `}`. None where it was lost.
    #[must_use]
    pub fn close(self) -> Option<TextRange> {
        let last = self.tree.children(self.index).last()?;
        let token = self.tree.as_token(self.tree.node(last)?)?;
        (token.kind == TokenKind::Close).then_some(token.range)
    }

    /// From brace to brace, or from its first to its last token where they were lost.
    #[must_use]
    pub fn range(self) -> TextRange {
        self.tree.range(self.index)
    }

    /// Whether it stands on one line.
    #[must_use]
    pub fn is_one_line(self) -> bool {
        !self.tree.slice(self.range()).contains('\n')
    }

    /// Whether something in it, or its `}`, stands on the line of its `{`.
    #[must_use]
    pub fn begins_on_line(self) -> bool {
        let Some(open) = self.open() else { return false };
        let line = self.tree.slice(TextRange { start: open.end, end: self.range().end }).split('\n').next();
        let rest = line.unwrap_or_default().trim();
        !rest.is_empty() && !rest.starts_with('#')
    }
}

/// Whether the lexer passes over `c` at the start of a line.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{feff}' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}')
}
