//! What is to be done: goals, phases and activities.

use jiff::civil::Date;
use roadmap_diag::Span;
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::{
    Approval, Budget, Channel, Dates, Earliest, Extras, Head, Id, Kpi, Launch, MessageUse, Milestone, Place,
    Product, Ref, Script, Segment, Slack, Team, Use, Who, Written,
};
use crate::hir::Every;
use crate::value::{DateRange, Duration, Lag};

/// Anything in the namespace of work.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum WorkRef {
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
}

/// What a goal is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum GoalType {
    /// Revenue.
    Revenue,
    /// Profit.
    Profit,
    /// Market share.
    Share,
    /// Cost.
    Cost,
    /// Leads.
    Leads,
    /// Conversion.
    Conversion,
    /// Awareness.
    Awareness,
    /// Experience.
    Experience,
    /// Retention.
    Retention,
}

impl GoalType {
    /// Every type, in the order of the method.
    pub const ALL: [Self; 9] = [
        Self::Revenue,
        Self::Profit,
        Self::Share,
        Self::Cost,
        Self::Leads,
        Self::Conversion,
        Self::Awareness,
        Self::Experience,
        Self::Retention,
    ];
}

/// `goal`
#[derive(Clone, Debug, Default)]
pub struct Goal {
    /// Names and places.
    pub head: Head,
    /// The phase it stands in.
    pub phase: Option<Id<Phase>>,
    /// Its type: written, else read from its first KPI's metric (methodology 1.3).
    pub goal_type: Option<GoalType>,
    /// Whether the type is written.
    pub type_written: bool,
    /// Who answers for it.
    pub owners: Vec<Ref<Who>>,
    /// Its KPIs, in their order.
    pub kpis: Vec<Id<Kpi>>,
    /// `long` or `short`.
    pub horizon: Option<Written<SmolStr>>,
    /// What is wrong today.
    pub problem: Option<SmolStr>,
    /// The result in words.
    pub result: Option<SmolStr>,
    /// For whom.
    pub segments: Vec<Use<Segment>>,
    /// Whether a `segment`, `product` or `region` is written that could not be read.
    pub audience_unread: bool,
    /// With what.
    pub products: Vec<Use<Product>>,
    /// Where.
    pub regions: Vec<SmolStr>,
    /// What was learned besides numbers.
    pub insights: Vec<SmolStr>,
    /// Goals it helps.
    pub supports: Vec<Use<Goal>>,
    /// Steps on the way.
    pub milestones: Vec<Id<Milestone>>,
    /// Who approved it.
    pub approvals: Vec<Approval>,
    /// Activities written inside it.
    pub activities: Vec<Id<Activity>>,
}

/// `phase`
#[derive(Clone, Debug, Default)]
pub struct Phase {
    /// Names and places.
    pub head: Head,
    /// Its days; none where they could not be read.
    pub range: Option<Written<DateRange>>,
    /// Who leads it.
    pub owners: Vec<Ref<Who>>,
    /// Its stage in the company's words.
    pub stage: Option<SmolStr>,
    /// `brand`, `demand`, `conversion` or `retention`.
    pub intent: Option<SmolStr>,
    /// What it concentrates on.
    pub focus: Option<Written<SmolStr>>,
    /// Whether `focus` is written, right or wrong.
    pub focus_written: bool,
    /// The result in words.
    pub result: Option<SmolStr>,
    /// What it says to the market.
    pub message: Option<MessageUse>,
    /// Its channels.
    pub channels: Vec<PhaseChannel>,
    /// Its own KPIs.
    pub kpis: Vec<Id<Kpi>>,
    /// Its budget.
    pub budget: Budget,
    /// Its own goals.
    pub goals: Vec<Id<Goal>>,
    /// Goals of the top level it helps.
    pub supports: Vec<Use<Goal>>,
    /// Activities inside it, also those inside its goals.
    pub activities: Vec<Id<Activity>>,
    /// Activities of the top level that its dates touch.
    pub always_on: Vec<Id<Activity>>,
    /// Launches inside it.
    pub launches: Vec<Id<Launch>>,
    /// Scripts inside it.
    pub scripts: Vec<Id<Script>>,
    /// Milestones inside it, not those of its goals.
    pub milestones: Vec<Id<Milestone>>,
    /// Months with their own focus.
    pub months: Vec<Month>,
    /// How often its activities are looked at.
    pub checkpoint: Option<SmolStr>,
    /// Whether `checkpoint` is written, right or wrong.
    pub checkpoint_written: bool,
    /// Whether it may overlap with another.
    pub overlap_ok: bool,
}

