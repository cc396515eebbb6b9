//! Wrapping of prose by display width.

use unicode_width::UnicodeWidthStr;

/// `text` in lines of at most `width` columns: the first behind `lead`, the others as far in. A word that is longer
/// has a line of its own.
pub(super) fn wrap(lead: &str, lead_width: usize, text: &str, width: usize) -> String {
    let mut out = lead.to_owned();
    let mut column = lead_width;
    let mut is_first = true;
    for word in words(text) {
        let wide = word.width();
        if !is_first && column + 1 + wide > width {
            out.push('\n');
            out.push_str(&" ".repeat(lead_width));
            column = lead_width;
            is_first = true;
        }
        if !is_first {
            out.push(' ');
            column += 1;
        }
        out.push_str(&word);
        column += wide;
        is_first = false;
    }
    out.push('\n');
    out
}

/// `text` in lines of at most `width` columns, where it has several.
pub(super) fn fold(text: &str, width: usize) -> String {
    let lines = text.lines().map(|line| wrap("", 0, line, width));
    lines.collect::<String>().trim_end().to_owned()
}

/// The words of `text`. What stands between backticks is to be typed as it is, and stays on one line.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_code = false;
    for word in text.split_whitespace() {
        match words.last_mut().filter(|_| is_code) {
            Some(open) => {
                open.push(' ');
                open.push_str(word);
            }
            None => words.push(word.to_owned()),
        }
        is_code ^= !word.matches('`').count().is_multiple_of(2);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_breaks_between_words() {
        assert_eq!(wrap("  - ", 4, "một hai ba bốn", 12), "  - một hai\n    ba bốn\n");
        assert_eq!(wrap("  - ", 4, "ba `kpi leads >= 1`", 12), "  - ba\n    `kpi leads >= 1`\n");
        assert_eq!(fold("một hai ba\nbốn", 8), "một hai\nba\nbốn");
        assert_eq!(wrap("  - ", 4, "aaaaaaaaaaaaaaa b", 8), "  - aaaaaaaaaaaaaaa\n    b\n");
    }
}
