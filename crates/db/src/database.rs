//! The salsa database: what goes in.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use roadmap_sema::history::History;
use roadmap_sema::settings::Levels;
use salsa::{Event, Storage};

use crate::disk::ReadError;
use crate::query;
use crate::text::FileText;

/// A file that has been read.
#[salsa::input(debug)]
pub(crate) struct SourceFile {
    /// Relative to the project, with `/`.
    #[returns(deref)]
    pub(crate) path: String,
    #[returns(ref)]
    pub(crate) text: FileText,
}

/// What has been looked up on the disk: files that are there and files that are not.
pub(crate) type Files = BTreeMap<String, Result<SourceFile, ReadError>>;

/// The project as a whole.
#[salsa::input]
pub(crate) struct Project {
    /// The file that holds the `roadmap` statement.
    #[returns(copy)]
    pub(crate) entry: SourceFile,
    /// `roadmap.toml`.
    #[returns(copy)]
    pub(crate) config: Option<SourceFile>,
    #[returns(ref)]
    pub(crate) files: Files,
    /// What each pattern of an include matches.
    #[returns(ref)]
    pub(crate) globs: BTreeMap<String, Vec<String>>,
    #[returns(copy)]
    pub(crate) today: Date,
    /// Levels of whoever reads, over those of `roadmap.toml`.
    #[returns(ref)]
    pub(crate) levels: Arc<Levels>,
    /// What is known of its past.
    #[returns(ref)]
    pub(crate) history: Option<Arc<History>>,
}

/// The database.
#[salsa::db]
#[derive(Clone)]
pub(crate) struct Database {
    storage: Storage<Self>,
}

#[salsa::db]
impl salsa::Database for Database {}

impl Database {
    /// An empty database; `log` is told of every step.
    pub(crate) fn new(log: Option<Box<dyn Fn(Event) + Send + Sync>>) -> Self {
        let storage = Storage::builder()
            .ingredient::<SourceFile>()
            .ingredient::<Project>()
            .ingredient::<query::parse>()
            .ingredient::<query::statements>()
            .ingredient::<query::context>()
            .ingredient::<query::includes>()
            .ingredient::<query::graph>()
            .ingredient::<query::config>()
            .ingredient::<query::settings>()
            .ingredient::<query::plan>()
            .ingredient::<query::diagnostics>();
        let storage = match log {
            Some(log) => storage.event_callback(log),
            None => storage,
        };
        Self { storage: storage.build() }
    }
}
