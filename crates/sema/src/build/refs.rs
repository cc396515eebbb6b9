//! References to names: found, or reported once with the nearest name.

use roadmap_diag::{Diagnostic, Fix, Message, Span};
use roadmap_schema::{Kind, Namespace};
use smol_str::SmolStr;

use super::builder::Builder;
use super::view::View;
use crate::catalog;
use crate::hir::{HirValue, Value};
use crate::model::{
    Channel, Goal, Head, Id, Launch, Metric, Named, Person, Phase, Ref, ScriptTarget, Segment, Team, Use,
    Who, WorkRef,
};
use crate::names;
use crate::names_of::{kind_message, namespace_message};

impl<'h> Builder<'h> {
    /// The names in `slot` of `view`, each with its place; broken values are left out.
    pub(super) fn named(view: View<'h>, slot: &'static str) -> Vec<(Box<[SmolStr]>, Span)> {
        view.values_in(slot).filter_map(|value| Some((path_of(value)?, view.span(value.range)))).collect()
    }

    /// The one name in `slot` of `view`.
    pub(super) fn one_named(view: View<'h>, slot: &'static str) -> Option<(Box<[SmolStr]>, Span)> {
        Self::named(view, slot).into_iter().next()
    }

    /// People and teams behind every property `keyword` of `view`. A broken value counts as written.
    pub(super) fn who_of(&mut self, view: View<'h>, keyword: &'static str) -> Vec<Ref<Who>> {
        let mut found = Vec::new();
        for child in view.children_of(keyword) {
            for value in child.values() {
                let span = child.span(value.range);
                let target = path_of(value).and_then(|path| self.who(&path, span, keyword == "owner"));
                found.push(Ref { span, target });
            }
        }
        found
    }

    fn who(&mut self, path: &[SmolStr], span: Span, as_owner: bool) -> Option<Who> {
        let name = single(path);
        if let Some(who) = self.names.who.get(&*name).copied() {
            self.uses(span, 0, who.into());
            return Some(who);
        }
        self.unknown_person(&name, span, as_owner);
        None
    }

    /// A person; a team in that place is the wrong kind.
    pub(super) fn person(&mut self, path: &[SmolStr], span: Span) -> Use<Person> {
        let target = match self.who(path, span, false) {
            Some(Who::Person(person)) => Some(person),
            Some(Who::Team(_)) => {
                self.wrong_kind(&single(path), span, Kind::Team, Namespace::Person);
                None
            }
            None => None,
        };
        Ref { span, target }
    }

    /// A team; a person in that place is the wrong kind.
    pub(super) fn team(&mut self, path: &[SmolStr], span: Span) -> Use<Team> {
        let name = single(path);
        let target = match self.names.who.get(&*name) {
            Some(Who::Team(team)) => {
                let team = *team;
                self.uses(span, 0, Named::Team(team));
                Some(team)
            }
            Some(Who::Person(_)) => {
                self.wrong_kind(&name, span, Kind::Person, Namespace::Team);
                None
            }
            None => {
                let candidates = self.heads_of(Namespace::Team);
                self.unknown(&name, span, Kind::Team, candidates);
                None
            }
        };
        Ref { span, target }
    }

    pub(super) fn channel(&mut self, path: &[SmolStr], span: Span) -> Use<Channel> {
        let name = single(path);
        let target = self.names.channels.get(&*name).copied().or_else(|| self.builtin_channel(&name));
        match target {
            Some(target) => self.uses(span, 0, Named::Channel(target)),
            None => {
                let mut candidates = self.heads_of(Namespace::Channel);
                for channel in catalog::channels() {
                    for title in channel.en.iter().chain(channel.vi) {
                        candidates.push((SmolStr::new_static(channel.id), SmolStr::new_static(title)));
                    }
                    candidates.push((SmolStr::new_static(channel.id), SmolStr::new_static(channel.id)));
                }
                self.unknown(&name, span, Kind::Channel, candidates);
            }
        }
        Ref { span, target }
    }

