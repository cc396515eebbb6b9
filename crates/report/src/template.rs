//! Handlebars: the built-in templates, those that replace them, and errors with the template's own line.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use handlebars::{
    Context as Data, Handlebars, Helper, HelperResult, Output, RenderContext, RenderError, RenderErrorReason,
};
use roadmap_diag::{Locale, text};
use serde::Serialize;

/// What a caller may choose about a report.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language of labels, numbers and dates; without it the plan's own.
    pub locale: Option<Locale>,
    /// Templates that replace built-in ones, by name: `page.html.hbs`, `goal.html.hbs`, `phase.html.hbs`, `page.css`,
    /// `report.md.hbs`.
    pub templates: BTreeMap<String, String>,
    /// The paths of the project's files, for a page that is shown beside their text: what shows an item then carries
    /// `data-src="2:17"`, the number of its file here and its line, both from 0. Without them nothing does.
    pub sources: Vec<String>,
}

/// A template that cannot be read or rendered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TemplateError {
    /// The template's name.
    pub template: String,
    /// The line in it, from 1, where it is known.
    pub line: Option<usize>,
    /// The column in it, from 1, where it is known.
    pub column: Option<usize>,
    /// What is wrong, in English, as Handlebars says it.
    pub message: String,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.template)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ":{column}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for TemplateError {}

/// The templates that ship.
pub(crate) const BUILT_IN: &[(&str, &str)] = &[
    ("page.html.hbs", include_str!("../../../templates/report/page.html.hbs")),
    ("goal.html.hbs", include_str!("../../../templates/report/goal.html.hbs")),
    ("phase.html.hbs", include_str!("../../../templates/report/phase.html.hbs")),
    ("page.css", include_str!("../../../templates/report/page.css")),
    ("report.md.hbs", include_str!("../../../templates/report/report.md.hbs")),
];

/// The text of the template `name`: the caller's, else the built-in one.
pub(crate) fn source<'a>(name: &str, options: &'a Options) -> &'a str {
    let built_in = || BUILT_IN.iter().find(|template| template.0 == name).map_or("", |template| template.1);
    options.templates.get(name).map_or_else(built_in, String::as_str)
}

/// Renders the first of `names` with `data`; the rest are its partials, named without `.hbs`.
///
/// Strict: a name that the data lacks is an error, not an empty place. `escape` guards every `{{name}}`.
pub(crate) fn render(
    names: &[&str],
    data: &impl Serialize,
    locale: Locale,
    escape: fn(&str) -> String,
    options: &Options,
) -> Result<String, TemplateError> {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.register_escape_fn(escape);
    registry.register_helper("t", Box::new(Translate(locale)));
    for name in names {
        registry.register_template_string(name, source(name, options)).map_err(|error| {
            let (line, column) = error.pos().unzip();
            TemplateError { template: (*name).to_owned(), line, column, message: error.reason().to_string() }
        })?;
    }
    let first = names.first().copied().unwrap_or_default();
    registry.render(first, data).map_err(|error| TemplateError {
        template: error.template_name.clone().unwrap_or_else(|| first.to_owned()),
        line: error.line_no,
        column: error.column_no,
        message: error.reason().to_string(),
    })
}

/// `{{t "report-goals"}}`: a text of the message files.
struct Translate(Locale);

impl handlebars::HelperDef for Translate {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        registry: &'reg Handlebars<'reg>,
        _: &'rc Data,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        let id = helper.param(0).and_then(|id| id.value().as_str()).unwrap_or_default();
        let words = text(id, self.0).map(Cow::Owned);
        let words: Cow<'_, str> = words.ok_or_else(|| unknown_text(id))?;
        out.write(&registry.get_escape_fn()(&words))?;
        Ok(())
    }
}

fn unknown_text(id: &str) -> RenderError {
    RenderErrorReason::Other(format!("the message files have no `{id}`")).into()
}
