//! What git knows of a plan's past, for the rules that look back.
//!
//! It is read for every check, so it has to be cheap: two short runs of git, and only while the plan's period runs. What
//! is read is bounded by [`COMMITS`] and [`BYTES`], the newest first; a version whose lines with KPIs are those of
//! another is not read again. Whatever is in the way (no git, no repository, nothing committed), there is no past then.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use roadmap_db::{File, Host};
use roadmap_diag::Code;
use roadmap_sema::history::{History, ItemKpis, kpi_lines, kpis_of, kpis_of_text};
use roadmap_sema::settings::{Level, Limits, Settings};

use crate::git::{self, BlobId, Content, Contents, Edit, Log};

/// How many commits are looked at, at most.
const COMMITS: usize = 100;

/// How many bytes of earlier versions are read, at most.
const BYTES: u64 = 2 << 20;

/// The rules that look back.
const RULES: [&str; 2] = ["kpi/churn", "review/roadmap-stale"];

/// The past of the project that `host` has open and that lies in `folder`, up to `today`.
pub(crate) fn read(folder: &Path, host: &Host, today: Date) -> Option<History> {
    let period = host.model()?.plan.period?.value;
    let settings = host.settings()?;
    let is_due = period.contains(today) && has_a_past(period.start, today, &settings.limits);
    if !is_due || !is_asked(&settings) || !git::may_know(folder) {
        return None;
    }
    let files = host.files();
    let paths: Vec<&str> = files.iter().map(|file| &*file.path).collect();
    let wanted = Log { files: &paths, since: Some(period.start), until: Some(today), most: COMMITS };
    let edits = git::edits(folder, &wanted).ok()?;
    if edits.is_empty() {
        // Nothing since the plan's first day: it has a past only if it was there before.
        git::edits(folder, &Log { since: None, most: 1, ..wanted }).ok()?.first()?;
    }
    let mut newest = Newest::read(folder, &files)?;
    let mut past = Past {
        versions: Versions { files: &files, by_blob: HashMap::new(), by_lines: HashMap::new() },
        left: BYTES,
    };
    let noted = past.versions_of(&edits, &mut newest.contents, period.start);
    let last_edit = if newest.is_edited { Some(today) } else { edits.first().map(|edit| edit.commit.date) };
    let mut history = History::new(last_edit);
    for (day, version) in noted.iter().rev() {
        history.note(*day, version);
    }
    if newest.is_edited {
        for file in &files {
            history.note(today, &kpis_of(&file.statements));
        }
    }
    Some(history)
}

/// Whether enough days have passed for anything to be said: a KPI counts one change a day.
fn has_a_past(start: Date, today: Date, limits: &Limits) -> bool {
    let days = start.until(today).map_or(0, |span| span.get_days());
    days > i32::try_from(limits.kpi_changes.min(limits.stale_days)).unwrap_or(i32::MAX)
}

/// Whether any rule that looks back is on.
fn is_asked(settings: &Settings) -> bool {
    RULES.iter().any(|rule| settings.level(&Code::new(rule), "") != Some(Level::Off))
}

/// The newest commit against the files as they are.
struct Newest {
    contents: Contents,
    is_edited: bool,
}

impl Newest {
    /// Nothing where no file of the project is in the newest commit.
    fn read(folder: &Path, files: &[File]) -> Option<Self> {
        let mut contents = Contents::open(folder).ok()?;
        let (mut is_known, mut is_edited) = (false, false);
        for file in files {
            // With other line ends a text may be longer, and is still the same.
            let most = 2 * file.text.len() as u64 + 1;
            match contents.read_newest(&file.path, most).ok()? {
                Content::Bytes(bytes) => {
                    is_known = true;
                    is_edited |= !is_same(&bytes, &file.text);
                }
                Content::TooLong => {
                    (is_known, is_edited) = (true, true);
                    contents = Contents::open(folder).ok()?;
                }
                Content::Missing => is_edited = true,
            }
        }
        is_known.then_some(Self { contents, is_edited })
    }
}

/// Whether two versions differ in nothing but their line ends.
fn is_same(bytes: &[u8], text: &str) -> bool {
    bytes == text.as_bytes()
        || bytes
            .split(|byte| *byte == b'\n')
            .map(trim_return)
            .eq(text.split('\n').map(|line| trim_return(line.as_bytes())))
}

fn trim_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// Reads earlier versions, as long as there are bytes left.
struct Past<'a> {
    versions: Versions<'a>,
    left: u64,
}

impl Past<'_> {
    /// What each edit left behind, the newest first, and what was there before the first of them.
    fn versions_of(
        &mut self,
        edits: &[Edit],
        contents: &mut Contents,
        first_day: Date,
    ) -> Vec<(Date, Arc<Vec<ItemKpis>>)> {
        let mut found = Vec::new();
        let mut before: HashMap<&str, &BlobId> = HashMap::new();
        for edit in edits {
            for changed in &edit.changed {
                let Some(blob) = &changed.blob else { continue };
                let Some(kpis) = self.kpis(blob, &changed.path, contents) else { return found };
                found.push((edit.commit.date, kpis));
                match &changed.before {
                    Some(blob) => before.insert(&changed.path, blob),
                    None => before.remove(changed.path.as_str()),
                };
            }
        }
        if let Ok(eve) = first_day.yesterday() {
            let mut before: Vec<_> = before.into_iter().collect();
            before.sort_unstable();
            for (path, blob) in before {
                let Some(kpis) = self.kpis(blob, path, contents) else { break };
                found.push((eve, kpis));
            }
        }
        found
    }

    /// The KPIs of a version; none where it cannot be read, or is too long for what is left.
    fn kpis(&mut self, blob: &BlobId, path: &str, contents: &mut Contents) -> Option<Arc<Vec<ItemKpis>>> {
        if let Some(known) = self.versions.by_blob.get(blob) {
            return Some(known.clone());
        }
        let Ok(Content::Bytes(bytes)) = contents.read(blob, self.left) else { return None };
        self.left = self.left.saturating_sub(bytes.len() as u64);
        let kpis = self.versions.kpis(&String::from_utf8_lossy(&bytes), path);
        self.versions.by_blob.insert(blob.clone(), kpis.clone());
        Some(kpis)
    }
}

/// Versions that have been read.
struct Versions<'a> {
    files: &'a [File],
    by_blob: HashMap<BlobId, Arc<Vec<ItemKpis>>>,
    /// By the file, and its lines that hold KPIs: the same lines elsewhere may belong to other items.
    by_lines: HashMap<String, HashMap<String, Arc<Vec<ItemKpis>>>>,
}

impl Versions<'_> {
    fn kpis(&mut self, text: &str, path: &str) -> Arc<Vec<ItemKpis>> {
        let known = self.by_lines.entry(path.to_owned()).or_insert_with(|| {
            // The file as it is has been read already.
            let file = self.files.iter().filter(|file| file.path == path);
            file.map(|file| (kpi_lines(&file.text), Arc::new(kpis_of(&file.statements)))).collect()
        });
        known.entry(kpi_lines(text)).or_insert_with(|| Arc::new(kpis_of_text(text))).clone()
    }
}
