//! `budget/missing`

use roadmap_diag::Message;
use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};

use super::nest;
use crate::model::{Activity, Channel, ChannelKind, Id, Model, Phase, StatusKind};
use crate::rules::facts::short_list;
use crate::rules::{Check, Cx, Sink, edit, rule};

rule!("budget/missing", "budget-missing", Warning, Check::Project(check), "missing.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let lacking: Vec<&Activity> = cx.activities().filter(|activity| lacks(cx, activity)).collect();
    let example = cx.money_as_source(match cx.model.plan.currency.code() {
        "VND" => Decimal::from(50_000_000),
        _ => Decimal::from(5_000),
    });
    // Where the plan speaks of no money anywhere, that is one thing to do, not one for each activity.
    if let (Some(place), 2..) = (cx.model.plan.place, lacking.len())
        && !names_money(cx.model)
    {
        sink.missing(place)
            .message("budget-missing.plan")
            .help("budget-missing.plan-help")
            .with("count", lacking.len())
            .with("names", short_list(lacking.iter().map(|activity| activity.head.id.as_str())))
            .with("example", example.as_str())
            .emit();
        return;
    }
    let lacking = tell_shared(cx, sink, lacking, &example);
    let alone = only_ones(&lacking);
    for activity in lacking {
        let Some(place) = activity.head.place else { continue };
        let name = activity.head.id.as_str();
        let paid = paid_channel(cx, activity);
        let mut finding = sink.missing(place).with("name", name).with("example", example.as_str());
        match paid {
            Some(channel) => finding = finding.with("channel", cx.model[channel].head.id.as_str()),
            None => finding = finding.message("budget-missing.category"),
        }
        if let Some(rest) = paid.and_then(|channel| left_of(cx, activity, channel, &alone)) {
            let line = format!("budget {}", cx.money_as_source(rest));
            let title = Message::new("fix-add").with("line", line.as_str());
            finding = finding.fix_all(title, false, vec![edit::add_line(place, &line)]);
        }
        finding.emit();
    }
}

/// Tells together what runs on one channel of a phase that has a budget, and does not divide it: its money is planned, only
/// not to the end. What is left is told one by one.
fn tell_shared<'a>(
    cx: &Cx<'_>,
    sink: &mut Sink<'_>,
    lacking: Vec<&'a Activity>,
    example: &str,
) -> Vec<&'a Activity> {
    let mut by_channel: FxHashMap<Spot, Vec<&Activity>> = FxHashMap::default();
    for activity in &lacking {
        by_channel.entry((activity.phase, paid_channel(cx, activity))).or_default().push(activity);
    }
    let mut told = FxHashSet::default();
    for (id, phase) in cx.model.phases.iter() {
        for listed in phase.channels.iter().filter(|listed| listed.channel.target.is_some()) {
            let spot = (Some(id), listed.channel.target);
            let Some(shared) = by_channel.get(&spot).filter(|shared| shared.len() > 1) else { continue };
            let Some(budget) = nest::allowed(&listed.budget) else { continue };
            if !told.insert(spot) {
                continue;
            }
            sink.missing(listed.place)
                .message("budget-missing.shared")
                .with("names", short_list(shared.iter().map(|activity| activity.head.id.as_str())))
                .with("budget", cx.money(budget))
                .with("channel", cx.listed_name(listed).as_str())
                .with("phase", phase.head.id.as_str())
                .with("example", example)
                .emit();
        }
    }
    let is_told = |activity: &&Activity| told.contains(&(activity.phase, paid_channel(cx, activity)));
    lacking.into_iter().filter(|activity| !is_told(activity)).collect()
}

/// Whether an activity costs money and names none. What is finished is planned no more.
fn lacks(cx: &Cx<'_>, activity: &Activity) -> bool {
    let is_ads = activity.category.as_deref() == Some("ads");
    !activity.budget.is_written()
        && !activity.head.damaged()
        && activity.status.kind != StatusKind::Done
        && (is_ads || paid_channel(cx, activity).is_some())
}

/// The first paid channel that an activity gives a share to.
fn paid_channel(cx: &Cx<'_>, activity: &Activity) -> Option<Id<Channel>> {
    let shares = activity.channels.iter().filter(|share| share.share != Some(Decimal::ZERO));
    shares
        .filter_map(|share| share.channel.target)
        .find(|channel| cx.model[*channel].kind == Some(ChannelKind::Paid))
}

/// Whether any budget is written in the plan.
fn names_money(model: &Model) -> bool {
    let phases = model.phases.rows();
    model.plan.budget.is_written()
        || model.channels.rows().iter().any(|channel| channel.budget.is_written())
        || phases.iter().any(|phase| phase.budget.is_written())
        || phases.iter().flat_map(|phase| &phase.channels).any(|channel| channel.budget.is_written())
        || model.activities.rows().iter().any(|activity| activity.budget.is_written())
}

type Spot = (Option<Id<Phase>>, Option<Id<Channel>>);

/// How many of `lacking` stand in each phase on each channel, where that is their only one.
fn only_ones(lacking: &[&Activity]) -> FxHashMap<Spot, usize> {
    let mut counts = FxHashMap::default();
    for activity in lacking {
        for share in &activity.channels {
            *counts.entry((activity.phase, share.channel.target)).or_default() += 1;
        }
    }
    counts
}

/// What is left of the budget of the one channel of `activity` in its phase, where no other activity there waits for money.
fn left_of(
    cx: &Cx<'_>,
    activity: &Activity,
    channel: Id<Channel>,
    lacking: &FxHashMap<Spot, usize>,
) -> Option<Decimal> {
    let phase = activity.phase?;
    if activity.channels.len() != 1 || lacking.get(&(Some(phase), Some(channel))) != Some(&1) {
        return None;
    }
    let channels = &cx.model[phase].channels;
    let index = channels.iter().position(|listed| listed.channel.target == Some(channel))?;
    let whole = nest::allowed(&channels.get(index)?.budget)?;
    let shares = cx.phase_money(phase).on_channels;
    let rest = whole.checked_sub(nest::sum(shares.get(index)?))?;
    (rest > Decimal::ZERO).then_some(rest)
}
