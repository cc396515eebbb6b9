//! Findings for a person at a terminal.

use std::collections::BTreeMap;

use roadmap_db::Analysis;
use roadmap_diag::{Code, FileId, Message, Severity, TextRange, render as text};
use unicode_width::UnicodeWidthStr;

use super::block::{Block, blocks, lack};
use super::json::severity_counts;
use super::places::place;
use super::sheet::Sheet;
use super::short::line;
use super::snippet::{Painter, Snippet};
use super::wrap::{fold, wrap};
use super::{Request, visible};

/// Of one rule, so many are shown in full.
const IN_FULL: usize = 3;

/// A label has at least so many columns, and at most so many lines; a longer text stands by itself.
const LABEL_COLUMNS: usize = 30;
const LABEL_LINES: usize = 4;

/// Places so many lines apart share a window; others have one of their own, behind that of the main place.
const NEAR: u32 = 3;

pub(super) fn render(request: &Request<'_>) -> String {
    let environment = request.environment;
    let least = if environment.quiet { Severity::Error } else { Severity::Hint };
    let blocks = blocks(request.analysis, least);
    let mut printer = Printer::new(request);
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    let mut rest: Vec<(&Code, Vec<&Block<'_>>)> = Vec::new();
    for block in &blocks {
        let Some(first) = block.findings.first() else { continue };
        let count = shown.entry(first.code.as_str()).or_default();
        *count += 1;
        if request.all || *count <= IN_FULL {
            printer.block(block);
        } else if let Some((_, list)) = rest.iter_mut().find(|(code, _)| **code == first.code) {
            list.push(block);
        } else {
            rest.push((&first.code, vec![block]));
        }
    }
    for (code, list) in rest {
        printer.list(code, &list);
    }
    if !environment.quiet {
        printer.out.push_str(&summary(request.analysis, environment.locale));
    }
    printer.out
}

/// One line: how much was found, and what can be mended by itself.
fn summary(analysis: &Analysis, locale: roadmap_diag::Locale) -> String {
    let counts = severity_counts(analysis);
    let mut parts = Vec::new();
    for (count, id) in
        [(counts.errors, "count-errors"), (counts.warnings, "count-warnings"), (counts.hints, "count-hints")]
    {
        if count > 0 {
            parts.push(Message::new(id).with("count", count).into());
        }
    }
    let files = Message::new("count-files").with("count", counts.files);
    let mut out = match parts.is_empty() {
        true if analysis.hidden.is_some() => {
            text(&Message::new("summary-clean.role").with("files", files), locale)
        }
        true => text(&Message::new("summary-clean").with("files", files), locale),
        false => {
            let list: Vec<roadmap_diag::Arg> = parts;
            text(&Message::new("summary-found").with("list", list).with("files", files), locale)
        }
    };
    out.push('\n');
    if let Some(hidden) = analysis.hidden.filter(|hidden| *hidden > 0) {
        out.push_str(&text(&Message::new("summary-hidden").with("count", hidden), locale));
        out.push('\n');
    }
    let safe =
        analysis.asked().filter(|diagnostic| diagnostic.fixes.first().is_some_and(|fix| fix.safe)).count();
    if safe > 0 {
        out.push_str(&text(&Message::new("summary-fixable").with("count", safe), locale));
        out.push('\n');
    }
    out
}

struct Printer<'a> {
    request: &'a Request<'a>,
    painter: Painter,
    /// The shown text of each file that has been needed.
    sheets: BTreeMap<FileId, Option<Sheet<'a>>>,
    out: String,
}

/// Bytes of a line that is still drawn.
const LONGEST_LINE: usize = 4_000;

impl<'a> Printer<'a> {
    fn new(request: &'a Request<'a>) -> Self {
        let environment = request.environment;
        let link = text(&Message::new("link-page"), environment.locale);
        let painter = Painter::new(environment.width, environment.color, link);
        Self { request, painter, sheets: BTreeMap::new(), out: String::new() }
    }

    fn block(&mut self, block: &Block<'_>) {
        let Some(first) = block.findings.first() else { return };
        let analysis = self.request.analysis;
        let file = first.span.file;
        let line_of = |range: TextRange| analysis.file(file).map_or(0, |file| file.lines().line(range.start));
        let main = line_of(analysis.resolve(first.span));
        let is_near =
            |other: FileId, range: TextRange| other == file && line_of(range).abs_diff(main) <= NEAR;
        let mut here: Vec<(TextRange, Option<String>)> = Vec::new();
        let mut elsewhere: Vec<(FileId, TextRange, String)> = Vec::new();
        for (index, finding) in block.findings.iter().enumerate() {
            let range = analysis.resolve(finding.span);
            let label = match &finding.label {
                Some(label) => Some(self.say(label)),
                None if index > 0 && !(block.is_merged && lack(finding).is_some()) => {
                    Some(self.say(&finding.message))
                }
                None => None,
            };
            if is_near(finding.span.file, range) {
                here.push((range, label));
            } else {
                let words = label.unwrap_or_else(|| self.say(&finding.message));
                elsewhere.push((finding.span.file, range, words));
            }
            for related in &finding.related {
                let range = analysis.resolve(related.span);
                if is_near(related.span.file, range) {
                    here.push((range, Some(self.say(&related.message))));
                } else {
                    elsewhere.push((related.span.file, range, self.say(&related.message)));
                }
            }
        }
        let (mut labels, apart) = self.settle(file, here);
        // A line is drawn down from every place left of one with words: it should lead to words, too.
        let lines: Vec<(u32, bool)> =
            labels.iter().map(|(range, words)| (line_of(*range), words.is_some())).collect();
        for (range, words) in &mut labels {
            if words.is_none() && lines.contains(&(line_of(*range), true)) {
                *words = Some(self.say(&Message::new("label-here")));
            }
        }
        elsewhere.extend(apart.into_iter().map(|(range, words)| (file, range, words)));

        let code = first.code.as_str();
        let head = format!("{} {}", self.say(&Message::new(severity_id(block.severity))), visible(code));
        let more = block.findings.iter().skip(1).filter(|finding| finding.code != first.code);
        let code = more.fold(head, |head, finding| format!("{head}, {}", visible(finding.code.as_str())));
        let headline = self.say(&block.headline);
        self.paint(file, Some((code, first.code.page_url())), block.severity, headline, labels);
        for (file, range, words) in elsewhere {
            self.paint(file, None, Severity::Hint, words, vec![(range, None)]);
        }
        self.helps(block);
        self.out.push('\n');
    }

