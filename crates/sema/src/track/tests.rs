use jiff::civil::date;
use rust_decimal::Decimal;

use super::pace::Way;
use super::*;
use crate::testing::{Checked, check};
use crate::tests::corpus;
use crate::value::DateRange;

/// 90 days of a quarter, so that the numbers can be followed by hand.
const HEAD: &str = r#"roadmap "R" { period 2026; currency VND }
person lan "Lan" { role cmo }
metric signups "Signups" { unit count; kind outcome; direction up; aggregate sum }
metric score "Score" { unit points; kind outcome; direction up; aggregate last }
metric spend "Spend" { unit VND; kind cost }
metric cpl "Cost per signup" = spend / signups
metric effort "Cost per signup, in the company's own words" = spend / signups { unit VND }
"#;

fn plan(goal_kpis: &str, readings: &str, today: &str) -> Checked {
    let text = format!(
        "{HEAD}phase q1 \"Q1\" 2026-Q1 {{ owner lan; focus \"f\"; channel ads
  goal g \"G\" {{ owner lan
    {goal_kpis}
  }}
  activity a \"A\" {{ owner lan; start 2026-01-19; deadline 2026-02-15; kpi signups >= 280 }}
}}\n{readings}"
    );
    let checked = check(&text, today);
    let listing = checked.listing();
    for group in ["syntax/", "name/", "value/", "schema/"] {
        assert!(!listing.contains(group), "{text}\n{listing}");
    }
    checked
}

/// `current@day | expected | difference | progress | state` of the KPI number `index`.
fn shown(checked: &Checked, index: usize) -> String {
    let model = &checked.built.model;
    let id = model.kpis.ids().nth(index).unwrap();
    let tracking = track(model);
    let kpi = tracking.kpi(id).unwrap();
    let number = |value: Option<Decimal>| {
        value.map_or("-".to_owned(), |value| value.round_dp(3).normalize().to_string())
    };
    let current =
        kpi.current.map_or("-".to_owned(), |(value, day)| format!("{}@{day}", value.round_dp(3).normalize()));
    format!(
        "{current} | {} | {} | {} | {:?}",
        number(kpi.expected),
        number(kpi.difference),
        number(kpi.progress),
        kpi.state
    )
}

#[test]
fn curves_pass_through_their_ends_and_points() {
    // Ten days: t = n/10 at the end of the nth.
    let time = DateRange::new(date(2026, 1, 1), date(2026, 1, 10)).unwrap();
    let point = [(date(2026, 1, 4), Decimal::from(100))];
    let table: &[(&str, &[_], i8, &str)] = &[
        ("linear", &[], 1, "100"),
        ("linear", &[], 10, "1000"),
        // 3·0.09 − 2·0.027 = 0.216
        ("s_curve", &[], 3, "216"),
        ("s_curve", &[], 5, "500"),
        // 2·0.3 − 0.09 = 0.51
        ("front", &[], 3, "510"),
        ("back", &[], 3, "90"),
        // ⌊1.2⌋/4, ⌊2⌋/4, ⌊3.6⌋/4
        ("steps", &[], 3, "250"),
        ("steps", &[], 5, "500"),
        ("steps", &[], 9, "750"),
        ("steps", &[], 10, "1000"),
        // 100 at the end of day 4: half of that on day 2, and a third of the other 900 on day 6.
        ("linear", &point, 2, "50"),
        ("linear", &point, 4, "100"),
        ("linear", &point, 6, "400"),
        // (2/6)² of 900 behind it.
        ("back", &point, 6, "200"),
        ("steps", &point, 3, "0"),
        ("steps", &point, 9, "100"),
        ("steps", &point, 10, "1000"),
        // A day behind the last.
        ("s_curve", &[], 20, "1000"),
    ];
    for (curve, at, day, expected) in table {
        let way = Way { time, from: Decimal::ZERO, to: Decimal::from(1000), curve, at };
        let value = way.value_on(date(2026, 1, *day)).unwrap();
        assert_eq!(value.to_string(), *expected, "{curve} on day {day}");
    }
}

