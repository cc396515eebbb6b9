//! Where a name leads, where it stands, and giving it another.

use lsp_types::{
    DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams, GotoDefinitionParams,
    GotoDefinitionResponse, Location, PrepareRenameResponse, ReferenceParams, RenameParams,
    TextDocumentPositionParams, WorkspaceEdit,
};
use roadmap_ide as ide;

use crate::convert;
use crate::requests::Refusal;
use crate::snapshot::{Here, View};

pub(super) fn definition(
    view: &View<'_>,
    params: GotoDefinitionParams,
) -> Result<Option<GotoDefinitionResponse>, Refusal> {
    let Some((here, offset)) = place(view, &params.text_document_position_params) else { return Ok(None) };
    let found = ide::definition(here.analysis(), here.id, offset);
    let location = found.and_then(|found| here.location(found.file, found.range));
    Ok(location.map(GotoDefinitionResponse::Scalar))
}

pub(super) fn references(view: &View<'_>, params: ReferenceParams) -> Result<Option<Vec<Location>>, Refusal> {
    let Some((here, offset)) = place(view, &params.text_document_position) else { return Ok(None) };
    let found = ide::references(here.analysis(), here.id, offset, params.context.include_declaration);
    Ok(Some(found.into_iter().filter_map(|found| here.location(found.file, found.range)).collect()))
}

pub(super) fn highlight(
    view: &View<'_>,
    params: DocumentHighlightParams,
) -> Result<Option<Vec<DocumentHighlight>>, Refusal> {
    let Some((here, offset)) = place(view, &params.text_document_position_params) else { return Ok(None) };
    let found = ide::highlight(here.analysis(), here.id, offset).into_iter().map(|(range, declares)| {
        let kind = if declares { DocumentHighlightKind::WRITE } else { DocumentHighlightKind::READ };
        DocumentHighlight { range: here.range(range), kind: Some(kind) }
    });
    Ok(Some(found.collect()))
}

pub(super) fn prepare_rename(
    view: &View<'_>,
    params: TextDocumentPositionParams,
) -> Result<Option<PrepareRenameResponse>, Refusal> {
    let Some((here, offset)) = place(view, &params) else { return Ok(None) };
    let (range, name) = ide::prepare_rename(here.analysis(), here.id, offset)
        .map_err(|error| Refusal::new(&here, &error.message()))?;
    let range = here.range(range);
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: name.to_string() }))
}

pub(super) fn rename(view: &View<'_>, params: RenameParams) -> Result<Option<WorkspaceEdit>, Refusal> {
    let Some((here, offset)) = place(view, &params.text_document_position) else { return Ok(None) };
    let renaming = ide::rename(here.analysis(), here.id, offset, &params.new_name)
        .map_err(|error| Refusal::new(&here, &error.message()))?;
    let edits = renaming.edits.iter().map(|(file, range, text)| (*file, *range, text.as_str()));
    Ok(convert::workspace_edit(&here, edits))
}

/// The file that is asked about, and the byte there.
fn place<'a>(view: &View<'a>, params: &TextDocumentPositionParams) -> Option<(Here<'a>, u32)> {
    let here = view.file(&params.text_document.uri)?;
    Some((here, here.offset(params.position)))
}
