//! `track/off-pace`

use std::collections::BTreeSet;

use roadmap_diag::{Arg, Message};
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::hir::AlertWhen;
use crate::model::{Alert, AlertHome, Id, Kpi, KpiHome, Metric, MetricUse, Model};
use crate::rules::facts::amount;
use crate::rules::{Check, Cx, Item, Sink, rule};
use crate::track::{self, KpiState, KpiTrack};

rule!("track/off-pace", "track-off-pace", Warning, Check::Project(check), "off_pace.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let model = cx.model;
    // Nothing is measured where nothing is read.
    if model.actuals.is_empty() {
        return;
    }
    let tracks = track::kpis(model, &cx.settings.limits);
    let tolerance = Tolerance::new(model);
    let late =
        tracks.iter().zip(model.kpis.ids()).filter(|(track, kpi)| is_late(cx, &tolerance, *kpi, track));
    let late: Vec<(&KpiTrack, Id<Kpi>)> = late.collect();
    // A figure that is behind is one thing, however many count on it: the goals are told.
    let of_goals: BTreeSet<Id<Metric>> = late
        .iter()
        .filter(|(_, kpi)| matches!(model[*kpi].home, KpiHome::Goal(_)))
        .filter_map(|(_, kpi)| model[*kpi].metric.target)
        .collect();
    for (track, id) in late {
        let kpi = &model[id];
        let is_told = match kpi.home {
            KpiHome::Goal(_) | KpiHome::Activity(_) => true,
            _ => kpi.metric.target.is_none_or(|metric| !of_goals.contains(&metric)),
        };
        if is_told {
            report(cx, kpi, track, sink);
        }
    }
}

/// Whether a KPI that can still be reached has fallen behind.
fn is_late(cx: &Cx<'_>, tolerance: &Tolerance, id: Id<Kpi>, track: &KpiTrack) -> bool {
    let kpi = &cx.model[id];
    let is_over = match kpi.home {
        KpiHome::Activity(activity) => {
            let item = Item::Activity(activity);
            let activity = &cx.model[activity];
            let late = activity.deadline.is_some_and(|deadline| deadline.value < cx.model.today);
            activity.status.is_closed() || late || cx.is_in_cycle(item)
        }
        KpiHome::Launch(launch) => cx.model[launch].status.is_closed(),
        KpiHome::Script(script) => cx.model[script].status.is_closed(),
        _ => false,
    };
    track.state == KpiState::OffPace
        && !is_over
        && !cx.is_kpi_out_of_plan(id)
        && !kpi.place.damaged
        && tolerance.of(cx.model, kpi).zip(gap(track)).is_none_or(|(allowed, gap)| gap > allowed)
}

/// By how much the team itself has said that it lets figures fall behind: the widest `alert behind` of each.
struct Tolerance {
    of_metrics: FxHashMap<Id<Metric>, Decimal>,
}

impl Tolerance {
    fn new(model: &Model) -> Self {
        let mut of_metrics: FxHashMap<Id<Metric>, Decimal> = FxHashMap::default();
        for alert in model.alerts.rows() {
            if let (AlertHome::Named(named), Some(percent)) = (&alert.home, behind(alert))
                && let Some(MetricUse::Metric(metric)) = named.target
            {
                let widest = of_metrics.entry(metric).or_default();
                *widest = percent.max(*widest);
            }
        }
        Self { of_metrics }
    }

    fn of(&self, model: &Model, kpi: &Kpi) -> Option<Decimal> {
        let own = kpi.alerts.iter().filter_map(|alert| behind(&model[*alert])).max();
        own.or_else(|| self.of_metrics.get(&kpi.metric.target?).copied())
    }
}

fn behind(alert: &Alert) -> Option<Decimal> {
    match alert.when {
        Some(AlertWhen::Behind(percent)) => Some(percent),
        _ => None,
    }
}

/// How far the reading is from what was planned, in percent of it.
fn gap(track: &KpiTrack) -> Option<Decimal> {
    let (difference, expected) = (track.difference?, track.expected?);
    difference.abs().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(expected.abs())
}

fn report(cx: &Cx<'_>, kpi: &Kpi, track: &KpiTrack, sink: &mut Sink<'_>) {
    let (Some((value, day)), Some(metric)) = (track.current, kpi.metric.target) else { return };
    let metric = &cx.model[metric];
    let span = kpi.target_span.unwrap_or(kpi.place.keyword);
    let target = kpi.target.map_or(Decimal::ZERO, |target| target.value);
    let finding = sink
        .report(span, kpi.place)
        .with("metric", metric.head.id.as_str())
        .with("owner", owner(cx, kpi))
        .with("day", day)
        .with("value", amount(value, kpi.unit))
        .with("low", amount(target, kpi.unit));
    let upper = kpi.target.and_then(|target| target.upper);
    match (track.expected, gap(track), upper) {
        (_, _, Some(upper)) => {
            finding.message("track-off-pace.band").with("high", amount(upper, kpi.unit)).emit();
        }
        (Some(expected), Some(gap), _) => {
            let message = if value < expected { "track-off-pace" } else { "track-off-pace.above" };
            // A planned value is a point on a line; nobody plans parts of a lead.
            let places = if expected.abs() < Decimal::ONE_HUNDRED { 1 } else { 0 };
            finding
                .message(message)
                .with("planned", amount(expected.round_dp(places).normalize(), kpi.unit))
                .with("gap", Arg::Percent(gap.round_dp(0).normalize()))
                .emit();
        }
        _ => finding.message("track-off-pace.nothing").emit(),
    }
}

/// Whose KPI it is.
fn owner(cx: &Cx<'_>, kpi: &Kpi) -> Message {
    let model = cx.model;
    let named = |id: &'static str, name: &str| Message::new(id).with("name", name);
    match kpi.home {
        KpiHome::Goal(id) => named("track-off-pace.of-goal", &model[id].head.id),
        KpiHome::Activity(id) => named("track-off-pace.of-item", &model[id].head.id),
        KpiHome::Phase(id) | KpiHome::Month(id, _) => named("track-off-pace.of-phase", &model[id].head.id),
        KpiHome::Launch(id) => named("track-off-pace.of-item", &model[id].head.id),
        KpiHome::Script(id) => named("track-off-pace.of-item", &model[id].head.id),
        KpiHome::Milestone(id) => named("track-off-pace.of-item", &model[id].head.id),
    }
}
