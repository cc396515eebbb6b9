//! The plans are what the benches say they are.

use roadmap_benches::{plan, today};
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
