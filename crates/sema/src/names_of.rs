//! What the kinds of names are called in messages.

use roadmap_diag::Message;
use roadmap_schema::{Kind, Namespace};

/// “a person”, “a goal”, …: what a reference of `namespace` names.
pub(crate) fn namespace_message(namespace: Namespace) -> Message {
    Message::new(match namespace {
        Namespace::Person => "noun-person",
        Namespace::PersonOrTeam => "noun-person-or-team",
        Namespace::Team => "noun-team",
        Namespace::Channel => "noun-channel",
        Namespace::Metric | Namespace::MetricOrBudget => "noun-metric",
        Namespace::SourceColumn => "noun-source-column",
        Namespace::Source => "noun-source",
        Namespace::Calendar => "noun-calendar",
        Namespace::Segment => "noun-segment",
        Namespace::Product => "noun-product",
        Namespace::Goal => "noun-goal",
        Namespace::Launch => "noun-launch",
        Namespace::Work => "noun-work",
        Namespace::ScriptTarget => "noun-script-target",
        Namespace::Dimension => "noun-dimension",
        Namespace::Property => "noun-property",
    })
}

/// “activity”, “phase”, …: what a statement of `kind` is.
pub(crate) fn kind_message(kind: Kind) -> Message {
    Message::new(match kind {
        Kind::Roadmap => "kind-roadmap",
        Kind::Person => "kind-person",
        Kind::Team => "kind-team",
        Kind::Channel | Kind::PhaseChannel => "kind-channel",
        Kind::Metric => "kind-metric",
        Kind::Source => "kind-source",
        Kind::Calendar => "kind-calendar",
        Kind::Segment => "kind-segment",
        Kind::Product => "kind-product",
        Kind::Goal => "kind-goal",
        Kind::Kpi => "kind-kpi",
        Kind::Phase => "kind-phase",
        Kind::Month => "kind-month",
        Kind::Activity => "kind-activity",
        Kind::Task => "kind-task",
        Kind::Launch => "kind-launch",
        Kind::Material => "kind-material",
        Kind::Touchpoint => "kind-touchpoint",
        Kind::Script => "kind-script",
        Kind::Objection => "kind-objection",
        Kind::Qualify => "kind-qualify",
        Kind::Milestone => "kind-milestone",
        Kind::Review => "kind-review",
        Kind::Actual => "kind-actual",
        Kind::Alert => "kind-alert",
        Kind::Field => "kind-field",
        Kind::Rule => "kind-rule",
        Kind::File | Kind::Leaf => "kind-statement",
    })
}
