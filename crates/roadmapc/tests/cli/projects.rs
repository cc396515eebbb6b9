//! `PATH`, `roadmap.toml`, and what cannot be done.

use crate::support::{CLEAN, Sandbox, broken, finish};

#[test]
fn the_path_decides_which_project() {
    let part = "activity x \"X\" { owner nobody; kpi customers >= 1; deadline 2026-03-20; channel seo }\n";
    let main = format!("{}include \"parts/x.roadmap\"\n", broken());
    let sandbox = Sandbox::new(&[
        ("p/roadmap.toml", "[project]\nentry = \"main.roadmap\"\n"),
        ("p/main.roadmap", &main),
        ("p/other.roadmap", CLEAN),
        ("p/parts/x.roadmap", part),
    ]);
    let files = |arguments: &[&str]| {
        let run = sandbox.run(&[&["check", "--format", "short"], arguments].concat());
        let mut files: Vec<_> =
            run.stdout.lines().filter_map(|line| line.split(':').next()).map(str::to_owned).collect();
        files.dedup();
        (files.join(" "), run.status)
    };
    let both = ("p/main.roadmap p/parts/x.roadmap".to_owned(), 1);
    assert_eq!(files(&["p"]), both, "a folder is its roadmap.toml's project");
    assert_eq!(files(&["p/main.roadmap"]), both, "an entry is its project");
    assert_eq!(files(&["p/other.roadmap"]), (String::new(), 0), "another entry is another project");
    assert_eq!(
        files(&["p/parts/x.roadmap"]),
        ("p/parts/x.roadmap".to_owned(), 1),
        "a part shows what is found in it"
    );
    let mut inside = sandbox.command(&["check", "--format", "short"]);
    inside.current_dir(sandbox.path().join("p/parts"));
    assert!(
        finish(&mut inside).stdout.starts_with("../main.roadmap:"),
        "without a path, the nearest project upwards"
    );
}

#[test]
fn what_cannot_be_done_exits_with_2() {
    let sandbox = Sandbox::new(&[("two/a.roadmap", CLEAN), ("two/b.roadmap", CLEAN), ("none/x.txt", "")]);
    sandbox.write("bad/main.roadmap", CLEAN.as_bytes());
    sandbox.write("bad/roadmap.toml", b"[project\n");
    sandbox.write("lost/roadmap.toml", b"[project]\nentry = \"gone.roadmap\"\n");
    let mut all = String::new();
    for arguments in [
        &["check", "gone.roadmap"][..],
        &["check", "two"],
        &["check", "none"],
        &["check", "bad"],
        &["check", "lost"],
        &["check", "two/a.roadmap", "--config", "gone.toml"],
        &["explain", "people/owner-mising"],
        &["explain", "nothing/like-it", "--locale", "vi"],
    ] {
        let run = sandbox.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {}", run.shown());
        all += &format!("$ roadmapc {}\n{}{}\n", arguments.join(" "), run.stdout, run.stderr);
    }
    insta::assert_snapshot!(all);
    assert_eq!(sandbox.run(&["check", "--format", "yaml"]).status, 2);
    assert_eq!(sandbox.run(&["check", "--as-of", "2026-02-30"]).status, 2);
}

#[test]
fn a_file_that_is_not_text_is_an_error_with_the_byte() {
    let sandbox = Sandbox::new(&[]);
    sandbox.write("main.roadmap", &[CLEAN.as_bytes(), b"person \xe1 \"L\xe2n\"\n"].concat());
    insta::assert_snapshot!(sandbox.run(&["check", "--format", "short"]).shown(), @r"
    stdout:
    main.roadmap:10:8: error[syntax/not-utf8]: this file is not UTF-8 text: byte 450 cannot be read

    stderr:

    exit 1
    ");
}

#[test]
fn settings_choose_levels_and_say_what_they_do_not_know() {
    let sandbox = Sandbox::new(&[
        ("main.roadmap", CLEAN),
        ("roadmap.toml", "[project]\nlocale = \"vi\"\nentri = \"main.roadmap\"\n"),
    ]);
    insta::assert_snapshot!(sandbox.run(&["check"]).shown());
}

#[test]
fn the_language_follows_the_flag_then_the_environment_then_the_project() {
    let sandbox = Sandbox::new(&[("main.roadmap", CLEAN), ("roadmap.toml", "[project]\nlocale = \"vi\"\n")]);
    let said = |environment: &[(&str, &str)], arguments: &[&str]| {
        let mut command = sandbox.command(&[&["check"], arguments].concat());
        command.envs(environment.iter().copied());
        finish(&mut command).stderr
    };
    let (vi, en) = ("Không có gì cần sửa trong 1 tệp.\n", "Nothing to mend in 1 file.\n");
    assert_eq!(said(&[], &[]), vi);
    assert_eq!(said(&[("LANG", "C.UTF-8")], &[]), vi);
    assert_eq!(said(&[("LANG", "en_US.UTF-8")], &[]), en);
    assert_eq!(said(&[("LANG", "en_US.UTF-8"), ("LC_ALL", "vi_VN.UTF-8")], &[]), vi);
    assert_eq!(said(&[("LANG", "vi_VN.UTF-8")], &["--locale", "en"]), en);
}

#[test]
fn a_name_is_found_in_whichever_form_its_accents_are_stored() {
    // `Lộ trình/người.roadmap`, taken apart as a Mac stores it; typed and included in one piece.
    let (folder, file) = ("Lo\u{323}\u{302} tri\u{300}nh", "ngu\u{31b}o\u{31b}\u{300}i.roadmap");
    let main = format!("include \"người.roadmap\"\n{}", CLEAN.replace("person lan \"Lan\"\n", ""));
    let sandbox = Sandbox::new(&[
        (&format!("{folder}/main.roadmap"), main.as_str()),
        (&format!("{folder}/{file}"), "person lan \"Lan\"\n"),
    ]);
    let run = sandbox.run(&["check", "Lộ trình/main.roadmap"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("2 files"), "{}", run.stderr);
    assert_eq!(sandbox.run(&["check", "Lộ trình/khác.roadmap"]).status, 2);
}
