//! What changed between two versions of a plan, as Markdown.

use roadmap_api::{Diff, Report};
use roadmap_diag::Locale;

use super::escape::{markdown, rich};
use crate::changes::{Mark, changes};

/// `diff`, of whose later version `after` is the report.
pub(crate) fn diff(after: &Report, diff: &Diff, locale: Locale) -> String {
    let changes = changes(after, diff, locale);
    let mut out = format!("# {}\n\n{}\n", markdown(&diff.after.title), markdown(&changes.title));
    for caution in &changes.cautions {
        out.push_str(&format!("\n> {}\n", markdown(caution)));
    }
    // The heading of a single section says the same.
    if changes.sections.len() != 1 {
        out.push_str(&format!("\n**{}**\n", markdown(&changes.verdict)));
    }
    for section in &changes.sections {
        out.push_str(&format!("\n## {}: {}\n\n", markdown(&section.noun), markdown(&section.finding)));
        for line in &section.lines {
            let mark = match line.mark {
                Mark::Added => "➕ ",
                Mark::Dropped => "➖ ",
                Mark::Later => "⚠ ",
                Mark::Changed => "",
            };
            let parts = [markdown(&line.title), rich(&line.text)];
            let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            out.push_str(&format!("- {mark}{}\n", parts.join(": ")));
            if let Some(detail) = &line.detail {
                out.push_str(&format!("  - {}\n", markdown(detail)));
            }
        }
    }
    out
}
