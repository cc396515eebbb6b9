//! Whatever comes, in whatever order: an answer, and never an end.

use lsp_server::{Connection, Message, Notification, Request, RequestId};
use serde_json::{Value, json};

use super::editor::{Editor, Machine, PLAN, at, document, place, uri};
use crate::server::{Ended, Server};

const MAIN: &str = "/p/main.roadmap";

fn editor() -> Editor {
    Editor::start(&Machine::new(&[(MAIN, PLAN)]), &["/p"], json!({}))
}

#[test]
fn a_conversation_has_a_start_and_an_end() {
    let mut editor = editor();
    assert_eq!(
        editor.ask("textDocument/documentSymbol", document(MAIN)).unwrap().as_array().unwrap().len(),
        3
    );
    assert_eq!(editor.leave(), Ended::Cleanly);
}

#[test]
fn leaving_without_a_word_is_abrupt() {
    assert_eq!(editor().end(), Ended::Abruptly);
    assert_eq!(Editor::connect(&Machine::default()).end(), Ended::Abruptly);
}

#[test]
fn what_is_out_of_order_is_refused() {
    let mut editor = Editor::connect(&Machine::default());
    assert_eq!(editor.refused("textDocument/hover", place(MAIN, 0, 0)).0, -32002);
    assert_eq!(editor.refused("shutdown", Value::Null).0, -32002);
    editor.open(MAIN, PLAN);
    assert_eq!(editor.refused("initialize", json!({ "capabilities": 5 })).0, -32602);
    editor.ask("initialize", json!({ "capabilities": {} })).unwrap();
    assert_eq!(editor.refused("initialize", json!({ "capabilities": {} })).0, -32600);
    assert_eq!(
        editor.refused("roadmap/unheardOf", json!({})),
        (-32601, "roadmap/unheardOf is unknown".to_owned())
    );
    assert_eq!(editor.refused("textDocument/definition", json!({ "position": "here" })).0, -32602);
    editor.tell("roadmap/unheardOf", json!({}));
    editor.tell("$/unheardOf", json!({}));
    editor.tell("textDocument/didOpen", json!([]));
    editor.tell("$/cancelRequest", json!({ "id": 999 }));
    editor.ask("shutdown", Value::Null).unwrap();
    assert_eq!(editor.refused("shutdown", Value::Null).0, -32600);
    assert_eq!(editor.refused("textDocument/definition", place(MAIN, 0, 0)).0, -32600);
    assert_eq!(editor.end(), Ended::Cleanly);
}

#[test]
fn a_text_may_be_closed_twice_and_changed_while_closed() {
    let mut editor = editor();
    editor.open(MAIN, PLAN);
    editor.close(MAIN);
    editor.close(MAIN);
    editor.edit(MAIN, 2, [0, 0, 0, 3], "x");
    editor.tell("textDocument/didSave", document("/elsewhere.roadmap"));
    let symbols = editor.ask("textDocument/documentSymbol", document(MAIN)).unwrap();
    assert_eq!(symbols.as_array().unwrap().len(), 3);
    let said = editor.heard.iter().filter(|(method, _)| method == "window/logMessage").count();
    assert_eq!(said, 2);
    editor.open(MAIN, "person a \"A\"\n");
    editor.open(MAIN, PLAN);
    assert!(editor.findings(MAIN, 1).contains(&"2:19 people/owner-unknown".to_owned()));
}

#[test]
fn an_unknown_text_has_no_answer() {
    let mut editor = editor();
    for method in ["textDocument/definition", "textDocument/documentSymbol", "textDocument/formatting"] {
        let mut params = place("/nowhere.roadmap", 7, 7);
        params["options"] = json!({ "tabSize": 2, "insertSpaces": true });
        assert_eq!(editor.ask(method, params).unwrap(), Value::Null, "{method}");
    }
    let outside = editor.ask("textDocument/definition", place(MAIN, 4_000_000, 4_000_000)).unwrap();
    assert_eq!(outside, Value::Null);
}

#[test]
fn a_panic_is_an_answer() {
    let mut editor = editor();
    let (code, message) = editor.refused("test/panics", Value::Null);
    assert_eq!(code, -32603);
    assert!(message.contains("as the test wishes"), "{message}");
    assert!(editor.ask("textDocument/documentSymbol", document(MAIN)).is_ok());
    assert!(editor.heard.iter().any(|(method, said)| method == "window/logMessage" && said["type"] == 1));
}

/// Says everything before the server listens, so that all of it waits at once; the answers by id.
fn all_at_once(messages: Vec<Message>) -> Vec<(String, Result<Value, i32>)> {
    let machine = Machine::new(&[(MAIN, PLAN)]);
    let (server, editor) = Connection::memory();
    editor.sender.send(request(0, "initialize", json!({ "capabilities": {} }))).unwrap();
    editor.sender.send(note("initialized", json!({}))).unwrap();
    let opened = json!({ "uri": uri(MAIN), "languageId": "roadmap", "version": 1, "text": PLAN });
    editor.sender.send(note("textDocument/didOpen", json!({ "textDocument": opened }))).unwrap();
    messages.into_iter().for_each(|message| editor.sender.send(message).unwrap());
    editor.sender.send(note("exit", Value::Null)).unwrap();
    Server::new(server, |_| (), &machine).run();
    let answers = editor.receiver.into_iter().filter_map(|message| match message {
        Message::Response(answer) => {
            Some((answer.id.to_string(), answer.response_result.map_err(|error| error.code)))
        }
        _ => None,
    });
    answers.collect()
}

fn request(id: i32, method: &str, params: Value) -> Message {
    Message::Request(Request { id: RequestId::from(id), method: method.to_owned(), params })
}

fn note(method: &str, params: Value) -> Message {
    Message::Notification(Notification { method: method.to_owned(), params })
}

#[test]
fn what_waits_can_be_cancelled() {
    let answers = all_at_once(vec![
        request(1, "textDocument/documentSymbol", document(MAIN)),
        request(2, "textDocument/documentSymbol", document(MAIN)),
        note("$/cancelRequest", json!({ "id": 1 })),
        note("$/cancelRequest", json!({ "id": 77 })),
    ]);
    let outcome: Vec<_> =
        answers.iter().map(|(id, answer)| (id.as_str(), answer.as_ref().err().copied())).collect();
    assert_eq!(outcome, [("1", Some(-32800)), ("0", None), ("2", None)]);
}

#[test]
fn an_edit_makes_older_questions_pointless_and_lets_wishes_be() {
    let rename = |name: &str| {
        let mut params = place(MAIN, 1, 8);
        params["newName"] = json!(name);
        params
    };
    let change = json!({ "range": { "start": at(2, 6), "end": at(2, 6) }, "text": "x" });
    let answers = all_at_once(vec![
        request(1, "textDocument/documentHighlight", place(MAIN, 1, 8)),
        request(2, "textDocument/rename", rename("mai")),
        note(
            "textDocument/didChange",
            json!({ "textDocument": { "uri": uri(MAIN), "version": 2 }, "contentChanges": [change] }),
        ),
        request(3, "textDocument/documentHighlight", place(MAIN, 1, 8)),
    ]);
    let outcome: Vec<_> =
        answers.iter().map(|(id, answer)| (id.as_str(), answer.as_ref().err().copied())).collect();
    assert_eq!(outcome, [("1", Some(-32801)), ("0", None), ("2", None), ("3", None)]);
}
