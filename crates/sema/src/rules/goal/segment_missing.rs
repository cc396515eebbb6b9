//! `goal/segment-missing`

use roadmap_diag::Message;

use crate::model::{GoalType, Id, Kpi, KpiHome};
use crate::rules::facts::Hollow;
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
    // One that could not be read has been reported.
    let is_named = !(goal.segments.is_empty() && goal.products.is_empty() && goal.regions.is_empty());
    if is_named || goal.audience_unread {
        return;
    }
    // Reach in no segment is `goal/awareness-unqualified`, which a segment mends, too.
    let is_reach = |kpi: &Id<Kpi>| cx.metric_of(*kpi).is_some_and(|metric| metric.builtin == Some("reach"));
    if cx.hollow(KpiHome::Goal(id)) == Some(Hollow::Unqualified) && goal.kpis.iter().any(is_reach) {
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
