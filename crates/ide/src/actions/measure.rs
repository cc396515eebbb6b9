//! Metrics that show a result, and what a KPI on one of them says.

use roadmap_sema::catalog;
use roadmap_sema::model::{Direction, Goal, GoalType, Id, Kpi, KpiHome, Metric, Model, Phase, Unit, WorkRef};
use rust_decimal::Decimal;

use crate::card;
use crate::completion::amounts::{source_money, source_number};

/// A metric that shows a result of some work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Measure<'a> {
    pub(super) name: &'a str,
    pub(super) unit: Option<Unit>,
    pub(super) direction: Direction,
    /// What the goal that the work serves wants of it.
    goal: Option<Decimal>,
}

/// Metrics for what `home` is, best first: those of the goals that it serves, then those that show goals of that type.
pub(super) fn fitting(model: &Model, home: KpiHome) -> Vec<Measure<'_>> {
    let own = own_kpis(model, home);
    let taken: Vec<&str> =
        own.iter().filter_map(|kpi| Some(&*model[model[*kpi].metric.target?].head.id)).collect();
    let goals = goals_of(model, home);
    let of_goals = goals.iter().filter(|_| !matches!(home, KpiHome::Goal(_)));
    let wanted = of_goals.flat_map(|goal| &model[*goal].kpis).filter_map(|kpi| of_kpi(model, &model[*kpi]));
    let goal_type = goals.iter().find_map(|goal| model[*goal].goal_type).unwrap_or(GoalType::Leads);
    let examples = catalog::family_examples(goal_type).iter().filter_map(|name| named(model, name));
    let mut found: Vec<Measure<'_>> = Vec::new();
    for measure in wanted.chain(examples) {
        if !taken.contains(&measure.name) && found.iter().all(|other| other.name != measure.name) {
            found.push(measure);
        }
    }
    found
}

/// What a work or phase is measured by.
pub(super) fn home_of(work: WorkRef) -> KpiHome {
    match work {
        WorkRef::Goal(id) => KpiHome::Goal(id),
        WorkRef::Activity(id) => KpiHome::Activity(id),
        WorkRef::Launch(id) => KpiHome::Launch(id),
        WorkRef::Script(id) => KpiHome::Script(id),
        WorkRef::Milestone(id) => KpiHome::Milestone(id),
    }
}

/// The KPIs of `home`.
pub(super) fn own_kpis(model: &Model, home: KpiHome) -> &[Id<Kpi>] {
    match home {
        KpiHome::Goal(id) => &model[id].kpis,
        KpiHome::Activity(id) => &model[id].kpis,
        KpiHome::Phase(id) => &model[id].kpis,
        KpiHome::Month(id, at) => model[id].months.get(at).map_or(&[], |month| &month.kpis),
        KpiHome::Launch(id) => &model[id].kpis,
        KpiHome::Script(id) => &model[id].kpis,
        KpiHome::Milestone(id) => &model[id].kpis,
    }
}

/// The goals whose results count for `home`, itself where it is one.
fn goals_of(model: &Model, home: KpiHome) -> Vec<Id<Goal>> {
    let of_phase =
        |phase: Option<Id<Phase>>| phase.map(|phase| model[phase].goals.clone()).unwrap_or_default();
    match home {
        KpiHome::Goal(id) => vec![id],
        KpiHome::Activity(id) if model[id].goals.is_empty() => of_phase(model[id].phase),
        KpiHome::Activity(id) => model[id].goals.clone(),
        KpiHome::Phase(id) | KpiHome::Month(id, _) => of_phase(Some(id)),
        KpiHome::Launch(id) => of_phase(model[id].phase),
        KpiHome::Script(id) => of_phase(model[id].phase),
        KpiHome::Milestone(id) => model[id].goal.map_or_else(|| of_phase(model[id].phase), |goal| vec![goal]),
    }
}

fn of_kpi<'a>(model: &'a Model, kpi: &Kpi) -> Option<Measure<'a>> {
    let metric = &model[kpi.metric.target?];
    let goal = kpi.target.filter(|_| metric.aggregate == "sum").map(|target| target.value);
    let shows = metric.kind.is_some_and(|kind| !kind.is_input());
    shows.then(|| Measure { goal, ..declared(metric) })
}

fn declared(metric: &Metric) -> Measure<'_> {
    let direction = metric.direction.unwrap_or(Direction::Up);
    Measure { name: &metric.head.id, unit: metric.unit, direction, goal: None }
}

/// The metric `name`, of the plan or built in.
fn named<'a>(model: &'a Model, name: &str) -> Option<Measure<'a>> {
    let of_plan = model.metrics.rows().iter().find(|metric| metric.head.id == name).map(declared);
    of_plan.or_else(|| {
        let metric = catalog::metric(name)?;
        Some(Measure {
            name: metric.id,
            unit: Some(card::of_builtin(metric.unit, model)),
            direction: metric.direction,
            goal: None,
        })
    })
}

impl Measure<'_> {
    /// `>=` or `<=`
    pub(super) fn comparison(&self) -> &'static str {
        if self.direction == Direction::Down { "<=" } else { ">=" }
    }

    /// A number to begin with: a tenth of what the goal wants, where that is something to count; else one, which nobody
    /// takes for a plan.
    pub(super) fn number(&self) -> String {
        let tenth = self.goal.filter(|goal| goal.is_sign_positive() && self.unit == Some(Unit::Count));
        let tenth = tenth.and_then(|goal| goal.checked_div(Decimal::TEN)).map(|tenth| tenth.ceil());
        self.written(tenth.unwrap_or(Decimal::ONE))
    }

    /// A way to begin with: from nothing to that number, where more is better.
    pub(super) fn way(&self) -> String {
        match self.direction {
            Direction::Up => format!("{} -> {}", self.written(Decimal::ZERO), self.number()),
            _ => format!("{} {}", self.comparison(), self.number()),
        }
    }

    /// A number in its unit, as it is written in a plan.
    fn written(&self, value: Decimal) -> String {
        match self.unit {
            Some(Unit::Money(currency)) => {
                let million = Decimal::from(1_000_000);
                let is_small = value == Decimal::ONE && currency == roadmap_sema::value::Currency::VND;
                source_money(if is_small { million } else { value }, currency)
            }
            Some(Unit::Percent) => format!("{}%", source_number(value, false)),
            _ => source_number(value, false),
        }
    }
}
