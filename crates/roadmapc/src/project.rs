//! From `PATH` to a loaded project.

use std::fs;
use std::path::Path;

use roadmap_db::{Analysis, Host, Place, SETTINGS, Start, between};
use roadmap_diag::{FileId, Message};
use roadmap_sema::rules::Role;

use crate::arguments::Global;
use crate::disk::{Folder, found};
use crate::environment::Environment;
use crate::error::CommandError;
use crate::history;

/// A loaded project and where it lies.
pub(crate) struct Loaded {
    pub(crate) host: Host,
    pub(crate) folder: Folder,
    /// What to write before a path of the project so that it leads there from the current folder.
    pub(crate) prefix: String,
    /// How the settings that `--config` names are called in what is shown.
    config: Option<String>,
    /// Whose findings alone count.
    role: Option<Role>,
}

impl Loaded {
    /// Loads the project that `path` belongs to.
    pub(crate) fn open(
        path: Option<&Path>,
        global: &Global,
        environment: &mut Environment,
    ) -> Result<Self, CommandError> {
        let here = std::env::current_dir().map_err(|error| CommandError::read(".", &error))?;
        let here = here.canonicalize().unwrap_or(here);
        let asked = match path {
            None => here.clone(),
            Some(path) => found(path).map_err(|error| cannot_open(path, &error))?,
        };
        let Place { root, has_settings, start } = Place::find(&asked, asked.is_dir(), &|path| path.is_file());
        let config = match (&global.config, has_settings) {
            (Some(file), _) => Some((path_between(&root, &here.join(file)), read(file)?)),
            (None, true) => Some((SETTINGS.to_owned(), read(&root.join(SETTINGS))?)),
            (None, false) => None,
        };
        // Without a path, the project around this folder is meant.
        let start = if path.is_none() { Start::Folder(String::new()) } else { start };
        let mut host =
            Host::new(config.as_ref().map(|(name, bytes)| (&**name, bytes.clone())), environment.today);
        environment.prefer(host.config().locale);
        let prefix = prefix(&here, &root);
        let folder = Folder::new(root);
        host.open(&folder, &start).map_err(|error| CommandError(error.message(&prefix)))?;
        let history = history::read(folder.root(), &host, environment.today);
        host.set_history(history);
        let config = global.config.as_ref().map(|file| file.display().to_string());
        Ok(Self { host, folder, prefix, config, role: None })
    }

    /// The same, with those findings alone that concern `role`.
    pub(crate) fn for_role(self, role: Option<Role>) -> Self {
        Self { role, ..self }
    }

    /// How to show paths of the project.
    pub(crate) fn paths(&self) -> Paths<'_> {
        Paths { prefix: &self.prefix, config: self.config.as_deref() }
    }

    /// What is known of the project.
    pub(crate) fn analysis(&self) -> Result<Analysis, CommandError> {
        // A loaded project always has one.
        let analysis = self
            .host
            .analysis()
            .ok_or_else(|| CommandError(Message::new("open-no-plan").with("folder", ".")))?;
        Ok(match self.role {
            Some(role) => analysis.concerning(role),
            None => analysis,
        })
    }
}

/// How paths of a project are shown to somebody in the current folder.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paths<'a> {
    prefix: &'a str,
    config: Option<&'a str>,
}

impl Paths<'_> {
    /// The path of file `id`, as it is to be typed here: settings that were named are called as they were.
    pub(crate) fn shown(&self, analysis: &Analysis, id: FileId) -> String {
        let path = analysis.file(id).map_or("", |file| &file.path);
        match self.config.filter(|_| id.0 as usize >= analysis.source_files) {
            Some(config) => config.to_owned(),
            None => format!("{}{path}", self.prefix),
        }
    }
}

/// The path that leads from the folder `root` to `file`, with `/`.
fn path_between(root: &Path, file: &Path) -> String {
    between(root, &file.canonicalize().unwrap_or_else(|_| file.to_path_buf()))
}

fn read(path: &Path) -> Result<Vec<u8>, CommandError> {
    fs::read(path).map_err(|error| cannot_open(path, &error))
}

/// Why what the command line names cannot be opened.
pub(crate) fn cannot_open(path: &Path, error: &std::io::Error) -> CommandError {
    match error.kind() {
        std::io::ErrorKind::NotFound => {
            CommandError(Message::new("open-not-found").with("path", path.display().to_string()))
        }
        _ => CommandError::read(&path.display().to_string(), error),
    }
}

/// What leads from `here` to `root`, with a `/` at its end; empty where they are one.
fn prefix(here: &Path, root: &Path) -> String {
    let shown = |path: &Path| {
        let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/")
    };
    if let Ok(below) = root.strip_prefix(here) {
        let below = shown(below);
        return if below.is_empty() { below } else { format!("{below}/") };
    }
    match here.strip_prefix(root) {
        Ok(above) => "../".repeat(above.components().count()),
        Err(_) => format!("{}/", root.display()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_from_here() {
        let here = Path::new("/a/b");
        assert_eq!(prefix(here, here), "");
        assert_eq!(prefix(here, Path::new("/a/b/c")), "c/");
        assert_eq!(prefix(here, Path::new("/a")), "../");
        assert_eq!(prefix(here, Path::new("/x")), "/x/");
    }
}
