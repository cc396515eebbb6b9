//! What changed between two versions of a plan, for a terminal.

use roadmap_api::{Diff, Report, State};
use roadmap_diag::Locale;

use super::Terminal;
use super::page::{Page, Style, sign};
use crate::changes::{Line, Mark, changes};
use crate::text::STRONG;
use crate::words;

/// `diff`, of whose later version `after` is the report, for a terminal.
#[must_use]
pub fn render_diff(after: &Report, diff: &Diff, locale: Locale, terminal: Terminal) -> String {
    let changes = changes(after, diff, locale);
    let mut page = Page::new(terminal);
    page.line(0, 0, &[(Style::Strong, &diff.after.title)]);
    page.line(0, 0, &[(Style::Quiet, &changes.title)]);
    let caution = words::severity(roadmap_api::Severity::Warning);
    for text in &changes.cautions {
        page.line(0, 2, &[(Style::Look(caution), sign(caution)), (Style::Plain, text)]);
    }
    // The heading of a single section says the same.
    if changes.sections.len() != 1 {
        page.line(0, 0, &[]);
        page.line(0, 0, &[(Style::Strong, &changes.verdict)]);
    }
    for section in &changes.sections {
        page.heading(&section.noun, &section.finding);
        for line in &section.lines {
            one(&mut page, line);
        }
    }
    page.finish()
}

fn one(page: &mut Page, line: &Line) {
    let (style, mark) = match line.mark {
        Mark::Added => (Style::Look(words::kpi_state(roadmap_api::KpiState::OnPace)), "+"),
        Mark::Dropped => (Style::Look(words::state(State::Late)), "−"),
        Mark::Later => (Style::Look(words::state(State::Late)), "→"),
        Mark::Changed => (Style::Look(words::state(State::InProgress)), "→"),
    };
    // A title and how it changed stand on one line where they fit; emphasis is what is new.
    let mut parts = vec![(style, mark)];
    let title = format!("{}:", line.title);
    if !line.title.is_empty() {
        let title = if line.text.is_empty() { line.title.as_str() } else { title.as_str() };
        parts.push((Style::Plain, title));
    }
    for (index, part) in line.text.split([STRONG.0, STRONG.1]).enumerate() {
        parts.push((if index % 2 == 1 { Style::Strong } else { Style::Plain }, part));
    }
    page.line(2, 4, &parts);
    if let Some(detail) = &line.detail {
        page.line(4, 6, &[(Style::Quiet, detail)]);
    }
}
