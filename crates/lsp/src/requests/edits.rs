//! Laying out a file, or a part of it.

use lsp_types::{
    DocumentFormattingParams, DocumentOnTypeFormattingParams, DocumentRangeFormattingParams, TextEdit,
};
use roadmap_ide as ide;

use crate::convert;
use crate::requests::Refusal;
use crate::snapshot::{Here, View};

pub(super) fn format(
    view: &View<'_>,
    params: DocumentFormattingParams,
) -> Result<Option<Vec<TextEdit>>, Refusal> {
    let here = view.file(&params.text_document.uri).filter(is_roadmap);
    Ok(here.map(|here| edits(&here)))
}

/// Statements are laid out whole: those that the range touches.
pub(super) fn format_range(
    view: &View<'_>,
    params: DocumentRangeFormattingParams,
) -> Result<Option<Vec<TextEdit>>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri).filter(is_roadmap) else { return Ok(None) };
    let wanted = here.bytes(params.range);
    let items = here.file.parse.items();
    // The statement that holds the start, and where the one behind the end starts.
    let first = items.iter().rev().find(|item| item.start <= wanted.start).map_or(0, |item| item.start);
    let behind = items.iter().map(|item| item.start).find(|start| *start >= wanted.end.max(first + 1));
    let behind = behind.unwrap_or(u32::MAX);
    let edits = roadmap_fmt::edits(&here.file.parse).into_iter();
    let inside = edits.filter(|(range, _)| range.start >= first && range.start < behind);
    Ok(Some(inside.map(|(range, text)| convert::text_edit(&here, range, &text)).collect()))
}

/// The indentation of the line on which something was typed, and nothing else.
pub(super) fn format_on_type(
    view: &View<'_>,
    params: DocumentOnTypeFormattingParams,
) -> Result<Option<Vec<TextEdit>>, Refusal> {
    let at = params.text_document_position;
    let Some(here) = view.file(&at.text_document.uri).filter(is_roadmap) else { return Ok(None) };
    let offset = here.offset(at.position);
    let edit = params.ch.chars().next().and_then(|c| ide::on_type(here.analysis(), here.id, offset, c));
    Ok(Some(edit.into_iter().map(|(range, text)| convert::text_edit(&here, range, &text)).collect()))
}

fn edits(here: &Here<'_>) -> Vec<TextEdit> {
    let edits = roadmap_fmt::edits(&here.file.parse).into_iter();
    edits.map(|(range, text)| convert::text_edit(here, range, &text)).collect()
}

/// Whether it is a roadmap, and can be read: settings are laid out by others.
fn is_roadmap(here: &Here<'_>) -> bool {
    here.file.is_text && (here.id.0 as usize) < here.analysis().source_files
}
