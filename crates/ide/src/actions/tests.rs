//! Actions as an editor makes them: each case shows the text before, and after.

// A fixture that is wrong is a test that fails.
#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing)]

mod allow;
mod anywhere;
mod convert;
mod every;
mod extract;
mod fill;
mod sort;
mod vanity;

use std::path::Path;

use jiff::civil::{Date, date};
use roadmap_db::{Analysis, Host, MemoryDisk, SETTINGS, Start};
use roadmap_diag::{FileId, Locale, Span, TextRange, render};
use roadmap_report::project::{Places, Source, report};
use roadmap_report::render_json;

use super::{Action, ActionKind, Ask, Change, actions};
use crate::completion::snippet;
use crate::fixture::{Fixture, TODAY};

/// A project with a place in it: `$0` in the text, twice around what is selected.
pub(super) struct Case {
    fixture: Fixture,
    range: TextRange,
}

impl Case {
    pub(super) fn new(text: &str) -> Self {
        // The second mark goes first, so that the first stands where it stood.
        let second = text.match_indices("$0").nth(1).map(|(at, _)| at);
        let one = second.map_or_else(|| text.to_owned(), |at| format!("{}{}", &text[..at], &text[at + 2..]));
        let length = second.map_or(0, |at| at - text.find("$0").unwrap() - 2);
        let fixture = Fixture::new(&one);
        let range = TextRange::new(fixture.offset, fixture.offset + u32::try_from(length).unwrap());
        Self { fixture, range }
    }

    pub(super) fn actions(&self) -> Vec<Action<'_>> {
        let is_taken = |path: &str| path.ends_with("taken.roadmap");
        let ask =
            Ask { file: self.fixture.file, range: self.range, wants: &|_| true, is_taken: Some(&is_taken) };
        actions(&self.fixture.analysis, &ask)
    }

    /// What is offered, in English.
    pub(super) fn titles(&self) -> Vec<String> {
        self.actions().iter().map(|action| render(&action.title, Locale::En)).collect()
    }

    /// The files after the action whose title begins so; places to fill in as `${1:…}`.
    pub(super) fn after(&self, title: &str) -> String {
        let actions = self.actions();
        let title_of = |action: &Action<'_>| render(&action.title, Locale::En);
        let Some(action) = actions.iter().find(|action| title_of(action).starts_with(title)) else {
            return format!("not offered, but:\n{}\n", self.titles().join("\n"));
        };
        if let Some(reason) = &action.refused {
            return format!("refused: {}\n", render(reason, Locale::En));
        }
        let change = action.change().unwrap();
        let edits: Vec<_> = change
            .edits
            .iter()
            .map(|edit| {
                if let Some(snippet) = &edit.snippet {
                    assert_eq!(snippet::plain(snippet).trim_end(), edit.text.trim_end());
                }
                (edit.file, edit.range, edit.snippet.clone().unwrap_or_else(|| edit.text.clone()))
            })
            .collect();
        let mut out = self.fixture.edited(&edits);
        for file in &change.files {
            out.push_str(&format!("//- {} (new)\n{}", file.path, file.text));
        }
        format!("» {}\n{out}", title_of(action))
    }
}

/// Each case: what it is about, the title that the action begins with, and the text.
pub(super) fn shown(cases: &[(&str, &str, &str)]) -> String {
    let mut out = String::new();
    for (about, title, text) in cases {
        let after = Case::new(text).after(title);
        out.push_str(&format!("── {about}\n{}\n\n{}\n\n", text.trim_end(), after.trim_end()));
    }
    out
}

/// The project after a change, read anew.
pub(super) fn changed(analysis: &Analysis, change: &Change) -> Analysis {
    let mut texts: Vec<(String, String)> =
        analysis.files.iter().map(|file| (file.path.clone(), file.text.to_string())).collect();
    let mut edits: Vec<_> = change.edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse((edit.file, edit.range)));
    let mut before: Option<(FileId, u32)> = None;
    for edit in edits {
        assert!(before.is_none_or(|(file, start)| file != edit.file || edit.range.end <= start), "{edit:?}");
        before = Some((edit.file, edit.range.start));
        texts[edit.file.0 as usize].1.replace_range(edit.range.as_range(), &edit.text);
    }
    for file in &change.files {
        assert!(texts.iter().all(|(path, _)| *path != file.path), "{} is there", file.path);
        texts.push((file.path.clone(), file.text.clone()));
    }
    read(&texts, analysis.today)
}

fn read(texts: &[(String, String)], today: Date) -> Analysis {
    let listed: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let disk = MemoryDisk::new(&listed);
    let settings = disk.files.get(SETTINGS).map(|bytes| (SETTINGS, bytes.clone()));
    let start =
        if settings.is_some() { Start::Folder(String::new()) } else { Start::File(texts[0].0.clone()) };
    let mut host = Host::new(settings, today);
    host.open(&disk, &start).unwrap();
    host.analysis().unwrap()
}

/// Every plan that comes with the product, by name, read on a day in the middle of most of them.
pub(super) fn each_plan(mut look: impl FnMut(&str, &Analysis)) {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let today = date(2026, 5, 18);
    for name in ["clinic-en", "retail-vi", "saas-vi", "first", "first-vi"] {
        let folder = root.join("examples").join(name);
        let mut texts = Vec::new();
        files(&folder, &folder, &mut texts);
        look(name, &read(&texts, today));
    }
    for name in ["tour.roadmap", "small/shop.roadmap", "small/draft.roadmap", "errors/eight.roadmap"] {
        let texts = [("main.roadmap", name), ("people.roadmap", "people.roadmap")];
        look(name, &read(&texts.map(|(path, name)| (path.to_owned(), corpus(name))), today));
    }
}

/// A text of the corpus.
fn corpus(name: &str) -> String {
    text(&Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/corpus")).join(name))
}

fn files(root: &Path, folder: &Path, texts: &mut Vec<(String, String)>) {
    #[allow(clippy::disallowed_methods, reason = "a test reads its fixtures")]
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(root, &path, texts);
        } else if path.extension().is_some_and(|end| end == "roadmap" || end == "toml") {
            texts.push((path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), text(&path)));
        }
    }
}

#[allow(clippy::disallowed_methods, reason = "a test reads its fixtures")]
fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// What a plan says, wherever it says it: its report, and its findings in words.
pub(super) fn meaning(analysis: &Analysis) -> Vec<String> {
    struct Nowhere<'a>(&'a Analysis);
    impl Places for Nowhere<'_> {
        fn place(&self, _: Span) -> Option<roadmap_api::Place> {
            None
        }
        fn text(&self, span: Span) -> &str {
            self.0.text(span)
        }
    }
    let report = report(&Source {
        model: &analysis.model,
        tracking: &roadmap_sema::track::track(&analysis.model),
        findings: &[],
        places: &Nowhere(analysis),
        locale: Locale::En,
        generator: "test",
    });
    let mut said: Vec<String> = analysis
        .diagnostics
        .iter()
        .map(|finding| format!("{} {}", finding.code.as_str(), render(&finding.message, Locale::En)))
        .collect();
    said.sort();
    said.extend(render_json(&report).lines().map(str::to_owned));
    said
}

#[test]
fn only_what_is_wanted_is_looked_for() {
    let case = Case::new("activity $0a \"A\" { owner lan }");
    let ask = Ask {
        file: case.fixture.file,
        range: case.range,
        wants: &|kind| kind == ActionKind::MendAll,
        is_taken: None,
    };
    assert!(actions(&case.fixture.analysis, &ask).iter().all(|action| action.kind == ActionKind::MendAll));
}
