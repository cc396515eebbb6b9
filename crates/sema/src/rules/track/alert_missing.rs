//! `track/alert-missing`

use roadmap_diag::{Arg, Message};
use rustc_hash::FxHashSet;

use crate::model::{AlertHome, Id, Kpi, KpiHome, Metric, MetricUse};
use crate::rules::facts::metric_list;
use crate::rules::{Check, Cx, Sink, edit, rule};

rule!("track/alert-missing", "track-alert-missing", Hint, Check::Project(check), "alert_missing.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let model = cx.model;
    if !cx.practices.data || !cx.practices.alerts {
        return;
    }
    let named = model.alerts.rows().iter().filter_map(|alert| match &alert.home {
        AlertHome::Named(named) => Some(named.target),
        AlertHome::Kpi(_) => None,
    });
    // An alert on a name that nobody knows may be meant for any.
    let mut watched: FxHashSet<Id<Metric>> = FxHashSet::default();
    for target in named {
        match target {
            Some(MetricUse::Metric(metric)) => drop(watched.insert(metric)),
            Some(MetricUse::Budget) => {}
            None => return,
        }
    }
    for goal in model.goals.ids() {
        let unwatched: Vec<Id<Kpi>> = cx
            .kpis_of(KpiHome::Goal(goal))
            .iter()
            .copied()
            .filter(|kpi| is_running(cx, *kpi) && cx.is_outcome(*kpi))
            .filter(|kpi| {
                let metric = model[*kpi].metric.target;
                model[*kpi].alerts.is_empty() && metric.is_none_or(|metric| !watched.contains(&metric))
            })
            .collect();
        let (Some(first), Some(place)) = (unwatched.first(), model[goal].head.place) else { continue };
        let kpi = &model[*first];
        if place.damaged || kpi.place.damaged {
            continue;
        }
        let metrics = unwatched.iter().filter_map(|kpi| cx.metric_of(*kpi));
        let metrics: Vec<&str> = metrics.map(|metric| metric.head.id.as_str()).collect();
        let line = format!("alert behind {}%", cx.settings.limits.off_pace_percent);
        let mut finding = sink
            .report(kpi.metric.span, kpi.place)
            .with("goal", model[goal].head.id.as_str())
            .with("metrics", metric_list(&metrics))
            .with("line", Arg::from(line.as_str()));
        // A band has no pace to be behind.
        if kpi.target.is_some_and(|target| target.upper.is_none()) && unwatched.len() == 1 {
            let title = Message::new("fix-add").with("line", line.as_str());
            finding = finding.fix_all(title, false, vec![edit::add_line(kpi.place, &line)]);
        }
        finding.emit();
    }
}

/// Whether a KPI is being worked for today: what is over or still to come needs no alarm.
fn is_running(cx: &Cx<'_>, kpi: Id<Kpi>) -> bool {
    let (kpi, today) = (&cx.model[kpi], cx.model.today);
    kpi.start.is_some_and(|start| start <= today) && kpi.end.is_some_and(|end| today <= end)
}
