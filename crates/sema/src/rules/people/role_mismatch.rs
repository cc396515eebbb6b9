//! `people/role-mismatch`

use roadmap_diag::Message;

use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("people/role-mismatch", "people-role-mismatch", Hint, Check::Item(check), "role_mismatch.md");

/// People offered by a fix.
const OFFERED: usize = 3;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let wanted = match item {
        Item::Script(_) => "sales",
        Item::Launch(_) => "product_owner",
        _ => return,
    };
    let owners = cx.owners(item);
    // Several owners are `people/owner-not-single`, a team is `people/owner-is-team`.
    let (Some(person), Some(owner)) = (cx.sole_owner(owners), owners.first()) else { return };
    let person = &cx.model[person];
    // Nobody can tell what somebody without a role, or with one in the company's own words, may do.
    if person.roles.is_empty() || person.has_role(wanted) || person.has_role("other") {
        return;
    }
    let Some((head, place)) = cx.head(item).and_then(|head| Some((head, head.place?))) else { return };
    let mut finding = sink
        .report(owner.span, place)
        .with("kind", cx.kind_of(item))
        .with("name", head.id.as_str())
        .with("person", person.head.id.as_str())
        .with("role", wanted);
    for other in cx.model.people.rows().iter().filter(|other| other.has_role(wanted)).take(OFFERED) {
        let text = other.head.id.as_str();
        finding = finding.fix(Message::new("fix-replace").with("text", text), false, owner.span, text);
    }
    finding.emit();
}
