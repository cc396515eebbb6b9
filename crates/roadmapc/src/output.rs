//! Findings in each format.

mod block;
mod github;
mod human;
mod json;
mod places;
mod sarif;
mod sheet;
mod short;
mod snippet;
mod visible;
mod wrap;

use roadmap_db::Analysis;
use roadmap_diag::Severity;

use crate::arguments::Format;
use crate::environment::Environment;
use crate::project::Paths;

pub(crate) use json::to_text;
pub(crate) use visible::visible;

/// How to print findings.
pub(crate) struct Request<'a> {
    /// The findings and the files they stand in.
    pub(crate) analysis: &'a Analysis,
    /// How paths are shown.
    pub(crate) paths: Paths<'a>,
    /// How to speak.
    pub(crate) environment: &'a Environment,
    /// Whether every finding is shown in full.
    pub(crate) all: bool,
}

/// Prints the findings that were asked for.
pub(crate) fn print(request: &Request<'_>, format: Format) {
    let environment = request.environment;
    match format {
        Format::Human => environment.err(&human::render(request)),
        Format::Short => environment.out(&short::render(request)),
        Format::Json => environment.out(&json::render(request)),
        Format::Sarif => environment.out(&sarif::render(request)),
        Format::Github => environment.out(&github::render(request)),
    }
}

/// The word for a severity that formats for programs use.
fn word(severity: Severity) -> &'static str {
    severity.as_str()
}
