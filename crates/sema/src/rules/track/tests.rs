//! What is stale, what is behind, and what nobody is told of.

use roadmap_diag::{Locale, render};

use crate::testing::{Checked, check};

fn plan(head: &str, phase: &str, after: &str, today: &str) -> Checked {
    let text = format!(
        "roadmap \"R\" {{ period 2026; currency VND{head} }}\nperson lan \"Lan\"\n\
         phase q1 \"Q1\" 2026-Q1 {{ focus \"x\"; channel seo\n{phase}\n}}\n{after}\n"
    );
    let checked = check(&text, today);
    let listing = checked.listing();
    for group in ["syntax/", "name/", "schema/", "value/"] {
        assert!(!listing.contains(group), "{text}\n{listing}");
    }
    checked
}

fn messages(checked: &Checked, code: &str) -> Vec<String> {
    let found = checked.findings.iter().filter(|found| found.code.as_str() == code);
    found.map(|found| render(&found.message, Locale::En)).collect()
}

fn stale(head: &str, activity: &str, today: &str) -> Vec<String> {
    let phase = format!("activity a \"A\" {{ owner lan; kpi leads >= 9; {activity} }}");
    messages(&plan(head, &phase, "", today), "track/status-stale")
}

#[test]
fn a_status_holds_for_one_round() {
    let begun = "start 2026-01-05; deadline 2026-03-27; status in_progress 10% on 2026-02-02";
    let none: [&str; 0] = [];
    let of = |days, rhythm| {
        vec![format!("the status of `a` was noted on 2 Feb 2026, {days} days ago; its rhythm is {rhythm}")]
    };
    assert_eq!(stale("; cadence weekly", begun, "2026-02-09"), none);
    assert_eq!(stale("; cadence weekly", begun, "2026-02-10"), of(8, "weekly"));
    assert_eq!(stale("; cadence quarterly, monthly 1", begun, "2026-02-10"), none);
    assert_eq!(stale("; cadence quarterly, monthly 1", begun, "2026-03-06"), of(32, "monthly"));
    assert_eq!(stale("", begun, "2026-03-05"), none);
    assert_eq!(stale("", begun, "2026-03-06"), of(32, "monthly"));
    // A checkpoint says how often this is looked at.
    assert_eq!(stale("; cadence monthly; checkpoint weekly", begun, "2026-02-10"), of(8, "weekly"));
    let own = format!("checkpoint monthly; {begun}");
    assert_eq!(stale("; cadence weekly; checkpoint weekly", &own, "2026-02-10"), none);
}

#[test]
fn only_what_is_under_way_and_in_time_has_a_status_to_note() {
    let cases = [
        ("start 2026-01-05; deadline 2026-03-27; status planned", 0),
        ("start 2026-01-05; deadline 2026-03-27; status blocked \"x\"", 0),
        ("start 2026-01-05; deadline 2026-03-27; status done 2026-02-02", 0),
        ("start 2026-01-05; deadline 2026-03-27; status in_progress", 1),
        ("start 2026-01-05; deadline 2026-03-18; status in_progress", 0),
        ("start 2026-03-16; deadline 2026-03-27; status in_progress on 2026-01-05", 0),
        ("deadline 2026-03-27; status in_progress on 2026-03-18", 0),
        ("after a; duration 3w; status in_progress on 2026-01-05", 0),
    ];
    for (activity, count) in cases {
        assert_eq!(stale("; cadence weekly", activity, "2026-03-19").len(), count, "{activity}");
    }
    assert_eq!(
        stale("; cadence weekly", "start 2026-01-05; deadline 2026-03-27; status in_progress", "2026-03-19"),
        ["`a` is in progress since 5 Jan 2026, and for 73 days nobody has noted how far it is"]
    );
}

