//! The salsa database: what goes in.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use jiff::civil::Date;
use roadmap_sema::build::{Extent, Incremental};
use roadmap_sema::hir::Hir;
use roadmap_sema::history::History;
use roadmap_sema::settings::Levels;
use roadmap_sema::value::AtomContext;
use roadmap_syntax::{Parse, Tree};
use rustc_hash::FxHashMap;
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

/// What queries need beside what salsa keeps for them.
#[salsa::db]
pub(crate) trait Db: salsa::Database {
    /// What the last revision left behind, to start from. Nothing that comes out depends on it.
    fn memory(&self) -> &Memory;
}

/// What the last revision left behind: a text that is parsed, or a plan that is built, is often the one before it but for
/// a few characters. Salsa knows whether something has to be computed; this makes it cheap to.
#[derive(Default)]
pub(crate) struct Memory {
    pub(crate) parses: Mutex<FxHashMap<SourceFile, Arc<Parse>>>,
    pub(crate) lowered: Mutex<FxHashMap<SourceFile, Lowered>>,
    pub(crate) builds: Mutex<Incremental>,
    /// How much each plan was built anew; only kept where somebody listens.
    pub(crate) extents: Option<Mutex<Vec<Extent>>>,
}

/// The statements of a file, and the trees that they were read from.
pub(crate) struct Lowered {
    pub(crate) context: AtomContext,
    pub(crate) trees: Vec<Arc<Tree>>,
    pub(crate) statements: Arc<[Arc<Hir>]>,
}

/// The database.
#[salsa::db]
#[derive(Clone)]
pub(crate) struct Database {
    storage: Storage<Self>,
    memory: Arc<Memory>,
}

#[salsa::db]
impl salsa::Database for Database {}

#[salsa::db]
impl Db for Database {
    fn memory(&self) -> &Memory {
        &self.memory
    }
}

impl Database {
    /// An empty database; `log` is told of every step.
    pub(crate) fn new(log: Option<Box<dyn Fn(Event) + Send + Sync>>) -> Self {
        let extents = log.is_some().then(Mutex::default);
        let memory = Arc::new(Memory { extents, ..Memory::default() });
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
        Self { storage: storage.build(), memory }
    }
}
