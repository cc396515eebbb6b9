//! What holds for every text.

use proptest::prelude::*;

use super::{TOUR, seen};
use crate::error::Errors;
use crate::lex::lex;
use crate::structure::{assemble, assemble_guided};
use crate::{parse, reparse};

/// Text of pieces that mean something to the language, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let pieces = [
        "owner", "lan", " ", "  ", "    ", "\n", "\n  ", "\n    ", "{", "}", " {\n", "\n}\n", ";", ",", "\"",
        "\"\"", "\"\"\"", "\"\"\"\n", "#", "->", ">=", "@", "\\", "\t", "\r\n", "\r", "\u{feff}", "\0",
        "\u{a0}", "ế", "5_000", "-", ".", "“", "”", "\u{202e}", "e\u{301}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

/// The tour with a few pieces put in or taken out.
fn damaged_tour() -> impl Strategy<Value = String> {
    let piece =
        prop::sample::select(vec!["", "{", "}", "\"", "\"\"\"", "#", "\n", ";", " ", "\n  }\n", "x {\n"]);
    let edit = (any::<prop::sample::Index>(), 0usize..4, piece);
    prop::collection::vec(edit, 1..4).prop_map(|edits| {
        let mut chars: Vec<String> = TOUR.chars().map(String::from).collect();
        for (at, removed, piece) in edits {
            let at = at.index(chars.len());
            let end = (at + removed).min(chars.len());
            chars.splice(at..end, [piece.to_owned()]);
        }
        chars.concat()
    })
}

/// Statements in well indented blocks, as lines.
fn well_formed() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "owner lan\n",
        "kpi leads >= 3; kpi cpl\n",
        "a \"b\" { c; d 1 }\n",
        "# a\n",
        "\n",
        "x {}\n",
        "y \"z\" # e\n",
        "n \"\"\"\n          t\n        \"\"\"\n",
    ]);
    let block = leaf.prop_map(str::to_owned).prop_recursive(4, 40, 5, |inner| {
        (
            prop::sample::select(vec!["goal a \"b\" {", "phase q {   # c", "z\n{"]),
            prop::collection::vec(inner, 0..5),
        )
            .prop_map(|(head, inner)| {
                let body: String = inner
                    .concat()
                    .lines()
                    .map(|line| if line.is_empty() { "\n".into() } else { format!("  {line}\n") })
                    .collect();
                format!("{head}\n{body}}}\n")
            })
    });
    prop::collection::vec(block, 0..6).prop_map(|blocks| blocks.concat())
}

/// An edit of a text: where, how many characters go, and what comes.
fn typing() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, &'static str)>> {
    let piece = prop::sample::select(vec![
        "",
        "",
        "a",
        "\"",
        "\"\"\"",
        "{",
        "}",
        "{}",
        "\n",
        "\n\n",
        ";",
        "#",
        "# x\n",
        "x {\n}\n",
        "\nx \"y\"\n",
        "\u{feff}",
        "ế",
        "\r\n",
    ]);
    prop::collection::vec((any::<prop::sample::Index>(), 0usize..30, piece), 1..12)
}

