//! The mends of findings, as the editor's quick fixes.

use lsp_types::{CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse};
use roadmap_db::apply_fixes;
use roadmap_diag::{Fix, Message, TextRange};

use crate::convert;
use crate::diagnostics::diagnostic;
use crate::requests::Refusal;
use crate::snapshot::{Here, View};

pub(super) fn code_actions(
    view: &View<'_>,
    params: CodeActionParams,
) -> Result<Option<CodeActionResponse>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let only = params.context.only.as_deref();
    let wants =
        |kind: &CodeActionKind| only.is_none_or(|only| only.iter().any(|wanted| includes(wanted, kind)));
    let mut actions = Vec::new();
    if wants(&CodeActionKind::QUICKFIX) {
        quick_fixes(&here, here.bytes(params.range), &mut actions);
    }
    if wants(&CodeActionKind::SOURCE_FIX_ALL) {
        actions.extend(fix_all(&here));
    }
    Ok(Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect()))
}

/// `source` includes `source.fixAll`.
fn includes(wanted: &CodeActionKind, kind: &CodeActionKind) -> bool {
    let (wanted, kind) = (wanted.as_str(), kind.as_str());
    wanted.is_empty()
        || kind.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Each mend of each finding that the range touches.
fn quick_fixes(here: &Here<'_>, range: TextRange, actions: &mut Vec<CodeAction>) {
    let analysis = here.analysis();
    let near = |place: TextRange| place.start <= range.end && range.start <= place.end;
    for finding in here.findings().iter().filter(|finding| near(analysis.resolve(finding.span))) {
        for (index, fix) in finding.fixes.iter().enumerate() {
            let edits = fix.edits.iter();
            let edits = edits.map(|edit| (edit.span.file, analysis.resolve(edit.span), edit.text.as_str()));
            let Some(edit) = convert::workspace_edit(here, edits) else { continue };
            actions.push(CodeAction {
                title: here.say(&fix.title),
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics: Some(vec![diagnostic(here, finding)]),
                edit: Some(edit),
                is_preferred: (fix.safe && index == 0).then_some(true),
                ..CodeAction::default()
            });
        }
    }
}

/// All mends of the file that need no choice, at once.
fn fix_all(here: &Here<'_>) -> Option<CodeAction> {
    let analysis = here.analysis();
    let is_here = |fix: &&Fix| fix.safe && fix.edits.iter().all(|edit| edit.span.file == here.id);
    let fixes = here.findings().iter().filter_map(|finding| finding.fixes.iter().find(is_here));
    let applied = apply_fixes(analysis, fixes);
    let (range, text) = difference(&here.file.text, applied.texts.get(&here.id)?);
    let edit = convert::workspace_edit(here, std::iter::once((here.id, range, text)))?;
    Some(CodeAction {
        title: here.say(&Message::new("ide-fix-all").with("count", applied.count)),
        kind: Some(CodeActionKind::SOURCE_FIX_ALL),
        edit: Some(edit),
        ..CodeAction::default()
    })
}

/// The smallest single replacement that makes `after` of `before`.
fn difference<'t>(before: &str, after: &'t str) -> (TextRange, &'t str) {
    let same = |(one, other): &(char, char)| one == other;
    let front: usize = before.chars().zip(after.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (old, new) = (before.get(front..).unwrap_or_default(), after.get(front..).unwrap_or_default());
    let back: usize =
        old.chars().rev().zip(new.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let range = TextRange::new(offset(front), offset(before.len() - back));
    (range, new.get(..new.len() - back).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_replacement_makes_the_difference() {
        for (before, after) in [("abcd", "abXd"), ("aa", "aaa"), ("đa", "đb"), ("", "x"), ("x", "")] {
            let (range, text) = difference(before, after);
            let mut result = before.to_owned();
            result.replace_range(range.as_range(), text);
            assert_eq!(result, after);
        }
    }

    #[test]
    fn a_kind_includes_those_below_it() {
        let kind = |kind: &'static str| CodeActionKind::from(kind);
        assert!(includes(&kind("source"), &CodeActionKind::SOURCE_FIX_ALL));
        assert!(includes(&kind(""), &CodeActionKind::QUICKFIX));
        assert!(!includes(&kind("source.fixAllOfThem"), &CodeActionKind::SOURCE_FIX_ALL));
        assert!(!includes(&kind("refactor"), &CodeActionKind::QUICKFIX));
    }
}
