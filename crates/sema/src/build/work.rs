//! Goals, phases, activities, launches, scripts and milestones.

use roadmap_diag::{Span, TextRange};
use roadmap_schema::{Kind, Namespace};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::builder::Builder;
use super::records::Row;
use super::refs::path_of;
use super::view::View;
use crate::catalog;
use crate::hir::{AmountUnit, Value};
use crate::model::{
    ChannelShare, Goal, GoalType, Id, KpiHome, Launch, Material, Milestone, Month, Objection, Phase,
    PhaseChannel, Predecessor, Rank, Script, Segment, Status, StatusKind, Touchpoint, Use, Written,
};

impl<'h> Builder<'h> {
    /// Reads all work, kind by kind; what it is counted in is known.
    pub(super) fn works(&mut self) {
        for (view, id) in std::mem::take(&mut self.declared.goals) {
            self.read(view, Row::Goal(id));
        }
        for (view, id) in std::mem::take(&mut self.declared.phases) {
            self.read(view, Row::Phase(id));
        }
        for (view, id) in std::mem::take(&mut self.declared.activities) {
            self.read(view, Row::Activity(id));
        }
        for (view, id) in std::mem::take(&mut self.declared.launches) {
            self.read(view, Row::Launch(id));
        }
        for (view, id) in std::mem::take(&mut self.declared.scripts) {
            self.read(view, Row::Script(id));
        }
        for (view, id) in std::mem::take(&mut self.declared.milestones) {
            self.read(view, Row::Milestone(id));
        }
    }

    pub(super) fn goal_statement(&mut self, view: View<'h>, id: Id<Goal>) {
        let phase = self.model[id].phase;
        let owners = self.who_of(view, "owner");
        let kpis = self.kpis_in(view, KpiHome::Goal(id));
        let written = view.word_of("type", "type");
        let goal_type = match written.as_deref() {
            Some(word) => goal_type(word),
            None => self.type_of_first_kpi(&kpis),
        };
        let segments = self.segments(view);
        let named: Vec<_> =
            view.children_of("product").flat_map(|child| Self::named(child, "product")).collect();
        let products = named.into_iter().map(|(path, span)| self.product(&path, span)).collect();
        let supports = self.goals_of(view, phase);
        // `segment`, `product` and `region` have a slot of their own name.
        let audience_unread = ["segment", "product", "region"].into_iter().any(|keyword| {
            view.children_of(keyword).any(|child| {
                let mut values = child.values_in(keyword).peekable();
                values.peek().is_none() || values.any(|value| matches!(value.value, Value::Broken))
            })
        });
        let approvals = self.approvals(view);
        let extras = self.extras(view);
        self.required(view);
        self.unknown_properties(view, Kind::Goal);
        let horizon = view.child("horizon").and_then(|child| {
            let value = child.value("horizon")?;
            Some(Written { value: child.word("horizon")?, span: child.span(value.range) })
        });
        let row = self.model.goals.get_mut(id);
        row.owners = owners;
        row.kpis = kpis;
        row.goal_type = goal_type;
        row.type_written = view.has("type");
        row.segments = segments;
        row.products = products;
        row.supports = supports;
        row.approvals = approvals;
        row.audience_unread = audience_unread;
        row.horizon = horizon;
        row.problem = view.text_of("problem");
        row.result = view.text_of("result");
        row.regions = view.children_of("region").filter_map(|child| child.text("region")).collect();
        row.insights = view.texts_of("insight");
        row.head.extras = extras;
    }

    /// The type of a goal that writes none, from its first KPI's metric (methodology 1.3).
    fn type_of_first_kpi(&self, kpis: &[Id<crate::model::Kpi>]) -> Option<GoalType> {
        let metric = self.model[*kpis.first()?].metric.target?;
        catalog::goal_type_of(self.model[metric].builtin?)
    }

