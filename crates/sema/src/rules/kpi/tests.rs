//! Which of the rules on KPIs speaks, and where all are silent.

use roadmap_diag::{Locale, Message, render};

use crate::rules::Example;
use crate::rules::Section;
use crate::testing::check;

/// What `goal/*` and `kpi/*` say about a plan of one phase with `body` in it.
fn said(head: &str, body: &str) -> Vec<String> {
    let plan = format!(
        "roadmap \"R\" {{ period 2026; currency VND{head} }}\nperson lan \"Lan\"\n\
         phase q1 \"Q1\" 2026-Q1 {{ focus \"x\"; channel seo\n{body}\n}}\n"
    );
    let checked = check(&plan, "2026-01-05");
    let listing = checked.listing();
    for group in ["syntax/", "name/duplicate", "schema/", "value/"] {
        assert!(!listing.contains(group), "{plan}\n{listing}");
    }
    checked.said(&["goal/", "kpi/"])
}

fn table(cases: &[(&str, &str, &[&str])]) {
    for (what, body, wanted) in cases {
        assert_eq!(said("", body), *wanted, "{what}");
    }
}

const LEADS: &str = "goal g \"G\" { type leads; owner lan; kpi leads 0 -> 500 by 2026-03-31 }\n";

fn beside_leads(cases: &[(&str, &str, &[&str])]) {
    for (what, body, wanted) in cases {
        assert_eq!(said("", &format!("{LEADS}{body}")), *wanted, "{what}");
    }
}

#[test]
fn a_goal_on_inputs_alone_has_one_finding() {
    table(&[
        (
            "two vanity metrics: no mismatch, no missing link beside it",
            "goal g \"G\" { type leads; owner lan; kpi likes >= 5 by 2026-03-31; kpi views >= 9 by 2026-03-31 }",
            &["error kpi/vanity-only `likes`"],
        ),
        (
            "work counted on a goal is vanity as well",
            "goal g \"G\" { type leads; owner lan; kpi posts >= 5 by 2026-03-31 }",
            &["error kpi/vanity-only `posts`"],
        ),
        (
            "a type that nothing says has no family",
            "goal g \"G\" { owner lan; kpi clicks >= 5 by 2026-03-31 }",
            &["error kpi/vanity-only `clicks`"],
        ),
        (
            "an input that shows experience",
            "goal g \"G\" { type experience; owner lan; kpi time_on_product >= 90 by 2026-03-31 }",
            &[],
        ),
        (
            "an unknown metric may be the outcome",
            "goal g \"G\" { type leads; owner lan; kpi likes >= 5 by 2026-03-31; kpi nothing >= 9 by 2026-03-31 }",
            &[],
        ),
    ]);
}

#[test]
fn an_activity_is_judged_by_the_family_of_its_goal() {
    beside_leads(&[
        ("vanity", "activity a \"A\" { owner lan; kpi likes >= 5 }", &["warning kpi/vanity-only `likes`"]),
        (
            "work",
            "activity a \"A\" { owner lan; kpi posts >= 5; kpi likes >= 5 }",
            &["warning kpi/volume-as-kpi `posts`"],
        ),
        (
            "work before a result is only in the wrong order, and leads nowhere",
            "activity a \"A\" { owner lan; kpi posts >= 5; kpi leads >= 500 }",
            &["warning kpi/input-before-output `posts`", "warning kpi/input-unlinked `posts`"],
        ),
        ("an idea", "activity a \"A\" { owner lan; kpi likes >= 5; status idea }", &[]),
        ("cancelled", "activity a \"A\" { owner lan; kpi posts >= 5; status cancelled \"no\" }", &[]),
        ("a goal that nobody knows", "activity a \"A\" { owner lan; kpi likes >= 5; supports nothing }", &[]),
    ]);
    table(&[(
        "engagement serves awareness",
        "goal g \"G\" { type awareness; owner lan; region \"HN\"; kpi sov 5% -> 9% by 2026-03-31 }\n\
         activity a \"A\" { owner lan; kpi engagement >= 5 }",
        &[],
    )]);
}

