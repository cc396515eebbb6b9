//! `channel/too-many`

use roadmap_diag::Message;

use crate::model::{Id, Phase, Rank};
use crate::rules::{Check, Cx, Sink, rule};

rule!("channel/too-many", "channel-too-many", Warning, Check::Phase(check), "too_many.md");

fn check(cx: &Cx<'_>, id: Id<Phase>, sink: &mut Sink<'_>) {
    let limits = &cx.settings.limits;
    let (primary, support) = (cx.count_of_rank(id, Rank::Primary), cx.count_of_rank(id, Rank::Support));
    if primary <= limits.primary_channels as usize && support <= limits.support_channels as usize {
        return;
    }
    let phase = &cx.model[id];
    let Some(place) = phase.head.place else { return };
    let mut finding = sink
        .report(place.keyword, place)
        .with("name", phase.head.id.as_str())
        .with("primary", primary)
        .with("support", support)
        .with("most_primary", i64::from(limits.primary_channels))
        .with("most_support", i64::from(limits.support_channels));
    for channel in &phase.channels {
        finding = finding.related(channel.channel.span, Message::new(rank_message(channel.rank)));
    }
    // One primary channel too many can help instead, where no other does.
    if primary == limits.primary_channels as usize + 1 && support < limits.support_channels as usize {
        let last = phase.channels.iter().rfind(|channel| channel.rank == Rank::Primary);
        if let Some((channel, target)) = last.and_then(|last| Some((last, last.channel.target?))) {
            let text = format!("channel {} support", cx.model[target].head.id);
            let title = Message::new("fix-replace").with("text", text.as_str());
            finding = finding.fix(title, false, channel.place.head, text);
        }
    }
    finding.emit();
}

fn rank_message(rank: Rank) -> &'static str {
    match rank {
        Rank::Primary => "channel-too-many.primary",
        Rank::Support => "channel-too-many.support",
    }
}
