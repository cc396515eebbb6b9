//! Every owner, KPI and deadline of the examples, taken away in turn: one finding each, and no other.

use std::collections::BTreeSet;

use roadmap_diag::{FileId, ItemIndex, Span, TextRange};
use roadmap_sema::hir::Value;

use super::removal::{children, moved_back, without};
use super::*;

/// What is taken away, from which items, and what is said then.
const CASES: [(&str, &[&str], &str); 3] = [
    ("owner", &["goal", "activity", "launch", "script"], "people/owner-missing"),
    ("kpi", &["goal", "activity"], "kpi/missing"),
    ("deadline", &["activity", "launch", "script"], "time/deadline-missing"),
];

/// Items in each example that have one, at least: a test over nothing would hold as well.
const AT_LEAST: [usize; 3] = [60, 55, 50];

#[test]
fn without_an_owner_a_kpi_or_a_deadline_there_is_one_finding_in_saas_vi() {
    take_away("examples/saas-vi", date(2026, 5, 18));
}

#[test]
fn without_an_owner_a_kpi_or_a_deadline_there_is_one_finding_in_clinic_en() {
    take_away("examples/clinic-en", date(2026, 9, 14));
}

#[test]
fn without_an_owner_a_kpi_or_a_deadline_there_is_one_finding_in_retail_vi() {
    take_away("examples/retail-vi", date(2026, 12, 14));
}

/// Takes each property away from the example in `folder`, told on `day`.
fn take_away(folder: &str, day: Date) {
    let disk = read_folder(folder);
    let config = disk.files.get("roadmap.toml").map(|bytes| ("roadmap.toml", bytes.clone()));
    let mut host = Host::new(config, day);
    host.open(&disk, &Start::Folder(String::new())).unwrap();
    let whole = host.analysis().unwrap();
    let before = findings(&whole, |file, at| (file, at));

    let mut failures = Vec::new();
    for ((property, items, code), at_least) in CASES.into_iter().zip(AT_LEAST) {
        let mut seen = 0;
        for place in places(&whole, property, items) {
            seen += 1;
            let file = whole.file(place.file).unwrap();
            let (text, cuts) = without(&file.text, &place.properties);
            host.set_text(&disk, &file.path, &text);
            let after = findings(&host.analysis().unwrap(), |found, at| {
                (found, if found == place.file { moved_back(&cuts, at) } else { at })
            });
            let mut wanted = before.clone();
            // What is said of the property itself goes with it.
            wanted.retain(|(file, at, _)| {
                *file != place.file.0
                    || !place.properties.iter().any(|range| range.start <= *at && *at < range.end)
            });
            // Nothing is asked of what is out of the plan.
            if place.is_planned {
                wanted.insert((place.file.0, place.keyword, code.to_owned()));
            }
            if after != wanted {
                let at = file.line_column(place.keyword);
                failures.push(format!(
                    "{}:{} without `{property}`: {}",
                    file.path,
                    at.line,
                    difference(&wanted, &after)
                ));
            }
            host.set_text(&disk, &file.path, &file.text);
        }
        assert!(seen >= at_least, "{property}: {seen} items");
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

/// A finding by its file, its offset in the whole example, and its code.
type Finding = (u32, u32, String);

/// An item and the properties to take away.
struct Place {
    file: FileId,
    /// Where its keyword starts.
    keyword: u32,
    properties: Vec<TextRange>,
    /// Whether it is neither an idea nor cancelled.
    is_planned: bool,
}

fn findings(analysis: &Analysis, place: impl Fn(FileId, u32) -> (FileId, u32)) -> BTreeSet<Finding> {
    analysis
        .diagnostics
        .iter()
        .map(|found| {
            let (file, at) = place(found.span.file, analysis.resolve(found.span).start);
            (file.0, at, found.code.as_str().to_owned())
        })
        .collect()
}

/// The items of the kinds in `items` that have a `property`.
fn places(analysis: &Analysis, property: &str, items: &[&str]) -> Vec<Place> {
    let mut places = Vec::new();
    for (index, file) in analysis.files.iter().enumerate() {
        let id = FileId(u32::try_from(index).unwrap());
        for (item, hir) in file.statements.iter().enumerate() {
            let item = ItemIndex(u32::try_from(item).unwrap());
            let range = |range| analysis.resolve(Span { file: id, item, range });
            for (number, stmt) in hir.stmts.iter().enumerate() {
                // Work that comes back ends with its phase or the plan, where it does not say when.
                if property == "deadline" && children(hir, number).any(|child| child.keyword == "every") {
                    continue;
                }
                let properties: Vec<TextRange> = children(hir, number)
                    .filter(|child| child.keyword == property)
                    .map(|child| range(child.range))
                    .collect();
                if items.contains(&stmt.keyword.as_str()) && !properties.is_empty() {
                    let status = children(hir, number).find(|child| child.keyword == "status");
                    let status = status.and_then(|status| match hir.value(status, "status")?.value {
                        Value::Choice(word) => Some(word),
                        _ => None,
                    });
                    let is_planned = !matches!(status, Some("idea" | "cancelled"));
                    places.push(Place {
                        file: id,
                        keyword: range(stmt.keyword_range).start,
                        properties,
                        is_planned,
                    });
                }
            }
        }
    }
    places
}

fn difference(wanted: &BTreeSet<Finding>, found: &BTreeSet<Finding>) -> String {
    let codes = |set: &BTreeSet<Finding>, other: &BTreeSet<Finding>| {
        set.difference(other)
            .map(|(file, at, code)| format!("{code} in {file} at {at}"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    format!("lacks [{}], has [{}]", codes(wanted, found), codes(found, wanted))
}
