use roadmap_diag::{Locale, Severity, render};

use crate::testing::{Checked, check, check_files};
use crate::tests::corpus;

fn said(checked: &Checked, code: &str) -> Vec<String> {
    let found = checked.findings.iter().filter(|finding| finding.code.as_str() == code);
    found.map(|finding| render(&finding.message, Locale::En)).collect()
}

const PLAN: &str = r#"roadmap "R" { period 2026; currency VND; lang vi; rate 1 USD = 25_000 VND }
person lan "Nguyễn Thị Lan" { role cmo }
person minh "Trần Đức Minh" { role sales }
team content "Content" { members lan }
field region on activity { type one_of "north", "south"; default "north" }
field cost on activity { type money }
field urgent on activity { type yes_no }
phase q1 "Quý I" 2026-Q1 {
  owner lan; focus "f"; intent demand; channel ads
  goal g "Đạt 100 lead" { owner lan; kpi leads 0 -> 100 by 2026-03-31 }
  activity first "Một" { owner lan; support minh, content; kpi leads >= 10; start 2026-01-05; duration 2w
    budget 1_000 USD; channel ads 70%, seo 30%; category ads; kind webinar; urgent; region "south" }
  activity second "Hai" { owner minh; kpi leads >= 10; deadline 2026-02-10; budget 5M VND; cost 2M; status planned }
  activity third "Ba" { owner minh; kpi leads >= 10; deadline 2026-02; status idea }
}
"#;

/// Which activities a condition holds for.
fn holds(condition: &str) -> Vec<String> {
    let text = format!("{PLAN}rule acme/test \"T\" {{ on activity; when {condition}; say \"{{id}}\" }}\n");
    let checked = check(&text, "2026-01-20");
    let listing = checked.listing();
    for group in ["syntax/", "name/", "value/", "schema/"] {
        assert!(!listing.contains(group), "{condition}\n{listing}");
    }
    said(&checked, "acme/test")
}

#[test]
fn the_tour_has_one_budget_without_approver() {
    let checked = check_files(&[&corpus("tour.roadmap"), &corpus("people.roadmap")], "2026-02-03");
    assert_eq!(said(&checked, "acme/approver"), ["Chiến dịch ra mắt: 300.000.000\u{a0}₫ cần người duyệt"]);
    let finding = checked.findings.iter().find(|finding| finding.code.as_str() == "acme/approver").unwrap();
    assert_eq!(finding.severity, Severity::Warning);
    assert_eq!(checked.text(finding.span), "activity");
    assert_eq!(checked.text(finding.related[0].span), "rule acme/approver \"Duyệt ngân sách\"");
    assert!(finding.code.suppressible());
}

#[test]
fn conditions_hold_where_they_should() {
    let table: &[(&str, &[&str])] = &[
        ("budget", &["first", "second"]),
        ("not budget", &[]),
        ("not budget and status", &["third"]),
        // 1,000 USD are 25M VND.
        ("budget > 24M VND", &["first"]),
        ("budget >= 25M", &["first"]),
        ("budget > 200 USD", &["first"]),
        ("250 USD > budget", &["second"]),
        ("budget != 5M", &["first"]),
        ("cost = 2M VND", &["second"]),
        ("cost < budget", &["second"]),
        // Not written: neither less, nor more, nor unequal.
        ("cost != 2M", &[]),
        ("owner = lan", &["first"]),
        ("support = content", &["first"]),
        ("support != content", &[]),
        ("support = owner", &[]),
        ("owner in lan, minh and category", &["first"]),
        ("category in (pr, ads)", &["first"]),
        ("kind = webinar", &["first"]),
        ("kind = \"webinar\"", &["first"]),
        ("channel = seo", &["first"]),
        ("region = \"south\"", &["first"]),
        ("region = \"north\"", &["second"]),
        ("not region", &["second"]),
        ("urgent", &["first"]),
        ("urgent = yes", &["first"]),
        // A computed end: two weeks from 2026-01-05 end on 01-18.
        ("end < today", &["first"]),
        ("end = 2026-01-18", &["first"]),
        ("not start", &["second"]),
        ("start = 2026-01", &["first"]),
        ("deadline > 2026-01", &["second"]),
        ("deadline > end", &[]),
        ("duration >= 14d", &["first"]),
        ("duration = 10bd", &["first"]),
        ("status = planned", &["first", "second"]),
        ("status = idea", &["third"]),
        ("phase = q1 and phase.intent = demand", &["first", "second"]),
        ("phase.start < 2026-01-02 and phase.end = 2026-03-31", &["first", "second"]),
        ("phase.budget", &[]),
        ("not (budget > 24M or owner = lan)", &["second"]),
        ("title = \"Một\" or id = second", &["first", "second"]),
        ("kpi = leads", &["first", "second"]),
    ];
    for (condition, expected) in table {
        assert_eq!(holds(condition), *expected, "{condition}");
    }
}

#[test]
fn other_kinds_can_be_asked_too() {
    let text = format!(
        r#"{PLAN}
rule acme/kpi "K" {{ on kpi; when target >= 50 and metric = leads; say "{{metric}} {{target}} {{end}}"; level error }}
rule acme/person "P" {{ on person; when role = cmo; say "{{title}}{{name}}: {{role}} {{{{x}}}} {{" }}
rule acme/phase "P" {{ on phase; when period >= 2026-Q1; say "{{start}}, {{period}}, {{owner}}, {{budget}}" }}
"#
    )
    .replace("{title}{name}", "{name}");
    let checked = check(&text, "2026-01-20");
    insta::assert_snapshot!(
        checked.listing().lines().filter(|line| line.contains("acme/")).collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn mistakes_in_rules_are_found_at_their_place() {
    let rules = r#"rule a/one "1" { on activity; when budgt > 1M; say "x" }
rule a/two "2" { on activity; when category = adz; say "x" }
rule a/three "3" { on activity; when owner = lna; say "x" }
rule a/four "4" { on activity; when budget > "much"; say "x" }
rule a/five "5" { on activity; when category > ads; say "x" }
rule a/six "6" { on activity; when deadline > 5M VND; say "x" }
rule a/seven "7" { on activity; when budget; say "{titel} and {phase.focs}" }
rule a/eight "8" { on person; when start > 2026-01-01; say "x" }
rule a/nine "9" { on activity; when region = "nort"; say "x" }
rule a/ten "10" { on activity; when 5M = 5M; say "x" }
rule a/eleven "11" { on activity; when budget > large; say "x" }
"#;
    let checked = check(&format!("{PLAN}{rules}"), "2026-01-20");
    let mut shown = String::new();
    for finding in &checked.findings {
        let (file, range) = checked.resolve(finding.span);
        let (line, column) = checked.line_column(file, range.start);
        let line = line - PLAN.lines().count().min(line);
        if line == 0 || finding.code.as_str().starts_with("plan/") {
            continue;
        }
        shown.push_str(&format!(
            "{line}:{column} {} `{}` {}\n    {}\n",
            finding.code.as_str(),
            checked.text(finding.span),
            render(&finding.message, Locale::En),
            finding.help.as_ref().map_or_else(String::new, |help| render(help, Locale::En)),
        ));
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn levels_are_those_of_the_rule_and_ideas_are_left_alone() {
    let text = format!("{PLAN}rule a/b \"T\" {{ on activity; when not budget; say \"{{id}}\"; level hint }}");
    assert!(said(&check(&text, "2026-01-20"), "a/b").is_empty());
}
