//! A finding before its file is known: places count from the top-level statement.

use roadmap_diag::{Code, Diagnostic, Edit, FileId, Fix, ItemIndex, Message, Severity, Span, TextRange};

/// A finding of one top-level statement alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which language error.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub range: TextRange,
    /// The keyword of the statement it is about.
    pub subject: Option<TextRange>,
    /// What is wrong.
    pub message: Message,
    /// A few words under the place.
    pub label: Option<Message>,
    /// What to do.
    pub help: Option<Message>,
    /// Other places.
    pub related: Vec<(TextRange, Message)>,
    /// Mends.
    pub fixes: Vec<ProblemFix>,
}

/// A mend of a [`Problem`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemFix {
    /// What it does.
    pub title: Message,
    /// Whether it may be applied without asking.
    pub safe: bool,
    /// What is replaced by what.
    pub edits: Vec<(TextRange, String)>,
}

impl Problem {
    /// An error with its message and nothing else.
    #[must_use]
    pub fn error(code: &'static str, range: TextRange, message: Message) -> Self {
        Self {
            code: Code::new(code),
            severity: Severity::Error,
            range,
            subject: None,
            message,
            label: None,
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// A warning with its message and nothing else.
    #[must_use]
    pub fn warning(code: &'static str, range: TextRange, message: Message) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, range, message) }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Adds a mend that replaces one place.
    #[must_use]
    pub fn replace(mut self, title: Message, safe: bool, range: TextRange, text: impl Into<String>) -> Self {
        self.fixes.push(ProblemFix { title, safe, edits: vec![(range, text.into())] });
        self
    }

    /// The finding at its place in the project.
    #[must_use]
    pub fn at(&self, file: FileId, item: ItemIndex) -> Diagnostic {
        let span = |range: TextRange| Span { file, item, range };
        let mut diagnostic =
            Diagnostic::new(self.code.clone(), self.severity, span(self.range), self.message.clone());
        diagnostic.subject = self.subject.map(span);
        diagnostic.label.clone_from(&self.label);
        diagnostic.help.clone_from(&self.help);
        for (range, message) in &self.related {
            diagnostic = diagnostic.related(span(*range), message.clone());
        }
        for fix in &self.fixes {
            let edits = fix
                .edits
                .iter()
                .map(|(range, text)| Edit { span: span(*range), text: text.clone() })
                .collect();
            diagnostic = diagnostic.fix(Fix { title: fix.title.clone(), safe: fix.safe, edits });
        }
        diagnostic
    }
}
