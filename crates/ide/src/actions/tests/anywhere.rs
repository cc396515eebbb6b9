//! Wherever the cursor is, and whatever the text: what is offered can be done, and breaks nothing.

use std::collections::HashSet;

use roadmap_db::Analysis;
use roadmap_diag::{FileId, Locale, TextRange, render};

use super::{ActionKind, Ask, actions, changed, corpus, each_plan, read};

fn syntax_errors(text: &str) -> usize {
    roadmap_syntax::parse(text).errors().count()
}

/// Does everything that is offered at every so many bytes, each change once; how many there were.
fn do_everything(name: &str, analysis: &Analysis, stride: usize) -> usize {
    let mut done = HashSet::new();
    for (id, file) in (0..).map(FileId).zip(&analysis.files) {
        let length = u32::try_from(file.text.len()).unwrap();
        for offset in (0..=length + 1).step_by(stride) {
            // Every other time something is selected.
            let end = if offset % 2 == 0 { offset } else { offset + 40 };
            let ask = Ask {
                file: id,
                range: TextRange::new(offset, end),
                wants: &|kind| offset == 0 || !matches!(kind, ActionKind::MendAll | ActionKind::SortAll),
                is_taken: Some(&|_| false),
            };
            for action in actions(analysis, &ask) {
                let title = render(&action.title, if offset % 3 == 0 { Locale::Vi } else { Locale::En });
                assert!(!title.contains("ide-") && !title.contains("{ $"), "{title}");
                let Some(change) = action.change() else { continue };
                if done.insert(format!("{change:?}")) {
                    apply(&format!("{name} at {offset}: {title}"), analysis, &change);
                }
            }
        }
    }
    done.len()
}

fn apply(about: &str, analysis: &Analysis, change: &super::Change) {
    for (id, file) in (0..).map(FileId).zip(&analysis.files) {
        let mut edits: Vec<_> = change.edits.iter().filter(|edit| edit.file == id).collect();
        if edits.is_empty() {
            continue;
        }
        edits.sort_by_key(|edit| edit.range);
        for pair in edits.windows(2) {
            assert!(pair[0].range.end <= pair[1].range.start, "{about}: {edits:?}");
        }
        let mut after = file.text.to_string();
        for edit in edits.iter().rev() {
            assert!(after.get(edit.range.as_range()).is_some(), "{about}: {edit:?}");
            after.replace_range(edit.range.as_range(), &edit.text);
        }
        assert_ne!(after, *file.text, "{about}: nothing changes");
        assert!(syntax_errors(&after) <= syntax_errors(&file.text), "{about}:\n{after}");
    }
    for file in &change.files {
        assert_eq!(syntax_errors(&file.text), 0, "{about}: {}", file.text);
    }
}

#[test]
fn in_every_plan() {
    let mut count = 0;
    each_plan(|name, analysis| {
        let size: usize = analysis.files.iter().map(|file| file.text.len()).sum();
        count += do_everything(name, analysis, if size < 4_000 { 1 } else { 431 });
    });
    assert!(count > 100, "{count}");
}

/// What an action that mends findings leaves of them: nothing, and nothing new of the same kinds.
#[test]
fn what_is_mended_is_gone() {
    let count_of = |analysis: &Analysis, code: &str| {
        analysis.diagnostics.iter().filter(|finding| finding.code.as_str() == code).count()
    };
    let mut count = 0;
    each_plan(|name, analysis| {
        if analysis.files.iter().map(|file| file.text.len()).sum::<usize>() > 20_000 {
            return;
        }
        let mut done = HashSet::new();
        for finding in analysis.diagnostics.iter() {
            let ask = Ask {
                file: finding.span.file,
                range: analysis.resolve(finding.span),
                wants: &|kind| kind == ActionKind::Mend,
                is_taken: None,
            };
            for action in actions(analysis, &ask) {
                let title = render(&action.title, Locale::En);
                let is_ours = title.starts_with("Allow") || title.starts_with("Add the missing");
                let Some(change) = action.change().filter(|_| is_ours) else { continue };
                if !done.insert(format!("{change:?}")) {
                    continue;
                }
                let after = changed(analysis, &change);
                for finding in &action.mends {
                    let code = finding.code.as_str();
                    assert!(count_of(&after, code) < count_of(analysis, code), "{name}: {title}: {code}");
                }
                for code in ["allow/unused", "allow/unknown", "name/unknown", "schema/unknown"] {
                    assert_eq!(count_of(&after, code), count_of(analysis, code), "{name}: {title}: {code}");
                }
                count += 1;
            }
        }
    });
    assert!(count > 30, "{count}");
}

#[test]
fn in_broken_plans() {
    for name in [
        "01-activity-open-lost",
        "03-phase-close-lost",
        "05-owner-half-typed",
        "06-kpi-half-typed",
        "09-string-open",
        "10-text-open",
        "11-stray-close",
        "12-garbage-line",
        "15-formula-cut",
        "17-typing-inside-new-block",
        "18-file-cut",
    ] {
        let text = corpus(&format!("broken/{name}.roadmap"));
        do_everything(name, &read(&[("main.roadmap".to_owned(), text)], super::TODAY), 1_709);
    }
    let shop = corpus("small/shop.roadmap");
    for end in (0..shop.len()).step_by(37).filter(|end| shop.is_char_boundary(*end)) {
        let text = shop[..end].to_owned();
        do_everything("shop", &read(&[("main.roadmap".to_owned(), text)], super::TODAY), 61);
    }
}

#[test]
fn in_odd_texts() {
    for text in [
        "",
        "\u{feff}",
        "\u{feff}activity a \"A\"",
        "\u{feff}# allow(\nactivity a \"A\" {",
        "{",
        "}",
        "# allow()\nactivity a \"A\" {}",
        "# allow(x\nactivity a \"A\" {}",
        "activity a \"A\" { # c }",
        "activity a \"A\" {;;kpi leads >= 5;;owner lan;;}",
        "activity a \"A\" {\r\n kpi leads >= 5 # x\r\n\r\n;owner lan # y\r\n}",
        "activity a \"A\"\n{\n kpi leads >= 5\n owner lan\n}",
        "activity a \"A\" # c\n{ kpi leads >= 5; owner lan }",
        "phase p \"P\" 2026-Q1 { activity a \"A\"; activity b \"B\" } goal g \"G\"",
        "phase \"P\" 2026-Q1 {\n\tactivity \"A\" { kpi views >= 5 }\n\tactivity \"B\"\n}\nperson l \"L\"",
        "goal g \"G\" { kpi likes }\nphase đ \"Đ\" 2026 {}",
        "goal g \"G\" { kpi likes 5 -> +30% by 2026-Q1 { at 2026-01 5; curve front } }",
        "activity a \"A\" { owner lan } # allow(x): y",
        "activity a \"A\" { note \"\"\"\n x\n\"\"\"\n owner lan }",
        "activity a \"A\" { note \"\"\"\n x\n\"\"\"; owner lan; kpi leads >= 5 }",
    ] {
        for text in [text.to_owned(), format!("roadmap \"R\" {{ period 2026 }}\n{text}\n")] {
            do_everything(&text, &read(&[("main.roadmap".to_owned(), text.clone())], super::TODAY), 1);
        }
    }
}
