//! `data/single-source`

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::outcomes;
use crate::model::{Id, Metric};
use crate::rules::facts::short_list;
use crate::rules::{Check, Cx, Sink, rule};

rule!("data/single-source", "data-single-source", Hint, Check::Project(check), "single_source.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    if !cx.practices.data {
        return;
    }
    let model = cx.model;
    // By hand is one source, whoever wrote it, unless the reading says where it comes from.
    let mut by_hand: FxHashMap<Id<Metric>, Vec<Option<&SmolStr>>> = FxHashMap::default();
    for actual in model.actuals.rows() {
        let Some(metric) = actual.metric.target else { continue };
        let sources = by_hand.entry(metric).or_default();
        if !sources.contains(&actual.source.as_ref()) {
            sources.push(actual.source.as_ref());
        }
    }
    for outcome in outcomes(cx) {
        let metric = &model[outcome.metric];
        // What is worked out rests on the sources of several figures.
        if metric.formula.is_some() || metric.from.iter().any(|from| from.target.is_none()) {
            continue;
        }
        let mut sources: Vec<Option<&str>> = Vec::new();
        let named = metric.from.iter().filter_map(|from| from.target.as_ref());
        sources.extend(named.map(|column| Some(model[column.source].head.id.as_str())));
        let hand = by_hand.get(&outcome.metric).into_iter().flatten();
        sources.extend(hand.map(|source| source.map(SmolStr::as_str)));
        sources.sort_unstable();
        sources.dedup();
        let [source] = sources.as_slice() else { continue };
        let goals: Vec<_> = outcome.goals.iter().filter(|goal| goal.insights.is_empty()).collect();
        let Some(place) = goals.first().and_then(|goal| goal.head.place) else { continue };
        let mut finding = sink
            .missing(place)
            .with("metric", metric.head.id.as_str())
            .with("goals", short_list(goals.iter().map(|goal| goal.head.id.as_str())));
        match source {
            Some(source) => finding = finding.with("source", *source),
            None => finding = finding.message("data-single-source.by-hand"),
        }
        finding.emit();
    }
}
