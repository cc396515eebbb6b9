//! Makes `src/` of the tree-sitter grammar from `grammar.js`, as `tree-sitter generate` would: without an argument it
//! writes what has changed, with `--check` it fails where a file is stale. Needs `node`.

// It reads and writes the files of the grammar.
#![allow(clippy::disallowed_methods)]

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use tree_sitter_generate::{OptLevel, generate_parser_in_directory};

/// Emacs 29 and the oldest versions of the other editors read no newer one.
const ABI: usize = 14;

const FILES: [&str; 6] = [
    "grammar.json",
    "node-types.json",
    "parser.c",
    "tree_sitter/alloc.h",
    "tree_sitter/array.h",
    "tree_sitter/parser.h",
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let check = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => false,
        ["--check"] => true,
        _ => {
            eprintln!("usage: tree-sitter-roadmap-generate [--check]");
            return ExitCode::from(2);
        }
    };
    match run(check) {
        Ok(stale) if check && !stale.is_empty() => {
            eprintln!("stale: {}; run `cargo xtask generate` and commit what it writes", stale.join(", "));
            ExitCode::FAILURE
        }
        Ok(stale) => {
            for path in stale {
                println!("wrote editors/tree-sitter-roadmap/src/{path}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The files that differ from what `grammar.js` makes, now mended unless only to `check`.
fn run(check: bool) -> Result<Vec<&'static str>, Box<dyn Error>> {
    let grammar = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let made = tempfile::tempdir()?;
    generate_parser_in_directory(
        grammar,
        Some(made.path()),
        Some(grammar.join("grammar.js")),
        ABI,
        None,
        Some("node"),
        true,
        OptLevel::default(),
    )?;
    let mut stale = Vec::new();
    for file in FILES {
        let text = std::fs::read_to_string(made.path().join(file))?;
        let path = grammar.join("src").join(file);
        // A checkout may have CRLF line ends; that does not make a file stale.
        if std::fs::read_to_string(&path).is_ok_and(|old| old.replace("\r\n", "\n") == text) {
            continue;
        }
        if !check {
            std::fs::create_dir_all(grammar.join("src/tree_sitter"))?;
            std::fs::write(&path, text)?;
        }
        stale.push(file);
    }
    Ok(stale)
}
