//! Our words in the protocol's.

use std::collections::HashMap;

use lsp_types::{
    DiagnosticSeverity, DiagnosticTag, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier,
    SymbolKind, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};
use roadmap_diag::{FileId, Severity, Tag, TextRange};
use roadmap_ide as ide;

use crate::snapshot::Here;

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
