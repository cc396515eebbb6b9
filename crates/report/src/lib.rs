//! Writers of reports: HTML, Markdown and JSON, and what a terminal shows, over the report model alone.
//!
//! Every writer is a pure function of a [`Report`]: the same model gives the same bytes. Labels come from the message
//! files in the plan's own language; strings of the plan are text, whatever they hold.

mod changes;
mod context;
mod data;
mod fields;
mod group;
mod history;
mod html;
mod kpi;
mod label;
mod markdown;
mod note;
mod outline;
mod percent;
pub mod project;
mod status;
mod template;
mod terminal;
mod text;
mod upcoming;
mod verdict;
mod words;

use roadmap_api::Report;
use roadmap_diag::Locale;

pub use outline::{Nearest, Node, NodeState, Outline, nearest, outline};
pub use status::{OwnerError, find_owner, plan_status};
pub use template::{Options, TemplateError};
pub use terminal::{Terminal, render_diff, render_status};

/// The report as one HTML page that loads nothing, needs no script and prints on A4.
///
/// # Errors
/// Where a template of `options` cannot be read or rendered; the built-in ones always can.
pub fn render_html(report: &Report, options: &Options) -> Result<String, TemplateError> {
    html::render(report, options)
}

/// The report as Markdown for GitHub, stable line by line.
///
/// # Errors
/// Where a template of `options` cannot be read or rendered; the built-in ones always can.
pub fn render_markdown(report: &Report, options: &Options) -> Result<String, TemplateError> {
    markdown::render(report, options)
}

/// What changed between two versions, of which `after` is the report of the later, as Markdown for a review or a message.
#[must_use]
pub fn render_diff_markdown(after: &Report, diff: &roadmap_api::Diff, locale: Locale) -> String {
    markdown::diff(after, diff, locale)
}

/// `status`, which was made from `report`, as Markdown.
#[must_use]
pub fn render_status_markdown(report: &Report, status: &roadmap_api::PlanStatus, locale: Locale) -> String {
    markdown::status(report, status, locale)
}

/// The report model as indented JSON, as `docs/report.schema.json` describes it, with a newline at the end.
#[must_use]
pub fn render_json(report: &Report) -> String {
    // The model is made of strings, lists and numbers: nothing in it can fail to be written.
    let mut text = serde_json::to_string_pretty(report).unwrap_or_default();
    text.push('\n');
    text
}

/// The language of the report: the one asked for, else the plan's, else English.
fn locale(report: &Report, options: &Options) -> Locale {
    options.locale.or_else(|| Locale::from_tag(&report.plan.lang)).unwrap_or_default()
}
