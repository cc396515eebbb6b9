//! Whether two texts are the same roadmap to a reader that passes over blanks.

use roadmap_syntax::{Parse, TokenKind};

use crate::text::dedent;

/// Whether both have the same statements in the same blocks, and the same mistakes.
pub(crate) fn is_same(left: &Parse, right: &Parse) -> bool {
    let codes = |parse: &Parse| -> Vec<String> {
        parse.errors().map(|(_, error)| error.code.as_str().to_owned()).collect()
    };
    statements(left) == statements(right) && codes(left) == codes(right)
}

/// Every statement: how deep it stands, and its words.
fn statements(parse: &Parse) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    for item in parse.items() {
        let mut ends: Vec<u32> = Vec::new();
        for stmt in item.tree.all_statements() {
            let range = stmt.range();
            while ends.last().is_some_and(|end| *end <= range.start) {
                ends.pop();
            }
            let words =
                stmt.head().filter(|token| token.kind != TokenKind::Comment).map(|token| match token.kind {
                    TokenKind::Text => dedent(token.text).0.join("\n"),
                    _ => token.text.replace("\r\n", "\n"),
                });
            found.push((ends.len(), words.collect()));
            ends.push(range.end);
        }
    }
    found
}
