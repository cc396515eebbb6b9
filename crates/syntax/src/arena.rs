//! The nodes of a tree in pre-order, and how they are put down.

use crate::TokenKind;

/// Blocks inside blocks that get a structure; what lies deeper is kept as plain tokens.
pub(crate) const MAX_DEPTH: u32 = 256;

/// What a node is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum NodeKind {
    /// A statement: its tokens, then its block.
    Stmt,
    /// A block: its braces, its statements and what stands between them.
    Block,
    /// A block too deep to have a structure: nothing but tokens.
    Flat,
    /// A token, which has no nodes below it.
    Token(TokenKind),
}

/// 16 bytes. Its descendants follow it; blanks and newlines are the gaps between tokens.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Node {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Index of the first node that is not below this one.
    pub(crate) next: u32,
    pub(crate) kind: NodeKind,
}

/// Puts nodes down in the order of the text.
#[derive(Default)]
pub(crate) struct Builder {
    nodes: Vec<Node>,
    open: Vec<usize>,
    depth: u32,
    flat: u32,
    /// Behind the last token.
    end: u32,
}

impl Builder {
    pub(crate) fn with_capacity(nodes: usize) -> Self {
        Self { nodes: Vec::with_capacity(nodes), ..Self::default() }
    }

    pub(crate) fn token(&mut self, kind: TokenKind, start: u32, end: u32) {
        self.nodes.push(Node { start, end, next: self.index() + 1, kind: NodeKind::Token(kind) });
        self.end = end;
    }

    pub(crate) fn start_stmt(&mut self, at: u32) {
        if self.flat == 0 {
            self.start(NodeKind::Stmt, at);
        }
    }

    pub(crate) fn finish_stmt(&mut self) {
        if self.flat == 0 {
            self.finish();
        }
    }

    /// Starts a block; `false` where it is the first that is too deep.
    pub(crate) fn start_block(&mut self, at: u32) -> bool {
        if self.flat > 0 {
            self.flat += 1;
            return true;
        }
        if self.depth == MAX_DEPTH {
            self.flat = 1;
            self.start(NodeKind::Flat, at);
            return false;
        }
        self.depth += 1;
        self.start(NodeKind::Block, at);
        true
    }

    pub(crate) fn finish_block(&mut self) {
        match self.flat {
            0 => {
                self.depth = self.depth.saturating_sub(1);
                self.finish();
            }
            1 => {
                self.flat = 0;
                self.finish();
            }
            _ => self.flat -= 1,
        }
    }

    pub(crate) fn into_nodes(mut self) -> Vec<Node> {
        while !self.open.is_empty() {
            self.finish();
        }
        self.nodes
    }

    fn start(&mut self, kind: NodeKind, at: u32) {
        self.open.push(self.nodes.len());
        self.nodes.push(Node { start: at, end: at, next: 0, kind });
    }

    fn finish(&mut self) {
        let next = self.index();
        if let Some(node) = self.open.pop().and_then(|index| self.nodes.get_mut(index)) {
            node.end = self.end.max(node.start);
            node.next = next;
        }
    }

    /// Behind the last token.
    pub(crate) fn end(&self) -> u32 {
        self.end
    }

    fn index(&self) -> u32 {
        // Every node but blocks without a brace has a byte of its own, and the text is capped far below 4 GB.
        u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)
    }
}