#[test]
fn sums_are_counted_from_readings_that_belong_to_them() {
    // 900 in 90 days: ten a day, 310 at the end of January, 590 at the end of February.
    let kpi = "kpi signups 0 -> 900 by 2026-03-31";
    let table = [
        // Nothing is read: what should be there on 2026-02-10, day 41.
        ("2026-02-10", "", "- | 410 | - | - | NoData"),
        ("2025-12-31", "", "- | - | - | - | NotStarted"),
        ("2026-02-10", "actual signups 2026-01-31 310", "310@2026-01-31 | 310 | 0 | 34.444 | OnPace"),
        // 5% of 310 is 15.5, 10% is 31.
        ("2026-02-10", "actual signups 2026-01-31 295", "295@2026-01-31 | 310 | -15 | 32.778 | OnPace"),
        ("2026-02-10", "actual signups 2026-01-31 294", "294@2026-01-31 | 310 | -16 | 32.667 | AtRisk"),
        ("2026-02-10", "actual signups 2026-01-31 279", "279@2026-01-31 | 310 | -31 | 31 | AtRisk"),
        ("2026-02-10", "actual signups 2026-01-31 278", "278@2026-01-31 | 310 | -32 | 30.889 | OffPace"),
        // Figures of months and weeks add up; March is under way and known up to today, day 69.
        (
            "2026-03-10",
            "actual signups 2026-01 300\nactual signups 2026-02 280\nactual signups 2026-03 110",
            "690@2026-03-10 | 690 | 0 | 76.667 | OnPace",
        ),
        // The week of 12-29 has 4 of its 7 days in January; that of 01-05 all.
        (
            "2026-01-20",
            "actual signups 2026-W01 50\nactual signups 2026-W02 60",
            "110@2026-01-11 | 110 | 0 | 12.222 | OnPace",
        ),
        // A figure of the whole year is no figure of the quarter, and days count once.
        ("2026-04-10", "actual signups 2026 9_000", "- | 900 | - | - | NoData"),
        (
            "2026-02-10",
            "actual signups 2026-01 300\nactual signups 2026-W02 60",
            "300@2026-01-31 | 310 | -10 | 33.333 | OnPace",
        ),
        // A total, then the figures behind it.
        (
            "2026-03-01",
            "actual signups 2026-01-31 310\nactual signups 2026-02 280",
            "590@2026-02-28 | 590 | 0 | 65.556 | OnPace",
        ),
        // The later of two totals; a correction of the same day wins; tomorrow is not known today.
        (
            "2026-02-10",
            "actual signups 2026-01-31 1\nactual signups 2026-01-31 310\nactual signups 2026-01-10 90\nactual signups 2026-02-11 999",
            "310@2026-01-31 | 310 | 0 | 34.444 | OnPace",
        ),
        ("2026-02-10", "actual signups 2026-01-31 900", "900@2026-01-31 | 310 | 590 | 100 | Reached"),
        ("2026-04-01", "actual signups 2026-03-31 899", "899@2026-03-31 | 900 | -1 | 99.889 | Missed"),
        ("2026-04-01", "actual signups 2026-03-31 900", "900@2026-03-31 | 900 | 0 | 100 | Reached"),
        // Parts make the whole where it was not read itself.
        (
            "2026-02-10",
            "actual signups 2026-01 200 { by channel ads }\nactual signups 2026-01 110 { by channel seo }",
            "310@2026-01-31 | 310 | 0 | 34.444 | OnPace",
        ),
        (
            "2026-02-10",
            "actual signups 2026-01 200 { by channel ads }\nactual signups 2026-01 310",
            "310@2026-01-31 | 310 | 0 | 34.444 | OnPace",
        ),
    ];
    for (today, readings, expected) in table {
        assert_eq!(shown(&plan(kpi, readings, today), 0), expected, "{today} {readings}");
    }
}

