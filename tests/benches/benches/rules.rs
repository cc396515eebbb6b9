//! What each rule takes of a check: `cargo bench -p roadmap-benches --bench rules`.
//!
//! A table of its own, not a list of timings: the question is a share, and which rule has the largest.

// A bench that cannot do its work has nothing to measure.
#![allow(clippy::expect_used, clippy::disallowed_methods, clippy::print_stdout)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use roadmap_benches::{plan, today};
use roadmap_db::{Analysis, Host, MemoryDisk, Start};
use roadmap_sema::rules::{Cx, all, run_one};

/// Activities of the plan.
const SIZE: usize = 10_000;

/// Counted runs of each; the median is shown.
const RUNS: usize = 9;

/// Rules that are listed by name.
const LISTED: usize = 12;

fn main() {
    let text = plan(SIZE);
    let disk = MemoryDisk::new(&[("plan.roadmap", text.as_str())]);
    let whole = median(|| {
        black_box(analysis(&disk));
    });
    let analysis = analysis(&disk);
    let practices = median(|| {
        black_box(Cx::new(&analysis.model, &analysis.settings));
    });
    let cx = Cx::new(&analysis.model, &analysis.settings);
    let mut rules: Vec<(&str, Duration)> = all()
        .iter()
        .map(|rule| {
            let time = median(|| {
                black_box(run_one(&cx, rule));
            });
            (rule.code, time)
        })
        .collect();
    rules.sort_by_key(|(code, time)| (std::cmp::Reverse(*time), *code));
    let sum: Duration = rules.iter().map(|(_, time)| *time).sum();

    println!("| of a check of {SIZE} activities | time | share |");
    println!("| --- | ---: | ---: |");
    row("all of it", whole, whole);
    row(&format!("all {} rules", rules.len()), sum + practices, whole);
    row("what all rules ask", practices, whole);
    for (code, time) in rules.iter().take(LISTED) {
        row(&format!("`{code}`"), *time, whole);
    }
}

fn row(what: &str, time: Duration, whole: Duration) {
    let share = time.as_secs_f64() / whole.as_secs_f64() * 100.0;
    println!("| {what} | {:.2} ms | {share:.1}% |", time.as_secs_f64() * 1_000.0);
}

fn analysis(disk: &MemoryDisk) -> Analysis {
    let mut host = Host::new(None, today(SIZE));
    host.open(disk, &Start::File("plan.roadmap".to_owned())).expect("a plan is there");
    host.analysis().expect("a project that was opened has one")
}

fn median(mut run: impl FnMut()) -> Duration {
    run();
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(RUNS / 2).copied().unwrap_or_default()
}
