//! What each word of a file is, for its colours: from the schema and the resolved plan, not from the letters alone.
//!
//! Tokens stand in the order of the text and never overlap. Where nothing is known of a word (a name that nobody declares, a
//! keyword that there is not), there is no token: what colours by the letters goes on doing so.

mod names;
mod strings;
#[cfg(test)]
mod tests;
mod words;

use roadmap_db::Analysis;
use roadmap_diag::{FileId, ItemIndex, TextRange};
use roadmap_schema::{Form, Kind};
use roadmap_sema::hir::{Hir, HirStmt, HirValue, Value};
use roadmap_syntax::{Token, TokenKind, Tree};

use names::Names;
use words::Beside;

/// What a word is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TokenType {
    /// The first word of a statement that stands by itself, or a word that announces a value.
    Keyword,
    /// A property of something, also where a condition asks about it.
    Property,
    /// A phase.
    Phase,
    /// A goal.
    Goal,
    /// An activity.
    Activity,
    /// A launch or a milestone.
    Event,
    /// A sales script.
    Script,
    /// A person or a team.
    Person,
    /// A channel.
    Channel,
    /// A metric.
    Metric,
    /// A source of data or a calendar.
    Data,
    /// A segment or a product.
    Market,
    /// A named message or USP.
    Message,
    /// A rule.
    Rule,
    /// A word of a fixed list, or one of the writer's own choice where a word is wanted.
    Word,
    /// A number, an amount, a date or a length of time.
    Number,
    /// A string, or a text between `"""`.
    String,
    /// A sign between values.
    Operator,
    /// A comment.
    Comment,
}

impl TokenType {
    /// Every type, in the order of their numbers.
    pub const ALL: [Self; 19] = [
        Self::Keyword,
        Self::Property,
        Self::Phase,
        Self::Goal,
        Self::Activity,
        Self::Event,
        Self::Script,
        Self::Person,
        Self::Channel,
        Self::Metric,
        Self::Data,
        Self::Market,
        Self::Message,
        Self::Rule,
        Self::Word,
        Self::Number,
        Self::String,
        Self::Operator,
        Self::Comment,
    ];
}

/// What else is to be said of a word: a set.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct TokenModifiers(u32);

impl TokenModifiers {
    /// Here the name is declared.
    pub const DECLARATION: Self = Self(1);
    /// It is cancelled.
    pub const DEPRECATED: Self = Self(1 << 1);
    /// It cannot be changed.
    pub const READONLY: Self = Self(1 << 2);
    /// It is built in.
    pub const BUILT_IN: Self = Self(1 << 3);
    /// A number that is a date, a period or a range of dates.
    pub const DATE: Self = Self(1 << 4);
    /// A number that is a length of time.
    pub const DURATION: Self = Self(1 << 5);
    /// A number that is money, and its currency.
    pub const MONEY: Self = Self(1 << 6);
    /// A number that is a percent.
    pub const PERCENT: Self = Self(1 << 7);

    /// Every modifier, in the order of their bits.
    pub const ALL: [Self; 8] = [
        Self::DECLARATION,
        Self::DEPRECATED,
        Self::READONLY,
        Self::BUILT_IN,
        Self::DATE,
        Self::DURATION,
        Self::MONEY,
        Self::PERCENT,
    ];

    /// The set as bits.
    #[must_use]
    pub fn bits(self) -> u32 {
        self.0
    }

    /// Whether all of `other` is in it.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn with_if(self, holds: bool, other: Self) -> Self {
        if holds { self.with(other) } else { self }
    }
}

/// A word and what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SemanticToken {
    /// Its place in the file; over several lines for a text.
    pub range: TextRange,
    /// What it is.
    pub kind: TokenType,
    /// What else is to be said of it.
    pub modifiers: TokenModifiers,
}

