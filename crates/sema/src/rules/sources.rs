//! The texts behind a plan, for mends that move what is written.

use roadmap_diag::{ItemIndex, Span};
use roadmap_syntax::Parse;

/// The texts of a project's files. A check decides by the model alone; only its fixes may ask for text.
pub trait Sources: Sync {
    /// The words at `span`; none where no file has that place.
    fn text(&self, span: Span) -> Option<&str>;
}

/// The texts of some files with their top-level statements, in the order of their numbers.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a>(pub &'a [(&'a str, &'a Parse)]);

impl Sources for Texts<'_> {
    fn text(&self, span: Span) -> Option<&str> {
        let (text, parse) = self.0.get(span.file.0 as usize)?;
        let start = match span.item {
            ItemIndex::FILE => 0,
            item => parse.item(item)?.start,
        };
        text.get(span.range.shift(start).as_range())
    }
}
