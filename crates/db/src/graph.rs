//! Which files a project has: the entry, and what it and they include.

use roadmap_diag::{Arg, Code, Diagnostic, Edit, FileId, Fix, ItemIndex, Message, Severity, Span, TextRange};
use roadmap_sema::build::Include;
use roadmap_syntax::SyntaxError;

use crate::database::{Db, Project, SourceFile};
use crate::disk::ReadError;
use crate::path::{self, Resolved};
use crate::query;

/// The files of a project.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Graph {
    /// The entry first, each other file where it is first included. A [`FileId`] is an index into this.
    pub(crate) files: Vec<SourceFile>,
    /// What is wrong with includes.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Files and patterns that nobody has looked up yet.
    pub(crate) wanted: Vec<Wanted>,
}

/// Something to look up on the disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Wanted {
    File(String),
    Glob(String),
}

/// A file whose includes are being followed.
struct Open {
    file: SourceFile,
    id: FileId,
    next: usize,
    /// Targets of the include before `next` that are still to be opened, last one first.
    targets: Vec<SourceFile>,
}

/// Follows the includes from the entry, each file once, without recursion: a chain of includes may be long.
pub(crate) fn build(db: &dyn Db, project: Project) -> Graph {
    let mut graph = Graph::default();
    let mut open = Vec::new();
    let entry = project.entry(db);
    graph.enter(entry, &mut open);
    if let Some(byte) = entry.text(db).bad_byte {
        let message = Message::new("file-not-utf8").with("offset", i64::from(byte));
        let span = Span::in_file(FileId(0), TextRange::new(byte, byte + 1));
        let finding = Diagnostic::new(Code::new("syntax/not-utf8"), Severity::Error, span, message);
        graph.diagnostics.push(finding.help(Message::new("file-not-utf8.help")));
    }
    while let Some(top) = open.last_mut() {
        if let Some(target) = top.targets.pop() {
            if !graph.files.contains(&target) {
                graph.enter(target, &mut open);
            }
            continue;
        }
        let Some(include) = query::includes(db, top.file, project).get(top.next) else {
            open.pop();
            continue;
        };
        top.next += 1;
        let mut targets = graph.targets(db, project, include, &open);
        targets.reverse();
        if let Some(top) = open.last_mut() {
            top.targets = targets;
        }
    }
    graph
}

impl Graph {
    fn enter(&mut self, file: SourceFile, open: &mut Vec<Open>) {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(file);
        open.push(Open { file, id, next: 0, targets: Vec::new() });
    }

    /// The files that an include leads to, in order.
    fn targets(
        &mut self,
        db: &dyn Db,
        project: Project,
        include: &Include,
        open: &[Open],
    ) -> Vec<SourceFile> {
        let Some(top) = open.last() else { return Vec::new() };
        let span = Span { file: top.id, item: include.item, range: include.range };
        if include.path.trim().is_empty() {
            self.report("name/include-not-found", span, Message::new("include-empty"));
            return Vec::new();
        }
        match path::resolve(top.file.path(db), &include.path) {
            Resolved::Outside => {
                self.report("name/include-outside", span, path_message("include-outside", &include.path))
            }
            Resolved::Glob(pattern) => match project.globs(db).get(&pattern) {
                None => self.wanted.push(Wanted::Glob(pattern)),
                Some(paths) if paths.is_empty() => {
                    self.report(
                        "name/include-not-found",
                        span,
                        path_message("include-no-match", &include.path),
                    );
                }
                Some(paths) => {
                    let found = paths.iter().filter_map(|path| self.target(db, project, path, span));
                    let found: Vec<_> = found.collect();
                    // A pattern that also matches the file it stands in means the others.
                    return found
                        .into_iter()
                        .filter(|file| open.iter().all(|open| open.file != *file))
                        .collect();
                }
            },
            Resolved::File(path) => {
                let Some(file) = self.target(db, project, &path, span) else { return Vec::new() };
                match open.iter().position(|open| open.file == file) {
                    None => return vec![file],
                    Some(from) => {
                        let circle = open.iter().skip(from).map(|open| open.file.path(db));
                        let chain: Vec<&str> = circle.chain([&*path]).collect();
                        let message = Message::new("name-cycle-include").with("chain", chain.join(" → "));
                        self.report("name/cycle", span, message);
                    }
                }
            }
        }
        Vec::new()
    }

    fn target(&mut self, db: &dyn Db, project: Project, path: &str, span: Span) -> Option<SourceFile> {
        match project.files(db).get(path) {
            None => self.wanted.push(Wanted::File(path.to_owned())),
            Some(Ok(file)) => {
                let bad_byte = file.text(db).bad_byte.filter(|_| !self.files.contains(file));
                if let Some(byte) = bad_byte {
                    let message = path_message("include-not-utf8", path).with("offset", i64::from(byte));
                    self.report("syntax/not-utf8", span, message);
                }
                return Some(*file);
            }
            Some(Err(ReadError::NotFound)) => {
                self.report("name/include-not-found", span, path_message("include-not-found", path));
            }
            Some(Err(ReadError::Outside)) => {
                self.report("name/include-outside", span, path_message("include-outside", path));
            }
            Some(Err(ReadError::Other(reason))) => {
                let message = path_message("include-unreadable", path).with("reason", reason.as_str());
                self.report("name/include-unreadable", span, message);
            }
        }
        None
    }

    fn report(&mut self, code: &'static str, span: Span, message: Message) {
        let help = match message.id {
            "include-outside" => "include-outside.help",
            "include-empty" => "include-empty.help",
            "include-no-match" => "include-no-match.help",
            "include-not-found" => "include-not-found.help",
            "include-not-utf8" => "include-not-utf8.help",
            "include-unreadable" => "include-unreadable.help",
            _ => "name-cycle-include.help",
        };
        let help = Message::new(help).with_all(&message.args);
        self.diagnostics.push(Diagnostic::new(Code::new(code), Severity::Error, span, message).help(help));
    }
}

fn path_message(id: &'static str, path: &str) -> Message {
    Message::new(id).with("path", Arg::from(path))
}

/// A syntax error at its place in the project.
pub(crate) fn syntax_diagnostic(file: FileId, item: ItemIndex, error: &SyntaxError) -> Diagnostic {
    let span = |range: TextRange| Span { file, item, range };
    let mut diagnostic =
        Diagnostic::new(error.code.clone(), Severity::Error, span(error.range), error.message.clone());
    diagnostic.label.clone_from(&error.label);
    diagnostic.help.clone_from(&error.help);
    for (range, message) in &error.related {
        diagnostic = diagnostic.related(span(*range), message.clone());
    }
    for fix in &error.fixes {
        let edits = fix.edits.iter().map(|(range, text)| Edit { span: span(*range), text: text.clone() });
        diagnostic = diagnostic.fix(Fix { title: fix.title.clone(), safe: fix.safe, edits: edits.collect() });
    }
    diagnostic
}
