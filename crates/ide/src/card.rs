//! What is to be read about a name, a keyword or a rule: Markdown in the reader's language.

mod lines;
mod plan;

use jiff::civil::Date;
use roadmap_db::Analysis;
use roadmap_diag::{Locale, Message, render, text};
use roadmap_schema::{Doc, Form, Kind, Row, WEEKDAYS, inside, word_label, words};
use roadmap_sema::catalog::{self, BuiltinChannel, BuiltinMetric, BuiltinUnit};
use roadmap_sema::model::{ChannelKind, Model, Named, Unit};
use roadmap_sema::rules::{self, Page, Section};

pub(crate) use plan::{away, kpi, kpi_state, value};

/// What a card is about.
#[derive(Clone, Copy)]
pub(crate) enum Subject {
    /// A keyword in one place.
    Keyword(&'static Row),
    /// Something with a name.
    Name(Named),
    /// A metric that is built in and that the plan does not use yet.
    Metric(&'static BuiltinMetric),
    /// A channel that is built in and that the plan does not use yet.
    Channel(&'static BuiltinChannel),
    /// A rule of the method.
    Rule(&'static rules::Rule),
}

impl Subject {
    /// It in one line, for [`Self::parse`]: names, not numbers, so that it stays true while the text changes.
    pub(crate) fn data(self, model: &Model) -> String {
        match self {
            Self::Keyword(row) => {
                let parent = row.parents.first().map_or(Kind::File, |kind| *kind);
                format!("keyword {} {}", parent as u8, row.keyword)
            }
            Self::Name(named) => {
                format!("name {} {}", keyword_of(named).keyword(), model.head_of(named).path)
            }
            Self::Metric(metric) => format!("metric {}", metric.id),
            Self::Channel(channel) => format!("channel {}", channel.id),
            Self::Rule(rule) => format!("rule {}", rule.code),
        }
    }

    /// What [`Self::data`] was made of, where it is still there.
    pub(crate) fn parse(model: &Model, data: &str) -> Option<Self> {
        let (what, rest) = data.split_once(' ')?;
        match what {
            "keyword" => {
                let (parent, keyword) = rest.split_once(' ')?;
                let parent: usize = parent.parse().ok()?;
                let row = inside(*Kind::ALL.get(parent)?).iter().find(|row| row.keyword == keyword)?;
                Some(Self::Keyword(row))
            }
            "name" => {
                let (kind, path) = rest.split_once(' ')?;
                let fits = |named: &Named| keyword_of(*named).keyword() == kind;
                let mut all = model.all_named().filter(fits);
                all.find(|named| model.head_of(*named).path == path).map(Self::Name)
            }
            "metric" => catalog::metric(rest).map(Self::Metric),
            "channel" => catalog::channel(rest).map(Self::Channel),
            "rule" => rules::find(rest).map(Self::Rule),
            _ => None,
        }
    }

    /// The card.
    pub(crate) fn describe(self, analysis: &Analysis, locale: Locale) -> String {
        match self {
            Self::Keyword(row) => keyword(row, locale),
            Self::Name(named) => plan::named(analysis, named, locale),
            Self::Metric(metric) => plan::builtin_metric(analysis, metric, locale),
            Self::Channel(channel) => plan::builtin_channel(channel, locale),
            Self::Rule(rule) => rule_page(rule, locale),
        }
    }
}

/// The kind of statement that declares a name.
pub(crate) fn keyword_of(named: Named) -> Kind {
    use roadmap_sema::model::WorkRef;
    match named {
        Named::Person(_) => Kind::Person,
        Named::Team(_) => Kind::Team,
        Named::Channel(_) => Kind::Channel,
        Named::Metric(_) => Kind::Metric,
        Named::Source(_) => Kind::Source,
        Named::Calendar(_) => Kind::Calendar,
        Named::Segment(_) => Kind::Segment,
        Named::Product(_) => Kind::Product,
        Named::Phase(_) => Kind::Phase,
        Named::Field(_) => Kind::Field,
        Named::Work(WorkRef::Goal(_)) => Kind::Goal,
        Named::Work(WorkRef::Activity(_)) => Kind::Activity,
        Named::Work(WorkRef::Launch(_)) => Kind::Launch,
        Named::Work(WorkRef::Script(_)) => Kind::Script,
        Named::Work(WorkRef::Milestone(_)) => Kind::Milestone,
    }
}

/// The text in the reader's language.
pub(crate) fn in_locale(doc: Doc, locale: Locale) -> &'static str {
    match locale {
        Locale::Vi => doc.vi,
        Locale::En => doc.en,
    }
}

/// The label of `word` in the schema's list called `name`.
pub(crate) fn label(name: &str, word: &str, locale: Locale) -> Option<&'static str> {
    let (_, list) = words().iter().find(|(known, _)| *known == name)?;
    word_label(list, word).map(|doc| in_locale(doc, locale))
}

/// The first of the names that a built-in thing has in the reader's language.
pub(crate) fn first(en: &[&'static str], vi: &[&'static str], locale: Locale) -> &'static str {
    let names = match locale {
        Locale::Vi => vi,
        Locale::En => en,
    };
    names.first().copied().unwrap_or_default()
}

/// The day of the week.
pub(crate) fn weekday(day: Date, locale: Locale) -> &'static str {
    let index = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
    WEEKDAYS.get(index).and_then(|word| label("WEEKDAYS", word, locale)).unwrap_or_default()
}

