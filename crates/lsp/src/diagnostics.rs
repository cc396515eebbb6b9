//! Findings: pushed after every change, or pulled where the editor asks for them.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DocumentDiagnosticParams,
    DocumentDiagnosticReport, DocumentDiagnosticReportResult, FullDocumentDiagnosticReport, NumberOrString,
    PublishDiagnosticsParams, RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport, Uri, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport,
    WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};
use roadmap_diag::{self as diag, FileId};
use roadmap_sema::rules;
use rustc_hash::FxHasher;

use crate::client::Client;
use crate::convert;
use crate::requests::Refusal;
use crate::snapshot::{Here, Snapshot, View};

/// A finding in the reader's language.
pub(crate) fn diagnostic(here: &Here<'_>, finding: &diag::Diagnostic) -> Diagnostic {
    let mut message = here.say(&finding.message);
    if let Some(help) = &finding.help {
        message.push('\n');
        message.push_str(&here.say(help));
    }
    let related = finding.related.iter().filter_map(|related| {
        let location = here.location_of(related.span)?;
        Some(DiagnosticRelatedInformation { location, message: here.say(&related.message) })
    });
    let related: Vec<_> = related.collect();
    let tags: Vec<_> = finding.tags.iter().copied().map(convert::tag).collect();
    // What a company writes for itself has no page.
    let has_page = rules::find(finding.code.as_str()).is_some() || !finding.code.suppressible();
    let page = has_page.then(|| finding.code.page_url().parse().ok()).flatten();
    Diagnostic {
        range: here.range(here.analysis().resolve(finding.span)),
        severity: Some(convert::severity(finding.severity)),
        code: Some(NumberOrString::String(finding.code.as_str().to_owned())),
        code_description: page.map(|href| CodeDescription { href }),
        source: Some("roadmapc".to_owned()),
        message,
        related_information: (!related.is_empty()).then_some(related),
        tags: (!tags.is_empty()).then_some(tags),
        data: None,
    }
}

/// The findings of a file, in the order of the text.
fn of_file(here: &Here<'_>) -> Vec<Diagnostic> {
    here.findings().iter().map(|finding| diagnostic(here, finding)).collect()
}

/// What the editor shows now, by address, so that only what differs is sent.
#[derive(Default)]
pub(crate) struct Published {
    shown: BTreeMap<String, (Uri, u64)>,
    /// What it was made of, and in which words.
    projects: Vec<Arc<Snapshot>>,
    words: u32,
}

impl Published {
    /// What to send so that the editor shows the findings of `projects`. The files in `edited` are sent in any case: an
    /// editor may wait for that.
    pub(crate) fn update(
        &mut self,
        client: &Client,
        projects: &[Arc<Snapshot>],
        edited: &BTreeSet<String>,
    ) -> Vec<PublishDiagnosticsParams> {
        let mut messages = Vec::new();
        let mut left = std::mem::take(&mut self.shown);
        for here in files(client, projects) {
            let Some(document) = here.document() else { continue };
            let Some(uri) = document.uri.clone() else { continue };
            let key = uri.as_str().to_owned();
            // A file of two projects shows the findings of the first.
            if self.shown.contains_key(&key) {
                continue;
            }
            let before = left.remove(&key).map(|(_, hash)| hash);
            // Words are made only where they may be others than those shown: most files are not touched by an edit.
            if let Some(hash) = before.filter(|_| !edited.contains(&key) && self.is_same(&here)) {
                self.shown.insert(key, (uri, hash));
                continue;
            }
            let findings = of_file(&here);
            let hash = hash(&findings);
            if before.map_or(!findings.is_empty(), |before| before != hash) || edited.contains(&key) {
                let version = document.version;
                messages.push(PublishDiagnosticsParams { uri: uri.clone(), diagnostics: findings, version });
            }
            self.shown.insert(key, (uri, hash));
        }
        self.projects = projects.to_vec();
        self.words = client.words;
        let empty = hash(&[]);
        let gone = left.into_values().filter(|(_, hash)| *hash != empty);
        messages.extend(gone.map(|(uri, _)| PublishDiagnosticsParams::new(uri, Vec::new(), None)));
        messages
    }

