//! Activities and their tasks, and what follows from where they stand.

use std::collections::BTreeMap;

use roadmap_diag::Message;
use roadmap_schema::Kind;
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::builder::Builder;
use super::records::Row;
use super::view::View;
use super::work::has_unread;
use crate::hir::Value;
use crate::model::{
    Activity, Goal, Id, KpiHome, Launch, MessageUse, Model, Phase, StatusKind, Table, Task, Use, Written,
};

impl<'h> Builder<'h> {
    pub(super) fn activity(&mut self, view: View<'h>, id: Id<Activity>) {
        let phase = self.model[id].phase;
        let deadline = view.child("deadline").and_then(|child| self.deadline(child, "date"));
        let start = view.child("start").and_then(|child| self.start(child, "date"));
        let day = start.or(deadline.map(|(deadline, _)| deadline)).map(|date| date.value);
        let owners = self.who_of(view, "owner");
        let support = self.who_of(view, "support");
        let informed = self.who_of(view, "informed");
        let named: Vec<_> = view.children_of("team").flat_map(|child| Self::named(child, "team")).collect();
        let teams = named.into_iter().map(|(path, span)| self.team(&path, span)).collect();
        let kpis = self.kpis_in(view, KpiHome::Activity(id));
        let after = self.predecessors(view, phase);
        let before = self.launches_of(view, "before", phase);
        let promotes = self.launches_of(view, "promotes", phase);
        let channels = self.channel_shares(view);
        let budget = self.budget(view, day);
        let spent = view.child("spent").and_then(|child| {
            let span = child.span(child.value("amount")?.range);
            Some(Written { value: self.money(child, "amount", day)?, span })
        });
        let status = self.status(view);
        let supports = self.goals_of(view, phase);
        let message = self.messages(view, "message", "message").into_iter().next();
        let usps = self.messages(view, "usp", "usp");
        let segments = self.segments(view);
        let touchpoints = self.touchpoints(view);
        let children: Vec<_> = view.children_of("task").collect();
        let tasks: Vec<Task> = children.into_iter().map(|child| self.task(child)).collect();
        let duration = view.child("duration").and_then(|child| {
            let value = child.value("duration")?;
            match value.value {
                Value::Duration(duration) => Some(Written { value: duration, span: child.span(value.range) }),
                _ => None,
            }
        });
        let every = view.child("every").and_then(|child| match child.value("rhythm")?.value {
            Value::Every(every) => Some(every),
            _ => None,
        });
        let extras = self.extras(view);
        self.required(view);
        self.unknown_properties(view, Kind::Activity);
        if let (Some(start), Some((deadline, _))) = (start, deadline)
            && start.value > deadline.value
        {
            let error = self
                .error("value/range-backwards", deadline.span, Message::new("value-deadline-before-start"))
                .help(Message::new("value-deadline-before-start.help"))
                .related(start.span, Message::new("value-deadline-before-start.start"));
            self.diagnostics.push(error.about(view.keyword_span()));
        }
        let row = self.model.activities.get_mut(id);
        row.category = view.word_of("category", "category");
        row.category_written = view.has("category");
        row.kind = view.word_of("kind", "kind");
        row.priority = view.word_of("priority", "priority").unwrap_or(SmolStr::new_static("normal"));
        row.owners = owners;
        row.support = support;
        row.informed = informed;
        row.teams = teams;
        row.kpis = kpis;
        row.start = start;
        row.start_written = view.has("start");
        row.start_place = view.child("start").map(|child| child.place().whole);
        row.deadline_written = view.has("deadline");
        row.deadline_is_day = deadline.is_some_and(|(_, is_day)| is_day);
        row.deadline = deadline.map(|(deadline, _)| deadline);
        row.duration = duration;
        row.duration_written = view.has("duration");
        row.after = after;
        row.before = before;
        row.promotes = promotes;
        row.channels = channels;
        row.budget = budget;
        row.spent = spent;
        row.progress = progress(status.kind, status.percent, &tasks);
        row.status = status;
        row.supports = supports;
        row.message = message;
        row.usps = usps;
        row.segments = segments;
        row.checkpoint = view.word_of("checkpoint", "cadence");
        row.checkpoint_written = view.has("checkpoint");
        row.tasks = tasks;
        row.touchpoints = touchpoints;
        row.touchpoint_unread = has_unread(view, "touchpoint", "touchpoint");
        row.every = every;
        row.every_written = view.has("every");
        row.head.extras = extras;
    }

    fn task(&mut self, view: View<'h>) -> Task {
        let owners = self.who_of(view, "owner");
        let deadline = view.child("deadline").and_then(|child| self.deadline(child, "date"));
        let channel = view.child("channel").and_then(|child| Self::one_named(child, "channel"));
        let channel = channel.map(|(path, span)| self.channel(&path, span));
        let done = view.child("done");
        let done_on = done.and_then(|child| self.day(child, "day"));
        let extras = self.extras(view);
        self.unknown_properties(view, Kind::Task);
        Task {
            place: view.place(),
            title: view.text("title").unwrap_or_default(),
            owners,
            deadline: deadline.map(|(deadline, _)| deadline),
            channel,
            kind: view.word_of("kind", "kind"),
            done: done.is_some(),
            done_on,
            extras,
        }
    }

