//! A line of the result before its columns are known.

use unicode_width::UnicodeWidthStr;

/// Blanks for each depth.
pub(crate) const INDENT: usize = 2;

/// A line, or several where a `"""` stands in it or they stay as they were.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// The top-level statement it belongs to.
    pub(crate) item: usize,
    /// Blocks around it.
    pub(crate) depth: usize,
    /// Whether a blank line stands above it.
    pub(crate) blank_before: bool,
    /// What it is to the lines beside it.
    pub(crate) role: Role,
    /// What stands on it but for indentation, columns and the comment behind it.
    pub(crate) code: String,
    /// Where blanks may be put into the code, and how many.
    pub(crate) columns: Columns,
    /// The comment behind it.
    pub(crate) comment: Option<Comment>,
}

/// What a line is to the lines beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// A statement with its keyword; `property` where its value stands in one column with those of its neighbours.
    Statement { keyword: String, property: bool },
    /// Several statements with `;` between them.
    Group,
    /// A comment alone.
    Comment,
    /// The first or last line of a block, or a statement over several lines: nothing is aligned across it.
    Fence,
    /// Lines that stay as they were.
    Verbatim,
}

/// Places in the code, as byte offsets of a blank, and the blanks that are put there.
#[derive(Clone, Default, Debug)]
pub(crate) struct Columns {
    /// Behind the keyword.
    pub(crate) value: Option<usize>,
    /// Behind the identifier that the statement declares.
    pub(crate) title: Option<usize>,
    /// Before the block on the same line.
    pub(crate) block: Option<usize>,
    /// Blanks for each of the three.
    pub(crate) pads: [usize; 3],
}

/// A comment behind a line.
#[derive(Clone, Debug)]
pub(crate) struct Comment {
    pub(crate) text: String,
    /// The column where it stood, if what stands before it is what stood there.
    pub(crate) was_at: Option<usize>,
    /// The column where it goes.
    pub(crate) at: usize,
}

impl Line {
    /// Columns that indentation and code take; of the last line where there are several.
    pub(crate) fn width(&self) -> usize {
        match self.code.rsplit_once('\n') {
            Some((_, last)) => width(last),
            None if self.role == Role::Verbatim => width(&self.code),
            None => self.depth * INDENT + width(&self.code) + self.columns.pads.iter().sum::<usize>(),
        }
    }

    /// Writes the line without its newline.
    pub(crate) fn write(&self, out: &mut String) {
        if self.role == Role::Verbatim {
            out.push_str(&self.code);
            return;
        }
        indent(out, self.depth);
        let places = [self.columns.value, self.columns.title, self.columns.block];
        let mut done = 0;
        for (place, pad) in places.into_iter().zip(self.columns.pads) {
            if let Some(place) = place.filter(|_| pad > 0) {
                out.push_str(self.code.get(done..place).unwrap_or_default());
                blanks(out, pad);
                done = place;
            }
        }
        out.push_str(self.code.get(done..).unwrap_or_default());
        if let Some(comment) = &self.comment {
            blanks(out, comment.at.saturating_sub(self.width()).max(1));
            out.push_str(&comment.text);
        }
    }
}

/// Columns that `text` takes on a screen.
pub(crate) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// The indentation of a depth.
pub(crate) fn indent(out: &mut String, depth: usize) {
    blanks(out, depth * INDENT);
}

pub(crate) fn blanks(out: &mut String, count: usize) {
    out.extend(std::iter::repeat_n(' ', count));
}
