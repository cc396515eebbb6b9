//! `people/owner-is-team`

use roadmap_diag::Message;

use crate::model::{Id, Person, Team, Who};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("people/owner-is-team", "people-owner-is-team", Warning, Check::Item(check), "owner_is_team.md");

/// People offered by a fix.
const OFFERED: usize = 3;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    if matches!(item, Item::Kpi(_)) {
        return;
    }
    let Some((head, place)) = cx.head(item).and_then(|head| Some((head, head.place?))) else { return };
    let owners = cx.owners(item);
    // Of several owners the one that stays may be a person: `people/owner-not-single`.
    if owners.len() > 1 && !matches!(item, Item::Milestone(_)) {
        return;
    }
    for owner in owners {
        let Some(Who::Team(team)) = owner.target else { continue };
        let mut finding = sink
            .report(owner.span, place)
            .with("kind", cx.kind_of(item))
            .with("name", head.id.as_str())
            .with("team", cx.model[team].head.id.as_str());
        for person in people_of(cx, team).into_iter().take(OFFERED) {
            let text = cx.model[person].head.id.as_str();
            finding = finding.fix(Message::new("fix-replace").with("text", text), false, owner.span, text);
        }
        finding.emit();
    }
}

/// The people of a team, its lead first.
fn people_of(cx: &Cx<'_>, team: Id<Team>) -> Vec<Id<Person>> {
    let team = &cx.model[team];
    let lead = team.lead.as_ref().and_then(|lead| lead.target);
    let others = team.everybody.iter().copied().filter(|person| Some(*person) != lead);
    lead.into_iter().chain(others).collect()
}
