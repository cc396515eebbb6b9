//! What a file consists of, and everything by name.

use lsp_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, SymbolInformation, WorkspaceSymbolParams,
    WorkspaceSymbolResponse,
};
use roadmap_ide as ide;

use crate::convert;
use crate::requests::Refusal;
use crate::snapshot::{Here, View};

/// How many symbols of a project are listed: more than anybody reads.
const MOST: usize = 200;

pub(super) fn of_document(
    view: &View<'_>,
    params: DocumentSymbolParams,
) -> Result<Option<DocumentSymbolResponse>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let symbols = ide::document_symbols(here.analysis(), here.id);
    if here.client.nests_symbols {
        let nested = symbols.into_iter().map(|symbol| nested(&here, symbol)).collect();
        return Ok(Some(DocumentSymbolResponse::Nested(nested)));
    }
    let mut flat = Vec::new();
    flatten(&here, symbols, None, &mut flat);
    Ok(Some(DocumentSymbolResponse::Flat(flat)))
}

// The protocol has a field that it no longer wants, and that has to be filled.
#[allow(deprecated)]
fn nested(here: &Here<'_>, symbol: ide::Symbol) -> DocumentSymbol {
    let children: Vec<_> = symbol.children.into_iter().map(|child| nested(here, child)).collect();
    DocumentSymbol {
        name: symbol.name,
        detail: symbol.detail,
        kind: convert::symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: here.range(symbol.range),
        selection_range: here.range(symbol.selection),
        children: (!children.is_empty()).then_some(children),
    }
}

#[allow(deprecated)]
fn flatten(
    here: &Here<'_>,
    symbols: Vec<ide::Symbol>,
    inside: Option<&str>,
    flat: &mut Vec<SymbolInformation>,
) {
    for symbol in symbols {
        if let Some(location) = here.location(here.id, symbol.range) {
            flat.push(SymbolInformation {
                name: symbol.name.clone(),
                kind: convert::symbol_kind(symbol.kind),
                tags: None,
                deprecated: None,
                location,
                container_name: inside.map(str::to_owned),
            });
        }
        flatten(here, symbol.children, Some(&symbol.name), flat);
    }
}

#[allow(deprecated)]
pub(super) fn of_workspace(
    view: &View<'_>,
    params: WorkspaceSymbolParams,
) -> Result<Option<WorkspaceSymbolResponse>, Refusal> {
    let mut found = Vec::new();
    for project in view.projects {
        for symbol in ide::workspace_symbols(&project.analysis, &params.query, MOST) {
            let Some(here) = Here::new(view.client, project, symbol.location.file) else { continue };
            let Some(location) = here.location(symbol.location.file, symbol.location.range) else { continue };
            found.push(SymbolInformation {
                name: symbol.name,
                kind: convert::symbol_kind(symbol.kind),
                tags: None,
                deprecated: None,
                location,
                container_name: Some(symbol.path),
            });
        }
    }
    Ok(Some(WorkspaceSymbolResponse::Flat(found)))
}
