//! What several rules ask about KPIs, goals and activities.

use std::collections::BTreeSet;

use roadmap_diag::{Arg, Message};
use rust_decimal::Decimal;

use super::Cx;
use crate::catalog;
use crate::model::{Activity, Goal, GoalType, Id, Kpi, KpiHome, Metric, MetricKind, Place, Unit, Use};

/// Why the KPIs of a goal or activity show no result. Each is one rule's, and others are silent about the same KPIs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Hollow {
    /// The main KPI counts work done: `kpi/volume-as-kpi`.
    Volume,
    /// All are inputs that say nothing about the goal: `kpi/vanity-only`.
    Vanity,
    /// A goal of awareness, and nobody says who it reached: `goal/awareness-unqualified`.
    Unqualified,
}

impl<'a> Cx<'a> {
    /// The metric of a KPI, where its name is known.
    pub(crate) fn metric_of(&self, kpi: Id<Kpi>) -> Option<&'a Metric> {
        self.model[kpi].metric.target.map(|metric| self.model.metrics.get(metric))
    }

    /// Whether a KPI measures what came out: false where nobody says what its metric is.
    pub(crate) fn is_outcome(&self, kpi: Id<Kpi>) -> bool {
        self.metric_kind(kpi).is_some_and(|kind| !kind.is_input())
    }

    /// Whether a KPI measures what was put in: false where nobody says what its metric is.
    pub(crate) fn is_input(&self, kpi: Id<Kpi>) -> bool {
        self.metric_kind(kpi).is_some_and(MetricKind::is_input)
    }

    fn metric_kind(&self, kpi: Id<Kpi>) -> Option<MetricKind> {
        self.metric_of(kpi)?.kind
    }

    /// All KPIs of what a KPI belongs to, itself among them, in their order.
    pub(crate) fn kpis_of(&self, home: KpiHome) -> &'a [Id<Kpi>] {
        let model = self.model;
        match home {
            KpiHome::Goal(id) => &model.goals.get(id).kpis,
            KpiHome::Activity(id) => &model.activities.get(id).kpis,
            KpiHome::Phase(id) => &model.phases.get(id).kpis,
            KpiHome::Month(id, at) => model.phases.get(id).months.get(at).map_or(&[], |month| &month.kpis),
            KpiHome::Launch(id) => &model.launches.get(id).kpis,
            KpiHome::Script(id) => &model.scripts.get(id).kpis,
            KpiHome::Milestone(id) => &model.milestones.get(id).kpis,
        }
    }

    /// Where what a KPI belongs to stands.
    pub(crate) fn home_place(&self, home: KpiHome) -> Option<Place> {
        let model = self.model;
        match home {
            KpiHome::Goal(id) => model[id].head.place,
            KpiHome::Activity(id) => model[id].head.place,
            KpiHome::Phase(id) => model[id].head.place,
            KpiHome::Month(id, at) => model[id].months.get(at).map(|month| month.place),
            KpiHome::Launch(id) => model[id].head.place,
            KpiHome::Script(id) => model[id].head.place,
            KpiHome::Milestone(id) => model[id].head.place,
        }
    }

    /// Whether the outcomes among the KPIs of `home` can be told: its text is whole and every metric known.
    pub(crate) fn is_clear(&self, home: KpiHome) -> bool {
        self.home_place(home).is_some_and(|place| !place.damaged)
            && self.kpis_of(home).iter().all(|kpi| self.metric_of(*kpi).is_some())
    }

    /// The goals that an activity serves.
    pub(crate) fn goals_of(&self, activity: Id<Activity>) -> impl Iterator<Item = &'a Goal> + use<'a> {
        let model = self.model;
        model.activities.get(activity).goals.iter().map(|goal| model.goals.get(*goal))
    }

    /// The type of the first goal that an activity serves and whose type is known.
    pub(crate) fn goal_type_served(&self, activity: Id<Activity>) -> Option<GoalType> {
        self.goals_of(activity).find_map(|goal| goal.goal_type)
    }

    /// What is wrong with the KPIs of a goal or activity as a whole; nothing for anything else.
    pub(crate) fn hollow(&self, home: KpiHome) -> Option<Hollow> {
        let kpis = self.kpis_of(home);
        let main = kpis.first()?;
        if !self.is_clear(home) {
            return None;
        }
        match home {
            KpiHome::Goal(id) => {
                let goal = &self.model[id];
                // A type that could not be read may be any.
                let goal_type = match goal.goal_type {
                    None if goal.type_written => return None,
                    known => known,
                };
                if goal_type == Some(GoalType::Awareness) {
                    return kpis
                        .iter()
                        .all(|kpi| self.is_raw_exposure(goal, *kpi))
                        .then_some(Hollow::Unqualified);
                }
                self.is_vanity(kpis, goal_type.as_slice()).then_some(Hollow::Vanity)
            }
            KpiHome::Activity(id) => {
                let activity = &self.model[id];
                if activity.goals.is_empty() && !activity.supports.is_empty() {
                    return None;
                }
                if self.metric_kind(*main) == Some(MetricKind::Activity) {
                    return (!kpis.iter().any(|kpi| self.is_outcome(*kpi))).then_some(Hollow::Volume);
                }
                let types: Vec<_> = self.goals_of(id).filter_map(|goal| goal.goal_type).collect();
                self.is_vanity(kpis, &types).then_some(Hollow::Vanity)
            }
            KpiHome::Phase(_)
            | KpiHome::Month(..)
            | KpiHome::Launch(_)
            | KpiHome::Script(_)
            | KpiHome::Milestone(_) => None,
        }
    }

    /// Whether all of `kpis` are inputs outside the families of `types`.
    fn is_vanity(&self, kpis: &[Id<Kpi>], types: &[GoalType]) -> bool {
        kpis.iter().all(|kpi| {
            self.is_input(*kpi)
                && self
                    .metric_of(*kpi)
                    .is_some_and(|metric| !types.iter().any(|goal| catalog::in_family(*goal, metric)))
        })
    }

    /// Whether a KPI of a goal of awareness counts eyes without saying whose: reach does in a named segment.
    fn is_raw_exposure(&self, goal: &Goal, kpi: Id<Kpi>) -> bool {
        let Some(metric) = self.metric_of(kpi).filter(|_| self.is_input(kpi)) else { return false };
        if metric.builtin == Some("reach") {
            return goal.segments.is_empty() && !goal.audience_unread;
        }
        !catalog::in_family(GoalType::Awareness, metric)
    }

    /// All metrics that a KPI drives, over as many steps as there are: by its own `drives` and by its metric's.
    pub(crate) fn driven_by(&self, kpi: Id<Kpi>) -> BTreeSet<Id<Metric>> {
        let model = self.model;
        let directly =
            |drives: &[Use<Metric>]| drives.iter().filter_map(|driven| driven.target).collect::<Vec<_>>();
        let mut open = directly(&model[kpi].drives);
        open.extend(self.metric_of(kpi).map(|metric| directly(&metric.drives)).unwrap_or_default());
        let mut driven = BTreeSet::new();
        while let Some(metric) = open.pop() {
            if driven.insert(metric) {
                open.extend(directly(&model[metric].drives));
            }
        }
        driven
    }

    /// Whether a KPI or its metric names something driven that nobody knows, which has been reported.
    pub(crate) fn drives_unknown(&self, kpi: Id<Kpi>) -> bool {
        let metric = self.metric_of(kpi).map(|metric| &metric.drives);
        self.model[kpi]
            .drives
            .iter()
            .chain(metric.into_iter().flatten())
            .any(|driven| driven.target.is_none())
    }

    /// Whether a KPI stands in something that is not in the plan: an idea, or what was given up.
    pub(crate) fn is_kpi_out_of_plan(&self, kpi: Id<Kpi>) -> bool {
        self.is_out_of_plan(super::Item::Kpi(kpi))
    }
}

