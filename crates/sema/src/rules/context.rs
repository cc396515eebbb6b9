//! What a check may look at.

use std::sync::OnceLock;

use roadmap_diag::{Message, Span};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use super::Sources;
use super::campaign::Selling;
use crate::history::History;
use crate::model::{
    Activity, Goal, Head, Id, Kpi, Launch, Metric, Milestone, Model, Person, Phase, Place, Ref, Script, Who,
    WorkRef,
};
use crate::names_of::kind_message;
use crate::settings::Settings;

/// The model with the settings and what all rules ask.
pub struct Cx<'a> {
    /// The plan.
    pub model: &'a Model,
    /// Limits and levels.
    pub settings: &'a Settings,
    /// Which practices the plan uses.
    pub practices: Practices,
    /// The plan's past, where it is known.
    pub history: Option<&'a History>,
    /// Work that waits for itself.
    pub(super) in_cycle: FxHashSet<WorkRef>,
    sources: Option<&'a dyn Sources>,
    /// What is made only where a rule asks for it.
    pub(super) made: Made,
}

/// What rules and fixes share and not every plan needs: made by the first that asks.
#[derive(Default)]
pub(super) struct Made {
    /// What sells what.
    pub(super) selling: OnceLock<Selling>,
    /// The identifiers of all work.
    pub(super) work_ids: OnceLock<FxHashSet<SmolStr>>,
    /// The first goals of the top level.
    pub(super) goals_of_all: OnceLock<Vec<Id<Goal>>>,
    /// An objection of each kind, to fill in.
    pub(super) objections: OnceLock<Vec<String>>,
}

/// One item of the plan.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Item {
    /// A goal.
    Goal(Id<Goal>),
    /// An activity.
    Activity(Id<Activity>),
    /// A launch.
    Launch(Id<Launch>),
    /// A script.
    Script(Id<Script>),
    /// A milestone.
    Milestone(Id<Milestone>),
    /// A KPI.
    Kpi(Id<Kpi>),
    /// A metric that the plan declares.
    Metric(Id<Metric>),
    /// A person.
    Person(Id<Person>),
}

impl Item {
    /// The item that a piece of work is.
    #[must_use]
    pub fn of(work: WorkRef) -> Self {
        match work {
            WorkRef::Goal(id) => Self::Goal(id),
            WorkRef::Activity(id) => Self::Activity(id),
            WorkRef::Launch(id) => Self::Launch(id),
            WorkRef::Script(id) => Self::Script(id),
            WorkRef::Milestone(id) => Self::Milestone(id),
        }
    }
}

/// Practices of the method that a plan uses; rules about the others are silent (`plan/not-yet` lists them).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Practices {
    /// A `source` or an `actual`.
    pub data: bool,
    /// A `script`, a `qualify`, or a person with role sales.
    pub sales: bool,
    /// A person with role operations or care.
    pub operations: bool,
    /// Any `message` or `usp`.
    pub messages: bool,
    /// Any `alert`.
    pub alerts: bool,
    /// Any budget `for` an objective.
    pub budget_parts: bool,
    /// Any `category`.
    pub categories: bool,
    /// Any `touchpoint`.
    pub touchpoints: bool,
    /// Any `by` on a metric or reading.
    pub breakdowns: bool,
}

impl Practices {
    /// What `model` uses.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        let role = |words: &[&str]| {
            model.people.rows().iter().any(|person| words.iter().any(|word| person.has_role(word)))
        };
        let activities = model.activities.rows();
        let budgets = std::iter::once(&model.plan.budget)
            .chain(model.channels.rows().iter().map(|channel| &channel.budget))
            .chain(model.phases.rows().iter().map(|phase| &phase.budget))
            .chain(
                model
                    .phases
                    .rows()
                    .iter()
                    .flat_map(|phase| phase.channels.iter().map(|channel| &channel.budget)),
            )
            .chain(activities.iter().map(|activity| &activity.budget));
        Self {
            data: !model.sources.is_empty() || !model.actuals.is_empty(),
            sales: !model.scripts.is_empty() || !model.qualifies.is_empty() || role(&["sales"]),
            operations: role(&["operations", "care"]),
            messages: model.phases.rows().iter().any(|phase| phase.message.is_some())
                || activities.iter().any(|activity| activity.message.is_some() || !activity.usps.is_empty())
                || model.launches.rows().iter().any(|launch| !launch.usps.is_empty())
                || model.scripts.rows().iter().any(|script| !script.usps.is_empty())
                || model.segments.rows().iter().any(|segment| !segment.usps.is_empty())
                || model.products.rows().iter().any(|product| !product.usps.is_empty()),
            alerts: !model.alerts.is_empty(),
            budget_parts: budgets.flat_map(|budget| &budget.lines).any(|line| line.objective.is_some()),
            categories: activities.iter().any(|activity| activity.category.is_some()),
            touchpoints: activities.iter().any(|activity| !activity.touchpoints.is_empty())
                || model.launches.rows().iter().any(|launch| !launch.touchpoints.is_empty()),
            breakdowns: model
                .metrics
                .rows()
                .iter()
                .any(|metric| metric.head.place.is_some() && !metric.by.is_empty())
                || model.actuals.rows().iter().any(|actual| !actual.by.is_empty()),
        }
    }
}

