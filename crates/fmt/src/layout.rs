//! Tree to lines.

use roadmap_schema::Kind;
use roadmap_syntax::{Block, Parse, Stmt, Token, TokenKind, Tree};

use crate::MAX_WIDTH;
use crate::line::{Columns, Comment, INDENT, Line, Role, width};
use crate::spacing::{self, Head};
use crate::survey::{Survey, moved_comment, survey};

/// The lines of a file, columns still open. `text` is the whole of it.
pub(crate) fn lines(parse: &Parse, text: &str) -> Vec<Line> {
    let mut layout = Layout {
        text,
        lines: Vec::new(),
        item: 0,
        base: 0,
        settled: bom(text),
        behind: bom(text),
        apart: false,
    };
    let mut surveys: Vec<Survey> = parse.items().iter().map(|item| survey(&item.tree)).collect();
    spread_over_items(parse, text, &mut surveys);
    for (index, (item, survey)) in parse.items().iter().zip(&surveys).enumerate() {
        layout.item = index;
        layout.base = item.start as usize;
        layout.entries(&file_entries(&item.tree), survey, Kind::File, Place { depth: 0, groups: false });
    }
    layout.lines
}

/// Items that share a line with a broken one stay as they are.
fn spread_over_items(parse: &Parse, text: &str, surveys: &mut [Survey]) {
    let ends = |index: usize| {
        let item = parse.items().get(index)?;
        let (first, last) = (item.tree.statements().next()?, item.tree.statements().last()?);
        Some((item, first, last))
    };
    let mut pass = |index: usize, forward: bool| {
        let (Some((left, _, last)), Some((right, first, _))) = (ends(index), ends(index + 1)) else { return };
        let gap = (left.start + last.range().end) as usize..(right.start + first.range().start) as usize;
        if text.get(gap).unwrap_or_default().contains('\n') {
            return;
        }
        let (source, from, target, to) =
            if forward { (index, last, index + 1, first) } else { (index + 1, first, index, last) };
        if surveys.get(source).is_some_and(|survey| survey.of(from).broken)
            && let Some(survey) = surveys.get_mut(target)
        {
            survey.break_off(to);
        }
    };
    let pairs = parse.items().len().saturating_sub(1);
    (0..pairs).for_each(|index| pass(index, true));
    (0..pairs).rev().for_each(|index| pass(index, false));
}

fn bom(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// What stands in a block or in a file.
enum Entry<'t> {
    Stmt(Stmt<'t>),
    Token(Token<'t>),
}

impl Entry<'_> {
    fn start(&self) -> u32 {
        match self {
            Self::Stmt(stmt) => stmt.range().start,
            Self::Token(token) => token.range.start,
        }
    }
}

fn file_entries(tree: &Tree) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = tree.statements().map(Entry::Stmt).collect();
    let ranges: Vec<_> = tree.statements().map(|stmt| stmt.range()).collect();
    let mut next = 0;
    for token in tree.tokens() {
        while ranges.get(next).is_some_and(|range| range.end <= token.range.start) {
            next += 1;
        }
        if ranges.get(next).is_none_or(|range| token.range.start < range.start) {
            entries.push(Entry::Token(token));
        }
    }
    entries.sort_by_key(Entry::start);
    entries
}

fn block_entries(block: Block<'_>) -> Vec<Entry<'_>> {
    let inner = |token: &Token<'_>| matches!(token.kind, TokenKind::Comment | TokenKind::Semicolon);
    let mut entries: Vec<Entry<'_>> = block.statements().map(Entry::Stmt).collect();
    entries.extend(block.tokens().filter(inner).map(Entry::Token));
    entries.sort_by_key(Entry::start);
    entries
}

/// Where entries stand.
#[derive(Clone, Copy)]
struct Place {
    depth: usize,
    /// Whether statements that share a line go on sharing it.
    groups: bool,
}

struct Layout<'t> {
    text: &'t str,
    lines: Vec<Line>,
    item: usize,
    /// Offset of the item in the file.
    base: usize,
    /// Everything before this offset has its line already.
    settled: usize,
    /// Behind the last thing that was looked at.
    behind: usize,
    /// Whether a `;` that is left out kept a comment above from belonging to what follows.
    apart: bool,
}

