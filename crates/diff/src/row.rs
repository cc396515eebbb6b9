//! The things of a plan as rows that can be compared, whatever they are.

use roadmap_api as api;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

/// Something of a plan.
pub(crate) struct Row<'a> {
    pub(crate) kind: api::ItemKind,
    /// Its qualified identifier; empty for the plan itself.
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
    pub(crate) owner: Option<&'a str>,
    pub(crate) days: Days<'a>,
    pub(crate) kpis: &'a [api::Kpi],
    pub(crate) status: Option<&'a api::Status>,
    /// Its budget, in the plan's currency.
    pub(crate) budget: Option<Decimal>,
    /// All that is known of it.
    pub(crate) all: Map<String, Value>,
}

/// The days of something.
#[derive(Clone, Copy, Default)]
pub(crate) struct Days<'a> {
    pub(crate) start: Option<&'a api::Day>,
    pub(crate) end: Option<&'a api::Day>,
    pub(crate) deadline: Option<&'a api::Day>,
}

impl<'a> Row<'a> {
    fn new<T: serde::Serialize>(kind: api::ItemKind, id: &'a str, title: &'a str, all: &T) -> Self {
        // A row of the model is an object with strings for keys: nothing in it can fail to be written.
        let all = match serde_json::to_value(all) {
            Ok(Value::Object(all)) => all,
            _ => Map::new(),
        };
        let (owner, days, kpis, status, budget) = (None, Days::default(), &[][..], None, None);
        Self { kind, id, title, owner, days, kpis, status, budget, all }
    }

    fn owned(self, owner: &'a Option<String>) -> Self {
        Self { owner: owner.as_deref(), ..self }
    }

    fn measured(self, kpis: &'a [api::Kpi]) -> Self {
        Self { kpis, ..self }
    }

    fn scheduled(self, schedule: &'a api::Schedule, status: &'a api::Status) -> Self {
        let is_done = status.kind == api::StatusKind::Done;
        let days = Days {
            start: schedule.start.as_ref(),
            // The day on which something was done is its status, and no slip of the plan.
            end: schedule.end.as_ref().filter(|_| !is_done),
            deadline: schedule.deadline.as_ref(),
        };
        Self { days, status: Some(status), ..self }
    }

    fn funded(self, budgets: &[api::Budget]) -> Self {
        let amount = |budget: &api::Budget| crate::money::number(&budget.amount.value);
        let whole = budgets.iter().find(|budget| budget.purpose.is_none()).and_then(amount);
        let parts = || budgets.iter().filter_map(amount).reduce(|sum, part| sum.saturating_add(part));
        Self { budget: whole.or_else(parts), ..self }
    }

    /// The phase it stands in.
    pub(crate) fn phase(&self) -> Option<&'a str> {
        self.id.split_once('.').map(|(phase, _)| phase)
    }

    /// Its identifier without the phase's.
    pub(crate) fn own_id(&self) -> &'a str {
        self.id.split_once('.').map_or(self.id, |(_, own)| own)
    }
}

/// Everything of a plan that has a name, in the order of the model.
pub(crate) fn rows(report: &api::Report) -> Vec<Row<'_>> {
    use api::ItemKind as Kind;
    let mut rows = vec![plan(report)];
    rows.extend(
        report
            .goals
            .iter()
            .map(|row| Row::new(Kind::Goal, &row.id, &row.title, row).owned(&row.owner).measured(&row.kpis)),
    );
    rows.extend(report.phases.iter().map(|row| {
        Row {
            days: period(Some(&row.period)),
            ..Row::new(Kind::Phase, &row.id, &row.title, row)
                .owned(&row.owner)
                .measured(&row.kpis)
                .funded(&row.budgets)
        }
    }));
    rows.extend(report.activities.iter().map(|row| {
        let made = Row::new(Kind::Activity, &row.id, &row.title, row).owned(&row.owner).measured(&row.kpis);
        made.scheduled(&row.schedule, &row.status).funded(&row.budgets)
    }));
    rows.extend(report.launches.iter().map(|row| {
        let made = Row::new(Kind::Launch, &row.id, &row.title, row).owned(&row.owner).measured(&row.kpis);
        made.scheduled(&row.schedule, &row.status)
    }));
    rows.extend(report.scripts.iter().map(|row| {
        let made = Row::new(Kind::Script, &row.id, &row.title, row).owned(&row.owner).measured(&row.kpis);
        made.scheduled(&row.schedule, &row.status)
    }));
    rows.extend(report.milestones.iter().map(|row| {
        let days = Days { deadline: Some(&row.date), ..Days::default() };
        let made = Row::new(Kind::Milestone, &row.id, &row.title, row).owned(&row.owner).measured(&row.kpis);
        Row { days, ..made }
    }));
    rows.extend(report.people.iter().map(|row| Row::new(Kind::Person, &row.id, &row.name, row)));
    rows.extend(report.teams.iter().map(|row| Row::new(Kind::Team, &row.id, &row.title, row)));
    // What is built in comes and goes with its uses, which are told themselves.
    let channels = report.channels.iter().filter(|row| !row.built_in);
    rows.extend(
        channels.map(|row| {
            Row::new(Kind::Channel, &row.id, &row.title, row).owned(&row.owner).funded(&row.budgets)
        }),
    );
    let metrics = report.metrics.iter().filter(|row| !row.built_in);
    rows.extend(metrics.map(|row| Row::new(Kind::Metric, &row.id, &row.title, row)));
    rows.extend(report.sources.iter().map(|row| Row::new(Kind::Source, &row.id, &row.id, row)));
    rows.extend(
        report.segments.iter().map(|row| Row::new(Kind::Segment, &row.id, &row.title, row).owned(&row.owner)),
    );
    rows.extend(
        report.products.iter().map(|row| Row::new(Kind::Product, &row.id, &row.title, row).owned(&row.owner)),
    );
    rows.extend(
        report
            .reviews
            .iter()
            .map(|row| Row::new(Kind::Review, row.date.as_str(), row.date.as_str(), row).owned(&row.owner)),
    );
    rows
}

/// The plan itself, with what stands at its top level and has no name of its own.
fn plan(report: &api::Report) -> Row<'_> {
    let plan = &report.plan;
    let mut row = Row {
        days: period(plan.period.as_ref()),
        ..Row::new(api::ItemKind::Roadmap, "", &plan.title, plan).measured(&plan.kpis).funded(&plan.budgets)
    };
    let calendars: Vec<&api::Calendar> = report.calendars.iter().filter(|row| !row.built_in).collect();
    let nameless = [
        ("alerts", serde_json::to_value(&report.alerts)),
        ("calendars", serde_json::to_value(calendars)),
        ("qualify", serde_json::to_value(&report.qualify)),
        ("declared_fields", serde_json::to_value(&report.fields)),
        ("own_rules", serde_json::to_value(&report.rules)),
    ];
    for (name, value) in nameless {
        row.all.insert(name.to_owned(), value.unwrap_or_default());
    }
    row
}

fn period(period: Option<&api::DayRange>) -> Days<'_> {
    Days { start: period.map(|period| &period.start), end: period.map(|period| &period.end), deadline: None }
}
