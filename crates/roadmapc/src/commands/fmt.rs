//! `fmt`: files laid out in the one way.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use roadmap_diag::Message;
use similar::TextDiff;

use crate::arguments::Fmt;
use crate::environment::Environment;
use crate::error::{CommandError, Status};
use crate::output;
use crate::write;

pub(super) fn run(fmt: &Fmt, environment: &Environment) -> Result<Status, CommandError> {
    if fmt.paths.as_slice() == [Path::new("-")] {
        return standard_input(fmt, environment);
    }
    let here = [PathBuf::from(".")];
    let paths = if fmt.paths.is_empty() { &here } else { fmt.paths.as_slice() };
    let mut unformatted = 0_usize;
    // All are read before any is written, so that a file that is not text stops the command while nothing has changed.
    let mut changed = Vec::new();
    for path in files(paths)? {
        let before = read(&path)?;
        let after = roadmap_fmt::format(&before);
        if after.changed {
            unformatted += 1;
            changed.push((path, before, after.text));
        }
    }
    for (path, before, after) in &changed {
        if fmt.check {
            environment.out(&difference(&shown(path), before, after));
        } else {
            write::replace(path, after).map_err(|error| CommandError::write(&shown(path), &error))?;
        }
    }
    if !fmt.check || unformatted == 0 {
        return Ok(Status::Clean);
    }
    if !environment.quiet {
        let message = Message::new("fmt-unformatted").with("count", unformatted);
        environment.err(&format!("{}\n", roadmap_diag::render(&message, environment.locale)));
    }
    Ok(Status::Findings)
}

fn standard_input(fmt: &Fmt, environment: &Environment) -> Result<Status, CommandError> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| CommandError::read("-", &error))?;
    let before = text("-", bytes)?;
    let after = roadmap_fmt::format(&before);
    if !fmt.check {
        environment.out(&after.text);
        return Ok(Status::Clean);
    }
    if after.changed {
        environment.out(&difference("-", &before, &after.text));
    }
    Ok(if after.changed { Status::Findings } else { Status::Clean })
}

/// The `.roadmap` files that are meant, each once, in the order of names within a folder.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CommandError> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    let mut once = std::collections::HashSet::new();
    found.retain(|path| once.insert(path.clone()));
    Ok(found)
}

/// Links to folders and hidden folders are passed by.
fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), CommandError> {
    let entries = fs::read_dir(folder).map_err(|error| CommandError::read(&shown(folder), &error))?;
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if !is_hidden {
                walk(&path, found)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "roadmap") && path.is_file() {
            found.push(path);
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, CommandError> {
    let bytes = fs::read(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            CommandError(Message::new("open-not-found").with("path", shown(path)))
        }
        _ => CommandError::read(&shown(path), &error),
    })?;
    text(&shown(path), bytes)
}

fn text(path: &str, bytes: Vec<u8>) -> Result<String, CommandError> {
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        CommandError(Message::new("fmt-not-utf8").with("path", path).with("offset", offset))
    })
}

fn difference(path: &str, before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    output::visible(&diff.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string())
        .into_owned()
}

/// A path as people write it.
fn shown(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path).display().to_string();
    if path.is_empty() { ".".to_owned() } else { path }
}
