//! Which of the rules on dates speaks, where, and where all are silent.

use roadmap_diag::{Diagnostic, Fix, Locale, render};

use crate::testing::{Checked, check};

/// A quarter with `inside` in its phase, on the calendar of Vietnam.
fn plan(inside: &str) -> String {
    format!(
        "roadmap \"R\" {{ period 2026; calendar vn }}\nperson lan \"Lan\"\nphase q1 \"P\" 2026-Q1 {{\n{inside}\n}}\n"
    )
}

fn on(inside: &str, today: &str) -> Checked {
    let checked = check(&plan(inside), today);
    let listing = checked.listing();
    for group in ["syntax/", "name/", "schema/"] {
        assert!(!listing.contains(group), "{inside}\n{listing}");
    }
    checked
}

/// What the rules of `groups` find on the first working day of the year.
fn said(inside: &str, groups: &[&str]) -> Vec<String> {
    on(inside, "2026-01-05").said(groups)
}

/// The only finding of `code`.
fn one<'c>(checked: &'c Checked, code: &str) -> &'c Diagnostic {
    let mut found = checked.findings.iter().filter(|found| found.code.as_str() == code);
    let first = found.next().unwrap_or_else(|| panic!("no {code}\n{}", checked.listing()));
    assert!(found.next().is_none(), "{}", checked.listing());
    first
}

/// The places that belong to a finding, with their words.
fn related(checked: &Checked, found: &Diagnostic) -> Vec<String> {
    let places = found.related.iter();
    places
        .map(|place| format!("`{}` {}", checked.text(place.span), render(&place.message, Locale::En)))
        .collect()
}

#[test]
fn a_circle_is_told_once_with_all_its_members() {
    let three = on(
        "activity a \"A\" { after b }\nactivity b \"B\" { after c }\nactivity c \"C\" { after a }",
        "2026-01-05",
    );
    let found = one(&three, "time/dependency-cycle");
    assert_eq!(
        render(&found.message, Locale::En),
        "these wait for each other in a circle: `a` → `b` → `c` → `a`"
    );
    assert_eq!(related(&three, found), ["`c` `b` waits for `c`", "`a` `c` waits for `a`"]);

    // Two circles through one activity are one knot.
    let knot = on(
        "activity a \"A\" { after b, c }\nactivity b \"B\" { after a }\nactivity c \"C\" { after a }",
        "2026-01-05",
    );
    let found = one(&knot, "time/dependency-cycle");
    assert_eq!(related(&knot, found), ["`a` `b` waits for `a`", "`a` `c` waits for `a`"]);

    let launch = on(
        "launch l \"L\" { deadline 2026-02-10 }\nactivity a \"A\" { before l; after b }\nactivity b \"B\" { after l }",
        "2026-01-05",
    );
    let found = one(&launch, "time/dependency-cycle");
    assert_eq!(
        render(&found.message, Locale::En),
        "these wait for each other in a circle: `l` → `a` → `b` → `l`"
    );
    assert_eq!(launch.text(found.subject.unwrap()), "activity");
    assert_eq!(related(&launch, found), ["`b` `a` waits for `b`", "`l` `b` waits for `l`"]);
}

#[test]
fn a_circle_of_very_many_is_cut_in_the_sentence() {
    let count = 40;
    let all: String =
        (0..count).map(|at| format!("activity a{at} \"A\" {{ after a{} }}\n", (at + 1) % count)).collect();
    let checked = on(&all, "2026-01-05");
    let found = one(&checked, "time/dependency-cycle");
    assert!(render(&found.message, Locale::En).ends_with("`a11` → … → `a0`"));
    assert_eq!(found.related.len(), count - 1);
}

const ORDER: [&str; 3] = ["time/starts", "time/deadline-unreachable", "launch/product"];

fn table(groups: &[&str], cases: &[(&str, &str, &[&str])]) {
    for (what, inside, wanted) in cases {
        assert_eq!(said(inside, groups), *wanted, "{what}");
    }
}

