//! Actions as an editor makes them: each case shows the text before, and after.

// A fixture that is wrong is a test that fails.
#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing)]

mod allow;
mod every;
mod fill;

use roadmap_db::{Analysis, Host, MemoryDisk, Start};
use roadmap_diag::{Locale, TextRange, render};

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

/// The project after a change, read anew; `after` of each file is its text.
pub(super) fn changed(analysis: &Analysis, change: &Change, has_settings: Option<&str>) -> Analysis {
    let mut texts: Vec<(String, String)> =
        analysis.files.iter().map(|file| (file.path.clone(), file.text.to_string())).collect();
    let mut edits: Vec<_> = change.edits.iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse((edit.file, edit.range)));
    let mut before: Option<(roadmap_diag::FileId, u32)> = None;
    for edit in edits {
        assert!(before.is_none_or(|(file, start)| file != edit.file || edit.range.end <= start), "{edit:?}");
        before = Some((edit.file, edit.range.start));
        texts[edit.file.0 as usize].1.replace_range(edit.range.as_range(), &edit.text);
    }
    texts.extend(change.files.iter().map(|file| (file.path.clone(), file.text.clone())));
    let listed: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let disk = MemoryDisk::new(&listed);
    let mut host = Host::new(has_settings.map(|text| ("roadmap.toml", text.as_bytes().to_vec())), TODAY);
    host.open(&disk, &Start::File(analysis.files[0].path.clone())).unwrap();
    host.analysis().unwrap()
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
