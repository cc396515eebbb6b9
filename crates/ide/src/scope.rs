//! Which phase and which item of the plan a statement of the text stands in.

use roadmap_db::Analysis;
use roadmap_schema::Kind;
use roadmap_sema::model::{Head, Id, Kpi, Phase, Place, StmtRef, WorkRef};

use crate::Cursor;

/// What is around a statement.
#[derive(Clone, Copy, Default)]
pub(crate) struct Scope {
    /// The phase.
    pub(crate) phase: Option<Id<Phase>>,
    /// The innermost goal, activity, launch, script or milestone.
    pub(crate) work: Option<WorkRef>,
}

impl Scope {
    /// What the statement `index` of the cursor's top-level statement is, or stands in.
    pub(crate) fn of(analysis: &Analysis, cursor: &Cursor<'_>, index: Option<u32>) -> Self {
        let mut scope = Self::default();
        let mut next = index;
        while let Some(index) = next {
            let Some(stmt) = cursor.hir.stmt(index) else { break };
            let at = StmtRef { file: cursor.id, item: cursor.item, index };
            if stmt.kind() == Kind::Phase {
                scope.phase = phase_at(analysis, at);
            } else if scope.work.is_none() {
                scope.work = work_at(analysis, stmt.kind(), at);
            }
            next = stmt.parent;
        }
        scope
    }
}

fn is_at(head: &Head, at: StmtRef) -> bool {
    head.place.is_some_and(|place| place.stmt == at)
}

/// The phase that the statement `at` is.
pub(crate) fn phase_at(analysis: &Analysis, at: StmtRef) -> Option<Id<Phase>> {
    analysis.model.phases.iter().find(|(_, phase)| is_at(&phase.head, at)).map(|(id, _)| id)
}

/// The work that the statement `at` of `kind` is.
pub(crate) fn work_at(analysis: &Analysis, kind: Kind, at: StmtRef) -> Option<WorkRef> {
    let model = &*analysis.model;
    macro_rules! find {
        ($table:ident, $variant:ident) => {
            model.$table.iter().find(|(_, row)| is_at(&row.head, at)).map(|(id, _)| WorkRef::$variant(id))
        };
    }
    match kind {
        Kind::Goal => find!(goals, Goal),
        Kind::Activity => find!(activities, Activity),
        Kind::Launch => find!(launches, Launch),
        Kind::Script => find!(scripts, Script),
        Kind::Milestone => find!(milestones, Milestone),
        _ => None,
    }
}

/// The KPI that the statement `at` is.
pub(crate) fn kpi_at(analysis: &Analysis, at: StmtRef) -> Option<Id<Kpi>> {
    let is_here = |place: Place| place.stmt == at;
    analysis.model.kpis.iter().find(|(_, kpi)| is_here(kpi.place)).map(|(id, _)| id)
}
