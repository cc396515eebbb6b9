//! When reviews are due, and when nobody asks for them.

use roadmap_diag::{Locale, render};

use crate::history::History;
use crate::testing::{Checked, check, check_with};

const REVIEWS: &[&str] = &["review/"];

/// What makes a plan whole enough to be looked at again.
const REST: &str = "phase p \"P\" 2026-Q1\ngoal y \"Y\"\n";

fn plan(head: &str, body: &str, today: &str) -> Checked {
    let text = format!("roadmap \"R\" {{ {head} }}\nperson lan \"Lan\"\n{body}\n{REST}");
    check(&text, today)
}

fn said(head: &str, body: &str, today: &str) -> Vec<String> {
    plan(head, body, today).said(REVIEWS)
}

/// What `review/overdue` says in English.
fn missed(head: &str, body: &str, today: &str) -> Vec<String> {
    let checked = plan(head, body, today);
    let overdue = checked.findings.iter().filter(|found| found.code.as_str() == "review/overdue");
    overdue.map(|found| render(&found.message, Locale::En)).collect()
}

const WEEKLY: &str = "period 2026; cadence weekly mon";

#[test]
fn a_rhythm_is_asked_for_where_the_plan_is_long_enough() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("a year", "period 2026", &["warning review/cadence-missing `roadmap`"]),
        ("a year, all there", "period 2026; cadence weekly mon, monthly 1, quarterly", &[]),
        (
            "a year without quarters",
            "period 2026; cadence weekly, monthly",
            &["warning review/cadence-missing `monthly`"],
        ),
        ("a quarter needs no quarterly review", "period 2026-Q1; cadence weekly, monthly", &[]),
        (
            "a day more does",
            "period 2026-01-01..2026-04-01; cadence weekly, monthly",
            &["warning review/cadence-missing `monthly`"],
        ),
        ("three weeks need no monthly one", "period 2026-01-05..2026-01-25; cadence weekly fri", &[]),
        ("a few days need none", "period 2026-01-05..2026-01-11", &[]),
        ("a word that cannot be read may be it", "period 2026; cadence weekly mon, monthly 1, quaterly", &[]),
        ("a day that cannot be read, too", "period 2026; cadence weekly, quarterly, monthly 32", &[]),
        ("a period that cannot be read", "period 2026-13; cadence weekly", &[]),
        ("no period", "currency VND", &[]),
    ];
    for (what, head, wanted) in cases {
        assert_eq!(said(head, "", "2026-01-05"), *wanted, "{what}");
    }
}

#[test]
fn a_plan_that_is_over_is_left_in_peace() {
    assert_eq!(said("period 2026-Q1", "", "2026-03-31").len(), 1);
    assert_eq!(said("period 2026-Q1", "", "2026-04-01"), Vec::<String>::new());
    let all = "period 2026-Q1; cadence weekly mon, monthly 1";
    assert_eq!(said(all, "", "2026-03-31").len(), 2);
    assert_eq!(said(all, "", "2026-04-01"), Vec::<String>::new());
    assert_eq!(said(all, "", "2025-12-31"), Vec::<String>::new());
}

#[test]
fn a_plan_just_begun_is_asked_nothing() {
    let all = |from| format!("period {from}..2026-12-31; cadence weekly mon, monthly 1, quarterly");
    for today in ["2026-05-18", "2026-05-19", "2026-05-24", "2026-05-25"] {
        assert_eq!(said(&all("2026-05-18"), "", today), Vec::<String>::new(), "{today}");
    }
    assert_eq!(
        missed(&all("2026-05-18"), "", "2026-05-26"),
        ["the weekly review of 25 May 2026 has no entry"]
    );
    // Two weeks before the first of the month are too few to look back on; the quarter has only just begun.
    let july = missed(&all("2026-05-18"), "review 2026-07-06 weekly { owner lan }", "2026-07-10");
    assert_eq!(july, ["the monthly review of 1 Jul 2026 has no entry"]);
}

#[test]
fn reviews_count_for_the_day_that_they_are_nearest_to() {
    let held = |day: &str, today| missed(WEEKLY, &format!("review {day} weekly {{ owner lan }}"), today);
    // Due on Monday the 11th: from Friday on, until the Thursday after.
    for day in ["2026-05-08", "2026-05-11", "2026-05-14"] {
        assert_eq!(held(day, "2026-05-18"), Vec::<String>::new(), "{day}");
    }
    assert_eq!(held("2026-05-07", "2026-05-18"), ["the weekly review of 11 May 2026 has no entry"]);
    assert_eq!(held("2026-05-14", "2026-05-19"), ["the weekly review of 18 May 2026 has no entry"]);
    assert_eq!(
        held("2026-04-20", "2026-05-19"),
        ["4 weekly reviews in a row have no entry, the latest of 18 May 2026"]
    );
    // The day itself is not late, and one that is still to come counts for nothing.
    assert_eq!(held("2026-05-11", "2026-05-18"), Vec::<String>::new());
    assert_eq!(held("2026-05-25", "2026-01-12"), ["the weekly review of 5 Jan 2026 has no entry"]);
}