#[test]
fn a_written_start_waits_for_what_it_is_after() {
    let early = ["error time/starts-too-early `2026-02-09`"];
    table(
        &ORDER,
        &[
            (
                "before",
                "activity a \"A\" { deadline 2026-02-13 }\nactivity b \"B\" { after a; start 2026-02-09 }",
                &early,
            ),
            (
                "on the same day",
                "activity a \"A\" { deadline 2026-02-09 }\nactivity b \"B\" { after a; start 2026-02-09 }",
                &[],
            ),
            (
                "within the lag",
                "activity a \"A\" { deadline 2026-02-06 }\nactivity b \"B\" { after a +4d; start 2026-02-09 }",
                &early,
            ),
            (
                "behind the lag",
                "activity a \"A\" { deadline 2026-02-06 }\nactivity b \"B\" { after a +3d; start 2026-02-09 }",
                &[],
            ),
            (
                "a lag may lead back",
                "activity a \"A\" { deadline 2026-02-13 }\nactivity b \"B\" { after a -4d; start 2026-02-09 }",
                &[],
            ),
            (
                "a milestone",
                "milestone a \"A\" 2026-02-13\nactivity b \"B\" { after a; start 2026-02-09 }",
                &early,
            ),
            (
                "a launch",
                "launch a \"A\" { deadline 2026-02-13 }\nactivity b \"B\" { after a; start 2026-02-09 }",
                &early,
            ),
            (
                "a launch that is done earlier",
                "launch a \"A\" { deadline 2026-02-13; status done 2026-01-02 }\nactivity b \"B\" { after a; start 2026-02-09 }",
                &[],
            ),
            (
                "under way",
                "activity a \"A\" { deadline 2026-02-13 }\nactivity b \"B\" { after a; start 2026-01-02; status in_progress }",
                &[],
            ),
            (
                "done",
                "activity a \"A\" { deadline 2026-02-13 }\nactivity b \"B\" { after a; start 2026-01-02; status done }",
                &[],
            ),
            (
                "after an idea",
                "activity a \"A\" { deadline 2026-02-13; status idea }\nactivity b \"B\" { after a; start 2026-02-09 }",
                &[],
            ),
            (
                "after what was given up",
                "activity a \"A\" { deadline 2026-02-13; status cancelled \"no\" }\nactivity b \"B\" { after a; start 2026-02-09 }",
                &[],
            ),
            (
                "a start that cannot be read",
                "activity a \"A\" { deadline 2026-02-13 }\nactivity b \"B\" { after a; start 2026-02-30 }",
                &[],
            ),
            // The first promise that breaks is told, not what follows from it.
            (
                "behind a broken deadline",
                "activity a \"A\" { start 2026-01-05; duration 6w; deadline 2026-02-06 }\nactivity b \"B\" { after a; start 2026-02-09 }",
                &["error time/deadline-unreachable `2026-02-06`"],
            ),
        ],
    );
}

#[test]
fn what_sells_a_launch_waits_for_it() {
    let launch = "launch l \"L\" { deadline 2026-02-10 }\n";
    let activity = |inside: &str| said(&format!("{launch}activity a \"A\" {{ {inside} }}"), &ORDER);
    let early = ["error launch/product-not-ready `2026-02-02`"];
    assert_eq!(activity("start 2026-02-02; deadline 2026-03-13; promotes l"), early);
    assert_eq!(activity("start 2026-02-02; deadline 2026-03-13; promotes l; after l"), early, "and no more");
    assert_eq!(activity("start 2026-02-10; deadline 2026-03-13; promotes l"), [""; 0], "on the day");
    assert_eq!(activity("start 2026-02-02; deadline 2026-02-09; promotes l; before l"), [""; 0]);
    assert_eq!(
        activity("duration 6w; deadline 2026-03-13; promotes l"),
        ["error launch/product-not-ready `l`"]
    );
    assert_eq!(activity("deadline 2026-03-13; promotes l"), [""; 0], "nobody knows when it starts");
    assert_eq!(activity("after l; duration 2w; promotes l"), [""; 0]);
    for status in ["done", "cancelled \"no\"", "idea"] {
        assert_eq!(
            activity(&format!("start 2026-02-02; deadline 2026-03-13; promotes l; status {status}")),
            [""; 0]
        );
        let launched = format!(
            "launch l \"L\" {{ deadline 2026-02-10; status {status} }}\nactivity a \"A\" {{ start 2026-02-02; deadline 2026-03-13; promotes l }}"
        );
        assert_eq!(said(&launched, &ORDER), [""; 0], "{status}");
    }
}

