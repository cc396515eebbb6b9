//! Lists and the numbers into them.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::sync::Arc;

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
///
/// Each row is shared: a copy of a table costs a count for each row, and rows that differ are all that two copies do not
/// have in common. So a plan after an edit is the plan before it but for what was edited.
#[derive(Debug)]
pub struct Table<T> {
    rows: Vec<Arc<T>>,
}

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self { rows: self.rows.clone() }
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<T> Table<T> {
    /// Adds a row.
    pub fn push(&mut self, row: T) -> Id<T> {
        let id = self.next_id();
        self.rows.push(Arc::new(row));
        id
    }

    /// The id that the next [`Self::push`] gives.
    #[must_use]
    pub fn next_id(&self) -> Id<T> {
        Self::id(self.rows.len())
    }

    /// Puts another row in the place of `id`.
    #[allow(clippy::indexing_slicing, reason = "an id is only ever made by the table that it is used with")]
    pub fn replace(&mut self, id: Id<T>, row: T) {
        self.rows[id.raw as usize] = Arc::new(row);
    }

    /// The row `id`.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "an id is only ever made by the table that it is used with")]
    pub fn get(&self, id: Id<T>) -> &T {
        &self.rows[id.raw as usize]
    }

    /// All rows, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<T>, &T)> + ExactSizeIterator {
        self.rows.iter().enumerate().map(|(index, row)| (Self::id(index), &**row))
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = Id<T>> + ExactSizeIterator + use<T> {
        (0..self.rows.len()).map(Self::id)
    }

    /// All rows without their ids.
    #[must_use]
    pub fn rows(&self) -> Rows<'_, T> {
        Rows(&self.rows)
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

    /// The id of the row at `index`.
    pub(crate) fn id(index: usize) -> Id<T> {
        Id { raw: u32::try_from(index).unwrap_or(u32::MAX), of: PhantomData }
    }
}

impl<T: Clone> Table<T> {
    /// The row `id`, to fill in; a row that another copy of the table has as well is copied first.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "an id is only ever made by the table that it is used with")]
    pub fn get_mut(&mut self, id: Id<T>) -> &mut T {
        Arc::make_mut(&mut self.rows[id.raw as usize])
    }
}

/// The rows of a table, in order.
#[derive(Debug)]
pub struct Rows<'t, T>(&'t [Arc<T>]);

impl<T> Clone for Rows<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Rows<'_, T> {}

impl<'t, T> IntoIterator for Rows<'t, T> {
    type Item = &'t T;
    type IntoIter = std::iter::Map<std::slice::Iter<'t, Arc<T>>, fn(&'t Arc<T>) -> &'t T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|row| &**row)
    }
}

impl<'t, T> Rows<'t, T> {
    /// Each of them.
    pub fn iter(self) -> <Self as IntoIterator>::IntoIter {
        self.into_iter()
    }

    /// The row at `index`.
    #[must_use]
    pub fn get(self, index: usize) -> Option<&'t T> {
        self.0.get(index).map(|row| &**row)
    }

    /// The first one.
    #[must_use]
    pub fn first(self) -> Option<&'t T> {
        self.get(0)
    }

    /// The last one.
    #[must_use]
    pub fn last(self) -> Option<&'t T> {
        self.0.last().map(|row| &**row)
    }

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}
