//! `plan/all-at-once`

use std::collections::BTreeMap;

use crate::model::{Activity, Id, Team, Who};
use crate::rules::load::Load;
use crate::rules::{Check, Cx, Sink, rule};
use crate::value::{DateRange, Period};

rule!("plan/all-at-once", "plan-all-at-once", Warning, Check::Project(check), "all_at_once.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let limit = cx.settings.limits.parallel_activities;
    for (team, days) in by_team(cx) {
        let load: Load = days.into_iter().collect();
        for phase in cx.model.phases.rows() {
            let Some((place, range)) = phase.head.place.zip(phase.range) else { continue };
            let Some((week, count)) = load.busiest_week(range.value) else { continue };
            if count <= limit as usize {
                continue;
            }
            let finding = sink
                .report(place.keyword, place)
                .with("name", phase.head.id.as_str())
                .with("week", iso_week(week))
                .with("from", week.start)
                .with("to", week.end)
                .with("count", count)
                .with("limit", i64::from(limit));
            let finding = match team {
                Some(team) => {
                    finding.message("plan-all-at-once.team").with("team", cx.model[team].head.id.as_str())
                }
                None => finding,
            };
            finding.emit();
        }
    }
}

/// The days of all activities still to be done, by the team that they fall to; one list for all where no team is declared.
fn by_team(cx: &Cx<'_>) -> BTreeMap<Option<Id<Team>>, Vec<DateRange>> {
    let mut by_team: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for activity in cx.model.activities.rows() {
        let Some(days) = cx.running_days(activity) else { continue };
        if cx.model.teams.is_empty() {
            by_team.entry(None).or_default().push(days);
        }
        for team in teams_of(cx, activity) {
            by_team.entry(Some(team)).or_default().push(days);
        }
    }
    by_team
}

/// The teams of an activity's owners, each once.
fn teams_of(cx: &Cx<'_>, activity: &Activity) -> Vec<Id<Team>> {
    let mut teams = Vec::new();
    for owner in activity.owners.iter().filter_map(|owner| owner.target) {
        teams.extend_from_slice(cx.teams_of(owner));
        if let Who::Team(team) = owner {
            teams.push(team);
        }
    }
    teams.sort_unstable();
    teams.dedup();
    teams
}

/// `2026-W07`
fn iso_week(week: DateRange) -> String {
    let iso = week.start.iso_week_date();
    Period::IsoWeek { year: iso.year(), week: iso.week() }.to_string()
}