#[test]
fn a_longer_review_stands_for_a_shorter_one_and_an_extra_one_for_none() {
    let held =
        |rhythm: &str| missed(WEEKLY, &format!("review 2026-05-18 {rhythm} {{ owner lan }}"), "2026-05-20");
    assert_eq!(held("monthly"), Vec::<String>::new());
    assert_eq!(held("quarterly"), Vec::<String>::new());
    assert_eq!(held("extra").len(), 1);
    let monthly =
        missed("period 2026; cadence monthly 1", "review 2026-05-01 weekly { owner lan }", "2026-05-20");
    assert_eq!(monthly, ["4 monthly reviews in a row have no entry, the latest of 1 May 2026"]);
}

#[test]
fn days_off_move_a_review() {
    let tet = |today| {
        let head = "period 2026; calendar vn; cadence weekly mon";
        missed(head, "review 2026-02-09 weekly { owner lan }", today)
    };
    // The 16th lies in Tết; the first working day after it comes before the next Monday, if any does.
    assert_eq!(tet("2026-02-17"), Vec::<String>::new());
    assert_eq!(tet("2026-02-24"), ["the weekly review of 23 Feb 2026 has no entry"]);
    let sunday =
        |today| missed("period 2026; cadence monthly 1", "review 2026-02-02 monthly { owner lan }", today);
    assert_eq!(sunday("2026-03-02"), Vec::<String>::new(), "the 1st is a Sunday, Monday is early enough");
    assert_eq!(sunday("2026-03-03"), ["the monthly review of 2 Mar 2026 has no entry"]);
}

#[test]
fn a_rhythm_without_a_day_has_all_of_its_time() {
    let weekly = |day: &str, today| {
        missed("period 2026; cadence weekly", &format!("review {day} weekly {{ owner lan }}"), today)
    };
    assert_eq!(weekly("2026-05-04", "2026-05-17"), Vec::<String>::new());
    assert_eq!(weekly("2026-05-10", "2026-05-17"), Vec::<String>::new());
    assert_eq!(weekly("2026-05-10", "2026-05-18"), ["the weekly review of 17 May 2026 has no entry"]);
    let monthly = |day: &str, today| {
        missed("period 2026; cadence monthly", &format!("review {day} monthly {{ owner lan }}"), today)
    };
    assert_eq!(monthly("2026-04-01", "2026-05-31"), Vec::<String>::new());
    assert_eq!(monthly("2026-04-01", "2026-06-01"), ["the monthly review of 31 May 2026 has no entry"]);
    let last =
        missed("period 2026; cadence monthly 31", "review 2026-02-02 monthly { owner lan }", "2026-03-03");
    assert_eq!(last, ["the monthly review of 2 Mar 2026 has no entry"], "the 28th of February is a Saturday");
}

#[test]
fn quarters_have_two_weeks_after_them() {
    let quarterly = |head: &str, today| missed(head, "", today);
    let year = "period 2026; cadence quarterly";
    assert_eq!(quarterly(year, "2026-04-15"), Vec::<String>::new());
    assert_eq!(quarterly(year, "2026-04-16"), ["the quarterly review of 15 Apr 2026 has no entry"]);
    let fiscal = "period 2026; fiscal_year 2; cadence quarterly";
    assert_eq!(quarterly(fiscal, "2026-04-16"), Vec::<String>::new());
    assert_eq!(quarterly(fiscal, "2026-05-16"), ["the quarterly review of 15 May 2026 has no entry"]);
    let early = missed(year, "review 2026-03-20 quarterly { owner lan }", "2026-05-20");
    assert_eq!(early, Vec::<String>::new());
}

#[test]
fn what_cannot_be_read_counts_as_held() {
    for review in ["review 2026-05-32 weekly { owner lan }", "review 2026-05-18 weekley { owner lan }"] {
        assert_eq!(missed(WEEKLY, review, "2026-05-20"), Vec::<String>::new(), "{review}");
    }
    assert_eq!(missed("period 2026; cadence weekly mon, weekly fri", "", "2026-01-20").len(), 1);
}

#[test]
fn a_long_period_is_no_work() {
    let found =
        missed("period 2000-01-01..2099-12-31; cadence weekly, monthly 31, quarterly", "", "2099-05-20");
    assert_eq!(found.len(), 3);
    assert!(found[0].starts_with("5185 weekly"), "{}", found[0]);
}

