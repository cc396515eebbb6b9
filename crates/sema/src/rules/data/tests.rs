//! Figures in plans as people write them.

use crate::testing::check;

fn said(code: &str, plan: &str) -> Vec<String> {
    let text = format!("roadmap \"R\" {{ period 2026; currency VND }}\nperson lan \"Lan\"\n{plan}\n");
    check(&text, "2026-02-16").said(&[code])
}

const NOTHING: [&str; 0] = [];
const CRM: &str = "source crm csv \"crm.csv\" { column leads \"lead\"; column won \"won\" }\n";

fn goal(id: &str, inside: &str) -> String {
    format!("goal {id} \"G\" {{ owner lan; {inside} }}\n")
}

#[test]
fn outcomes_of_goals_are_read_from_somewhere() {
    let missing = |plan: &str| said("data/source-missing", plan);
    let leads = goal("g", "kpi leads >= 5 by 2026");
    // A plan without any data is asked for none.
    assert_eq!(missing(&leads), NOTHING);
    assert_eq!(missing(&format!("{CRM}{leads}")), ["warning data/source-missing `leads`"]);
    assert_eq!(missing(&format!("{CRM}{leads}{}", goal("h", "kpi leads >= 9 by 2026"))).len(), 1);
    assert_eq!(missing(&format!("{CRM}{leads}actual leads 2026-01 5")), NOTHING);
    assert_eq!(missing(&format!("{CRM}metric leads \"L\" {{ from crm.leads }}\n{leads}")), NOTHING);
    // A column that nobody knows is written, and has been reported.
    assert_eq!(missing(&format!("{CRM}metric leads \"L\" {{ from crm.nothing }}\n{leads}")), NOTHING);
    // Inputs and metrics of no known kind are no outcome.
    assert_eq!(missing(&format!("{CRM}{}", goal("g", "kpi clicks >= 5 by 2026"))), NOTHING);
    assert_eq!(
        missing(&format!("{CRM}metric x \"X\" {{ unit count }}\n{}", goal("g", "kpi x >= 5 by 2026"))),
        NOTHING
    );
}

#[test]
fn a_formula_is_read_by_its_parts() {
    let missing = |plan: &str| said("data/source-missing", &format!("{CRM}{plan}"));
    let cpl = goal("g", "kpi cpl <= 5M by 2026");
    assert_eq!(missing(&cpl), ["warning data/source-missing `cpl`"]);
    assert_eq!(missing(&format!("{cpl}actual leads 2026-01 5\nactual spend 2026-01 5M")), NOTHING);
    assert_eq!(missing(&format!("{cpl}actual cpl 2026-01 1M")), NOTHING);
    // What is told once is not told again for what is worked out from it.
    let both = format!("{}{cpl}actual spend 2026-01 5M", goal("h", "kpi leads >= 5 by 2026"));
    assert_eq!(missing(&both), ["warning data/source-missing `leads`"]);
    let circle = "metric a \"A\" = b { kind outcome }\nmetric b \"B\" = a { kind outcome }\n";
    assert_eq!(missing(&format!("{circle}{}", goal("g", "kpi a >= 5 by 2026"))), NOTHING);
}

#[test]
fn a_column_of_the_metrics_name_is_offered() {
    let text = format!("roadmap \"R\" {{ period 2026 }}\n{CRM}{}", goal("g", "kpi leads >= 5 by 2026"));
    let checked = check(&text, "2026-02-16");
    let found = checked.findings.iter().find(|found| found.code.as_str() == "data/source-missing").unwrap();
    assert_eq!(found.fixes[0].edits[0].text, "\n\nmetric leads \"Leads\" { from crm.leads }");
    let text = format!("{text}metric leads \"L\" {{ by channel }}\n");
    let checked = check(&text, "2026-02-16");
    let found = checked.findings.iter().find(|found| found.code.as_str() == "data/source-missing").unwrap();
    assert_eq!(found.fixes[0].edits[0].text, " from crm.leads;");
}

#[test]
fn one_source_is_enough_where_somebody_asked_customers() {
    let single = |plan: &str| said("data/single-source", plan);
    let metric = "metric leads \"L\" { from crm.leads }\n";
    let leads = goal("g", "kpi leads >= 5 by 2026");
    let found = ["hint data/single-source `goal`"];
    assert_eq!(single(&format!("{CRM}{metric}{leads}")), found);
    assert_eq!(single(&format!("{CRM}{metric}{leads}{}", goal("h", "kpi leads >= 5 by 2026"))), found);
    // Nobody knows what was compared before a figure was written down, unless it says where it comes from.
    assert_eq!(single(&format!("{leads}actual leads 2026-01 5")), NOTHING);
    let named = "actual leads 2026-01 5 { source \"CRM\" }\nactual leads 2026-02 5 { source \"CRM\" }";
    assert_eq!(single(&format!("{leads}{named}")), found);
    let two = format!("{leads}{named}\nactual leads 2026-02 5 {{ source \"Sheet\" }}");
    assert_eq!(single(&two), NOTHING);
    assert_eq!(single(&format!("{CRM}{metric}{leads}actual leads 2026-01 5")), NOTHING);
    assert_eq!(
        single(&format!("{CRM}{metric}{}", goal("g", "kpi leads >= 5 by 2026; insight \"I\""))),
        NOTHING
    );
    // None at all is another finding; what is worked out rests on several.
    assert_eq!(single(&format!("{CRM}{leads}")), NOTHING);
    assert_eq!(single(&format!("{CRM}{metric}{}", goal("g", "kpi cpl <= 5M by 2026"))), NOTHING);
    assert_eq!(
        single(&format!("{CRM}metric leads \"L\" {{ from crm.leads, crm.nothing }}\n{leads}")),
        NOTHING
    );
}

