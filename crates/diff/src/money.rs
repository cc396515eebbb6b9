//! Budgets that changed.

use std::collections::BTreeMap;

use roadmap_api as api;
use rust_decimal::Decimal;

use crate::pairs::Pairs;

/// The budgets that changed: currencies and channels; what belongs to an item is added with it.
pub(crate) fn changes(before: &api::Report, after: &api::Report, pairs: &Pairs) -> api::BudgetChange {
    let (old, new) = (&before.plan.currency, &after.plan.currency);
    let is_same = old == new;
    api::BudgetChange {
        currency: new.clone(),
        currency_before: (!is_same).then(|| old.clone()),
        channels: if is_same { channels(before, after, pairs) } else { Vec::new() },
        ..api::BudgetChange::default()
    }
}

fn channels(before: &api::Report, after: &api::Report, pairs: &Pairs) -> Vec<api::ChannelChange> {
    let row = |report: &api::Report| -> Vec<(Option<String>, api::BudgetFigures)> {
        let rows = report.budget.iter().flat_map(|budget| &budget.rows);
        rows.map(|row| (row.channel.clone(), row.total.clone())).collect()
    };
    let (old, new) = (row(before), row(after));
    let of_old: BTreeMap<_, _> = old.iter().cloned().collect();
    let of_new: BTreeMap<_, _> = new.iter().cloned().collect();
    let (cells_before, cells_after) = (cells(before, &|id| pairs.now(id)), cells(after, &|id| id));
    let gone = old.iter().filter(|(channel, _)| !of_new.contains_key(channel));
    let change = |(channel, _): &(Option<String>, api::BudgetFigures)| {
        let (old, new) = (of_old.get(channel), of_new.get(channel));
        let planned = |figures: Option<&api::BudgetFigures>| number(figures?.planned.as_ref()?);
        // Nothing committed is as good as no channel.
        let committed = |figures: Option<&api::BudgetFigures>| {
            number(&figures?.committed).filter(|committed| !committed.is_zero())
        };
        let planned = amount(planned(old).as_ref(), planned(new).as_ref());
        let committed = amount(committed(old).as_ref(), committed(new).as_ref());
        let title = channel.as_ref().map(|id| title(after, id).or_else(|| title(before, id)).unwrap_or(id));
        let phases = phases(&cells_before, &cells_after, channel);
        (planned.is_some() || committed.is_some() || !phases.is_empty()).then(|| api::ChannelChange {
            channel: channel.clone(),
            title: title.map(str::to_owned),
            planned,
            committed,
            phases,
        })
    };
    new.iter().chain(gone).filter_map(change).collect()
}

/// Envelopes of channels in phases, by channel and the phase as it is called now.
type Cells<'r> = BTreeMap<(Option<&'r str>, &'r str), Decimal>;

fn cells<'r>(report: &'r api::Report, now: &dyn Fn(&'r str) -> &'r str) -> Cells<'r> {
    let cell = |phase: &'r api::Phase, channel: &'r api::PhaseChannel| {
        let planned = number(channel.figures.planned.as_ref()?)?;
        Some(((Some(channel.channel.as_str()), now(&phase.id)), planned))
    };
    let channels = report.phases.iter().flat_map(|phase| phase.channels.iter().map(move |x| (phase, x)));
    channels.filter_map(|(phase, channel)| cell(phase, channel)).collect()
}

/// The phases in which a channel's envelope changed.
fn phases(before: &Cells<'_>, after: &Cells<'_>, channel: &Option<String>) -> Vec<api::PhaseAmount> {
    let of = |cells: &Cells<'_>| -> BTreeMap<String, Decimal> {
        let own = cells.iter().filter(|((own, _), _)| *own == channel.as_deref());
        own.map(|((_, phase), planned)| ((*phase).to_owned(), *planned)).collect()
    };
    let (old, new) = (of(before), of(after));
    let gone = old.keys().filter(|phase| !new.contains_key(*phase));
    let all = new.keys().chain(gone);
    all.filter_map(|phase| {
        let planned = amount(old.get(phase), new.get(phase))?;
        Some(api::PhaseAmount { phase: phase.clone(), planned })
    })
    .collect()
}

fn title<'r>(report: &'r api::Report, id: &str) -> Option<&'r str> {
    report.channels.iter().find(|channel| channel.id == id).map(|channel| channel.title.as_str())
}

/// The change of an amount, where there is one.
pub(crate) fn amount(from: Option<&Decimal>, to: Option<&Decimal>) -> Option<api::AmountChange> {
    let of = |value: Option<&Decimal>| value.map(|value| api::Number::new(value.normalize()));
    let difference =
        to.copied().unwrap_or_default().checked_sub(from.copied().unwrap_or_default()).unwrap_or_default();
    (from != to).then(|| api::AmountChange {
        from: of(from),
        to: of(to),
        difference: api::Number::new(difference.normalize()),
    })
}

/// A number of the model.
pub(crate) fn number(value: &api::Number) -> Option<Decimal> {
    value.as_str().parse().ok()
}
