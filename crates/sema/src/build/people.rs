//! People and teams.

use roadmap_schema::Kind;

use super::builder::Builder;
use crate::model::{Id, Person, Team, Written};

impl<'h> Builder<'h> {
    pub(super) fn people(&mut self) {
        for (view, id) in self.declared.people.clone() {
            let roles = view
                .children_of("role")
                .filter_map(|child| Some((child.word("role")?, child.text("which"))))
                .collect();
            let team = view.child("team").and_then(|child| Self::one_named(child, "team"));
            let team = team.map(|(path, span)| self.team(&path, span));
            let email = view.child("email").and_then(|child| child.text("address"));
            let capacity = view
                .child("capacity")
                .and_then(|child| self.whole(child, "items", 1..=10_000, "value-out-of-range.whole"))
                .map(|(value, span)| Written { value, span });
            let mut leave = Vec::new();
            for child in view.children_of("leave") {
                leave.extend(self.range(child, "days").map(|range| range.value));
            }
            let extras = self.extras(view);
            self.unknown_properties(view, Kind::Person);
            let row = self.model.people.get_mut(id);
            row.roles = roles;
            row.team = team;
            row.email = email;
            row.capacity = capacity;
            row.leave = leave;
            row.head.extras = extras;
        }
        for (view, id) in self.declared.teams.clone() {
            let lead = view.child("lead").and_then(|child| Self::one_named(child, "person"));
            let lead = lead.map(|(path, span)| self.person(&path, span));
            let named: Vec<_> =
                view.children_of("members").flat_map(|child| Self::named(child, "person")).collect();
            let members = named.into_iter().map(|(path, span)| self.person(&path, span)).collect();
            let extras = self.extras(view);
            self.unknown_properties(view, Kind::Team);
            let row = self.model.teams.get_mut(id);
            row.lead = lead;
            row.members = members;
            row.head.extras = extras;
        }
        self.join_teams();
    }

    /// A team is those it lists and those who say that they belong to it.
    fn join_teams(&mut self) {
        let mut pairs: Vec<(Id<Team>, Id<Person>)> = Vec::new();
        for (team, row) in self.model.teams.iter() {
            let listed = row.members.iter().chain(&row.lead).filter_map(|member| member.target);
            pairs.extend(listed.map(|person| (team, person)));
        }
        for (person, row) in self.model.people.iter() {
            pairs.extend(row.team.as_ref().and_then(|team| team.target).map(|team| (team, person)));
        }
        for (team, person) in pairs {
            let everybody = &mut self.model.teams.get_mut(team).everybody;
            if !everybody.contains(&person) {
                everybody.push(person);
            }
            let teams = &mut self.model.people.get_mut(person).teams;
            if !teams.contains(&team) {
                teams.push(team);
            }
        }
    }
}
