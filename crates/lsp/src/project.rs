//! A project that is kept open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use roadmap_db::{Analysis, Disk, Host, OpenError, Overlay, Place, SETTINGS, Start, between, relative};
use roadmap_sema::settings::Levels;

use crate::buffers::Buffers;
use crate::snapshot::{Document, Snapshot};
use crate::world::World;

/// What projects are opened with.
pub(crate) struct Setup<'w> {
    pub(crate) world: &'w dyn World,
    /// Levels over those of the project.
    pub(crate) levels: Levels,
    /// Whether what lies in the workspace may be run.
    pub(crate) trusts: bool,
}

/// A project and its database.
pub(crate) struct Project {
    /// The folder or file that it was opened for.
    asked: PathBuf,
    root: PathBuf,
    start: Start,
    disk: Box<dyn Disk>,
    host: Host,
    today: Date,
    snapshot: Option<Arc<Snapshot>>,
}

impl Setup<'_> {
    /// Whether a file holds settings.
    pub(crate) fn is_settings(&self, path: &Path) -> bool {
        self.world.settings().map_or_else(|| path.ends_with(SETTINGS), |settings| path == settings)
    }

    /// The settings of the project in `root`: how they are called there, and their bytes.
    fn settings(
        &self,
        root: &Path,
        has_settings: bool,
        disk: &dyn Disk,
        buffers: &Buffers,
    ) -> Option<(String, Vec<u8>)> {
        let Some(file) = self.world.settings() else {
            let bytes = has_settings.then(|| disk.read(SETTINGS).ok()).flatten()?;
            return Some((SETTINGS.to_owned(), bytes));
        };
        let bytes = match buffers.get(file) {
            Some(buffer) => buffer.text.as_bytes().to_vec(),
            None => {
                let name = file.file_name()?.to_string_lossy();
                self.world.disk(file.parent()?).read(&name).ok()?
            }
        };
        Some((between(root, file), bytes))
    }
}

impl Project {
    /// Opens the project of a place, for the folder or file that was asked for; what is open in the editor counts for what
    /// lies on the disk.
    pub(crate) fn open(
        asked: &Path,
        place: Place,
        buffers: &Buffers,
        setup: &Setup<'_>,
    ) -> Result<Self, OpenError> {
        let Place { root, has_settings, start } = place;
        let disk = setup.world.disk(&root);
        let overlay = Overlay { disk: &*disk, texts: buffers.texts_in(&root) };
        let settings = setup.settings(&root, has_settings, &overlay, buffers);
        let today = setup.world.today();
        let mut host = Host::new(settings.as_ref().map(|(path, bytes)| (&**path, bytes.clone())), today);
        host.set_levels(setup.levels.clone());
        host.open(&overlay, &start)?;
        let mut project = Self { asked: asked.to_path_buf(), root, start, disk, host, today, snapshot: None };
        project.look_back(setup);
        Ok(project)
    }

    /// Opens it anew where it lies, since files have come or gone or its settings are others: what has been read is kept.
    /// Whether it is still a project. It is while its entry is there and says nothing: somebody is writing.
    pub(crate) fn reopen(&mut self, buffers: &Buffers, setup: &Setup<'_>) -> bool {
        let overlay = Overlay { disk: &*self.disk, texts: buffers.texts_in(&self.root) };
        let has_settings = setup.world.is_file(&self.root.join(SETTINGS));
        let settings = setup.settings(&self.root, has_settings, &overlay, buffers);
        self.host.set_config(settings.as_ref().map(|(path, bytes)| (&**path, bytes.clone())));
        self.snapshot = None;
        let has_entry = self.host.entry().is_some_and(|entry| overlay.read(entry).is_ok());
        if has_entry && self.host.config().broken {
            return true;
        }
        match self.host.open(&overlay, &self.start) {
            Ok(()) => true,
            Err(OpenError::NoPlan(_)) => has_entry,
            Err(_) => false,
        }
    }

    /// Where it would be looked for now.
    pub(crate) fn place(&self, setup: &Setup<'_>) -> Place {
        match self.start {
            Start::Folder(_) => place_of_folder(&self.asked, setup.world),
            Start::File(_) => Place::find(&self.asked, false, &|path| setup.world.is_file(path)),
        }
    }

    /// The folder or file that it was opened for.
    pub(crate) fn asked(&self) -> &Path {
        &self.asked
    }