#[test]
fn a_sum_that_starts_later_needs_the_total_before() {
    let head = format!(
        "{HEAD}phase q2 \"Q2\" 2026-Q2 {{ owner lan; focus \"f\"; channel ads
  goal g \"G\" {{ owner lan; kpi signups 910 -> +100% by 2026-06-30 }} }}\n"
    );
    // 1,820 in 91 days: 20 a day, 600 at the end of April. The baseline is what the quarter before brought.
    let table = [
        ("actual signups 2026-04-30 1_510", "- | 800 | - | - | NoData"),
        (
            "actual signups 2026-03-31 910\nactual signups 2026-04-30 1_510",
            "600@2026-04-30 | 600 | 0 | 32.967 | OnPace",
        ),
    ];
    for (readings, expected) in table {
        assert_eq!(shown(&check(&format!("{head}{readings}"), "2026-05-10"), 0), expected, "{readings}");
    }
}

#[test]
fn an_activity_is_measured_by_its_own_readings() {
    // 280 in the 28 days from 01-19 to 02-15; the goal's KPI stands first.
    let kpi = "kpi signups 0 -> 900 by 2026-03-31";
    let table = [
        ("actual signups 2026-01-31 310", "- | 230 | - | - | NoData"),
        // A month that began before the activity did is its own all the same: day 13 of 28.
        ("actual signups 2026-01 130 { by activity a }", "130@2026-01-31 | 130 | 0 | 46.429 | OnPace"),
        ("actual signups 2026-01-31 100 { by activity a }", "100@2026-01-31 | 130 | -30 | 35.714 | OffPace"),
    ];
    for (readings, expected) in table {
        assert_eq!(shown(&plan(kpi, readings, "2026-02-10"), 1), expected, "{readings}");
    }
}

#[test]
fn states_limits_bands_and_periods_are_judged_by_their_kind() {
    let table = [
        // A state on its way from 20 to 65 in 90 days, a half each day: 35.5 on day 31; the latest reading counts.
        (
            "kpi score 20 -> 65 by 2026-03-31",
            "actual score 2026-01-15 22\nactual score 2026-01-31 34",
            "34@2026-01-31 | 35.5 | -1.5 | 31.111 | OnPace",
        ),
        // Down: 65 to 20 should be 49.5; 52 is 5.05% worse.
        (
            "kpi score 65 -> 20 by 2026-03-31",
            "actual score 2026-01-31 52",
            "52@2026-01-31 | 49.5 | 2.5 | 28.889 | AtRisk",
        ),
        (
            "kpi score 65 -> 20 by 2026-03-31",
            "actual score 2026-01-31 19",
            "19@2026-01-31 | 49.5 | -30.5 | 102.222 | Reached",
        ),
        // A limit is kept until the end, and only then reached.
        (
            "kpi score <= 40 by 2026-03-31",
            "actual score 2026-01-31 30",
            "30@2026-01-31 | 40 | -10 | - | OnPace",
        ),
        (
            "kpi score <= 40 by 2026-03-31",
            "actual score 2026-01-31 45",
            "45@2026-01-31 | 40 | 5 | - | OffPace",
        ),
        // A limited sum: 450 may be spent, 155 by the end of January.
        (
            "kpi signups <= 450 by 2026-03-31",
            "actual signups 2026-01 170",
            "170@2026-01-31 | 155 | 15 | 37.778 | AtRisk",
        ),
        // A band, and the distance to its nearer end.
        (
            "kpi score 40..60 by 2026-03-31",
            "actual score 2026-01-31 50",
            "50@2026-01-31 | - | 0 | - | OnPace",
        ),
        (
            "kpi score 40..60 by 2026-03-31",
            "actual score 2026-01-31 64",
            "64@2026-01-31 | - | 4 | - | AtRisk",
        ),
        (
            "kpi score 40..60 by 2026-03-31",
            "actual score 2026-01-31 35",
            "35@2026-01-31 | - | -5 | - | OffPace",
        ),
        // Each month alone: from 100 to 190 by the end of March, 131 for January; February is not over.
        (
            "kpi signups 100 -> 190 per month by 2026-03-31",
            "actual signups 2026-01 131\nactual signups 2026-02 3",
            "131@2026-01-31 | 131 | 0 | 34.444 | OnPace",
        ),
        // Totals of two month ends: 131 in January. Without a baseline each week must come to the target.
        (
            "kpi signups 100 -> 190 per month by 2026-03-31",
            "actual signups 2026-01-31 131",
            "131@2026-01-31 | 131 | 0 | 34.444 | OnPace",
        ),
        (
            "kpi signups >= 20 per week by 2026-03-31",
            "actual signups 2026-W06 19",
            "19@2026-02-08 | 20 | -1 | - | OnPace",
        ),
        // Points on the way: 100 at the end of January instead of 310.
        (
            "kpi signups 0 -> 900 by 2026-03-31 { at 2026-01 100 }",
            "actual signups 2026-01 100",
            "100@2026-01-31 | 100 | 0 | 11.111 | OnPace",
        ),
    ];
    for (kpi, readings, expected) in table {
        assert_eq!(shown(&plan(kpi, readings, "2026-02-10"), 0), expected, "{kpi} {readings}");
    }
}

