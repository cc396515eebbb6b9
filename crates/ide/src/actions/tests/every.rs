use super::{Case, shown};

#[test]
fn a_mend_is_made_wherever_it_fits() {
    let cases = [
        (
            "in one file",
            "Write `owner`: all 2",
            "person lan \"Lan\"\ngoal g \"G\" { $0ownr lan }\ngoal h \"H\" { ownr lan }\n",
        ),
        (
            "in all files",
            "Write `owner`: all 3 of this kind in the plan",
            "//- main.roadmap\nroadmap \"R\" { period 2026 }\ninclude \"a.roadmap\"\nperson lan \"Lan\"\ngoal g \"G\" { $0ownr lan }\ngoal h \"H\" { ownr lan }\n//- a.roadmap\ngoal i \"I\" { ownr lan }\n",
        ),
    ];
    insta::assert_snapshot!(shown(&cases));
}

#[test]
fn what_is_there_once_is_mended_once() {
    let case = Case::new("person lan \"Lan\"\ngoal g \"G\" { $0ownr lan }\n");
    assert!(case.titles().iter().all(|title| !title.contains("of this kind")), "{:?}", case.titles());
}
