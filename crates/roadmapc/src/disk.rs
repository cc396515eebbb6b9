//! The files of a project's folder on the disk.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use globset::GlobBuilder;
use roadmap_db::{Disk, ReadError};
use unicode_normalization::UnicodeNormalization;

/// A project's folder.
#[derive(Debug)]
pub(crate) struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The folder `root`, which is an absolute path without links in it.
    pub(crate) fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// Where it lies.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where a file of the project lies.
    pub(crate) fn locate(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn walk(&self, folder: &Path, found: &mut Vec<String>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            // Links are not followed: a folder that contains itself would never end.
            let Ok(kind) = entry.file_type() else { continue };
            if name.to_string_lossy().starts_with('.') {
                continue;
            }
            if kind.is_dir() {
                self.walk(&entry.path(), found);
            } else if let Ok(path) = entry.path().strip_prefix(&self.root) {
                let parts: Vec<_> =
                    path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
                found.push(parts.join("/"));
            }
        }
    }
}

/// Where the file or folder `path` really lies, links followed. A name counts as its own where its accents are stored in
/// another form: `ở` that a Mac took apart is what somebody types in one piece.
///
/// # Errors
/// Where there is none.
pub(crate) fn found(path: &Path) -> std::io::Result<PathBuf> {
    match path.canonicalize() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return Err(error) };
            let name = name.to_string_lossy();
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            let same = |other: &Path| {
                other.file_name().is_some_and(|other| other.to_string_lossy().nfc().eq(name.nfc()))
            };
            let entries = fs::read_dir(found(folder)?)?;
            let twin = entries.flatten().map(|entry| entry.path()).find(|path| same(path));
            twin.ok_or(error)?.canonicalize()
        }
        other => other,
    }
}

impl Disk for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        let reason = |error: std::io::Error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => ReadError::NotFound,
            _ => ReadError::Other(error.to_string()),
        };
        let real = found(&self.locate(path)).map_err(reason)?;
        if !real.starts_with(&self.root) {
            return Err(ReadError::Outside);
        }
        if !real.metadata().map_err(reason)?.is_file() {
            return Err(ReadError::Other("not a file".to_owned()));
        }
        fs::read(real).map_err(reason)
    }

    fn glob(&self, pattern: &str) -> Vec<String> {
        let Ok(glob) = GlobBuilder::new(pattern).literal_separator(true).build() else { return Vec::new() };
        let matcher = glob.compile_matcher();
        // Only the folder that stands before the first sign of a pattern is looked at.
        let plain = pattern.split(['*', '?', '[', '{', '\\']).next().unwrap_or_default();
        let folder = plain.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut found = Vec::new();
        if pattern.get(folder.len()..).is_some_and(|rest| rest.trim_start_matches('/').contains('/')) {
            self.walk(&self.locate(folder), &mut found);
        } else {
            self.list(&self.locate(folder), &mut found);
        }
        found.retain(|path| matcher.is_match(path));
        found.sort();
        found
    }
}

impl Folder {
    /// The files directly in a folder.
    fn list(&self, folder: &Path, found: &mut Vec<String>) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            if let Ok(path) = entry.path().strip_prefix(&self.root) {
                let parts: Vec<_> =
                    path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
                found.push(parts.join("/"));
            }
        }
    }
}
