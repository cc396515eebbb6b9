//! Lines and columns of a text.

/// A place as people count it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in Unicode scalar values.
    pub column: u32,
}

/// Where the lines of a text start.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// The index of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let breaks = text.bytes().zip(1_u32..).filter(|(byte, _)| *byte == b'\n').map(|(_, next)| next);
        Self { starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// Byte offset at which `line` (from 0) starts; the last line's for any behind it.
    #[must_use]
    pub fn start(&self, line: u32) -> u32 {
        self.starts.get(line as usize).or(self.starts.last()).copied().unwrap_or(0)
    }

    /// How many lines there are; the empty one behind a last newline counts.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.starts.len()).unwrap_or(u32::MAX)
    }

    /// The line of `offset`, from 0.
    #[must_use]
    pub fn line(&self, offset: u32) -> u32 {
        let behind = self.starts.partition_point(|start| *start <= offset);
        u32::try_from(behind.saturating_sub(1)).unwrap_or(u32::MAX)
    }

    /// Line and column of `offset` in `text`, of which this is the index.
    #[must_use]
    pub fn line_column(&self, text: &str, offset: u32) -> LineColumn {
        let line = self.line(offset);
        let before = text.get(self.start(line) as usize..offset as usize).unwrap_or_default();
        let column = u32::try_from(before.chars().count()).unwrap_or(u32::MAX);
        LineColumn { line: line + 1, column: column.saturating_add(1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "một\r\nhai 🚀 x\n";
        let index = LineIndex::new(text);
        let at = |offset| {
            let place = index.line_column(text, offset);
            (place.line, place.column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(u32::try_from(text.find('x').unwrap()).unwrap()), (2, 7));
        assert_eq!(at(u32::try_from(text.len()).unwrap()), (3, 1));
        assert_eq!(index.count(), 3);
    }
}
