//! Addresses in a file that can be opened: included files, data files, pages.

use std::collections::HashMap;

use roadmap_db::path::{Resolved, resolve};
use roadmap_db::{Analysis, File};
use roadmap_diag::{FileId, Locale, Message, TextRange, render};
use roadmap_schema::Form;
use roadmap_sema::hir::{HirStmt, HirValue, Value};
use roadmap_syntax::{Token, TokenKind};

/// Where a link leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LinkTarget {
    /// A file of the project.
    File(FileId),
    /// A file in the project's folder, relative to it; whether there is one, others know.
    Path(String),
    /// A page.
    Page(String),
}

/// A place in the text that leads somewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// The address, without its quotes.
    pub range: TextRange,
    /// Where it leads.
    pub target: LinkTarget,
}

impl Link {
    /// What opening it does, in a few words.
    #[must_use]
    pub fn tooltip(&self, analysis: &Analysis, locale: Locale) -> String {
        let path = match &self.target {
            LinkTarget::File(id) => analysis.file(*id).map(|file| file.path.as_str()),
            LinkTarget::Path(path) => Some(path.as_str()),
            LinkTarget::Page(_) => None,
        };
        let message = match path {
            Some(path) => Message::new("ide-link.file").with("path", path),
            None => Message::new("ide-link.page"),
        };
        render(&message, locale)
    }
}

/// Everything in a file that leads somewhere, in the order of the text. A pattern leads to no single file, and what lies
/// outside of the project nowhere.
#[must_use]
pub fn links(analysis: &Analysis, id: FileId) -> Vec<Link> {
    let Some(file) = analysis.file(id) else { return Vec::new() };
    let known: HashMap<&str, FileId> =
        analysis.files.iter().zip(0..).map(|(file, id)| (file.path.as_str(), FileId(id))).collect();
    let mut found = Vec::new();
    for (item, hir) in file.parse.items().iter().zip(file.statements.iter()) {
        for stmt in hir.stmts.iter().filter(|stmt| stmt.known) {
            for value in hir.values_of(stmt) {
                let target = path_of(stmt, value).and_then(|path| target(&known, file, path));
                if let Some(target) = target {
                    let range = unquoted(item.tree.slice(value.range), value.range);
                    found.push(Link { range: range.shift(item.start), target });
                }
            }
        }
        for token in item.tree.tokens().filter(has_prose) {
            found.extend(pages(token).map(|(range, address)| Link {
                range: range.shift(item.start),
                target: LinkTarget::Page(address),
            }));
        }
    }
    found.sort_by_key(|link| link.range);
    // An address that is a value and has been found by its letters as well.
    found.dedup_by(|link, before| link.range.start < before.range.end);
    found
}

/// The path that a value is, where it may be one.
fn path_of<'a>(stmt: &HirStmt, value: &'a HirValue) -> Option<&'a str> {
    let Value::Text(text) = &value.value else { return None };
    let slot = stmt.row?.slots.iter().find(|slot| slot.name == value.slot)?;
    let is_path = slot.form == Form::Path || (stmt.keyword == "link" && slot.name == "address");
    (is_path && !text.trim().is_empty() && !text.contains("://")).then_some(text)
}

fn target(known: &HashMap<&str, FileId>, file: &File, path: &str) -> Option<LinkTarget> {
    let Resolved::File(path) = resolve(&file.path, path) else { return None };
    Some(known.get(path.as_str()).map_or(LinkTarget::Path(path), |id| LinkTarget::File(*id)))
}

/// What stands between the quotes of `text`.
fn unquoted(text: &str, range: TextRange) -> TextRange {
    let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    if inner.is_some() { TextRange::new(range.start + 1, range.end - 1) } else { range }
}

fn has_prose(token: &Token<'_>) -> bool {
    matches!(
        token.kind,
        TokenKind::String
            | TokenKind::StringOpen
            | TokenKind::Text
            | TokenKind::TextOpen
            | TokenKind::Comment
    )
}

/// The addresses of pages in a string, a text or a comment.
fn pages(token: Token<'_>) -> impl Iterator<Item = (TextRange, String)> {
    let text = token.text;
    let mut behind = 0;
    text.match_indices("http").filter_map(move |(start, _)| {
        let rest = text.get(start..).filter(|_| start >= behind)?;
        let address = address(rest, host(rest)?);
        behind = start + address.len();
        let offset = |at: usize| token.range.start + u32::try_from(at).unwrap_or(0);
        let is_page = host(address).is_some();
        is_page.then(|| (TextRange::new(offset(start), offset(behind)), address.to_owned()))
    })
}

