//! Statements as both parsers see them, and the texts that both are asked about.

use std::path::{Path, PathBuf};

use roadmap_sema::rules::{Page, Section, all};
use roadmap_syntax::{Stmt, TokenKind};
use tree_sitter::{Node, Parser, Tree};

/// A statement: how deep it stands, its keyword and values, and whether it has a block.
pub(crate) type Seen = (usize, Vec<String>, bool);

/// What the tree of an editor holds.
pub(crate) fn parse(text: &str) -> Tree {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_roadmap::LANGUAGE.into()).unwrap();
    parser.parse(text, None).unwrap()
}

/// The statements of an editor's tree, in their order.
pub(crate) fn statements(text: &str, tree: &Tree) -> Vec<Seen> {
    let mut out = Vec::new();
    collect(tree.root_node(), 0, text, &mut out);
    out
}

fn collect(node: Node<'_>, depth: usize, text: &str, out: &mut Vec<Seen>) {
    let mut cursor = node.walk();
    for statement in node.children(&mut cursor).filter(|child| child.kind() == "statement") {
        let block = statement.child_by_field_name("block");
        let mut cursor = statement.walk();
        let head = statement
            .children(&mut cursor)
            .filter(|child| !matches!(child.kind(), "block" | "comment"))
            .map(|child| text[child.byte_range()].to_owned())
            .filter(|token| !token.is_empty());
        out.push((depth, head.collect(), block.is_some()));
        if let Some(block) = block {
            collect(block, depth + 1, text, out);
        }
    }
}

/// The statements of the compiler's tree, in their order; none where it has something to say of the syntax.
pub(crate) fn compiled(text: &str) -> Option<Vec<Seen>> {
    let parse = roadmap_syntax::parse(text);
    let mut out = Vec::new();
    for item in parse.items() {
        for statement in item.tree.statements() {
            collect_compiled(statement, 0, &mut out);
        }
    }
    (!parse.has_errors()).then_some(out)
}

fn collect_compiled(statement: Stmt<'_>, depth: usize, out: &mut Vec<Seen>) {
    let head = statement.head().filter(|token| token.kind != TokenKind::Comment);
    let head = head.map(|token| token.text.to_owned()).collect();
    out.push((depth, head, statement.block().is_some()));
    for inner in statement.block().iter().flat_map(|block| block.statements()) {
        collect_compiled(inner, depth + 1, out);
    }
}

/// The places that the tree could not make sense of.
pub(crate) fn errors(text: &str, tree: &Tree) -> Vec<String> {
    let mut out = Vec::new();
    let mut open = vec![tree.root_node()];
    while let Some(node) = open.pop() {
        if node.is_error() || node.is_missing() {
            let place = node.start_position();
            out.push(format!(
                "{}:{} {node} in {:?}",
                place.row + 1,
                place.column + 1,
                &text[node.byte_range()]
            ));
        }
        if node.has_error() {
            let mut cursor = node.walk();
            open.extend(node.children(&mut cursor));
        }
    }
    out
}

/// Every valid text of the repository, with where it stands.
pub(crate) fn valid_texts() -> Vec<(String, String)> {
    let mut texts = files();
    for rule in all() {
        let page = Page::parse(rule.page);
        for section in [Section::Example, Section::Instead] {
            texts.extend(page.plans(section).iter().map(|plan| (rule.code.to_owned(), plan.text.to_owned())));
        }
    }
    texts.extend(
        roadmap_schema::rows().map(|row| (format!("the row `{}`", row.keyword), row.example.to_owned())),
    );
    texts
}

/// The `.roadmap` files of examples and fixtures, but for those that are broken on purpose.
pub(crate) fn files() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    for folder in ["examples", "tests/fixtures/corpus"] {
        find(&root().join(folder), &mut paths);
    }
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path.strip_prefix(root()).unwrap().display().to_string(), text)
    };
    paths.into_iter().map(read).collect()
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn find(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("broken") {
            find(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "roadmap") {
            paths.push(path);
        }
    }
}
