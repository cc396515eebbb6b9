//! The commits that touched a project's files.

use std::path::Path;

use jiff::civil::Date;

use super::{BlobId, Commit, GitError, program};

/// How long the names of files may be together on a command line; the shortest limit of a system is 32 KiB.
const NAMES: usize = 16 * 1024;

/// Which commits are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Log<'a> {
    /// The files that count, relative to the folder.
    pub(crate) files: &'a [&'a str],
    /// The first day that counts, where there is one.
    pub(crate) since: Option<Date>,
    /// The last day that counts, where there is one.
    pub(crate) until: Option<Date>,
    /// How many commits at most are looked at.
    pub(crate) most: usize,
}

/// A commit, and what it did to the files that count.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Edit {
    /// The commit.
    pub(crate) commit: Commit,
    /// What it changed, in the order of names.
    pub(crate) changed: Vec<Changed>,
}

/// A file that a commit changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Changed {
    /// Relative to the folder.
    pub(crate) path: String,
    /// Its contents after the commit; none where the commit deleted it.
    pub(crate) blob: Option<BlobId>,
    /// Its contents before the commit; none where the commit brought it.
    pub(crate) before: Option<BlobId>,
}

/// The commits that touched files of `folder`, newest first, along the first parents: what was merged counts on the day
/// of the merge, as one edit.
///
/// # Errors
/// Where git cannot list them: also in a repository without a commit.
pub(crate) fn read(folder: &Path, wanted: &Log<'_>) -> Result<Vec<Edit>, GitError> {
    let mut command = program::git(folder);
    command
        .args(["log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--relative"])
        .args(["--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--no-follow", "--no-decorate"])
        .args(["--ignore-submodules=all", "-O/dev/null", "--format=commit %H %cs"])
        .arg(format!("--max-count={}", wanted.most));
    if let Some(since) = wanted.since.and_then(|since| since.yesterday().ok()) {
        // Civil days differ around the world: one more is asked for, and looked at below.
        command.arg(format!("--since={since}T00:00:00Z"));
    }
    if let Some(until) = wanted.until.and_then(|until| until.tomorrow().ok()) {
        command.arg(format!("--until={until}T23:59:59Z"));
    }
    command.args(["HEAD", "--"]);
    if wanted.files.iter().map(|path| path.len()).sum::<usize>() <= NAMES {
        command.args(wanted.files.iter().map(|path| format!(":(literal){path}")));
    } else {
        command.arg(":(glob)**/*.roadmap");
    }
    let mut edits = parse(&program::read(&mut command)?);
    edits.retain_mut(|edit| {
        edit.changed.retain(|changed| wanted.files.contains(&changed.path.as_str()));
        let date = edit.commit.date;
        !edit.changed.is_empty()
            && wanted.since.is_none_or(|since| since <= date)
            && wanted.until.is_none_or(|until| date <= until)
    });
    Ok(edits)
}

/// `commit HASH DATE`, then for each file `:MODE MODE HASH HASH STATUS` and its path, each ended by a NUL byte.
fn parse(said: &[u8]) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut words = said.split(|byte| *byte == 0);
    while let Some(word) = words.next() {
        let word = String::from_utf8_lossy(word);
        let word = word.trim_start_matches('\n');
        if let Some(commit) = word.strip_prefix("commit ").and_then(commit) {
            edits.push(Edit { commit, changed: Vec::new() });
        } else if let (Some(about), Some(path)) = (word.strip_prefix(':'), words.next()) {
            let Some(edit) = edits.last_mut() else { continue };
            let mut about = about.split(' ');
            let mut next = || about.next().unwrap_or_default();
            let (old_mode, mode, old, new) = (next(), next(), next(), next());
            let blob = |mode: &str, hash: &str| (mode != "000000").then(|| BlobId(hash.to_owned()));
            edit.changed.push(Changed {
                path: String::from_utf8_lossy(path).into_owned(),
                blob: blob(mode, new),
                before: blob(old_mode, old),
            });
        }
    }
    edits
}

fn commit(line: &str) -> Option<Commit> {
    let (hash, date) = line.trim_end().split_once(' ')?;
    Some(Commit { hash: hash.to_owned(), date: date.parse().ok()? })
}
