//! Where names are used: for going to what they name, finding all uses, and renaming.

use std::sync::Arc;

use roadmap_diag::Span;

use super::{
    Calendar, Channel, Field, Head, Id, Metric, Model, Person, Phase, Product, Segment, Source, Team, Who,
    WorkRef,
};

/// Anything that has a name of its own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Named {
    /// A person.
    Person(Id<Person>),
    /// A team.
    Team(Id<Team>),
    /// A channel, declared or built in.
    Channel(Id<Channel>),
    /// A metric, declared or built in.
    Metric(Id<Metric>),
    /// A source.
    Source(Id<Source>),
    /// A calendar that the plan declares.
    Calendar(Id<Calendar>),
    /// A segment.
    Segment(Id<Segment>),
    /// A product.
    Product(Id<Product>),
    /// A phase.
    Phase(Id<Phase>),
    /// A goal, activity, launch, script or milestone.
    Work(WorkRef),
    /// A property of the company's own: its uses are the keywords of statements.
    Field(Id<Field>),
}

/// A name in the text that was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NameUse {
    /// The value that it stands in: a name, a path, or one of them with more behind it (`landing +3d`, `ads 70%`).
    pub span: Span,
    /// Which part of the path names it, from 0: in `foundation.landing`, 0 is the phase and 1 the activity.
    pub part: u8,
    /// What it names.
    pub named: Named,
}

/// All names in the text that were found, in no order: a list for each statement, shared with the plan before an edit where
/// that did not touch it.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    lists: Vec<Arc<[NameUse]>>,
}

impl Uses {
    /// Adds a list.
    pub(crate) fn push(&mut self, list: Vec<NameUse>) {
        self.lists.push(list.into());
    }

    /// The list at `index`; none where there are fewer.
    pub(crate) fn list(&self, index: usize) -> &[NameUse] {
        self.lists.get(index).map_or(&[], |list| list)
    }

    /// Puts another list in the place of the one at `index`.
    pub(crate) fn replace(&mut self, index: usize, list: Vec<NameUse>) {
        if let Some(place) = self.lists.get_mut(index) {
            *place = list.into();
        }
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &NameUse> {
        self.lists.iter().flat_map(|list| list.iter())
    }
}

impl From<Who> for Named {
    fn from(who: Who) -> Self {
        match who {
            Who::Person(id) => Self::Person(id),
            Who::Team(id) => Self::Team(id),
        }
    }
}

impl Model {
    /// Names and places of what has a name.
    #[must_use]
    pub fn head_of(&self, named: Named) -> &Head {
        match named {
            Named::Person(id) => &self[id].head,
            Named::Team(id) => &self[id].head,
            Named::Channel(id) => &self[id].head,
            Named::Metric(id) => &self[id].head,
            Named::Source(id) => &self[id].head,
            Named::Calendar(id) => &self[id].head,
            Named::Segment(id) => &self[id].head,
            Named::Product(id) => &self[id].head,
            Named::Phase(id) => &self[id].head,
            Named::Field(id) => &self[id].head,
            Named::Work(WorkRef::Goal(id)) => &self[id].head,
            Named::Work(WorkRef::Activity(id)) => &self[id].head,
            Named::Work(WorkRef::Launch(id)) => &self[id].head,
            Named::Work(WorkRef::Script(id)) => &self[id].head,
            Named::Work(WorkRef::Milestone(id)) => &self[id].head,
        }
    }

    /// Everything that has a name, kind by kind, each in the order of the text.
    pub fn all_named(&self) -> impl Iterator<Item = Named> + '_ {
        let work = self
            .goals
            .ids()
            .map(WorkRef::Goal)
            .chain(self.activities.ids().map(WorkRef::Activity))
            .chain(self.launches.ids().map(WorkRef::Launch))
            .chain(self.scripts.ids().map(WorkRef::Script))
            .chain(self.milestones.ids().map(WorkRef::Milestone));
        let people = self.people.ids().map(Named::Person).chain(self.teams.ids().map(Named::Team));
        let measures = self.channels.ids().map(Named::Channel).chain(self.metrics.ids().map(Named::Metric));
        let data = self.sources.ids().map(Named::Source).chain(self.calendars.ids().map(Named::Calendar));
        let market = self.segments.ids().map(Named::Segment).chain(self.products.ids().map(Named::Product));
        let phases = self.phases.ids().map(Named::Phase);
        let fields = self.fields.ids().map(Named::Field);
        people
            .chain(measures)
            .chain(data)
            .chain(market)
            .chain(phases)
            .chain(work.map(Named::Work))
            .chain(fields)
    }
}
