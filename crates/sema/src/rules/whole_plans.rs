//! Rules together, over whole plans: what they say at once, and where they keep silent.

use roadmap_diag::Severity;

use crate::testing::{Checked, check};

/// The groups whose rules these tests are about.
const GROUPS: [&str; 5] = ["plan/", "people/", "channel/", "time/", "text/"];

fn corpus(name: &str) -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/corpus/");
    #[allow(clippy::disallowed_methods, reason = "tests read fixtures")]
    std::fs::read_to_string(format!("{path}{name}")).unwrap()
}

/// What the rules find, in the order of the text: the code and the place's words.
fn found(checked: &Checked) -> Vec<String> {
    let of_rules = checked
        .findings
        .iter()
        .filter(|found| GROUPS.iter().any(|group| found.code.as_str().starts_with(group)));
    of_rules
        .filter(|found| found.code.as_str() != "plan/not-yet")
        .map(|found| format!("{} `{}`", found.code.as_str(), checked.text(found.span)))
        .collect()
}

/// Checks a whole plan whose phase is asked for nothing more than `inside`.
fn inside_phase(inside: &str, today: &str) -> Vec<String> {
    let plan = format!(
        "roadmap \"R\" {{ period 2026; checkpoint weekly; calendar vn }}\n\
         person lan \"Lan\" {{ role cmo }}\n\
         phase q1 \"P\" 2026-Q1 {{\n  focus \"F\"\n  channel seo support\n  \
         goal g \"G\" {{ owner lan; kpi leads 0 -> 9 by 2026-03-31 }}\n{inside}\n}}\n"
    );
    found(&check(&plan, today))
}

fn activity(inside: &str) -> Vec<String> {
    inside_phase(&format!("  activity a \"A\" {{ owner lan; {inside} }}"), "2026-01-05")
}

#[test]
fn a_whole_small_plan_is_left_in_peace() {
    let checked = check(&corpus("small/shop.roadmap"), "2026-01-05");
    assert!(checked.findings.len() <= 5, "{}", checked.listing());
    assert!(checked.findings.iter().all(|found| found.severity < Severity::Error), "{}", checked.listing());
}

#[test]
fn a_draft_gets_at_most_five_blocks_and_its_idea_none() {
    let text = corpus("small/draft.roadmap");
    let checked = check(&text, "2026-01-05");
    let mut blocks: Vec<_> = checked.findings.iter().map(|found| found.subject).collect();
    blocks.sort_unstable();
    blocks.dedup();
    assert!(blocks.len() <= 5, "{}", checked.listing());
    let idea = text.lines().position(|line| line.contains("activity tiktok")).unwrap() + 1;
    assert!(!checked.listing().contains(&format!("0:{idea}:")), "{}", checked.listing());
}

#[test]
fn an_empty_project_lacks_everything_and_is_told_so_once() {
    let checked = check("", "2026-01-05");
    assert_eq!(found(&checked), ["plan/incomplete ``"]);
    assert_eq!(checked.findings.len(), 1);
}

#[test]
fn what_is_lost_in_broken_text_is_not_called_missing() {
    let plan = "roadmap \"R\" { period 2026 }\nphase q1 \"P\" 2026-Q1 {\n  focus \"unterminated\n";
    let checked = check(plan, "2026-01-05");
    assert!(!checked.syntax.is_empty());
    let missing: Vec<_> = found(&checked).into_iter().filter(|found| found.contains("missing")).collect();
    assert!(missing.is_empty(), "{}", checked.listing());
}

#[test]
fn a_log_behind_a_phase_that_is_cut_off_is_not_called_missing() {
    let said = |end: &str| {
        let plan = format!(
            "roadmap \"R\" {{ period 2026; cadence weekly mon }}\nperson lan \"Lan\"\n\
             phase q1 \"P\" 2026-Q1 {{\n  focus \"F\"\n  goal g \"G\" {{ owner lan; kpi leads >= 9 by 2026-03-31 }}\n{end}"
        );
        check(&plan, "2026-02-02").said(&["review/overdue"])
    };
    assert_eq!(said(""), [""; 0]);
    assert_eq!(said("}\n"), ["warning review/overdue `weekly mon`"]);
}

