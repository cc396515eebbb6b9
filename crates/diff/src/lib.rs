//! What changed between two versions of a plan, by what the plan means: not which lines, but which dates slipped, which
//! targets were lowered, where the money went and who answers now.
//!
//! A pure function of two report models. What is the same thing in both is found by identifier, then by what people would
//! take for the same ([`pairs`]); each change is told once, in the list it belongs to.

mod figures;
mod item;
mod money;
mod other;
mod pairs;
mod row;

use std::collections::BTreeMap;

use roadmap_api as api;

use crate::pairs::Pairs;
use crate::row::{Row, rows};

/// What changed from `before` to `after`, which are called so. Both must be reports of one day.
#[must_use]
pub fn diff(before: &api::Report, after: &api::Report, names: (&str, &str)) -> api::Diff {
    let old = rows(before);
    let new = rows(after);
    let pairs = Pairs::of(&old, &new);
    let waiting = item::waiting(after, &new);
    let mut diff = api::Diff {
        version: api::DIFF_VERSION,
        as_of: after.as_of.clone(),
        before: version(before, names.0),
        after: version(after, names.1),
        dropped: pairs.only_old(&old).map(item::alone).collect(),
        added: pairs.only_new(&new).map(item::alone).collect(),
        budget: money::changes(before, after, &pairs),
        figures: figures::changes(before, after, &pairs.renamed),
        ..api::Diff::default()
    };
    let same_currency = diff.budget.currency_before.is_none();
    for (old, new) in pairs.both(&old, &new) {
        let changed = Changed { old, new, item: item::changed(old, new), pairs: &pairs };
        changed.names(&mut diff);
        changed.dates(&mut diff, &waiting);
        changed.kpis(&mut diff);
        changed.owner(&mut diff, before, after);
        changed.status(&mut diff);
        if same_currency {
            changed.budget(&mut diff);
        }
        changed.rest(&mut diff);
    }
    // The greatest delay first, and a day that was written before those that follow from it; what became earlier, or has no
    // day any more, behind.
    diff.dates.sort_by_key(|change| (std::cmp::Reverse(change.days), change.what));
    diff
}

/// Something that is in both versions.
struct Changed<'a> {
    old: &'a Row<'a>,
    new: &'a Row<'a>,
    item: api::DiffItem,
    pairs: &'a Pairs,
}

fn version(report: &api::Report, name: &str) -> api::DiffVersion {
    api::DiffVersion {
        name: name.to_owned(),
        title: report.plan.title.clone(),
        period: report.plan.period.clone(),
        errors: report.finding_counts.errors,
    }
}

impl Changed<'_> {
    fn names(&self, diff: &mut api::Diff) {
        let (old, new) = (self.old, self.new);
        let title = (old.title != new.title).then(|| old.title.to_owned());
        let id = (old.own_id() != new.own_id()).then(|| old.own_id().to_owned());
        if title.is_some() || id.is_some() {
            diff.renamed.push(api::Renamed { item: self.item.clone(), title, id });
        }
        let from = old.phase();
        let (to, is_same) = (new.phase(), from.map(|phase| self.pairs.now(phase)) == new.phase());
        if !is_same {
            let moved = api::Moved {
                item: self.item.clone(),
                from: from.map(str::to_owned),
                to: to.map(str::to_owned),
            };
            diff.moved.push(moved);
        }
    }

    fn dates(&self, diff: &mut api::Diff, waiting: &BTreeMap<&str, Vec<api::DiffItem>>) {
        for change in item::dates(self.old, self.new) {
            let waiting = match change.what {
                api::DateKind::Start => Vec::new(),
                _ => waiting.get(self.new.id).cloned().unwrap_or_default(),
            };
            diff.dates.push(api::DateChange { item: self.item.clone(), waiting, ..change });
        }
    }

    fn kpis(&self, diff: &mut api::Diff) {
        let changes = item::kpis(self.old, self.new).into_iter();
        diff.kpis.extend(changes.map(|change| api::KpiChange { item: self.item.clone(), ..change }));
    }

    fn owner(&self, diff: &mut api::Diff, before: &api::Report, after: &api::Report) {
        let (from, to) = (self.old.owner, self.new.owner);
        if from.map(|from| self.pairs.now(from)) != to {
            diff.owners.push(api::OwnerChange {
                item: self.item.clone(),
                from: from.map(str::to_owned),
                to: to.map(str::to_owned),
                from_name: from.map(|id| item::person(before, id).to_owned()),
                to_name: to.map(|id| item::person(after, id).to_owned()),
            });
        }
    }

    fn status(&self, diff: &mut api::Diff) {
        if let (Some(from), Some(to)) = (self.old.status, self.new.status)
            && from != to
        {
            let (from, to) = (from.clone(), to.clone());
            diff.statuses.push(api::StatusChange { item: self.item.clone(), from, to });
        }
    }

    fn budget(&self, diff: &mut api::Diff) {
        let change = money::amount(self.old.budget.as_ref(), self.new.budget.as_ref());
        match (change, self.new.kind) {
            // What a channel may spend is told with what it spends in phases.
            (None, _) | (_, api::ItemKind::Channel) => {}
            (Some(change), api::ItemKind::Roadmap) => diff.budget.total = Some(change),
            (Some(amount), _) => {
                diff.budget.items.push(api::ItemAmount { item: self.item.clone(), amount });
            }
        }
    }

    fn rest(&self, diff: &mut api::Diff) {
        let properties = other::properties(self.old, self.new, self.pairs);
        if !properties.is_empty() {
            diff.other.push(api::OtherChange { item: self.item.clone(), properties });
        }
    }
}
