//! Which of the rules on sales speaks, and where all are silent.

use roadmap_diag::Diagnostic;

use crate::testing::{Checked, check};

const PEOPLE: &str = "person lan \"Lan\" { role cmo }\nperson tuan \"Tuấn\" { role sales }\n";

/// A goal on leads, with its loop, and a KPI that shows what sales makes of them.
const WHOLE: &str =
    "goal g \"G\" { owner lan; kpi leads 0 -> 500 by 2026-Q1; kpi close_rate >= 9% by 2026-Q1 }";

/// Answers to the four objections.
const ANSWERS: &str = "objection price { answer \"A\" }; objection trust { answer \"A\" }; \
                       objection need { answer \"A\" }; objection rival { answer \"A\" }";

pub(super) const NONE: [&str; 0] = [];

/// `body` behind a `roadmap` statement, `people` and a `qualify`, checked.
fn checked_with(people: &str, body: &str, today: &str) -> Checked {
    check(&format!("roadmap \"R\" {{ period 2026; currency VND; lang vi }}\n{people}{body}\n"), today)
}

fn said_on(body: &str, today: &str) -> Vec<String> {
    let people = format!("{PEOPLE}qualify sql \"S\" {{ feedback weekly }}\n");
    let checked = checked_with(&people, body, today);
    assert!(checked.syntax.is_empty(), "{}", checked.listing());
    checked.said(&["sales/"])
}

fn said(body: &str) -> Vec<String> {
    said_on(body, "2026-01-05")
}

fn phase(inside: &str) -> String {
    format!("phase q1 \"Q1\" 2026-Q1 {{ {WHOLE}\n{inside} }}")
}

/// A campaign on leads of six weeks from 16 February.
pub(super) fn campaign(inside: &str) -> String {
    format!(
        "activity ads \"Ads\" {{ owner lan; channel facebook_ads; kpi leads >= 9; start 2026-02-16; deadline 2026-03-27; {inside} }}"
    )
}

pub(super) fn script(target: &str, inside: &str) -> String {
    format!("script s \"S\" {{ for {target}; owner tuan; {inside}; {ANSWERS} }}")
}

#[test]
fn campaigns_on_leads_or_revenue_have_a_script() {
    let missing = ["warning sales/script-missing `activity`"];
    let of = |campaign: &str, beside: &str| said(&phase(&format!("{campaign}\n{beside}")));
    assert_eq!(of(&campaign(""), ""), missing);
    for target in ["ads", "q1", "ads, q1", "nobody_knows"] {
        assert_eq!(of(&campaign(""), &script(target, "deadline 2026-02-12")), NONE, "{target}");
    }
    // A script for a launch is one for the campaigns that sell it.
    let launch = "launch app \"App\" { deadline 2026-02-10 }";
    let sold = format!("{launch}\n{}", script("app", "deadline 2026-02-09"));
    assert_eq!(of(&campaign("promotes app; after app"), &sold), NONE);
    assert_eq!(of(&campaign(""), &sold), missing);
    // An idea is no script, nor is one that was given up.
    assert_eq!(of(&campaign(""), &script("ads", "deadline 2026-02-12; status idea")), missing);
    for kpi in ["mql >= 9", "appointments >= 9", "revenue >= 9M", "upsell_revenue >= 9M"] {
        let campaign = format!("activity a \"A\" {{ category pr; kpi {kpi}; deadline 2026-03-13 }}");
        assert_eq!(of(&campaign, ""), missing, "{kpi}");
    }
    for kpi in ["trials >= 9", "close_rate >= 9%", "branded_search >= 9", "leeds >= 9"] {
        let campaign = format!("activity a \"A\" {{ category pr; kpi {kpi}; deadline 2026-03-13 }}");
        assert_eq!(of(&campaign, ""), NONE, "{kpi}");
    }
    // Work that is no campaign, and what cannot be told.
    for work in ["channel seo", "category content", "category adz", "status idea"] {
        let work = format!("activity a \"A\" {{ kpi leads >= 9; deadline 2026-03-13; {work} }}");
        assert_eq!(of(&work, ""), NONE, "{work}");
    }
}

#[test]
fn a_metric_of_the_companys_own_in_money_is_revenue() {
    let plan = |kind: &str| {
        format!(
            "metric mrr \"MRR\" {{ unit VND; kind {kind}; direction up }}\n{}",
            phase("activity a \"A\" { category ads; kpi mrr >= 9M; deadline 2026-03-13 }")
        )
    };
    assert_eq!(said(&plan("business")), ["warning sales/script-missing `activity`"]);
    assert_eq!(said(&plan("outcome")), NONE);
}

