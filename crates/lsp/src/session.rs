//! What is open: folders, texts, and the projects that they belong to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{TextDocumentContentChangeEvent, Uri};
use roadmap_db::{OpenError, Place, SETTINGS, Start};
use roadmap_diag::Locale;

use crate::buffers::Buffers;
use crate::project::Project;
use crate::snapshot::Snapshot;
use crate::sync::Encoding;
use crate::uri;
use crate::world::World;

/// The state of the server.
///
/// A workspace folder has the project of `roadmapc check` in that folder, where there is one. A text that is open and in
/// no project gets one of its own: what `roadmapc check` of that file loads. It goes when the last such text does.
pub(crate) struct Session<'w> {
    world: &'w dyn World,
    folders: Vec<PathBuf>,
    pub(crate) buffers: Buffers,
    projects: Vec<Project>,
    /// The last state of each, in the same order.
    snapshots: Vec<Arc<Snapshot>>,
    /// Whether files or texts may belong elsewhere than before.
    is_unsettled: bool,
}

/// A file that is another on the disk than before.
pub(crate) struct Change {
    pub(crate) path: PathBuf,
    /// Whether there was none.
    pub(crate) is_new: bool,
}

impl<'w> Session<'w> {
    pub(crate) fn new(world: &'w dyn World) -> Self {
        Self {
            world,
            folders: Vec::new(),
            buffers: Buffers::default(),
            projects: Vec::new(),
            snapshots: Vec::new(),
            is_unsettled: false,
        }
    }

    /// The language that the server was started with.
    pub(crate) fn started_with(&self) -> Option<Locale> {
        self.world.locale()
    }

    /// The real path that an address leads to.
    pub(crate) fn path_of(&self, uri: &Uri) -> PathBuf {
        // A link may have changed or gone since the text was opened.
        let open = self.buffers.path_of(uri).map(Path::to_path_buf);
        open.unwrap_or_else(|| self.world.real(&uri::path_of(uri)))
    }

    /// Opens the project of a workspace folder; what is wrong with it, where it has a plan that cannot be opened.
    pub(crate) fn add_folder(&mut self, uri: &Uri) -> Option<OpenError> {
        let named = uri::path_of(uri);
        let real = self.world.real(&named);
        self.buffers.name_folder(named, real.clone());
        if !self.folders.contains(&real) {
            self.folders.push(real.clone());
        }
        self.open_folder(&real)
    }

    fn open_folder(&mut self, folder: &Path) -> Option<OpenError> {
        let mut place = Place::find(folder, true, &|path| self.world.is_file(path));
        place.start = Start::Folder(String::new());
        self.is_unsettled = true;
        if self.projects.iter().any(|project| project.is_of_folder() && project.root() == place.root) {
            return None;
        }
        match Project::open(place, &self.buffers, self.world) {
            Ok(project) => {
                // Before those of single texts: a text in several belongs to its folder's.
                let at = self.projects.iter().filter(|project| project.is_of_folder()).count();
                self.projects.insert(at, project);
                None
            }
            // A folder without a plan, or with some that are none of each other's.
            Err(OpenError::NoPlan(_) | OpenError::SeveralPlans(_)) => None,
            Err(error) => Some(error),
        }
    }

    pub(crate) fn remove_folder(&mut self, uri: &Uri) {
        let named = uri::path_of(uri);
        let real = self.world.real(&named);
        self.buffers.forget_folder(&named);
        self.folders.retain(|folder| *folder != real);
        self.reopen();
    }

    pub(crate) fn open(&mut self, uri: &Uri, version: i32, text: &str) {
        let path = self.path_of(uri);
        self.buffers.open(path.clone(), uri.clone(), version, text);
        self.settings_changed(&path);
        for project in &mut self.projects {
            // It may be new, and match a pattern.
            project.refresh(&[&path], &self.buffers);
        }
        self.is_unsettled = true;
    }

