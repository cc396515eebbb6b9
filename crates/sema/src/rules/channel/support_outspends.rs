//! `channel/support-outspends`

use roadmap_diag::Arg;
use rust_decimal::Decimal;

use crate::model::{Id, Phase, PhaseChannel, Rank};
use crate::rules::{Check, Cx, Sink, rule};

rule!(
    "channel/support-outspends",
    "channel-support-outspends",
    Warning,
    Check::Phase(check),
    "support_outspends.md"
);

fn check(cx: &Cx<'_>, id: Id<Phase>, sink: &mut Sink<'_>) {
    let channels = cx.channel_money(id);
    // Where no money is named for the primary channels, there is nothing to compare with.
    let Some(primary) = total(&channels, Rank::Primary) else { return };
    let Some(support) = total(&channels, Rank::Support).filter(|support| *support > primary) else { return };
    let dearest =
        channels.iter().filter(|(channel, _)| channel.rank == Rank::Support).max_by_key(|(_, sum)| *sum);
    let Some((channel, _)) = dearest else { return };
    let currency = cx.model.plan.currency.code();
    let span = channel.budget.lines.first().map_or(channel.channel.span, |line| line.span);
    sink.report(span, channel.place)
        .with("phase", cx.model[id].head.id.as_str())
        .with("support", Arg::Money(support, currency.to_owned()))
        .with("primary", Arg::Money(primary, currency.to_owned()))
        .emit();
}

/// What the channels of a rank get together; none where no money is named for any of them.
fn total(channels: &[(&PhaseChannel, Option<Decimal>)], rank: Rank) -> Option<Decimal> {
    let mut sums =
        channels.iter().filter(|(channel, _)| channel.rank == rank).filter_map(|(_, sum)| *sum).peekable();
    sums.peek()?;
    sums.try_fold(Decimal::ZERO, Decimal::checked_add)
}
