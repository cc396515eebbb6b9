//! What names, amounts and units come to, each on a plan of a few lines shown with what is said of it.

use crate::testing::check;

/// What stands before each case: a plan in VND with one person.
const PRELUDE: &str = "roadmap \"R\" { period 2026; currency VND; rate 1 USD = 25_000 VND on 2026-01-05 }\nperson lan \"Lan\"\n";

/// The case with the findings of the language about it; those of the method are others' business.
fn told(case: &str) -> String {
    let checked = check(&format!("{PRELUDE}{case}\n"), "2026-01-05");
    let is_language = |line: &&str| {
        ["name/", "value/", "schema/", "people/owner-unknown"].iter().any(|code| line.contains(code))
    };
    let said: Vec<String> =
        checked.listing().lines().filter(is_language).map(|line| format!("  {line}\n")).collect();
    format!("{case}\n{}", said.concat())
}

#[test]
fn names_are_found_or_the_nearest_is_offered() {
    let cases = [
        "goal a \"A\" { owner lan; supports b }\ngoal b \"B\" { owner lan }",
        "goal a \"A\" { owner lna }",
        "goal a \"A\" { owner lan; supports aa }\nmilestone aa_b \"Mở bán\" 2026-02-02",
        "goal a \"A\" { owner lan; kpi khach_hang_tiem_nang >= 5 by 2026-06-30 }",
        "goal a \"A\" { owner lan }\ngoal a \"A again\" { owner lan }",
        "phase p \"P\" 2026-Q1 { activity x \"X\" }\nphase q \"Q\" 2026-Q2 { activity x \"X\" }\nactivity z \"Z\" { after x }",
        "phase p \"P\" 2026-Q1 { activity x \"X\" }\nactivity z \"Z\" { after p.x }",
        "activity z \"Z\" { after lan }",
        "team t \"T\" { lead t }",
        "goal a \"A\" { owner lan; supports b }\ngoal b \"B\" { owner lan; supports a }",
        "metric x \"X\" = y / leads\nmetric y \"Y\" = x * 2",
        "calendar a { like b }\ncalendar b { like a }\nroadmap \"twice\" { period 2026; calendar a }",
        "activity \"Tuần lễ khai trương\"\nactivity \"Tuần lễ khai trương\"",
    ];
    insta::assert_snapshot!(cases.map(told).join("\n"));
}

#[test]
fn money_is_never_mixed_without_a_rate() {
    let cases = [
        "activity a \"A\" { deadline 2026-02-02; budget 5M USD + 3M VND }",
        "activity a \"A\" { deadline 2026-01-04; budget 5M USD }",
        "activity a \"A\" { budget 5M EUR }",
        "activity a \"A\" { budget 15% }",
        "activity a \"A\" { budget 5M VNDD }",
        "actual leads 2026-01-31 5M VND",
        "actual revenue 2026-01-31 1_000 USD",
    ];
    insta::assert_snapshot!(cases.map(told).join("\n"));
}

#[test]
fn formulas_are_checked_by_unit() {
    let cases = [
        "metric a \"VND by count is VND\" = spend / leads",
        "metric a \"VND and count\" = spend + leads { unit VND }",
        "metric a \"VND by count is no count\" = spend / leads { unit count }",
        "metric a \"VND by VND is a ratio\" = revenue / spend { unit ratio }",
        "metric a \"money times money\" = revenue * spend { unit VND }",
        "metric a \"a rate\" = (customers / leads) * 100% { unit percent }",
        "metric a \"cut\" = spend /",
        "metric a \"open\" = (spend + revenue",
    ];
    insta::assert_snapshot!(cases.map(told).join("\n"));
}

#[test]
fn relative_targets_are_resolved() {
    let resolved = |target: &str| {
        let plan = format!("{PRELUDE}goal g \"G\" {{ owner lan; kpi {target} by 2026-06-30 }}\n");
        let checked = check(&plan, "2026-01-05");
        let kpi = checked.built.model.kpis.rows().first().unwrap();
        kpi.target.map(|target| (target.baseline.map(|b| b.to_string()), target.value.to_string()))
    };
    let some = |from: &str, to: &str| Some((Some(from.to_owned()), to.to_owned()));
    assert_eq!(resolved("revenue 1_000M VND -> +30%"), some("1000000000", "1300000000"));
    assert_eq!(resolved("close_rate 10% -> +30%"), some("10", "13"));
    assert_eq!(resolved("close_rate 10% -> +3pp"), some("10", "13"));
    assert_eq!(resolved("close_rate 25% -> 15%"), some("25", "15"));
    assert_eq!(resolved("revenue 1_000 USD -> -10%"), some("25000000", "22500000"));
    assert_eq!(resolved("revenue +30%"), None, "relative to nothing");
    assert_eq!(resolved("leads 0 -> 15%"), None, "another unit");
}

#[test]
fn values_outside_their_range_say_which() {
    let cases = [
        "activity a \"A\" { budget -5M; spent -3M VND }",
        "activity a \"A\" { budget 90M VND + -10M VND }",
        "activity a \"A\" { budget 0; budget -1M for lead }",
        "channel ads \"Ads\" { kind paid; budget -4M USD }",
        "phase p \"P\" 2026-Q1 { budget -4M; channel seo { budget -1 } }",
        "person nam \"Nam\" { capacity -3 }\nsegment s \"S\" { size -4 }",
        "activity a \"A\" { channel seo 70%, ads 40% }\nactivity b \"B\" { channel seo 170%, ads -5% }",
        "activity a \"A\" { channel seo 70%, ads 30% }\nactivity b \"B\" { channel seo 70%; channel ads 40%, email 10% }",
        "goal g \"G\" { kpi leads >= 5 by 2026 { weight 120% } }",
        "phase p \"P\" 9999 { }\nphase q \"Q\" 2026-01-05..9999\nphase r \"R\" 0001-Q1",
        "activity a \"A\" { start 20266; deadline 1026-03-31 }",
        "actual leads 3026 5",
    ];
    insta::assert_snapshot!(cases.map(told).join("\n"));
}

#[test]
fn a_rate_is_between_two_amounts_above_nothing() {
    for rate in ["1 USD = 0 VND", "1 USD = -5 VND", "0 USD = 5 VND"] {
        let checked = check(&format!("roadmap \"R\" {{ period 2026; rate {rate} }}"), "2026-01-05");
        assert_eq!(checked.said(&["value/"]), [format!("error value/out-of-range `{rate}`")]);
    }
}
