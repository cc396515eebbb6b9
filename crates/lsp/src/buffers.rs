//! Texts that are open in the editor, and how it names files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{TextDocumentContentChangeEvent, Uri};
use roadmap_db::relative;

use crate::sync::{self, Encoding};
use crate::uri;

/// A text that is open.
pub(crate) struct Buffer {
    pub(crate) uri: Uri,
    pub(crate) version: i32,
    pub(crate) text: Arc<str>,
}

/// All texts that are open, by real path.
#[derive(Default)]
pub(crate) struct Buffers {
    open: BTreeMap<PathBuf, Buffer>,
    /// Folders as the editor names them, and where they really lie.
    folders: Vec<(PathBuf, PathBuf)>,
}

impl Buffers {
    pub(crate) fn open(&mut self, path: PathBuf, uri: Uri, version: i32, text: &str) {
        self.open.insert(path, Buffer { uri, version, text: text.into() });
    }

    /// Whether it was open.
    pub(crate) fn close(&mut self, path: &Path) -> bool {
        self.open.remove(path).is_some()
    }

    /// Makes an editor's changes; the new text, where the file is open.
    pub(crate) fn change(
        &mut self,
        path: &Path,
        version: i32,
        changes: &[TextDocumentContentChangeEvent],
        encoding: Encoding,
    ) -> Option<Arc<str>> {
        let buffer = self.open.get_mut(path)?;
        let mut text = buffer.text.to_string();
        sync::apply(&mut text, changes, encoding);
        buffer.version = version;
        buffer.text = text.into();
        Some(buffer.text.clone())
    }

    pub(crate) fn get(&self, path: &Path) -> Option<&Buffer> {
        self.open.get(path)
    }

    /// The path of the text that was opened at an address.
    pub(crate) fn path_of(&self, uri: &Uri) -> Option<&Path> {
        self.open.iter().find(|(_, buffer)| buffer.uri == *uri).map(|(path, _)| path.as_path())
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.open.keys().map(PathBuf::as_path)
    }

    /// The texts below a folder, by their path from there.
    pub(crate) fn texts_in(&self, folder: &Path) -> BTreeMap<String, Arc<str>> {
        let inside =
            |(path, buffer): (&PathBuf, &Buffer)| Some((relative(folder, path)?, buffer.text.clone()));
        self.open.iter().filter_map(inside).collect()
    }

    /// Remembers how the editor names a folder.
    pub(crate) fn name_folder(&mut self, named: PathBuf, real: PathBuf) {
        self.forget_folder(&named);
        self.folders.push((named, real));
    }

    pub(crate) fn forget_folder(&mut self, named: &Path) {
        self.folders.retain(|(other, _)| other != named);
    }

    /// How the editor names the file or folder that really lies at `path`.
    pub(crate) fn uri_of(&self, path: &Path) -> Option<Uri> {
        if let Some(buffer) = self.open.get(path) {
            return Some(buffer.uri.clone());
        }
        let named = self.folders.iter().find_map(|(named, real)| {
            let inside = path.strip_prefix(real).ok()?;
            Some(if inside.as_os_str().is_empty() { named.clone() } else { named.join(inside) })
        });
        uri::uri_of(named.as_deref().unwrap_or(path))
    }
}
