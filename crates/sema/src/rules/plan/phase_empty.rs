//! `plan/phase-empty`

use crate::model::{Id, Phase};
use crate::rules::{Check, Cx, Sink, rule};

rule!("plan/phase-empty", "plan-phase-empty", Warning, Check::Phase(check), "phase_empty.md");

fn check(cx: &Cx<'_>, id: Id<Phase>, sink: &mut Sink<'_>) {
    let head = &cx.model[id].head;
    let Some(place) = head.place.filter(|place| !place.damaged) else { return };
    if cx.activities_of(id).next().is_none() {
        sink.missing(place).with("name", head.id.as_str()).emit();
    }
}
