//! A project of texts, checked: for tests only.

// A wrong place is a test that fails: slicing says so.
#![allow(clippy::string_slice, dead_code)]

use std::sync::Arc;

use jiff::civil::Date;
use roadmap_diag::{Diagnostic, FileId, ItemIndex, Locale, Span, TextRange, render};

use crate::build::{Built, FileInput, ProjectInput, build};
use crate::history::History;
use crate::lower::lower;
use crate::rules::{Cx, Texts, run};
use crate::settings::Settings;
use crate::value::AtomContext;

/// A checked project.
pub(crate) struct Checked {
    texts: Vec<String>,
    starts: Vec<Vec<u32>>,
    pub(crate) built: Built,
    /// Findings of build and rules, by file and offset.
    pub(crate) findings: Vec<Diagnostic>,
    /// Syntax errors: file, place and code.
    pub(crate) syntax: Vec<(FileId, TextRange, String)>,
}

/// Checks one text on `today`, `YYYY-MM-DD`.
pub(crate) fn check(text: &str, today: &str) -> Checked {
    check_files(&[text], today)
}

/// Checks one text whose past is known.
pub(crate) fn check_with(text: &str, today: &str, history: Option<&History>) -> Checked {
    check_project(&[text], today, history)
}

/// Checks several texts as files of one project.
pub(crate) fn check_files(texts: &[&str], today: &str) -> Checked {
    check_project(texts, today, None)
}

fn check_project(texts: &[&str], today: &str, history: Option<&History>) -> Checked {
    let mut files = Vec::new();
    let mut parses = Vec::new();
    let mut starts = Vec::new();
    let mut syntax = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        let id = FileId(u32::try_from(index).unwrap());
        let parse = roadmap_syntax::parse(text);
        let item_starts: Vec<u32> = parse.items().iter().map(|item| item.start).collect();
        for (item, error) in parse.errors() {
            let start = item_starts[item.0 as usize];
            syntax.push((id, error.range.shift(start), error.code.as_str().to_owned()));
        }
        let context = AtomContext::default();
        let items = parse.items().iter().map(|item| Arc::new(lower(&item.tree, &context))).collect();
        files.push(FileInput { id, path: format!("{index}.roadmap"), items });
        starts.push(item_starts);
        parses.push(parse);
    }
    let today: Date = today.parse().unwrap();
    let built = build(ProjectInput { files, today });
    let settings = Settings::default();
    let mut findings = built.diagnostics.clone();
    let sources: Vec<_> = texts.iter().copied().zip(&parses).collect();
    let sources = Texts(&sources);
    let cx = Cx::new(&built.model, &settings).with_sources(&sources).with_history(history);
    findings.extend(run(&cx));
    let mut checked = Checked {
        texts: texts.iter().map(|text| (*text).to_owned()).collect(),
        starts,
        built,
        findings,
        syntax,
    };
    let mut sorted = std::mem::take(&mut checked.findings);
    sorted.sort_by_key(|found| {
        let (file, range) = checked.resolve(found.span);
        (file, range.start, found.code.as_str().to_owned())
    });
    checked.findings = sorted;
    checked
}

impl Checked {
    /// The file and the bytes of a span.
    pub(crate) fn resolve(&self, span: Span) -> (FileId, TextRange) {
        let start = match span.item {
            ItemIndex::FILE => 0,
            item => self.starts[span.file.0 as usize][item.0 as usize],
        };
        (span.file, span.range.shift(start))
    }

    /// The text under a span.
    pub(crate) fn text(&self, span: Span) -> &str {
        let (file, range) = self.resolve(span);
        &self.texts[file.0 as usize][range.as_range()]
    }

    /// Line and column of a place, from 1.
    pub(crate) fn line_column(&self, file: FileId, offset: u32) -> (usize, usize) {
        let before = &self.texts[file.0 as usize][..offset as usize];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// The findings of the rules in `groups` (`kpi/`): severity, code and the text they stand under.
    pub(crate) fn said(&self, groups: &[&str]) -> Vec<String> {
        self.findings
            .iter()
            .filter(|found| groups.iter().any(|group| found.code.as_str().starts_with(group)))
            .map(|found| {
                format!("{} {} `{}`", found.severity.as_str(), found.code.as_str(), self.text(found.span))
            })
            .collect()
    }

    /// What the rules in `groups` say, in both languages: message, help, labels and mends.
    pub(crate) fn aloud(&self, groups: &[&str]) -> String {
        let mut out = String::new();
        for found in self
            .findings
            .iter()
            .filter(|found| groups.iter().any(|group| found.code.as_str().starts_with(group)))
        {
            out.push_str(&format!("{} at `{}`\n", found.code.as_str(), self.text(found.span)));
            let related = found.related.iter().map(|related| &related.message);
            let fixes = found.fixes.iter().map(|fix| &fix.title);
            for message in std::iter::once(&found.message).chain(&found.help).chain(related).chain(fixes) {
                for locale in Locale::ALL {
                    out.push_str(&format!("  {}\n", render(message, locale)));
                }
            }
        }
        out
    }

    /// Every finding in one line each, syntax errors first.
    pub(crate) fn listing(&self) -> String {
        let mut out = String::new();
        for (file, range, code) in &self.syntax {
            let (line, column) = self.line_column(*file, range.start);
            out.push_str(&format!("{}:{line}:{column} {code}\n", file.0));
        }
        for found in &self.findings {
            let (file, range) = self.resolve(found.span);
            let (line, column) = self.line_column(file, range.start);
            out.push_str(&format!(
                "{}:{line}:{column} {} {} `{}` {}\n",
                file.0,
                found.severity.as_str(),
                found.code.as_str(),
                self.text(found.span),
                render(&found.message, Locale::En)
            ));
        }
        out
    }
}
