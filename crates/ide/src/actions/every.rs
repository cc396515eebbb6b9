//! A mend for every finding of its kind, in the file or in the whole plan.

use std::collections::BTreeSet;

use roadmap_db::{Analysis, apply_fixes};
use roadmap_diag::{Diagnostic, FileId, Fix, Message};

use super::place::Here;
use super::{Action, ActionKind, Change};

/// Fixes of one kind: the same rule, the same place among a finding's fixes, the same sort of sentence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Sort<'a> {
    code: &'a str,
    index: usize,
    title: &'static str,
}

impl Sort<'_> {
    /// The fix of this kind that a finding has.
    fn fix_of<'a>(&self, finding: &'a Diagnostic) -> Option<&'a Fix> {
        let fix = finding.fixes.get(self.index).filter(|fix| fix.title.id == self.title)?;
        (finding.code.as_str() == self.code).then_some(fix)
    }
}

/// For each mend of a finding that the range touches: the same mend wherever there is such a finding.
pub(super) fn offer<'a>(here: &Here<'a>, found: &mut Vec<Action<'a>>) {
    let (analysis, id) = (here.analysis, here.id);
    let mut seen = BTreeSet::new();
    for finding in here.findings() {
        for (index, fix) in finding.fixes.iter().enumerate() {
            let sort = Sort { code: finding.code.as_str(), index, title: fix.title.id };
            if !seen.insert(sort) {
                continue;
            }
            let in_plan = all(analysis, sort, None).count();
            let in_file = all(analysis, sort, Some(id)).count();
            let mut add = |words: &'static str, count: usize, only: Option<FileId>| {
                let title = Message::new(words).with("fix", fix.title.clone()).with("count", count);
                let change =
                    move || Some(Change::plain(apply_fixes(analysis, all(analysis, sort, only)).edits));
                let mends = here.findings().filter(|finding| sort.fix_of(finding).is_some());
                found.push(Action::new(ActionKind::Mend, title, change).mends(mends));
            };
            if in_file > 1 {
                add("ide-fix-every.file", in_file, Some(id));
            }
            if in_plan > in_file {
                add("ide-fix-every.plan", in_plan, None);
            }
        }
    }
}

/// The findings with a fix of this kind, in one file or in all.
fn all<'a>(analysis: &'a Analysis, sort: Sort<'a>, only: Option<FileId>) -> impl Iterator<Item = &'a Fix> {
    let findings = analysis.diagnostics.iter();
    let wanted = findings.filter(move |finding| only.is_none_or(|file| finding.span.file == file));
    wanted.filter_map(move |finding| sort.fix_of(finding))
}
