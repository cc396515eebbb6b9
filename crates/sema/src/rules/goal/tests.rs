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

/// What all groups that speak of a goal say of a plan that may be broken.
fn said_of_broken(body: &str) -> Vec<String> {
    let plan = format!("roadmap \"R\" {{ period 2026 }}\nperson lan \"Lan\"\n{body}\n");
    check(&plan, "2026-01-05").said(&["goal/", "kpi/", "schema/", "name/"])
}

#[test]
fn an_audience_that_cannot_be_read_counts_as_named() {
    for written in ["segment \"Women of 25\"", "product \"App\""] {
        let goal = |kpi: &str| {
            said_of_broken(&format!("goal g \"G\" {{ owner lan; {kpi} by 2026-03-31; {written} }}"))
        };
        let form = written.replace("segment ", "").replace("product ", "");
        let wanted = [format!("error schema/value-form `{form}`")];
        assert_eq!(goal("kpi revenue >= 9M"), wanted);
        assert_eq!(goal("type awareness; kpi reach >= 9"), wanted);
    }
}

#[test]
fn a_date_or_target_in_words_is_one_finding() {
    for kpi in ["leads 0 -> 9 2026-03-31", "leads 0 -> 9 until 2026-03-31", "leads from 0 to 9 by 2026-03-31"]
    {
        let found = said_of_broken(&format!("goal g \"G\" {{ type leads; owner lan; kpi {kpi} }}"));
        assert_eq!(found.len(), 1, "{kpi}: {found:?}");
        assert!(found[0].starts_with("error schema/surplus-value"), "{kpi}: {found:?}");
    }
}

#[test]
fn work_in_a_phase_whose_goal_is_unknown_is_not_blamed() {
    let phase = |goals: &str| {
        said_of_broken(&format!(
            "goal top \"G\" {{ type leads; owner lan; kpi leads >= 9 by 2026-03-31 }}\n\
             phase q1 \"P\" 2026-Q1 {{ {goals}; activity a \"A\" {{ kpi leads >= 9 }} }}"
        ))
    };
    assert_eq!(phase("supports tpo"), ["error name/unknown `tpo`"]);
    assert_eq!(phase("supports \"Top\""), ["error schema/value-form `\"Top\"`"]);
    assert_eq!(phase("supports top"), [""; 0]);
}

#[test]
fn reach_without_a_segment_is_one_finding() {
    table(&[
        (
            "reach",
            "goal g \"G\" { type awareness; owner lan; kpi reach >= 9 by 2026-03-31 }",
            &["warning goal/awareness-unqualified `reach`"],
        ),
        (
            "a segment does not mend impressions",
            "goal g \"G\" { type awareness; owner lan; kpi impressions >= 9 by 2026-03-31 }",
            &["hint goal/segment-missing `goal`", "warning goal/awareness-unqualified `impressions`"],
        ),
    ]);
}

#[test]
fn what_a_child_with_an_unknown_metric_adds_cannot_be_told() {
    let phase = |metric: &str| {
        said_of_broken(&format!(
            "phase q1 \"P\" 2026-Q1 {{ goal g \"G\" {{ type leads; owner lan; kpi leads >= 9 by 2026-03-31 }}\n\
             activity a \"A\" {{ kpi leads >= 4 }}\nactivity b \"B\" {{ kpi {metric} >= 5 }} }}"
        ))
    };
    assert_eq!(phase("leadz"), ["error name/unknown `leadz`"]);
    assert_eq!(phase("orders"), ["warning goal/coverage-gap `>= 9`"]);
}

#[test]
fn work_whose_goal_is_lost_may_cover_it() {
    let phase = |leads: &str, serves: &str| {
        said_of_broken(&format!(
            "phase q1 \"P\" 2026-Q1 {{ goal g \"G\" {{ type leads; owner lan; kpi leads >= 9 by 2026-03-31 }}\n\
             goal h \"H\" {{ type conversion; owner lan; kpi orders >= 1 by 2026-03-31 }}\n\
             activity a \"A\" {{ kpi leads >= 4; supports g }}\nactivity b \"B\" {{ kpi leads >= {leads}; {serves} }} }}"
        ))
    };
    assert_eq!(phase("5", "supports g"), [""; 0]);
    assert_eq!(phase("5", "supports gg"), ["error name/unknown `gg`"]);
    assert_eq!(phase("5", ""), ["error goal/link-missing `activity`"]);
    assert_eq!(phase("4", ""), ["warning goal/coverage-gap `>= 9`", "error goal/link-missing `activity`"]);
}

#[test]
fn goals_of_phases_whose_goal_is_unknown_may_cover_it() {
    let goals = |supports: &str, target: &str| {
        said_of_broken(&format!(
            "goal top \"T\" {{ type leads; owner lan; kpi leads >= 9 by 2026-06-30 }}\n\
             phase q1 \"P\" 2026-Q1 {{ goal g \"G\" {{ type leads; owner lan; supports top; kpi leads >= 4 by 2026-03-31 }} }}\n\
             phase q2 \"P\" 2026-Q2 {{ goal h \"H\" {{ type leads; owner lan; supports {supports}; kpi leads {target} by 2026-06-30 }} }}"
        ))
    };
    assert_eq!(goals("top", ">= 5"), [""; 0]);
    assert_eq!(goals("tpo", ">= 5"), ["error name/unknown `tpo`"]);
    assert_eq!(goals("tpo", ">= 4"), ["warning goal/coverage-gap `>= 9`", "error name/unknown `tpo`"]);
    assert_eq!(goals("top", "5 -> 0"), ["error kpi/target-wrong-way `5 -> 0`"]);
}
