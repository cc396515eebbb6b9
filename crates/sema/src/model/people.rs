//! People and teams.

use smol_str::SmolStr;

use super::{Head, Id, Use, Written};
use crate::value::DateRange;

/// `person`
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Names and places; the title is the person's name.
    pub head: Head,
    /// Roles, `other` with its own words behind it.
    pub roles: Vec<(SmolStr, Option<SmolStr>)>,
    /// The team written at the person.
    pub team: Option<Use<Team>>,
    /// Address as written.
    pub email: Option<SmolStr>,
    /// How many items at once.
    pub capacity: Option<Written<u32>>,
    /// Days away.
    pub leave: Vec<DateRange>,
    /// All teams: the one written here and those that list the person.
    pub teams: Vec<Id<Team>>,
}

impl Person {
    /// Whether the person has the role `word` of the schema.
    #[must_use]
    pub fn has_role(&self, word: &str) -> bool {
        self.roles.iter().any(|(role, _)| role == word)
    }
}

/// `team`
#[derive(Clone, Debug, Default)]
pub struct Team {
    /// Names and places.
    pub head: Head,
    /// Who leads it.
    pub lead: Option<Use<Person>>,
    /// Those listed.
    pub members: Vec<Use<Person>>,
    /// Everybody: those listed and those whose `team` it is, without repetition.
    pub everybody: Vec<Id<Person>>,
}

/// A person or a team.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Who {
    /// A person.
    Person(Id<Person>),
    /// A team.
    Team(Id<Team>),
}
