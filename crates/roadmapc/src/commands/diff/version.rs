//! A version of a plan: on the disk, or in the past of a git repository.

use std::path::{Path, PathBuf};

use roadmap_db::{Analysis, Disk, Host, ReadError, SETTINGS, Start};
use roadmap_diag::{Locale, Message, format_date};

use crate::arguments::Global;
use crate::environment::Environment;
use crate::error::CommandError;
use crate::git::{Commit, GitError, Repository};
use crate::project::Loaded;

/// What one side of a comparison asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Asked {
    /// A file or folder; without one, the project around this folder.
    Path(Option<String>),
    /// A revision, and where the plan lies in it.
    Revision(String, Option<String>),
}

/// A version that has been read.
#[derive(Debug)]
pub(super) struct Version {
    /// What it is called; empty for the plan as it is here now.
    pub(super) name: String,
    pub(super) analysis: Analysis,
    /// Where the same plan lies on the disk, where a revision was named with its path.
    pub(super) now: Option<String>,
}

impl Asked {
    /// What `written` asks for: what is on the disk is meant before what git may call so.
    pub(super) fn of(written: &str) -> Self {
        if Path::new(written).exists() {
            return Self::Path(Some(written.to_owned()));
        }
        match written.split_once(':') {
            Some((revision, path)) if !revision.is_empty() => {
                Self::Revision(revision.to_owned(), Some(path.to_owned()))
            }
            _ if looks_like_a_path(written) => Self::Path(Some(written.to_owned())),
            _ => Self::Revision(written.to_owned(), None),
        }
    }

    /// The path on the disk that it names.
    pub(super) fn path(&self) -> Option<&str> {
        match self {
            Self::Path(path) => path.as_deref(),
            Self::Revision(..) => None,
        }
    }

    /// Reads it. A revision without a path is one of the plan at `other`, else of the one here.
    pub(super) fn open(
        &self,
        other: Option<&str>,
        global: &Global,
        environment: &mut Environment,
    ) -> Result<Version, CommandError> {
        match self {
            Self::Path(path) => {
                let loaded = Loaded::open(path.as_deref().map(Path::new), global, environment)?;
                let name = path.clone().unwrap_or_default();
                Ok(Version { name, analysis: loaded.analysis()?, now: None })
            }
            Self::Revision(revision, path) => past(revision, path.as_deref(), other, global, environment),
        }
    }
}

/// Whether nobody would call a commit so.
fn looks_like_a_path(written: &str) -> bool {
    written.ends_with(".roadmap") || written.starts_with("./") || written.starts_with("../")
}

/// The plan as it was at `revision`.
fn past(
    revision: &str,
    path: Option<&str>,
    other: Option<&str>,
    global: &Global,
    environment: &mut Environment,
) -> Result<Version, CommandError> {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    let here = here.map_err(|error| CommandError::read(".", &error))?;
    let beside = match other.map(|other| Path::new(other).canonicalize()) {
        Some(Ok(other)) => other,
        _ => here.clone(),
    };
    let folder =
        if beside.is_dir() { beside.clone() } else { beside.parent().unwrap_or(&here).to_path_buf() };
    let failed = |error: GitError| match error {
        // Neither on the disk nor known to git: it may have been meant as either.
        GitError::Unknown { .. } | GitError::NotARepository if path.is_none() => {
            let cause = Message::new("diff-neither").with("name", revision);
            CommandError(cause.with("reason", error.message(&folder.display().to_string())))
        }
        error => CommandError(error.message(&folder.display().to_string())),
    };
    let repository = Repository::of(&folder).map_err(failed)?;
    let commit = repository.resolve(revision).map_err(failed)?;
    let top = repository.top().to_path_buf();
    // From the repository's first folder, as git counts, unless it says that it counts from here.
    let wanted: PathBuf = match path {
        Some(path) if path.starts_with("./") || path.starts_with("../") => here.join(path),
        Some(path) => top.join(path),
        None => beside,
    };
    let inside = relative(&top, &wanted);
    let whole = Repository::of(&top).and_then(|top| top.at(&commit)).map_err(failed)?;
    let is_named = path.is_some() || other.is_some();
    let missing = || {
        let path = format!("{revision}:{inside}");
        CommandError(Message::new("open-not-found").with("path", path))
    };
    let place = Place::find(&whole, &inside, is_named).ok_or_else(missing)?;
    let config = match &global.config {
        Some(file) => {
            let bytes = std::fs::read(file)
                .map_err(|error| CommandError::read(&file.display().to_string(), &error))?;
            Some((SETTINGS.to_owned(), bytes))
        }
        None => place.settings(&whole),
    };
    let mut host =
        Host::new(config.as_ref().map(|(name, bytes)| (&**name, bytes.clone())), environment.today);
    environment.prefer(host.config().locale);
    let below = Below { whole: &whole, root: &place.root };
    let prefix = format!("{revision}:{}", place.root);
    host.open(&below, &place.start).map_err(|error| CommandError(error.message(&prefix)))?;
    let analysis = host.analysis().ok_or_else(missing)?;
    let now = path.map(|_| wanted.display().to_string());
    Ok(Version { name: called(revision, path, &commit, environment.locale), analysis, now })
}