#[test]
fn formulas_are_computed_from_readings_of_one_day() {
    let kpi = "kpi cpl <= 120k VND by 2026-03-31";
    let table = [
        // 36M / 300 = 120k
        (
            "actual spend 2026-01 36M VND\nactual signups 2026-01 300",
            "120000@2026-01-31 | 120000 | 0 | - | OnPace",
        ),
        // February's spend waits for February's signups.
        (
            "actual spend 2026-01 36M VND\nactual signups 2026-01 300\nactual spend 2026-02-01..2026-02-05 9M VND",
            "120000@2026-01-31 | 120000 | 0 | - | OnPace",
        ),
        ("actual spend 2026-01 36M VND", "- | 120000 | - | - | NoData"),
        ("actual spend 2026-01 36M VND\nactual signups 2026-01 0", "- | 120000 | - | - | NoData"),
        // Its own reading wins.
        (
            "actual spend 2026-01 36M VND\nactual signups 2026-01 300\nactual cpl 2026-01-31 135k VND",
            "135000@2026-01-31 | 120000 | 15000 | - | OffPace",
        ),
    ];
    for (readings, expected) in table {
        assert_eq!(shown(&plan(kpi, readings, "2026-02-10"), 0), expected, "{readings}");
    }
}

#[test]
fn a_rate_per_period_is_that_of_the_last_whole_period() {
    // January 36M / 300 = 120k, February 20M / 100 = 200k, March so far 1M / 1; all of it 142k.
    let readings = "actual spend 2026-01 36M VND\nactual signups 2026-01 300
actual spend 2026-02 20M VND\nactual signups 2026-02 100
actual spend 2026-03-01..2026-03-05 1M VND\nactual signups 2026-03-01..2026-03-05 1";
    let table = [
        ("kpi cpl <= 120k VND per month by 2026-03-31", "200000@2026-02-28 | 120000 | 80000 | - | OffPace"),
        (
            "kpi effort <= 120k VND per month by 2026-03-31",
            "200000@2026-02-28 | 120000 | 80000 | - | OffPace",
        ),
        ("kpi cpl <= 120k VND by 2026-03-31", "142144.638@2026-03-05 | 120000 | 22144.638 | - | OffPace"),
        // The quarter is not over.
        ("kpi cpl <= 120k VND per quarter by 2026-03-31", "- | 120000 | - | - | NoData"),
    ];
    for (kpi, expected) in table {
        assert_eq!(shown(&plan(kpi, readings, "2026-03-10"), 0), expected, "{kpi}");
    }
    // What was read itself, and a state, count on their day.
    let checked = plan(
        "kpi score >= 40 per month by 2026-03-31\nkpi cpl <= 120k VND per month by 2026-03-31",
        &format!("{readings}\nactual score 2026-03-04 41\nactual cpl 2026-03-04 110k VND"),
        "2026-03-10",
    );
    assert_eq!(shown(&checked, 0), "41@2026-03-04 | 40 | 1 | - | Reached");
    assert_eq!(shown(&checked, 1), "110000@2026-03-04 | 120000 | -10000 | - | OnPace");
}

