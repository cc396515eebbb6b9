//! `goal/date-missing`

use roadmap_diag::Message;

use crate::model::KpiHome;
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("goal/date-missing", "goal-date-missing", Error, Check::Item(check), "date_missing.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Kpi(id) = item else { return };
    let kpi = &cx.model[id];
    let KpiHome::Goal(goal) = kpi.home else { return };
    if kpi.by_written || kpi.place.damaged {
        return;
    }
    let Some(metric) = cx.metric_of(id) else { return };
    let goal = &cx.model[goal];
    let mut finding =
        sink.missing(kpi.place).with("goal", goal.head.id.as_str()).with("metric", metric.head.id.as_str());
    // The last day of what the goal stands in: a date to start from, not the right one.
    let phase = goal.phase.and_then(|phase| cx.model[phase].range);
    if let Some(range) = phase.or(cx.model.plan.period) {
        let line = format!("by {}", range.value.end);
        let title = Message::new("fix-add").with("line", line.as_str());
        finding = finding.fix(title, false, kpi.place.head.end(), format!(" {line}"));
    }
    finding.emit();
}
