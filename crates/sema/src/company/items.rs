//! The statements that a rule can look at, with what is computed for them.

use jiff::civil::Date;
use roadmap_schema::Kind;
use rust_decimal::Decimal;

use crate::model::{Budget, Head, Id, Kpi, KpiHome, Model, Phase, Place, StatusKind};

/// One statement of the kind that a rule looks at.
#[derive(Default)]
pub(super) struct Item<'a> {
    pub(super) kind: Option<Kind>,
    /// Nowhere for what is built in.
    pub(super) place: Option<Place>,
    pub(super) start: Option<Date>,
    pub(super) end: Option<Date>,
    pub(super) phase: Option<Id<Phase>>,
    pub(super) status: Option<StatusKind>,
    pub(super) budget: Option<&'a Budget>,
    pub(super) spent: Option<Decimal>,
    pub(super) kpi: Option<&'a Kpi>,
    /// The day whose exchange rates count.
    pub(super) day: Option<Date>,
}

impl<'a> Item<'a> {
    fn new(kind: Kind, head: &Head) -> Self {
        Self { kind: Some(kind), place: head.place, ..Self::default() }
    }

    fn dates(self, start: Option<Date>, end: Option<Date>) -> Self {
        Self { start, end, ..self }
    }

    fn phase(self, phase: Option<Id<Phase>>) -> Self {
        Self { phase, ..self }
    }

    /// Whether nothing is asked of it: not yet in the plan, or given up.
    pub(super) fn is_out_of_plan(&self) -> bool {
        matches!(self.status, Some(StatusKind::Idea | StatusKind::Cancelled))
    }
}

/// The phase `id` as an item.
pub(super) fn phase(model: &Model, id: Id<Phase>) -> Item<'_> {
    let row = &model[id];
    let range = row.range.map(|range| range.value);
    Item {
        budget: Some(&row.budget),
        ..Item::new(Kind::Phase, &row.head)
            .dates(range.map(|range| range.start), range.map(|range| range.end))
    }
}

/// Every statement of `kind`, in the order of the text.
pub(super) fn of_kind(model: &Model, kind: Kind) -> Vec<Item<'_>> {
    let plain = |heads: &mut dyn Iterator<Item = &'_ Head>| -> Vec<Item<'_>> {
        heads.map(|head| Item::new(kind, head)).collect()
    };
    match kind {
        Kind::Person => plain(&mut model.people.rows().iter().map(|row| &row.head)),
        Kind::Team => plain(&mut model.teams.rows().iter().map(|row| &row.head)),
        Kind::Metric => plain(&mut model.metrics.rows().iter().map(|row| &row.head)),
        Kind::Source => plain(&mut model.sources.rows().iter().map(|row| &row.head)),
        Kind::Segment => plain(&mut model.segments.rows().iter().map(|row| &row.head)),
        Kind::Product => plain(&mut model.products.rows().iter().map(|row| &row.head)),
        Kind::Channel => {
            let rows = model.channels.rows().iter();
            rows.map(|row| Item { budget: Some(&row.budget), ..Item::new(kind, &row.head) }).collect()
        }
        Kind::Phase => model.phases.ids().map(|id| phase(model, id)).collect(),
        Kind::Goal => model.goals.rows().iter().map(|goal| self::goal(model, goal)).collect(),
        Kind::Activity => model.activities.rows().iter().map(activity).collect(),
        Kind::Launch => {
            let rows = model.launches.rows().iter().map(|launch| Item {
                status: Some(launch.status.kind),
                ..Item::new(kind, &launch.head).dates(launch.date, launch.date).phase(launch.phase)
            });
            rows.collect()
        }
        Kind::Script => {
            let rows = model.scripts.rows().iter().map(|script| Item {
                status: Some(script.status.kind),
                ..Item::new(kind, &script.head)
                    .dates(None, script.deadline.map(|date| date.value))
                    .phase(script.phase)
            });
            rows.collect()
        }
        Kind::Milestone => {
            let rows = model.milestones.rows().iter().map(|milestone| {
                let date = milestone.date.map(|date| date.value);
                Item::new(kind, &milestone.head).dates(date, date).phase(milestone.phase)
            });
            rows.collect()
        }
        Kind::Kpi => model.kpis.rows().iter().map(|kpi| self::kpi(model, kpi)).collect(),
        _ => Vec::new(),
    }
}

fn goal<'a>(model: &'a Model, goal: &'a crate::model::Goal) -> Item<'a> {
    let start = goal.kpis.iter().filter_map(|kpi| model[*kpi].start).min();
    let end = goal.kpis.iter().filter_map(|kpi| model[*kpi].end).max();
    Item::new(Kind::Goal, &goal.head).dates(start, end).phase(goal.phase)
}

fn activity(activity: &crate::model::Activity) -> Item<'_> {
    Item {
        status: Some(activity.status.kind),
        budget: Some(&activity.budget),
        spent: activity.spent.map(|spent| spent.value),
        day: activity.start.or(activity.deadline).map(|day| day.value),
        ..Item::new(Kind::Activity, &activity.head)
            .dates(activity.dates.start, activity.dates.end)
            .phase(activity.phase)
    }
}

fn kpi<'a>(model: &'a Model, kpi: &'a Kpi) -> Item<'a> {
    let (phase, status) = match kpi.home {
        KpiHome::Goal(id) => (model[id].phase, None),
        KpiHome::Activity(id) => (model[id].phase, Some(model[id].status.kind)),
        KpiHome::Phase(id) | KpiHome::Month(id, _) => (Some(id), None),
        KpiHome::Launch(id) => (model[id].phase, Some(model[id].status.kind)),
        KpiHome::Script(id) => (model[id].phase, Some(model[id].status.kind)),
        KpiHome::Milestone(id) => (model[id].phase, None),
    };
    Item {
        kind: Some(Kind::Kpi),
        place: Some(kpi.place),
        status,
        kpi: Some(kpi),
        day: kpi.by.map(|by| by.value),
        ..Item::default().dates(kpi.start, kpi.end).phase(phase)
    }
}