    pub(super) fn phase(&mut self, view: View<'h>, id: Id<Phase>) {
        let range = self.range(view, "period");
        let owners = self.who_of(view, "owner");
        let kpis = self.kpis_in(view, KpiHome::Phase(id));
        let budget = self.budget(view, None);
        let supports = self.goals_of(view, None);
        let message = self.messages(view, "message", "message").into_iter().next();
        let stage = self.messages(view, "stage", "stage").into_iter().next();
        let channels = view.children_of("channel").collect::<Vec<_>>();
        let channels = channels.into_iter().filter_map(|child| self.phase_channel(child)).collect();
        let months = view.children_of("month").collect::<Vec<_>>();
        let months =
            months.into_iter().enumerate().map(|(index, child)| self.month(child, id, index)).collect();
        let extras = self.extras(view);
        self.required(view);
        self.unknown_properties(view, Kind::Phase);
        let focus = view.child("focus");
        let row = self.model.phases.get_mut(id);
        row.range = range;
        row.owners = owners;
        row.kpis = kpis;
        row.budget = budget;
        row.supports = supports;
        row.message = message;
        row.stage = stage.and_then(|stage| stage.text.or(stage.name));
        row.channels = channels;
        row.months = months;
        row.intent = view.word_of("intent", "intent");
        row.focus_written = focus.is_some();
        row.focus = focus.and_then(|child| {
            Some(Written { value: child.text("text")?, span: child.span(child.value("text")?.range) })
        });
        row.result = view.text_of("result");
        row.checkpoint = view.word_of("checkpoint", "cadence");
        row.checkpoint_written = view.has("checkpoint");
        row.overlap_ok = view.has("overlap");
        row.head.extras = extras;
    }

    fn phase_channel(&mut self, view: View<'h>) -> Option<PhaseChannel> {
        let channel = match Self::one_named(view, "channel") {
            Some((path, span)) => self.channel(&path, span),
            // Broken, and so written: a place without a target.
            None => Use { span: view.keyword_span(), target: None },
        };
        let budget = self.budget(view, None);
        let extras = self.extras(view);
        self.unknown_properties(view, Kind::PhaseChannel);
        let rank =
            if view.word("rank").as_deref() == Some("support") { Rank::Support } else { Rank::Primary };
        Some(PhaseChannel { place: view.place(), channel, rank, budget, extras })
    }

    fn month(&mut self, view: View<'h>, phase: Id<Phase>, index: usize) -> Month {
        let range = self.range(view, "month").map(|range| range.value);
        let kpis = self.kpis_in(view, KpiHome::Month(phase, index));
        let extras = self.extras(view);
        self.unknown_properties(view, Kind::Month);
        Month { place: view.place(), range, focus: view.text("focus"), kpis, extras }
    }

    pub(super) fn launch_statement(&mut self, view: View<'h>, id: Id<Launch>) {
        let phase = self.model[id].phase;
        let owners = self.who_of(view, "owner");
        let usps = self.messages(view, "usp", "usp");
        let kpis = self.kpis_in(view, KpiHome::Launch(id));
        let after = self.predecessors(view, phase);
        let touchpoints = self.touchpoints(view);
        let materials = self.materials(view);
        let status = self.status(view);
        let deadline = view.child("deadline").and_then(|child| self.deadline(child, "date"));
        let extras = self.extras(view);
        self.required(view);
        self.unknown_properties(view, Kind::Launch);
        let row = self.model.launches.get_mut(id);
        row.owners = owners;
        row.usps = usps;
        row.kpis = kpis;
        row.after = after;
        row.touchpoints = touchpoints;
        row.materials = materials;
        row.deadline_written = view.has("deadline");
        row.deadline_is_day = deadline.is_some_and(|(_, is_day)| is_day);
        row.deadline = deadline.map(|(deadline, _)| deadline);
        row.kind = view.word_of("kind", "kind");
        row.problem = view.text_of("problem");
        row.value = view.text_of("value");
        row.value_written = view.has("value");
        row.material_unread = has_unread(view, "material", "material");
        row.touchpoint_unread = has_unread(view, "touchpoint", "touchpoint");
        row.angle = view.word_of("angle", "angle");
        let done = status.day.filter(|_| status.kind == StatusKind::Done);
        row.date = done.or(row.deadline.map(|deadline| deadline.value));
        row.status = status;
        row.head.extras = extras;
    }

