//! A KPI that shows no result, turned into one that does.

use roadmap_diag::{Diagnostic, Message, TextRange};
use roadmap_schema::Kind;
use roadmap_sema::hir::{Target, Value};
use roadmap_sema::model::{Id, Kpi, StmtRef};

use super::draft::{Draft, Piece};
use super::measure::{self, Measure};
use super::place::{At, Here};
use super::{Action, ActionKind, Change};
use crate::scope::kpi_at;

/// What is said of a KPI that measures what was put in, where a result is asked for.
const HOLLOW: [&str; 4] =
    ["kpi/vanity-only", "kpi/volume-as-kpi", "kpi/goal-mismatch", "goal/awareness-unqualified"];

/// More would be a list to search through.
const OFFERED: usize = 3;

/// For a KPI that is found to show no result: each of a few metrics that would.
pub(super) fn offer<'a>(here: &Here<'a>, found: &mut Vec<Action<'a>>) {
    let hollow = here.findings().filter(|finding| HOLLOW.contains(&finding.code.as_str()));
    let mut seen = Vec::new();
    for finding in hollow {
        let Some((at, id)) = kpi(here, finding).filter(|(_, id)| !seen.contains(id)) else { continue };
        seen.push(id);
        let model = &*here.analysis.model;
        let kpi = &model[id];
        let Some(now) = kpi.metric.target.map(|metric| &model[metric].head.id) else { continue };
        for measure in measure::fitting(model, kpi.home).into_iter().take(OFFERED) {
            let title = Message::new("ide-measure").with("old", now.as_str()).with("new", measure.name);
            let change = move || change(at, &measure);
            found.push(Action::new(ActionKind::Mend, title, change).mends([finding]));
        }
    }
}

/// The KPI that a finding is about: the statement around its place.
fn kpi<'a>(here: &Here<'a>, finding: &Diagnostic) -> Option<(At<'a>, Id<Kpi>)> {
    let at = At::innermost(here.analysis, finding.span, |at| at.stmt.kind() == Kind::Kpi)?;
    let place = StmtRef { file: at.id, item: at.item, index: at.index };
    Some((at, kpi_at(here.analysis, place)?))
}

/// The number is another one: what was wanted of the old metric says nothing about the new.
fn change(at: At<'_>, measure: &Measure<'_>) -> Option<Change> {
    let metric = at.hir.value(at.stmt, "metric")?;
    let target = at.hir.value(at.stmt, "target");
    let mut draft = Draft::new(at.id, at.file);
    draft.replace(at.in_file(metric.range), Piece::new(measure.name));
    match target {
        Some(value) => {
            let piece = match &value.value {
                Value::Target(Target::Change(..)) => Piece::default().stop(&measure.way()),
                _ => bound(measure),
            };
            draft.replace(at.in_file(value.range), piece);
        }
        None => {
            let behind = TextRange::empty(at.in_file(metric.range).end);
            draft.replace(behind, Piece::new(" ").piece(&bound(measure)));
        }
    }
    draft.finish()
}

fn bound(measure: &Measure<'_>) -> Piece {
    Piece::new(measure.comparison()).text(" ").stop(&measure.number())
}