/// The words of a file, or of those top-level statements that `range` touches.
#[must_use]
pub fn semantic_tokens(analysis: &Analysis, id: FileId, range: Option<TextRange>) -> Vec<SemanticToken> {
    let Some(file) = analysis.file(id) else { return Vec::new() };
    let mut out = Vec::new();
    let names = Names::in_file(analysis, id);
    for ((index, item), hir) in (0..).map(ItemIndex).zip(file.parse.items()).zip(file.statements.iter()) {
        let whole = item.range();
        if range.is_some_and(|range| whole.end < range.start || range.end < whole.start) {
            continue;
        }
        let tree = &*item.tree;
        let first = out.len();
        let mut item =
            ItemTokens { tree, hir, names: names.of_item(index), done: 0, current: None, out: &mut out };
        item.all();
        for token in out.iter_mut().skip(first) {
            token.range = token.range.shift(whole.start);
        }
    }
    out
}

/// The tokens of one top-level statement, which come in their order: what is known of each is looked for behind what was
/// used for the one before it.
struct ItemTokens<'a, 'o> {
    tree: &'a Tree,
    hir: &'a Hir,
    /// Names at places of the top-level statement that are still to come.
    names: &'a [names::Name],
    /// Everything before this place has its token.
    done: u32,
    current: Option<Current<'a>>,
    out: &'o mut Vec<SemanticToken>,
}

/// The statement whose head is being read.
struct Current<'a> {
    stmt: &'a HirStmt,
    /// Whether its keyword is one of the language or of the company's own.
    known: bool,
    /// Its values that are still to come, by their ends.
    values: std::iter::Peekable<std::vec::IntoIter<&'a HirValue>>,
}

impl<'a> ItemTokens<'a, '_> {
    fn all(&mut self) {
        let mut stmts = self.hir.stmts.iter().peekable();
        let mut allows = self.hir.allows.iter().peekable();
        let mut tokens = self.tree.tokens().peekable();
        let mut before = [None; 2];
        while let Some(token) = tokens.next() {
            let beside = Beside { before, next: tokens.peek().copied() };
            before = [Some(token), before[0]];
            if token.range.start < self.done {
                continue;
            }
            match token.kind {
                TokenKind::Comment => {
                    while allows.next_if(|allow| allow.range.start < token.range.start).is_some() {}
                    let allow = allows.next_if(|allow| allow.range == token.range);
                    strings::comment(token, allow, self.out);
                }
                TokenKind::Keyword => {
                    while stmts.next_if(|stmt| stmt.keyword_range.start < token.range.start).is_some() {}
                    let stmt = stmts.next_if(|stmt| stmt.keyword_range == token.range);
                    self.current = stmt.map(|stmt| Current::new(self.hir, stmt));
                    self.keyword(token);
                }
                TokenKind::Open | TokenKind::Close | TokenKind::Semicolon => self.current = None,
                TokenKind::Word => self.word(token, beside),
                TokenKind::String | TokenKind::StringOpen | TokenKind::Text | TokenKind::TextOpen => {
                    let asks = self.current.as_ref().is_some_and(|current| {
                        current.stmt.parent_kind == Kind::Rule && current.stmt.keyword == "say"
                    });
                    strings::string(token, asks, self.out);
                }
                TokenKind::Operator => {
                    self.push(token.range, TokenType::Operator, TokenModifiers::default());
                }
                TokenKind::Comma | TokenKind::Bad => {}
            }
        }
    }

    fn push(&mut self, range: TextRange, kind: TokenType, modifiers: TokenModifiers) {
        self.out.push(SemanticToken { range, kind, modifiers });
    }

    fn keyword(&mut self, token: Token<'a>) {
        if self.named(token, &[]) {
            // A property of the company's own.
            self.current.iter_mut().for_each(|current| current.known = true);
            return;
        }
        let Some(stmt) = self.current.as_ref().map(|current| current.stmt).filter(|stmt| stmt.known) else {
            return;
        };
        let stands_alone = stmt.parent_kind == Kind::File || stmt.kind() != Kind::Leaf;
        let kind = if stands_alone { TokenType::Keyword } else { TokenType::Property };
        self.push(token.range, kind, TokenModifiers::default());
    }

    fn word(&mut self, token: Token<'a>, beside: Beside<'a>) {
        let Some(current) = self.current.as_mut().filter(|current| current.known) else {
            // A value that no keyword announces, or none that there is.
            if let Some((kind, modifiers)) = words::number(token, beside) {
                self.push(token.range, kind, modifiers);
            }
            return;
        };
        let (stmt, value) = (current.stmt, current.value_at(token.range));
        let form = value.and_then(|value| form_of(stmt, value));
        match (value.map(|value| &value.value), form) {
            (Some(Value::RuleName(_)), _) => {
                let range = value.map_or(token.range, |value| value.range);
                self.push(range, TokenType::Rule, TokenModifiers::DECLARATION);
                self.done = range.end;
            }
            (Some(value), Some(Form::Id)) if *value != Value::Broken => {
                let kind = declared(stmt.kind());
                let cancelled = self.peek(token).is_some_and(|name| name.cancelled);
                let modifiers = TokenModifiers::DECLARATION;
                self.push(token.range, kind, modifiers.with_if(cancelled, TokenModifiers::DEPRECATED));
            }
            (_, form) => {
                let rest = match form {
                    Some(Form::Ref(namespace)) => names::rest_of(namespace),
                    _ => &[],
                };
                if self.named(token, rest) {
                    return;
                }
                if let Some((kind, modifiers)) = words::word(stmt, value, form, token, beside) {
                    self.push(token.range, kind, modifiers);
                }
            }
        }
    }

    fn peek(&mut self, token: Token<'a>) -> Option<names::Name> {
        while let Some((first, rest)) = self.names.split_first()
            && first.range.start < token.range.start
        {
            self.names = rest;
        }
        self.names.first().copied().filter(|name| token.range.contains_range(name.range))
    }

    /// The names that the word consists of; whether there are any. What stands behind the last of them is one of `rest`.
    fn named(&mut self, token: Token<'a>, rest: &[TokenType]) -> bool {
        let mut end = None;
        while let Some(name) = self.peek(token) {
            self.names = self.names.get(1..).unwrap_or_default();
            // Two meanings of one name: the first is as good as the other.
            if end.is_none_or(|end| end <= name.range.start) {
                self.push(name.range, name.kind, name.modifiers());
                end = Some(name.range.end);
            }
        }
        let Some(end) = end else { return false };
        if let [kind] = rest
            && end + 1 < token.range.end
        {
            self.push(TextRange::new(end + 1, token.range.end), *kind, TokenModifiers::default());
        }
        true
    }
}