#[test]
fn deadlines_are_told_where_they_break_first() {
    let broken = |place: &'static str| vec![format!("error time/deadline-unreachable `{place}`")];
    let cases: &[(&str, &str, Vec<String>)] = &[
        (
            "in time to the day",
            "activity a \"A\" { start 2026-01-05; duration 1w; deadline 2026-01-11 }",
            vec![],
        ),
        (
            "too long",
            "activity a \"A\" { start 2026-01-05; duration 1w; deadline 2026-01-10 }",
            broken("2026-01-10"),
        ),
        (
            "a period",
            "activity a \"A\" { start 2026-01-05; duration 4w; deadline 2026-01 }",
            broken("2026-01"),
        ),
        ("counted back from it", "activity a \"A\" { duration 4w; deadline 2026-01-30 }", vec![]),
        (
            "no duration",
            "activity a \"A\" { deadline 2026-02-06 }\nactivity b \"B\" { after a; deadline 2026-02-06 }",
            broken("2026-02-06"),
        ),
        (
            "the second follows from the first",
            "activity a \"A\" { start 2026-01-05; duration 4w; deadline 2026-01-30 }\n\
             activity b \"B\" { after a; duration 1w; deadline 2026-02-08 }",
            broken("2026-01-30"),
        ),
        (
            "the second breaks by itself, too",
            "activity a \"A\" { start 2026-01-05; duration 4w; deadline 2026-01-30 }\n\
             activity b \"B\" { after a; duration 1w; deadline 2026-02-06 }",
            vec![broken("2026-01-30").remove(0), broken("2026-02-06").remove(0)],
        ),
        (
            "a chain that is due on one day",
            "activity a \"A\" { start 2026-01-05; duration 9w; deadline 2026-02-27 }\n\
             activity b \"B\" { after a; duration 3w; deadline 2026-02-27 }\n\
             activity c \"C\" { after b; duration 3w; deadline 2026-02-27 }",
            broken("2026-02-27"),
        ),
        (
            "a launch",
            "activity a \"A\" { deadline 2026-02-13 }\nlaunch l \"L\" { after a; deadline 2026-02-10 }",
            broken("2026-02-10"),
        ),
        (
            "a launch on the day of what it waits for",
            "activity a \"A\" { deadline 2026-02-10 }\nlaunch l \"L\" { after a; deadline 2026-02-10 }",
            vec![],
        ),
        (
            "what both wait for is told once",
            "activity a \"A\" { deadline 2026-02-13; before l }\nlaunch l \"L\" { after a; deadline 2026-02-10 }",
            broken("2026-02-13"),
        ),
        (
            "before a launch, by its deadline",
            "activity a \"A\" { deadline 2026-02-13; before l }\nlaunch l \"L\" { deadline 2026-02-10 }",
            broken("2026-02-13"),
        ),
        (
            "before a launch, by its duration",
            "activity a \"A\" { start 2026-01-12; duration 5w; before l }\nlaunch l \"L\" { deadline 2026-02-10 }",
            broken("l"),
        ),
        (
            "before a launch that was",
            "activity a \"A\" { deadline 2026-02-13; before l }\n\
             launch l \"L\" { deadline 2026-02-10; status done 2026-01-02 }",
            vec![],
        ),
        (
            "done",
            "activity a \"A\" { start 2026-01-05; duration 1w; deadline 2026-01-10; status done }",
            vec![],
        ),
        (
            "behind an idea",
            "activity a \"A\" { deadline 2026-02-13; status idea }\nactivity b \"B\" { after a; duration 1w; deadline 2026-02-16 }",
            vec![],
        ),
        (
            "a start behind its deadline is another error",
            "activity a \"A\" { start 2026-02-13; duration 1w; deadline 2026-02-02 }",
            vec![],
        ),
        (
            "a circle",
            "activity a \"A\" { after b; start 2026-01-05; duration 9w; deadline 2026-02-02 }\nactivity b \"B\" { after a }",
            vec![],
        ),
    ];
    for (what, inside, wanted) in cases {
        assert_eq!(said(inside, &ORDER), *wanted, "{what}");
    }
}

