//! Changes in the making: texts that become replacements, laid out where the text around them is.

use roadmap_db::File;
use roadmap_diag::{FileId, TextRange};
use roadmap_syntax::{Parse, TokenKind, parse};

use super::{Change, Replacement};
use crate::completion::snippet;

/// A text with places to fill in.
#[derive(Clone, Default)]
pub(super) struct Piece {
    text: String,
    stops: Vec<TextRange>,
}

impl Piece {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), stops: Vec::new() }
    }

    /// Text as it is.
    pub(super) fn text(mut self, text: &str) -> Self {
        self.text.push_str(text);
        self
    }

    /// A place to fill in, and what stands there until then.
    pub(super) fn stop(mut self, placeholder: &str) -> Self {
        let start = length(&self.text);
        self.text.push_str(placeholder);
        self.stops.push(TextRange::new(start, length(&self.text)));
        self
    }

    /// Another piece behind it.
    pub(super) fn piece(mut self, other: &Self) -> Self {
        let start = length(&self.text);
        self.text.push_str(&other.text);
        self.stops.extend(other.stops.iter().map(|stop| stop.shift(start)));
        self
    }
}

/// Edits of one file.
pub(super) struct Draft<'a> {
    id: FileId,
    file: &'a File,
    edits: Vec<(TextRange, Piece)>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(id: FileId, file: &'a File) -> Self {
        Self { id, file, edits: Vec::new() }
    }

    /// Writes `piece` instead of what stands at `range`. What is inserted at one place stands in the order of the calls.
    pub(super) fn replace(&mut self, range: TextRange, piece: Piece) {
        self.edits.push((range, piece));
    }

    /// The change: top-level statements that were laid out before are laid out again.
    pub(super) fn finish(mut self) -> Option<Change> {
        let before = &*self.file.text;
        self.edits.sort_by_key(|(range, _)| *range);
        let (first, last) = (self.edits.first()?.0.start, self.edits.last()?.0.end);
        let window = window(&self.file.parse, length(before), first, last);
        let after = self.apply()?;
        // What stands behind the window is the same before and after.
        let tail = length(before) - window.end;
        let edited = TextRange::new(window.start, length(&after.text).checked_sub(tail)?);
        // What is replaced need not have been.
        let replaced = |range: TextRange| self.edits.iter().any(|(edit, _)| edit.contains_range(range));
        let was_laid_out = roadmap_fmt::edits(&self.file.parse)
            .iter()
            .all(|(range, _)| !overlaps(*range, window) || replaced(*range));
        let laid_out = if was_laid_out { lay_out(&after, edited) } else { None };
        let after = laid_out.unwrap_or(after);
        let edited = TextRange::new(window.start, length(&after.text).checked_sub(tail)?);
        replacement(self.id, before, window, &after, edited)
    }

    /// The whole text with the edits made.
    fn apply(&self) -> Option<Piece> {
        let before = &*self.file.text;
        let newline = if before.contains("\r\n") { "\r\n" } else { "\n" };
        let mut out = Piece::default();
        let mut at = 0;
        for (range, piece) in &self.edits {
            out = out.text(before.get(at..range.start as usize)?);
            out = out.piece(&piece.with_newlines(newline));
            at = range.end as usize;
        }
        Some(out.text(before.get(at..)?))
    }
}

impl Piece {
    /// The same with another end of line.
    fn with_newlines(&self, newline: &str) -> Self {
        if newline == "\n" {
            return self.clone();
        }
        let moved = |offset: u32| {
            let before = self.text.get(..offset as usize).unwrap_or_default();
            length(&ended(before, newline))
        };
        let stops = self.stops.iter().map(|stop| TextRange::new(moved(stop.start), moved(stop.end)));
        Self { text: ended(&self.text, newline), stops: stops.collect() }
    }
}

/// A text of which some lines may end so already.
fn ended(text: &str, newline: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', newline)
}

