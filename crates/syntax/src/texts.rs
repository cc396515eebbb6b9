//! A `"""` that is not closed as a text is: where its body was meant to end.

use memchr::memchr;
use roadmap_diag::TextRange;

use crate::TokenKind;
use crate::error::SyntaxError;
use crate::strings::give_back;

/// How far a text reaches after all.
pub(crate) struct Settled {
    pub(crate) kind: TokenKind,
    pub(crate) end: usize,
    pub(crate) error: Option<SyntaxError>,
}

/// Whether nothing but blanks stands between `at` and the end of its line.
pub(crate) fn ends_line(text: &str, at: usize) -> bool {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
    matches!(rest.get(blanks), Some(b'\n') | None)
}

/// Whether the lines from `from` to the closing quotes at `fence` look like the body of a text that
/// opens on the line that starts at `line`.
pub(crate) fn has_body(text: &str, line: usize, from: usize, fence: usize) -> bool {
    let indent = indent(text, line);
    let body = text.get(from..fence).unwrap_or_default();
    let Some((body, before_fence)) = body.rsplit_once('\n') else { return false };
    let mut any = false;
    let deeper = body.split('\n').filter(|line| !line.trim().is_empty()).all(|line| {
        any = true;
        width(line) > indent
    });
    before_fence.trim().is_empty() && any && deeper
}

/// Settles the text that opens with `quotes` quotes at `at` on the line with these bounds; `fence` is the next `"""` behind them.
pub(crate) fn settle(
    text: &str,
    (line, line_end): (usize, usize),
    at: usize,
    quotes: usize,
    fence: Option<usize>,
) -> Settled {
    let opener = range(at, at + quotes);
    let broken = |end, error| Settled { kind: TokenKind::TextOpen, end, error: Some(error) };
    if text.get(line..at).unwrap_or_default().trim_matches([' ', '\t', '\u{feff}']).is_empty() {
        return broken(at + quotes, SyntaxError::stray_text_quotes(opener));
    }
    let on_line = text.get(at + quotes..line_end).unwrap_or_default();
    if let Some(fence) = fence.filter(|fence| *fence < line_end) {
        return broken(fence + 3, SyntaxError::text_on_one_line(text, range(at, fence + 3)));
    }
    let indent = indent(text, line);
    if let Some(fence) = fence {
        let fence_line = text.get(..fence).unwrap_or_default().rfind('\n').map_or(0, |newline| newline + 1);
        let before = text.get(fence_line..fence).unwrap_or_default();
        if before.trim().is_empty() {
            return closed(text, (line, line_end), at, quotes, fence);
        }
        // The closing quotes stand at the end of the body's last line.
        if width(before) > indent && is_body(text, line_end, fence_line, indent) {
            return broken(fence + 3, SyntaxError::text_closes_in_line(text, line, range(fence, fence + 3)));
        }
    }
    if !on_line.trim().is_empty() {
        return broken(
            give_back(text, at + quotes - 1, line_end),
            SyntaxError::unclosed_text(text, line, opener, line_end),
        );
    }
    unclosed(text, line, opener, line_end)
}

/// A text with its closing quotes in place: something else is wrong with it, or nothing.
fn closed(text: &str, (line, line_end): (usize, usize), at: usize, quotes: usize, fence: usize) -> Settled {
    let end = fence + 3;
    let error = if quotes < 3 {
        Some(SyntaxError::too_few_text_quotes(range(at, at + quotes)))
    } else if !text.get(at + quotes..line_end).unwrap_or_default().trim().is_empty() {
        Some(SyntaxError::text_opens_in_line(text, line, at + quotes, line_end))
    } else {
        SyntaxError::unindented_text(text, line, line_end, fence)
    };
    let kind = if error.as_ref().is_none_or(|error| error.code.as_str() == "syntax/text-indent") {
        TokenKind::Text
    } else {
        TokenKind::TextOpen
    };
    Settled { kind, end, error }
}

/// A text that nothing closes: its body is the deeper lines below, up to a line of one or two quotes if there is one.
fn unclosed(text: &str, line: usize, opener: TextRange, line_end: usize) -> Settled {
    let indent = indent(text, line);
    let mut end = opener.end as usize;
    let mut at = line_end;
    while let Some(start) = text.as_bytes().get(at).map(|_| at + 1) {
        let stop = end_of_line(text, start);
        let content = text.get(start..stop).unwrap_or_default();
        let trimmed = content.trim_matches([' ', '\t', '\r']);
        if !trimmed.is_empty() {
            if matches!(trimmed, "\"" | "\"\"") && width(content) >= indent {
                let quote = start + content.find('"').unwrap_or(0);
                let quotes = range(quote, quote + trimmed.len());
                return Settled {
                    kind: TokenKind::TextOpen,
                    end: quote + trimmed.len(),
                    error: Some(SyntaxError::too_few_text_quotes(quotes)),
                };
            }
            if width(content) <= indent || content.contains("\"\"\"") {
                break;
            }
            end = start + content.trim_end_matches([' ', '\t', '\r']).len();
        }
        at = stop;
    }
    Settled {
        kind: TokenKind::TextOpen,
        end,
        error: Some(SyntaxError::unclosed_text(text, line, opener, end)),
    }
}

/// Whether all lines from the end of the opening line up to `to` are blank or deeper than `indent`.
fn is_body(text: &str, line_end: usize, to: usize, indent: usize) -> bool {
    let body = text.get(line_end..to).unwrap_or_default();
    body.split('\n').all(|line| line.trim().is_empty() || width(line) > indent)
}

fn end_of_line(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    at + memchr(b'\n', rest).unwrap_or(rest.len())
}

fn indent(text: &str, line: usize) -> usize {
    width(text.get(line..).unwrap_or_default())
}

fn width(line: &str) -> usize {
    line.bytes()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .map(|byte| if byte == b'\t' { 4 } else { 1 })
        .sum()
}

fn range(start: usize, end: usize) -> TextRange {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    TextRange::new(offset(start), offset(end))
}
