//! What a text means, without where anything stands in it.

use roadmap_sema::lower::lower;
use roadmap_sema::value::AtomContext;
use roadmap_syntax::TokenKind;

use crate::checked::Checked;

/// Statements, values, allowances and the codes of findings, one a line.
pub(crate) fn meaning(text: &str) -> Vec<String> {
    let parse = roadmap_syntax::parse(text);
    let mut out = Vec::new();
    for item in parse.items() {
        let hir = lower(&item.tree, &AtomContext::default());
        // What is at the top level may move to another item, so indices count from the item's first statement.
        for stmt in &hir.stmts {
            let depth = std::iter::successors(stmt.parent, |parent| hir.stmt(*parent)?.parent).count();
            let values: Vec<_> = hir.values_of(stmt).iter().map(|value| (value.slot, &value.value)).collect();
            let values = without_ranges(&format!("{values:?}"));
            // A text in a broken statement keeps its bytes but for the ends of its lines.
            let values = values.replace("\\r\\n", "\\n");
            out.push(format!("{depth} {} {} {:?} {values}", stmt.keyword, stmt.known, stmt.parent_kind));
        }
        for allow in &hir.allows {
            let names: Vec<_> = allow.names.iter().map(|(name, _)| name.as_str()).collect();
            let keyword = hir.stmt(allow.stmt).map(|stmt| stmt.keyword.as_str());
            out.push(format!("allow {keyword:?} {names:?} {:?}", allow.reason));
        }
    }
    let mut codes: Vec<String> = Checked::new(text).findings.into_iter().map(|found| found.code).collect();
    codes.sort();
    out.extend(codes);
    out
}

/// The comments in their order, without blanks at their ends.
pub(crate) fn comments(text: &str) -> Vec<String> {
    let parse = roadmap_syntax::parse(text);
    let trees = parse.items().iter().map(|item| &item.tree);
    trees
        .flat_map(|tree| tree.tokens().filter(|token| token.kind == TokenKind::Comment))
        .map(|token| token.text.trim_end_matches([' ', '\t', '\r']).to_owned())
        .collect()
}

/// Places (`12..34`) stand in values that are compared by what they say.
fn without_ranges(debug: &str) -> String {
    let mut parts = debug.split("..");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.truncate(out.trim_end_matches(|c: char| c.is_ascii_digit()).len());
        out.push_str("..");
        out.push_str(part.trim_start_matches(|c: char| c.is_ascii_digit()));
    }
    out
}
