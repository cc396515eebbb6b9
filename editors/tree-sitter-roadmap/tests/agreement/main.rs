//! Both grammars read a plan alike.

#![allow(clippy::disallowed_methods, reason = "tests read the files of the repository")]

mod both;

use both::{compiled, errors, files, parse, statements, valid_texts};
use proptest::prelude::*;
use tree_sitter::{InputEdit, Parser, Point, Tree};

/// Asserts that the tree has no error and the compiler's statements.
fn agrees(place: &str, text: &str) {
    let tree = parse(text);
    assert_eq!(errors(text, &tree), Vec::<String>::new(), "{place}:\n{text}");
    let compiled = compiled(text).unwrap_or_else(|| panic!("{place} is not valid:\n{text}"));
    let ours = statements(text, &tree);
    for (ours, compiled) in ours.iter().zip(&compiled) {
        assert_eq!(ours, compiled, "{place}");
    }
    assert_eq!(ours.len(), compiled.len(), "{place}");
}

#[test]
fn every_valid_text_of_the_repository() {
    let texts = valid_texts();
    assert!(texts.len() > 300, "{}", texts.len());
    for (place, text) in texts {
        agrees(&place, &text);
    }
}

#[test]
fn every_way_to_end_a_statement() {
    for text in [
        "",
        "\u{feff}owner lan",
        "a",
        "a 1; b 2;; c",
        "a { b 1; c 2 } d 3\n",
        "a {} b {}",
        "a\n{\n  b\n}",
        "a 1 # why\n# and\n\n{ b }",
        "a 1 # why\n# and\n\nb",
        "a { # first\n  b # second\n} # third\n",
        "a \"x # y\" # z\r\nb 1\r\n",
        "a\u{a0}1\u{3000}2\n",
        "a\tb\t{\tc\t}\n",
    ] {
        agrees("a statement", text);
    }
}

#[test]
fn every_form_of_value() {
    for text in [
        "a 2026-01-05..2026-02-15",
        "a 2026-Q1..2026-Q2, 2026-W07, 2026-H1, 2026-03, 2026",
        "a 5_000 1.5 120k 2.4M 300tr 1.5tỷ 1.5ty\u{309} -10% +3pp 15%",
        "a 10d 6w 3mo 5bd +3d -2w",
        "a 2..4 >= 5 != 3 0->5 (x+1)*2/y - -3",
        "a 2026-13-45 5.000 1,5 03/04/2026 3x x-y x-3",
        "a foundation.landing landing.deadline nền_tảng.trang chie\u{302}\u{301}n_di\u{323}ch",
        "a \"\" \"\\\"\" \"\\u{2011}\\q\" \"é\"",
        "a \"\"\"\n  one \"two\" \"\"\n\n  # three { ; }\n\"\"\" b",
        "n {\n  a \"\"\"\n  \"\"\"\n  b \"\"\"\r\n    x\r\n  \"\"\"\r\n}",
        "budget phase goal",
    ] {
        agrees("a value", text);
    }
}

#[test]
fn an_open_text_ends_at_the_margin() {
    let text =
        "activity a \"A\" {\n  note \"\"\"\n    never closed\n}\nphase b \"B\" 2026-Q1 {\n  focus \"x\"\n}\n";
    let tree = parse(text);
    let heads: Vec<String> = statements(text, &tree).into_iter().map(|(_, head, _)| head.join(" ")).collect();
    assert!(heads.contains(&"phase b \"B\" 2026-Q1".to_owned()), "{heads:?}");
}

/// Pieces of the language, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = [
        "owner",
        "lan",
        "goal",
        " ",
        "  ",
        "\n",
        "\n  ",
        "{",
        "}",
        " {\n",
        "\n}\n",
        ";",
        ",",
        "\"",
        "\"\"",
        "\"\"\"",
        "\"\"\"\n",
        "#",
        "->",
        ">=",
        "@",
        "\\",
        "\t",
        "\r\n",
        "\r",
        "\u{feff}",
        "\0",
        "\u{a0}",
        "ế",
        "5_000",
        "2026-01-05",
        "%",
        "-",
        ".",
        "“",
        "\u{202e}",
        "e\u{301}",
        "\u{85}",
        "\u{10ffff}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

