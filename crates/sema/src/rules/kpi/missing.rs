//! `kpi/missing`

use crate::catalog::family_examples;
use crate::model::GoalType;
use crate::rules::facts::metric_list;
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("kpi/missing", "kpi-missing", Error, Check::Item(check), "missing.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let (kpis, goal_type) = match item {
        Item::Goal(id) => (&cx.model[id].kpis, cx.model[id].goal_type),
        Item::Activity(id) => (&cx.model[id].kpis, cx.goal_type_served(id)),
        _ => return,
    };
    let Some(head) = cx.head(item) else { return };
    let Some(place) = head.place.filter(|place| kpis.is_empty() && !place.damaged) else { return };
    let examples = family_examples(goal_type.unwrap_or(GoalType::Leads));
    sink.missing(place)
        .with("kind", cx.kind_of(item))
        .with("name", head.id.as_str())
        .with("examples", metric_list(examples))
        .emit();
}
