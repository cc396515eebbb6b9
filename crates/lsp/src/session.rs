//! What is open: folders, texts, and the projects that they belong to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{TextDocumentContentChangeEvent, Uri};
use roadmap_db::{OpenError, Place, SETTINGS};
use roadmap_diag::Locale;
use roadmap_sema::settings::Levels;

use crate::buffers::Buffers;
use crate::project::{Project, Setup, place_of_folder};
use crate::snapshot::Snapshot;
use crate::sync::Encoding;
use crate::uri;
use crate::world::World;

/// The state of the server.
///
/// A workspace folder has the project of `roadmapc check` in that folder, where there is one. A text that is open and in
/// no project gets one of its own: what `roadmapc check` of that file loads. It goes when the last such text does.
pub(crate) struct Session<'w> {
    setup: Setup<'w>,
    folders: Vec<PathBuf>,
    pub(crate) buffers: Buffers,
    projects: Vec<Project>,
    /// The last state of each, in the same order.
    snapshots: Vec<Arc<Snapshot>>,
    /// Files that are others on the disk than before, or settings that are others in the editor, and have not been looked at.
    changed: BTreeSet<PathBuf>,
    /// Whether files or texts may belong elsewhere than before.
    is_unsettled: bool,
}

impl<'w> Session<'w> {
    pub(crate) fn new(world: &'w dyn World) -> Self {
        Self {
            setup: Setup { world, levels: Levels::default(), trusts: true },
            folders: Vec::new(),
            buffers: Buffers::default(),
            projects: Vec::new(),
            snapshots: Vec::new(),
            changed: BTreeSet::new(),
            is_unsettled: false,
        }
    }

    /// The language that the server was started with.
    pub(crate) fn started_with(&self) -> Option<Locale> {
        self.setup.world.locale()
    }

    /// Sets what projects are opened with: whether what lies in the workspace may be run.
    pub(crate) fn set_trust(&mut self, trusts: bool) {
        self.setup.trusts = trusts;
    }

    /// Sets levels over those of projects.
    pub(crate) fn set_levels(&mut self, levels: &Levels) {
        if self.setup.levels != *levels {
            self.projects.iter_mut().for_each(|project| project.set_levels(levels));
            self.setup.levels.clone_from(levels);
        }
    }

    /// The real path that an address leads to.
    pub(crate) fn path_of(&self, uri: &Uri) -> PathBuf {
        // A link may have changed or gone since the text was opened.
        let open = self.buffers.path_of(uri).map(Path::to_path_buf);
        open.unwrap_or_else(|| self.setup.world.real(&uri::path_of(uri)))
    }

    /// Opens the project of a workspace folder; what is wrong with it, where it has a plan that cannot be opened.
    pub(crate) fn add_folder(&mut self, uri: &Uri) -> Option<OpenError> {
        let named = uri::path_of(uri);
        let real = self.setup.world.real(&named);
        self.buffers.name_folder(named, real.clone());
        if !self.folders.contains(&real) {
            self.folders.push(real.clone());
        }
        self.open_folder(&real)
    }

    fn open_folder(&mut self, folder: &Path) -> Option<OpenError> {
        let place = place_of_folder(folder, self.setup.world);
        self.is_unsettled = true;
        if self.projects.iter().any(|project| project.is_of_folder() && project.root() == place.root) {
            return None;
        }
        match Project::open(folder, place, &self.buffers, &self.setup) {
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
        let real = self.setup.world.real(&named);
        self.buffers.forget_folder(&named);
        self.folders.retain(|folder| *folder != real);
        self.projects.retain(|project| !(project.is_of_folder() && project.asked() == real));
        // Another folder may be of the same project, and addresses may be others.
        self.open_folders();
        self.touch();
        self.is_unsettled = true;
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
            self.changed_on_disk([path]);
        }
        was_open
    }

    /// The past may be another once something is saved.
    pub(crate) fn saved(&mut self, uri: &Uri) {
        let path = self.path_of(uri);
        for project in self.projects.iter_mut().filter(|project| project.has(&path)) {
            project.look_back(&self.setup);
        }
    }

    /// Files that came, changed or went. They are looked at once, when somebody wants to know: another branch is many.
    pub(crate) fn changed_on_disk(&mut self, paths: impl IntoIterator<Item = PathBuf>) {
        self.changed.extend(paths);
        self.is_unsettled = true;
    }

    /// Settings say which file is the entry, and count as they are typed.
    fn settings_changed(&mut self, path: &Path) {
        if self.setup.is_settings(path) {
            self.changed.insert(path.to_path_buf());
        }
    }

    /// Looks at what has changed. A project is opened anew in place where its files or settings did; it goes where it has
    /// nothing to start from any more, or where other settings have come nearer.
    fn look_again(&mut self) {
        let changed = std::mem::take(&mut self.changed);
        if changed.is_empty() {
            return;
        }
        let paths: Vec<&Path> = changed.iter().map(PathBuf::as_path).collect();
        let other_settings = paths.iter().any(|path| self.setup.is_settings(path));
        let for_all = other_settings && self.setup.world.settings().is_some();
        let (buffers, setup) = (&self.buffers, &self.setup);
        self.projects.retain_mut(|project| {
            if other_settings && project.place(setup).root != project.root() {
                return false;
            }
            if !project.refresh(&paths, buffers) && !for_all {
                return true;
            }
            let is_project = project.reopen(buffers, setup);
            if is_project {
                project.look_back(setup);
            }
            is_project
        });
        self.open_folders();
    }

    /// Opens the folders that have no project yet and may have one now.
    fn open_folders(&mut self) {
        if self.projects.iter().filter(|project| project.is_of_folder()).count() < self.folders.len() {
            for folder in self.folders.clone() {
                self.open_folder(&folder);
            }
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
        self.look_again();
        if !std::mem::take(&mut self.is_unsettled) {
            return;
        }
        let mut used: BTreeSet<usize> = BTreeSet::new();
        for path in self.buffers.paths().map(Path::to_path_buf).collect::<Vec<_>>() {
            match self.projects.iter().position(|project| project.has(&path)) {
                Some(index) => drop(used.insert(index)),
                None if self.setup.is_settings(&path) || path.ends_with(SETTINGS) => {}
                None => {
                    let place = Place::find(&path, false, &|path| self.setup.world.is_file(path));
                    if let Ok(project) = Project::open(&path, place, &self.buffers, &self.setup) {
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

    /// The folders of the workspace.
    pub(crate) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// What is open of projects.
    pub(crate) fn projects(&self) -> &[Project] {
        &self.projects
    }

    /// The settings that the server was started with.
    pub(crate) fn settings(&self) -> Option<&Path> {
        self.setup.world.settings()
    }

    /// All projects as they are.
    pub(crate) fn snapshots(&mut self) -> &[Arc<Snapshot>] {
        self.settle();
        let today = self.setup.world.today();
        let last = std::mem::take(&mut self.snapshots);
        for project in &mut self.projects {
            project.set_today(today);
            let last = last.iter().find(|last| last.root == project.root());
            self.snapshots.extend(project.snapshot(&self.buffers, &self.setup, last.map(|last| &**last)));
        }
        &self.snapshots
    }
}
