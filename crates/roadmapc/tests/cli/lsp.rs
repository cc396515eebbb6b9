//! `lsp`: the real server over its standard streams.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::{Value, json};

use super::support::{Sandbox, broken};

/// An editor, as plain as it gets.
struct Editor {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
}

impl Editor {
    fn start(sandbox: &Sandbox, arguments: &[&str]) -> Self {
        let mut command = sandbox.command(arguments);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (to, from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        Self { child, to, from }
    }

    fn say(&mut self, mut message: Value) {
        message["jsonrpc"] = json!("2.0");
        self.say_text(&message.to_string());
    }

    fn say_text(&mut self, text: &str) {
        write!(self.to, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
    }

    fn hear(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert_ne!(self.from.read_line(&mut line).unwrap(), 0, "the server has gone");
            match line.trim().strip_prefix("Content-Length: ") {
                Some(number) => length = number.parse().unwrap(),
                None if line.trim().is_empty() => break,
                None => {}
            }
        }
        let mut body = vec![0; length];
        self.from.read_exact(&mut body).unwrap();
        serde_json::from_slice(&body).unwrap()
    }

    /// The first message that is as wanted.
    fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let message = self.hear();
            if wanted(&message) {
                return message;
            }
        }
    }

    fn wait_for_findings(&mut self) -> Vec<Value> {
        let pushed = self.wait(|message| message["method"] == "textDocument/publishDiagnostics");
        pushed["params"]["diagnostics"].as_array().unwrap().clone()
    }
}

fn uri(sandbox: &Sandbox, path: &str) -> String {
    format!("file://{}/{path}", sandbox.path().canonicalize().unwrap().display())
}

#[test]
fn a_session_from_start_to_end() {
    let sandbox = Sandbox::new(&[("main.roadmap", &broken())]);
    let (folder, main) = (uri(&sandbox, ""), uri(&sandbox, "main.roadmap"));
    let mut editor = Editor::start(&sandbox, &["lsp"]);
    let params = json!({
        "processId": null, "capabilities": {}, "locale": "vi", "workspaceFolders": [{ "uri": folder, "name": "x" }],
    });
    editor.say(json!({ "id": 1, "method": "initialize", "params": params }));
    let answer = editor.hear();
    assert_eq!(answer["result"]["capabilities"]["positionEncoding"], "utf-16");
    editor.say(json!({ "method": "initialized", "params": {} }));
    let findings = editor.wait_for_findings();
    let unknown = findings.iter().find(|finding| finding["code"] == "people/owner-unknown").unwrap();
    assert!(unknown["message"].as_str().unwrap().contains("lna"), "{unknown}");
    assert!(unknown["message"].as_str().unwrap().contains("không"), "{unknown}");

    let opened = json!({ "uri": main, "languageId": "roadmap", "version": 1, "text": broken() });
    editor.say(json!({ "method": "textDocument/didOpen", "params": { "textDocument": opened } }));
    // What is no message is passed over.
    editor.say_text("{ nonsense");
    let range = json!({ "start": { "line": 6, "character": 37 }, "end": { "line": 6, "character": 40 } });
    let params = json!({
        "textDocument": { "uri": main, "version": 2 }, "contentChanges": [{ "range": range, "text": "lan" }],
    });
    editor.say(json!({ "method": "textDocument/didChange", "params": params }));
    let pushed = editor.wait(|message| message["params"]["version"] == 2);
    assert_eq!(pushed["params"]["diagnostics"], json!([]));

    editor.say(json!({ "id": "two", "method": "textDocument/unheardOf", "params": {} }));
    assert_eq!(editor.wait(|message| message["id"] == "two")["error"]["code"], -32601);
    editor.say(json!({ "id": 3, "method": "shutdown" }));
    assert_eq!(editor.wait(|message| message["id"] == 3)["result"], Value::Null);
    editor.say(json!({ "method": "exit" }));
    assert!(editor.child.wait().unwrap().success());
}

#[test]
fn the_flag_chooses_the_language_and_silence_ends_the_server() {
    let sandbox = Sandbox::new(&[("main.roadmap", &broken())]);
    let mut editor = Editor::start(&sandbox, &["lsp", "--locale", "en"]);
    let params = json!({
        "processId": null, "capabilities": {}, "locale": "vi", "rootUri": uri(&sandbox, ""),
    });
    editor.say(json!({ "id": 1, "method": "initialize", "params": params }));
    editor.say(json!({ "method": "initialized", "params": {} }));
    let findings = editor.wait_for_findings();
    let said = findings
        .iter()
        .any(|finding| finding["message"].as_str().unwrap().starts_with("no person is called"));
    assert!(said, "{findings:?}");
    drop(editor.to);
    assert_eq!(editor.child.wait().unwrap().code(), Some(1));
}

#[test]
fn settings_may_be_named_as_for_other_commands() {
    let sandbox = Sandbox::new(&[
        ("plan/main.roadmap", &broken()),
        ("plan/roadmap.toml", "[lints]\n\"people/*\" = \"off\"\n"),
        ("mild.toml", "[lints]\n\"people/*\" = \"hint\"\n"),
    ]);
    let mut editor = Editor::start(&sandbox, &["lsp", "--config", "mild.toml"]);
    let params = json!({ "processId": null, "capabilities": {}, "rootUri": uri(&sandbox, "plan") });
    editor.say(json!({ "id": 1, "method": "initialize", "params": params }));
    editor.say(json!({ "method": "initialized", "params": {} }));
    let findings = editor.wait_for_findings();
    let unknown = findings.iter().find(|finding| finding["code"] == "people/owner-unknown").unwrap();
    assert_eq!(unknown["severity"], 3, "{unknown}");
    drop(editor.to);
    editor.child.wait().unwrap();

    let run = sandbox.run(&["lsp", "--config", "nowhere.toml"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("nowhere.toml"), "{}", run.stderr);
}
