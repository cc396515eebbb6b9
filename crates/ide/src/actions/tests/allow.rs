use roadmap_diag::{Locale, render};

use super::{Case, changed, shown};

#[test]
fn a_comment_allows_what_is_found_below_it() {
    let cases = [
        ("above the item", "Allow `people/owner-missing`", "act$0ivity a \"A\" {\n  kpi leads >= 5\n}\n"),
        (
            "above the property that it is about",
            "Allow `kpi/target-wrong-way`",
            "goal g \"G\" {\n  kpi churn 5% -> $09% by 2026-03-31\n}\n",
        ),
        (
            "above the line, where it shares one",
            "Allow `kpi/missing`",
            "phase p \"P\" 2026-Q1 { go$0al g \"G\" { owner lan } }\n",
        ),
        (
            "one that is there is joined",
            "Allow `kpi/missing`",
            "# allow(people/owner-missing): nobody yet\nact$0ivity a \"A\" {\n}\n",
        ),
        (
            "with the line ends of the file",
            "Allow `kpi/missing`",
            "roadmap \"R\" { period 2026 }\r\nact$0ivity a \"A\" {\r\n  owner x\r\n}\r\n",
        ),
        ("the language's own errors stay", "Allow", "goal g \"G\" { ownr$0 lan }\n"),
    ];
    insta::assert_snapshot!(shown(&cases));
}

#[test]
fn an_allowed_finding_is_gone_and_its_reason_is_asked_for() {
    let case = Case::new("act$0ivity a \"A\" {\n  owner lan\n  deadline 2026-03-03\n}\nperson lan \"Lan\"\n");
    let actions = case.actions();
    let action =
        actions.iter().find(|action| render(&action.title, Locale::En).contains("kpi/missing")).unwrap();
    let after = changed(&case.fixture.analysis, &action.change().unwrap());
    let codes: Vec<&str> = after.diagnostics.iter().map(|finding| finding.code.as_str()).collect();
    assert!(!codes.contains(&"kpi/missing") && codes.contains(&"allow/no-reason"), "{codes:?}");
    assert!(!codes.contains(&"allow/unused"));
}
