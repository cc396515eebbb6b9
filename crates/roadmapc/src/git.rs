//! A project's past, read through the `git` program.
//!
//! Nothing of a repository is trusted: no hook, filter, pager, helper or network is started for it ([`program`]), names travel
//! between NUL bytes, and contents are asked for by the hash of their bytes. Nothing is written.

mod contents;
mod error;
mod log;
mod program;
mod revision;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use jiff::civil::Date;

pub(crate) use contents::{Content, Contents};
pub(crate) use error::GitError;
pub(crate) use log::{Edit, Log, read as edits};
pub(crate) use revision::Revision;

/// A folder in a work tree of git. Paths in it are relative to the folder, with `/`.
#[derive(Debug)]
pub(crate) struct Repository {
    folder: PathBuf,
    top: PathBuf,
    is_shallow: bool,
}

/// A commit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Commit {
    /// Its full hash.
    pub(crate) hash: String,
    /// The day on which it was committed, where its committer was.
    pub(crate) date: Date,
}

impl Commit {
    /// The hash as people write it.
    pub(crate) fn short(&self) -> &str {
        self.hash.get(..10).unwrap_or(&self.hash)
    }
}

/// The hash of a file's bytes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct BlobId(String);

/// Whether git can know the past of `folder`: looked up without starting a program. A shallow clone knows its newest
/// part only, and takes what lies before for one large edit.
pub(crate) fn may_know(folder: &Path) -> bool {
    let known = folder.ancestors().map(|folder| folder.join(".git")).find(|git| git.exists());
    known.is_some_and(|git| !git.join("shallow").exists())
}

impl Repository {
    /// The repository whose work tree `folder` lies in: of a submodule, the submodule's own.
    ///
    /// # Errors
    /// Where there is no `git`, no repository, one without a work tree, or one that git refuses to read.
    pub(crate) fn of(folder: &Path) -> Result<Self, GitError> {
        let asked = ["--is-inside-work-tree", "--is-bare-repository", "--is-shallow-repository"];
        // The prefix comes last: it may hold line breaks.
        let said = program::read(program::git(folder).arg("rev-parse").args(asked).arg("--show-prefix"))?;
        let mut lines = said.splitn(4, |byte| *byte == b'\n');
        let mut is = || lines.next() == Some(b"true".as_slice());
        let (is_inside, is_bare, is_shallow) = (is(), is(), is());
        if is_bare {
            return Err(GitError::Bare);
        }
        if !is_inside {
            return Err(GitError::NotARepository);
        }
        let prefix = lines.next().unwrap_or_default();
        let depth = prefix.iter().filter(|byte| **byte == b'/').count();
        let folder = folder.canonicalize().map_err(|error| GitError::Failed(error.to_string()))?;
        let top = folder.ancestors().nth(depth).unwrap_or(&folder).to_path_buf();
        Ok(Self { folder, top, is_shallow })
    }

    /// The work tree's first folder.
    pub(crate) fn top(&self) -> &Path {
        &self.top
    }

    /// The commit that `revision` names: a hash, a branch, a tag, `HEAD~3`.
    ///
    /// # Errors
    /// Where it names none, or more than one.
    pub(crate) fn resolve(&self, revision: &str) -> Result<Commit, GitError> {
        match self.hash_of(revision)? {
            Some(hash) => self.commit(hash),
            None if revision != "HEAD" && self.hash_of("HEAD")?.is_some() => {
                Err(GitError::Unknown { revision: revision.to_owned(), is_shallow: self.is_shallow })
            }
            None => Err(GitError::NoCommit),
        }
    }

    fn hash_of(&self, revision: &str) -> Result<Option<String>, GitError> {
        // What starts with `-` can be no name; no name holds a control character.
        if revision.is_empty() || revision.starts_with('-') || revision.contains(char::is_control) {
            return Ok(None);
        }
        let mut command = program::git(&self.folder);
        command.args(["rev-parse", "--verify", "--quiet", "--end-of-options"]);
        match program::read(command.arg(format!("{revision}^{{commit}}"))) {
            Ok(said) => Ok(Some(String::from_utf8_lossy(said.trim_ascii()).into_owned())),
            Err(GitError::Failed(_)) => Ok(None),
            Err(other) => Err(other),
        }
    }

    fn commit(&self, hash: String) -> Result<Commit, GitError> {
        let mut command = program::git(&self.folder);
        command.args(["rev-list", "--max-count=1", "--format=%cs", "--end-of-options"]);
        let said = program::read(command.arg(&hash).arg("--"))?;
        let said = String::from_utf8_lossy(&said);
        let date = said.lines().nth(1).and_then(|date| date.parse().ok());
        let date = date.ok_or_else(|| GitError::Failed(format!("{hash} has no date")))?;
        Ok(Commit { hash, date })
    }

    /// The files that lie in the folder at a commit.
    ///
    /// # Errors
    /// Where git cannot list them.
    pub(crate) fn at(&self, commit: &Commit) -> Result<Revision, GitError> {
        Revision::read(&self.folder, commit)
    }
}
