//! Which of the rules on dates speaks, where, and where all are silent.

use roadmap_diag::{Diagnostic, Locale, render};

use crate::testing::{Checked, check};

/// A quarter with `inside` in its phase, on the calendar of Vietnam.
fn plan(inside: &str) -> String {
    format!(
        "roadmap \"R\" {{ period 2026; calendar vn }}\nperson lan \"Lan\"\nphase q1 \"P\" 2026-Q1 {{\n{inside}\n}}\n"
    )
}

fn on(inside: &str, today: &str) -> Checked {
    let checked = check(&plan(inside), today);
    let listing = checked.listing();
    for group in ["syntax/", "name/", "schema/"] {
        assert!(!listing.contains(group), "{inside}\n{listing}");
    }
    checked
}

/// The only finding of `code`.
fn one<'c>(checked: &'c Checked, code: &str) -> &'c Diagnostic {
    let mut found = checked.findings.iter().filter(|found| found.code.as_str() == code);
    let first = found.next().unwrap_or_else(|| panic!("no {code}\n{}", checked.listing()));
    assert!(found.next().is_none(), "{}", checked.listing());
    first
}

/// The places that belong to a finding, with their words.
fn related(checked: &Checked, found: &Diagnostic) -> Vec<String> {
    let places = found.related.iter();
    places
        .map(|place| format!("`{}` {}", checked.text(place.span), render(&place.message, Locale::En)))
        .collect()
}

#[test]
fn a_circle_is_told_once_with_all_its_members() {
    let three = on(
        "activity a \"A\" { after b }\nactivity b \"B\" { after c }\nactivity c \"C\" { after a }",
        "2026-01-05",
    );
    let found = one(&three, "time/dependency-cycle");
    assert_eq!(
        render(&found.message, Locale::En),
        "these wait for each other in a circle: `a` → `b` → `c` → `a`"
    );
    assert_eq!(related(&three, found), ["`c` `b` waits for `c`", "`a` `c` waits for `a`"]);

    // Two circles through one activity are one knot.
    let knot = on(
        "activity a \"A\" { after b, c }\nactivity b \"B\" { after a }\nactivity c \"C\" { after a }",
        "2026-01-05",
    );
    let found = one(&knot, "time/dependency-cycle");
    assert_eq!(related(&knot, found), ["`a` `b` waits for `a`", "`a` `c` waits for `a`"]);

    let launch = on(
        "launch l \"L\" { deadline 2026-02-10 }\nactivity a \"A\" { before l; after b }\nactivity b \"B\" { after l }",
        "2026-01-05",
    );
    let found = one(&launch, "time/dependency-cycle");
    assert_eq!(
        render(&found.message, Locale::En),
        "these wait for each other in a circle: `l` → `a` → `b` → `l`"
    );
    assert_eq!(launch.text(found.subject.unwrap()), "activity");
    assert_eq!(related(&launch, found), ["`b` `a` waits for `b`", "`l` `b` waits for `l`"]);
}

#[test]
fn a_circle_of_very_many_is_cut_in_the_sentence() {
    let count = 40;
    let all: String =
        (0..count).map(|at| format!("activity a{at} \"A\" {{ after a{} }}\n", (at + 1) % count)).collect();
    let checked = on(&all, "2026-01-05");
    let found = one(&checked, "time/dependency-cycle");
    assert!(render(&found.message, Locale::En).ends_with("`a11` → … → `a0`"));
    assert_eq!(found.related.len(), count - 1);
}
