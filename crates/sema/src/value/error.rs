//! What is wrong with a value, and how to write it.

use roadmap_diag::{Arg, Code, Message, Severity, TextRange};

/// A value that cannot be read, with the ways to mend it.
#[derive(Clone, PartialEq, Debug)]
pub struct ValueError {
    /// `value/…`, `text/number-ambiguous` or `text/date-ambiguous`.
    pub code: Code,
    /// An error, save for a bad escape, which is a warning.
    pub severity: Severity,
    /// Its place, in the coordinates of the tokens.
    pub range: TextRange,
    /// What is wrong; quotes what was written.
    pub message: Message,
    /// A few words under the place.
    pub label: Option<Message>,
    /// What to write.
    pub help: Option<Message>,
    /// Mends, the likeliest first.
    pub fixes: Vec<ValueFix>,
}

/// A mend of a value.
#[derive(Clone, PartialEq, Debug)]
pub struct ValueFix {
    /// What it does.
    pub title: Message,
    /// Whether it is the only way to read what was written.
    pub safe: bool,
    /// Replacements that do not overlap, in the coordinates of the tokens.
    pub edits: Vec<(TextRange, String)>,
}

/// The three texts of a message: what is wrong, under the place, what to do.
pub(super) struct Wording(pub(super) [&'static str; 3]);

/// The wording of the message `id`, whose attributes are `label` and `help`.
macro_rules! wording {
    ($id:literal) => {
        $crate::value::error::Wording([$id, concat!($id, ".label"), concat!($id, ".help")])
    };
}
pub(super) use wording;

/// An error in the making: everything but its place.
pub(super) struct Problem {
    code: &'static str,
    wording: Wording,
    args: Vec<(&'static str, Arg)>,
    fixes: Vec<(String, bool)>,
}

impl Problem {
    /// A problem with what was `written`.
    pub(super) fn new(code: &'static str, wording: Wording, written: &str) -> Self {
        Self { code, wording, args: vec![("written", Arg::from(excerpt(written)))], fixes: Vec::new() }
    }

    /// Fills in a variable of the wording.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Offers `text` instead.
    pub(super) fn fix(mut self, text: impl Into<String>, safe: bool) -> Self {
        let text = text.into();
        if self.fixes.iter().all(|known| known.0 != text) {
            self.fixes.push((text, safe));
        }
        self
    }

    /// Offers each of `texts` instead; a single one is safe where `only` says so.
    pub(super) fn fixes(mut self, texts: Vec<String>, only: bool) -> Self {
        let safe = only && texts.len() == 1;
        for text in texts {
            self = self.fix(text, safe);
        }
        self
    }

    /// The error at `range`, whose text the fixes replace.
    pub(super) fn at(self, range: TextRange) -> ValueError {
        let [message, label, help] = self.wording.0.map(|id| Message::new(id).with_all(&self.args));
        let fixes = self
            .fixes
            .into_iter()
            .map(|(text, safe)| ValueFix { title: write_title(&text), safe, edits: vec![(range, text)] })
            .collect();
        ValueError {
            code: Code::new(self.code),
            severity: Severity::Error,
            range,
            message,
            label: Some(label),
            help: Some(help),
            fixes,
        }
    }
}

/// “Write `text`”.
pub(super) fn write_title(text: &str) -> Message {
    Message::new("value-fix-write").with("text", excerpt(text))
}

/// What a message quotes: all of it, or the start of what is too long to read in a sentence.
fn excerpt(written: &str) -> String {
    const LONGEST: usize = 48;
    if written.chars().count() <= LONGEST {
        return written.to_owned();
    }
    let mut short: String = written.chars().take(LONGEST).collect();
    short.push('…');
    short
}
