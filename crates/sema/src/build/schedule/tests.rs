//! Dates and slack of plans whose answers are known, and what holds for every plan.

use jiff::civil::Date;
use proptest::prelude::*;

use crate::calendar::Calendar;
use crate::model::{Model, Slack, WorkRef};
use crate::testing::{Checked, check};

/// A plan of one quarter with `inside` in its phase.
fn plan(inside: &str) -> Checked {
    check(
        &format!("roadmap \"R\" {{ period 2026 }}\nphase q1 \"P\" 2026-Q1 {{\n{inside}\n}}\n"),
        "2026-01-05",
    )
}

/// `start..end, slack N` for every piece of work that has dates, `!` where it is critical.
fn dates(checked: &Checked) -> Vec<String> {
    let model = &checked.built.model;
    let day = |day: Option<Date>| day.map_or_else(|| "?".to_owned(), |day| day.strftime("%m-%d").to_string());
    let slack = |slack: Option<Slack>| match slack {
        Some(slack) => {
            format!("{} by {}{}", slack.days, day(Some(slack.latest)), if slack.critical { "!" } else { "" })
        }
        None => "-".to_owned(),
    };
    let activities = model.activities.rows().iter().map(|row| {
        format!("{} {}..{} {}", row.head.id, day(row.dates.start), day(row.dates.end), slack(row.slack))
    });
    let launches = model
        .launches
        .rows()
        .iter()
        .map(|row| format!("{} {} {}", row.head.id, day(row.date), slack(row.slack)));
    let scripts = model.scripts.rows().iter().map(|row| {
        format!("{} {} {}", row.head.id, day(row.deadline.map(|day| day.value)), slack(row.slack))
    });
    let milestones =
        model.milestones.rows().iter().map(|row| {
            format!("{} {} {}", row.head.id, day(row.date.map(|day| day.value)), slack(row.slack))
        });
    activities.chain(launches).chain(scripts).chain(milestones).collect()
}

fn table(cases: &[(&str, &str, &[&str])]) {
    for (what, inside, wanted) in cases {
        let checked = plan(inside);
        assert_eq!(dates(&checked), *wanted, "{what}\n{}", checked.listing());
    }
}

#[test]
fn earliest_dates_follow_from_what_is_waited_for() {
    table(&[
        (
            // 01-11 is a Sunday.
            "the next working day, and the lag from there",
            "activity a \"A\" { start 2026-01-05; duration 1w }\n\
             activity b \"B\" { after a; duration 5bd }\nactivity c \"C\" { after a +3d; duration 1d }",
            &["a 01-05..01-11 52 by 03-24", "b 01-12..01-16 52 by 03-31", "c 01-15..01-15 53 by 03-31"],
        ),
        (
            "a duration counts back from a deadline where nothing gives a start",
            "activity a \"A\" { duration 2w; deadline 2026-01-30 }",
            &["a 01-17..01-30 0 by 01-30"],
        ),
        (
            "or from the launch that it prepares",
            "activity a \"A\" { duration 5bd; before l, m }\nlaunch l \"L\" { deadline 2026-02-09 }\n\
             launch m \"M\" { deadline 2026-03-09 }",
            &["a 02-02..02-06 1 by 02-09", "l 02-09 36 by 03-31", "m 03-09 16 by 03-31"],
        ),
        (
            "work that is done ended on that day",
            "activity a \"A\" { duration 2w; start 2026-01-05; status done 2026-01-09 }\n\
             activity b \"B\" { after a; duration 2d; deadline 2026-01-16 }",
            &["a 01-05..01-09 -", "b 01-12..01-13 3 by 01-16"],
        ),
        (
            "work given up holds nothing back where something else does",
            "activity a \"A\" { deadline 2026-03-02; status cancelled \"no\" }\n\
             activity b \"B\" { deadline 2026-01-09 }\nactivity c \"C\" { after a, b; duration 1d }",
            &["a ?..03-02 -", "b ?..01-09 56 by 03-30", "c 01-12..01-12 56 by 03-31"],
        ),
        (
            "a name that nobody knows gives no date",
            "activity a \"A\" { deadline 2026-01-09 }\nactivity b \"B\" { after a, nothing; duration 1d }",
            &["a ?..01-09 57 by 03-31", "b ?..? -"],
        ),
        (
            "without a duration it is over on its first day at the earliest",
            "activity a \"A\" { deadline 2026-02-13 }\nactivity b \"B\" { after a; deadline 2026-02-06 }",
            &["a ?..02-13 -6 by 02-05!", "b 02-16..02-16 -6 by 02-06!"],
        ),
        (
            "a series fills its phase",
            "activity a \"A\" { every mon }\nactivity b \"B\" { every mon; start 2026-02-02 }",
            &["a 01-01..03-31 -", "b 02-02..03-31 -"],
        ),
    ]);
}

