//! KPIs: targets in the metric's unit, and the time they run.

use jiff::civil::Date;
use roadmap_diag::Span;
use roadmap_schema::Kind;
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::amounts::{InUnit, unit_shown};
use super::builder::Builder;
use super::view::View;
use crate::hir::{Amount, Comparison, Target, Value};
use crate::model::{
    Alert, AlertHome, Direction, Id, Kpi, KpiHome, KpiTarget, Metric, MetricUse, Ref, Unit, UnitProblem, Use,
};

/// What a target comes to.
#[derive(Default)]
struct Resolved {
    target: Option<KpiTarget>,
    baseline_missing: bool,
    unit_problem: Option<UnitProblem>,
}

impl<'h> Builder<'h> {
    /// The KPIs in the block of `view`, which belong to `home`.
    pub(super) fn kpis_in(&mut self, view: View<'h>, home: KpiHome) -> Vec<Id<Kpi>> {
        let children: Vec<_> = view.children_of("kpi").collect();
        children.into_iter().map(|child| self.kpi(child, home)).collect()
    }

    fn kpi(&mut self, view: View<'h>, home: KpiHome) -> Id<Kpi> {
        let metric: Use<Metric> = match Self::one_named(view, "metric") {
            Some((path, span)) => self.metric(&path, span),
            None => Ref { span: view.keyword_span(), target: None },
        };
        let value = view.value("target");
        let target_span = value.map(|value| view.span(value.range));
        let by = self.deadline(view, "date").map(|(date, _)| date);
        let declared = metric.target.and_then(|metric| self.model[metric].unit);
        let (unit, resolved) = match (value.map(|value| &value.value), target_span) {
            (Some(Value::Target(target)), Some(span)) => {
                let unit = declared.or_else(|| self.shown_unit(target));
                (unit, self.target(target, unit, metric.target, span, by.map(|by| by.value)))
            }
            _ => (declared, Resolved::default()),
        };
        let direction = match value.map(|value| &value.value) {
            Some(Value::Target(target)) => direction_of(target, resolved.target.as_ref()),
            _ => None,
        };
        let direction = direction.or_else(|| metric.target.and_then(|metric| self.model[metric].direction));
        let mut at = Vec::new();
        for child in view.children_of("at") {
            let (Some((date, _)), Some(value)) = (self.deadline(child, "date"), child.value("value")) else {
                continue;
            };
            let Value::Amount(amount) = value.value else { continue };
            let span = child.span(value.range);
            if let InUnit::Value(number) = self.in_unit(amount, unit, span, Some(date.value)) {
                at.push((date.value, number));
            }
        }
        at.sort_unstable();
        let drives = self.metrics_of(view, "drives");
        let leading = if view.has("leading") { Some(true) } else { view.has("lagging").then_some(false) };
        let weight = view.child("weight").and_then(|child| match child.value("share")?.value {
            Value::Amount(amount) => Some((child, amount.value)),
            _ => None,
        });
        let weight = weight.and_then(|(child, weight)| {
            let span = child.value("share").map_or(child.keyword_span(), |value| child.span(value.range));
            self.hundred(child, weight, span)
        });
        let owners = self.who_of(view, "owner");
        let extras = self.extras(view);
        self.unknown_properties(view, Kind::Kpi);
        let id = self.add_kpi(Kpi {
            place: view.place(),
            home,
            metric,
            target_span,
            target: resolved.target,
            unit_problem: resolved.unit_problem,
            baseline_missing: resolved.baseline_missing,
            per: view.word("period"),
            by,
            by_written: view.value("date").is_some(),
            start: None,
            end: None,
            direction,
            unit,
            curve: view.word_of("curve", "curve").unwrap_or(SmolStr::new_static("linear")),
            at,
            alerts: Vec::new(),
            drives,
            leading,
            weight,
            owners,
            extras,
        });
        let alerts = self.alerts_in(view, &AlertHome::Kpi(id));
        self.model.kpis.get_mut(id).alerts = alerts;
        id
    }

    fn shown_unit(&self, target: &Target) -> Option<Unit> {
        let plan = self.currency();
        match target {
            Target::Bare(amount) | Target::Compare(_, amount) => unit_shown(*amount, plan),
            Target::Band(from, to) | Target::Change(from, to) => {
                unit_shown(*from, plan).or_else(|| unit_shown(*to, plan))
            }
        }
    }

