//! What is brought out and sold: launches with their material, scripts, milestones.

use jiff::civil::Date;
use smol_str::SmolStr;

use super::{
    Activity, Earliest, Extras, Goal, Head, Id, Kpi, MessageUse, Phase, Place, Predecessor, Ref, Slack,
    Status, Touchpoint, Who, Written,
};

/// `launch`
#[derive(Clone, Debug, Default)]
pub struct Launch {
    /// Names and places.
    pub head: Head,
    /// The phase it stands in.
    pub phase: Option<Id<Phase>>,
    /// `feature`, `version` or `product`.
    pub kind: Option<SmolStr>,
    /// Who answers for it.
    pub owners: Vec<Ref<Who>>,
    /// Its day as written.
    pub deadline: Option<Written<Date>>,
    /// Whether `deadline` is written, right or wrong.
    pub deadline_written: bool,
    /// Whether the deadline is one day, not the end of a period.
    pub deadline_is_day: bool,
    /// What it promises.
    pub usps: Vec<MessageUse>,
    /// What it solves.
    pub problem: Option<SmolStr>,
    /// What it is worth to a customer.
    pub value: Option<SmolStr>,
    /// Whether `value` is written, right or wrong.
    pub value_written: bool,
    /// `feature`, `experience` or `saving`.
    pub angle: Option<SmolStr>,
    /// Material for sales and marketing, one for each word.
    pub materials: Vec<Material>,
    /// Whether one is written that could not be read, and may be any.
    pub material_unread: bool,
    /// Places where customers meet it.
    pub touchpoints: Vec<Touchpoint>,
    /// Whether one is written that could not be read, and may be any.
    pub touchpoint_unread: bool,
    /// What must end before.
    pub after: Vec<Predecessor>,
    /// Its KPIs.
    pub kpis: Vec<Id<Kpi>>,
    /// How far it is.
    pub status: Status,
    /// The day it counts as ready: done, else the deadline.
    pub date: Option<Date>,
    /// The earliest day, where it waits for something.
    pub earliest: Option<Earliest>,
    /// How far it may slip.
    pub slack: Option<Slack>,
}

/// `material`, one for each word.
#[derive(Clone, Debug)]
pub struct Material {
    /// Where it stands.
    pub place: Place,
    /// `deck`, `faq`, …
    pub kind: SmolStr,
    /// Who makes it; the launch's owner where left out.
    pub owners: Vec<Ref<Who>>,
    /// Until when; the launch's day where left out.
    pub deadline: Option<Written<Date>>,
    /// Whether it is finished.
    pub done: bool,
    /// The day it was finished.
    pub done_on: Option<Date>,
    /// What any statement may have.
    pub extras: Extras,
}

/// What a script is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ScriptTarget {
    /// An activity.
    Activity(Id<Activity>),
    /// A launch.
    Launch(Id<Launch>),
    /// A phase.
    Phase(Id<Phase>),
}

/// `script`
#[derive(Clone, Debug, Default)]
pub struct Script {
    /// Names and places.
    pub head: Head,
    /// The phase it stands in.
    pub phase: Option<Id<Phase>>,
    /// What it is for.
    pub targets: Vec<Ref<ScriptTarget>>,
    /// Who answers for it.
    pub owners: Vec<Ref<Who>>,
    /// Until when.
    pub deadline: Option<Written<Date>>,
    /// Whether `deadline` is written, right or wrong.
    pub deadline_written: bool,
    /// Whether the deadline is one day, not the end of a period.
    pub deadline_is_day: bool,
    /// `awareness`, `launch_offer` or `retention`.
    pub stage: Option<SmolStr>,
    /// What the talk is to reach.
    pub aim: Option<SmolStr>,
    /// What it promises.
    pub usps: Vec<MessageUse>,
    /// What the customer is asked to do.
    pub cta: Option<SmolStr>,
    /// Objections with their answers.
    pub objections: Vec<Objection>,
    /// Whether one is written whose kind could not be read, and may be any.
    pub objection_unread: bool,
    /// Its KPIs.
    pub kpis: Vec<Id<Kpi>>,
    /// How far it is.
    pub status: Status,
    /// How far it may slip.
    pub slack: Option<Slack>,
}

/// `objection`
#[derive(Clone, Debug)]
pub struct Objection {
    /// Where it stands.
    pub place: Place,
    /// `price`, `trust`, `need`, `rival` or `other`.
    pub kind: SmolStr,
    /// What the customer says.
    pub words: Option<SmolStr>,
    /// What to say.
    pub answers: Vec<SmolStr>,
    /// Whether an answer is written, right or wrong.
    pub answer_written: bool,
    /// What any statement may have.
    pub extras: Extras,
}

/// `milestone`
#[derive(Clone, Debug, Default)]
pub struct Milestone {
    /// Names and places.
    pub head: Head,
    /// The phase it stands in.
    pub phase: Option<Id<Phase>>,
    /// The goal it stands in.
    pub goal: Option<Id<Goal>>,
    /// Its day.
    pub date: Option<Written<Date>>,
    /// Who answers for it.
    pub owners: Vec<Ref<Who>>,
    /// Its partial targets.
    pub kpis: Vec<Id<Kpi>>,
    /// How far it may slip.
    pub slack: Option<Slack>,
}
