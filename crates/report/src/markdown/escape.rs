//! Plan strings in Markdown and in mermaid: one line of text that starts nothing.

use crate::text::{emphasis, visible};

/// `text` as one line of Markdown text: no link, no HTML, no table cell, no heading, list or code begins in it.
pub(crate) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let line = visible(text);
    let mut words = line.split_whitespace();
    if let Some(first) = words.next() {
        push_first(&mut out, first);
    }
    for word in words {
        out.push(' ');
        push_word(&mut out, word);
    }
    out
}

/// The first word may stand at the start of a line, where a few more characters would begin a block.
fn push_first(out: &mut String, word: &str) {
    if word.starts_with(['-', '+', '=']) {
        out.push('\\');
        push_word(out, word);
        return;
    }
    // `1.` and `1)` begin a list where a blank or nothing follows; `5.000` does not.
    match word.strip_suffix(['.', ')']) {
        Some(number) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            out.push_str(number);
            out.push('\\');
            out.push_str(word.get(number.len()..).unwrap_or_default());
        }
        _ => push_word(out, word),
    }
}

fn push_word(out: &mut String, word: &str) {
    for c in word.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
}

/// A sentence of ours: escaped, with marked emphasis in bold.
pub(crate) fn rich(text: &str) -> String {
    // Blanks around a bold part belong to the sentence, and `markdown` trims: they are kept here.
    emphasis(text, keep_edges, "**", "**")
}

fn keep_edges(part: &str) -> String {
    let inner = markdown(part);
    let lead = if part.starts_with(char::is_whitespace) { " " } else { "" };
    let trail = if part.ends_with(char::is_whitespace) && !inner.is_empty() { " " } else { "" };
    format!("{lead}{inner}{trail}")
}

/// Words that begin a statement of a mermaid gantt chart.
const KEYWORDS: &[&str] = &[
    "gantt",
    "section",
    "title",
    "click",
    "call",
    "href",
    "dateformat",
    "axisformat",
    "tickinterval",
    "excludes",
    "includes",
    "inclusiveenddates",
    "topaxis",
    "todaymarker",
    "weekday",
    "weekend",
    "acctitle",
    "accdescr",
    "vert",
];

/// `text` as the name of a section or a task in a mermaid gantt chart. Characters that mean something there are
/// replaced, because mermaid has no escape for them that all its versions read.
pub(crate) fn mermaid(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    for word in visible(text).split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            match c {
                ':' => out.push('∶'),
                ';' => out.push(','),
                '#' => out.push('№'),
                // Two of them begin a comment.
                '%' if out.ends_with('%') => {}
                '<' => out.push('‹'),
                '>' => out.push('›'),
                '`' | '"' => out.push('\''),
                '{' => out.push('('),
                '}' => out.push(')'),
                '\\' => out.push('/'),
                c => out.push(c),
            }
        }
    }
    let first: String = out.chars().take_while(char::is_ascii_alphabetic).collect();
    let is_keyword = KEYWORDS.contains(&first.to_ascii_lowercase().as_str());
    let is_date = out.chars().take_while(char::is_ascii_digit).count() >= 4;
    if out.is_empty() || is_keyword || is_date { format!("· {out}") } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_begins_in_a_plan_string() {
        for (text, expected) in [
            ("<b>đậm</b>", "&lt;b&gt;đậm&lt;/b&gt;"),
            ("](javascript:alert(4))", r"\](javascript:alert(4))"),
            ("a | b `c`", r"a \| b \`c\`"),
            ("# đầu\n\n- hai", r"\# đầu - hai"),
            ("- gạch", r"\- gạch"),
            ("1. một", r"1\. một"),
            ("=HYPERLINK(\"x\")", "\\=HYPERLINK(\"x\")"),
            ("\u{202e}gnol", r"\[U+202E\]gnol"),
            ("5.000 khách", "5.000 khách"),
            ("snake_case 5.000 ₫ (ok)", r"snake\_case 5.000 ₫ (ok)"),
        ] {
            assert_eq!(markdown(text), expected, "{text}");
        }
    }

    #[test]
    fn bold_keeps_the_blanks_around_it() {
        let sentence = format!("còn {} ngày", crate::text::strong("6*"));
        assert_eq!(rich(&sentence), r"còn **6\*** ngày");
    }

    #[test]
    fn a_task_name_stays_a_name() {
        assert_eq!(mermaid("Ra mắt: v2; #1 100%%"), "Ra mắt∶ v2, №1 100%");
        assert_eq!(mermaid("section x\n click a href \"b\""), "· section x click a href 'b'");
        assert_eq!(mermaid("2026-01-01 họp"), "· 2026-01-01 họp");
        assert_eq!(mermaid(""), "· ");
    }
}