/// How much a phase counts on a channel.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Rank {
    /// One of its main channels.
    Primary,
    /// A helping one.
    Support,
}

/// `channel` in a phase.
#[derive(Clone, Debug)]
pub struct PhaseChannel {
    /// Where it stands.
    pub place: Place,
    /// The channel.
    pub channel: Use<Channel>,
    /// Its rank; `primary` where not written.
    pub rank: Rank,
    /// Its budget in this phase.
    pub budget: Budget,
    /// What any statement may have.
    pub extras: Extras,
}

/// `month` in a phase.
#[derive(Clone, Debug)]
pub struct Month {
    /// Where it stands.
    pub place: Place,
    /// Its days.
    pub range: Option<DateRange>,
    /// What it concentrates on.
    pub focus: Option<SmolStr>,
    /// Its KPIs.
    pub kpis: Vec<Id<Kpi>>,
    /// What any statement may have.
    pub extras: Extras,
}

/// How far something is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum StatusKind {
    /// Not in the plan yet: nothing is asked of it.
    Idea,
    /// To be done.
    #[default]
    Planned,
    /// Being done.
    InProgress,
    /// Stopped by something.
    Blocked,
    /// Finished.
    Done,
    /// Given up.
    Cancelled,
}

/// `status`
#[derive(Clone, Debug, Default)]
pub struct Status {
    /// How far it is.
    pub kind: StatusKind,
    /// Where the statement's values stand; none where the status is the default.
    pub span: Option<Span>,
    /// Progress in percent, where written.
    pub percent: Option<Decimal>,
    /// Why it is blocked or cancelled.
    pub why: Option<SmolStr>,
    /// The day it was finished, or given after `on`: when the status was noted.
    pub day: Option<Date>,
}

impl Status {
    /// Whether work on it is over or not to come.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self.kind, StatusKind::Done | StatusKind::Cancelled)
    }

    /// Whether it counts in the plan: neither an idea nor given up.
    #[must_use]
    pub fn counts(&self) -> bool {
        !matches!(self.kind, StatusKind::Idea | StatusKind::Cancelled)
    }

    /// Whether work on it is still to be done.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.counts() && !self.is_closed()
    }
}

/// What must end before something starts.
#[derive(Clone, Debug)]
pub struct Predecessor {
    /// What it waits for.
    pub work: Ref<WorkRef>,
    /// How long after its end.
    pub lag: Option<Lag>,
}

/// A channel of an activity with its part of the budget.
#[derive(Clone, Debug)]
pub struct ChannelShare {
    /// The channel.
    pub channel: Use<Channel>,
    /// Its share in percent, where written.
    pub share: Option<Decimal>,
}

