//! How a tree is read.

use super::TOUR;
use crate::{TokenKind, parse};

#[test]
fn an_item_starts_with_the_comments_above_its_statement() {
    let text = "# head\n\n# about a\na 1 # behind a\n\n  # about b\nb 2; c 3 # behind c\n# end\n";
    let parsed = parse(text);
    let items: Vec<_> = parsed.items().iter().map(|item| item.tree.text()).collect();
    assert_eq!(
        items,
        ["# head\n\n# about a\na 1 # behind a\n", "\n  # about b\nb 2; ", "c 3 # behind c\n# end\n"]
    );
    let stmts: Vec<_> = parsed.items().iter().flat_map(|item| item.tree.statements()).collect();
    let comments =
        |index: usize| stmts[index].leading_comments().map(|comment| comment.text).collect::<Vec<_>>();
    assert_eq!(comments(0), ["# about a"]);
    assert_eq!(comments(1), ["# about b"]);
    assert!(comments(2).is_empty());
    assert_eq!(stmts[0].trailing_comment().unwrap().text, "# behind a");
    assert!(stmts[1].trailing_comment().is_none());
    assert!(stmts[1].starts_line() && !stmts[2].starts_line());
    assert_eq!(parsed.item_at(parsed.len()).unwrap().0, 2);
    assert_eq!(parsed.item_at(parsed.len() + 1), None);
    assert!(parse("").items().is_empty());
    assert_eq!(parse("# only\n").items()[0].tree.statements().count(), 0);
}

#[test]
fn statements_know_their_parts() {
    let parsed = parse("phase q \"A\" {\n\tgoal b, c { owner lan }\n}\n");
    let phase = parsed.items()[0].tree.statements().next().unwrap();
    assert_eq!(phase.keyword().unwrap().text, "phase");
    assert_eq!(phase.tree().slice(phase.head_range()), "phase q \"A\"");
    let block = phase.block().unwrap();
    assert!(!block.is_one_line() && !block.begins_on_line());
    let goal = block.statements().next().unwrap();
    assert_eq!(goal.indent(), "\t");
    assert_eq!(goal.text(), "goal b, c { owner lan }");
    let kinds: Vec<_> = goal.values().map(|value| value.kind).collect();
    assert_eq!(kinds, [TokenKind::Word, TokenKind::Comma, TokenKind::Word]);
    let inner = goal.block().unwrap();
    assert!(
        inner.is_one_line() && inner.begins_on_line() && inner.open().is_some() && inner.close().is_some()
    );
    let owner = inner.statements().next().unwrap();
    assert!(!owner.starts_line());
    assert_eq!(owner.indent(), "\t");
    let at = owner.range().start + 2;
    assert_eq!(goal.tree().stmt_at(at).unwrap().id(), owner.id());
    assert_eq!(goal.tree().stmt_at(block.range().end).unwrap().id(), phase.id());
}

#[test]
fn equal_slices_are_equal_trees() {
    let moved = format!("# a line above\n\nroadmap \"x\" {{\n}}\n{TOUR}");
    let (before, after) = (parse(TOUR), parse(&moved));
    for (old, new) in before.items().iter().zip(&after.items()[1..]) {
        assert_eq!(old.tree, new.tree);
    }
}

#[test]
fn a_block_may_begin_on_the_line_of_its_brace() {
    let begins = |text: &str| {
        let parsed = parse(text);
        parsed.items()[0].tree.statements().next().unwrap().block().unwrap().begins_on_line()
    };
    assert!(begins("a { b\n  c\n}\n"));
    assert!(begins("a { }\n"));
    assert!(!begins("a {\n  b }\n"));
    assert!(!begins("a { # why\n  b\n}\n"));
    assert!(!begins("a {"));
}