#[test]
fn a_campaign_that_is_over_needs_no_script() {
    let missing = ["warning sales/script-missing `activity`"];
    let on = |inside: &str, today: &str| said_on(&phase(&campaign(inside)), today);
    assert_eq!(on("", "2026-03-27"), missing);
    assert_eq!(on("", "2026-03-28"), NONE);
    assert_eq!(on("status done 2026-03-20", "2026-03-23"), NONE);
    assert_eq!(on("status cancelled \"no\"", "2026-01-05"), NONE);
}

#[test]
fn always_on_campaigns_share_the_scripts_of_the_phases_they_touch() {
    let plan = |target: &str| {
        format!(
            "{}\nphase q1 \"Q1\" 2026-Q1 {{ }}\nphase q3 \"Q3\" 2026-Q3 {{ }}\n{}",
            campaign(""),
            script(target, "deadline 2026-01-30")
        )
    };
    assert_eq!(said(&plan("q1")), NONE);
    assert_eq!(said(&plan("ads")), NONE);
    assert_eq!(said(&plan("q3")), ["warning sales/script-missing `activity`"]);
}

#[test]
fn without_anybody_of_sales_nothing_is_asked_of_sales() {
    let plan = format!(
        "goal g \"G\" {{ kpi leads >= 9 by 2026-Q1 }}\nphase q1 \"Q1\" 2026-Q1 {{ kpi leads >= 9\n{} }}",
        campaign("")
    );
    let said = |people: &str| checked_with(people, &plan, "2026-01-05").said(&["sales/"]);
    assert_eq!(said("person lan \"Lan\" { role cmo }\n"), NONE);
    let all = [
        "warning sales/lead-loop-missing `leads`",
        "warning sales/kpi-missing `phase`",
        "warning sales/script-missing `activity`",
    ];
    assert_eq!(said(PEOPLE), all);
    assert_eq!(said("person lan \"Lan\"\nqualify sql \"S\"\n"), all);
}

#[test]
fn what_is_lost_in_broken_text_is_not_called_missing() {
    let broken =
        format!("{}\nscript s \"S\" {{ owner tuan; for\n}}\nactivity b \"unterminated", campaign(""));
    let people = format!("{PEOPLE}qualify sql \"S\" {{ feedback weekly }}\n");
    let checked = checked_with(&people, &phase(&broken), "2026-01-05");
    assert!(!checked.syntax.is_empty());
    assert!(!checked.listing().contains("sales/script-missing"), "{}", checked.listing());
}

#[test]
fn a_script_is_ready_before_its_campaign() {
    let of = |campaign: &str, script: &str| said(&phase(&format!("{campaign}\n{script}")));
    let due = |day: &str, target: &str| script(target, &format!("deadline {day}"));
    let late = ["error sales/script-late `2026-02-17`"];
    assert_eq!(of(&campaign(""), &due("2026-02-16", "ads")), NONE);
    assert_eq!(of(&campaign(""), &due("2026-02-17", "ads")), late);
    assert_eq!(of(&campaign(""), &due("2026-02-17", "q1")), late, "the first campaign of the phase");
    assert_eq!(of(&campaign(""), &due("2026-Q1", "ads")), ["error sales/script-late `2026-Q1`"]);
    // Done, out of the plan, or in a circle.
    assert_eq!(of(&campaign(""), &script("ads", "deadline 2026-02-17; status done 2026-01-04")), NONE);
    assert_eq!(of(&campaign("status idea"), &due("2026-02-17", "ads")), NONE);
    assert_eq!(of(&campaign("after ads"), &due("2026-02-17", "ads")), NONE);
    // Not a campaign: what it prepares may start long before its day.
    let webinar = "activity ads \"W\" { channel seo; start 2026-02-02; deadline 2026-03-27 }";
    assert_eq!(of(webinar, &due("2026-02-17", "ads")), NONE);
    // No start is known.
    let undated = "activity ads \"A\" { category ads; kpi leads >= 9; deadline 2026-03-27 }";
    assert_eq!(of(undated, &due("2026-03-31", "ads")), NONE);
}

