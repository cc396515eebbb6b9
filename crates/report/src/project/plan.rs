//! The plan itself, its people and its channels.

use std::collections::BTreeSet;

use roadmap_api as api;
use roadmap_schema::WEEKDAYS;
use roadmap_sema::hir::AmountUnit;
use roadmap_sema::model::{Approval, Budget, Channel, ChannelKind, Head, Id, MessageUse, Ref, Who};
use rust_decimal::Decimal;

use smol_str::SmolStr;

use super::{Mapper, cadence, day, message, number, range, strings, text};

impl Mapper<'_> {
    pub(super) fn plan(&self) -> api::Plan {
        let plan = &self.model.plan;
        let cadences = plan.cadence.iter().map(|written| {
            let weekday = written.value.weekday.and_then(|day| WEEKDAYS.get(usize::from(day)));
            let on = weekday.map(|day| (*day).to_owned()).or(written.value.day.map(|day| day.to_string()));
            api::Cadence { every: super::rhythm(written.value.rhythm), on }
        });
        let rate = |rate: &roadmap_sema::model::Rate| api::Rate {
            from: api::Quantity { value: api::Number::new(1), unit: api::Unit::new(rate.from.code()) },
            to: api::Quantity { value: number(rate.factor), unit: api::Unit::new(rate.to.code()) },
            on: rate.on.map(day),
        };
        let named = |(name, words): (&SmolStr, &SmolStr)| api::Message {
            name: Some(name.to_string()),
            text: Some(words.to_string()),
        };
        api::Plan {
            title: plan.title.to_string(),
            lang: plan.lang.as_str().to_owned(),
            currency: plan.currency.code().to_owned(),
            period: plan.period.map(|period| range(period.value)),
            budgets: self.budgets(&plan.budget),
            cadence: cadences.collect(),
            checkpoint: cadence(&plan.checkpoint),
            fiscal_year: plan.fiscal_year,
            rates: plan.rates.iter().map(rate).collect(),
            calendar: plan.calendar.to_string(),
            outputs_first: plan.outputs_first,
            positioning: text(&plan.positioning),
            approvals: self.approvals(&plan.approvals),
            messages: plan.messages.iter().map(named).collect(),
            kpis: Vec::new(),
            extra: self.extra(plan.place, &plan.extras),
        }
    }

    pub(super) fn approvals(&self, approvals: &[Approval]) -> Vec<api::Approval> {
        let approval = |(person, on): &Approval| api::Approval {
            person: self.named(person, |id| self.model[*id].head.id.to_string()),
            on: Some(day(on.value)),
        };
        approvals.iter().map(approval).collect()
    }

    /// Envelopes as written; an amount that could not be read is left out.
    pub(super) fn budgets(&self, budget: &Budget) -> Vec<api::Budget> {
        let currency = self.model.plan.currency;
        let line = |line: &roadmap_sema::model::BudgetLine| {
            let foreign = line.terms.iter().find_map(|term| match term.unit {
                AmountUnit::Money(written) if written != currency => Some((term.value, written)),
                _ => None,
            });
            let purpose = line.objective.as_deref().map(|word| match word {
                "traffic" => api::BudgetPurpose::Traffic,
                "lead" => api::BudgetPurpose::Lead,
                _ => api::BudgetPurpose::Conversion,
            });
            Some(api::Budget {
                amount: self.quantity(line.amount?),
                written: foreign.filter(|_| line.terms.len() == 1).map(|(value, unit)| api::Quantity {
                    value: number(value),
                    unit: api::Unit::new(unit.code()),
                }),
                purpose,
            })
        };
        budget.lines.iter().filter_map(line).collect()
    }

    pub(super) fn people(&self) -> Vec<api::Person> {
        let person = |(id, person): (_, &roadmap_sema::model::Person)| {
            let roles = person.roles.iter().filter_map(|(role, _)| self::role(role)).collect();
            let other = person
                .roles
                .iter()
                .filter(|(role, _)| role == "other")
                .filter_map(|(_, words)| words.as_ref());
            api::Person {
                id: person.head.id.to_string(),
                name: person.head.title.to_string(),
                roles,
                other_roles: other.map(ToString::to_string).collect(),
                teams: person.teams.iter().map(|team| self.model[*team].head.id.to_string()).collect(),
                email: text(&person.email),
                capacity: person.capacity.map(|capacity| api::Number::new(capacity.value)),
                leave: person.leave.iter().map(|days| range(*days)).collect(),
                open_items: u32::try_from(self.source.tracking.open_items(id)).unwrap_or(u32::MAX),
                extra: self.extra_of(&person.head),
            }
        };
        self.model.people.iter().map(person).collect()
    }

    pub(super) fn teams(&self) -> Vec<api::Team> {
        let team = |team: &roadmap_sema::model::Team| api::Team {
            id: team.head.id.to_string(),
            title: team.head.title.to_string(),
            lead: team.lead.as_ref().map(|lead| self.named(lead, |id| self.model[*id].head.id.to_string())),
            members: team.everybody.iter().map(|person| self.model[*person].head.id.to_string()).collect(),
            extra: self.extra_of(&team.head),
        };
        self.model.teams.rows().iter().map(team).collect()
    }

    /// Declared ones in the order of the text, then built-in ones by identifier.
    pub(super) fn channels(&self) -> Vec<api::Channel> {
        let mut channels: Vec<(bool, String, api::Channel)> =
            self.model.channels.iter().map(|(id, channel)| self.channel(id, channel)).collect();
        channels.sort_by(|left, right| (left.0, &left.1).cmp(&(right.0, &right.1)));
        channels.into_iter().map(|(_, _, channel)| channel).collect()
    }

    fn channel(&self, id: Id<Channel>, channel: &Channel) -> (bool, String, api::Channel) {
        let built_in = channel.head.place.is_none();
        let made = api::Channel {
            id: channel.head.id.to_string(),
            title: channel.head.title.to_string(),
            kind: channel.kind.map(channel_kind),
            built_in,
            owner: self.owner(&channel.owners),
            budgets: self.budgets(&channel.budget),
            figures: self.channel_figures(id),
            extra: self.extra_of(&channel.head),
        };
        (built_in, if built_in { made.id.clone() } else { String::new() }, made)
    }

    pub(super) fn segments(&self) -> Vec<api::Segment> {
        let rows = self.model.segments.rows().iter();
        rows.map(|row| self.segment(&row.head, row.size, &row.owners, &row.usps)).collect()
    }

    /// Products are told like segments.
    pub(super) fn products(&self) -> Vec<api::Segment> {
        let rows = self.model.products.rows().iter();
        rows.map(|row| self.segment(&row.head, row.size, &row.owners, &row.usps)).collect()
    }

    fn segment(
        &self,
        head: &Head,
        size: Option<Decimal>,
        owners: &[Ref<Who>],
        usps: &[MessageUse],
    ) -> api::Segment {
        api::Segment {
            id: head.id.to_string(),
            title: head.title.to_string(),
            size: size.map(number),
            owner: self.owner(owners),
            usps: usps.iter().filter_map(message).collect(),
            extra: self.extra_of(head),
        }
    }

    /// Metrics that the plan shows somewhere: those declared, and built-in ones that something refers to by name.
    pub(super) fn used_metrics(&self) -> BTreeSet<u32> {
        let kpis = self.model.kpis.rows().iter().filter_map(|kpi| kpi.metric.target);
        let actuals = self.model.actuals.rows().iter().filter_map(|actual| actual.metric.target);
        let declared =
            self.model.metrics.iter().filter(|(_, metric)| metric.head.place.is_some()).map(|(id, _)| id);
        kpis.chain(actuals).chain(declared).map(Id::raw).collect()
    }
}

fn role(word: &str) -> Option<api::Role> {
    Some(match word {
        "cmo" => api::Role::Cmo,
        "marketing_leader" => api::Role::MarketingLeader,
        "marketing" => api::Role::Marketing,
        "content" => api::Role::Content,
        "performance" => api::Role::Performance,
        "design" => api::Role::Design,
        "product_owner" => api::Role::ProductOwner,
        "sales" => api::Role::Sales,
        "operations" => api::Role::Operations,
        "care" => api::Role::Care,
        _ => return None,
    })
}

fn channel_kind(kind: ChannelKind) -> api::ChannelKind {
    match kind {
        ChannelKind::Paid => api::ChannelKind::Paid,
        ChannelKind::Owned => api::ChannelKind::Owned,
        ChannelKind::Earned => api::ChannelKind::Earned,
        ChannelKind::Crm => api::ChannelKind::Crm,
    }
}

/// Names of days of the week, 0 for Monday.
pub(super) fn weekdays(days: &[u8]) -> Vec<String> {
    let names: Vec<&str> = days.iter().filter_map(|day| WEEKDAYS.get(usize::from(*day)).copied()).collect();
    strings(&names)
}
