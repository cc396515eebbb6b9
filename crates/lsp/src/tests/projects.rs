//! Folders, files and texts: which belongs to what, and which text of a file counts.

use std::sync::atomic::Ordering;

use serde_json::{Value, json};

use super::editor::{Editor, Machine, document, uri};

const MAIN: &str = "/p/main.roadmap";
const PEOPLE: &str = "/p/people.roadmap";
const PLAN: &str = "roadmap \"R\" { period 2026 }\ninclude \"people.roadmap\"\ngoal g \"G\" { owner lan }\n";
const LAN: &str = "person lan \"Lan\"\n";

fn start(files: &[(&str, &str)], folders: &[&str]) -> Editor {
    Editor::start(&Machine::new(files), folders, json!({}))
}

/// Whether a name is unknown in the file, as shown now.
fn misses_an_owner(editor: &Editor, path: &str) -> bool {
    editor.shown(path).iter().any(|finding| finding.ends_with("people/owner-unknown"))
}

#[test]
fn an_unsaved_text_wins_over_the_disk() {
    let mut editor = start(&[(MAIN, PLAN), (PEOPLE, LAN)], &["/p"]);
    editor.open(MAIN, PLAN);
    editor.findings(MAIN, 1);
    assert!(!misses_an_owner(&editor, MAIN));
    editor.open(PEOPLE, LAN);
    editor.edit(PEOPLE, 2, [0, 7, 0, 10], "mai");
    editor.findings(PEOPLE, 2);
    editor.wait(|editor| misses_an_owner(editor, MAIN));
    // The disk changes below it, and does not count.
    editor.machine.write(PEOPLE, "person lan \"Lan\"\nperson x \"X\"\n");
    editor.watched(&[(PEOPLE, 2)]);
    editor.edit(PEOPLE, 3, [0, 7, 0, 10], "hoa");
    editor.findings(PEOPLE, 3);
    assert!(misses_an_owner(&editor, MAIN));
    // Closed without saving: what lies on the disk counts again.
    editor.close(PEOPLE);
    editor.wait(|editor| !misses_an_owner(editor, MAIN));
}

#[test]
fn a_file_may_be_deleted_while_it_is_open() {
    let mut editor = start(&[(MAIN, PLAN), (PEOPLE, LAN)], &["/p"]);
    editor.open(PEOPLE, LAN);
    editor.machine.remove(PEOPLE);
    editor.watched(&[(PEOPLE, 3)]);
    editor.edit(PEOPLE, 2, [0, 0, 0, 0], "# vẫn còn\n");
    editor.findings(PEOPLE, 2);
    assert!(!misses_an_owner(&editor, MAIN));
    editor.close(PEOPLE);
    editor.wait(|editor| editor.shown(MAIN).iter().any(|finding| finding.starts_with("1:8 ")));
    // It comes back.
    editor.machine.write(PEOPLE, LAN);
    editor.watched(&[(PEOPLE, 1)]);
    editor.wait(|editor| !editor.shown(MAIN).iter().any(|finding| finding.starts_with("1:8 ")));
}

#[test]
fn an_entry_may_be_deleted() {
    let mut editor =
        start(&[(MAIN, "roadmap \"R\" { period 2026 }\ngoal g \"G\" { owner nobody }\n")], &["/p"]);
    editor.wait(|editor| misses_an_owner(editor, MAIN));
    editor.machine.remove(MAIN);
    editor.watched(&[(MAIN, 3)]);
    editor.wait(|editor| editor.shown(MAIN).is_empty());
    assert_eq!(editor.ask("textDocument/documentSymbol", document(MAIN)).unwrap(), Value::Null);
}

#[test]
fn a_switch_of_branches_is_followed() {
    let toml = "/p/roadmap.toml";
    let other = "/p/plan/other.roadmap";
    let mut editor =
        start(&[(toml, "[project]\nentry = \"main.roadmap\"\n"), (MAIN, PLAN), (PEOPLE, LAN)], &["/p"]);
    editor.open(MAIN, PLAN);
    editor.findings(MAIN, 1);
    editor.close(MAIN);
    let machine = editor.machine.clone();
    machine.remove(MAIN);
    machine.remove(PEOPLE);
    machine.write(toml, "[project]\nentry = \"plan/other.roadmap\"\n");
    machine.write(other, "roadmap \"O\" { period 2026 }\ngoal h \"H\" { owner lan }\n");
    editor.watched(&[(MAIN, 3), (PEOPLE, 3), (toml, 2), (other, 1)]);
    editor.wait(|editor| misses_an_owner(editor, other) && editor.shown(MAIN).is_empty());
}