#[test]
fn inputs_stand_behind_results_and_lead_to_them() {
    beside_leads(&[
        (
            "over several steps",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi impressions >= 9k }",
            &[],
        ),
        (
            "what sales counts beside a result",
            "script s \"S\" { for q1; owner lan; deadline 2026-02-02; kpi close_rate >= 12%; kpi consultations >= 9 }",
            &[],
        ),
        (
            "nowhere",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi likes >= 9k }",
            &["warning kpi/input-unlinked `likes`"],
        ),
        (
            "by the KPI",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi likes >= 9k { drives leads } }",
            &[],
        ),
        (
            "by a step of the KPI and the catalogue’s",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi likes >= 9k { drives clicks } }",
            &[],
        ),
        (
            "unknown",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi likes >= 9k { drives nothing } }",
            &[],
        ),
    ]);
}

#[test]
fn outputs_first_is_strict() {
    let strict = "; outputs_first";
    let order =
        "goal g \"G\" { type leads; owner lan; kpi clicks >= 5 by 2026-03-31; kpi leads >= 5 by 2026-03-31 }";
    assert_eq!(said(strict, order), ["error kpi/input-before-output `clicks`"]);
    let none = "goal g \"G\" { type experience; owner lan; kpi bounce <= 40% by 2026-03-31 }";
    assert_eq!(said(strict, none), ["error kpi/input-before-output `phase`"]);
    assert_eq!(said("", none), [""; 0]);
    let vanity = "goal g \"G\" { type leads; owner lan; kpi likes >= 5 by 2026-03-31 }";
    assert_eq!(said(strict, vanity), ["error kpi/vanity-only `likes`"]);
    let empty = "goal g \"G\" { type leads; owner lan }";
    assert_eq!(said(strict, empty), ["error kpi/missing `goal`"]);
}

#[test]
fn targets_say_a_number_a_way_and_a_start() {
    beside_leads(&[
        ("no number", "activity a \"A\" { owner lan; kpi leads }", &["error kpi/unmeasurable `kpi`"]),
        (
            "no way",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi spend 5M }",
            &["error kpi/unmeasurable `5M`"],
        ),
        ("a ceiling", "activity a \"A\" { owner lan; kpi leads >= 500; kpi spend <= 5M }", &[]),
        ("a band", "activity a \"A\" { owner lan; kpi leads >= 500; kpi spend 4M..5M }", &[]),
        (
            "relative to nothing",
            "activity a \"A\" { owner lan; kpi leads +30% }",
            &["error kpi/baseline-missing `+30%`"],
        ),
        (
            "a fall of what should rise",
            "activity a \"A\" { owner lan; kpi leads 900 -> -10% }",
            &["error kpi/target-wrong-way `900 -> -10%`"],
        ),
        (
            "a rise of what should fall",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi churn 5% -> 8% }",
            &["error kpi/target-wrong-way `5% -> 8%`"],
        ),
        (
            "spend may go either way",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi spend 5M -> 8M }",
            &[],
        ),
    ]);
}

#[test]
fn targets_count_what_the_metric_counts() {
    beside_leads(&[
        (
            "money for a rate",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi close_rate >= 5M VND }",
            &["error kpi/unit-mismatch `>= 5M VND`"],
        ),
        (
            "a percent for a count",
            "activity a \"A\" { owner lan; kpi leads >= 15% }",
            &["error kpi/unit-mismatch `>= 15%`"],
        ),
    ]);
}

#[test]
fn kpis_of_phases_and_scripts_come_from_goals() {
    beside_leads(&[
        ("the goal’s own metric", "kpi leads >= 500", &[]),
        ("what drives it", "kpi clicks >= 500", &[]),
        ("what leads where leads lead", "kpi close_rate >= 12%", &[]),
        ("nowhere", "kpi likes >= 500", &["warning kpi/orphan `likes`"]),
        (
            "in a script",
            "script s \"S\" { for q1; owner lan; deadline 2026-02-02; kpi posts >= 5 }",
            &["warning kpi/orphan `posts`"],
        ),
        ("said by hand", "kpi likes >= 500 { drives leads }", &[]),
    ]);
}

