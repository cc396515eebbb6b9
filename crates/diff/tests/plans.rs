//! Versions of whole plans: what is told, that turning them around tells the opposite, and that nothing is passed over.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests read the examples and end in a panic"
)]

mod support;

use std::collections::BTreeSet;

use roadmap_api::{Diff, DiffItem, Number, Report};
use roadmap_diff::diff;
use serde_json::Value;
use support::{Plan, Random, examples};

const PLAN: &str = r#"roadmap "Kế hoạch" { period 2026-01-01..2026-06-30; currency VND; budget 900M }
person lan "Nguyễn Lan" { role marketing }
person tu  "Lê Tú" { role sales }
phase one "Một" 2026-Q1 {
  focus "x"
  channel ads { budget 300M }
  goal leads "Lead" { owner lan; kpi leads 0 -> 5_000 by 2026-03-31 }
  activity page "Landing page" { owner lan; kpi leads >= 100; start 2026-01-05; deadline 2026-02-10; channel ads; budget 50M }
  activity run "Chạy quảng cáo" { owner lan; kpi leads >= 100; after page; duration 2w; channel ads; budget 90M; promotes app }
  launch app "Ứng dụng" { owner lan; deadline 2026-02-27 }
  milestone open "Mở bán" 2026-03-02
}
phase two "Hai" 2026-Q2 {
  focus "y"
  channel seo
  goal more "Thêm" { owner lan; kpi leads 0 -> 9_000 by 2026-06-30 }
  activity blog "Viết blog" { owner lan; kpi leads >= 10; deadline 2026-05-29; channel seo }
}
"#;