#[test]
fn many_changes_are_one_look_at_the_disk() {
    let machine = Machine::new(&[(MAIN, PLAN), (PEOPLE, LAN), ("/q/plan.roadmap", PLAN)]);
    let mut editor = Editor::start(&machine, &["/p", "/q"], json!({}));
    editor.open(MAIN, PLAN);
    editor.findings(MAIN, 1);
    let looks = machine.looks_back.load(Ordering::Relaxed);
    machine.write(PEOPLE, "person mai \"Mai\"\n");
    let many: Vec<String> = (0..300).map(|index| format!("/p/old/{index}.roadmap")).collect();
    let mut changes: Vec<(&str, u8)> = many.iter().map(|path| (path.as_str(), 3)).collect();
    changes.push((PEOPLE, 2));
    editor.watched(&changes);
    editor.wait(|editor| misses_an_owner(editor, MAIN));
    assert_eq!(machine.looks_back.load(Ordering::Relaxed), looks + 1);
}

#[test]
fn an_entry_that_is_being_written_stays_one() {
    let mut editor = start(&[(MAIN, PLAN), (PEOPLE, LAN)], &["/p"]);
    let is_whole = |editor: &mut Editor| {
        let symbols = editor.ask("workspace/symbol", json!({ "query": "lan" })).unwrap();
        symbols.as_array().unwrap().len() == 1
    };
    editor.open(MAIN, PLAN);
    editor.replace(MAIN, 2, &PLAN.replace("roadmap \"R\"", "roadma \"R\""));
    assert!(is_whole(&mut editor));
    // Others come and go meanwhile, and it is saved so.
    editor.machine.write(MAIN, &PLAN.replace("roadmap \"R\"", "roadma \"R\""));
    editor.machine.write("/p/notes.roadmap", "# nothing\n");
    editor.watched(&[(MAIN, 2), ("/p/notes.roadmap", 1)]);
    assert!(is_whole(&mut editor));
    editor.close(MAIN);
    assert!(is_whole(&mut editor));
    editor.machine.write(MAIN, PLAN);
    editor.watched(&[(MAIN, 2)]);
    assert!(is_whole(&mut editor));
    assert!(editor.shown(PEOPLE).is_empty());
}

#[test]
fn a_folder_gets_its_project_when_it_has_a_plan() {
    let mut editor = start(&[(MAIN, "roadmp \"R\" { period 2026 }\n"), (PEOPLE, LAN)], &["/p"]);
    editor.open(MAIN, "roadmp \"R\" { period 2026 }\n");
    editor.replace(MAIN, 2, PLAN);
    editor.machine.write(MAIN, PLAN);
    editor.watched(&[(MAIN, 2)]);
    editor.close(MAIN);
    // It stays without an open text.
    let symbols = editor.ask("workspace/symbol", json!({ "query": "lan" })).unwrap();
    assert_eq!(symbols.as_array().unwrap().len(), 1, "{symbols}");
}

#[test]
fn files_that_no_pattern_of_the_workspace_names_are_watched() {
    let text = "roadmap \"R\" { period 2026 }\ninclude \"team.txt\"\ninclude \"parts/*.txt\"\ninclude \"people.roadmap\"\n";
    let loose = "/home/lan/x.roadmap";
    let machine = Machine::new(&[(MAIN, text), (loose, "roadmap \"X\" { period 2026 }\n")]);
    let watches = |relative: bool| {
        json!({ "workspace": { "didChangeWatchedFiles": {
            "dynamicRegistration": true, "relativePatternSupport": relative,
        } } })
    };
    let last = |editor: &Editor| {
        let registered = editor.heard.iter().rfind(|(method, _)| method == "client/registerCapability");
        registered.map(|(_, params)| params["registrations"][0]["registerOptions"]["watchers"].clone())
    };
    let mut editor = Editor::start(&machine, &["/p"], watches(false));
    // One of them is not there yet.
    let inside = json!([{ "globPattern": "/p/parts/*.txt" }, { "globPattern": "/p/team.txt" }]);
    editor.wait(|editor| last(editor).as_ref() == Some(&inside));
    editor.machine.write("/p/team.txt", LAN);
    editor.watched(&[("/p/team.txt", 1)]);
    editor.wait(|editor| !editor.shown(MAIN).iter().any(|finding| finding.starts_with("1:8 ")));

    let mut editor = Editor::start(&machine, &[], watches(true));
    editor.open(loose, "roadmap \"X\" { period 2026 }\n");
    let base = uri("/home/lan");
    let outside = json!([
        { "globPattern": { "baseUri": base, "pattern": "*.roadmap" } },
        { "globPattern": { "baseUri": base, "pattern": "roadmap.toml" } },
    ]);
    editor.wait(|editor| last(editor).as_ref() == Some(&outside));
    editor.close(loose);
    editor.wait(|editor| editor.heard.iter().any(|(method, _)| method == "client/unregisterCapability"));
}

