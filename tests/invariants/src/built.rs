//! A text built to reports, as a project of one file.

use roadmap_api::Place;
use roadmap_db::{Analysis, Host, MemoryDisk, Start};
use roadmap_diag::Span;
use roadmap_report::project::{Places, Source, report};
use roadmap_report::{Options, render_html, render_json, render_markdown};
use roadmap_sema::track::track;

use crate::checked::TODAY;

/// Builds every report of `text`; nothing where it cannot even be opened as a project.
pub(crate) fn reports(text: &str) -> Vec<String> {
    let mut host = Host::new(None, TODAY);
    let disk = MemoryDisk::new(&[("main.roadmap", text)]);
    if host.open(&disk, &Start::File("main.roadmap".to_owned())).is_err() {
        return Vec::new();
    }
    let Some(analysis) = host.analysis() else { return Vec::new() };
    let report = report(&Source {
        model: &analysis.model,
        tracking: &track(&analysis.model),
        findings: &analysis.diagnostics,
        places: &Files(&analysis),
        locale: analysis.model.plan.lang,
        generator: "0.0.0",
    });
    let options = Options::default();
    let pages = [render_html(&report, &options), render_markdown(&report, &options)];
    pages.into_iter().flatten().chain([render_json(&report)]).collect()
}

struct Files<'a>(&'a Analysis);

impl Places for Files<'_> {
    fn place(&self, span: Span) -> Option<Place> {
        let (file, at) = self.0.position(span)?;
        Some(Place { file: file.to_owned(), line: at.line, column: at.column })
    }

    fn text(&self, span: Span) -> &str {
        self.0.text(span)
    }
}
