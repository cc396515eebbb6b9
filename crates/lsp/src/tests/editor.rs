//! An editor for tests: a disk in memory, and the server behind a channel in a thread of its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use jiff::civil::{Date, date};
use lsp_server::{Connection, Message, Notification, Request, RequestId, Response, ResponseError};
use roadmap_db::{Disk, Host, MemoryDisk, ReadError, relative};
use roadmap_diag::Locale;
use roadmap_sema::history::History;
use serde_json::{Value, json};

use crate::server::{Ended, Server};
use crate::world::World;

/// The day on which the tests' plans are read.
pub(super) const TODAY: Date = date(2026, 1, 5);

/// A small plan with one finding or two.
pub(super) const PLAN: &str =
    "roadmap \"Plan\" { period 2026; lang vi }\nperson lan \"Lan\"\ngoal g \"G\" { owner lna }\n";

type Files = Arc<Mutex<BTreeMap<PathBuf, Vec<u8>>>>;

/// A disk that the test can change.
#[derive(Clone, Default)]
pub(super) struct Machine {
    files: Files,
    /// What the server was started with for `roadmap.toml`.
    pub(super) settings: Option<PathBuf>,
    /// How often the past was asked for.
    pub(super) looks_back: Arc<AtomicUsize>,
}

impl Machine {
    pub(super) fn new(files: &[(&str, &str)]) -> Self {
        let machine = Self::default();
        files.iter().for_each(|(path, text)| machine.write(path, text));
        machine
    }

    pub(super) fn write(&self, path: &str, text: &str) {
        self.files.lock().unwrap().insert(path.into(), text.as_bytes().to_vec());
    }

    pub(super) fn remove(&self, path: &str) {
        self.files.lock().unwrap().remove(Path::new(path));
    }
}

/// A folder of it.
struct Folder {
    root: PathBuf,
    files: Files,
}

impl Disk for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        self.files.lock().unwrap().get(&self.root.join(path)).cloned().ok_or(ReadError::NotFound)
    }

    fn glob(&self, pattern: &str) -> Vec<String> {
        let files = self.files.lock().unwrap();
        let inside =
            files.iter().filter_map(|(path, bytes)| Some((relative(&self.root, path)?, bytes.clone())));
        MemoryDisk { files: inside.collect() }.glob(pattern)
    }
}

impl World for Machine {
    fn disk(&self, folder: &Path) -> Box<dyn Disk> {
        Box::new(Folder { root: folder.to_path_buf(), files: self.files.clone() })
    }

    fn is_file(&self, path: &Path) -> bool {
        self.files.lock().unwrap().contains_key(path)
    }

    fn real(&self, path: &Path) -> PathBuf {
        path.to_path_buf()
    }

    fn settings(&self) -> Option<&Path> {
        self.settings.as_deref()
    }

    fn locale(&self) -> Option<Locale> {
        None
    }

    fn today(&self) -> Date {
        TODAY
    }

    fn history(&self, _: &Path, _: &Host) -> Option<History> {
        self.looks_back.fetch_add(1, Ordering::Relaxed);
        None
    }
}

/// The editor.
pub(super) struct Editor {
    connection: Connection,
    server: JoinHandle<Ended>,
    pub(super) machine: Machine,
    next: i32,
    /// What the server has pushed, by address.
    pub(super) pushed: BTreeMap<String, Value>,
    /// What it answers when it is asked for its settings.
    pub(super) settings: Option<Value>,
    /// Whatever else the server has said: method and parameters.
    pub(super) heard: Vec<(String, Value)>,
}

impl Editor {
    /// An editor that can do `capabilities`, in the folders `folders`.
    pub(super) fn start(machine: &Machine, folders: &[&str], capabilities: Value) -> Self {
        Self::start_with(machine, folders, capabilities, Value::Null)
    }

    /// The same with options of its own.
    pub(super) fn start_with(
        machine: &Machine,
        folders: &[&str],
        capabilities: Value,
        options: Value,
    ) -> Self {
        let mut editor = Self::connect(machine);
        let folders: Vec<Value> =
            folders.iter().map(|folder| json!({ "uri": uri(folder), "name": folder })).collect();
        let params = json!({
            "processId": null, "rootUri": null, "locale": "en", "capabilities": capabilities, "workspaceFolders": folders,
            "initializationOptions": options,
        });
        editor.ask("initialize", params).unwrap();
        editor.tell("initialized", json!({}));
        editor
    }

    /// One that has not said anything yet.
    pub(super) fn connect(machine: &Machine) -> Self {
        let (server, connection) = Connection::memory();
        let world = machine.clone();
        let server = std::thread::spawn(move || Server::new(server, |_| (), &world).run());
        let (pushed, heard) = (BTreeMap::new(), Vec::new());
        Self { connection, server, machine: machine.clone(), next: 0, pushed, settings: None, heard }
    }

