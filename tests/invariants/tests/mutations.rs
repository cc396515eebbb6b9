//! The corpus, changed a little at random places, must keep every invariant. Seeded: a failure comes back.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests read the corpus and cut it where they like"
)]

use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

/// Texts tried for each invariant.
const MUTANTS: usize = 2_000;
/// Bytes of a corpus file that are used: whole top-level statements, so that a debug build has time for all mutants.
const PIECE: usize = 600;

#[test]
fn tree_text_equals_input() {
    run(MUTANTS, roadmap_invariants::tree_text_equals_input);
}

#[test]
fn no_panic_through_check_and_build() {
    run(MUTANTS, roadmap_invariants::no_panic_through_check_and_build);
}

#[test]
fn fmt_is_idempotent() {
    run(MUTANTS, roadmap_invariants::fmt_is_idempotent);
}

#[test]
fn fmt_keeps_the_model() {
    run(MUTANTS, roadmap_invariants::fmt_keeps_the_model);
}

#[test]
fn fixes_apply_and_remove_what_they_fix() {
    run(MUTANTS, roadmap_invariants::fixes_apply_and_remove_what_they_fix);
}

/// The unchanged corpus, then mutants of its pieces.
fn run(mutants: usize, invariant: fn(&[u8])) {
    let corpus = corpus();
    assert!(corpus.len() > 20, "the corpus is where it was");
    for text in &corpus {
        invariant(text.as_bytes());
    }
    let pieces: Vec<&str> = corpus.iter().flat_map(|text| pieces(text)).collect();
    let mut random = Random(0x2026_0101);
    let mut failed = Vec::new();
    // A longer run: `INVARIANT_MUTANTS=200000 cargo nextest run -p roadmap-invariants`.
    let mutants = std::env::var("INVARIANT_MUTANTS").ok().and_then(|n| n.parse().ok()).unwrap_or(mutants);
    // One message is enough: that of the shortest.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    for _ in 0..mutants {
        let mutant = mutate(pieces[random.below(pieces.len())], &pieces, &mut random);
        if let Err(panic) = catch_unwind(|| invariant(mutant.as_bytes())) {
            let message = panic.downcast_ref::<String>().cloned().unwrap_or_default();
            failed.push((mutant.len(), message));
        }
    }
    std::panic::set_hook(hook);
    failed.sort();
    if let Some((_, message)) = failed.first() {
        panic!("{} of {mutants} mutants fail; the shortest:\n{message}", failed.len());
    }
}

/// One to four small changes: delete, insert, repeat, swap in a line of another piece.
fn mutate(text: &str, pieces: &[&str], random: &mut Random) -> String {
    const INSERTS: &[&str] = &[
        "{",
        "}",
        "\"",
        "\"\"\"",
        "#",
        ";",
        ",",
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "..",
        "/",
        "->",
        "-",
        "=",
        "(",
        ")",
        "1,5",
        "5.000",
        "03/04/2026",
        "\u{a0}",
        "\u{feff}",
        "\u{202e}",
        "é",
        "e\u{301}",
        "👩‍👩‍👧",
        "\\",
        "\n\n\n",
        "# allow(kpi/vanity-only): x\n",
        "2026-02-30",
        "300 triệu",
        "by",
        "“",
        "%",
        "\0",
        "owner",
        "kpi",
    ];
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(4) {
        let at = random.below(chars.len() + 1);
        match random.below(6) {
            0 | 1 if at < chars.len() => {
                chars.remove(at);
            }
            2 => {
                let end = (at + random.below(40)).min(chars.len());
                chars.drain(at..end);
            }
            3 => {
                let end = (at + random.below(40)).min(chars.len());
                let again: Vec<char> = chars[at..end].to_vec();
                chars.splice(at..at, again);
            }
            4 => {
                let other = pieces[random.below(pieces.len())];
                let lines: Vec<&str> = other.split_inclusive('\n').collect();
                chars.splice(at..at, lines[random.below(lines.len())].chars());
            }
            _ => {
                let insert = INSERTS[random.below(INSERTS.len())];
                chars.splice(at..at, insert.chars());
            }
        }
    }
    chars.into_iter().collect()
}

/// Runs of whole top-level statements.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut end) = (0, 0);
    for line in text.split_inclusive('\n') {
        let top = !line.starts_with([' ', '}', '\n']);
        if top && end - start > PIECE {
            pieces.push(&text[start..end]);
            start = end;
        }
        end += line.len();
    }
    pieces.push(&text[start..]);
    pieces.retain(|piece| !piece.is_empty() && piece.len() < 4 * PIECE);
    pieces
}

fn corpus() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut paths = Vec::new();
    gather(&root.join("tests/fixtures/corpus"), &mut paths);
    gather(&root.join("examples"), &mut paths);
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

fn gather(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "roadmap") {
            paths.push(path);
        }
    }
}

/// xorshift64*: no dependency, the same numbers everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % bound.max(1)
    }
}
