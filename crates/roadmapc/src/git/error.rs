//! What can be in the way.

use roadmap_diag::Message;

/// Why the past cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum GitError {
    /// There is no `git` to start.
    NoProgram,
    /// The folder lies in no work tree.
    NotARepository,
    /// The repository has no work tree.
    Bare,
    /// The repository has no commit yet.
    NoCommit,
    /// A revision names no commit, or more than one.
    Unknown {
        /// As it was asked for.
        revision: String,
        /// Whether the repository holds only the newest part of its history.
        is_shallow: bool,
    },
    /// What git, or the system, says.
    Failed(String),
}

impl GitError {
    /// It in words; `folder` is where the project lies, as the reader knows it.
    pub(crate) fn message(&self, folder: &str) -> Message {
        match self {
            Self::NoProgram => Message::new("git-no-program"),
            Self::NotARepository => Message::new("git-no-repository").with("folder", folder),
            Self::Bare => Message::new("git-bare").with("folder", folder),
            Self::NoCommit => Message::new("git-no-commit").with("folder", folder),
            Self::Unknown { revision, is_shallow } => {
                let id = if *is_shallow { "git-unknown-shallow" } else { "git-unknown" };
                Message::new(id).with("revision", revision.as_str())
            }
            Self::Failed(reason) => Message::new("git-failed").with("reason", reason.as_str()),
        }
    }
}
