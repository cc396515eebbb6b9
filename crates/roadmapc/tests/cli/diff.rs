//! `diff`: two versions of a plan, in folders, files and the past.

use std::process::Command;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::support::{CLEAN, Sandbox, broken, finish};

fn later() -> String {
    CLEAN
        .replace("deadline 2026-03-20", "deadline 2026-03-27")
        .replace("0 -> 500", "0 -> 400")
        .replace("budget 5M", "budget 8M")
        .replace("person lan \"Lan\"\n", "person lan \"Lan\"\nperson tú \"Tú\"\n")
        .replace("activity mo \"Khai trương\" { owner lan", "activity mo \"Khai trương\" { owner tú; after tho")
        .replace("  activity mo", "  activity tho \"Thuê thợ pha\" { owner lan; kpi customers >= 1; deadline 2026-03-06; channel facebook_ads }\n  activity mo")
}

fn sandbox() -> Sandbox {
    Sandbox::new(&[("a/main.roadmap", CLEAN), ("b/main.roadmap", &later())])
}

#[test]
fn for_people_in_both_languages() {
    let sandbox = sandbox();
    insta::assert_snapshot!(sandbox.run(&["diff", "a", "b", "--locale", "vi"]).shown());
    insta::assert_snapshot!(sandbox.run(&["diff", "a", "b", "--locale", "en"]).shown());
    insta::assert_snapshot!(
        sandbox.run(&["diff", "b/main.roadmap", "a/main.roadmap", "--format", "md"]).shown()
    );
    let mut narrow = sandbox.command(&["diff", "a", "b", "--locale", "vi"]);
    for line in finish(narrow.env("COLUMNS", "40")).stdout.lines() {
        assert!(line.width() <= 40, "{line}");
    }
}

#[test]
fn what_is_alike_is_said_to_be() {
    let sandbox = Sandbox::new(&[("a.roadmap", CLEAN), ("b.roadmap", &format!("# một ghi chú\n{CLEAN}"))]);
    let run = sandbox.run(&["diff", "a.roadmap", "b.roadmap"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(run.stdout.ends_with("\nNothing changed in the plan.\n"), "{}", run.stdout);
}

#[test]
fn a_version_with_errors_is_compared_as_far_as_it_goes() {
    let sandbox = Sandbox::new(&[("a.roadmap", CLEAN), ("b.roadmap", &broken())]);
    let run = sandbox.run(&["diff", "a.roadmap", "b.roadmap"]);
    assert_eq!(run.status, 0);
    assert!(
        run.stdout.contains("▲ b.roadmap has 1 error: parts of it may be missing here."),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("Lan → lna"), "{}", run.stdout);
}

#[test]
fn json_is_by_its_schema() {
    let schema = serde_json::to_value(roadmap_api::diff_schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let run = sandbox().run(&["diff", "a", "b", "--format", "json"]);
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!((json["version"].clone(), json["dates"][0]["days"].clone()), (Value::from(1), Value::from(7)));
    assert_eq!(json["kpis"][0]["percent"], "-20");
}

#[test]
fn the_past_is_a_version() {
    let sandbox = Sandbox::new(&[
        ("plans/main.roadmap", CLEAN),
        ("plans/roadmap.toml", "[project]\nentry = \"main.roadmap\"\n"),
    ]);
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command
            .current_dir(sandbox.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null");
        command.args([
            "-c",
            "user.name=Lan",
            "-c",
            "user.email=lan@example.com",
            "-c",
            "commit.gpgsign=false",
        ]);
        let done = command.args(arguments).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    git(&["init", "-q", "-b", "main"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "one"]);
    sandbox.write("plans/main.roadmap", later().as_bytes());
    git(&["commit", "-q", "-a", "-m", "two"]);
    let run = |folder: &str, arguments: &[&str]| {
        let mut command = sandbox.command(&[&["diff", "--format", "json"], arguments].concat());
        command.current_dir(sandbox.path().join(folder)).env("PATH", std::env::var_os("PATH").unwrap());
        finish(&mut command)
    };
    let days = |folder: &str, arguments: &[&str]| {
        let run = run(folder, arguments);
        let json: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr));
        json["dates"].as_array().unwrap().iter().filter_map(|change| change["days"].as_i64()).max()
    };
    assert_eq!(days("plans", &["HEAD~1"]), Some(7), "against the plan here");
    assert_eq!(days("plans", &["HEAD"]), None);
    assert_eq!(days("plans", &["HEAD", "HEAD~1"]), Some(-7));
    assert_eq!(days("", &["HEAD~1:plans"]), Some(7), "against the same path now");
    assert_eq!(days("plans", &["HEAD~1:plans/main.roadmap"]), Some(7), "from the repository's first folder");
    assert_eq!(days("plans", &["HEAD~1:./main.roadmap"]), Some(7), "from here");
    assert_eq!(days("", &["HEAD~1", "plans"]), Some(7), "the plan that the other side names");
    assert_eq!(days("", &["plans", "main~1"]), Some(-7));
    sandbox.write("plans/main.roadmap", CLEAN.as_bytes());
    assert_eq!(days("plans", &["HEAD"]), Some(-7), "what is not committed counts as it is");
    for (arguments, said) in [
        (&["HEAD~9"][..], "git knows no commit `HEAD~9`"),
        (&["HEAD:gone"], "there is no file or folder `HEAD:gone`"),
        (&["nowhere.roadmap"], "there is no file or folder `nowhere.roadmap`"),
        (&["--upload-pack=x"], "there is no option"),
    ] {
        let run = run("plans", arguments);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(run.stderr.contains(said), "{arguments:?}: {}", run.stderr);
    }
}

#[test]
fn where_there_is_no_repository_it_says_so() {
    let run = sandbox().run(&["diff", "HEAD~1", "b"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("`HEAD~1` is no file or folder here"), "{}", run.stderr);
}