/// A goal's type as the plan writes it.
pub(crate) fn type_word(goal_type: GoalType) -> &'static str {
    match goal_type {
        GoalType::Revenue => "revenue",
        GoalType::Profit => "profit",
        GoalType::Share => "share",
        GoalType::Cost => "cost",
        GoalType::Leads => "leads",
        GoalType::Conversion => "conversion",
        GoalType::Awareness => "awareness",
        GoalType::Experience => "experience",
        GoalType::Retention => "retention",
    }
}

/// A number of a metric as people read it.
pub(crate) fn amount(value: Decimal, unit: Option<Unit>) -> Arg {
    match unit {
        Some(Unit::Money(currency)) => Arg::Money(value, currency.code().to_owned()),
        Some(Unit::Percent) => Arg::Percent(value),
        _ => Arg::Number(value),
    }
}

/// A number of a metric as source, in a form that reads in one way.
pub(crate) fn source_amount(value: Decimal, unit: Option<Unit>) -> String {
    let currency = match unit {
        Some(Unit::Money(currency)) => Some(currency),
        _ => None,
    };
    let number = crate::value::Money { amount: value, currency }.to_string();
    if unit == Some(Unit::Percent) { format!("{number}%") } else { number }
}

/// Names of metrics as a list in a sentence.
pub(crate) fn metric_list(names: &[&str]) -> Arg {
    Arg::List(names.iter().map(|name| Arg::Text(format!("`{name}`"))).collect())
}