#[test]
fn the_first_of_several_uses_counts() {
    let two = format!(
        "{}\nactivity early \"E\" {{ category ads; kpi leads >= 9; start 2026-02-02; deadline 2026-02-13 }}",
        campaign("")
    );
    let found = |script: &str| {
        let plan = phase(&format!("{two}\n{script}"));
        let checked = checked_with(PEOPLE, &plan, "2026-01-05");
        let late = checked.findings.iter().find(|found| found.code.as_str() == "sales/script-late");
        late.map(|found| checked.text(found.related[0].span).to_owned())
    };
    assert_eq!(found(&script("ads, early", "deadline 2026-02-12")).as_deref(), Some("early"));
    assert_eq!(found(&script("q1", "deadline 2026-02-12")).as_deref(), Some("early"));
    // A campaign with a script of its own does not wait for the phase's.
    let own = "script own \"O\" { for early; owner tuan; deadline 2026-01-30 }";
    assert_eq!(found(&format!("{}\n{own}", script("q1", "deadline 2026-02-12"))), None);
}

#[test]
fn a_script_for_a_launch_is_ready_for_its_campaign_or_its_day() {
    let of = |beside: &str, day: &str| {
        let launch = "launch app \"App\" { deadline 2026-02-10 }";
        said(&phase(&format!("{launch}\n{beside}\n{}", script("app", &format!("deadline {day}")))))
    };
    assert_eq!(of("", "2026-02-10"), NONE);
    assert_eq!(of("", "2026-02-11"), ["error sales/script-late `2026-02-11`"]);
    assert_eq!(of(&campaign("promotes app"), "2026-02-13"), NONE);
    assert_eq!(of(&campaign("promotes app"), "2026-02-17"), ["error sales/script-late `2026-02-17`"]);
    // A campaign that starts before its launch is one cause, and not this one.
    let early = "activity ads \"A\" { kpi leads >= 9; promotes app; start 2026-02-02; deadline 2026-03-27 }";
    assert_eq!(of(early, "2026-02-09"), NONE);
}

#[test]
fn once_the_campaign_runs_the_script_is_to_be_finished() {
    let on = |today: &str| {
        said_on(&phase(&format!("{}\n{}", campaign(""), script("ads", "deadline 2026-02-27"))), today)
    };
    assert_eq!(on("2026-02-13"), ["error sales/script-late `2026-02-27`"]);
    assert_eq!(on("2026-02-16"), ["warning sales/script-late `2026-02-27`"]);
    assert_eq!(on("2026-02-27"), ["warning sales/script-late `2026-02-27`"]);
    assert_eq!(on("2026-02-28"), NONE, "it is overdue");
    assert_eq!(on("2026-03-28"), NONE);
}

#[test]
fn scripts_answer_the_four_objections() {
    let of = |objections: &str| {
        said(&phase(&format!(
            "{}\nscript s \"S\" {{ for ads; owner tuan; deadline 2026-02-12; {objections} }}",
            campaign("")
        )))
    };
    let missing = ["warning sales/objections-missing `script`"];
    assert_eq!(of(""), missing);
    assert_eq!(of(ANSWERS), NONE);
    assert_eq!(of(&ANSWERS.replace("rival", "other")), missing);
    assert_eq!(of(&ANSWERS.replace("rival { answer \"A\" }", "rival \"R\"")), missing);
    assert_eq!(
        of(&ANSWERS.replace("rival { answer \"A\" }", "rival { answer 5 }")),
        NONE,
        "counts as written"
    );
    assert_eq!(of(&ANSWERS.replace("rival", "rivall")), NONE, "it may be any");
    assert_eq!(of("status cancelled \"no\""), ["warning sales/script-missing `activity`"]);
    assert_eq!(of("status done 2026-01-04"), missing, "the campaign is to come");
}

#[test]
fn scripts_for_what_is_over_are_left_alone() {
    let on = |target: &str, today: &str| {
        let launch = "launch app \"App\" { deadline 2026-02-10 }";
        let script = format!("script s \"S\" {{ for {target}; owner tuan; status done 2026-02-01 }}");
        said_on(
            &phase(&format!("{}\n{launch}\n{script}", campaign("")).replace("kpi leads", "kpi trials")),
            today,
        )
    };
    let missing = ["warning sales/objections-missing `script`"];
    for (target, last, after) in [
        ("ads", "2026-03-27", "2026-03-28"),
        ("app", "2026-02-09", "2026-02-10"),
        ("q1", "2026-03-31", "2026-04-01"),
    ] {
        assert_eq!(on(target, last), missing, "{target}");
        assert_eq!(on(target, after), NONE, "{target}");
    }
    assert_eq!(on("ads, q1", "2026-03-30"), missing);
}

