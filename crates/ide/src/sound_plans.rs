//! What must hold of plans that have no fault: the examples, laid out as they are.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use roadmap_db::{Analysis, Host, MemoryDisk, SETTINGS, Start};
use roadmap_diag::{FileId, TextRange};
use roadmap_syntax::TokenKind;

use crate::{LinkTarget, folding_ranges, links, on_type, selection_ranges, semantic_tokens};

/// The files below a folder, each with its path from there.
#[allow(clippy::disallowed_methods, reason = "a test reads its fixtures")]
fn files_below(root: &Path, folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            files_below(root, &path, found);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, std::fs::read_to_string(&path).unwrap_or_default()));
        }
    }
}

/// The project in `folder`, seen from the top of the repository, from its entry on.
fn project(folder: &str, entry: &str) -> Analysis {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let mut files = Vec::new();
    files_below(&root, &root, &mut files);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let disk = MemoryDisk::new(&files);
    let settings = disk.files.get(SETTINGS).map(|bytes| (SETTINGS, bytes.clone()));
    let mut host = Host::new(settings, date(2026, 2, 2));
    host.open(&disk, &Start::File(entry.to_owned())).unwrap();
    host.analysis().unwrap()
}

fn projects() -> impl Iterator<Item = Analysis> {
    let examples = [
        ("examples/first", "first.roadmap"),
        ("examples/first-vi", "first.roadmap"),
        ("examples/saas-vi", "main.roadmap"),
        ("examples/clinic-en", "main.roadmap"),
        ("examples/retail-vi", "main.roadmap"),
        ("tests/fixtures/corpus", "tour.roadmap"),
        ("tests/fixtures/corpus", "small/shop.roadmap"),
    ];
    examples.into_iter().map(|(folder, entry)| project(folder, entry))
}

/// The files of a project that are laid out.
fn laid_out(analysis: &Analysis) -> impl Iterator<Item = (FileId, &str)> {
    let files = (0..).map(FileId).zip(&analysis.files).take(analysis.source_files);
    files.map(|(id, file)| (id, &*file.text)).filter(|(_, text)| !roadmap_fmt::format(text).changed)
}

#[test]
fn every_word_has_its_colour() {
    for analysis in projects() {
        let mut plain = Vec::new();
        for (id, _) in (0..).map(FileId).zip(&analysis.files).take(analysis.source_files) {
            let tokens = semantic_tokens(&analysis, id, None);
            let covered: HashSet<usize> = tokens.iter().flat_map(|token| token.range.as_range()).collect();
            for item in analysis.file(id).unwrap().parse.items() {
                for token in item.tree.tokens() {
                    let is_word = matches!(token.kind, TokenKind::Keyword | TokenKind::Word);
                    if is_word && !covered.contains(&((token.range.start + item.start) as usize)) {
                        plain.push(token.text.to_owned());
                    }
                }
            }
        }
        assert_eq!(plain, Vec::<String>::new(), "{}", analysis.model.plan.title);
    }
}

#[test]
fn what_is_laid_out_is_indented_right() {
    let mut lines = 0;
    for analysis in projects() {
        for (id, text) in laid_out(&analysis) {
            let mut at = 0;
            for line in text.split_inclusive('\n') {
                let rest = line.trim_start();
                let first = at + line.len() - rest.len();
                let ask = |bytes: usize, typed: char| {
                    on_type(&analysis, id, u32::try_from(first + bytes).unwrap(), typed)
                };
                if !rest.is_empty() {
                    assert_eq!(ask(0, '\n'), None, "{line}");
                    lines += 1;
                }
                if rest.starts_with('}') {
                    assert_eq!(ask(1, '}'), None, "{line}");
                }
                if rest.starts_with("\"\"\"") {
                    assert_eq!(ask(3, '"'), None, "{line}");
                }
                at += line.len();
            }
        }
    }
    assert!(lines > 3_000, "{lines}");
}

#[test]
fn every_link_leads_to_something_and_every_block_folds() {
    for analysis in projects() {
        for (id, text) in laid_out(&analysis) {
            let known =
                |link: &LinkTarget| !matches!(link, LinkTarget::Path(path) if path.ends_with(".roadmap"));
            assert!(links(&analysis, id).iter().all(|link| known(&link.target)), "{text}");
            let folds = folding_ranges(&analysis, id);
            let opened = text.lines().filter(|line| line.trim_end().ends_with(" {")).count();
            assert!(folds.len() >= opened, "{} of {opened}", folds.len());
            let end = u32::try_from(text.len()).unwrap();
            let whole = selection_ranges(&analysis, id, end / 2).last().copied();
            assert_eq!(whole, (end > 0).then(|| TextRange::new(0, end)));
        }
    }
}
