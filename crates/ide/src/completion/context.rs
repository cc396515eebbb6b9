//! What may be written at a place: a statement, a value of which slot, a rule's name, or nothing.

use roadmap_db::Analysis;
use roadmap_diag::{FileId, TextRange};
use roadmap_schema::{Kind, Slot};
use roadmap_sema::hir::{Hir, HirStmt, HirValue, Value};
use roadmap_syntax::{Token, TokenKind};

use crate::Cursor;

/// The place that is completed.
pub(super) struct Context<'a> {
    pub(super) analysis: &'a Analysis,
    pub(super) id: FileId,
    /// What is typed of the word up to the cursor.
    pub(super) prefix: &'a str,
    /// The whole word, in the file.
    pub(super) range: TextRange,
    /// What stands behind the word on its line.
    pub(super) rest: &'a str,
    pub(super) place: Place<'a>,
}

/// What may stand there.
pub(super) enum Place<'a> {
    /// The keyword of a statement.
    Statement(Block<'a>),
    /// A value, or the word that announces one.
    Value(ValuePlace<'a>),
    /// The name of a property in the text of a company's rule.
    Template { cursor: Cursor<'a>, stmt: &'a HirStmt },
    /// The name of a rule in `# allow(…)`.
    Allow,
}

/// The block in which a statement begins.
#[derive(Clone, Copy)]
pub(super) struct Block<'a> {
    pub(super) kind: Kind,
    /// The statements of the same top-level statement; none where the file has none.
    pub(super) hir: Option<&'a Hir>,
    /// The statement that the block belongs to.
    pub(super) parent: Option<u32>,
    /// The statement whose keyword is being written.
    pub(super) current: Option<u32>,
    /// The cursor over it, for places; none where the file has nothing written.
    pub(super) cursor: Option<Cursor<'a>>,
}

/// A place behind a keyword.
pub(super) struct ValuePlace<'a> {
    pub(super) cursor: Cursor<'a>,
    pub(super) index: u32,
    pub(super) stmt: &'a HirStmt,
    /// The slots that may come next: the first, and those behind it where it may be left out.
    pub(super) slots: Vec<Slot>,
    /// Words that announce what may still come.
    pub(super) leads: Vec<&'static str>,
    /// The sign before the word, within the value.
    pub(super) operator: Option<&'a str>,
    /// The word before, where it is no keyword, sign or comma.
    pub(super) before: Option<&'a str>,
    /// Where the word begins, in the top-level statement.
    pub(super) at: u32,
}

impl<'a> Context<'a> {
    /// What may be written at `offset`; none inside texts and comments, and where no word can come.
    pub(super) fn new(analysis: &'a Analysis, id: FileId, offset: u32) -> Option<Self> {
        let file = analysis.file(id)?;
        // Settings are no plan.
        if id.0 as usize >= analysis.source_files {
            return None;
        }
        let empty = Block { kind: Kind::File, hir: None, parent: None, current: None, cursor: None };
        let Some(cursor) = Cursor::new(analysis, id, offset) else {
            let range = TextRange::empty(offset.min(u32::try_from(file.text.len()).unwrap_or(0)));
            return Some(Self { analysis, id, prefix: "", range, rest: "", place: Place::Statement(empty) });
        };
        let local = cursor.local();
        let (touched, before) = around(cursor, local);
        let template = touched.and_then(|token| template(cursor, token));
        let range = match touched {
            _ if let Some((_, range)) = template => range,
            Some(token) if token.kind == TokenKind::Comment => allow_range(&cursor, token)?,
            Some(token) if !may_be_completed(token, local) => return None,
            Some(token) => cursor.in_file(token.range),
            None => TextRange::empty(cursor.offset),
        };
        let text = &*file.text;
        let prefix = text.get(range.start as usize..cursor.offset as usize)?;
        let rest = text.get(range.end as usize..)?.lines().next().unwrap_or_default();
        let place = match touched {
            _ if let Some((stmt, _)) = template => Place::Template { cursor, stmt },
            Some(token) if token.kind == TokenKind::Comment => Place::Allow,
            _ => place(cursor, touched, before, text)?,
        };
        Some(Self { analysis, id, prefix, range, rest, place })
    }
}

/// The token that the cursor stands in or directly behind, where that is a word, a text or a comment, and the last one
/// before it.
fn around<'a>(cursor: Cursor<'a>, local: u32) -> (Option<Token<'a>>, Option<Token<'a>>) {
    let mut touched = None;
    let mut before: Option<Token<'a>> = None;
    let mut before_that = None;
    for token in cursor.tree.tokens().take_while(|token| token.range.start < local) {
        let is_mark = matches!(
            token.kind,
            TokenKind::Open
                | TokenKind::Close
                | TokenKind::Semicolon
                | TokenKind::Comma
                | TokenKind::Operator
                | TokenKind::Bad
        );
        let is_closed = matches!(token.kind, TokenKind::String | TokenKind::Text);
        let inside = if is_mark || is_closed { local < token.range.end } else { local <= token.range.end };
        if inside {
            touched = Some(token);
        } else if token.kind != TokenKind::Comment {
            before_that = before.replace(token);
        }
    }
    // A path or a date that ends with its mark is a word whose rest is still to come.
    if let (None, Some(word), Some(mark)) = (touched, before_that, before)
        && matches!(mark.text, "." | "-")
        && mark.range.end == local
        && word.kind == TokenKind::Word
        && word.touches(&mark)
    {
        let range = word.range.cover(mark.range);
        let text = cursor.tree.slice(range);
        let all = cursor.tree.tokens().filter(|token| token.kind != TokenKind::Comment);
        let before = all.take_while(|token| token.range.start < word.range.start).last();
        return (Some(Token { kind: TokenKind::Word, text, range }), before);
    }
    (touched, before)
}