#[test]
fn a_quotient_of_sums_is_no_sum() {
    // 36M / 300 = 120k, and a limit of 120k holds from the first day on.
    let checked = plan(
        "kpi effort <= 120k VND by 2026-03-31",
        "actual spend 2026-01 36M VND\nactual signups 2026-01 300",
        "2026-02-10",
    );
    assert_eq!(shown(&checked, 0), "120000@2026-01-31 | 120000 | 0 | - | OnPace");
}

#[test]
fn percents_in_formulas_are_parts_of_one() {
    let text = r#"roadmap "R" { period 2026; currency VND }
person lan "Lan"
metric won "Won" { unit count; aggregate sum }
metric rate "Rate" = won / asked { unit percent }
metric rest "Rest" = 100% - rate { unit percent }
metric asked "Asked" { unit count; aggregate sum }
goal g "G" { owner lan; kpi rate >= 10% by 2026-06-30; kpi rest <= 80% by 2026-06-30 }
actual won 2026-01 3
actual asked 2026-01 20
"#;
    let checked = check(text, "2026-02-10");
    // 3 of 20 are 15%, and 85% are left.
    assert_eq!(shown(&checked, 0), "15@2026-01-31 | 10 | 5 | - | Reached");
    assert_eq!(shown(&checked, 1), "85@2026-01-31 | 80 | 5 | - | AtRisk");
}

#[test]
fn the_whole_is_as_weak_as_its_weakest_part() {
    let kpis = "kpi signups 0 -> 900 by 2026-03-31; kpi score 20 -> 65 by 2026-03-31; kpi spend <= 90M VND by 2026-03-31";
    let table = [
        ("", Some(KpiState::NoData)),
        ("actual signups 2026-01 310", Some(KpiState::OnPace)),
        ("actual signups 2026-01 310\nactual score 2026-01-31 33", Some(KpiState::AtRisk)),
        ("actual signups 2026-01 310\nactual score 2026-01-31 20", Some(KpiState::OffPace)),
    ];
    for (readings, expected) in table {
        let checked = plan(kpis, readings, "2026-02-10");
        let goal = checked.built.model.goals.ids().next().unwrap();
        assert_eq!(track(&checked.built.model).goal(goal), expected, "{readings}");
    }
}

#[test]
fn the_limit_of_off_pace_is_a_setting() {
    let checked = plan("kpi signups 0 -> 900 by 2026-03-31", "actual signups 2026-01 278", "2026-02-10");
    let model = &checked.built.model;
    let id = model.kpis.ids().next().unwrap();
    // 32 of 310 are 10.3%.
    for (limit, expected) in [(10, KpiState::OffPace), (20, KpiState::AtRisk), (30, KpiState::OnPace)] {
        let limits = Limits { off_pace_percent: limit, ..Limits::default() };
        assert_eq!(track_with(model, &limits).kpi(id).unwrap().state, expected, "{limit}");
    }
}

