//! `sales/script-missing`

use jiff::civil::Date;
use roadmap_diag::{Edit, Message};

use crate::model::{Activity, Id, Place};
use crate::rules::facts::metric_list;
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("sales/script-missing", "sales-script-missing", Warning, Check::Item(check), "script_missing.md");

/// Owners offered by a fix.
const OFFERED: usize = 3;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Activity(id) = item else { return };
    if !cx.practices.sales || !cx.is_open_campaign(id) || !needs_talk(cx, id) {
        return;
    }
    let selling = cx.selling();
    let is_scripted = selling.scripted.contains(&id) || selling.scripted_by_phase.contains(&id);
    let activity = &cx.model[id];
    // A script that cannot be read may be the one.
    let is_damaged = activity.phase.is_some_and(|phase| cx.model[phase].head.damaged());
    let Some(place) = activity.head.place.filter(|_| !is_scripted && !selling.script_for_unknown) else {
        return;
    };
    if place.damaged || is_damaged {
        return;
    }
    let metrics = cx.metric_names(&activity.kpis, |kpi| cx.is_lead_kpi(kpi) || cx.is_revenue_kpi(kpi));
    let mut finding = sink
        .missing(place)
        .with("noun", cx.campaign_noun(id))
        .with("name", activity.head.id.as_str())
        .with("metrics", metric_list(&metrics));
    for (title, edit) in stubs(cx, id, place) {
        finding = finding.fix_all(title, false, vec![edit]);
    }
    finding.emit();
}

/// Whether a campaign is measured by what somebody has to talk customers into.
pub(crate) fn needs_talk(cx: &Cx<'_>, id: Id<Activity>) -> bool {
    cx.model[id].kpis.iter().any(|kpi| cx.is_lead_kpi(*kpi) || cx.is_revenue_kpi(*kpi))
}

/// A script to fill in, for each of the first people of sales; for nobody where there are none.
fn stubs(cx: &Cx<'_>, id: Id<Activity>, campaign: Place) -> Vec<(Message, Edit)> {
    let activity = &cx.model[id];
    // Scripts stand in a phase or at the top level, not in a goal.
    let around = activity.inside_goal.and_then(|goal| cx.model[goal].head.place).unwrap_or(campaign);
    let script = cx.free_id(&format!("{}_script", activity.head.id));
    let title = Message::new("sales-stub").with("title", activity.head.title.as_str());
    let head = format!("script {script} {}", cx.plan_text(&title));
    let lines = lines(cx, id, cx.selling_start(id));
    let depth = if activity.phase.is_some() { 2 } else { 0 };
    let stub = |owner: Option<&str>| {
        let owner = owner.map(|owner| format!("owner {owner}"));
        let lines: Vec<String> = owner.into_iter().chain(lines.iter().cloned()).collect();
        edit::add_statement(around, depth, &head, &lines)
    };
    let people = cx.model.people.rows().iter().filter(|person| person.has_role("sales"));
    let owners: Vec<&str> = people.take(OFFERED).map(|person| person.head.id.as_str()).collect();
    if owners.is_empty() {
        return vec![(Message::new("sales-script-missing.fix-alone").with("script", script), stub(None))];
    }
    let fix = |owner: &str| {
        let title = Message::new("sales-script-missing.fix");
        (title.with("script", script.as_str()).with("owner", owner), stub(Some(owner)))
    };
    owners.into_iter().map(fix).collect()
}

/// What a script for the campaign says, but for its owner.
fn lines(cx: &Cx<'_>, id: Id<Activity>, start: Option<Date>) -> Vec<String> {
    let activity = &cx.model[id];
    let mut lines = vec![format!("for {}", activity.head.id)];
    lines.extend(cx.ready_before(start, activity.phase).map(|day| format!("deadline {day}")));
    let promised = cx.promised_by_activity(id);
    let name = promised.and_then(|promised| promised.uses.first().and_then(|used| used.name.clone()));
    lines.extend(name.map(|name| format!("usp {name}")));
    lines.extend(cx.objection_stubs().map(|(_, line)| line.to_owned()));
    lines
}