/// Makes one edit after the other, and reads each text from the tree of the one before it.
fn check_typing(
    text: &str,
    edits: &[(prop::sample::Index, usize, &'static str)],
) -> Result<(), TestCaseError> {
    let mut chars: Vec<String> = text.chars().map(String::from).collect();
    let mut parsed = parse(text);
    for (at, removed, piece) in edits {
        let at = at.index(chars.len() + 1);
        let end = (at + removed).min(chars.len());
        let gone: Vec<String> = chars.splice(at..end, [(*piece).to_owned()]).collect();
        let text = chars.concat();
        parsed = reparse(&parsed, &text);
        prop_assert_eq!(&parsed, &parse(&text), "{:?}", text);
        // Every other edit is taken back, so that texts stay whole enough.
        if at % 2 == 0 {
            chars.splice(at..=at, gone);
            let text = chars.concat();
            parsed = reparse(&parsed, &text);
            prop_assert_eq!(&parsed, &parse(&text), "{:?}", text);
        }
    }
    Ok(())
}

fn check_everything(text: &str) -> Result<(), TestCaseError> {
    let parsed = parse(text);
    prop_assert_eq!(parsed.text(), text);
    prop_assert_eq!(parsed.len() as usize, text.len());
    let mut at = 0;
    for (index, item) in parsed.items().iter().enumerate() {
        prop_assert_eq!(item.start, at);
        prop_assert!(!item.tree.text().is_empty());
        at = item.range().end;
        prop_assert_eq!(parsed.item_at(item.start).map(|item| item.0 as usize), Some(index));

        let mut behind = 0;
        for token in item.tree.tokens() {
            prop_assert!(token.range.start >= behind && !token.range.is_empty());
            let gap = item.tree.slice(roadmap_diag::TextRange::new(behind, token.range.start));
            prop_assert!(gap.chars().all(|c| c.is_whitespace() || c == '\u{feff}'), "{gap:?} is in no token");
            prop_assert_eq!(token.text, item.tree.slice(token.range));
            behind = token.range.end;
        }
        for error in item.tree.errors() {
            let edits = error.fixes.iter().flat_map(|fix| fix.edits.iter().map(|edit| edit.0));
            for range in edits.chain([error.range]).chain(error.related.iter().map(|related| related.0)) {
                prop_assert!(
                    item.tree.text().get(range.as_range()).is_some(),
                    "{:?} of {} is outside",
                    range,
                    error.code.as_str()
                );
            }
        }
        for stmt in item.tree.all_statements() {
            prop_assert!(item.tree.stmt(stmt.id()).is_some());
            prop_assert!(stmt.range().contains_range(stmt.head_range()));
            for inner in stmt.block().into_iter().flat_map(|block| block.statements()) {
                prop_assert!(stmt.range().contains_range(inner.range()));
            }
            for comment in stmt.leading_comments() {
                prop_assert!(comment.text.starts_with('#') && comment.range.end <= stmt.range().start);
            }
            prop_assert!(stmt.indent().chars().all(|c| c == ' ' || c == '\t'));
        }
    }
    prop_assert_eq!(at as usize, text.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, rng_seed: prop::test_runner::RngSeed::Fixed(20_260_105), ..ProptestConfig::default() })]

    /// Together with the two below: the text comes back, items partition it, tokens ascend and gaps are blank.
    #[test]
    fn a_text_is_read_alike_from_the_one_before_it(text in well_formed(), edits in typing()) {
        check_typing(&text, &edits)?;
    }

    #[test]
    fn the_tour_is_read_alike_from_the_one_before_it(text in damaged_tour(), edits in typing()) {
        check_typing(&text, &edits)?;
    }

    #[test]
    fn any_text_is_read_alike_from_the_one_before_it(text in any_text(), edits in typing()) {
        check_typing(&text, &edits)?;
    }

    #[test]
    fn tree_text_equals_input(text in any_text()) {
        check_everything(&text)?;
    }

    #[test]
    fn items_partition_the_file(text in "\\PC{0,80}") {
        check_everything(&text)?;
    }

    #[test]
    fn guided_equals_strict_on_balanced_input(text in well_formed()) {
        let (mut errors, mut guided_errors) = (Errors::default(), Errors::default());
        let lexemes = lex(&text, &mut errors);
        let guided = assemble_guided(&text, &lexemes, &mut guided_errors);
        prop_assert_eq!(assemble(&text, lexemes, &mut errors), guided);
        prop_assert_eq!(errors.take(), guided_errors.take());
    }

    #[test]
    fn an_item_alone_is_the_item_in_its_file(text in well_formed()) {
        let parsed = parse(&text);
        for item in parsed.items() {
            if item.tree.statements().any(|stmt| !stmt.starts_line()) {
                continue;
            }
            let alone = parse(item.tree.text());
            prop_assert_eq!(alone.items().len(), 1);
            prop_assert_eq!(&alone.items()[0].tree, &item.tree);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, rng_seed: prop::test_runner::RngSeed::Fixed(20_260_105), ..ProptestConfig::default() })]

    #[test]
    fn tokens_ascend_and_gaps_are_blank(text in damaged_tour()) {
        check_everything(&text)?;
    }
}

/// Where a piece of the file ends that the grammar sees at once must not show.
#[test]
fn statements_far_down_a_long_file_are_those_at_its_top() {
    let once = seen(&parse(TOUR));
    let times = 20;
    let many = seen(&parse(&format!("{TOUR}\n").repeat(times)));
    assert_eq!(many.len(), once.len() * times);
    for (index, stmt) in many.iter().enumerate() {
        assert_eq!(
            (&stmt.head, &stmt.values),
            (&once[index % once.len()].head, &once[index % once.len()].values)
        );
    }
}

#[test]
fn only_what_stands_around_an_edit_is_parsed() {
    let text = "a 1\nb 2\n# über c\nc 3 {\n  d\n}\ne 4\nf 5\n";
    let before = parse(text);
    let after = reparse(&before, &text.replace("  d", "  d 7\n"));
    let same: Vec<bool> = before
        .items()
        .iter()
        .zip(after.items())
        .map(|(before, after)| std::sync::Arc::ptr_eq(&before.tree, &after.tree))
        .collect();
    assert_eq!(same, [true, true, false, true, true]);
    // Where something is wrong the whole text is read, and what comes out the same is the same all the same.
    let broken = reparse(&after, &text.replace("  d", "  d \""));
    assert!(broken.has_errors());
    assert!(std::sync::Arc::ptr_eq(&before.items()[0].tree, &broken.items()[0].tree));
}
