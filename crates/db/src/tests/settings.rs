//! `roadmap.toml` and `# allow(…)`.

use roadmap_sema::settings::{Level, Levels};

use super::*;

/// The plan without the owner of its activity.
fn ownerless(before: &str) -> String {
    PLAN.replace("{ owner lan; kpi customers >= 500", "{ kpi customers >= 500")
        .replace("  activity mo", &format!("{before}  activity mo"))
}

fn with_config(plan: &str, config: &str) -> String {
    shown(&check(&[("main.roadmap", plan), ("people.roadmap", PEOPLE), ("roadmap.toml", config)]))
}

#[test]
fn a_rules_own_level_wins_over_its_groups_and_a_files_over_the_projects() {
    let plan = ownerless("");
    for (config, wanted) in [
        ("", "error"),
        ("[lints]\n\"people/owner-missing\" = \"hint\"\n", "hint"),
        ("[lints]\n\"people/*\" = \"off\"\n", ""),
        ("[lints]\n\"people/*\" = \"off\"\n\"people/owner-missing\" = \"warning\"\n", "warning"),
        ("[[lints.files]]\nglob = \"*.roadmap\"\n\"people/*\" = \"hint\"\n", "hint"),
        ("[[lints.files]]\nglob = \"other/*.roadmap\"\n\"people/*\" = \"hint\"\n", "error"),
    ] {
        let found = with_config(&plan, config);
        let levels: Vec<_> = found.lines().filter_map(|line| line.split(' ').nth(1)).collect();
        assert_eq!(levels.join(" "), wanted, "{config}\n{found}");
    }
}

#[test]
fn what_is_wrong_with_the_settings_is_shown_there() {
    let config = r#"
colour = "red"
[project]
entri = "main.roadmap"
locale = "fr"
[lints]
"people/owner-mising" = "error"
"people/owner-missing" = "loud"
"name/unknown" = "off"
[[lints.files]]
"people/*" = "off"
[limits]
open_items = -1
parallel_activitys = 5
launch_materials = ["deck", "pricelist"]
"#;
    insta::assert_snapshot!(with_config(PLAN, config), @r#"
    roadmap.toml:2:1 warning config/unknown-key: roadmap.toml has no setting `colour`
    roadmap.toml:4:1 warning config/unknown-key: [project] has no setting `entri`
    roadmap.toml:5:10 error config/value: `locale` takes `"vi"` or `"en"`
    roadmap.toml:7:1 warning config/unknown-key: no rule is called `people/owner-mising`
    roadmap.toml:8:26 error config/value: `people/owner-missing` takes `"error"`, `"warning"`, `"hint"` or `"off"`
    roadmap.toml:9:1 error config/value: name/unknown has no level: it is about the language itself; levels are for rules of the method and of the company
    roadmap.toml:10:1 error config/value: `files` takes tables, each with a `glob`: write `[[lints.files]]`, then `glob = "drafts/*.roadmap"`
    roadmap.toml:13:14 error config/value: `open_items` takes a whole number, such as `5`
    roadmap.toml:14:1 warning config/unknown-key: [limits] has no setting `parallel_activitys`
    roadmap.toml:15:29 error config/value: `launch_materials` takes a list in square brackets, each word one of `"deck"`, `"faq"`, `"feature_text"`, `"pricing"`, `"guide"` and `"case_study"`
    "#);
    let broken = with_config(PLAN, "[project\n");
    assert!(broken.starts_with("roadmap.toml:1:9 error config/syntax: "), "{broken}");
}

#[test]
fn comments_allow_rules_for_a_statement_and_its_block() {
    let clean = ownerless("  # allow(people/owner-missing): mọi người cùng làm\n");
    assert_eq!(with_config(&clean, ""), "");
    let around = ownerless("").replace("phase q1", "# allow(people/*): bản nháp\nphase q1");
    assert_eq!(with_config(&around, ""), "");
}

#[test]
fn comments_that_allow_badly_are_warned_of() {
    let table = [
        "# allow(people/owner-missing)",
        "# allow(people/owner-missing): vì thế\n  # allow(people/owner-missing): lần nữa",
        "# allow(people/owner-mising): gõ sai",
        "# allow(name/unknown): không được",
    ];
    let mut all = String::new();
    for comment in table {
        all += &format!("{comment}\n{}\n", with_config(&ownerless(&format!("  {comment}\n")), ""));
    }
    insta::assert_snapshot!(all, @r"
    # allow(people/owner-missing)
    main.roadmap:8:3 warning allow/no-reason: this comment allows people/owner-missing without a reason

    # allow(people/owner-missing): vì thế
      # allow(people/owner-missing): lần nữa
    main.roadmap:9:11 warning allow/unused: this comment allows `people/owner-missing`, which has nothing to say here

    # allow(people/owner-mising): gõ sai
    main.roadmap:8:11 warning allow/unknown: no rule is called `people/owner-mising`
    main.roadmap:9:3 error people/owner-missing: activity `mo` has no owner

    # allow(name/unknown): không được
    main.roadmap:8:11 warning allow/language: `name/unknown` cannot be allowed: it is about the language itself
    main.roadmap:9:3 error people/owner-missing: activity `mo` has no owner
    ");
}

#[test]
fn levels_of_a_reader_win_over_those_of_the_project() {
    let plan = ownerless("");
    let config = "[lints]\n\"people/owner-missing\" = \"hint\"\n";
    let files = [("main.roadmap", &*plan), ("people.roadmap", PEOPLE), ("roadmap.toml", config)];
    let mut host = open(&files, &Start::Folder(String::new()));
    for (name, word, wanted) in
        [("people/*", "warning", "warning"), ("people/owner-missing", "off", ""), ("kpi/*", "off", "hint")]
    {
        let mut levels = Levels::default();
        levels.by_name.extend(Level::from_word(word).map(|level| (name.to_owned(), level)));
        host.set_levels(levels);
        let found = shown(&host.analysis().unwrap());
        let levels: Vec<_> = found.lines().filter_map(|line| line.split(' ').nth(1)).collect();
        assert_eq!(levels.join(" "), wanted, "{name} {word}\n{found}");
    }
}

#[test]
fn settings_may_be_replaced_while_the_project_is_open() {
    let plan = ownerless("");
    let mut host =
        open(&[("main.roadmap", &plan), ("people.roadmap", PEOPLE)], &Start::Folder(String::new()));
    let mut said = |config: Option<&str>| {
        host.set_config(config.map(|text| ("roadmap.toml", text.as_bytes().to_vec())));
        shown(&host.analysis().unwrap()).lines().count()
    };
    assert_eq!(said(None), 1);
    assert_eq!(said(Some("[lints]\n\"people/*\" = \"off\"\n")), 0);
    assert_eq!(said(Some("")), 1);
    assert_eq!(said(None), 1);
}
