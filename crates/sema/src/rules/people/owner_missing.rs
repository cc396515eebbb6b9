//! `people/owner-missing`

use roadmap_diag::Message;

use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("people/owner-missing", "people-owner-missing", Error, Check::Item(check), "owner_missing.md");

/// People offered by a fix: more would be a list to search through.
const OFFERED: usize = 3;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let owners = match item {
        Item::Goal(id) => &cx.model[id].owners,
        Item::Activity(id) => &cx.model[id].owners,
        Item::Launch(id) => &cx.model[id].owners,
        Item::Script(id) => &cx.model[id].owners,
        _ => return,
    };
    let Some(head) = cx.head(item) else { return };
    let Some(place) = head.place.filter(|place| owners.is_empty() && !place.damaged) else { return };
    let people = cx.people_to_offer(OFFERED);
    let mut finding = sink.missing(place).with("kind", cx.kind_of(item)).with("name", head.id.as_str());
    finding = match people.first() {
        Some(person) => finding.with("person", person.as_str()),
        None => finding.help("people-owner-missing.help-nobody"),
    };
    for person in people {
        let line = format!("owner {person}");
        let title = Message::new("fix-add").with("line", line.as_str());
        finding = finding.fix_all(title, false, vec![edit::add_line(place, &line)]);
    }
    finding.emit();
}
