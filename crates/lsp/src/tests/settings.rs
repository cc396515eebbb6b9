//! Settings: the editor's, the project's, and those that the server was started with.

use std::sync::atomic::Ordering;

use serde_json::{Value, json};

use super::editor::{Editor, Machine, document, uri};

const MAIN: &str = "/p/main.roadmap";
const TOML: &str = "/p/roadmap.toml";
const OTHER: &str = "/q/main.roadmap";

/// A goal that nobody answers for, and a rule of the company's own.
const PLAN: &str = "roadmap \"R\" { period 2026 }\n\
                    rule brand/short { each goal; check len(title) <= 40; message \"dài\" }\n\
                    goal g \"G\" { }\n";

fn machine(files: &[(&str, &str)]) -> Machine {
    let machine = Machine::new(&[(MAIN, PLAN), (OTHER, PLAN)]);
    files.iter().for_each(|(path, text)| machine.write(path, text));
    machine
}

/// The severity of what is said about the goal without an owner; 0 where nothing is.
fn level(editor: &Editor, path: &str) -> u64 {
    let Some(pushed) = editor.pushed.get(&uri(path)) else { return 0 };
    let findings = pushed["diagnostics"].as_array().unwrap();
    let found = findings.iter().find(|finding| finding["code"] == "people/owner-missing");
    found.map_or(0, |finding| finding["severity"].as_u64().unwrap())
}

fn configure(editor: &Editor, settings: Value) {
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": { "roadmap": settings } }));
}

fn said(editor: &Editor, words: &str) -> usize {
    let logged = editor.heard.iter().filter(|(method, _)| method == "window/logMessage");
    logged.filter(|(_, params)| params["message"].as_str().unwrap().contains(words)).count()
}

#[test]
fn levels_of_the_editor_count_at_once_and_over_those_of_the_project() {
    let machine = machine(&[(TOML, "[lints]\n\"people/owner-missing\" = \"hint\"\n")]);
    let mut editor = Editor::start(&machine, &["/p", "/q"], json!({}));
    editor.wait(|editor| level(editor, MAIN) == 3 && level(editor, OTHER) == 1);
    configure(&editor, json!({ "lints": { "people": "warning" } }));
    editor.wait(|editor| level(editor, MAIN) == 2 && level(editor, OTHER) == 2);
    configure(&editor, json!({ "lints": { "people/*": "error", "people/owner-missing": "off" } }));
    editor.wait(|editor| level(editor, MAIN) == 0 && level(editor, OTHER) == 0);
    configure(&editor, json!({ "lints": null }));
    editor.wait(|editor| level(editor, MAIN) == 3 && level(editor, OTHER) == 1);
}

#[test]
fn settings_are_taken_at_the_start_and_when_asked_for() {
    let lints = |level: &str| json!({ "lints": { "people/owner-missing": level } });
    let mut editor = Editor::start_with(&machine(&[]), &["/p"], json!({}), lints("warning"));
    editor.wait(|editor| level(editor, MAIN) == 2);

    let asks = json!({ "workspace": { "configuration": true } });
    let mut editor = Editor::start(&machine(&[]), &["/p"], asks);
    editor.settings = Some(lints("hint"));
    editor.wait(|editor| level(editor, MAIN) == 3);
    editor.settings = Some(lints("off"));
    editor.tell("workspace/didChangeConfiguration", json!({ "settings": null }));
    editor.wait(|editor| level(editor, MAIN) == 0);
}

#[test]
fn what_settings_cannot_mean_is_said_once() {
    let mut editor = Editor::start(&machine(&[]), &["/p"], json!({}));
    let lints = json!({
        "people/owner-mising": "off", "nonsense": "hint", "brand/short": "off", "syntax/stray-close": "off",
        "people/owner-missing": "loud", "kpi/vague": 3,
    });
    for locale in ["en", "fr-FR", "en"] {
        configure(&editor, json!({ "locale": locale, "lints": lints }));
        editor.ask("textDocument/documentSymbol", document(MAIN)).unwrap();
    }
    configure(&editor, json!([1]));
    configure(&editor, json!({ "lints": "off", "locale": {} }));
    configure(&editor, json!({ "lints": { "people": "warning" } }));
    editor.wait(|editor| level(editor, MAIN) == 2);
    for (words, times) in [
        ("`people/owner-mising`. Did you mean `people/owner-missing`?", 1),
        ("`nonsense/*`", 1),
        ("brand/short", 0),
        ("`syntax/stray-close`", 1),
        ("`people/owner-missing` cannot be `loud`", 1),
        ("`kpi/vague` cannot be `3`", 1),
        ("`fr-FR` is no language", 1),
        ("roadmap.locale", 2),
        ("write an object", 1),
    ] {
        assert_eq!(said(&editor, words), times, "{words}: {:?}", editor.heard);
    }
}

