//! The kinds of statement that have a block of their own.

/// What a block belongs to, and so what may stand inside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Kind {
    /// The top level of a file.
    File,
    /// `roadmap`
    Roadmap,
    /// `person`
    Person,
    /// `team`
    Team,
    /// `channel` at the top level
    Channel,
    /// `channel` in a phase: its rank and budget there
    PhaseChannel,
    /// `metric`
    Metric,
    /// `source`
    Source,
    /// `calendar`
    Calendar,
    /// `segment`
    Segment,
    /// `product`
    Product,
    /// `goal`
    Goal,
    /// `kpi`
    Kpi,
    /// `phase`
    Phase,
    /// `month` in a phase
    Month,
    /// `activity`
    Activity,
    /// `task`
    Task,
    /// `launch`
    Launch,
    /// `material` of a launch
    Material,
    /// `touchpoint` of a launch or an activity
    Touchpoint,
    /// `script`
    Script,
    /// `objection` in a script
    Objection,
    /// `qualify`
    Qualify,
    /// `milestone`
    Milestone,
    /// `review`
    Review,
    /// `actual`
    Actual,
    /// `alert`
    Alert,
    /// `field`
    Field,
    /// `rule`
    Rule,
    /// A statement without a block.
    Leaf,
}

impl Kind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 30] = [
        Self::File,
        Self::Roadmap,
        Self::Person,
        Self::Team,
        Self::Channel,
        Self::PhaseChannel,
        Self::Metric,
        Self::Source,
        Self::Calendar,
        Self::Segment,
        Self::Product,
        Self::Goal,
        Self::Kpi,
        Self::Phase,
        Self::Month,
        Self::Activity,
        Self::Task,
        Self::Launch,
        Self::Material,
        Self::Touchpoint,
        Self::Script,
        Self::Objection,
        Self::Qualify,
        Self::Milestone,
        Self::Review,
        Self::Actual,
        Self::Alert,
        Self::Field,
        Self::Rule,
        Self::Leaf,
    ];

    /// The keyword whose block this is; `file` for the top level.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Roadmap => "roadmap",
            Self::Person => "person",
            Self::Team => "team",
            Self::Channel | Self::PhaseChannel => "channel",
            Self::Metric => "metric",
            Self::Source => "source",
            Self::Calendar => "calendar",
            Self::Segment => "segment",
            Self::Product => "product",
            Self::Goal => "goal",
            Self::Kpi => "kpi",
            Self::Phase => "phase",
            Self::Month => "month",
            Self::Activity => "activity",
            Self::Task => "task",
            Self::Launch => "launch",
            Self::Material => "material",
            Self::Touchpoint => "touchpoint",
            Self::Script => "script",
            Self::Objection => "objection",
            Self::Qualify => "qualify",
            Self::Milestone => "milestone",
            Self::Review => "review",
            Self::Actual => "actual",
            Self::Alert => "alert",
            Self::Field => "field",
            Self::Rule => "rule",
            Self::Leaf => "",
        }
    }

    /// The kinds that a company's own `field` or `rule` may be about: what has an identifier in the plan.
    pub const NAMED: [Self; 14] = [
        Self::Person,
        Self::Team,
        Self::Channel,
        Self::Metric,
        Self::Source,
        Self::Segment,
        Self::Product,
        Self::Goal,
        Self::Phase,
        Self::Activity,
        Self::Launch,
        Self::Script,
        Self::Milestone,
        Self::Kpi,
    ];

    /// The kind that a `field … on WORD` or a rule's `on WORD` names.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|kind| kind.keyword() == word)
    }
}
