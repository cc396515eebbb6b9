//! Actions: listed, worked out when they are chosen, and said as the editor understands them.

use serde_json::{Value, json};

use super::editor::{Editor, Machine, at, uri};

const MAIN: &str = "/p/main.roadmap";

const TEXT: &str = "roadmap \"R\" { period 2026 }\nperson lan \"Lan\"\n# The first 🚀\nphase nền \"Nền\" 2026-Q1 {\n  owner lan\n}\nactivity a \"A\" {\n  deadline 2026-03-03\n  category ads\n}\n";

/// An editor with everything that actions may use.
fn able() -> Value {
    json!({
        "workspace": { "workspaceEdit": {
            "documentChanges": true, "resourceOperations": ["create", "rename"], "snippetEditSupport": true,
        } },
        "textDocument": { "codeAction": {
            "dataSupport": true, "disabledSupport": true, "resolveSupport": { "properties": ["edit"] },
        } },
    })
}

fn start(capabilities: Value) -> Editor {
    let editor = Editor::start(&Machine::new(&[(MAIN, TEXT)]), &["/p"], capabilities);
    editor.open(MAIN, TEXT);
    editor
}

fn actions(editor: &mut Editor, line: u32, context: Value) -> Vec<Value> {
    let range = json!({ "start": at(line, 2), "end": at(line, 2) });
    let params = json!({ "textDocument": { "uri": uri(MAIN) }, "range": range, "context": context });
    editor.ask("textDocument/codeAction", params).unwrap().as_array().unwrap().clone()
}

fn titled(actions: &[Value], title: &str) -> Value {
    let found = actions.iter().find(|action| action["title"].as_str().unwrap().starts_with(title));
    found.cloned().unwrap_or_else(|| panic!("{title} is not among {actions:#?}"))
}

#[test]
fn an_edit_is_worked_out_when_its_action_is_chosen() {
    let mut editor = start(able());
    let found = actions(&mut editor, 6, json!({ "diagnostics": [] }));
    assert!(found.iter().all(|action| action.get("edit").is_none()), "{found:#?}");
    let add = titled(&found, "Add the missing owner");
    let resolved = editor.ask("codeAction/resolve", add.clone()).unwrap();
    let change = &resolved["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": uri(MAIN), "version": 1 }));
    let edit = &change["edits"][0];
    assert_eq!(edit["snippet"]["kind"], "snippet");
    assert!(edit["snippet"]["value"].as_str().unwrap().contains("${1:lan}"), "{edit}");
    assert!(edit.get("newText").is_none());

    // What is chosen out of an old list is worked out of the new text, or not at all.
    editor.edit(MAIN, 2, [6, 0, 6, 8], "segment");
    assert_eq!(editor.refused("codeAction/resolve", add.clone()).0, -32801);
    editor.edit(MAIN, 3, [6, 0, 6, 7], "activity");
    assert!(editor.ask("codeAction/resolve", add).is_ok());
    // An action that is not ours comes back as it went.
    let other = json!({ "title": "Other" });
    assert_eq!(editor.ask("codeAction/resolve", other.clone()).unwrap(), other);
}

#[test]
fn an_editor_that_asks_once_gets_edits_at_once() {
    let mut editor = start(json!({}));
    let found = actions(&mut editor, 6, json!({ "diagnostics": [] }));
    let add = titled(&found, "Add the missing owner");
    assert!(add.get("data").is_none());
    let text = add["edit"]["changes"][uri(MAIN)][0]["newText"].as_str().unwrap();
    assert!(text.contains("owner    lan") && !text.contains('$'), "{text}");
}

#[test]
fn a_phase_is_extracted_where_files_can_be_created() {
    let is_extract = |action: &&Value| action["kind"] == "refactor.extract";
    let context = json!({ "diagnostics": [], "only": ["refactor"] });
    let mut editor = start(json!({}));
    assert_eq!(actions(&mut editor, 3, context.clone()).iter().filter(is_extract).count(), 0);

    let mut editor = start(able());
    let found = actions(&mut editor, 3, context.clone());
    let action = found.iter().find(is_extract).unwrap().clone();
    let resolved = editor.ask("codeAction/resolve", action).unwrap();
    let [create, write, include] = resolved["edit"]["documentChanges"].as_array().unwrap().as_slice() else {
        panic!("{resolved:#}")
    };
    let new = uri("/p/phases/nền.roadmap");
    let options = json!({ "overwrite": false, "ignoreIfExists": false });
    assert_eq!(*create, json!({ "kind": "create", "uri": new, "options": options }));
    assert_eq!(write["textDocument"], json!({ "uri": new, "version": null }));
    let text = "# The first 🚀\nphase nền \"Nền\" 2026-Q1 {\n  owner lan\n}\n";
    let start = json!({ "start": at(0, 0), "end": at(0, 0) });
    assert_eq!(write["edits"], json!([{ "range": start, "newText": text }]));
    let range = json!({ "start": at(2, 0), "end": at(5, 1) });
    let words = "include \"phases/nền.roadmap\"";
    assert_eq!(include["edits"], json!([{ "range": range, "newText": words }]));

    // What lies there is not written over; an editor that shows reasons gets one.
    editor.machine.write("/p/phases/nền.roadmap", "");
    let found = actions(&mut editor, 3, context);
    let action = found.iter().find(is_extract).unwrap();
    assert!(action["disabled"]["reason"].as_str().unwrap().contains("nền.roadmap"), "{action}");
    assert!(action.get("data").is_none() && action.get("edit").is_none());
}

