//! Which of the rules on goals speaks, and where all are silent.

use crate::testing::check;

/// What `goal/*` says about `body` behind a `roadmap` statement.
fn said(body: &str) -> Vec<String> {
    let plan = format!("roadmap \"R\" {{ period 2026; currency VND }}\nperson lan \"Lan\"\n{body}\n");
    let checked = check(&plan, "2026-01-05");
    let listing = checked.listing();
    for group in ["syntax/", "name/duplicate", "schema/", "value/"] {
        assert!(!listing.contains(group), "{plan}\n{listing}");
    }
    checked.said(&["goal/"])
}

fn table(cases: &[(&str, &str, &[&str])]) {
    for (what, body, wanted) in cases {
        assert_eq!(said(body), *wanted, "{what}");
    }
}

#[test]
fn horizons_are_whole_months_from_the_start_of_the_plan_or_phase() {
    let goal = |horizon: &str, by: &str| {
        said(&format!("goal g \"G\" {{ type leads; owner lan; horizon {horizon}; kpi leads >= 5 by {by} }}"))
    };
    assert_eq!(goal("long", "2026-06-30"), [""; 0]);
    assert_eq!(goal("long", "2026-12-31"), [""; 0]);
    assert_eq!(goal("long", "2026-06-29"), ["hint goal/horizon-mismatch `long`"]);
    assert_eq!(goal("long", "2026-Q1"), ["warning goal/horizon-mismatch `long`"]);
    assert_eq!(goal("short", "2026-Q1"), [""; 0]);
    assert_eq!(goal("short", "2026-04"), ["hint goal/horizon-mismatch `short`"]);
    assert_eq!(goal("short", "2026-H1"), ["warning goal/horizon-mismatch `short`"]);
    assert_eq!(
        said(
            "phase q2 \"Q2\" 2026-Q2 { goal g \"G\" { type leads; owner lan; horizon short; kpi leads >= 5 by 2026-06 } }"
        ),
        [""; 0]
    );
}

#[test]
fn the_label_that_fits_is_offered() {
    let plan = "roadmap \"R\" { period 2026 }\n\
                goal g \"G\" { type leads; horizon long; kpi leads >= 5 by 2026-Q1 }\n";
    let checked = check(plan, "2026-01-05");
    let found = checked.findings.iter().find(|found| found.code.as_str() == "goal/horizon-mismatch").unwrap();
    assert_eq!(found.fixes[0].edits[0].text, "short");
}

#[test]
fn only_a_goals_kpi_must_be_dated() {
    table(&[
        (
            "a goal",
            "goal g \"G\" { type leads; owner lan; kpi leads >= 5 }",
            &["error goal/date-missing `kpi`"],
        ),
        (
            "an activity, a phase",
            "phase p \"P\" 2026-Q1 { kpi leads >= 5\n goal g \"G\" { type leads; owner lan; kpi leads >= 5 by 2026-Q1 }\n\
             activity a \"A\" { owner lan; kpi leads >= 5; deadline 2026-02-02 } }",
            &[],
        ),
    ]);
}

#[test]
fn work_serves_a_goal_where_there_is_one() {
    let two = "goal g \"G\" { type leads; owner lan; kpi leads >= 5 by 2026-Q1 }\n\
               goal h \"H\" { type leads; owner lan; kpi mql >= 5 by 2026-Q1 }";
    let phase = |goals: &str, activity: &str| {
        said(&format!("phase p \"P\" 2026-Q1 {{ {goals}\nactivity a \"A\" {{ owner lan; {activity} }} }}"))
    };
    assert_eq!(phase(two, "kpi leads >= 5"), ["error goal/link-missing `activity`"]);
    assert_eq!(phase(two, "kpi leads >= 5; supports g"), [""; 0]);
    assert_eq!(phase(two, "kpi leads >= 5; supports nothing"), [""; 0]);
    assert_eq!(phase(two, "kpi leads >= 5; status idea"), [""; 0]);
    // A phase without a goal is one finding of `plan/goal-count`.
    assert_eq!(phase("", "kpi leads >= 5"), [""; 0]);
    table(&[
        (
            "always on",
            "activity a \"A\" { owner lan; kpi leads >= 5 }",
            &["error goal/link-missing `activity`"],
        ),
        (
            "inside a goal",
            "phase p \"P\" 2026-Q1 { goal g \"G\" { type leads; owner lan; kpi leads >= 5 by 2026-Q1\n\
             activity a \"A\" { owner lan; kpi leads >= 5 } }\n\
             goal h \"H\" { type leads; owner lan; kpi mql >= 5 by 2026-Q1 } }",
            &[],
        ),
    ]);
}

