//! Which figures are missing, and which are nobody's to enter.

use crate::testing::check;

fn said(head: &str, phase: &str, after: &str, today: &str) -> Vec<String> {
    let text = format!(
        "roadmap \"R\" {{ period 2026; currency VND{head} }}\nperson lan \"Lan\"\n\
         phase q1 \"Q1\" 2026-Q1 {{ focus \"x\"; channel seo\n{phase}\n}}\n{after}\n"
    );
    let checked = check(&text, today);
    let listing = checked.listing();
    for group in ["syntax/", "name/", "schema/", "value/"] {
        assert!(!listing.contains(group), "{text}\n{listing}");
    }
    checked.said(&["data/actual-missing"])
}

const LEADS: &str = "goal g \"G\" { type leads; owner lan; kpi leads 0 -> 900 by 2026-03-31 }\n";
const WEEKLY: &str = "; checkpoint weekly";
const MISSING: [&str; 1] = ["warning data/actual-missing `leads`"];
const NONE: [&str; 0] = [];

#[test]
fn a_reading_holds_until_the_checkpoint_after_the_next_has_passed() {
    let read = |day: &str, today| said(WEEKLY, LEADS, &format!("actual leads {day} 100"), today);
    // A week ends on Sunday the 1st; the one before it on the 22nd of February.
    assert_eq!(read("2026-02-23", "2026-03-02"), NONE);
    assert_eq!(read("2026-02-22", "2026-03-02"), MISSING);
    assert_eq!(read("2026-02-22", "2026-03-01"), NONE, "the week is not over");
    assert_eq!(read("2026-02", "2026-03-02"), NONE, "a month's figure is of its last day");
    assert_eq!(read("2026-03", "2026-03-02"), NONE, "a month under way is known up to today");
    let monthly =
        |day: &str, today| said("; checkpoint monthly", LEADS, &format!("actual leads {day} 100"), today);
    assert_eq!(monthly("2026-01-31", "2026-02-28"), NONE);
    assert_eq!(monthly("2026-01-31", "2026-03-01"), MISSING);
    assert_eq!(monthly("2026-02-01", "2026-03-31"), NONE);
    let quarterly = said("; checkpoint quarterly", LEADS, "actual leads 2026-01-05 100", "2026-03-31");
    assert_eq!(quarterly, NONE);
}

#[test]
fn nothing_is_asked_before_there_is_anything_to_read() {
    let ask = |today| said(WEEKLY, "kpi orders >= 9", "actual leads 2026-01-01 1", today);
    assert_eq!(ask("2026-01-04"), NONE);
    assert_eq!(ask("2026-01-05"), ["warning data/actual-missing `orders`"], "it has run for three days");
    assert_eq!(ask("2025-12-30"), NONE);
    assert_eq!(ask("2026-04-01"), NONE, "it is over");
}

#[test]
fn practices_that_are_not_in_use_are_not_asked_for() {
    let old = "actual leads 2026-01-05 100";
    assert_eq!(said("", LEADS, old, "2026-03-02"), NONE, "no checkpoint");
    assert_eq!(said(WEEKLY, LEADS, "", "2026-03-02"), NONE, "no figures at all");
    assert_eq!(said("", &format!("checkpoint weekly\n{LEADS}"), old, "2026-03-02"), MISSING);
}

#[test]
fn figures_of_a_source_come_from_its_file() {
    let source =
        "source crm csv \"crm.csv\" { date \"d\"; column n \"n\" }\nmetric leads \"L\" { from crm.n }\n";
    assert_eq!(said(WEEKLY, LEADS, source, "2026-03-02"), NONE);
    // What is also read by hand is asked for.
    let both = format!("{source}actual leads 2026-01-05 100");
    assert_eq!(said(WEEKLY, LEADS, &both, "2026-03-02"), MISSING);
    // A formula has what its parts have.
    let cpl = "kpi cpl <= 9k VND";
    assert_eq!(said(WEEKLY, cpl, source, "2026-03-02"), NONE);
    let parts = "actual spend 2026-03-01 9M VND\nactual leads 2026-01-05 100";
    assert_eq!(said(WEEKLY, cpl, parts, "2026-03-02"), ["warning data/actual-missing `cpl`"]);
    let fresh = "actual spend 2026-03-01 9M VND\nactual leads 2026-03-01 100";
    assert_eq!(said(WEEKLY, cpl, fresh, "2026-03-02"), NONE);
}

#[test]
fn a_goal_that_was_never_measured_lacks_a_source_not_a_reading() {
    assert_eq!(said(WEEKLY, LEADS, "actual orders 2026-03-01 1", "2026-03-02"), NONE);
}

#[test]
fn one_figure_is_missing_once() {
    let phase =
        format!("kpi leads >= 800\n{LEADS}milestone m \"M\" 2026-03-20 {{ owner lan; kpi leads >= 700 }}");
    assert_eq!(said(WEEKLY, &phase, "actual leads 2026-01-05 100", "2026-03-02"), MISSING);
}

#[test]
fn activities_are_asked_once_anything_is_read_by_activity() {
    let activity = |inside: &str| {
        format!(
            "activity a \"A\" {{ owner lan; kpi leads >= 9; start 2026-01-05; deadline 2026-03-27; {inside} }}\n"
        )
    };
    let b = "activity b \"B\" { owner lan; kpi orders >= 9; start 2026-03-02; deadline 2026-03-27 }\n";
    let both = |inside: &str| format!("{}{b}", activity(inside));
    let by = "actual leads 2026-03-01 100\nactual orders 2026-03-01 1 { by activity b }";
    assert_eq!(said(WEEKLY, &both(""), "actual leads 2026-03-01 100", "2026-03-02"), NONE);
    assert_eq!(said(WEEKLY, &both(""), by, "2026-03-02"), MISSING);
    assert_eq!(said("; checkpoint monthly", &both(""), by, "2026-03-02"), MISSING);
    let read = format!("{by}\nactual leads 2026-02-27 4 {{ by activity a }}");
    assert_eq!(said(WEEKLY, &both(""), &read, "2026-03-02"), NONE);
    for inside in
        ["status done 2026-02-27", "status planned", "status idea", "status cancelled \"x\"", "after a"]
    {
        assert_eq!(said(WEEKLY, &both(inside), by, "2026-03-02"), NONE, "{inside}");
    }
}
