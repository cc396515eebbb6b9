//! `goal/link-missing`

use roadmap_diag::Message;

use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("goal/link-missing", "goal-link-missing", Error, Check::Item(check), "link_missing.md");

/// Goals offered by a fix: more would be a list to search through.
const OFFERED: usize = 3;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Activity(id) = item else { return };
    let activity = &cx.model[id];
    if !activity.goals.is_empty() || !activity.supports.is_empty() || activity.inside_goal.is_some() {
        return;
    }
    let phase = activity.phase.map(|phase| &cx.model[phase]);
    // A phase that goes nowhere is the cause, and `plan/goal-count` says so; one whose goal has a name that nobody knows may
    // have the one goal that its activities then serve.
    if phase.is_some_and(|phase| {
        phase.goals.is_empty() && phase.supports.iter().all(|goal| goal.target.is_none())
    }) {
        return;
    }
    let Some(place) = activity.head.place.filter(|place| !place.damaged) else { return };
    let near = phase.into_iter().flat_map(|phase| {
        phase.goals.iter().copied().chain(phase.supports.iter().filter_map(|goal| goal.target))
    });
    let top = cx.model.goals.iter().filter(|(_, goal)| goal.phase.is_none()).map(|(id, _)| id);
    let goals: Vec<_> = if phase.is_some() { near.collect() } else { top.collect() };
    let mut finding = sink.missing(place).with("name", activity.head.id.as_str());
    for goal in goals.into_iter().take(OFFERED) {
        let line = format!("supports {}", cx.model[goal].head.id);
        let title = Message::new("fix-add").with("line", line.as_str());
        finding = finding.fix_all(title, false, vec![edit::add_line(place, &line)]);
    }
    finding.emit();
}
