//! `explain`: the page of a rule or of an error's code.

use roadmap_diag::{Arg, Code, Locale, Message};
use roadmap_sema::names;
use roadmap_sema::pages::{Explanation, error_pages};
use roadmap_sema::rules::all;
use serde::Serialize;

use crate::arguments::{Explain, ExplainFormat};
use crate::commands::rules::roles;
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
    text: &'static str,
}

pub(super) fn run(explain: &Explain, environment: &Environment) -> Result<Status, CommandError> {
    let Some(explanation) = Explanation::of(&explain.rule, environment.locale) else {
        return Err(unknown(&explain.rule));
    };
    match explain.format {
        ExplainFormat::Md => environment.out(&explanation.markdown(environment.locale)),
        ExplainFormat::Json => environment.out(&output::to_text(&output(explanation))),
    }
    Ok(Status::Clean)
}

fn output(explanation: Explanation) -> Output {
    let sections = explanation.sections.into_iter().map(|(heading, text)| Part { heading, text });
    Output {
        version: 1,
        severity: explanation.severity.as_str(),
        title: explanation.title,
        roles: roles(&explanation.code).collect(),
        sections: sections.collect(),
        url: Code::custom(&explanation.code).page_url(),
        code: explanation.code,
    }
}

fn unknown(code: &str) -> CommandError {
    let codes = all().iter().map(|rule| rule.code);
    let codes = codes.chain(error_pages(Locale::En).map(|(code, _)| code)).map(|code| (code, code));
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
        let errors = error_pages(Locale::En).map(|(code, _)| code);
        rules.chain(errors).filter_map(|code| Some((code, code.split_once('/')?.1)))
    };
    let exact: Vec<&str> = codes().filter(|(_, own)| *own == name).map(|(code, _)| code).collect();
    if exact.is_empty() { names::suggest(name, codes()).into_iter().collect() } else { exact }
}
