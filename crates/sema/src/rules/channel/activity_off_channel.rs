//! `channel/activity-off-channel`

use roadmap_diag::Message;

use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!(
    "channel/activity-off-channel",
    "channel-activity-off-channel",
    Warning,
    Check::Item(check),
    "activity_off_channel.md"
);

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Activity(id) = item else { return };
    let activity = &cx.model[id];
    // Always-on work serves every phase, and is bound to the channels of none.
    let Some(phase) = activity.phase.map(|phase| &cx.model[phase]) else { return };
    // No channel is `channel/missing`; an unknown one may be any.
    if phase.channels.is_empty() || phase.channels.iter().any(|listed| listed.channel.target.is_none()) {
        return;
    }
    let Some((place, phase_place)) = activity.head.place.zip(phase.head.place) else { return };
    for share in &activity.channels {
        let Some(channel) = share.channel.target else { continue };
        if phase.channels.iter().any(|listed| listed.channel.target == Some(channel)) {
            continue;
        }
        let channel = cx.model[channel].head.id.as_str();
        let line = format!("channel {channel} support");
        let title = Message::new("channel-activity-off-channel.fix")
            .with("line", line.as_str())
            .with("phase", phase.head.id.as_str());
        let mut finding = sink
            .report(share.channel.span, place)
            .with("name", activity.head.id.as_str())
            .with("channel", channel)
            .with("phase", phase.head.id.as_str())
            .fix_all(title, false, vec![edit::add_line(phase_place, &line)]);
        if let Some(span) = phase.head.id_span {
            finding = finding.related(span, Message::new("channel-activity-off-channel.phase"));
        }
        finding.emit();
    }
}
