//! Places in a text as an editor counts them, and the edits it makes there.
//!
//! An editor counts lines, and within a line code units of the encoding that was agreed on. Lines end at `\n`, `\r\n` or
//! `\r`. What lies outside of the text or inside of a character is moved to the nearest place before it that does not.

use lsp_types::{Position, PositionEncodingKind, Range, TextDocumentContentChangeEvent};
use roadmap_diag::TextRange;

/// What the columns of a place count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Encoding {
    /// Bytes.
    Utf8,
    /// What every editor knows: two for a character beyond the first 65,536.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// The first of an editor's wishes; each can be fulfilled.
    pub(crate) fn choose(offered: &[PositionEncodingKind]) -> Self {
        let known = |kind: &PositionEncodingKind| match kind.as_str() {
            "utf-8" => Some(Self::Utf8),
            "utf-16" => Some(Self::Utf16),
            "utf-32" => Some(Self::Utf32),
            _ => None,
        };
        offered.iter().find_map(known).unwrap_or_default()
    }

    /// What the protocol calls it.
    pub(crate) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// Where the lines of a text start.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Lines {
    starts: Vec<u32>,
}

impl Lines {
    pub(crate) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends =
            |at: usize, byte: u8| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let starts =
            bytes.iter().enumerate().filter(|(at, byte)| ends(*at, **byte)).map(|(at, _)| number(at + 1));
        Self { starts: std::iter::once(0).chain(starts).collect() }
    }

    /// The line that holds the byte `offset` of `text`, and the column there.
    pub(crate) fn position(&self, text: &str, offset: u32, encoding: Encoding) -> Position {
        let offset = offset.min(number(text.len()));
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let before = text.get(start as usize..).unwrap_or_default().char_indices();
        let before = before.take_while(|(at, c)| at + c.len_utf8() <= (offset - start) as usize);
        let column: usize = before.map(|(_, c)| encoding.width(c)).sum();
        Position { line: number(line), character: number(column) }
    }

    /// The byte of `text` at a place.
    pub(crate) fn offset(&self, text: &str, place: Position, encoding: Encoding) -> u32 {
        let Some(start) = self.starts.get(place.line as usize) else { return number(text.len()) };
        let end = self.starts.get(place.line as usize + 1).map_or(text.len(), |end| *end as usize);
        let line = text.get(*start as usize..end).unwrap_or_default().trim_end_matches(['\n', '\r']);
        let mut left = place.character as usize;
        for (at, c) in line.char_indices() {
            match left.checked_sub(encoding.width(c)) {
                Some(rest) if left > 0 => left = rest,
                _ => return start + number(at),
            }
        }
        start + number(line.len())
    }

    /// A range of bytes as the editor counts it.
    pub(crate) fn range(&self, text: &str, range: TextRange, encoding: Encoding) -> Range {
        Range {
            start: self.position(text, range.start, encoding),
            end: self.position(text, range.end, encoding),
        }
    }

    /// The bytes that an editor's range holds, whichever of its ends is given first.
    pub(crate) fn bytes(&self, text: &str, range: Range, encoding: Encoding) -> TextRange {
        let one = self.offset(text, range.start, encoding);
        let other = self.offset(text, range.end, encoding);
        TextRange::new(one.min(other), one.max(other))
    }
}

/// Places of a text in their order, each counted from the one before it: linear in the text, however long its lines.
pub(crate) struct Walk<'t> {
    text: &'t str,
    encoding: Encoding,
    at: usize,
    place: Position,
}

impl<'t> Walk<'t> {
    pub(crate) fn new(text: &'t str, encoding: Encoding) -> Self {
        Self { text, encoding, at: 0, place: Position::default() }
    }

    /// The place of the byte `offset`, which lies behind all that were asked for.
    pub(crate) fn to(&mut self, offset: u32) -> Position {
        self.width_to(offset);
        self.place
    }

