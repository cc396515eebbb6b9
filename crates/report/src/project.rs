//! The compiler's model as the report model: everything that stands in the plan, and what follows from it.

mod alerts;
mod budget;
mod company;
mod findings;
mod goals;
mod links;
mod measure;
mod phases;
mod plan;
mod summary;
mod work;

use jiff::civil::Date;
use roadmap_api as api;
use roadmap_diag::{Diagnostic, Locale, Span};
use roadmap_sema::hir::Scalar;
use roadmap_sema::model::{
    Extras, FieldType, Head, Id, MessageUse, Model, Phase, Place, Ref, Unit, Use, Who, WorkRef,
};
use roadmap_sema::track::Tracking;
use roadmap_sema::value::{DateRange, Duration, DurationUnit, Lag};
use rust_decimal::Decimal;

pub(crate) use goals::progress;

/// What a report is made from.
pub struct Source<'a> {
    /// The plan.
    pub model: &'a Model,
    /// How its KPIs and work stand.
    pub tracking: &'a Tracking,
    /// The findings to show, sorted by place.
    pub findings: &'a [Diagnostic],
    /// Places and texts of the project's files.
    pub places: &'a dyn Places,
    /// The language of messages in the report.
    pub locale: Locale,
    /// The compiler's version.
    pub generator: &'a str,
}

/// Turns places of the model into what people read.
pub trait Places {
    /// File, line and column of the start of `span`.
    fn place(&self, span: Span) -> Option<api::Place>;
    /// The text at `span`.
    fn text(&self, span: Span) -> &str;
}

/// The report of a plan.
#[must_use]
pub fn report(source: &Source<'_>) -> api::Report {
    let model = source.model;
    let mapper = Mapper { source, model, cells: budget::Cells::of(model), links: links::Links::of(model) };
    let mut report = api::Report {
        version: api::VERSION,
        generator: source.generator.to_owned(),
        as_of: day(source.model.today),
        plan: mapper.plan(),
        people: mapper.people(),
        teams: mapper.teams(),
        channels: mapper.channels(),
        metrics: mapper.metrics(),
        sources: mapper.sources(),
        calendars: mapper.calendars(),
        segments: mapper.segments(),
        products: mapper.products(),
        goals: mapper.goals(),
        phases: mapper.phases(),
        activities: mapper.activities(),
        launches: mapper.launches(),
        scripts: mapper.scripts(),
        milestones: mapper.milestones(),
        qualify: mapper.qualify(),
        reviews: mapper.reviews(),
        actuals: mapper.actuals(),
        alerts: mapper.top_alerts(),
        fields: mapper.fields(),
        rules: mapper.rules(),
        budget: mapper.budget_matrix(),
        findings: mapper.findings(),
        ..api::Report::default()
    };
    report.finding_counts = findings::count(&report.findings);
    summary::fill(&mapper, &mut report);
    report
}

/// The model with everything that naming its parts needs.
struct Mapper<'a> {
    source: &'a Source<'a>,
    model: &'a Model,
    /// Committed and spent, by channel and phase: asked for again and again.
    cells: budget::Cells,
    /// Who points at what: looked up for each goal, phase and launch.
    links: links::Links,
}