#[test]
fn noting_a_status_again_keeps_what_it_says() {
    let phase =
        "activity a \"A\" { start 2026-01-05; deadline 2026-03-27; status in_progress 12.5% on 2026-02-02 }";
    let checked = plan("", phase, "", "2026-03-20");
    let found = checked.findings.iter().find(|found| found.code.as_str() == "track/status-stale").unwrap();
    assert_eq!(checked.text(found.span), "in_progress 12.5% on 2026-02-02");
    assert_eq!(found.fixes[0].edits[0].text, "in_progress 12.5% on 2026-03-20");
    assert!(!found.fixes[0].safe);
}

const LEADS: &str = "goal g \"G\" { type leads; owner lan; kpi leads 0 -> 900 by 2026-03-31 }\n";

fn pace(phase: &str, after: &str, today: &str) -> Vec<String> {
    messages(&plan("", phase, after, today), "track/off-pace")
}

#[test]
fn the_reading_the_plan_and_the_gap_are_named() {
    let read = |figure: u32| pace(LEADS, &format!("actual leads 2026-03-01 {figure}"), "2026-03-02");
    assert_eq!(
        read(440),
        ["`leads` of goal `g` stood at 440 on 1 Mar 2026, 27% behind the 600 planned for that day"]
    );
    let none: [&str; 0] = [];
    assert_eq!(read(540), none, "a tenth behind is no more than a tenth");
    assert_eq!(read(539).len(), 1);
    assert_eq!(read(700), none);
    let cost = "goal g \"G\" { type cost; owner lan; kpi cpl 200k VND -> 110k VND by 2026-03-31 }";
    assert_eq!(
        pace(cost, "actual cpl 2026-03-01 190_000", "2026-03-02"),
        [
            "`cpl` of goal `g` stood at 190,000\u{a0}₫ on 1 Mar 2026, 36% above the 140,000\u{a0}₫ planned for that day"
        ]
    );
    let band = "goal g \"G\" { type retention; owner lan; kpi frequency 2..4 by 2026-03-31 }";
    assert_eq!(
        pace(band, "actual frequency 2026-03-01 5", "2026-03-02"),
        ["`frequency` of goal `g` stood at 5 on 1 Mar 2026, outside 2–4"]
    );
}

#[test]
fn only_what_can_still_be_reached_is_called_late() {
    let late = "actual leads 2026-03-01 100";
    let none: [&str; 0] = [];
    assert_eq!(pace(LEADS, "", "2026-03-02"), none, "nothing is read");
    assert_eq!(pace(LEADS, late, "2026-03-31").len(), 1);
    assert_eq!(pace(LEADS, late, "2026-04-01"), none, "it is over");
    assert_eq!(pace(LEADS, late, "2025-12-31"), none, "it has not begun");
    let activity = |status: &str| {
        let phase = format!(
            "activity a \"A\" {{ owner lan; kpi leads >= 900; start 2026-01-01; deadline 2026-03-31; {status} }}"
        );
        pace(&phase, "actual leads 2026-03-01 100 { by activity a }", "2026-03-02").len()
    };
    assert_eq!(activity("status in_progress on 2026-03-01"), 1);
    for status in ["status done 2026-03-01", "status idea", "status cancelled \"x\"", "after a"] {
        assert_eq!(activity(status), 0, "{status}");
    }
}

#[test]
fn work_that_is_late_is_told_by_its_deadline() {
    let phase = "activity a \"A\" { owner lan; kpi leads >= 900 by 2026-03-31; start 2026-01-01; deadline 2026-02-27 }";
    let late = "actual leads 2026-03-01 100 { by activity a }";
    let checked = plan("", phase, late, "2026-03-02");
    assert_eq!(checked.said(&["track/", "time/overdue"]), ["warning time/overdue `2026-02-27`"]);
}

#[test]
fn one_figure_that_is_behind_is_told_once() {
    let phase =
        format!("kpi leads >= 800\n{LEADS}milestone m \"M\" 2026-03-20 {{ owner lan; kpi leads >= 700 }}\n");
    let late = "actual leads 2026-03-01 100";
    let checked = plan("", &phase, late, "2026-03-02");
    assert_eq!(checked.said(&["track/off-pace"]), ["warning track/off-pace `0 -> 900`"]);
    let alone = plan("", "kpi leads >= 800", late, "2026-03-02");
    assert_eq!(alone.said(&["track/off-pace"]), ["warning track/off-pace `>= 800`"]);
}

