//! Tests of the crate as a whole. What must hold for any text is tested in `tests/invariants`.
#![allow(clippy::disallowed_methods, clippy::string_slice, reason = "tests read the corpus and cut it")]

mod corpus;
mod hostile;
mod layout;

use crate::format;

/// Source and result in one text; says so where a second run changes the result.
fn shown(source: &str) -> String {
    let result = format(source);
    assert_eq!(format(&result.text).text, result.text, "laid out twice");
    assert_eq!(result.changed, result.text != source);
    format!("--- source\n{source}\n--- result\n{}", result.text)
}
