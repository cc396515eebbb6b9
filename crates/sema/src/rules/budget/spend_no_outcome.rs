//! `budget/spend-no-outcome`

use roadmap_diag::{Arg, Message};
use rust_decimal::Decimal;

use super::nest::{allowed, whole_span};
use super::{percent_of, share};
use crate::model::{Activity, Direction, Id, Kpi};
use crate::rules::facts::amount;
use crate::rules::{Check, Cx, Sink, rule};
use crate::track::OfActivities;

rule!(
    "budget/spend-no-outcome",
    "budget-spend-no-outcome",
    Warning,
    Check::Project(check),
    "spend_no_outcome.md"
);

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    // Results are those that were read for the activity itself.
    let readings = cx.model.actuals.rows().iter();
    if !readings.flat_map(|actual| &actual.by).any(|part| part.activity.is_some()) {
        return;
    }
    let follow = OfActivities::new(cx.model, &cx.settings.limits);
    for (id, activity) in cx.model.activities.iter().filter(|(_, activity)| activity.status.counts()) {
        judge(cx, sink, &follow, (id, activity));
    }
}

fn judge(
    cx: &Cx<'_>,
    sink: &mut Sink<'_>,
    follow: &OfActivities<'_>,
    (id, activity): (Id<Activity>, &Activity),
) {
    let (Some(place), Some(budget)) = (activity.head.place, allowed(&activity.budget)) else { return };
    let spent = activity.spent.map(|spent| spent.value).or_else(|| follow.spent_by(id));
    let Some(bound) = percent_of(budget, cx.settings.limits.spend_percent) else { return };
    let Some(spent) = spent.filter(|spent| *spent > bound) else { return };
    let (Some(used), Some(best)) = (share(spent, budget), best_result(cx, follow, activity)) else { return };
    let Some(span) = activity.spent.map(|spent| spent.span).or(whole_span(&activity.budget)) else { return };
    if best.progress >= Decimal::from(cx.settings.limits.outcome_percent) {
        return;
    }
    let kpi = &cx.model[best.kpi];
    let (Some(metric), Some(target)) = (cx.metric_of(best.kpi), kpi.target) else { return };
    sink.report(span, place)
        .with("name", activity.head.id.as_str())
        .with("spent", cx.money(spent))
        .with("budget", cx.money(budget))
        .with("used", Arg::Percent(used))
        .with("metric", metric.head.id.as_str())
        .with("current", amount(best.current, kpi.unit))
        .with("target", amount(target.value, kpi.unit))
        .related(kpi.place.head, Message::new("budget-spend-no-outcome.target"))
        .emit();
}

/// A result of an activity, and how far it is.
struct Reached {
    kpi: Id<Kpi>,
    current: Decimal,
    progress: Decimal,
}

/// The outcome of an activity that is furthest on its way; none where one of them was not read.
fn best_result(cx: &Cx<'_>, follow: &OfActivities<'_>, activity: &Activity) -> Option<Reached> {
    let mut best: Option<Reached> = None;
    for id in activity.kpis.iter().filter(|kpi| cx.is_outcome(**kpi)) {
        // A limit, such as a cost per lead, says nothing about how much came out.
        if cx.model[*id].direction != Some(Direction::Up) {
            continue;
        }
        let track = follow.kpi(*id);
        let (current, _) = track.current?;
        let Some(progress) = track.progress else { continue };
        if best.as_ref().is_none_or(|known| progress > known.progress) {
            best = Some(Reached { kpi: *id, current, progress });
        }
    }
    best
}