#[test]
fn goals_of_named_families_take_those_metrics() {
    table(&[
        (
            "a result of another kind",
            "goal g \"G\" { type experience; owner lan; kpi csat 60% -> 80% by 2026-03-31; kpi revenue >= 5M by 2026-03-31 }",
            &["warning kpi/goal-mismatch `revenue`"],
        ),
        (
            "an input beside one that shows the goal",
            "goal g \"G\" { type awareness; owner lan; region \"HN\"; kpi engagement >= 5 by 2026-03-31; kpi likes >= 5 by 2026-03-31 }",
            &["warning kpi/goal-mismatch `likes`"],
        ),
        (
            "every result shows a goal of revenue",
            "goal g \"G\" { type revenue; owner lan; region \"HN\"; kpi orders >= 5 by 2026-03-31; kpi nps >= 5 by 2026-03-31 }",
            &[],
        ),
    ]);
}

#[test]
fn a_budget_buys_its_results_within_the_bound() {
    beside_leads(&[
        (
            "the activity’s own bound",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi cpl <= 100k VND; budget 60M VND }",
            &["warning kpi/budget-clash `60M VND`"],
        ),
        (
            "at the bound",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi cpl <= 100k VND; budget 50M VND }",
            &[],
        ),
        (
            "by the method, where no formula says it",
            "activity a \"A\" { owner lan; kpi leads >= 500; kpi orders >= 10; kpi cpa <= 1M VND; budget 20M VND }",
            &["warning kpi/budget-clash `20M VND`"],
        ),
        (
            "a target for each month",
            "activity a \"A\" { owner lan; kpi leads >= 500 per month; kpi cpl <= 100k VND; budget 60M VND }",
            &[],
        ),
        (
            "a target of nothing",
            "activity a \"A\" { owner lan; kpi leads >= 0; kpi cpl <= 100k VND; budget 6M VND }",
            &["warning goal/coverage-gap `0 -> 500`"],
        ),
    ]);
    table(&[(
        "the goal’s bound",
        "goal g \"G\" { type leads; owner lan; kpi leads 0 -> 500 by 2026-03-31; kpi cpl <= 100k VND by 2026-03-31 }\n\
         activity a \"A\" { owner lan; kpi leads >= 500; budget 60M VND }",
        &["warning kpi/budget-clash `60M VND`"],
    )]);
    let together = |second: &str| {
        format!(
            "goal g \"G\" {{ type leads; owner lan; kpi leads 0 -> 1_000 by 2026-03-31; kpi cpl <= 100k VND by 2026-03-31 }}\n\
             activity a \"A\" {{ owner lan; kpi leads >= 500; budget 60M VND; supports g }}\n\
             activity b \"B\" {{ owner lan; kpi leads >= 500; supports g; {second} }}"
        )
    };
    table(&[
        ("dear here, cheap there", &together("budget 40M VND"), &[]),
        ("dear here, free there", &together(""), &[]),
        ("too dear together", &together("budget 41M VND"), &["warning kpi/budget-clash `60M VND`"]),
        (
            "money for money is a share",
            "goal g \"G\" { type revenue; owner lan; region \"HN\"; kpi revenue 0 -> 500M by 2026-03-31 }\n\
             activity a \"A\" { owner lan; kpi revenue >= 500M; kpi share <= 0.1; budget 60M VND }\n}\n\
             metric share \"S\" = spend / revenue { unit ratio; kind business; direction down",
            &[],
        ),
    ]);
}