fn may_be_completed(token: Token<'_>, local: u32) -> bool {
    matches!(token.kind, TokenKind::Keyword | TokenKind::Word) && token.range.start < local
}

/// The property that is being written in `{}` in the text of a company's rule, in the file.
fn template<'a>(cursor: Cursor<'a>, token: Token<'a>) -> Option<(&'a HirStmt, TextRange)> {
    if !matches!(token.kind, TokenKind::String | TokenKind::StringOpen) {
        return None;
    }
    let stmts = cursor.hir.stmts.iter();
    let stmt = stmts.take_while(|stmt| stmt.keyword_range.start < token.range.start).last()?;
    if stmt.parent_kind != Kind::Rule || stmt.keyword != "say" || !stmt.known {
        return None;
    }
    let (before, after) = token.text.split_at_checked((cursor.local() - token.range.start) as usize)?;
    let typed = before.rsplit('{').next()?.trim_start();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '\u{300}'..='\u{36f}');
    // Two braces are one that is meant as such.
    let open = before.strip_suffix(typed)?.trim_end();
    let braces = open.len() - open.trim_end_matches('{').len();
    if braces % 2 == 0 || !typed.chars().all(is_name) {
        return None;
    }
    let ahead: usize = after.chars().take_while(|c| is_name(*c)).map(char::len_utf8).sum();
    let length = |bytes: usize| u32::try_from(bytes).unwrap_or(0);
    Some((stmt, TextRange::new(cursor.offset - length(typed.len()), cursor.offset + length(ahead))))
}

/// The name in the parentheses of `# allow(…)` that holds or touches the cursor.
pub(crate) fn allow_range(cursor: &Cursor<'_>, comment: Token<'_>) -> Option<TextRange> {
    let body = comment.text.strip_prefix('#')?;
    let list = body.trim_start().strip_prefix("allow")?.trim_start().strip_prefix('(')?;
    let first = comment.text.len() - list.len();
    let end = list.find(')').map_or(comment.text.len(), |close| first + close);
    let at = (cursor.local() - comment.range.start) as usize;
    if at < first || at > end {
        return None;
    }
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '_' | '*');
    let back = comment.text.get(first..at)?.chars().rev().take_while(|c| is_name(*c));
    let back: usize = back.map(char::len_utf8).sum();
    let ahead = comment.text.get(at..end)?.chars().take_while(|c| is_name(*c));
    let ahead: usize = ahead.map(char::len_utf8).sum();
    let length = |bytes: usize| u32::try_from(bytes).unwrap_or(0);
    Some(TextRange::new(cursor.offset - length(back), cursor.offset + length(ahead)))
}

fn place<'a>(
    cursor: Cursor<'a>,
    touched: Option<Token<'a>>,
    before: Option<Token<'a>>,
    text: &'a str,
) -> Option<Place<'a>> {
    let at = touched.map_or(cursor.local(), |token| token.range.start);
    let starts_line = before.is_none_or(|before| {
        let gap = TextRange::new(before.range.end, at);
        text.get(cursor.in_file(gap).as_range()).is_some_and(|gap| gap.contains('\n'))
    });
    let is_keyword = touched.is_some_and(|token| token.kind == TokenKind::Keyword);
    let mark = before.is_some_and(|before| {
        matches!(before.kind, TokenKind::Open | TokenKind::Close | TokenKind::Semicolon)
    });
    if is_keyword || starts_line || mark {
        let column = starts_line.then(|| column(text, cursor.start + at));
        let current = touched.filter(|_| is_keyword).and_then(|token| {
            (0..).zip(&cursor.hir.stmts).find(|(_, stmt)| stmt.keyword_range == token.range)
        });
        return Some(Place::Statement(block(cursor, at, column, current)));
    }
    value(cursor, at, before?).map(Place::Value)
}

