//! Names that a slot may refer to.

use std::collections::{HashMap, HashSet};

use roadmap_diag::{Message, Severity};
use roadmap_schema::Namespace;
use roadmap_sema::catalog;
use roadmap_sema::model::{Head, Id, Model, Named, Phase, WorkRef};
use roadmap_sema::rules;

use super::CompletionKind;
use super::context::{Context, ValuePlace};
use super::list::{List, Offer};
use crate::card::{self, Subject};
use crate::scope::Scope;

/// What the plan declares, what it uses of what is built in, and the rest of that.
const DECLARED: u8 = 3;
const USED: u8 = 4;
const BUILT_IN: u8 = 6;

/// Offers the names of `namespace`, save those in `taken`.
pub(super) fn offer(
    context: &Context<'_>,
    place: &ValuePlace<'_>,
    namespace: Namespace,
    taken: &[&str],
    list: &mut List<'_>,
) {
    let model = &*context.analysis.model;
    let mut names = Names { model, taken, list };
    match namespace {
        Namespace::Person => names.people(),
        Namespace::PersonOrTeam => {
            names.people();
            names.teams();
        }
        Namespace::Team => names.teams(),
        Namespace::Channel => names.channels(phase(context, place)),
        Namespace::Metric => names.metrics(),
        Namespace::MetricOrBudget => {
            names.metrics();
            let budget = Message::new("ide-name-budget");
            let detail = names.list.say(&budget);
            names.list.offer_plain(Offer::new(CompletionKind::Word, "budget").detail(detail).group(DECLARED));
        }
        Namespace::SourceColumn => names.columns(),
        Namespace::Source => {
            names.all(model.sources.iter().map(|(id, row)| (Named::Source(id), &row.head)));
        }
        Namespace::Calendar => names.calendars(),
        Namespace::Segment => {
            names.all(model.segments.iter().map(|(id, row)| (Named::Segment(id), &row.head)));
        }
        Namespace::Product => {
            names.all(model.products.iter().map(|(id, row)| (Named::Product(id), &row.head)));
        }
        Namespace::Goal => names.work(context, place, |work| matches!(work, WorkRef::Goal(_))),
        Namespace::Launch => names.work(context, place, |work| matches!(work, WorkRef::Launch(_))),
        Namespace::Work => names.work(context, place, |work| !matches!(work, WorkRef::Goal(_))),
        Namespace::ScriptTarget => {
            names.work(context, place, |work| matches!(work, WorkRef::Activity(_) | WorkRef::Launch(_)));
            names.all(model.phases.iter().map(|(id, row)| (Named::Phase(id), &row.head)));
        }
        Namespace::Dimension => match place.before {
            Some("channel") => names.channels(None),
            Some("segment") => {
                names.all(model.segments.iter().map(|(id, row)| (Named::Segment(id), &row.head)));
            }
            Some("product") => {
                names.all(model.products.iter().map(|(id, row)| (Named::Product(id), &row.head)));
            }
            Some("activity") => names.work(context, place, |work| matches!(work, WorkRef::Activity(_))),
            _ => {}
        },
        Namespace::Property => properties(context, list),
    }
}

fn phase(context: &Context<'_>, place: &ValuePlace<'_>) -> Option<Id<Phase>> {
    Scope::of(context.analysis, &place.cursor, Some(place.index)).phase
}

struct Names<'l, 'a, 'm> {
    model: &'m Model,
    taken: &'l [&'l str],
    list: &'l mut List<'a>,
}

