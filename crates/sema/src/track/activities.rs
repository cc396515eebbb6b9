//! What was spent and reached: by single activities, by readings that were given for them; by channels and in all.

use std::cell::Cell;

use rust_decimal::Decimal;

use super::KpiTrack;
use super::judge::{self, MOST_LOOKUPS};
use super::readings::{Question, Readings, Scope};
use crate::model::{Activity, Id, Kpi, Metric, Model};
use crate::settings::Limits;
use crate::value::{DateRange, PLAN_DAYS};

/// Follows single activities: for rules, which ask about few.
pub(crate) struct OfActivities<'a> {
    model: &'a Model,
    readings: Readings<'a>,
    off_pace: u32,
    /// What was spent in all, then what was spent on advertising.
    spending: Vec<Id<Metric>>,
}

impl<'a> OfActivities<'a> {
    /// Follows the activities of `model`.
    pub(crate) fn new(model: &'a Model, limits: &Limits) -> Self {
        let called = |name: &str| {
            model.metrics.iter().find(|(_, metric)| metric.builtin == Some(name)).map(|(metric, _)| metric)
        };
        Self {
            model,
            readings: Readings::new(model),
            off_pace: limits.off_pace_percent,
            spending: ["budget_used", "spend"].into_iter().filter_map(called).collect(),
        }
    }

    /// What was spent up to today, by readings of `scope` on `time`; none without one.
    pub(crate) fn spent(&self, scope: Scope, time: DateRange) -> Option<Decimal> {
        let left = Cell::new(MOST_LOOKUPS);
        let question = Question {
            model: self.model,
            readings: &self.readings,
            scope,
            time,
            until: self.model.today,
            left: &left,
        };
        self.spending.iter().find_map(|metric| question.figure(*metric)).map(|(spent, _)| spent)
    }

    /// What `activity` has spent up to today, by readings of its own; none without one.
    pub(crate) fn spent_by(&self, activity: Id<Activity>) -> Option<Decimal> {
        self.spent(Scope::Activity(activity), PLAN_DAYS)
    }

    /// How `kpi` is going.
    pub(crate) fn kpi(&self, kpi: Id<Kpi>) -> KpiTrack {
        judge::kpi(self.model, &self.readings, &self.model[kpi], self.off_pace)
    }
}
