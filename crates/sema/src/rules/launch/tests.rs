//! Which of the rules on launches speaks, and where all are silent.

use roadmap_diag::{Locale, render};

use crate::rules::{Cx, Example, Section, run};
use crate::settings::Settings;
use crate::testing::{Checked, check};

const PEOPLE: &str = "person lan \"Lan\" { role cmo }\nperson hoa \"Hoà\" { role product_owner }\n";

/// `body` behind a `roadmap` statement and two people, checked.
fn checked(body: &str, today: &str) -> Checked {
    check(&format!("roadmap \"R\" {{ period 2026; currency VND; lang vi }}\n{PEOPLE}{body}\n"), today)
}

/// What `launch/*` says about `body` on a day.
fn said_on(body: &str, today: &str) -> Vec<String> {
    let checked = checked(body, today);
    assert!(checked.syntax.is_empty(), "{}", checked.listing());
    checked.said(&["launch/"])
}

fn said(body: &str) -> Vec<String> {
    said_on(body, "2026-01-05")
}

/// What is said about a launch on 10 February, in a phase with a goal, and what stands beside it.
fn launch(inside: &str, beside: &str) -> Vec<String> {
    launch_on(inside, beside, "2026-01-05")
}

fn launch_on(inside: &str, beside: &str, today: &str) -> Vec<String> {
    said_on(
        &phase(&format!("launch app \"App\" {{ owner hoa; deadline 2026-02-10; {inside} }}\n{beside}")),
        today,
    )
}

fn phase(inside: &str) -> String {
    format!(
        "phase q1 \"Q1\" 2026-Q1 {{ goal g \"G\" {{ owner lan; kpi leads 0 -> 500 by 2026-Q1 }}\n{inside} }}"
    )
}

/// A launch that lacks nothing but what is announced before it.
const WHOLE: &str = "value \"V\"; material deck, faq, pricing";

/// A launch that lacks nothing at all.
fn announced(beside: &str) -> String {
    phase(&format!(
        "launch app \"App\" {{ owner hoa; deadline 2026-02-10; {WHOLE} }}\n\
         activity teaser \"T\" {{ owner lan; kpi leads >= 9; deadline 2026-02-06; before app }}\n{beside}"
    ))
}

/// A campaign that sells the launch.
fn campaign(inside: &str) -> String {
    format!("activity ads \"Ads\" {{ owner lan; kpi leads >= 9; promotes app; {inside} }}")
}

const NONE: [&str; 0] = [];

#[test]
fn a_launch_is_announced_before_its_day() {
    let missing = ["warning launch/no-precomms `launch`"];
    assert_eq!(launch(WHOLE, ""), missing);
    for (beside, wanted) in [
        ("activity t \"T\" { before app; deadline 2026-02-06 }", &NONE[..]),
        // An idea and what was given up announce nothing, and selling is not announcing.
        ("activity t \"T\" { before app; status idea }", &missing),
        ("activity t \"T\" { before app; status cancelled \"no\" }", &missing),
        ("activity t \"T\" { promotes app; start 2026-02-11; deadline 2026-02-27 }", &missing),
        // An unknown name counts as written.
        ("activity t \"T\" { before ap }", &NONE),
    ] {
        assert_eq!(launch(WHOLE, beside), wanted, "{beside}");
    }
    // What is out cannot be announced any more.
    assert_eq!(launch_on(WHOLE, "", "2026-02-09"), missing);
    assert_eq!(launch_on(WHOLE, "", "2026-02-10"), NONE);
    assert_eq!(launch(&format!("{WHOLE}; status done 2026-01-04"), ""), NONE);
    for status in ["idea", "cancelled \"no\""] {
        assert_eq!(launch(&format!("status {status}"), ""), NONE, "{status}");
    }
    // A launch of the top level, without a day.
    let top = format!("launch app \"App\" {{ owner hoa; {WHOLE} }}");
    assert_eq!(said(&top), missing);
}

#[test]
fn what_is_lost_in_broken_text_is_not_called_missing() {
    let lost = phase("launch app \"App\" { owner hoa; deadline 2026-02-10; usp \"unterminated\n }");
    let checked = checked(&lost, "2026-01-05");
    assert!(!checked.syntax.is_empty());
    assert_eq!(checked.said(&["launch/"]), NONE);
}

