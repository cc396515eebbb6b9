//! Work by phase, as the timeline and the sections show it.

use std::collections::BTreeMap;

use roadmap_api::{Activity, Launch, Milestone, Phase, Report, Script};

/// A phase and what stands in it, or what belongs to no single phase.
#[derive(Default)]
pub(crate) struct Group<'a> {
    /// The phase; `None` for always-on work and what belongs to none.
    pub(crate) phase: Option<&'a Phase>,
    /// The phase's number, from 1.
    pub(crate) number: usize,
    pub(crate) activities: Vec<&'a Activity>,
    pub(crate) launches: Vec<&'a Launch>,
    pub(crate) scripts: Vec<&'a Script>,
    pub(crate) milestones: Vec<&'a Milestone>,
}

impl Group<'_> {
    /// Whether nothing stands in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.activities.is_empty()
            && self.launches.is_empty()
            && self.scripts.is_empty()
            && self.milestones.is_empty()
    }
}

/// One group a phase, in their order; then one for the rest, where there is any.
pub(crate) fn groups(report: &Report) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = report
        .phases
        .iter()
        .enumerate()
        .map(|(index, phase)| Group { phase: Some(phase), number: index + 1, ..Group::default() })
        .collect();
    groups.push(Group::default());
    let index: BTreeMap<&str, usize> =
        report.phases.iter().enumerate().map(|(index, phase)| (phase.id.as_str(), index)).collect();
    let rest = report.phases.len();
    let place = |phases: &[String], always_on: bool| match phases {
        [phase] if !always_on => index.get(phase.as_str()).copied().unwrap_or(rest),
        _ => rest,
    };
    for activity in &report.activities {
        if let Some(group) = groups.get_mut(place(&activity.phases, activity.always_on)) {
            group.activities.push(activity);
        }
    }
    for launch in &report.launches {
        if let Some(group) = groups.get_mut(place(&launch.phases, false)) {
            group.launches.push(launch);
        }
    }
    for script in &report.scripts {
        if let Some(group) = groups.get_mut(place(&script.phases, false)) {
            group.scripts.push(script);
        }
    }
    for milestone in &report.milestones {
        if let Some(group) = groups.get_mut(place(&milestone.phases, false)) {
            group.milestones.push(milestone);
        }
    }
    groups.retain(|group| group.phase.is_some() || !group.is_empty());
    groups
}
