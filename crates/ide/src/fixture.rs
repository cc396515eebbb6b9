//! Projects in one string, for tests: `//- path` begins a file, `$0` is where the cursor stands.

// A fixture that is wrong is a test that fails.
#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing)]

use jiff::civil::{Date, date};
use roadmap_db::{Analysis, Host, MemoryDisk, Start};
use roadmap_diag::{FileId, TextRange};

/// The day on which fixtures are read.
pub(crate) const TODAY: Date = date(2026, 1, 5);

/// A project with a cursor.
pub(crate) struct Fixture {
    pub(crate) analysis: Analysis,
    pub(crate) file: FileId,
    pub(crate) offset: u32,
    is_one_file: bool,
}

impl Fixture {
    /// Reads `text`. Without `//-` it is one file; one that has no `roadmap` gets a small one as another file.
    pub(crate) fn new(text: &str) -> Self {
        let mut files: Vec<(String, String)> = Vec::new();
        for line in text.split_inclusive('\n') {
            match line.strip_prefix("//- ") {
                Some(path) => files.push((path.trim().to_owned(), String::new())),
                None if files.is_empty() => files.push(("main.roadmap".to_owned(), line.to_owned())),
                None => files.last_mut().unwrap().1.push_str(line),
            }
        }
        let is_one_file = files.len() == 1;
        let mut cursor = None;
        for (path, text) in &mut files {
            if let Some(at) = text.find("$0") {
                text.replace_range(at..at + 2, "");
                cursor = Some((path.clone(), u32::try_from(at).unwrap()));
            }
        }
        let start = files[0].0.clone();
        let listed: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let disk = MemoryDisk::new(&listed);
        let config = disk.files.get("roadmap.toml").map(|bytes| ("roadmap.toml", bytes.clone()));
        let mut host = Host::new(config, TODAY);
        host.open(&disk, &Start::File(start)).unwrap();
        let analysis = host.analysis().unwrap();
        let (path, offset) = cursor.unwrap_or((files[0].0.clone(), 0));
        let file = analysis.files.iter().position(|file| file.path == path).unwrap();
        Self { analysis, file: FileId(u32::try_from(file).unwrap()), offset, is_one_file }
    }

    /// The text at `range` of the file with the cursor.
    pub(crate) fn slice(&self, range: TextRange) -> &str {
        &self.analysis.file(self.file).unwrap().text[range.as_range()]
    }

    /// The line at `range`, `⟦⟧` around the range; with its file before it where there are several.
    pub(crate) fn line_of(&self, file: FileId, range: TextRange) -> String {
        let file = self.analysis.file(file).unwrap();
        let (start, end) = (range.start as usize, range.end as usize);
        let line = file.text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = file.text[end..].find('\n').map_or(file.text.len(), |newline| end + newline);
        let line =
            format!("{}⟦{}⟧{}", &file.text[line..start], &file.text[start..end], &file.text[end..line_end]);
        if self.is_one_file { line.trim().to_owned() } else { format!("{}: {}", file.path, line.trim()) }
    }

    /// The text of a file with `edits` made.
    pub(crate) fn edited(&self, edits: &[(FileId, TextRange, String)]) -> String {
        let mut out = String::new();
        for (id, file) in (0..).map(FileId).zip(&self.analysis.files) {
            let mut own: Vec<_> = edits.iter().filter(|(file, _, _)| *file == id).collect();
            if own.is_empty() {
                continue;
            }
            own.sort_by_key(|(_, range, _)| std::cmp::Reverse(*range));
            let mut text = file.text.to_string();
            for (_, range, new) in own {
                text.replace_range(range.as_range(), new);
            }
            if !self.is_one_file {
                out.push_str(&format!("//- {}\n", file.path));
            }
            out.push_str(&text);
        }
        out
    }
}
