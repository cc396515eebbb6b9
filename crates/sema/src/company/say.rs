//! The text of a rule: `{title}: {budget}` with the item's values, `{{` and `}}` for braces.

use roadmap_diag::{Diagnostic, Span, TextRange};
use smol_str::SmolStr;

use super::check::unknown_property;
use super::property::{Property, Scope};
use super::read::{Reader, statement};
use crate::build::ProjectInput;
use crate::model::CustomRule;
use crate::names::normalize;

/// What stands for a value that is not written.
const NOTHING: &str = "—";

/// A text with places to fill in.
pub(super) struct Template {
    parts: Vec<Part>,
}

enum Part {
    Text(String),
    Value(Property),
}

impl Template {
    /// The text for the item that `reader` reads.
    pub(super) fn fill(&self, reader: Reader<'_>) -> String {
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Value(property) => {
                    let shown: Vec<String> =
                        reader.values(property).iter().map(|value| value.show(&reader.model.plan)).collect();
                    out.push_str(if shown.is_empty() { NOTHING } else { "" });
                    out.push_str(&shown.join(", "));
                }
            }
        }
        out
    }
}

/// Reads the text of `rule`; names in braces that are no properties go to `problems`.
pub(super) fn parse(
    input: &ProjectInput,
    scope: Scope<'_>,
    rule: &CustomRule,
    problems: &mut Vec<Diagnostic>,
) -> Template {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut rest: &str = &rule.say;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        text.push_str(before);
        let sign = if brace.starts_with('{') { '{' } else { '}' };
        let behind = brace.strip_prefix(sign).unwrap_or_default();
        if let Some(doubled) = behind.strip_prefix(sign) {
            text.push(sign);
            rest = doubled;
            continue;
        }
        match behind.split_once('}').filter(|_| sign == '{') {
            Some((name, after)) => {
                let path: Vec<SmolStr> = name.trim().split('.').map(normalize).collect();
                match scope.find(&path) {
                    Some(property) => {
                        parts.push(Part::Text(std::mem::take(&mut text)));
                        parts.push(Part::Value(property));
                    }
                    None => {
                        let offset = rule.say.len() - behind.len();
                        let span = place(input, rule, offset, name.len());
                        problems.push(unknown_property(scope, rule, name.trim(), span));
                    }
                }
                rest = after;
            }
            // A brace that nothing closes, or that closes nothing, stands for itself.
            None => {
                text.push(sign);
                rest = behind;
            }
        }
    }
    text.push_str(rest);
    parts.push(Part::Text(text));
    Template { parts }
}

/// Where a part of the text stands: exactly in a string without escapes, else the whole text.
fn place(input: &ProjectInput, rule: &CustomRule, offset: usize, length: usize) -> Span {
    let found = statement(input, rule.place).and_then(|(hir, _)| {
        let index = hir
            .children(rule.place.stmt.index)
            .find(|index| hir.stmt(*index).is_some_and(|stmt| stmt.keyword == "say"))?;
        Some(hir.value(hir.stmt(index)?, "text")?.range)
    });
    let Some(range) = found else { return rule.place.keyword };
    let quotes = 2;
    if range.len() as usize != rule.say.len() + quotes {
        return rule.place.span(range);
    }
    let from = range.start + 1 + u32::try_from(offset).unwrap_or_default();
    rule.place.span(TextRange::new(from, from + u32::try_from(length).unwrap_or_default()))
}
