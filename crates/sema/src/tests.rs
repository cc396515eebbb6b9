//! The corpus, seen through the whole of sema.

use roadmap_schema::{Kind, Row, rows};

use crate::lower::lower;
use crate::testing::{check, check_files};
use crate::value::AtomContext;

pub(crate) fn corpus(name: &str) -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/corpus/");
    #[allow(clippy::disallowed_methods, reason = "tests read fixtures")]
    std::fs::read_to_string(format!("{path}{name}")).unwrap()
}

#[test]
fn the_tour_has_no_language_error() {
    let checked = check_files(&[&corpus("tour.roadmap"), &corpus("people.roadmap")], "2026-02-03");
    let listing = checked.listing();
    for line in listing.lines() {
        for group in ["syntax/", "name/", "value/", "schema/"] {
            assert!(!line.contains(group), "{listing}");
        }
    }
}

#[test]
fn eight_mistakes_are_eight_errors() {
    let checked = check(&corpus("errors/eight.roadmap"), "2026-01-05");
    let listing = checked.listing();
    let errors: Vec<&str> = listing.lines().filter(|line| line.contains(" error ")).collect();
    insta::assert_snapshot!(errors.join("\n"));
}

#[test]
fn a_company_names_its_rules_after_itself() {
    let plan = |name: &str| {
        format!(
            "roadmap \"R\" {{ period 2026 }}\nrule {name} \"T\" {{ on goal; when not region; say \"x\" }}\n"
        )
    };
    let reserved = |name: &str| {
        let checked = check(&plan(name), "2026-01-05");
        checked.findings.iter().filter(|found| found.code.as_str() == "name/reserved").count()
    };
    assert_eq!(reserved("acme/region"), 0);
    assert_eq!(reserved(&["syntax", "mine"].join("/")), 1);
    assert_eq!(reserved("people/owner-missing"), 0, "a name has no `-`, so that this is no rule's name");
}

#[test]
fn every_example_of_the_schema_is_read_without_an_error() {
    let mut failures = Vec::new();
    for row in rows() {
        for parent in row.parents {
            failures.extend(
                mistakes(row, *parent)
                    .into_iter()
                    .map(|mistake| format!("`{}` in {parent:?}: {mistake}", row.example)),
            );
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What is wrong with the example of `row` in a block of `parent`.
fn mistakes(row: &Row, parent: Kind) -> Vec<String> {
    let heads = heads(parent);
    let before = heads.iter().map(|head| format!("{head} ")).collect::<String>();
    let text = format!("{before}{}{}\n", row.example, " }".repeat(heads.len()));
    let parse = roadmap_syntax::parse(&text);
    let mut mistakes: Vec<String> =
        parse.errors().map(|(_, error)| format!("{} in {text}", error.code.as_str())).collect();
    let mut found = false;
    for item in parse.items() {
        let hir = lower(&item.tree, &AtomContext::default());
        let start = |offset: u32| (item.start + offset) as usize;
        found |= hir.stmts.iter().any(|stmt| {
            start(stmt.keyword_range.start) == before.len()
                && stmt.row.is_some_and(|known| std::ptr::eq(known, row))
        });
        // What the blocks around it lack is not its fault.
        let own = hir.problems.iter().filter(|problem| start(problem.range.start) >= before.len());
        mistakes.extend(own.map(|problem| problem.code.as_str().to_owned()));
    }
    if !found {
        mistakes.push(format!("is not that row in {text}"));
    }
    mistakes
}

/// The statements around a block of `kind`, each up to its brace, outermost first.
fn heads(kind: Kind) -> Vec<String> {
    let Some(row) = rows().find(|row| row.kind == kind && kind != Kind::Leaf) else { return Vec::new() };
    let mut heads = heads(row.parents[0]);
    let head = row.example.split(" {").next().unwrap();
    heads.push(format!("{head} {{"));
    heads
}

#[test]
fn every_unknown_name_is_reported_and_the_first_hundreds_with_what_was_meant() {
    use std::fmt::Write;
    let mut text = String::from("milestone go_live \"Go live\" 2026-03-02\n");
    for index in 0..600 {
        writeln!(text, "activity a{index} \"A\" {{ after go_lifes }}").unwrap();
    }
    let checked = check(&text, "2026-01-05");
    let unknown = || checked.findings.iter().filter(|finding| finding.code.as_str() == "name/unknown");
    assert_eq!(unknown().count(), 600);
    let offered: Vec<bool> = unknown().map(|finding| !finding.fixes.is_empty()).collect();
    assert_eq!(offered.iter().filter(|offered| **offered).count(), 500);
    assert!(offered.is_sorted_by(|before, next| before >= next), "the first ones have it");
}
