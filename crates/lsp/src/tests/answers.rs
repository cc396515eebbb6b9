//! What is answered, as an editor sees it.

use serde_json::{Value, json};

use super::editor::{Editor, Machine, at, document, listed, place, uri};

const MAIN: &str = "/p/main.roadmap";
const PEOPLE: &str = "/p/people.roadmap";

/// Names in both Unicode forms and characters beyond the first plane before each place.
const NAMES: &str = "roadmap \"Kế hoạch 🚀\" { period 2026; lang vi }\ninclude \"people.roadmap\"\n\
                     goal g \"Mục tiêu hue\u{323}\u{302} 👩‍💻\" { owner huệ }\n";

fn machine() -> Machine {
    Machine::new(&[(MAIN, NAMES), (PEOPLE, "person huệ \"Huệ\"\n")])
}

#[test]
fn names_are_followed_in_every_encoding() {
    let line = NAMES.lines().nth(2).unwrap();
    let (before, _) = line.split_once("huệ }").unwrap();
    for (encoding, column, width) in [
        ("utf-8", before.len(), 5),
        ("utf-16", before.encode_utf16().count(), 3),
        ("utf-32", before.chars().count(), 3),
    ] {
        let capabilities = json!({ "general": { "positionEncodings": [encoding] } });
        let mut editor = Editor::start(&machine(), &["/p"], capabilities);
        let column = u32::try_from(column).unwrap();
        let found = editor.ask("textDocument/definition", place(MAIN, 2, column)).unwrap();
        let there = json!({ "uri": uri(PEOPLE), "range": { "start": at(0, 7), "end": at(0, 7 + width) } });
        assert_eq!(found, there, "{encoding}");
        let mut params = place(PEOPLE, 0, 7);
        params["context"] = json!({ "includeDeclaration": false });
        let found = editor.ask("textDocument/references", params).unwrap();
        let range = json!({ "start": at(2, column), "end": at(2, column + width) });
        assert_eq!(found, json!([{ "uri": uri(MAIN), "range": range }]), "{encoding}");
        // An edit behind all that arrives where it was meant.
        editor.open(MAIN, NAMES);
        editor.edit(MAIN, 2, [2, column, 2, column + width], "mai");
        assert_eq!(
            editor.findings(MAIN, 2).last().unwrap(),
            &format!("2:{column} people/owner-unknown"),
            "{encoding}"
        );
    }
}

#[test]
fn a_rename_reaches_every_file() {
    let capabilities = json!({ "workspace": { "workspaceEdit": { "documentChanges": true } } });
    let mut editor = Editor::start(&machine(), &["/p"], capabilities);
    editor.open(PEOPLE, "person huệ \"Huệ\"\n");
    let prepared = editor.ask("textDocument/prepareRename", place(PEOPLE, 0, 8)).unwrap();
    assert_eq!(prepared["placeholder"], "huệ");
    let mut params = place(PEOPLE, 0, 8);
    params["newName"] = json!("huế");
    let edit = editor.ask("textDocument/rename", params.clone()).unwrap();
    let changes = edit["documentChanges"].as_array().unwrap();
    let files: Vec<_> =
        changes.iter().map(|change| (&change["textDocument"], &change["edits"][0]["newText"])).collect();
    let named = json!("huế");
    let (main, people) =
        (json!({ "uri": uri(MAIN), "version": null }), json!({ "uri": uri(PEOPLE), "version": 1 }));
    assert_eq!(files, [(&main, &named), (&people, &named)]);

    params["newName"] = json!("9");
    let (code, reason) = editor.refused("textDocument/rename", params);
    assert_eq!((code, reason.contains("`9`")), (-32803, true), "{reason}");
    assert_eq!(editor.refused("textDocument/prepareRename", place(MAIN, 0, 0)).0, -32803);
}

#[test]
fn an_editor_without_versions_gets_plain_changes() {
    let mut editor = Editor::start(&machine(), &["/p"], json!({}));
    let mut params = place(PEOPLE, 0, 8);
    params["newName"] = json!("huế");
    let edit = editor.ask("textDocument/rename", params).unwrap();
    assert_eq!(edit["changes"][uri(PEOPLE)][0]["newText"], "huế");
    assert_eq!(edit["changes"].as_object().unwrap().len(), 2);
}

