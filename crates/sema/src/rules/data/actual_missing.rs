//! `data/actual-missing`

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use roadmap_diag::Message;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use crate::model::{Activity, Id, Kpi, KpiHome, Metric, Model, StatusKind};
use crate::rules::facts::source_amount;
use crate::rules::{Check, Cx, Item, Sink, edit, rhythm, rule};
use crate::value::DateRange;

rule!("data/actual-missing", "data-actual-missing", Warning, Check::Project(check), "actual_missing.md");

/// Formulas inside each other, at most.
const DEEPEST: usize = 8;

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let model = cx.model;
    if !cx.practices.data {
        return;
    }
    let latest = Latest::new(model);
    let end = edit::end_of_readings(model);
    let mut told: BTreeSet<(Id<Metric>, Option<u32>)> = BTreeSet::new();
    for id in model.kpis.ids() {
        let kpi = &model[id];
        let Some(metric) = kpi.metric.target else { continue };
        let activity = match kpi.home {
            KpiHome::Activity(activity) => Some(activity),
            _ => None,
        };
        if kpi.place.damaged || !is_asked(cx, id, &latest) {
            continue;
        }
        let Some((passed, before)) = checkpoints(cx, kpi) else { continue };
        let last = latest.of(metric, activity, DEEPEST);
        // A figure that several KPIs count on is missing once.
        if last.is_some_and(|day| day > before) || !told.insert((metric, activity.map(Id::raw))) {
            continue;
        }
        let row = &model[metric];
        let value = source_amount(Decimal::ZERO, row.unit);
        let by = activity.map(|activity| format!(" {{ by activity {} }}", model[activity].head.path));
        let line = format!("actual {} {} {value}{}", row.head.id, model.today, by.unwrap_or_default());
        let mut finding = sink
            .report(kpi.metric.span, kpi.place)
            .with("metric", row.head.id.as_str())
            .with("checkpoint", passed)
            .with("line", line.as_str())
            .with("has", if activity.is_some() { "activity" } else { "whole" })
            .with("name", activity.map_or("", |activity| model[activity].head.id.as_str()));
        finding = match last {
            Some(day) => finding.message("data-actual-missing").with("last", day),
            None => finding.message("data-actual-missing.never"),
        };
        if let Some((span, lead)) = end {
            let title = Message::new("fix-add").with("line", line.as_str());
            finding = finding.fix(title, false, span, format!("{lead}{line}"));
        }
        finding.emit();
    }
}

/// Whether the plan itself should hold readings of a KPI. Those of a source come from its file; an activity's are asked
/// for once the plan has readings by activity; and a goal on a figure that has never been read lacks a source.
fn is_asked(cx: &Cx<'_>, id: Id<Kpi>, latest: &Latest<'_>) -> bool {
    let kpi = &cx.model[id];
    let Some(metric) = kpi.metric.target else { return false };
    if cx.is_kpi_out_of_plan(id) {
        return false;
    }
    let (activity, is_closed) = match kpi.home {
        KpiHome::Activity(activity) => {
            let row = &cx.model[activity];
            // What waits for something without a date has not begun, as far as anybody can say.
            let waits = !row.after.is_empty() && row.dates.start.is_none();
            // What is said to be still to come has nothing to show.
            let is_to_come = row.status.kind == StatusKind::Planned && row.status.span.is_some();
            let is_closed = row.status.is_closed() || cx.is_in_cycle(Item::Activity(activity));
            (Some(activity), waits || is_to_come || is_closed)
        }
        KpiHome::Launch(launch) => (None, cx.model[launch].status.is_closed()),
        KpiHome::Script(script) => (None, cx.model[script].status.is_closed()),
        _ => (None, false),
    };
    let was_read = latest.of(metric, activity, DEEPEST).is_some();
    let from_source = latest.comes_from_source(metric, DEEPEST);
    let has_own = match kpi.home {
        KpiHome::Activity(_) => latest.any_by_activity,
        KpiHome::Goal(_) => false,
        _ => !from_source,
    };
    !is_closed && (was_read || (has_own && !from_source))
}

