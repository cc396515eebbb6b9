//! `cargo run -p roadmap-benches --example plan -- 10000 > plan.roadmap`: a plan of so many activities.

// This is an edge of the workspace: it reads its argument and speaks to a terminal.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::print_stderr)]

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(activities) = std::env::args().nth(1).and_then(|count| count.parse().ok()) else {
        eprintln!("usage: plan <number of activities>");
        return ExitCode::from(2);
    };
    match std::io::stdout().write_all(roadmap_benches::plan(activities).as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