#[test]
fn latest_dates_follow_from_deadlines_launches_and_phases() {
    table(&[
        (
            "the tightest of what waits decides",
            "activity a \"A\" { start 2026-01-05; duration 5bd }\n\
             activity b \"B\" { after a; duration 5bd; deadline 2026-01-21 }\n\
             activity c \"C\" { after a; duration 5bd }",
            &["a 01-05..01-09 3 by 01-14", "b 01-12..01-16 3 by 01-21", "c 01-12..01-16 52 by 03-31"],
        ),
        (
            "a path without slack is critical, a lone deadline is not",
            "activity a \"A\" { start 2026-01-05; duration 5bd }\n\
             activity b \"B\" { after a; duration 5bd; deadline 2026-01-16 }\n\
             activity c \"C\" { start 2026-01-05; duration 5bd; deadline 2026-01-09 }",
            &["a 01-05..01-09 0 by 01-11!", "b 01-12..01-16 0 by 01-16!", "c 01-05..01-09 0 by 01-09"],
        ),
        (
            "a launch bounds what prepares it and what it waits for, to the day",
            "launch l \"L\" { deadline 2026-02-10; after b +2d }\nactivity a \"A\" { before l; deadline 2026-02-06 }\n\
             activity b \"B\" { deadline 2026-02-04 }\nactivity c \"C\" { after l; duration 2d }",
            &[
                "a ?..02-06 2 by 02-10",
                "b ?..02-04 2 by 02-08",
                "c 02-11..02-12 33 by 03-31",
                "l 02-10 33 by 03-29",
            ],
        ),
        (
            "a start that is written is kept, unless work has begun",
            "activity a \"A\" { deadline 2026-01-09 }\nactivity b \"B\" { after a; start 2026-01-14; deadline 2026-01-30 }\n\
             activity c \"C\" { deadline 2026-01-09 }\n\
             activity d \"D\" { after c; start 2026-01-05; deadline 2026-01-30; status in_progress }",
            &[
                "a ?..01-09 3 by 01-14",
                "b 01-14..01-30 42 by 03-31",
                "c ?..01-09 57 by 03-31",
                "d 01-05..01-30 42 by 03-31",
            ],
        ),
        (
            "a script is needed when what it is for starts",
            "script s \"S\" { for a; deadline 2026-01-09 }\nactivity a \"A\" { start 2026-01-12; deadline 2026-01-30 }\n\
             milestone m \"M\" 2026-01-30",
            &["a 01-12..01-30 42 by 03-31", "s 01-09 1 by 01-12", "m 01-30 42 by 03-31"],
        ),
        (
            "what ends after its phase has the plan's end",
            "activity a \"A\" { deadline 2026-12-30 }\nactivity b \"B\" { deadline 2027-02-01 }",
            &["a ?..12-30 1 by 12-31", "b ?..02-01 -"],
        ),
    ]);
}

#[test]
fn what_waits_behind_a_circle_has_dates_and_its_members_no_slack() {
    table(&[(
        "two circles in one knot, and work behind it",
        "activity a \"A\" { after b, c; deadline 2026-01-09 }\nactivity b \"B\" { after a; deadline 2026-01-16 }\n\
         activity c \"C\" { after a }\nactivity d \"D\" { after b; duration 1d }",
        &["a ?..01-09 -", "b ?..01-16 -", "c ?..? -", "d 01-19..01-19 51 by 03-31"],
    )]);
}

#[test]
fn durations_beyond_the_last_year_are_told_at_the_duration() {
    for (inside, wanted) in [
        ("start 2026-01-05; duration 99999w", "error value/out-of-range `99999w`"),
        ("start 2026-01-05; duration 4000000000mo", "error value/out-of-range `4000000000mo`"),
        ("after l; duration 99999w", "error value/out-of-range `99999w`"),
        ("after l +99999w; duration 2w", "error value/out-of-range `l`"),
    ] {
        let checked =
            plan(&format!("launch l \"L\" {{ deadline 2026-02-10 }}\nactivity a \"A\" {{ {inside} }}"));
        assert_eq!(checked.said(&["value/"]), [wanted], "{inside}");
        assert_eq!(checked.said(&["time/deadline"]), [""; 0], "{inside}");
    }
}

#[test]
fn a_long_chain_is_followed_without_recursion() {
    let mut text =
        String::from("roadmap \"R\" { period 2026 }\nactivity a0 \"A\" { start 2026-01-05; duration 1bd }\n");
    for number in 1..5_000 {
        text.push_str(&format!("activity a{number} \"A\" {{ after a{}; duration 1bd }}\n", number - 1));
    }
    let checked = check(&text, "2026-01-05");
    let last = checked.built.model.activities.rows().last().unwrap();
    let calendar = &checked.built.model.calendar;
    assert_eq!(last.dates.end, calendar.add_working_days("2026-01-05".parse().unwrap(), 4_999));
}

/// One activity of a made-up plan: its length in working days, what it waits for, and days to its deadline.
#[derive(Clone, Debug)]
struct Made {
    duration: u32,
    after: Vec<usize>,
    lag: i32,
    deadline: Option<u32>,
    start: u32,
}

