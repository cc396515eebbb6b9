//! Our words in the protocol's.

use std::collections::HashMap;

use lsp_types::{
    CreateFile, CreateFileOptions, DiagnosticSeverity, DiagnosticTag, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Position, Range, SymbolKind, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};
use roadmap_diag::{FileId, Severity, Tag, TextRange};
use roadmap_ide as ide;
use serde_json::{Value, json};

use crate::snapshot::{Here, View};

/// A hint is information: editors show their own “hint” as three dots that nobody sees.
pub(crate) fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Hint => DiagnosticSeverity::INFORMATION,
    }
}

pub(crate) fn tag(tag: Tag) -> DiagnosticTag {
    match tag {
        Tag::Unnecessary => DiagnosticTag::UNNECESSARY,
        Tag::Deprecated => DiagnosticTag::DEPRECATED,
    }
}

/// The icon of a symbol, the nearest of those that the protocol has.
pub(crate) fn symbol_kind(kind: ide::SymbolKind) -> SymbolKind {
    use ide::SymbolKind as Ours;
    match kind {
        Ours::Plan => SymbolKind::MODULE,
        Ours::Phase => SymbolKind::NAMESPACE,
        Ours::Goal => SymbolKind::CLASS,
        Ours::Kpi => SymbolKind::NUMBER,
        Ours::Activity => SymbolKind::FUNCTION,
        Ours::Task => SymbolKind::METHOD,
        Ours::Launch | Ours::Milestone | Ours::Review => SymbolKind::EVENT,
        Ours::Script => SymbolKind::STRING,
        Ours::Person => SymbolKind::VARIABLE,
        Ours::Team => SymbolKind::ENUM,
        Ours::Channel => SymbolKind::INTERFACE,
        Ours::Metric => SymbolKind::CONSTANT,
        Ours::Data => SymbolKind::FILE,
        Ours::Market => SymbolKind::OBJECT,
        Ours::Company => SymbolKind::FIELD,
        Ours::Message => SymbolKind::KEY,
    }
}

/// An edit as the editor makes it. It has no place between `\r` and `\n`: an edit that ends there takes both.
pub(crate) fn text_edit(here: &Here<'_>, range: TextRange, text: &str) -> TextEdit {
    let bytes = here.file.text.as_bytes();
    let splits = |offset: u32| {
        let at = offset as usize;
        bytes.get(at) == Some(&b'\n') && at.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'\r')
    };
    let (before, start) = if splits(range.start) { ("\r", range.start - 1) } else { ("", range.start) };
    let (after, end) = if splits(range.end) { ("\n", range.end + 1) } else { ("", range.end) };
    TextEdit { range: here.range(TextRange::new(start, end)), new_text: format!("{before}{text}{after}") }
}

/// Edits of several files: for the versions that they were made for, where the editor understands that.
pub(crate) fn workspace_edit<'e>(
    here: &Here<'_>,
    edits: impl Iterator<Item = (FileId, TextRange, &'e str)>,
) -> Option<WorkspaceEdit> {
    let mut files: Vec<(FileId, Vec<TextEdit>)> = Vec::new();
    for (id, range, text) in edits {
        let edit = text_edit(&here.other(id)?, range, text);
        match files.iter_mut().find(|(file, _)| *file == id) {
            Some((_, edits)) => edits.push(edit),
            None => files.push((id, vec![edit])),
        }
    }
    let document = |id: FileId| {
        let document = here.other(id)?.document()?;
        Some((document.uri.clone()?, document.version))
    };
    if here.client.versions {
        let changes = files.into_iter().map(|(id, edits)| {
            let (uri, version) = document(id)?;
            let edits = edits.into_iter().map(OneOf::Left).collect();
            Some(TextDocumentEdit {
                text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
                edits,
            })
        });
        let changes = DocumentChanges::Edits(changes.collect::<Option<_>>()?);
        return Some(WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() });
    }
    // An address never changes, though its type has room for what was read of it.
    #[allow(clippy::mutable_key_type)]
    let changes: Option<HashMap<Uri, Vec<TextEdit>>> =
        files.into_iter().map(|(id, edits)| Some((document(id)?.0, edits))).collect();
    Some(WorkspaceEdit { changes: Some(changes?), ..WorkspaceEdit::default() })
}

/// What an action changes: files to create, then edits, with places to fill in where the editor understands them. None
/// where it cannot be said to this editor.
pub(crate) fn change(view: &View<'_>, here: &Here<'_>, change: &ide::Change) -> Option<Value> {
    let edits = change.edits.iter().map(|edit| (edit.file, edit.range, edit.text.as_str()));
    let edit = workspace_edit(here, edits)?;
    let mut value = serde_json::to_value(edit).ok()?;
    if here.client.snippets_in_edits {
        for edit in change.edits.iter().filter(|edit| edit.snippet.is_some()) {
            with_places(&mut value, here, edit)?;
        }
    }
    if !change.files.is_empty() {
        let changes = value.get_mut("documentChanges")?.as_array_mut()?;
        let mut created = Vec::new();
        for file in &change.files {
            let uri = (view.uri_of)(&here.project.root.join(&file.path))?;
            created.extend(create(uri, &file.text)?);
        }
        changes.splice(0..0, created);
    }
    Some(value)
}

/// Creates a file, then writes its text: an editor refuses both where something is there.
fn create(uri: Uri, text: &str) -> Option<[Value; 2]> {
    let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(false) };
    let create = CreateFile { uri: uri.clone(), options: Some(options), annotation_id: None };
    let mut created = serde_json::to_value(create).ok()?;
    created.as_object_mut()?.insert("kind".to_owned(), json!("create"));
    let start = Position::new(0, 0);
    let edit = TextEdit { range: Range::new(start, start), new_text: text.to_owned() };
    let written = TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version: None },
        edits: vec![OneOf::Left(edit)],
    };
    Some([created, serde_json::to_value(written).ok()?])
}

/// Says a replacement with its places to fill in, in an edit that has it without them.
fn with_places(value: &mut Value, here: &Here<'_>, edit: &ide::Replacement) -> Option<()> {
    let plain = text_edit(&here.other(edit.file)?, edit.range, &edit.text);
    // An edit that takes half of a line's end with it has no text of its own.
    let snippet = edit.snippet.as_deref().filter(|_| plain.new_text == edit.text);
    let plain = serde_json::to_value(plain).ok()?;
    let changes = value.get_mut("documentChanges")?.as_array_mut()?;
    let mut edits = changes.iter_mut().filter_map(|change| change.get_mut("edits")?.as_array_mut()).flatten();
    if let Some((found, snippet)) = edits.find(|found| **found == plain).zip(snippet) {
        *found = json!({ "range": plain.get("range")?, "snippet": { "kind": "snippet", "value": snippet } });
    }
    Some(())
}
