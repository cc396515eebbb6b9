//! What can be done to the text at a place: mends of findings, and rewrites that somebody may want.
//!
//! Each sort of action is a file of its own with one function `offer`: a place in, actions out. An [`Action`] says what it
//! does; what it changes is worked out when [`Action::change`] is asked, for one of many that are offered.

mod allow;
mod convert;
mod draft;
mod every;
mod extract;
mod fill;
mod measure;
mod mend;
mod place;
mod sort;
mod vanity;

#[cfg(test)]
mod tests;

use roadmap_db::Analysis;
use roadmap_diag::{Diagnostic, FileId, Message, TextRange};

use place::Here;

/// What is asked: where, and what is wanted there.
pub struct Ask<'a> {
    /// The file.
    pub file: FileId,
    /// What is selected; empty at a cursor.
    pub range: TextRange,
    /// Which kinds of action are wanted: the others are not looked for.
    pub wants: &'a dyn Fn(ActionKind) -> bool,
    /// Whether something lies at a path of the project; none where the editor cannot create files.
    pub is_taken: Option<&'a dyn Fn(&str) -> bool>,
}

/// What sort of action it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ActionKind {
    /// Mends a finding.
    Mend,
    /// Takes a part of the text to another place.
    Extract,
    /// Writes the same, or something near to it, in another way.
    Rewrite,
    /// Mends whatever needs no choice, in the whole file.
    MendAll,
    /// Puts the properties of the whole file in order.
    SortAll,
}

impl ActionKind {
    /// Each kind.
    pub const ALL: [Self; 5] = [Self::Mend, Self::Extract, Self::Rewrite, Self::MendAll, Self::SortAll];
}

/// Something that can be done.
pub struct Action<'a> {
    /// Its sort.
    pub kind: ActionKind,
    /// What it does, as a command.
    pub title: Message,
    /// Why it cannot be done here, where it is worth saying.
    pub refused: Option<Message>,
    /// Whether it is the one right way to mend what it mends.
    pub is_preferred: bool,
    /// The findings that it mends.
    pub mends: Vec<&'a Diagnostic>,
    change: Box<dyn Fn() -> Option<Change> + 'a>,
}

/// What an action changes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Change {
    /// Files to create first.
    pub files: Vec<NewFile>,
    /// What to replace in the files that are there. Replacements do not overlap.
    pub edits: Vec<Replacement>,
}

/// A file to create.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewFile {
    /// Relative to the project, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A text instead of another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Replacement {
    /// The file.
    pub file: FileId,
    /// What goes away; empty to insert.
    pub range: TextRange,
    /// What comes instead.
    pub text: String,
    /// The same with places to fill in, as editors write them: `${1:lan}`. None where there are none.
    pub snippet: Option<String>,
}

/// What can be done at a place, mends first.
#[must_use]
pub fn actions<'a>(analysis: &'a Analysis, ask: &Ask<'_>) -> Vec<Action<'a>> {
    let mut found = Vec::new();
    let Some(here) = Here::new(analysis, ask) else { return found };
    if (ask.wants)(ActionKind::Mend) {
        mend::offer(&here, &mut found);
        fill::offer(&here, &mut found);
        vanity::offer(&here, &mut found);
        every::offer(&here, &mut found);
        allow::offer(&here, &mut found);
    }
    if (ask.wants)(ActionKind::Extract) {
        extract::offer(&here, ask, &mut found);
    }
    if (ask.wants)(ActionKind::Rewrite) {
        convert::offer(&here, &mut found);
        sort::offer(&here, &mut found);
    }
    if (ask.wants)(ActionKind::SortAll) {
        sort::offer_all(&here, &mut found);
    }
    if (ask.wants)(ActionKind::MendAll) {
        mend::offer_all(&here, &mut found);
    }
    found
}

impl<'a> Action<'a> {
    fn new(kind: ActionKind, title: Message, change: impl Fn() -> Option<Change> + 'a) -> Self {
        Self { kind, title, refused: None, is_preferred: false, mends: Vec::new(), change: Box::new(change) }
    }

    fn mends(mut self, findings: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        self.mends.extend(findings);
        self
    }

    /// What it changes; nothing where it is refused.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        if self.refused.is_some() { None } else { (self.change)() }
    }
}

impl Change {
    /// Replacements without places to fill in.
    fn plain(edits: impl IntoIterator<Item = (FileId, TextRange, String)>) -> Self {
        let edits = edits.into_iter();
        let edits = edits.map(|(file, range, text)| Replacement { file, range, text, snippet: None });
        Self { files: Vec::new(), edits: edits.collect() }
    }
}