#[test]
fn no_file_is_created_beside_a_text_that_lies_nowhere() {
    let mut editor = start(able());
    let document =
        json!({ "uri": "untitled:Untitled-1", "languageId": "roadmap", "version": 1, "text": TEXT });
    editor.tell("textDocument/didOpen", json!({ "textDocument": document }));
    let range = json!({ "start": at(3, 2), "end": at(3, 2) });
    let params = json!({
        "textDocument": { "uri": "untitled:Untitled-1" }, "range": range, "context": { "diagnostics": [] },
    });
    let found = editor.ask("textDocument/codeAction", params).unwrap();
    let kinds: Vec<_> = found.as_array().unwrap().iter().map(|action| &action["kind"]).collect();
    assert!(kinds.contains(&&json!("quickfix")) && !kinds.contains(&&json!("refactor.extract")), "{kinds:?}");
}

#[test]
fn odd_places_are_answered() {
    let mut editor = start(able());
    for (from, to) in [((9, 9), (2, 0)), ((0, 0), (9_999, 9_999)), ((7_777, 7), (7_777, 7))] {
        let range = json!({ "start": at(from.0, from.1), "end": at(to.0, to.1) });
        let params = json!({
            "textDocument": { "uri": uri(MAIN) }, "range": range, "context": { "diagnostics": [] },
        });
        for action in editor.ask("textDocument/codeAction", params).unwrap().as_array().unwrap() {
            if action.get("disabled").is_none() {
                editor.ask("codeAction/resolve", action.clone()).unwrap();
            }
        }
    }
    let data = json!({ "uri": uri(MAIN), "start": 4_000_000_000_u32, "end": 3, "number": 99 });
    let made_up = json!({ "title": "X", "kind": "quickfix", "data": data });
    assert_eq!(editor.refused("codeAction/resolve", made_up).0, -32801);
    let foreign = json!({ "title": "X", "data": { "of": "another server" } });
    assert_eq!(editor.ask("codeAction/resolve", foreign.clone()).unwrap(), foreign);
}

#[test]
fn only_what_is_asked_for_is_listed() {
    let mut editor = start(able());
    let kinds = |found: &[Value]| {
        let mut kinds: Vec<String> =
            found.iter().map(|action| action["kind"].as_str().unwrap().to_owned()).collect();
        kinds.dedup();
        kinds
    };
    let ask = |editor: &mut Editor, context: Value| kinds(&actions(editor, 6, context));
    let sort = "source.sortProperties.roadmap";
    assert_eq!(ask(&mut editor, json!({ "diagnostics": [], "only": ["source"] })), [sort]);
    assert_eq!(ask(&mut editor, json!({ "diagnostics": [], "only": ["source.sortProperties"] })), [sort]);
    assert_eq!(
        ask(&mut editor, json!({ "diagnostics": [], "only": ["refactor.rewrite"] })),
        ["refactor.rewrite"]
    );
    assert!(ask(&mut editor, json!({ "diagnostics": [], "only": ["refactor.move"] })).is_empty());
    let all = ask(&mut editor, json!({ "diagnostics": [], "only": [] }));
    assert_eq!(all, ask(&mut editor, json!({ "diagnostics": [] })));
    // Beside the cursor nothing is shown that is for the whole file.
    let beside = ask(&mut editor, json!({ "diagnostics": [], "triggerKind": 2 }));
    assert_eq!(beside, ["quickfix", "refactor.rewrite"]);
    assert!(ask(&mut editor, json!({ "diagnostics": [], "triggerKind": 1 })).contains(&sort.to_owned()));
}

#[test]
fn what_can_be_resolved_is_said() {
    let said = |capabilities: Value| {
        let machine = Machine::new(&[]);
        let mut editor = Editor::connect(&machine);
        let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
        editor.ask("initialize", params).unwrap()["capabilities"]["codeActionProvider"].clone()
    };
    let provider = said(able());
    assert_eq!(provider["resolveProvider"], true);
    let kinds = provider["codeActionKinds"].as_array().unwrap();
    assert!(kinds.contains(&json!("source.fixAll.roadmap")) && kinds.contains(&json!("refactor.extract")));
    assert_eq!(said(json!({}))["resolveProvider"], false);
}
