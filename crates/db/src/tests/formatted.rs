//! Examples say the same, laid out anew.

use roadmap_diag::{Diagnostic, Severity};

use super::*;

/// Folders and their entries.
const PROJECTS: [(&str, &str); 8] = [
    ("examples/saas-vi", "main.roadmap"),
    ("examples/clinic-en", "main.roadmap"),
    ("examples/retail-vi", "main.roadmap"),
    ("examples/first", "first.roadmap"),
    ("examples/first-vi", "first.roadmap"),
    ("tests/fixtures/corpus", "tour.roadmap"),
    ("tests/fixtures/corpus/small", "shop.roadmap"),
    ("tests/fixtures/corpus/small", "draft.roadmap"),
];

/// What is wrong with the text itself, not with the plan.
const LANGUAGE: [&str; 4] = ["syntax/", "schema/", "value/", "name/"];

#[test]
fn layout_changes_no_finding_and_makes_no_language_error() {
    for (folder, entry) in PROJECTS {
        let disk = read_folder(folder);
        let before = codes(&disk, entry);
        let is_language_error = |(_, severity, code): &(String, Severity, String)| {
            *severity == Severity::Error && LANGUAGE.iter().any(|group| code.starts_with(group))
        };
        assert!(!before.iter().any(is_language_error), "{folder}/{entry}: {before:#?}");
        let mut laid_out = disk.clone();
        for (path, bytes) in &mut laid_out.files {
            if path.ends_with(".roadmap") {
                *bytes = roadmap_fmt::format(std::str::from_utf8(bytes).unwrap()).text.into_bytes();
            }
        }
        assert_eq!(codes(&laid_out, entry), before, "{folder}/{entry}");
    }
}

/// File, severity and code of each finding, in their order.
fn codes(disk: &MemoryDisk, entry: &str) -> Vec<(String, Severity, String)> {
    let mut host = Host::new(None, TODAY);
    host.open(disk, &Start::File(entry.to_owned())).unwrap();
    let analysis = host.analysis().unwrap();
    let name = |found: &Diagnostic| {
        let path = analysis.file(found.span.file).unwrap().path.clone();
        (path, found.severity, found.code.as_str().to_owned())
    };
    analysis.diagnostics.iter().map(name).collect()
}
