//! `plan/phase-kpi-missing`

use crate::model::{Id, Phase};
use crate::rules::{Check, Cx, Sink, rule};

rule!("plan/phase-kpi-missing", "plan-phase-kpi-missing", Error, Check::Phase(check), "phase_kpi_missing.md");

fn check(cx: &Cx<'_>, phase: Id<Phase>, sink: &mut Sink<'_>) {
    let phase = &cx.model[phase];
    // Without any goal `plan/goal-count` speaks; a goal of its own is asked for KPIs by `kpi/missing`.
    if !phase.goals.is_empty() || phase.supports.is_empty() {
        return;
    }
    let has_kpi = !phase.kpis.is_empty() || phase.months.iter().any(|month| !month.kpis.is_empty());
    let Some(place) = phase.head.place.filter(|place| !has_kpi && !place.damaged) else { return };
    sink.missing(place).with("name", phase.head.id.as_str()).emit();
}
