//! `data/single-source`

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::outcomes;
use crate::model::{Id, Metric};
use crate::rules::facts::short_list;
use crate::rules::{Check, Cx, Sink, rule};

rule!("data/single-source", "data-single-source", Hint, Check::Project(check), "single_source.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    if !cx.practices.data || cx.log_may_be_lost() {
        return;
    }
    let model = cx.model;
    let mut by_hand: FxHashMap<Id<Metric>, Vec<&Option<SmolStr>>> = FxHashMap::default();
    for actual in model.actuals.rows() {
        let Some(metric) = actual.metric.target else { continue };
        let sources = by_hand.entry(metric).or_default();
        if !sources.contains(&&actual.source) {
            sources.push(&actual.source);
        }
    }
    for outcome in outcomes(cx) {
        let metric = &model[outcome.metric];
        // What is worked out rests on the sources of several figures.
        if metric.formula.is_some()
            || metric.head.damaged()
            || metric.from.iter().any(|from| from.target.is_none())
        {
            continue;
        }
        let named = metric.from.iter().filter_map(|from| from.target.as_ref());
        let mut sources: Vec<&str> = named.map(|column| model[column.source].head.id.as_str()).collect();
        for source in by_hand.get(&outcome.metric).into_iter().flatten() {
            // Whoever wrote it down without saying from where may have compared several.
            let Some(source) = source else {
                sources.clear();
                break;
            };
            sources.push(source);
        }
        sources.sort_unstable();
        sources.dedup();
        let [source] = sources.as_slice() else { continue };
        let goals: Vec<_> =
            outcome.goals.iter().filter(|goal| goal.insights.is_empty() && !goal.head.damaged()).collect();
        let Some(place) = goals.first().and_then(|goal| goal.head.place) else { continue };
        sink.missing(place)
            .with("metric", metric.head.id.as_str())
            .with("source", *source)
            .with("goals", short_list(goals.iter().map(|goal| goal.head.id.as_str())))
            .emit();
    }
}
