//! Values, by the form of the slot that they fill.

use roadmap_diag::Message;
use roadmap_schema::{Form, Kind, Namespace, Slot, inside, word_label, words};
use roadmap_sema::model::FieldType;
use roadmap_sema::value::Currency;

use super::context::{Context, ValuePlace};
use super::list::{List, Offer};
use super::{CompletionKind, amounts, changes, dates, names};
use crate::card;

/// Offers what may come next in a statement.
pub(super) fn offer(context: &Context<'_>, place: &ValuePlace<'_>, list: &mut List<'_>) {
    if place.stmt.keyword == "rate" && place.stmt.known {
        amounts::rate(context, place, list);
    }
    for slot in &place.slots {
        value(context, place, *slot, list);
    }
    for lead in &place.leads {
        let detail = list.say(&Message::new(match *lead {
            "by" => "ide-lead.by",
            "per" => "ide-lead.per",
            "for" => "ide-lead.for",
            "on" => "ide-lead.on",
            _ => "ide-lead.formula",
        }));
        list.offer(Offer::new(CompletionKind::Keyword, *lead).detail(detail).group(6).continues(), []);
    }
    if place.stmt.row.is_some() && is_bare_amount(place) {
        let currency = context.analysis.model.plan.currency;
        list.offer_plain(Offer::new(CompletionKind::Word, currency.code()).group(1));
    }
    if !place.stmt.known {
        field(context, place, list);
    }
}

/// Whether money stands before the place without its currency.
fn is_bare_amount(place: &ValuePlace<'_>) -> bool {
    let is_number = place.before.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let row = place.stmt.row;
    is_number && row.is_some_and(|row| row.slots.iter().any(|slot| slot.form == Form::Money))
}

fn value(context: &Context<'_>, place: &ValuePlace<'_>, slot: Slot, list: &mut List<'_>) {
    let model = &*context.analysis.model;
    let taken: Vec<&str> = if slot.list { place.listed(slot.name).collect() } else { Vec::new() };
    match slot.form {
        Form::Choice(words) => choices(words, &taken, list),
        Form::Ref(namespace) | Form::RefShare(namespace) | Form::RefLag(namespace) => {
            if place.operator.is_none() {
                names::offer(context, place, namespace, &taken, list);
            }
        }
        Form::Formula => names::offer(context, place, Namespace::Metric, &[], list),
        Form::Deadline | Form::Start | Form::Date | Form::Range | Form::When => {
            dates::offer(context, place, slot.form, list);
        }
        Form::Change => changes::offer(context, place, list),
        Form::Money => amounts::money(context, place, list),
        Form::Target => amounts::target(context, place, list),
        Form::Percent => {
            let steps = if slot.name == "progress" { ["25%", "50%", "75%"] } else { ["20%", "30%", "50%"] };
            texts(steps, CompletionKind::Value, list);
        }
        Form::Duration => durations(list),
        Form::AlertWhen => alerts(list),
        Form::Cadence => cadences(list),
        Form::Every => every(list),
        Form::FieldType => {
            let types = words().iter().find(|(name, _)| *name == "FIELD_TYPE");
            choices(types.map_or(&[][..], |(_, words)| words), &[], list);
        }
        Form::Currency => currencies(model.plan.currency, list),
        Form::Amount => amounts::reading(context, place, list),
        Form::Condition => condition(context, place, list),
        Form::Message => texts(used_messages(context, place), CompletionKind::Text, list),
        Form::Free => {
            let activities = model.activities.rows().iter();
            let kinds = activities.filter_map(|activity| activity.kind.as_deref());
            texts(sorted(kinds), CompletionKind::Text, list);
        }
        Form::Scalar
        | Form::Id
        | Form::Title
        | Form::Text
        | Form::Number
        | Form::Rate
        | Form::RuleName
        | Form::ColumnTest
        | Form::Path => {}
    }
}

fn choices(words: &'static [&'static str], taken: &[&str], list: &mut List<'_>) {
    for word in words {
        if taken.contains(word) {
            continue;
        }
        let label = word_label(words, word).map(|doc| card::in_locale(doc, list.locale)).unwrap_or_default();
        list.offer_plain(Offer::new(CompletionKind::Word, *word).detail(label));
    }
}

fn texts<'t>(texts: impl IntoIterator<Item = &'t str>, kind: CompletionKind, list: &mut List<'_>) {
    for text in texts {
        list.offer_plain(Offer::new(kind, text));
    }
}

fn sorted<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    texts.collect::<std::collections::BTreeSet<_>>().into_iter().collect()
}

/// Names of messages and USPs, tags, or stages, by the statement.
fn used_messages<'a>(context: &Context<'a>, place: &ValuePlace<'_>) -> Vec<&'a str> {
    let model = &context.analysis.model;
    match place.stmt.keyword.as_str() {
        "tag" => {
            let heads = model.all_named().map(|named| model.head_of(named));
            let tags = heads.flat_map(|head| &head.extras.tags).map(|tag| tag.as_str());
            sorted(tags.filter(|tag| roadmap_sema::value::is_identifier(tag)))
        }
        "stage" => {
            let stages = model.phases.rows().iter().filter_map(|phase| phase.stage.as_deref());
            sorted(stages.filter(|stage| roadmap_sema::value::is_identifier(stage)))
        }
        _ => model.plan.messages.keys().map(|name| name.as_str()).collect(),
    }
}