    fn target(
        &mut self,
        target: &Target,
        unit: Option<Unit>,
        metric: Option<Id<Metric>>,
        span: Span,
        day: Option<Date>,
    ) -> Resolved {
        let mut resolved = Resolved::default();
        let made = match *target {
            Target::Bare(amount) => {
                let down = metric.is_some_and(|metric| self.model[metric].direction == Some(Direction::Down));
                let comparison = if down { Comparison::AtMost } else { Comparison::AtLeast };
                self.absolute(amount, unit, span, day, &mut resolved).map(|value| plain(comparison, value))
            }
            Target::Compare(comparison, amount) => {
                self.absolute(amount, unit, span, day, &mut resolved).map(|value| plain(comparison, value))
            }
            Target::Band(from, to) => {
                let low = self.absolute(from, unit, span, day, &mut resolved);
                let high = self.absolute(to, unit, span, day, &mut resolved);
                low.zip(high).map(|(low, high)| KpiTarget {
                    upper: Some(low.max(high)),
                    ..plain(Comparison::AtLeast, low.min(high))
                })
            }
            Target::Change(from, to) => {
                let baseline = self.absolute(from, unit, span, day, &mut resolved);
                let reached =
                    baseline.and_then(|baseline| self.reached(baseline, to, unit, span, day, &mut resolved));
                baseline.zip(reached).map(|(baseline, (value, relative))| KpiTarget {
                    comparison: if value < baseline { Comparison::AtMost } else { Comparison::AtLeast },
                    baseline: Some(baseline),
                    value,
                    upper: None,
                    relative,
                })
            }
        };
        resolved.target = made;
        resolved
    }

    /// A number that stands for itself.
    fn absolute(
        &mut self,
        amount: Amount,
        unit: Option<Unit>,
        span: Span,
        day: Option<Date>,
        resolved: &mut Resolved,
    ) -> Option<Decimal> {
        match self.in_unit(amount, unit, span, day) {
            InUnit::Value(value) => Some(value),
            InUnit::Relative(_) | InUnit::Points(_) => {
                resolved.baseline_missing = true;
                None
            }
            InUnit::Other(found, fix) => {
                resolved.unit_problem = unit.map(|wanted| UnitProblem { span, found, wanted, fix });
                None
            }
            InUnit::Broken => None,
        }
    }

    /// The end of a change: `+30%` of 10% is 13%, `+3pp` is 13% as well. With the change as written, where relative.
    fn reached(
        &mut self,
        baseline: Decimal,
        to: Amount,
        unit: Option<Unit>,
        span: Span,
        day: Option<Date>,
        resolved: &mut Resolved,
    ) -> Option<(Decimal, Option<Decimal>)> {
        let reached = match self.in_unit(to, unit, span, day) {
            InUnit::Value(value) => return Some((value, None)),
            InUnit::Relative(percent) => Decimal::ONE_HUNDRED
                .checked_add(percent)
                .and_then(|factor| baseline.checked_mul(factor))
                .and_then(|value| value.checked_div(Decimal::ONE_HUNDRED))
                .map(|value| (value.normalize(), Some(percent))),
            InUnit::Points(points) => baseline.checked_add(points).map(|value| (value, None)),
            InUnit::Other(found, fix) => {
                resolved.unit_problem = unit.map(|wanted| UnitProblem { span, found, wanted, fix });
                return None;
            }
            InUnit::Broken => return None,
        };
        if reached.is_none() {
            self.overflow(span);
        }
        reached
    }

