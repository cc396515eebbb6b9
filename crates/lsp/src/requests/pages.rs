//! What there is to read about rules and errors.

use roadmap_diag::Locale;
use roadmap_sema::pages::{Explanation, error_pages, title};
use roadmap_sema::rules;

use crate::protocol::{ExplainParams, Markdown, RuleTitle, Rules, RulesParams};
use crate::requests::Refusal;
use crate::snapshot::View;

pub(super) fn explain(view: &View<'_>, params: ExplainParams) -> Result<Option<Markdown>, Refusal> {
    let locale = locale(view);
    let found = Explanation::of(&params.code, locale);
    Ok(found.map(|found| Markdown { markdown: found.markdown(locale) }))
}

pub(super) fn rules(view: &View<'_>, _: Option<RulesParams>) -> Result<Rules, Refusal> {
    let locale = locale(view);
    let rules =
        rules::all().iter().map(|rule| RuleTitle { code: rule.code.to_owned(), title: title(rule, locale) });
    let errors = error_pages(locale)
        .map(|(code, text)| RuleTitle { code: code.to_owned(), title: first_line(text).to_owned() });
    Ok(Rules { rules: rules.chain(errors).collect() })
}

/// What is asked about no project is said in the language of the first.
fn locale(view: &View<'_>) -> Locale {
    let project = view.projects.first().and_then(|project| project.analysis.config.locale);
    view.client.locale(project)
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
