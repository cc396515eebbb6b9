//! Counts over the whole plan, and what needs somebody: late, next, blocked.

use jiff::civil::{Date, Weekday};
use roadmap_api as api;
use roadmap_sema::model::{Id, Launch, Script};
use rust_decimal::Decimal;

use super::goals::{progress, round};
use super::work::AHEAD;
use super::{Mapper, day, number};

impl Mapper<'_> {
    pub(super) fn launch_state(&self, id: Id<Launch>) -> api::State {
        let launch = &self.model[id];
        self.schedule_of_day(&launch.status, launch.deadline.map(|deadline| deadline.value)).state
    }

    pub(super) fn script_state(&self, id: Id<Script>) -> api::State {
        let script = &self.model[id];
        self.schedule_of_day(&script.status, script.deadline.map(|deadline| deadline.value)).state
    }

    /// Calendar days from today to `date`.
    fn days_to(&self, date: &api::Day) -> Option<i64> {
        let date: Date = date.as_str().parse().ok()?;
        Some(i64::from((date - self.model.today).get_days()))
    }

    /// The share of the period that has passed, in percent.
    fn time_percent(&self) -> Option<api::Number> {
        let period = self.model.plan.period?.value;
        let passed =
            i64::from((self.model.today - period.start).get_days()).clamp(0, i64::from(period.days()));
        let share = Decimal::from(passed * 100).checked_div(Decimal::from(period.days()))?;
        Some(number(round(share, 1)))
    }
}

