use super::shown;

#[test]
fn a_kpi_that_shows_no_result_becomes_one_that_does() {
    let goal = "person lan \"Lan\"\ngoal g \"G\" {\n  owner lan\n  type  leads\n  kpi   leads 0 -> 5_000 by 2026-03-31\n}\n";
    let cases = [
        (
            "a metric of the goal",
            "Measure `leads` instead of `views`",
            format!(
                "{goal}activity a \"A\" {{\n  owner    lan\n  kpi      vie$0ws >= 100_000\n  deadline 2026-03-03\n  supports g\n}}\n"
            ),
        ),
        (
            "a metric that is better down",
            "Measure `cpl` instead of `views`",
            format!(
                "{goal}activity a \"A\" {{\n  owner    lan\n  kpi      vie$0ws >= 100_000\n  deadline 2026-03-03\n  supports g\n}}\n"
            ),
        ),
        (
            "work that is only counted",
            "Measure `leads` instead of `posts`",
            format!(
                "{goal}activity a \"A\" {{\n  owner    lan\n  kpi      pos$0ts >= 12 per month {{ weight 5 }}\n  deadline 2026-03-03\n  supports g\n}}\n"
            ),
        ),
        (
            "a goal, from one number to another",
            "Measure `retention` instead of `likes`",
            "goal g \"G\" { type retention; owner lan; kpi l$0ikes 0 -> 5_000 by 2026-03-31 }\n".to_owned(),
        ),
        (
            "another metric by its type",
            "Measure `churn` instead of `likes`",
            "goal g \"G\" { type retention; owner lan; kpi l$0ikes 0 -> 5_000 by 2026-03-31 }\n".to_owned(),
        ),
        (
            "what shows a result stays",
            "Measure",
            format!(
                "{goal}activity a \"A\" {{ owner lan; kpi le$0ads >= 5; deadline 2026-03-03; supports g }}\n"
            ),
        ),
    ];
    let cases: Vec<_> = cases.iter().map(|(about, title, text)| (*about, *title, text.as_str())).collect();
    insta::assert_snapshot!(shown(&cases));
}
