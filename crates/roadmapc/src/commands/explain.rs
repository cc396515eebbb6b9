//! `explain`: the page of a rule or of an error's code.

use roadmap_diag::{Arg, Code, Message, render as text};
use roadmap_sema::names;
use roadmap_sema::rules::{Page, Rule, Section, all, find};
use serde::Serialize;

use crate::arguments::{Explain, ExplainFormat};
use crate::commands::errors;
use crate::commands::rules::{audience_words, roles, title};
use crate::environment::Environment;
use crate::error::{CommandError, Status};
use crate::output;

#[derive(Serialize)]
struct Output {
    version: u32,
    code: String,
    severity: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    title: String,
    /// Whom it concerns wherever it speaks.
    roles: Vec<&'static str>,
    sections: Vec<Part>,
    url: String,
}

#[derive(Serialize)]
struct Part {
    heading: &'static str,
    text: String,
}

pub(super) fn run(explain: &Explain, environment: &Environment) -> Result<Status, CommandError> {
    let output = match (find(&explain.rule), errors::page(&explain.rule, environment.locale)) {
        (Some(rule), _) => page(rule, environment),
        (None, Some(text)) => error_page(&explain.rule, text, environment),
        (None, None) => return Err(unknown(&explain.rule)),
    };
    match explain.format {
        ExplainFormat::Md => environment.out(&markdown(&output, environment)),
        ExplainFormat::Json => environment.out(&output::to_text(&output)),
    }
    Ok(Status::Clean)
}

fn page(rule: &Rule, environment: &Environment) -> Output {
    let page = Page::parse(rule.page);
    let parts = Section::ALL.into_iter().filter_map(|section| {
        let text = page.section(section, environment.locale)?.to_owned();
        Some(Part { heading: section.heading(environment.locale), text })
    });
    Output {
        version: 1,
        code: rule.code.to_owned(),
        severity: rule.severity.as_str(),
        title: title(rule, environment),
        roles: roles(rule.code).collect(),
        sections: parts.collect(),
        url: Code::new(rule.code).page_url(),
    }
}

/// The page of an error of the language: it says what it means, and nothing can be set.
fn error_page(code: &str, text: &str, environment: &Environment) -> Output {
    let what = Part { heading: Section::What.heading(environment.locale), text: text.to_owned() };
    Output {
        version: 1,
        code: code.to_owned(),
        severity: if code.starts_with("allow/") || code == "config/unknown-key" {
            "warning"
        } else {
            "error"
        },
        title: String::new(),
        roles: roles(code).collect(),
        sections: vec![what],
        url: Code::custom(code).page_url(),
    }
}

fn markdown(output: &Output, environment: &Environment) -> String {
    let label = text(&Message::new("audience-label"), environment.locale);
    let concerns = format!("{label}: {}", audience_words(&output.code, environment));
    if output.title.is_empty() {
        let means = output.sections.iter().map(|part| part.text.as_str()).collect::<String>();
        return format!("# {}\n\n{concerns}\n\n{means}\n", output.code);
    }
    let mut out = format!("# {}: {}\n\n{concerns}\n", output.code, output.title);
    for part in &output.sections {
        out.push_str(&format!("\n## {}\n\n{}\n", part.heading, part.text));
    }
    out
}

fn unknown(code: &str) -> CommandError {
    let codes = all().iter().map(|rule| rule.code);
    let codes =
        codes.chain(errors::pages(roadmap_diag::Locale::En).map(|(code, _)| code)).map(|code| (code, code));
    let near = named(code);
    let near = if near.is_empty() { names::suggest(code, codes).into_iter().collect() } else { near };
    if near.is_empty() {
        return CommandError(Message::new("explain-unknown").with("code", code));
    }
    let near: Vec<Arg> = near.into_iter().map(|near| format!("`{near}`").into()).collect();
    CommandError(Message::new("explain-unknown.near").with("code", code).with("near", near))
}

/// The codes that are `name` without their group, or nearly so.
fn named(name: &str) -> Vec<&'static str> {
    if name.contains('/') {
        return Vec::new();
    }
    let codes = || {
        let rules = all().iter().map(|rule| rule.code);
        let errors = errors::pages(roadmap_diag::Locale::En).map(|(code, _)| code);
        rules.chain(errors).filter_map(|code| Some((code, code.split_once('/')?.1)))
    };
    let exact: Vec<&str> = codes().filter(|(_, own)| *own == name).map(|(code, _)| code).collect();
    if exact.is_empty() { names::suggest(name, codes()).into_iter().collect() } else { exact }
}
