//! `check --role`: what concerns one role, in every format.

use serde_json::Value;

use crate::support::{CLEAN, Sandbox};

/// A script late, a launch late, and an activity late.
fn sandbox() -> Sandbox {
    let source = CLEAN.trim_end().trim_end_matches('}').to_owned()
        + r#"  activity a "Phát tờ rơi" { owner lan; kpi customers >= 5; deadline 2026-01-30; channel facebook_ads; budget 1M }
  launch l "Cà phê muối" { owner po; deadline 2026-01-30 }
  script s "Mời thử" { owner tu; for a; deadline 2026-01-30 }
}
person tu "Tú" { role sales }
person po "Pô" { role product_owner }
"#;
    Sandbox::new(&[("main.roadmap", &source)])
}

#[test]
fn each_role_sees_its_own_and_hears_of_the_rest() {
    let sandbox = sandbox();
    let overdue = |role: &str| {
        let run = sandbox.run(&["check", "--role", role, "--format", "short"]);
        run.stdout.lines().filter(|line| line.contains("time/overdue")).count()
    };
    let all = sandbox.run(&["check", "--format", "short"]).stdout;
    assert_eq!(all.lines().filter(|line| line.contains("time/overdue")).count(), 3);
    assert_eq!((overdue("sales"), overdue("product"), overdue("marketing"), overdue("cmo")), (1, 1, 3, 0));
    for (role, total) in [("sales", all.lines().count()), ("cmo", all.lines().count())] {
        let json = sandbox.run(&["check", "--role", role, "--format", "json"]).stdout;
        let json: Value = serde_json::from_str(&json).unwrap();
        let shown = json["diagnostics"].as_array().unwrap().len();
        assert_eq!(shown + usize::try_from(json["summary"]["hidden"].as_u64().unwrap()).unwrap(), total);
    }
    for format in ["sarif", "github"] {
        let run = sandbox.run(&["check", "--role", "sales", "--format", format]);
        assert!(!run.stdout.contains("launch/"), "{}", run.stdout);
    }
}

#[test]
fn the_summary_says_how_many_are_not_shown() {
    let sandbox = sandbox();
    let said = |arguments: &[&str]| sandbox.run(&[&["check"], arguments].concat()).stderr;
    assert!(
        said(&["--role", "sales"]).contains("that concern other roles are not shown."),
        "{}",
        said(&["--role", "sales"])
    );
    assert!(said(&["--role", "sales", "--locale", "vi"]).contains("phát hiện liên quan đến vai trò khác"));
    assert!(!said(&[]).contains("other roles"));
    let clean = Sandbox::new(&[("main.roadmap", CLEAN)]);
    assert_eq!(clean.run(&["check", "--role", "sales"]).stderr, "Nothing for this role to mend in 1 file.\n");
}

#[test]
fn the_exit_status_counts_what_is_shown() {
    // An activity of marketing without owner is no error of the sales team's.
    let source = CLEAN.replace("{ owner lan; kpi customers >= 500", "{ kpi customers >= 500");
    let sandbox = Sandbox::new(&[("main.roadmap", &source)]);
    let status = |role: &str| sandbox.run(&["check", "--role", role]).status;
    assert_eq!((status("sales"), status("cmo"), status("marketing")), (0, 1, 1));
    let broken = Sandbox::new(&[("main.roadmap", &crate::support::broken())]);
    assert_eq!(
        broken.run(&["check", "--role", "sales"]).status,
        1,
        "nobody goes on without a name that is known"
    );
}

#[test]
fn rules_and_their_pages_say_whom_they_concern() {
    let sandbox = Sandbox::new(&[]);
    let list = sandbox.run(&["rules", "--locale", "vi"]).stdout;
    let line = |code: &str| list.lines().find(|line| line.starts_with(code)).unwrap().to_owned();
    assert!(line("people/owner-missing").ends_with("(CMO, marketing)"), "{list}");
    assert!(line("plan/incomplete").ends_with("(tất cả)"), "{list}");
    let page = sandbox.run(&["explain", "people/owner-missing"]).stdout;
    assert!(page.contains("\n\nConcerns: CMO, marketing\n"), "{page}");
    let json: Value =
        serde_json::from_str(&sandbox.run(&["explain", "value/date-invalid", "--format", "json"]).stdout)
            .unwrap();
    assert_eq!(json["roles"].as_array().unwrap().len(), 4);
}
