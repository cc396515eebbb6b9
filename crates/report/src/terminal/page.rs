//! Lines of a terminal: words in styles, wrapped by display width.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Terminal;
use crate::text::visible;
use crate::words::Look;

/// How words are drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// As the terminal draws text.
    Plain,
    /// Headings and names.
    Strong,
    /// What is read last.
    Quiet,
    /// In the colour of a state.
    Look(Look),
}

impl Style {
    /// The codes that turn it on; none for plain text.
    fn codes(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "1",
            Self::Quiet => "2",
            Self::Look(look) => match look.class {
                "ok" => "32",
                "risk" => "33",
                "late" | "block" => "31",
                "go" => "36",
                _ => "2",
            },
        }
    }
}

/// The sign of a look, one column wide; each shape is one state's.
pub(super) fn sign(look: Look) -> &'static str {
    match look.sign {
        "ok" => "●",
        "go" => "◐",
        "risk" => "▲",
        "late" => "■",
        "block" => "⊘",
        "done" => "✓",
        "gone" => "✗",
        "idea" => "◌",
        _ => "○",
    }
}

/// A page in the making.
pub(super) struct Page {
    terminal: Terminal,
    out: String,
}

impl Page {
    pub(super) fn new(terminal: Terminal) -> Self {
        Self { terminal, out: String::new() }
    }

    /// The page as text.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Whether there is room for more than words.
    pub(super) fn is_wide(&self) -> bool {
        self.terminal.width >= 72
    }

    /// A blank line, then a heading.
    pub(super) fn heading(&mut self, noun: &str, finding: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        if finding.is_empty() {
            self.line(0, 0, &[(Style::Strong, noun)]);
        } else {
            self.line(0, 2, &[(Style::Strong, &format!("{noun}:")), (Style::Plain, finding)]);
        }
    }

    /// Words in styles: the first line `first` columns in, those below `hang` columns. Words within a part stand apart by
    /// a blank, and so do parts.
    pub(super) fn line(&mut self, first: usize, hang: usize, parts: &[(Style, &str)]) {
        let width = self.terminal.width.max(20);
        let mut line = Line { column: first, is_empty: true, open: Style::Plain };
        self.out.push_str(&" ".repeat(first));
        for (style, text) in parts {
            // What the plan says may not act on the terminal, and stands on our lines.
            let text = visible(text);
            for word in text.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()) {
                let wide = shown_width(word);
                if !line.is_empty && line.column + 1 + wide > width {
                    self.wrap(&mut line, hang);
                }
                if !line.is_empty {
                    let same = if *style == line.open { *style } else { Style::Plain };
                    self.switch(&mut line, same);
                    self.out.push(' ');
                    line.column += 1;
                }
                self.switch(&mut line, *style);
                self.word(&mut line, word, hang, width, *style);
            }
        }
        self.switch(&mut line, Style::Plain);
        self.out.push('\n');
    }

    /// A word; one that no line holds is broken.
    fn word(&mut self, line: &mut Line, word: &str, hang: usize, width: usize, style: Style) {
        for c in word.chars() {
            let wide = c.width().unwrap_or(0);
            if line.column + wide > width && line.column > hang {
                self.wrap(line, hang);
                self.switch(line, style);
            }
            // Words that stay together are held by a blank of their own, which is none to a terminal's user.
            self.out.push(if c == '\u{a0}' { ' ' } else { c });
            line.column += wide;
            line.is_empty = false;
        }
    }

    fn wrap(&mut self, line: &mut Line, hang: usize) {
        self.switch(line, Style::Plain);
        self.out.push('\n');
        self.out.push_str(&" ".repeat(hang));
        (line.column, line.is_empty) = (hang, true);
    }

    fn switch(&mut self, line: &mut Line, style: Style) {
        if line.open == style {
            return;
        }
        if self.terminal.color {
            if line.open != Style::Plain {
                self.out.push_str("\u{1b}[0m");
            }
            if style != Style::Plain {
                self.out.push_str(&format!("\u{1b}[{}m", style.codes()));
            }
        }
        line.open = style;
    }
}

/// The line being written.
struct Line {
    column: usize,
    is_empty: bool,
    open: Style,
}

/// Columns of `text`.
pub(super) fn shown_width(text: &str) -> usize {
    text.width()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: usize, parts: &[(Style, &str)]) -> String {
        let mut page = Page::new(Terminal { width, color: false });
        page.line(2, 4, parts);
        page.finish()
    }

    #[test]
    fn lines_keep_to_the_width_and_words_that_belong_together_stay_together() {
        assert_eq!(page(20, &[(Style::Plain, "một hai ba bốn năm")]), "  một hai ba bốn năm\n");
        assert_eq!(page(20, &[(Style::Plain, "một hai ba bốn năm sáu")]), "  một hai ba bốn năm\n    sáu\n");
        assert_eq!(
            page(20, &[(Style::Plain, "giá trị 120\u{a0}triệu\u{a0}₫")]),
            "  giá trị\n    120 triệu ₫\n"
        );
        assert_eq!(
            page(20, &[(Style::Plain, "aaaaaaaaaaaaaaaaaaaaaaaa")]),
            "  aaaaaaaaaaaaaaaaaa\n    aaaaaa\n"
        );
    }

    #[test]
    fn nothing_of_the_plan_acts_on_the_terminal() {
        assert_eq!(page(60, &[(Style::Plain, "a\u{1b}[2Jb\r\nc\u{202e}d")]), "  a[U+001B][2Jb c[U+202E]d\n");
    }

    #[test]
    fn colours_close_at_the_end_of_a_line() {
        let mut page = Page::new(Terminal { width: 20, color: true });
        page.line(0, 2, &[(Style::Strong, "một hai ba"), (Style::Plain, "bốn năm sáu")]);
        assert_eq!(page.finish(), "\u{1b}[1mmột hai ba\u{1b}[0m bốn năm\n  sáu\n");
    }
}