    pub(super) fn tell(&self, method: &str, params: Value) {
        let notification = Notification { method: method.to_owned(), params };
        self.connection.sender.send(Message::Notification(notification)).unwrap();
    }

    /// Asks, and waits for the answer.
    pub(super) fn ask(&mut self, method: &str, params: Value) -> Result<Value, ResponseError> {
        self.next += 1;
        let id = RequestId::from(self.next);
        let request = Request { id: id.clone(), method: method.to_owned(), params };
        self.connection.sender.send(Message::Request(request)).unwrap();
        loop {
            if let Message::Response(response) = self.hear() {
                assert_eq!(response.id, id, "answers come in order");
                return response.response_result;
            }
        }
    }

    /// The code of the error that a question is answered with.
    pub(super) fn refused(&mut self, method: &str, params: Value) -> (i32, String) {
        let error = self.ask(method, params).unwrap_err();
        (error.code, error.message)
    }

    fn hear(&mut self) -> Message {
        let message = self.connection.receiver.recv_timeout(Duration::from_secs(20)).unwrap();
        match &message {
            Message::Notification(note) if note.method == "textDocument/publishDiagnostics" => {
                self.pushed.insert(note.params["uri"].as_str().unwrap().to_owned(), note.params.clone());
            }
            Message::Notification(note) => self.heard.push((note.method.clone(), note.params.clone())),
            Message::Request(request) => {
                if let Some(settings) =
                    self.settings.clone().filter(|_| request.method == "workspace/configuration")
                {
                    let response_result = Ok(json!([settings]));
                    let response = Response { id: request.id.clone(), response_result };
                    self.connection.sender.send(Message::Response(response)).unwrap();
                }
                self.heard.push((request.method.clone(), request.params.clone()));
            }
            Message::Response(_) => {}
        }
        message
    }

    /// Listens until what has been pushed or heard is as wanted.
    pub(super) fn wait(&mut self, wanted: impl Fn(&Self) -> bool) {
        while !wanted(self) {
            self.hear();
        }
    }

    pub(super) fn open(&self, path: &str, text: &str) {
        let document = json!({ "uri": uri(path), "languageId": "roadmap", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    pub(super) fn close(&self, path: &str) {
        self.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri(path) } }));
    }

    /// Replaces a range: line and column of its start and end.
    pub(super) fn edit(&self, path: &str, version: i32, range: [u32; 4], text: &str) {
        let [line, character, end_line, end_character] = range;
        let range = json!({ "start": at(line, character), "end": at(end_line, end_character) });
        let change = json!({ "range": range, "text": text });
        let document = json!({ "uri": uri(path), "version": version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
    }

    pub(super) fn replace(&self, path: &str, version: i32, text: &str) {
        let document = json!({ "uri": uri(path), "version": version });
        self.tell(
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": [{ "text": text }] }),
        );
    }

    pub(super) fn watched(&self, changes: &[(&str, u8)]) {
        let changes: Vec<Value> =
            changes.iter().map(|(path, kind)| json!({ "uri": uri(path), "type": kind })).collect();
        self.tell("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
    }

    /// `line:column code` of the findings of a file, once they are pushed for `version`.
    pub(super) fn findings(&mut self, path: &str, version: i32) -> Vec<String> {
        let key = uri(path);
        self.wait(|editor| editor.pushed.get(&key).is_some_and(|pushed| pushed["version"] == version));
        self.shown(path)
    }

    /// The same for what is shown now.
    pub(super) fn shown(&self, path: &str) -> Vec<String> {
        self.pushed.get(&uri(path)).map(|pushed| listed(&pushed["diagnostics"])).unwrap_or_default()
    }

    /// Says good-bye.
    pub(super) fn leave(mut self) -> Ended {
        self.ask("shutdown", Value::Null).unwrap();
        self.end()
    }

    /// `exit`, or silence.
    pub(super) fn end(self) -> Ended {
        self.tell("exit", Value::Null);
        drop(self.connection);
        self.server.join().unwrap()
    }
}

/// `line:column code` of each.
pub(super) fn listed(diagnostics: &Value) -> Vec<String> {
    let place = |finding: &Value| {
        let start = &finding["range"]["start"];
        format!("{}:{} {}", start["line"], start["character"], finding["code"].as_str().unwrap())
    };
    diagnostics.as_array().unwrap().iter().map(place).collect()
}

pub(super) fn uri(path: &str) -> String {
    crate::uri::uri_of(Path::new(path)).unwrap().as_str().to_owned()
}

pub(super) fn at(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}

/// A place in a file, as questions name it.
pub(super) fn place(path: &str, line: u32, character: u32) -> Value {
    json!({ "textDocument": { "uri": uri(path) }, "position": at(line, character) })
}

/// What to ask about a whole file.
pub(super) fn document(path: &str) -> Value {
    json!({ "textDocument": { "uri": uri(path) } })
}
