use roadmap_db::Analysis;
use roadmap_diag::{FileId, Locale, TextRange, render};

use super::{ActionKind, Ask, actions, changed, each_plan, meaning, read, shown};

#[test]
fn a_phase_goes_into_a_file_of_its_own() {
    let plan = "roadmap \"R\" { period 2026 }\n";
    let phase = "phase nen \"Xây nền\" 2026-Q1 {\n  owner lan\n}  # done\n";
    let cases = [
        (
            "its comments go with it",
            "Extract",
            format!(
                "{plan}\n# All phases\n\n# The first.\n# allow(plan/focus-missing): later\npha$0se nen \"Xây nền\" 2026-Q1 {{\n  owner lan\n}} # done\n\nperson lan \"Lan\"\n"
            ),
        ),
        ("where it is selected", "Extract", format!("{plan}$0{phase}$0person lan \"Lan\"\n")),
        (
            "beside other phases",
            "Extract",
            format!(
                "//- plan/main.roadmap\n{plan}include \"../q/a.roadmap\"\n$0{phase}//- plan/x.roadmap\n//- q/a.roadmap\nphase a \"A\" 2026-Q2\n"
            ),
        ),
        ("not over another file", "Extract", format!("{plan}$0phase taken \"T\" 2026-Q1\n")),
        (
            "not out of levels of its own",
            "Extract",
            format!(
                "//- main.roadmap\n{plan}$0{phase}//- roadmap.toml\n[[lints.files]]\nglob = \"main.*\"\n\"plan/focus-missing\" = \"off\"\n"
            ),
        ),
        ("not from inside", "Extract", format!("{plan}phase nen \"N\" 2026-Q1 {{\n  ow$0ner lan\n}}\n")),
        (
            "not where its line is shared",
            "Extract",
            format!("{plan}$0phase nen \"N\" 2026-Q1 {{ }} person lan \"L\"\n"),
        ),
        ("not where it is broken", "Extract", format!("{plan}$0phase nen \"N\" 2026-Q1 {{\n  owner \"lan\n")),
        (
            "not where it is alone",
            "Extract",
            format!("//- main.roadmap\n{plan}include \"a.roadmap\"\n//- a.roadmap\n# P\n$0{phase}"),
        ),
    ];
    let cases: Vec<_> = cases.iter().map(|(about, title, text)| (*about, *title, text.as_str())).collect();
    insta::assert_snapshot!(shown(&cases));
}

/// What a plan says, line by line: what stands in the file of the roadmap comes before what is included.
fn in_any_order(analysis: &Analysis) -> Vec<String> {
    let mut lines = meaning(analysis);
    lines.iter_mut().for_each(|line| line.truncate(line.trim_end_matches(',').len()));
    lines.sort();
    lines
}

/// Every phase of every plan, the plan in one file first.
#[test]
fn a_plan_means_the_same_with_a_phase_elsewhere() {
    let mut count = 0;
    each_plan(|name, analysis| {
        let sources = analysis.files.iter().take(analysis.source_files);
        let lines = sources.flat_map(|file| file.text.lines().chain([""]));
        let lines: Vec<&str> = lines.filter(|line| !line.starts_with("include ")).collect();
        let one = read(&[("main.roadmap".to_owned(), lines.join("\n"))], analysis.today);
        let before = in_any_order(&one);
        for phase in one.model.phases.rows() {
            let at = one.resolve(phase.head.place.unwrap().keyword).start;
            let ask = Ask {
                file: FileId(0),
                range: TextRange::empty(at),
                wants: &|kind| kind == ActionKind::Extract,
                is_taken: Some(&|_| false),
            };
            let found = actions(&one, &ask);
            let [action] = found.as_slice() else { continue };
            let after = changed(&one, &action.change().unwrap());
            let about = render(&action.title, Locale::En);
            for (before, after) in before.iter().zip(&in_any_order(&after)) {
                assert_eq!(before, after, "{name}: {about}");
            }
            count += 1;
        }
    });
    assert!(count > 15, "{count}");
}
