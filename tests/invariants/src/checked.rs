//! A text checked as a project of one file.

use std::sync::Arc;

use jiff::civil::{Date, date};
use roadmap_diag::{Diagnostic, FileId, ItemIndex, TextRange};
use roadmap_sema::build::{FileInput, ProjectInput, build};
use roadmap_sema::lower::lower;
use roadmap_sema::rules::{Cx, Texts, run};
use roadmap_sema::settings::Settings;
use roadmap_sema::value::AtomContext;

pub(crate) const TODAY: Date = date(2026, 2, 2);

/// Replacements in a file.
pub(crate) type Edits = Vec<(TextRange, String)>;

/// A text and what is said of it.
pub(crate) struct Checked {
    pub(crate) text: String,
    pub(crate) findings: Vec<Found>,
}

/// A finding, its place in the file.
pub(crate) struct Found {
    pub(crate) code: String,
    pub(crate) range: TextRange,
    /// Its first fix, where that is safe.
    pub(crate) fix: Option<Edits>,
}

impl Checked {
    pub(crate) fn new(text: &str) -> Self {
        let parse = roadmap_syntax::parse(text);
        let starts: Vec<u32> = parse.items().iter().map(|item| item.start).collect();
        let start = |item: ItemIndex| starts.get(item.0 as usize).copied().unwrap_or(0);
        let mut findings: Vec<Found> = parse
            .errors()
            .map(|(item, error)| Found {
                code: error.code.as_str().to_owned(),
                range: error.range.shift(start(item)),
                fix: error.fixes.first().filter(|fix| fix.safe).map(|fix| {
                    let edits = fix.edits.iter();
                    edits.map(|(range, text)| (range.shift(start(item)), text.clone())).collect()
                }),
            })
            .collect();
        let context = AtomContext::default();
        let items = parse.items().iter().map(|item| Arc::new(lower(&item.tree, &context))).collect();
        let file = FileInput { id: FileId(0), path: "main.roadmap".to_owned(), items };
        let built = build(ProjectInput { files: vec![file], today: TODAY });
        let settings = Settings::default();
        let sources = [(text, &parse)];
        let ruled = run(&Cx::new(&built.model, &settings).with_sources(&Texts(&sources)));
        findings.extend(built.diagnostics.iter().chain(&ruled).map(|diagnostic| found(diagnostic, &start)));
        findings.sort_by(|a, b| (a.range, &a.code).cmp(&(b.range, &b.code)));
        Self { text: text.to_owned(), findings }
    }
}

fn found(diagnostic: &Diagnostic, start: &impl Fn(ItemIndex) -> u32) -> Found {
    let place = |item: ItemIndex, range: TextRange| {
        if item == ItemIndex::FILE { range } else { range.shift(start(item)) }
    };
    Found {
        code: diagnostic.code.as_str().to_owned(),
        range: place(diagnostic.span.item, diagnostic.span.range),
        fix: diagnostic.fixes.first().filter(|fix| fix.safe).map(|fix| {
            let edits = fix.edits.iter();
            edits.map(|edit| (place(edit.span.item, edit.span.range), edit.text.clone())).collect()
        }),
    }
}

/// `text` with `edits` made; `None` where they overlap or lie outside it.
pub(crate) fn apply(text: &str, edits: &[(TextRange, String)]) -> Option<String> {
    let mut edits: Vec<_> = edits.iter().collect();
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(text.len() + 32);
    let mut done = 0;
    for (range, new) in edits {
        out.push_str(text.get(done..range.start as usize)?);
        out.push_str(new);
        done = range.end as usize;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}