#[test]
fn symbols_nest_where_the_editor_shows_that() {
    let text = "roadmap \"R\" { period 2026 }\nphase p \"Nền\" 2026-Q1 { goal g \"G\" { owner lan } }\nperson lan \"Lan\"\n";
    let machine = Machine::new(&[(MAIN, text)]);
    let nests =
        json!({ "textDocument": { "documentSymbol": { "hierarchicalDocumentSymbolSupport": true } } });
    let mut editor = Editor::start(&machine, &["/p"], nests);
    let symbols = editor.ask("textDocument/documentSymbol", document(MAIN)).unwrap();
    assert_eq!(symbols[1]["name"], "Nền");
    assert_eq!(symbols[1]["children"][0]["name"], "G");
    let mut editor = Editor::start(&machine, &["/p"], json!({}));
    let symbols = editor.ask("textDocument/documentSymbol", document(MAIN)).unwrap();
    assert_eq!((&symbols[2]["name"], &symbols[2]["containerName"]), (&json!("G"), &json!("Nền")));
    let found = editor.ask("workspace/symbol", json!({ "query": "nen" })).unwrap();
    assert_eq!((&found[0]["name"], &found[0]["location"]["uri"]), (&json!("Nền"), &json!(uri(MAIN))));
}

/// Text with edits made, as an editor does it: from the last to the first.
fn edited(text: &str, edits: &Value) -> String {
    let lines = crate::sync::Lines::new(text);
    let mut edits = edits.as_array().unwrap().clone();
    edits.sort_by_key(|edit| edit["range"]["start"]["line"].as_u64());
    let mut text = text.to_owned();
    for edit in edits.iter().rev() {
        let range = serde_json::from_value(edit["range"].clone()).unwrap();
        let range = lines.bytes(&text, range, crate::sync::Encoding::Utf16);
        text.replace_range(range.as_range(), edit["newText"].as_str().unwrap());
    }
    text
}

#[test]
fn a_file_is_laid_out_whole_or_in_part() {
    let text = "roadmap   \"R\"   { period 2026 }\nperson   lan   \"Lan\"\nperson   mai \"Mai\"\r\n";
    let mut editor = Editor::start(&Machine::new(&[(MAIN, text)]), &["/p"], json!({}));
    let options = json!({ "tabSize": 4, "insertSpaces": false });
    let whole = json!({ "textDocument": { "uri": uri(MAIN) }, "options": options });
    let edits = editor.ask("textDocument/formatting", whole).unwrap();
    assert_eq!(edited(text, &edits), roadmap_fmt::format(text).text);
    let range = json!({ "start": at(1, 3), "end": at(1, 4) });
    let part = json!({ "textDocument": { "uri": uri(MAIN) }, "options": options, "range": range });
    let edits = editor.ask("textDocument/rangeFormatting", part).unwrap();
    assert_eq!(
        edited(text, &edits),
        "roadmap   \"R\"   { period 2026 }\nperson lan \"Lan\"\nperson   mai \"Mai\"\r\n"
    );
}

#[test]
fn every_mend_is_a_quick_fix() {
    let text = "roadmap \"R\" { period 2026 }\nperson lan \"Lan\"\ngoal g \"G\" { ownr lan }\n";
    let machine = Machine::new(&[(MAIN, text)]);
    let capabilities = json!({ "workspace": { "workspaceEdit": { "documentChanges": true } } });
    let mut editor = Editor::start(&machine, &["/p"], capabilities);
    editor.open(MAIN, text);
    let actions = |editor: &mut Editor, line: u32, only: Value| {
        let range = json!({ "start": at(line, 13), "end": at(line, 13) });
        let context = json!({ "diagnostics": [], "only": only });
        let params = json!({ "textDocument": { "uri": uri(MAIN) }, "range": range, "context": context });
        editor.ask("textDocument/codeAction", params).unwrap().as_array().unwrap().clone()
    };
    let found = actions(&mut editor, 2, json!(["quickfix"]));
    let action = found.iter().find(|action| listed(&action["diagnostics"])[0].starts_with("2:13 ")).unwrap();
    let change = &action["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": uri(MAIN), "version": 1 }));
    assert_eq!(edited(text, &change["edits"]), text.replace("ownr", "owner"));
    assert!(actions(&mut editor, 0, json!(["refactor"])).is_empty());
    let all = actions(&mut editor, 0, json!(["source.fixAll"]));
    if let [all] = &all[..] {
        assert_eq!(all["kind"], "source.fixAll.roadmap");
    }
    assert_eq!(action.get("isPreferred").is_some(), !all.is_empty());
}

