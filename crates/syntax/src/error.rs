//! What can be wrong with the shape of a text.

use roadmap_diag::{Code, Message, TextRange};

use crate::TokenKind;
use crate::lex::Lexeme;
use crate::strings::Lone;

/// Errors of one file that are kept; more say nothing new.
pub(crate) const MAX_ERRORS: usize = 200;

/// Something wrong with the shape of the text. Ranges count from the first byte of the item it stands in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// `syntax/…`.
    pub code: Code,
    /// The exact place.
    pub range: TextRange,
    /// What is wrong, in one sentence.
    pub message: Message,
    /// A few words under the place.
    pub label: Option<Message>,
    /// What to do, in one sentence.
    pub help: Option<Message>,
    /// Other places that belong to it.
    pub related: Vec<(TextRange, Message)>,
    /// Mends, the best one first.
    pub fixes: Vec<SyntaxFix>,
}

/// Edits that mend an error.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxFix {
    /// What it does, as a command.
    pub title: Message,
    /// Whether it may be applied without asking: nothing is guessed.
    pub safe: bool,
    /// Replacements that do not overlap; ranges as in the error.
    pub edits: Vec<(TextRange, String)>,
}

/// Where errors are gathered while a file is read.
#[derive(Default)]
pub(crate) struct Errors {
    found: Vec<SyntaxError>,
}

impl Errors {
    pub(crate) fn push(&mut self, error: SyntaxError) {
        // Twice the cap, for those of the structure come after all those of the tokens and may stand before them.
        if !self.is_full() {
            self.found.push(error);
        }
    }

    /// Whether no more are kept: then none need be made.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= 2 * MAX_ERRORS
    }

    /// All of them, in the order of the text.
    pub(crate) fn take(mut self) -> Vec<SyntaxError> {
        self.found.sort_by_key(|error| error.range);
        self.found.truncate(MAX_ERRORS);
        self.found
    }
}

/// A block whose `}` is missing.
pub(crate) struct Unclosed {
    /// The statement, as `phase foundation`.
    pub(crate) head: String,
    /// The `{`, or the head where that is missing too.
    pub(crate) open: TextRange,
    /// Where the `}` belongs.
    pub(crate) at: u32,
    /// What to write there.
    pub(crate) insert: String,
}

impl SyntaxError {
    pub(crate) fn unclosed_block(block: Unclosed) -> Self {
        let message = Message::new("syntax-unclosed-block").with("head", block.head);
        Self::new("syntax/unclosed-block", block.open, message)
            .label("syntax-unclosed-block.label")
            .help("syntax-unclosed-block.help")
            .related(TextRange::empty(block.at), "syntax-unclosed-block.here")
            // Where a block ends is read from the indentation: a guess, which a person should see first.
            .fix("syntax-unclosed-block.fix", false, TextRange::empty(block.at), block.insert)
    }

    /// `head` is the statement up to where its `{` belongs.
    pub(crate) fn missing_open(head: TextRange, name: String, certain: bool) -> Self {
        Self::new("syntax/missing-open", head, Message::new("syntax-missing-open").with("head", name))
            .label("syntax-missing-open.label")
            .help("syntax-missing-open.help")
            .fix("syntax-missing-open.fix", certain, TextRange::empty(head.end), " {".to_owned())
    }

    pub(crate) fn header_in_comment(comment: TextRange) -> Self {
        Self::new("syntax/missing-open", comment, Message::new("syntax-header-in-comment"))
            .label("syntax-header-in-comment.label")
            .help("syntax-header-in-comment.help")
    }

    pub(crate) fn stray_close(range: TextRange) -> Self {
        Self::new("syntax/stray-close", range, Message::new("syntax-stray-close"))
            .label("syntax-stray-close.label")
            .help("syntax-stray-close.help")
            .fix("syntax-stray-close.fix", false, range, String::new())
    }

    pub(crate) fn no_keyword(range: TextRange) -> Self {
        Self::new("syntax/no-keyword", range, Message::new("syntax-no-keyword"))
            .label("syntax-no-keyword.label")
            .help("syntax-no-keyword.help")
    }

    pub(crate) fn too_deep(range: TextRange) -> Self {
        let message = Message::new("syntax-too-deep").with("limit", i64::from(crate::arena::MAX_DEPTH));
        Self::new("syntax/too-deep", range, message).help("syntax-too-deep.help")
    }

    pub(crate) fn too_large(bytes: usize) -> Self {
        let message = Message::new("syntax-too-large")
            .with("size", bytes.div_ceil(1024 * 1024))
            .with("limit", crate::MAX_BYTES / (1024 * 1024));
        Self::new("syntax/too-large", TextRange::empty(0), message).help("syntax-too-large.help")
    }

