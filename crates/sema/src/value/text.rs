//! What stands between quotes.

use roadmap_diag::{Severity, TextRange};

use super::error::{Problem, ValueError, wording};

/// The text of a string token that starts at byte `start`, and a warning for each escape that does not exist.
///
/// A bad escape stands for its own characters.
pub(super) fn unescape(token: &str, start: u32) -> (String, Vec<ValueError>) {
    let body = token.strip_prefix('"').unwrap_or(token);
    let closed = body.strip_suffix('"').filter(|rest| !ends_escaped(rest));
    let body = closed.unwrap_or(body);
    let mut text = String::with_capacity(body.len());
    let mut errors = Vec::new();
    let offset = token.len() - token.strip_prefix('"').map_or(token.len(), str::len);
    let mut rest = body;
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let Some((value, length)) = resolve(escape) else {
            text.push('\\');
            if let Some(character) = escape.chars().next() {
                let at = offset + (body.len() - escape.len()) - 1;
                errors.push(bad_escape(character, start, at));
            }
            rest = escape;
            // The second character of `\\` alone would open another escape; here it is never a backslash.
            continue;
        };
        text.push(value);
        rest = escape.get(length..).unwrap_or_default();
    }
    text.push_str(rest);
    (text, errors)
}

/// Whether the last character of `text` is taken by a backslash.
fn ends_escaped(text: &str) -> bool {
    text.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// The character that the escape after the backslash stands for, and its length in bytes.
fn resolve(escape: &str) -> Option<(char, usize)> {
    match escape.bytes().next()? {
        b'"' => Some(('"', 1)),
        b'\\' => Some(('\\', 1)),
        b'n' => Some(('\n', 1)),
        b't' => Some(('\t', 1)),
        b'u' => {
            let (digits, _) = escape.strip_prefix("u{")?.split_once('}')?;
            if digits.is_empty() || digits.len() > 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return None;
            }
            let character = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
            Some((character, digits.len() + 3))
        }
        _ => None,
    }
}

fn bad_escape(character: char, start: u32, at: usize) -> ValueError {
    let from = start.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
    let length = u32::try_from(1 + character.len_utf8()).unwrap_or(1);
    let range = TextRange::new(from, from.saturating_add(length));
    let written = format!("\\{character}");
    let mut error = Problem::new("value/escape-invalid", wording!("value-escape-invalid"), &written)
        .fix(format!("\\{written}"), false)
        .at(range);
    error.severity = Severity::Warning;
    error
}

/// The Markdown of a text token: without its quotes, its first and last line break, and the common indentation.
pub(super) fn dedent(token: &str) -> String {
    let body = token.strip_prefix("\"\"\"").unwrap_or(token);
    let body = body.strip_suffix("\"\"\"").unwrap_or(body);
    let mut lines: Vec<&str> = body.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    if lines.first().is_some_and(|line| line.trim().is_empty()) {
        lines.remove(0);
    }
    if lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
    let mut indentation: Option<&str> = None;
    for line in lines.iter().filter(|line| !line.trim().is_empty()) {
        let own = leading_blanks(line);
        indentation = Some(indentation.map_or(own, |shared| common_prefix(shared, own)));
    }
    let indentation = indentation.unwrap_or_default();
    let dedented: Vec<&str> =
        lines.iter().map(|line| line.strip_prefix(indentation).unwrap_or_default()).collect();
    dedented.join("\n")
}

fn leading_blanks(line: &str) -> &str {
    let length = line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    line.get(..length).unwrap_or_default()
}

fn common_prefix<'a>(left: &'a str, right: &str) -> &'a str {
    let length = left.bytes().zip(right.bytes()).take_while(|(a, b)| a == b).count();
    left.get(..length).unwrap_or_default()
}

/// `text` as a string of the language.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            control if control.is_control() => {
                out.push_str(&format!("\\u{{{:x}}}", u32::from(control)));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}