#[test]
fn the_past_is_not_asked_for_in_a_workspace_that_is_not_trusted() {
    for (options, wanted) in
        [(json!({ "trusted": false }), 0), (json!({ "trusted": true }), 1), (Value::Null, 1)]
    {
        let machine = machine(&[]);
        let mut editor = Editor::start_with(&machine, &["/p"], json!({}), options);
        // A setting, which a workspace may bring itself, does not make it trusted.
        configure(&editor, json!({ "trusted": true }));
        editor.ask("textDocument/documentSymbol", document(MAIN)).unwrap();
        assert_eq!(machine.looks_back.load(Ordering::Relaxed), wanted);
    }
}

#[test]
fn settings_of_a_project_come_and_go_and_concern_it_alone() {
    let machine = machine(&[]);
    let mut editor = Editor::start(&machine, &["/p", "/q"], json!({ "experimental": { "roadmap": true } }));
    editor.wait(|editor| level(editor, MAIN) == 1 && level(editor, OTHER) == 1);
    editor.ask("roadmap/overview", document(MAIN)).unwrap();
    editor.heard.clear();
    let looks = machine.looks_back.load(Ordering::Relaxed);
    machine.write(TOML, "[lints]\n\"people/*\" = \"hint\"\n");
    editor.watched(&[(TOML, 1)]);
    editor.wait(|editor| level(editor, MAIN) == 3);
    // Broken for a moment: the plan is still there.
    editor.open(TOML, "[lints]\n\"people/*\" = \"hint\"\n");
    editor.replace(TOML, 2, "[lints\n");
    editor.wait(|editor| level(editor, MAIN) == 1);
    editor.replace(TOML, 3, "[lints]\n\"people/*\" = \"off\"\n");
    editor.wait(|editor| level(editor, MAIN) == 0);
    editor.close(TOML);
    editor.wait(|editor| level(editor, MAIN) == 3);
    machine.remove(TOML);
    editor.watched(&[(TOML, 3)]);
    editor.wait(|editor| level(editor, MAIN) == 1);
    editor.ask("roadmap/overview", document(MAIN)).unwrap();
    let changed: Vec<_> = editor.heard.iter().filter(|(method, _)| method == "roadmap/changed").collect();
    assert!(!changed.is_empty());
    assert!(changed.iter().all(|(_, params)| params["projects"] == json!([uri("/p")])), "{changed:?}");
    assert!(machine.looks_back.load(Ordering::Relaxed) > looks);
}

#[test]
fn the_entry_that_settings_name_may_change() {
    let second = "/p/plans/second.roadmap";
    let machine = machine(&[(TOML, "[project]\nentry = \"main.roadmap\"\n"), (second, PLAN)]);
    let mut editor = Editor::start(&machine, &["/p"], json!({}));
    editor.wait(|editor| level(editor, MAIN) == 1);
    editor.open(TOML, "");
    editor.replace(TOML, 2, "[project]\nentry = \"plans/second.roadmap\"\n");
    editor.wait(|editor| level(editor, MAIN) == 0 && level(editor, second) == 1);
    editor.replace(TOML, 3, "[project]\nentry = \"main.roadmap\"\n");
    editor.wait(|editor| level(editor, MAIN) == 1 && level(editor, second) == 0);
}

#[test]
fn settings_that_the_server_was_started_with_count_for_every_project() {
    let strict = "/etc/strict.toml";
    let mut machine = machine(&[
        (TOML, "[lints]\n\"people/*\" = \"off\"\n"),
        (strict, "[lints]\n\"people/*\" = \"warning\"\n"),
    ]);
    machine.settings = Some(strict.into());
    let watches = json!({ "workspace": { "didChangeWatchedFiles": {
        "dynamicRegistration": true, "relativePatternSupport": true,
    } } });
    let mut editor = Editor::start(&machine, &["/p", "/q"], watches);
    editor.wait(|editor| level(editor, MAIN) == 2 && level(editor, OTHER) == 2);
    machine.write(strict, "[lints]\n\"people/*\" = \"hint\"\n");
    editor.watched(&[(strict, 2)]);
    editor.wait(|editor| level(editor, MAIN) == 3 && level(editor, OTHER) == 3);
    editor.open(strict, "[lints]\n\"people/*\" = \"hint\"\n");
    editor.replace(strict, 2, "[lints]\n\"people/*\" = \"off\"\ncolour = 1\n");
    editor.wait(|editor| level(editor, MAIN) == 0 && !editor.shown(strict).is_empty());
    let watched = |editor: &Editor| {
        let all = editor.heard.iter().filter(|(method, _)| method == "client/registerCapability");
        all.map(|(_, params)| params["registrations"][0]["registerOptions"]["watchers"].clone())
            .collect::<Vec<_>>()
    };
    let pattern = json!({ "baseUri": uri("/etc"), "pattern": "strict.toml" });
    editor.wait(|editor| watched(editor).get(1) == Some(&json!([{ "globPattern": pattern }])));
}
