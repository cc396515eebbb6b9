//! The company's own rules: `rule acme/approver "…" { on activity; when …; say "…" }`, evaluated.
//!
//! A rule is first read against the schema: each name in its condition and in the braces of its text must be a property
//! of the kind that it looks at, and what is compared must be of one type. A rule that fails this says so and is not
//! evaluated. One that passes looks at every statement of its kind whose text is whole, and speaks where its condition
//! holds. Ideas and what was given up are left out, as in every rule, unless the condition itself asks for `status`.

mod asked;
mod check;
mod evaluate;
mod items;
mod property;
mod read;
mod say;
#[cfg(test)]
mod tests;
mod uses;
mod value;

pub use asked::{Values, properties, values};
pub use uses::{RuleNames, names_in_rule, property_names};

use roadmap_diag::{Code, Diagnostic, Message, Severity};

use crate::build::ProjectInput;
use crate::model::{CustomRule, Model};

/// What the company's rules find, and what is wrong with those rules, in no order.
pub(crate) fn findings(input: &ProjectInput, model: &Model) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, rule) in model.rules.rows().iter().enumerate() {
        // The second rule of a name has been reported as such.
        let mut before = model.rules.rows().iter().take(index);
        if before.all(|other| other.name != rule.name) {
            run(input, model, rule, &mut found);
        }
    }
    found
}

fn run(input: &ProjectInput, model: &Model, rule: &CustomRule, found: &mut Vec<Diagnostic>) {
    let (Some(kind), Some(condition)) = (rule.on, &rule.when) else { return };
    let scope = property::Scope { model, kind };
    let mut problems = Vec::new();
    let condition = check::condition(scope, rule, condition, &mut problems);
    let template = say::parse(input, scope, rule, &mut problems);
    if !problems.is_empty() {
        found.extend(problems);
        return;
    }
    let severity = Severity::from_word(&rule.level).unwrap_or(Severity::Warning);
    for item in items::of_kind(model, kind) {
        let Some(place) = item.place.filter(|place| !place.damaged) else { continue };
        if item.is_out_of_plan() && !condition.reads_status() {
            continue;
        }
        let reader = read::Reader { input, model, item: &item };
        if evaluate::holds(reader, &condition) {
            let text = template.fill(reader);
            let related = Message::new("company-rule-declared").with("title", rule.title.as_str());
            found.push(
                Diagnostic::new(Code::custom(&rule.name), severity, place.keyword, Message::verbatim(text))
                    .about(place.keyword)
                    .related(rule.place.head, related),
            );
        }
    }
}
