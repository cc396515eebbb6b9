//! Whole projects in memory.

mod edited;
mod fixed;
mod formatted;
mod incremental;
mod projects;
mod removal;
mod settings;
mod take_away;
mod take_out;

use jiff::civil::{Date, date};
use roadmap_diag::{Locale, render};

use crate::{Analysis, Host, MemoryDisk, Start};

const TODAY: Date = date(2026, 2, 2);

/// A plan without findings, which the tests break.
const PLAN: &str = r#"# allow(plan/not-yet, review/cadence-missing): bản thử
roadmap "Plan" { period 2026; currency VND; lang vi }
include "people.roadmap"
phase q1 "Mở đầu" 2026-Q1 {
  focus   "Khách quanh phường"
  channel social primary
  goal khach "500 khách mới" { owner lan; kpi customers 0 -> 500 by 2026-03-31 }
  activity mo "Khai trương" { owner lan; kpi customers >= 500; deadline 2026-03-20; channel social; budget 5M }
}
"#;

const PEOPLE: &str = "person lan \"Lan\"\n";

fn open(files: &[(&str, &str)], start: &Start) -> Host {
    let disk = MemoryDisk::new(files);
    let config = disk.files.get("roadmap.toml").map(|bytes| ("roadmap.toml", bytes.clone()));
    let mut host = Host::new(config, TODAY);
    host.open(&disk, start).unwrap();
    host
}

fn check(files: &[(&str, &str)]) -> Analysis {
    open(files, &Start::Folder(String::new())).analysis().unwrap()
}

/// Each finding on a line: place, severity, code and message.
fn shown(analysis: &Analysis) -> String {
    let lines = analysis.asked().map(|diagnostic| {
        let file = analysis.file(diagnostic.span.file).unwrap();
        let at = file.line_column(analysis.resolve(diagnostic.span).start);
        let message = render(&diagnostic.message, Locale::En);
        let (severity, code) = (diagnostic.severity.as_str(), diagnostic.code.as_str());
        format!("{}:{}:{} {severity} {code}: {message}\n", file.path, at.line, at.column)
    });
    lines.collect()
}

/// All files of a folder of the repository.
#[allow(clippy::disallowed_methods, reason = "tests read examples")]
fn read_folder(folder: &str) -> MemoryDisk {
    fn read(folder: &std::path::Path, prefix: &str, disk: &mut MemoryDisk) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() {
                read(&entry.path(), &format!("{path}/"), disk);
            } else {
                disk.files.insert(path, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut disk = MemoryDisk::default();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    read(&std::path::Path::new(root).join(folder), "", &mut disk);
    disk
}