#[test]
fn the_chain_behind_a_deadline_is_named_with_its_dates() {
    let chain = on(
        "activity landing \"A\" { start 2026-01-05; deadline 2026-01-30 }\n\
         activity app_v2 \"B\" { after landing; duration 5d }\n\
         activity ads \"C\" { after app_v2; duration 2w; deadline 2026-02-20 }",
        "2026-01-05",
    );
    let found = one(&chain, "time/deadline-unreachable");
    assert_eq!(
        render(&found.message, Locale::En),
        "`ads` ends on 22 Feb 2026 at the earliest, 2 days after its deadline: `landing` (30 Jan 2026) → `app_v2` (6 Feb 2026) → `ads`"
    );
    assert_eq!(
        render(&found.message, Locale::Vi),
        "`ads` sớm nhất 22/02/2026 mới xong, trễ hạn 2 ngày: `landing` (30/01/2026) → `app_v2` (06/02/2026) → `ads`"
    );
    assert_eq!(
        related(&chain, found),
        ["`app_v2` `app_v2` ends on 6 Feb 2026", "`2026-01-30` `landing` ends on 30 Jan 2026"]
    );
}

#[test]
fn a_long_chain_is_cut_at_its_far_end() {
    let mut all = String::from("activity a0 \"A\" { start 2026-01-05; duration 1bd }\n");
    for at in 1..12 {
        let deadline = if at == 11 { "; deadline 2026-01-16" } else { "" };
        all.push_str(&format!("activity a{at} \"A\" {{ after a{}; duration 1bd{deadline} }}\n", at - 1));
    }
    let checked = on(&all, "2026-01-05");
    let found = one(&checked, "time/deadline-unreachable");
    let text = render(&found.message, Locale::En);
    assert!(text.contains(": … → `a5` (12 Jan 2026) → `a6`") && text.ends_with("→ `a11`"), "{text}");
    assert_eq!(found.related.len(), 6);
}

/// `plan` after `fix`, its place in the phase.
fn mended(checked: &Checked, inside: &str, fix: &Fix) -> String {
    let mut edits: Vec<_> = fix.edits.iter().map(|edit| (checked.resolve(edit.span).1, &edit.text)).collect();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = plan(inside);
    for (range, new) in edits {
        text.replace_range(range.as_range(), new);
    }
    let (_, inside) = text.split_once("2026-Q1 {\n").unwrap();
    inside.trim_end_matches("\n}\n").to_owned()
}

/// Every mend of the only finding of `code`, applied.
fn mends(inside: &str, code: &str) -> Vec<String> {
    let checked = on(inside, "2026-01-05");
    let found = one(&checked, code);
    assert!(found.fixes.iter().all(|fix| !fix.safe));
    found.fixes.iter().map(|fix| mended(&checked, inside, fix)).collect()
}

