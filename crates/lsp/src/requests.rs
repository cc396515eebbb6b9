//! What can be asked: a table of methods, each answered by a function of what is known at that moment.
//!
//! To answer another method, write its function (a [`View`] and the method's parameters in, its result out) and add a line
//! to [`table`]; what the server offers for it goes into `capabilities.rs`.

pub(crate) mod actions;
mod edits;
mod names;
mod pages;
mod plan;
mod structure;
mod symbols;
pub(crate) mod tokens;
mod writing;

use lsp_server::{ErrorCode, ResponseError};
use lsp_types::request::{self as method, Request};
use roadmap_diag::Message;
use serde_json::Value;

use crate::diagnostics;
use crate::protocol as own;
use crate::snapshot::{Here, View};

/// Why something is not answered, for the person who asked.
#[derive(Debug)]
pub(crate) struct Refusal {
    code: ErrorCode,
    reason: String,
}

impl Refusal {
    pub(crate) fn new(here: &Here<'_>, message: &Message) -> Self {
        Self { code: ErrorCode::RequestFailed, reason: here.say(message) }
    }

    /// What is asked about is no longer there: the editor may ask anew.
    pub(crate) fn outdated() -> Self {
        Self { code: ErrorCode::ContentModified, reason: "the text has changed since".to_owned() }
    }

    pub(crate) fn because(reason: String) -> Self {
        Self { code: ErrorCode::RequestFailed, reason }
    }
}

/// What becomes of a question that waits while the text changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum OnEdit {
    /// The editor asks again by itself: nobody needs the old answer.
    Drop,
    /// Somebody asked once: it is answered.
    Keep,
}

/// How a question is answered: parameters in, a result or an error out.
type Answer = dyn Fn(&View<'_>, Value) -> Result<Value, ResponseError>;

/// A method and its answer.
pub(crate) struct Row {
    pub(crate) method: &'static str,
    pub(crate) on_edit: OnEdit,
    pub(crate) answer: Box<Answer>,
}

/// Everything that can be asked.
pub(crate) fn table() -> Vec<Row> {
    use OnEdit::{Drop, Keep};
    vec![
        row::<method::DocumentDiagnosticRequest>(Drop, diagnostics::pull),
        row::<method::WorkspaceDiagnosticRequest>(Drop, diagnostics::pull_all),
        row::<method::GotoDefinition>(Keep, names::definition),
        row::<method::References>(Keep, names::references),
        row::<method::DocumentHighlightRequest>(Drop, names::highlight),
        row::<method::PrepareRenameRequest>(Keep, names::prepare_rename),
        row::<method::Rename>(Keep, names::rename),
        row::<method::DocumentSymbolRequest>(Drop, symbols::of_document),
        row::<method::WorkspaceSymbolRequest>(Keep, symbols::of_workspace),
        row::<method::Formatting>(Keep, edits::format),
        row::<method::RangeFormatting>(Keep, edits::format_range),
        row::<method::OnTypeFormatting>(Drop, edits::format_on_type),
        row::<method::FoldingRangeRequest>(Drop, structure::folding),
        row::<method::SelectionRangeRequest>(Keep, structure::selection),
        row::<method::DocumentLinkRequest>(Drop, structure::links),
        row::<method::SemanticTokensFullRequest>(Drop, tokens::full),
        row::<method::SemanticTokensFullDeltaRequest>(Drop, tokens::delta),
        row::<method::SemanticTokensRangeRequest>(Drop, tokens::range),
        row::<actions::CodeActions>(Drop, actions::code_actions),
        row::<actions::ResolveCodeAction>(Keep, actions::resolve),
        row::<method::Completion>(Drop, writing::completion),
        row::<method::ResolveCompletionItem>(Keep, writing::resolve),
        row::<method::HoverRequest>(Keep, writing::hover),
        row::<method::InlayHintRequest>(Drop, writing::inlay_hints),
        row::<method::CodeLensRequest>(Drop, writing::lenses),
        row::<own::PreviewRequest>(Drop, plan::preview),
        row::<own::PlanRequest>(Drop, plan::tree),
        row::<own::OverviewRequest>(Drop, plan::overview),
        row::<own::StatusRequest>(Keep, plan::status),
        row::<own::ExplainRequest>(Keep, pages::explain),
        row::<own::RulesRequest>(Keep, pages::rules),
        #[cfg(test)]
        row::<crate::tests::Panics>(Keep, |_, ()| panic!("as the test wishes")),
    ]
}

/// The methods that are the server's own.
pub(crate) fn own_methods() -> Vec<&'static str> {
    table().iter().map(|row| row.method).filter(|method| method.starts_with("roadmap/")).collect()
}

fn row<R: Request>(
    on_edit: OnEdit,
    answer: impl Fn(&View<'_>, R::Params) -> Result<R::Result, Refusal> + 'static,
) -> Row {
    let answer = move |view: &View<'_>, params: Value| {
        let params = serde_json::from_value(params)
            .map_err(|fault| error(ErrorCode::InvalidParams, format!("{}: {fault}", R::METHOD)))?;
        let result = answer(view, params).map_err(|Refusal { code, reason }| error(code, reason))?;
        serde_json::to_value(result).map_err(|fault| error(ErrorCode::InternalError, fault.to_string()))
    };
    Row { method: R::METHOD, on_edit, answer: Box::new(answer) }
}

pub(crate) fn error(code: ErrorCode, message: String) -> ResponseError {
    ResponseError { code: code as i32, message, data: None }
}
