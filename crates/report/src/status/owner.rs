//! The part of a plan that a person or a team answers for.

use std::collections::BTreeSet;

use roadmap_api as api;
use roadmap_diag::{Arg, Message};
use roadmap_sema::names::{fold, suggest};

/// Why nobody is found by a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OwnerError {
    /// Nobody is called so; somebody may be called nearly so.
    Unknown {
        /// What was asked for.
        name: String,
        /// What may have been meant.
        near: Option<String>,
    },
    /// Several are called so: their identifiers.
    Several {
        /// What was asked for.
        name: String,
        /// Who is meant by it.
        ids: Vec<String>,
    },
}

impl OwnerError {
    /// It in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Unknown { name, near: Some(near) } => Message::new("status-owner-unknown.near")
                .with("name", name.as_str())
                .with("near", near.as_str()),
            Self::Unknown { name, near: None } => {
                Message::new("status-owner-unknown").with("name", name.as_str())
            }
            Self::Several { name, ids } => {
                let ids: Vec<Arg> = ids.iter().map(|id| format!("`{id}`").into()).collect();
                Message::new("status-owner-several").with("name", name.as_str()).with("ids", ids)
            }
        }
    }
}

/// Whether somebody, by identifier and full name, is meant.
type Way<'a> = &'a dyn Fn(&str, &str) -> bool;

/// The identifier of the person or team called `name`: by identifier, else by full name, else by words of a name; case
/// and accents make no difference.
///
/// # Errors
/// Where nobody is called so, or several are.
pub fn find_owner(report: &api::Report, name: &str) -> Result<String, OwnerError> {
    let all = || {
        let people = report.people.iter().map(|person| (person.id.as_str(), person.name.as_str()));
        people.chain(report.teams.iter().map(|team| (team.id.as_str(), team.title.as_str())))
    };
    if let Some((id, _)) = all().find(|(id, _)| *id == name) {
        return Ok(id.to_owned());
    }
    let wanted = fold(name.trim());
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let ways: [Way<'_>; 3] = [&|id, _| fold(id) == wanted, &|_, full| fold(full) == wanted, &|_, full| {
        let full = fold(full);
        let full: Vec<&str> = full.split_whitespace().collect();
        !words.is_empty() && full.windows(words.len()).any(|part| part == words)
    }];
    for is_meant in ways {
        let found: Vec<&str> = all().filter(|(id, full)| is_meant(id, full)).map(|(id, _)| id).collect();
        match *found {
            [] => {}
            [id] => return Ok(id.to_owned()),
            _ => {
                let ids = found.into_iter().map(str::to_owned).collect();
                return Err(OwnerError::Several { name: name.to_owned(), ids });
            }
        }
    }
    let candidates = all().flat_map(|(id, full)| {
        let last = full.split_whitespace().next_back().unwrap_or(full);
        [(id, id), (id, full), (id, last)]
    });
    Err(OwnerError::Unknown { name: name.to_owned(), near: suggest(name, candidates).map(str::to_owned) })
}

/// The part of `report` that `owner` answers for: as a person, or as a team with its members.
pub(super) fn part(report: &api::Report, owner: &str) -> api::Report {
    let team = report.teams.iter().find(|team| team.id == owner);
    let mut whose: BTreeSet<&str> = BTreeSet::from([owner]);
    whose.extend(team.into_iter().flat_map(|team| team.members.iter().map(String::as_str)));
    let is_theirs = |owner: &Option<String>| owner.as_deref().is_some_and(|owner| whose.contains(owner));
    let due = |list: &[api::Due]| list.iter().filter(|due| is_theirs(&due.owner)).cloned().collect();
    let mut part = report.clone();
    part.goals.retain(|goal| is_theirs(&goal.owner) || goal.kpis.iter().any(|kpi| is_theirs(&kpi.owner)));
    // What others do stays known by name: a launch waits for it, and a task belongs to it.
    part.launches.retain(|launch| is_theirs(&launch.owner));
    part.milestones.retain(|milestone| is_theirs(&milestone.owner));
    part.late = due(&report.late);
    part.upcoming = due(&report.upcoming);
    part.blocked = due(&report.blocked);
    part.summary = summary(report, &part, &is_theirs);
    part
}

fn summary(
    whole: &api::Report,
    part: &api::Report,
    is_theirs: &dyn Fn(&Option<String>) -> bool,
) -> api::Summary {
    let count =
        |states: &[api::KpiState]| size(part.goals.iter().filter(|goal| states.contains(&goal.state)));
    let activities = whole.activities.iter().map(|row| (&row.owner, row.schedule.state));
    let launches = whole.launches.iter().map(|row| (&row.owner, row.schedule.state));
    let scripts = whole.scripts.iter().map(|row| (&row.owner, row.schedule.state));
    let work = activities.chain(launches).chain(scripts).filter(|(owner, _)| is_theirs(owner));
    api::Summary {
        goals: size(part.goals.iter()),
        goals_on_pace: count(&[api::KpiState::OnPace, api::KpiState::Beating, api::KpiState::Reached]),
        goals_at_risk: count(&[api::KpiState::AtRisk]),
        goals_off_pace: count(&[api::KpiState::OffPace, api::KpiState::Missed]),
        goals_not_started: count(&[api::KpiState::NotStarted]),
        goals_no_reading: count(&[api::KpiState::NoReading]),
        work: crate::project::progress(work.map(|(_, state)| state)),
        ..whole.summary.clone()
    }
}

fn size(items: impl Iterator) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}
