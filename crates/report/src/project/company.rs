//! Reviews, lead criteria, and what the company adds to the language.

use roadmap_api as api;
use roadmap_schema::Kind;
use roadmap_sema::hir::{Scalar, When};
use roadmap_sema::model::{Change, FieldType, Proposal, Review};

use super::{Mapper, cadence, day, strings};

impl Mapper<'_> {
    pub(super) fn qualify(&self) -> Vec<api::Qualify> {
        let qualify = |row: &roadmap_sema::model::Qualify| api::Qualify {
            stage: row.stage.to_string(),
            criteria: row.criteria.to_string(),
            owner: self.owner(&row.owners),
            feedback: cadence(&row.feedback),
            extra: self.extra(Some(row.place), &row.extras),
        };
        self.model.qualifies.rows().iter().map(qualify).collect()
    }

    /// The oldest first; on one day in the order of the text.
    pub(super) fn reviews(&self) -> Vec<api::Review> {
        let mut rows: Vec<&Review> =
            self.model.reviews.rows().iter().filter(|review| review.date.is_some()).collect();
        rows.sort_by_key(|review| review.date);
        rows.into_iter().filter_map(|review| self.review(review)).collect()
    }

    fn review(&self, review: &Review) -> Option<api::Review> {
        let reasons = review.because.iter().map(|word| match word.as_str() {
            "ad_cost" => api::Reason::AdCost,
            "rival" => api::Reason::Rival,
            "message" => api::Reason::Message,
            "product" => api::Reason::Product,
            _ => api::Reason::Behaviour,
        });
        Some(api::Review {
            date: day(review.date?),
            cadence: super::rhythm(&review.cadence),
            owner: self.owner(&review.owners),
            attended: self.uses(&review.attended, |id| self.model[id].head.id.to_string()),
            findings: strings(&review.findings),
            bottlenecks: strings(&review.bottlenecks),
            decisions: strings(&review.decisions),
            because: reasons.collect(),
            proposals: review.proposals.iter().map(|row| self.proposal(row)).collect(),
            changes: review.changes.iter().map(|row| self.change(row)).collect(),
            extra: self.extra(Some(review.place), &review.extras),
        })
    }

    fn proposal(&self, row: &Proposal) -> api::Proposal {
        let state = match row.state.as_str() {
            "approved" => api::ProposalState::Approved,
            "rejected" => api::ProposalState::Rejected,
            _ => api::ProposalState::Open,
        };
        api::Proposal { text: row.text.to_string(), state, source: self.place(Some(row.place)) }
    }

    fn change(&self, row: &Change) -> api::Change {
        let (item, property) = row.property.rsplit_once('.').unwrap_or((row.property.as_str(), ""));
        let days = match (&row.old, &row.new) {
            (Scalar::When(When::Day(old)), Scalar::When(When::Day(new))) => Some((*new - *old).get_days()),
            _ => None,
        };
        api::Change {
            item: item.to_owned(),
            property: property.to_owned(),
            from: Some(self.scalar(&row.old)),
            to: Some(self.scalar(&row.new)),
            days: days.map(i64::from),
            source: self.place(Some(row.place)),
        }
    }

    pub(super) fn fields(&self) -> Vec<api::Field> {
        let field = |row: &roadmap_sema::model::Field| {
            let choices = match &row.field_type {
                FieldType::OneOf(choices) => strings(choices),
                _ => Vec::new(),
            };
            let title = row.head.title_span.map(|_| row.head.title.to_string());
            Some(api::Field {
                id: row.head.id.to_string(),
                title,
                on: item_kind(row.on?),
                field_type: field_type(&row.field_type),
                choices,
                required: row.required,
                default: row.default.as_ref().map(|default| self.scalar(default)),
                extra: self.extra_of(&row.head),
            })
        };
        self.model.fields.rows().iter().filter_map(field).collect()
    }

    pub(super) fn rules(&self) -> Vec<api::Rule> {
        let rule = |row: &roadmap_sema::model::CustomRule| {
            Some(api::Rule {
                code: row.name.to_string(),
                title: row.title.to_string(),
                on: item_kind(row.on?),
                when: row.when_span.map_or_else(String::new, |span| self.source.places.text(span).to_owned()),
                say: row.say.to_string(),
                level: super::measure::level(&row.level),
                extra: self.extra(Some(row.place), &row.extras),
            })
        };
        self.model.rules.rows().iter().filter_map(rule).collect()
    }
}

/// A kind of statement in the report's words.
pub(super) fn item_kind(kind: Kind) -> api::ItemKind {
    match kind {
        Kind::Person => api::ItemKind::Person,
        Kind::Team => api::ItemKind::Team,
        Kind::Channel | Kind::PhaseChannel => api::ItemKind::Channel,
        Kind::Metric => api::ItemKind::Metric,
        Kind::Source => api::ItemKind::Source,
        Kind::Segment => api::ItemKind::Segment,
        Kind::Product => api::ItemKind::Product,
        Kind::Goal => api::ItemKind::Goal,
        Kind::Kpi => api::ItemKind::Kpi,
        Kind::Phase => api::ItemKind::Phase,
        Kind::Task => api::ItemKind::Task,
        Kind::Launch => api::ItemKind::Launch,
        Kind::Material => api::ItemKind::Material,
        Kind::Script => api::ItemKind::Script,
        Kind::Milestone => api::ItemKind::Milestone,
        Kind::Review => api::ItemKind::Review,
        Kind::Roadmap => api::ItemKind::Roadmap,
        _ => api::ItemKind::Activity,
    }
}

pub(super) fn field_type(field_type: &FieldType) -> api::FieldType {
    match field_type {
        FieldType::Text => api::FieldType::Text,
        FieldType::Number => api::FieldType::Number,
        FieldType::Percent => api::FieldType::Percent,
        FieldType::Money => api::FieldType::Money,
        FieldType::Date => api::FieldType::Date,
        FieldType::Person => api::FieldType::Person,
        FieldType::YesNo => api::FieldType::YesNo,
        FieldType::OneOf(_) => api::FieldType::OneOf,
    }
}