impl<'m> Names<'_, '_, 'm> {
    fn all(&mut self, heads: impl Iterator<Item = (Named, &'m Head)>) {
        for (named, head) in heads {
            self.one(named, head, "");
        }
    }

    /// Offers a declared name; `detail` stands behind its title.
    fn one(&mut self, named: Named, head: &Head, detail: &str) {
        if head.place.is_some() && head.id_span.is_some() {
            self.named(named, head, &head.id, detail, DECLARED);
        }
    }

    fn named(&mut self, named: Named, head: &Head, write: &str, detail: &str, group: u8) {
        if self.taken.contains(&write) || write.is_empty() {
            return;
        }
        let Some(fit) = self.list.fit(write, [head.title.as_str()]) else { return };
        let title = if head.title == head.id { "" } else { head.title.as_str() };
        let offer = Offer::new(kind_of(named), write)
            .detail(joined(title, detail))
            .group(group)
            .about(Subject::Name(named));
        self.list.add(offer, fit);
    }

    fn people(&mut self) {
        let locale = self.list.locale;
        for (id, person) in self.model.people.iter() {
            let roles = person.roles.iter().map(|(role, which)| match which {
                Some(which) => which.to_string(),
                None => card::label("ROLE", role, locale).unwrap_or(role).to_owned(),
            });
            let roles = roles.collect::<Vec<_>>().join(", ");
            self.one(Named::Person(id), &person.head, &roles);
        }
    }

    fn teams(&mut self) {
        let kind = self.list.say(&Message::new("kind-team"));
        for (id, team) in self.model.teams.iter() {
            self.one(Named::Team(id), &team.head, &kind);
        }
    }

    /// Channels: those of the phase first.
    fn channels(&mut self, phase: Option<Id<Phase>>) {
        let model = self.model;
        let own: Vec<_> = phase
            .into_iter()
            .flat_map(|phase| &model[phase].channels)
            .filter_map(|channel| channel.channel.target)
            .collect();
        for (id, channel) in model.channels.iter() {
            let builtin = catalog::channel(&channel.head.id).filter(|_| channel.head.place.is_none());
            let group = match channel.head.place {
                _ if own.contains(&id) => DECLARED - 1,
                Some(_) => DECLARED,
                None => USED,
            };
            let kind = channel.kind.map_or("", |kind| card::channel_kind(kind, self.list.locale));
            match builtin {
                Some(builtin) => self.channel(builtin, Subject::Name(Named::Channel(id)), group),
                None => self.named(Named::Channel(id), &channel.head, &channel.head.id, kind, group),
            }
        }
        for builtin in catalog::channels() {
            if !model.channels.rows().iter().any(|channel| channel.head.id == builtin.id) {
                self.channel(builtin, Subject::Channel(builtin), BUILT_IN);
            }
        }
    }

    fn channel(&mut self, channel: &'static catalog::BuiltinChannel, subject: Subject, group: u8) {
        if self.taken.contains(&channel.id) {
            return;
        }
        let titles = channel.en.iter().chain(channel.vi).copied();
        let Some(fit) = self.list.fit(channel.id, titles) else { return };
        let kind = card::channel_kind(channel.kind, self.list.locale);
        let title = card::first(channel.en, channel.vi, self.list.locale);
        let offer = Offer::new(CompletionKind::Channel, channel.id)
            .detail(joined(title, kind))
            .group(group)
            .about(subject);
        self.list.add(offer, fit);
    }

    fn metrics(&mut self) {
        let model = self.model;
        // The model has those as well that only follow from others.
        let used: HashSet<_> = model.kpis.rows().iter().filter_map(|kpi| kpi.metric.target).collect();
        for (id, metric) in model.metrics.iter() {
            let unit = metric.unit.map(|unit| card::unit(unit, self.list.locale)).unwrap_or_default();
            match catalog::metric(&metric.head.id).filter(|_| metric.head.place.is_none()) {
                Some(builtin) => {
                    let group = if used.contains(&id) { USED } else { rest(builtin) };
                    self.metric(builtin, Subject::Name(Named::Metric(id)), group);
                }
                None => self.named(Named::Metric(id), &metric.head, &metric.head.id, &unit, DECLARED),
            }
        }
        for builtin in catalog::metrics() {
            if !model.metrics.rows().iter().any(|metric| metric.head.id == builtin.id) {
                self.metric(builtin, Subject::Metric(builtin), rest(builtin));
            }
        }
    }

    fn metric(&mut self, metric: &'static catalog::BuiltinMetric, subject: Subject, group: u8) {
        if self.taken.contains(&metric.id) {
            return;
        }
        let titles = metric.en.iter().chain(metric.vi).copied();
        let Some(fit) = self.list.fit(metric.id, titles) else { return };
        let unit = card::unit(card::of_builtin(metric.unit, self.model), self.list.locale);
        let title = card::first(metric.en, metric.vi, self.list.locale);
        let offer = Offer::new(CompletionKind::Metric, metric.id)
            .detail(joined(title, &unit))
            .group(group)
            .about(subject);
        self.list.add(offer, fit);
    }

    fn columns(&mut self) {
        for (id, source) in self.model.sources.iter() {
            for (column, heading) in &source.columns {
                let write = format!("{}.{column}", source.head.id);
                let Some(fit) = self.list.fit(&write, [column.as_str(), heading.as_str()]) else { continue };
                let offer = Offer::new(CompletionKind::Data, write)
                    .detail(joined(&source.head.title, heading))
                    .about(Subject::Name(Named::Source(id)));
                self.list.add(offer, fit);
            }
        }
    }

    fn calendars(&mut self) {
        self.all(self.model.calendars.iter().map(|(id, row)| (Named::Calendar(id), &row.head)));
        let builtin = [
            ("vn", Message::new("ide-calendar.vn")),
            ("weekdays", Message::new("ide-calendar.weekdays")),
            ("none", Message::new("ide-calendar.none")),
        ];
        for (name, message) in builtin {
            let detail = self.list.say(&message);
            self.list.offer_plain(Offer::new(CompletionKind::Data, name).detail(detail).group(BUILT_IN));
        }
    }

    /// Work as it is called from here: by its name, by its path where the name alone means something else.
    fn work(&mut self, context: &Context<'_>, place: &ValuePlace<'_>, wanted: impl Fn(WorkRef) -> bool) {
        let model = self.model;
        let scope = Scope::of(context.analysis, &place.cursor, Some(place.index));
        let all: Vec<(WorkRef, &Head, Option<Id<Phase>>)> = work(model).collect();
        let mut homes: HashMap<&str, Vec<Option<Id<Phase>>>> = HashMap::new();
        for (_, head, phase) in &all {
            homes.entry(head.id.as_str()).or_default().push(*phase);
        }
        for (work, head, phase) in all {
            let declared = head.place.is_some_and(|place| head.id_span.is_some_and(|id| id != place.keyword));
            if !wanted(work) || scope.work == Some(work) || !declared {
                continue;
            }
            let others = homes.get(head.id.as_str()).map_or(&[][..], Vec::as_slice);
            let is_plain = phase == scope.phase
                || others.len() == 1
                || (phase.is_none() && !others.contains(&scope.phase));
            let write = if is_plain { &head.id } else { &head.path };
            let group = if phase == scope.phase { DECLARED - 1 } else { DECLARED };
            let phase = phase.filter(|phase| Some(*phase) != scope.phase);
            let detail = phase.map_or("", |phase| model[phase].head.title.as_str());
            self.named(Named::Work(work), head, write, detail, group);
        }
    }
}

/// Where a built-in metric stands among those that the plan does not use: results before what is put in.
fn rest(metric: &catalog::BuiltinMetric) -> u8 {
    if metric.kind.is_input() { BUILT_IN + 1 } else { BUILT_IN }
}

/// All work with the phase that it stands in.
fn work(model: &Model) -> impl Iterator<Item = (WorkRef, &Head, Option<Id<Phase>>)> {
    let goals = model.goals.iter().map(|(id, row)| (WorkRef::Goal(id), &row.head, row.phase));
    let activities = model.activities.iter().map(|(id, row)| (WorkRef::Activity(id), &row.head, row.phase));
    let launches = model.launches.iter().map(|(id, row)| (WorkRef::Launch(id), &row.head, row.phase));
    let scripts = model.scripts.iter().map(|(id, row)| (WorkRef::Script(id), &row.head, row.phase));
    let milestones = model.milestones.iter().map(|(id, row)| (WorkRef::Milestone(id), &row.head, row.phase));
    activities.chain(launches).chain(scripts).chain(milestones).chain(goals)
}

/// Properties that change in a review: `landing.deadline`.
fn properties(context: &Context<'_>, list: &mut List<'_>) {
    let model = &*context.analysis.model;
    let typed = context.prefix.rsplit_once('.').map(|(owner, _)| owner);
    if let Some((_, _, row)) =
        typed.and_then(|owner| all_owners(model).find(|(path, head, _)| *path == owner || head.id == owner))
    {
        let owner = typed.unwrap_or_default();
        for property in row.iter().copied() {
            list.offer(
                Offer::new(CompletionKind::Keyword, format!("{owner}.{property}")).continues(),
                [property],
            );
        }
        return;
    }
    for (path, head, row) in all_owners(model) {
        let Some(property) = row.first() else { continue };
        let write = format!("{path}.{property}");
        let Some(fit) = list.fit(&write, [head.title.as_str()]) else { continue };
        list.add(Offer::new(CompletionKind::Keyword, write).detail(head.title.as_str()).continues(), fit);
    }
}

/// What has properties that are changed in reviews, with the likeliest of them.
fn all_owners(model: &Model) -> impl Iterator<Item = (&str, &Head, &'static [&'static str])> {
    const WORK: &[&str] = &["deadline", "start", "owner", "budget", "status", "duration", "kpi"];
    const PHASE: &[&str] = &["budget", "focus", "kpi", "owner"];
    const GOAL: &[&str] = &["kpi", "owner"];
    let named = work(model).map(|(work, head, _)| match work {
        WorkRef::Goal(_) => (head.path.as_str(), head, GOAL),
        _ => (head.path.as_str(), head, WORK),
    });
    let phases = model.phases.rows().iter().map(|phase| (phase.head.path.as_str(), &phase.head, PHASE));
    named.chain(phases).filter(|(_, head, _)| head.id_span.is_some())
}

