//! The server's own part of the protocol: what an editor that knows this server may ask beyond the Language Server
//! Protocol, and what it is told. `docs/editors.md` describes it for people who write one.

use lsp_types::notification::Notification;
use lsp_types::request::Request;
use lsp_types::{Range, TextDocumentIdentifier, Uri};
use roadmap_api::{Day, ItemKind};
use roadmap_report::NodeState;
use serde::{Deserialize, Serialize};

/// Questions about a project are asked with any file of it; the answer is `null` where the file is in none.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProjectParams {
    /// A file of the project.
    pub(crate) text_document: TextDocumentIdentifier,
}

/// `roadmap/preview`: the report of the texts as they are, saved or not.
pub(crate) enum PreviewRequest {}

/// The answer to `roadmap/preview`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Preview {
    /// The page of `roadmapc build`, whole and self-contained. What shows an item has an attribute `data-src="2:17"`: the
    /// number of its file in `files`, and its line from 0.
    pub(crate) html: String,
    /// The plan's title.
    pub(crate) title: String,
    /// The project's folder; of a text that was never saved the text itself.
    pub(crate) project: Uri,
    /// The project's files.
    pub(crate) files: Vec<Uri>,
}

impl Request for PreviewRequest {
    type Params = ProjectParams;
    type Result = Option<Preview>;
    const METHOD: &'static str = "roadmap/preview";
}

/// `roadmap/plan`: the plan as a tree.
pub(crate) enum PlanRequest {}

/// The answer to `roadmap/plan`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Plan {
    /// How goals and work stand, in one sentence.
    pub(crate) headline: String,
    /// Goals with their KPIs, phases with their KPIs and work, then work of no single phase.
    pub(crate) nodes: Vec<PlanNode>,
}

/// An item of the plan.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PlanNode {
    /// `goal`, `kpi`, `phase`, `activity`, `launch`, `script` or `milestone`.
    pub(crate) kind: ItemKind,
    /// The qualified identifier; of a KPI its metric.
    pub(crate) name: String,
    /// The title.
    pub(crate) title: String,
    /// Of goals and KPIs `no_reading`, `not_started`, `beating`, `on_pace`, `at_risk`, `off_pace`, `reached` or `missed`; of
    /// phases and work `idea`, `not_started`, `in_progress`, `at_risk`, `late`, `blocked`, `done` or `cancelled`.
    pub(crate) state: NodeState,
    /// What to read beside the title.
    pub(crate) detail: String,
    /// What to read when that is not enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) tooltip: Option<String>,
    /// The file.
    pub(crate) uri: Uri,
    /// The statement there.
    pub(crate) range: Range,
    /// What belongs to it.
    pub(crate) children: Vec<PlanNode>,
}

impl Request for PlanRequest {
    type Params = ProjectParams;
    type Result = Option<Plan>;
    const METHOD: &'static str = "roadmap/plan";
}

/// `roadmap/overview`: what fits into a status bar.
pub(crate) enum OverviewRequest {}

/// The answer to `roadmap/overview`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Overview {
    /// How many errors the project has.
    pub(crate) errors: usize,
    /// How many warnings.
    pub(crate) warnings: usize,
    /// How many hints.
    pub(crate) hints: usize,
    /// The open work whose day comes first, be it past already.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) nearest: Option<Deadline>,
}

/// A deadline.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Deadline {
    /// What is due.
    pub(crate) title: String,
    /// The day.
    pub(crate) date: Day,
    /// Calendar days to it; negative where it has passed.
    pub(crate) days: i64,
    /// Whether it has passed.
    pub(crate) overdue: bool,
    /// Title and distance in words.
    pub(crate) text: String,
    /// The file.
    pub(crate) uri: Uri,
    /// The statement there.
    pub(crate) range: Range,
}

impl Request for OverviewRequest {
    type Params = ProjectParams;
    type Result = Option<Overview>;
    const METHOD: &'static str = "roadmap/overview";
}

/// `roadmap/status`: how the plan stands, for somebody to read.
pub(crate) enum StatusRequest {}

/// A text to show.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Markdown {
    /// The text, in Markdown.
    pub(crate) markdown: String,
}

impl Request for StatusRequest {
    type Params = ProjectParams;
    type Result = Option<Markdown>;
    const METHOD: &'static str = "roadmap/status";
}

/// `roadmap/explain`: the page of a rule or of an error of the language.
pub(crate) enum ExplainRequest {}

/// What to explain.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ExplainParams {
    /// `group/name`, as findings have it.
    pub(crate) code: String,
}

impl Request for ExplainRequest {
    type Params = ExplainParams;
    /// Nothing where the code has no page: a company's own rule has none.
    type Result = Option<Markdown>;
    const METHOD: &'static str = "roadmap/explain";
}

/// `roadmap/rules`: everything that can be explained.
pub(crate) enum RulesRequest {}

/// Nothing has to be said to ask this.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct RulesParams {}

/// The answer to `roadmap/rules`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Rules {
    /// The rules of the method, then the errors of the language.
    pub(crate) rules: Vec<RuleTitle>,
}

/// A rule or an error.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct RuleTitle {
    /// `group/name`.
    pub(crate) code: String,
    /// The headline; of an error what it means.
    pub(crate) title: String,
}

impl Request for RulesRequest {
    type Params = Option<RulesParams>;
    type Result = Rules;
    const METHOD: &'static str = "roadmap/rules";
}

/// `roadmap/changed`: what is known of some projects is another than before; what was asked about them may be asked again.
pub(crate) enum Changed {}

/// What `roadmap/changed` says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ChangedParams {
    /// The projects, as [`Preview::project`] names them.
    pub(crate) projects: Vec<Uri>,
}

impl Notification for Changed {
    type Params = ChangedParams;
    const METHOD: &'static str = "roadmap/changed";
}
