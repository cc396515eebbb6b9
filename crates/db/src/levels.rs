//! What is left of the findings when `roadmap.toml` and `# allow(…)` have been heard.

use std::sync::Arc;

use roadmap_diag::{Code, Diagnostic, FileId, Message, Severity, Span};
use roadmap_sema::model::Model;
use roadmap_sema::names;
use roadmap_sema::rules;
use salsa::Database;

use crate::database::Project;
use crate::query;
use crate::{allow, config};
use roadmap_sema::settings::Level;

/// Codes of the language itself that findings may have, beside the rules of the method. `allow/*` alone take a level.
const LANGUAGE: &[&str] = &[
    "allow/language",
    "allow/no-reason",
    "allow/unknown",
    "allow/unused",
    "config/syntax",
    "config/unknown-key",
    "config/value",
    "name/include-not-found",
    "name/include-outside",
    "name/include-unreadable",
    "syntax/not-utf8",
];

/// Codes of findings about files, settings and allowances: those that this crate makes.
#[must_use]
pub fn language_codes() -> &'static [&'static str] {
    LANGUAGE
}

/// Whether a level can be given to `name` in a project with that plan: a rule of the method or of the plan's own, or
/// `group/*` of some.
#[must_use]
pub fn takes_level(name: &str, model: &Model) -> bool {
    let known = Known::new(model.rules.rows().iter().map(|rule| rule.name.as_str()));
    config::takes_level(name) && known.contains(name)
}

/// Applies levels and allowances, and brings the findings in order: by file, offset, code. None comes twice.
pub(crate) fn finish(db: &dyn Database, project: Project, mut found: Vec<Diagnostic>) -> Arc<[Diagnostic]> {
    let graph = query::graph(db, project);
    let plan = query::plan(db, project);
    let settings = query::settings(db, project);
    let known = Known::new(plan.model.rules.rows().iter().map(|rule| rule.name.as_str()));

    // Where a file is missing, what it declares is not known: that follows, and is no finding of its own.
    if graph.diagnostics.iter().any(|finding| finding.code.as_str().starts_with("name/include-")) {
        found.retain(|finding| {
            !matches!(finding.code.as_str(), "name/unknown" | "people/owner-unknown" | "plan/incomplete")
        });
    }

    // A file that is not text says so, and nothing else that it seems to say counts.
    let is_text = |diagnostic: &Diagnostic| {
        let file = graph.files.get(diagnostic.span.file.0 as usize);
        diagnostic.code.as_str() == "syntax/not-utf8"
            || file.is_none_or(|file| file.text(db).bad_byte.is_none())
    };
    let path_of = |file: FileId| graph.files.get(file.0 as usize).map_or("", |file| file.path(db));
    let level =
        |diagnostic: &mut Diagnostic| match settings.level(&diagnostic.code, path_of(diagnostic.span.file)) {
            Some(Level::Off) => false,
            Some(Level::At(severity)) => {
                diagnostic.severity = severity;
                true
            }
            None => true,
        };
    found.retain_mut(level);

    let mut said = allow::apply(db, project, &known, &mut found);
    said.retain_mut(level);
    found.append(&mut said);
    found.retain(is_text);
    found.extend(config_diagnostics(db, project, &known));

    let start = |span: Span| {
        let file = graph.files.get(span.file.0 as usize);
        let item = file.and_then(|file| query::parse(db, *file).item(span.item));
        item.map_or(0, |item| item.start).saturating_add(span.range.start)
    };
    let config_path = project.config(db).map_or("", |file| file.path(db));
    let path = |file: FileId| graph.files.get(file.0 as usize).map_or(config_path, |file| file.path(db));
    found.sort_by_cached_key(|diagnostic| {
        let span = diagnostic.span;
        (path(span.file), start(span), diagnostic.code.clone(), span.range.end)
    });
    found.dedup();
    found.into()
}

/// What is wrong with `roadmap.toml`; its number is the first behind the project's files.
fn config_diagnostics(db: &dyn Database, project: Project, known: &Known<'_>) -> Vec<Diagnostic> {
    let Some(file) = project.config(db) else { return Vec::new() };
    let id = FileId(u32::try_from(query::graph(db, project).files.len()).unwrap_or(u32::MAX));
    let config = query::config(db, file);
    let mut found: Vec<Diagnostic> = config.diagnostics(id).collect();
    for (name, range) in config.named_rules.iter().filter(|(name, _)| !known.contains(name)) {
        let message = Message::new("config-unknown-rule").with("rule", name.as_str());
        let help = known.help(name, Message::new("config-unknown-rule.help"));
        let span = Span::in_file(id, *range);
        found.push(
            Diagnostic::new(Code::new("config/unknown-key"), Severity::Warning, span, message).help(help),
        );
    }
    found
}

/// The rules that can be named: the method's and the company's own.
pub(crate) struct Known<'a> {
    codes: Vec<&'a str>,
}

impl<'a> Known<'a> {
    fn new(own: impl Iterator<Item = &'a str>) -> Self {
        let method = rules::all().iter().map(|rule| rule.code);
        let allows = LANGUAGE.iter().copied().filter(|code| code.starts_with("allow/"));
        Self { codes: method.chain(allows).chain(own).collect() }
    }

    /// Whether `name` is a rule, or `group/*` of one.
    pub(crate) fn contains(&self, name: &str) -> bool {
        match name.strip_suffix("/*") {
            Some(group) => {
                self.codes.iter().any(|code| code.split_once('/').is_some_and(|(known, _)| known == group))
            }
            None => self.codes.contains(&name),
        }
    }

    /// What to write instead of `name`: the nearest rule, else `otherwise`.
    pub(crate) fn help(&self, name: &str, otherwise: Message) -> Message {
        match names::suggest(name, self.codes.iter().map(|code| (*code, *code))) {
            Some(near) => Message::new("name-unknown.near").with("near", near),
            None => otherwise,
        }
    }
}
