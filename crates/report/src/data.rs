//! Alerts, figures and their sources, and what the plan says of itself.

use std::collections::BTreeMap;

use roadmap_api::{Actual, Alert, AlertKind, Cadence, CadenceUnit, Dimension, Severity};
use roadmap_diag::Message;

use crate::context::{Context, day, number};
use crate::html::goals::approvals;

/// An alert and the metric that it watches.
pub(crate) struct Watch<'a> {
    pub(crate) alert: &'a Alert,
    /// The metric's name, or that of the budget.
    pub(crate) title: String,
    /// What it belongs to, where that is a goal.
    pub(crate) goal: Option<&'a str>,
}

/// All alerts: those that hold today first, then in the order of the text.
pub(crate) fn alerts<'a>(context: &Context<'a>) -> Vec<Watch<'a>> {
    let report = context.report;
    let metric = |id: Option<&String>| match id {
        Some(id) => report
            .metrics
            .iter()
            .find(|metric| metric.id == *id)
            .map_or_else(|| id.clone(), |metric| metric.title.clone()),
        None => context.word("report-budget"),
    };
    let top =
        report.alerts.iter().map(|alert| Watch { alert, title: metric(alert.metric.as_ref()), goal: None });
    let of_goals = report.goals.iter().flat_map(|goal| {
        goal.kpis.iter().flat_map(move |kpi| {
            kpi.alerts.iter().map(move |alert| Watch {
                alert,
                title: kpi.title.clone(),
                goal: Some(goal.title.as_str()),
            })
        })
    });
    let phases = report.phases.iter().flat_map(|row| &row.kpis);
    let activities = report.activities.iter().flat_map(|row| &row.kpis);
    let others = phases
        .chain(activities)
        .flat_map(|kpi| kpi.alerts.iter().map(|alert| Watch { alert, title: kpi.title.clone(), goal: None }));
    let mut all: Vec<_> = top.chain(of_goals).chain(others).collect();
    all.sort_by_key(|watch| (watch.alert.active != Some(true), severity_rank(watch.alert.level)));
    all
}

fn severity_rank(level: Severity) -> u8 {
    match level {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Hint => 2,
    }
}

/// The finding above the alerts.
pub(crate) fn alerts_heading(context: &Context<'_>, watches: &[Watch<'_>]) -> String {
    match watches.iter().filter(|watch| watch.alert.active == Some(true)).count() {
        0 => context.with("report-alerts-quiet", "total", watches.len()),
        count => context
            .say(&Message::new("report-alerts-active").with("count", count).with("total", watches.len())),
    }
}

/// What an alert waits for, in words.
pub(crate) fn condition(context: &Context<'_>, alert: &Alert) -> String {
    let bound = alert.threshold.as_ref().and_then(number);
    match (alert.kind, bound) {
        (AlertKind::Behind, Some(bound)) => {
            context.with("report-alert-behind", "value", context.percent(bound, 1))
        }
        (AlertKind::Stale, Some(bound)) => {
            context.with("report-alert-stale", "days", context.decimal(bound, 0))
        }
        (AlertKind::Anomaly, _) => context.word("report-alert-anomaly"),
        _ => alert.condition.clone(),
    }
}

/// The last reading in the text of each metric and what it is restricted to, in the order of the text.
pub(crate) fn readings<'a>(context: &Context<'a>) -> Vec<&'a Actual> {
    let mut latest: Vec<&Actual> = Vec::new();
    let mut places = BTreeMap::new();
    let by_today = |actual: &&Actual| match (day(&actual.period.end), context.today) {
        (Some(end), Some(today)) => end <= today,
        _ => true,
    };
    for actual in context.report.actuals.iter().filter(by_today) {
        let by: Vec<_> = actual.by.iter().map(|by| (by.dimension, by.value.as_str())).collect();
        let place = *places.entry((actual.metric.as_str(), by)).or_insert(latest.len());
        match latest.get_mut(place) {
            Some(known) if known.period.end <= actual.period.end => *known = actual,
            Some(_) => {}
            None => latest.push(actual),
        }
    }
    latest
}

