//! What the tree-sitter grammar takes from the table: its keywords, and which words its queries colour behind which of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use roadmap_schema::{Clause, Form, Kind, Row, Slot, rows};
use serde::Serialize;

use super::Output;
use super::textmate::choices;

/// What is coloured whatever the table says.
const COLOURS: &str = include_str!("tree_sitter/highlights.scm");

/// Other names for a colour: Helix has its own.
const HELIX: [(&str, &str); 3] = [
    ("@number", "@constant.numeric"),
    ("@property", "@variable.other.member"),
    ("@string.escape", "@constant.character.escape"),
];

/// What is of another language in a plan.
const INJECTIONS: &str = include_str!("../../../editors/tree-sitter-roadmap/queries/injections.scm");

const FOLDER: &str = "editors/tree-sitter-roadmap";

/// The keywords for `grammar.js`, and the queries that colour, for each editor that reads them from a folder of its own.
///
/// # Errors
/// Where the keywords cannot be written as JSON.
pub(super) fn outputs() -> Result<Vec<Output>, serde_json::Error> {
    let colours = colours();
    let helix = HELIX.iter().fold(colours.clone(), |text, (name, helix)| text.replace(name, helix));
    let output = |path: &str, text: String| Output { path: path.to_owned(), text };
    Ok(vec![
        output(&format!("{FOLDER}/keywords.json"), lists()?),
        output(&format!("{FOLDER}/queries/highlights.scm"), colours.clone()),
        output("editors/zed/languages/roadmap/highlights.scm", colours),
        output("editors/zed/languages/roadmap/injections.scm", INJECTIONS.to_owned()),
        output("editors/helix/queries/roadmap/highlights.scm", helix),
        output("editors/helix/queries/roadmap/injections.scm", INJECTIONS.to_owned()),
    ])
}

#[derive(Serialize)]
struct Keywords {
    keywords: BTreeSet<&'static str>,
    properties: BTreeSet<&'static str>,
}

fn lists() -> Result<String, serde_json::Error> {
    let mut json =
        serde_json::to_string_pretty(&Keywords { keywords: keywords(), properties: properties() })?;
    json.push('\n');
    Ok(json)
}

/// The keywords that open a block in one place at least.
pub(super) fn keywords() -> BTreeSet<&'static str> {
    rows().filter(|row| row.kind != Kind::Leaf).map(|row| row.keyword).collect()
}

/// The keywords that never open a block.
pub(super) fn properties() -> BTreeSet<&'static str> {
    rows().map(|row| row.keyword).filter(|keyword| !keywords().contains(keyword)).collect()
}

/// The keywords that declare a name wherever they stand.
pub(super) fn declaring() -> BTreeSet<&'static str> {
    let all = by_keyword().into_iter().filter(|(_, rows)| rows.iter().all(|row| row.declares()));
    all.map(|(keyword, _)| keyword).collect()
}

fn colours() -> String {
    let mut out = COLOURS.to_owned();
    names(&mut out);
    let mut by_words: BTreeMap<(&str, BTreeSet<&str>), BTreeSet<&str>> = BTreeMap::new();
    for (keyword, rows) in by_keyword() {
        let (tests, slots): (Vec<_>, Vec<_>) =
            rows.iter().flat_map(|row| slots(row)).partition(|slot| slot.form == Form::Condition);
        let words = slots.into_iter().flat_map(choices).collect();
        let mut links: BTreeSet<&str> = tests.into_iter().flat_map(choices).collect();
        let leads = rows.iter().flat_map(|row| row.clauses).map(|Clause { lead, .. }| *lead);
        links.extend(leads.filter(|lead| lead.chars().all(char::is_alphabetic)));
        for (colour, words) in [("@constant.builtin", words), ("@keyword.operator", links)] {
            if !words.is_empty() {
                by_words.entry((colour, words)).or_default().insert(keyword);
            }
        }
    }
    out.push_str("\n; The words that a value is chosen from, and those that announce or link values.\n");
    for ((colour, words), keywords) in by_words {
        let keywords = any(&keywords);
        let words = quoted(&words);
        let _ = writeln!(
            out,
            "((statement keyword: (_ {keywords}) value: (name) {colour})\n  (#any-of? {colour} {words}))"
        );
    }
    out
}

/// The names that statements declare: everywhere, or at the top level where a keyword refers to one elsewhere.
fn names(out: &mut String) {
    let everywhere = declaring();
    let declares_at_top = |row: &&Row| row.declares() && row.stands_in(Kind::File);
    let at_top = by_keyword().into_iter().filter(|(_, rows)| rows.iter().any(declares_at_top));
    let at_top = at_top.map(|(keyword, _)| keyword).filter(|keyword| !everywhere.contains(keyword)).collect();
    let _ = writeln!(out, "\n; Names where they are declared.");
    let _ = writeln!(out, "(statement keyword: (_ {}) . value: (name) @type)", any(&everywhere));
    let _ = writeln!(out, "(source_file\n  (statement keyword: (_ {}) . value: (name) @type))", any(&at_top));
}

fn by_keyword() -> BTreeMap<&'static str, Vec<&'static Row>> {
    let mut keywords: BTreeMap<&str, Vec<&'static Row>> = BTreeMap::new();
    for row in rows() {
        keywords.entry(row.keyword).or_default().push(row);
    }
    keywords
}

fn slots(row: &'static Row) -> impl Iterator<Item = &'static Slot> {
    row.slots.iter().chain(row.clauses.iter().map(|clause| &clause.slot))
}

/// One of these tokens.
fn any(words: &BTreeSet<&str>) -> String {
    if words.len() == 1 { quoted(words) } else { format!("[{}]", quoted(words)) }
}

/// The words in double quotes, with blanks between them.
pub(super) fn quoted(words: &BTreeSet<&str>) -> String {
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{colours, lists, outputs};

    #[test]
    fn a_keyword_is_in_one_list() {
        let keywords: serde_json::Value = serde_json::from_str(&lists().unwrap()).unwrap();
        let list = |name: &str| keywords[name].as_array().unwrap().clone();
        assert!(list("keywords").contains(&"activity".into()));
        assert!(list("properties").contains(&"owner".into()));
        assert!(list("keywords").iter().all(|keyword| !list("properties").contains(keyword)));
    }

    #[test]
    fn words_are_coloured_behind_their_keyword() {
        let colours = colours();
        let line = colours.lines().find(|line| line.contains("\"kpi\"") && line.contains("keyword.operator"));
        assert!(line.is_some(), "{colours}");
        assert!(colours.contains("\"in_progress\""), "{colours}");
    }

    #[test]
    fn helix_has_its_own_names_for_colours() {
        let outputs = outputs().unwrap();
        let helix = outputs.iter().find(|output| output.path.contains("helix")).unwrap();
        assert!(helix.text.contains("@constant.numeric") && !helix.text.contains("@number"));
    }
}
