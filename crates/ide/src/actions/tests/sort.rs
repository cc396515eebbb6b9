use roadmap_diag::{Locale, render};

use super::{ActionKind, Case, changed, each_plan, meaning, shown};

#[test]
fn properties_stand_in_the_order_of_the_schema() {
    let cases = [
        (
            "comments go with what they are about",
            "Sort the properties",
            "activity $0a \"A\" {\n  # why this day\n  deadline 2026-02-03  # a Tuesday\n  kpi leads >= 5\n\n  # no one else\n  # can do it\n  owner lan\n  category ads\n  # the end\n}\n",
        ),
        (
            "on one line",
            "Sort the properties",
            "activity a \"A\" { kpi leads >= 5; $0owner lan; note \"x\"; category ads }\n",
        ),
        (
            "what has a name stays in its order, behind all else",
            "Sort the properties",
            "phase $0p \"P\" 2026-Q1 { # first\n  # Goals\n\n  activity b \"B\" { owner lan }\n  channel seo primary\n  goal g \"G\" {\n    kpi leads 0 -> 5\n  }\n  owner lan; focus \"x\"\n  activity a \"A\"\n\n  # Later\n}\n",
        ),
        (
            "the innermost block first",
            "Sort the properties of this `kpi`",
            "goal g \"G\" {\n  kpi leads 0 -> 5 by 2026-03-31 { we$0ight 5; curve front }\n  owner lan\n}\n",
        ),
        (
            "texts and what is the company's own",
            "Sort the properties",
            "field size on activity { type number }\nactivity $0a \"A\" {\n  note \"\"\"\n    # no comment\n  \"\"\"\n  size 5\n  owner lan\n}\n",
        ),
        (
            "the end of the block behind a comment",
            "Sort the properties",
            "activity $0a \"A\" {\n  kpi leads >= 5 # why\n  owner lan }\n",
        ),
        (
            "of all in the file",
            "Sort all",
            "$0goal g \"G\" {\n  owner lan\n  kpi leads 0 -> 5 { weight 5; curve front }\n  type leads\n}\nperson lan \"Lan\" { email \"x@y.vn\"; role cmo }\n",
        ),
        ("not where it is in order", "Sort", "activity $0a \"A\" {\n  owner lan\n  kpi leads >= 5\n}\n"),
        ("not where it is broken", "Sort", "activity $0a \"A\" {\n  kpi leads >= 5\n  owner \"lan\n"),
    ];
    insta::assert_snapshot!(shown(&cases));
}

#[test]
fn lines_end_as_they_did() {
    let case = Case::new("activity $0a \"A\" {\r\n  # why\r\n  kpi leads >= 5\r\n  owner lan\r\n}\r\n");
    let after = case.after("Sort the properties of");
    let (_, after) = after.split_once('\n').unwrap();
    assert_eq!(after, "activity a \"A\" {\r\n  owner lan\r\n  # why\r\n  kpi leads >= 5\r\n}\r\n");
}

#[test]
fn sorting_changes_no_plan_and_a_second_time_nothing() {
    each_plan(|name, analysis| {
        for (id, file) in (0..).map(roadmap_diag::FileId).zip(&analysis.files).take(analysis.source_files) {
            let ask = super::Ask {
                file: id,
                range: roadmap_diag::TextRange::empty(0),
                wants: &|kind| kind == ActionKind::SortAll,
                is_taken: None,
            };
            let offered = super::actions(analysis, &ask);
            let Some(action) = offered.first() else { continue };
            assert_eq!(render(&action.title, Locale::En), "Sort all properties of this file");
            let after = changed(analysis, &action.change().unwrap());
            assert_eq!(meaning(&after), meaning(analysis), "{name}: {}", file.path);
            assert!(super::actions(&after, &ask).is_empty(), "{name}: {}", file.path);
        }
    });
}