    /// Labels that can stand under one another's lines, and those that would cover another: they are shown by themselves.
    /// Words on the very same place are put together.
    #[allow(clippy::type_complexity, reason = "two lists of the same pairs")]
    fn settle(
        &mut self,
        file: FileId,
        labels: Vec<(TextRange, Option<String>)>,
    ) -> (Vec<(TextRange, Option<String>)>, Vec<(TextRange, String)>) {
        let mut kept: Vec<(TextRange, TextRange, Option<String>)> = Vec::new();
        let mut apart = Vec::new();
        let width = self.request.environment.width;
        let Some(sheet) = self.sheet(file) else { return (Vec::new(), apart) };
        for (range, words) in labels {
            let line = sheet.underline(range);
            let room = width.saturating_sub(sheet.columns_before_label(line)).max(LABEL_COLUMNS);
            let (words, long) = match words.map(|words| (fold(&words, room), words)) {
                Some((folded, words)) if folded.lines().count() > LABEL_LINES => (None, Some(words)),
                Some((folded, _)) => (Some(folded), None),
                None => (None, None),
            };
            if let Some(words) = long {
                apart.push((range, words));
            }
            let wide = TextRange::new(line.start, line.end.max(line.start + 1));
            if let Some((.., there)) = kept.iter_mut().find(|(_, other, _)| *other == wide) {
                if let Some(words) = words.filter(|words| there.as_ref() != Some(words)) {
                    *there = Some(
                        there.take().map_or_else(|| words.clone(), |before| format!("{before}\n{words}")),
                    );
                }
            } else if kept.iter().any(|(_, other, _)| wide.start < other.end && other.start < wide.end) {
                apart.extend(words.map(|words| (range, words)));
            } else {
                kept.push((range, wide, words));
            }
        }
        (kept.into_iter().map(|(range, _, words)| (range, words)).collect(), apart)
    }

    fn paint(
        &mut self,
        file: FileId,
        code: Option<(String, String)>,
        severity: Severity,
        headline: String,
        labels: Vec<(TextRange, Option<String>)>,
    ) {
        self.sheet(file);
        let Some(Some(sheet)) = self.sheets.get(&file) else { return };
        let (code, url) = code.unzip();
        // A line that no screen holds is not drawn: the place stands in the headline instead.
        let is_drawn = labels.iter().all(|(range, _)| sheet.line_len(*range) <= LONGEST_LINE);
        let (headline, labels) = match labels.first().filter(|_| !is_drawn) {
            Some((range, _)) => (format!("{}: {headline}", sheet.place_shown(*range)), Vec::new()),
            None => (headline, labels),
        };
        let painted = self.painter.paint(&Snippet { code, url, severity, headline, sheet, labels });
        // Without a terminal's links the code stands alone: `explain` and `--format json` have the address.
        self.out.push_str(&painted);
    }

    /// What to do: each help once, the first behind the word for it.
    fn helps(&mut self, block: &Block<'_>) {
        let mut lead = format!("  {}: ", self.say(&Message::new("lead-help")));
        let width = lead.width();
        let mut said: Vec<String> = Vec::new();
        for help in block.findings.iter().filter_map(|finding| finding.help.as_ref()) {
            let help = self.say(help);
            if !said.contains(&help) {
                self.out.push_str(&wrap(&lead, width, &help, self.request.environment.width));
                lead = " ".repeat(width);
                said.push(help);
            }
        }
    }

    /// The places of further findings of one rule.
    fn list(&mut self, code: &Code, blocks: &[&Block<'_>]) {
        let message = Message::new("list-more").with("count", blocks.len()).with("code", code.as_str());
        let heading = self.say(&message);
        self.out.push_str(&format!("{heading}\n"));
        let mut files: Vec<(String, Vec<String>)> = Vec::new();
        for first in blocks.iter().filter_map(|block| block.findings.first()) {
            let (_, range) = place(self.request.analysis, first.span);
            let path = self.request.paths.shown(self.request.analysis, first.span.file);
            let path = visible(&path).into_owned();
            let at = format!("{}:{}", range.start.line, range.start.column);
            match files.iter_mut().find(|(known, _)| *known == path) {
                Some((_, places)) => places.push(at),
                None => files.push((path, vec![at])),
            }
        }
        for (path, places) in files {
            let lead = format!("  {path}  ");
            let width = lead.width();
            self.out.push_str(&wrap(&lead, width, &places.join(" "), self.request.environment.width));
        }
        self.out.push('\n');
    }

    fn sheet(&mut self, file: FileId) -> Option<&Sheet<'a>> {
        let Request { analysis, paths, .. } = self.request;
        let sheet = || Some(Sheet::new(analysis.file(file)?, paths.shown(analysis, file)));
        let sheet = self.sheets.entry(file).or_insert_with(sheet);
        sheet.as_ref()
    }

    fn say(&self, message: &Message) -> String {
        line(message, self.request)
    }
}

fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Hint => "severity-hint",
    }
}
