//! What helps while somebody writes: what may come next, what a word means, and what follows from what is written.

use lsp_types::{
    CodeLens, CodeLensParams, Command, CompletionItem, CompletionItemKind, CompletionList, CompletionParams,
    CompletionResponse, CompletionTextEdit, Documentation, Hover, HoverContents, HoverParams, InlayHint,
    InlayHintLabel, InlayHintParams, InsertTextFormat, MarkupContent, MarkupKind, TextEdit, Uri,
};
use roadmap_ide as ide;
use serde::{Deserialize, Serialize};

use crate::requests::Refusal;
use crate::snapshot::View;

/// What an item carries until the editor asks for more about it.
#[derive(Serialize, Deserialize)]
struct Data {
    uri: Uri,
    item: String,
}

pub(super) fn completion(
    view: &View<'_>,
    params: CompletionParams,
) -> Result<Option<CompletionResponse>, Refusal> {
    let at = params.text_document_position;
    let Some(here) = view.file(&at.text_document.uri) else { return Ok(None) };
    let offset = here.offset(at.position);
    let locale = here.project.locale(here.client);
    let items = match ide::path_at(here.analysis(), here.id, offset) {
        Some(path) => path.items(&view.world.entries(&here.project.root.join(&path.folder))),
        None => ide::complete(here.analysis(), here.id, offset, locale),
    };
    let items = items.into_iter().map(|item| {
        let snippet = item.snippet.filter(|_| here.client.snippets);
        let format = snippet.is_some().then_some(InsertTextFormat::SNIPPET);
        let new_text = snippet.unwrap_or(item.insert);
        let data = item.data.map(|item| Data { uri: at.text_document.uri.clone(), item });
        // More is worth offering right behind it; only VS Code has a command for that, and others pass it by.
        let command = item
            .continues
            .then(|| Command::new("Suggest".to_owned(), "editor.action.triggerSuggest".to_owned(), None));
        CompletionItem {
            label: item.label,
            kind: Some(item_kind(item.kind)),
            detail: item.detail,
            filter_text: Some(item.filter),
            sort_text: Some(item.sort),
            insert_text_format: format,
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range: here.range(item.range), new_text })),
            command: command.filter(|_| here.client.suggests),
            data: data.and_then(|data| serde_json::to_value(data).ok()),
            ..CompletionItem::default()
        }
    });
    // What fits is chosen here, by letters without their accents: an editor that went on filtering would lose it.
    Ok(Some(CompletionResponse::List(CompletionList { is_incomplete: true, items: items.collect() })))
}

pub(super) fn resolve(view: &View<'_>, mut item: CompletionItem) -> Result<CompletionItem, Refusal> {
    let data = item.data.clone().and_then(|data| serde_json::from_value::<Data>(data).ok());
    if let Some(data) = data
        && let Some(here) = view.file(&data.uri)
    {
        let text = ide::resolve(here.analysis(), &data.item, here.project.locale(here.client));
        item.documentation = text.map(|text| Documentation::MarkupContent(markdown(text)));
    }
    Ok(item)
}

pub(super) fn hover(view: &View<'_>, params: HoverParams) -> Result<Option<Hover>, Refusal> {
    let at = params.text_document_position_params;
    let Some(here) = view.file(&at.text_document.uri) else { return Ok(None) };
    let offset = here.offset(at.position);
    let hover = ide::hover(here.analysis(), here.id, offset, here.project.locale(here.client));
    Ok(hover.map(|hover| Hover {
        contents: HoverContents::Markup(markdown(hover.text)),
        range: Some(here.range(hover.range)),
    }))
}

pub(super) fn inlay_hints(
    view: &View<'_>,
    params: InlayHintParams,
) -> Result<Option<Vec<InlayHint>>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let range = here.bytes(params.range);
    let locale = here.project.locale(here.client);
    let hints = ide::inlay_hints(here.analysis(), here.id, range, locale).into_iter().map(|hint| InlayHint {
        position: here.range(roadmap_diag::TextRange::empty(hint.offset)).start,
        label: InlayHintLabel::String(hint.label),
        kind: None,
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: None,
        data: None,
    });
    Ok(Some(hints.collect()))
}

pub(super) fn lenses(view: &View<'_>, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let locale = here.project.locale(here.client);
    let lenses = ide::lenses(here.analysis(), here.id, locale).into_iter().map(|lens| CodeLens {
        range: here.range(lens.range),
        // A line to read: there is nothing to run.
        command: Some(Command::new(lens.title, String::new(), None)),
        data: None,
    });
    Ok(Some(lenses.collect()))
}

fn markdown(value: String) -> MarkupContent {
    MarkupContent { kind: MarkupKind::Markdown, value }
}

fn item_kind(kind: ide::CompletionKind) -> CompletionItemKind {
    use ide::CompletionKind as Kind;
    match kind {
        Kind::Keyword => CompletionItemKind::KEYWORD,
        Kind::Snippet => CompletionItemKind::SNIPPET,
        Kind::Word => CompletionItemKind::ENUM_MEMBER,
        Kind::Person => CompletionItemKind::VARIABLE,
        Kind::Channel => CompletionItemKind::MODULE,
        Kind::Metric => CompletionItemKind::UNIT,
        Kind::Goal => CompletionItemKind::EVENT,
        Kind::Phase => CompletionItemKind::STRUCT,
        Kind::Work => CompletionItemKind::FUNCTION,
        Kind::Market => CompletionItemKind::CLASS,
        Kind::Data => CompletionItemKind::FIELD,
        Kind::Date => CompletionItemKind::CONSTANT,
        Kind::Value => CompletionItemKind::VALUE,
        Kind::Rule => CompletionItemKind::REFERENCE,
        Kind::Text => CompletionItemKind::TEXT,
        Kind::File => CompletionItemKind::FILE,
        Kind::Folder => CompletionItemKind::FOLDER,
    }
}
