//! Writes the report of the tests' plan into a folder, to be looked at:
//! `cargo run -p roadmap-report --example sample -- target/sample [activities]`.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a tool for the people who work on the page"
)]

use std::time::Instant;

use roadmap_report::{Options, render_html, render_json, render_markdown};

#[path = "../tests/common/mod.rs"]
mod common;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/sample".to_owned());
    let mut report = common::solar();
    if let Some(count) = std::env::args().nth(2).and_then(|count| count.parse().ok()) {
        report = common::grown(report, count);
    }
    std::fs::create_dir_all(&folder).unwrap();
    let options = Options::default();
    let start = Instant::now();
    let html = render_html(&report, &options).unwrap();
    println!("{} activities: {} bytes of HTML in {:?}", report.activities.len(), html.len(), start.elapsed());
    std::fs::write(format!("{folder}/report.html"), html).unwrap();
    std::fs::write(format!("{folder}/report.md"), render_markdown(&report, &options).unwrap()).unwrap();
    std::fs::write(format!("{folder}/report.json"), render_json(&report)).unwrap();
    std::fs::write(format!("{folder}/hostile.html"), render_html(&common::hostile(None), &options).unwrap())
        .unwrap();
}