    /// `line` is the tokens of the line, `index` the first of them that is no token at all.
    pub(crate) fn unexpected_characters(text: &str, line: &[Lexeme], index: usize) -> Self {
        let bad = line.get(index).map_or_else(TextRange::default, Lexeme::range);
        let found = text.get(bad.as_range()).unwrap_or_default();
        if let Some(error) = Self::curly_quotes(text, line, bad) {
            return error;
        }
        let shown: String = found.chars().take(20).flat_map(char::escape_debug).collect();
        let message = Message::new("syntax-unexpected-characters").with("found", shown);
        let error = Self::new("syntax/unexpected-characters", bad, message)
            .label("syntax-unexpected-characters.label")
            .help("syntax-unexpected-characters.help");
        let word = touching(line, index);
        let written = text.get(word.as_range()).unwrap_or_default();
        if word == bad || written.contains(['"', '\\']) {
            return error;
        }
        error.fix("syntax-unexpected-characters.fix", false, word, format!("\"{written}\""))
    }

    /// `“…”` as word processors write quotes: all of the line are mended together.
    fn curly_quotes(text: &str, line: &[Lexeme], first: TextRange) -> Option<Self> {
        let is_curly =
            |range: TextRange| matches!(text.get(range.as_range()), Some("“" | "”" | "„" | "‟" | "«" | "»"));
        if !is_curly(first) {
            return None;
        }
        let curly: Vec<TextRange> = line.iter().map(Lexeme::range).filter(|range| is_curly(*range)).collect();
        let range = curly.get(1).map_or(first, |second| first.cover(*second));
        let mut error = Self::new("syntax/curly-quotes", range, Message::new("syntax-curly-quotes"))
            .label("syntax-curly-quotes.label")
            .help("syntax-curly-quotes.help");
        let whole = curly.last().map_or(first, |last| first.cover(*last));
        if curly.len().is_multiple_of(2)
            && !text.get(whole.as_range()).unwrap_or_default().contains(['"', '\\'])
        {
            let edits = curly.into_iter().map(|range| (range, "\"".to_owned())).collect();
            error.fixes.push(SyntaxFix { title: Message::new("syntax-curly-quotes.fix"), safe: true, edits });
        }
        Some(error)
    }

    pub(crate) fn unclosed_string(lone: &Lone) -> Self {
        let range = range(lone.start, lone.end);
        if lone.opens {
            Self::new("syntax/unclosed-string", range, Message::new("syntax-unclosed-string"))
                .label("syntax-unclosed-string.label")
                .help("syntax-unclosed-string.help")
                .fix(
                    "syntax-unclosed-string.fix",
                    lone.to_line_end,
                    TextRange::empty(range.end),
                    "\"".to_owned(),
                )
        } else {
            Self::new("syntax/unclosed-string", range, Message::new("syntax-unopened-string"))
                .label("syntax-unopened-string.label")
                .help("syntax-unopened-string.help")
        }
    }

    /// `end` is the last byte of what was taken for the body.
    pub(crate) fn unclosed_text(text: &str, line: usize, opener: TextRange, end: usize) -> Self {
        let at = range(end, end);
        Self::new("syntax/unclosed-text", opener, Message::new("syntax-unclosed-text"))
            .label("syntax-unclosed-text.label")
            .help("syntax-unclosed-text.help")
            .related(at, "syntax-unclosed-text.here")
            .fix("syntax-unclosed-text.fix", false, at, format!("\n{}\"\"\"", indent(text, line)))
    }

    pub(crate) fn stray_text_quotes(quotes: TextRange) -> Self {
        Self::text_quotes(quotes, "syntax-text-quotes-stray").help("syntax-text-quotes-stray.help")
    }

    pub(crate) fn text_on_one_line(text: &str, whole: TextRange) -> Self {
        let body = text.get(whole.start as usize + 3..whole.end as usize - 3).unwrap_or_default().trim();
        let error =
            Self::text_quotes(whole, "syntax-text-quotes-one-line").help("syntax-text-quotes-one-line.help");
        if body.contains(['"', '\\']) {
            return error;
        }
        error.fix("syntax-text-quotes-one-line.fix", true, whole, format!("\"{body}\""))
    }

    pub(crate) fn text_closes_in_line(text: &str, line: usize, quotes: TextRange) -> Self {
        Self::text_quotes(quotes, "syntax-text-quotes-close").help("syntax-text-quotes-close.help").fix(
            "syntax-text-quotes-close.fix",
            true,
            TextRange::empty(quotes.start),
            format!("\n{}", indent(text, line)),
        )
    }

