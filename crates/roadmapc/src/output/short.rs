//! One line for each finding.

use std::fmt::Write;

use roadmap_diag::{Message, render as text};

use super::places::place;
use super::{Request, visible, word};

pub(super) fn render(request: &Request<'_>) -> String {
    let mut out = String::new();
    for diagnostic in request.analysis.asked() {
        let (_, range) = place(request.analysis, diagnostic.span);
        let path = request.paths.shown(request.analysis, diagnostic.span.file);
        let message = text(&diagnostic.message, request.environment.locale);
        let message = visible(&message).replace('\n', " ");
        // Writing to a string does not fail.
        let _ = writeln!(
            out,
            "{}:{}:{}: {}[{}]: {message}",
            visible(&path),
            range.start.line,
            range.start.column,
            word(diagnostic.severity),
            visible(diagnostic.code.as_str()),
        );
    }
    out
}

/// A message as one line, without anything that acts on a terminal.
pub(super) fn line(message: &Message, request: &Request<'_>) -> String {
    visible(&text(message, request.environment.locale)).replace('\n', " ")
}
