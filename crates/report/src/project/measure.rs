//! What is measured: metrics, sources, calendars, readings and alerts.

use jiff::civil::Date;
use roadmap_api as api;
use roadmap_diag::{Message, render};
use roadmap_sema::calendar::BuiltIn;
use roadmap_sema::hir::{AlertWhen, Comparison, When};
use roadmap_sema::model::{Alert, AlertHome, Direction, Id, Metric, MetricKind, MetricUse, SourceColumn};
use roadmap_sema::value::{DateRange, DurationUnit};

use super::{Mapper, day, number, range, text, unit};

impl Mapper<'_> {
    pub(super) fn metric_id(&self, id: Id<Metric>) -> String {
        self.model[id].head.id.to_string()
    }

    /// Declared ones in the order of the text, then built-in ones that the plan uses, by identifier.
    pub(super) fn metrics(&self) -> Vec<api::Metric> {
        let used = self.used_metrics();
        let (mut declared, mut built_in) = (Vec::new(), Vec::new());
        for (id, metric) in self.model.metrics.iter().filter(|(id, _)| used.contains(&id.raw())) {
            let made = self.metric(id, metric);
            if made.built_in { built_in.push(made) } else { declared.push(made) }
        }
        built_in.sort_by(|left: &api::Metric, right| left.id.cmp(&right.id));
        declared.extend(built_in);
        declared
    }

    fn metric(&self, id: Id<Metric>, metric: &Metric) -> api::Metric {
        let column =
            |column: &SourceColumn| format!("{}.{}", self.model[column.source].head.id, column.column);
        api::Metric {
            id: metric.head.id.to_string(),
            title: metric.head.title.to_string(),
            built_in: metric.head.place.is_none(),
            unit: unit(metric.unit),
            kind: metric.kind.map_or(api::MetricKind::Outcome, metric_kind),
            direction: metric.direction.map_or(api::Direction::Up, direction),
            aggregate: match metric.aggregate.as_str() {
                "last" => api::Aggregate::Last,
                "average" => api::Aggregate::Average,
                _ => api::Aggregate::Sum,
            },
            formula: metric.formula.as_ref().map(|formula| formula.formula.text.to_string()),
            from: metric.from.iter().map(|from| self.named(from, column)).collect(),
            by: metric.by.iter().map(|word| dimension(word)).collect(),
            drives: metric
                .drives
                .iter()
                .filter_map(|metric| metric.target)
                .map(|id| self.metric_id(id))
                .collect(),
            quality: text(&metric.quality),
            reading: self.latest_reading(id),
            extra: self.extra_of(&metric.head),
        }
    }

    /// The last undivided reading on or before today.
    fn latest_reading(&self, metric: Id<Metric>) -> Option<api::Reading> {
        let actual = &self.model[self.links.latest(metric)?];
        Some(api::Reading {
            value: number(actual.value?),
            day: day(actual.end?),
            from: text(&actual.source),
            source: self.place(Some(actual.place)),
        })
    }

    pub(super) fn sources(&self) -> Vec<api::DataSource> {
        let source = |row: &roadmap_sema::model::Source| {
            let filters: Vec<String> = row
                .filters
                .iter()
                .map(|(column, operator, value)| {
                    format!("\"{column}\" {operator} \"{}\"", self.scalar(value))
                })
                .collect();
            let columns = row
                .columns
                .iter()
                .map(|(name, column)| api::ColumnMap { name: name.to_string(), column: column.to_string() });
            api::DataSource {
                id: row.head.id.to_string(),
                kind: row.kind.to_string(),
                location: row.location.to_string(),
                date: text(&row.date_column),
                columns: columns.collect(),
                filter: (!filters.is_empty()).then(|| filters.join(" and ")),
                decimal: Some(row.decimal.to_string()),
                timezone: text(&row.timezone),
                refresh: text(&row.refresh),
                latest: row.as_of.map(day),
                extra: self.extra_of(&row.head),
            }
        };
        self.model.sources.rows().iter().map(source).collect()
    }

    /// The calendar that the plan uses, with its holidays; others that are declared, with their own.
    pub(super) fn calendars(&self) -> Vec<api::Calendar> {
        let plan = &self.model.plan;
        let declared = self.model.calendars.rows().iter().map(|row| {
            let used = row.head.id == plan.calendar;
            let own = row.holidays.iter().map(|(days, name)| api::Holiday {
                name: text(name),
                period: range(*days),
                kind: api::HolidayKind::Company,
            });
            api::Calendar {
                id: row.head.id.to_string(),
                title: row.head.title_span.map(|_| row.head.title.to_string()),
                built_in: false,
                like: text(&row.like),
                weekend: row.weekend.as_deref().map(super::plan::weekdays).unwrap_or_default(),
                holidays: if used { self.holidays() } else { own.collect() },
                workdays: row.workdays.iter().map(|(days, _)| range(*days)).collect(),
                extra: self.extra_of(&row.head),
            }
        });
        let mut calendars: Vec<api::Calendar> = declared.collect();
        if let Some(built_in) = BuiltIn::parse(&plan.calendar)
            .filter(|_| calendars.iter().all(|c| c.id != plan.calendar.as_str()))
        {
            let weekend = if built_in == BuiltIn::None { Vec::new() } else { super::plan::weekdays(&[5, 6]) };
            calendars.push(api::Calendar {
                id: plan.calendar.to_string(),
                built_in: true,
                weekend,
                holidays: self.holidays(),
                ..api::Calendar::default()
            });
        }
        calendars
    }

    /// The holidays of the plan's calendar inside its period.
    fn holidays(&self) -> Vec<api::Holiday> {
        let Some(period) = self.model.plan.period.map(|period| period.value) else { return Vec::new() };
        let holidays = self.model.calendar.holidays_in(period);
        holidays.map(|(days, name)| self.holiday(days, name)).collect()
    }

    fn holiday(&self, days: DateRange, name: &Message) -> api::Holiday {
        let kind = match name.id {
            "value-holiday-tet" => api::HolidayKind::Tet,
            "verbatim" => api::HolidayKind::Company,
            _ => api::HolidayKind::Public,
        };
        api::Holiday { name: Some(render(name, self.source.locale)), period: range(days), kind }
    }

    pub(super) fn actuals(&self) -> Vec<api::Actual> {
        let actual = |row: &roadmap_sema::model::Actual| {
            let (start, end): (Date, Date) = (row.start?, row.end?);
            let metric = row.metric.target;
            Some(api::Actual {
                metric: self.named(&row.metric, |id| self.metric_id(*id)),
                period: range(DateRange { start, end }),
                is_period: !matches!(row.when, Some(When::Day(_))),
                value: number(row.value?),
                unit: unit(metric.and_then(|metric| self.model[metric].unit)),
                by: row
                    .by
                    .iter()
                    .map(|by| api::DimensionValue {
                        dimension: dimension(&by.dimension),
                        value: by
                            .activity
                            .map_or_else(|| by.name.to_string(), |id| self.model[id].head.path.to_string()),
                    })
                    .collect(),
                from: text(&row.source),
                extra: self.extra(Some(row.place), &row.extras),
            })
        };
        self.model.actuals.rows().iter().filter_map(actual).collect()
    }

    /// Alerts of the top level and of metrics; those of KPIs stand with their KPI.
    pub(super) fn top_alerts(&self) -> Vec<api::Alert> {
        let alerts = self.model.alerts.rows().iter();
        alerts
            .filter(|alert| matches!(alert.home, AlertHome::Named(_)))
            .filter_map(|alert| self.alert(alert))
            .collect()
    }

    pub(super) fn alert(&self, alert: &Alert) -> Option<api::Alert> {
        let metric = match &alert.home {
            AlertHome::Kpi(kpi) => Some(self.named(&self.model[*kpi].metric, |id| self.metric_id(*id))),
            AlertHome::Named(what) => match what.target {
                Some(MetricUse::Budget) => None,
                Some(MetricUse::Metric(id)) => Some(self.metric_id(id)),
                None => Some(self.source.places.text(what.span).to_owned()),
            },
        };
        let (kind, threshold) = match alert.when? {
            AlertWhen::Behind(percent) => (api::AlertKind::Behind, Some(number(percent))),
            AlertWhen::Over(percent) => (api::AlertKind::Above, Some(number(percent))),
            AlertWhen::Anomaly => (api::AlertKind::Anomaly, None),
            AlertWhen::Stale(wait) => {
                let days = match wait.unit {
                    DurationUnit::Weeks => 7,
                    DurationUnit::Months => 30,
                    DurationUnit::Days | DurationUnit::WorkingDays => 1,
                };
                (api::AlertKind::Stale, Some(api::Number::new(u64::from(wait.count) * days)))
            }
            AlertWhen::Compare(comparison, amount) => {
                let above = matches!(comparison, Comparison::More | Comparison::AtLeast);
                let kind = if above { api::AlertKind::Above } else { api::AlertKind::Below };
                (kind, Some(number(amount.value)))
            }
        };
        Some(api::Alert {
            metric,
            kind,
            condition: self.source.places.text(alert.when_span?).to_owned(),
            threshold,
            notify: self.everybody(&alert.notify),
            level: level(&alert.level),
            action: text(&alert.action),
            active: self.alert_holds(alert),
            source: self.place(Some(alert.place)),
        })
    }
}

pub(super) fn level(word: &str) -> api::Severity {
    match word {
        "error" => api::Severity::Error,
        "hint" => api::Severity::Hint,
        _ => api::Severity::Warning,
    }
}

fn dimension(word: &str) -> api::Dimension {
    match word {
        "segment" => api::Dimension::Segment,
        "product" => api::Dimension::Product,
        "activity" => api::Dimension::Activity,
        "campaign" => api::Dimension::Campaign,
        _ => api::Dimension::Channel,
    }
}

pub(super) fn metric_kind(kind: MetricKind) -> api::MetricKind {
    match kind {
        MetricKind::Activity => api::MetricKind::Activity,
        MetricKind::Exposure => api::MetricKind::Exposure,
        MetricKind::Engagement => api::MetricKind::Engagement,
        MetricKind::Cost => api::MetricKind::Cost,
        MetricKind::Outcome => api::MetricKind::Outcome,
        MetricKind::Business => api::MetricKind::Business,
    }
}

pub(super) fn direction(direction: Direction) -> api::Direction {
    match direction {
        Direction::Up => api::Direction::Up,
        Direction::Down => api::Direction::Down,
        Direction::Band => api::Direction::Band,
    }
}
