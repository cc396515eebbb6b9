//! Every rule's page, run: its example fails where it is marked, and what it recommends instead does not.

// A wrong place is a test that fails: slicing says so.
#![allow(clippy::string_slice)]

use roadmap_diag::{FileId, Locale, TextRange};

use super::{Check, Example, Page, Rule, Section, all};
use crate::testing::{Checked, check_with};

/// The bytes of each finding of `rule`.
fn places(rule: &Rule, checked: &Checked) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = checked
        .findings
        .iter()
        .filter(|finding| finding.code.as_str() == rule.code)
        .map(|finding| {
            let (_, TextRange { start, end }) = checked.resolve(finding.span);
            (start as usize, end as usize)
        })
        .collect();
    found.sort_unstable();
    found
}

fn no_language_errors(rule: &Rule, checked: &Checked) -> Result<(), String> {
    let listing = checked.listing();
    let is_language = |code: &str| {
        ["syntax/", "name/", "value/", "schema/"].iter().any(|group| code.contains(group))
            && !code.contains(rule.code)
    };
    match listing.lines().find(|line| is_language(line)) {
        Some(line) => Err(format!("{line}\n\nin\n{listing}")),
        None => Ok(()),
    }
}

/// What is wrong with the page of `rule`, if anything.
fn judge(rule: &Rule) -> Result<(), String> {
    let page = Page::parse(rule.page);
    for section in Section::ALL {
        for locale in Locale::ALL {
            let text = page.section(section, locale).unwrap_or_default();
            if text.is_empty() {
                return Err(format!("the page has no “{}”", section.page_heading(locale)));
            }
        }
    }
    if !rule.page.starts_with(&format!("# {}\n", rule.code)) {
        return Err("the page does not begin with the rule’s code".to_owned());
    }
    let failing = Example::of(rule, Section::Example);
    let passing = Example::of(rule, Section::Instead);
    if failing.is_empty() || passing.is_empty() {
        return Err("the page lacks an example or what to write instead".to_owned());
    }
    for example in failing {
        let checked = check_with(&example.text, &example.today, example.history.as_ref());
        let found = places(rule, &checked);
        let mut marks = example.marks.clone();
        marks.sort_unstable();
        if found != marks || marks.is_empty() {
            let at = |places: &[(usize, usize)]| {
                let shown = places.iter().map(|(start, end)| {
                    let (line, column) = checked.line_column(FileId(0), u32::try_from(*start).unwrap());
                    format!("{line}:{column} `{}`", &example.text[*start..*end])
                });
                shown.collect::<Vec<_>>().join(", ")
            };
            return Err(format!(
                "marked {}; found {}\n\n{}\n{}",
                at(&marks),
                at(&found),
                example.text,
                checked.listing()
            ));
        }
        no_language_errors(rule, &checked)?;
    }
    for example in passing {
        let checked = check_with(&example.text, &example.today, example.history.as_ref());
        no_language_errors(rule, &checked)?;
        if !places(rule, &checked).is_empty() {
            return Err(format!("“Instead” still fails\n\n{}\n{}", example.text, checked.listing()));
        }
    }
    Ok(())
}

#[test]
fn pages_of_rules_are_true() {
    let mut wrong = String::new();
    for rule in all() {
        if let Err(problem) = judge(rule) {
            wrong.push_str(&format!("\n=== {}\n{problem}\n", rule.code));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn rules_have_their_messages_in_both_languages() {
    let ids = roadmap_diag::message_ids(Locale::En);
    for rule in all() {
        let wanted = rule.code.replace('/', "-");
        assert_eq!(rule.message, wanted, "the message id of {}", rule.code);
        if !matches!(rule.check, Check::Item(_) | Check::Phase(_) | Check::Project(_)) {
            continue;
        }
        for id in [wanted.clone(), format!("{wanted}.title"), format!("{wanted}.help")] {
            assert!(ids.contains_key(&id), "{id} is in no message file");
        }
    }
}
