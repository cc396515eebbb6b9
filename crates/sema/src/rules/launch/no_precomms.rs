//! `launch/no-precomms`

use roadmap_diag::{Edit, Message};

use crate::model::{Id, Launch, Place};
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("launch/no-precomms", "launch-no-precomms", Warning, Check::Item(check), "no_precomms.md");

/// Who announces things, those first who do it most.
const ROLES: [&str; 5] = ["content", "marketing", "marketing_leader", "performance", "cmo"];

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Launch(id) = item else { return };
    let launch = &cx.model[id];
    // An activity that cannot be read may be the one.
    let is_damaged = launch.phase.is_some_and(|phase| cx.model[phase].head.damaged());
    let Some(place) = launch.head.place.filter(|place| !place.damaged && !is_damaged) else { return };
    let selling = cx.selling();
    if !cx.is_ahead(id) || selling.prepares_unknown || selling.prepared.contains(&id) {
        return;
    }
    let name = launch.head.id.as_str();
    let (teaser, edit) = teaser(cx, id, place);
    let title = Message::new("launch-no-precomms.fix").with("teaser", teaser).with("name", name);
    sink.missing(place).with("name", name).fix_all(title, false, vec![edit]).emit();
}

/// An activity that announces the launch, to go on with: its identifier, and where it goes.
fn teaser(cx: &Cx<'_>, id: Id<Launch>, place: Place) -> (String, Edit) {
    let launch = &cx.model[id];
    let teaser = cx.free_id(&format!("{}_teaser", launch.head.id));
    let title = Message::new("launch-no-precomms.stub").with("title", launch.head.title.as_str());
    let mut lines = Vec::new();
    if cx.practices.categories {
        lines.push("category content".to_owned());
    }
    let people = cx.model.people.rows();
    let owner = ROLES.iter().find_map(|role| people.iter().find(|person| person.has_role(role)));
    if let Some(owner) = owner.or(people.first()) {
        lines.push(format!("owner {}", owner.head.id));
    }
    let goals = cx.goals_for(launch.phase);
    lines.push(cx.first_kpi(&goals));
    if let Some(day) = cx.ready_before(launch.date, launch.phase) {
        lines.push(format!("deadline {day}"));
    }
    lines.push(format!("before {}", launch.head.id));
    // Where there is one goal, it is implied.
    if let Some(goal) = goals.first().filter(|_| goals.len() > 1 || launch.phase.is_none()) {
        lines.push(format!("supports {}", cx.model[*goal].head.id));
    }
    let depth = if launch.phase.is_some() { 2 } else { 0 };
    let head = format!("activity {teaser} {}", cx.plan_text(&title));
    (teaser, edit::add_statement(place, depth, &head, &lines))
}