    /// Every path that matters to it, be there a file or not.
    pub(crate) fn known(&self) -> impl Iterator<Item = PathBuf> {
        self.host.known().map(|path| self.root.join(path))
    }

    /// Every pattern, counted from its folder, whose files take part in it.
    pub(crate) fn patterns(&self) -> impl Iterator<Item = &str> {
        self.host.patterns()
    }

    /// Sets levels over those of the project.
    pub(crate) fn set_levels(&mut self, levels: &Levels) {
        self.host.set_levels(levels.clone());
        self.snapshot = None;
    }

    /// Where it lies.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Whether it was opened for a folder, not for a file.
    pub(crate) fn is_of_folder(&self) -> bool {
        matches!(self.start, Start::Folder(_))
    }

    /// Whether the file takes part in it.
    pub(crate) fn has(&self, path: &Path) -> bool {
        relative(&self.root, path).is_some_and(|path| self.host.has(&path))
    }

    /// Takes the new text of a file that is open in the editor.
    pub(crate) fn set_text(&mut self, path: &Path, text: &str, buffers: &Buffers) {
        let Some(path) = relative(&self.root, path).filter(|path| self.host.knows(path)) else { return };
        let overlay = Overlay { disk: &*self.disk, texts: buffers.texts_in(&self.root) };
        self.host.set_text(&overlay, &path, text);
        self.snapshot = None;
    }

    /// Looks again at files that may have changed on the disk; whether any lies in its folder.
    pub(crate) fn refresh(&mut self, paths: &[&Path], buffers: &Buffers) -> bool {
        let overlay = Overlay { disk: &*self.disk, texts: buffers.texts_in(&self.root) };
        let inside: Vec<String> = paths.iter().filter_map(|path| relative(&self.root, path)).collect();
        if !inside.is_empty() {
            self.host.refresh(&overlay, inside.iter().map(String::as_str));
            self.snapshot = None;
        }
        !inside.is_empty()
    }

    /// Reads the past anew.
    pub(crate) fn look_back(&mut self, setup: &Setup<'_>) {
        let history = setup.trusts.then(|| setup.world.history(&self.root, &self.host)).flatten();
        self.host.set_history(history);
        self.snapshot = None;
    }

    /// Follows the calendar.
    pub(crate) fn set_today(&mut self, today: Date) {
        if self.today != today {
            self.today = today;
            self.host.set_today(today);
            self.snapshot = None;
        }
    }

    /// Forgets what was made of the state: versions or languages are others.
    pub(crate) fn touch(&mut self) {
        self.snapshot = None;
    }

    /// The project as it is: made once after each change.
    pub(crate) fn snapshot(
        &mut self,
        buffers: &Buffers,
        setup: &Setup<'_>,
        last: Option<&Snapshot>,
    ) -> Option<Arc<Snapshot>> {
        if self.snapshot.is_none() {
            let analysis = self.host.analysis()?;
            let folder = buffers.uri_of(&self.root);
            let documents = documents(&analysis, &self.root, buffers, setup, last);
            self.snapshot = Some(Arc::new(Snapshot::new(self.root.clone(), folder, analysis, documents)));
        }
        self.snapshot.clone()
    }
}

/// The place of the project around a folder.
pub(crate) fn place_of_folder(folder: &Path, world: &dyn World) -> Place {
    let place = Place::find(folder, true, &|path| world.is_file(path));
    Place { start: Start::Folder(String::new()), ..place }
}

/// What the editor needs to know of each file; where lines start is kept from `last` for a text that is the same.
fn documents(
    analysis: &Analysis,
    root: &Path,
    buffers: &Buffers,
    setup: &Setup<'_>,
    last: Option<&Snapshot>,
) -> Vec<Document> {
    let last = last.filter(|last| last.root == root);
    let known = last.into_iter().flat_map(Snapshot::files);
    let known: BTreeMap<&str, _> =
        known.map(|(file, document)| (&*file.path, (&file.text, document))).collect();
    let files = analysis.files.iter().enumerate().map(|(index, file)| {
        let settings = setup.world.settings().filter(|_| index >= analysis.source_files);
        let path = settings.map_or_else(|| root.join(&file.path), Path::to_path_buf);
        let lines = match known.get(&*file.path) {
            Some((text, document)) if Arc::ptr_eq(text, &file.text) => document.lines.clone(),
            _ => Arc::new(OnceLock::new()),
        };
        let version = buffers.get(&path).map(|buffer| buffer.version);
        Document { uri: buffers.uri_of(&path), version, lines }
    });
    files.collect()
}