/// What stands behind the scheme, where `text` begins with one and a host.
fn host(text: &str) -> Option<&str> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    host.starts_with(|c: char| c.is_alphanumeric() || c == '[').then_some(host)
}

/// The address of `host` that `text` begins with: up to a blank or a quote, without the punctuation of the sentence around
/// it.
fn address<'t>(text: &'t str, host: &str) -> &'t str {
    let ends =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '`' | '\\' | '|');
    let length = text.len() - host.len() + host.find(ends).unwrap_or(host.len());
    let mut address = text.get(..length).unwrap_or_default();
    // More brackets that close than open: those at the end belong to the sentence.
    let count = |sign: char| address.matches(sign).count();
    let mut unpaired = [('(', ')'), ('[', ']'), ('{', '}')]
        .map(|(open, close)| (close, count(close).saturating_sub(count(open))));
    while let Some(last) = address.chars().next_back() {
        let bracket = unpaired.iter_mut().find(|(close, left)| *close == last && *left > 0);
        let is_mark = matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '…' | '”' | '’');
        match bracket {
            Some((_, left)) => *left -= 1,
            None if is_mark => {}
            None => break,
        }
        address = address.get(..address.len() - last.len_utf8()).unwrap_or_default();
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Fixture;

    fn shown(text: &str) -> Vec<String> {
        let fixture = Fixture::new(text);
        let links = links(&fixture.analysis, fixture.file);
        let lines = links.iter().map(|link| {
            let tooltip = link.tooltip(&fixture.analysis, Locale::En);
            let target = match &link.target {
                LinkTarget::File(id) => format!("file {}", fixture.analysis.file(*id).unwrap().path),
                LinkTarget::Path(path) => format!("path {path}"),
                LinkTarget::Page(page) => format!("page {page}"),
            };
            format!("{} → {target} ({tooltip})", fixture.slice(link.range))
        });
        lines.collect()
    }

    #[test]
    fn includes_and_data_files_lead_to_files() {
        let text = "//- plans/main.roadmap\nroadmap \"R\" { period 2026 }\ninclude \"../people.roadmap\"\ninclude \"gone.roadmap\"\n\
                    include \"more/*.roadmap\"\ninclude \"../../out.roadmap\"\ninclude \"\"\nsource crm csv \"data/số liệu.csv\" { date \"Day\" }\n\
                    //- people.roadmap\nperson lan \"Lan\"\n";
        assert_eq!(
            shown(text),
            [
                "../people.roadmap → file people.roadmap (Open people.roadmap)",
                "gone.roadmap → path plans/gone.roadmap (Open plans/gone.roadmap)",
                "data/số liệu.csv → path plans/data/số liệu.csv (Open plans/data/số liệu.csv)",
            ]
        );
    }

    #[test]
    fn addresses_of_pages_are_found_in_strings_texts_and_comments() {
        let text = "goal g \"Xem https://example.com/a(b), rồi (http://x.vn/kế-hoạch?q=1).\" {\n  link \"https://example.com/brief\"\n  \
                    link \"brief.pdf\"\n  note \"\"\"\n    [Đây](https://example.com/\u{1f600}) và https://.\n  \"\"\"\n  # xem https://example.com/c!\n}\n";
        assert_eq!(
            shown(text),
            [
                "https://example.com/a(b) → page https://example.com/a(b) (Open the page)",
                "http://x.vn/kế-hoạch?q=1 → page http://x.vn/kế-hoạch?q=1 (Open the page)",
                "https://example.com/brief → page https://example.com/brief (Open the page)",
                "brief.pdf → path brief.pdf (Open brief.pdf)",
                "https://example.com/\u{1f600} → page https://example.com/\u{1f600} (Open the page)",
                "https://example.com/c → page https://example.com/c (Open the page)",
            ]
        );
    }

    #[test]
    fn what_leads_nowhere_is_no_link() {
        for text in [
            "include people.roadmap",
            "goal g \"http://\"",
            "goal g \"https://)\"",
            "include \"C:/x.roadmap\"",
            "include",
            "source s csv \"\"",
        ] {
            assert_eq!(shown(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn an_open_string_has_its_address_too() {
        assert_eq!(
            shown("goal g \"G\" { link \"https://example.com/a }"),
            ["https://example.com/a → page https://example.com/a (Open the page)"]
        );
    }
}
