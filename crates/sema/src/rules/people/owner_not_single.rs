//! `people/owner-not-single`

use roadmap_diag::{Edit, Message, Span};
use smol_str::SmolStr;

use crate::model::{Place, Ref, Who};
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!(
    "people/owner-not-single",
    "people-owner-not-single",
    Warning,
    Check::Item(check),
    "owner_not_single.md"
);

/// Between two names of one list stand a comma and blanks; another `owner` between them is longer than this.
const LIST_GAP: u32 = 6;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    if !matches!(item, Item::Goal(_) | Item::Activity(_) | Item::Launch(_) | Item::Script(_)) {
        return;
    }
    let owners = cx.owners(item);
    let [_, second, ..] = owners else { return };
    let Some((head, place)) = cx.head(item).and_then(|head| Some((head, head.place?))) else { return };
    let mut finding = sink
        .report(second.span, place)
        .with("kind", cx.kind_of(item))
        .with("name", head.id.as_str())
        .with("count", owners.len());
    // Only an activity has `support` to move the others to.
    if let (Item::Activity(_), Some(names)) = (item, names(cx, owners)) {
        for kept in 0..names.len() {
            if let Some((title, edits)) = keep(place, owners, &names, kept) {
                finding = finding.fix_all(title, false, edits);
            }
        }
    }
    finding.emit();
}

/// The names of all owners, where all are known and stand in one list.
fn names(cx: &Cx<'_>, owners: &[Ref<Who>]) -> Option<Vec<SmolStr>> {
    let one_list = owners.windows(2).all(|pair| match pair {
        [left, right] => right.span.range.start.saturating_sub(left.span.range.end) <= LIST_GAP,
        _ => true,
    });
    let name = |owner: &Ref<Who>| {
        Some(match owner.target? {
            Who::Person(person) => cx.model[person].head.id.clone(),
            Who::Team(team) => cx.model[team].head.id.clone(),
        })
    };
    one_list.then(|| owners.iter().map(name).collect()).flatten()
}

/// Keeps the owner at `kept` and moves the others to `support`.
fn keep(place: Place, owners: &[Ref<Who>], names: &[SmolStr], kept: usize) -> Option<(Message, Vec<Edit>)> {
    let owner = names.get(kept)?;
    let others: Vec<&str> =
        names.iter().enumerate().filter(|(index, _)| *index != kept).map(|(_, name)| name.as_str()).collect();
    let line = format!("support {}", others.join(", "));
    let (first, last) = (owners.first()?.span, owners.last()?.span);
    let list: Span = first.with_range(first.range.cover(last.range));
    let title =
        Message::new("people-owner-not-single.fix").with("owner", owner.as_str()).with("line", line.as_str());
    Some((title, vec![Edit { span: list, text: owner.to_string() }, edit::add_line(place, &line)]))
}