/// The files of the repository, or as much of them as is read in a blink.
fn beginnings() -> Vec<String> {
    files().into_iter().map(|(_, text)| text.chars().take(4000).collect()).collect()
}

/// A file of the repository with a few pieces put in or taken out.
fn damaged() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "", "{", "}", "\"", "\"\"\"", "#", "\n", ";", " ", "\n  }\n", "x {\n", "-", ".", "5", ",",
    ]);
    let edit = (any::<prop::sample::Index>(), 0usize..4, piece);
    (prop::sample::select(beginnings()), prop::collection::vec(edit, 1..4)).prop_map(|(text, edits)| {
        let mut chars: Vec<String> = text.chars().map(String::from).collect();
        for (at, removed, piece) in edits {
            let at = at.index(chars.len());
            let end = (at + removed).min(chars.len());
            chars.splice(at..end, [piece.to_owned()]);
        }
        chars.concat()
    })
}

/// Whatever the compiler reads without a word is read alike; everything else gives a tree as well.
fn holds(text: &str) {
    let tree = parse(text);
    assert_eq!(tree.root_node().end_byte(), text.len(), "{text:?}");
    let Some(compiled) = compiled(text) else { return };
    // The compiler leaves it to its schema to say that a keyword is no name.
    let is_name = |keyword: &String| {
        !keyword.starts_with(|c: char| c.is_ascii_digit() || "+-".contains(c))
            && keyword.chars().all(|c| c == '_' || !c.is_ascii_punctuation())
    };
    if compiled.iter().all(|(_, head, _)| head.first().is_some_and(is_name)) {
        assert_eq!(errors(text, &tree), Vec::<String>::new(), "{text:?}");
        assert_eq!(statements(text, &tree), compiled, "{text:?}");
    }
}

/// The tree after an edit, as an editor keeps it, and the text.
fn edit(before: &str, at: prop::sample::Index, removed: usize, put: &str) -> (Tree, String) {
    let places: Vec<usize> = before.char_indices().map(|(at, _)| at).chain([before.len()]).collect();
    let start = at.index(places.len());
    let (from, to) = (places[start], places[(start + removed).min(places.len() - 1)]);
    let text = format!("{}{put}{}", &before[..from], &before[to..]);
    let point = |text: &str, at: usize| {
        let line = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        Point::new(text[..at].matches('\n').count(), at - line)
    };
    let mut tree = parse(before);
    tree.edit(&InputEdit {
        start_byte: from,
        old_end_byte: to,
        new_end_byte: from + put.len(),
        start_position: point(before, from),
        old_end_position: point(before, to),
        new_end_position: point(&text, from + put.len()),
    });
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_roadmap::LANGUAGE.into()).unwrap();
    (parser.parse(&text, Some(&tree)).unwrap(), text)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pieces(text in any_text()) {
        holds(&text);
    }

    #[test]
    fn damaged_files(text in damaged()) {
        holds(&text);
    }

    #[test]
    fn an_edit_gives_the_tree_of_the_whole(
        before in prop::sample::select(beginnings()),
        at in any::<prop::sample::Index>(),
        removed in 0usize..4,
        put in prop::sample::select(vec!["", "\n", " ", "x", "; y 1", "# c\n", "\n{ z }\n", " { }", " \"\"\"\n  t\n\"\"\"\n"]),
    ) {
        let (edited, text) = edit(&before, at, removed, put);
        let whole = parse(&text);
        // Where something is wrong, what is made of it may depend on what stood there before.
        if !whole.root_node().has_error() {
            assert_eq!(edited.root_node().to_sexp(), whole.root_node().to_sexp(), "{before:?} to {text:?}");
        }
    }
}
