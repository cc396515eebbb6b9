//! Trees as text, to look at beside their source.

use crate::{Parse, Stmt};

/// One line for each statement, indented by its depth, then the errors.
pub(super) fn dump(parse: &Parse) -> String {
    let mut out = String::new();
    for (index, item) in parse.items().iter().enumerate() {
        out += &format!("item {index} at {} ({} bytes)\n", item.start, item.tree.text().len());
        for stmt in item.tree.statements() {
            dump_stmt(stmt, 1, &mut out);
        }
        for error in item.tree.errors() {
            out += &format!(
                "  ! {} {:?} {:?}\n",
                error.code.as_str(),
                error.range,
                item.tree.slice(error.range)
            );
            for (range, message) in &error.related {
                out += &format!("      {} {range:?}\n", message.id);
            }
            for fix in &error.fixes {
                out += &format!("      fix{} {:?}\n", if fix.safe { "" } else { " (ask)" }, fix.edits);
            }
        }
    }
    out
}

fn dump_stmt(stmt: Stmt<'_>, depth: usize, out: &mut String) {
    let keyword = stmt.keyword().map_or("(none)", |keyword| keyword.text);
    *out += &format!("{}{keyword}", "  ".repeat(depth));
    for value in stmt.values() {
        *out += &format!(" {:?}:{:?}", value.kind, value.text);
    }
    if let Some(block) = stmt.block() {
        *out += match (block.open().is_some(), block.close().is_some()) {
            (true, true) => " {}",
            (true, false) => " { lost",
            (false, true) => " lost }",
            (false, false) => " lost lost",
        };
    }
    out.push('\n');
    for inner in stmt.block().into_iter().flat_map(|block| block.statements()) {
        dump_stmt(inner, depth + 1, out);
    }
}