/// Activities that wait for earlier ones only.
fn made() -> impl Strategy<Value = Vec<Made>> {
    let one = (
        1_u32..8,
        proptest::collection::vec(0_usize..6, 0..3),
        -2_i32..4,
        proptest::option::of(5_u32..70),
        0_u32..20,
    );
    let one = one.prop_map(|(duration, after, lag, deadline, start)| Made {
        duration,
        after,
        lag,
        deadline,
        start,
    });
    proptest::collection::vec(one, 1..7)
}

/// The plan; the activity `moved` starts later by some working days.
fn written(made: &[Made], moved: Option<(usize, i32)>) -> String {
    let calendar = Calendar::built_in(crate::calendar::BuiltIn::Weekdays);
    let first: Date = "2026-01-05".parse().unwrap();
    let mut text = String::from("roadmap \"R\" { period 2026 }\nphase p \"P\" 2026-H1 {\n");
    for (number, one) in made.iter().enumerate() {
        let after: Vec<usize> = one.after.iter().copied().filter(|before| *before < number).collect();
        text.push_str(&format!("  activity a{number} \"A\" {{ duration {}bd; ", one.duration));
        if after.is_empty() {
            let later = moved.filter(|(moved, _)| *moved == number).map_or(0, |(_, days)| days);
            let start = calendar.add_working_days(first, i32::try_from(one.start).unwrap() + later).unwrap();
            text.push_str(&format!("start {start}; "));
        }
        for before in after {
            let sign = if one.lag < 0 { '-' } else { '+' };
            text.push_str(&format!("after a{before} {sign}{}d; ", one.lag.abs()));
        }
        if let Some(days) = one.deadline {
            let deadline = calendar.add_working_days(first, i32::try_from(days).unwrap()).unwrap();
            text.push_str(&format!("deadline {deadline}; "));
        }
        text.push_str("}\n");
    }
    text.push_str("}\n");
    text
}

/// Which activities end after their deadline or their phase.
fn broken(model: &Model) -> Vec<usize> {
    let phase = model.phases.rows().first().unwrap().range.unwrap().value;
    let rows = model.activities.rows().iter().enumerate();
    let late = rows.filter(|(_, row)| {
        let end = row.dates.end.unwrap();
        row.deadline.map_or(phase.end, |deadline| deadline.value) < end
    });
    late.map(|(number, _)| number).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_successor_starts_before_its_predecessors_end(made in made()) {
        let checked = check(&written(&made, None), "2026-01-05");
        let model = &checked.built.model;
        for row in model.activities.rows() {
            for before in &row.after {
                let Some(WorkRef::Activity(id)) = before.work.target else { continue };
                let lag = before.lag.unwrap();
                let earliest = model.calendar.shift(model[id].dates.end.unwrap().tomorrow().unwrap(), lag).unwrap();
                prop_assert!(row.dates.start.unwrap() >= earliest);
            }
        }
    }

    #[test]
    fn slack_is_never_negative_where_nothing_is_late(made in made()) {
        let checked = check(&written(&made, None), "2026-01-05");
        let model = &checked.built.model;
        if broken(model).is_empty() {
            for row in model.activities.rows() {
                prop_assert!(row.slack.unwrap().days >= 0, "{}", row.head.id);
            }
        }
    }

    #[test]
    fn work_may_slip_by_its_slack_and_not_by_a_day_more(made in made()) {
        let checked = check(&written(&made, None), "2026-01-05");
        let before = &checked.built.model;
        prop_assume!(broken(before).is_empty());
        for (number, row) in before.activities.rows().iter().enumerate().filter(|(_, row)| row.start.is_some()) {
            let slack = row.slack.unwrap().days;
            let moved = |days| broken(&check(&written(&made, Some((number, days))), "2026-01-05").built.model);
            prop_assert_eq!(moved(slack), Vec::<usize>::new(), "a{} by {}", number, slack);
            prop_assert!(!moved(slack + 1).is_empty(), "a{number} by {slack} and a day");
        }
    }

    #[test]
    fn the_same_plan_has_the_same_dates_and_circles_no_slack(made in made(), edges in proptest::collection::vec((0_usize..7, 0_usize..7), 0..9)) {
        let mut text = written(&made, None);
        for (number, (from, to)) in edges.iter().enumerate() {
            let extra = format!("a{from} \"A\" {{ ");
            if number % 2 == 0 && *to < made.len() {
                text = text.replace(&extra, &format!("{extra}after a{to}; "));
            }
        }
        let (checked, again) = (check(&text, "2026-01-05"), check(&text, "2026-01-05"));
        prop_assert_eq!(dates(&checked), dates(&again));
        let model = &checked.built.model;
        for cycle in &model.cycles {
            for member in cycle.members.iter().chain(&cycle.others) {
                let WorkRef::Activity(id) = member.work else { unreachable!() };
                prop_assert_eq!(model[id].slack, None);
            }
        }
    }
}
