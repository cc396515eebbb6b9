//! Paths in `include` and `source`: what lies in a folder, others tell.

use std::collections::BTreeSet;

use roadmap_db::Analysis;
use roadmap_db::path::{Resolved, resolve};
use roadmap_diag::{FileId, TextRange};
use roadmap_schema::Form;
use roadmap_sema::hir::{HirStmt, Value};
use roadmap_syntax::{Token, TokenKind};

use super::matching::Typed;
use super::{CompletionItem, CompletionKind};
use crate::Cursor;

/// A path that is being written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathPlace {
    /// The folder whose files and folders may come next, relative to the project; empty for the project's own.
    pub folder: String,
    /// What stands between the quotes.
    range: TextRange,
    /// The path up to its last `/`.
    before: String,
    /// What is typed of the name behind it.
    prefix: String,
    /// How the names of files end that may stand here.
    ending: &'static str,
    /// Files that are not offered: this one, and those that it names already.
    taken: BTreeSet<String>,
}

/// The path at `offset`, where one is being written.
#[must_use]
pub fn path_at(analysis: &Analysis, id: FileId, offset: u32) -> Option<PathPlace> {
    let cursor = Cursor::new(analysis, id, offset)?;
    let local = cursor.local();
    let mut tokens = cursor.tree.tokens().take_while(|token| token.range.start < local);
    let token = tokens.find(|token| match token.kind {
        TokenKind::String => local < token.range.end,
        TokenKind::StringOpen => local <= token.range.end,
        _ => false,
    })?;
    let stmts = cursor.hir.stmts.iter();
    let stmt = stmts.take_while(|stmt| stmt.keyword_range.start < token.range.start).last()?;
    let ending = ending(&cursor, stmt, token)?;
    let body = token.body();
    let start = token.range.start + 1;
    let typed = body.get(..(local.checked_sub(start)?) as usize)?;
    let (before, prefix) = typed.rfind('/').map_or(("", typed), |slash| typed.split_at(slash + 1));
    let path = &cursor.file.path;
    let Resolved::File(folder) = resolve(path, before) else { return None };
    let end = start + u32::try_from(body.len()).ok()?;
    let taken = if ending == ".roadmap" { included(&cursor) } else { BTreeSet::new() };
    Some(PathPlace {
        folder,
        range: cursor.in_file(TextRange::new(start, end)),
        before: before.to_owned(),
        prefix: prefix.to_owned(),
        ending,
        taken,
    })
}

impl PathPlace {
    /// What may stand here, of the names of what lies in the folder; those of folders end with `/`.
    #[must_use]
    pub fn items(&self, entries: &[String]) -> Vec<CompletionItem> {
        let typed = Typed::new(&self.prefix);
        let in_folder = |name: &str| {
            if self.folder.is_empty() { name.to_owned() } else { format!("{}/{name}", self.folder) }
        };
        let wanted = entries.iter().filter(|entry| {
            let is_plain = !entry.starts_with('.') && !entry.contains(['"', '\\', '*', '?', '[', '{']);
            let is_folder = entry.ends_with('/');
            is_plain && (is_folder || (self.is_fit(entry) && !self.taken.contains(&in_folder(entry))))
        });
        let mut found: Vec<_> =
            wanted.filter_map(|entry| Some((typed.fit(entry, [])?, entry.ends_with('/'), entry))).collect();
        found.sort();
        let items = found.into_iter().enumerate().map(|(index, (_, is_folder, entry))| {
            let insert = format!("{}{entry}", self.before);
            CompletionItem {
                label: entry.clone(),
                kind: if is_folder { CompletionKind::Folder } else { CompletionKind::File },
                detail: None,
                filter: format!(
                    "{}{}",
                    self.before,
                    if self.prefix.is_empty() { entry } else { &self.prefix }
                ),
                insert,
                snippet: None,
                range: self.range,
                sort: format!("{index:04}"),
                continues: is_folder,
                data: None,
            }
        });
        items.take(super::MOST).collect()
    }

    fn is_fit(&self, name: &str) -> bool {
        let ending = name.len().checked_sub(self.ending.len()).and_then(|at| name.get(at..));
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case(self.ending))
            && name.len() > self.ending.len()
    }
}

/// How the names of files end that the string `token` may name; none where it is no path.
fn ending(cursor: &Cursor<'_>, stmt: &HirStmt, token: Token<'_>) -> Option<&'static str> {
    let row = stmt.row.filter(|_| stmt.known)?;
    if !row.slots.iter().any(|slot| slot.form == Form::Path) || token.range.start >= stmt.head.end {
        return None;
    }
    // The one string of the statement is its path.
    let is_before = |other: Token<'_>| {
        other.range.start > stmt.keyword_range.start
            && other.range.start < token.range.start
            && matches!(other.kind, TokenKind::String | TokenKind::StringOpen)
    };
    if cursor.tree.tokens().any(is_before) {
        return None;
    }
    match cursor.hir.value(stmt, "kind").map(|value| &value.value) {
        Some(Value::Choice("json")) => Some(".json"),
        _ if stmt.keyword == "source" => Some(".csv"),
        _ => Some(".roadmap"),
    }
}