/// Fills in the summary and the lists, from what is in the report already.
pub(super) fn fill(mapper: &Mapper<'_>, report: &mut api::Report) {
    let states = report
        .activities
        .iter()
        .map(|row| row.schedule.state)
        .chain(report.launches.iter().map(|row| row.schedule.state))
        .chain(report.scripts.iter().map(|row| row.schedule.state));
    let work = progress(states);
    let goals = |wanted: &[api::KpiState]| {
        let count = report.goals.iter().filter(|goal| wanted.contains(&goal.state)).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    let today = mapper.model.today;
    let last_review =
        mapper.model.reviews.rows().iter().filter_map(|review| review.date).filter(|date| *date <= today);
    report.summary = api::Summary {
        time_percent: mapper.time_percent(),
        work,
        goals: u32::try_from(report.goals.len()).unwrap_or(u32::MAX),
        goals_on_pace: goals(&[api::KpiState::OnPace, api::KpiState::Beating, api::KpiState::Reached]),
        goals_at_risk: goals(&[api::KpiState::AtRisk]),
        goals_off_pace: goals(&[api::KpiState::OffPace, api::KpiState::Missed]),
        goals_not_started: goals(&[api::KpiState::NotStarted]),
        goals_no_reading: goals(&[api::KpiState::NoReading]),
        budget: mapper.plan_figures(),
        last_review: last_review.max().map(day),
    };
    let dues = dues(mapper, report);
    report.late = late(&dues);
    report.blocked = blocked(mapper, report);
    report.upcoming = upcoming(mapper, report, &dues);
}

/// The deadline of everything open, with how late it is.
fn dues(mapper: &Mapper<'_>, report: &api::Report) -> Vec<api::Due> {
    let mut dues = Vec::new();
    for row in &report.activities {
        if is_open(row.schedule.state) {
            dues.extend(of_schedule(
                mapper,
                &row.id,
                &row.title,
                &row.owner,
                api::ItemKind::Activity,
                &row.schedule,
            ));
        }
        for task in row.tasks.iter().filter(|task| !task.done && is_open(row.schedule.state)) {
            // A task that only shares its activity's deadline is no news beside it.
            if task.deadline.is_some() && task.deadline != row.schedule.deadline {
                dues.push(api::Due {
                    item: row.id.clone(),
                    kind: api::ItemKind::Task,
                    title: task.title.clone(),
                    owner: task.owner.clone(),
                    days: task.deadline.as_ref().and_then(|day| mapper.days_to(day)),
                    day: task.deadline.clone(),
                    days_late: task.days_late,
                    ..api::Due::default()
                });
            }
        }
    }
    for row in report.launches.iter().filter(|row| is_open(row.schedule.state)) {
        dues.extend(of_schedule(
            mapper,
            &row.id,
            &row.title,
            &row.owner,
            api::ItemKind::Launch,
            &row.schedule,
        ));
        for material in row.materials.iter().filter(|material| !material.done) {
            if material.deadline.is_some() && material.deadline != row.schedule.deadline {
                dues.push(api::Due {
                    item: row.id.clone(),
                    kind: api::ItemKind::Material,
                    title: material.kind.clone(),
                    owner: material.owner.clone(),
                    days: material.deadline.as_ref().and_then(|day| mapper.days_to(day)),
                    day: material.deadline.clone(),
                    days_late: material.days_late,
                    ..api::Due::default()
                });
            }
        }
    }
    for row in report.scripts.iter().filter(|row| is_open(row.schedule.state)) {
        dues.extend(of_schedule(
            mapper,
            &row.id,
            &row.title,
            &row.owner,
            api::ItemKind::Script,
            &row.schedule,
        ));
    }
    dues
}

fn is_open(state: api::State) -> bool {
    !matches!(state, api::State::Idea | api::State::Done | api::State::Cancelled)
}

fn of_schedule(
    mapper: &Mapper<'_>,
    id: &str,
    title: &str,
    owner: &Option<String>,
    kind: api::ItemKind,
    schedule: &api::Schedule,
) -> Option<api::Due> {
    let date = schedule.deadline.clone().or_else(|| schedule.end.clone())?;
    Some(api::Due {
        item: id.to_owned(),
        kind,
        title: title.to_owned(),
        owner: owner.clone(),
        what: api::DueWhat::Deadline,
        days: mapper.days_to(&date),
        day: Some(date),
        days_late: schedule.days_late,
        reason: None,
    })
}

/// The latest first, then by identifier.
fn late(dues: &[api::Due]) -> Vec<api::Due> {
    let mut late: Vec<api::Due> = dues.iter().filter(|due| due.days_late.is_some()).cloned().collect();
    late.sort_by(|left, right| {
        (right.days_late, &left.item, &left.title).cmp(&(left.days_late, &right.item, &right.title))
    });
    late
}

/// What is blocked, by its deadline.
fn blocked(mapper: &Mapper<'_>, report: &api::Report) -> Vec<api::Due> {
    let mut blocked = Vec::new();
    let mut note = |id: &str,
                    title: &str,
                    owner: &Option<String>,
                    kind,
                    schedule: &api::Schedule,
                    status: &api::Status| {
        if schedule.state == api::State::Blocked {
            let due = of_schedule(mapper, id, title, owner, kind, schedule).unwrap_or_else(|| api::Due {
                item: id.to_owned(),
                kind,
                title: title.to_owned(),
                owner: owner.clone(),
                ..api::Due::default()
            });
            blocked.push(api::Due { reason: status.reason.clone(), ..due });
        }
    };
    for row in &report.activities {
        note(&row.id, &row.title, &row.owner, api::ItemKind::Activity, &row.schedule, &row.status);
    }
    for row in &report.launches {
        note(&row.id, &row.title, &row.owner, api::ItemKind::Launch, &row.schedule, &row.status);
    }
    for row in &report.scripts {
        note(&row.id, &row.title, &row.owner, api::ItemKind::Script, &row.schedule, &row.status);
    }
    blocked.sort_by(|left, right| (&left.day, &left.item).cmp(&(&right.day, &right.item)));
    blocked
}

/// What starts or falls due in the next days, today included: by day, then by identifier.
fn upcoming(mapper: &Mapper<'_>, report: &api::Report, dues: &[api::Due]) -> Vec<api::Due> {
    let near = |days: Option<i64>| days.is_some_and(|days| (0..=AHEAD).contains(&days));
    let mut upcoming: Vec<api::Due> = dues.iter().filter(|due| near(due.days)).cloned().collect();
    for row in report.activities.iter().filter(|row| is_open(row.schedule.state)) {
        let entry = |what, date: &api::Day| api::Due {
            item: row.id.clone(),
            kind: api::ItemKind::Activity,
            title: row.title.clone(),
            owner: row.owner.clone(),
            what,
            days: mapper.days_to(date),
            day: Some(date.clone()),
            ..api::Due::default()
        };
        if let Some(start) = row.schedule.start.as_ref().filter(|start| near(mapper.days_to(start))) {
            upcoming.push(entry(api::DueWhat::Start, start));
        }
        upcoming.extend(row.next_days.iter().map(|date| entry(api::DueWhat::Occurrence, date)));
    }
    for row in &report.milestones {
        if near(mapper.days_to(&row.date)) {
            upcoming.push(api::Due {
                item: row.id.clone(),
                kind: api::ItemKind::Milestone,
                title: row.title.clone(),
                owner: row.owner.clone(),
                days: mapper.days_to(&row.date),
                day: Some(row.date.clone()),
                ..api::Due::default()
            });
        }
    }
    upcoming.extend(reviews(mapper, report));
    upcoming.sort_by(|left, right| {
        (&left.day, &left.item, left.what, &left.title).cmp(&(
            &right.day,
            &right.item,
            right.what,
            &right.title,
        ))
    });
    upcoming
}

/// The reviews that the plan's cadence asks for in the next days.
fn reviews(mapper: &Mapper<'_>, report: &api::Report) -> Vec<api::Due> {
    let mut found = Vec::new();
    let mut date = mapper.model.today;
    for _ in 0..=AHEAD {
        for cadence in &report.plan.cadence {
            let on = cadence.on.as_deref();
            let falls = match cadence.every {
                api::CadenceUnit::Weekly => on.is_some_and(|on| on == weekday(date.weekday())),
                api::CadenceUnit::Monthly => on
                    .and_then(|on| on.parse::<i8>().ok())
                    .is_some_and(|on| date.day() == on.min(date.days_in_month())),
                _ => false,
            };
            let inside = mapper.model.plan.period.is_none_or(|period| period.value.contains(date));
            if falls && inside {
                found.push(api::Due {
                    kind: api::ItemKind::Review,
                    title: match cadence.every {
                        api::CadenceUnit::Monthly => "monthly".to_owned(),
                        _ => "weekly".to_owned(),
                    },
                    what: api::DueWhat::Review,
                    days: Some(i64::from((date - mapper.model.today).get_days())),
                    day: Some(day(date)),
                    ..api::Due::default()
                });
            }
        }
        let Ok(next) = date.tomorrow() else { break };
        date = next;
    }
    found
}

fn weekday(day: Weekday) -> &'static str {
    let index = usize::try_from(day.to_monday_zero_offset()).unwrap_or(0);
    roadmap_schema::WEEKDAYS.get(index).copied().unwrap_or("mon")
}
