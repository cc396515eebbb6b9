//! Characters that would act on a terminal, or hide, shown as what they are.

use std::borrow::Cow;

/// `text` with control characters, marks of direction and invisible characters made visible. Newlines and tabs stay.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| stand_in(c, None).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    for c in text.chars() {
        match stand_in(c, before) {
            Some(shown) => out.push_str(&shown),
            None => out.push(c),
        }
        before = Some(c);
    }
    Cow::Owned(out)
}

/// What is shown instead of `c`, which stands behind `before`; nothing where `c` can be shown as it is.
pub(super) fn stand_in(c: char, before: Option<char>) -> Option<String> {
    match c {
        '\n' | '\t' => None,
        // The pictures of control characters stand in their order.
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).map(String::from),
        '\x7f' => Some('␡'.to_string()),
        // Parts of a picture made of several: terminals differ in how wide the whole is, and agree on its first part.
        '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}' if before.is_some_and(is_pictograph) => Some(String::new()),
        '\u{fe00}'..='\u{fe0f}' => Some(String::new()),
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => Some(format!("<U+{:04X}>", u32::from(c))),
        _ => None,
    }
}

fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_act_or_hide_is_shown() {
        for (written, shown) in [
            ("Xây nền\t1\n", "Xây nền\t1\n"),
            ("\x1b[31mred\x07", "␛[31mred␇"),
            ("a\u{202e}b\u{2066}c", "a<U+202E>b<U+2066>c"),
            ("lan\u{200b}", "lan<U+200B>"),
            ("👩\u{200d}💻 👍🏽 ❤\u{fe0f}", "👩💻 👍 ❤"),
            ("a\u{200d}b", "a<U+200D>b"),
            ("x\r", "x␍"),
        ] {
            assert_eq!(visible(written), shown);
        }
    }
}
