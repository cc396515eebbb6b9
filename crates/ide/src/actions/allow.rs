//! `# allow(rule): reason` above the statement that a finding is about.

use std::collections::BTreeMap;

use roadmap_diag::{Diagnostic, Message, TextRange};

use super::place::{At, Here};
use super::{Action, ActionKind, Change, Replacement};

/// For each finding that may be allowed: the comment that does. Its reason is left to be written, and asked for by the
/// checker until it is.
pub(super) fn offer<'a>(here: &Here<'a>, found: &mut Vec<Action<'a>>) {
    let mut offered: BTreeMap<(&str, u32, u32), Vec<&Diagnostic>> = BTreeMap::new();
    let mut order = Vec::new();
    for finding in here.findings().filter(|finding| finding.code.suppressible()) {
        let Some(at) = covered(here, finding) else { continue };
        let key = (finding.code.as_str(), at.item.0, at.index);
        let findings = offered.entry(key).or_insert_with(|| {
            order.push((key, at));
            Vec::new()
        });
        findings.push(finding);
    }
    for (key, at) in order {
        let (rule, ..) = key;
        let title = Message::new("ide-allow").with("rule", rule);
        let mends = offered.remove(&key).unwrap_or_default();
        found.push(Action::new(ActionKind::Mend, title, move || change(at, rule)).mends(mends));
    }
}

/// The innermost statement around a finding that has a line above it for a comment.
fn covered<'a>(here: &Here<'a>, finding: &Diagnostic) -> Option<At<'a>> {
    At::innermost(here.analysis, finding.span, |at| at.line().is_some())
}

fn change(at: At<'_>, rule: &str) -> Option<Change> {
    // One that is there already covers another rule as well.
    let comments = at.hir.allows.iter().filter(|allow| allow.stmt == at.index);
    if let Some((_, last)) = comments.filter_map(|allow| allow.names.last()).next_back() {
        let behind = TextRange::empty(at.in_file(*last).end);
        return Some(Change::plain([(at.id, behind, format!(", {rule}"))]));
    }
    let (line, blanks) = at.line()?;
    let newline = if at.file.text.contains("\r\n") { "\r\n" } else { "\n" };
    let replacement = Replacement {
        file: at.id,
        range: TextRange::empty(line),
        text: format!("{blanks}# allow({rule}):{newline}"),
        snippet: Some(format!("{blanks}# allow({rule}): $0{newline}")),
    };
    Some(Change { files: Vec::new(), edits: vec![replacement] })
}
