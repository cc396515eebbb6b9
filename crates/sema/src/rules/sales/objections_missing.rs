//! `sales/objections-missing`

use roadmap_diag::{Arg, Edit, Message};

use crate::model::{Place, Script};
use crate::rules::stub::OBJECTIONS;
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!(
    "sales/objections-missing",
    "sales-objections-missing",
    Warning,
    Check::Item(check),
    "objections_missing.md"
);

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Script(id) = item else { return };
    let script = &cx.model[id];
    let Some(place) = script.head.place.filter(|place| !place.damaged) else { return };
    let is_damaged = script.objections.iter().any(|objection| objection.place.damaged);
    if !cx.practices.sales || script.objection_unread || is_damaged || !cx.is_in_use(script) {
        return;
    }
    let answered = |kind: &str| {
        script.objections.iter().any(|objection| objection.kind == kind && objection.answer_written)
    };
    let missing: Vec<&str> = OBJECTIONS.into_iter().filter(|kind| !answered(kind)).collect();
    if missing.is_empty() {
        return;
    }
    let kinds = missing.iter().map(|kind| Arg::Text(format!("`{kind}`"))).collect::<Vec<_>>();
    sink.missing(place)
        .with("name", script.head.id.as_str())
        .with("kinds", kinds)
        .with("first", missing.first().copied().unwrap_or_default())
        .fix_all(Message::new("sales-objections-missing.fix"), false, stubs(cx, script, place, &missing))
        .emit();
}

/// An answer to fill in for each objection that stands there without one, and an objection for each other.
fn stubs(cx: &Cx<'_>, script: &Script, place: Place, missing: &[&str]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut lines = Vec::new();
    for (kind, line) in cx.objection_stubs().filter(|(kind, _)| missing.contains(kind)) {
        match script.objections.iter().find(|objection| objection.kind == kind) {
            Some(objection) => edits.push(edit::add_line(objection.place, "answer \"…\"")),
            None => lines.push(line),
        }
    }
    if lines.is_empty() {
        return edits;
    }
    let last = script.objections.last().map(|objection| objection.place);
    edits.push(match (place.block.filter(|block| !block.begins_on_line), last) {
        // Where the last objection gets its answer at its end, two edits would meet.
        (Some(block), Some(last)) if last.block.is_some() => edit::add_behind(block, last, &lines),
        _ => edit::add_lines(place, &lines),
    });
    edits
}
