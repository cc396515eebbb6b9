//! A project that is kept open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use roadmap_db::{Analysis, Disk, Host, OpenError, Overlay, Place, SETTINGS, Start, relative};

use crate::buffers::Buffers;
use crate::snapshot::{Document, Snapshot};
use crate::world::World;

/// A project and its database.
pub(crate) struct Project {
    root: PathBuf,
    start: Start,
    disk: Box<dyn Disk>,
    host: Host,
    today: Date,
    snapshot: Option<Arc<Snapshot>>,
}

impl Project {
    /// Opens the project of a place; what is open in the editor counts for what lies on the disk.
    pub(crate) fn open(place: Place, buffers: &Buffers, world: &dyn World) -> Result<Self, OpenError> {
        let Place { root, has_settings, start } = place;
        let disk = world.disk(&root);
        let overlay = Overlay { disk: &*disk, texts: buffers.texts_in(&root) };
        let settings = has_settings.then(|| overlay.read(SETTINGS).ok()).flatten();
        let today = world.today();
        let mut host = Host::new(settings.map(|bytes| (SETTINGS, bytes)), today);
        host.open(&overlay, &start)?;
        let mut project = Self { root, start, disk, host, today, snapshot: None };
        project.look_back(world);
        Ok(project)
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
    pub(crate) fn look_back(&mut self, world: &dyn World) {
        let history = world.history(&self.root, &self.host);
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
    pub(crate) fn snapshot(&mut self, buffers: &Buffers, last: Option<&Snapshot>) -> Option<Arc<Snapshot>> {
        if self.snapshot.is_none() {
            let analysis = self.host.analysis()?;
            let folder = buffers.uri_of(&self.root);
            let documents = documents(&analysis, &self.root, buffers, last);
            self.snapshot = Some(Arc::new(Snapshot::new(self.root.clone(), folder, analysis, documents)));
        }
        self.snapshot.clone()
    }
}

/// What the editor needs to know of each file; where lines start is kept from `last` for a text that is the same.
fn documents(analysis: &Analysis, root: &Path, buffers: &Buffers, last: Option<&Snapshot>) -> Vec<Document> {
    let last = last.filter(|last| last.root == root);
    let known = last.into_iter().flat_map(Snapshot::files);
    let known: BTreeMap<&str, _> =
        known.map(|(file, document)| (&*file.path, (&file.text, document))).collect();
    let files = analysis.files.iter().map(|file| {
        let path = root.join(&file.path);
        let lines = match known.get(&*file.path) {
            Some((text, document)) if Arc::ptr_eq(text, &file.text) => document.lines.clone(),
            _ => Arc::new(OnceLock::new()),
        };
        let version = buffers.get(&path).map(|buffer| buffer.version);
        Document { uri: buffers.uri_of(&path), version, lines }
    });
    files.collect()
}