#[test]
fn mends_follow_the_calendar() {
    assert_eq!(
        mends(
            "activity a \"A\" { deadline 2026-02-13 }\nactivity b \"B\" { after a; start 2026-02-09 }",
            "time/starts-too-early"
        ),
        // The week behind it is Tết.
        ["activity a \"A\" { deadline 2026-02-13 }\nactivity b \"B\" { after a; start 2026-02-23 }"]
    );
    assert_eq!(
        mends(
            "activity a \"A\" { start 2026-01-05; duration 3w; deadline 2026-01-16 }",
            "time/deadline-unreachable"
        ),
        ["activity a \"A\" { start 2026-01-05; duration 3w; deadline 2026-01-25 }"]
    );
    assert_eq!(
        mends(
            "activity a \"A\" { start 2026-01-05; duration 6w; before l }\nlaunch l \"L\" { deadline 2026-02-10 }",
            "time/deadline-unreachable"
        ),
        [
            "activity a \"A\" { start 2026-01-05; duration 6w; before l }\nlaunch l \"L\" { deadline 2026-02-15 }"
        ]
    );
    let launch = "launch l \"L\" { deadline 2026-02-10 }\n";
    let not_ready =
        |inside: &str| mends(&format!("{launch}activity a \"A\" {{ {inside} }}"), "launch/product-not-ready");
    assert_eq!(
        not_ready("start 2026-02-02; duration 2w; promotes l"),
        [format!("{launch}activity a \"A\" {{ after l; duration 2w; promotes l }}")]
    );
    assert_eq!(
        not_ready("duration 6w; deadline 2026-03-13; promotes l"),
        [format!("{launch}activity a \"A\" {{ after l; duration 6w; deadline 2026-03-13; promotes l }}")]
    );
    assert_eq!(
        not_ready("start 2026-02-02; duration 2w; promotes l; after l"),
        [format!("{launch}activity a \"A\" {{ start 2026-02-11; duration 2w; promotes l; after l }}")]
    );
    // The launch of another phase is called by its phase.
    let other = "phase q2 \"Q\" 2026-Q2 { launch m \"M\" { deadline 2026-04-10 } }";
    let text = plan("activity a \"A\" { start 2026-02-02; deadline 2026-03-13; promotes q2.m }") + other;
    let checked = check(&text, "2026-01-05");
    assert_eq!(one(&checked, "launch/product-not-ready").fixes[0].edits[0].text, "after q2.m");
}

#[test]
fn a_day_off_gives_way_to_the_working_days_around_it() {
    let texts = |inside: &str, code: &str| {
        let checked = on(inside, "2026-01-05");
        let fixes = &one(&checked, code).fixes;
        assert!(fixes.iter().all(|fix| !fix.safe), "earlier or later is a choice");
        fixes.iter().map(|fix| fix.edits[0].text.clone()).collect::<Vec<_>>()
    };
    let weekend = |inside: &str| texts(inside, "time/nonworking-deadline");
    assert_eq!(weekend("activity a \"A\" { deadline 2026-01-17 }"), ["2026-01-16", "2026-01-19"]);
    assert_eq!(weekend("activity a \"A\" { start 2026-01-17; deadline 2026-01-18 }"), ["2026-01-19"]);
    assert_eq!(weekend("launch l \"L\" { deadline 2026-03-28 }"), ["2026-03-27", "2026-03-30"]);
    let tet = |inside: &str| texts(inside, "text/holiday-clash");
    assert_eq!(tet("launch l \"L\" { deadline 2026-02-17 }"), ["2026-02-13", "2026-02-23"]);
    assert_eq!(tet("activity a \"A\" { start 2026-02-18; deadline 2026-03-06 }"), ["2026-02-23"]);
    // A phase that ends on a day off offers no day behind it.
    let text = "roadmap \"R\" { period 2026 }\nphase p \"P\" 2026-01-05..2026-02-28 { activity a \"A\" { deadline 2026-02-28 } }\n";
    let checked = check(text, "2026-01-05");
    assert_eq!(one(&checked, "time/nonworking-deadline").fixes.len(), 1);
}

#[test]
fn what_has_passed_is_late_and_not_on_the_wrong_day() {
    let groups = ["time/nonworking", "text/", "time/overdue"];
    let late =
        on("activity a \"A\" { deadline 2026-01-17 }\nlaunch l \"L\" { deadline 2026-02-17 }", "2026-03-02");
    assert_eq!(
        late.said(&groups),
        ["warning time/overdue `2026-01-17`", "warning time/overdue `2026-02-17`"]
    );
    let computed = "activity a \"A\" { start 2026-01-05; duration 2w }\nactivity b \"B\" { every mon }";
    assert_eq!(on(computed, "2026-01-19").said(&groups), ["warning time/overdue `2w`"]);
    assert_eq!(on(computed, "2026-01-18").said(&groups), [""; 0]);
    let done = "activity a \"A\" { start 2026-01-05; duration 2w; status done }\n\
                launch l \"L\" { deadline 2026-02-17; status done }\nactivity b \"B\" { deadline 2026-Q1; status done }";
    assert_eq!(on(done, "2026-04-02").said(&groups), [""; 0]);
}

