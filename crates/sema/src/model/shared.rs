//! What statements of every kind have.

use jiff::civil::Date;
use roadmap_diag::{FileId, ItemIndex, Span, TextRange};
use smol_str::SmolStr;

use super::{FieldValue, Id, Person};

/// A statement of the text: which file, which top-level statement, which one inside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct StmtRef {
    /// The file.
    pub file: FileId,
    /// The top-level statement.
    pub item: ItemIndex,
    /// Its index in that statement's [`crate::hir::Hir`].
    pub index: u32,
}

/// The places of a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// The statement.
    pub stmt: StmtRef,
    /// Its first word: where what is missing is reported.
    pub keyword: Span,
    /// From its first word to its last value.
    pub head: Span,
    /// All of it, with its block.
    pub whole: Span,
    /// Whether its text is broken, so that what it lacks may only have been lost.
    pub damaged: bool,
    /// Its block, where it has one.
    pub block: Option<BlockPlace>,
}

/// How a statement's block is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BlockPlace {
    /// Its `{`.
    pub open: TextRange,
    /// Whether what is in it begins on the line of the `{`.
    pub begins_on_line: bool,
    /// Columns before the statement on its line.
    pub indent: u32,
}

impl Place {
    /// A range of the same top-level statement.
    #[must_use]
    pub fn span(&self, range: TextRange) -> Span {
        self.keyword.with_range(range)
    }
}

/// Names and places of something that has an identifier.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// Where it stands; nowhere for what is built in.
    pub place: Option<Place>,
    /// Its identifier; made from the title where it was forgotten.
    pub id: SmolStr,
    /// Where the identifier stands; the keyword where it was forgotten.
    pub id_span: Option<Span>,
    /// The identifier with its phase's before it: `foundation.landing`.
    pub path: SmolStr,
    /// Its title; the identifier where it has none.
    pub title: SmolStr,
    /// Where the title stands.
    pub title_span: Option<Span>,
    /// What any statement may have.
    pub extras: Extras,
}

impl Head {
    /// Whether the text around it is broken.
    #[must_use]
    pub fn damaged(&self) -> bool {
        self.place.is_some_and(|place| place.damaged)
    }
}

/// `note`, `tag`, `link`, `why`, and the company's own fields.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// Markdown notes.
    pub notes: Vec<SmolStr>,
    /// Tags.
    pub tags: Vec<SmolStr>,
    /// Addresses as written: not checked for what they are.
    pub links: Vec<SmolStr>,
    /// Reasons.
    pub whys: Vec<SmolStr>,
    /// Values of the company's own fields.
    pub fields: Vec<FieldValue>,
}

/// A reference in the text.
#[derive(Debug)]
pub struct Ref<T> {
    /// Where the name stands.
    pub span: Span,
    /// What it names; nothing where the name is unknown, which has been reported.
    pub target: Option<T>,
}

impl<T: Clone> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Self { span: self.span, target: self.target.clone() }
    }
}

/// A reference to a row of a table.
pub type Use<T> = Ref<Id<T>>;

/// A value and where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Written<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

/// A message or USP: a text, a name for it, or both; a name alone refers to one given elsewhere. Neither where what is
/// written could not be read: it counts as written, and may be any.
#[derive(Clone, Debug)]
pub struct MessageUse {
    /// Where it stands.
    pub span: Span,
    /// Its name.
    pub name: Option<SmolStr>,
    /// Its words: its own, or those of the one it refers to.
    pub text: Option<SmolStr>,
}

/// Who approved something, and when.
pub type Approval = (Use<Person>, Written<Date>);