/// `activity`
#[derive(Clone, Debug, Default)]
pub struct Activity {
    /// Names and places.
    pub head: Head,
    /// The phase it stands in; none for always-on work at the top level.
    pub phase: Option<Id<Phase>>,
    /// The goal it stands in.
    pub inside_goal: Option<Id<Goal>>,
    /// `research`, `ads`, …
    pub category: Option<SmolStr>,
    /// Whether `category` is written, right or wrong.
    pub category_written: bool,
    /// The company's own word for what it is.
    pub kind: Option<SmolStr>,
    /// `high`, `normal` or `low`.
    pub priority: SmolStr,
    /// Who answers for it.
    pub owners: Vec<Ref<Who>>,
    /// Who helps.
    pub support: Vec<Ref<Who>>,
    /// Who is told.
    pub informed: Vec<Ref<Who>>,
    /// Teams it belongs to.
    pub teams: Vec<Use<Team>>,
    /// Its KPIs, in their order.
    pub kpis: Vec<Id<Kpi>>,
    /// `start` as written.
    pub start: Option<Written<Date>>,
    /// The whole statement `start`.
    pub start_place: Option<Span>,
    /// Whether `start` is written, right or wrong.
    pub start_written: bool,
    /// `deadline` as written: the latest acceptable end.
    pub deadline: Option<Written<Date>>,
    /// Whether `deadline` is written, right or wrong.
    pub deadline_written: bool,
    /// Whether the deadline is one day, not the end of a period.
    pub deadline_is_day: bool,
    /// `duration` as written.
    pub duration: Option<Written<Duration>>,
    /// Whether `duration` is written, right or wrong.
    pub duration_written: bool,
    /// What must end before.
    pub after: Vec<Predecessor>,
    /// Launches it prepares.
    pub before: Vec<Use<Launch>>,
    /// Launches it sells.
    pub promotes: Vec<Use<Launch>>,
    /// Its channels.
    pub channels: Vec<ChannelShare>,
    /// Its budget.
    pub budget: Budget,
    /// What has been spent, in the plan's currency.
    pub spent: Option<Written<Decimal>>,
    /// How far it is.
    pub status: Status,
    /// Goals written behind `supports`.
    pub supports: Vec<Use<Goal>>,
    /// Goals it serves: written, or implied by where it stands.
    pub goals: Vec<Id<Goal>>,
    /// What it says to the market.
    pub message: Option<MessageUse>,
    /// What it promises.
    pub usps: Vec<MessageUse>,
    /// For whom.
    pub segments: Vec<Use<Segment>>,
    /// How often it is looked at.
    pub checkpoint: Option<SmolStr>,
    /// Whether `checkpoint` is written, right or wrong.
    pub checkpoint_written: bool,
    /// Its checklist.
    pub tasks: Vec<Task>,
    /// Places where customers meet it.
    pub touchpoints: Vec<Touchpoint>,
    /// Whether one is written that could not be read, and may be any.
    pub touchpoint_unread: bool,
    /// Its rhythm.
    pub every: Option<Every>,
    /// Whether `every` is written, right or wrong.
    pub every_written: bool,
    /// First and last day, computed for the whole project.
    pub dates: Dates,
    /// The first working day after all that it waits for, each with its lag, if that keeps its own deadlines.
    pub ready: Option<Date>,
    /// The earliest last day, where its start is written or follows from what it waits for.
    pub earliest: Option<Earliest>,
    /// How far it may slip.
    pub slack: Option<Slack>,
    /// Progress in percent: written, else the share of tasks done; 100 when done.
    pub progress: Decimal,
}

/// `task`
#[derive(Clone, Debug)]
pub struct Task {
    /// Where it stands.
    pub place: Place,
    /// What is to be done.
    pub title: SmolStr,
    /// Who does it; the activity's owner where left out.
    pub owners: Vec<Ref<Who>>,
    /// Until when; the activity's deadline where left out.
    pub deadline: Option<Written<Date>>,
    /// Its channel.
    pub channel: Option<Use<Channel>>,
    /// The company's own word for what it is.
    pub kind: Option<SmolStr>,
    /// Whether it is finished.
    pub done: bool,
    /// The day it was finished.
    pub done_on: Option<Date>,
    /// What any statement may have.
    pub extras: Extras,
}

/// `touchpoint`, one for each word.
#[derive(Clone, Debug)]
pub struct Touchpoint {
    /// Where it stands.
    pub place: Place,
    /// `landing`, `form`, `onboarding` or `trial`.
    pub kind: SmolStr,
    /// What any statement may have.
    pub extras: Extras,
}
