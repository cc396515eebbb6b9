//! The shape of a file: what folds, what a selection grows to, where addresses lead.

use lsp_types::{
    DocumentLink, DocumentLinkParams, FoldingRange, FoldingRangeKind, FoldingRangeParams, SelectionRange,
    SelectionRangeParams, Uri,
};
use roadmap_ide::{self as ide, Fold, FoldKind, LinkTarget};

use crate::requests::Refusal;
use crate::snapshot::{Here, View};
use crate::uri;

pub(super) fn folding(
    view: &View<'_>,
    params: FoldingRangeParams,
) -> Result<Option<Vec<FoldingRange>>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let mut folds = ide::folding_ranges(here.analysis(), here.id);
    if let Some(most) = here.client.most_folds.filter(|most| *most < folds.len()) {
        // Those that hide the most.
        folds.sort_by_key(|fold| std::cmp::Reverse(fold.range.len()));
        folds.truncate(most);
        folds.sort();
    }
    Ok(Some(folds.iter().filter_map(|fold| folding_range(&here, fold)).collect()))
}

fn folding_range(here: &Here<'_>, fold: &Fold) -> Option<FoldingRange> {
    let range = here.range(fold.range);
    let kind = match fold.kind {
        FoldKind::Block | FoldKind::Text => None,
        FoldKind::Comments => Some(FoldingRangeKind::Comment),
        FoldKind::Includes => Some(FoldingRangeKind::Imports),
    };
    let rest = here.file.text.get(fold.range.end as usize..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    // What closes a block stays to be seen where whole lines are folded.
    let stays = here.client.folds_lines && !line.trim().is_empty() && kind.is_none();
    let end_line = range.end.line - u32::from(stays && range.end.line > 0);
    let by_character = !here.client.folds_lines;
    (end_line > range.start.line).then_some(FoldingRange {
        start_line: range.start.line,
        start_character: by_character.then_some(range.start.character),
        end_line,
        end_character: by_character.then_some(range.end.character),
        kind,
        collapsed_text: None,
    })
}

pub(super) fn selection(
    view: &View<'_>,
    params: SelectionRangeParams,
) -> Result<Option<Vec<SelectionRange>>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let ranges = params.positions.into_iter().map(|position| {
        let offset = here.offset(position);
        let outwards = ide::selection_ranges(here.analysis(), here.id, offset);
        let nested = outwards.into_iter().rev().fold(None, |parent: Option<SelectionRange>, range| {
            Some(SelectionRange { range: here.range(range), parent: parent.map(Box::new) })
        });
        // Each place has an answer, be it that nothing is written there.
        nested.unwrap_or_else(|| SelectionRange {
            range: here.range(roadmap_diag::TextRange::empty(offset)),
            parent: None,
        })
    });
    Ok(Some(ranges.collect()))
}

pub(super) fn links(
    view: &View<'_>,
    params: DocumentLinkParams,
) -> Result<Option<Vec<DocumentLink>>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let locale = here.project.locale(here.client);
    let links = ide::links(here.analysis(), here.id).into_iter().filter_map(|link| {
        let target = Some(target(view, &here, &link.target)?);
        let tooltip = here.client.link_tooltips.then(|| link.tooltip(here.analysis(), locale));
        Some(DocumentLink { range: here.range(link.range), target, tooltip, data: None })
    });
    Ok(Some(links.collect()))
}

/// The address of what a link leads to; none where there is no such file.
fn target(view: &View<'_>, here: &Here<'_>, target: &LinkTarget) -> Option<Uri> {
    match target {
        LinkTarget::File(id) => here.other(*id)?.document()?.uri.clone(),
        LinkTarget::Path(path) => {
            let path = here.project.root.join(path);
            view.world.is_file(&path).then(|| uri::uri_of(&path)).flatten()
        }
        LinkTarget::Page(address) => uri::page(address),
    }
}