#[test]
fn the_stub_stands_behind_the_last_review_and_names_who_held_it() {
    let body = "person hoa \"Hoa\"\nreview 2026-05-04 weekly { owner hoa }\nalert leads anomaly";
    let checked = plan(WEEKLY, body, "2026-05-12");
    let found = checked.findings.iter().find(|found| found.code.as_str() == "review/overdue").unwrap();
    let edit = &found.fixes[0].edits[0];
    assert!(!found.fixes[0].safe);
    assert_eq!(
        edit.text,
        "\n\nreview 2026-05-11 weekly {\n  owner    hoa\n  finding  \"…\"\n  decision \"…\"\n}"
    );
    let (_, range) = checked.resolve(edit.span);
    let text = format!("roadmap \"R\" {{ {WEEKLY} }}\nperson lan \"Lan\"\n{body}\n");
    assert!(text.split_at(range.start as usize).0.ends_with("weekly { owner hoa }"));
}

#[test]
fn the_latest_review_of_a_rhythm_comes_to_something() {
    let cases: &[(&str, &[&str])] = &[
        ("review 2026-05-06 monthly { owner lan; decision \"d\" }", &["hint review/no-decision `review`"]),
        ("review 2026-05-06 monthly { bottleneck \"b\" }", &[]),
        ("review 2026-04-06 monthly { owner lan }\nreview 2026-05-06 monthly { bottleneck \"b\" }", &[]),
        ("review 2026-05-06 monthly { bottleneck \"b\" }\nreview 2026-06-06 monthly { owner lan }", &[]),
        ("review 2026-04-06 quarterly { finding \"f\" }", &["hint review/no-decision `review`"]),
        ("review 2026-04-06 quarterly { decision \"d\" }", &[]),
        ("review 2026-04-06 quarterly { changes g.leads 500 -> 600 }\ngoal g \"G\"", &[]),
        ("review 2026-05-18 weekly\nreview 2026-05-18 extra", &[]),
    ];
    for (body, wanted) in cases {
        assert_eq!(said("period 2026-01-01..2026-05-17", body, "2026-05-18"), *wanted, "{body}");
    }
}

#[test]
fn a_plan_that_nobody_touches_goes_stale() {
    let stale = |edited: Option<(i16, i8, i8)>, body: &str, today: &str| {
        let edited = edited.map(|(year, month, day)| jiff::civil::date(year, month, day));
        let text = format!("roadmap \"R\" {{ period 2026 }}\n{body}\n");
        let checked = check_with(&text, today, Some(&History::new(edited)));
        checked.said(&["review/roadmap-stale"])
    };
    let none: [&str; 0] = [];
    let found = ["warning review/roadmap-stale `\"R\"`"];
    assert_eq!(stale(None, "", "2026-01-31"), none, "its time counts from its first day");
    assert_eq!(stale(None, "", "2026-02-01"), found);
    assert_eq!(stale(Some((2026, 1, 2)), "", "2026-02-01"), none);
    assert_eq!(stale(Some((2026, 2, 1)), "", "2026-03-03"), none);
    assert_eq!(stale(Some((2026, 2, 1)), "", "2026-03-04"), found);
    assert_eq!(stale(Some((2026, 2, 1)), "review 2026-02-20 extra", "2026-03-04"), none);
    assert_eq!(stale(Some((2026, 2, 1)), "review 2026-03-20 extra", "2026-03-04"), found, "still to come");
    assert_eq!(stale(Some((2026, 2, 1)), "actual leads 2026-02 9", "2026-03-04"), none);
    assert_eq!(stale(Some((2026, 2, 1)), "actual leads 2026-03 9", "2026-03-04"), none, "up to today");
    assert_eq!(stale(Some((2026, 2, 1)), "actual leads 2026-04 9", "2026-03-04"), found, "still to come");
    assert_eq!(stale(Some((2026, 2, 1)), "", "2027-01-01"), none, "it is over");
    assert_eq!(stale(None, "", "2025-12-31"), none, "it has not begun");
}

#[test]
fn a_missed_review_says_that_a_plan_is_stale() {
    let text = "roadmap \"R\" { period 2026; cadence weekly mon, monthly 1, quarterly }\n";
    let history = History::new(None);
    let checked = check_with(text, "2026-03-20", Some(&history));
    assert!(checked.said(&["review/roadmap-stale"]).is_empty());
    assert_eq!(checked.said(&["review/overdue"]).len(), 2);
    assert!(check(text, "2026-03-20").said(&["review/roadmap-stale"]).is_empty());
}
