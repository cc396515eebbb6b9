//! How often a KPI has changed, and when nobody minds.

use jiff::civil::date;
use roadmap_diag::{Locale, render};

use crate::history::{History, kpis_of_text};
use crate::testing::check_with;

/// A plan of two phases and a goal of the year, each with one KPI.
fn plan(leads: &str, year: &str, reviews: &str) -> String {
    format!(
        "roadmap \"R\" {{ period 2026 }}\nperson lan \"Lan\"\n\
         goal year \"Y\" {{ owner lan; kpi revenue {year} by 2026-12-31 }}\n\
         phase q1 \"Q1\" 2026-Q1 {{ goal g \"G\" {{ owner lan; kpi leads {leads} by 2026-03-31 }} }}\n\
         phase q2 \"Q2\" 2026-Q2 {{ focus \"F\" }}\n{reviews}\n"
    )
}

/// What is said on `today` about a plan whose target was the given one on each day: month, day, target.
fn said(versions: &[(i8, i8, &str)], reviews: &str, today: &str) -> Vec<String> {
    let mut history = History::new(None);
    for (month, day, target) in versions {
        history.note(date(2026, *month, *day), &kpis_of_text(&plan(target, "9M VND", "")));
    }
    let last = versions.last().map_or("9", |(_, _, target)| target);
    let checked = check_with(&plan(last, "9M VND", reviews), today, Some(&history));
    let churn = checked.findings.iter().filter(|found| found.code.as_str() == "kpi/churn");
    churn
        .map(|found| format!("{}: {}", checked.text(found.span), render(&found.message, Locale::En)))
        .collect()
}

const NONE: [&str; 0] = [];
const FOUR: &[(i8, i8, &str)] = &[(1, 1, "500"), (1, 12, "600"), (2, 2, "550"), (2, 20, "700")];

#[test]
fn three_changes_in_one_phase_are_one_too_many() {
    assert_eq!(
        said(FOUR, "", "2026-03-02"),
        [
            "700: the target of `leads` of `q1.g` has changed 3 times in phase `q1`, the last time on 20 Feb 2026 — the method allows 2"
        ]
    );
    assert_eq!(said(FOUR.split_at(3).0, "", "2026-03-02"), NONE);
}

#[test]
fn only_the_phase_under_way_counts() {
    assert_eq!(said(FOUR, "", "2026-04-02"), NONE, "it is over");
    let before = [(1, 1, "500"), (3, 30, "600"), (3, 31, "700"), (4, 2, "800")];
    assert_eq!(said(&before, "", "2026-03-31"), NONE);
}

#[test]
fn a_goal_of_the_year_is_counted_phase_by_phase() {
    let mut history = History::new(None);
    let targets =
        [(1, 5, "1M VND"), (3, 30, "2M VND"), (4, 2, "3M VND"), (4, 20, "4M VND"), (5, 4, "5M VND")];
    for (month, day, target) in targets {
        history.note(date(2026, month, day), &kpis_of_text(&plan("9", target, "")));
    }
    let said = |today| check_with(&plan("9", "5M VND", ""), today, Some(&history)).said(&["kpi/churn"]);
    assert_eq!(said("2026-05-10"), ["hint kpi/churn `5M VND`"]);
    assert_eq!(said("2026-03-31"), NONE);
    assert_eq!(said("2026-07-10"), NONE, "no phase is under way");
}

#[test]
fn reviews_and_git_tell_of_the_same_changes() {
    let review = |day: &str, property: &str| {
        format!("review {day} weekly {{ owner lan; changes {property} 5 -> 6 }}\n")
    };
    let all =
        |property: &str| ["2026-01-12", "2026-02-02", "2026-02-23"].map(|day| review(day, property)).concat();
    for property in ["g.leads", "q1.g.leads", "g.kpi", "q1.g.kpi"] {
        let found = said(&[], &all(property), "2026-03-02");
        assert_eq!(found.len(), 1, "{property}");
        assert!(found[0].contains("3 times"), "{found:?}");
    }
    for property in ["g.owner", "leads", "h.leads", "g.sql"] {
        assert_eq!(said(&[], &all(property), "2026-03-02"), NONE, "{property}");
    }
    let found = said(FOUR, &all("g.leads"), "2026-03-02");
    assert!(found[0].contains("3 times"), "{found:?}");
    assert_eq!(said(&[], &all("g.leads"), "2026-02-20"), NONE, "the third is still to come");
}

#[test]
fn without_a_past_nothing_is_said() {
    let text = plan("9", "9M VND", "");
    assert_eq!(check_with(&text, "2026-03-02", None).said(&["kpi/churn"]), NONE);
}
