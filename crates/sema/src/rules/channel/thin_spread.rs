//! `channel/thin-spread`

use roadmap_diag::Arg;
use rust_decimal::Decimal;

use crate::model::{Id, Phase};
use crate::rules::{Check, Cx, Sink, rule};

rule!("channel/thin-spread", "channel-thin-spread", Warning, Check::Phase(check), "thin_spread.md");

fn check(cx: &Cx<'_>, id: Id<Phase>, sink: &mut Sink<'_>) {
    let phase = &cx.model[id];
    let limits = &cx.settings.limits;
    let channels = cx.channel_money(id);
    let spent = || channels.iter().filter_map(|(_, sum)| *sum).try_fold(Decimal::ZERO, Decimal::checked_add);
    // A phase without a budget of its own has what its channels have.
    let Some(whole) = phase.budget.total().or_else(spent) else { return };
    let bound = whole.checked_mul(Decimal::from(limits.thin_share));
    let Some(bound) = bound.and_then(|bound| bound.checked_div(Decimal::ONE_HUNDRED)) else { return };
    let thin: Vec<Arg> = channels
        .iter()
        .filter(|(_, sum)| sum.is_some_and(|sum| sum > Decimal::ZERO && sum < bound))
        .filter_map(|(channel, _)| channel.channel.target)
        .map(|channel| Arg::from(format!("`{}`", cx.model[channel].head.id)))
        .collect();
    let Some(place) = phase.head.place.filter(|_| thin.len() >= limits.thin_channels as usize) else {
        return;
    };
    sink.report(place.keyword, place)
        .with("name", phase.head.id.as_str())
        .with("count", thin.len())
        .with("channels", thin)
        .with("share", Arg::Percent(Decimal::from(limits.thin_share)))
        .emit();
}
