//! Files and places in them.

use std::fmt;
use std::ops::Range;

/// A file of the project, by its number in the project's list of files.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(pub u32);

/// A half-open range of UTF-8 byte offsets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TextRange {
    /// First byte.
    pub start: u32,
    /// First byte behind.
    pub end: u32,
}

impl TextRange {
    /// The range from `start` to `end`; an `end` before `start` gives an empty range at `start`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The empty range at `offset`.
    #[must_use]
    pub fn empty(offset: u32) -> Self {
        Self { start: offset, end: offset }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether no byte lies inside.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The same range, `by` bytes later.
    #[must_use]
    pub fn shift(self, by: u32) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// Whether `offset` lies inside or directly behind.
    #[must_use]
    pub fn touches(self, offset: u32) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains_range(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The bytes as a `usize` range, to slice text with.
    #[must_use]
    pub fn as_range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl fmt::Debug for TextRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// Which top-level statement of a file, counted from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ItemIndex(pub u32);

impl ItemIndex {
    /// Stands for the file as a whole: ranges with it count from the file's first byte.
    pub const FILE: Self = Self(u32::MAX);
}

/// A place in the project, relative to the top-level statement it stands in.
///
/// Relative, so that what is known of a statement stays true while text above it changes: typing at the top
/// of a file moves no span below. Whoever shows a place turns it into an offset of the file first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The top-level statement whose first byte `range` counts from.
    pub item: ItemIndex,
    /// Bytes from the start of that statement.
    pub range: TextRange,
}

impl Span {
    /// A place counted from the first byte of `file`.
    #[must_use]
    pub fn in_file(file: FileId, range: TextRange) -> Self {
        Self { file, item: ItemIndex::FILE, range }
    }

    /// Another range in the same statement.
    #[must_use]
    pub fn with_range(self, range: TextRange) -> Self {
        Self { range, ..self }
    }

    /// The empty place at this one's start.
    #[must_use]
    pub fn start(self) -> Self {
        self.with_range(TextRange::empty(self.range.start))
    }

    /// The empty place directly behind this one.
    #[must_use]
    pub fn end(self) -> Self {
        self.with_range(TextRange::empty(self.range.end))
    }
}
