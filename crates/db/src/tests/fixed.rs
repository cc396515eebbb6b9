//! Every statement of the examples taken away in turn, and what is found then mended.

use std::collections::BTreeMap;

use roadmap_diag::{FileId, ItemIndex, Span, TextRange};

use super::removal::without;
use super::*;
use crate::apply_fixes;

/// What is taken away in an example, and what mended it.
#[derive(Default)]
struct Mended {
    /// How often a fix of each rule was tried.
    tried: BTreeMap<String, usize>,
    failures: Vec<String>,
}

#[test]
fn every_first_fix_silences_its_finding_in_the_first_examples() {
    mend_each_removal("examples/first", date(2026, 1, 5));
    mend_each_removal("examples/first-vi", date(2026, 1, 5));
}

#[test]
fn every_first_fix_silences_its_finding_in_the_example_saas_vi() {
    let tried = mend_each_removal("examples/saas-vi", date(2026, 5, 18));
    for code in ["people/owner-missing", "goal/link-missing", "time/deadline-missing"] {
        assert!(tried.get(code).is_some_and(|count| *count > 50), "{code} in {tried:?}");
    }
}

#[test]
fn every_first_fix_silences_its_finding_in_the_example_clinic_en() {
    mend_each_removal("examples/clinic-en", date(2026, 9, 14));
}

#[test]
fn every_first_fix_silences_its_finding_in_the_example_retail_vi() {
    mend_each_removal("examples/retail-vi", date(2026, 12, 14));
}

/// Takes away each statement, and holds each first fix to its promise: what it mends is silent, and what is safe brings
/// nothing new. How often a fix of each rule was tried.
fn mend_each_removal(folder: &str, day: Date) -> BTreeMap<String, usize> {
    let mut mended = Mended::default();
    let disk = read_folder(folder);
    let config = disk.files.get("roadmap.toml").map(|bytes| ("roadmap.toml", bytes.clone()));
    let mut host = Host::new(config, day);
    host.open(&disk, &Start::Folder(String::new())).unwrap();
    let whole = host.analysis().unwrap();
    let known = subjects(&whole);
    for (file, statement) in statements(&whole) {
        let file = whole.file(file).unwrap();
        let (text, _) = without(&file.text, &[statement]);
        host.set_text(&disk, &file.path, &text);
        let taken = format!("{folder}/{}:{}", file.path, file.line_column(statement.start).line);
        mend(&mut host, &disk, &known, &taken, &mut mended);
        host.set_text(&disk, &file.path, &file.text);
    }
    let Mended { tried, failures } = mended;
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
    tried
}

/// Applies the first fix of each finding that is not in `known`, one at a time.
fn mend(
    host: &mut Host,
    disk: &MemoryDisk,
    known: &BTreeMap<Subject, usize>,
    taken: &str,
    mended: &mut Mended,
) {
    let before = host.analysis().unwrap();
    let old = subjects(&before);
    for found in before.diagnostics.iter() {
        let subject = subject(&before, found);
        let Some(fix) = found.fixes.first().filter(|_| !known.contains_key(&subject)) else { continue };
        let applied = apply_fixes(&before, std::iter::once(fix));
        let changed: Vec<_> =
            applied.texts.into_iter().map(|(file, text)| (before.file(file).unwrap(), text)).collect();
        for (file, text) in &changed {
            host.set_text(disk, &file.path, text);
        }
        let after = host.analysis().unwrap();
        let new = subjects(&after);
        *mended.tried.entry(found.code.as_str().to_owned()).or_default() += 1;
        let title = render(&fix.title, Locale::En);
        let mut fail =
            |what: String| mended.failures.push(format!("without {taken}, then “{title}”: {what}"));
        if new.get(&subject).copied().unwrap_or_default() >= old[&subject] {
            fail(format!("{subject:?} stays"));
        }
        for (subject, count) in new.iter().filter(|_| fix.safe) {
            if *count > old.get(subject).copied().unwrap_or_default() {
                fail(format!("{subject:?} is new"));
            }
        }
        for (file, _) in &changed {
            host.set_text(disk, &file.path, &file.text);
        }
    }
}

/// A finding by its code, and the statement it is about: numbers in its words may change.
type Subject = (String, Option<(String, Option<String>)>);

fn subject(analysis: &Analysis, found: &roadmap_diag::Diagnostic) -> Subject {
    let name = found.subject.and_then(|keyword| analysis.name_of(keyword));
    let name = name.map(|name| (name.keyword.to_owned(), name.name.map(str::to_owned)));
    (found.code.as_str().to_owned(), name)
}

fn subjects(analysis: &Analysis) -> BTreeMap<Subject, usize> {
    let mut subjects = BTreeMap::new();
    for found in analysis.diagnostics.iter() {
        *subjects.entry(subject(analysis, found)).or_default() += 1;
    }
    subjects
}

/// Every statement of the project's files, at every depth.
fn statements(analysis: &Analysis) -> Vec<(FileId, TextRange)> {
    let mut statements = Vec::new();
    for (id, file) in (0..).map(FileId).zip(&analysis.files) {
        for (item, hir) in (0..).map(ItemIndex).zip(file.statements.iter()) {
            let range = |range| analysis.resolve(Span { file: id, item, range });
            statements.extend(hir.stmts.iter().map(|stmt| (id, range(stmt.range))));
        }
    }
    statements
}