/// Columns before `offset` on its line.
fn column(text: &str, offset: u32) -> u32 {
    let before = text.get(..offset as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    u32::try_from(line.chars().count()).unwrap_or(0)
}

fn block<'a>(
    cursor: Cursor<'a>,
    at: u32,
    column: Option<u32>,
    current: Option<(u32, &'a HirStmt)>,
) -> Block<'a> {
    if let Some((index, stmt)) = current {
        let kind = stmt.parent_kind;
        return Block {
            kind,
            hir: Some(cursor.hir),
            parent: stmt.parent,
            current: Some(index),
            cursor: Some(cursor),
        };
    }
    let mut cursor = cursor;
    let mut at = at;
    // Blank lines belong to the statement below: what is open there was opened above.
    while cursor.hir.stmts.first().is_none_or(|stmt| stmt.range.start >= at) {
        match cursor.previous() {
            Some(previous) => {
                at += cursor.start - previous.start;
                cursor = previous;
            }
            None => break,
        }
    }
    let parent = open_around(cursor.hir, at, column);
    let kind = match parent {
        Some(parent) => cursor.hir.stmt(parent).map_or(Kind::Leaf, HirStmt::kind),
        None => Kind::File,
    };
    Block { kind, hir: Some(cursor.hir), parent, current: None, cursor: Some(cursor) }
}

/// The innermost statement whose block holds `at`. A block that is never closed reaches as far as the indentation says.
fn open_around(hir: &Hir, at: u32, column: Option<u32>) -> Option<u32> {
    let mut found = None;
    for (index, stmt) in (0..).zip(&hir.stmts) {
        if stmt.range.start >= at {
            break;
        }
        let Some(open) = stmt.open else { continue };
        let inside = match stmt.close {
            Some(close) => at <= close.start,
            None => {
                let next = hir.stmt(stmt.next).filter(|next| next.range.start < at);
                next.is_none() && column.is_none_or(|column| column > stmt.indent)
            }
        };
        if open.end <= at && inside {
            found = Some(index);
        }
    }
    found
}

fn value<'a>(cursor: Cursor<'a>, at: u32, before: Token<'a>) -> Option<ValuePlace<'a>> {
    let stmts = (0..).zip(&cursor.hir.stmts);
    let (index, stmt) =
        stmts.take_while(|(_, stmt)| stmt.keyword_range.start <= before.range.start).last()?;
    let mut place = ValuePlace {
        cursor,
        index,
        stmt,
        slots: Vec::new(),
        leads: Vec::new(),
        operator: None,
        before: None,
        at,
    };
    let Some(row) = stmt.row else { return Some(place) };
    let is_keyword = before.range == stmt.keyword_range;
    // What a clause's word announces comes next, and nothing else.
    if let Some(clause) = row.clauses.iter().find(|clause| !is_keyword && clause.lead == before.text) {
        place.slots.push(clause.slot);
        return Some(place);
    }
    let slot_named = |name: &str| {
        let clauses = row.clauses.iter().map(|clause| &clause.slot);
        row.slots.iter().chain(clauses).find(|slot| slot.name == name).copied()
    };
    // What is missing counts as written, at the keyword.
    let values =
        cursor.hir.values_of(stmt).iter().filter(|value| value.range.start >= stmt.keyword_range.end);
    let values: Vec<_> = values.filter(|value| !value.range.is_empty()).collect();
    let written: Vec<_> = values.iter().filter(|value| value.range.end <= at).collect();
    match before.kind {
        TokenKind::Comma => {
            let last = written.iter().rev().find(|value| value.range.end <= before.range.start);
            let slot = last.and_then(|value| slot_named(value.slot));
            place.slots.extend(slot.or(row.slots.last().copied()).filter(|slot| slot.list));
            return Some(place);
        }
        TokenKind::Operator => {
            place.operator = Some(before.text);
            let holds = |range: TextRange| range.start <= before.range.start && before.range.end <= range.end;
            // What is cut off behind its sign is broken, and ends before it.
            let cut =
                |value: &&&HirValue| value.value == Value::Broken && value.range.end <= before.range.start;
            let value = values.iter().find(|value| holds(value.range)).or(values.iter().rev().find(cut));
            if let Some(value) = value {
                place.slots.extend(slot_named(value.slot));
                return Some(place);
            }
        }
        TokenKind::Word | TokenKind::String | TokenKind::Text => place.before = Some(before.text),
        _ => {}
    }
    let done = written
        .iter()
        .filter_map(|value| row.slots.iter().position(|slot| slot.name == value.slot))
        .max()
        .map_or(0, |last| last + 1);
    for slot in row.slots.iter().skip(done) {
        place.slots.push(*slot);
        if slot.required {
            return Some(place);
        }
    }
    if place.operator.is_none() {
        let is_written = |name: &str| values.iter().any(|value| value.slot == name);
        let clauses = row.clauses.iter().filter(|clause| !is_written(clause.slot.name));
        place.leads.extend(clauses.map(|clause| clause.lead));
    }
    Some(place)
}

impl<'a> ValuePlace<'a> {
    /// The names already written in the same list, which need not be offered again.
    pub(super) fn listed(&self, slot: &str) -> impl Iterator<Item = &'a str> {
        let (cursor, at) = (self.cursor, self.at);
        let values = cursor.hir.values_of(self.stmt).iter().filter(move |value| value.range.start != at);
        let slot = slot.to_owned();
        values
            .filter(move |value| value.slot == slot)
            .filter_map(move |value| cursor.tree.slice(value.range).split_whitespace().next())
    }
}
