//! How a plan stands on one day, from its report: what is late, due, blocked, waited for, to be decided.

mod owner;
mod rhythms;
pub(crate) mod sentences;

use jiff::ToSpan;
use jiff::civil::Date;
use roadmap_api as api;
use roadmap_diag::Locale;

use crate::context::{Context, day};
use crate::verdict;

pub use owner::{OwnerError, find_owner};

/// Days of “this week”, today among them.
const WEEK: i64 = 7;

/// How many milestones are shown.
const MILESTONES: usize = 3;

/// KPIs that are shown of a goal.
pub(crate) const KPIS: usize = 3;

/// Items that are shown of somebody's late and coming work.
pub(crate) const ITEMS: usize = 5;

/// Entries that are shown of any other list: a screen or two, whatever the size of the plan. What needs somebody stands first.
pub(crate) const ENTRIES: usize = 12;

/// How the plan of `report` stands. `owner` is the person or team whose part alone is wanted, by its identifier.
#[must_use]
pub fn plan_status(report: &api::Report, owner: Option<&str>, locale: Locale) -> api::PlanStatus {
    let part = owner.map(|owner| owner::part(report, owner));
    let report = part.as_ref().unwrap_or(report);
    let context = Context::new(report, locale);
    let until = context.today.and_then(|today| today.checked_add((WEEK - 1).days()).ok());
    api::PlanStatus {
        version: api::STATUS_VERSION,
        as_of: report.as_of.clone(),
        until: until.map_or_else(|| report.as_of.clone(), api::Day::new),
        title: report.plan.title.clone(),
        owner: owner.map(str::to_owned),
        verdict: match owner {
            Some(_) => verdict::headline_of_part(&context),
            None => verdict::headline(&context),
        },
        facts: verdict::lede(&context).iter().map(|fact| plain(fact)).collect(),
        summary: report.summary.clone(),
        findings: report.finding_counts.clone(),
        goals: goals(report),
        people: people(&context, until),
        blocked: report.blocked.clone(),
        launches: launches(&context),
        reviews: if owner.is_some() { Vec::new() } else { rhythms::rhythms(report) },
        decisions: if owner.is_some() { Vec::new() } else { decisions(&context) },
        milestones: milestones(&context),
    }
}

/// A sentence without its marks of emphasis.
pub(crate) fn plain(text: &str) -> String {
    crate::text::emphasis(text, str::to_owned, "", "")
}

/// The weakest first.
fn goals(report: &api::Report) -> Vec<api::Goal> {
    let mut goals = report.goals.clone();
    goals.sort_by_key(|goal| match goal.state {
        api::KpiState::Missed => 0,
        api::KpiState::OffPace => 1,
        api::KpiState::AtRisk => 2,
        api::KpiState::OnPace => 3,
        api::KpiState::Beating => 4,
        api::KpiState::NoReading => 5,
        api::KpiState::NotStarted => 6,
        api::KpiState::Reached => 7,
    });
    goals
}

/// Work that is late or due, by who answers for it.
fn people(context: &Context<'_>, until: Option<Date>) -> Vec<api::PersonWork> {
    let report = context.report;
    let mut people: Vec<api::PersonWork> = Vec::new();
    let mut of = |due: &api::Due, is_late: bool| {
        let known = people.iter().position(|person| person.owner == due.owner);
        let index = known.unwrap_or_else(|| {
            let name = due.owner.as_ref().map(|owner| context.person(owner).to_owned());
            people.push(api::PersonWork { owner: due.owner.clone(), name, ..api::PersonWork::default() });
            people.len() - 1
        });
        if let Some(person) = people.get_mut(index) {
            if is_late { person.late.push(due.clone()) } else { person.week.push(due.clone()) }
        }
    };
    report.late.iter().for_each(|due| of(due, true));
    for due in &report.upcoming {
        // Reviews and milestones have a list of their own; what is late is told once.
        let is_work = !matches!(due.kind, api::ItemKind::Review | api::ItemKind::Milestone);
        let is_soon =
            due.day.as_ref().and_then(day).is_some_and(|day| until.is_none_or(|until| day <= until));
        if is_work && is_soon && due.days_late.is_none() {
            of(due, false);
        }
    }
    // Those with most that is late first; otherwise whoever has to act soonest.
    people.sort_by(|left, right| {
        let key = |person: &api::PersonWork| {
            let first = person.week.first().and_then(|due| due.day.clone());
            (std::cmp::Reverse(person.late.len()), first, person.owner.clone())
        };
        key(left).cmp(&key(right))
    });
    people
}

fn is_open(state: api::State) -> bool {
    !matches!(state, api::State::Done | api::State::Cancelled | api::State::Idea)
}