    pub(super) fn metric(&mut self, path: &[SmolStr], span: Span) -> Use<Metric> {
        let name = single(path);
        let target = self.names.metrics.get(&*name).copied().or_else(|| self.builtin_metric(&name));
        match target {
            Some(target) => self.uses(span, 0, Named::Metric(target)),
            None => {
                let mut candidates = self.heads_of(Namespace::Metric);
                for metric in catalog::metrics() {
                    for title in metric.en.iter().chain(metric.vi) {
                        candidates.push((SmolStr::new_static(metric.id), SmolStr::new_static(title)));
                    }
                    candidates.push((SmolStr::new_static(metric.id), SmolStr::new_static(metric.id)));
                }
                self.unknown(&name, span, Kind::Metric, candidates);
            }
        }
        Ref { span, target }
    }

    pub(super) fn segment(&mut self, path: &[SmolStr], span: Span) -> Use<Segment> {
        let name = single(path);
        let target = self.names.segments.get(&*name).copied();
        match target {
            Some(target) => self.uses(span, 0, Named::Segment(target)),
            None => {
                let candidates = self.heads_of(Namespace::Segment);
                self.unknown(&name, span, Kind::Segment, candidates);
            }
        }
        Ref { span, target }
    }

    pub(super) fn product(&mut self, path: &[SmolStr], span: Span) -> Use<crate::model::Product> {
        let name = single(path);
        let target = self.names.products.get(&*name).copied();
        match target {
            Some(target) => self.uses(span, 0, Named::Product(target)),
            None => {
                let candidates = self.heads_of(Namespace::Product);
                self.unknown(&name, span, Kind::Product, candidates);
            }
        }
        Ref { span, target }
    }

    /// Any work, seen from `phase`: its own names win, then the top level's, then the only one there is.
    pub(super) fn work(
        &mut self,
        path: &[SmolStr],
        span: Span,
        phase: Option<Id<Phase>>,
        wanted: Namespace,
    ) -> Ref<WorkRef> {
        let fits = |work: WorkRef| match wanted {
            Namespace::Goal => matches!(work, WorkRef::Goal(_)),
            Namespace::Launch => matches!(work, WorkRef::Launch(_)),
            Namespace::ScriptTarget => matches!(work, WorkRef::Activity(_) | WorkRef::Launch(_)),
            Namespace::Work => !matches!(work, WorkRef::Goal(_)),
            _ => true,
        };
        let found = self.find_work(path, phase);
        let target = match found.as_slice() {
            [] => {
                let kind = match wanted {
                    Namespace::Goal => Kind::Goal,
                    Namespace::Launch => Kind::Launch,
                    _ => Kind::Activity,
                };
                let name = path.join(".");
                let near = self.near_work(&name, phase, fits);
                self.unknown_near(&name, span, kind, near);
                None
            }
            [work] if fits(*work) => Some(*work),
            [work] => {
                self.wrong_kind(&path.join("."), span, kind_of(*work), wanted);
                None
            }
            several => match several.iter().filter(|work| fits(**work)).collect::<Vec<_>>().as_slice() {
                [work] => Some(**work),
                _ => {
                    self.ambiguous(&path.join("."), span, several);
                    None
                }
            },
        };
        if let Some(work) = target {
            self.uses_work(path, span, work);
        }
        Ref { span, target }
    }

