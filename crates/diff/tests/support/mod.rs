//! Plans of several files, their reports, and edits that come back with their seed.

use std::collections::BTreeMap;
use std::path::Path;

use roadmap_api::{Place, Report};
use roadmap_db::{Analysis, Host, MemoryDisk, Start};
use roadmap_diag::{Locale, Span};
use roadmap_report::project::{Places, Source, report};
use roadmap_sema::track::track;

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 5, 18);

/// A plan in memory.
#[derive(Clone)]
pub(crate) struct Plan {
    files: BTreeMap<String, String>,
    /// What was edited last.
    pub(crate) last: String,
}

/// The examples of the repository.
pub(crate) fn examples() -> Vec<Plan> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples"));
    let plan = |name: &str| {
        let mut files = BTreeMap::new();
        read(&folder.join(name), &folder.join(name), &mut files);
        assert!(!files.is_empty(), "{name}");
        Plan { files, last: String::new() }
    };
    ["first", "first-vi", "saas-vi"].map(plan).into()
}

fn read(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "roadmap") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}

impl Plan {
    /// A plan of one file.
    pub(crate) fn of(text: &str) -> Self {
        Self { files: BTreeMap::from([("main.roadmap".to_owned(), text.to_owned())]), last: String::new() }
    }

    /// Its report.
    pub(crate) fn report(&self) -> Report {
        let files: Vec<(&str, &str)> = self.files.iter().map(|(path, text)| (&**path, &**text)).collect();
        let mut host = Host::new(None, TODAY);
        let entry =
            self.files.iter().find(|(_, text)| text.contains("\nroadmap ") || text.starts_with("roadmap "));
        let start = match entry {
            Some((entry, _)) => Start::File(entry.clone()),
            None => Start::File(self.files.keys().next().unwrap().clone()),
        };
        host.open(&MemoryDisk::new(&files), &start).unwrap();
        let analysis = host.analysis().unwrap();
        report(&Source {
            model: &analysis.model,
            tracking: &track(&analysis.model),
            findings: &analysis.diagnostics,
            places: &Files(&analysis),
            locale: Locale::En,
            generator: "0.0.0",
        })
    }

    /// Takes a line away, writes it twice, or changes a word in it.
    pub(crate) fn edit(&mut self, random: &mut Random) {
        let names: Vec<String> = self.files.keys().cloned().collect();
        let name = &names[random.below(names.len())];
        let mut lines: Vec<String> = self.files[name].lines().map(str::to_owned).collect();
        let at = random.below(lines.len());
        let line = lines[at].clone();
        match random.below(4) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, line.clone()),
            2 => lines[at] = line.replace("2026-0", "2026-1").replace("owner    ", "owner x"),
            _ => lines[at] = line.replacen(|c: char| c.is_ascii_digit(), "7", 1),
        }
        self.last = format!("{}\n{name}:{}: {line}", self.last, at + 1);
        self.files.insert(name.clone(), lines.join("\n") + "\n");
    }
}

/// Numbers that come back with their seed.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        // xorshift64: good enough to choose a line.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap()).unwrap()
    }
}

struct Files<'a>(&'a Analysis);

impl Places for Files<'_> {
    fn place(&self, span: Span) -> Option<Place> {
        let file = self.0.file(span.file)?;
        let at = file.line_column(self.0.resolve(span).start);
        Some(Place { file: file.path.clone(), line: at.line, column: at.column })
    }

    fn text(&self, span: Span) -> &str {
        let range = self.0.resolve(span).as_range();
        self.0.file(span.file).and_then(|file| file.text.get(range)).unwrap_or_default()
    }
}
