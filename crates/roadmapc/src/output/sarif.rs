//! SARIF 2.1.0, as code scanning services read it.

use std::collections::BTreeMap;

use roadmap_diag::{Diagnostic, Message, Severity, Span, render as text};
use serde_json::{Value, json};

use super::Request;
use super::places::place;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn render(request: &Request<'_>) -> String {
    let writer = Writer { request };
    // Only rules that found something are listed, each once, in the order of their codes.
    let mut rules: BTreeMap<&str, &Diagnostic> = BTreeMap::new();
    for diagnostic in request.analysis.asked() {
        rules.entry(diagnostic.code.as_str()).or_insert(diagnostic);
    }
    let index: BTreeMap<&str, usize> = rules.keys().zip(0..).map(|(code, index)| (*code, index)).collect();
    let results = request.analysis.asked().map(|diagnostic| writer.result(diagnostic, &index));
    let output = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "roadmapc",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": roadmap_diag::SITE,
                "rules": rules.values().map(|first| writer.rule(first)).collect::<Vec<_>>(),
            } },
            "language": request.environment.locale.as_str(),
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    });
    super::json::to_text(&output)
}

struct Writer<'a> {
    request: &'a Request<'a>,
}

impl Writer<'_> {
    fn say(&self, message: &Message) -> String {
        text(message, self.request.environment.locale)
    }

    fn rule(&self, first: &Diagnostic) -> Value {
        let code = first.code.as_str();
        let rule = roadmap_sema::rules::find(code);
        let title = rule.and_then(|rule| {
            roadmap_diag::render_attribute(
                &Message::new(rule.message),
                "title",
                self.request.environment.locale,
            )
        });
        let level = rule.map_or(first.severity, |rule| rule.severity);
        json!({
            "id": code,
            "shortDescription": { "text": title.unwrap_or_else(|| code.to_owned()) },
            "helpUri": first.code.page_url(),
            "defaultConfiguration": { "level": self::level(level) },
        })
    }

    fn result(&self, diagnostic: &Diagnostic, index: &BTreeMap<&str, usize>) -> Value {
        let code = diagnostic.code.as_str();
        let mut message = self.say(&diagnostic.message);
        if let Some(help) = &diagnostic.help {
            message.push('\n');
            message.push_str(&self.say(help));
        }
        let mut result = json!({
            "ruleId": code,
            "ruleIndex": index.get(code),
            "level": level(diagnostic.severity),
            "message": { "text": message },
            "locations": [self.location(diagnostic.span)],
        });
        let related = diagnostic.related.iter().map(|related| {
            let mut location = self.location(related.span);
            if let Some(location) = location.as_object_mut() {
                location.insert("message".to_owned(), json!({ "text": self.say(&related.message) }));
            }
            location
        });
        let fixes = diagnostic.fixes.iter().filter(|fix| !fix.edits.is_empty()).map(|fix| {
            let mut changes: BTreeMap<String, Vec<Value>> = BTreeMap::new();
            for edit in &fix.edits {
                let replacement = json!({
                    "deletedRegion": self.region(edit.span),
                    "insertedContent": { "text": edit.text },
                });
                changes.entry(self.uri(edit.span)).or_default().push(replacement);
            }
            let changes = changes.into_iter().map(|(uri, replacements)| {
                json!({ "artifactLocation": { "uri": uri }, "replacements": replacements })
            });
            json!({
                "description": { "text": self.say(&fix.title) },
                "artifactChanges": changes.collect::<Vec<_>>(),
            })
        });
        let (related, fixes) = (related.collect::<Vec<_>>(), fixes.collect::<Vec<_>>());
        if let Some(result) = result.as_object_mut() {
            if !related.is_empty() {
                result.insert("relatedLocations".to_owned(), Value::Array(related));
            }
            if !fixes.is_empty() {
                result.insert("fixes".to_owned(), Value::Array(fixes));
            }
        }
        result
    }

    fn location(&self, span: Span) -> Value {
        json!({ "physicalLocation": {
            "artifactLocation": { "uri": self.uri(span) },
            "region": self.region(span),
        } })
    }

    fn region(&self, span: Span) -> Value {
        let (_, range) = place(self.request.analysis, span);
        json!({
            "startLine": range.start.line,
            "startColumn": range.start.column,
            "endLine": range.end.line,
            "endColumn": range.end.column,
            "byteOffset": range.start.offset,
            "byteLength": range.end.offset - range.start.offset,
        })
    }

    /// The path from the current folder: what services take for the root of the repository.
    fn uri(&self, span: Span) -> String {
        let path = self.request.paths.shown(self.request.analysis, span.file);
        let mut uri = String::new();
        for byte in path.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                    uri.push(char::from(byte))
                }
                _ => uri.push_str(&format!("%{byte:02X}")),
            }
        }
        uri
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}
