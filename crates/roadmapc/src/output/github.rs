//! Commands that GitHub Actions turns into annotations.

use std::fmt::Write;

use roadmap_diag::{Severity, render as text};

use super::Request;
use super::places::place;

pub(super) fn render(request: &Request<'_>) -> String {
    let mut out = String::new();
    let locale = request.environment.locale;
    for diagnostic in request.analysis.asked() {
        let (_, range) = place(request.analysis, diagnostic.span);
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let mut message = text(&diagnostic.message, locale);
        if let Some(help) = &diagnostic.help {
            message.push('\n');
            message.push_str(&text(help, locale));
        }
        let file = property(&request.paths.shown(request.analysis, diagnostic.span.file));
        let (start, end) = (range.start, range.end);
        let columns = match start.line == end.line {
            // A column behind the last is wanted on one line only; over several lines columns are not taken.
            true => format!(",col={},endColumn={}", start.column, end.column.max(start.column)),
            false => String::new(),
        };
        // Writing to a string does not fail.
        let _ = writeln!(
            out,
            "::{command} file={file},line={},endLine={}{columns},title={}::{}",
            start.line,
            end.line,
            property(diagnostic.code.as_str()),
            data(&message),
        );
    }
    out
}

/// What stands behind `::`.
fn data(text: &str) -> String {
    super::visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands behind a `=`.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_message_ends_it_or_starts_a_command() {
        assert_eq!(data("15% off\n::error::x"), "15%25 off%0A::error::x");
        assert_eq!(property("a,b:c%"), "a%2Cb%3Ac%25");
    }
}