#[test]
fn values_that_are_broken_count_as_written() {
    assert!(activity("kpi leads >= 9; deadline 2026-02-30").is_empty());
    assert!(activity("kpi leads >= 9; after nowhere; duration 2w").is_empty());
    assert!(activity("category adz; start 2026-01-05; duration 2").is_empty());
    assert_eq!(
        inside_phase("  activity a \"A\" { owner nobody; deadline 2026-02-27 }", "2026-01-05"),
        ["people/owner-unknown `nobody`"]
    );
}

#[test]
fn ends_follow_from_durations_and_from_rhythms_within_a_phase() {
    for end in ["start 2026-01-05; duration 2w", "every mon"] {
        assert!(activity(end).is_empty(), "{end}");
    }
    for end in ["start 2026-01-05", "status done 2026-01-02", "duration 2w"] {
        assert_eq!(activity(end), ["time/deadline-missing `activity`"], "{end}");
    }
}

#[test]
fn only_a_written_day_is_blamed_for_being_free() {
    let cases: &[(&str, &[&str])] = &[
        // A Saturday; the month that ends on it; a duration that does.
        ("deadline 2026-02-28", &["time/nonworking-deadline `2026-02-28`"]),
        ("deadline 2026-02", &[]),
        ("start 2026-02-23; duration 6d", &[]),
        // Tết is one finding, not two.
        ("deadline 2026-02-17", &["text/holiday-clash `2026-02-17`"]),
        ("start 2026-02-17; deadline 2026-03-13", &["text/holiday-clash `2026-02-17`"]),
        ("start 2026-Q1; deadline 2026-03-13", &[]),
        // Nothing is asked of what is out of the plan, and it fills no phase.
        ("deadline 2026-02-17; status cancelled \"no\"", &["plan/phase-empty `phase`"]),
        ("deadline 2026-02-17; status idea", &["plan/phase-empty `phase`"]),
    ];
    for (inside, expected) in cases {
        assert_eq!(activity(inside), *expected, "{inside}");
    }
}

#[test]
fn a_milestone_stands_within_its_phase() {
    let milestone = |day: &str| {
        let inside = format!("  activity a \"A\" {{ owner lan; every mon }}\n  milestone m \"M\" {day}");
        inside_phase(&inside, "2026-01-05")
    };
    assert!(milestone("2026-03-31").is_empty());
    assert_eq!(milestone("2026-04-01"), ["time/deadline-outside-phase `2026-04-01`"]);
    assert_eq!(milestone("2025-03-02"), ["time/deadline-outside-phase `2025-03-02`"]);
}

#[test]
fn a_focus_that_is_still_to_be_filled_in_is_none() {
    let focus = |line: &str| {
        let plan = format!(
            "roadmap \"R\" {{ period 2026 }}\nperson lan \"Lan\"\nphase q1 \"P\" 2026-Q1 {{\n  {line}\n  channel seo\n  \
             goal g \"G\" {{ owner lan; kpi leads 0 -> 9 by 2026-03-31 }}\n  activity a \"A\" {{ owner lan; every mon; \
             checkpoint weekly }}\n}}\n"
        );
        check(&plan, "2026-01-05").said(&["plan/focus-missing", "schema/"])
    };
    assert_eq!(focus("focus \" \""), ["error plan/focus-missing `\" \"`"]);
    assert_eq!(focus(""), ["error plan/focus-missing `phase`"]);
    assert_eq!(focus("focus brand"), ["error schema/value-form `brand`"]);
}

#[test]
fn nothing_is_asked_of_what_is_out_of_the_plan() {
    for status in ["idea", "cancelled \"no\""] {
        let plan = format!(
            "roadmap \"R\" {{ period 2026 }}\nperson lan \"Lan\"\nfield by on activity {{ type text; required }}\n\
             activity a \"A\" {{ status {status}; kpi leads }}\nscript s \"S\" {{ status {status}; kpi leads 9 -> 5 }}\n\
             launch l \"L\" {{ status {status}; kpi leads }}\n"
        );
        let checked = check(&plan, "2026-01-05");
        assert_eq!(checked.said(&["schema/", "kpi/", "people/", "time/"]), [""; 0], "{}", checked.listing());
    }
}

#[test]
fn of_several_owners_the_one_that_stays_may_be_a_person() {
    let owners = |owners: &str| {
        let plan = format!(
            "roadmap \"R\" {{ period 2026 }}\nperson lan \"Lan\"\nteam t \"T\" {{ members lan }}\n\
             activity a \"A\" {{ owner {owners}; deadline 2026-01-09 }}\n"
        );
        check(&plan, "2026-01-05").said(&["people/"])
    };
    assert_eq!(owners("t"), ["warning people/owner-is-team `t`"]);
    assert_eq!(owners("lan, t"), ["warning people/owner-not-single `t`"]);
}