#[test]
fn work_is_late_near_or_blocked() {
    let text = r#"roadmap "R" { period 2026; currency VND }
person lan "Lan"
phase q1 "Q1" 2026-Q1 {
  owner lan; focus "f"; channel ads
  activity late "1" { owner lan; start 2026-01-05; deadline 2026-02-07; status in_progress 50% }
  activity today "2" { owner lan; start 2026-01-05; deadline 2026-02-10; status blocked "no budget" }
  activity near "3" { owner lan; start 2026-02-10; deadline 2026-02-24 }
  activity far "4" { owner lan; start 2026-02-11; deadline 2026-02-25 }
  activity done "5" { owner lan; start 2026-01-05; deadline 2026-01-09; status done 2026-01-09 }
  activity idea "6" { owner lan; start 2026-01-05; deadline 2026-01-09; status idea }
  activity off "7" { owner lan; start 2026-01-05; deadline 2026-01-09; status cancelled "why" }
  launch l "L" { owner lan; deadline 2026-03-01 }
}
"#;
    let checked = check(text, "2026-02-10");
    let model = &checked.built.model;
    let tracking = track(model);
    let expected = [
        (Some(3), None, false),
        (None, Some(0), true),
        (None, Some(14), false),
        (None, None, false),
        (None, None, false),
        (None, None, false),
        (None, None, false),
    ];
    for (id, expected) in model.activities.ids().zip(expected) {
        let track = tracking.activity(id).unwrap();
        assert_eq!((track.days_late, track.due_in, track.blocked), expected, "{}", model[id].head.id);
    }
    // 50 + 0 + 0 + 0 + 100 over the five that count.
    let phase = tracking.phase(model.phases.ids().next().unwrap()).unwrap();
    assert_eq!((phase.time, phase.progress), (Some(PhaseTime::Current), Some(Decimal::from(30))));
    assert_eq!((phase.counted, phase.done), (5, 1));
    // late, today, near and the launch; `far` begins tomorrow.
    assert_eq!(tracking.open_items(model.people.ids().next().unwrap()), 4);
    for (today, time) in [
        ("2025-12-31", PhaseTime::Future),
        ("2026-03-31", PhaseTime::Current),
        ("2026-04-01", PhaseTime::Past),
    ] {
        let checked = check(text, today);
        let tracking = track(&checked.built.model);
        assert_eq!(
            tracking.phase(checked.built.model.phases.ids().next().unwrap()).unwrap().time,
            Some(time)
        );
    }
}

#[test]
fn the_tour_is_behind_on_leads() {
    let text = corpus("tour.roadmap");
    let checked = crate::testing::check_files(&[&text, &corpus("people.roadmap")], "2026-02-03");
    let model = &checked.built.model;
    let pipeline = model.goals.iter().find(|(_, goal)| goal.head.id == "pipeline").map(|(id, _)| id).unwrap();
    let index = model[pipeline].kpis[0].raw() as usize;
    // 5,000 along an s-curve: t = 31/90, 3t² − 2t³ = (270 − 62)·961/729,000 = 0.27419…
    assert_eq!(shown(&checked, index), "1250@2026-01-31 | 1370.974 | -120.974 | 25 | AtRisk");
}

#[test]
fn formulas_in_a_circle_or_in_each_other_end() {
    let mut text = HEAD.to_owned();
    text.push_str(
        "metric a = b + a + a\nmetric b = a + b + b\nmetric m0 { unit count }\nmetric m1 = m0 + m0\n",
    );
    for index in 2..16 {
        let operands: Vec<String> = (0..index).map(|other| format!("m{other}")).collect();
        text.push_str(&format!("metric m{index} = {}\n", operands.join(" + ")));
    }
    text.push_str("goal g \"G\" { owner lan; kpi a >= 5 by 2026-03-31; kpi m15 >= 5 by 2026-03-31; kpi m2 >= 5 by 2026-03-31 }\n");
    text.push_str("actual m0 2026-01 1\nactual m0 2026-02 1\n");
    let checked = check(&text, "2026-03-01");
    assert_eq!(shown(&checked, 0), "- | 3.333 | - | - | NoData");
    assert!(shown(&checked, 1).ends_with("NoData"));
    // 5 · 60/90 by today. m0 + m1 = 2 + 4; 5 · 59/90 on the day of the last reading.
    assert_eq!(shown(&checked, 2), "6@2026-02-28 | 3.278 | 2.722 | 120 | Reached");
}

#[test]
fn every_text_of_the_corpus_can_be_followed() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/corpus/");
    let mut seen = 0;
    for folder in ["", "broken/", "small/", "errors/", "hostile/"] {
        #[allow(clippy::disallowed_methods, reason = "tests read fixtures")]
        let entries = std::fs::read_dir(format!("{root}{folder}")).unwrap();
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name().to_string_lossy().into_owned();
            #[allow(clippy::disallowed_methods, reason = "tests read fixtures")]
            let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
            if !name.ends_with(".roadmap") || text.len() > 200_000 {
                continue;
            }
            let checked = check(&text, "2026-02-15");
            let tracking = track(&checked.built.model);
            assert!(checked.built.model.kpis.ids().all(|id| tracking.kpi(id).is_some()), "{name}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}
