//! The report of a project as it is.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use lsp_types::{Location, Position, Uri};
use roadmap_api as api;
use roadmap_diag::{FileId, Locale, Span, TextRange};
use roadmap_report::project::{Places, Source, report};
use roadmap_sema::track::track_with;

use crate::client::Client;
use crate::snapshot::{Here, Snapshot};

/// The report in each language, made when first asked for.
#[derive(Default)]
pub(crate) struct Reports([OnceLock<Arc<api::Report>>; 2]);

impl Snapshot {
    /// The report of the project, its messages in `locale`.
    pub(crate) fn report(&self, client: &Client, locale: Locale) -> Arc<api::Report> {
        let [english, vietnamese] = &self.reports.0;
        let made = match locale {
            Locale::En => english,
            Locale::Vi => vietnamese,
        };
        made.get_or_init(|| Arc::new(self.make_report(client, locale))).clone()
    }

    fn make_report(&self, client: &Client, locale: Locale) -> api::Report {
        let analysis = &self.analysis;
        let tracking = track_with(&analysis.model, &analysis.settings.limits);
        report(&Source {
            model: &analysis.model,
            tracking: &tracking,
            findings: &analysis.diagnostics,
            places: &Texts { client, project: self },
            locale,
            generator: env!("CARGO_PKG_VERSION"),
        })
    }

    /// How the editor names the project: by its folder. A text that was never saved lies in none, and is named itself.
    pub(crate) fn uri(&self) -> Option<Uri> {
        if self.root.as_os_str().is_empty() {
            return self.files().find_map(|(_, document)| document.uri.clone());
        }
        self.folder.clone()
    }
}

/// Places and texts of the project's files.
struct Texts<'a> {
    client: &'a Client,
    project: &'a Snapshot,
}

impl Places for Texts<'_> {
    fn place(&self, span: Span) -> Option<api::Place> {
        let here = Here::new(self.client, self.project, span.file)?;
        Some(place(&here, self.project.analysis.resolve(span).start))
    }

    fn text(&self, span: Span) -> &str {
        self.project.analysis.text(span)
    }
}

/// A place as the report names it: its line is that of the editor, which knows one way more to end lines.
fn place(here: &Here<'_>, offset: u32) -> api::Place {
    let line = here.range(TextRange::empty(offset)).start.line;
    let column = here.file.line_column(offset).column;
    api::Place { file: here.file.path.clone(), line: line.saturating_add(1), column }
}

/// Finds the statements of a project by the places that a report gives for them.
pub(crate) struct Statements<'a> {
    here: Here<'a>,
    files: HashMap<&'a str, FileId>,
}

impl<'a> Statements<'a> {
    /// The statements of the project of a file.
    pub(crate) fn of(here: Here<'a>) -> Self {
        let files = here.analysis().files.iter().zip((0..).map(FileId));
        Self { here, files: files.map(|(file, id)| (&*file.path, id)).collect() }
    }

    /// The statement whose keyword stands at `place`.
    pub(crate) fn location(&self, place: &api::Place) -> Option<Location> {
        let here = self.here.other(*self.files.get(place.file.as_str())?)?;
        let line = here.offset(Position { line: place.line.checked_sub(1)?, character: 0 });
        let text = here.file.text.get(line as usize..)?;
        let columns = text.chars().take(place.column.checked_sub(1)? as usize);
        let offset = line.checked_add(u32::try_from(columns.map(char::len_utf8).sum::<usize>()).ok()?)?;

        let items = here.file.parse.items();
        let index = items.partition_point(|item| item.start <= offset).checked_sub(1)?;
        let (item, hir) = (items.get(index)?, here.file.statements.get(index)?);
        // Statements stand in the order of the text.
        let local = offset.checked_sub(item.start)?;
        let found = hir.stmts.binary_search_by_key(&local, |stmt| stmt.keyword_range.start).ok()?;
        here.location(here.id, hir.stmts.get(found)?.range.shift(item.start))
    }
}
