//! `people/owner-overloaded`

use jiff::civil::Date;
use roadmap_diag::Message;

use crate::model::{Head, Id, Person, Who};
use crate::rules::load::Load;
use crate::rules::{Check, Cx, Item, Sink, rule};
use crate::value::DateRange;

rule!(
    "people/owner-overloaded",
    "people-owner-overloaded",
    Warning,
    Check::Project(check),
    "owner_overloaded.md"
);

/// Items shown beside a finding: more would hide it.
const SHOWN: usize = 8;

/// The open items of one person.
type Items<'a> = Vec<(DateRange, &'a Head)>;

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    for (person, items) in cx.model.people.ids().zip(items_of_everybody(cx)) {
        let load: Load = items.iter().map(|(days, _)| *days).collect();
        let Some((day, count)) = load.busiest_day() else { continue };
        if count > cx.capacity(person) as usize {
            report(cx, person, day, count, &items, sink);
        }
    }
}

fn report(cx: &Cx<'_>, person: Id<Person>, day: Date, count: usize, items: &Items<'_>, sink: &mut Sink<'_>) {
    let limit = cx.capacity(person);
    let head = &cx.model[person].head;
    let Some(place) = head.place else { return };
    let mut finding = sink
        .report(place.keyword, place)
        .with("name", head.id.as_str())
        .with("title", head.title.as_str())
        .with("count", count)
        .with("limit", i64::from(limit))
        .with("day", day);
    for (days, item) in items.iter().filter(|(days, _)| days.contains(day)).take(SHOWN) {
        let message = Message::new("people-owner-overloaded.item")
            .with("item", item.id.as_str())
            .with("from", days.start)
            .with("to", days.end);
        if let Some(span) = item.id_span {
            finding = finding.related(span, message);
        }
    }
    finding.emit();
}

/// For every person, in the order of the table, what that person has open, in the order of the text by kind.
fn items_of_everybody<'a>(cx: &Cx<'a>) -> Vec<Items<'a>> {
    let model = cx.model;
    let mut everybody: Vec<Items<'a>> = vec![Vec::new(); model.people.len()];
    let activities = model.activities.ids().map(Item::Activity);
    let launches = model.launches.ids().map(Item::Launch);
    for item in activities.chain(launches).chain(model.scripts.ids().map(Item::Script)) {
        let Some((days, head)) = cx.open_days(item).zip(cx.head(item)) else { continue };
        for owner in cx.owners(item) {
            let Some(Who::Person(person)) = owner.target else { continue };
            if let Some(items) = everybody.get_mut(person.raw() as usize) {
                items.push((days, head));
            }
        }
    }
    everybody
}