    /// What `path` can name from `phase`: one, none, or several where nothing decides.
    fn find_work(&self, path: &[SmolStr], phase: Option<Id<Phase>>) -> Vec<WorkRef> {
        match path {
            [name] => {
                let Some(all) = self.names.work.get(name) else { return Vec::new() };
                let at = |wanted: Option<Id<Phase>>| {
                    all.iter().find(|(home, _)| *home == wanted).map(|(_, work)| *work)
                };
                let own = phase.and_then(|phase| at(Some(phase)));
                match own.or_else(|| at(None)) {
                    Some(work) => vec![work],
                    None => all.iter().map(|(_, work)| *work).collect(),
                }
            }
            [phase, name] => {
                let Some(phase) = self.names.phases.get(phase).copied() else { return Vec::new() };
                let all = self.names.work.get(name).map_or(&[][..], Vec::as_slice);
                all.iter().find(|(home, _)| *home == Some(phase)).map(|(_, work)| *work).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Remembers the work behind a property of the log, such as `landing.deadline`. What the log speaks of may be gone: a
    /// name that nothing has is no error there.
    pub(super) fn uses_in_log(&mut self, path: &[SmolStr], span: Span) {
        let Some((_, path)) = path.split_last() else { return };
        if let [work] = *self.find_work(path, None) {
            self.uses_work(path, span, work);
        }
    }

    fn uses_work(&mut self, path: &[SmolStr], span: Span, work: WorkRef) {
        if let [home, _] = path
            && let Some(phase) = self.names.phases.get(home).copied()
        {
            self.uses(span, 0, Named::Phase(phase));
        }
        self.uses(span, u8::from(path.len() > 1), Named::Work(work));
    }

    pub(super) fn goal(&mut self, path: &[SmolStr], span: Span, phase: Option<Id<Phase>>) -> Use<Goal> {
        let target = match self.work(path, span, phase, Namespace::Goal).target {
            Some(WorkRef::Goal(goal)) => Some(goal),
            _ => None,
        };
        Ref { span, target }
    }

    pub(super) fn launch(&mut self, path: &[SmolStr], span: Span, phase: Option<Id<Phase>>) -> Use<Launch> {
        let target = match self.work(path, span, phase, Namespace::Launch).target {
            Some(WorkRef::Launch(launch)) => Some(launch),
            _ => None,
        };
        Ref { span, target }
    }

    pub(super) fn script_target(
        &mut self,
        path: &[SmolStr],
        span: Span,
        phase: Option<Id<Phase>>,
    ) -> Ref<ScriptTarget> {
        if let ([name], true) = (path, self.find_work(path, phase).is_empty())
            && let Some(phase) = self.names.phases.get(name)
        {
            let phase = *phase;
            self.uses(span, 0, Named::Phase(phase));
            return Ref { span, target: Some(ScriptTarget::Phase(phase)) };
        }
        let target = match self.work(path, span, phase, Namespace::ScriptTarget).target {
            Some(WorkRef::Activity(activity)) => Some(ScriptTarget::Activity(activity)),
            Some(WorkRef::Launch(launch)) => Some(ScriptTarget::Launch(launch)),
            _ => None,
        };
        Ref { span, target }
    }

    /// Identifier and title of everything in a namespace.
    pub(super) fn heads_of(&self, namespace: Namespace) -> Vec<(SmolStr, SmolStr)> {
        let model = &self.model;
        let heads: Vec<&Head> = match namespace {
            Namespace::Person => model.people.rows().iter().map(|row| &row.head).collect(),
            Namespace::PersonOrTeam => {
                let teams = model.teams.rows().iter().map(|row| &row.head);
                model.people.rows().iter().map(|row| &row.head).chain(teams).collect()
            }
            Namespace::Team => model.teams.rows().iter().map(|row| &row.head).collect(),
            Namespace::Channel => model.channels.rows().iter().map(|row| &row.head).collect(),
            Namespace::Metric => model.metrics.rows().iter().map(|row| &row.head).collect(),
            Namespace::Segment => model.segments.rows().iter().map(|row| &row.head).collect(),
            Namespace::Product => model.products.rows().iter().map(|row| &row.head).collect(),
            Namespace::Source => model.sources.rows().iter().map(|row| &row.head).collect(),
            Namespace::Calendar => model.calendars.rows().iter().map(|row| &row.head).collect(),
            _ => Vec::new(),
        };
        heads
            .into_iter()
            .flat_map(|head| [(head.id.clone(), head.id.clone()), (head.id.clone(), head.title.clone())])
            .collect()
    }

    /// The work that fits and whose name is nearest to `name`, as it is called from `phase`.
    fn near_work(
        &mut self,
        name: &str,
        phase: Option<Id<Phase>>,
        fits: impl Fn(WorkRef) -> bool,
    ) -> Option<SmolStr> {
        self.searches_left = self.searches_left.checked_sub(1)?;
        let works = self.names.work.values().flatten().filter(|(_, work)| fits(*work));
        // A map's order is no order, and makes no difference to what is nearest.
        let candidates = works.flat_map(|(home, work)| {
            let head = self.work_head(*work);
            let write = if *home == phase || home.is_none() { &head.id } else { &head.path };
            [(write.as_str(), head.id.as_str()), (write.as_str(), head.title.as_str())]
        });
        names::suggest(name, candidates).map(SmolStr::new)
    }

    /// Reports a name that nothing has.
    pub(super) fn unknown(
        &mut self,
        name: &str,
        span: Span,
        kind: Kind,
        candidates: Vec<(SmolStr, SmolStr)>,
    ) {
        let near = nearest(name, &candidates).map(SmolStr::new);
        self.unknown_near(name, span, kind, near);
    }

    fn unknown_near(&mut self, name: &str, span: Span, kind: Kind, near: Option<SmolStr>) {
        let message = Message::new("name-unknown").with("kind", kind_message(kind)).with("name", name);
        let error = self.error("name/unknown", span, message);
        let error = match near {
            Some(near) => suggest(error, span, &near),
            None => error.help(Message::new("name-unknown.help")),
        };
        self.diagnostics.push(error);
    }

    fn unknown_person(&mut self, name: &str, span: Span, as_owner: bool) {
        let message = Message::new("name-unknown-person").with("name", name);
        let code = if as_owner { "people/owner-unknown" } else { "name/unknown" };
        let mut error = self.error(code, span, message);
        let candidates = self.heads_of(Namespace::PersonOrTeam);
        error = match nearest(name, &candidates) {
            Some(near) => suggest(error, span, near),
            None => error.help(Message::new("name-unknown-person.help").with("name", name)),
        };
        // A new person goes behind the last one, where there is one; nobody knows better where people are kept.
        if let Some(place) = self.model.people.rows().last().and_then(|person| person.head.place) {
            let title = Message::new("name-unknown-person.create").with("name", name);
            error = error.fix(Fix::replace(
                title,
                false,
                place.whole.end(),
                format!("\nperson {name} \"{name}\""),
            ));
        }
        self.diagnostics.push(error);
    }

    fn wrong_kind(&mut self, name: &str, span: Span, found: Kind, wanted: Namespace) {
        let message = Message::new("name-wrong-kind")
            .with("name", name)
            .with("found", kind_message(found))
            .with("wanted", namespace_message(wanted));
        let help = Message::new("name-wrong-kind.help").with("wanted", namespace_message(wanted));
        let error = self.error("name/wrong-kind", span, message).help(help);
        self.diagnostics.push(error);
    }

    fn ambiguous(&mut self, name: &str, span: Span, options: &[WorkRef]) {
        let paths: Vec<_> = options.iter().map(|work| self.work_head(*work).path.clone()).collect();
        let listed: Vec<_> = paths.iter().map(|path| format!("`{path}`").into()).collect();
        let message = Message::new("name-ambiguous")
            .with("name", name)
            .with("options", roadmap_diag::Arg::List(listed));
        let first = paths.first().cloned().unwrap_or_default();
        let mut error = self
            .error("name/ambiguous", span, message)
            .help(Message::new("name-ambiguous.help").with("first", first.as_str()));
        for path in &paths {
            let title = Message::new("fix-replace").with("text", path.as_str());
            error = error.fix(Fix::replace(title, false, span, path.as_str()));
        }
        self.diagnostics.push(error);
    }
}

fn suggest(error: Diagnostic, span: Span, near: &str) -> Diagnostic {
    error.help(Message::new("name-unknown.near").with("near", near)).fix(Fix::replace(
        Message::new("fix-replace").with("text", near),
        false,
        span,
        near,
    ))
}

fn nearest<'c>(name: &str, candidates: &'c [(SmolStr, SmolStr)]) -> Option<&'c str> {
    names::suggest(name, candidates.iter().map(|(write, compare)| (write.as_str(), compare.as_str())))
}

/// The path of a name, whatever form it was read in.
pub(super) fn path_of(value: &HirValue) -> Option<Box<[SmolStr]>> {
    match &value.value {
        Value::Name(name) => Some(Box::from([name.clone()])),
        Value::Path(path) | Value::Share(path, _) | Value::Lag(path, _) => Some(path.clone()),
        _ => None,
    }
}

/// A path as one name: where only one is expected, a longer one is unknown as a whole.
pub(super) fn single(path: &[SmolStr]) -> SmolStr {
    match path {
        [name] => name.clone(),
        several => SmolStr::new(several.join(".")),
    }
}

fn kind_of(work: WorkRef) -> Kind {
    match work {
        WorkRef::Goal(_) => Kind::Goal,
        WorkRef::Activity(_) => Kind::Activity,
        WorkRef::Launch(_) => Kind::Launch,
        WorkRef::Script(_) => Kind::Script,
        WorkRef::Milestone(_) => Kind::Milestone,
    }
}
