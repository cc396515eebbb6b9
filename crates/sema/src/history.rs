//! What is known of a plan's past: an input of the rules that look back, as plain data.
//!
//! Whoever reads the past (`roadmapc` does, from git) decides how far back it goes, notes the KPIs of each version from
//! the oldest to the newest, and says when the plan was last edited. Without a past, the rules that need one are silent.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use jiff::civil::Date;
use roadmap_schema::Kind;
use smol_str::{SmolStr, format_smolstr};

use crate::hir::{Amount, Hir, HirStmt, Target, Value};
use crate::lower::lower;
use crate::value::AtomContext;

/// A plan's past.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// The day of the last edit; none where it was not edited in the time that is known.
    pub last_edit: Option<Date>,
    /// What each item was measured by, by its path, each state other than the one before.
    states: BTreeMap<SmolStr, Vec<State>>,
}

/// The KPIs of one item at the end of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
struct State {
    day: Date,
    kpis: Vec<WrittenKpi>,
}

/// The KPIs of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemKpis {
    /// The item's path: `foundation.landing`.
    pub item: SmolStr,
    /// Its KPIs, in their order.
    pub kpis: Vec<WrittenKpi>,
}

/// A KPI as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenKpi {
    /// The metric's name.
    pub metric: SmolStr,
    /// What is to be reached, and the upper end of a band; none where it is missing or cannot be read.
    pub target: Option<(Amount, Option<Amount>)>,
}

/// One KPI through time: when its target or its metric was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KpiChanges {
    /// Its metric in the newest version.
    pub metric: SmolStr,
    /// The days, the oldest first.
    pub days: Vec<Date>,
}

impl History {
    /// A past in which the plan was last edited on a day.
    #[must_use]
    pub fn new(last_edit: Option<Date>) -> Self {
        Self { last_edit, states: BTreeMap::new() }
    }

    /// Notes what a version of `day` says; versions come from the oldest to the newest. Of one day only the last
    /// version counts: a plan that is being written changes all the time.
    pub fn note(&mut self, day: Date, version: &[ItemKpis]) {
        for ItemKpis { item, kpis } in version {
            let states = self.states.entry(item.clone()).or_default();
            if states.last().is_some_and(|last| last.day == day) {
                states.pop();
            }
            if states.last().is_none_or(|last| last.kpis != *kpis) {
                states.push(State { day, kpis: kpis.clone() });
            }
        }
    }

    /// The KPIs that the item at `path` has in the newest version, with the days on which each was changed. A KPI is
    /// the same as long as its metric is; one that came when another went has taken its place.
    #[must_use]
    pub fn changes(&self, path: &str) -> Vec<KpiChanges> {
        let mut known: Vec<(KpiChanges, &WrittenKpi)> = Vec::new();
        for (index, state) in self.states.get(path).into_iter().flatten().enumerate() {
            // Most often the order is the same, and the first is the one.
            let mut before: VecDeque<_> = std::mem::take(&mut known).into();
            let mut now: Vec<(KpiChanges, &WrittenKpi)> = Vec::new();
            let mut places = Vec::new();
            for kpi in &state.kpis {
                let fresh = KpiChanges { metric: kpi.metric.clone(), days: Vec::new() };
                let same = before.iter().position(|(_, old)| old.metric == kpi.metric);
                places.push(same.is_some());
                now.push(match same.and_then(|at| before.remove(at)) {
                    Some((mut changes, old)) => {
                        if old.target.zip(kpi.target).is_some_and(|(old, new)| old != new) {
                            changes.days.push(state.day);
                        }
                        (changes, kpi)
                    }
                    None => (fresh, kpi),
                });
            }
            // What is left of the old ones was replaced by what is new, in their order.
            let mut left = before.into_iter().filter(|_| index > 0);
            for ((changes, _), was_there) in now.iter_mut().zip(places) {
                if let Some((old, _)) = (!was_there).then(|| left.next()).flatten() {
                    changes.days = old.days;
                    changes.days.push(state.day);
                }
            }
            known = now;
        }
        known.into_iter().map(|(changes, _)| changes).collect()
    }
}

/// The KPIs in a text, read by the syntax and the schema alone.
#[must_use]
pub fn kpis_of_text(text: &str) -> Vec<ItemKpis> {
    let context = AtomContext::default();
    let parse = roadmap_syntax::parse(text);
    let statements: Vec<_> = parse.items().iter().map(|item| Arc::new(lower(&item.tree, &context))).collect();
    kpis_of(&statements)
}

/// The KPIs in statements: items without a name, and what cannot be read, are left out.
#[must_use]
pub fn kpis_of(statements: &[Arc<Hir>]) -> Vec<ItemKpis> {
    let mut found: Vec<ItemKpis> = Vec::new();
    for hir in statements {
        for stmt in hir.stmts.iter().filter(|stmt| stmt.kind() == Kind::Kpi) {
            let (Some(item), Some(kpi)) = (home(hir, stmt), written(hir, stmt)) else { continue };
            match found.last_mut().filter(|last| last.item == item) {
                Some(last) => last.kpis.push(kpi),
                None => found.push(ItemKpis { item, kpis: vec![kpi] }),
            }
        }
    }
    // An item's own KPIs may stand before and behind what is inside it.
    found.sort_by(|one, other| one.item.cmp(&other.item));
    found.dedup_by(|next, first| {
        let same = next.item == first.item;
        if same {
            first.kpis.append(&mut next.kpis);
        }
        same
    });
    found
}

/// The lines of a text that can hold a KPI: as long as they are the same, so are the KPIs.
#[must_use]
pub fn kpi_lines(text: &str) -> String {
    let lines = text.lines().filter(|line| line.contains("kpi"));
    lines.flat_map(|line| [line.trim(), "\n"]).collect()
}