impl Mapper<'_> {
    fn place(&self, place: Option<Place>) -> Option<api::Place> {
        self.source.places.place(place?.keyword)
    }

    fn extra(&self, place: Option<Place>, extras: &Extras) -> api::Extra {
        api::Extra {
            source: self.place(place),
            note: joined(&extras.notes),
            tags: strings(&extras.tags),
            links: strings(&extras.links),
            why: joined(&extras.whys),
            fields: self.field_values(extras),
        }
    }

    fn extra_of(&self, head: &Head) -> api::Extra {
        self.extra(head.place, &head.extras)
    }

    fn field_values(&self, extras: &Extras) -> Vec<api::FieldValue> {
        let value = |value: &roadmap_sema::model::FieldValue| {
            let field = &self.model[value.field];
            let text = match (&value.person, value.money, &value.value) {
                (Some(person), ..) => self.model[*person].head.id.to_string(),
                (None, Some(money), _) => money.normalize().to_string(),
                (None, None, Some(scalar)) => self.scalar(scalar),
                // A bare `yes_no` says yes by being there.
                (None, None, None) if field.field_type == FieldType::YesNo => "true".to_owned(),
                (None, None, None) => return None,
            };
            let text = match (&field.field_type, text.as_str()) {
                (FieldType::YesNo, "yes") => "true".to_owned(),
                (FieldType::YesNo, "no") => "false".to_owned(),
                _ => text,
            };
            let unit = match field.field_type {
                FieldType::Money => Some(api::Unit::new(self.model.plan.currency.code())),
                FieldType::Percent => Some(api::Unit::new("percent")),
                FieldType::Number => Some(api::Unit::new("count")),
                _ => None,
            };
            let field_type = company::field_type(&field.field_type);
            Some(api::FieldValue { field: field.head.id.to_string(), field_type, value: text, unit })
        };
        extras.fields.iter().filter_map(value).collect()
    }

    /// A value of any form as plain text: digits, an ISO date, an identifier, or words.
    fn scalar(&self, scalar: &Scalar) -> String {
        match scalar {
            Scalar::Amount(amount) => amount.value.normalize().to_string(),
            Scalar::Money(terms) => {
                let sum = terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(term.value));
                sum.unwrap_or_default().normalize().to_string()
            }
            Scalar::When(when) => when.end(self.model.plan.fiscal_year).to_string(),
            Scalar::Duration(duration) => duration.to_string(),
            Scalar::Name(path) => path.join("."),
            Scalar::Text(text) => text.to_string(),
        }
    }

    /// What a reference names, by its qualified identifier; where it names nothing, the words as written.
    fn named<T>(&self, reference: &Ref<T>, path: impl Fn(&T) -> String) -> String {
        match &reference.target {
            Some(target) => path(target),
            None => self.source.places.text(reference.span).to_owned(),
        }
    }

    fn who(&self, who: &Ref<Who>) -> String {
        self.named(who, |who| match who {
            Who::Person(id) => self.model[*id].head.id.to_string(),
            Who::Team(id) => self.model[*id].head.id.to_string(),
        })
    }

    fn everybody(&self, who: &[Ref<Who>]) -> Vec<String> {
        who.iter().map(|who| self.who(who)).collect()
    }

    fn owner(&self, owners: &[Ref<Who>]) -> Option<String> {
        owners.first().map(|owner| self.who(owner))
    }

    fn uses<T>(&self, uses: &[Use<T>], path: impl Fn(Id<T>) -> String) -> Vec<String> {
        uses.iter().map(|reference| self.named(reference, |id| path(*id))).collect()
    }

    fn work(&self, work: WorkRef) -> String {
        let head = match work {
            WorkRef::Goal(id) => &self.model[id].head,
            WorkRef::Activity(id) => &self.model[id].head,
            WorkRef::Launch(id) => &self.model[id].head,
            WorkRef::Script(id) => &self.model[id].head,
            WorkRef::Milestone(id) => &self.model[id].head,
        };
        head.path.to_string()
    }

    fn phase_id(&self, phase: Option<Id<Phase>>) -> Option<String> {
        phase.map(|phase| self.model[phase].head.id.to_string())
    }

    fn quantity(&self, value: Decimal) -> api::Quantity {
        api::Quantity { value: number(value), unit: api::Unit::new(self.model.plan.currency.code()) }
    }
}

fn strings(texts: &[impl AsRef<str>]) -> Vec<String> {
    texts.iter().map(|text| text.as_ref().to_owned()).collect()
}

/// Several texts of one kind as one, a blank line between them.
fn joined(texts: &[impl AsRef<str>]) -> Option<String> {
    if texts.is_empty() {
        return None;
    }
    Some(strings(texts).join("\n\n"))
}

fn text(text: &Option<impl AsRef<str>>) -> Option<String> {
    text.as_ref().map(|text| text.as_ref().to_owned())
}

/// A message or USP; none where it could not be read.
fn message(message: &MessageUse) -> Option<api::Message> {
    let shown = api::Message { name: text(&message.name), text: text(&message.text) };
    (shown.name.is_some() || shown.text.is_some()).then_some(shown)
}

fn day(date: Date) -> api::Day {
    api::Day::new(date)
}

fn number(value: Decimal) -> api::Number {
    api::Number::new(value.normalize())
}

fn range(range: DateRange) -> api::DayRange {
    api::DayRange { start: day(range.start), end: day(range.end) }
}

fn unit(unit: Option<Unit>) -> api::Unit {
    api::Unit::new(match unit {
        Some(Unit::Count) | None => "count",
        Some(Unit::Percent) => "percent",
        Some(Unit::Ratio) => "ratio",
        Some(Unit::Points) => "points",
        Some(Unit::Seconds) => "seconds",
        Some(Unit::Days) => "days",
        Some(Unit::Months) => "months",
        Some(Unit::Money(currency)) => currency.code(),
    })
}

fn duration(duration: Duration) -> api::Duration {
    let unit = match duration.unit {
        DurationUnit::Days => api::DurationUnit::Days,
        DurationUnit::Weeks => api::DurationUnit::Weeks,
        DurationUnit::Months => api::DurationUnit::Months,
        DurationUnit::WorkingDays => api::DurationUnit::WorkingDays,
    };
    api::Duration { value: api::Number::new(duration.count), unit }
}

fn lag(lag: Lag) -> api::Duration {
    let mut made = duration(lag.duration);
    if lag.negative {
        made.value = api::Number::new(format!("-{}", made.value.as_str()));
    }
    made
}

/// The rhythm that a word of the schema names.
fn rhythm(word: &str) -> api::CadenceUnit {
    match word {
        "daily" => api::CadenceUnit::Daily,
        "monthly" => api::CadenceUnit::Monthly,
        "quarterly" => api::CadenceUnit::Quarterly,
        "extra" => api::CadenceUnit::Extra,
        _ => api::CadenceUnit::Weekly,
    }
}

fn cadence(word: &Option<impl AsRef<str>>) -> Option<api::Cadence> {
    word.as_ref().map(|word| api::Cadence { every: rhythm(word.as_ref()), on: None })
}