#[test]
fn the_team_may_allow_itself_more() {
    let goal = |alert: &str| {
        format!("goal g \"G\" {{ type leads; owner lan; kpi leads 0 -> 900 by 2026-03-31 {{ {alert} }} }}")
    };
    let read = "actual leads 2026-03-01 500";
    assert_eq!(pace(&goal(""), read, "2026-03-02").len(), 1);
    assert_eq!(pace(&goal("alert behind 15%"), read, "2026-03-02").len(), 1);
    assert_eq!(pace(&goal("alert behind 20%"), read, "2026-03-02").len(), 0);
    let top = format!("{read}\nalert leads behind 20%");
    assert_eq!(pace(&goal(""), &top, "2026-03-02").len(), 0);
    assert_eq!(pace(&goal("alert behind 5%"), &top, "2026-03-02").len(), 1, "its own alert is nearer");
    assert_eq!(pace(&goal("alert anomaly"), read, "2026-03-02").len(), 1);
}

fn alerts(phase: &str, after: &str, today: &str) -> Vec<String> {
    plan("", phase, after, today).said(&["track/alert-missing"])
}

#[test]
fn alerts_are_asked_for_where_they_are_in_use() {
    let wanted = ["hint track/alert-missing `leads`"];
    let none: [&str; 0] = [];
    let read = "actual leads 2026-03-01 600";
    let with = |alert: &str| format!("{read}\n{alert}");
    assert_eq!(alerts(LEADS, read, "2026-03-02"), none, "no alert at all");
    assert_eq!(alerts(LEADS, "alert cpl anomaly", "2026-03-02"), none, "no figures at all");
    assert_eq!(alerts(LEADS, &with("alert cpl anomaly"), "2026-03-02"), wanted);
    assert_eq!(alerts(LEADS, &with("alert budget over 90%"), "2026-03-02"), wanted);
    assert_eq!(alerts(LEADS, &with("alert leads stale 14d"), "2026-03-02"), none);
    assert_eq!(alerts(LEADS, &with("metric leads \"L\" { alert anomaly }"), "2026-03-02"), none);
    assert_eq!(alerts(LEADS, &with("alert cpl anomaly"), "2026-04-01"), none, "it is over");
    assert_eq!(alerts(LEADS, &with("alert cpl anomaly"), "2025-12-01"), none, "it is still to come");
    let own = "goal g \"G\" { owner lan; kpi leads 0 -> 900 by 2026-03-31 { alert behind 9% } }";
    assert_eq!(alerts(own, &with("alert cpl anomaly"), "2026-03-02"), none);
    let input = "goal g \"G\" { owner lan; kpi clicks >= 900 by 2026-03-31 }";
    assert_eq!(alerts(input, &with("alert cpl anomaly"), "2026-03-02"), none, "an input");
}

#[test]
fn a_goal_lacks_alerts_once() {
    let goal = "goal g \"G\" { owner lan; kpi leads >= 900 by 2026-03-31; kpi orders >= 9 by 2026-03-31 }";
    let checked = plan("", goal, "actual leads 2026-03-01 600\nalert cpl anomaly", "2026-03-02");
    assert_eq!(
        messages(&checked, "track/alert-missing"),
        ["there is no alert on `leads` and `orders` of goal `g`"]
    );
}

/// Months of `leads` from January on, and what `code` says of them on a day.
fn months(code: &str, figures: &[&str], more: &str, today: &str) -> Vec<String> {
    let readings: String = (1..)
        .zip(figures)
        .map(|(month, figure)| format!("actual leads 2026-{month:02} {figure}\n"))
        .collect();
    messages(&plan("", LEADS, &format!("{readings}{more}"), today), code)
}

