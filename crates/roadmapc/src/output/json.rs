//! The findings as one JSON object: a contract with scripts.

use roadmap_db::Analysis;
use roadmap_diag::{Fix, Message, Severity, Span, render as text};
use serde::Serialize;

use super::places::{Range, place};
use super::{Request, word};

#[derive(Serialize)]
struct Output<'a> {
    version: u32,
    summary: Summary,
    diagnostics: Vec<Finding<'a>>,
}

/// How much was found.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Summary {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) hints: usize,
    /// `.roadmap` files that took part.
    pub(crate) files: usize,
    /// Findings that concern other roles than the one asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hidden: Option<usize>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'a str,
    severity: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    file: &'a str,
    range: Range,
    related: Vec<Related<'a>>,
    fixes: Vec<Mend<'a>>,
    url: String,
}

#[derive(Serialize)]
struct Related<'a> {
    message: String,
    file: &'a str,
    range: Range,
}

#[derive(Serialize)]
struct Mend<'a> {
    title: String,
    safe: bool,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    file: &'a str,
    range: Range,
    text: &'a str,
}

/// How much was found and asked for.
pub(crate) fn severity_counts(analysis: &Analysis) -> Summary {
    Summary {
        errors: analysis.count(Severity::Error),
        warnings: analysis.count(Severity::Warning),
        hints: analysis.count(Severity::Hint),
        files: analysis.source_files,
        hidden: analysis.hidden,
    }
}

pub(super) fn render(request: &Request<'_>) -> String {
    let analysis = request.analysis;
    let say = |message: &Message| text(message, request.environment.locale);
    let at = |span: Span| place(analysis, span);
    let diagnostics = analysis.asked().map(|diagnostic| {
        let (file, range) = at(diagnostic.span);
        let related = diagnostic.related.iter().map(|related| {
            let (file, range) = at(related.span);
            Related { message: say(&related.message), file, range }
        });
        let mend = |fix| mend(fix, &say, &at);
        Finding {
            code: diagnostic.code.as_str(),
            severity: word(diagnostic.severity),
            message: say(&diagnostic.message),
            help: diagnostic.help.as_ref().map(say),
            file,
            range,
            related: related.collect(),
            fixes: diagnostic.fixes.iter().map(mend).collect(),
            url: diagnostic.code.page_url(),
        }
    });
    let output =
        Output { version: 1, summary: severity_counts(analysis), diagnostics: diagnostics.collect() };
    to_text(&output)
}

fn mend<'a>(
    fix: &'a Fix,
    say: &impl Fn(&Message) -> String,
    at: &impl Fn(Span) -> (&'a str, Range),
) -> Mend<'a> {
    let edits = fix.edits.iter().map(|edit| {
        let (file, range) = at(edit.span);
        Edit { file, range, text: &edit.text }
    });
    Mend { title: say(&fix.title), safe: fix.safe, edits: edits.collect() }
}

/// JSON for people and programs: indented, with a newline at its end.
pub(crate) fn to_text(value: &impl Serialize) -> String {
    // Maps have string keys only, so that nothing can fail.
    let mut out = serde_json::to_string_pretty(value).unwrap_or_default();
    out.push('\n');
    out
}