#[test]
fn findings_say_where_to_read_on_in_the_editors_language() {
    let text = "roadmap \"R\" { period 2026 }\nperson lan \"Lan\"\nperson lan \"Lan\"\n";
    let mut editor = Editor::start(&Machine::new(&[(MAIN, text)]), &[], json!({}));
    editor.open(MAIN, text);
    editor.findings(MAIN, 1);
    let findings = editor.pushed[&uri(MAIN)]["diagnostics"].clone();
    let twice =
        findings.as_array().unwrap().iter().find(|finding| finding["code"] == "name/duplicate").unwrap();
    assert_eq!(twice["relatedInformation"][0]["location"]["range"]["start"], at(1, 7));
    assert_eq!(twice["codeDescription"]["href"], "https://roadmapc.dev/rules/name/duplicate");
    assert_eq!((&twice["severity"], &twice["source"]), (&json!(1), &json!("roadmapc")));
    let english = twice["message"].clone();
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": { "roadmap": { "locale": "vi" } } }));
    let said = |editor: &Editor| {
        let findings = editor.pushed[&uri(MAIN)]["diagnostics"].clone();
        let twice =
            findings.as_array().unwrap().iter().find(|finding| finding["code"] == "name/duplicate").cloned();
        twice.unwrap()["message"].clone()
    };
    editor.wait(|editor| said(editor) != english);
}

#[test]
fn an_editor_that_pulls_is_not_pushed_to() {
    let capabilities = json!({
        "textDocument": { "diagnostic": {} }, "workspace": { "diagnostics": { "refreshSupport": true } },
    });
    let mut editor = Editor::start(&machine(), &["/p"], capabilities);
    let pull = |editor: &mut Editor, known: Value| {
        let params = json!({ "textDocument": { "uri": uri(MAIN) }, "previousResultId": known });
        editor.ask("textDocument/diagnostic", params).unwrap()
    };
    let first = pull(&mut editor, Value::Null);
    assert_eq!(first["kind"], "full");
    assert!(
        listed(&first["items"]).iter().all(|finding| !finding.ends_with("people/owner-unknown")),
        "{first}"
    );
    assert_eq!(pull(&mut editor, first["resultId"].clone())["kind"], "unchanged");

    // What another file says changes what is found here.
    editor.machine.write(PEOPLE, "person mai \"Mai\"\n");
    editor.watched(&[(PEOPLE, 2)]);
    let second = pull(&mut editor, first["resultId"].clone());
    assert!(
        listed(&second["items"]).iter().any(|finding| finding.ends_with("people/owner-unknown")),
        "{second}"
    );
    editor.wait(|editor| editor.heard.iter().any(|(method, _)| method == "workspace/diagnostic/refresh"));

    let known = json!([
        { "uri": uri(MAIN), "value": second["resultId"] }, { "uri": uri("/p/gone.roadmap"), "value": "x" },
    ]);
    let all = editor.ask("workspace/diagnostic", json!({ "previousResultIds": known })).unwrap();
    let kinds: Vec<_> =
        all["items"].as_array().unwrap().iter().map(|item| (&item["uri"], &item["kind"])).collect();
    let (full, unchanged) = (json!("full"), json!("unchanged"));
    assert_eq!(
        kinds,
        [
            (&json!(uri(MAIN)), &unchanged),
            (&json!(uri(PEOPLE)), &full),
            (&json!(uri("/p/gone.roadmap")), &full),
        ]
    );
    assert!(editor.pushed.is_empty());
}