impl<'a> Cx<'a> {
    /// The context of a run over `model`.
    #[must_use]
    pub fn new(model: &'a Model, settings: &'a Settings) -> Self {
        let members = model.cycles.iter().flat_map(|cycle| cycle.members.iter().chain(&cycle.others));
        let in_cycle = members.map(|member| member.work).collect();
        let practices = Practices::of(model);
        Self { model, settings, practices, history: None, in_cycle, sources: None, made: Made::default() }
    }

    /// With the texts of the plan's files, without which no fix can move what is written.
    #[must_use]
    pub fn with_sources(self, sources: &'a dyn Sources) -> Self {
        Self { sources: Some(sources), ..self }
    }

    /// The words at `span`, for a fix that puts them elsewhere.
    #[must_use]
    pub fn text(&self, span: Span) -> Option<&'a str> {
        self.sources?.text(span)
    }

    /// The same, with what is known of the plan's past.
    #[must_use]
    pub fn with_history(self, history: Option<&'a History>) -> Self {
        Self { history, ..self }
    }

    /// Names and places of an item; none for a KPI, which has no identifier.
    #[must_use]
    pub fn head(&self, item: Item) -> Option<&'a Head> {
        let model = self.model;
        Some(match item {
            Item::Goal(id) => &model[id].head,
            Item::Activity(id) => &model[id].head,
            Item::Launch(id) => &model[id].head,
            Item::Script(id) => &model[id].head,
            Item::Milestone(id) => &model[id].head,
            Item::Metric(id) => &model[id].head,
            Item::Person(id) => &model[id].head,
            Item::Kpi(_) => return None,
        })
    }

    /// Where an item stands; nowhere for what is built in.
    #[must_use]
    pub fn place(&self, item: Item) -> Option<Place> {
        match item {
            Item::Kpi(id) => Some(self.model[id].place),
            other => self.head(other)?.place,
        }
    }

    /// What an item is called in a sentence: “activity”, “goal”.
    #[must_use]
    pub fn kind_of(&self, item: Item) -> Message {
        use roadmap_schema::Kind;
        kind_message(match item {
            Item::Goal(_) => Kind::Goal,
            Item::Activity(_) => Kind::Activity,
            Item::Launch(_) => Kind::Launch,
            Item::Script(_) => Kind::Script,
            Item::Milestone(_) => Kind::Milestone,
            Item::Kpi(_) => Kind::Kpi,
            Item::Metric(_) => Kind::Metric,
            Item::Person(_) => Kind::Person,
        })
    }

    /// Whether the log of reviews and readings may have stood behind a phase whose text is cut off.
    #[must_use]
    pub fn log_may_be_lost(&self) -> bool {
        let model = self.model;
        model.reviews.is_empty()
            && model.actuals.is_empty()
            && model.phases.rows().iter().any(|phase| phase.head.damaged())
    }

    /// Whether nothing is asked of an item: an idea is not in the plan yet, and what was given up is out of it.
    #[must_use]
    pub fn is_out_of_plan(&self, item: Item) -> bool {
        match item {
            Item::Activity(id) => !self.model[id].status.counts(),
            Item::Launch(id) => !self.model[id].status.counts(),
            Item::Script(id) => !self.model[id].status.counts(),
            Item::Kpi(id) => match self.model[id].home {
                crate::model::KpiHome::Activity(activity) => !self.model[activity].status.counts(),
                crate::model::KpiHome::Launch(launch) => !self.model[launch].status.counts(),
                crate::model::KpiHome::Script(script) => !self.model[script].status.counts(),
                _ => false,
            },
            _ => false,
        }
    }

    /// The one person who answers, where it is one and known.
    #[must_use]
    pub fn sole_owner(&self, owners: &[Ref<Who>]) -> Option<Id<Person>> {
        match owners {
            [Ref { target: Some(Who::Person(person)), .. }] => Some(*person),
            _ => None,
        }
    }

    /// The identifiers of the people whom a fix may offer, in the order of the text, at most `count`.
    #[must_use]
    pub fn people_to_offer(&self, count: usize) -> Vec<SmolStr> {
        self.model.people.rows().iter().take(count).map(|person| person.head.id.clone()).collect()
    }

    /// The phase of an item, where it stands in one.
    #[must_use]
    pub fn phase_of(&self, item: Item) -> Option<Id<Phase>> {
        match item {
            Item::Goal(id) => self.model[id].phase,
            Item::Activity(id) => self.model[id].phase,
            Item::Launch(id) => self.model[id].phase,
            Item::Script(id) => self.model[id].phase,
            Item::Milestone(id) => self.model[id].phase,
            Item::Kpi(_) | Item::Metric(_) | Item::Person(_) => None,
        }
    }

    /// Where a finding about the whole plan is shown: the title of `roadmap`.
    #[must_use]
    pub fn plan_span(&self) -> Option<Span> {
        self.model.plan.place.map(|place| place.keyword)
    }
}
