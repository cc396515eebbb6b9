use super::shown;

const PLAN: &str = "roadmap \"R\" { period 2026 }\nperson lan \"Lan\" { role cmo }\n";

#[test]
fn what_an_item_lacks_is_added_with_the_plans_own_names() {
    let phase = format!(
        "{PLAN}phase nen \"Xây nền\" 2026-Q1 {{\n  owner lan\n  goal pipeline \"5.000 leads\" {{\n    owner lan\n    kpi   leads 0 -> 5_000 by 2026-03-31\n  }}\n"
    );
    let cases = [
        ("nothing is written", "Add the missing", format!("{PLAN}activity la$0nding \"Landing page\"\n")),
        ("the block is empty", "Add the missing", format!("{PLAN}activity $0a \"A\" {{ }}\n")),
        (
            "the phase and its goal are taken up",
            "Add the missing",
            format!(
                "{phase}\n  activity a \"A\" {{\n    start   $02026-01-05\n    channel seo # where\n    task \"T\"\n  }}\n}}\n"
            ),
        ),
        ("on one line", "Add the missing", format!("{phase}  activity a \"A\" {{ $0owner lan }}\n}}\n")),
        (
            "all of a phase",
            "Add what is missing",
            format!(
                "{phase}  activity a \"A\" {{ $0owner lan }}\n  activity b \"B\" {{\n    kpi leads >= 5\n  }}\n  activity c \"C\"\n}}\n"
            ),
        ),
        (
            "behind the comment of a block",
            "Add the missing",
            format!("{PLAN}activity $0a \"A\" {{  # soon\n  status planned\n}}\n"),
        ),
        ("a goal", "Add the missing", format!("{PLAN}goal $0g \"G\" {{\n  type retention\n}}\n")),
        (
            "a script",
            "Add the missing",
            format!(
                "{PLAN}activity ads \"Ads\" {{ owner lan; kpi leads >= 5; deadline 2026-02-03 }}\nscript $0s \"S\" {{\n}}\n"
            ),
        ),
        (
            "nobody is there",
            "Add the missing",
            "roadmap \"R\" { period 2026; lang vi }\nactivity $0a \"A\"\n".to_owned(),
        ),
        (
            "a file that is not laid out stays so",
            "Add the missing",
            format!("{PLAN}activity $0a   \"A\"  {{\n      owner    lan\n\n\n}}\n"),
        ),
        (
            "with the line ends of the file",
            "Add the missing",
            "roadmap \"R\" { period 2026 }\r\nactivity $0a \"A\" {\r\n  owner x\r\n}\r\n".to_owned(),
        ),
        (
            "nothing is asked of an idea",
            "Add the missing",
            format!("{PLAN}activity $0a \"A\" {{\n  status idea\n}}\n"),
        ),
        (
            "nothing is asked of what is broken",
            "Add the missing",
            format!("{PLAN}activity $0a \"A\" {{\n  status \"\n"),
        ),
    ];
    let cases: Vec<_> = cases.iter().map(|(about, title, text)| (*about, *title, text.as_str())).collect();
    insta::assert_snapshot!(shown(&cases));
}
