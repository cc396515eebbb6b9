//! A plan in git is checked with its past. `git` has to be there.

use std::process::{Command, Stdio};

use crate::support::{CLEAN, Run, Sandbox, finish};

/// A plan that is edited as time goes by.
struct Plan {
    sandbox: Sandbox,
}

impl Plan {
    fn new() -> Self {
        let plan = Self { sandbox: Sandbox::new(&[("main.roadmap", CLEAN)]) };
        plan.git("2026-01-01", &["init", "--quiet"]);
        plan
    }

    fn git(&self, day: &str, arguments: &[&str]) {
        let day = format!("{day}T09:00:00+07:00");
        let output = Command::new("git")
            .args(["-c", "user.name=Lan", "-c", "user.email=lan@example.com", "-c", "commit.gpgSign=false"])
            .args(arguments)
            .env_clear()
            .env("GIT_AUTHOR_DATE", &day)
            .env("GIT_COMMITTER_DATE", &day)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .current_dir(self.sandbox.path())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// The plan with another target of its goal.
    fn write(&self, target: &str) {
        let text = CLEAN.replace("customers 0 -> 500", &format!("customers 0 -> {target}"));
        self.sandbox.write("main.roadmap", text.as_bytes());
    }

    fn commit(&self, day: &str, target: &str) {
        self.write(target);
        self.git(day, &["add", "--all"]);
        self.git(day, &["commit", "--quiet", "--message=plan"]);
    }

    fn check(&self, today: &str) -> Run {
        finish(&mut self.command(today))
    }

    fn command(&self, today: &str) -> Command {
        self.sandbox.command_on(today, &["check", "--format", "short", "main.roadmap"])
    }

    /// The rules that look back and speak, with their message.
    fn said(&self, today: &str) -> Vec<String> {
        let run = self.check(today);
        let lines =
            run.stdout.lines().filter(|line| line.contains("kpi/churn") || line.contains("roadmap-stale"));
        lines.map(|line| line.split_once(": ").unwrap().1.to_owned()).collect()
    }
}

const NONE: [&str; 0] = [];

#[test]
fn a_plan_that_nobody_edits_goes_stale() {
    let plan = Plan::new();
    assert_eq!(plan.said("2026-03-01"), NONE, "nothing is committed");
    plan.commit("2026-01-12", "500");
    assert_eq!(plan.said("2026-02-11"), NONE);
    let stale = plan.said("2026-02-12");
    assert_eq!(stale.len(), 1, "{stale:?}");
    assert!(stale[0].contains("31 days") && stale[0].contains("12 Jan 2026"), "{stale:?}");
    // What is not committed yet is an edit of today; other line ends are none.
    plan.write("600");
    assert_eq!(plan.said("2026-02-12"), NONE);
    plan.sandbox.write("main.roadmap", CLEAN.replace('\n', "\r\n").as_bytes());
    assert_eq!(plan.said("2026-02-12").len(), 1);
    plan.commit("2026-02-12", "600");
    assert_eq!(plan.said("2026-02-12"), NONE);
    assert_eq!(plan.said("2026-02-11"), NONE, "what came later is not known then, nor is it undone");
    assert_eq!(plan.said("2026-01-11"), NONE, "nothing was committed then");
    assert_eq!(plan.said("2026-03-31").len(), 1);
    assert_eq!(plan.said("2027-01-01"), NONE, "its time is over");
}

#[test]
fn a_plan_made_before_its_time_counts_from_its_first_day() {
    let plan = Plan::new();
    plan.commit("2025-12-01", "500");
    assert_eq!(plan.said("2026-01-31"), NONE);
    let stale = plan.said("2026-02-01");
    assert_eq!(stale.len(), 1, "{stale:?}");
    assert!(stale[0].contains("since its period began on 1 Jan 2026, 31 days ago"), "{stale:?}");
    // A plan that was committed only later is not known to have been stale before.
    let later = Plan::new();
    later.commit("2026-11-22", "500");
    assert_eq!(later.said("2026-03-20"), NONE);
}

#[test]
fn a_target_that_keeps_moving_is_seen() {
    let plan = Plan::new();
    plan.commit("2025-12-20", "400");
    plan.commit("2026-01-05", "450");
    plan.commit("2026-01-19", "500");
    assert_eq!(plan.said("2026-01-20"), NONE, "twice is allowed");
    plan.commit("2026-02-02", "550");
    let churn = plan.said("2026-02-03");
    assert_eq!(churn.len(), 1, "{churn:?}");
    assert!(churn[0].contains("3 times") && churn[0].contains("last time on 2 Feb 2026"), "{churn:?}");
    assert_eq!(plan.said("2026-02-01"), NONE, "the third comes later");
    // What is written and not committed is the fourth.
    plan.write("600");
    assert!(plan.said("2026-02-03")[0].contains("4 times"));
}

#[test]
fn the_same_revision_and_day_give_the_same_bytes() {
    let plan = Plan::new();
    for (day, target) in
        [("2026-01-05", "450"), ("2026-01-19", "500"), ("2026-02-02", "550"), ("2026-02-09", "600")]
    {
        plan.commit(day, target);
    }
    let first = plan.check("2026-02-20").shown();
    for zone in ["UTC", "Asia/Ho_Chi_Minh", "America/Los_Angeles"] {
        let again = finish(plan.command("2026-02-20").env("TZ", zone)).shown();
        assert_eq!(first, again, "{zone}");
    }
    // An edit that is taken back leaves no trace.
    plan.write("700");
    assert_ne!(plan.check("2026-02-20").shown(), first);
    plan.write("600");
    assert_eq!(plan.check("2026-02-20").shown(), first);
}

#[test]
fn where_git_knows_nothing_nothing_is_said() {
    let plan = Plan::new();
    plan.commit("2026-01-05", "500");
    assert_eq!(plan.said("2026-03-20").len(), 1);
    let outside = Sandbox::new(&[("main.roadmap", CLEAN)]);
    let said = finish(&mut outside.command_on("2026-03-20", &["check", "main.roadmap"]));
    assert!(!said.stderr.contains("stale"), "{}", said.stderr);
    // There is no git; it would be looked for in an empty folder.
    let empty = Sandbox::new(&[]);
    let run = finish(plan.command("2026-03-20").env("PATH", empty.path()));
    assert!(!run.stdout.contains("stale"), "{}", run.stdout);
    assert!(run.stderr.is_empty(), "{}", run.stderr);
    // A plan beside others that are committed is not in git itself.
    plan.sandbox.write("other/main.roadmap", CLEAN.as_bytes());
    let run = finish(&mut plan.sandbox.command_on("2026-03-20", &["check", "other"]));
    assert!(!run.stderr.contains("stale"), "{}", run.stderr);
    plan.sandbox.write(".git/shallow", b"");
    assert_eq!(plan.said("2026-03-20"), NONE, "a shallow clone");
}

#[test]
fn rules_that_are_off_ask_no_git() {
    let plan = Plan::new();
    plan.commit("2026-01-05", "500");
    let off =
        "[project]\nentry = \"main.roadmap\"\n[lints]\n\"kpi/churn\" = \"off\"\n\"review/*\" = \"off\"\n";
    plan.sandbox.write("roadmap.toml", off.as_bytes());
    assert_eq!(plan.said("2026-03-20"), NONE);
}

/// Versions beyond what is read are as if they had never been.
#[test]
fn a_long_past_is_read_to_a_limit() {
    let plan = Plan::new();
    let long = "# ".to_owned() + &"x".repeat(700_000) + "\n";
    for (day, target) in [
        ("2026-01-05", "450"),
        ("2026-01-19", "500"),
        ("2026-02-02", "550"),
        ("2026-02-09", "600"),
        ("2026-02-16", "650"),
    ] {
        plan.write(target);
        let text = plan.sandbox.read("main.roadmap");
        plan.sandbox.write("main.roadmap", format!("{text}{long}").as_bytes());
        plan.git(day, &["add", "--all"]);
        plan.git(day, &["commit", "--quiet", "--message=plan"]);
    }
    // Two versions of 700 kB are read: one change, not four.
    assert_eq!(plan.said("2026-02-20"), NONE);
}
