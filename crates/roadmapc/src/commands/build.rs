//! `build`: the reports.

use std::fs;
use std::path::{Path, PathBuf};

use roadmap_api as api;
use roadmap_db::Analysis;
use roadmap_diag::{Locale, Message, Span, render as text};
use roadmap_report::project::{Places, Source, report};
use roadmap_report::{Options, render_html, render_json, render_markdown};
use roadmap_sema::track::track_with;

use crate::arguments::{Build, Format, Global, ReportFormat};
use crate::commands::check;
use crate::environment::Environment;
use crate::error::{CommandError, Status};
use crate::output::{self, Request};
use crate::project::Loaded;
use crate::write;

/// The name of the reports, before the dot.
const NAME: &str = "index";

pub(super) fn run(
    build: &Build,
    global: &Global,
    environment: &mut Environment,
) -> Result<Status, CommandError> {
    let loaded = Loaded::open(build.path.as_deref(), global, environment)?;
    let analysis = loaded.analysis()?;
    let findings = check::status(&analysis, None);
    if environment.quiet && analysis.asked().next().is_none() {
        // Nothing to draw.
    } else {
        output::print(
            &Request { analysis: &analysis, paths: loaded.paths(), environment, all: false },
            Format::Human,
        );
    }
    if findings == Status::Failed || (build.no_emit_on_error && findings != Status::Clean) {
        return Ok(findings);
    }
    // A report speaks the plan's language, whoever builds it.
    let report = report_of(&analysis, analysis.model.plan.lang);
    let out = folder(build, &analysis, &loaded);
    // The report has all that the writers need: what it was made from makes room for them.
    drop((analysis, loaded));
    fs::create_dir_all(&out).map_err(|error| CommandError::write(&out.display().to_string(), &error))?;
    let mut first = None;
    for format in formats(&build.format) {
        let path = out.join(format!("{NAME}.{}", format.extension()));
        let shown = path.display().to_string();
        write::create(&path, &render(*format, &report)?)
            .map_err(|error| CommandError::write(&shown, &error))?;
        if !environment.quiet {
            let line = text(&Message::new("build-wrote").with("path", shown), environment.locale);
            environment.out(&format!("{line}\n"));
        }
        first.get_or_insert(path);
    }
    if let (true, Some(path)) = (build.open, first) {
        open::that_detached(&path)
            .map_err(|error| CommandError::open(&path.display().to_string(), &error))?;
    }
    Ok(findings)
}

/// The formats asked for, each once.
fn formats(asked: &[ReportFormat]) -> Vec<&ReportFormat> {
    let mut formats: Vec<&ReportFormat> = Vec::new();
    for format in asked {
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    formats
}

/// Where reports go: as asked, counted from here; else as `roadmap.toml` says or `build`, counted from the project.
fn folder(build: &Build, analysis: &Analysis, loaded: &Loaded) -> PathBuf {
    match &build.out {
        Some(out) => out.clone(),
        None => Path::new(&loaded.prefix).join(analysis.config.out.as_deref().unwrap_or("build")),
    }
}

fn render(format: ReportFormat, report: &api::Report) -> Result<String, CommandError> {
    let options = Options::default();
    let template = |error: roadmap_report::TemplateError| CommandError(Message::verbatim(error.to_string()));
    match format {
        ReportFormat::Html => render_html(report, &options).map_err(template),
        ReportFormat::Md => render_markdown(report, &options).map_err(template),
        ReportFormat::Json => Ok(render_json(report)),
    }
}

/// The report of a project, with its messages in `locale`.
pub(super) fn report_of(analysis: &Analysis, locale: Locale) -> api::Report {
    let tracking = track_with(&analysis.model, &analysis.settings.limits);
    report(&Source {
        model: &analysis.model,
        tracking: &tracking,
        findings: &analysis.diagnostics,
        places: &Files(analysis),
        locale,
        generator: env!("CARGO_PKG_VERSION"),
    })
}

/// Places and texts of the project's files.
struct Files<'a>(&'a Analysis);

impl Places for Files<'_> {
    fn place(&self, span: Span) -> Option<api::Place> {
        let (file, at) = self.0.position(span)?;
        Some(api::Place { file: file.to_owned(), line: at.line, column: at.column })
    }

    fn text(&self, span: Span) -> &str {
        self.0.text(span)
    }
}
