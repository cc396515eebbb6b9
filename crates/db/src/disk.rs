//! How files are read: through a trait, so that a project can live in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use globset::GlobBuilder;

/// The files of a project's folder. Paths are relative to that folder, with `/`.
pub trait Disk {
    /// The bytes of a file.
    ///
    /// # Errors
    /// Where there is no such file, or it cannot be read, or it lies outside the folder (behind a link).
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError>;

    /// The paths of all files that `pattern` matches, in the order of names. `*` stays within one folder.
    fn glob(&self, pattern: &str) -> Vec<String>;
}

/// Why a file is not read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadError {
    /// There is none.
    NotFound,
    /// It lies outside the project's folder.
    Outside,
    /// The system says why.
    Other(String),
}

/// A disk in memory.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MemoryDisk {
    /// Bytes by path.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl MemoryDisk {
    /// A disk with `files`: path and text.
    #[must_use]
    pub fn new(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        Self { files: files.collect() }
    }
}

impl Disk for MemoryDisk {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        self.files.get(path).cloned().ok_or(ReadError::NotFound)
    }

    fn glob(&self, pattern: &str) -> Vec<String> {
        matching(pattern, self.files.keys())
    }
}

/// A disk, and texts that are newer than what lies there: those that are open in an editor.
pub struct Overlay<'a> {
    /// The disk.
    pub disk: &'a dyn Disk,
    /// Texts by path.
    pub texts: BTreeMap<String, Arc<str>>,
}

impl Disk for Overlay<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        match self.texts.get(path) {
            Some(text) => Ok(text.as_bytes().to_vec()),
            None => self.disk.read(path),
        }
    }

    fn glob(&self, pattern: &str) -> Vec<String> {
        let mut paths = self.disk.glob(pattern);
        paths.extend(matching(pattern, self.texts.keys()));
        paths.sort();
        paths.dedup();
        paths
    }
}

fn matching<'p>(pattern: &str, paths: impl Iterator<Item = &'p String>) -> Vec<String> {
    let Ok(glob) = GlobBuilder::new(pattern).literal_separator(true).build() else { return Vec::new() };
    let matcher = glob.compile_matcher();
    paths.filter(|path| matcher.is_match(path)).cloned().collect()
}
