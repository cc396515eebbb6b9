//! What stands beside a plan's text while it is written: the plan as a tree with its states, and its nearest deadline.

use jiff::civil::Date;
use roadmap_api::{
    Activity, Day, Goal, ItemKind, Kpi, KpiState, Phase, Place, Report, Schedule, State, Status,
};
use roadmap_diag::{Locale, Message};
use serde::{Deserialize, Serialize};

use crate::context::{Context, day, number};
use crate::group::{Group, groups};
use crate::kpi::{self, KpiView};
use crate::status::plain;
use crate::{label, verdict, words};

/// The plan as a tree: goals with their KPIs, phases with their work, then work of no single phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// How goals and work stand, in one sentence.
    pub headline: String,
    /// Its branches.
    pub nodes: Vec<Node>,
}

/// An item of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it is.
    pub kind: ItemKind,
    /// The qualified identifier; of a KPI its metric.
    pub name: String,
    /// The title.
    pub title: String,
    /// How it stands.
    pub state: NodeState,
    /// What to read beside the title: figures, who, until when.
    pub detail: String,
    /// What to read when that is not enough.
    pub tooltip: Option<String>,
    /// Where its keyword stands.
    pub source: Option<Place>,
    /// What belongs to it.
    pub children: Vec<Node>,
}

/// How an item stands: a word of the report model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum NodeState {
    /// Of phases and work.
    Work(State),
    /// Of goals and KPIs.
    Kpi(KpiState),
}

/// The open work whose day comes first, be it past already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Its title.
    pub title: String,
    /// Its day.
    pub date: Day,
    /// Calendar days to it; negative where it has passed.
    pub days: i64,
    /// Title and distance in words: `Landing page: in 3 days`.
    pub text: String,
    /// Where it stands.
    pub source: Option<Place>,
}

/// The plan of `report` as a tree, its words in `locale`.
#[must_use]
pub fn outline(report: &Report, locale: Locale) -> Outline {
    let context = Context::new(report, locale);
    let (top, inner): (Vec<_>, Vec<_>) = report.goals.iter().partition(|goal| goal.phase.is_none());
    let mut nodes: Vec<Node> = top.into_iter().chain(inner).map(|goal| goal_node(&context, goal)).collect();
    for group in groups(report) {
        let mut work = work_nodes(&context, &group);
        match group.phase {
            Some(phase) => nodes.push(phase_node(&context, phase, &group, work)),
            None => nodes.append(&mut work),
        }
    }
    Outline { headline: verdict::headline(&context), nodes }
}

/// What is due next in the plan of `report`, or has been due for longest.
#[must_use]
pub fn nearest(report: &Report, locale: Locale) -> Option<Nearest> {
    let context = Context::new(report, locale);
    let today = context.today?;
    let (date, title, source) = due_days(&context).min_by_key(|(date, ..)| *date)?;
    let days = i64::from((date - today).get_days());
    let text = format!("{title}: {}", label::away(&context, days));
    Some(Nearest { date: Day::new(date), days, text, source: source.cloned(), title })
}

/// The days by which open work is due, in the order of the text, with its title and where it stands.
fn due_days<'a>(context: &Context<'a>) -> impl Iterator<Item = (Date, String, Option<&'a Place>)> {
    let report = context.report;
    let mut found = Vec::new();
    let mut note = |date: Option<&Day>, title: String, source: &'a Option<Place>| {
        if let Some(date) = date.and_then(day) {
            found.push((date, title, source.as_ref()));
        }
    };
    for row in report.activities.iter().filter(|row| is_open(row.schedule.state)) {
        note(due_day(&row.schedule), row.title.clone(), &row.extra.source);
        for task in row.tasks.iter().filter(|task| !task.done) {
            note(task.deadline.as_ref(), task.title.clone(), &task.extra.source);
        }
    }
    for row in report.launches.iter().filter(|row| is_open(row.schedule.state)) {
        note(due_day(&row.schedule), label::launch(context, &row.title), &row.extra.source);
        for material in row.materials.iter().filter(|material| !material.done) {
            let title = format!("{} ({})", label::material(context, &material.kind), row.title);
            note(material.deadline.as_ref(), title, &material.extra.source);
        }
    }
    for row in report.scripts.iter().filter(|row| is_open(row.schedule.state)) {
        note(due_day(&row.schedule), label::script(context, &row.title), &row.extra.source);
    }
    // A milestone is a day and no work: once it has passed, nothing can be done by it, and the report counts it to nothing late.
    for row in report.milestones.iter().filter(|row| is_open(row.state) && row.state != State::Late) {
        note(Some(&row.date), row.title.clone(), &row.extra.source);
    }
    found.into_iter()
}

fn due_day(schedule: &Schedule) -> Option<&Day> {
    schedule.deadline.as_ref().or(schedule.end.as_ref())
}

fn is_open(state: State) -> bool {
    !matches!(state, State::Idea | State::Done | State::Cancelled)
}

