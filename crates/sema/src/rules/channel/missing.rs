//! `channel/missing`

use roadmap_diag::Message;

use crate::model::{Id, Phase};
use crate::rules::{Check, Cx, Sink, edit, rule};

rule!("channel/missing", "channel-missing", Error, Check::Phase(check), "missing.md");

/// Channels offered by a fix.
const OFFERED: usize = 3;

fn check(cx: &Cx<'_>, id: Id<Phase>, sink: &mut Sink<'_>) {
    let phase = &cx.model[id];
    let Some(place) = phase.head.place.filter(|place| phase.channels.is_empty() && !place.damaged) else {
        return;
    };
    let mut finding = sink.missing(place).with("name", phase.head.id.as_str());
    // What its activities use is the best guess.
    let mut offered = Vec::new();
    for share in cx.activities_of(id).flat_map(|activity| &activity.channels) {
        let Some(channel) = share.channel.target.filter(|channel| !offered.contains(channel)) else {
            continue;
        };
        offered.push(channel);
        if offered.len() > OFFERED {
            break;
        }
        let line = format!("channel {} primary", cx.model[channel].head.id);
        let title = Message::new("fix-add").with("line", line.as_str());
        finding = finding.fix_all(title, false, vec![edit::add_line(place, &line)]);
    }
    finding.emit();
}