    pub(crate) fn text_opens_in_line(text: &str, line: usize, from: usize, to: usize) -> Self {
        let body = text.get(from..to).unwrap_or_default();
        let start = from + (body.len() - body.trim_start().len());
        let break_line = format!("\n{}  ", indent(text, line));
        Self::text_quotes(range(start, start + body.trim().len()), "syntax-text-quotes-open")
            .help("syntax-text-quotes-open.help")
            .fix("syntax-text-quotes-open.fix", true, range(from, start), break_line)
    }

    pub(crate) fn too_few_text_quotes(quotes: TextRange) -> Self {
        Self::text_quotes(quotes, "syntax-text-quotes-few").help("syntax-text-quotes-few.help").fix(
            "syntax-text-quotes-few.fix",
            true,
            quotes,
            "\"\"\"".to_owned(),
        )
    }

    /// Lines at column 0 in the text between `from` (the end of its opening line) and `to`.
    pub(crate) fn unindented_text(text: &str, line: usize, from: usize, to: usize) -> Option<Self> {
        let pad = format!("{}  ", indent(text, line));
        let mut at = from + 1;
        let mut edits = Vec::new();
        let mut first = None;
        for content in text.get(at..to).unwrap_or_default().split_inclusive('\n') {
            if !content.trim().is_empty() {
                let flush = !content.starts_with([' ', '\t']);
                if flush && first.is_none() {
                    first = Some(range(at, at + content.trim_end().len()));
                }
                edits.push((TextRange::empty(range(at, at).start), pad.clone()));
            }
            at += content.len();
        }
        let mut error = Self::new("syntax/text-indent", first?, Message::new("syntax-text-indent"))
            .help("syntax-text-indent.help");
        error.fixes.push(SyntaxFix { title: Message::new("syntax-text-indent.fix"), safe: true, edits });
        Some(error)
    }

    fn text_quotes(range: TextRange, id: &'static str) -> Self {
        Self::new("syntax/text-quotes", range, Message::new(id))
    }

    fn new(code: &'static str, range: TextRange, message: Message) -> Self {
        Self {
            code: Code::new(code),
            range,
            message,
            label: None,
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    /// Another attribute of the message, with the same variables.
    fn sibling(&self, id: &'static str) -> Message {
        Message::new(id).with_all(&self.message.args)
    }

    fn label(mut self, id: &'static str) -> Self {
        self.label = Some(self.sibling(id));
        self
    }

    fn help(mut self, id: &'static str) -> Self {
        self.help = Some(self.sibling(id));
        self
    }

    fn related(mut self, range: TextRange, id: &'static str) -> Self {
        let message = self.sibling(id);
        self.related.push((range, message));
        self
    }

    fn fix(mut self, title: &'static str, safe: bool, range: TextRange, insert: String) -> Self {
        let title = self.sibling(title);
        self.fixes.push(SyntaxFix { title, safe, edits: vec![(range, insert)] });
        self
    }

    /// The same error with ranges that count from `start`, where the item that it stands in begins. What lies outside
    /// of that item is cut off: a fix belongs to one item.
    pub(crate) fn within(mut self, start: u32, end: u32) -> Self {
        let inside = |range: &TextRange| start <= range.start && range.end <= end;
        self.related.retain(|(range, _)| inside(range));
        self.fixes.retain(|fix| fix.edits.iter().all(|(range, _)| inside(range)));
        self.range.end = self.range.end.min(end);
        let edits = self.fixes.iter_mut().flat_map(|fix| &mut fix.edits).map(|(range, _)| range);
        let related = self.related.iter_mut().map(|(range, _)| range);
        for range in [&mut self.range].into_iter().chain(related).chain(edits) {
            *range = TextRange::new(range.start.saturating_sub(start), range.end.saturating_sub(start));
        }
        self
    }
}

fn indent(text: &str, line: usize) -> &str {
    let rest = text.get(line..).unwrap_or_default();
    rest.get(..rest.len() - rest.trim_start_matches([' ', '\t']).len()).unwrap_or_default()
}

fn range(start: usize, end: usize) -> TextRange {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    TextRange::new(offset(start), offset(end))
}

/// The token `index` of a line with the values that touch it on either side.
fn touching(line: &[Lexeme], index: usize) -> TextRange {
    let is_value = |lexeme: &Lexeme| {
        matches!(lexeme.kind, TokenKind::Word | TokenKind::Bad | TokenKind::Operator | TokenKind::Comma)
    };
    let mut range = line.get(index).map_or_else(TextRange::default, Lexeme::range);
    let before = line.get(..index).unwrap_or_default().iter().rev();
    for lexeme in before.take_while(|lexeme| is_value(lexeme)) {
        if lexeme.end != range.start {
            break;
        }
        range = range.cover(lexeme.range());
    }
    for lexeme in line.iter().skip(index + 1).take_while(|lexeme| is_value(lexeme)) {
        if lexeme.start != range.end {
            break;
        }
        range = range.cover(lexeme.range());
    }
    range
}