/// What a reading is of: the metric's name, and what it is restricted to.
pub(crate) fn subject(context: &Context<'_>, actual: &Actual) -> String {
    let metric = context.report.metrics.iter().find(|metric| metric.id == actual.metric);
    let title = metric.map_or(actual.metric.as_str(), |metric| metric.title.as_str());
    let by = actual.by.iter().map(|by| match by.dimension {
        Dimension::Channel => context.channel(&by.value).to_owned(),
        _ => context.title(&by.value).to_owned(),
    });
    let by: Vec<_> = by.collect();
    if by.is_empty() { title.to_owned() } else { format!("{title}, {}", by.join(", ")) }
}

/// The figure with its unit.
pub(crate) fn figure(context: &Context<'_>, actual: &Actual) -> String {
    number(&actual.value).map_or_else(|| actual.value.0.clone(), |value| context.figure(value, &actual.unit))
}

/// The day or the days that a reading is for.
pub(crate) fn days(context: &Context<'_>, actual: &Actual) -> String {
    let (start, end) = (&actual.period.start, &actual.period.end);
    if start == end { context.day(end) } else { format!("{} – {}", context.day(start), context.day(end)) }
}

/// The finding above the figures: how many stand in the text, and how new the newest is.
pub(crate) fn figures_heading(context: &Context<'_>, readings: &[&Actual]) -> String {
    match readings.iter().map(|actual| &actual.period.end).max() {
        Some(day) => context.say(
            &Message::new("report-figures-count")
                .with("count", context.report.actuals.len())
                .with("date", context.day(day)),
        ),
        None => context.word("report-figures-none"),
    }
}

/// A source in a line: its name and kind, where it is, and how new.
pub(crate) fn sources(context: &Context<'_>) -> Vec<String> {
    let line = |source: &roadmap_api::DataSource| {
        let latest = source.latest.as_ref();
        let latest =
            latest.map(|day| format!(", {}", context.with("report-kpi-read", "date", context.day(day))));
        format!("{} ({}: {}{})", source.id, source.kind, source.location, latest.unwrap_or_default())
    };
    context.report.sources.iter().map(line).collect()
}

/// Pairs of a label and a text about the plan itself.
pub(crate) fn about(context: &Context<'_>) -> Vec<(String, String)> {
    let report = context.report;
    let plan = &report.plan;
    let mut out = Vec::new();
    let mut add = |label: &'static str, text: String| {
        if !text.is_empty() {
            out.push((context.word(label), text));
        }
    };
    add("report-about-positioning", plan.positioning.clone().unwrap_or_default());
    add("report-about-approved", approvals(context, &plan.approvals));
    let cadences: Vec<_> = plan.cadence.iter().map(|cadence| self::cadence(context, cadence)).collect();
    add("report-about-reviews", cadences.join(", "));
    let segments: Vec<_> = report.segments.iter().map(|segment| segment.title.clone()).collect();
    add("report-about-segments", segments.join(", "));
    let products: Vec<_> = report.products.iter().map(|product| product.title.clone()).collect();
    add("report-about-products", products.join(", "));
    for qualify in &report.qualify {
        out.push((qualify.stage.to_uppercase(), qualify.criteria.clone()));
    }
    for (name, text) in crate::fields::values(context, roadmap_api::ItemKind::Roadmap, &plan.extra) {
        out.push((name, text));
    }
    out
}

fn cadence(context: &Context<'_>, cadence: &Cadence) -> String {
    let name = crate::label::review(context, cadence.every);
    let weekday = |on: &str| {
        Some(context.word(match on {
            "mon" => "report-weekday-1",
            "tue" => "report-weekday-2",
            "wed" => "report-weekday-3",
            "thu" => "report-weekday-4",
            "fri" => "report-weekday-5",
            "sat" => "report-weekday-6",
            "sun" => "report-weekday-7",
            _ => return None,
        }))
    };
    match (cadence.every, cadence.on.as_deref()) {
        (CadenceUnit::Monthly, Some(on)) => {
            format!("{name} ({})", context.with("report-day-of-month", "day", on))
        }
        (_, Some(on)) => weekday(on).map_or_else(|| name.clone(), |day| format!("{name} ({day})")),
        _ => name,
    }
}
