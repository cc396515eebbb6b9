//! What the fixes of the rules on sales write, and what is found then.

use super::tests::{NONE, campaign, script};
use crate::testing::{Checked, check};

/// The text of a plan after a fix of the finding `code`, and what is found in it.
fn mended(text: &str, code: &str, fix: usize) -> (String, Checked) {
    let checked = check(text, "2026-01-05");
    let found = checked.findings.iter().find(|found| found.code.as_str() == code).unwrap();
    let mut edits: Vec<_> = found.fixes[fix]
        .edits
        .iter()
        .map(|edit| (checked.resolve(edit.span).1.as_range(), &edit.text))
        .collect();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = text.to_owned();
    for (range, with) in edits {
        text.replace_range(range, with);
    }
    let again = check(&text, "2026-01-05");
    (text, again)
}

const FRAME: &str = "roadmap \"R\" { period 2026; currency VND; lang en }\n\
                     person lan \"Lan\" { role cmo }\nperson tuan \"Tuấn\" { role sales }\nperson mai \"Mai\" { role sales }\n\
                     qualify sql \"S\" { feedback weekly }\n";

#[test]
fn a_script_is_stubbed_wherever_its_campaign_stands() {
    let goal =
        "goal g \"G\" { owner lan; type leads; kpi leads 0 -> 99 by 2026-Q1; kpi close_rate >= 9% by 2026-Q1";
    let ads = "activity ads \"A \\\"b\\\"\" { owner lan; kpi leads >= 99; start 2026-02-16; deadline 2026-02-27; channel facebook_ads; budget 9M; usp fast \"Fast\" }";
    for plan in [
        format!(
            "phase q1 \"Q1\" 2026-Q1 {{\n  focus \"F\"\n  channel facebook_ads\n  {goal} }}\n  {ads}\n}}"
        ),
        format!("phase q1 \"Q1\" 2026-Q1 {{ focus \"F\"; channel facebook_ads; {goal} }}; {ads} }}"),
        format!("phase q1 \"Q1\" 2026-Q1 {{ focus \"F\"; channel facebook_ads\n{goal}\n{ads} }} }}"),
        format!(
            "{goal} }}\n{}\nphase q1 \"Q1\" 2026-Q1 {{ focus \"F\"; channel facebook_ads; supports g; kpi leads >= 99 }}",
            ads.replace("budget", "supports g; budget")
        ),
    ] {
        let plan = format!("{FRAME}{plan}\n");
        let codes = |checked: &Checked| {
            checked.findings.iter().map(|found| found.code.as_str().to_owned()).collect::<Vec<_>>()
        };
        let mut before = codes(&check(&plan, "2026-01-05"));
        before.retain(|code| code != "sales/script-missing");
        for fix in [0, 1] {
            let (text, again) = mended(&plan, "sales/script-missing", fix);
            assert!(again.syntax.is_empty(), "{text}");
            assert_eq!(codes(&again), before, "{text}\n{}", again.listing());
            assert!(text.contains("script ads_script \"Sales script: A \\\"b\\\"\" {"), "{text}");
            assert!(text.contains(if fix == 0 { "owner tuan" } else { "owner mai" }), "{text}");
            assert!(text.contains("deadline 2026-02-13") && text.contains("usp fast"), "{text}");
        }
    }
}

#[test]
fn objections_are_stubbed_behind_those_that_are_there() {
    let plan =
        |script: &str| format!("{FRAME}phase q1 \"Q1\" 2026-Q1 {{\n  {}\n  {script}\n}}\n", campaign(""));
    let table = [
        (
            "script s \"S\" {\n    for ads\n    objection price \"P\" { answer \"A\" } # said often\n    objection trust {\n    }\n    objection need\n    cta \"C\"\n  }",
            "objection need { answer \"…\" }",
        ),
        (
            "script s \"S\" {\n    for ads\n    objection need\n    objection trust \"T\" { }\n  }",
            "objection trust \"T\" { answer \"…\"; }\n    objection price \"It is too expensive\" { answer \"…\" }\n    objection rival",
        ),
        (
            "script s \"S\" { for ads; objection price; objection trust }",
            "{ objection need \"Not needed right now\" { answer \"…\" }; objection rival \"Another offer looks better\" { answer \"…\" }; for ads;",
        ),
        ("script s \"S\" {\n    for ads\n  }", "{\n    objection price \"It is too expensive\""),
    ];
    for (script, wanted) in table {
        let (text, again) = mended(&plan(script), "sales/objections-missing", 0);
        assert!(again.syntax.is_empty(), "{text}");
        assert!(!again.listing().contains("objections-missing"), "{text}\n{}", again.listing());
        assert!(text.contains(wanted), "{text}");
    }
}

#[test]
fn a_late_script_is_moved_only_to_a_day_that_can_be_kept() {
    let fixes = |start: &str| {
        let plan = format!(
            "{FRAME}phase q1 \"Q1\" 2026-01-05..2026-03-31 {{\n  {}\n  {}\n}}\n",
            campaign("").replace("2026-02-16", start),
            script("ads", "deadline 2026-03-10")
        );
        let checked = check(&plan, "2026-01-05");
        let found = checked.findings.iter().find(|found| found.code.as_str() == "sales/script-late").unwrap();
        found.fixes.iter().map(|fix| fix.edits[0].text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(fixes("2026-02-16"), ["2026-02-13"]);
    assert_eq!(fixes("2026-01-06"), ["2026-01-05"]);
    // The day before lies before the phase and in the past.
    assert_eq!(fixes("2026-01-05"), NONE);
}

#[test]
fn the_promise_that_was_made_is_offered() {
    let plan = |promised: &str| {
        format!(
            "{FRAME}phase q1 \"Q1\" 2026-Q1 {{\n  {}\n  {}\n}}\n",
            campaign(promised),
            script("ads", "deadline 2026-02-12; usp \"Rẻ\"")
        )
    };
    let (text, _) = mended(&plan("usp fast \"Nhanh\"; usp easy \"Dễ\""), "sales/usp-conflict", 1);
    assert!(text.contains("deadline 2026-02-12; usp easy;"), "{text}");
    let (text, again) = mended(&plan("usp \"Nhanh \\\"nhất\\\"\""), "sales/usp-conflict", 0);
    assert!(text.contains("deadline 2026-02-12; usp \"Nhanh \\\"nhất\\\"\";"), "{text}");
    assert!(!again.listing().contains("usp-conflict"), "{}", again.listing());
}

#[test]
fn findings_of_a_large_plan_are_one_an_item() {
    let mut plan = format!("{FRAME}phase q1 \"Q1\" 2026-Q1 {{\n");
    for index in 0..3_000 {
        plan.push_str(&format!(
            "activity a{index} \"A\" {{ owner lan; category ads; kpi leads >= 9; start 2026-02-02; deadline 2026-03-06; promotes l{index} }}\n\
             launch l{index} \"L\" {{ owner lan; deadline 2026-01-30; usp \"U{index}\" }}\n\
             script s{index} \"S\" {{ owner tuan; for q1; deadline 2026-02-27; usp fast }}\n"
        ));
    }
    plan.push_str("}\n");
    let checked = check(&plan, "2026-01-05");
    let count = |code: &str| checked.findings.iter().filter(|found| found.code.as_str() == code).count();
    assert_eq!(count("sales/script-late"), 3_000);
    assert_eq!(count("launch/assets-missing"), 3_000);
    assert_eq!(count("launch/no-precomms"), 3_000);
}
