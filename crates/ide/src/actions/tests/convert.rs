use super::{Case, shown};

#[test]
fn a_value_is_written_in_another_form() {
    let goal = |target: &str| format!("goal g \"G\" {{ owner lan; kpi {target} by 2026-05-05 }}\n");
    let money = "roadmap \"R\" { period 2026; currency VND }\n";
    let cases = [
        ("by how much, as a number", "Write it as", goal("leads 2_000 -> $0+30%")),
        ("a number, by how much", "Write it as", goal("leads 2_000 -> $02_600")),
        ("less", "Write it as", goal("cpl 200k -> 150k$0")),
        ("percents go up by points", "Write it as", goal("retention 78% -> $085%")),
        ("points, as a percent", "Write it as", goal("retention 78% -> $0+7pp")),
        ("money", "Write it as", format!("{money}{}", goal("revenue 1_000M VND -> $0+30%"))),
        ("not where it has no end", "Write it as", goal("leads 300 -> $0400")),
        ("not from nothing", "Write it as", goal("leads 0 -> $0400")),
        ("a period as its last day", "Write it as", "activity a \"A\" { deadline $02026-Q1 }\n".to_owned()),
        ("a period as its first day", "Write it as", "activity a \"A\" { start $02026-Q2 }\n".to_owned()),
        (
            "a day as the end of a month",
            "Write it as",
            "activity a \"A\" { deadline $02026-04-30 }\n".to_owned(),
        ),
        (
            "a day as the end of a quarter",
            "Write it as 2026-Q1",
            "activity a \"A\" { deadline $02026-03-31 }\n".to_owned(),
        ),
        (
            "a day as the start of a quarter",
            "Write it as 2026-Q2",
            "activity a \"A\" { start $02026-04-01 }\n".to_owned(),
        ),
        (
            "of a fiscal year",
            "Write it as",
            "roadmap \"R\" { period 2026; fiscal_year 4 }\nactivity a \"A\" { deadline $02026-Q1 }\n"
                .to_owned(),
        ),
    ];
    let cases: Vec<_> = cases.iter().map(|(about, title, text)| (*about, *title, text.as_str())).collect();
    insta::assert_snapshot!(shown(&cases));
}

#[test]
fn a_day_in_between_stays() {
    let case = Case::new("activity a \"A\" { deadline $02026-04-29 }\n");
    assert!(case.titles().iter().all(|title| !title.starts_with("Write it as")));
}