/// `HEAD~3 (1a2b3c4d5e, 4 May 2026)`.
fn called(revision: &str, path: Option<&str>, commit: &Commit, locale: Locale) -> String {
    let path = path.map_or_else(String::new, |path| format!(":{path}"));
    format!("{revision}{path} ({}, {})", commit.short(), format_date(commit.date, locale))
}

/// The path that leads from `top` to `path`, with `/`, and `..` worked out: it may not exist now.
fn relative(top: &Path, path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    let inside = path.strip_prefix(top).unwrap_or(path);
    for part in inside.components() {
        match part {
            std::path::Component::ParentDir => {
                parts.pop();
            }
            std::path::Component::Normal(part) => parts.push(part.to_string_lossy().into_owned()),
            _ => {}
        }
    }
    parts.join("/")
}

/// Where a plan lay in a repository.
struct Place {
    /// The project's folder, with a `/` at its end; empty for the repository's first.
    root: String,
    start: Start,
}

impl Place {
    /// The place of what `path` was; none where nothing was there. A path that nobody named means the project around it.
    fn find(disk: &dyn Disk, path: &str, is_named: bool) -> Option<Self> {
        let path = path.strip_suffix(SETTINGS).map_or(path, |folder| folder.trim_end_matches('/'));
        let is_file = disk.read(path).is_ok();
        let folder = if is_file { path.rsplit_once('/').map_or("", |(folder, _)| folder) } else { path };
        let is_root = |folder: &&str| disk.read(&join(folder, SETTINGS)).is_ok();
        let root = above(folder).find(is_root).unwrap_or(folder);
        let inside = path.strip_prefix(root).unwrap_or(path).trim_start_matches('/').to_owned();
        let start = match (is_file, is_named) {
            (true, _) => Start::File(inside),
            (false, true) => Start::Folder(inside),
            (false, false) => Start::Folder(String::new()),
        };
        let holds = is_file || !disk.glob(&join(&globset::escape(root), "**/*.roadmap")).is_empty();
        holds.then(|| Self { root: if root.is_empty() { String::new() } else { format!("{root}/") }, start })
    }

    fn settings(&self, disk: &dyn Disk) -> Option<(String, Vec<u8>)> {
        let bytes = disk.read(&format!("{}{SETTINGS}", self.root)).ok()?;
        Some((SETTINGS.to_owned(), bytes))
    }
}

/// A folder and those above it, up to the first.
fn above(folder: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(folder), |folder| match folder.rsplit_once('/') {
        Some((up, _)) => Some(up),
        None => (!folder.is_empty()).then_some(""),
    })
}

fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// A folder of a disk as a disk of its own.
struct Below<'a> {
    whole: &'a dyn Disk,
    /// With a `/` at its end, or empty.
    root: &'a str,
}

impl Disk for Below<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        self.whole.read(&format!("{}{path}", self.root))
    }

    fn glob(&self, pattern: &str) -> Vec<String> {
        let found = self.whole.glob(&format!("{}{pattern}", globset::escape(self.root)));
        found.iter().filter_map(|path| path.strip_prefix(self.root)).map(str::to_owned).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roadmap_db::MemoryDisk;

    #[test]
    fn a_place_in_the_past_is_found_as_one_on_the_disk_is() {
        let disk = MemoryDisk::new(&[
            ("roadmap.toml", ""),
            ("main.roadmap", ""),
            ("plans/a/roadmap.toml", ""),
            ("plans/a/parts/x.roadmap", ""),
            ("other/readme.md", ""),
        ]);
        let find =
            |path: &str, is_named| Place::find(&disk, path, is_named).map(|place| (place.root, place.start));
        let folder = |root: &str, inside: &str| Some((root.to_owned(), Start::Folder(inside.to_owned())));
        let file = |root: &str, inside: &str| Some((root.to_owned(), Start::File(inside.to_owned())));
        assert_eq!(find("", false), folder("", ""));
        assert_eq!(find("main.roadmap", true), file("", "main.roadmap"));
        assert_eq!(find("plans/a/parts", false), folder("plans/a/", ""));
        assert_eq!(find("plans/a/parts", true), folder("plans/a/", "parts"));
        assert_eq!(find("plans/a/parts/x.roadmap", true), file("plans/a/", "parts/x.roadmap"));
        assert_eq!(find("plans/a/roadmap.toml", true), folder("plans/a/", ""));
        assert_eq!(Place::find(&MemoryDisk::new(&[("a.md", "")]), "", true).map(|place| place.root), None);
    }

    #[test]
    fn what_is_no_path_is_a_revision() {
        assert_eq!(Asked::of("HEAD~3"), Asked::Revision("HEAD~3".to_owned(), None));
        assert_eq!(Asked::of("v1:plans/a"), Asked::Revision("v1".to_owned(), Some("plans/a".to_owned())));
        assert_eq!(Asked::of("gone.roadmap"), Asked::Path(Some("gone.roadmap".to_owned())));
        assert_eq!(Asked::of("src"), Asked::Path(Some("src".to_owned())));
    }

    #[test]
    fn paths_count_from_the_first_folder() {
        assert_eq!(relative(Path::new("/a"), Path::new("/a/b/../c/x")), "c/x");
        assert_eq!(relative(Path::new("/a"), Path::new("/a")), "");
    }
}
