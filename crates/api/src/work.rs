//! Work: activities, launches, scripts and milestones.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Budget, Cadence, Day, Duration, Extra, Kpi, Message, Number, Place, Quantity};

/// How work stands on `as_of`: what a sign and a colour show.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Not yet in the plan.
    Idea,
    /// Nothing has been done, and nothing is late.
    #[default]
    NotStarted,
    /// Under way and in time.
    InProgress,
    /// Under way, and its deadline or KPI is in danger.
    AtRisk,
    /// Past its deadline, or cannot end by it.
    Late,
    /// Cannot go on.
    Blocked,
    /// Finished.
    Done,
    /// Given up.
    Cancelled,
}

/// The status as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Status {
    /// The word.
    pub kind: StatusKind,
    /// The percent written with it.
    pub percent: Option<Number>,
    /// Why it is blocked or cancelled.
    pub reason: Option<String>,
    /// The day of a `done`.
    pub done: Option<Day>,
    /// The day on which it was said (`on`).
    pub on: Option<Day>,
}

/// The words of a status.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum StatusKind {
    /// Not yet in the plan.
    Idea,
    /// In the plan; the default.
    #[default]
    Planned,
    /// Under way.
    InProgress,
    /// Cannot go on.
    Blocked,
    /// Finished.
    Done,
    /// Given up.
    Cancelled,
}

/// When work happens and how far it is: what the compiler computed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Schedule {
    /// The first day, written or computed.
    pub start: Option<Day>,
    /// The last day: the expected end, else the deadline.
    pub end: Option<Day>,
    /// The latest acceptable end; a period's last day.
    pub deadline: Option<Day>,
    /// Whether the start was computed and not written.
    pub start_computed: bool,
    /// Whether the end was computed and not written.
    pub end_computed: bool,
    /// How far it is in percent, 0 to 100.
    pub progress: Number,
    /// How it stands.
    pub state: State,
    /// By how many calendar days it is late: past its deadline, or its expected end after it; `null` if it is not.
    pub days_late: Option<i64>,
    /// Whether a delay of it delays the plan: it may not slip, and other work waits for it, or it for such work.
    pub critical: bool,
    /// By how many working days it may slip, negative where it is too late already; `null` for what is done or out of the
    /// plan, for series, and where nothing bounds it.
    pub slack_days: Option<i64>,
}

/// An activity.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Activity {
    /// The qualified identifier.
    pub id: String,
    /// The title.
    pub title: String,
    /// The phases it belongs to: the one it stands in, or for always-on work each one that its dates touch.
    pub phases: Vec<String>,
    /// Whether it stands at the top level.
    pub always_on: bool,
    /// The group of activities.
    pub category: Option<Category>,
    /// The sub-type, free words (`webinar`).
    pub kind: Option<String>,
    /// How much it matters.
    pub priority: Priority,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Persons and teams that help.
    pub support: Vec<String>,
    /// Persons and teams that are told.
    pub informed: Vec<String>,
    /// The teams that do it.
    pub teams: Vec<String>,
    /// Its KPIs.
    pub kpis: Vec<Kpi>,
    /// Its dates, progress and state.
    pub schedule: Schedule,
    /// The duration as written.
    pub duration: Option<Duration>,
    /// What it waits for (`after`).
    pub after: Vec<Dependency>,
    /// What it prepares (`before`).
    pub before: Vec<String>,
    /// What waits for it.
    pub blocks: Vec<String>,
    /// Its channels.
    pub channels: Vec<ChannelShare>,
    /// Its budgets.
    pub budgets: Vec<Budget>,
    /// The whole of its budget in the plan's currency.
    pub budget: Option<Quantity>,
    /// What it has spent, in the plan's currency.
    pub spent: Option<Quantity>,
    /// The status as written.
    pub status: Status,
    /// The goals it serves, those implied too.
    pub supports: Vec<String>,
    /// The launches and products it promotes.
    pub promotes: Vec<String>,
    /// Its message.
    pub message: Option<Message>,
    /// The selling point it keeps to.
    pub usp: Option<Message>,
    /// The segments it addresses.
    pub segments: Vec<String>,
    /// When it is checked, its own or from above.
    pub checkpoint: Option<Cadence>,
    /// Its checklist.
    pub tasks: Vec<Task>,
    /// Where customers meet it.
    pub touchpoints: Vec<Touchpoint>,
    /// Its rhythm as written (`mon`, `2w`, `month 15`).
    pub every: Vec<String>,
    /// The days of a rhythm that fall on or after `as_of` and inside the next 14 days.
    pub next_days: Vec<Day>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The groups of activities.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Research.
    Research,
    /// Ads.
    Ads,
    /// Content.
    Content,
    /// PR and brand.
    Pr,
    /// Conversion system.
    Conversion,
    /// Product.
    Product,
    /// Sales.
    Sales,
    /// Anything else.
    #[default]
    Other,
}

/// How much an activity matters.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
    /// Before others.
    High,
    /// As others.
    #[default]
    Normal,
    /// After others.
    Low,
}