/// The last checkpoint of a KPI that has passed, and the one before it.
fn checkpoints(cx: &Cx<'_>, kpi: &Kpi) -> Option<(Date, Date)> {
    let (today, fiscal) = (cx.model.today, cx.model.plan.fiscal_year);
    let time = DateRange::new(kpi.start?, kpi.end?).filter(|time| time.contains(today))?;
    let rhythm = checkpoint_of(cx, kpi)?;
    let first_day = |day: Date| match rhythm {
        "weekly" => day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok(),
        "monthly" => Some(day.first_of_month()),
        _ => Some(rhythm::quarter_start(day, fiscal)),
    };
    let passed = first_day(today)?.yesterday().ok()?;
    let before = first_day(passed)?.yesterday().ok()?;
    // What has only just begun has nothing to show at its first checkpoint.
    let has_run = rhythm::days_between(time.start, passed) >= rhythm::half_days(rhythm);
    has_run.then_some((passed, before))
}

/// How often what a KPI stands in is looked at; none where nobody says so.
fn checkpoint_of<'a>(cx: &Cx<'a>, kpi: &Kpi) -> Option<&'a str> {
    let model = cx.model;
    let (own, phase) = match kpi.home {
        KpiHome::Activity(id) => (model[id].checkpoint.as_deref(), model[id].phase),
        KpiHome::Goal(id) => (None, model[id].phase),
        KpiHome::Phase(id) | KpiHome::Month(id, _) => (None, Some(id)),
        KpiHome::Launch(id) => (None, model[id].phase),
        KpiHome::Script(id) => (None, model[id].phase),
        KpiHome::Milestone(id) => (None, model[id].phase),
    };
    let of_phase = phase.and_then(|phase| model[phase].checkpoint.as_deref());
    own.or(of_phase).or(model.plan.checkpoint.as_deref())
}

/// The newest readings by what they measure.
struct Latest<'a> {
    model: &'a Model,
    days: FxHashMap<(Id<Metric>, Option<Id<Activity>>), Date>,
    any_by_activity: bool,
}

impl<'a> Latest<'a> {
    fn new(model: &'a Model) -> Self {
        let mut days: FxHashMap<_, Date> = FxHashMap::default();
        let mut any_by_activity = false;
        for actual in model.actuals.rows() {
            let (Some(metric), Some(start), Some(end)) = (actual.metric.target, actual.start, actual.end)
            else {
                continue;
            };
            let activities: Vec<_> = actual.by.iter().filter_map(|part| part.activity).collect();
            any_by_activity |= !activities.is_empty();
            if start > model.today {
                continue;
            }
            let day = end.min(model.today);
            // A part by activity says nothing of the whole; a part by channel is read together with the others.
            let scopes: Vec<_> = match activities.is_empty() {
                true => vec![None],
                false => activities.into_iter().map(Some).collect(),
            };
            for scope in scopes {
                let latest = days.entry((metric, scope)).or_insert(day);
                *latest = day.max(*latest);
            }
        }
        Self { model, days, any_by_activity }
    }

    /// The day of the newest reading of a metric: its own, else the oldest of those that its formula needs.
    fn of(&self, metric: Id<Metric>, activity: Option<Id<Activity>>, depth: usize) -> Option<Date> {
        if let Some(day) = self.days.get(&(metric, activity)) {
            return Some(*day);
        }
        let formula = self.model[metric].formula.as_ref()?;
        let depth = depth.checked_sub(1)?;
        let parts = formula.metrics.iter().map(|part| self.of(part.target?, activity, depth));
        parts.collect::<Option<Vec<_>>>()?.into_iter().min()
    }

    /// Whether a metric, or one that its formula needs, is read from a source.
    fn comes_from_source(&self, metric: Id<Metric>, depth: usize) -> bool {
        let row = &self.model[metric];
        if !row.from.is_empty() {
            return true;
        }
        let (Some(formula), Some(depth)) = (&row.formula, depth.checked_sub(1)) else { return false };
        formula.metrics.iter().filter_map(|part| part.target).any(|part| self.comes_from_source(part, depth))
    }
}