    fn materials(&mut self, view: View<'h>) -> Vec<Material> {
        let mut materials = Vec::new();
        let children: Vec<_> = view.children_of("material").collect();
        for child in children {
            let owners = self.who_of(child, "owner");
            let deadline = child.child("deadline").and_then(|deadline| self.deadline(deadline, "date"));
            let done = child.child("done");
            let done_on = done.and_then(|done| self.day(done, "day"));
            let extras = self.extras(child);
            self.unknown_properties(child, Kind::Material);
            for value in child.values_in("material") {
                let Value::Choice(kind) = value.value else { continue };
                materials.push(Material {
                    place: child.place(),
                    kind: SmolStr::new_static(kind),
                    owners: owners.clone(),
                    deadline: deadline.map(|(deadline, _)| deadline),
                    done: done.is_some(),
                    done_on,
                    extras: extras.clone(),
                });
            }
        }
        materials
    }

    pub(super) fn touchpoints(&mut self, view: View<'h>) -> Vec<Touchpoint> {
        let mut touchpoints = Vec::new();
        let children: Vec<_> = view.children_of("touchpoint").collect();
        for child in children {
            let extras = self.extras(child);
            self.unknown_properties(child, Kind::Touchpoint);
            for value in child.values_in("touchpoint") {
                let Value::Choice(kind) = value.value else { continue };
                let kind = SmolStr::new_static(kind);
                touchpoints.push(Touchpoint { place: child.place(), kind, extras: extras.clone() });
            }
        }
        touchpoints
    }

    pub(super) fn script(&mut self, view: View<'h>, id: Id<Script>) {
        let phase = self.model[id].phase;
        let mut targets = Vec::new();
        for child in view.children_of("for") {
            for (path, span) in Self::named(child, "what") {
                targets.push(self.script_target(&path, span, phase));
            }
        }
        let owners = self.who_of(view, "owner");
        let usps = self.messages(view, "usp", "usp");
        let kpis = self.kpis_in(view, KpiHome::Script(id));
        let status = self.status(view);
        let deadline = view.child("deadline").and_then(|child| self.deadline(child, "date"));
        let children: Vec<_> = view.children_of("objection").collect();
        let objections = children.into_iter().filter_map(|child| self.objection(child)).collect();
        let extras = self.extras(view);
        self.required(view);
        self.unknown_properties(view, Kind::Script);
        let row = self.model.scripts.get_mut(id);
        row.targets = targets;
        row.owners = owners;
        row.usps = usps;
        row.kpis = kpis;
        row.status = status;
        row.deadline_written = view.has("deadline");
        row.deadline_is_day = deadline.is_some_and(|(_, is_day)| is_day);
        row.deadline = deadline.map(|(deadline, _)| deadline);
        row.stage = view.word_of("stage", "stage");
        row.aim = view.text_of("aim");
        row.cta = view.text_of("cta");
        row.objections = objections;
        row.objection_unread = has_unread(view, "objection", "kind");
        row.head.extras = extras;
    }

    fn objection(&mut self, view: View<'h>) -> Option<Objection> {
        let extras = self.extras(view);
        self.unknown_properties(view, Kind::Objection);
        let kind = view.word("kind")?;
        let answers = view.texts_of("answer");
        let answer_written = view.has("answer");
        Some(Objection {
            place: view.place(),
            kind,
            words: view.text("words"),
            answers,
            answer_written,
            extras,
        })
    }

    pub(super) fn milestone(&mut self, view: View<'h>, id: Id<Milestone>) {
        let owners = self.who_of(view, "owner");
        let kpis = self.kpis_in(view, KpiHome::Milestone(id));
        let date = self.deadline(view, "date").map(|(date, _)| date);
        let extras = self.extras(view);
        self.unknown_properties(view, Kind::Milestone);
        let row = self.model.milestones.get_mut(id);
        row.owners = owners;
        row.kpis = kpis;
        row.date = date;
        row.head.extras = extras;
    }

    /// Goals behind `supports`.
    pub(super) fn goals_of(&mut self, view: View<'h>, phase: Option<Id<Phase>>) -> Vec<Use<Goal>> {
        let mut goals = Vec::new();
        for child in view.children_of("supports") {
            for value in child.values_in("goal") {
                let span = child.span(value.range);
                goals.push(match path_of(value) {
                    Some(path) => self.goal(&path, span, phase),
                    None => Use { span, target: None },
                });
            }
        }
        goals
    }

