//! Findings, and the edits that mend them.

use smol_str::SmolStr;

use crate::{Message, Span};

/// How much a finding matters. Ordered: a hint is the least.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Worth knowing; never fails a check by itself.
    Hint,
    /// Unsound, and the plan still works.
    Warning,
    /// Missing or wrong.
    Error,
}

impl Severity {
    /// The word used in JSON, SARIF and `roadmap.toml`: `error`, `warning` or `hint`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The severity that `roadmap.toml` calls `word`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "hint" => Some(Self::Hint),
            "warning" => Some(Self::Warning),
            "error" => Some(Self::Error),
            _ => None,
        }
    }
}

/// Where the product is explained.
pub const SITE: &str = "https://roadmapc.dev";

/// `group/name` of a rule or a language error. Built-in codes cost nothing; a company's own are short strings.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Code(SmolStr);

impl Code {
    /// A built-in code.
    #[must_use]
    pub const fn new(code: &'static str) -> Self {
        Self(SmolStr::new_static(code))
    }

    /// The code of a rule that the plan itself defines.
    #[must_use]
    pub fn custom(code: &str) -> Self {
        Self(SmolStr::new(code))
    }

    /// `group/name`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands before the `/`.
    #[must_use]
    pub fn group(&self) -> &str {
        self.0.split_once('/').map_or(&*self.0, |(group, _)| group)
    }

    /// Where its page stands.
    #[must_use]
    pub fn page_url(&self) -> String {
        format!("{SITE}/rules/{}", self.as_str())
    }

    /// Whether a comment may allow it: the language's own errors may not be suppressed.
    #[must_use]
    pub fn suppressible(&self) -> bool {
        !matches!(self.group(), "syntax" | "name" | "value" | "schema" | "config" | "allow")
    }
}

/// What an editor may draw a finding's text as.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Tag {
    /// Greyed out: the text does nothing.
    Unnecessary,
    /// Struck through: there is a newer way to write it.
    Deprecated,
}

/// Another place that belongs to a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// Why it matters.
    pub message: Message,
}

/// A replacement of text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What goes away; empty to insert.
    pub span: Span,
    /// What comes instead.
    pub text: String,
}

/// A mend that a person can choose, or `--fix` applies where it is safe.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What it does, as a command: “Add `owner minh`”.
    pub title: Message,
    /// Whether it may be applied without asking: there is one right way and nothing is guessed.
    pub safe: bool,
    /// Edits that do not overlap.
    pub edits: Vec<Edit>,
}

/// One finding: what is wrong, where, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// Which rule or language error.
    pub code: Code,
    /// How much it matters, after `roadmap.toml`.
    pub severity: Severity,
    /// The exact place.
    pub span: Span,
    /// The statement it is about: its keyword. Findings with the same subject are shown to people as one block.
    pub subject: Option<Span>,
    /// What is wrong, in one sentence that names the thing and the number.
    pub message: Message,
    /// A few words under the place; without it the place is only underlined.
    pub label: Option<Message>,
    /// What to do, in one sentence.
    pub help: Option<Message>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Mends, the best one first.
    pub fixes: Vec<Fix>,
    /// How an editor may draw the place.
    pub tags: Vec<Tag>,
}

impl Diagnostic {
    /// A finding at `span` with nothing but its message.
    #[must_use]
    pub fn new(code: Code, severity: Severity, span: Span, message: Message) -> Self {
        Self {
            code,
            severity,
            span,
            subject: None,
            message,
            label: None,
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
            tags: Vec::new(),
        }
    }

    /// Names the statement (its keyword) that the finding is about.
    #[must_use]
    pub fn about(mut self, keyword: Span) -> Self {
        self.subject = Some(keyword);
        self
    }

    /// Adds the words under the place.
    #[must_use]
    pub fn label(mut self, label: Message) -> Self {
        self.label = Some(label);
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, span: Span, message: Message) -> Self {
        self.related.push(Related { span, message });
        self
    }

    /// Adds a mend.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// Adds a way to draw it.
    #[must_use]
    pub fn tag(mut self, tag: Tag) -> Self {
        self.tags.push(tag);
        self
    }
}

impl Fix {
    /// A mend that replaces one place.
    #[must_use]
    pub fn replace(title: Message, safe: bool, span: Span, text: impl Into<String>) -> Self {
        Self { title, safe, edits: vec![Edit { span, text: text.into() }] }
    }
}
