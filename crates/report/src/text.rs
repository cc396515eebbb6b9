//! Strings of the plan on their way into a page: nothing they hold may act, reorder the line or hide.

use std::borrow::Cow;

/// Opens and closes emphasis inside a sentence that is still plain text; [`visible`] takes them out of plan strings,
/// so that only this crate's own sentences can hold them.
pub(crate) const STRONG: (char, char) = ('\u{e000}', '\u{e001}');

/// `text` between the marks of emphasis.
pub(crate) fn strong(text: &str) -> String {
    format!("{}{}{}", STRONG.0, visible(text), STRONG.1)
}

/// Characters that change what a reader sees without being seen: controls, bidirectional marks and overrides, and
/// invisible separators. Joiners stay, since emoji and some scripts are made with them.
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e000}' | '\u{e001}'
        | '\u{e0000}'..='\u{e007f}')
}

/// `text` with every hidden character written out as `[U+202E]`.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_hidden(c) {
            out.push_str(&format!("[U+{:04X}]", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Appends `text` to `out` as HTML text or as the value of a quoted attribute.
pub(crate) fn push_html(out: &mut String, text: &str) {
    for c in visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '`' => out.push_str("&#96;"),
            c => out.push(c),
        }
    }
}

/// `text` as HTML text or as the value of a quoted attribute.
pub(crate) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    push_html(&mut out, text);
    out
}

/// A sentence of ours as HTML: everything escaped, marked emphasis as `<b>`.
pub(crate) fn rich_html(text: &str) -> String {
    emphasis(text, html, "<b>", "</b>")
}

/// Splits `text` at the marks of emphasis and escapes what stands between them.
pub(crate) fn emphasis(text: &str, escape: impl Fn(&str) -> String, open: &str, close: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (index, part) in text.split([STRONG.0, STRONG.1]).enumerate() {
        let marked = index % 2 == 1;
        if marked {
            out.push_str(open);
        }
        out.push_str(&escape(part));
        if marked {
            out.push_str(close);
        }
    }
    out
}

/// The address if a reader may be sent there: `http`, `https` or `mailto`, and nothing hidden in it.
pub(crate) fn safe_url(url: &str) -> Option<&str> {
    let trimmed = url.trim();
    let (scheme, rest) = trimmed.split_once(':')?;
    let known = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let clean = !rest.is_empty() && !rest.chars().any(|c| c.is_whitespace() || is_hidden(c));
    (known && clean).then_some(trimmed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_written_out_and_joiners_stay() {
        assert_eq!(visible("\u{202e}gnol"), "[U+202E]gnol");
        assert_eq!(visible("👩\u{200d}👧"), "👩\u{200d}👧");
        assert_eq!(visible("a\0b\u{e000}"), "a[U+0000]b[U+E000]");
        assert!(matches!(visible("Chiến dịch\nhai"), Cow::Borrowed(_)));
    }

    #[test]
    fn only_our_own_emphasis_becomes_a_tag() {
        let sentence = format!("{} & co", strong("<b>\u{e001}"));
        assert_eq!(rich_html(&sentence), "<b>&lt;b&gt;[U+E001]</b> &amp; co");
    }

    #[test]
    fn links_lead_to_the_web_or_a_mailbox() {
        for good in ["https://example.com/a?b=1", "HTTP://x.vn", "mailto:lan@example.com"] {
            assert_eq!(safe_url(good), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            " java\nscript:x",
            "data:text/html,x",
            "//x",
            "https:",
            "https://a\u{202e}b",
        ] {
            assert_eq!(safe_url(bad), None, "{bad}");
        }
    }
}
