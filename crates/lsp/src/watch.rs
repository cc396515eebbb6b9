//! Which files the editor is asked to tell of when they change on the disk.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use lsp_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, OneOf, Registration,
    RegistrationParams, RelativePattern, Unregistration, UnregistrationParams,
};
use roadmap_db::SETTINGS;

use crate::server::Server;
use crate::session::Session;
use crate::uri;

const METHOD: &str = "workspace/didChangeWatchedFiles";

/// The registration of what every workspace has, and that of what its projects have besides.
const ALL: &str = "roadmapc-files";
const MORE: &str = "roadmapc-more-files";

/// Files of a folder outside of the workspace, or of other names than plans have: the folder, and a pattern there.
pub(crate) type Watched = BTreeSet<(PathBuf, String)>;

impl Server<'_> {
    /// Asks to be told of plans and settings in the workspace.
    pub(crate) fn watch(&mut self) {
        let patterns = ["**/*.roadmap".to_owned(), format!("**/{SETTINGS}")];
        self.register(ALL, patterns.into_iter().map(GlobPattern::String).collect());
    }

    /// Asks to be told of what projects have besides: included files of other names, be they there or not, and files of
    /// projects that lie outside of the workspace.
    pub(crate) fn watch_more(&mut self) {
        if !self.client.watches {
            return;
        }
        let wanted = wanted(&self.session);
        if wanted == self.watched {
            return;
        }
        if !self.watched.is_empty() {
            let gone = Unregistration { id: MORE.to_owned(), method: METHOD.to_owned() };
            let params = UnregistrationParams { unregisterations: vec![gone] };
            self.ask("client/unregisterCapability", serde_json::to_value(params).unwrap_or_default());
        }
        if !wanted.is_empty() {
            let patterns = wanted.iter().map(|(folder, pattern)| self.pattern(folder, pattern)).collect();
            self.register(MORE, patterns);
        }
        self.watched = wanted;
    }

    fn register(&mut self, id: &str, patterns: Vec<GlobPattern>) {
        if !self.client.watches {
            return;
        }
        let watchers =
            patterns.into_iter().map(|glob_pattern| FileSystemWatcher { glob_pattern, kind: None });
        let options = DidChangeWatchedFilesRegistrationOptions { watchers: watchers.collect() };
        let registration = Registration {
            id: id.to_owned(),
            method: METHOD.to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        let params = RegistrationParams { registrations: vec![registration] };
        self.ask("client/registerCapability", serde_json::to_value(params).unwrap_or_default());
    }

    fn pattern(&self, folder: &Path, pattern: &str) -> GlobPattern {
        match uri::uri_of(folder).filter(|_| self.client.watches_folders) {
            Some(base) => GlobPattern::Relative(RelativePattern {
                base_uri: OneOf::Right(base),
                pattern: pattern.to_owned(),
            }),
            None => {
                let folder = folder.to_string_lossy().replace('\\', "/");
                GlobPattern::String(format!("{}/{pattern}", escaped(&folder)))
            }
        }
    }
}

/// What is to be watched besides what every workspace has.
fn wanted(session: &Session<'_>) -> Watched {
    let is_inside = |path: &Path| session.folders().iter().any(|folder| path.starts_with(folder));
    let mut wanted = Watched::new();
    for project in session.projects().iter().filter(|project| project.root().is_absolute()) {
        let is_known = |pattern: &&str| is_inside(project.root()) && pattern.ends_with(".roadmap");
        let patterns = project.patterns().filter(|pattern| !is_known(pattern));
        wanted.extend(patterns.map(|pattern| (project.root().to_path_buf(), pattern.to_owned())));
    }
    let mut want = |path: &Path| {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
        let is_plan = path.extension().is_some_and(|extension| extension == "roadmap");
        if !folder.is_absolute() || (is_inside(path) && (is_plan || path.ends_with(SETTINGS))) {
            return;
        }
        // One pattern for all plans of a folder.
        let pattern = if is_plan { "*.roadmap".to_owned() } else { escaped(&name.to_string_lossy()) };
        wanted.insert((folder.to_path_buf(), pattern));
    };
    for project in session.projects() {
        want(&project.root().join(SETTINGS));
        project.known().for_each(|path| want(&path));
    }
    if let Some(settings) = session.settings() {
        want(settings);
    }
    wanted
}

/// A path as a pattern. What would mean something there stands for any one character: there is no other way to say it.
fn escaped(path: &str) -> String {
    path.replace(['*', '?', '[', ']', '{', '}'], "?")
}
