//! Each step of the compiler by itself, in one process: `cargo bench -p roadmap-benches`.
//!
//! Whole commands, with what the operating system counts for them, are measured by `cargo xtask measure`.

// A bench that cannot do its work has nothing to measure.
#![allow(clippy::expect_used)]

use divan::Bencher;
use roadmap_benches::{SIZES, plan, today};
use roadmap_db::{Analysis, Host, MemoryDisk, Start};
use roadmap_diag::Span;
use roadmap_report::Options;
use roadmap_report::project::{Places, Source, report};
use roadmap_sema::track::track_with;

fn main() {
    divan::main();
}

/// Text to tree.
#[divan::bench(args = SIZES)]
fn parse(bencher: Bencher<'_, '_>, activities: usize) {
    let text = plan(activities);
    bencher.bench(|| roadmap_syntax::parse(&text));
}

/// Text to findings, as `check` does it, without the printing.
#[divan::bench(args = SIZES)]
fn check(bencher: Bencher<'_, '_>, activities: usize) {
    let disk = disk(activities);
    bencher.bench(|| analysis(&disk, activities));
}

/// Analysis to page, as `build` does it behind `check`.
#[divan::bench(args = SIZES)]
fn build(bencher: Bencher<'_, '_>, activities: usize) {
    let analysis = analysis(&disk(activities), activities);
    bencher.bench(|| html(&analysis));
}

/// Text to text laid out.
#[divan::bench(args = SIZES)]
fn fmt(bencher: Bencher<'_, '_>, activities: usize) {
    let text = plan(activities);
    bencher.bench(|| roadmap_fmt::format(&text));
}

fn disk(activities: usize) -> MemoryDisk {
    MemoryDisk::new(&[("plan.roadmap", plan(activities).as_str())])
}

fn analysis(disk: &MemoryDisk, activities: usize) -> Analysis {
    let mut host = Host::new(None, today(activities));
    host.open(disk, &Start::File("plan.roadmap".to_owned())).expect("a plan is there");
    host.analysis().expect("a project that was opened has one")
}

fn html(analysis: &Analysis) -> String {
    let tracking = track_with(&analysis.model, &analysis.settings.limits);
    let report = report(&Source {
        model: &analysis.model,
        tracking: &tracking,
        findings: &analysis.diagnostics,
        places: &Files(analysis),
        locale: analysis.model.plan.lang,
        generator: "bench",
    });
    roadmap_report::render_html(&report, &Options::default()).expect("the built-in templates render")
}

struct Files<'a>(&'a Analysis);

impl Places for Files<'_> {
    fn place(&self, span: Span) -> Option<roadmap_api::Place> {
        let (file, at) = self.0.position(span)?;
        Some(roadmap_api::Place { file: file.to_owned(), line: at.line, column: at.column })
    }

    fn text(&self, span: Span) -> &str {
        self.0.text(span)
    }
}
