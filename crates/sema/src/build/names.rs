//! Declaring names, before anything refers to them: the order of the text does not matter.

use roadmap_diag::{Fix, Message, Span};
use roadmap_schema::Kind;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::builder::Builder;
use super::view::View;
use crate::lower::takes_id;
use crate::model::{
    Activity, Calendar, Channel, Field, Goal, Head, Id, Launch, Metric, Milestone, Person, Phase, Product,
    Script, Segment, Source, Team, Who, WorkRef,
};
use crate::names;
use crate::names_of::kind_message;

/// Every name of the project, and every statement that declares one.
#[derive(Default)]
pub(super) struct Names {
    pub(super) who: FxHashMap<SmolStr, Who>,
    pub(super) channels: FxHashMap<SmolStr, Id<Channel>>,
    pub(super) metrics: FxHashMap<SmolStr, Id<Metric>>,
    pub(super) sources: FxHashMap<SmolStr, Id<Source>>,
    pub(super) calendars: FxHashMap<SmolStr, Id<Calendar>>,
    pub(super) segments: FxHashMap<SmolStr, Id<Segment>>,
    pub(super) products: FxHashMap<SmolStr, Id<Product>>,
    pub(super) phases: FxHashMap<SmolStr, Id<Phase>>,
    pub(super) fields: FxHashMap<(Kind, SmolStr), Id<Field>>,
    /// Work by name: the phase it stands in, none for the top level, and what it is.
    pub(super) work: FxHashMap<SmolStr, Vec<Work>>,
    taken: FxHashMap<(Space, Option<Id<Phase>>, SmolStr), Span>,
}

/// Work and the phase it stands in.
type Work = (Option<Id<Phase>>, WorkRef);

/// The namespaces in which a name is declared once.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Space {
    Who,
    Work,
    Of(Kind),
}