/// The rules that a comment may allow: those that speak in this file first.
pub(super) fn rules(context: &Context<'_>, list: &mut List<'_>) {
    let speaking: Vec<&str> = context
        .analysis
        .diagnostics
        .iter()
        .filter(|finding| finding.span.file == context.id)
        .map(|finding| finding.code.as_str())
        .collect();
    let taken = allowed(context);
    for rule in rules::all().iter().filter(|rule| !taken.contains(&rule.code)) {
        let title = roadmap_diag::text(&format!("{}.title", rule.message), list.locale).unwrap_or_default();
        let group = match rule.severity {
            _ if speaking.contains(&rule.code) => 1,
            Severity::Error => 3,
            Severity::Warning => 4,
            _ => 5,
        };
        let offer = Offer::new(CompletionKind::Rule, rule.code)
            .detail(title.as_str())
            .group(group)
            .about(Subject::Rule(rule));
        list.offer(offer, [title.as_str()]);
    }
    for group in groups(&taken) {
        let detail = list.say(&Message::new("ide-allow-group").with("group", group));
        let offer = Offer::new(CompletionKind::Rule, format!("{group}/*")).detail(detail).group(6);
        list.offer(offer, []);
    }
    let custom = context.analysis.model.rules.rows().iter();
    for custom in custom.filter(|custom| !taken.contains(&custom.name.as_str())) {
        let offer = Offer::new(CompletionKind::Rule, custom.name.as_str()).detail(custom.title.as_str());
        list.offer(offer.group(2), [custom.title.as_str()]);
    }
}

