//! What can be done to the text, as the editor's code actions.

use lsp_types::request::{CodeActionRequest, CodeActionResolveRequest, Request};
use lsp_types::{
    CodeAction, CodeActionDisabled, CodeActionKind, CodeActionParams, CodeActionTriggerKind, Uri,
};
use roadmap_diag::TextRange;
use roadmap_ide::{self as ide, ActionKind};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::convert;
use crate::diagnostics::diagnostic;
use crate::requests::Refusal;
use crate::snapshot::{Here, View};

/// `textDocument/codeAction`, whose edits may have places to fill in, of which the types of the protocol do not know yet.
pub(crate) enum CodeActions {}

impl Request for CodeActions {
    type Params = CodeActionParams;
    type Result = Option<Vec<Value>>;
    const METHOD: &'static str = CodeActionRequest::METHOD;
}

/// `codeAction/resolve`, of the same kind.
pub(crate) enum ResolveCodeAction {}

impl Request for ResolveCodeAction {
    type Params = CodeAction;
    type Result = Value;
    const METHOD: &'static str = CodeActionResolveRequest::METHOD;
}

/// What an action carries until the editor asks for its edit: enough to find it again.
#[derive(Serialize, Deserialize)]
struct Data {
    uri: Uri,
    /// Bytes.
    start: u32,
    end: u32,
    /// Its number among those of its kind.
    number: usize,
}

pub(super) fn code_actions(view: &View<'_>, params: CodeActionParams) -> Result<Option<Vec<Value>>, Refusal> {
    let uri = params.text_document.uri;
    let Some(here) = view.file(&uri) else { return Ok(None) };
    let range = here.bytes(params.range);
    let only = params.context.only.as_deref().filter(|only| !only.is_empty());
    // What is for a whole file is shown where somebody asks for it, not beside every cursor.
    let is_asked = params.context.trigger_kind != Some(CodeActionTriggerKind::AUTOMATIC);
    let wants = |kind: ActionKind| {
        let of_file = matches!(kind, ActionKind::MendAll | ActionKind::SortAll);
        match only {
            Some(only) => only.iter().any(|wanted| includes(wanted, &kind_of(kind))),
            None => is_asked || !of_file,
        }
    };
    let actions = found(view, &here, range, &wants);
    let mut answer = Vec::new();
    for (index, action) in actions.iter().enumerate() {
        let number = actions.iter().take(index).filter(|other| other.kind == action.kind).count();
        let data = Data { uri: uri.clone(), start: range.start, end: range.end, number };
        answer.extend(code_action(view, &here, action, data));
    }
    Ok(Some(answer))
}

/// The action with its edit, worked out of the text as it is now.
pub(super) fn resolve(view: &View<'_>, action: CodeAction) -> Result<Value, Refusal> {
    let as_it_is = |action: &CodeAction| serde_json::to_value(action).unwrap_or_default();
    let data = action.data.clone().and_then(|data| serde_json::from_value::<Data>(data).ok());
    let Some(data) = data else { return Ok(as_it_is(&action)) };
    let Some(here) = view.file(&data.uri) else { return Err(Refusal::outdated()) };
    let wants = |kind: ActionKind| action.kind.as_ref() == Some(&kind_of(kind));
    let range = TextRange::new(data.start, data.end.max(data.start));
    let actions = found(view, &here, range, &wants);
    let same = actions.get(data.number).filter(|same| here.say(&same.title) == action.title);
    // Another action may have that number in a text that has changed since.
    let change = same.and_then(ide::Action::change).ok_or_else(Refusal::outdated)?;
    let edit = convert::change(view, &here, &change).ok_or_else(Refusal::outdated)?;
    let mut value = as_it_is(&action);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("edit".to_owned(), edit);
    }
    Ok(value)
}

fn found<'a>(
    view: &View<'a>,
    here: &Here<'a>,
    range: TextRange,
    wants: &dyn Fn(ActionKind) -> bool,
) -> Vec<ide::Action<'a>> {
    // What was never saved lies nowhere, and nothing can lie beside it.
    let root = &here.project.root;
    let creates_files = here.client.creates_files && root.is_absolute();
    let is_taken = |path: &str| (view.is_taken)(&root.join(path));
    let is_taken: Option<&dyn Fn(&str) -> bool> = if creates_files { Some(&is_taken) } else { None };
    ide::actions(here.analysis(), &ide::Ask { file: here.id, range, wants, is_taken })
}

/// An action as the editor understands it; none where it could do nothing with it.
fn code_action(view: &View<'_>, here: &Here<'_>, action: &ide::Action<'_>, data: Data) -> Option<Value> {
    let mends: Vec<_> = action.mends.iter().map(|finding| diagnostic(here, finding)).collect();
    let mut answer = CodeAction {
        title: here.say(&action.title),
        kind: Some(kind_of(action.kind)),
        diagnostics: (!mends.is_empty()).then_some(mends),
        is_preferred: action.is_preferred.then_some(true),
        ..CodeAction::default()
    };
    if let Some(reason) = &action.refused {
        answer.disabled = Some(CodeActionDisabled { reason: here.say(reason) });
        return here.client.shows_refusals.then(|| serde_json::to_value(answer).ok()).flatten();
    }
    if here.client.resolves_edits {
        answer.data = serde_json::to_value(data).ok();
        return serde_json::to_value(answer).ok();
    }
    let edit = convert::change(view, here, &action.change()?)?;
    let mut value = serde_json::to_value(answer).ok()?;
    value.as_object_mut()?.insert("edit".to_owned(), edit);
    Some(value)
}

/// What the protocol calls a kind.
pub(crate) fn kind_of(kind: ActionKind) -> CodeActionKind {
    match kind {
        ActionKind::Mend => CodeActionKind::QUICKFIX,
        ActionKind::Extract => CodeActionKind::REFACTOR_EXTRACT,
        ActionKind::Rewrite => CodeActionKind::REFACTOR_REWRITE,
        ActionKind::MendAll => CodeActionKind::new("source.fixAll.roadmap"),
        ActionKind::SortAll => CodeActionKind::new("source.sortProperties.roadmap"),
    }
}

/// `source` includes `source.fixAll`.
fn includes(wanted: &CodeActionKind, kind: &CodeActionKind) -> bool {
    let (wanted, kind) = (wanted.as_str(), kind.as_str());
    wanted.is_empty()
        || kind.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_includes_those_below_it() {
        let kind = |kind: &'static str| CodeActionKind::from(kind);
        assert!(includes(&kind("source"), &CodeActionKind::SOURCE_FIX_ALL));
        assert!(includes(&kind("source.fixAll"), &kind_of(ActionKind::MendAll)));
        assert!(includes(&kind(""), &CodeActionKind::QUICKFIX));
        assert!(!includes(&kind("source.fixAllOfThem"), &CodeActionKind::SOURCE_FIX_ALL));
        assert!(!includes(&kind("refactor"), &CodeActionKind::QUICKFIX));
    }
}
