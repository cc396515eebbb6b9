//! `launch/value-missing`

use roadmap_diag::Message;

use crate::model::{Id, Launch};
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("launch/value-missing", "launch-value-missing", Warning, Check::Item(check), "value_missing.md");

/// Promises offered by a fix.
const OFFERED: usize = 2;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Launch(id) = item else { return };
    let launch = &cx.model[id];
    let Some(place) = launch.head.place.filter(|_| lacks_value(cx, id)) else { return };
    let names = known_promises(cx, id);
    let mut finding = sink
        .missing(place)
        .with("name", launch.head.id.as_str())
        .with("usp", names.first().copied().unwrap_or("save_time"));
    let lines = names.iter().map(|name| format!("usp {name}"));
    // The first USP of a plan would take up messages for all of it.
    let words = if cx.practices.messages { "usp \"…\"" } else { "value \"…\"" };
    for line in lines.chain([words.to_owned()]) {
        let title = Message::new("fix-add").with("line", line.as_str());
        finding = finding.fix_all(title, false, vec![edit::add_line(place, &line)]);
    }
    finding.emit();
}

/// Whether a launch that still matters does not say what customers gain.
pub(crate) fn lacks_value(cx: &Cx<'_>, id: Id<Launch>) -> bool {
    let launch = &cx.model[id];
    launch.usps.is_empty()
        && !launch.value_written
        && !launch.head.damaged()
        && launch.status.counts()
        && cx.is_in_sale(id)
}

/// The names of what is promised around a launch: by its phase and by the campaigns that sell it.
fn known_promises<'a>(cx: &Cx<'a>, id: Id<Launch>) -> Vec<&'a str> {
    let phase = cx.model[id].phase.and_then(|phase| cx.promised_by_phase(phase));
    let campaigns = cx.selling().campaigns(id).iter().take(OFFERED);
    let of_campaigns = campaigns.flat_map(|campaign| cx.own_promises(*campaign));
    let mut names = Vec::new();
    for used in phase.into_iter().flat_map(|promised| promised.uses).chain(of_campaigns) {
        if let Some(name) = used.name.as_deref().filter(|name| !names.contains(name)) {
            names.push(name);
        }
    }
    names.truncate(OFFERED);
    names
}