    /// When each KPI runs: from the start of what it stands in to `by`, else to that thing's deadline or end.
    pub(super) fn kpi_times(&mut self, kpis: impl Iterator<Item = Id<Kpi>>) {
        let period = self.model.plan.period.map(|period| period.value);
        for id in kpis {
            let model = &self.model;
            let phase_range = |phase: Option<Id<crate::model::Phase>>| {
                phase.and_then(|phase| model[phase].range).map(|range| range.value)
            };
            let (start, end) = match model[id].home {
                KpiHome::Goal(goal) => (phase_range(model[goal].phase).map(|range| range.start), None),
                KpiHome::Activity(activity) => {
                    let activity = &model[activity];
                    let phase = phase_range(activity.phase).map(|range| range.start);
                    let end = activity.deadline.map(|deadline| deadline.value).or(activity.dates.end);
                    (activity.dates.start.or(phase), end)
                }
                KpiHome::Phase(phase) => {
                    let range = phase_range(Some(phase));
                    (range.map(|range| range.start), range.map(|range| range.end))
                }
                KpiHome::Month(phase, index) => {
                    let range = model[phase].months.get(index).and_then(|month| month.range);
                    (range.map(|range| range.start), range.map(|range| range.end))
                }
                KpiHome::Launch(launch) => {
                    let launch = &model[launch];
                    (phase_range(launch.phase).map(|range| range.start), launch.date)
                }
                KpiHome::Script(script) => {
                    let script = &model[script];
                    let range = phase_range(script.phase);
                    (range.map(|range| range.start), range.map(|range| range.end))
                }
                KpiHome::Milestone(milestone) => {
                    let milestone = &model[milestone];
                    let start = phase_range(milestone.phase).map(|range| range.start);
                    (start, milestone.date.map(|date| date.value))
                }
            };
            let kpi = &model[id];
            let start = start.or(period.map(|period| period.start));
            let by = kpi.by.map(|by| by.value).or(end);
            let end = by.or(period.map(|period| period.end).filter(|_| !kpi.by_written));
            if (kpi.start, kpi.end) != (start, end) {
                let kpi = self.model.kpis.get_mut(id);
                (kpi.start, kpi.end) = (start, end);
            }
        }
    }

    /// The alerts in the block of `view`, which watch `home`.
    pub(super) fn alerts_in(&mut self, view: View<'h>, home: &AlertHome) -> Vec<Id<Alert>> {
        let children: Vec<_> = view.children_of("alert").collect();
        children.into_iter().map(|child| self.alert(child, home.clone())).collect()
    }

    /// One alert.
    pub(super) fn alert(&mut self, view: View<'h>, home: AlertHome) -> Id<Alert> {
        let when = view.value("condition").and_then(|value| match value.value {
            Value::Alert(when) => Some(when),
            _ => None,
        });
        let notify = self.who_of(view, "notify");
        let action = view.text_of("action");
        let level = view.word_of("level", "level").unwrap_or(SmolStr::new_static("warning"));
        let extras = self.extras(view);
        self.unknown_properties(view, Kind::Alert);
        let when_span = view.value("condition").map(|value| view.span(value.range));
        self.add_alert(Alert { place: view.place(), home, when, when_span, notify, level, action, extras })
    }

    /// An alert at the top level: it names a metric, or the budget; a metric of that name wins.
    pub(super) fn top_alert(&mut self, view: View<'h>) {
        let Some((path, span)) = Self::one_named(view, "what") else { return };
        let is_budget =
            matches!(&*path, [name] if name == "budget") && !self.names.metrics.contains_key("budget");
        let target = if is_budget {
            Some(MetricUse::Budget)
        } else {
            self.metric(&path, span).target.map(MetricUse::Metric)
        };
        self.alert(view, AlertHome::Named(Ref { span, target }));
    }
}

fn plain(comparison: Comparison, value: Decimal) -> KpiTarget {
    KpiTarget { comparison, baseline: None, value, upper: None, relative: None }
}

/// The direction that a target itself shows.
fn direction_of(target: &Target, resolved: Option<&KpiTarget>) -> Option<Direction> {
    match target {
        Target::Bare(_) => None,
        Target::Band(..) => Some(Direction::Band),
        Target::Compare(Comparison::AtLeast | Comparison::More, _) => Some(Direction::Up),
        Target::Compare(Comparison::AtMost | Comparison::Less, _) => Some(Direction::Down),
        Target::Compare(Comparison::Equal | Comparison::NotEqual, _) => Some(Direction::Band),
        Target::Change(..) => {
            let target = resolved?;
            match target.value.cmp(&target.baseline?) {
                std::cmp::Ordering::Greater => Some(Direction::Up),
                std::cmp::Ordering::Less => Some(Direction::Down),
                std::cmp::Ordering::Equal => None,
            }
        }
    }
}