#[test]
fn the_day_of_a_deadline_is_not_late() {
    let on = |day| inside_phase("  activity a \"A\" { owner lan; deadline 2026-02-10 }", day);
    assert!(on("2026-02-10").is_empty());
    assert_eq!(on("2026-02-11"), ["time/overdue `2026-02-10`"]);
}

#[test]
fn a_late_statement_of_several_materials_is_late_once() {
    let launch = "  activity a \"A\" { owner lan; every mon }\n  launch l \"L\" { owner lan; deadline 2026-03-10\n    \
                  material deck, faq { deadline 2026-02-10 } }";
    let found = inside_phase(launch, "2026-02-11");
    assert_eq!(found, ["people/role-mismatch `lan`", "time/overdue `2026-02-10`"]);
}

#[test]
fn members_of_a_circle_get_no_other_finding_about_dates() {
    let circle = "  activity a \"A\" { owner lan; after b; deadline 2026-02-17 }\n  \
                  activity b \"B\" { owner lan; after a; deadline 2026-05-09 }\n  \
                  activity c \"C\" { owner lan; after c }";
    let found = inside_phase(circle, "2026-06-01");
    assert_eq!(found, ["time/dependency-cycle `b`", "time/dependency-cycle `c`"]);
}

#[test]
fn a_phase_without_a_goal_is_one_finding() {
    let plan = "roadmap \"R\" { period 2026 }\nperson lan \"Lan\"\nphase q1 \"P\" 2026-Q1 {\n  focus \"F\"\n  \
                channel seo\n  activity a \"A\" { owner lan; deadline 2026-02-27; channel seo }\n}\n";
    assert_eq!(found(&check(plan, "2026-01-05")), ["plan/goal-count `phase`"]);
}

#[test]
fn an_owner_may_be_moved_to_support() {
    let plan = "roadmap \"R\" { period 2026 }\nperson lan \"Lan\"\nperson nam \"Nam\"\nphase q1 \"P\" 2026-Q1 {\n  \
                activity a \"A\" {\n    owner lan, nam\n  }\n}\n";
    let checked = check(plan, "2026-01-05");
    let finding =
        checked.findings.iter().find(|found| found.code.as_str() == "people/owner-not-single").unwrap();
    let mended: Vec<String> = finding.fixes.iter().map(|fix| apply(&checked, plan, fix)).collect();
    assert!(mended[0].contains("{\n    support nam\n    owner lan\n"), "{}", mended[0]);
    assert!(mended[1].contains("{\n    support lan\n    owner nam\n"), "{}", mended[1]);
}

#[test]
fn two_owner_lines_are_left_to_the_writer() {
    let two = "  activity a \"A\" { owner lan; owner lan; deadline 2026-02-27 }";
    let plan = format!(
        "roadmap \"R\" {{ period 2026 }}\nperson lan \"Lan\"\nphase q1 \"P\" 2026-Q1 {{\n{two}\n}}\n"
    );
    let checked = check(&plan, "2026-01-05");
    let finding =
        checked.findings.iter().find(|found| found.code.as_str() == "people/owner-not-single").unwrap();
    assert!(finding.fixes.is_empty());
}

#[test]
fn every_fix_of_a_draft_leaves_text_that_can_be_read() {
    let text = corpus("small/draft.roadmap");
    let checked = check(&text, "2026-01-05");
    let fixes = checked.findings.iter().flat_map(|found| &found.fixes);
    let mut count = 0;
    for fix in fixes {
        let mended = apply(&checked, &text, fix);
        assert!(check(&mended, "2026-01-05").syntax.is_empty(), "{mended}");
        count += 1;
    }
    assert!(count >= 5, "{count}");
}

#[test]
fn late_work_may_be_called_done() {
    for (status, mended) in [("status in_progress 80%", "status done"), ("budget 5M", "status done;")] {
        let plan = format!(
            "roadmap \"R\" {{ period 2026 }}\nphase q1 \"P\" 2026-Q1 {{ activity a \"A\" {{ {status}; deadline 2026-02-10 }} }}\n"
        );
        let checked = check(&plan, "2026-03-02");
        let finding = checked.findings.iter().find(|found| found.code.as_str() == "time/overdue").unwrap();
        let text = apply(&checked, &plan, &finding.fixes[0]);
        assert!(text.contains(mended) && !text.contains("in_progress"), "{text}");
        assert!(!check(&text, "2026-03-02").listing().contains("time/overdue"), "{text}");
    }
}

