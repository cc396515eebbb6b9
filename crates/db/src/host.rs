//! A project that is kept open: inputs go in, analyses come out.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;
use roadmap_diag::{FileId, Message};
use roadmap_sema::history::History;
use roadmap_sema::model::Model;
use roadmap_sema::settings::{Levels, Settings};
use salsa::Setter;

use crate::analysis::{Analysis, File};
use crate::config::Config;
use crate::database::{Database, Project, SourceFile};
use crate::disk::{Disk, ReadError};
use crate::graph::Wanted;
use crate::text::FileText;
use crate::{path, query};

/// What was asked for, relative to the project's folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Start {
    /// The project of this folder; empty for the project's folder itself.
    Folder(String),
    /// A file: the entry of a project, or a part of one.
    File(String),
}

/// Why a project cannot be opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OpenError {
    /// A file that must be there cannot be read.
    Read(String, ReadError),
    /// A folder has no `.roadmap` file with a `roadmap` statement.
    NoPlan(String),
    /// A folder has several of them, and no `roadmap.toml` that says which one is meant.
    SeveralPlans(Vec<String>),
}

impl OpenError {
    /// It in words; `prefix` leads from where the reader is to the project.
    #[must_use]
    pub fn message(&self, prefix: &str) -> Message {
        let at = |path: &str| format!("{prefix}{path}");
        match self {
            Self::Read(path, ReadError::NotFound) => Message::new("open-not-found").with("path", at(path)),
            Self::Read(path, ReadError::Outside) => Message::new("include-outside").with("path", at(path)),
            Self::Read(path, ReadError::Other(reason)) => {
                Message::new("include-unreadable").with("path", at(path)).with("reason", reason.as_str())
            }
            Self::NoPlan(folder) => Message::new("open-no-plan").with(
                "folder",
                if prefix.is_empty() && folder.is_empty() { ".".to_owned() } else { at(folder) },
            ),
            Self::SeveralPlans(paths) => {
                let paths: Vec<_> = paths.iter().map(|path| format!("`{}`", at(path)).into()).collect();
                Message::new("open-several-plans").with("paths", paths)
            }
        }
    }
}

/// A project and the database that remembers what follows from it.
pub struct Host {
    db: Database,
    files: BTreeMap<String, Result<SourceFile, ReadError>>,
    globs: BTreeMap<String, Vec<String>>,
    config: Option<SourceFile>,
    today: Date,
    history: Option<Arc<History>>,
    levels: Arc<Levels>,
    project: Option<Project>,
    only: Option<SourceFile>,
}

impl Host {
    /// A host without a project. `config` is the path and bytes of `roadmap.toml`, where there is one.
    #[must_use]
    pub fn new(config: Option<(&str, Vec<u8>)>, today: Date) -> Self {
        Self::with_database(Database::new(None), config, today)
    }

    pub(crate) fn with_database(db: Database, config: Option<(&str, Vec<u8>)>, today: Date) -> Self {
        let config = config.map(|(path, bytes)| SourceFile::new(&db, path.to_owned(), FileText::new(bytes)));
        Self {
            db,
            files: BTreeMap::new(),
            globs: BTreeMap::new(),
            config,
            today,
            history: None,
            levels: Arc::default(),
            project: None,
            only: None,
        }
    }

    /// `roadmap.toml` as read; empty where there is none.
    #[must_use]
    pub fn config(&self) -> Arc<Config> {
        self.config.map_or_else(Arc::default, |file| query::config(&self.db, file).clone())
    }

    /// Loads the project that `start` belongs to: its entry, and whatever is included.
    ///
    /// # Errors
    /// Where the entry is not to be found or read. What is wrong with an included file is a finding.
    pub fn open(&mut self, disk: &dyn Disk, start: &Start) -> Result<(), OpenError> {
        self.only = None;
        match start {
            Start::Folder(folder) => {
                let entry = self.entry_of(disk, folder)?;
                self.load(disk, entry);
            }
            Start::File(path) => {
                let file = self.read(disk, path).map_err(|error| OpenError::Read(path.clone(), error))?;
                if !self.has_roadmap(file) && self.open_whole(disk, file) {
                    self.only = Some(file);
                } else {
                    self.load(disk, file);
                }
            }
        }
        Ok(())
    }

    /// Loads the project that includes `part`, where there is one.
    fn open_whole(&mut self, disk: &dyn Disk, part: SourceFile) -> bool {
        let mut entries: Vec<SourceFile> = self.entry_of(disk, "").into_iter().collect();
        let folder = path::parent(part.path(&self.db)).to_owned();
        entries.extend(self.plans_in(disk, &folder));
        entries.into_iter().any(|entry| {
            self.load(disk, entry);
            self.project.is_some_and(|project| query::graph(&self.db, project).files.contains(&part))
        })
    }

