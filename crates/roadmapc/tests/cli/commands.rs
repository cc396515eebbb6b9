//! `rules`, `explain`, `completions`, `man`, and help.

use serde_json::Value;

use crate::support::Sandbox;

#[test]
fn every_rule_is_listed_and_explained_in_both_languages() {
    let sandbox = Sandbox::new(&[]);
    let listed: Value = serde_json::from_str(&sandbox.run(&["rules", "--format", "json"]).stdout).unwrap();
    let rules = listed["rules"].as_array().unwrap();
    assert!(!rules.is_empty());
    for rule in rules {
        let code = rule["code"].as_str().unwrap();
        for locale in ["vi", "en"] {
            let run = sandbox.run(&["explain", code, "--format", "json", "--locale", locale]);
            let page: Value = serde_json::from_str(&run.stdout).unwrap();
            assert_eq!(page["sections"].as_array().unwrap().len(), 5, "{code} in {locale}");
        }
    }
}

#[test]
fn a_rules_page() {
    let sandbox = Sandbox::new(&[]);
    insta::assert_snapshot!(sandbox.run(&["explain", "people/owner-missing", "--locale", "vi"]).stdout);
}

#[test]
fn scripts_and_manual_name_every_command() {
    let sandbox = Sandbox::new(&[]);
    for arguments in [
        &["completions", "bash"][..],
        &["completions", "zsh"],
        &["completions", "fish"],
        &["man"],
        &["--help"],
    ] {
        let run = sandbox.run(arguments);
        assert_eq!(run.status, 0);
        for command in ["check", "fmt", "rules", "explain", "completions", "man"] {
            assert!(run.stdout.contains(command), "{arguments:?} lacks {command}");
        }
    }
}

/// The clean plan as somebody in a hurry writes it.
const UNFORMATTED: &str = "person   lan \"Lan\"\r\nphase q1 \"Q1\" 2026-Q1 {\r\nfocus \"x\"\r\n}\r\n";

#[test]
fn files_are_formatted_in_place() {
    let sandbox =
        Sandbox::new(&[("a.roadmap", UNFORMATTED), ("deep/b.roadmap", UNFORMATTED), ("c.txt", UNFORMATTED)]);
    let check = sandbox.run(&["fmt", "--check"]);
    insta::assert_snapshot!(check.shown());
    assert_eq!(sandbox.read("a.roadmap"), UNFORMATTED, "a check changes nothing");
    let run = sandbox.run(&["fmt"]);
    assert_eq!((run.stdout.as_str(), run.stderr.as_str(), run.status), ("", "", 0));
    assert_eq!(sandbox.read("a.roadmap"), sandbox.read("deep/b.roadmap"));
    assert_ne!(sandbox.read("a.roadmap"), UNFORMATTED);
    assert_eq!(sandbox.read("c.txt"), UNFORMATTED);
    assert_eq!(sandbox.run(&["fmt", "--check", "a.roadmap", "deep"]).status, 0);
}

