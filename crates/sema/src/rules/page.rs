//! A rule's page: what it checks and why, in both languages, with an example that fails and one that passes.

use roadmap_diag::Locale;

/// A rule's page, read from its Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<'p> {
    sections: Vec<(&'p str, &'p str)>,
}

/// The fixed headings of a page. Examples stand once, under a heading of both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What it checks.
    What,
    /// Why, with the idea from the method.
    Why,
    /// A plan in which it speaks; the places are marked.
    Example,
    /// The same plan mended.
    Instead,
    /// What `roadmap.toml` can change.
    Settings,
}

impl Section {
    /// All, in the order of a page.
    pub const ALL: [Self; 5] = [Self::What, Self::Why, Self::Example, Self::Instead, Self::Settings];

    /// Its heading in `locale`.
    #[must_use]
    pub fn heading(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::What, Locale::En) => "What it checks",
            (Self::What, Locale::Vi) => "Kiểm tra gì",
            (Self::Why, Locale::En) => "Why",
            (Self::Why, Locale::Vi) => "Vì sao",
            (Self::Example, Locale::En) => "Example",
            (Self::Example, Locale::Vi) => "Ví dụ",
            (Self::Instead, Locale::En) => "Instead",
            (Self::Instead, Locale::Vi) => "Nên viết",
            (Self::Settings, Locale::En) => "Settings",
            (Self::Settings, Locale::Vi) => "Cài đặt",
        }
    }

    /// Its heading in a page's file: examples have one of both languages.
    #[must_use]
    pub fn page_heading(self, locale: Locale) -> String {
        match self {
            Self::Example | Self::Instead => {
                format!("{} · {}", self.heading(Locale::En), self.heading(Locale::Vi))
            }
            _ => self.heading(locale).to_owned(),
        }
    }
}

impl<'p> Page<'p> {
    /// Reads a page's Markdown: `# code`, then one `## heading` a section.
    #[must_use]
    pub fn parse(markdown: &'p str) -> Self {
        let mut sections = Vec::new();
        for part in markdown.split("\n## ").skip(1) {
            let (heading, body) = part.split_once('\n').unwrap_or((part, ""));
            sections.push((heading.trim(), body.trim()));
        }
        Self { sections }
    }

    /// The text of a section in `locale`; none where the page lacks it, which a test forbids.
    #[must_use]
    pub fn section(&self, section: Section, locale: Locale) -> Option<&'p str> {
        let heading = section.page_heading(locale);
        self.sections.iter().find(|(known, _)| *known == heading).map(|(_, body)| *body)
    }

    /// The plans between fences in a section.
    #[must_use]
    pub fn plans(&self, section: Section) -> Vec<Plan<'p>> {
        let body = self.section(section, Locale::En).unwrap_or_default();
        let mut plans = Vec::new();
        for part in body.split("```roadmap").skip(1) {
            let Some((fence, rest)) = part.split_once('\n') else { continue };
            if let Some((text, _)) = rest.split_once("```") {
                plans.push(Plan { fence, text });
            }
        }
        plans
    }
}

/// A plan on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan<'p> {
    /// What stands behind the fence's language: `as-of=2026-05-18` for another day than 2026-01-05,
    /// `edited=2026-05-11` for a plan whose past is known.
    pub fence: &'p str,
    /// Its text, marks and all.
    pub text: &'p str,
}
