//! `goal/segment-missing`

use roadmap_diag::Message;

use crate::model::GoalType;
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("goal/segment-missing", "goal-segment-missing", Hint, Check::Item(check), "segment_missing.md");

/// Segments offered by a fix: more would be a list to search through.
const OFFERED: usize = 3;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Goal(id) = item else { return };
    let goal = &cx.model[id];
    if !matches!(goal.goal_type, Some(GoalType::Revenue | GoalType::Share | GoalType::Awareness)) {
        return;
    }
    if !(goal.segments.is_empty() && goal.products.is_empty() && goal.regions.is_empty()) {
        return;
    }
    let Some(place) = goal.head.place.filter(|place| !place.damaged) else { return };
    let mut finding = sink.missing(place).with("goal", goal.head.id.as_str());
    for segment in cx.model.segments.rows().iter().take(OFFERED) {
        let line = format!("segment {}", segment.head.id);
        let title = Message::new("fix-add").with("line", line.as_str());
        finding = finding.fix_all(title, false, vec![edit::add_line(place, &line)]);
    }
    finding.emit();
}
