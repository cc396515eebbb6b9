//! The plans are what the benches say they are.

use roadmap_benches::{Work, plan, project, session, today, typed};
use roadmap_db::{Host, MemoryDisk, Start};
use roadmap_diag::Severity;

#[test]
fn nothing_is_wrong_with_a_plan() {
    for activities in [1, 20, 33, 200] {
        let text = plan(activities);
        let mut host = Host::new(None, today(activities));
        let disk = MemoryDisk::new(&[("plan.roadmap", &text)]);
        host.open(&disk, &Start::File("plan.roadmap".to_owned())).unwrap();
        let analysis = host.analysis().unwrap();
        let wrong: Vec<_> =
            analysis.diagnostics.iter().filter(|finding| finding.severity > Severity::Hint).collect();
        assert!(wrong.is_empty(), "{activities}: {wrong:?}");
        assert_eq!(analysis.model.activities.len(), activities);
    }
}

#[test]
fn an_activity_takes_twelve_lines() {
    let lines = |activities| plan(activities).lines().count();
    // Within one phase nothing else is added.
    assert_eq!(lines(15) - lines(14), 12);
}

#[test]
fn a_plan_is_laid_out() {
    assert!(!roadmap_fmt::format(&plan(100)).changed);
}

#[test]
fn a_project_is_the_plan_in_files() {
    for files in [1, 2, 6] {
        let parts = project(200, files);
        assert_eq!(parts.len(), files);
        let whole: String =
            parts.iter().map(|(_, text)| text.replace("\ninclude \"phases/*.roadmap\"\n", "")).collect();
        assert_eq!(whole, plan(200));
    }
}

#[test]
fn a_session_is_typed() {
    let parts = project(200, 6);
    let keys = session(&parts);
    let texts = typed(&parts, &keys);
    assert_eq!(texts.iter().zip(&parts).filter(|(text, (_, before))| *text != before).count(), 3);
    assert_eq!(
        texts
            .iter()
            .map(|text| text.matches("activity photos \"Photos of the new shop\"").count())
            .sum::<usize>(),
        3
    );
    for work in Work::ALL {
        assert!(keys.iter().any(|key| key.work == work), "{work:?}");
    }
    // Most of what somebody types is no new statement.
    assert!(keys.iter().filter(|key| key.work == Work::Statements).count() * 10 < keys.len());
}
