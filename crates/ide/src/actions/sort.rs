//! Properties in the order of the schema: what and who it is first, what has a name of its own last.
//!
//! A comment goes where the property goes that it stands above or behind. Properties with the same keyword stay in their
//! order, and so does all that has a name: the plan means the same as before.

use roadmap_diag::Message;
use roadmap_schema::{Group, in_order};

use super::draft::{Draft, Piece};
use super::place::{At, Here};
use super::{Action, ActionKind, Change};

/// Sorts the innermost block around the place that is not in order, up to that of something with a name.
pub(super) fn offer<'a>(here: &Here<'a>, found: &mut Vec<Action<'a>>) {
    for at in here.around().filter(|at| at.stmt.open.is_some()) {
        if Block::read(at).is_some_and(|block| !block.is_sorted()) {
            let title = match at.name() {
                Some(name) => Message::new("ide-sort").with("name", name),
                None => Message::new("ide-sort.unnamed").with("keyword", at.keyword()),
            };
            found.push(Action::new(ActionKind::Rewrite, title, move || sort(&[at], false)));
            break;
        }
        if at.stmt.row.is_some_and(|row| row.declares()) {
            break;
        }
    }
}

/// Sorts every block of the file.
pub(super) fn offer_all<'a>(here: &Here<'a>, found: &mut Vec<Action<'a>>) {
    let (analysis, id) = (here.analysis, here.id);
    let items = (0..).map(roadmap_diag::ItemIndex).take(here.file.parse.items().len());
    let roots = items.flat_map(|item| {
        let roots: Vec<u32> =
            here.file.statements.get(item.0 as usize).map_or(Vec::new(), |hir| hir.roots().collect());
        roots.into_iter().filter_map(move |index| At::new(analysis, id, item, index))
    });
    let unsorted: Vec<At<'a>> = roots.filter(|at| needs_sorting(*at)).collect();
    if !unsorted.is_empty() {
        let title = Message::new("ide-sort.file");
        found.push(Action::new(ActionKind::SortAll, title, move || sort(&unsorted, true)));
    }
}

fn needs_sorting(at: At<'_>) -> bool {
    let all = (at.index..at.stmt.next).filter_map(|index| at.at(index));
    at.tree.errors().is_empty()
        && all.into_iter().any(|at| Block::read(at).is_some_and(|block| !block.is_sorted()))
}

/// The blocks in order; those in them too, where `deep`.
fn sort(all: &[At<'_>], deep: bool) -> Option<Change> {
    let mut draft = Draft::new(all.first()?.id, all.first()?.file);
    for at in all {
        draft.replace(at.in_file(at.stmt.range), Piece::new(&text(*at, deep)));
    }
    draft.finish()
}

/// The text of a statement with its block in order.
fn text(at: At<'_>, deep: bool) -> String {
    match Block::read(at) {
        Some(block) => block.write(deep),
        None => at.tree.slice(at.stmt.range).to_owned(),
    }
}

/// A block, cut into its statements with what belongs to each.
struct Block<'a> {
    at: At<'a>,
    /// From the first word of the statement to behind the `{` and a comment on its line.
    head: &'a str,
    parts: Vec<Part<'a>>,
    /// From behind the last statement to the `}`.
    tail: &'a str,
    is_one_line: bool,
}

#[derive(Clone, Copy)]
struct Part<'a> {
    at: At<'a>,
    rank: usize,
    number: usize,
    /// Blank lines and comments before it, from the end of the line before.
    lead: &'a str,
    /// The comment behind it.
    comment: &'a str,
}