fn goal_node(context: &Context<'_>, goal: &Goal) -> Node {
    let look = words::kpi_state(goal.state);
    let by = goal.by.as_ref().map(|by| context.with("report-kpi-by", "date", context.day(by)));
    let owner = goal.owner.as_deref().map(|owner| context.given(owner).to_owned());
    Node {
        kind: ItemKind::Goal,
        name: goal.id.clone(),
        title: goal.title.clone(),
        state: NodeState::Kpi(goal.state),
        detail: joined([Some(context.word(look.word)), owner, by]),
        tooltip: goal.result.clone().or_else(|| goal.problem.clone()),
        source: goal.extra.source.clone(),
        children: kpi_nodes(context, &goal.kpis),
    }
}

fn kpi_nodes(context: &Context<'_>, kpis: &[Kpi]) -> Vec<Node> {
    let node = |kpi: &Kpi| {
        let target = kpi::target(context, kpi);
        let now = kpi.reading.as_ref().and_then(|reading| number(&reading.value));
        let figures = match now {
            Some(now) => format!("{} / {target}", context.figure(now, &kpi.unit)),
            None => target,
        };
        let word = context.word(words::kpi_state(kpi.state).word);
        let gap = plain(&KpiView::new(context, kpi).gap);
        Node {
            kind: ItemKind::Kpi,
            name: kpi.metric.clone(),
            title: kpi.title.clone(),
            state: NodeState::Kpi(kpi.state),
            detail: joined([Some(figures), Some(word)]),
            tooltip: Some(gap).filter(|gap| !gap.is_empty()),
            source: kpi.source.clone(),
            children: Vec::new(),
        }
    };
    kpi::outcomes_first(kpis).map(node).collect()
}

fn phase_node(context: &Context<'_>, phase: &Phase, group: &Group<'_>, mut work: Vec<Node>) -> Node {
    let days = format!("{} – {}", context.day(&phase.period.start), context.day(&phase.period.end));
    let done = Message::new("report-done-of")
        .with("done", i64::from(phase.progress.done))
        .with("total", i64::from(phase.progress.total));
    let word = context.word(words::state(phase.state).word);
    let why = label::phase_why(context, phase, group);
    let mut children = kpi_nodes(context, &phase.kpis);
    children.append(&mut work);
    Node {
        kind: ItemKind::Phase,
        name: phase.id.clone(),
        title: phase.title.clone(),
        state: NodeState::Work(phase.state),
        detail: joined([Some(word), Some(days), Some(context.say(&done))]),
        tooltip: Some(why).filter(|why| !why.is_empty()).or_else(|| phase.focus.clone()),
        source: phase.extra.source.clone(),
        children,
    }
}

/// Activities, launches, scripts and milestones, each in the order of the text.
fn work_nodes(context: &Context<'_>, group: &Group<'_>) -> Vec<Node> {
    let activities = group.activities.iter().map(|row| activity_node(context, row));
    let launches = group.launches.iter().map(|row| Node {
        kind: ItemKind::Launch,
        name: row.id.clone(),
        title: row.title.clone(),
        source: row.extra.source.clone(),
        ..work_node(context, row.owner.as_deref(), &row.schedule, &row.status)
    });
    let scripts = group.scripts.iter().map(|row| Node {
        kind: ItemKind::Script,
        name: row.id.clone(),
        title: row.title.clone(),
        source: row.extra.source.clone(),
        ..work_node(context, row.owner.as_deref(), &row.schedule, &row.status)
    });
    let milestones = group.milestones.iter().map(|row| Node {
        kind: ItemKind::Milestone,
        name: row.id.clone(),
        title: row.title.clone(),
        state: NodeState::Work(row.state),
        detail: joined([Some(context.word(words::state(row.state).word)), Some(context.day(&row.date))]),
        tooltip: None,
        source: row.extra.source.clone(),
        children: Vec::new(),
    });
    activities.chain(launches).chain(scripts).chain(milestones).collect()
}

fn activity_node(context: &Context<'_>, row: &Activity) -> Node {
    Node {
        kind: ItemKind::Activity,
        name: row.id.clone(),
        title: row.title.clone(),
        source: row.extra.source.clone(),
        ..work_node(context, row.owner.as_deref(), &row.schedule, &row.status)
    }
}

/// What all work says of itself: who, how it stands, until when.
fn work_node(context: &Context<'_>, owner: Option<&str>, schedule: &Schedule, status: &Status) -> Node {
    let state = match schedule.days_late {
        Some(days) => context.with("report-late-days", "days", days),
        None => context.word(words::state(schedule.state).word),
    };
    let progress = number(&schedule.progress).filter(|progress| !progress.is_zero());
    let progress = progress.filter(|_| schedule.state != State::Done);
    let due = due_day(schedule).map(|day| match schedule.state {
        State::Done => context.day(status.done.as_ref().unwrap_or(day)),
        _ => context.with("report-kpi-by", "date", context.day(day)),
    });
    let owner = owner.map(|owner| context.given(owner).to_owned());
    let days = match (&schedule.start, &schedule.end) {
        (Some(start), Some(end)) => Some(format!("{} – {}", context.day(start), context.day(end))),
        _ => None,
    };
    Node {
        kind: ItemKind::Activity,
        name: String::new(),
        title: String::new(),
        state: NodeState::Work(schedule.state),
        detail: joined([Some(state), progress.map(|progress| context.percent(progress, 0)), owner, due]),
        tooltip: Some(joined([days, status.reason.clone()])).filter(|text| !text.is_empty()),
        source: None,
        children: Vec::new(),
    }
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