/// The cursor's file, and what it includes elsewhere.
fn included(cursor: &Cursor<'_>) -> BTreeSet<String> {
    let path = &cursor.file.path;
    let stmts = cursor
        .file
        .parse
        .items()
        .iter()
        .zip(cursor.file.statements.iter())
        .flat_map(|(item, hir)| hir.stmts.iter().map(move |stmt| (item.start, hir, stmt)));
    let elsewhere = stmts.filter(|(start, _, stmt)| {
        stmt.keyword == "include" && !stmt.range.shift(*start).touches(cursor.offset)
    });
    let written = elsewhere.filter_map(|(_, hir, stmt)| match &hir.value(stmt, "path")?.value {
        Value::Text(text) => Some(text),
        _ => None,
    });
    let files = written.filter_map(|written| match resolve(path, written) {
        Resolved::File(file) => Some(file),
        _ => None,
    });
    files.chain(std::iter::once(path.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Fixture;

    const ENTRIES: [&str; 9] = [
        "people.roadmap",
        "main.roadmap",
        "Quý 1.ROADMAP",
        "data/",
        ".git/",
        "crm.csv",
        "crm.json",
        "a\"b.roadmap",
        ".roadmap",
    ];

    fn offered(text: &str) -> Option<(String, Vec<CompletionItem>)> {
        let fixture = Fixture::new(text);
        let place = path_at(&fixture.analysis, fixture.file, fixture.offset)?;
        Some((place.folder.clone(), place.items(&ENTRIES.map(str::to_owned))))
    }

    fn labels(text: &str) -> Option<(String, Vec<String>)> {
        let (folder, items) = offered(text)?;
        Some((folder, items.into_iter().map(|item| item.label).collect()))
    }

    #[test]
    fn includes_are_offered_plans_and_folders() {
        let all = ["Quý 1.ROADMAP", "people.roadmap", "data/"].map(str::to_owned).to_vec();
        for text in ["include \"$0\"", "include \"$0", "include \"$0\" # why", "include \"gone$0\"\n"] {
            let expected = if text.contains("gone") { Vec::new() } else { all.clone() };
            assert_eq!(labels(text), Some((String::new(), expected)), "{text}");
        }
        assert_eq!(labels("include \"quy$0\"").unwrap().1, ["Quý 1.ROADMAP"]);
        assert_eq!(
            labels("include \"people.roadmap\"\ninclude \"$0\"").unwrap().1,
            ["Quý 1.ROADMAP", "data/"]
        );
        assert_eq!(labels("include \"peo$0ple.roadmap\"").unwrap().1, ["people.roadmap"]);
    }

    #[test]
    fn paths_count_from_their_file() {
        let at = |path: &str| format!("//- plans/q1/main.roadmap\ninclude \"{path}$0\"\n");
        let folder = |path: &str| labels(&at(path)).map(|(folder, _)| folder);
        assert_eq!(folder("").as_deref(), Some("plans/q1"));
        assert_eq!(folder("../").as_deref(), Some("plans"));
        assert_eq!(folder("../../x/peo").as_deref(), Some("x"));
        assert_eq!(folder("../../../"), None);
        assert_eq!(folder("/"), None);
        let (_, items) = offered(&at("../peo")).unwrap();
        let item = items.first().unwrap();
        assert_eq!((item.insert.as_str(), item.filter.as_str()), ("../people.roadmap", "../peo"));
        assert_eq!((item.kind, item.continues), (CompletionKind::File, false));
    }

    #[test]
    fn sources_are_offered_what_they_read() {
        assert_eq!(labels("source crm csv \"$0\"").unwrap().1, ["crm.csv", "data/"]);
        assert_eq!(labels("source crm json \"c$0\" { date \"d\" }").unwrap().1, ["crm.json"]);
        let (_, items) = offered("source crm csv \"d$0\"").unwrap();
        assert_eq!((items[0].kind, items[0].continues), (CompletionKind::Folder, true));
    }

    #[test]
    fn other_strings_are_no_paths() {
        for text in [
            "include $0\"a\"",
            "include \"a\"$0",
            "goal g \"$0\"",
            "source crm csv \"a\" { date \"$0\" }",
            "include \"a\" \"$0\"",
            "$0",
            "# \"$0\"",
            "inclde \"$0\"",
        ] {
            assert_eq!(labels(text), None, "{text}");
        }
    }
}