/// The plan and the same with each `old` as `new`.
fn edited(edits: &[(&str, &str)]) -> Diff {
    let mut text = PLAN.to_owned();
    for (old, new) in edits {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    let (before, after) = (Plan::of(PLAN).report(), Plan::of(&text).report());
    let told = diff(&before, &after, ("a", "b"));
    assert_eq!(mirrored(&told), plain(&diff(&after, &before, ("a", "b"))));
    told
}

#[test]
fn a_slip_says_by_how_much_and_who_waits() {
    let told = edited(&[
        ("deadline 2026-02-10", "deadline 2026-02-16"),
        ("deadline 2026-02-27", "deadline 2026-03-05"),
    ]);
    let lines: Vec<String> = told
        .dates
        .iter()
        .map(|change| {
            let waiting: Vec<&str> = change.waiting.iter().map(|item| item.id.as_str()).collect();
            format!("{} {:?} {:?} {waiting:?}", change.item.id, change.what, change.days.unwrap())
        })
        .collect();
    assert_eq!(
        lines,
        [
            "one.page Deadline 6 [\"one.run\"]",
            "one.app Deadline 6 [\"one.run\"]",
            "one.run End 6 []",
            "one.run Start 6 []",
        ]
    );
    assert!(told.kpis.is_empty(), "a KPI that is due with its work moves with it: {:?}", told.kpis);
}

#[test]
fn a_target_that_moves_says_from_where_and_by_how_much() {
    let told = edited(&[
        ("0 -> 5_000 by 2026-03-31", "0 -> 4_000 by 2026-04-15"),
        ("kpi leads >= 10;", "kpi leads >= 10; kpi sessions >= 5;"),
    ]);
    let [target, new] = told.kpis.as_slice() else { panic!("{:?}", told.kpis) };
    assert_eq!((target.item.id.as_str(), target.percent.clone()), ("one.leads", Some(Number::new("-20"))));
    assert_eq!(target.to.as_ref().unwrap().by.as_ref().unwrap().as_str(), "2026-04-15");
    assert_eq!((new.metric.as_str(), new.from.is_none()), ("sessions", true));
    assert!(edited(&[("5_000", "5000")]).is_empty(), "how a number is written is no target");
}

#[test]
fn money_is_told_by_channel_phase_and_item() {
    let told = edited(&[
        ("budget 900M", "budget 1_000M"),
        ("budget 300M", "budget 240M"),
        ("budget 50M", "budget 20M"),
    ]);
    let difference =
        |change: &Option<roadmap_api::AmountChange>| change.as_ref().unwrap().difference.0.clone();
    assert_eq!(difference(&told.budget.total), "100000000");
    let [ads] = told.budget.channels.as_slice() else { panic!("{:?}", told.budget) };
    assert_eq!(difference(&ads.committed), "-30000000");
    assert_eq!(
        (ads.phases[0].phase.as_str(), ads.phases[0].planned.difference.as_str()),
        ("one", "-60000000")
    );
    assert_eq!(told.budget.items[0].item.id, "one.page");
    let foreign = edited(&[("currency VND", "currency USD")]);
    assert_eq!(foreign.budget.currency_before.as_deref(), Some("VND"));
    assert!(foreign.budget.channels.is_empty() && foreign.budget.total.is_none());
}

#[test]
fn what_is_the_same_is_found_under_another_name() {
    let renamed = edited(&[("activity blog \"Viết blog\"", "activity bai_viet \"Viết blog\"")]);
    assert_eq!((renamed.renamed.len(), renamed.added.len(), renamed.dropped.len()), (1, 0, 0));
    assert_eq!(renamed.renamed[0].id.as_deref(), Some("blog"));
    let both = edited(&[("activity blog \"Viết blog\"", "activity bai_viet \"Bài mỗi tuần\"")]);
    assert_eq!(both.renamed[0].title.as_deref(), Some("Viết blog"), "the same owner, day and target");
    let phase = edited(&[("phase two \"Hai\"", "phase second \"Hai\"")]);
    assert_eq!((phase.renamed.len(), phase.moved.len(), phase.added.len()), (1, 0, 0), "{phase:?}");
    let page = "  activity page \"Landing page\" { owner lan; kpi leads >= 100; start 2026-01-05; deadline 2026-02-10; channel ads; budget 50M }\n";
    let moved = edited(&[(page, ""), ("  activity blog", &format!("{page}  activity blog"))]);
    let item = DiffItem { was: Some("one.page".to_owned()), ..moved.moved[0].item.clone() };
    assert_eq!((item.id.as_str(), moved.moved[0].item.clone()), ("two.page", item.clone()));
    assert!(moved.added.is_empty() && moved.dropped.is_empty(), "{moved:?}");
}

#[test]
fn the_rest_is_told_in_its_place() {
    let told = edited(&[
        (
            "activity blog \"Viết blog\" { owner lan;",
            "activity blog \"Viết blog\" { owner tu; support lan; status in_progress 20%;",
        ),
        ("  milestone open \"Mở bán\" 2026-03-02\n", ""),
    ]);
    assert_eq!(told.owners[0].to_name.as_deref(), Some("Lê Tú"));
    assert_eq!(told.statuses.len(), 1);
    assert_eq!(told.other[0].properties, ["support"]);
    assert_eq!(told.dropped[0].id, "one.open");
    assert!(
        edited(&[("roadmap \"Kế", "\n# một ghi chú\nroadmap \"Kế")]).is_empty(),
        "where things stand is no change"
    );
}

#[test]
fn a_plan_differs_in_nothing_from_itself() {
    for plan in examples() {
        let report = plan.report();
        let told = diff(&report, &report, ("a", "a"));
        assert!(told.is_empty(), "{told:?}");
        assert!(!plain(&told).is_empty());
    }
}

/// Lines of the examples that go, come twice, or change a word: whatever came of it, turning it around says the opposite,
/// and where nothing is told nothing is otherwise.
#[test]
fn edits_turn_around_and_none_is_passed_over() {
    let mut random = Random(0x2026_0522);
    for plan in examples() {
        let before = plan.report();
        for _ in 0..24 {
            let mut changed = plan.clone();
            for _ in 0..=random.below(3) {
                changed.edit(&mut random);
            }
            let after = changed.report();
            let told = diff(&before, &after, ("a", "b"));
            let back = diff(&after, &before, ("b", "a"));
            assert_eq!(mirrored(&told), plain(&back), "{}", changed.last);
            assert!(diff(&after, &after, ("b", "b")).is_empty());
            if told.is_empty() {
                let passed_over = difference("", &essence(&before), &essence(&after));
                assert_eq!(passed_over, None, "{}", changed.last);
            }
        }
    }
}

/// What a difference tells, in no order: each change with the identifiers before and after.
fn plain(told: &Diff) -> BTreeSet<String> {
    lines(told, false)
}

/// The same of the difference turned around.
fn mirrored(told: &Diff) -> BTreeSet<String> {
    lines(told, true)
}

fn lines(told: &Diff, turned: bool) -> BTreeSet<String> {
    let pair =
        |from: String, to: String| if turned { format!("{to} => {from}") } else { format!("{from} => {to}") };
    let id = |item: &DiffItem| {
        let was = item.was.clone().unwrap_or_else(|| item.id.clone());
        format!("{:?} {}", item.kind, pair(was, item.id.clone()))
    };
    let debug = |value: &dyn std::fmt::Debug| format!("{value:?}");
    let mut out = BTreeSet::from([pair(told.before.title.clone(), told.after.title.clone())]);
    for change in &told.dates {
        let days = change.days.map(|days| if turned { -days } else { days });
        out.insert(format!(
            "{} {:?} {} {days:?}",
            id(&change.item),
            change.what,
            pair(debug(&change.from), debug(&change.to))
        ));
    }
    for change in &told.kpis {
        out.insert(format!(
            "{} {} {}",
            id(&change.item),
            change.metric,
            pair(debug(&change.from), debug(&change.to))
        ));
    }
    let amount = |change: &Option<roadmap_api::AmountChange>| {
        change.as_ref().map(|change| pair(debug(&change.from), debug(&change.to)))
    };
    out.insert(debug(&amount(&told.budget.total)));
    for channel in &told.budget.channels {
        let phases: BTreeSet<_> =
            channel.phases.iter().map(|phase| amount(&Some(phase.planned.clone()))).collect();
        out.insert(format!(
            "{:?} {:?} {:?} {phases:?}",
            channel.channel,
            amount(&channel.planned),
            amount(&channel.committed)
        ));
    }
    for item in &told.budget.items {
        out.insert(format!("{} {:?}", id(&item.item), amount(&Some(item.amount.clone()))));
    }
    for change in &told.owners {
        out.insert(format!(
            "{} {}",
            id(&change.item),
            pair(debug(&change.from_name), debug(&change.to_name))
        ));
    }
    for change in &told.statuses {
        out.insert(format!("{} {}", id(&change.item), pair(debug(&change.from), debug(&change.to))));
    }
    for change in &told.renamed {
        out.insert(format!(
            "renamed {} {} {}",
            id(&change.item),
            change.title.is_some(),
            change.id.is_some()
        ));
    }
    for change in &told.moved {
        out.insert(format!("{} {}", id(&change.item), pair(debug(&change.from), debug(&change.to))));
    }
    for change in &told.other {
        out.insert(format!("{} {:?}", id(&change.item), change.properties));
    }
    let (added, dropped) = if turned { (&told.dropped, &told.added) } else { (&told.added, &told.dropped) };
    out.extend(added.iter().map(|item| format!("+ {:?} {}", item.kind, item.id)));
    out.extend(dropped.iter().map(|item| format!("- {:?} {}", item.kind, item.id)));
    let figures = &told.figures;
    let (more, less) =
        if turned { (figures.dropped, figures.added) } else { (figures.added, figures.dropped) };
    out.insert(format!("{more} {less} {}", figures.changed));
    out
}

/// Where two values first differ.
fn difference(path: &str, a: &Value, b: &Value) -> Option<String> {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) if a.len() == b.len() => {
            a.iter().find_map(|(name, a)| difference(&format!("{path}.{name}"), a, b.get(name)?))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => (0..)
            .zip(a.iter().zip(b))
            .find_map(|(at, (a, b)): (usize, _)| difference(&format!("{path}[{at}]"), a, b)),
        _ => (a != b).then(|| format!("{path}: {a} or {b}")),
    }
}

/// What a plan says, without places in the text and findings.
fn essence(report: &Report) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(map) => {
                map.remove("source");
                // How a target is written is not what it says.
                if map.contains_key("metric") && map.contains_key("target") {
                    map.remove("text");
                }
                map.values_mut().for_each(strip);
            }
            Value::Array(list) => list.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut report = report.clone();
    report.findings.clear();
    report.finding_counts = roadmap_api::FindingCounts::default();
    let mut value = serde_json::to_value(&report).unwrap();
    strip(&mut value);
    value
}