    pub(super) fn segments(&mut self, view: View<'h>) -> Vec<Use<Segment>> {
        let named: Vec<_> =
            view.children_of("segment").flat_map(|child| Self::named(child, "segment")).collect();
        named.into_iter().map(|(path, span)| self.segment(&path, span)).collect()
    }

    /// What must end before, with its lag.
    pub(super) fn predecessors(&mut self, view: View<'h>, phase: Option<Id<Phase>>) -> Vec<Predecessor> {
        let mut found = Vec::new();
        for child in view.children_of("after") {
            for value in child.values_in("work") {
                let Value::Lag(path, lag) = &value.value else { continue };
                let span = name_span(child, value.range, path);
                let work = self.work(path, span, phase, Namespace::Work);
                found.push(Predecessor { work, lag: *lag });
            }
        }
        found
    }

    /// The channels of an activity with their shares.
    pub(super) fn channel_shares(&mut self, view: View<'h>) -> Vec<ChannelShare> {
        let mut found: Vec<ChannelShare> = Vec::new();
        let mut sum = Decimal::ZERO;
        let mut surplus = None;
        for child in view.children_of("channel") {
            for value in child.values_in("channel") {
                let (path, share) = match &value.value {
                    Value::Share(path, share) => (path, *share),
                    _ => {
                        let channel = Use { span: child.span(value.range), target: None };
                        found.push(ChannelShare { channel, share: None });
                        continue;
                    }
                };
                let span = name_span(child, value.range, path);
                let channel = self.channel(path, span);
                let place = child.span(value.range);
                let share = share.and_then(|share| self.hundred(child, share, place));
                sum = sum.saturating_add(share.unwrap_or_default());
                if sum > Decimal::ONE_HUNDRED {
                    surplus = surplus.or(Some((child, place)));
                }
                found.push(ChannelShare { channel, share });
            }
        }
        if let Some((child, place)) = surplus {
            self.shares_too_large(child, sum, place);
        }
        found
    }

    pub(super) fn status(&mut self, view: View<'h>) -> Status {
        let Some(child) = view.child("status") else { return Status::default() };
        let kind = match child.word("status").as_deref() {
            Some("idea") => StatusKind::Idea,
            Some("in_progress") => StatusKind::InProgress,
            Some("blocked") => StatusKind::Blocked,
            Some("done") => StatusKind::Done,
            Some("cancelled") => StatusKind::Cancelled,
            _ => StatusKind::Planned,
        };
        let percent = child.value("progress").and_then(|value| match value.value {
            Value::Amount(amount) if amount.unit == AmountUnit::Percent => Some(amount.value),
            _ => None,
        });
        let percent = percent.zip(child.value("progress"));
        let percent =
            percent.and_then(|(percent, value)| self.hundred(child, percent, child.span(value.range)));
        let end = child.place().head.range.end;
        let span = child.value("status").map(|value| child.span(TextRange::new(value.range.start, end)));
        Status { kind, span, percent, why: child.text("why"), day: self.day(child, "day") }
    }
}

/// Whether a property `keyword` of `view` has a word in `slot` that could not be read, or none at all.
pub(super) fn has_unread(view: View<'_>, keyword: &'static str, slot: &'static str) -> bool {
    view.children_of(keyword).any(|child| {
        let mut words = child.values_in(slot).peekable();
        words.peek().is_none() || words.any(|word| !matches!(word.value, Value::Choice(_)))
    })
}

/// The place of a name alone, without the lag or share behind it.
fn name_span(view: View<'_>, range: TextRange, path: &[SmolStr]) -> Span {
    // The written form may be longer than the name in NFC; what is shorter than the value is the name itself.
    let length = path.iter().map(|name| name.len() + 1).sum::<usize>().saturating_sub(1);
    let end = range.start + u32::try_from(length).unwrap_or(0).min(range.len());
    view.span(roadmap_diag::TextRange::new(range.start, end))
}

fn goal_type(word: &str) -> Option<GoalType> {
    Some(match word {
        "revenue" => GoalType::Revenue,
        "profit" => GoalType::Profit,
        "share" => GoalType::Share,
        "cost" => GoalType::Cost,
        "leads" => GoalType::Leads,
        "conversion" => GoalType::Conversion,
        "awareness" => GoalType::Awareness,
        "experience" => GoalType::Experience,
        "retention" => GoalType::Retention,
        _ => return None,
    })
}
