//! What the language server takes: a session of editing, keystroke by keystroke, against the real `roadmapc lsp`.
//!
//! Times are what an editor waits: from the message with a change to the message with its findings. A busy machine shows
//! in them, so that the median and the 95th percentile are given. Memory is what the operating system accounts to the
//! server; Linux alone tells it here.

use std::fs;
use std::io::{BufReader, BufWriter, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use lsp_server::{Message, Notification, Request, RequestId};
use roadmap_benches::{Keystroke, Work, project, session, today};
use serde_json::{Value, json};

/// Plans that are edited: activities, and files.
const PLANS: [(usize, usize); 3] = [(1_000, 1), (1_000, 10), (10_000, 100)];

/// Edits after which memory is looked at again.
const MANY: usize = 1_000;

/// A question is asked at every so many keystrokes.
const ASKED_EVERY: usize = 25;

/// Measures the server and prints the tables.
pub(super) fn run(roadmapc: &Path, folder: &Path) -> Result<(), String> {
    println!("\n| plan | | median | 95th percentile | most | times |");
    println!("| --- | --- | ---: | ---: | ---: | ---: |");
    let mut memory = Vec::new();
    for (activities, files) in PLANS {
        let measured = measure(roadmapc, folder, activities, files)?;
        let plan = format!("{activities} activities in {files} files").replace("in 1 files", "in one file");
        row(&plan, "start to first findings", vec![measured.start]);
        let all: Vec<Duration> = measured.edits.iter().map(|(_, time)| *time).collect();
        row(&plan, "edit to findings", all);
        for work in Work::ALL {
            let of_work = measured.edits.iter().filter(|(of, _)| *of == work).map(|(_, time)| *time);
            row(&plan, &format!("– {}", work.name()), of_work.collect());
        }
        row(&plan, "completion", measured.completions);
        row(&plan, "hover", measured.hovers);
        memory.push((plan, measured.memory));
    }
    println!("\n| plan | memory after the start | after a session | after {MANY} more edits | most |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    for (plan, memory) in memory {
        let cells: Vec<String> =
            memory.iter().map(|kilobytes| format!("{} MB", kilobytes.div_ceil(1_024))).collect();
        println!("| {plan} | {} |", cells.join(" | "));
    }
    Ok(())
}

/// Prints the median, the 95th percentile and the largest of `times`.
fn row(plan: &str, what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |percent: usize| {
        let time = times.get((times.len() * percent / 100).min(times.len().saturating_sub(1)));
        format!("{:.1} ms", time.copied().unwrap_or_default().as_secs_f64() * 1_000.0)
    };
    println!("| {plan} | {what} | {} | {} | {} | {} |", at(50), at(95), at(100), times.len());
}

struct Measured {
    start: Duration,
    edits: Vec<(Work, Duration)>,
    completions: Vec<Duration>,
    hovers: Vec<Duration>,
    /// In kilobytes: after the start, after the session, after many more edits, and the most.
    memory: [u64; 4],
}

fn measure(roadmapc: &Path, folder: &Path, activities: usize, files: usize) -> Result<Measured, String> {
    let parts = project(activities, files);
    let root = folder.join(format!("editor-{activities}-{files}"));
    fs::create_dir_all(root.join("phases")).map_err(|error| format!("{}: {error}", root.display()))?;
    for (path, text) in &parts {
        super::write(&root.join(path), text.as_bytes())?;
    }
    let keys = session(&parts);
    let begin = Instant::now();
    let mut editor = Editor::start(roadmapc, &root, &today(activities).to_string())?;
    for (file, (path, text)) in parts.iter().enumerate() {
        if keys.iter().any(|key| key.file == file) {
            editor.open(file, path, text)?;
        }
    }
    let start = begin.elapsed();
    let mut measured =
        Measured { start, edits: Vec::new(), completions: Vec::new(), hovers: Vec::new(), memory: [0; 4] };
    let [after_start, after_session, after_more, most] = &mut measured.memory;
    *after_start = editor.memory("VmRSS:");
    for (count, key) in keys.iter().enumerate() {
        measured.edits.push((key.work, editor.press(key)?));
        if count % ASKED_EVERY == 0 {
            measured.completions.push(editor.ask("textDocument/completion", key)?);
            measured.hovers.push(editor.ask("textDocument/hover", key)?);
        }
    }
    *after_session = editor.memory("VmRSS:");
    // The same letter comes and goes: whatever grows is not the plan.
    let letter = keys.first().ok_or("nothing is typed")?;
    for count in 0..MANY {
        let (gone, new) = if count % 2 == 0 { (0, "x") } else { (1, "") };
        editor.press(&Keystroke { gone, new: new.to_owned(), at: 2, ..letter.clone() })?;
    }
    *after_more = editor.memory("VmRSS:");
    *most = editor.memory("VmHWM:");
    editor.stop()?;
    Ok(measured)
}

/// A server, and the texts that are open in it.
struct Editor {
    server: Child,
    input: BufWriter<ChildStdin>,
    output: BufReader<ChildStdout>,
    root: String,
    /// By number of the file: address, text and version.
    open: Vec<Option<(String, String, i32)>>,
    asked: i32,
}

impl Editor {
    fn start(roadmapc: &Path, root: &Path, day: &str) -> Result<Self, String> {
        let mut server = Command::new(roadmapc)
            .args(["lsp", "--as-of", day])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("{}: {error}", roadmapc.display()))?;
        let input = server.stdin.take().ok_or("the server has no input")?;
        let output = server.stdout.take().ok_or("the server has no output")?;
        let root = format!("file://{}", root.display());
        let mut editor = Self {
            server,
            input: BufWriter::new(input),
            output: BufReader::new(output),
            root: root.clone(),
            open: Vec::new(),
            asked: 0,
        };
        let params = json!({
            "processId": null,
            "rootUri": root,
            "capabilities": { "general": { "positionEncodings": ["utf-8"] } },
            "workspaceFolders": [{ "uri": root, "name": "plan" }],
        });
        editor.request("initialize", params)?;
        editor.tell("initialized", json!({}))?;
        Ok(editor)
    }

    fn open(&mut self, file: usize, path: &str, text: &str) -> Result<(), String> {
        let uri = format!("{}/{path}", self.root);
        let document = json!({ "uri": uri, "languageId": "roadmap", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }))?;
        self.open.resize(self.open.len().max(file + 1), None);
        if let Some(place) = self.open.get_mut(file) {
            *place = Some((uri.clone(), text.to_owned(), 1));
        }
        self.findings(&uri, 1)
    }

    /// Makes a change and waits for its findings.
    fn press(&mut self, key: &Keystroke) -> Result<Duration, String> {
        let Some(Some((uri, text, version))) = self.open.get_mut(key.file) else {
            return Err("a file is not open".to_owned());
        };
        *version += 1;
        let (start, end) = (position(text, key.at), position(text, key.at + key.gone));
        text.replace_range(key.at..key.at + key.gone, &key.new);
        let (uri, version) = (uri.clone(), *version);
        let change = json!({ "range": { "start": start, "end": end }, "text": key.new });
        let params =
            json!({ "textDocument": { "uri": uri, "version": version }, "contentChanges": [change] });
        let begin = Instant::now();
        self.tell("textDocument/didChange", params)?;
        self.findings(&uri, version)?;
        Ok(begin.elapsed())
    }

    /// Asks something about the place of a keystroke.
    fn ask(&mut self, method: &str, key: &Keystroke) -> Result<Duration, String> {
        let Some(Some((uri, text, _))) = self.open.get(key.file) else {
            return Err("a file is not open".to_owned());
        };
        let place = position(text, key.at + key.new.len());
        let params = json!({ "textDocument": { "uri": uri }, "position": place });
        let begin = Instant::now();
        self.request(method, params)?;
        Ok(begin.elapsed())
    }

    fn stop(mut self) -> Result<(), String> {
        self.request("shutdown", Value::Null)?;
        self.tell("exit", Value::Null)?;
        let status = self.server.wait().map_err(|error| error.to_string())?;
        if status.success() { Ok(()) } else { Err(format!("the server ended with {status}")) }
    }

    /// A line of what the system tells about the process, in kilobytes; 0 where it tells nothing.
    fn memory(&self, line: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.server.id())).unwrap_or_default();
        let found = status.lines().find_map(|found| found.strip_prefix(line));
        found.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
    }

    fn tell(&mut self, method: &str, params: Value) -> Result<(), String> {
        self.send(Message::Notification(Notification { method: method.to_owned(), params }))
    }

    fn request(&mut self, method: &str, params: Value) -> Result<(), String> {
        self.asked += 1;
        let id = RequestId::from(self.asked);
        self.send(Message::Request(Request { id: id.clone(), method: method.to_owned(), params }))?;
        loop {
            if let Message::Response(response) = self.hear()?
                && response.id == id
            {
                return response
                    .response_result
                    .map(drop)
                    .map_err(|error| format!("{method}: {}", error.message));
            }
        }
    }

    /// Waits for the findings of a text in a version.
    fn findings(&mut self, uri: &str, version: i32) -> Result<(), String> {
        loop {
            if let Message::Notification(told) = self.hear()?
                && told.method == "textDocument/publishDiagnostics"
                && told.params.get("uri").and_then(Value::as_str) == Some(uri)
                && told.params.get("version").and_then(Value::as_i64) == Some(i64::from(version))
            {
                return Ok(());
            }
        }
    }

    fn send(&mut self, message: Message) -> Result<(), String> {
        message.write(&mut self.input).and_then(|()| self.input.flush()).map_err(|error| error.to_string())
    }

    fn hear(&mut self) -> Result<Message, String> {
        match Message::read(&mut self.output) {
            Ok(Some(message)) => Ok(message),
            Ok(None) => Err("the server has gone".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        // One that has stopped is not there any more.
        let _ = self.server.kill();
    }
}

/// Line and byte in the line of a byte of the text.
fn position(text: &str, at: usize) -> Value {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count();
    let column = before.len() - before.rfind('\n').map_or(0, |newline| newline + 1);
    json!({ "line": line, "character": column })
}