/// Launches that are ahead, by day, with what is open.
fn launches(context: &Context<'_>) -> Vec<api::LaunchReadiness> {
    let work = OpenWorks::of(context.report);
    let launches = context.report.launches.iter().filter(|launch| is_open(launch.schedule.state));
    let mut found: Vec<_> = launches.map(|launch| launch_readiness(context, launch, &work)).collect();
    found.sort_by(|left, right| {
        (left.day.is_none(), &left.day, &left.id).cmp(&(right.day.is_none(), &right.day, &right.id))
    });
    found
}

fn launch_readiness(
    context: &Context<'_>,
    launch: &api::Launch,
    work: &OpenWorks<'_>,
) -> api::LaunchReadiness {
    let date = launch.schedule.deadline.clone().or_else(|| launch.schedule.end.clone());
    let open: Vec<String> = launch
        .materials
        .iter()
        .filter(|material| !material.done)
        .map(|material| material.kind.clone())
        .collect();
    let waits_for: Vec<_> = launch.after.iter().filter_map(|after| work.find(&after.on)).collect();
    let preparing: Vec<_> = launch.prepared_by.iter().filter_map(|id| work.find(id)).collect();
    let total = u32::try_from(launch.materials.len()).unwrap_or(u32::MAX);
    let missing = u32::try_from(open.len()).unwrap_or(u32::MAX);
    api::LaunchReadiness {
        id: launch.id.clone(),
        title: launch.title.clone(),
        owner: launch.owner.clone(),
        days: date.as_ref().and_then(day).and_then(|day| days_to(context, day)),
        day: date,
        state: launch.schedule.state,
        ready: open.is_empty()
            && waits_for.is_empty()
            && preparing.is_empty()
            && !matches!(launch.schedule.state, api::State::Blocked | api::State::Late),
        materials_done: total.saturating_sub(missing),
        materials: total,
        materials_open: open,
        waits_for,
        preparing,
    }
}

/// Work that is not done, by identifier.
struct OpenWorks<'a>(std::collections::BTreeMap<&'a str, api::OpenWork>);

impl<'a> OpenWorks<'a> {
    fn of(report: &'a api::Report) -> Self {
        let mut found = std::collections::BTreeMap::new();
        let mut note = |id: &'a str, title: &str, kind, owner: &Option<String>, schedule: &api::Schedule| {
            if is_open(schedule.state) {
                let (id_owned, title) = (id.to_owned(), title.to_owned());
                let day = schedule.end.clone().or_else(|| schedule.deadline.clone());
                let (owner, state) = (owner.clone(), schedule.state);
                found.insert(id, api::OpenWork { id: id_owned, title, kind, owner, day, state });
            }
        };
        for row in &report.activities {
            note(&row.id, &row.title, api::ItemKind::Activity, &row.owner, &row.schedule);
        }
        for row in &report.launches {
            note(&row.id, &row.title, api::ItemKind::Launch, &row.owner, &row.schedule);
        }
        for row in &report.scripts {
            note(&row.id, &row.title, api::ItemKind::Script, &row.owner, &row.schedule);
        }
        Self(found)
    }

    fn find(&self, id: &str) -> Option<api::OpenWork> {
        self.0.get(id).cloned()
    }
}

fn days_to(context: &Context<'_>, date: Date) -> Option<i64> {
    Some(i64::from((date - context.today?).get_days()))
}

/// Open proposals, the oldest first.
fn decisions(context: &Context<'_>) -> Vec<api::Decision> {
    let held = context
        .report
        .reviews
        .iter()
        .filter(|review| day(&review.date).zip(context.today).is_none_or(|(date, today)| date <= today));
    let open = held.flat_map(|review| {
        let waiting = review.proposals.iter().filter(|proposal| proposal.state == api::ProposalState::Open);
        waiting.map(move |proposal| api::Decision {
            text: proposal.text.clone(),
            proposed: review.date.clone(),
            days: day(&review.date).and_then(|date| days_to(context, date)).map(|days| -days),
            owner: review.owner.clone(),
        })
    });
    open.collect()
}

/// The next milestones.
fn milestones(context: &Context<'_>) -> Vec<api::Milestone> {
    let ahead = context.report.milestones.iter().filter(|milestone| {
        let is_ahead = day(&milestone.date).zip(context.today).is_some_and(|(date, today)| date >= today);
        is_ahead && milestone.state != api::State::Done
    });
    let mut ahead: Vec<_> = ahead.cloned().collect();
    ahead.sort_by(|left, right| (&left.date, &left.id).cmp(&(&right.date, &right.id)));
    ahead.truncate(MILESTONES);
    ahead
}
