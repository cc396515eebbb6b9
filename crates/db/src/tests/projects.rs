//! Which files a project has.

use super::*;
use crate::OpenError;

#[test]
fn a_plan_over_two_files_is_clean() {
    let analysis = check(&[("main.roadmap", PLAN), ("people.roadmap", PEOPLE)]);
    assert_eq!(shown(&analysis), "");
    let paths: Vec<_> = analysis.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["main.roadmap", "people.roadmap"]);
}

#[test]
fn includes_that_lead_nowhere_are_reported_where_they_stand() {
    let main = "roadmap \"P\" { period 2026 }\ninclude \"gone.roadmap\"\ninclude \"../x.roadmap\"\ninclude \"q/*.roadmap\"\n";
    insta::assert_snapshot!(shown(&check(&[("main.roadmap", main)])), @r"
    main.roadmap:2:9 error name/include-not-found: there is no file `gone.roadmap`
    main.roadmap:3:9 error name/include-outside: `../x.roadmap` lies outside the project
    main.roadmap:4:9 error name/include-not-found: no file matches `q/*.roadmap`
    ");
}

#[test]
fn files_in_a_circle_count_once() {
    let analysis = check(&[
        ("main.roadmap", "roadmap \"P\" { period 2026 }\ninclude \"a.roadmap\"\n"),
        ("a.roadmap", "include \"b.roadmap\"\nperson lan \"Lan\"\n"),
        ("b.roadmap", "include \"a.roadmap\"\n"),
    ]);
    insta::assert_snapshot!(shown(&analysis), @r"
    b.roadmap:1:9 error name/cycle: these files include each other in a circle: a.roadmap → b.roadmap → a.roadmap
    main.roadmap:1:1 error plan/incomplete: the plan has no `phase` and `goal` yet
    ");
    assert_eq!(analysis.model.people.len(), 1);
}

#[test]
fn a_pattern_takes_files_in_the_order_of_names_and_not_its_own() {
    let analysis = check(&[
        ("main.roadmap", "roadmap \"P\" { period 2026 }\ninclude \"*.roadmap\"\n"),
        ("b.roadmap", "person b \"B\"\n"),
        ("a.roadmap", "person a \"A\"\n"),
    ]);
    let paths: Vec<_> = analysis.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["main.roadmap", "a.roadmap", "b.roadmap"]);
}

#[test]
fn a_file_that_is_not_text_says_so_once() {
    let mut disk = MemoryDisk::new(&[("main.roadmap", PLAN)]);
    disk.files.insert("people.roadmap".to_owned(), b"person lan \"L\xe2n\"\nperson \xff\n".to_vec());
    let mut host = Host::new(None, TODAY);
    host.open(&disk, &Start::Folder(String::new())).unwrap();
    insta::assert_snapshot!(shown(&host.analysis().unwrap()), @r"main.roadmap:3:9 error syntax/not-utf8: `people.roadmap` is not UTF-8 text: byte 13 cannot be read");
    disk.files.insert("main.roadmap".to_owned(), [PLAN.as_bytes(), b"\xff"].concat());
    disk.files.insert("people.roadmap".to_owned(), PEOPLE.as_bytes().to_vec());
    let mut host = Host::new(None, TODAY);
    host.open(&disk, &Start::File("main.roadmap".to_owned())).unwrap();
    insta::assert_snapshot!(shown(&host.analysis().unwrap()), @r"main.roadmap:10:1 error syntax/not-utf8: this file is not UTF-8 text: byte 431 cannot be read");
}

#[test]
fn a_part_is_shown_with_the_project_that_includes_it() {
    let people = format!("{PEOPLE}person minh\n");
    let files = [("main.roadmap", PLAN), ("people.roadmap", &people), ("lonely.roadmap", "person x \"X\"\n")];
    let analysis = open(&files, &Start::File("people.roadmap".to_owned())).analysis().unwrap();
    assert_eq!((analysis.source_files, analysis.only.map(|file| file.0)), (2, Some(1)));
    assert!(shown(&analysis).lines().all(|line| line.starts_with("people.roadmap:")), "{}", shown(&analysis));
    let alone = open(&files, &Start::File("lonely.roadmap".to_owned())).analysis().unwrap();
    assert_eq!((alone.source_files, alone.only), (1, None));
}

#[test]
fn a_folder_needs_one_plan() {
    let start = Start::Folder(String::new());
    let error =
        |files: &[(&str, &str)]| Host::new(None, TODAY).open(&MemoryDisk::new(files), &start).unwrap_err();
    assert_eq!(error(&[("people.roadmap", PEOPLE)]), OpenError::NoPlan(String::new()));
    let two = error(&[("a.roadmap", PLAN), ("b.roadmap", PLAN)]);
    assert_eq!(two, OpenError::SeveralPlans(vec!["a.roadmap".to_owned(), "b.roadmap".to_owned()]));
}
