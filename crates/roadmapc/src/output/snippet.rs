//! Source windows with labels, drawn by miette: the one file that knows it.

use std::fmt;

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents,
    SourceCode, SourceSpan, SpanContents,
};
use roadmap_diag::{Severity, TextRange};

use super::sheet::Sheet;

/// A headline with windows on one file.
pub(super) struct Snippet<'a> {
    /// What stands above the headline: code and link.
    pub(super) code: Option<String>,
    /// The page about it.
    pub(super) url: Option<String>,
    /// How much it matters.
    pub(super) severity: Severity,
    /// The headline.
    pub(super) headline: String,
    /// The file.
    pub(super) sheet: &'a Sheet<'a>,
    /// Places in the file with words under them, the first one the main one; none overlaps another.
    pub(super) labels: Vec<(TextRange, Option<String>)>,
}

/// Draws snippets.
pub(super) struct Painter {
    handler: GraphicalReportHandler,
}

impl Painter {
    /// A painter for a terminal of `width` columns.
    pub(super) fn new(width: usize, color: bool, link: String) -> Self {
        let theme = if color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(width)
            .with_links(color)
            .with_link_display_text(link)
            .with_context_lines(1)
            .without_primary_span_start()
            .without_syntax_highlighting();
        Self { handler }
    }

    /// The snippet as text.
    pub(super) fn paint(&self, snippet: &Snippet<'_>) -> String {
        let mut out = String::new();
        // Writing to a string does not fail, and every label lies inside the text.
        let drawn = self.handler.render_report(&mut out, snippet);
        debug_assert!(drawn.is_ok(), "{:?}", snippet.labels);
        out
    }
}

impl fmt::Debug for Snippet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.headline)
    }
}

impl fmt::Display for Snippet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.headline)
    }
}

impl std::error::Error for Snippet<'_> {}

impl Diagnostic for Snippet<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.code.as_ref().map(|code| Box::new(code) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Hint => miette::Severity::Advice,
        })
    }

    fn url<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.url.as_ref().map(|url| Box::new(url) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().enumerate().map(|(index, (range, text))| {
            let range = self.sheet.underline(*range);
            let span = SourceSpan::new((range.start as usize).into(), range.len() as usize);
            match index {
                0 => LabeledSpan::new_primary_with_span(text.clone(), span),
                _ => LabeledSpan::new_with_span(text.clone(), span),
            }
        })))
    }
}

/// The window around a place. miette's own search for it reads the text from its start, for each label several times;
/// here the index of lines finds it.
impl SourceCode for Snippet<'_> {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let sheet = self.sheet;
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let count = |lines: usize| u32::try_from(lines).unwrap_or(u32::MAX);
        let line = sheet.lines.line(offset(span.offset()));
        let last = sheet.lines.line(offset(span.offset() + span.len())).saturating_add(count(lines_after));
        let first = line.saturating_sub(count(lines_before));
        let start = sheet.lines.start(first) as usize;
        let end = match last + 1 < sheet.lines.count() {
            true => sheet.lines.start(last + 1) as usize,
            false => sheet.text.len(),
        };
        let data = sheet.text.get(start..end).ok_or(MietteError::OutOfBounds)?;
        let main = self.labels.iter().map(|(range, _)| *range);
        let at = main.min_by_key(|range| sheet.underline(*range).start.abs_diff(offset(span.offset())));
        let name = sheet.place(at.map_or(0, |range| range.start));
        Ok(Box::new(MietteSpanContents::new_named(
            name,
            data.as_bytes(),
            (start, end - start).into(),
            first as usize,
            0,
            (last - first) as usize,
        )))
    }
}
