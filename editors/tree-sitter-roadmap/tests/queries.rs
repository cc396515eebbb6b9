//! The queries fit the grammar, and colour as they should.

#![allow(clippy::disallowed_methods, reason = "tests read the files of the repository")]

use std::fmt::Write;
use std::path::{Path, PathBuf};

use tree_sitter::Query;
use tree_sitter_highlight::{HighlightConfiguration, HighlightEvent, Highlighter};
use tree_sitter_roadmap::{HIGHLIGHTS_QUERY, INJECTIONS_QUERY, LANGUAGE};

const PLAN: &str = r#"# The plan.
roadmap "Tăng trưởng" { period 2026-01-01..2026-12-31; currency VND }
channel ads "Ads"
phase nền_tảng "Xây \"nền\"" 2026-Q1 {
  channel ads support { budget 90M VND + 1.5tỷ VND for lead }
  goal pipeline "Leads" {
    kpi leads 0 -> 5_000 per month by 2026-03-31   # the target
  }
  activity landing "Page" {
    after teaser +3d, nền_tảng.go_live
    status in_progress 40% on 2026-02-02
    approver "north" # a field of the company's own
    note """
      owner nobody
    """
  }
}
rule acme/approver "Approval" { when budget > 250M VND and not approver }
"#;

/// Every query under `editors`, whichever editor it is for.
fn queries() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("node_modules") {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "scm") {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn every_query_names_what_the_grammar_has() {
    let queries = queries();
    assert!(queries.len() >= 10, "{queries:?}");
    for path in queries {
        let query = Query::new(&LANGUAGE.into(), &std::fs::read_to_string(&path).unwrap());
        assert!(query.is_ok(), "{}: {}", path.display(), query.unwrap_err());
    }
}

#[test]
fn a_plan_in_colours() {
    let mut colours =
        HighlightConfiguration::new(LANGUAGE.into(), "roadmap", HIGHLIGHTS_QUERY, INJECTIONS_QUERY, "")
            .unwrap();
    let names: Vec<String> = colours.names().iter().map(|name| (*name).to_owned()).collect();
    colours.configure(&names);
    let mut highlighter = Highlighter::new();
    let events = highlighter.highlight(&colours, PLAN.as_bytes(), None, |_| None).unwrap();
    let mut open = Vec::new();
    let mut out = String::new();
    for event in events {
        match event.unwrap() {
            HighlightEvent::HighlightStart(highlight) => open.push(names[highlight.0].clone()),
            HighlightEvent::HighlightEnd => drop(open.pop()),
            HighlightEvent::Source { start, end } => {
                let text = PLAN[start..end].trim();
                if !text.is_empty() {
                    let colour = open.last().map_or("none", String::as_str);
                    writeln!(out, "{colour:18} {text:?}").unwrap();
                }
            }
        }
    }
    insta::assert_snapshot!(out);
}
