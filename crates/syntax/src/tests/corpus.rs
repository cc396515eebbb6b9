//! The example files: whole, and broken by hand.

use std::collections::BTreeSet;

use super::{DRAFT, SHOP, TOUR, dump::dump, error_lines, line_of, seen};
use crate::parse;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/corpus");

#[test]
fn whole_files_have_no_errors() {
    for text in [TOUR, SHOP, DRAFT] {
        assert_eq!(error_lines(text), []);
        assert_eq!(parse(text).text(), text);
    }
}

#[test]
fn the_tour() {
    insta::assert_snapshot!(dump(&parse(TOUR)));
}

#[test]
fn what_was_not_touched_survives_in_broken_files() {
    let manifest = std::fs::read_to_string(format!("{CORPUS}/broken/manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let tour = seen(&parse(TOUR));
    for entry in manifest.as_array().unwrap() {
        let file = entry["file"].as_str().unwrap();
        let text = std::fs::read_to_string(format!("{CORPUS}/broken/{file}")).unwrap();
        let number = |value: &serde_json::Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let edited: BTreeSet<usize> =
            entry["edited_tour_lines"].as_array().unwrap().iter().map(number).collect();
        let inserted = entry.get("inserted_before_tour_line").map(number);
        let broken = seen(&parse(&text));
        let untouched = |stmt: &&super::Seen| {
            (line_of(TOUR, stmt.start)..=line_of(TOUR, stmt.head_end)).all(|line| !edited.contains(&line))
        };
        for stmt in tour.iter().filter(untouched) {
            // A line that was cut is blank in the broken file, unless the file ends there.
            let line = line_of(TOUR, stmt.start);
            let expected = line + usize::from(inserted.is_some_and(|inserted| inserted <= line));
            let same_line = |start: usize| line_of(&text, start) == expected;
            let ancestors = |all: &[super::Seen], of: &super::Seen| -> Vec<String> {
                of.ancestors.iter().map(|index| all[*index].head.clone()).collect()
            };
            // Where an ancestor's own line was edited, its text may have changed.
            let around = ancestors(&tour, stmt);
            let found = broken.iter().find(|other| {
                same_line(other.start) && other.head == stmt.head && other.values == stmt.values
            });
            let found = found.unwrap_or_else(|| panic!("{file}: lost {:?} of line {line}", stmt.head));
            let around_now = ancestors(&broken, found);
            assert_eq!(around.len(), around_now.len(), "{file}: {:?} of line {line}", stmt.head);
            for (index, (then, now)) in around.iter().zip(&around_now).enumerate() {
                let touched = edited.contains(&line_of(TOUR, tour[stmt.ancestors[index]].start));
                assert!(then == now || touched, "{file}: {:?} of line {line} is now in {now:?}", stmt.head);
            }
        }
        let first = number(&entry["first_diagnostic_line"]);
        let also = entry
            .get("also_right")
            .and_then(|lines| lines.as_array())
            .map(|lines| lines.iter().map(number).collect());
        let right: Vec<usize> = [first].into_iter().chain(also.unwrap_or(Vec::new())).collect();
        let errors = error_lines(&text);
        let syntactic = !["05", "06", "07", "08", "13", "14", "15", "16"].contains(&&file[..2]);
        assert_eq!(!errors.is_empty(), syntactic, "{file}: {errors:?}");
        if let Some((line, code)) = errors.first() {
            assert!(right.contains(line), "{file}: {code} at {line}, not at {first}");
        }
        assert!(errors.len() <= if file.starts_with("18") { 2 } else { 1 }, "{file}: {errors:?}");
    }
}
