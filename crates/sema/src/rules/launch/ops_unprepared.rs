//! `launch/ops-unprepared`

use roadmap_diag::Message;
use rustc_hash::FxHashSet;

use crate::model::{Activity, Id, Person, Phase, Ref, Who};
use crate::rules::{Check, Cx, Sink, edit, rule};

rule!("launch/ops-unprepared", "launch-ops-unprepared", Hint, Check::Project(check), "ops_unprepared.md");

/// People offered by a fix.
const OFFERED: usize = 3;

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    if !cx.practices.operations {
        return;
    }
    let operations = Operations::of(cx);
    for id in cx.model.activities.ids().filter(|id| cx.is_open_campaign(*id)) {
        let activity = &cx.model[id];
        let told = operations.are_among(&activity.informed) || operations.work_in(activity);
        let Some(place) = activity.head.place.filter(|place| !place.damaged && !told) else { continue };
        let beside = match activity.phase {
            Some(phase) => operations.phases.contains(&phase),
            None => {
                operations.top_level || cx.phases_of(id).iter().any(|phase| operations.phases.contains(phase))
            }
        };
        if beside {
            continue;
        }
        let people = cx.model.people.rows().iter().filter(|person| is_operations(person));
        let names: Vec<_> = people.map(|person| person.head.id.as_str()).take(OFFERED).collect();
        let first = names.first().copied().unwrap_or_default();
        let mut finding = sink
            .missing(place)
            .with("noun", cx.campaign_noun(id))
            .with("name", activity.head.id.as_str())
            .with("person", first);
        for name in names {
            let line = format!("informed {name}");
            let title = Message::new("fix-add").with("line", line.as_str());
            finding = finding.fix_all(title, false, vec![edit::add_line(place, &line)]);
        }
        finding.emit();
    }
}

fn is_operations(person: &Person) -> bool {
    person.has_role("operations") || person.has_role("care")
}

/// Who runs the business and looks after its customers, and where they have work.
struct Operations {
    who: FxHashSet<Who>,
    phases: FxHashSet<Id<Phase>>,
    /// Whether they have work at the top level.
    top_level: bool,
}

impl Operations {
    fn of(cx: &Cx<'_>) -> Self {
        let model = cx.model;
        let people: FxHashSet<Id<Person>> =
            model.people.iter().filter(|(_, person)| is_operations(person)).map(|(id, _)| id).collect();
        let teams = model.teams.iter().filter(|(_, team)| {
            let lead = team.lead.as_ref().and_then(|lead| lead.target);
            lead.iter().chain(&team.everybody).any(|member| people.contains(member))
        });
        let who = teams.map(|(id, _)| Who::Team(id)).chain(people.iter().copied().map(Who::Person)).collect();
        let mut operations = Self { who, phases: FxHashSet::default(), top_level: false };
        operations.look_around(cx);
        operations
    }

    /// Notes every place in which they have work that counts.
    fn look_around(&mut self, cx: &Cx<'_>) {
        let model = cx.model;
        for (id, phase) in model.phases.iter() {
            if self.are_among(&phase.owners) {
                self.phases.insert(id);
            }
        }
        for goal in model.goals.rows() {
            self.note(goal.phase, self.are_among(&goal.owners));
        }
        for activity in model.activities.rows().iter().filter(|activity| activity.status.counts()) {
            self.note(activity.phase, self.work_in(activity));
        }
        for launch in model.launches.rows().iter().filter(|launch| launch.status.counts()) {
            let makes = launch.materials.iter().any(|material| self.are_among(&material.owners));
            self.note(launch.phase, makes || self.are_among(&launch.owners));
        }
        for script in model.scripts.rows().iter().filter(|script| script.status.counts()) {
            self.note(script.phase, self.are_among(&script.owners));
        }
        for milestone in model.milestones.rows() {
            self.note(milestone.phase, self.are_among(&milestone.owners));
        }
    }

    fn note(&mut self, phase: Option<Id<Phase>>, is_theirs: bool) {
        match phase {
            _ if !is_theirs => {}
            Some(phase) => drop(self.phases.insert(phase)),
            None => self.top_level = true,
        }
    }

    /// Whether they own an activity, help with it or have a task of it.
    fn work_in(&self, activity: &Activity) -> bool {
        self.are_among(&activity.owners)
            || self.are_among(&activity.support)
            || activity.tasks.iter().any(|task| self.are_among(&task.owners))
            || activity.teams.iter().any(|team| self.is_one(team.target.map(Who::Team)))
    }

    fn are_among(&self, all: &[Ref<Who>]) -> bool {
        all.iter().any(|who| self.is_one(who.target))
    }

    /// Whether it is one of them; an unknown name may be.
    fn is_one(&self, who: Option<Who>) -> bool {
        who.is_none_or(|who| self.who.contains(&who))
    }
}
