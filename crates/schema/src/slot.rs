//! What values a statement takes.

/// Names that live together: work in one namespace, people and teams in another, the rest each in its own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Namespace {
    /// A person.
    Person,
    /// A person or a team.
    PersonOrTeam,
    /// A team.
    Team,
    /// A channel.
    Channel,
    /// A metric.
    Metric,
    /// A metric, or `budget`.
    MetricOrBudget,
    /// A source's column: `crm.qualified`.
    SourceColumn,
    /// A source.
    Source,
    /// A calendar.
    Calendar,
    /// A segment.
    Segment,
    /// A product.
    Product,
    /// A goal.
    Goal,
    /// A launch.
    Launch,
    /// Anything a date hangs on: an activity, launch, script or milestone.
    Work,
    /// What a script is for: an activity, a launch or a phase.
    ScriptTarget,
    /// A channel, segment, product or activity, by the dimension written before it.
    Dimension,
    /// Any property of anything: `landing.deadline`.
    Property,
}

/// The form of one value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// A new identifier.
    Id,
    /// A string on one line: a title.
    Title,
    /// A string or a `"""` text.
    Text,
    /// An identifier of the writer's own choice.
    Free,
    /// One of the words of a list.
    Choice(&'static [&'static str]),
    /// The name of something.
    Ref(Namespace),
    /// A name and, where wanted, its share: `ads 70%`.
    RefShare(Namespace),
    /// A name and, where wanted, a lag: `landing +3d`.
    RefLag(Namespace),
    /// A number without unit.
    Number,
    /// A percent.
    Percent,
    /// A number, percent or money.
    Amount,
    /// Money, also a sum of several.
    Money,
    /// A date, or a period for its last day.
    Deadline,
    /// A date, or a period for its first day.
    Start,
    /// A date and nothing else.
    Date,
    /// A period or a range of dates.
    Range,
    /// A date, or a period or range as a whole.
    When,
    /// A duration.
    Duration,
    /// `>= 5`, `0 -> 5`, `5`, `2..4`.
    Target,
    /// `2026-02-10 -> 2026-02-15`: an old and a new value of any form.
    Change,
    /// One value of any form.
    Scalar,
    /// What an alert waits for: `behind 15%`, `over 90%`, `anomaly`, `stale 14d`, a comparison.
    AlertWhen,
    /// A condition over properties.
    Condition,
    /// Arithmetic over metrics.
    Formula,
    /// A text, a name and a text, or a name given elsewhere.
    Message,
    /// `weekly mon`, `monthly 1`, `quarterly`.
    Cadence,
    /// `mon`, `2w`, `month 15`.
    Every,
    /// `1 USD = 25_400 VND`.
    Rate,
    /// `one_of "north", "south"`, `number`, …
    FieldType,
    /// `group/name`.
    RuleName,
    /// `"Status" = "won"`: a column compared with a value.
    ColumnTest,
    /// An ISO 4217 code.
    Currency,
    /// A path or glob of files, as a string.
    Path,
}

/// One value in the head of a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot {
    /// What it is called in documentation and messages.
    pub name: &'static str,
    /// Its form.
    pub form: Form,
    /// Whether the statement means nothing without it.
    pub required: bool,
    /// Whether several may stand there, with commas.
    pub list: bool,
}

/// A value behind a word or sign that announces it: `by 2026-03-31`, `for lead`, `= spend / leads`.
///
/// Clauses stand behind the slots, in any order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clause {
    /// The word or operator before the value.
    pub lead: &'static str,
    /// The value.
    pub slot: Slot,
}

impl Slot {
    /// A value that must be there.
    pub(crate) const fn one(name: &'static str, form: Form) -> Self {
        Self { name, form, required: true, list: false }
    }

    /// One or more values with commas.
    pub(crate) const fn many(name: &'static str, form: Form) -> Self {
        Self { name, form, required: true, list: true }
    }

    /// A value that may be left out.
    pub(crate) const fn maybe(name: &'static str, form: Form) -> Self {
        Self { name, form, required: false, list: false }
    }
}
