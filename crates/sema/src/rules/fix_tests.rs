//! The mends that rules offer, applied to the examples of their pages: the text stays whole, and the finding goes.

use roadmap_diag::{Fix, Locale, render};

use super::{Example, Section, all};
use crate::testing::{Checked, check_with};

/// The text of `checked` after `fix`.
fn mended(text: &str, checked: &Checked, fix: &Fix) -> String {
    let mut edits: Vec<_> =
        fix.edits.iter().map(|edit| (checked.resolve(edit.span).1.as_range(), edit.text.as_str())).collect();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = text.to_owned();
    for (range, with) in edits {
        text.replace_range(range, with);
    }
    text
}

/// `text` with the first line of each block on the line of its `{`, as people write who are short of space.
fn begun_on_the_line(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let begun = out.trim_end().ends_with('{') && !line.trim_start().starts_with(['#', '}']);
        out.push_str(if begun { " " } else { "\n" });
        out.push_str(if begun { line.trim_start() } else { line });
    }
    out
}

#[test]
fn every_mend_leaves_a_whole_text_without_its_finding() {
    every_mend_mends(str::to_owned);
}

#[test]
fn every_mend_fits_a_block_that_begins_on_its_first_line() {
    every_mend_mends(begun_on_the_line);
}

fn every_mend_mends(write: fn(&str) -> String) {
    for rule in all() {
        for mut example in Example::of(rule, Section::Example) {
            // The past is of the text as it was.
            if example.history.is_none() {
                example.text = write(&example.text);
            }
            let checked = check_with(&example.text, &example.today, example.history.as_ref());
            for found in checked.findings.iter().filter(|found| found.code.as_str() == rule.code) {
                // A rule that lists what is left says it in other words once one thing is done.
                let same = |checked: &Checked| {
                    let all = checked.findings.iter();
                    all.filter(|other| other.code == found.code && other.message == found.message).count()
                };
                for fix in &found.fixes {
                    let after = mended(&example.text, &checked, fix);
                    let again = check_with(&after, &example.today, example.history.as_ref());
                    let title = render(&fix.title, Locale::En);
                    assert_eq!(again.syntax.len(), checked.syntax.len(), "{}: {title}\n{after}", rule.code);
                    assert!(same(&again) < same(&checked), "{}: {title}\n{after}", rule.code);
                }
            }
        }
    }
}