    fn launches_of(
        &mut self,
        view: View<'h>,
        keyword: &'static str,
        phase: Option<Id<Phase>>,
    ) -> Vec<Use<Launch>> {
        let named: Vec<_> =
            view.children_of(keyword).flat_map(|child| Self::named(child, "launch")).collect();
        named.into_iter().map(|(path, span)| self.launch(&path, span, phase)).collect()
    }

    /// Joins what was read apart: what stands in a phase or goal, and the goals that activities serve.
    pub(super) fn link(&mut self) {
        for (id, phase) in self.model.goals.iter().map(|(id, goal)| (id, goal.phase)).collect::<Vec<_>>() {
            if let Some(phase) = phase {
                self.model.phases.get_mut(phase).goals.push(id);
            }
        }
        for id in self.model.activities.ids() {
            let (phase, goal) = (self.model[id].phase, self.model[id].inside_goal);
            if let Some(phase) = phase {
                self.model.phases.get_mut(phase).activities.push(id);
            }
            if let Some(goal) = goal {
                self.model.goals.get_mut(goal).activities.push(id);
            }
            self.serve(id);
        }
        for id in self.model.launches.ids() {
            if let Some(phase) = self.model[id].phase {
                self.model.phases.get_mut(phase).launches.push(id);
            }
        }
        for id in self.model.scripts.ids() {
            if let Some(phase) = self.model[id].phase {
                self.model.phases.get_mut(phase).scripts.push(id);
            }
        }
        for id in self.model.milestones.ids() {
            let (phase, goal) = (self.model[id].phase, self.model[id].goal);
            if let Some(goal) = goal {
                self.model.goals.get_mut(goal).milestones.push(id);
            } else if let Some(phase) = phase {
                self.model.phases.get_mut(phase).milestones.push(id);
            }
        }
        self.name_texts();
    }

    /// Says which goals an activity serves.
    pub(super) fn serve(&mut self, id: Id<Activity>) {
        let goals = self.goals_served(id);
        if self.model[id].goals != goals {
            self.model.activities.get_mut(id).goals = goals;
        }
    }

    /// The goals behind `supports`; without it the goal it stands in, else its phase's goal where there is one.
    fn goals_served(&self, id: Id<Activity>) -> Vec<Id<Goal>> {
        let activity = &self.model[id];
        if !activity.supports.is_empty() {
            let mut goals: Vec<_> = activity.supports.iter().filter_map(|goal| goal.target).collect();
            goals.extend(activity.inside_goal.filter(|goal| !goals.contains(goal)));
            return goals;
        }
        if let Some(goal) = activity.inside_goal {
            return vec![goal];
        }
        let Some(phase) = activity.phase.map(|phase| &self.model[phase]) else { return Vec::new() };
        let helped: Vec<Id<Goal>> = phase.supports.iter().filter_map(|goal| goal.target).collect();
        match (phase.goals.as_slice(), helped.as_slice()) {
            ([goal], _) | ([], [goal]) => vec![*goal],
            _ => Vec::new(),
        }
    }

    /// Gives messages that only name another its words.
    pub(super) fn name_texts(&mut self) {
        let model = &mut self.model;
        let rows = model.phases.ids().map(Row::Phase).chain(model.activities.ids().map(Row::Activity));
        let rows =
            rows.chain(model.launches.ids().map(Row::Launch)).chain(model.scripts.ids().map(Row::Script));
        rows.for_each(|row| name_texts_of(model, row));
        for id in model.segments.ids() {
            fill(&mut model.segments, id, &model.plan.messages, |row| &mut row.usps);
        }
        for id in model.products.ids() {
            fill(&mut model.products, id, &model.plan.messages, |row| &mut row.usps);
        }
    }
}

/// Gives the messages of one row their words.
pub(super) fn name_texts_of(model: &mut Model, row: Row) {
    let Model { plan, phases, activities, launches, scripts, .. } = model;
    let texts = &plan.messages;
    match row {
        Row::Phase(id) => fill(phases, id, texts, |row| row.message.as_mut_slice()),
        Row::Activity(id) => {
            fill(activities, id, texts, |row| row.message.as_mut_slice());
            fill(activities, id, texts, |row| &mut row.usps);
        }
        Row::Launch(id) => fill(launches, id, texts, |row| &mut row.usps),
        Row::Script(id) => fill(scripts, id, texts, |row| &mut row.usps),
        _ => {}
    }
}

/// Gives words to those of a row's messages that only name another.
fn fill<T: Clone>(
    rows: &mut Table<T>,
    id: Id<T>,
    texts: &BTreeMap<SmolStr, SmolStr>,
    messages: fn(&mut T) -> &mut [MessageUse],
) {
    for message in messages(rows.get_mut(id)) {
        if let (None, Some(name)) = (&message.text, &message.name) {
            message.text = texts.get(name).cloned();
        }
    }
}

/// Progress in percent: written, else the share of tasks done; all of it when done.
fn progress(kind: StatusKind, percent: Option<Decimal>, tasks: &[Task]) -> Decimal {
    if kind == StatusKind::Done {
        return Decimal::ONE_HUNDRED;
    }
    if let Some(percent) = percent {
        return percent;
    }
    let done = tasks.iter().filter(|task| task.done).count();
    match (u64::try_from(done), u64::try_from(tasks.len())) {
        (Ok(done), Ok(all)) if all > 0 => Decimal::from(done * 100 / all),
        _ => Decimal::ZERO,
    }
}