#[test]
fn parts_add_up_to_the_goal() {
    let goal = |parts: &str| {
        said(&format!(
            "phase p \"P\" 2026-Q1 {{ goal g \"G\" {{ type leads; owner lan; kpi leads 0 -> 100 by 2026-Q1 }}\n{parts} }}"
        ))
    };
    let gap = ["warning goal/coverage-gap `0 -> 100`"];
    let part = |id: &str, rest: &str| format!("activity {id} \"A\" {{ owner lan; {rest} }}\n");
    assert_eq!(goal(&part("a", "kpi leads >= 60")), gap);
    assert_eq!(goal(&(part("a", "kpi leads >= 60") + &part("b", "kpi leads >= 40"))), [""; 0]);
    // Ideas and what was given up add nothing.
    assert_eq!(goal(&(part("a", "kpi leads >= 60") + &part("b", "kpi leads >= 40; status idea"))), gap);
    assert_eq!(
        goal(&(part("a", "kpi leads >= 60") + &part("b", "kpi leads >= 40; status cancelled \"no\""))),
        gap
    );
    // Nobody has a part of it: another metric, or none.
    assert_eq!(goal(&part("a", "kpi mql >= 60")), [""; 0]);
    // A part that cannot be told.
    assert_eq!(goal(&(part("a", "kpi leads >= 60") + &part("b", "kpi leads"))), [""; 0]);
    assert_eq!(goal(&(part("a", "kpi leads >= 60") + &part("b", "kpi leads >= 9 per week"))), [""; 0]);
    assert_eq!(goal(&(part("a", "kpi leads >= 60") + &part("b", ""))), [""; 0]);
    // Goals that help count as well; rates do not add up.
    table(&[
        (
            "goals",
            "goal all \"All\" { type leads; owner lan; kpi leads >= 100 by 2026 }\n\
             phase p \"P\" 2026-Q1 { goal g \"G\" { type leads; owner lan; supports all; kpi leads >= 60 by 2026-Q1 } }",
            &["warning goal/coverage-gap `>= 100`"],
        ),
        (
            "rates",
            "goal all \"All\" { type conversion; owner lan; kpi close_rate >= 20% by 2026 }\n\
             phase p \"P\" 2026-Q1 { goal g \"G\" { type conversion; owner lan; supports all; kpi close_rate >= 5% by 2026-Q1 } }",
            &[],
        ),
    ]);
}

#[test]
fn awareness_says_whom_it_reached() {
    let goal =
        |kpis: &str| said(&format!("segment s \"S\"\ngoal g \"G\" {{ type awareness; owner lan; {kpis} }}"));
    assert_eq!(
        goal("region \"HN\"; kpi impressions >= 5 by 2026-Q1"),
        ["warning goal/awareness-unqualified `impressions`"]
    );
    assert_eq!(
        goal("region \"HN\"; kpi reach >= 5 by 2026-Q1; kpi likes >= 5 by 2026-Q1"),
        ["warning goal/awareness-unqualified `reach`"]
    );
    assert_eq!(goal("segment s; kpi reach >= 5 by 2026-Q1"), [""; 0]);
    assert_eq!(goal("region \"HN\"; kpi sov >= 5% by 2026-Q1"), [""; 0]);
}

#[test]
fn revenue_share_and_awareness_name_their_market() {
    table(&[
        (
            "by its first KPI",
            "goal g \"G\" { owner lan; kpi revenue >= 5 by 2026-Q1 }",
            &["hint goal/segment-missing `goal`"],
        ),
        (
            "a product",
            "product p \"P\"\ngoal g \"G\" { owner lan; product p; kpi revenue >= 5 by 2026-Q1 }",
            &[],
        ),
        ("leads", "goal g \"G\" { owner lan; kpi leads >= 5 by 2026-Q1 }", &[]),
    ]);
}
