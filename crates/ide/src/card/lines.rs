//! Cards in the making: a heading, then one fact a line.

use roadmap_diag::{Locale, Message, render};

/// Markdown in the making.
pub(super) struct Card {
    pub(super) locale: Locale,
    text: String,
}

impl Card {
    /// Begins with what it is, its title and its name: `**Title** · activity \`name\``.
    pub(super) fn new(title: &str, kind: &Message, name: &str, locale: Locale) -> Self {
        let kind = render(kind, locale);
        let name = if name.is_empty() { String::new() } else { format!(" `{name}`") };
        Self { locale, text: format!("**{}** · {kind}{name}", escape(title)) }
    }

    /// A fact.
    pub(super) fn line(&mut self, message: &Message) {
        let text = render(message, self.locale);
        self.text.push_str("\n\n");
        self.text.push_str(&text);
    }

    /// Facts that stand close together.
    pub(super) fn item(&mut self, text: &str) {
        let is_first = self.text.rsplit('\n').next().is_none_or(|line| !line.starts_with("- "));
        self.text.push_str(if is_first { "\n\n- " } else { "\n- " });
        self.text.push_str(text);
    }

    pub(super) fn finish(self) -> String {
        self.text
    }
}

/// Words of the plan as they are, whatever marks they have in Markdown.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '\\' | '#' | '|') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