/// Work that must end before this starts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dependency {
    /// What it waits for.
    pub on: String,
    /// The lag as written.
    pub lag: Option<Duration>,
    /// Whether this dependency fixes its start.
    pub driving: bool,
}

/// A channel of an activity and its share of the budget.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ChannelShare {
    /// The channel.
    pub channel: String,
    /// Its share of the budget in percent; they add up to 100.
    pub share: Option<Number>,
}

/// An item of a checklist.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Task {
    /// The title.
    pub title: String,
    /// Who does it; the activity's owner where left out.
    pub owner: Option<String>,
    /// Until when; the activity's deadline where left out.
    pub deadline: Option<Day>,
    /// The channel.
    pub channel: Option<String>,
    /// The sub-type.
    pub kind: Option<String>,
    /// Whether it is done.
    pub done: bool,
    /// The day on which it was done.
    pub done_on: Option<Day>,
    /// By how many calendar days it is late.
    pub days_late: Option<i64>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Where customers meet a campaign or a product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Touchpoint {
    /// `landing`, `form`, `onboarding`, `trial`.
    pub kind: String,
    /// Its words or address.
    pub text: Option<String>,
    /// Where it stands.
    pub source: Option<Place>,
}

/// A launch: the product owner's side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Launch {
    /// The qualified identifier.
    pub id: String,
    /// The title.
    pub title: String,
    /// The phases it belongs to.
    pub phases: Vec<String>,
    /// What is launched.
    pub kind: Option<LaunchKind>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Its dates, progress and state; a launch is one day, `end`.
    pub schedule: Schedule,
    /// The selling point.
    pub usp: Option<Message>,
    /// The customer's problem.
    pub problem: Option<String>,
    /// What it is worth to the customer.
    pub value: Option<String>,
    /// The angle of the message.
    pub angle: Option<Angle>,
    /// Its materials.
    pub materials: Vec<Material>,
    /// Where customers meet it.
    pub touchpoints: Vec<Touchpoint>,
    /// What it waits for.
    pub after: Vec<Dependency>,
    /// What waits for it.
    pub blocks: Vec<String>,
    /// The activities that prepare it.
    pub prepared_by: Vec<String>,
    /// The activities that promote it.
    pub promoted_by: Vec<String>,
    /// The status as written.
    pub status: Status,
    /// Its KPIs.
    pub kpis: Vec<Kpi>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What is launched.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum LaunchKind {
    /// A feature.
    #[default]
    Feature,
    /// A version.
    Version,
    /// A product.
    Product,
}

/// The angle of a launch's message.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Angle {
    /// What it can do.
    #[default]
    Feature,
    /// How it feels.
    Experience,
    /// What it saves.
    Saving,
}

/// A material of a launch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Material {
    /// `deck`, `faq`, `feature_text`, `pricing`, `guide`, `case_study`.
    pub kind: String,
    /// Who makes it; the launch's owner where left out.
    pub owner: Option<String>,
    /// Until when; the launch's deadline where left out.
    pub deadline: Option<Day>,
    /// Whether it is done.
    pub done: bool,
    /// The day on which it was done.
    pub done_on: Option<Day>,
    /// By how many calendar days it is late.
    pub days_late: Option<i64>,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A script: the sales team's side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Script {
    /// The qualified identifier.
    pub id: String,
    /// The title.
    pub title: String,
    /// The phases it belongs to.
    pub phases: Vec<String>,
    /// The activities, launches and phases it is for.
    #[serde(rename = "for")]
    pub subjects: Vec<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Its dates, progress and state.
    pub schedule: Schedule,
    /// `awareness`, `launch_offer` or `retention`.
    pub stage: Option<String>,
    /// The selling point it keeps to.
    pub usp: Option<Message>,
    /// What the talk is to reach.
    pub aim: Option<String>,
    /// What the customer is asked to do.
    pub cta: Option<String>,
    /// Objections and answers.
    pub objections: Vec<Objection>,
    /// Its KPIs.
    pub kpis: Vec<Kpi>,
    /// The status as written.
    pub status: Status,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An objection and what to answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Objection {
    /// `price`, `trust`, `need`, `rival` or `other`.
    pub kind: String,
    /// What the customer says.
    pub text: Option<String>,
    /// What to answer; `null` where nobody has written it.
    pub answer: Option<String>,
    /// Where it stands.
    pub source: Option<Place>,
}

/// A milestone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Milestone {
    /// The qualified identifier.
    pub id: String,
    /// The title.
    pub title: String,
    /// The day.
    pub date: Day,
    /// The phases it belongs to.
    pub phases: Vec<String>,
    /// The goal it is a step of.
    pub goal: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Targets on the way.
    pub kpis: Vec<Kpi>,
    /// `done` where its KPIs are reached or, without KPIs, its day has passed; else not started, at risk or late.
    pub state: State,
    /// The rest.
    #[serde(flatten)]
    pub extra: Extra,
}
