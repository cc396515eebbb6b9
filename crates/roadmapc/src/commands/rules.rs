//! `rules`: the catalogue.

use roadmap_diag::{Code, Message, Severity, render as text};
use roadmap_sema::pages::{audience_words, title};
use roadmap_sema::rules::{Role, Rule, all, audience};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::arguments::{Rules, RulesFormat};
use crate::environment::Environment;
use crate::error::Status;
use crate::output;

#[derive(Serialize)]
struct Output {
    version: u32,
    rules: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    code: &'static str,
    severity: &'static str,
    title: String,
    /// Whom it concerns wherever it speaks.
    roles: Vec<&'static str>,
    url: String,
}

pub(super) fn run(rules: &Rules, environment: &Environment) -> Status {
    match rules.format {
        RulesFormat::Human => environment.out(&table(environment)),
        RulesFormat::Json => {
            let entries = all().iter().map(|rule| Entry {
                code: rule.code,
                severity: rule.severity.as_str(),
                title: title(rule, environment.locale),
                url: Code::new(rule.code).page_url(),
                roles: roles(rule.code).collect(),
            });
            environment.out(&output::to_text(&Output { version: 1, rules: entries.collect() }));
        }
    }
    Status::Clean
}

/// One line a rule: code, severity and title.
fn table(environment: &Environment) -> String {
    let severity = |rule: &Rule| {
        let id = match rule.severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Hint => "severity-hint",
        };
        text(&Message::new(id), environment.locale)
    };
    let codes = all().iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    let severities = all().iter().map(|rule| severity(rule).width()).max().unwrap_or(0);
    let mut out = String::new();
    for rule in all() {
        let severity = severity(rule);
        let pad = " ".repeat(severities.saturating_sub(severity.width()));
        let concerns = audience_words(rule.code, environment.locale);
        let title = title(rule, environment.locale);
        out.push_str(&format!("{:codes$}  {severity}{pad}  {title} ({concerns})\n", rule.code));
    }
    out
}

/// The roles that a rule or error concerns wherever it speaks, as the command line calls them.
pub(super) fn roles(code: &str) -> impl Iterator<Item = &'static str> {
    audience(&Code::custom(code)).roles().map(Role::as_str)
}