#[test]
fn a_teaser_is_written_in_the_language_of_the_plan() {
    let text = |locale: &str, phase: &str| {
        let plan = format!("roadmap \"R\" {{ period 2026; lang {locale} }}\n{PEOPLE}{phase}\n");
        let checked = check(&plan, "2026-01-05");
        let mut found =
            checked.findings.into_iter().filter(|found| found.code.as_str() == "launch/no-precomms");
        found.next().unwrap().fixes.remove(0).edits.remove(0).text
    };
    let plan = "phase q1 \"Q1\" 2026-Q1 {\n  goal g \"G\" { owner lan; kpi cpl <= 90k VND by 2026-Q1; kpi leads 0 -> 505 by 2026-Q1 }\n  \
                goal h \"H\" { owner lan; kpi close_rate >= 9% by 2026-Q1 }\n  \
                activity app_teaser \"X\" { category ads }\n  launch app \"Ứng dụng \\\"2.0\\\"\" {\n    deadline 2026-02-10\n  }\n}";
    insta::assert_snapshot!(text("vi", plan), @r#"
      activity app_teaser_2 "Teaser: Ứng dụng \"2.0\"" {
        category content
        owner lan
        kpi leads >= 51
        deadline 2026-02-09
        before app
        supports g
      }
    "#);
    // Without a goal that counts something, in the past, at the top level.
    insta::assert_snapshot!(text("en", "launch app \"App\" { deadline 2026-01-06 }"), @r#"
    activity app_teaser "Teaser: App" {
      owner lan
      kpi leads >= 1
      deadline 2026-01-05
      before app
    }
    "#);
}

#[test]
fn a_launch_says_what_customers_gain() {
    let missing = ["warning launch/value-missing `launch`"];
    let of = |inside: &str| {
        let all =
            launch(&format!("material deck, faq, pricing; {inside}"), "activity t \"T\" { before app }");
        all.into_iter().filter(|found| found.contains("value")).collect::<Vec<_>>()
    };
    assert_eq!(of("problem \"P\"; angle saving"), missing);
    for written in ["value \"V\"", "usp \"U\"", "usp named", "value 5", "usp", "usp 5"] {
        assert_eq!(of(written), NONE, "{written}");
    }
    // After its day only campaigns that are not over need to know.
    let on = |beside: &str| {
        let all = launch_on("material deck, faq, pricing", beside, "2026-02-20");
        all.into_iter().filter(|found| found.contains("value")).collect::<Vec<_>>()
    };
    assert_eq!(on(""), NONE);
    assert_eq!(on(&campaign("after app; duration 4w")), missing);
    assert_eq!(on(&campaign("after app; duration 1w")), NONE);
    assert_eq!(on(&campaign("after app; duration 4w; status done 2026-02-19")), NONE);
}

#[test]
fn the_phases_promise_is_offered_first() {
    let plan =
        "phase q1 \"Q1\" 2026-Q1 { message save \"Words\"\n launch app \"App\" { deadline 2026-02-10 } }";
    let checked = checked(plan, "2026-01-05");
    let found = checked.findings.iter().find(|found| found.code.as_str() == "launch/value-missing").unwrap();
    let lines: Vec<&str> = found.fixes.iter().map(|fix| fix.edits[0].text.as_str()).collect();
    assert_eq!(lines, [" usp save;", " usp \"…\";"]);
}

#[test]
fn missing_material_is_added_for_the_day_on_which_it_is_needed() {
    let line = |campaign: &str| {
        let plan =
            phase(&format!("launch app \"App\" {{ deadline 2026-02-10; material deck, faq }}\n{campaign}"));
        let checked = checked(&plan, "2026-01-05");
        let mut found =
            checked.findings.iter().filter(|found| found.code.as_str() == "launch/assets-missing");
        found.next().unwrap().fixes[0].edits[0].text.clone()
    };
    assert_eq!(line(""), " material pricing;");
    assert_eq!(line(&campaign("after app; duration 4w")), " material pricing;");
    assert_eq!(
        line(&campaign("before app; start 2026-02-02; deadline 2026-02-09")),
        " material pricing { deadline 2026-01-30 };"
    );
}

#[test]
fn material_is_there_and_in_time() {
    let of = |material: &str, beside: &str| {
        let teaser = "activity t \"T\" { before app }";
        launch(&format!("value \"V\"; {material}"), &format!("{teaser}\n{beside}"))
    };
    assert_eq!(of("", ""), ["warning launch/assets-missing `launch`"]);
    assert_eq!(of("material deck, faq", ""), ["warning launch/assets-missing `launch`"]);
    assert_eq!(of("material deck, faq, pricing, guide", ""), NONE);
    // A word that cannot be read may be any.
    assert_eq!(of("material deck, faq, pricelist", ""), NONE);
    assert_eq!(of("material", ""), NONE);

    let late = ["warning launch/assets-missing `2026-02-27`"];
    let after = campaign("after app; duration 4w");
    let dated =
        |day: &str, more: &str| format!("material deck, faq {{ deadline {day}{more} }}; material pricing");
    assert_eq!(of(&dated("2026-02-27", ""), ""), NONE, "nobody sells it");
    assert_eq!(of(&dated("2026-02-27", ""), &after), late);
    assert_eq!(of(&dated("2026-02-27", "; done"), &after), NONE);
    assert_eq!(of(&dated("2026-02-11", ""), &after), NONE, "the campaign starts on that day");
    // Material without a day of its own is due with the launch; a campaign that prepares it starts before.
    assert_eq!(
        of("material deck, faq, pricing", &campaign("before app; start 2026-02-02; deadline 2026-02-09")),
        ["warning launch/assets-missing `material`"]
    );
    // One that does not prepare it starts too early: that is the one cause.
    assert_eq!(
        of(&dated("2026-02-09", ""), &campaign("start 2026-02-02; deadline 2026-02-27"))
            .iter()
            .filter(|found| found.contains("assets"))
            .count(),
        0
    );
    // Ideas sell nothing, and members of a circle have no dates.
    assert_eq!(of(&dated("2026-02-27", ""), &campaign("after app; duration 4w; status idea")), NONE);
    assert_eq!(
        of(&dated("2026-02-27", ""), &campaign("start 2026-02-11; after ads; deadline 2026-03-20")),
        NONE
    );
}

#[test]
fn the_list_of_material_is_a_setting() {
    let body = announced("");
    let checked = checked(&body, "2026-01-05");
    assert_eq!(checked.said(&["launch/"]), NONE);
    let said = |list: &[&'static str]| {
        let mut settings = Settings::default();
        settings.limits.launch_materials = list.to_vec();
        let found = run(&Cx::new(&checked.built.model, &settings));
        let mut found = found.into_iter().filter(|found| found.code.as_str() == "launch/assets-missing");
        found.next().map(|found| render(&found.message, Locale::En))
    };
    assert_eq!(said(&[]), None);
    assert_eq!(
        said(&["deck", "guide", "case_study"]).as_deref(),
        Some("launch `app` lacks `guide` and `case_study`")
    );
}

#[test]
fn campaigns_on_leads_have_a_place_to_arrive_at() {
    let hint = ["hint launch/touchpoint-missing `activity`"];
    let of = |kpi: &str, inside: &str| {
        said(&phase(&format!(
            "activity other \"O\" {{ touchpoint form; deadline 2026-01-30 }}\n\
             activity ads \"A\" {{ owner lan; category ads; kpi {kpi}; deadline 2026-03-13; {inside} }}"
        )))
    };
    assert_eq!(of("leads >= 9", ""), hint);
    assert_eq!(of("leads >= 9", "touchpoint onboarding"), hint);
    assert_eq!(of("leads >= 9", "touchpoint landing"), NONE);
    assert_eq!(of("leads >= 9", "touchpoint form"), NONE);
    assert_eq!(of("leads >= 9", "touchpoint landng"), NONE, "it may be any");
    assert_eq!(of("leads >= 9", "promotes nothing"), NONE, "its launch may have one");
    assert_eq!(of("trials >= 9", "touchpoint landing"), hint);
    assert_eq!(of("trials >= 9", "touchpoint onboarding"), NONE);
    assert_eq!(of("revenue >= 9", ""), NONE);
    assert_eq!(of("leads >= 9", "status done 2026-01-04"), NONE);
    // Not a campaign; not a plan that uses touchpoints.
    assert_eq!(
        said(&phase(
            "activity a \"A\" { touchpoint trial }\nactivity b \"B\" { kpi leads >= 9; channel seo }"
        )),
        NONE
    );
    assert_eq!(said(&phase("activity b \"B\" { kpi leads >= 9; channel facebook_ads }")), NONE);
    // Those of the launch count.
    let sold = |touchpoint: &str| {
        said(&phase(&format!(
            "activity t \"T\" {{ before app }}\nlaunch app \"App\" {{ deadline 2026-02-10; {WHOLE}; touchpoint {touchpoint} }}\n{}",
            campaign("after app; duration 4w")
        )))
    };
    assert_eq!(sold("landing"), NONE);
    assert_eq!(sold("trial"), hint);
    // Of a teaser's launch, too.
    let teaser = |touchpoint: &str| {
        said(&phase(&format!(
            "launch app \"App\" {{ deadline 2026-02-10; {WHOLE}; touchpoint {touchpoint} }}\n\
             activity t \"T\" {{ category pr; kpi leads >= 9; deadline 2026-02-06; before app }}"
        )))
    };
    assert_eq!(teaser("landing"), NONE);
    assert_eq!(teaser("trial"), hint);
}

#[test]
fn work_on_a_paid_channel_is_a_campaign_wherever_it_stands() {
    // A channel of the plan's own, on an activity of the top level.
    let plan = |kind: &str| {
        format!(
            "channel banner \"Banner\" {{ kind {kind} }}\n\
             activity a \"A\" {{ owner lan; kpi leads >= 9; channel banner; every mon; start 2026-01-12; deadline 2026-12-18 }}\n\
             activity b \"B\" {{ touchpoint form; deadline 2026-02-02 }}"
        )
    };
    assert_eq!(said(&plan("paid")), ["hint launch/touchpoint-missing `activity`"]);
    assert_eq!(said(&plan("owned")), NONE);
    assert_eq!(said_on(&plan("paid"), "2026-12-19"), NONE);
}

#[test]
fn operations_know_of_campaigns() {
    let of = |activity: &str, beside: &str| {
        said(&format!(
            "person thao \"Thảo\" {{ role care }}\nperson binh \"Bình\"\nteam cskh \"CSKH\" {{ lead thao; members binh }}\n\
             team content \"Content\" {{ members lan }}\n{}",
            phase(&format!(
                "activity ads \"A\" {{ owner lan; category ads; kpi revenue >= 9; deadline 2026-03-13; {activity} }}\n{beside}"
            ))
        ))
    };
    let hint = ["hint launch/ops-unprepared `activity`"];
    assert_eq!(of("", ""), hint);
    for told in [
        "informed thao",
        "informed cskh",
        "support cskh",
        "team cskh",
        "task \"T\" { owner thao }",
        "informed nobody",
    ] {
        assert_eq!(of(told, ""), NONE, "{told}");
    }
    for other in ["informed binh", "support content", "task \"T\" { owner lan }"] {
        assert_eq!(of(other, ""), hint, "{other}");
    }
    for (beside, wanted) in [
        ("activity b \"B\" { owner thao; deadline 2026-02-02 }", &NONE[..]),
        ("activity b \"B\" { owner thao; deadline 2026-02-02; status cancelled \"no\" }", &hint),
        ("activity b \"B\" { owner lan; informed thao; deadline 2026-02-02 }", &hint),
        ("milestone m \"M\" 2026-02-02 { owner thao }", &NONE),
    ] {
        assert_eq!(of("", beside), wanted, "{beside}");
    }
    // Nobody is there who could be told.
    assert_eq!(
        said(&phase("activity a \"A\" { category ads; kpi revenue >= 9; deadline 2026-03-13 }")),
        NONE
    );
}

#[test]
fn always_on_campaigns_are_seen_from_the_phases_they_touch() {
    let plan = |owner: &str, message: &str| {
        format!(
            "person thao \"Thảo\" {{ role care }}\nsegment s \"S\" {{ usp one \"One\" }}\n\
             activity ads \"A\" {{ owner lan; category ads; kpi revenue >= 9; start 2026-02-02; deadline 2026-05-29 }}\n\
             phase q1 \"Q1\" 2026-Q1 {{ {message}\nactivity b \"B\" {{ owner {owner}; deadline 2026-02-02 }} }}\n\
             phase q2 \"Q2\" 2026-Q2 {{ }}"
        )
    };
    assert_eq!(said(&plan("thao", "message one")), NONE);
    assert_eq!(
        said(&plan("lan", "")),
        ["hint launch/message-missing `activity`", "hint launch/ops-unprepared `activity`"]
    );
}

#[test]
fn campaigns_say_something() {
    let hint = ["hint launch/message-missing `activity`"];
    let of = |phase_message: &str, activity: &str| {
        said(&format!(
            "product p \"P\" {{ usp one \"One\" }}\n{}",
            phase(&format!(
                "{phase_message}\nactivity ads \"A\" {{ owner lan; category pr; kpi revenue >= 9; deadline 2026-03-13; {activity} }}"
            ))
        ))
    };
    assert_eq!(of("", ""), hint);
    assert_eq!(of("message \"Words\"", ""), NONE);
    assert_eq!(of("message 5", ""), NONE);
    for written in ["message one", "usp \"Words\"", "message", "promotes nothing"] {
        assert_eq!(of("", written), NONE, "{written}");
    }
    // A launch that says nothing to customers is one finding, its own; with a value, the campaign lacks its message.
    let sold = |inside: &str| {
        said(&format!(
            "product p \"P\" {{ usp one \"One\" }}\n{}",
            phase(&format!(
                "activity t \"T\" {{ before app }}\nlaunch app \"App\" {{ deadline 2026-02-10; material deck, faq, pricing; {inside} }}\n{}",
                campaign("after app; duration 4w")
            ))
        ))
    };
    assert_eq!(sold(""), ["warning launch/value-missing `launch`"]);
    assert_eq!(sold("value \"V\""), hint);
    assert_eq!(sold("usp one"), NONE);
    // A teaser says what its launch does.
    let teaser = |inside: &str, before: &str| {
        said(&phase(&format!(
            "launch app \"App\" {{ deadline 2026-02-10; material deck, faq, pricing; {inside} }}\n\
             activity s \"S\" {{ before app; message \"Words\"; deadline 2026-02-06 }}\n\
             activity t \"T\" {{ category pr; kpi revenue >= 9; deadline 2026-02-06; before {before} }}"
        )))
    };
    assert_eq!(teaser("usp \"U\"", "app"), NONE);
    assert_eq!(teaser("value \"V\"", "app"), hint);
    assert_eq!(teaser("value \"V\"", "nothing"), NONE, "its launch may have one");
}

#[test]
fn a_great_launch_is_left_in_peace() {
    let body = announced(&campaign("after app; duration 4w"));
    for day in ["2026-01-05", "2026-02-10", "2026-02-20", "2026-12-31"] {
        assert_eq!(said_on(&body, day), NONE, "{day}");
    }
}

#[test]
fn messages_read_well_in_both_languages() {
    let mut out = String::new();
    let rules = crate::rules::all().iter();
    for rule in rules.filter(|rule| rule.code.starts_with("launch/") || rule.code.starts_with("sales/")) {
        for example in Example::of(rule, Section::Example) {
            let checked = check(&example.text, &example.today);
            for found in checked.findings.iter().filter(|found| found.code.as_str() == rule.code) {
                out.push_str(&format!("{} at `{}`\n", rule.code, checked.text(found.span)));
                let mut said = vec![&found.message];
                said.extend(&found.help);
                said.extend(found.related.iter().map(|related| &related.message));
                said.extend(found.fixes.iter().map(|fix| &fix.title));
                for message in said {
                    for locale in Locale::ALL {
                        out.push_str(&format!("  {}\n", render(message, locale)));
                    }
                }
                for edit in found.fixes.iter().flat_map(|fix| &fix.edits) {
                    out.push_str(&format!("  + {:?}\n", edit.text));
                }
                out.push('\n');
            }
        }
    }
    insta::assert_snapshot!(out);
}
