//! The mends of findings: each by itself, and all of a file that need no choice.

use roadmap_db::{Analysis, apply_fixes};
use roadmap_diag::{Fix, Message};

use super::place::Here;
use super::{Action, ActionKind, Change};

/// Each mend of each finding that the range touches.
pub(super) fn offer<'a>(here: &Here<'a>, found: &mut Vec<Action<'a>>) {
    let analysis = here.analysis;
    for finding in here.findings() {
        for (index, fix) in finding.fixes.iter().enumerate() {
            let change = move || Some(change(analysis, fix));
            let mut action = Action::new(ActionKind::Mend, fix.title.clone(), change).mends([finding]);
            action.is_preferred = fix.safe && index == 0;
            found.push(action);
        }
    }
}

/// All mends of the file that need no choice, at once.
pub(super) fn offer_all<'a>(here: &Here<'a>, found: &mut Vec<Action<'a>>) {
    let (analysis, id) = (here.analysis, here.id);
    let is_here = move |fix: &&Fix| fix.safe && fix.edits.iter().all(|edit| edit.span.file == id);
    let in_file = analysis.diagnostics.iter().filter(move |finding| finding.span.file == id);
    let fixes: Vec<&Fix> = in_file.filter_map(|finding| finding.fixes.iter().find(is_here)).collect();
    if fixes.is_empty() {
        return;
    }
    let applied = apply_fixes(analysis, fixes.iter().copied());
    let title = Message::new("ide-fix-all").with("count", applied.count);
    let change = move || Some(Change::plain(applied.edits.clone()));
    found.push(Action::new(ActionKind::MendAll, title, change));
}

fn change(analysis: &Analysis, fix: &Fix) -> Change {
    let edits = fix.edits.iter();
    Change::plain(edits.map(|edit| (edit.span.file, analysis.resolve(edit.span), edit.text.clone())))
}