impl<'a> Block<'a> {
    /// None where there is nothing to sort, or the text is broken.
    fn read(at: At<'a>) -> Option<Self> {
        let (open, close) = (at.stmt.open?, at.stmt.close?);
        if at.stmt.damaged || !at.tree.errors().is_empty() {
            return None;
        }
        let slice = |start: u32, end: u32| at.tree.text().get(start as usize..end as usize);
        let begin = open.end + comment_length(slice(open.end, close.start)?).map_or(0, |(_, length)| length);
        let mut parts = Vec::new();
        let mut start = begin;
        for (number, child) in at.children().enumerate() {
            let range = child.stmt.range;
            let behind = slice(range.end, close.start)?;
            let (comment, length) = comment_length(behind).unwrap_or_else(|| {
                let blanks = behind.len() - behind.trim_start_matches([' ', '\t']).len();
                let ends = behind.get(blanks..).is_some_and(|rest| rest.starts_with(';'));
                ("", if ends { small(blanks) + 1 } else { 0 })
            });
            let rank = rank(at, child);
            parts.push(Part { at: child, rank, number, lead: slice(start, range.start)?, comment });
            start = range.end + length;
        }
        let is_one_line = !slice(open.start, close.end)?.contains('\n');
        let head = slice(at.stmt.range.start, begin)?;
        let tail = slice(start, close.start)?;
        // What stands between statements is comments and blanks, or nothing that can be moved.
        (parts.len() > 1).then_some(Self { at, head, parts, tail, is_one_line })
    }

    fn is_sorted(&self) -> bool {
        self.parts.is_sorted_by_key(|part| part.rank)
    }

    fn write(&self, deep: bool) -> String {
        let mut parts = self.parts.clone();
        parts.sort_by_key(|part| part.rank);
        let body = |part: &Part<'_>| {
            if deep { text(part.at, deep) } else { part.at.tree.slice(part.at.stmt.range).to_owned() }
        };
        let mut out = self.head.to_owned();
        if self.is_one_line {
            let bodies: Vec<String> = parts.iter().map(body).collect();
            out.push_str(&format!(" {} }}", bodies.join("; ")));
            return out;
        }
        let indent = " ".repeat(self.at.stmt.indent as usize);
        let mut before: Option<Part<'_>> = None;
        for part in parts {
            let follows = before.map_or(0, |before| before.number + 1) == part.number;
            let keeps_blank = before.is_some() && (follows || part.group() >= Group::Parts);
            out.push_str(&part.lead(&indent, keeps_blank));
            out.push_str(&body(&part));
            if !part.comment.is_empty() {
                out.push_str("  ");
                out.push_str(part.comment);
            }
            before = Some(part);
        }
        match self.tail.trim_start_matches([' ', '\t', ';']) {
            tail if tail.starts_with(['\n', '\r']) => out.push_str(tail),
            _ => out.push_str(&format!("\n{indent}")),
        }
        out.push('}');
        out
    }
}

impl Part<'_> {
    fn group(&self) -> Group {
        match self.at.stmt.row {
            Some(row) if row.declares() => Group::Named,
            Some(row) if self.at.stmt.known => row.group,
            _ => Group::Aim,
        }
    }

    /// The end of the line before, blank lines where they are kept, and comments, each on its line.
    fn lead(&self, indent: &str, keeps_blank: bool) -> String {
        let lead = self.lead.trim_start_matches([' ', '\t', ';']);
        let content = lead.trim_start();
        let blanks = lead.get(..lead.len() - content.len()).unwrap_or_default();
        let newlines = blanks.matches('\n').count();
        let mut out = "\n".to_owned();
        if newlines > 1 && keeps_blank {
            out.push('\n');
        }
        out.push_str(indent);
        out.push_str("  ");
        out.push_str(content);
        out
    }
}

/// Where a property stands in the order. Those of the company's own come before notes.
fn rank(at: At<'_>, child: At<'_>) -> usize {
    let order = in_order(at.stmt.kind());
    let is_named = |row: &roadmap_schema::Row| row.declares();
    match child.stmt.row.filter(|_| child.stmt.known) {
        Some(row) if is_named(row) => usize::MAX,
        Some(row) => 2 * order.iter().position(|other| other.keyword == row.keyword).unwrap_or(order.len()),
        None => {
            let extras = order.iter().position(|row| row.group == Group::Extras || is_named(row));
            (2 * extras.unwrap_or(order.len())).saturating_sub(1)
        }
    }
}

/// The comment that ends the line, behind nothing but blanks and a `;`, and how far it reaches.
fn comment_length(behind: &str) -> Option<(&str, u32)> {
    let line = behind.split('\n').next()?;
    let line = line.strip_suffix('\r').unwrap_or(line);
    let comment = line.trim_start_matches([' ', '\t', ';']);
    comment.starts_with('#').then(|| (comment.trim_end(), small(line.len())))
}

fn small(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