#[test]
fn standard_input_is_formatted_to_standard_output() {
    use std::io::Write;
    use std::process::Stdio;
    let sandbox = Sandbox::new(&[]);
    let mut child =
        sandbox.command(&["fmt", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(UNFORMATTED.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("person lan \"Lan\"\n"));
}

#[test]
fn a_file_that_is_not_text_is_not_touched() {
    let sandbox = Sandbox::new(&[]);
    sandbox.write("a.roadmap", b"person \xff");
    let run = sandbox.run(&["fmt"]);
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (2, "error: `a.roadmap` is not UTF-8 text: byte 7 cannot be read\n")
    );
}

#[test]
fn starters_are_clean_on_their_day_in_both_languages() {
    for template in ["blank", "quarter", "launch", "saas"] {
        for (day, lang) in [("2026-01-31", "vi"), ("2026-02-10", "en"), ("2026-12-28", "vi")] {
            let sandbox = Sandbox::new(&[]);
            let run = |arguments: &[&str]| {
                let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_roadmapc"));
                command.args(arguments).args(["--as-of", day]).current_dir(sandbox.path()).env_clear();
                crate::support::finish(&mut command)
            };
            let init = run(&["init", "plan", "--template", template, "--lang", lang]);
            assert_eq!(init.status, 0, "{}", init.shown());
            let check = run(&["check", "plan", "--format", "short", "--deny", "warnings"]);
            assert_eq!(check.status, 0, "{template} {day} {lang}\n{}", check.shown());
            let before = sandbox.read("plan/main.roadmap");
            assert_eq!(run(&["init", "plan"]).status, 2, "nothing is overwritten");
            assert_eq!(sandbox.read("plan/main.roadmap"), before);
            assert_eq!(run(&["fmt", "--check", "plan"]).status, 0, "a starter is formatted");
        }
    }
}

#[test]
fn starters_are_listed_in_the_language_of_the_reader() {
    let sandbox = Sandbox::new(&[]);
    let list = |locale| sandbox.run(&["init", "--list", "--locale", locale]).stdout;
    insta::assert_snapshot!(list("vi"), @r"
    blank        một kế hoạch nhỏ hai giai đoạn đã chạy được, để sửa thành của mình
    quarter      một quý của doanh nghiệp nhỏ: 6 tuần để khách tìm thấy, 7 tuần để bán
    launch       ra mắt sản phẩm trong 12 tuần: chuẩn bị, ra mắt, bán
    saas         12 tháng của phần mềm thuê bao: ra mắt, mở rộng, giữ chân
    ");
    insta::assert_snapshot!(list("en"), @r"
    blank        a small plan of two phases that works, to change into your own
    quarter      one quarter of a small company: six weeks to be found, seven to sell
    launch       a product launch in twelve weeks: prepare, launch, sell
    saas         twelve months of a software subscription: launch, expand, retain
    ");
    let unknown = sandbox.run(&["init", "--template", "sass", "--locale", "en"]);
    assert_eq!(
        (unknown.status, unknown.stderr.as_str()),
        (2, "error: there is no starter called `sass`; there is `blank`, `quarter`, `launch` and `saas`\n")
    );
}

#[test]
fn reports_are_written_where_they_are_asked_for() {
    let sandbox = Sandbox::new(&[("plan/main.roadmap", crate::support::CLEAN)]);
    let run = sandbox.run(&["build", "plan"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(sandbox.read("plan/build/index.html").starts_with("<!"));
    assert!(sandbox.read("plan/build/index.md").contains("Cà phê Mây"));
    let again = sandbox.read("plan/build/index.html");
    sandbox.run(&["build", "plan"]);
    assert_eq!(sandbox.read("plan/build/index.html"), again, "the same plan gives the same bytes");
    sandbox.run(&["build", "plan", "--format", "json", "--out", "elsewhere"]);
    let json: Value = serde_json::from_str(&sandbox.read("elsewhere/index.json")).unwrap();
    assert_eq!(json["as_of"], "2026-02-02");
}

#[test]
fn the_report_has_slack_and_the_critical_path() {
    let plan = "roadmap \"R\" { period 2026 }\nphase p \"P\" 2026-Q1 {\n\
                activity a \"A\" { start 2026-01-05; duration 5bd }\n\
                activity b \"B\" { after a; duration 5bd; deadline 2026-01-16 }\n\
                activity c \"C\" { start 2026-01-05; duration 5bd }\n\
                launch l \"L\" { deadline 2026-03-30 }\n}\n";
    let sandbox = Sandbox::new(&[("main.roadmap", plan)]);
    sandbox.run(&["build", "--format", "json", "--out", "out"]);
    let json: Value = serde_json::from_str(&sandbox.read("out/index.json")).unwrap();
    let schedule = |list: &str, at: usize| {
        let schedule = &json[list][at]["schedule"];
        (schedule["critical"].as_bool().unwrap(), schedule["slack_days"].as_i64())
    };
    assert_eq!(schedule("activities", 0), (true, Some(0)));
    assert_eq!(schedule("activities", 1), (true, Some(0)));
    assert_eq!(schedule("activities", 2), (false, Some(57)));
    assert_eq!(schedule("launches", 0), (false, Some(1)));
}

#[test]
fn findings_do_not_keep_a_report_from_being_written_unless_asked() {
    let sandbox = Sandbox::new(&[("main.roadmap", &crate::support::broken())]);
    let refused = sandbox.run(&["build", "--no-emit-on-error"]);
    assert_eq!((refused.status, sandbox.path().join("build").exists()), (1, false));
    let run = sandbox.run(&["build"]);
    assert_eq!((run.status, sandbox.path().join("build/index.html").exists()), (1, true));
    assert!(run.stderr.contains("no person is called `lna`"), "{}", run.stderr);
}