    /// Goes on to the byte `offset`; how far that is, line breaks counted as the characters that they are.
    pub(crate) fn width_to(&mut self, offset: u32) -> u32 {
        let bytes = self.text.as_bytes();
        let mut all = 0;
        let ahead = self.text.get(self.at..offset as usize).unwrap_or_default();
        for c in ahead.chars() {
            self.at += c.len_utf8();
            let is_break = c == '\n' || (c == '\r' && bytes.get(self.at) != Some(&b'\n'));
            let width = number(self.encoding.width(c));
            all += width;
            if is_break {
                self.place = Position::new(self.place.line + 1, 0);
            } else {
                self.place.character += width;
            }
        }
        all
    }
}

/// Makes an editor's changes, each in the text that the one before it left behind.
pub(crate) fn apply(text: &mut String, changes: &[TextDocumentContentChangeEvent], encoding: Encoding) {
    for change in changes {
        match change.range {
            Some(range) => {
                let range = Lines::new(text).bytes(text, range, encoding);
                text.replace_range(range.as_range(), &change.text);
            }
            None => text.clone_from(&change.text),
        }
    }
}

fn number(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn columns_count_what_was_agreed_on() {
        // Composed, as another keyboard types it, and beyond the first plane.
        for (text, columns) in [
            ("Huệ|", [5, 3, 3]),
            ("Hue\u{323}\u{302}|", [7, 5, 5]),
            ("🚀|", [4, 2, 1]),
            ("đ👩‍💻ơ|", [15, 7, 5]),
        ] {
            let offset = number(text.find('|').unwrap());
            let lines = Lines::new(text);
            for (encoding, column) in ALL.into_iter().zip(columns) {
                assert_eq!(lines.position(text, offset, encoding), at(0, column), "{text} {encoding:?}");
                assert_eq!(lines.offset(text, at(0, column), encoding), offset, "{text} {encoding:?}");
            }
        }
    }

    #[test]
    fn every_place_of_a_text_comes_back() {
        let text = "một\r\nhai 🚀 x\n\rba\u{323}\n\n👩‍💻";
        let lines = Lines::new(text);
        for encoding in ALL {
            for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
                // Between `\r` and `\n` no editor has a place.
                let (before, after) = text.split_at(offset);
                if before.ends_with('\r') && after.starts_with('\n') {
                    continue;
                }
                let place = lines.position(text, number(offset), encoding);
                assert_eq!(lines.offset(text, place, encoding), number(offset), "{offset} {encoding:?}");
            }
        }
    }

    #[test]
    fn places_outside_of_the_text_are_moved_into_it() {
        let text = "ab\r\n🚀c";
        let lines = Lines::new(text);
        assert_eq!(lines.offset(text, at(0, 99), Encoding::Utf16), 2);
        assert_eq!(lines.offset(text, at(9, 0), Encoding::Utf16), number(text.len()));
        // Within a pair of surrogates, and within the bytes of a character.
        assert_eq!(lines.offset(text, at(1, 1), Encoding::Utf16), 4);
        assert_eq!(lines.offset(text, at(1, 3), Encoding::Utf8), 4);
        assert_eq!(lines.position(text, 6, Encoding::Utf16), at(1, 0));
        assert_eq!(lines.position(text, 999, Encoding::Utf16), at(1, 3));
    }

    #[test]
    fn lines_end_in_three_ways() {
        assert_eq!(Lines::new("a\nb\r\nc\rd").starts, [0, 2, 5, 7]);
        assert_eq!(Lines::new("").starts, [0]);
    }

    #[test]
    fn changes_follow_each_other() {
        let change = |range: Option<(Position, Position)>, text: &str| TextDocumentContentChangeEvent {
            range: range.map(|(start, end)| Range { start, end }),
            range_length: None,
            text: text.to_owned(),
        };
        let mut text = "xin chào\r\n🚀 bạn".to_owned();
        apply(
            &mut text,
            &[
                change(Some((at(0, 4), at(0, 8))), "mời"),
                change(Some((at(1, 2), at(1, 2))), "!"),
                // The end before the start.
                change(Some((at(1, 6), at(1, 4))), ""),
                change(Some((at(0, 7), at(1, 0))), "\n"),
            ],
            Encoding::Utf16,
        );
        assert_eq!(text, "xin mời\n🚀! n");
        apply(&mut text, &[change(None, "mới")], Encoding::Utf16);
        assert_eq!(text, "mới");
    }
}
