//! What must hold for any text, whatever is in it. Each invariant is a function of bytes that panics where it is broken,
//! so that tests, which change the corpus a little (`tests/mutations.rs`), and the fuzzer (`tests/fuzz`) share it.
#![allow(clippy::panic, clippy::expect_used, reason = "an invariant that is broken panics")]

mod built;
mod checked;
mod model;

use std::borrow::Cow;

use checked::{Checked, apply};
use roadmap_diag::TextRange;

/// The texts of the tree's items, put together, are the input; every token stands where it says.
pub fn tree_text_equals_input(data: &[u8]) {
    let text = text(data);
    let parse = roadmap_syntax::parse(&text);
    assert_eq!(parse.text(), text, "the tree has another text");
    for item in parse.items() {
        let mut end = 0;
        for token in item.tree.tokens() {
            assert!(token.range.start >= end, "tokens overlap at {}", token.range.start);
            assert_eq!(item.tree.slice(token.range), token.text);
            end = token.range.end;
        }
    }
}

/// Any text is read, checked and made a model of.
pub fn no_panic_through_check_and_build(data: &[u8]) {
    let text = text(data);
    let checked = Checked::new(&text);
    assert_eq!(built::reports(&text).len(), 3, "a report is missing for {text:?}");
    for found in &checked.findings {
        assert!(found.range.end as usize <= checked.text.len(), "{} lies outside the text", found.code);
        assert!(checked.text.get(found.range.as_range()).is_some(), "{} cuts a character", found.code);
    }
}

/// What is laid out stays as it is when it is laid out again.
pub fn fmt_is_idempotent(data: &[u8]) {
    let text = text(data);
    let once = roadmap_fmt::format(&text).text;
    let twice = roadmap_fmt::format(&once);
    assert_eq!(once, twice.text, "a second run changes the result for {text:?}");
    assert!(!twice.changed);
}

/// A text that is laid out means what it meant: the same statements, values, allowances and findings.
pub fn fmt_keeps_the_model(data: &[u8]) {
    let text = text(data);
    let after = roadmap_fmt::format(&text).text;
    assert_eq!(model::comments(&text), model::comments(&after), "comments differ for {text:?}");
    let (before, after) = (model::meaning(&text), model::meaning(&after));
    let length = before.len().max(after.len());
    let differing = (0..length).map(|line| (before.get(line), after.get(line))).find(|(a, b)| a != b);
    assert_eq!(differing, None, "another meaning for {text:?}");
}

/// Every safe fix can be applied, and what it mends is then no longer found at its place.
pub fn fixes_apply_and_remove_what_they_fix(data: &[u8]) {
    /// More say nothing new, and each is a check of its own.
    const MOST: usize = 8;
    let before = Checked::new(&text(data));
    for found in before.findings.iter().filter(|found| found.fix.is_some()).take(MOST) {
        let Some(edits) = &found.fix else { continue };
        let Some(mended) = apply(&before.text, edits) else {
            panic!("the fix of {} does not apply to {:?}", found.code, before.text)
        };
        let after = Checked::new(&mended);
        let place = moved(found.range, edits);
        // Of several commas missing in a list, one is asked for at a time: the next is found elsewhere. Of two braces
        // missing for two blocks, either closes the inner one: the outer is found again, but one less in all.
        let again = after.findings.iter().any(|other| other.code == found.code && other.range == place);
        let count =
            |checked: &Checked| checked.findings.iter().filter(|other| other.code == found.code).count();
        assert!(
            !again || count(&after) < count(&before),
            "{} at {} is still there\n--- before\n{}\n--- after\n{mended}",
            found.code,
            found.range.start,
            before.text
        );
    }
}

/// Where `range` is after `edits`.
fn moved(range: TextRange, edits: &[(TextRange, String)]) -> TextRange {
    let shift = |at: u32| {
        let before = edits.iter().filter(|(edit, _)| edit.end < at);
        before.fold(at, |at, (edit, text)| {
            at.saturating_sub(edit.end - edit.start).saturating_add(u32::try_from(text.len()).unwrap_or(0))
        })
    };
    TextRange::new(shift(range.start), shift(range.end))
}

fn text(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}