/// Names that a sentence spells out; the rest it counts.
const NAMED: usize = 3;

/// Names in a sentence, the first few of many: “`a`, `b`, `c` and 4 others”.
pub(crate) fn short_list<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> Arg {
    let count = names.len();
    // One more is named rather than counted.
    let named = if count == NAMED + 1 { count } else { NAMED };
    let mut list: Vec<Arg> = names.take(named).map(|name| Arg::Text(format!("`{name}`"))).collect();
    if count > named {
        list.push(Message::new("list-others").with("count", count - named).into());
    }
    Arg::List(list)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;
    use crate::testing::check;
    use crate::value::Currency;

    const PLAN: &str = "roadmap \"R\" { period 2026; currency VND }
metric a \"A\" { unit count; kind engagement; direction up; drives b }
metric b \"B\" { unit count; kind engagement; direction up; drives a, c }
metric c \"C\" { unit count; kind outcome; direction up }
metric d \"D\" { unit count; direction up }
phase q1 \"Q1\" 2026-Q1 {
  goal g \"G\" { type leads; kpi c >= 1 by 2026-Q1; kpi a >= 1 by 2026-Q1; kpi d >= 1 by 2026-Q1; kpi e >= 1 by 2026-Q1 }
}
";

    #[test]
    fn what_is_driven_is_followed_through_circles() {
        let checked = check(PLAN, "2026-01-05");
        let model = &checked.built.model;
        let settings = Settings::default();
        let cx = Cx::new(model, &settings);
        let kpis: Vec<_> = model.kpis.ids().collect();
        let driven = |kpi: Id<Kpi>| {
            cx.driven_by(kpi).into_iter().map(|metric| model[metric].head.id.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(driven(kpis[1]), ["a", "b", "c"]);
        assert!(driven(kpis[0]).is_empty());
        assert_eq!(cx.kpis_of(model[kpis[1]].home), kpis);
    }

    #[test]
    fn a_metric_of_no_known_kind_is_neither_input_nor_outcome() {
        let checked = check(PLAN, "2026-01-05");
        let model = &checked.built.model;
        let settings = Settings::default();
        let cx = Cx::new(model, &settings);
        let known: Vec<_> = model.kpis.ids().map(|kpi| (cx.is_outcome(kpi), cx.is_input(kpi))).collect();
        assert_eq!(known, [(true, false), (false, true), (false, false), (false, false)]);
        let home = KpiHome::Goal(model.goals.ids().next().unwrap());
        assert!(!cx.is_clear(home), "the metric of the last KPI is unknown");
        assert_eq!(cx.hollow(home), None);
    }

    #[test]
    fn numbers_as_source_read_in_one_way() {
        let table = [
            (Decimal::from(5_000), Some(Unit::Count), "5_000"),
            (Decimal::new(125, 1), Some(Unit::Percent), "12.5%"),
            (Decimal::from(120_000_000), Some(Unit::Money(Currency::VND)), "120_000_000 VND"),
            (Decimal::new(35, 1), None, "3.5"),
        ];
        for (value, unit, written) in table {
            assert_eq!(source_amount(value, unit), written);
        }
    }
}