#[test]
fn what_may_come_next_is_offered_and_explained() {
    let text = "roadmap \"R\" { period 2026; lang vi }\nperson phung \"Phụng\" { role cmo }\ngoal g \"G\" { owner phu }\n";
    let capabilities =
        json!({ "textDocument": { "completion": { "completionItem": { "snippetSupport": true } } } });
    let mut editor = Editor::start(&Machine::new(&[(MAIN, text)]), &["/p"], capabilities);
    editor.open(MAIN, text);
    let list = editor.ask("textDocument/completion", place(MAIN, 2, 22)).unwrap();
    let item =
        list["items"].as_array().unwrap().iter().find(|item| item["label"] == "phung").unwrap().clone();
    assert_eq!(item["textEdit"]["range"], json!({ "start": at(2, 19), "end": at(2, 22) }));
    let resolved = editor.ask("completionItem/resolve", item).unwrap();
    assert!(resolved["documentation"]["value"].as_str().unwrap().contains("Phụng"), "{resolved}");

    let list = editor.ask("textDocument/completion", place(MAIN, 3, 0)).unwrap();
    let is_snippet = |item: &&Value| item["insertTextFormat"] == 2;
    let snippet = list["items"].as_array().unwrap().iter().find(is_snippet).unwrap().clone();
    assert!(snippet["textEdit"]["newText"].as_str().unwrap().contains("${1"), "{snippet}");
}

#[test]
fn paths_are_offered_from_the_disk() {
    let text = "roadmap \"R\" { period 2026 }\ninclude \"\"\nsource crm csv \"số liệu/\" { date \"Day\" }\n";
    let machine = Machine::new(&[
        (MAIN, text),
        (PEOPLE, "person huệ \"Huệ\"\n"),
        ("/p/số liệu/crm.csv", "Day\n"),
        ("/p/số liệu/ghi chú.txt", ""),
    ]);
    let mut editor = Editor::start(&machine, &["/p"], json!({}));
    editor.open(MAIN, text);
    let mut offered = |line: u32, column: usize| {
        let column = u32::try_from(column).unwrap();
        let list = editor.ask("textDocument/completion", place(MAIN, line, column)).unwrap();
        let items = list["items"].as_array().unwrap().iter();
        items
            .map(|item| (item["label"].clone(), item["kind"].clone(), item["textEdit"].clone()))
            .collect::<Vec<_>>()
    };
    let found = offered(1, "include \"".len());
    let edit = json!({ "range": { "start": at(1, 9), "end": at(1, 9) }, "newText": "people.roadmap" });
    assert_eq!(found[0], (json!("people.roadmap"), json!(17), edit));
    assert_eq!((&found[1].0, &found[1].1), (&json!("số liệu/"), &json!(19)));
    let found = offered(2, "source crm csv \"số liệu/".chars().count());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].2["newText"], "số liệu/crm.csv");
}

#[test]
fn words_are_explained_where_the_cursor_rests() {
    let text = "roadmap \"R\" { period 2026 }\nperson lan \"Lan\" { role cmo }\ngoal g \"G\" { owner lan }\n";
    let mut editor = Editor::start(&Machine::new(&[(MAIN, text)]), &["/p"], json!({}));
    editor.open(MAIN, text);
    let hover = editor.ask("textDocument/hover", place(MAIN, 2, 20)).unwrap();
    assert_eq!(hover["range"], json!({ "start": at(2, 19), "end": at(2, 22) }));
    assert!(hover["contents"]["value"].as_str().unwrap().contains("Lan"), "{hover}");
    assert!(editor.ask("textDocument/hover", place(MAIN, 3, 0)).unwrap().is_null());
}

#[test]
fn what_follows_from_the_text_stands_beside_it() {
    let text = "roadmap \"R\" { period 2026 }\nphase p \"P\" 2026-Q1 {\n  activity a \"A\" { start 2026-03-02; duration 2w }\n}\n";
    let mut editor = Editor::start(&Machine::new(&[(MAIN, text)]), &["/p"], json!({}));
    editor.open(MAIN, text);
    let range = json!({ "start": at(0, 0), "end": at(4, 0) });
    let hints =
        editor.ask("textDocument/inlayHint", json!({ "textDocument": { "uri": uri(MAIN) }, "range": range }));
    let hints = hints.unwrap();
    assert!(hints.as_array().unwrap().iter().any(|hint| hint["position"]["line"] == 2), "{hints}");
    let lenses =
        editor.ask("textDocument/codeLens", json!({ "textDocument": { "uri": uri(MAIN) } })).unwrap();
    let titles: Vec<&str> =
        lenses.as_array().unwrap().iter().filter_map(|lens| lens["command"]["title"].as_str()).collect();
    assert!(titles.iter().any(|title| title.contains('1')), "{titles:?}");
}