#[test]
fn settings_count_as_they_are_typed() {
    let toml = "/p/roadmap.toml";
    let mut editor = start(&[(toml, ""), (MAIN, PLAN), (PEOPLE, LAN)], &["/p"]);
    editor.open(toml, "");
    editor.edit(toml, 2, [0, 0, 0, 0], "[lints]\nnonsense = \"error\"\n");
    assert!(!editor.findings(toml, 2).is_empty());
    editor.replace(toml, 3, "");
    assert!(editor.findings(toml, 3).is_empty());
}

#[test]
fn two_folders_are_two_projects() {
    let other = "/q/plan.roadmap";
    let mut editor = start(
        &[
            (MAIN, PLAN),
            (PEOPLE, LAN),
            (other, "roadmap \"Q\" { period 2026 }\ngoal q \"Q\" { owner lan }\n"),
        ],
        &["/p", "/q"],
    );
    editor.wait(|editor| misses_an_owner(editor, other));
    assert!(!misses_an_owner(&editor, MAIN));
    let found = editor.ask("workspace/symbol", json!({ "query": "" })).unwrap();
    let mut files: Vec<_> =
        found.as_array().unwrap().iter().map(|symbol| symbol["location"]["uri"].clone()).collect();
    files.dedup();
    assert_eq!(files, [json!(uri(MAIN)), json!(uri(PEOPLE)), json!(uri(other))]);
    let folder = json!({ "uri": uri("/q"), "name": "q" });
    editor.tell(
        "workspace/didChangeWorkspaceFolders",
        json!({ "event": { "added": [], "removed": [folder] } }),
    );
    editor.wait(|editor| editor.shown(other).is_empty());
    editor.tell(
        "workspace/didChangeWorkspaceFolders",
        json!({ "event": { "added": [folder], "removed": [] } }),
    );
    editor.wait(|editor| misses_an_owner(editor, other));
}

#[test]
fn a_loose_file_is_a_project() {
    let loose = "/home/lan/Kế hoạch.roadmap";
    let mut editor = start(&[(loose, "")], &[]);
    editor.open(loose, "roadmap \"R\" { period 2026 }\ngoal g \"G\" { owner lan }\n");
    editor.findings(loose, 1);
    assert!(misses_an_owner(&editor, loose));
    editor.close(loose);
    editor.wait(|editor| editor.shown(loose).is_empty());
}

#[test]
fn a_part_brings_its_whole() {
    let mut editor = start(&[(MAIN, PLAN), (PEOPLE, LAN)], &[]);
    editor.open(PEOPLE, "person mai \"Mai\"\n");
    editor.findings(PEOPLE, 1);
    editor.wait(|editor| misses_an_owner(editor, MAIN));
}

#[test]
fn a_text_that_was_never_saved_is_checked() {
    let mut editor = start(&[], &[]);
    let uri = "untitled:Untitled-1";
    let text = "roadmap \"R\" { period 2026 }\ngoal g \"G\" { owner lan }\n";
    let opened = json!({ "uri": uri, "languageId": "roadmap", "version": 1, "text": text });
    editor.tell("textDocument/didOpen", json!({ "textDocument": opened }));
    editor.wait(|editor| editor.pushed.contains_key(uri));
    let symbols =
        editor.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": uri } })).unwrap();
    assert_eq!(symbols.as_array().unwrap().len(), 2);
}

#[test]
fn a_new_file_that_a_pattern_matches_joins() {
    let text = "roadmap \"R\" { period 2026 }\ninclude \"parts/*.roadmap\"\n";
    let mut editor = start(&[(MAIN, text)], &["/p"]);
    let matches_nothing = |editor: &Editor| {
        editor.shown(MAIN).iter().any(|finding| finding.ends_with("name/include-not-found"))
    };
    editor.wait(matches_nothing);
    // Unsaved.
    editor.open("/p/parts/people.roadmap", LAN);
    editor.wait(|editor| !matches_nothing(editor));
}

#[test]
fn a_first_load_shows_its_progress() {
    let machine = Machine::new(&[(MAIN, PLAN), (PEOPLE, LAN)]);
    let capabilities = json!({
        "window": { "workDoneProgress": true },
        "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true }, "configuration": true },
    });
    let mut editor = Editor::start(&machine, &["/p"], capabilities);
    editor.wait(|editor| editor.heard.iter().filter(|(method, _)| method == "$/progress").count() == 2);
    let heard: Vec<_> = editor.heard.iter().map(|(method, _)| method.as_str()).collect();
    assert_eq!(
        heard,
        [
            "client/registerCapability",
            "workspace/configuration",
            "window/workDoneProgress/create",
            "$/progress",
            "$/progress",
        ]
    );
    let watchers = &editor.heard[0].1["registrations"][0]["registerOptions"]["watchers"];
    assert_eq!(watchers[0]["globPattern"], "**/*.roadmap");
}
