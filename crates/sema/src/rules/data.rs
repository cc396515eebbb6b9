//! `data/*`: figures come from somewhere, and say one thing.

pub(super) mod actual_missing;
pub(super) mod metric_redefined;
pub(super) mod no_breakdown;
pub(super) mod single_source;
pub(super) mod source_missing;

#[cfg(test)]
mod actual_missing_tests;
#[cfg(test)]
mod tests;

use super::Cx;
use crate::model::{Goal, Id, Kpi, Metric};

/// The outcome of a goal, where it is met first, and the goals that are measured by it.
struct GoalMetric<'a> {
    metric: Id<Metric>,
    kpi: Id<Kpi>,
    goals: Vec<&'a Goal>,
}

/// The outcome metrics of the plan's goals, each once, in the order of the text.
fn outcomes<'a>(cx: &Cx<'a>) -> Vec<GoalMetric<'a>> {
    let mut at: rustc_hash::FxHashMap<Id<Metric>, usize> = rustc_hash::FxHashMap::default();
    let mut found: Vec<GoalMetric<'a>> = Vec::new();
    for goal in cx.model.goals.rows() {
        for kpi in goal.kpis.iter().filter(|kpi| cx.is_outcome(**kpi)) {
            let Some(metric) = cx.model[*kpi].metric.target else { continue };
            let index = *at.entry(metric).or_insert(found.len());
            match found.get_mut(index) {
                Some(known) if known.goals.last().is_some_and(|last| std::ptr::eq(*last, goal)) => {}
                Some(known) => known.goals.push(goal),
                None => found.push(GoalMetric { metric, kpi: *kpi, goals: vec![goal] }),
            }
        }
    }
    found
}

/// The metrics from whose figures that of `metric` is worked out: those of its formula, over as many steps as there are;
/// itself where it has none, or is read for itself.
fn read_from(cx: &Cx<'_>, metric: Id<Metric>, is_read: impl Fn(Id<Metric>) -> bool) -> Vec<Id<Metric>> {
    let mut leaves = Vec::new();
    let mut seen = rustc_hash::FxHashSet::default();
    let mut open = vec![metric];
    while let Some(metric) = open.pop() {
        if !seen.insert(metric) {
            continue;
        }
        match &cx.model[metric].formula {
            Some(formula) if !is_read(metric) => {
                open.extend(formula.metrics.iter().rev().filter_map(|used| used.target));
            }
            _ => leaves.push(metric),
        }
    }
    leaves
}
