//! `channel/primary-unused`

use roadmap_diag::Message;
use rustc_hash::FxHashSet;

use crate::model::{Id, Phase, Rank, Use};
use crate::rules::{Check, Cx, Sink, rule};

rule!("channel/primary-unused", "channel-primary-unused", Warning, Check::Phase(check), "primary_unused.md");

fn check(cx: &Cx<'_>, id: Id<Phase>, sink: &mut Sink<'_>) {
    let phase = &cx.model[id];
    // Without any activity `plan/phase-empty` speaks; what a broken block lacks may only have been lost.
    if phase.head.damaged() || cx.activities_of(id).next().is_none() {
        return;
    }
    let mut used = FxHashSet::default();
    for activity in cx.activities_of(id) {
        let own = activity.channels.iter().map(|share| &share.channel);
        let of_tasks = activity.tasks.iter().filter_map(|task| task.channel.as_ref());
        for Use { target, .. } in own.chain(of_tasks) {
            // An unknown name, which has been reported, may mean any channel.
            let Some(channel) = target else { return };
            used.insert(*channel);
        }
    }
    for listed in phase.channels.iter().filter(|listed| listed.rank == Rank::Primary) {
        let Some(channel) = listed.channel.target.filter(|channel| !used.contains(channel)) else { continue };
        let channel = cx.model[channel].head.id.as_str();
        let mut finding =
            sink.missing(listed.place).with("channel", channel).with("phase", phase.head.id.as_str());
        if cx.count_of_rank(id, Rank::Support) < cx.settings.limits.support_channels as usize {
            let text = format!("channel {channel} support");
            let title = Message::new("fix-replace").with("text", text.as_str());
            finding = finding.fix(title, false, listed.place.head, text);
        }
        finding.emit();
    }
}