/// Statements with the rows that were made for them.
#[derive(Default)]
pub(super) struct Declared<'h> {
    pub(super) people: Vec<(View<'h>, Id<Person>)>,
    pub(super) teams: Vec<(View<'h>, Id<Team>)>,
    pub(super) channels: Vec<(View<'h>, Id<Channel>)>,
    pub(super) metrics: Vec<(View<'h>, Id<Metric>)>,
    /// Metrics whose name is taken, behind the one that has it.
    metrics_again: Vec<(Id<Metric>, Id<Metric>)>,
    pub(super) sources: Vec<(View<'h>, Id<Source>)>,
    pub(super) calendars: Vec<(View<'h>, Id<Calendar>)>,
    pub(super) segments: Vec<(View<'h>, Id<Segment>)>,
    pub(super) products: Vec<(View<'h>, Id<Product>)>,
    pub(super) goals: Vec<(View<'h>, Id<Goal>)>,
    pub(super) phases: Vec<(View<'h>, Id<Phase>)>,
    pub(super) activities: Vec<(View<'h>, Id<Activity>)>,
    pub(super) launches: Vec<(View<'h>, Id<Launch>)>,
    pub(super) scripts: Vec<(View<'h>, Id<Script>)>,
    pub(super) milestones: Vec<(View<'h>, Id<Milestone>)>,
    pub(super) fields: Vec<(View<'h>, Id<Field>)>,
}

impl<'h> Builder<'h> {
    /// Makes a row for everything that has a name.
    pub(super) fn declare(&mut self) {
        for view in self.roots() {
            match view.stmt.kind() {
                Kind::Person => {
                    let head = self.head(view, Space::Who, None);
                    let id = self.model.people.push(Person { head, ..Person::default() });
                    self.names.who.entry(self.model[id].head.id.clone()).or_insert(Who::Person(id));
                    self.declared.people.push((view, id));
                }
                Kind::Team => {
                    let head = self.head(view, Space::Who, None);
                    let id = self.model.teams.push(Team { head, ..Team::default() });
                    self.names.who.entry(self.model[id].head.id.clone()).or_insert(Who::Team(id));
                    self.declared.teams.push((view, id));
                }
                Kind::Channel => {
                    let head = self.head(view, Space::Of(Kind::Channel), None);
                    let id = self.model.channels.push(Channel { head, ..Channel::default() });
                    self.names.channels.entry(self.model[id].head.id.clone()).or_insert(id);
                    self.declared.channels.push((view, id));
                }
                Kind::Metric => self.declare_metric(view),
                Kind::Source => {
                    let head = self.head(view, Space::Of(Kind::Source), None);
                    let id = self.model.sources.push(Source { head, ..Source::default() });
                    self.names.sources.entry(self.model[id].head.id.clone()).or_insert(id);
                    self.declared.sources.push((view, id));
                }
                Kind::Calendar => {
                    let head = self.head(view, Space::Of(Kind::Calendar), None);
                    let id = self.model.calendars.push(Calendar { head, ..Calendar::default() });
                    self.names.calendars.entry(self.model[id].head.id.clone()).or_insert(id);
                    self.declared.calendars.push((view, id));
                }
                Kind::Segment => {
                    let head = self.head(view, Space::Of(Kind::Segment), None);
                    let id = self.model.segments.push(Segment { head, ..Segment::default() });
                    self.names.segments.entry(self.model[id].head.id.clone()).or_insert(id);
                    self.declared.segments.push((view, id));
                }
                Kind::Product => {
                    let head = self.head(view, Space::Of(Kind::Product), None);
                    let id = self.model.products.push(Product { head, ..Product::default() });
                    self.names.products.entry(self.model[id].head.id.clone()).or_insert(id);
                    self.declared.products.push((view, id));
                }
                Kind::Phase => self.declare_phase(view),
                Kind::Field => {
                    let head = self.head_of_field(view);
                    let id = self.model.fields.push(Field { head, ..Field::default() });
                    self.declared.fields.push((view, id));
                }
                _ => self.declare_work(view, None, None),
            }
        }
    }

    fn declare_phase(&mut self, view: View<'h>) {
        let head = self.head(view, Space::Of(Kind::Phase), None);
        let id = self.model.phases.push(Phase { head, ..Phase::default() });
        self.names.phases.entry(self.model[id].head.id.clone()).or_insert(id);
        self.declared.phases.push((view, id));
        for child in view.children() {
            self.declare_work(child, Some(id), None);
        }
    }

    /// Declares a goal, activity, launch, script or milestone, with what stands inside it.
    fn declare_work(&mut self, view: View<'h>, phase: Option<Id<Phase>>, goal: Option<Id<Goal>>) {
        let work = match view.stmt.kind() {
            Kind::Goal => {
                let head = self.head(view, Space::Work, phase);
                let id = self.model.goals.push(Goal { head, phase, ..Goal::default() });
                self.declared.goals.push((view, id));
                for child in view.children() {
                    self.declare_work(child, phase, Some(id));
                }
                WorkRef::Goal(id)
            }
            Kind::Activity => {
                let head = self.head(view, Space::Work, phase);
                let id = self.model.activities.push(Activity {
                    head,
                    phase,
                    inside_goal: goal,
                    ..Activity::default()
                });
                self.declared.activities.push((view, id));
                WorkRef::Activity(id)
            }
            Kind::Launch => {
                let head = self.head(view, Space::Work, phase);
                let id = self.model.launches.push(Launch { head, phase, ..Launch::default() });
                self.declared.launches.push((view, id));
                WorkRef::Launch(id)
            }
            Kind::Script => {
                let head = self.head(view, Space::Work, phase);
                let id = self.model.scripts.push(Script { head, phase, ..Script::default() });
                self.declared.scripts.push((view, id));
                WorkRef::Script(id)
            }
            Kind::Milestone => {
                let head = self.head(view, Space::Work, phase);
                let id = self.model.milestones.push(Milestone { head, phase, goal, ..Milestone::default() });
                self.declared.milestones.push((view, id));
                WorkRef::Milestone(id)
            }
            _ => return,
        };
        let name = self.work_head(work).id.clone();
        self.names.work.entry(name).or_default().push((phase, work));
    }

    /// The head of a piece of work.
    pub(super) fn work_head(&self, work: WorkRef) -> &Head {
        match work {
            WorkRef::Goal(id) => &self.model[id].head,
            WorkRef::Activity(id) => &self.model[id].head,
            WorkRef::Launch(id) => &self.model[id].head,
            WorkRef::Script(id) => &self.model[id].head,
            WorkRef::Milestone(id) => &self.model[id].head,
        }
    }

    /// A metric alike twice is a double name; with another unit or formula it is a rule's business
    /// (`data/metric-redefined`). Which of the two is known when its properties are read.
    fn declare_metric(&mut self, view: View<'h>) {
        let space = Space::Of(Kind::Metric);
        let head = self.read_head(view, space, None);
        let id = self.model.metrics.push(Metric { head, ..Metric::default() });
        let head = &self.model[id].head;
        if let (Some(_), Some(span)) = (view.name("id"), head.id_span) {
            self.names.taken.entry((space, None, head.id.clone())).or_insert(span);
        }
        match self.names.metrics.get(&head.id) {
            Some(first) => {
                self.declared.metrics_again.push((*first, id));
                self.model.metrics.get_mut(id).name_is_taken = true;
            }
            None => {
                self.names.metrics.insert(head.id.clone(), id);
            }
        }
        self.declared.metrics.push((view, id));
    }

    /// Tells metrics that are declared twice alike from those with two units or formulas.
    pub(super) fn metrics_again(&mut self) {
        for (first, second) in std::mem::take(&mut self.declared.metrics_again) {
            let (known, again) = (&self.model[first], &self.model[second]);
            if defines_otherwise(known, again) {
                self.model.redefined.push((first, second));
            } else if let (Some(first), Some(span), Some(place)) =
                (known.head.id_span, again.head.id_span, again.head.place)
            {
                let name = again.head.id.clone();
                self.duplicate(&name, span, first, place.keyword);
            }
        }
    }

    /// Reads identifier and title of `view` and takes the name in `space`.
    fn head(&mut self, view: View<'h>, space: Space, phase: Option<Id<Phase>>) -> Head {
        let head = self.read_head(view, space, phase);
        if let Some(span) = head.id_span.filter(|_| view.name("id").is_some()) {
            self.take(space, phase, &head.id, span, view.keyword_span());
        }
        head
    }

    fn head_of_field(&mut self, view: View<'h>) -> Head {
        // A field's name is its own within the kind it belongs to, so that it is taken when that is known.
        self.read_head(view, Space::Of(Kind::Field), None)
    }

    fn read_head(&mut self, view: View<'h>, space: Space, phase: Option<Id<Phase>>) -> Head {
        let place = view.place();
        let title = view.title();
        let (id, id_span) = match view.name("id") {
            Some((id, span)) => (id, span),
            None => {
                let wanted = title.as_ref().map_or(view.keyword(), |(title, _)| title.as_str());
                (self.free_name(space, phase, wanted), place.keyword)
            }
        };
        if let (Some((_, value)), None, true) =
            (&title, view.value("id"), view.stmt.row.is_some_and(takes_id) && view.stmt.known)
        {
            self.id_missing(view, &id, view.span(value.range));
        }
        let path = match phase {
            Some(phase) => SmolStr::new(format!("{}.{id}", self.model[phase].head.id)),
            None => id.clone(),
        };
        let title_span = title.as_ref().map(|(_, value)| view.span(value.range));
        let title = title.map_or_else(|| id.clone(), |(title, _)| title);
        Head {
            place: Some(place),
            id,
            id_span: Some(id_span),
            path,
            title,
            title_span,
            extras: Default::default(),
        }
    }

    fn id_missing(&mut self, view: View<'h>, id: &SmolStr, title: Span) {
        let kind = kind_message(view.stmt.kind());
        let message = Message::new("schema-id-missing").with("kind", kind);
        let help =
            Message::new("schema-id-missing.help").with("keyword", view.keyword()).with("id", id.as_str());
        let fix = Fix::replace(
            Message::new("schema-id-missing.fix").with("id", id.as_str()),
            true,
            title.start(),
            format!("{id} "),
        );
        let mut warning = self.error("schema/id-missing", view.keyword_span(), message).help(help).fix(fix);
        warning.severity = roadmap_diag::Severity::Warning;
        self.diagnostics.push(warning.about(view.keyword_span()));
        // The name is taken, so that the next title alike gets another.
        self.names.taken.entry((Space::Work, None, id.clone())).or_insert(title);
    }

    /// An identifier made from `wanted` that nothing else has.
    fn free_name(&self, space: Space, phase: Option<Id<Phase>>, wanted: &str) -> SmolStr {
        let base = names::identifier(wanted);
        let is_free = |name: &SmolStr| {
            !self.names.taken.contains_key(&(space, phase, name.clone()))
                && !self.names.taken.contains_key(&(Space::Work, None, name.clone()))
        };
        (1..)
            .map(|count| if count == 1 { base.clone() } else { SmolStr::new(format!("{base}_{count}")) })
            .find(is_free)
            .unwrap_or(base.clone())
    }

    fn take(&mut self, space: Space, phase: Option<Id<Phase>>, name: &SmolStr, span: Span, keyword: Span) {
        let key = (space, phase, name.clone());
        match self.names.taken.get(&key) {
            None => {
                self.names.taken.insert(key, span);
            }
            Some(first) => {
                let first = *first;
                self.duplicate(name, span, first, keyword);
            }
        }
    }

    /// Reports that the name at `span` is taken since `first`.
    pub(super) fn duplicate(&mut self, name: &str, span: Span, first: Span, keyword: Span) {
        let error = self
            .error("name/duplicate", span, Message::new("name-duplicate").with("name", name))
            .help(Message::new("name-duplicate.help"))
            .related(first, Message::new("name-duplicate.first").with("name", name))
            .about(keyword);
        self.diagnostics.push(error);
    }
}

/// Whether two metrics of one name count in two units, or are worked out in two ways. What one of them leaves open is no
/// contradiction.
fn defines_otherwise(one: &Metric, other: &Metric) -> bool {
    let units = one.unit.zip(other.unit);
    let formulas = one.formula.as_ref().zip(other.formula.as_ref());
    units.is_some_and(|(one, other)| one != other)
        || formulas.is_some_and(|(one, other)| !one.formula.is_alike(&other.formula))
}
