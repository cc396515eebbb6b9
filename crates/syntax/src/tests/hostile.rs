//! Texts that nobody writes. All are large enough that work which is not linear in them would not end.

use super::TOUR;
use crate::{MAX_BYTES, TokenKind, parse};

/// Every text comes back whole, with few errors and no deeper than readers may recurse.
fn survives(name: &str, text: &str) {
    let parsed = parse(text);
    assert!(parsed.text() == text, "{name}: the text changed");
    assert!(parsed.errors().count() <= 200, "{name}: too many errors");
    for item in parsed.items() {
        let mut deepest = 0;
        let mut waiting: Vec<_> = item.tree.statements().map(|stmt| (stmt, 0)).collect();
        while let Some((stmt, depth)) = waiting.pop() {
            deepest = deepest.max(depth);
            waiting.extend(
                stmt.block().into_iter().flat_map(|block| block.statements()).map(|stmt| (stmt, depth + 1)),
            );
        }
        assert!(deepest <= 256, "{name}: {deepest} deep");
    }
}

#[test]
fn hostile_texts_survive() {
    let crlf = TOUR.replace('\n', "\r\n");
    let steps: String = (0..600).map(|depth| format!("{}a {{\n", " ".repeat(depth))).collect();
    let steps_of_quotes: String = (0..400).map(|depth| format!("{}a \"\"\n", " ".repeat(depth))).collect();
    let deep_then_closed = format!("{}{}", "a {\n".repeat(20_000), "}".repeat(40_000));
    let cases: &[(&str, String)] = &[
        ("nothing", String::new()),
        ("a byte order mark", "\u{feff}".into()),
        ("marked", format!("\u{feff}{TOUR}")),
        ("two marks", format!("\u{feff}\u{feff}{TOUR}")),
        ("windows", crlf),
        ("old macs", TOUR.replace('\n', "\r")),
        ("nul", "\0".repeat(50_000)),
        ("nul in the tour", TOUR.replace("owner", "ow\0ner")),
        ("bidi", format!("goal \u{202e}x \"\u{2066}a\" {{ # \u{202e}\n}}\n{TOUR}")),
        ("one line", format!("a {}", "b ".repeat(150_000))),
        ("one word", "a".repeat(1_000_000)),
        ("one string", format!("a \"{}\"", "ế".repeat(300_000))),
        ("open braces", "{".repeat(100_000)),
        ("open braces on lines", "{\n".repeat(50_000)),
        ("open blocks", "a {".repeat(30_000)),
        ("open blocks on lines", "a {\n".repeat(30_000)),
        ("deeper and deeper", steps),
        ("closing braces", "}".repeat(80_000)),
        ("closing braces on lines", "  }\n".repeat(30_000)),
        ("deep, then closed on one line", deep_then_closed),
        ("quotes", "\"".repeat(80_001)),
        ("quotes and blanks", "\" ".repeat(40_001)),
        ("open strings", "a \"b\n".repeat(20_000)),
        ("open strings of braces", format!("a \"{}", "{ ".repeat(50_000))),
        ("open string of blanks", format!("a \"{}", " ".repeat(200_000))),
        ("open texts", "a \"\"\"\n".repeat(15_000)),
        ("open texts on one line", "a \"\"\"".repeat(15_000)),
        ("open texts with words", "a \"\"\" b\n  c\n".repeat(8_000)),
        ("texts that never end", format!("a \"\"\"\n{}", "  b\n".repeat(50_000))),
        ("flush texts", "a \"\"\"\nb\n\"\"\"\n".repeat(8_000)),
        ("empty strings with bodies", "a \"\"\n  b\n".repeat(15_000)),
        ("empty strings deeper and deeper", steps_of_quotes),
        ("backslashes", format!("a \"{}", "\\".repeat(100_001))),
        ("comments", "# a\n".repeat(40_000)),
        ("comments in an open block", format!("a {{\n{}b }} }}", "# a\n".repeat(40_000))),
        ("comments before a brace", format!("a\n{}{{\n}}", "# a\n".repeat(40_000))),
        ("comments that look like headers", format!("x {{\n{}", "# a {\n  b\n".repeat(20_000))),
        ("semicolons", ";".repeat(100_000)),
        ("commas", ",".repeat(50_000)),
        ("operators", "-> >= .. ".repeat(15_000)),
        ("newlines", "\n".repeat(500_000)),
        ("blanks", " ".repeat(500_000)),
        ("no-break spaces", "\u{a0}".repeat(100_000)),
    ];
    for (name, text) in cases {
        survives(name, text);
    }
}

#[test]
fn line_ends_of_windows_and_a_mark_are_no_errors() {
    for text in [
        TOUR.replace('\n', "\r\n"),
        format!("\u{feff}{TOUR}"),
        format!("\u{feff}{}", TOUR.replace('\n', "\r\n")),
    ] {
        let parsed = parse(&text);
        assert_eq!(parsed.errors().count(), 0);
        let comments = parsed.items().iter().flat_map(|item| item.tree.tokens());
        assert!(
            comments
                .filter(|token| token.kind == TokenKind::Comment)
                .all(|token| !token.text.ends_with('\r'))
        );
        let first = parsed.items()[0].tree.statements().next().unwrap();
        assert!(first.starts_line());
        assert_eq!(first.keyword().unwrap().text, "roadmap");
    }
}

#[test]
fn too_deep_is_said_once_and_deeper_tokens_are_kept() {
    let text = format!("{}deep {{ }} deep {{ }}{}", "a {".repeat(300), "}".repeat(300));
    let parsed = parse(&text);
    let codes: Vec<_> = parsed.errors().map(|(_, error)| error.code.as_str()).collect();
    assert_eq!(codes, ["syntax/too-deep"]);
    let tokens = parsed.items().iter().flat_map(|item| item.tree.tokens());
    assert_eq!(tokens.filter(|token| token.text == "deep").count(), 2);
}

#[test]
fn a_text_that_is_too_large_is_kept_and_not_read() {
    let text = "# a line of this length\n".repeat(MAX_BYTES / 24 + 1);
    let parsed = parse(&text);
    let codes: Vec<_> = parsed.errors().map(|(_, error)| error.code.as_str()).collect();
    assert_eq!(codes, ["syntax/too-large"]);
    assert!(parsed.text() == text);
}