/// What the comment allows elsewhere than at the cursor.
fn allowed<'a>(context: &Context<'a>) -> Vec<&'a str> {
    let Some(file) = context.analysis.file(context.id) else { return Vec::new() };
    let (start, end) = (context.range.start as usize, context.range.end as usize);
    let before = file.text.get(..start).unwrap_or_default();
    let before = before.rsplit(['\n', '(']).next().unwrap_or_default();
    let behind = file.text.get(end..).unwrap_or_default();
    let behind = behind.split(['\n', ')']).next().unwrap_or_default();
    before.split(',').chain(behind.split(',')).map(str::trim).filter(|name| !name.is_empty()).collect()
}

/// The groups of rules, each once, in their order; without those in `taken`.
fn groups(taken: &[&str]) -> Vec<&'static str> {
    let mut groups: Vec<&'static str> = Vec::new();
    for rule in rules::all() {
        let group = rule.code.split('/').next().unwrap_or_default();
        let is_taken = taken.iter().any(|taken| taken.strip_suffix("/*") == Some(group));
        if !is_taken && !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

fn joined(title: &str, detail: &str) -> String {
    match (title.is_empty(), detail.is_empty()) {
        (true, _) => detail.to_owned(),
        (_, true) => title.to_owned(),
        _ => format!("{title} · {detail}"),
    }
}

fn kind_of(named: Named) -> CompletionKind {
    match named {
        Named::Person(_) | Named::Team(_) => CompletionKind::Person,
        Named::Channel(_) => CompletionKind::Channel,
        Named::Metric(_) => CompletionKind::Metric,
        Named::Source(_) | Named::Calendar(_) => CompletionKind::Data,
        Named::Segment(_) | Named::Product(_) => CompletionKind::Market,
        Named::Phase(_) => CompletionKind::Phase,
        Named::Field(_) => CompletionKind::Keyword,
        Named::Work(WorkRef::Goal(_)) => CompletionKind::Goal,
        Named::Work(_) => CompletionKind::Work,
    }
}