/// The path of what a KPI belongs to; none for a month's and for what has no name.
fn home(hir: &Hir, kpi: &HirStmt) -> Option<SmolStr> {
    let owner = hir.stmt(kpi.parent?)?;
    let name = |stmt: &HirStmt| match &hir.value(stmt, "id")?.value {
        Value::Name(name) => Some(name.clone()),
        _ => None,
    };
    let own = name(owner)?;
    let mut above = owner.parent;
    while let Some(stmt) = above.and_then(|index| hir.stmt(index)) {
        if stmt.kind() == Kind::Phase {
            return Some(format_smolstr!("{}.{own}", name(stmt)?));
        }
        above = stmt.parent;
    }
    Some(own)
}

fn written(hir: &Hir, stmt: &HirStmt) -> Option<WrittenKpi> {
    let metric = match &hir.value(stmt, "metric")?.value {
        Value::Name(name) => name.clone(),
        Value::Path(path) => path.join(".").into(),
        _ => return None,
    };
    let target = match hir.value(stmt, "target").map(|value| &value.value) {
        Some(Value::Target(Target::Bare(to) | Target::Compare(_, to) | Target::Change(_, to))) => {
            Some((*to, None))
        }
        Some(Value::Target(Target::Band(from, to))) => Some((*from, Some(*to))),
        _ => None,
    };
    Some(WrittenKpi { metric, target })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// The KPIs of one goal, by the day of January.
    type Versions<'a> = &'a [(i8, &'a str)];

    /// The metrics that it has in the end, with the days of their changes.
    type Wanted<'a> = &'a [(&'a str, &'a [i8])];

    fn history(versions: &[(i8, &str)]) -> History {
        let mut history = History::new(None);
        for (day, kpis) in versions {
            let text = format!("phase p \"P\" 2026-Q1 {{ goal g \"G\" {{ {kpis} }} }}");
            history.note(date(2026, 1, *day), &kpis_of_text(&text));
        }
        history
    }

    /// The metric and the days of each KPI.
    fn changes(versions: &[(i8, &str)]) -> Vec<(String, Vec<i8>)> {
        let changes = history(versions).changes("p.g");
        changes
            .into_iter()
            .map(|kpi| (kpi.metric.to_string(), kpi.days.iter().map(|day| day.day()).collect()))
            .collect()
    }

    #[test]
    fn items_are_known_by_their_paths() {
        let text = "goal g \"G\" { kpi leads >= 5 }
phase p \"P\" 2026-Q1 {
  kpi orders 9
  month 2026-01 \"M\" { kpi views >= 1 }
  goal h \"H\" { kpi leads 0 -> 5; activity a \"A\" { kpi cpl <= 5k VND; kpi ctr 2%..4% } ; kpi sql >= 2 }
  activity \"no name\" { kpi leads 9 }
  kpi mql 3
}
";
        let found: Vec<_> = kpis_of_text(text)
            .into_iter()
            .map(|found| (found.item, found.kpis.into_iter().map(|kpi| kpi.metric).collect::<Vec<_>>()))
            .map(|(item, metrics)| format!("{item}: {}", metrics.join(" ")))
            .collect();
        assert_eq!(found, ["g: leads", "p: orders mql", "p.a: cpl ctr", "p.h: leads sql"]);
    }

    #[test]
    fn a_change_is_another_target_or_another_metric() {
        let table: &[(Versions<'_>, Wanted<'_>)] = &[
            (&[(1, "kpi leads >= 5"), (2, "kpi leads >= 6"), (3, "kpi leads >= 6")], &[("leads", &[2])]),
            (
                &[(1, "kpi leads 5_000"), (2, "kpi leads 0 -> 5k"), (3, "kpi  leads >= 5000 by 2026-Q1")],
                &[("leads", &[])],
            ),
            (&[(1, "kpi leads 5"), (2, "kpi sql 5"), (3, "kpi sql 6")], &[("sql", &[2, 3])]),
            (&[(1, "kpi leads 5"), (2, "kpi leads 5; kpi sql 2"), (3, "kpi sql 2")], &[("sql", &[])]),
            (
                &[(1, "kpi leads 5; kpi sql 1"), (2, "kpi sql 1; kpi leads 6")],
                &[("sql", &[]), ("leads", &[2])],
            ),
            (&[(1, "kpi leads 5"), (2, "kpi leads 5 000"), (3, "kpi leads 5")], &[("leads", &[])]),
            (&[(1, "kpi leads 2..4"), (2, "kpi leads 2..5")], &[("leads", &[2])]),
            (&[], &[]),
        ];
        for (versions, wanted) in table {
            let wanted: Vec<_> =
                wanted.iter().map(|(metric, days)| ((*metric).to_owned(), days.to_vec())).collect();
            assert_eq!(changes(versions), wanted, "{versions:?}");
        }
    }

    #[test]
    fn of_one_day_only_the_last_version_counts() {
        let versions = [
            (1, "kpi leads 5"),
            (2, "kpi leads 6"),
            (2, "kpi leads 7"),
            (2, "kpi leads 5"),
            (3, "kpi leads 8"),
        ];
        assert_eq!(changes(&versions), [("leads".to_owned(), vec![3])]);
        assert_eq!(changes(&[(1, "kpi leads 5"), (1, "kpi leads 9")]), [("leads".to_owned(), vec![])]);
    }

    #[test]
    fn lines_that_can_hold_a_kpi_are_all_that_matters() {
        let text = "goal g \"G\" {\n  owner lan\n  kpi leads >= 5\n}\n";
        assert_eq!(kpi_lines(text), "kpi leads >= 5\n");
        assert_eq!(kpi_lines(text), kpi_lines(&text.replace("lan", "minh")));
    }
}