    /// The entry of a folder: the one that `roadmap.toml` names, else its one file with a `roadmap` statement.
    fn entry_of(&mut self, disk: &dyn Disk, folder: &str) -> Result<SourceFile, OpenError> {
        if let (Some((entry, _)), "") = (&self.config().entry, folder) {
            return self.read(disk, entry).map_err(|error| OpenError::Read(entry.clone(), error));
        }
        match *self.plans_in(disk, folder) {
            [entry] => Ok(entry),
            [] => Err(OpenError::NoPlan(folder.to_owned())),
            ref several => Err(OpenError::SeveralPlans(
                several.iter().map(|file| file.path(&self.db).to_owned()).collect(),
            )),
        }
    }

    /// The files of a folder that have a `roadmap` statement.
    fn plans_in(&mut self, disk: &dyn Disk, folder: &str) -> Vec<SourceFile> {
        let paths = disk.glob(&path::join(&escape(folder), "*.roadmap"));
        let files = paths.iter().filter_map(|path| self.read(disk, path).ok()).collect::<Vec<_>>();
        files.into_iter().filter(|file| self.has_roadmap(*file)).collect()
    }

    fn has_roadmap(&self, file: SourceFile) -> bool {
        let mut statements =
            query::parse(&self.db, file).items().iter().flat_map(|item| item.tree.statements());
        statements.any(|stmt| stmt.keyword().is_some_and(|keyword| keyword.text == "roadmap"))
    }

    fn read(&mut self, disk: &dyn Disk, path: &str) -> Result<SourceFile, ReadError> {
        if let Some(known) = self.files.get(path) {
            return known.clone();
        }
        let read =
            disk.read(path).map(|bytes| SourceFile::new(&self.db, path.to_owned(), FileText::new(bytes)));
        self.files.insert(path.to_owned(), read.clone());
        read
    }

    /// Makes `entry` the project's, and reads what it includes until nothing is missing.
    fn load(&mut self, disk: &dyn Disk, entry: SourceFile) {
        match self.project {
            Some(project) if project.entry(&self.db) == entry => {}
            Some(project) => {
                project.set_entry(&mut self.db).to(entry);
            }
            None => {
                let (files, globs) = (self.files.clone(), self.globs.clone());
                let (levels, history) = (self.levels.clone(), self.history.clone());
                let config = self.config;
                let project =
                    Project::new(&self.db, entry, config, files, globs, self.today, levels, history);
                self.project = Some(project);
            }
        }
        self.complete(disk);
    }

    /// Reads what the project includes and has not been looked up.
    fn complete(&mut self, disk: &dyn Disk) {
        let Some(project) = self.project else { return };
        loop {
            let wanted = query::graph(&self.db, project).wanted.clone();
            if wanted.is_empty() {
                return;
            }
            for wanted in wanted {
                match wanted {
                    // What cannot be read is remembered with its reason, and becomes a finding.
                    Wanted::File(path) => drop(self.read(disk, &path)),
                    Wanted::Glob(pattern) => {
                        let mut paths = disk.glob(&pattern);
                        paths.sort();
                        self.globs.insert(pattern, paths);
                    }
                }
            }
            project.set_files(&mut self.db).to(self.files.clone());
            project.set_globs(&mut self.db).to(self.globs.clone());
        }
    }

    /// Gives a file that has been read a new text, and loads what it newly includes.
    pub fn set_text(&mut self, disk: &dyn Disk, path: &str, text: &str) {
        let new = FileText::new(text.as_bytes().to_vec());
        match self.files.get(path) {
            Some(Ok(file)) => {
                if *file.text(&self.db) != new {
                    file.set_text(&mut self.db).to(new);
                }
            }
            _ => {
                let file = SourceFile::new(&self.db, path.to_owned(), new);
                self.files.insert(path.to_owned(), Ok(file));
                if let Some(project) = self.project {
                    project.set_files(&mut self.db).to(self.files.clone());
                }
            }
        }
        self.complete(disk);
    }

    /// Whether `path` has been asked for, be it there or not.
    #[must_use]
    pub fn knows(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Whether `path` is one of the project's `.roadmap` files, or its `roadmap.toml`.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        let db = &self.db;
        self.config.is_some_and(|file| file.path(db) == path)
            || self.project.is_some_and(|project| {
                query::graph(db, project).files.iter().any(|file| file.path(db) == path)
            })
    }