impl<'a> Current<'a> {
    fn new(hir: &'a Hir, stmt: &'a HirStmt) -> Self {
        // What is missing counts as written at the keyword, and takes no word.
        let values = hir.values_of(stmt).iter().filter(|value| value.range.start >= stmt.keyword_range.end);
        let mut values: Vec<_> = values.collect();
        values.sort_by_key(|value| value.range);
        Self { stmt, known: stmt.known, values: values.into_iter().peekable() }
    }

    /// The value that the word at `range` belongs to.
    fn value_at(&mut self, range: TextRange) -> Option<&'a HirValue> {
        while self.values.next_if(|value| value.range.end <= range.start).is_some() {}
        self.values.peek().copied().filter(|value| value.range.contains_range(range))
    }
}

/// The form of the slot or clause that a value fills.
fn form_of(stmt: &HirStmt, value: &HirValue) -> Option<Form> {
    let row = stmt.row.filter(|_| stmt.known)?;
    let clauses = row.clauses.iter().map(|clause| &clause.slot);
    row.slots.iter().chain(clauses).find(|slot| slot.name == value.slot).map(|slot| slot.form)
}

/// What a statement of `kind` declares.
fn declared(kind: Kind) -> TokenType {
    match kind {
        Kind::Phase | Kind::Month => TokenType::Phase,
        Kind::Goal => TokenType::Goal,
        Kind::Activity | Kind::Task => TokenType::Activity,
        Kind::Launch | Kind::Milestone | Kind::Material | Kind::Touchpoint => TokenType::Event,
        Kind::Script | Kind::Objection | Kind::Qualify => TokenType::Script,
        Kind::Person | Kind::Team => TokenType::Person,
        Kind::Channel | Kind::PhaseChannel => TokenType::Channel,
        Kind::Metric => TokenType::Metric,
        Kind::Source | Kind::Calendar => TokenType::Data,
        Kind::Segment | Kind::Product => TokenType::Market,
        Kind::Rule => TokenType::Rule,
        // A field, a column of a source.
        _ => TokenType::Property,
    }
}
