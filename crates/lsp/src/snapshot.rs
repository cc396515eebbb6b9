//! What is known of a project at one moment, as requests see it: nothing in it changes.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use lsp_types::{Location, Position, Range, Uri};
use roadmap_db::{Analysis, File, relative};
use roadmap_diag::{Diagnostic, FileId, Locale, Message, Span, TextRange, render};

use crate::client::Client;
use crate::reporting::Reports;
use crate::requests::tokens::Given;
use crate::sync::Lines;
use crate::world::World;

/// A project as it is.
pub(crate) struct Snapshot {
    pub(crate) root: PathBuf,
    pub(crate) analysis: Analysis,
    /// By file.
    documents: Vec<Document>,
    /// By file, where its findings stand among all: those of a file stand together.
    findings: Vec<std::ops::Range<usize>>,
    /// How the editor names its folder.
    pub(crate) folder: Option<Uri>,
    pub(crate) reports: Reports,
}

/// What an editor needs to know of a file beside its text.
pub(crate) struct Document {
    pub(crate) uri: Option<Uri>,
    /// The version of the text, where it is open.
    pub(crate) version: Option<i32>,
    /// Where its lines start; found when first asked for.
    pub(crate) lines: Arc<OnceLock<Lines>>,
}

/// All projects as they are, for one request.
pub(crate) struct View<'a> {
    pub(crate) client: &'a Client,
    pub(crate) projects: &'a [Arc<Snapshot>],
    /// The path that an address leads to.
    pub(crate) path_of: &'a dyn Fn(&Uri) -> PathBuf,
    /// The address of a path.
    pub(crate) uri_of: &'a dyn Fn(&Path) -> Option<Uri>,
    /// Whether a file lies at a path, or is open and not yet saved.
    pub(crate) is_taken: &'a dyn Fn(&Path) -> bool,
    pub(crate) world: &'a dyn World,
    /// The tokens that the editor has.
    pub(crate) given: &'a Given,
}

/// A file of a project, as a request sees it.
#[derive(Clone, Copy)]
pub(crate) struct Here<'a> {
    pub(crate) client: &'a Client,
    pub(crate) project: &'a Snapshot,
    pub(crate) id: FileId,
    pub(crate) file: &'a File,
}

impl Snapshot {
    pub(crate) fn new(
        root: PathBuf,
        folder: Option<Uri>,
        analysis: Analysis,
        documents: Vec<Document>,
    ) -> Self {
        let mut findings = vec![0..0; analysis.files.len()];
        let mut start = 0;
        for chunk in analysis.diagnostics.chunk_by(|one, other| one.span.file == other.span.file) {
            let file = chunk.first().map_or(0, |finding| finding.span.file.0 as usize);
            if let Some(findings) = findings.get_mut(file) {
                *findings = start..start + chunk.len();
            }
            start += chunk.len();
        }
        Self { root, analysis, documents, findings, folder, reports: Reports::default() }
    }

    /// Each file with what an editor needs to know of it.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&File, &Document)> {
        self.analysis.files.iter().zip(&self.documents)
    }

    /// The file at a path.
    pub(crate) fn find(&self, path: &Path) -> Option<FileId> {
        let path = relative(&self.root, path)?;
        let index = self.analysis.files.iter().position(|file| file.path == path)?;
        u32::try_from(index).ok().map(FileId)
    }

    /// The language of messages about this project.
    pub(crate) fn locale(&self, client: &Client) -> Locale {
        client.locale(self.analysis.config.locale)
    }
}

impl<'a> View<'a> {
    /// The file at an address, in the first project that has it.
    pub(crate) fn file(&self, uri: &Uri) -> Option<Here<'a>> {
        let path = (self.path_of)(uri);
        self.projects.iter().find_map(|project| Here::new(self.client, project, project.find(&path)?))
    }
}

impl<'a> Here<'a> {
    pub(crate) fn new(client: &'a Client, project: &'a Snapshot, id: FileId) -> Option<Self> {
        Some(Self { client, project, id, file: project.analysis.file(id)? })
    }

    /// The same project, another file.
    pub(crate) fn other(&self, id: FileId) -> Option<Self> {
        Self::new(self.client, self.project, id)
    }

    pub(crate) fn analysis(&self) -> &'a Analysis {
        &self.project.analysis
    }

    pub(crate) fn document(&self) -> Option<&'a Document> {
        self.project.documents.get(self.id.0 as usize)
    }

    /// What is found in it.
    pub(crate) fn findings(&self) -> &'a [Diagnostic] {
        let range = self.project.findings.get(self.id.0 as usize).cloned();
        range.and_then(|range| self.project.analysis.diagnostics.get(range)).unwrap_or_default()
    }

    /// A message in the reader's language.
    pub(crate) fn say(&self, message: &Message) -> String {
        render(message, self.project.locale(self.client))
    }

    fn with_lines<T>(&self, ask: impl FnOnce(&Lines) -> T) -> T {
        match self.document() {
            Some(document) => ask(document.lines.get_or_init(|| Lines::new(&self.file.text))),
            None => ask(&Lines::new(&self.file.text)),
        }
    }

    /// The byte at an editor's place.
    pub(crate) fn offset(&self, place: Position) -> u32 {
        self.with_lines(|lines| lines.offset(&self.file.text, place, self.client.encoding))
    }

    /// The bytes of an editor's range.
    pub(crate) fn bytes(&self, range: Range) -> TextRange {
        self.with_lines(|lines| lines.bytes(&self.file.text, range, self.client.encoding))
    }

    /// Bytes as an editor's range.
    pub(crate) fn range(&self, range: TextRange) -> Range {
        self.with_lines(|lines| lines.range(&self.file.text, range, self.client.encoding))
    }

    /// A place of the project as the editor names it.
    pub(crate) fn location(&self, file: FileId, range: TextRange) -> Option<Location> {
        let there = self.other(file)?;
        Some(Location { uri: there.document()?.uri.clone()?, range: there.range(range) })
    }

    /// The same for a place of the model.
    pub(crate) fn location_of(&self, span: Span) -> Option<Location> {
        self.location(span.file, self.analysis().resolve(span))
    }
}
