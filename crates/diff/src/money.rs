//! Budgets that changed.

use std::collections::BTreeMap;

use roadmap_api as api;
use rust_decimal::Decimal;

/// The budgets that changed: currencies and channels; what belongs to an item is added with it.
pub(crate) fn changes(before: &api::Report, after: &api::Report) -> api::BudgetChange {
    let (old, new) = (&before.plan.currency, &after.plan.currency);
    let is_same = old == new;
    api::BudgetChange {
        currency: new.clone(),
        currency_before: (!is_same).then(|| old.clone()),
        channels: if is_same { channels(before, after) } else { Vec::new() },
        ..api::BudgetChange::default()
    }
}

fn channels(before: &api::Report, after: &api::Report) -> Vec<api::ChannelChange> {
    let row = |report: &api::Report| -> Vec<(Option<String>, api::BudgetFigures)> {
        let rows = report.budget.iter().flat_map(|budget| &budget.rows);
        rows.map(|row| (row.channel.clone(), row.total.clone())).collect()
    };
    let (old, new) = (row(before), row(after));
    let of_old: BTreeMap<_, _> = old.iter().cloned().collect();
    let of_new: BTreeMap<_, _> = new.iter().cloned().collect();
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
        (planned.is_some() || committed.is_some()).then(|| api::ChannelChange {
            channel: channel.clone(),
            title: title.map(str::to_owned),
            planned,
            committed,
        })
    };
    new.iter().chain(gone).filter_map(change).collect()
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
