//! Starting `git` so that a repository can make it do nothing but read.

use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use super::GitError;

/// Variables of git that say where things are installed or set up; all others could lead it elsewhere or start programs.
const KEPT: &[&str] = &[
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_SYSTEM",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
];

/// Settings of a repository that would start programs, or change what is printed.
const SETTINGS: &[&str] = &[
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "log.diffMerges=first-parent",
    "log.mailmap=false",
    "log.showRoot=true",
    "log.showSignature=false",
];

/// A `git` that reads the repository around `folder`, starts no other program, and waits for nobody.
pub(super) fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    for (name, _) in std::env::vars_os() {
        let is_git = name.to_string_lossy().to_ascii_uppercase().starts_with("GIT_");
        if is_git && !KEPT.iter().any(|kept| name == OsStr::new(kept)) {
            command.env_remove(name);
        }
    }
    command
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_TERMINAL_PROMPT", "0")
        // What a partial clone lacks is not fetched: fetching starts helpers that the repository names.
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_ALLOW_PROTOCOL", "")
        // A hash means what it says.
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .current_dir(folder)
        .arg("--no-pager");
    for setting in SETTINGS {
        command.args(["-c", setting]);
    }
    command
}

/// What `command` prints.
pub(super) fn read(command: &mut Command) -> Result<Vec<u8>, GitError> {
    let output = command.output().map_err(|error| not_started(&error, command))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("not a git repository") {
        return Err(GitError::NotARepository);
    }
    let line = said.lines().find(|line| !line.is_empty()).unwrap_or("git failed");
    Err(GitError::Failed(line.strip_prefix("fatal: ").unwrap_or(line).to_owned()))
}

/// Why `command` did not start. A missing folder looks like a missing program.
pub(super) fn not_started(error: &io::Error, command: &Command) -> GitError {
    let has_folder = command.get_current_dir().is_none_or(Path::is_dir);
    match error.kind() {
        io::ErrorKind::NotFound if has_folder => GitError::NoProgram,
        _ => GitError::Failed(error.to_string()),
    }
}
