//! A file as it is shown: safe for a terminal, with every place of the file found again in it.

use roadmap_db::{File, LineIndex};
use roadmap_diag::TextRange;
use unicode_width::UnicodeWidthChar;

use super::visible::stand_in;

/// Columns from one tab stop to the next.
const TAB: usize = 4;

/// The shown text of a file.
pub(super) struct Sheet<'a> {
    /// The file.
    pub(super) file: &'a File,
    /// Its path, as it is shown.
    path: String,
    /// Its text with `\n` as the only control character.
    pub(super) text: String,
    /// The lines of `text`, as many as the file has.
    pub(super) lines: LineIndex,
    /// Offsets in the file behind which offsets in `text` are shifted, with the offset that belongs to each.
    shifts: Vec<(u32, u32)>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(file: &'a File, path: String) -> Self {
        let mut text = String::with_capacity(file.text.len() + 16);
        let mut shifts = vec![(0, 0)];
        let mut column = 0;
        let mut before = None;
        let mut at = 0;
        while let Some(rest) = file.text.get(at..).filter(|rest| !rest.is_empty()) {
            // Nearly all of a file is shown as it is, and is taken in one piece: a plan may be long, and a finding short.
            let plain = rest.get(..plain_len(rest)).unwrap_or_default();
            if let Some(last) = plain.chars().next_back() {
                text.push_str(plain);
                column = plain.rfind('\n').map_or(column + plain.len(), |end| plain.len() - end - 1);
                before = Some(last);
                at += plain.len();
                continue;
            }
            let Some(c) = rest.chars().next() else { break };
            let is_line_end = rest.starts_with("\r\n");
            let shown = match c {
                // A mark at the very start says how the file is stored, and a line ends in one way here.
                '\u{feff}' if at == 0 => Some(String::new()),
                '\r' if is_line_end => Some(String::new()),
                '\t' => Some(" ".repeat(TAB - column % TAB)),
                _ => stand_in(c, before),
            };
            match &shown {
                None => {
                    text.push(c);
                    column = if c == '\n' { 0 } else { column + c.width().unwrap_or(0) };
                }
                Some(shown) => {
                    text.push_str(shown);
                    column += shown.chars().filter_map(UnicodeWidthChar::width).sum::<usize>();
                    shifts.push((offset(at + c.len_utf8()), offset(text.len())));
                }
            }
            before = Some(c);
            at += c.len_utf8();
        }
        let lines = LineIndex::new(&text);
        Self { file, path, text, lines, shifts }
    }

    /// The offset in the shown text that belongs to `at` in the file.
    pub(super) fn shown(&self, at: u32) -> u32 {
        let behind = self.shifts.partition_point(|(file, _)| *file <= at);
        let (file, shown) =
            behind.checked_sub(1).and_then(|index| self.shifts.get(index)).copied().unwrap_or_default();
        // Inside something that is shown in another way, its start is meant.
        let next = self.shifts.get(behind).map_or(u32::MAX, |(_, shown)| *shown);
        (shown + (at - file)).min(next)
    }

    /// The range to underline for `range` of the file: on one line, the first.
    pub(super) fn underline(&self, range: TextRange) -> TextRange {
        let start = self.shown(range.start);
        let mut line = self.lines.line(start);
        // Behind the last newline there is no line to show: the end of the line before it is meant.
        if start as usize == self.text.len() && line > 0 && self.lines.start(line) == start {
            line -= 1;
        }
        let line_start = self.lines.start(line);
        let rest = self.text.get(line_start as usize..).unwrap_or_default();
        let line_end = line_start + offset(rest.find('\n').unwrap_or(rest.len()));
        let end = self.shown(range.end).min(line_end);
        TextRange::new(start.min(line_end), end.max(start.min(line_end)))
    }

    /// Bytes of the shown line that `range`, of the shown text, starts on.
    pub(super) fn line_len(&self, range: TextRange) -> usize {
        let start = self.lines.start(self.lines.line(range.start)) as usize;
        let rest = self.text.get(start..).unwrap_or_default();
        rest.find('\n').unwrap_or(rest.len())
    }

    /// Columns before the words below `range`, of the shown text: line numbers, the text up to its middle, and the hook.
    pub(super) fn columns_before_label(&self, range: TextRange) -> usize {
        const FRAME: usize = 4;
        const HOOK: usize = 4;
        let line = self.lines.line(range.start);
        let wide = |start: u32, end: u32| {
            let text = self.text.get(start as usize..end as usize).unwrap_or_default();
            text.chars().filter_map(UnicodeWidthChar::width).sum::<usize>()
        };
        let digits = (line + 2).to_string().len();
        digits + FRAME + wide(self.lines.start(line), range.start) + wide(range.start, range.end) / 2 + HOOK
    }

    /// The file's path with the line of `range`, of the shown text, and its column there.
    pub(super) fn place_shown(&self, range: TextRange) -> String {
        let place = self.lines.line_column(&self.text, range.start);
        format!("{}:{}:{}", self.path, place.line, place.column)
    }

    /// The file's path with the line and column of `at`.
    pub(super) fn place(&self, at: u32) -> String {
        let place = self.file.line_column(at);
        format!("{}:{}:{}", self.path, place.line, place.column)
    }
}

/// Bytes at the start of `text` that are printable ASCII or newlines: each a column wide, each shown as it is.
fn plain_len(text: &str) -> usize {
    let bytes = text.bytes();
    bytes.take_while(|byte| matches!(byte, b' '..=b'~' | b'\n')).count()
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
