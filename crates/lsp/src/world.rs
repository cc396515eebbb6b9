//! What the server needs of the world around it; `roadmapc` gives it.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use roadmap_db::{Disk, Host};
use roadmap_diag::Locale;
use roadmap_sema::history::History;

/// Files, the calendar and the past. The server touches none of them by itself.
pub trait World {
    /// The files of a folder, whose path is one that [`Self::real`] gives.
    fn disk(&self, folder: &Path) -> Box<dyn Disk>;

    /// Whether a file lies there.
    fn is_file(&self, path: &Path) -> bool;

    /// The path with its links followed, as far as it exists: one path for each file.
    fn real(&self, path: &Path) -> PathBuf;

    /// The settings that every project has for its `roadmap.toml`, where the server was started with some: their real path.
    fn settings(&self) -> Option<&Path>;

    /// The language that the server was started with, where it was.
    fn locale(&self) -> Option<Locale>;

    /// The plan's today.
    fn today(&self) -> Date;

    /// What is known of the past of the project that `host` has open and that lies in `folder`.
    fn history(&self, folder: &Path, host: &Host) -> Option<History>;
}