impl<'t> Layout<'t> {
    fn entries(&mut self, entries: &[Entry<'t>], survey: &Survey, parent: Kind, place: Place) {
        let first_line = self.lines.len();
        let mut at = 0;
        while let Some(entry) = entries.get(at) {
            let (newline, blank) = self.gap(entry.start() as usize + self.base);
            let semicolon = matches!(entry, Entry::Token(token) if token.kind == TokenKind::Semicolon);
            let blank = blank || !semicolon && std::mem::take(&mut self.apart);
            let blank = blank && (place.depth == 0 || self.lines.len() > first_line);
            let mut taken = 1;
            match entry {
                Entry::Token(token) if token.kind == TokenKind::Semicolon => {
                    self.apart |= newline;
                    self.behind = token.range.end as usize + self.base;
                    at += 1;
                    continue;
                }
                Entry::Token(token) if token.kind == TokenKind::Comment => {
                    self.comment(*token, newline, blank, place.depth);
                }
                Entry::Token(token) => self.verbatim(token.range.start, token.range.end, blank),
                Entry::Stmt(stmt) if survey.of(*stmt).broken => {
                    self.verbatim(stmt.range().start, stmt.range().end, blank);
                }
                Entry::Stmt(stmt) => {
                    // A line that is split is split into all its statements.
                    let starts_line = newline || at == 0;
                    let group = if place.groups && starts_line {
                        self.group(entries, at, survey, place.depth)
                    } else {
                        1
                    };
                    if group > 1 {
                        let members: Vec<Stmt<'t>> = entries
                            .iter()
                            .skip(at)
                            .take(group)
                            .filter_map(|entry| match entry {
                                Entry::Stmt(stmt) => Some(*stmt),
                                Entry::Token(_) => None,
                            })
                            .collect();
                        let mut code = String::new();
                        for member in &members {
                            if !code.is_empty() {
                                code.push_str("; ");
                            }
                            flat(*member, &mut code);
                        }
                        self.push(place.depth, blank, Role::Group, code, Columns::default());
                        taken = group;
                        let last = members.last().map_or(0, |last| last.range().end);
                        self.behind = last as usize + self.base;
                    } else {
                        self.stmt(*stmt, survey, parent, place.depth, blank);
                    }
                }
            }
            at += taken;
        }
    }

    /// Whether a newline, and whether a blank line, stands before `start`.
    fn gap(&self, start: usize) -> (bool, bool) {
        let gap = self.text.get(self.behind..start).unwrap_or_default();
        let newlines = gap.bytes().filter(|byte| *byte == b'\n').count();
        (newlines > 0, newlines > 1)
    }

    /// How many entries from `at` on make one line of statements with `;` between them; 1 where they do not.
    fn group(&self, entries: &[Entry<'t>], at: usize, survey: &Survey, depth: usize) -> usize {
        let mut columns = depth * INDENT;
        let mut end = None;
        let mut separated = true;
        let (mut taken, mut last) = (0, 0);
        for (index, entry) in entries.iter().enumerate().skip(at) {
            let start = entry.start() as usize + self.base;
            let gap = end.and_then(|end| self.text.get(end..start)).unwrap_or_default();
            if gap.contains('\n') {
                break;
            }
            match entry {
                Entry::Token(token) if token.kind == TokenKind::Semicolon => {
                    separated = true;
                    end = Some(token.range.end as usize + self.base);
                }
                Entry::Token(_) => break,
                Entry::Stmt(stmt) => {
                    let fact = survey.of(*stmt);
                    let Some(flat) = fact.flat.filter(|_| separated) else { return 1 };
                    columns += flat + if taken > 0 { 2 } else { 0 };
                    separated = false;
                    taken += 1;
                    last = index + 1 - at;
                    end = Some(stmt.range().end as usize + self.base);
                }
            }
            if columns > MAX_WIDTH {
                return 1;
            }
        }
        if taken > 1 { last } else { 1 }
    }

    fn stmt(&mut self, stmt: Stmt<'t>, survey: &Survey, parent: Kind, depth: usize, blank: bool) {
        let fact = survey.of(stmt);
        let tokens: Vec<Token<'t>> = stmt.head().collect();
        let head = spacing::head(&tokens, depth);
        let block = stmt.block();
        let fits = fact.flat.is_some_and(|flat| depth * INDENT + flat <= MAX_WIDTH);
        let is_empty = block.is_some_and(|block| block.statements().next().is_none());
        match block {
            Some(block) if fact.flat.is_none() || !fits && !is_empty => {
                let mut code = head.code;
                code.push_str(" {");
                self.push(depth, blank, Role::Fence, code, Columns::default());
                self.behind = block.open().map_or(self.behind, |open| open.end as usize + self.base);
                if let Some(comment) = moved_comment(stmt, block) {
                    self.trail(comment);
                }
                let place = Place { depth: depth + 1, groups: !block.is_one_line() };
                self.entries(&block_entries(block), survey, fact.kind.unwrap_or(Kind::Leaf), place);
                self.push(depth, false, Role::Fence, "}".to_owned(), Columns::default());
            }
            _ => {
                let (role, columns) = role(stmt, &head, parent);
                let mut code = head.code;
                if let Some(block) = block {
                    flat_block(block, &mut code);
                }
                self.push(depth, blank, role, code, columns);
            }
        }
        self.behind = stmt.range().end as usize + self.base;
    }

    fn push(&mut self, depth: usize, blank_before: bool, role: Role, code: String, columns: Columns) {
        let line = Line { item: self.item, depth, blank_before, role, code, columns, comment: None };
        self.lines.push(line);
    }

    /// A comment alone, or behind what stands before it on its line.
    fn comment(&mut self, token: Token<'t>, newline: bool, blank: bool, depth: usize) {
        let start = token.range.start as usize + self.base;
        self.behind = token.range.end as usize + self.base;
        if start < self.settled {
            return;
        }
        let free = self.lines.last().is_some_and(|line| {
            line.comment.is_none() && !matches!(line.role, Role::Comment | Role::Verbatim)
        });
        if !newline && free {
            self.trail(token);
        } else {
            let code = trimmed(token.text).to_owned();
            self.apart |= !newline && !self.lines.is_empty();
            self.push(depth, blank, Role::Comment, code, Columns::default());
        }
    }

    /// Puts a comment behind the last line.
    fn trail(&mut self, token: Token<'t>) {
        let start = token.range.start as usize + self.base;
        let before = self.text.get(self.line_start(start)..start).unwrap_or_default();
        let Some(line) = self.lines.last_mut() else { return };
        let code = line.code.rsplit_once('\n').map_or(line.code.as_str(), |(_, last)| last);
        let solid = |text: &'t str| text.chars().filter(|c| !c.is_whitespace());
        let same = solid(before).eq(code.chars().filter(|c| !c.is_whitespace()));
        let was_at = same.then(|| width(before));
        line.comment = Some(Comment { text: trimmed(token.text).to_owned(), was_at, at: 0 });
    }

    /// Keeps the lines on which `start..end` (of the item) stands.
    fn verbatim(&mut self, start: u32, end: u32, blank: bool) {
        let (start, end) = (start as usize + self.base, end as usize + self.base);
        self.behind = end;
        if end <= self.settled {
            return;
        }
        let rest = self.text.get(end..).unwrap_or_default();
        let to = end + rest.find('\n').unwrap_or(rest.len());
        if start < self.settled {
            // It begins on a line that is kept already.
            let more = kept(self.text.get(self.settled..to).unwrap_or_default());
            if let Some(line) = self.lines.last_mut() {
                line.code.push_str(&more);
            }
        } else {
            let from = self.line_start(start).max(self.settled);
            let code = kept(self.text.get(from..to).unwrap_or_default().trim_start_matches('\n'));
            self.push(0, blank, Role::Verbatim, code, Columns::default());
        }
        self.settled = to;
    }

    fn line_start(&self, offset: usize) -> usize {
        let before = self.text.get(..offset).unwrap_or_default();
        before.rfind('\n').map_or(bom(self.text), |newline| newline + 1)
    }
}

/// Lines that stay as they are, but for the marks at their ends.
fn kept(text: &str) -> String {
    let lines: Vec<&str> = trimmed(text).split('\n').map(|line| line.trim_end_matches('\r')).collect();
    lines.join("\n")
}

fn trimmed(text: &str) -> &str {
    text.trim_end_matches([' ', '\t', '\r'])
}

/// Writes a statement on one line.
fn flat(stmt: Stmt<'_>, out: &mut String) {
    let tokens: Vec<Token<'_>> = stmt.head().collect();
    out.push_str(&spacing::head(&tokens, 0).code);
    if let Some(block) = stmt.block() {
        flat_block(block, out);
    }
}

fn flat_block(block: Block<'_>, out: &mut String) {
    out.push_str(" {");
    let mut separator = " ";
    for stmt in block.statements() {
        out.push_str(separator);
        flat(stmt, out);
        separator = "; ";
    }
    out.push_str(if separator == " " { "}" } else { " }" });
}

/// What a statement on one line is to the lines beside it, and where blanks may be put into it.
fn role(stmt: Stmt<'_>, head: &Head, parent: Kind) -> (Role, Columns) {
    if head.code.contains('\n') {
        return (Role::Fence, Columns::default());
    }
    let keyword = stmt.keyword().map_or("", |keyword| keyword.text);
    let row = roadmap_schema::find(parent, keyword);
    let is_work = row.is_some_and(|row| {
        use Kind::{Activity, Goal, Launch, Milestone, Phase, Roadmap, Script};
        matches!(row.kind, Goal | Phase | Activity | Launch | Script | Milestone | Roadmap)
    });
    let has_block = stmt.block().is_some();
    let property = parent != Kind::File
        && head.value.is_some()
        && match row {
            // What any statement may have is no property of this one: `note`, `tag`, `link`, `why`.
            Some(row) => {
                let anywhere = row.stands_in(Kind::Review) && row.stands_in(Kind::Rule);
                let named = row.declares() && row.kind != Kind::Leaf;
                let stands_apart = matches!(row.kind, Kind::Task | Kind::Month | Kind::Objection);
                !(named || stands_apart || anywhere)
            }
            None => !has_block,
        };
    let declares = row.is_some_and(|row| row.declares()) && !is_work;
    // Readings are a table: metric, day, figure.
    let reading = row.is_some_and(|row| row.kind == Kind::Actual);
    let columns = Columns {
        value: if reading { head.title } else { head.value.filter(|_| property) },
        title: if reading { head.third } else { head.title.filter(|_| declares) },
        block: (has_block && !is_work && !head.has_formula).then_some(head.code.len()),
        pads: [0; 3],
    };
    (Role::Statement { keyword: keyword.to_owned(), property }, columns)
}
