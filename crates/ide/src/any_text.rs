//! No question fails, whatever the text and wherever the cursor.

use jiff::civil::date;
use roadmap_db::{Analysis, Host, MemoryDisk, Start};
use roadmap_diag::{FileId, Locale, TextRange};

use crate::{complete, hover, inlay_hints, lenses, resolve};

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