#[test]
fn a_deadline_that_has_passed_is_late_and_nothing_else() {
    let inside = "activity a \"A\" { start 2026-01-05; duration 4w; deadline 2026-01-16 }\n\
                  activity b \"B\" { deadline 2026-02-06 }\nlaunch l \"L\" { after b; deadline 2026-02-04 }";
    let groups = ["time/overdue", "time/deadline-unreachable"];
    assert_eq!(
        on(inside, "2026-01-15").said(&groups),
        ["error time/deadline-unreachable `2026-01-16`", "error time/deadline-unreachable `2026-02-04`"]
    );
    assert_eq!(
        on(inside, "2026-02-05").said(&groups),
        ["warning time/overdue `2026-01-16`", "warning time/overdue `2026-02-04`"]
    );
}

#[test]
fn a_deadline_keeps_to_its_phase_as_far_as_work_goes() {
    let outside = |deadline: &str, status: &str| {
        let text = format!(
            "roadmap \"R\" {{ period 2026 }}\nphase p \"P\" 2026-01-05..2026-02-27 {{ activity a \"A\" {{ deadline {deadline}{status} }} }}\n"
        );
        check(&text, "2026-01-05").said(&["time/deadline-outside"]).len()
    };
    assert_eq!(outside("2026-02", ""), 0, "the month ends on the Saturday behind the phase");
    assert_eq!(outside("2026-02-28", ""), 1);
    assert_eq!(outside("2026-03", ""), 1);
    assert_eq!(outside("2026-01-02", ""), 1);
    assert_eq!(outside("2026-03", "; status done"), 0);
}

#[test]
fn the_end_of_the_phase_or_of_the_plan_is_offered_as_a_deadline() {
    assert_eq!(
        mends(
            "activity a \"A\" { start 2026-02-02 }\nactivity b \"B\" { every mon }",
            "time/deadline-missing"
        ),
        ["activity a \"A\" { deadline 2026-03-31; start 2026-02-02 }\nactivity b \"B\" { every mon }"]
    );
    let text = "roadmap \"R\" { period 2026 }\nactivity a \"A\" { every mon }\n";
    let checked = check(text, "2026-01-05");
    assert_eq!(one(&checked, "time/deadline-missing").fixes[0].edits[0].text, " deadline 2026-12-31;");
}

#[test]
fn a_launch_that_cannot_keep_its_day_begins_the_chain_behind_it() {
    let late = on(
        "activity a \"A\" { start 2026-01-12; duration 40bd }\nlaunch l \"L\" { deadline 2026-02-04; after a }\n\
         activity b \"B\" { after l; duration 20bd; deadline 2026-02-24 }",
        "2026-01-05",
    );
    let mut found = late.findings.iter().filter(|found| found.code.as_str() == "time/deadline-unreachable");
    assert!(render(&found.next().unwrap().message, Locale::En).contains("`a` ("));
    let behind = render(&found.next().unwrap().message, Locale::En);
    assert!(behind.ends_with(": `l` (4 Feb 2026) → `b`"), "{behind}");
}

#[test]
fn a_deadline_before_its_start_or_phase_is_one_finding() {
    let dates = |dates: &str| said(&format!("activity a \"A\" {{ {dates} }}"), &["time/", "value/"]);
    assert_eq!(dates("start 2026-01-12; deadline 2025-02-03"), ["error value/range-backwards `2025-02-03`"]);
    assert_eq!(dates("deadline 2025-02-03"), ["warning time/deadline-outside-phase `2025-02-03`"]);
    // Sundays, too.
    assert_eq!(dates("start 2026-03-16; deadline 2026-03-15"), ["error value/range-backwards `2026-03-15`"]);
    assert_eq!(dates("deadline 2026-06-14"), ["warning time/deadline-outside-phase `2026-06-14`"]);
}
