//! What is the same thing in both versions.
//!
//! In this order: the same qualified identifier; the same identifier in another phase; the same title; the same owner, days and
//! targets in the same phase. Each but the first only where it leaves no choice on either side, so that turning the two versions
//! around pairs the same.

use std::collections::BTreeMap;

use roadmap_api::ItemKind;

use crate::row::Row;

/// Rows of both versions by their places in the lists.
pub(crate) struct Pairs {
    /// In the order of the rows after.
    both: Vec<(usize, usize)>,
    old: Vec<usize>,
    new: Vec<usize>,
    /// Identifiers that are others now, whatever they name.
    pub(crate) renamed: BTreeMap<String, String>,
}

/// What becomes of several on one side that share what is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alike {
    /// They are paired in their order: a name that is taken twice, two reviews of one day.
    InOrder,
    /// None is paired: which one is meant cannot be told.
    Alone,
}

/// What two rows must share to be one thing.
type Key<'r> = Box<dyn Fn(&Row<'_>) -> Option<String> + 'r>;

impl Pairs {
    /// The pairs of `old` and `new`.
    pub(crate) fn of(old: &[Row<'_>], new: &[Row<'_>]) -> Self {
        let mut pairs = Self {
            both: Vec::new(),
            old: (0..old.len()).collect(),
            new: (0..new.len()).collect(),
            renamed: BTreeMap::new(),
        };
        pairs.match_by(old, new, Alike::InOrder, &|row| Some(format!("{:?} {}", row.kind, row.id)));
        pairs.match_by(old, new, Alike::Alone, &|row| {
            is_work(row).then(|| format!("{:?} {}", row.kind, row.own_id()))
        });
        pairs.match_by(old, new, Alike::Alone, &|row| {
            let title = row.title.trim().to_lowercase();
            (!title.is_empty() && row.kind != ItemKind::Review).then(|| format!("{:?} {title}", row.kind))
        });
        // A phase that has another name now is paired by now: what stands in it is told by the new one.
        pairs.note_renamed(old, new);
        let renamed = pairs.renamed.clone();
        let by_content: Key<'_> = Box::new(move |row| {
            let phase = row.phase().map(|phase| renamed.get(phase).map_or(phase, String::as_str));
            let has_days = row.days.end.is_some() || row.days.deadline.is_some();
            let targets: Vec<_> = row.kpis.iter().map(|kpi| (&kpi.metric, &kpi.text, &kpi.by)).collect();
            let is_telling = is_work(row) && row.owner.is_some() && (has_days || !targets.is_empty());
            let days = (row.days.start, row.days.end, row.days.deadline);
            is_telling.then(|| format!("{:?} {phase:?} {:?} {days:?} {targets:?}", row.kind, row.owner))
        });
        pairs.match_by(old, new, Alike::Alone, &*by_content);
        pairs.note_renamed(old, new);
        pairs.both.sort_by_key(|(_, new)| *new);
        pairs
    }

    /// Pairs those that are left and share what `key` gives.
    fn match_by(
        &mut self,
        old: &[Row<'_>],
        new: &[Row<'_>],
        alike: Alike,
        key: &dyn Fn(&Row<'_>) -> Option<String>,
    ) {
        let by_key = |rows: &[Row<'_>], left: &[usize]| {
            let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for index in left {
                if let Some(key) = rows.get(*index).and_then(key) {
                    found.entry(key).or_default().push(*index);
                }
            }
            found
        };
        let ours = by_key(old, &self.old);
        let theirs = by_key(new, &self.new);
        let mut paired = Vec::new();
        for (key, ours) in ours {
            let theirs = theirs.get(&key).map_or(&[][..], Vec::as_slice);
            if alike == Alike::InOrder || (ours.len() == 1 && theirs.len() == 1) {
                paired.extend(ours.into_iter().zip(theirs.iter().copied()));
            }
        }
        let gone: std::collections::BTreeSet<usize> = paired.iter().map(|(old, _)| *old).collect();
        let come: std::collections::BTreeSet<usize> = paired.iter().map(|(_, new)| *new).collect();
        self.old.retain(|index| !gone.contains(index));
        self.new.retain(|index| !come.contains(index));
        self.both.extend(paired);
    }

    fn note_renamed(&mut self, old: &[Row<'_>], new: &[Row<'_>]) {
        let named = self.both.iter().filter_map(|(a, b)| Some((old.get(*a)?.id, new.get(*b)?.id)));
        self.renamed = named
            .filter(|(old, new)| old != new)
            .map(|(old, new)| (old.to_owned(), new.to_owned()))
            .collect();
    }

    /// What is in both.
    pub(crate) fn both<'r, 'a>(
        &'r self,
        old: &'r [Row<'a>],
        new: &'r [Row<'a>],
    ) -> impl Iterator<Item = (&'r Row<'a>, &'r Row<'a>)> {
        self.both.iter().filter_map(|(a, b)| Some((old.get(*a)?, new.get(*b)?)))
    }

    /// What is before alone.
    pub(crate) fn only_old<'r, 'a>(&'r self, old: &'r [Row<'a>]) -> impl Iterator<Item = &'r Row<'a>> {
        self.old.iter().filter_map(|index| old.get(*index))
    }

    /// What is after alone.
    pub(crate) fn only_new<'r, 'a>(&'r self, new: &'r [Row<'a>]) -> impl Iterator<Item = &'r Row<'a>> {
        self.new.iter().filter_map(|index| new.get(*index))
    }

    /// What an identifier before is after.
    pub(crate) fn now<'r>(&'r self, id: &'r str) -> &'r str {
        self.renamed.get(id).map_or(id, String::as_str)
    }
}

/// Whether it is in the namespace of work, where an identifier is looked up by its last part.
fn is_work(row: &Row<'_>) -> bool {
    matches!(
        row.kind,
        ItemKind::Goal | ItemKind::Activity | ItemKind::Launch | ItemKind::Script | ItemKind::Milestone
    )
}
