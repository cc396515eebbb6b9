//! The JSON report.

#![allow(clippy::unwrap_used, reason = "a test may end in a panic")]

mod common;

#[test]
fn json_reads_back_as_the_same_report() {
    let report = common::solar();
    let text = roadmap_report::render_json(&report);
    assert!(text.ends_with("}\n"));
    assert_eq!(serde_json::from_str::<roadmap_api::Report>(&text).unwrap(), report);
}
