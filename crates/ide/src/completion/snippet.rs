//! Texts with tab stops, as the protocol of editors writes them: `${1:lan}`, `$0`.

/// A text in the making.
pub(super) struct Snippet {
    text: String,
    stops: u32,
}

impl Snippet {
    /// Begins with `text`.
    pub(super) fn new(text: &str) -> Self {
        Self { text: escape(text), stops: 0 }
    }

    /// Text as it is.
    pub(super) fn text(mut self, text: &str) -> Self {
        self.text.push_str(&escape(text));
        self
    }

    /// The next place to fill in, with what stands there until then.
    pub(super) fn stop(mut self, placeholder: &str) -> Self {
        self.stops += 1;
        self.text.push_str(&format!("${{{}:{}}}", self.stops, escape(placeholder)));
        self
    }

    /// Where the cursor ends.
    pub(super) fn end(mut self) -> Self {
        self.text.push_str("$0");
        self
    }

    pub(super) fn build(self) -> String {
        self.text
    }
}

/// Text as it is, for a snippet.
pub(crate) fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

/// The text without its tab stops, what stands in them kept.
pub(crate) fn plain(snippet: &str) -> String {
    let mut out = String::with_capacity(snippet.len());
    let mut characters = snippet.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => out.extend(characters.next()),
            '$' if characters.next_if_eq(&'{').is_some() => {
                while characters.next_if(char::is_ascii_digit).is_some() {}
                characters.next_if_eq(&':');
            }
            '$' => while characters.next_if(char::is_ascii_digit).is_some() {},
            // Braces of the language are written escaped.
            '}' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_are_taken_out_and_what_stands_in_them_stays() {
        let snippet =
            Snippet::new("goal ").stop("id").text(" \"").stop("a}$\\").text("\" {\n  ").end().text("\n}");
        let text = snippet.build();
        assert_eq!(text, "goal ${1:id} \"${2:a\\}\\$\\\\}\" {\n  $0\n\\}");
        assert_eq!(plain(&text), "goal id \"a}$\\\" {\n  \n}");
    }
}