    /// Whether the findings of a file, and everything that they point at, are those that were shown last.
    fn is_same(&self, here: &Here<'_>) -> bool {
        let last = self.projects.iter().find(|last| last.root == here.project.root);
        let Some(last) = last.filter(|_| self.words == here.client.words) else { return false };
        if last.analysis.config.locale != here.analysis().config.locale {
            return false;
        }
        let Some(before) = Here::new(here.client, last, here.id) else { return false };
        let is_untouched = |id: FileId| match (before.other(id), here.other(id)) {
            (Some(before), Some(now)) => {
                before.file.path == now.file.path && Arc::ptr_eq(&before.file.text, &now.file.text)
            }
            _ => false,
        };
        is_untouched(here.id)
            && before.findings() == here.findings()
            && here
                .findings()
                .iter()
                .flat_map(|finding| &finding.related)
                .all(|place| is_untouched(place.span.file))
    }
}

/// Each file of each project.
fn files<'a>(client: &'a Client, projects: &'a [Arc<Snapshot>]) -> impl Iterator<Item = Here<'a>> {
    projects.iter().flat_map(move |project| {
        let count = u32::try_from(project.analysis.files.len()).unwrap_or(u32::MAX);
        (0..count).filter_map(move |id| Here::new(client, project, FileId(id)))
    })
}

/// The same for the same findings, as long as the server runs.
fn hash(findings: &[Diagnostic]) -> u64 {
    let mut hasher = FxHasher::default();
    if !findings.is_empty() {
        serde_json::to_string(findings).unwrap_or_default().hash(&mut hasher);
    }
    hasher.finish()
}

/// `textDocument/diagnostic`.
pub(crate) fn pull(
    view: &View<'_>,
    params: DocumentDiagnosticParams,
) -> Result<DocumentDiagnosticReportResult, Refusal> {
    let items = view.file(&params.text_document.uri).map(|here| of_file(&here)).unwrap_or_default();
    let id = format!("{:x}", hash(&items));
    let report = match params.previous_result_id {
        Some(previous) if previous == id => {
            DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
                related_documents: None,
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id: id },
            })
        }
        _ => DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: Some(id), items },
        }),
    };
    Ok(DocumentDiagnosticReportResult::Report(report))
}

/// `workspace/diagnostic`: every file of every project, and those that the editor knows of and that are in none any more.
pub(crate) fn pull_all(
    view: &View<'_>,
    params: WorkspaceDiagnosticParams,
) -> Result<WorkspaceDiagnosticReportResult, Refusal> {
    let known = params.previous_result_ids.into_iter().map(|known| (known.uri.as_str().to_owned(), known));
    let mut known: BTreeMap<String, _> = known.collect();
    let mut seen = BTreeSet::new();
    let mut items = Vec::new();
    for here in files(view.client, view.projects) {
        let Some(document) = here.document() else { continue };
        let Some(uri) = document.uri.clone() else { continue };
        if seen.insert(uri.as_str().to_owned()) {
            let known = known.remove(uri.as_str()).map(|known| known.value);
            items.push(report(uri, document.version, of_file(&here), known.as_deref()));
        }
    }
    items.extend(known.into_values().map(|known| report(known.uri, None, Vec::new(), Some(&known.value))));
    Ok(WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items }))
}

fn report(
    uri: Uri,
    version: Option<i32>,
    items: Vec<Diagnostic>,
    known: Option<&str>,
) -> WorkspaceDocumentDiagnosticReport {
    let version = version.map(i64::from);
    let id = format!("{:x}", hash(&items));
    if known == Some(&id) {
        let unchanged_document_diagnostic_report = UnchangedDocumentDiagnosticReport { result_id: id };
        let report =
            WorkspaceUnchangedDocumentDiagnosticReport { uri, version, unchanged_document_diagnostic_report };
        return WorkspaceDocumentDiagnosticReport::Unchanged(report);
    }
    let full_document_diagnostic_report = FullDocumentDiagnosticReport { result_id: Some(id), items };
    let report = WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report };
    WorkspaceDocumentDiagnosticReport::Full(report)
}
