//! Lists and the numbers into them.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

/// The number of a `T` in its [`Table`].
pub struct Id<T> {
    raw: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// The number itself.
    #[must_use]
    pub fn raw(self) -> u32 {
        self.raw
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Id<T> {}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.raw == other.raw
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.raw.cmp(&other.raw)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.raw.hash(state);
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.raw)
    }
}

/// A list that is only ever added to, so that an [`Id`] it gave stays good.
#[derive(Debug)]
pub struct Table<T> {
    rows: Vec<T>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<T> Table<T> {
    /// Adds a row.
    pub fn push(&mut self, row: T) -> Id<T> {
        let raw = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        self.rows.push(row);
        Id { raw, of: PhantomData }
    }

    /// The id that the next [`Self::push`] gives.
    #[must_use]
    pub fn next_id(&self) -> Id<T> {
        Id { raw: u32::try_from(self.rows.len()).unwrap_or(u32::MAX), of: PhantomData }
    }

    /// The row `id`.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "an id is only ever made by the table that it is used with")]
    pub fn get(&self, id: Id<T>) -> &T {
        &self.rows[id.raw as usize]
    }

    /// The row `id`, to fill in.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "an id is only ever made by the table that it is used with")]
    pub fn get_mut(&mut self, id: Id<T>) -> &mut T {
        &mut self.rows[id.raw as usize]
    }

    /// All rows, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> + ExactSizeIterator {
        self.rows.iter().enumerate().map(|(index, row)| (Self::id(index), row))
    }

    /// All rows, in order, to fill in.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (Id<T>, &mut T)> {
        self.rows.iter_mut().enumerate().map(|(index, row)| (Self::id(index), row))
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<T>> + ExactSizeIterator + use<T> {
        (0..self.rows.len()).map(Self::id)
    }

    /// All rows without their ids.
    #[must_use]
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn id(index: usize) -> Id<T> {
        Id { raw: u32::try_from(index).unwrap_or(u32::MAX), of: PhantomData }
    }
}
