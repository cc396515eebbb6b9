//! `launch/message-missing`

use roadmap_diag::Message;

use super::value_missing::lacks_value;
use crate::model::{Activity, Id};
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("launch/message-missing", "launch-message-missing", Hint, Check::Item(check), "message_missing.md");

/// Messages offered by a fix.
const OFFERED: usize = 3;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Activity(id) = item else { return };
    if !cx.practices.messages || !cx.is_open_campaign(id) || !is_mute(cx, id) {
        return;
    }
    let activity = &cx.model[id];
    let Some(place) = activity.head.place.filter(|place| !place.damaged) else { return };
    let named = cx.model.plan.messages.keys().take(OFFERED).map(|name| format!("message {name}"));
    let mut lines: Vec<String> = named.collect();
    if lines.is_empty() {
        lines.push("message \"…\"".to_owned());
    }
    let message = match (activity.promotes.as_slice(), activity.before.as_slice()) {
        ([], []) => "launch-message-missing",
        _ => "launch-message-missing.launch",
    };
    let mut finding = sink
        .missing(place)
        .message(message)
        .with("noun", cx.campaign_noun(id))
        .with("name", activity.head.id.as_str());
    for line in &lines {
        let title = Message::new("fix-add").with("line", line.as_str());
        finding = finding.fix_all(title, false, vec![edit::add_line(place, line)]);
    }
    // A phase may have several campaigns without one.
    let phase = activity.phase.map(|phase| &cx.model[phase].head);
    let phase = phase.and_then(|phase| Some((phase.id.as_str(), phase.place?)));
    if let (Some((phase, around)), Some(line)) = (phase, lines.first()) {
        let title = Message::new("launch-message-missing.fix");
        let title = title.with("line", line.as_str()).with("phase", phase);
        finding = finding.fix_all(title, false, vec![edit::add_line(around, line)]);
    }
    finding.emit();
}

/// Whether neither a campaign nor its launches nor its phase say anything to customers.
fn is_mute(cx: &Cx<'_>, id: Id<Activity>) -> bool {
    let activity = &cx.model[id];
    // An unknown launch may have a USP.
    let Some(launches) = cx.launches_of(id) else { return false };
    activity.message.is_none()
        && activity.usps.is_empty()
        // One that does not say what customers gain is `launch/value-missing`.
        && launches.iter().all(|launch| cx.model[*launch].usps.is_empty() && !lacks_value(cx, *launch))
        && cx.phases_of(id).iter().all(|phase| {
            let phase = &cx.model[*phase];
            phase.message.is_none() && !phase.head.damaged()
        })
}
