//! `launch/value-missing`

use roadmap_diag::Message;

use crate::model::{Id, Launch, Phase};
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("launch/value-missing", "launch-value-missing", Warning, Check::Item(check), "value_missing.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Launch(id) = item else { return };
    let launch = &cx.model[id];
    let Some(place) = launch.head.place.filter(|_| lacks_value(cx, id)) else { return };
    let named = launch.phase.and_then(|phase| message_name(cx, phase));
    let mut finding =
        sink.missing(place).with("name", launch.head.id.as_str()).with("usp", named.unwrap_or("save_time"));
    for line in named.map(|name| format!("usp {name}")).into_iter().chain(["value \"…\"".to_owned()]) {
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

/// The name of a phase's message.
fn message_name<'a>(cx: &Cx<'a>, phase: Id<Phase>) -> Option<&'a str> {
    cx.model.phases.get(phase).message.as_ref()?.name.as_deref()
}