#[test]
fn a_figure_out_of_line_is_pointed_out() {
    let said = |figures: &[&str], today| months("track/anomaly", figures, "", today);
    let none: [&str; 0] = [];
    assert_eq!(
        said(&["72", "86", "125", "89", "1_250"], "2026-06-03"),
        ["`leads` of 31 May 2026 is 1,250; the 4 readings before lie between 72 and 125"]
    );
    assert_eq!(said(&["72", "86", "125", "89", "375"], "2026-06-03"), none, "more leads are good news");
    assert_eq!(said(&["72", "86", "125", "89", "376"], "2026-06-03").len(), 1);
    assert_eq!(said(&["72", "86", "125", "89", "36"], "2026-06-03"), none);
    assert_eq!(said(&["72", "86", "125", "89", "35"], "2026-06-03").len(), 1);
    assert_eq!(said(&["72", "86", "125", "1_250"], "2026-06-03"), none, "too few to know");
    assert_eq!(said(&["72", "86", "125", "89", "1_250"], "2026-05-20"), none, "the month is not over");
    assert_eq!(said(&["72", "86", "125", "89", "1_250", "90"], "2026-07-03"), none, "it has passed");
    assert_eq!(said(&["0", "86", "125", "89", "1_250"], "2026-06-03"), none, "around nothing");
    // Corrected, and in parts.
    let corrected = months(
        "track/anomaly",
        &["72", "86", "125", "89", "1_250"],
        "actual leads 2026-05 125",
        "2026-06-03",
    );
    assert_eq!(corrected, none);
    let parts = months(
        "track/anomaly",
        &["72", "86", "125", "89"],
        "actual leads 2026-05 9 { by channel seo }",
        "2026-06-03",
    );
    assert_eq!(parts, none);
}

#[test]
fn totals_so_far_are_no_series_and_states_are() {
    let days = |metric: &str, figures: [&str; 5]| {
        let readings: String = (1..)
            .zip(figures)
            .map(|(day, figure)| format!("actual {metric} 2026-01-{day:02} {figure}\n"))
            .collect();
        messages(&plan("", LEADS, &readings, "2026-02-02"), "track/anomaly").len()
    };
    assert_eq!(days("leads", ["1", "2", "3", "4", "90"]), 0);
    assert_eq!(days("retention", ["80%", "81%", "80%", "79%", "12%"]), 1);
}

#[test]
fn more_input_without_more_outcome_is_pointed_out() {
    let sessions = |before: u32, now: u32| {
        format!(
            "metric sessions \"S\" {{ drives leads }}\nactual sessions 2026-01 {before}\nactual sessions 2026-02 {now}\n"
        )
    };
    let said = |leads: &[&str], more: &str, today| months("track/divergence", leads, more, today);
    let none: [&str; 0] = [];
    assert_eq!(
        said(&["310", "295"], &sessions(100, 120), "2026-03-03"),
        ["`sessions` grew by 20% from 100 to 120, and `leads` of goal `g` did not: 310, then 295"]
    );
    assert_eq!(said(&["310", "310"], &sessions(100, 120), "2026-03-03").len(), 1, "flat");
    assert_eq!(said(&["310", "311"], &sessions(100, 120), "2026-03-03"), none);
    assert_eq!(said(&["310", "295"], &sessions(100, 119), "2026-03-03"), none);
    assert_eq!(said(&["310", "295"], &sessions(0, 119), "2026-03-03"), none, "from nothing");
    assert_eq!(said(&["310", "295"], &sessions(100, 120), "2026-04-03"), none, "the goal is over");
    assert_eq!(said(&["310"], &sessions(100, 120), "2026-03-03"), none);
    // Other days, and an input that drives something else.
    let weeks =
        "metric sessions \"S\" { drives leads }\nactual sessions 2026-W05 100\nactual sessions 2026-W06 200";
    assert_eq!(said(&["310", "295"], weeks, "2026-03-03"), none);
    let other = sessions(100, 120).replace("drives leads", "drives orders");
    assert_eq!(said(&["310", "295"], &other, "2026-03-03"), none);
    let price = "actual cpc 2026-01 100\nactual cpc 2026-02 200\nmetric cpc \"C\" { drives leads }";
    assert_eq!(said(&["310", "295"], price, "2026-03-03"), none, "a price");
}
