//! Folding, growing selections, links, and indentation while typing.

use serde_json::{Value, json};

use super::editor::{Editor, Machine, at, document, place, uri};

const MAIN: &str = "/p/main.roadmap";

const PLAN: &str = "# Kế hoạch\n# của cả năm\ninclude \"a.roadmap\"\ninclude \"b.roadmap\"\n\
     roadmap \"R\" {\n  period 2026\n  note \"\"\"\n    👩‍💻\n  \"\"\"\n}\n";

fn start(text: &str, document: Value) -> Editor {
    let machine = Machine::new(&[
        (MAIN, text),
        ("/p/a.roadmap", "person lan \"Lan\"\n"),
        ("/p/b.roadmap", ""),
        ("/p/số liệu/crm.csv", "day,leads\n"),
    ]);
    Editor::start(&machine, &["/p"], json!({ "textDocument": document }))
}

/// First and last line of what folds, and its kind.
fn folds(editor: &mut Editor) -> Vec<(u64, u64, String)> {
    let answer = editor.ask("textDocument/foldingRange", document(MAIN)).unwrap();
    let line = |fold: &Value, name: &str| fold[name].as_u64().unwrap();
    let fold = |fold: &Value| {
        let kind = fold["kind"].as_str().unwrap_or("none").to_owned();
        (line(fold, "startLine"), line(fold, "endLine"), kind)
    };
    answer.as_array().unwrap().iter().map(fold).collect()
}

#[test]
fn blocks_fold_up_to_what_closes_them() {
    let named = |first: u64, last: u64, kind: &str| (first, last, kind.to_owned());
    let mut editor = start(PLAN, json!({ "foldingRange": { "lineFoldingOnly": true } }));
    assert_eq!(
        folds(&mut editor),
        [named(0, 1, "comment"), named(2, 3, "imports"), named(4, 8, "none"), named(6, 7, "none")]
    );
    let mut editor = start(PLAN, json!({ "foldingRange": { "lineFoldingOnly": true, "rangeLimit": 2 } }));
    assert_eq!(folds(&mut editor), [named(2, 3, "imports"), named(4, 8, "none")]);

    let mut editor = start(PLAN, json!({}));
    let answer = editor.ask("textDocument/foldingRange", document(MAIN)).unwrap();
    assert_eq!(answer[2], json!({ "startLine": 4, "startCharacter": 13, "endLine": 9, "endCharacter": 0 }));
    assert_eq!(answer[0]["startCharacter"], "# Kế hoạch".encode_utf16().count());
}

#[test]
fn an_empty_block_is_not_folded() {
    let mut editor = start("roadmap \"R\" {\n}\n", json!({ "foldingRange": { "lineFoldingOnly": true } }));
    assert_eq!(folds(&mut editor), []);
}

#[test]
fn a_selection_grows_for_each_cursor() {
    let mut editor = start(PLAN, json!({}));
    let mut params = document(MAIN);
    params["positions"] = json!([at(5, 10), at(7, 4), at(99, 0)]);
    let answer = editor.ask("textDocument/selectionRange", params).unwrap();
    let steps = |mut range: &Value| {
        let mut steps = Vec::new();
        while range.is_object() {
            steps.push((range["range"]["start"].clone(), range["range"]["end"].clone()));
            range = &range["parent"];
        }
        steps
    };
    let first = steps(&answer[0]);
    assert_eq!(first[..2], [(at(5, 9), at(5, 13)), (at(5, 2), at(5, 13))]);
    assert_eq!(first.last(), Some(&(at(0, 0), at(10, 0))));
    // An emoji of several characters is whole.
    assert_eq!(steps(&answer[1])[0], (at(7, 4), at(7, 9)));
    assert_eq!(answer.as_array().unwrap().len(), 3);
}

#[test]
fn links_lead_to_what_there_is() {
    let text = "include \"a.roadmap\"\ninclude \"gone.roadmap\"\ninclude \"*.roadmap\"\nroadmap \"R\" { period 2026; link \"https://example.com/kế hoạch\" }\n\
                source crm csv \"số liệu/crm.csv\" { date \"day\" }\nsource ads csv \"số liệu/gone.csv\" { date \"day\" }\n";
    let mut editor = start(text, json!({ "documentLink": { "tooltipSupport": true } }));
    let answer = editor.ask("textDocument/documentLink", document(MAIN)).unwrap();
    let links: Vec<(&str, &str)> = answer
        .as_array()
        .unwrap()
        .iter()
        .map(|link| (link["target"].as_str().unwrap(), link["tooltip"].as_str().unwrap()))
        .collect();
    assert_eq!(
        links,
        [
            (uri("/p/a.roadmap").as_str(), "Open a.roadmap"),
            ("https://example.com/k%E1%BA%BF", "Open the page"),
            (uri("/p/số liệu/crm.csv").as_str(), "Open số liệu/crm.csv"),
        ]
    );
    assert_eq!(answer[0]["range"], json!({ "start": at(0, 9), "end": at(0, 18) }));
    let mut editor = start(text, json!({}));
    let answer = editor.ask("textDocument/documentLink", document(MAIN)).unwrap();
    assert!(answer[0].get("tooltip").is_none());
}

#[test]
fn a_line_is_indented_as_it_is_typed() {
    let text = "roadmap \"R\" {\n\n    }\n";
    let mut editor = start(text, json!({}));
    let mut typed = |line: u32, column: u32, c: &str| {
        let mut params = place(MAIN, line, column);
        params["ch"] = json!(c);
        params["options"] = json!({ "tabSize": 4, "insertSpaces": false });
        editor.ask("textDocument/onTypeFormatting", params).unwrap()
    };
    let edit = |line: u32, end: u32, text: &str| json!([{ "range": { "start": at(line, 0), "end": at(line, end) }, "newText": text }]);
    assert_eq!(typed(1, 0, "\n"), edit(1, 0, "  "));
    assert_eq!(typed(2, 5, "}"), edit(2, 4, ""));
    assert_eq!(typed(0, 13, "{"), json!([]));
    assert_eq!(typed(0, 13, ""), json!([]));
}

#[test]
fn what_is_no_roadmap_has_no_shape() {
    let machine = Machine::new(&[(MAIN, PLAN), ("/p/roadmap.toml", "# a\n# b\n")]);
    let mut editor = Editor::start(&machine, &["/p"], json!({}));
    for method in ["foldingRange", "documentLink"] {
        let answer = editor.ask(&format!("textDocument/{method}"), document("/p/roadmap.toml")).unwrap();
        assert_eq!(answer, json!([]), "{method}");
        let answer = editor.ask(&format!("textDocument/{method}"), document("/p/none.txt")).unwrap();
        assert!(answer.is_null(), "{method}");
    }
}