/// The top-level statements that edits from `first` to `last` touch.
fn window(parse: &Parse, end: u32, first: u32, last: u32) -> TextRange {
    let items = parse.items();
    let start = items.iter().rev().find(|item| item.start <= first).map_or(0, |item| item.start);
    let end = items.iter().find(|item| item.start > last).map_or(end, |item| item.start);
    TextRange::new(start, end)
}

fn overlaps(one: TextRange, other: TextRange) -> bool {
    one.start < other.end && other.start < one.end
}

/// The text with the statements in `window` laid out; none where a place to fill in would be lost.
fn lay_out(text: &Piece, window: TextRange) -> Option<Piece> {
    let before = parse(&text.text);
    let mut out = String::new();
    let mut at = 0;
    for (range, new) in roadmap_fmt::edits(&before) {
        if range.start >= window.start && range.end <= window.end {
            out.push_str(text.text.get(at..range.start as usize)?);
            out.push_str(&new);
            at = range.end as usize;
        }
    }
    out.push_str(text.text.get(at..)?);
    let after = parse(&out);
    // Laying out moves words and keeps them: a place stands in the same word as before.
    let (old, new) = (words(&before), words(&after));
    if old.len() != new.len() {
        return None;
    }
    let moved = |offset: u32| {
        let index = old.partition_point(|word| word.start <= offset).checked_sub(1)?;
        Some(new.get(index)?.start + (offset - old.get(index)?.start))
    };
    let stops = text.stops.iter().map(|stop| Some(TextRange::new(moved(stop.start)?, moved(stop.end)?)));
    let stops = stops.collect::<Option<_>>()?;
    Some(Piece { text: out, stops })
}

/// The places of all tokens but `;`, which may come and go.
fn words(parse: &Parse) -> Vec<TextRange> {
    let tokens = parse
        .items()
        .iter()
        .flat_map(|item| item.tree.tokens().map(|token| (token.kind, token.range.shift(item.start))));
    tokens.filter(|(kind, _)| *kind != TokenKind::Semicolon).map(|(_, range)| range).collect()
}

/// The smallest replacement that makes `new` of `after` out of `old` of `before`, and has all places to fill in.
fn replacement(id: FileId, before: &str, old: TextRange, after: &Piece, new: TextRange) -> Option<Change> {
    let old_text = before.get(old.as_range())?;
    let new_text = after.text.get(new.as_range())?;
    let (mut front, mut back) = common(old_text, new_text);
    if let (Some(first), Some(last)) = (after.stops.first(), after.stops.last()) {
        front = front.min((first.start.checked_sub(new.start)?) as usize);
        back = back.min((new.end.checked_sub(last.end)?) as usize);
    }
    let range = TextRange::new(old.start + small(front), old.end - small(back));
    let piece = TextRange::new(new.start + small(front), new.end - small(back));
    let text = after.text.get(piece.as_range())?.to_owned();
    if text.is_empty() && range.is_empty() {
        return None;
    }
    let snippet = (!after.stops.is_empty()).then(|| with_stops(&after.text, piece, &after.stops));
    Some(Change { files: Vec::new(), edits: vec![Replacement { file: id, range, text, snippet }] })
}

fn with_stops(text: &str, piece: TextRange, stops: &[TextRange]) -> String {
    let slice = |start: u32, end: u32| text.get(start as usize..end as usize).unwrap_or_default();
    let mut out = String::new();
    let mut at = piece.start;
    for (number, stop) in (1..).zip(stops) {
        out.push_str(&snippet::escape(slice(at, stop.start)));
        out.push_str(&format!("${{{number}:{}}}", snippet::escape(slice(stop.start, stop.end))));
        at = stop.end;
    }
    out.push_str(&snippet::escape(slice(at, piece.end)));
    out
}

/// How many bytes two texts have in common at their starts, and behind that at their ends; on whole characters.
fn common(one: &str, other: &str) -> (usize, usize) {
    let same = |(one, other): &(char, char)| one == other;
    let front: usize = one.chars().zip(other.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (old, new) = (one.get(front..).unwrap_or_default(), other.get(front..).unwrap_or_default());
    let back = old.chars().rev().zip(new.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    (front, back)
}

fn length(text: &str) -> u32 {
    small(text.len())
}

fn small(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
