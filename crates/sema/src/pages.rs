//! Pages: what a rule checks and why, and what an error of the language means. `explain` shows them, and so do editors.
//!
//! A rule has its page beside its check. Those of errors stand in `docs/errors`: one file a group, a section a code, first
//! English, then Vietnamese.

use roadmap_diag::{Code, Locale, Message, Severity, render, render_attribute};

use crate::rules::{self, Audience, Page, Role, Rule, Section, audience};

const GROUPS: &[&str] = &[
    include_str!("../../../docs/errors/syntax.md"),
    include_str!("../../../docs/errors/name.md"),
    include_str!("../../../docs/errors/value.md"),
    include_str!("../../../docs/errors/schema.md"),
    include_str!("../../../docs/errors/config.md"),
    include_str!("../../../docs/errors/allow.md"),
];

/// What there is to read about a rule or an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// `group/name`.
    pub code: String,
    /// Its severity unless a setting says otherwise.
    pub severity: Severity,
    /// The headline of a rule; errors have none.
    pub title: String,
    /// Headings and texts, in Markdown.
    pub sections: Vec<(&'static str, &'static str)>,
}

impl Explanation {
    /// What there is to read about `code`.
    #[must_use]
    pub fn of(code: &str, locale: Locale) -> Option<Self> {
        if let Some(rule) = rules::find(code) {
            return Some(Self::of_rule(rule, locale));
        }
        let text = error_page(code, locale)?;
        let is_warning = code.starts_with("allow/") || code == "config/unknown-key";
        Some(Self {
            code: code.to_owned(),
            severity: if is_warning { Severity::Warning } else { Severity::Error },
            title: String::new(),
            sections: vec![(Section::What.heading(locale), text)],
        })
    }

    fn of_rule(rule: &Rule, locale: Locale) -> Self {
        let page = Page::parse(rule.page);
        let sections = Section::ALL
            .into_iter()
            .filter_map(|section| Some((section.heading(locale), page.section(section, locale)?)));
        Self {
            code: rule.code.to_owned(),
            severity: rule.severity,
            title: title(rule, locale),
            sections: sections.collect(),
        }
    }

    /// All of it as one Markdown text.
    #[must_use]
    pub fn markdown(&self, locale: Locale) -> String {
        let label = render(&Message::new("audience-label"), locale);
        let concerns = format!("{label}: {}", audience_words(&self.code, locale));
        if self.title.is_empty() {
            let means: String = self.sections.iter().map(|(_, text)| *text).collect();
            return format!("# {}\n\n{concerns}\n\n{means}\n", self.code);
        }
        let mut out = format!("# {}: {}\n\n{concerns}\n", self.code, self.title);
        for (heading, text) in &self.sections {
            out.push_str(&format!("\n## {heading}\n\n{text}\n"));
        }
        out
    }
}

/// The headline of a rule.
#[must_use]
pub fn title(rule: &Rule, locale: Locale) -> String {
    render_attribute(&Message::new(rule.message), "title", locale).unwrap_or_else(|| rule.code.to_owned())
}

/// Whom a rule or error concerns wherever it speaks, in words.
#[must_use]
pub fn audience_words(code: &str, locale: Locale) -> String {
    let say = |id| render(&Message::new(id), locale);
    let audience = audience(&Code::custom(code));
    if audience == Audience::EVERYBODY {
        return say("audience-everybody");
    }
    audience.roles().map(Role::message).map(say).collect::<Vec<_>>().join(", ")
}

/// Every error of the language that has a page, with its text.
pub fn error_pages(locale: Locale) -> impl Iterator<Item = (&'static str, &'static str)> {
    GROUPS.iter().flat_map(|group| group.split("\n## ").skip(1)).filter_map(move |section| {
        let (code, text) = section.split_once("\n\n")?;
        let (en, vi) = text.split_once("\n\n")?;
        Some((code, if locale == Locale::Vi { vi.trim() } else { en.trim() }))
    })
}

fn error_page(code: &str, locale: Locale) -> Option<&'static str> {
    error_pages(locale).find(|(known, _)| *known == code).map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::disallowed_methods, reason = "tests read the sources")]
    fn every_error_has_a_page_in_both_languages() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
        let mut folders: Vec<_> =
            ["syntax", "sema", "db"].map(|name| format!("{root}/{name}/src").into()).into();
        let mut codes = std::collections::BTreeSet::new();
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir::<std::path::PathBuf>(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() && !path.ends_with("tests") {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let text = std::fs::read_to_string(path).unwrap();
                    codes.extend(text.split('"').filter(|word| is_code(word)).map(str::to_owned));
                }
            }
        }
        assert!(codes.len() > 40, "{codes:?}");
        for locale in Locale::ALL {
            for code in &codes {
                assert!(
                    error_page(code, locale).is_some_and(|text| !text.is_empty()),
                    "{code} has no page in {locale:?}"
                );
            }
        }
        for (code, _) in error_pages(Locale::En) {
            assert!(codes.contains(code), "{code} is nowhere reported");
        }
    }

    fn is_code(word: &str) -> bool {
        let group = word.split_once('/').filter(|(_, name)| {
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        });
        group.is_some_and(|(group, _)| {
            matches!(group, "syntax" | "name" | "value" | "schema" | "config" | "allow")
                && !word.ends_with('-')
        })
    }
}