    /// Whether the text was open.
    pub(crate) fn change(
        &mut self,
        uri: &Uri,
        version: i32,
        changes: &[TextDocumentContentChangeEvent],
        encoding: Encoding,
    ) -> bool {
        let path = self.path_of(uri);
        let Some(text) = self.buffers.change(&path, version, changes, encoding) else { return false };
        self.settings_changed(&path);
        for project in &mut self.projects {
            project.set_text(&path, &text, &self.buffers);
        }
        self.is_unsettled = true;
        true
    }

    /// Whether the text was open. From now on, what lies on the disk counts.
    pub(crate) fn close(&mut self, uri: &Uri) -> bool {
        let path = self.path_of(uri);
        let was_open = self.buffers.close(&path);
        if was_open {
            self.changed_on_disk(&[Change { path, is_new: false }]);
        }
        was_open
    }

    /// The past may be another once something is saved.
    pub(crate) fn saved(&mut self, uri: &Uri) {
        let path = self.path_of(uri);
        for project in self.projects.iter_mut().filter(|project| project.has(&path)) {
            project.look_back(self.world);
        }
    }

    /// Files that came, changed or went.
    pub(crate) fn changed_on_disk(&mut self, changes: &[Change]) {
        // Which file is a project's entry depends on the settings and on which plans there are.
        let lacks_project =
            self.projects.iter().filter(|project| project.is_of_folder()).count() < self.folders.len();
        let entry_may_differ = changes.iter().any(|Change { path, is_new }| {
            let is_gone = self.buffers.get(path).is_none() && !self.world.is_file(path);
            let is_elsewhere = !self.projects.iter().any(|project| project.has(path));
            path.ends_with(SETTINGS) || is_gone || (is_elsewhere && (*is_new || lacks_project))
        });
        if entry_may_differ {
            return self.reopen();
        }
        let paths: Vec<&Path> = changes.iter().map(|change| &*change.path).collect();
        for project in &mut self.projects {
            if project.refresh(&paths, &self.buffers) {
                project.look_back(self.world);
            }
        }
        self.is_unsettled = true;
    }

    /// Settings say which file is the entry, so that projects start anew with them.
    fn settings_changed(&mut self, path: &Path) {
        if path.ends_with(SETTINGS) {
            self.reopen();
        }
    }

    /// Opens everything anew, from the disk and the texts that are open.
    pub(crate) fn reopen(&mut self) {
        self.projects.clear();
        for folder in self.folders.clone() {
            self.open_folder(&folder);
        }
        self.is_unsettled = true;
    }

    /// Versions, languages or addresses are others.
    pub(crate) fn touch(&mut self) {
        self.projects.iter_mut().for_each(Project::touch);
    }

    /// Each open text in a project, and no project without a folder or a text.
    fn settle(&mut self) {
        if !std::mem::take(&mut self.is_unsettled) {
            return;
        }
        let mut used: BTreeSet<usize> = BTreeSet::new();
        for path in self.buffers.paths().map(Path::to_path_buf).collect::<Vec<_>>() {
            match self.projects.iter().position(|project| project.has(&path)) {
                Some(index) => drop(used.insert(index)),
                None if path.ends_with(SETTINGS) => {}
                None => {
                    let place = Place::find(&path, false, &|path| self.world.is_file(path));
                    if let Ok(project) = Project::open(place, &self.buffers, self.world) {
                        used.insert(self.projects.len());
                        self.projects.push(project);
                    }
                }
            }
        }
        let mut index = 0;
        self.projects.retain(|project| {
            index += 1;
            project.is_of_folder() || used.contains(&(index - 1))
        });
    }

    /// All projects as they are.
    pub(crate) fn snapshots(&mut self) -> &[Arc<Snapshot>] {
        self.settle();
        let today = self.world.today();
        let last = std::mem::take(&mut self.snapshots);
        for project in &mut self.projects {
            project.set_today(today);
            let last = last.iter().find(|last| last.root == project.root());
            self.snapshots.extend(project.snapshot(&self.buffers, last.map(|last| &**last)));
        }
        &self.snapshots
    }
}
