//! A line with an odd number of quotes: which quote lost its partner, and where its string was meant to end.

/// The quote without a partner and the text taken for its string.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Lone {
    /// The quote's offset.
    pub(crate) start: usize,
    /// Behind the last byte of the string.
    pub(crate) end: usize,
    /// Whether it opens a string whose end is lost; otherwise it closes one whose start is.
    pub(crate) opens: bool,
    /// Whether the string runs to the end of its line, so that its end is beyond doubt.
    pub(crate) to_line_end: bool,
}

/// Chooses among the quotes of `text[from..to]` (one line) the one whose loss of a partner leaves the others
/// looking like strings. `fallback` is the quote that pairing from the left would leave over.
///
/// One pass to count what speaks against each pairing from the left, one from the right: linear in the line.
pub(crate) fn settle(text: &str, from: usize, to: usize, fallback: usize) -> Lone {
    let quotes = quotes(text.get(from..to).unwrap_or_default(), from);
    let lone = choose(text, from, to, &quotes).unwrap_or(fallback);
    let next = quotes.iter().copied().find(|quote| *quote > lone);
    let opens = !is_closer(text, lone, to);
    if !opens {
        return Lone { start: lone, end: lone + 1, opens, to_line_end: false };
    }
    let limit = next.unwrap_or(to);
    let body = text.get(lone + 1..limit).unwrap_or_default();
    let stop = stop(body);
    let end = lone + 1 + stop.unwrap_or(body.len());
    let end = if stop.is_none() && next.is_none() {
        give_back(text, lone, to)
    } else {
        lone + 1 + text.get(lone + 1..end).unwrap_or_default().trim_end_matches([' ', '\t', ',', '\r']).len()
    };
    Lone { start: lone, end, opens, to_line_end: stop.is_none() && next.is_none() }
}

/// The end of an open string that runs to its line's end: trailing braces and blanks belong to the block around it.
pub(crate) fn give_back(text: &str, start: usize, end: usize) -> usize {
    let body = text.get(start + 1..end).unwrap_or_default();
    start + 1 + body.trim_end_matches(['{', '}', ' ', '\t', '\r']).len()
}

fn quotes(line: &str, from: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut escaped = false;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'"' if !escaped => found.push(from + at),
            _ => {}
        }
        escaped = byte == b'\\' && !escaped;
    }
    found
}

fn choose(text: &str, from: usize, to: usize, quotes: &[usize]) -> Option<usize> {
    if quotes.len().is_multiple_of(2) {
        return None;
    }
    // What speaks against the pairs behind a lone quote, then against those before it.
    let doubts = |pair: &[usize]| match pair {
        [open, close] => doubts(text, from, to, *open, *close),
        _ => 0,
    };
    let mut behind: Vec<u32> = quotes.rchunks_exact(2).map(doubts).collect();
    behind.reverse();
    let mut sum: u32 = behind.iter().sum();
    let mut best: Option<(u32, usize)> = None;
    for (index, lone) in quotes.iter().enumerate().step_by(2) {
        if let Some(before) = index.checked_sub(2).and_then(|start| quotes.get(start..index)) {
            sum += doubts(before);
            sum -= behind.get(index / 2 - 1).copied().unwrap_or(0);
        }
        let odd = u32::from(!is_closer(text, *lone, to) && !opens_well(text, from, *lone));
        if best.is_none_or(|(least, _)| sum + odd <= least) {
            best = Some((sum + odd, *lone));
        }
    }
    best.map(|(_, lone)| lone)
}

/// What speaks against `open` and `close` being the two ends of one string.
fn doubts(text: &str, from: usize, to: usize, open: usize, close: usize) -> u32 {
    let body = text.get(open + 1..close).unwrap_or_default();
    u32::from(!opens_well(text, from, open))
        + u32::from(!closes_well(text, close, to))
        + u32::from(body.starts_with([' ', '\t']))
        + u32::from(body.ends_with([' ', '\t']))
}

fn opens_well(text: &str, from: usize, quote: usize) -> bool {
    text.get(from..quote)
        .unwrap_or_default()
        .chars()
        .next_back()
        .is_none_or(|c| matches!(c, ' ' | '\t' | '{' | ';' | ',' | '('))
}

fn closes_well(text: &str, quote: usize, to: usize) -> bool {
    let rest = text.get(quote + 1..to).unwrap_or_default();
    rest.chars().next().is_none_or(|c| matches!(c, ' ' | '\t' | '\r' | '{' | '}' | ';' | ',' | ')'))
}

/// Whether the quote looks like the end of a string: text before it, none behind.
fn is_closer(text: &str, quote: usize, to: usize) -> bool {
    let before = text.get(..quote).unwrap_or_default().chars().next_back();
    let text_before = before.is_some_and(|c| !matches!(c, ' ' | '\t' | '\n' | '\r' | '{' | ';' | ','));
    text_before && closes_well(text, quote, to)
}

/// Where a string that lost its end was cut off by what follows it: ` { `, ` }`, `;` or ` # `.
fn stop(body: &str) -> Option<usize> {
    let bytes = body.as_bytes();
    let blank = |at: Option<&u8>| at.is_none_or(|byte| matches!(byte, b' ' | b'\t' | b'\r'));
    let mut before = None;
    let mut trailing = None;
    for (at, byte) in bytes.iter().enumerate() {
        let loose = matches!(before, Some(b' ' | b'\t'));
        let behind = blank(bytes.get(at + 1));
        match byte {
            b';' if behind => return Some(at),
            b'{' | b'#' if loose && behind => return Some(at),
            b'}' if loose && behind => return Some(at),
            // `{ say "…}`: a brace that ends the line closes the block even without a blank before it.
            b'}' if at + 1 == bytes.len() => trailing = Some(at),
            _ => {}
        }
        before = Some(*byte);
    }
    trailing
}
