use roadmap_diag::{Locale, TextRange, render};

use crate::lower::lower;
use crate::value::AtomContext;

/// The text after all mends of `code`, and how many findings there were.
fn mended(text: &str, code: &str) -> (usize, String) {
    let parse = roadmap_syntax::parse(text);
    let mut out = String::new();
    let mut count = 0;
    for item in parse.items() {
        let mut edits: Vec<(TextRange, String)> = Vec::new();
        for problem in lower(&item.tree, &AtomContext::default()).problems {
            if problem.code.as_str() == code {
                count += 1;
                assert!(problem.fixes.iter().all(|fix| fix.safe));
                edits.extend(problem.fixes.into_iter().flat_map(|fix| fix.edits));
            }
        }
        edits.sort_by_key(|(range, _)| range.start);
        let mut made = item.tree.text().to_owned();
        for (range, text) in edits.iter().rev() {
            made.replace_range(range.as_range(), text);
        }
        out.push_str(&made);
    }
    (count, out)
}

#[test]
fn hidden_characters_are_written_out_or_taken_away() {
    let table = [
        ("channel seo \"a\u{200b}b\u{202e}c\"", 1, "channel seo \"a\\u{200b}b\\u{202e}c\""),
        ("# a\u{2066}b\nchannel seo \"x\"", 1, "# ab\nchannel seo \"x\""),
        (
            "channel seo \"x\" {\n  note \"\"\"\n    a\u{feff}b\n  \"\"\"\n}",
            1,
            "channel seo \"x\" {\n  note \"\"\"\n    ab\n  \"\"\"\n}",
        ),
        // Nothing hidden: Vietnamese, a family, a woman at a computer, the flag of Wales, a heart on fire.
        (
            "channel seo \"Tìm kiếm 👨\u{200d}👩\u{200d}👧 👩🏽\u{200d}💻\"",
            0,
            "channel seo \"Tìm kiếm 👨\u{200d}👩\u{200d}👧 👩🏽\u{200d}💻\"",
        ),
        (
            "# \u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f} \u{2764}\u{fe0f}\u{200d}🔥",
            0,
            "# \u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f} \u{2764}\u{fe0f}\u{200d}🔥",
        ),
        ("# a\u{e0041}\u{200d}b", 1, "# ab"),
        ("channel seo \"x\0y\"", 1, "channel seo \"x\\u{0}y\""),
    ];
    for (text, count, wanted) in table {
        assert_eq!(mended(text, "text/hidden-character"), (count, wanted.to_owned()), "{text:?}");
    }
}

#[test]
fn decomposed_text_is_composed_once_a_statement() {
    let text =
        "# cha\u{300}o\nchannel e\u{302}m \"Ti\u{300}m\" { owner lan; note \"Ê\" }\nteam x \"Ti\u{300}m\"";
    let wanted = "# chào\nchannel êm \"Tìm\" { owner lan; note \"Ê\" }\nteam x \"Tìm\"";
    let (count, made) = mended(text, "text/not-nfc");
    assert_eq!(count, 2);
    assert_eq!(made, wanted);
    assert_eq!(mended(&made, "text/not-nfc").0, 0);
}

#[test]
fn one_hidden_character_and_several_are_told_apart() {
    let said = |text: &str, locale| {
        let parse = roadmap_syntax::parse(text);
        let problems = lower(&parse.items()[0].tree, &AtomContext::default()).problems;
        render(&problems[0].message, locale)
    };
    let (one, two) = ("channel seo \"a\u{200b}\"", "channel seo \"a\u{200b}\u{202e}\"");
    assert_eq!(said(one, Locale::En), "the hidden character U+200B stands here");
    assert_eq!(said(two, Locale::En), "2 hidden characters stand in this text, U+200B first");
    assert_eq!(said(one, Locale::Vi), "có ký tự ẩn U+200B ở đây");
    assert_eq!(said(two, Locale::Vi), "có 2 ký tự ẩn trong đoạn này, đầu tiên là U+200B");
}

#[test]
fn a_day_off_that_is_not_decided_yet_is_called_an_estimate() {
    let help = |day: &str| {
        let text = format!(
            "roadmap \"R\" {{ period 2027; calendar vn }}\nphase p \"P\" 2027 {{ launch l \"L\" {{ deadline {day} }} }}\n"
        );
        let checked = crate::testing::check(&text, "2027-01-04");
        let mut found = checked.findings.iter().filter(|found| found.code.as_str() == "text/holiday-clash");
        let help = render(found.next().unwrap().help.as_ref().unwrap(), Locale::En);
        help.contains("estimate")
    };
    assert!(help("2027-02-04"), "the second day before Tết");
    assert!(!help("2027-02-06"), "Tết itself");
    assert!(!help("2027-04-30"));
}
