//! The body of a `"""`: its indentation changes, its text does not.

use crate::line::indent;

/// The token at a depth: body one level deeper, closing quotes on the statement's own level.
pub(crate) fn reindent(token: &str, depth: usize) -> String {
    let (lines, has_text) = dedent(token);
    let mut out = String::with_capacity(token.len() + 16);
    out.push_str("\"\"\"\n");
    for line in lines {
        // Blanks at the end of a line mean a line break in Markdown, so they stay. A body of nothing but blanks has no
        // indentation to take away.
        if has_text && !line.is_empty() {
            indent(&mut out, depth + 1);
        }
        out.push_str(line);
        out.push('\n');
    }
    indent(&mut out, depth);
    out.push_str("\"\"\"");
    out
}

/// The lines of the text as it is read, without the indentation that all of them share; and whether any has text.
pub(crate) fn dedent(token: &str) -> (Vec<&str>, bool) {
    let body = token.strip_prefix("\"\"\"").unwrap_or(token);
    let body = body.strip_suffix("\"\"\"").unwrap_or(body);
    let mut lines: Vec<&str> = body.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    if lines.first().is_some_and(|line| line.trim().is_empty()) {
        lines.remove(0);
    }
    if lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    let own = |line: &&str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut shared: Option<&str> = None;
    for line in lines.iter().filter(|line| !line.trim().is_empty()) {
        let blanks = line.get(..own(line)).unwrap_or_default();
        shared = Some(shared.map_or(blanks, |shared| common(shared, blanks)));
    }
    let prefix = shared.unwrap_or_default();
    let lines = lines.iter().map(|line| line.strip_prefix(prefix).unwrap_or_default()).collect();
    (lines, shared.is_some())
}

fn common<'a>(left: &'a str, right: &str) -> &'a str {
    let length = left.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count();
    left.get(..length).unwrap_or_default()
}