#[test]
fn a_weekend_between_two_phases_is_no_gap() {
    let phases = |second: &str| {
        let plan = format!(
            "roadmap \"R\" {{ period 2026 }}\nphase a \"A\" 2026-01-01..2026-01-30 {{}}\nphase b \"B\" {second} {{}}\n"
        );
        let found = found(&check(&plan, "2026-01-05"));
        found.into_iter().filter(|found| found.starts_with("plan/phase-range")).collect::<Vec<_>>()
    };
    assert!(phases("2026-02-02..2026-03-31").is_empty());
    assert_eq!(phases("2026-02-03..2026-03-31"), ["plan/phase-range `2026-02-03..2026-03-31`"]);
    assert_eq!(phases("2026-01-30..2026-03-31"), ["plan/phase-range `2026-01-30..2026-03-31`"]);
    // Another year is one mistake, not also a gap.
    assert_eq!(phases("2027-02"), ["plan/phase-range `2027-02`"]);
}

#[test]
fn channels_without_a_budget_have_the_shares_of_activities() {
    let phase = |shares: &str| {
        let plan = format!(
            "roadmap \"R\" {{ period 2026 }}\nphase a \"A\" 2026 {{ channel seo primary; channel facebook_ads support\n\
             activity x \"X\" {{ channel {shares}; budget 9M }}\n\
             activity y \"Y\" {{ channel facebook_ads; budget 90M; status idea }} }}\n"
        );
        let found = found(&check(&plan, "2026-01-05"));
        found.into_iter().filter(|found| found.starts_with("channel/support")).collect::<Vec<_>>()
    };
    assert!(phase("seo, facebook_ads").is_empty());
    assert!(phase("facebook_ads").is_empty());
    assert_eq!(phase("seo 40%, facebook_ads 60%"), ["channel/support-outspends `facebook_ads`"]);
}

#[test]
fn teams_are_counted_apart() {
    let mut plan = String::from(
        "roadmap \"R\" { period 2026 }\nperson lan \"Lan\" { team one; capacity 99 }\n\
         person nam \"Nam\" { team two; capacity 99 }\nteam one \"1\"\nteam two \"2\"\nphase q1 \"P\" 2026-Q1 {\n",
    );
    for (index, owner) in ["lan", "nam"].iter().cycle().take(11).enumerate() {
        plan.push_str(&format!(
            "  activity a{index} \"A\" {{ owner {owner}; start 2026-02-02; deadline 2026-02-06 }}\n"
        ));
    }
    plan.push_str("}\n");
    let checked = check(&plan, "2026-01-05");
    let listing = checked.listing();
    let at_once: Vec<&str> = listing.lines().filter(|line| line.contains("plan/all-at-once")).collect();
    assert_eq!(at_once.len(), 1, "{listing}");
    assert!(at_once[0].contains("team `one` has 6 activities in week 2026-W06"), "{listing}");
}

#[test]
fn findings_of_a_large_plan_are_few_where_the_cause_is_one() {
    let mut plan =
        String::from("roadmap \"R\" { period 2026 }\nperson lan \"Lan\"\nphase q1 \"P\" 2026-Q1 {\n");
    for index in 0..2_000 {
        plan.push_str(&format!(
            "  activity a{index} \"A\" {{ owner lan; start 2026-02-02; deadline 2026-02-06 }}\n"
        ));
    }
    plan.push_str("}\n");
    let found = found(&check(&plan, "2026-01-05"));
    for code in ["plan/all-at-once", "people/owner-overloaded"] {
        assert_eq!(found.iter().filter(|found| found.starts_with(code)).count(), 1, "{code}");
    }
}

/// The text of the only file with `fix` applied.
fn apply(checked: &Checked, text: &str, fix: &roadmap_diag::Fix) -> String {
    let mut edits: Vec<_> = fix.edits.iter().map(|edit| (checked.resolve(edit.span).1, &edit.text)).collect();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = text.to_owned();
    for (range, new) in edits {
        text.replace_range(range.as_range(), new);
    }
    text
}
