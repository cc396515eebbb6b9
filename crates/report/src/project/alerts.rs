//! Whether an alert holds today.

use roadmap_sema::hir::{AlertWhen, Comparison};
use roadmap_sema::model::{Alert, AlertHome, Id, Kpi, Metric, MetricUse};
use roadmap_sema::value::DurationUnit;
use rust_decimal::Decimal;

use super::Mapper;

impl Mapper<'_> {
    /// Whether what `alert` waits for has come; none where that cannot be told from the readings.
    pub(super) fn alert_holds(&self, alert: &Alert) -> Option<bool> {
        match (alert.when?, &alert.home) {
            (AlertWhen::Behind(percent), AlertHome::Kpi(kpi)) => self.is_behind(*kpi, percent),
            (AlertWhen::Behind(percent), AlertHome::Named(what)) => match what.target? {
                MetricUse::Metric(metric) => self.any_behind(metric, percent),
                MetricUse::Budget => None,
            },
            (AlertWhen::Over(percent), AlertHome::Named(what)) if what.target == Some(MetricUse::Budget) => {
                self.is_spent(percent)
            }
            (AlertWhen::Over(percent), AlertHome::Kpi(kpi)) => self.is_over(*kpi, percent),
            (AlertWhen::Stale(wait), home) => {
                let last = self.last_reading(self.watched(home)?)?;
                let unit = match wait.unit {
                    DurationUnit::Weeks => 7,
                    DurationUnit::Months => 30,
                    DurationUnit::Days | DurationUnit::WorkingDays => 1,
                };
                Some(i64::from((self.model.today - last.0).get_days()) > i64::from(wait.count) * unit)
            }
            (AlertWhen::Compare(comparison, amount), home) => {
                let (_, value) = self.last_reading(self.watched(home)?)?;
                Some(match comparison {
                    Comparison::Equal => value == amount.value,
                    Comparison::NotEqual => value != amount.value,
                    Comparison::Less => value < amount.value,
                    Comparison::AtMost => value <= amount.value,
                    Comparison::More => value > amount.value,
                    Comparison::AtLeast => value >= amount.value,
                })
            }
            // What is usual takes a series of readings, which sources give.
            (AlertWhen::Anomaly | AlertWhen::Over(_), _) => None,
        }
    }

    fn watched(&self, home: &AlertHome) -> Option<Id<Metric>> {
        match home {
            AlertHome::Kpi(kpi) => self.model[*kpi].metric.target,
            AlertHome::Named(what) => match what.target? {
                MetricUse::Metric(metric) => Some(metric),
                MetricUse::Budget => None,
            },
        }
    }

    /// The last undivided reading on or before today.
    pub(super) fn last_reading(&self, metric: Id<Metric>) -> Option<(jiff::civil::Date, Decimal)> {
        let actual = &self.model[self.links.latest(metric)?];
        actual.end.zip(actual.value)
    }

    fn any_behind(&self, metric: Id<Metric>, percent: Decimal) -> Option<bool> {
        let goals = self.model.goals.rows().iter().flat_map(|goal| &goal.kpis);
        let behind = goals.filter(|kpi| self.model[**kpi].metric.target == Some(metric));
        let known: Vec<bool> = behind.filter_map(|kpi| self.is_behind(*kpi, percent)).collect();
        (!known.is_empty()).then(|| known.contains(&true))
    }

    /// Worse than planned by more than `percent` of the plan.
    fn is_behind(&self, kpi: Id<Kpi>, percent: Decimal) -> Option<bool> {
        let track = self.source.tracking.kpi(kpi)?;
        let (difference, expected) = (track.difference?, track.expected?);
        let down = self.model[kpi]
            .target
            .is_some_and(|target| matches!(target.comparison, Comparison::AtMost | Comparison::Less));
        let worse = if down { difference } else { -difference };
        Some(worse.checked_mul(Decimal::ONE_HUNDRED)? > percent.checked_mul(expected.abs())?)
    }

    /// The reading is more than `percent` of the target.
    fn is_over(&self, kpi: Id<Kpi>, percent: Decimal) -> Option<bool> {
        let (value, _) = self.source.tracking.kpi(kpi)?.current?;
        let target = self.model[kpi].target?.value;
        Some(value.checked_mul(Decimal::ONE_HUNDRED)? > percent.checked_mul(target)?)
    }

    /// More than `percent` of the plan's budget is spent.
    fn is_spent(&self, percent: Decimal) -> Option<bool> {
        let budget = self.model.plan.budget.total()?;
        let spent: Decimal =
            self.model.activities.rows().iter().filter_map(|row| row.spent).map(|row| row.value).sum();
        Some(spent.checked_mul(Decimal::ONE_HUNDRED)? > percent.checked_mul(budget)?)
    }
}
