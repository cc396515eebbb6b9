//! `kpi/churn`

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::history::KpiChanges;
use crate::model::{Id, Kpi, KpiHome, Metric, Phase};
use crate::rules::{Check, Cx, Sink, rule};
use crate::value::DateRange;

rule!("kpi/churn", "kpi-churn", Hint, Check::Project(check), "churn.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let model = cx.model;
    let noted = Noted::new(cx);
    if cx.history.is_none() && noted.days.is_empty() {
        return;
    }
    // What lies behind cannot be kept calm any more, and what is to come is still being planned.
    let phases = model.phases.ids().filter(|phase| model[*phase].range.is_some());
    let current: Vec<Id<Phase>> = phases.filter(|phase| contains_today(cx, *phase)).collect();
    for home in homes(cx) {
        let Some((path, phase)) = path_and_phase(cx, home) else { continue };
        let kpis = cx.kpis_of(home);
        let history = by_metric(cx.history.map(|history| history.changes(path)).unwrap_or_default());
        // Of several KPIs on one metric, each is its own.
        let mut seen: FxHashMap<Option<Id<Metric>>, usize> = FxHashMap::default();
        for kpi in kpis {
            let place = seen.entry(model[*kpi].metric.target).or_default();
            let nth = std::mem::replace(place, *place + 1);
            if model[*kpi].place.damaged || cx.is_kpi_out_of_plan(*kpi) {
                continue;
            }
            let by_history = days_of(cx, *kpi, nth, &history);
            let by_reviews = noted.of(cx, path, *kpi, (nth, kpis.len()));
            let within = |phase: Id<Phase>| {
                let range = model[phase].range.map(|range| range.value);
                let count = |days: &[Date]| inside(days, range);
                // The same change may be in both: the longer list has them all.
                [count(by_history), count(&by_reviews)]
                    .into_iter()
                    .max_by_key(Vec::len)
                    .map(|days| (phase, days))
            };
            let phases = current.iter().copied().filter(|current| phase.is_none_or(|own| own == *current));
            let Some((phase, days)) = phases.filter_map(within).max_by_key(|(_, days)| days.len()) else {
                continue;
            };
            report(cx, *kpi, phase, &days, sink);
        }
    }
}

fn report(cx: &Cx<'_>, id: Id<Kpi>, phase: Id<Phase>, days: &[Date], sink: &mut Sink<'_>) {
    let limit = cx.settings.limits.kpi_changes;
    if days.len() <= usize::try_from(limit).unwrap_or(usize::MAX) {
        return;
    }
    let (kpi, model) = (&cx.model[id], cx.model);
    let Some((owner, _)) = path_and_phase(cx, kpi.home) else { return };
    let metric = cx.metric_of(id).map_or("", |metric| metric.head.id.as_str());
    let Some(last) = days.last() else { return };
    sink.report(kpi.target_span.unwrap_or(kpi.place.keyword), kpi.place)
        .with("metric", metric)
        .with("owner", owner.as_str())
        .with("phase", model[phase].head.id.as_str())
        .with("count", days.len())
        .with("date", *last)
        .with("limit", i64::from(limit))
        .emit();
}

fn contains_today(cx: &Cx<'_>, phase: Id<Phase>) -> bool {
    cx.model[phase].range.is_some_and(|range| range.value.contains(cx.model.today))
}

/// What has KPIs and a path by which the past knows it.
fn homes(cx: &Cx<'_>) -> Vec<KpiHome> {
    let mut homes: Vec<KpiHome> = Vec::new();
    for kpi in cx.model.kpis.rows() {
        if !matches!(kpi.home, KpiHome::Month(..)) && homes.last() != Some(&kpi.home) {
            homes.push(kpi.home);
        }
    }
    homes
}

/// The path of what a KPI belongs to, and its phase, where it has one.
fn path_and_phase<'a>(cx: &Cx<'a>, home: KpiHome) -> Option<(&'a SmolStr, Option<Id<Phase>>)> {
    let model = cx.model;
    Some(match home {
        KpiHome::Goal(id) => (&model[id].head.path, model[id].phase),
        KpiHome::Activity(id) => (&model[id].head.path, model[id].phase),
        KpiHome::Phase(id) => (&model[id].head.path, Some(id)),
        KpiHome::Launch(id) => (&model[id].head.path, model[id].phase),
        KpiHome::Script(id) => (&model[id].head.path, model[id].phase),
        KpiHome::Milestone(id) => (&model[id].head.path, model[id].phase),
        KpiHome::Month(..) => return None,
    })
}

/// The changes of an item's KPIs by their metric, in their order.
fn by_metric(changes: Vec<KpiChanges>) -> FxHashMap<SmolStr, Vec<Vec<Date>>> {
    let mut by_metric: FxHashMap<SmolStr, Vec<Vec<Date>>> = FxHashMap::default();
    for KpiChanges { metric, days } in changes {
        by_metric.entry(metric).or_default().push(days);
    }
    by_metric
}

/// The days on which a KPI was changed, by the past: the `nth` on its metric.
fn days_of<'h>(
    cx: &Cx<'_>,
    kpi: Id<Kpi>,
    nth: usize,
    history: &'h FxHashMap<SmolStr, Vec<Vec<Date>>>,
) -> &'h [Date] {
    let days = cx.metric_of(kpi).and_then(|metric| history.get(&metric.head.id)?.get(nth));
    days.map(Vec::as_slice).unwrap_or_default()
}

fn inside(days: &[Date], range: Option<DateRange>) -> Vec<Date> {
    days.iter().copied().filter(|day| range.is_some_and(|range| range.contains(*day))).collect()
}

/// Changes of KPIs as reviews have noted them: `changes pipeline.leads 5_000 -> 4_000`, or `pipeline.kpi` where it has one.
struct Noted {
    days: FxHashMap<SmolStr, Vec<Date>>,
}

impl Noted {
    fn new(cx: &Cx<'_>) -> Self {
        let mut days: FxHashMap<SmolStr, Vec<Date>> = FxHashMap::default();
        for review in cx.model.reviews.rows() {
            let Some(day) = review.date.filter(|day| *day <= cx.model.today) else { continue };
            for change in &review.changes {
                days.entry(change.property.clone()).or_default().push(day);
            }
        }
        for days in days.values_mut() {
            days.sort_unstable();
            days.dedup();
        }
        Self { days }
    }

    /// What is noted of a KPI, by its metric or, where it is the only one, as `kpi`: the `nth` on its metric, of `all`.
    fn of(&self, cx: &Cx<'_>, path: &str, kpi: Id<Kpi>, (nth, all): (usize, usize)) -> Vec<Date> {
        if self.days.is_empty() {
            return Vec::new();
        }
        let metric = cx.metric_of(kpi).filter(|_| nth == 0).map(|metric| metric.head.id.as_str());
        let names = metric.into_iter().chain((all == 1).then_some("kpi"));
        // An item may be named with its phase or without it.
        let short = path.rsplit('.').next().filter(|short| *short != path);
        let mut days: Vec<Date> = Vec::new();
        for name in names {
            for item in [Some(path), short].into_iter().flatten() {
                days.extend(self.days.get(format!("{item}.{name}").as_str()).into_iter().flatten());
            }
        }
        days.sort_unstable();
        days.dedup();
        days
    }
}
