//! What a person sees.

use crate::support::{CLEAN, Sandbox, broken, finish};

/// Source and result together.
fn check(source: &str, arguments: &[&str]) -> String {
    let sandbox = Sandbox::new(&[("main.roadmap", source)]);
    let run = sandbox.run(&[&["check"], arguments].concat());
    assert_eq!(run.stdout, "");
    format!("{source}\n────────\n{}\nexit {}", run.stderr, run.status)
}

#[test]
fn a_clean_plan() {
    insta::assert_snapshot!(check(CLEAN, &[]));
    assert_eq!(Sandbox::new(&[("main.roadmap", CLEAN)]).run(&["check", "-q"]).stderr, "");
}

#[test]
fn an_unknown_name() {
    insta::assert_snapshot!(check(&broken(), &[]));
}

#[test]
fn an_unknown_name_in_vietnamese() {
    insta::assert_snapshot!(check(&broken(), &["--locale", "vi"]));
}

#[test]
fn places_in_other_files() {
    let sandbox = Sandbox::new(&[
        ("main.roadmap", &format!("include \"people.roadmap\"\n{CLEAN}")),
        ("people.roadmap", "# mọi người\nperson lan \"Lan khác\"\n"),
    ]);
    insta::assert_snapshot!(sandbox.run(&["check"]).stderr);
}

#[test]
fn of_one_rule_three_are_shown_and_the_rest_listed() {
    let mut source = CLEAN.trim_end().trim_end_matches('}').to_owned();
    for index in 0..30 {
        source += &format!(
            "  activity a{index} \"A\" {{ owner nobody{index}; kpi customers >= 1; deadline 2026-03-20; channel facebook_ads; budget 1M }}\n"
        );
    }
    source += "}\n";
    let sandbox = Sandbox::new(&[("main.roadmap", &source)]);
    let run = sandbox.run(&["check"]);
    insta::assert_snapshot!(run.stderr);
    let all = sandbox.run(&["check", "--all"]);
    assert!(!all.stderr.contains("more places"), "{}", all.stderr);
    assert!(all.stderr.matches("no person is called").count() == 30, "{}", all.stderr);
}

#[test]
fn findings_on_one_statement_are_one_block() {
    let source = CLEAN.replace(
        "activity mo \"Khai trương\" { owner lan; kpi customers >= 500; ",
        "activity mo \"Khai trương\" { owner minh; kpi custmers >= 300; ",
    );
    let run = Sandbox::new(&[("main.roadmap", &source)]).run(&["check"]);
    insta::assert_snapshot!(run.stderr);
}

#[test]
fn levels_that_are_denied_decide_the_exit_status() {
    let warned =
        CLEAN.replace("  activity mo", "  # allow(people/owner-missing): không cần nữa\n  activity mo");
    let sandbox = Sandbox::new(&[("main.roadmap", &warned)]);
    assert_eq!(sandbox.run(&["check"]).status, 0);
    assert_eq!(sandbox.run(&["check", "--deny", "warnings"]).status, 1);
    assert_eq!(sandbox.run(&["check", "--deny", "hints"]).status, 1);
    assert_eq!(Sandbox::new(&[("main.roadmap", CLEAN)]).run(&["check", "--deny", "hints"]).status, 0);
    assert_eq!(Sandbox::new(&[("main.roadmap", &broken())]).run(&["check"]).status, 1);
}

#[test]
fn what_a_beginner_is_told() {
    let draft = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/corpus/small/draft.roadmap");
    let draft = std::fs::read_to_string(draft).unwrap();
    insta::assert_snapshot!(check(&draft, &["--locale", "vi"]));
    let english = check(&draft, &[]);
    insta::assert_snapshot!(english);
    // A plan just begun is not buried: one block for each statement that has something to say.
    let heads = english.lines().filter(|line| line.contains("roadmapc.dev/rules"));
    assert!(heads.count() <= 5, "{english}");
}

#[test]
fn what_the_plan_lacks_is_one_block_and_no_label_leaves_a_narrow_terminal() {
    let source = CLEAN.lines().skip(1).collect::<Vec<_>>().join("\n");
    let source = source.replace("deadline 2026-03-20", "start 2026-03-25; deadline 2026-03-20");
    let sandbox = Sandbox::new(&[("main.roadmap", &source)]);
    for locale in ["vi", "en"] {
        let mut command = sandbox.command(&["check", "--locale", locale]);
        let run = finish(command.env("COLUMNS", "60"));
        let heads: Vec<&str> =
            run.stderr.lines().filter(|line| line.contains("roadmapc.dev/rules")).collect();
        assert!(
            heads.iter().any(|head| head.contains("review/cadence-missing, plan/not-yet")),
            "{}",
            run.stderr
        );
        let hooks = ["╰── ", "╰─┤ ", "  │ "];
        let words =
            |line: &str| hooks.iter().find_map(|hook| line.split_once(hook)).map(|(_, words)| words.len());
        let labels = run.stderr.lines().filter(|line| line.contains('·')).filter_map(words);
        assert!(labels.max().is_some_and(|longest| longest <= 60), "{}", run.stderr);
    }
}

#[test]
fn what_cannot_be_read_comes_before_what_is_missing() {
    let source = r#"roadmap "R" { period 2026; currency VND; lang vi }
person lan "Lan"
phase q1 "Mở quán" 2026-Q1 {
  activity a "Khai trương quán Tân Định" { owner lan; kpi customers >= 300; deadline 17/02/2026; budget 5.000.000 }
  activity b "Gửi email khách cũ" { owner hoa; kpi customers >= 80; deadline 2026-03-13 }
}
"#;
    let run = Sandbox::new(&[("main.roadmap", source)]).run(&["check"]);
    let place =
        |code: &str| run.stderr.find(&format!("error {code}")).unwrap_or_else(|| panic!("{}", run.stderr));
    for unread in ["text/date-ambiguous", "text/number-ambiguous", "people/owner-unknown"] {
        assert!(place(unread) < place("plan/focus-missing"), "{unread}:\n{}", run.stderr);
    }
}