#[test]
fn metrics_of_the_plan_are_defined_and_used() {
    let cases: &[(&str, &str, &[&str])] = &[
        ("unused", "metric m \"M\" { unit count; kind outcome; direction up }", &["warning kpi/orphan `m`"]),
        (
            "in a formula",
            "metric m \"M\" { unit count; kind outcome; direction up }\n\
             metric n \"N\" = m / leads { unit percent; kind outcome; direction up }\nalert n behind 5%",
            &[],
        ),
        (
            "in the formula of a built-in metric that the plan names",
            "metric spend \"Chi\" { unit VND; kind cost }\nalert cpl over 90%",
            &[],
        ),
        (
            "in that of one that it does not",
            "metric spend \"Chi\" { unit VND; kind cost }\nalert clicks behind 5%",
            &["warning kpi/orphan `spend`"],
        ),
        (
            "a ratio of nothing",
            "metric n \"N\" { unit ratio; kind outcome; direction up }\nalert n behind 5%",
            &["warning kpi/ratio-undefined `metric`"],
        ),
        (
            "what the method measures as it is",
            "metric market_share \"Thị phần\" { unit percent }\nalert market_share behind 5%",
            &[],
        ),
    ];
    for (what, metrics, wanted) in cases {
        let plan = format!("roadmap \"R\" {{ period 2026; currency VND }}\n{metrics}\n");
        assert_eq!(check(&plan, "2026-01-05").said(&["goal/", "kpi/"]), *wanted, "{what}");
    }
}

#[test]
fn a_standard_formula_is_offered_by_name_in_either_language() {
    for title in ["Tỷ lệ nhấp", "Click-through rate", "ctr"] {
        let plan = format!("roadmap \"R\" {{ period 2026 }}\nmetric nhap \"{title}\" {{ unit percent }}\n");
        let checked = check(&plan, "2026-01-05");
        let found =
            checked.findings.iter().find(|found| found.code.as_str() == "kpi/ratio-undefined").unwrap();
        assert_eq!(found.fixes[0].edits[0].text, " = clicks / impressions", "{title}");
    }
    // Without a title, behind the name.
    let checked = check("roadmap \"R\" { period 2026 }\nmetric cvr { unit percent }\n", "2026-01-05");
    let found = checked.findings.iter().find(|found| found.code.as_str() == "kpi/ratio-undefined").unwrap();
    let edit = &found.fixes[0].edits[0];
    assert_eq!((checked.resolve(edit.span).1.start, edit.text.as_str()), (38, " = conversions / sessions"));
}

#[test]
fn broken_text_lacks_nothing() {
    let body = format!("{LEADS}activity a \"A\" {{ owner lan; kpi le");
    let plan =
        format!("roadmap \"R\" {{ period 2026 }}\nperson lan \"Lan\"\nphase q1 \"Q1\" 2026-Q1 {{\n{body}");
    let checked = check(&plan, "2026-01-05");
    assert!(checked.said(&["kpi/missing", "kpi/unmeasurable"]).is_empty(), "{}", checked.listing());
}

#[test]
fn messages_read_well_in_both_languages() {
    let mut out = String::new();
    let rules = crate::rules::all().iter();
    for rule in rules.filter(|rule| rule.code.starts_with("goal/") || rule.code.starts_with("kpi/")) {
        for example in Example::of(rule, Section::Example) {
            let checked = check(&example.text, &example.today);
            for found in checked.findings.iter().filter(|found| found.code.as_str() == rule.code) {
                let mut say = |message: &Message| {
                    for locale in Locale::ALL {
                        out.push_str(&format!("  {}\n", render(message, locale)));
                    }
                };
                say(&found.message);
                found.help.iter().for_each(&mut say);
                found.related.iter().for_each(|related| say(&related.message));
                found.fixes.iter().for_each(|fix| say(&fix.title));
                out.push_str(&format!("{} at `{}`\n\n", rule.code, checked.text(found.span)));
            }
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn a_sign_may_ask_for_the_wrong_way() {
    let activity =
        |kpis: &str| format!("activity a \"A\" {{ owner lan; deadline 2026-03-20; channel seo; {kpis} }}");
    beside_leads(&[
        ("a ceiling", &activity("kpi leads >= 500; kpi cpl <= 100k"), &[]),
        (
            "a floor under a cost",
            &activity("kpi leads >= 500; kpi cpl >= 100k"),
            &["error kpi/target-wrong-way `>= 100k`"],
        ),
        ("a ceiling over a result", &activity("kpi leads <= 500"), &["error kpi/target-wrong-way `<= 500`"]),
        ("few e-mails on purpose", &activity("kpi leads >= 500; kpi emails_sent <= 4 { drives leads }"), &[]),
        ("a band", &activity("kpi leads 500..600"), &[]),
    ]);
}
