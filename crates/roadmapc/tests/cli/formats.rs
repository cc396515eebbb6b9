//! Findings for programs.

use serde_json::Value;

use crate::support::{CLEAN, Sandbox, broken};

/// A plan with an error that has related places in another file, an error with fixes, and a warning.
fn sandbox() -> Sandbox {
    let main = format!("include \"team/people.roadmap\"\n{}", broken())
        .replace("deadline 2026-03-20", "deadline 2026-02-30");
    let main = main.replace("  activity mo", "  # allow(people/owner-missing): không cần\n  activity mo");
    Sandbox::new(&[("main.roadmap", &main), ("team/people.roadmap", "person lan \"Lan khác\"\n")])
}

#[test]
fn json() {
    let run = sandbox().run(&["check", "--format", "json"]);
    assert_eq!((run.stderr.as_str(), run.status), ("", 1));
    insta::assert_snapshot!(run.stdout);
}

#[test]
fn json_of_a_clean_plan() {
    let run = Sandbox::new(&[("main.roadmap", CLEAN)]).run(&["check", "--format", "json"]);
    insta::assert_snapshot!(run.shown(), @r#"
    stdout:
    {
      "version": 1,
      "summary": {
        "errors": 0,
        "warnings": 0,
        "hints": 0,
        "files": 1
      },
      "diagnostics": []
    }

    stderr:

    exit 0
    "#);
}

#[test]
fn short() {
    insta::assert_snapshot!(sandbox().run(&["check", "--format", "short"]).shown(), @r"
    stdout:
    main.roadmap:8:38: error[people/owner-unknown]: no person is called `lna`
    main.roadmap:9:11: warning[allow/unused]: this comment allows `people/owner-missing`, which has nothing to say here
    main.roadmap:10:73: error[value/date-invalid]: `2026-02-30` does not exist: the last day of that month is `2026-02-28`
    team/people.roadmap:1:8: error[name/duplicate]: the name `lan` is taken

    stderr:

    exit 1
    ");
}

#[test]
fn github() {
    insta::assert_snapshot!(sandbox().run(&["check", "--format", "github"]).shown(), @r"
    stdout:
    ::error file=main.roadmap,line=8,endLine=8,col=38,endColumn=41,title=people/owner-unknown::no person is called `lna`%0ADid you mean `lan`?
    ::warning file=main.roadmap,line=9,endLine=9,col=11,endColumn=31,title=allow/unused::this comment allows `people/owner-missing`, which has nothing to say here%0ARemove it.
    ::error file=main.roadmap,line=10,endLine=10,col=73,endColumn=83,title=value/date-invalid::`2026-02-30` does not exist: the last day of that month is `2026-02-28`%0AWrite a day up to `2026-02-28`.
    ::error file=team/people.roadmap,line=1,endLine=1,col=8,endColumn=11,title=name/duplicate::the name `lan` is taken%0AEvery name is declared once. Give this one another name.

    stderr:

    exit 1
    ");
}

#[test]
fn sarif_is_valid_by_the_public_schema() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/sarif/sarif-schema-2.1.0.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for sandbox in [sandbox(), Sandbox::new(&[("main.roadmap", CLEAN)])] {
        let run = sandbox.run(&["check", "--format", "sarif"]);
        let sarif: Value = serde_json::from_str(&run.stdout).unwrap();
        let errors: Vec<String> = validator.iter_errors(&sarif).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
    }
    let version = concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\"");
    let shown = sandbox().run(&["check", "--format", "sarif"]).stdout.replace(version, "\"version\": \"…\"");
    insta::assert_snapshot!(shown);
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    for format in ["human", "short", "json", "sarif", "github"] {
        let sandbox = sandbox();
        let (first, second) =
            (sandbox.run(&["check", "--format", format]), sandbox.run(&["check", "--format", format]));
        assert_eq!(first.shown(), second.shown());
    }
}

#[test]
fn paths_lead_from_where_the_command_runs_and_json_has_those_of_the_project() {
    let sandbox = Sandbox::new(&[("plan/main.roadmap", &broken())]);
    let short = sandbox.run(&["check", "plan", "--format", "short"]).stdout;
    assert!(short.starts_with("plan/main.roadmap:7:"), "{short}");
    let json: Value =
        serde_json::from_str(&sandbox.run(&["check", "plan", "--format", "json"]).stdout).unwrap();
    assert_eq!(json["diagnostics"][0]["file"], "main.roadmap");
}