#[test]
fn one_promise_is_kept_everywhere() {
    let of = |phase_says: &str, launch_says: &str, campaign_says: &str, script_says: &str| {
        said(&phase(&format!(
            "{phase_says}\nlaunch app \"App\" {{ deadline 2026-02-10; {launch_says} }}\n{}\n{}",
            campaign(&format!("promotes app; {campaign_says}")),
            script("ads", &format!("deadline 2026-02-12; {script_says}"))
        )))
    };
    let save = "message save \"Tiết kiệm thời gian\"";
    let conflict = |text: &str| vec![format!("warning sales/usp-conflict `{text}`")];
    let table: &[(&str, &str, &str, &str, Option<&str>)] = &[
        // By name; by words where there is none; who cites nothing contradicts nobody.
        (save, "", "", "usp save", None),
        (save, "", "", "usp cheap", Some("cheap")),
        (save, "", "", "usp \"tiết kiệm thời gian!\"", None),
        (save, "", "", "usp \"Rẻ nhất\"", Some("\"Rẻ nhất\"")),
        (save, "", "usp save", "", None),
        ("", "", "usp \"A\"", "usp \"B\"", Some("\"B\"")),
        ("", "", "usp \"A\"", "usp \"a.\"", None),
        // The nearest counts: the campaign, then its launch, then the phase.
        (save, "usp fast", "usp fast", "usp fast", None),
        (save, "usp fast", "", "usp save", Some("save")),
        (save, "usp fast", "usp save", "usp fast", Some("save")),
        (save, "usp fast", "usp save", "usp save", Some("save")),
        // One in common is enough.
        ("", "usp fast; usp save", "usp save; usp cheap", "usp cheap", None),
        // Where the campaign strays and the script does not, the campaign alone is told.
        (save, "", "usp cheap", "usp save", Some("cheap")),
        // Words for the market are no promise; with a name they are.
        ("message \"Chào hè\"", "", "", "usp save", None),
        (save, "", "message \"Chào hè\"", "", None),
        (save, "", "message summer \"Chào hè\"", "", Some("summer \"Chào hè\"")),
        // What cannot be read, or names something without words, may be the same.
        (save, "", "usp 5", "usp fast", None),
        ("", "usp fast", "", "usp \"Nhanh\"", None),
    ];
    for (phase_says, launch_says, campaign_says, script_says, wanted) in table {
        let found = of(phase_says, launch_says, campaign_says, script_says);
        let what = format!("{phase_says} / {launch_says} / {campaign_says} / {script_says}");
        assert_eq!(found, wanted.map(conflict).unwrap_or_default(), "{what}");
    }
}

#[test]
fn scripts_for_launches_and_phases_keep_to_those() {
    let of = |target: &str, usp: &str| {
        said(&phase(&format!(
            "message save \"Save\"\nlaunch app \"App\" {{ deadline 2026-02-10; usp fast \"Fast\" }}\n\
             launch plain \"P\" {{ deadline 2026-02-10 }}\n{}",
            script(target, &format!("deadline 2026-02-06; usp {usp}"))
        )))
    };
    let conflict = ["warning sales/usp-conflict `fast`"];
    assert_eq!(of("app", "fast"), NONE);
    assert_eq!(of("plain", "fast"), conflict);
    assert_eq!(of("q1", "fast"), conflict);
    assert_eq!(of("app, q1", "fast"), conflict);
    assert_eq!(of("unknown", "fast"), NONE);
}

#[test]
fn customers_and_products_have_promises_of_their_own() {
    let of = |segment: &str, usp: &str| {
        said(&format!(
            "segment works \"W\" {{ usp paperless \"P\" }}\nproduct tool \"T\" {{ usp easy \"E\" }}\n\
             phase q1 \"Q1\" 2026-Q1 {{ message save \"Save\"\n{}\n{}\n{} }}",
            WHOLE.replace("owner lan;", "owner lan; product tool;"),
            campaign(&format!("{segment}; usp {usp}")),
            script("q1", &format!("deadline 2026-02-12; usp {usp}"))
        ))
    };
    let conflict = "warning sales/usp-conflict `paperless`";
    assert_eq!(of("segment works", "save"), NONE);
    assert_eq!(of("segment works", "easy"), NONE);
    // The script is for the whole phase, not for that segment.
    assert_eq!(of("segment works", "paperless"), [conflict]);
    assert_eq!(of("", "paperless"), [conflict; 2]);
}

#[test]
fn an_unknown_launch_may_promise_anything() {
    let plan = phase(&format!(
        "message save \"Save\"\n{}\n{}",
        campaign("promotes ap; usp fast"),
        script("ads", "deadline 2026-02-12; usp fast")
    ));
    assert_eq!(said(&plan), NONE);
}

#[test]
fn promises_of_what_is_over_are_history() {
    let plan =
        phase(&format!("message save \"Save\"\n{}", campaign("usp fast \"Fast\"; status done 2026-01-04")));
    assert_eq!(said(&plan), NONE);
}