fn durations(list: &mut List<'_>) {
    let units = [
        ("1w", "ide-duration.w"),
        ("2w", "ide-duration.w"),
        ("4w", "ide-duration.w"),
        ("6w", "ide-duration.w"),
        ("5bd", "ide-duration.bd"),
        ("10bd", "ide-duration.bd"),
        ("1mo", "ide-duration.mo"),
        ("3mo", "ide-duration.mo"),
        ("3d", "ide-duration.d"),
    ];
    for (text, message) in units {
        let count: i64 = text.trim_end_matches(char::is_alphabetic).parse().unwrap_or(1);
        let detail = list.say(&Message::new(message).with("count", count));
        list.offer_plain(Offer::new(CompletionKind::Value, text).detail(detail));
    }
}

fn alerts(list: &mut List<'_>) {
    for (text, word) in
        [("behind 15%", "behind"), ("over 90%", "over"), ("anomaly", "anomaly"), ("stale 14d", "stale")]
    {
        let detail = card::label("ALERT", word, list.locale).unwrap_or_default();
        list.offer_plain(Offer::new(CompletionKind::Word, text).detail(detail));
    }
}

fn cadences(list: &mut List<'_>) {
    let rhythms = [
        ("weekly mon", "weekly"),
        ("weekly fri", "weekly"),
        ("weekly", "weekly"),
        ("monthly 1", "monthly"),
        ("monthly", "monthly"),
        ("quarterly", "quarterly"),
    ];
    for (text, word) in rhythms {
        let label = card::label("CADENCE", word, list.locale).unwrap_or_default();
        let day = text.split_once(' ').and_then(|(_, day)| card::label("WEEKDAYS", day, list.locale));
        let detail = day.map_or(label.to_owned(), |day| format!("{label}, {day}"));
        list.offer_plain(Offer::new(CompletionKind::Word, text).detail(detail));
    }
}

fn every(list: &mut List<'_>) {
    for day in roadmap_schema::WEEKDAYS {
        let detail = card::label("WEEKDAYS", day, list.locale).unwrap_or_default();
        list.offer_plain(Offer::new(CompletionKind::Word, day).detail(detail));
    }
    for (text, message, count) in
        [("1w", "ide-duration.w", 1_i64), ("2w", "ide-duration.w", 2), ("1mo", "ide-duration.mo", 1)]
    {
        let detail = list.say(&Message::new(message).with("count", count));
        list.offer_plain(Offer::new(CompletionKind::Value, text).detail(detail));
    }
    for day in [1_i64, 15] {
        let detail = list.say(&Message::new("ide-every-month").with("day", day));
        list.offer_plain(Offer::new(CompletionKind::Value, format!("month {day}")).detail(detail));
    }
}

fn currencies(own: Currency, list: &mut List<'_>) {
    for currency in Currency::all() {
        let group = match currency.code() {
            _ if currency == own => 1,
            "VND" => 2,
            "USD" | "EUR" => 3,
            _ => 5,
        };
        list.offer(Offer::new(CompletionKind::Word, currency.code()).group(group), []);
    }
}

/// The properties that a company's rule may ask about.
fn condition(context: &Context<'_>, place: &ValuePlace<'_>, list: &mut List<'_>) {
    let hir = place.cursor.hir;
    let siblings = place.stmt.parent.into_iter().flat_map(|parent| hir.children(parent));
    let on = siblings.filter_map(|child| hir.stmt(child)).find(|stmt| stmt.keyword == "on");
    let kind = on.and_then(|stmt| {
        let value = hir.value(stmt, "kind")?;
        Kind::named(place.cursor.tree.slice(value.range))
    });
    for row in kind.map_or(&[][..], inside) {
        let detail = card::in_locale(row.doc, list.locale).split(". ").next().unwrap_or_default();
        let offer = Offer::new(CompletionKind::Keyword, row.keyword).detail(detail.trim_end_matches('.'));
        list.offer(offer.group(2), []);
    }
    for field in context.analysis.model.fields.rows().iter().filter(|field| field.on == kind) {
        let offer = Offer::new(CompletionKind::Keyword, field.head.id.as_str());
        list.offer(offer.detail(field.head.title.as_str()).group(3), [field.head.title.as_str()]);
    }
    for word in ["start", "end", "today", "phase", "and", "or", "not"] {
        list.offer(Offer::new(CompletionKind::Keyword, word).group(4), []);
    }
}

/// The value of a property that the company added, by its type.
fn field(context: &Context<'_>, place: &ValuePlace<'_>, list: &mut List<'_>) {
    let model = &*context.analysis.model;
    let on =
        if place.stmt.parent_kind == Kind::PhaseChannel { Kind::Channel } else { place.stmt.parent_kind };
    let fields = model.fields.rows().iter();
    let Some(field) =
        fields.into_iter().find(|field| field.head.id == place.stmt.keyword && field.on == Some(on))
    else {
        return;
    };
    match &field.field_type {
        FieldType::OneOf(options) => {
            for option in options {
                list.offer(Offer::new(CompletionKind::Text, format!("\"{option}\"")), [option.as_str()]);
            }
        }
        FieldType::Person => names::offer(context, place, Namespace::Person, &[], list),
        FieldType::Date => dates::offer(context, place, Form::Date, list),
        FieldType::Money => amounts::money(context, place, list),
        FieldType::YesNo | FieldType::Text | FieldType::Number | FieldType::Percent => {}
    }
}
