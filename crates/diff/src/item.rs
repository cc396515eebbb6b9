//! What changed in one thing: its days, its KPIs, and who waits for it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use roadmap_api as api;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::money::number;
use crate::row::Row;

/// Something that is in one version alone.
pub(crate) fn alone(row: &Row<'_>) -> api::DiffItem {
    api::DiffItem {
        kind: row.kind,
        id: row.id.to_owned(),
        was: None,
        title: row.title.to_owned(),
        owner: row.owner.map(str::to_owned),
    }
}

/// Something that is in both versions.
pub(crate) fn changed(old: &Row<'_>, new: &Row<'_>) -> api::DiffItem {
    api::DiffItem { was: (old.id != new.id).then(|| old.id.to_owned()), ..alone(new) }
}

/// The name of a person or team; the word itself where nobody is called so.
pub(crate) fn person<'r>(report: &'r api::Report, id: &'r str) -> &'r str {
    let people = report.people.iter().map(|person| (&person.id, &person.name));
    let teams = report.teams.iter().map(|team| (&team.id, &team.title));
    people.chain(teams).find(|(known, _)| *known == id).map_or(id, |(_, name)| name)
}

/// What waits for each piece of work: what follows it, and what promotes it.
pub(crate) fn waiting<'r>(
    report: &'r api::Report,
    rows: &[Row<'_>],
) -> BTreeMap<&'r str, Vec<api::DiffItem>> {
    let items: BTreeMap<&str, api::DiffItem> = rows.iter().map(|row| (row.id, alone(row))).collect();
    let named = |ids: &mut dyn Iterator<Item = &String>| {
        let mut found: Vec<api::DiffItem> = Vec::new();
        for item in ids.filter_map(|id| items.get(id.as_str())) {
            if !found.contains(item) {
                found.push(item.clone());
            }
        }
        found
    };
    let activities = report.activities.iter().map(|row| (row.id.as_str(), named(&mut row.blocks.iter())));
    let launches = report
        .launches
        .iter()
        .map(|row| (row.id.as_str(), named(&mut row.blocks.iter().chain(&row.promoted_by))));
    activities.chain(launches).filter(|(_, waiting)| !waiting.is_empty()).collect()
}

/// The days that moved; whose they are and who waits is filled in by the caller.
pub(crate) fn dates(old: &Row<'_>, new: &Row<'_>) -> Vec<api::DateChange> {
    let mut found = Vec::new();
    let mut compare = |what, from: Option<&api::Day>, to: Option<&api::Day>| {
        if from != to {
            let days =
                from.and_then(day).zip(to.and_then(day)).map(|(from, to)| i64::from((to - from).get_days()));
            let (from, to) = (from.cloned(), to.cloned());
            found.push(api::DateChange { what, from, to, days, ..api::DateChange::default() });
            return true;
        }
        false
    };
    let has_deadline = old.days.deadline.is_some() || new.days.deadline.is_some();
    let moved = has_deadline && compare(api::DateKind::Deadline, old.days.deadline, new.days.deadline);
    // The end follows a deadline that moved; where the deadline stands, it tells of the work before.
    let is_closed = |row: &Row<'_>| row.status.is_some_and(|status| status.kind == api::StatusKind::Done);
    if !moved && !is_closed(old) && !is_closed(new) {
        compare(api::DateKind::End, old.days.end, new.days.end);
    }
    compare(api::DateKind::Start, old.days.start, new.days.start);
    found
}

fn day(day: &api::Day) -> Option<Date> {
    day.as_str().parse().ok()
}

/// KPIs that were added, dropped or given another target: those of one metric are compared in their order.
pub(crate) fn kpis(old: &Row<'_>, new: &Row<'_>) -> Vec<api::KpiChange> {
    let mut left: Vec<&api::Kpi> = old.kpis.iter().collect();
    let mut found = Vec::new();
    let change = |kpi: &api::Kpi, from: Option<&api::Kpi>, to: Option<&api::Kpi>| api::KpiChange {
        metric: kpi.metric.clone(),
        title: kpi.title.clone(),
        unit: kpi.unit.clone(),
        from: from.map(target),
        to: to.map(target),
        percent: from.zip(to).and_then(|(from, to)| percent(from, to)),
        ..api::KpiChange::default()
    };
    for kpi in new.kpis {
        match left.iter().position(|known| known.metric == kpi.metric) {
            None => found.push(change(kpi, None, Some(kpi))),
            Some(index) => {
                let before = left.remove(index);
                // A target that is due with its work moves with it, and that is told of the work.
                let moves_along = is_due_with(before, old) && is_due_with(kpi, new);
                let aim = api::KpiTarget { by: before.by.clone(), ..target(kpi) };
                let same = target(before) == if moves_along { aim } else { target(kpi) };
                if !same {
                    found.push(change(kpi, Some(before), Some(kpi)));
                }
            }
        }
    }
    found.extend(left.into_iter().map(|kpi| change(kpi, Some(kpi), None)));
    found
}

fn is_due_with(kpi: &api::Kpi, row: &Row<'_>) -> bool {
    let by = kpi.by.as_ref();
    by.is_some() && row.kind != api::ItemKind::Goal && (by == row.days.deadline || by == row.days.end)
}

fn target(kpi: &api::Kpi) -> api::KpiTarget {
    api::KpiTarget {
        // How a number is written is no target: `5000` and `5_000` are one.
        text: kpi.target.is_none().then(|| kpi.text.clone()),
        baseline: kpi.baseline.clone(),
        target: kpi.target.clone(),
        target_low: kpi.target_low.clone(),
        per: kpi.per,
        by: kpi.by.clone(),
    }
}

/// The change of a target in percent of the one before.
fn percent(from: &api::Kpi, to: &api::Kpi) -> Option<api::Number> {
    if from.unit != to.unit || from.per != to.per {
        return None;
    }
    let (from, to) = (number(from.target.as_ref()?)?, number(to.target.as_ref()?)?);
    let share = to.checked_sub(from)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(from.abs())?;
    let share = share.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    (!share.is_zero()).then(|| api::Number::new(share.normalize()))
}
