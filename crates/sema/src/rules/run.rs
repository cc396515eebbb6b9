//! Runs every rule over the model.

use roadmap_diag::Diagnostic;

use super::{Check, Cx, Item, Rule, Sink, all};

/// What all rules find, in no order; levels and `allow` comments are applied by the caller.
#[must_use]
pub fn run(cx: &Cx<'_>) -> Vec<Diagnostic> {
    all().iter().flat_map(|rule| run_one(cx, rule)).collect()
}

/// What `rule` finds, in no order.
#[must_use]
pub fn run_one(cx: &Cx<'_>, rule: &Rule) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut sink = Sink::new(rule, &mut found);
    match rule.check {
        Check::Item(check) => {
            let items = cx.made.items.get_or_init(|| items(cx).collect());
            items.iter().for_each(|item| check(cx, *item, &mut sink));
        }
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