    /// Reads again what has changed on the disk: those of `paths` that have been asked for, and which files the patterns
    /// match now. What is gone is gone; an entry keeps its last text, and [`Self::open`] says what is wrong with it.
    pub fn refresh<'p>(&mut self, disk: &dyn Disk, paths: impl Iterator<Item = &'p str>) {
        for path in paths {
            let Some(known) = self.files.get(path).cloned() else { continue };
            match (known, disk.read(path).map(FileText::new)) {
                (Ok(file), Ok(new)) => {
                    if *file.text(&self.db) != new {
                        file.set_text(&mut self.db).to(new);
                    }
                }
                (Err(_), Ok(new)) => {
                    let file = SourceFile::new(&self.db, path.to_owned(), new);
                    self.files.insert(path.to_owned(), Ok(file));
                }
                (_, Err(error)) => {
                    self.files.insert(path.to_owned(), Err(error));
                }
            }
        }
        for (pattern, paths) in &mut self.globs {
            *paths = disk.glob(pattern);
            paths.sort();
        }
        if let Some(project) = self.project {
            if *project.files(&self.db) != self.files {
                project.set_files(&mut self.db).to(self.files.clone());
            }
            if *project.globs(&self.db) != self.globs {
                project.set_globs(&mut self.db).to(self.globs.clone());
            }
        }
        self.complete(disk);
    }

    /// Changes the plan's today.
    pub fn set_today(&mut self, today: Date) {
        self.today = today;
        if let Some(project) = self.project {
            project.set_today(&mut self.db).to(today);
        }
    }

    /// Sets levels over those of `roadmap.toml`: of whoever reads.
    pub fn set_levels(&mut self, levels: Levels) {
        self.levels = Arc::new(levels);
        if let Some(project) = self.project {
            project.set_levels(&mut self.db).to(self.levels.clone());
        }
    }

    /// Replaces `roadmap.toml`, given as for [`Self::new`]. What it says of the entry counts when the project is opened
    /// anew.
    pub fn set_config(&mut self, config: Option<(&str, Vec<u8>)>) {
        match (self.config, config) {
            (Some(file), Some((path, bytes))) if file.path(&self.db) == path => {
                let new = FileText::new(bytes);
                if *file.text(&self.db) != new {
                    file.set_text(&mut self.db).to(new);
                }
                return;
            }
            (None, None) => return,
            (_, new) => {
                let new = new.map(|(path, bytes)| (path.to_owned(), FileText::new(bytes)));
                self.config = new.map(|(path, text)| SourceFile::new(&self.db, path, text));
            }
        }
        if let Some(project) = self.project {
            project.set_config(&mut self.db).to(self.config);
        }
    }

    /// The path of the file that holds the `roadmap` statement; none before a project is opened.
    #[must_use]
    pub fn entry(&self) -> Option<&str> {
        Some(self.project?.entry(&self.db).path(&self.db))
    }

    /// Every path that has been asked for, be it there or not.
    pub fn known(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Every pattern that has been asked for: files that match it take part.
    pub fn patterns(&self) -> impl Iterator<Item = &str> {
        self.globs.keys().map(String::as_str)
    }

    /// Says what is known of the project's past: nothing, unless this is called.
    pub fn set_history(&mut self, history: Option<History>) {
        self.history = history.map(Arc::new);
        if let Some(project) = self.project {
            project.set_history(&mut self.db).to(self.history.clone());
        }
    }

    /// The plan, without what is to be said about it; nothing before a project is opened.
    #[must_use]
    pub fn model(&self) -> Option<Arc<Model>> {
        Some(query::plan(&self.db, self.project?).model.clone())
    }

    /// Levels and limits; nothing before a project is opened.
    #[must_use]
    pub fn settings(&self) -> Option<Arc<Settings>> {
        Some(query::settings(&self.db, self.project?).clone())
    }

    /// The project's `.roadmap` files; none before a project is opened.
    #[must_use]
    pub fn files(&self) -> Vec<File> {
        let db = &self.db;
        let Some(project) = self.project else { return Vec::new() };
        let files = query::graph(db, project).files.iter();
        files
            .map(|file| File {
                path: file.path(db).to_owned(),
                text: file.text(db).text.clone(),
                parse: query::parse(db, *file).clone(),
                statements: query::statements(db, *file, project).clone(),
                is_text: file.text(db).bad_byte.is_none(),
                lines: Arc::new(OnceLock::new()),
            })
            .collect()
    }

    /// Everything that is known of the project; nothing before one is opened.
    #[must_use]
    pub fn analysis(&self) -> Option<Analysis> {
        let db = &self.db;
        let project = self.project?;
        let graph = query::graph(db, project);
        let mut files = self.files();
        let source_files = files.len();
        files.extend(self.config.map(|file| File {
            path: file.path(db).to_owned(),
            text: file.text(db).text.clone(),
            parse: Arc::new(roadmap_syntax::parse("")),
            statements: Arc::new([]),
            is_text: file.text(db).bad_byte.is_none(),
            lines: Arc::new(OnceLock::new()),
        }));
        let only = self.only.and_then(|only| graph.files.iter().position(|file| *file == only));
        Some(Analysis {
            files,
            source_files,
            only: only.and_then(|index| u32::try_from(index).ok()).map(FileId),
            model: query::plan(db, project).model.clone(),
            settings: query::settings(db, project).clone(),
            config: self.config(),
            today: self.today,
            diagnostics: query::diagnostics(db, project).clone(),
            hidden: None,
        })
    }
}

/// `folder` as a pattern that matches nothing else.
fn escape(folder: &str) -> String {
    globset::escape(folder)
}
