//! `budget/paid-dependency`

use roadmap_diag::Arg;
use rust_decimal::Decimal;

use super::{nest, percent_of, share};
use crate::model::{Activity, ChannelKind, Phase};
use crate::rules::facts::short_list;
use crate::rules::{Check, Cx, Sink, rule};

rule!(
    "budget/paid-dependency",
    "budget-paid-dependency",
    Warning,
    Check::Project(check),
    "paid_dependency.md"
);

/// What stays when the ads stop.
const OWN: [ChannelKind; 2] = [ChannelKind::Owned, ChannelKind::Crm];

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let Some(place) = cx.model.plan.place else { return };
    // With a single activity the plan is only just begun, unless it says already what there is to spend.
    let enough = if cx.model.plan.budget.is_written() { 0 } else { 1 };
    if cx.activities().nth(enough).is_none() || cx.activities().any(|activity| may_stay(cx, activity)) {
        return;
    }
    let money = cx.money_by_phase();
    let planned = nest::sum(&cx.plan_parts(&money));
    let in_phases = cx.channel_parts(&money);
    let mut paid: Vec<(&str, Decimal)> = Vec::new();
    let mut other = Decimal::ZERO;
    for (id, channel) in cx.model.channels.iter() {
        let in_phases = in_phases.get(&id).map(|parts| nest::sum(parts)).unwrap_or_default();
        // A channel's own budget and what phases give it are the same money.
        let sum = in_phases.max(channel.budget.total().unwrap_or_default());
        match channel.kind {
            Some(ChannelKind::Paid) if sum > Decimal::ZERO => paid.push((channel.head.id.as_str(), sum)),
            _ => other = other.saturating_add(sum),
        }
    }
    let on_paid = paid.iter().fold(Decimal::ZERO, |sum, (_, part)| sum.saturating_add(*part));
    let whole = cx.model.plan.budget.total().unwrap_or_default();
    let whole = whole.max(planned).max(on_paid.saturating_add(other));
    let limit = cx.settings.limits.paid_share;
    let (Some(bound), Some(part)) = (percent_of(whole, limit), share(on_paid, whole)) else { return };
    if on_paid <= bound {
        return;
    }
    paid.sort_by_key(|(_, sum)| std::cmp::Reverse(*sum));
    sink.missing(place)
        .with("share", Arg::Percent(part))
        .with("paid", cx.money(on_paid))
        .with("whole", cx.money(whole))
        .with("channels", short_list(paid.iter().map(|(name, _)| *name)))
        .emit();
}

/// Whether an activity runs on a channel of one's own, or may do so: on one that nobody knows, or, where it names none,
/// on one that its phase lists; for always-on work, that any phase lists.
fn may_stay(cx: &Cx<'_>, activity: &Activity) -> bool {
    let model = cx.model;
    if !activity.channels.is_empty() {
        return cx.runs_on(activity, &OWN) != Some(false);
    }
    let may_be_own = |phase: &Phase| {
        let kinds = phase.channels.iter().map(|listed| model[listed.channel.target?].kind);
        kinds.into_iter().any(|kind| kind.is_none_or(|kind| OWN.contains(&kind)))
    };
    match activity.phase {
        Some(phase) => may_be_own(&model[phase]),
        None => model.phases.rows().iter().any(may_be_own),
    }
}
