//! Runs every rule over the model.

use roadmap_diag::Diagnostic;

use super::{Check, Cx, Item, Rule, Sink, all};

/// Activities of a plan whose rules are worth a second thread: starting one takes as long as checking a hundred.
const MANY: usize = 500;

/// What all rules find, in no order; levels and `allow` comments are applied by the caller.
#[must_use]
pub fn run(cx: &Cx<'_>) -> Vec<Diagnostic> {
    if cx.model.activities.len() < MANY {
        let mut found = about_items(cx);
        found.extend(about_all(cx));
        return found;
    }
    std::thread::scope(|scope| {
        let others = scope.spawn(|| about_all(cx));
        let mut found = about_items(cx);
        found.extend(others.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        found
    })
}

/// What the rules find that look at one item at a time. Each item is shown to all of them in turn: a large plan fits into
/// no cache, an item does.
fn about_items(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let checks = all().iter().filter_map(|rule| match rule.check {
        Check::Item(check) => Some((rule, check)),
        _ => None,
    });
    let checks: Vec<_> = checks.collect();
    let mut found = Vec::new();
    for item in items(cx) {
        for (rule, check) in &checks {
            check(cx, item, &mut Sink::new(rule, &mut found));
        }
    }
    found
}

/// What the other rules find.
fn about_all(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let others = all().iter().filter(|rule| !matches!(rule.check, Check::Item(_)));
    others.flat_map(|rule| run_one(cx, rule)).collect()
}

/// What `rule` finds, in no order.
#[must_use]
pub fn run_one(cx: &Cx<'_>, rule: &Rule) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut sink = Sink::new(rule, &mut found);
    match rule.check {
        Check::Item(check) => items(cx).for_each(|item| check(cx, item, &mut sink)),
        Check::Phase(check) => cx.model.phases.ids().for_each(|phase| check(cx, phase, &mut sink)),
        Check::Project(check) => check(cx, &mut sink),
        Check::Elsewhere => {}
    }
    found
}

/// Every item of the plan, without ideas, what was given up, and metrics that nobody can name: nothing is asked of
/// those.
fn items<'a>(cx: &'a Cx<'_>) -> impl Iterator<Item = Item> + 'a {
    let model = cx.model;
    model
        .goals
        .ids()
        .map(Item::Goal)
        .chain(model.activities.ids().map(Item::Activity))
        .chain(model.launches.ids().map(Item::Launch))
        .chain(model.scripts.ids().map(Item::Script))
        .chain(model.milestones.ids().map(Item::Milestone))
        .chain(model.kpis.ids().map(Item::Kpi))
        .chain(
            model.metrics.iter().filter(|(_, metric)| !metric.name_is_taken).map(|(id, _)| Item::Metric(id)),
        )
        .chain(model.people.ids().map(Item::Person))
        .filter(|item| !cx.is_out_of_plan(*item))
}