/// What a metric is counted in.
pub(crate) fn unit(unit: Unit, locale: Locale) -> String {
    let word = match unit {
        Unit::Money(currency) => return currency.code().to_owned(),
        Unit::Count => "count",
        Unit::Percent => "percent",
        Unit::Ratio => "ratio",
        Unit::Points => "points",
        Unit::Seconds => "seconds",
        Unit::Days => "days",
        Unit::Months => "months",
    };
    label("UNIT", word, locale).unwrap_or_default().to_owned()
}

/// The unit of a built-in metric in this plan.
pub(crate) fn of_builtin(unit: BuiltinUnit, model: &Model) -> Unit {
    match unit {
        BuiltinUnit::Count => Unit::Count,
        BuiltinUnit::Percent => Unit::Percent,
        BuiltinUnit::Ratio => Unit::Ratio,
        BuiltinUnit::Points => Unit::Points,
        BuiltinUnit::Seconds => Unit::Seconds,
        BuiltinUnit::Days => Unit::Days,
        BuiltinUnit::Months => Unit::Months,
        BuiltinUnit::Money => Unit::Money(model.plan.currency),
    }
}

/// How a channel is come by.
pub(crate) fn channel_kind(kind: ChannelKind, locale: Locale) -> &'static str {
    let word = match kind {
        ChannelKind::Paid => "paid",
        ChannelKind::Owned => "owned",
        ChannelKind::Earned => "earned",
        ChannelKind::Crm => "crm",
    };
    label("CHANNEL_KIND", word, locale).unwrap_or_default()
}

/// What a keyword means, the words it takes, what holds without it, and an example.
fn keyword(row: &Row, locale: Locale) -> String {
    let say = |id: &'static str| render(&Message::new(id), locale);
    let mut out = format!("**{}**", row.keyword);
    for slot in row.slots {
        let name = if slot.required { slot.name.to_owned() } else { format!("[{}]", slot.name) };
        out.push_str(&format!(" _{name}_"));
    }
    for clause in row.clauses {
        out.push_str(&format!(" [{} _{}_]", clause.lead, clause.slot.name));
    }
    out.push_str("\n\n");
    out.push_str(in_locale(row.doc, locale));
    let slots = row.slots.iter().chain(row.clauses.iter().map(|clause| &clause.slot));
    for slot in slots {
        let Form::Choice(words) = slot.form else { continue };
        out.push_str(&format!("\n\n{}\n", say("ide-card-values")));
        for word in words {
            let label = word_label(words, word).map(|doc| in_locale(doc, locale)).unwrap_or_default();
            out.push_str(&format!("- `{word}`: {label}\n"));
        }
        out.truncate(out.trim_end().len());
    }
    if let Some(default) = row.default {
        let default = Message::new("ide-card-default").with("value", format!("`{default}`"));
        out.push_str(&format!("\n\n{}", render(&default, locale)));
    }
    out.push_str(&format!("\n\n```roadmap\n{}\n```", row.example));
    out
}

/// A rule's headline, with what it checks and why.
fn rule_page(rule: &rules::Rule, locale: Locale) -> String {
    let title = text(&format!("{}.title", rule.message), locale).unwrap_or_default();
    let mut out = format!("**{title}** · `{}`", rule.code);
    let page = Page::parse(rule.page);
    for section in [Section::What, Section::Why] {
        if let Some(text) = page.section(section, locale) {
            out.push_str(&format!("\n\n{}", text.trim()));
        }
    }
    out
}
