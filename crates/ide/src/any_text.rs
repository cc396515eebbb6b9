//! No question fails, whatever the text and wherever the cursor.

use jiff::civil::date;
use roadmap_db::{Analysis, Host, MemoryDisk, Start};
use roadmap_diag::{FileId, Locale, TextRange};

use crate::{
    complete, folding_ranges, hover, inlay_hints, lenses, links, on_type, resolve, selection_ranges,
    semantic_tokens,
};

fn corpus(path: &str) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/corpus/");
    #[allow(clippy::disallowed_methods, reason = "a test reads its fixtures")]
    std::fs::read_to_string(format!("{root}{path}")).unwrap()
}

fn read(text: &str) -> Analysis {
    let disk = MemoryDisk::new(&[("main.roadmap", text)]);
    let mut host = Host::new(None, date(2026, 1, 5));
    host.open(&disk, &Start::File("main.roadmap".to_owned())).unwrap();
    host.analysis().unwrap()
}

fn ask_everything(text: &str, stride: usize) {
    let analysis = read(text);
    let file = FileId(0);
    let length = u32::try_from(text.len()).unwrap();
    for offset in (0..=length + 2).step_by(stride) {
        let locale = if offset % 2 == 0 { Locale::Vi } else { Locale::En };
        for item in complete(&analysis, file, offset, locale) {
            let range = item.range;
            assert!(range.end <= length && text.get(range.as_range()).is_some(), "{offset}: {item:?}");
            let at = (0..=offset.min(length)).rev().find(|at| text.is_char_boundary(*at as usize)).unwrap();
            assert!(range.touches(at), "{offset}: {item:?}");
        }
        if let Some(found) = hover(&analysis, file, offset, locale) {
            assert!(
                text.get(found.range.as_range()).is_some_and(|word| !word.is_empty()),
                "{offset}: {found:?}"
            );
            assert!(!found.text.contains("ide-") && !found.text.contains("{ $"), "{found:?}");
        }
    }
    ask_for_structure(&analysis, text);
    for offset in (0..=length + 2).step_by(stride) {
        ask_while_typing(&analysis, text, offset);
    }
    let all = TextRange::new(0, length);
    for hint in inlay_hints(&analysis, file, all, Locale::En) {
        assert!(text.is_char_boundary(hint.offset as usize));
    }
    for lens in lenses(&analysis, file, Locale::Vi) {
        assert!(text.get(lens.range.as_range()).is_some_and(|word| !word.is_empty()));
    }
    // A number of another project is no place.
    assert!(complete(&analysis, FileId(9), 0, Locale::En).is_empty());
    assert_eq!(resolve(&analysis, "name activity nothing", Locale::En), None);
}

/// Colours, folds and links lie within the text, in its order, on whole characters.
fn ask_for_structure(analysis: &Analysis, text: &str) {
    let file = FileId(0);
    let mut behind = 0;
    let tokens = semantic_tokens(analysis, file, None);
    for token in &tokens {
        assert!(token.range.start >= behind, "{token:?} overlaps in {text:?}");
        assert!(
            text.get(token.range.as_range()).is_some_and(|word| !word.is_empty()),
            "{token:?} in {text:?}"
        );
        behind = token.range.end;
    }
    let middle = u32::try_from(text.len() / 2).unwrap();
    for token in semantic_tokens(analysis, file, Some(TextRange::new(middle, middle))) {
        assert!(tokens.contains(&token), "{token:?} in {text:?}");
    }
    for fold in folding_ranges(analysis, file) {
        assert!(
            text.get(fold.range.as_range()).is_some_and(|folded| folded.contains('\n')),
            "{fold:?} in {text:?}"
        );
    }
    for link in links(analysis, file) {
        assert!(text.get(link.range.as_range()).is_some_and(|word| !word.is_empty()), "{link:?} in {text:?}");
        assert!(!link.tooltip(analysis, Locale::Vi).contains("ide-"));
    }
}

/// A selection only grows, and typing moves nothing but the blanks at the start of its line.
fn ask_while_typing(analysis: &Analysis, text: &str, offset: u32) {
    let file = FileId(0);
    let ranges = selection_ranges(analysis, file, offset);
    for pair in ranges.windows(2) {
        assert!(pair[1].contains_range(pair[0]) && pair[0] != pair[1], "{offset}: {ranges:?} in {text:?}");
    }
    assert!(
        ranges.iter().all(|range| text.get(range.as_range()).is_some()),
        "{offset}: {ranges:?} in {text:?}"
    );
    for typed in ['\n', '}', '"', 'x'] {
        let Some((range, new)) = on_type(analysis, file, offset, typed) else { continue };
        let old = text.get(range.as_range());
        assert!(
            old.is_some_and(|old| old.trim_matches([' ', '\t']).is_empty()),
            "{offset}: {old:?} in {text:?}"
        );
        assert!(new.trim_matches([' ', '\t']).is_empty(), "{offset}: {new:?} in {text:?}");
        let before = text.get(..range.start as usize).unwrap();
        assert!(before.is_empty() || before.ends_with(['\n', '\u{feff}']), "{offset} in {text:?}");
    }
}

#[test]
fn every_offset_of_small_plans() {
    for name in ["small/shop.roadmap", "small/draft.roadmap"] {
        ask_everything(&corpus(name), 1);
    }
}

#[test]
fn many_offsets_of_larger_and_broken_ones() {
    ask_everything(&corpus("tour.roadmap"), 97);
    for number in [
        "01-activity-open-lost",
        "03-phase-close-lost",
        "05-owner-half-typed",
        "06-kpi-half-typed",
        "09-string-open",
        "10-text-open",
        "11-stray-close",
        "12-garbage-line",
        "15-formula-cut",
        "16-typing-new-statement",
        "17-typing-inside-new-block",
        "18-file-cut",
    ] {
        ask_everything(&corpus(&format!("broken/{number}.roadmap")), 211);
    }
}

#[test]
fn plans_that_end_anywhere() {
    let text = corpus("small/shop.roadmap");
    for end in (0..text.len()).step_by(13).filter(|end| text.is_char_boundary(*end)) {
        let cut = text.get(..end).unwrap();
        let analysis = read(cut);
        let offset = u32::try_from(end).unwrap();
        let items = complete(&analysis, FileId(0), offset, Locale::En);
        assert!(items.iter().all(|item| item.range.end <= offset), "{cut}");
        let found = hover(&analysis, FileId(0), offset, Locale::Vi);
        assert!(found.is_none_or(|found| found.range.end <= offset), "{cut}");
        ask_for_structure(&analysis, cut);
        ask_while_typing(&analysis, cut, offset);
    }
}

#[test]
fn odd_texts() {
    for text in [
        "",
        "\u{feff}",
        "\n\n",
        "{",
        "}",
        "}}}{{{",
        ";;",
        "\"",
        "\"\"\"",
        "# allow(",
        "# allow()",
        "# allow(a, , b/*\u{301})",
        "say \"{{{a}}\\",
        "\"\\u{",
        "\"\"\"\n x\n \"\"\"\"",
        "# a\r# b\r\n# c",
        "include \"\u{1f600}*\"",
        "link \"https://\u{1f600}\"",
        "a . b",
        "owner \u{1f600}",
        "đ đ đ\r\n\tđ",
        "kpi -> -> ->",
        "goal g \"G\" {\u{a0}",
        "budget -",
        "2026-",
        "a.",
        ".a",
    ] {
        ask_everything(text, 1);
        ask_everything(&format!("activity a \"A\" {{ {text}"), 1);
    }
}