#[test]
fn leads_come_back_with_a_word_on_how_good_they_were() {
    let goals = "goal a \"A\" { owner lan; kpi revenue >= 9M by 2026-06 }\n\
                 goal b \"B\" { owner lan; kpi mql >= 9 by 2026-03; kpi leads >= 99 by 2026-06 }\n\
                 goal c \"C\" { owner lan; kpi leads >= 9 by 2026-06 }";
    let said = |qualify: &str, today: &str| {
        let checked = checked_with(&format!("{PEOPLE}{qualify}\n"), goals, today);
        let place = |found: &Diagnostic| {
            checked.line_column(checked.resolve(found.span).0, checked.resolve(found.span).1.start)
        };
        let loops = checked.findings.iter().filter(|found| found.code.as_str() == "sales/lead-loop-missing");
        loops
            .map(|found| {
                format!(
                    "{} {}",
                    checked.text(found.span),
                    place(found).0 - 4 - qualify.lines().count().max(1)
                )
            })
            .collect::<Vec<_>>()
    };
    let day = "2026-01-05";
    // Once, on the first that is not over.
    assert_eq!(said("", day), ["mql 1"]);
    assert_eq!(said("", "2026-04-01"), ["leads 1"]);
    assert_eq!(said("", "2026-07-01"), NONE);
    assert_eq!(said("qualify sql \"S\"", day), ["mql 1"]);
    assert_eq!(said("qualify sql \"S\"\nqualify mql \"M\"", day), ["mql 1"]);
    for whole in [
        "qualify sql \"S\" { feedback weekly }",
        "qualify sql \"S\"\nqualify mql \"M\" { feedback monthly }",
        "qualify sql \"S\" { feedback weely }",
        "qualify sql \"S\" { feedback }",
    ] {
        assert_eq!(said(whole, day), NONE, "{whole}");
    }
}

#[test]
fn a_phase_on_leads_says_what_sales_makes_of_them() {
    let of = |inside: &str| {
        said(&format!(
            "phase q1 \"Q1\" 2026-Q1 {{ goal g \"G\" {{ owner lan; kpi leads 0 -> 500 by 2026-Q1 }}\n{inside} }}"
        ))
    };
    let missing = ["warning sales/kpi-missing `phase`"];
    assert_eq!(of(""), missing);
    for (inside, wanted) in [
        ("kpi close_rate >= 9%", &NONE[..]),
        ("kpi revenue >= 9M", &NONE),
        ("kpi consultations >= 9", &NONE),
        ("month 2026-02 \"F\" { kpi appointments >= 9 }", &NONE),
        ("kpi customers >= 9", &missing),
        ("kpi customers >= 9 { owner tuan }", &NONE),
        ("kpi customers >= 9 { owner lan }", &missing),
        ("activity a \"A\" { owner lan; kpi lead_to_appt >= 9% }", &NONE),
        ("activity a \"A\" { owner lan; kpi lead_to_appt >= 9%; status idea }", &missing),
        ("activity a \"A\" { owner tuan; kpi customers >= 9 }", &NONE),
        ("milestone m \"M\" 2026-02-02 { owner lan; kpi revenue >= 9M }", &NONE),
        // Unknown names count as written.
        ("kpi close_rates >= 9", &NONE),
        ("kpi customers >= 9 { owner nobody }", &NONE),
    ] {
        assert_eq!(of(inside), wanted, "{inside}");
    }
    // Leads of an activity alone are not what the phase is after.
    assert_eq!(
        said("phase q1 \"Q1\" 2026-Q1 { kpi trials >= 9\nactivity a \"A\" { owner lan; kpi leads >= 9 } }"),
        NONE
    );
}

#[test]
fn scripts_elsewhere_and_phases_that_are_over() {
    let plan = |target: &str| {
        format!(
            "phase q1 \"Q1\" 2026-Q1 {{ kpi leads >= 9\nactivity a \"A\" {{ owner lan; kpi trials >= 9 }} }}\n\
             phase q3 \"Q3\" 2026-Q3 {{ }}\n\
             script s \"S\" {{ for {target}; owner lan; kpi close_rate >= 9%; {ANSWERS} }}"
        )
    };
    for target in ["q1", "a", "nobody_knows"] {
        assert_eq!(said(&plan(target)), NONE, "{target}");
    }
    assert_eq!(said(&plan("q3")), ["warning sales/kpi-missing `phase`"]);
    assert_eq!(said_on(&plan("q3"), "2026-04-01"), NONE);
}
