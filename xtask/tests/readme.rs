//! The README shows files of the repository as they are.

#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // it reads them, and fails where it cannot

use std::path::Path;

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

#[test]
fn the_first_roadmap_is_the_example() {
    assert!(
        read("README.md").contains(&read("examples/first/first.roadmap")),
        "copy the example into the README"
    );
}

#[test]
fn pictures_and_links_lead_to_files() {
    for page in
        ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", "docs/decisions/README.md"]
    {
        let folder = Path::new(page).parent().unwrap().to_path_buf();
        let text = read(page);
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if target.starts_with("http") || target.starts_with('#') {
                continue;
            }
            let file = folder.join(target.split('#').next().unwrap());
            let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(&file);
            assert!(full.exists(), "{page} links to {}", file.display());
        }
    }
}

#[test]
fn rules_that_the_pages_name_exist() {
    let codes: Vec<&str> = roadmap_sema::rules::all().iter().map(|rule| rule.code).collect();
    let groups: Vec<&str> = codes.iter().filter_map(|code| code.split('/').next()).collect();
    let mut named = 0;
    for page in ["README.md", "docs/method.md", "docs/vi/method.md"] {
        let text = read(page);
        for code in text.split('`').skip(1).step_by(2) {
            let Some((_, name)) = code.split_once('/').filter(|(group, _)| groups.contains(group)) else {
                continue;
            };
            assert!(name == "*" || codes.contains(&code), "{page} names `{code}`, which is no rule");
            named += 1;
        }
    }
    assert!(named > 60, "{named}");
}
