//! The files of a folder as they were at a commit.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use globset::GlobBuilder;
use roadmap_db::{Disk, ReadError};

use super::contents::Content;
use super::{BlobId, Commit, Contents, GitError, program};

/// How many links lead from a name to a file, at most: links may lead in a circle.
const LINKS: usize = 16;

/// The files of a folder at a commit. Contents are read when they are asked for.
#[derive(Debug)]
pub(crate) struct Revision {
    folder: PathBuf,
    files: BTreeMap<String, Entry>,
    /// Opened by the first question.
    contents: RefCell<Option<Contents>>,
}

#[derive(Debug)]
enum Entry {
    File(BlobId),
    /// Its content is where it leads.
    Link(BlobId),
}

impl Revision {
    pub(super) fn read(folder: &Path, commit: &Commit) -> Result<Self, GitError> {
        let mut command = program::git(folder);
        // In a folder, only what lies below it is listed, by names that are relative to it.
        let listed = program::read(command.args(["ls-tree", "-r", "-z"]).arg(&commit.hash))?;
        let files = listed.split(|byte| *byte == 0).filter_map(entry).collect();
        Ok(Self { folder: folder.to_path_buf(), files, contents: RefCell::new(None) })
    }

    fn bytes(&self, blob: &BlobId) -> Result<Vec<u8>, ReadError> {
        let other = |error: GitError| match error {
            GitError::Failed(reason) => ReadError::Other(reason),
            _ => ReadError::Other("git cannot be started".to_owned()),
        };
        let mut contents = self.contents.borrow_mut();
        let open = match contents.take() {
            Some(open) => open,
            None => Contents::open(&self.folder).map_err(other)?,
        };
        match contents.insert(open).read(blob, u64::MAX).map_err(other)? {
            Content::Bytes(bytes) => Ok(bytes),
            Content::Missing | Content::TooLong => {
                Err(ReadError::Other("this clone of the repository does not hold it".to_owned()))
            }
        }
    }

    /// The file that `path` names, links followed as they are on a disk.
    fn find(&self, path: &str) -> Result<&BlobId, ReadError> {
        let mut rest: Vec<String> = split(path);
        let mut done: Vec<String> = Vec::new();
        let mut links = 0;
        while let Some(part) = rest.pop() {
            if part == ".." {
                done.pop().ok_or(ReadError::Outside)?;
                continue;
            }
            done.push(part);
            match self.files.get(&done.join("/")) {
                Some(Entry::File(blob)) if rest.is_empty() => return Ok(blob),
                Some(Entry::File(_)) => return Err(ReadError::NotFound),
                Some(Entry::Link(blob)) => {
                    links += 1;
                    let target = self.bytes(blob)?;
                    let target = String::from_utf8_lossy(&target);
                    if links > LINKS {
                        return Err(ReadError::Other("too many links".to_owned()));
                    }
                    if target.starts_with('/') {
                        return Err(ReadError::Outside);
                    }
                    done.pop();
                    rest.extend(split(&target));
                }
                None => {}
            }
        }
        Err(ReadError::NotFound)
    }
}

impl Disk for Revision {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        let blob = self.find(path)?;
        self.bytes(blob)
    }

    fn glob(&self, pattern: &str) -> Vec<String> {
        let Ok(glob) = GlobBuilder::new(pattern).literal_separator(true).build() else { return Vec::new() };
        let matcher = glob.compile_matcher();
        self.files.keys().filter(|path| matcher.is_match(path)).cloned().collect()
    }
}

/// The parts of a path, the last one first.
fn split(path: &str) -> Vec<String> {
    path.rsplit('/').filter(|part| !matches!(*part, "" | ".")).map(str::to_owned).collect()
}

/// `MODE TYPE HASH<tab>PATH`. A submodule is no file of this repository.
fn entry(line: &[u8]) -> Option<(String, Entry)> {
    let tab = line.iter().position(|byte| *byte == b'\t')?;
    let (about, path) = line.split_at_checked(tab)?;
    let about = std::str::from_utf8(about).ok()?;
    let path = String::from_utf8_lossy(path.get(1..)?).into_owned();
    let mut words = about.split(' ');
    let (mode, kind, hash) = (words.next()?, words.next()?, words.next()?);
    if kind != "blob" || path.is_empty() || path.split('/').any(|part| part == "..") {
        return None;
    }
    let blob = BlobId(hash.to_owned());
    Some((path, if mode == "120000" { Entry::Link(blob) } else { Entry::File(blob) }))
}
