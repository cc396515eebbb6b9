//! Help, and a command line that is wrong, in both languages.

use crate::support::{CLEAN, Sandbox, finish};

#[test]
fn help_speaks_both_languages() {
    let sandbox = Sandbox::new(&[]);
    let said = |arguments: &[&str], locale: &str| {
        let mut command = sandbox.command(arguments);
        command.env("LC_ALL", locale).env("COLUMNS", "80");
        let run = finish(&mut command);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{arguments:?}");
        run.stdout
    };
    insta::assert_snapshot!(said(&["check", "--help"], "vi_VN.UTF-8"));
    insta::assert_snapshot!(said(&["-h"], "vi_VN.UTF-8"));
    insta::assert_snapshot!(said(&["-h"], "en_US.UTF-8"));
    let commands =
        ["check", "build", "status", "diff", "init", "fmt", "rules", "explain", "completions", "man"];
    for command in commands {
        for locale in ["vi_VN.UTF-8", "en_US.UTF-8"] {
            let long = said(&[command, "--help"], locale);
            assert_eq!(long.contains("Usage:"), locale.starts_with("en"), "{long}");
            assert!(!long.contains("help-") || long.contains("--help"), "{long}");
            let is_english = long.contains("Print this message") || long.contains("Possible values");
            assert!(!is_english, "clap's own words: {long}");
        }
    }
    assert!(said(&["man"], "vi_VN.UTF-8").contains("Kiểm tra lộ trình"));
    assert!(said(&["--version"], "vi_VN.UTF-8").starts_with("roadmapc "));
}

#[test]
fn what_is_wrong_with_the_command_line_is_said_in_both_languages() {
    let sandbox = Sandbox::new(&[("main.roadmap", CLEAN)]);
    let mut all = String::new();
    for locale in ["en", "vi"] {
        for arguments in [
            &["chekc"][..],
            &["check", "--formt", "json"],
            &["check", "--format", "yaml"],
            &["check", "--format"],
            &["check", "--deny", "warnings", "--deny", "hints"],
            &["check", "-q", "-v"],
            &["check", "a", "b"],
            &["check", "--dry-run"],
            &["explain"],
        ] {
            let mut command = sandbox.command(arguments);
            // What comes last in the line is not what is wrong with it.
            let mut command_line = std::process::Command::new(command.get_program());
            command_line.args(arguments).current_dir(sandbox.path()).env_clear().env("LANG", locale);
            command.env_clear();
            let run = finish(&mut command_line);
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
            all += &format!("$ roadmapc {}\n{}\n", arguments.join(" "), run.stderr);
        }
    }
    insta::assert_snapshot!(all);
}

#[test]
fn a_day_says_what_it_looks_like() {
    let sandbox = Sandbox::new(&[("main.roadmap", CLEAN)]);
    for (locale, said) in [
        (
            "en",
            "error: `2026-13-01` is no day for `--as-of <DATE>`: write year-month-day, such as `2026-03-31`\n",
        ),
        (
            "vi",
            "lỗi: `2026-13-01` không phải là một ngày cho `--as-of <DATE>`: viết năm-tháng-ngày, ví dụ `2026-03-31`\n",
        ),
    ] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_roadmapc"));
        command
            .args(["check", "--as-of", "2026-13-01", "--locale", locale])
            .current_dir(sandbox.path())
            .env_clear();
        let run = finish(&mut command);
        assert_eq!(run.status, 2);
        assert!(run.stderr.starts_with(said), "{}", run.stderr);
    }
}

#[test]
fn a_rule_is_found_without_its_group() {
    let sandbox = Sandbox::new(&[]);
    let said = |rule: &str| sandbox.run(&["explain", rule]).stderr;
    assert!(
        said("owner-missing").ends_with("Did you mean `people/owner-missing`?\n"),
        "{}",
        said("owner-missing")
    );
    assert!(said("ownr-missing").ends_with("Did you mean `people/owner-missing`?\n"));
    assert!(said("missing").contains("`kpi/missing`") && said("missing").contains("`channel/missing`"));
    assert!(!said("nothing-like-it").contains("Did you mean"));
}

#[test]
fn settings_are_called_as_they_were_named() {
    let settings = "[project]\nentri = \"main.roadmap\"\n";
    let sandbox =
        Sandbox::new(&[("plan/main.roadmap", CLEAN), ("plan/own.toml", settings), ("strict.toml", settings)]);
    let said = |config: &str, format: &str| {
        let run = sandbox.run(&["check", "plan", "--config", config, "--format", format]);
        run.stdout + &run.stderr
    };
    for config in ["strict.toml", "plan/own.toml", "./strict.toml"] {
        assert!(said(config, "short").starts_with(&format!("{config}:2:1: warning[config/")), "{config}");
        assert!(said(config, "human").contains(&format!("[{config}:2:1]")), "{}", said(config, "human"));
        assert!(said(config, "github").contains(&format!("file={config},")), "{config}");
    }
    assert!(said("strict.toml", "json").contains("\"file\": \"../strict.toml\""), "from the project");
}

#[test]
fn the_settings_of_a_project_stand_for_it() {
    let sandbox =
        Sandbox::new(&[("plan/main.roadmap", CLEAN), ("plan/roadmap.toml", "[project]\nlocale = \"en\"\n")]);
    let run = sandbox.run(&["check", "plan/roadmap.toml"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, "Nothing to mend in 1 file.\n"));
}

#[test]
fn an_include_of_nothing_says_what_to_write() {
    let sandbox = Sandbox::new(&[("main.roadmap", &format!("include \"\"\n{CLEAN}"))]);
    for (locale, said) in [("en", "names no file"), ("vi", "chưa nêu tệp nào")] {
        let run = sandbox.run(&["check", "--locale", locale]);
        assert!(
            run.stderr.contains(said) && run.stderr.contains("include \"people.roadmap\""),
            "{}",
            run.stderr
        );
    }
}