#[test]
fn outcomes_are_divided_once_anything_is() {
    let whole = |plan: &str| said("data/no-breakdown", &format!("{CRM}{plan}"));
    let read = "actual leads 2026-01 5\nactual orders 2026-01 5\nactual spend 2026-01 5M\n";
    let goals =
        format!("{read}{}{}", goal("g", "kpi leads >= 5 by 2026"), goal("h", "kpi orders >= 5 by 2026"));
    assert_eq!(whole(&goals), NOTHING);
    let by = "metric leads \"L\" { by channel }\n";
    assert_eq!(whole(&format!("{by}{goals}")), ["hint data/no-breakdown `orders`"]);
    assert_eq!(whole(&format!("{by}{goals}actual orders 2026-01 5 {{ by channel seo }}")), NOTHING);
    // A rate is divided where both of its parts are.
    let rate = format!("{read}{}", goal("g", "kpi cpl <= 5M by 2026"));
    assert_eq!(whole(&format!("{by}{}", goal("h", "kpi orders >= 5 by 2026"))), NOTHING, "no figures at all");
    assert_eq!(whole(&format!("{by}{rate}")), ["hint data/no-breakdown `cpl`"]);
    assert_eq!(whole(&format!("{by}metric spend \"S\" {{ by channel }}\n{rate}")), NOTHING);
}

#[test]
fn two_definitions_differ_or_are_one_name_twice() {
    let table = [
        (
            "metric x \"X\" { unit count }",
            "metric x \"Y\" { unit percent }",
            "error data/metric-redefined `x`",
        ),
        ("metric x \"X\" = leads / mql", "metric x \"Y\" = leads / sql", "error data/metric-redefined `x`"),
        ("metric cpl \"X\"", "metric cpl \"Y\" = spend / sql", "error data/metric-redefined `cpl`"),
        ("metric x \"X\" = leads / mql", "metric x \"Y\" =  leads  /  mql", "error name/duplicate `x`"),
        ("metric x \"X\" { unit count }", "metric x \"Y\" { unit count }", "error name/duplicate `x`"),
        // What one of them leaves open is no contradiction.
        ("metric x \"X\" { unit count }", "metric x \"Y\"", "error name/duplicate `x`"),
        ("metric x \"X\" { unit count }", "metric x \"Y\" { unit nothing }", "error name/duplicate `x`"),
    ];
    for (first, second, found) in table {
        let text = format!("roadmap \"R\" {{ period 2026 }}\n{first}\n{second}\n");
        assert_eq!(check(&text, "2026-02-16").said(&["data/", "name/"]), [found], "{second}");
    }
    // Defining a built-in metric anew is the plan's own business.
    assert_eq!(said("data/metric-redefined", "metric cpl \"C\" = spend / sql"), NOTHING);
    assert_eq!(said("name/duplicate", "metric cpl \"C\" = spend / sql"), NOTHING);
}

#[test]
fn broken_text_lacks_nothing() {
    let goals = goal("g", "kpi leads >= 5 by 2026");
    let text = |metric: &str| {
        format!("roadmap \"R\" {{ period 2026 }}\n{CRM}metric clicks \"C\" {{ by channel }}\n{goals}{metric}")
    };
    let broken = check(&text("metric leads \"L\" {\n  quality \"unterminated\n"), "2026-02-16");
    assert!(!broken.syntax.is_empty());
    assert_eq!(broken.said(&["data/"]), NOTHING);
    let whole = check(&text("metric leads \"L\" {\n  quality \"good\"\n}\n"), "2026-02-16");
    assert_eq!(whole.said(&["data/"]), ["warning data/source-missing `leads`"]);
}

#[test]
fn the_two_definitions_are_named() {
    let text = "roadmap \"R\" { period 2026 }\nmetric x \"X\" = leads / mql\nmetric x \"Y\" = leads / sql\nmetric x \"Z\" { unit VND }\n";
    let listing = check(text, "2026-02-16").listing();
    assert!(
        listing.contains("`x` is defined twice: as `leads / sql` here, as `leads / mql` before"),
        "{listing}"
    );
    // Its name means the first; the others are asked for nothing else.
    assert_eq!(listing.matches("kpi/orphan").count(), 1, "{listing}");
}

#[test]
fn messages_read_well_in_both_languages() {
    let leads = goal("g", "kpi leads >= 5 by 2026");
    let plans = [
        format!("{CRM}{leads}"),
        format!("{CRM}{}", goal("g", "kpi cpl <= 5M by 2026")),
        format!(
            "{CRM}metric leads \"L\" {{ from crm.leads; by channel }}\n{leads}{}",
            goal("h", "kpi orders >= 5 by 2026")
        ),
        format!(
            "{CRM}metric leads \"L\" {{ from crm.leads }}\n{leads}{}",
            goal("h", "kpi leads >= 5 by 2026")
        ),
        "metric x \"X\" = leads / mql\nmetric x \"Y\" = leads / sql".to_owned(),
        "metric x \"X\" { unit count }\nmetric x \"Y\" { unit VND }".to_owned(),
    ];
    let mut out = String::new();
    for plan in &plans {
        let text = format!("roadmap \"R\" {{ period 2026; currency VND }}\nperson lan \"Lan\"\n{plan}\n");
        out.push_str(&format!("{plan}\n{}\n", check(&text, "2026-02-16").aloud(&["data/"])));
    }
    insta::assert_snapshot!(out);
}
