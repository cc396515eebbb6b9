//! `--fix` and `--dry-run`.

use crate::support::{CLEAN, Sandbox};

/// Two mends on one line, and one that a person must choose.
fn source() -> String {
    CLEAN
        .replace("owner lan; kpi customers >= 500", "owner lan kpi customers >= 500 support lan")
        .replace("by 2026-03-31", "by 31/3/2026")
}

#[test]
fn a_dry_run_shows_the_changes_and_makes_none() {
    let sandbox = Sandbox::new(&[("main.roadmap", &source())]);
    let run = sandbox.run(&["check", "--fix", "--dry-run"]);
    insta::assert_snapshot!(run.stdout);
    assert_eq!(sandbox.read("main.roadmap"), source());
}

#[test]
fn safe_fixes_are_applied_until_none_is_left() {
    let sandbox = Sandbox::new(&[("main.roadmap", &source())]);
    let run = sandbox.run(&["check", "--fix"]);
    insta::assert_snapshot!(format!("{}\n────────\n{}", sandbox.read("main.roadmap"), run.stderr));
    let names: Vec<_> =
        std::fs::read_dir(sandbox.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["main.roadmap"], "nothing is left beside the file");
}

#[test]
fn what_is_not_broken_is_left_as_it_is() {
    let clean = CLEAN.replace('\n', "\r\n");
    let sandbox = Sandbox::new(&[("main.roadmap", &clean)]);
    assert_eq!(sandbox.run(&["check", "--fix"]).status, 0);
    assert_eq!(sandbox.read("main.roadmap"), clean);
}
