//! The company's own rules: what a condition asks about, and the properties in the text of a rule.

use roadmap_diag::TextRange;
use roadmap_schema::{Form, Kind, inside, word_label};
use roadmap_sema::company::{self, Values};
use roadmap_sema::hir::HirStmt;

use super::CompletionKind;
use super::context::{Context, ValuePlace};
use super::list::{List, Offer};
use super::{amounts, dates, names};
use crate::{Cursor, card};

/// Offers what may come next in a condition: a property, what it is compared with, or what joins two comparisons.
pub(super) fn offer(context: &Context<'_>, place: &ValuePlace<'_>, list: &mut List<'_>) {
    let kind = kind_of(&place.cursor, place.stmt);
    let before = words_before(place);
    match Next::behind(&before) {
        Next::Property => {
            properties(context, kind, "", list);
            join(&["not"], list);
        }
        Next::Operator => {
            join(&["=", "!=", "<", "<=", ">", ">=", "in"], list);
            join(&["and", "or"], list);
        }
        Next::Join => join(&["and", "or"], list),
        Next::Value(property) => {
            if let Some(kind) = kind {
                values(context, place, kind, property, list);
            }
        }
    }
}

/// Offers the properties that may stand in `{}` in the text of a rule.
pub(super) fn template(context: &Context<'_>, cursor: &Cursor<'_>, stmt: &HirStmt, list: &mut List<'_>) {
    let closed = context.rest.trim_start().starts_with('}');
    properties(context, kind_of(cursor, stmt), if closed { "" } else { "}" }, list);
}

/// The kind of statement that the rule around `stmt` looks at.
fn kind_of(cursor: &Cursor<'_>, stmt: &HirStmt) -> Option<Kind> {
    let hir = cursor.hir;
    let siblings = stmt.parent.into_iter().flat_map(|parent| hir.children(parent));
    let on = siblings.filter_map(|child| hir.stmt(child)).find(|stmt| stmt.keyword == "on")?;
    Kind::named(cursor.tree.slice(hir.value(on, "kind")?.range))
}

/// The words and signs of the condition before the place.
fn words_before<'a>(place: &ValuePlace<'a>) -> Vec<&'a str> {
    let range = TextRange::new(place.stmt.keyword_range.end, place.at);
    let tokens = place.cursor.tree.tokens();
    let tokens = tokens.skip_while(|token| token.range.start < range.start);
    tokens.take_while(|token| token.range.end <= range.end).map(|token| token.text).collect()
}

/// What may come next in a condition.
enum Next<'a> {
    Property,
    /// Behind a property: it is compared, or it was enough.
    Operator,
    /// Behind a comparison.
    Join,
    /// What this property is compared with.
    Value(&'a str),
}

impl<'a> Next<'a> {
    fn behind(before: &[&'a str]) -> Self {
        let is_sign = |word: &str| matches!(word, "=" | "!=" | "<" | "<=" | ">" | ">=" | "in");
        let at = |back: usize| before.len().checked_sub(back).and_then(|at| before.get(at)).copied();
        let Some(last) = at(1) else { return Self::Property };
        // A list of values: the property stands before its `in`.
        let listed = before.iter().rposition(|word| *word == "in").filter(|at| {
            let behind = before.get(at + 1..).unwrap_or_default();
            behind.first().is_none_or(|word| *word == "(") && !behind.contains(&")")
        });
        if let Some(property) = listed.and_then(|at| before.get(at.checked_sub(1)?)) {
            let is_open = matches!(last, "in" | "(" | ",");
            return if is_open { Self::Value(property) } else { Self::Join };
        }
        match last {
            "and" | "or" | "not" | "(" => Self::Property,
            ")" => Self::Join,
            sign if is_sign(sign) => at(2).map_or(Self::Property, Self::Value),
            _ if at(2).is_some_and(is_sign) => Self::Join,
            // `250M VND`: the number belongs to the sign before it.
            _ if at(3).is_some_and(is_sign) => Self::Join,
            _ => Self::Operator,
        }
    }
}

fn join(words: &[&str], list: &mut List<'_>) {
    for word in words {
        list.offer(Offer::new(CompletionKind::Keyword, *word).group(4), []);
    }
}

/// Offers properties of `kind`, `ending` behind each; behind `phase.`, those of the phase.
fn properties(context: &Context<'_>, kind: Option<Kind>, ending: &str, list: &mut List<'_>) {
    let model = &*context.analysis.model;
    let (path, kind) = match context.prefix.rsplit_once('.') {
        Some((path, _)) if path.split('.').all(|part| part == "phase") => {
            (format!("{path}."), Some(Kind::Phase))
        }
        _ => (String::new(), kind),
    };
    let Some(kind) = kind else { return };
    for name in company::properties(model, kind) {
        let row = inside(kind).iter().find(|row| row.keyword == name);
        let field = model.fields.rows().iter().find(|field| field.on == Some(kind) && field.head.id == name);
        let doc = row.map(|row| card::in_locale(row.doc, list.locale).split(". ").next().unwrap_or_default());
        let title = field.map_or("", |field| field.head.title.as_str());
        let detail = doc.map_or(title, |doc| doc.trim_end_matches('.'));
        let group = match (row.is_some(), field.is_some()) {
            (true, _) => 2,
            (_, true) => 1,
            _ => 3,
        };
        let write = format!("{path}{name}");
        let offer = Offer::new(CompletionKind::Keyword, write).ending(ending).detail(detail).group(group);
        list.offer(offer, [title].into_iter().filter(|title| !title.is_empty()));
    }
}

/// Offers what the property `path` is compared with.
fn values(context: &Context<'_>, place: &ValuePlace<'_>, kind: Kind, path: &str, list: &mut List<'_>) {
    match company::values(&context.analysis.model, kind, path) {
        Some(Values::Words(options)) => {
            let options: Vec<&str> = options.iter().map(|word| word.as_str()).collect();
            for word in &options {
                let label = word_label(&options, word).map(|doc| card::in_locale(doc, list.locale));
                // What is no identifier is written as a string.
                let is_plain = roadmap_sema::value::is_identifier(word);
                let write = if is_plain { (*word).to_owned() } else { format!("\"{word}\"") };
                let offer = Offer::new(CompletionKind::Word, write).detail(label.unwrap_or_default());
                list.offer(offer, [*word]);
            }
        }
        Some(Values::Names(namespace)) => names::offer(context, place, namespace, &[], list),
        Some(Values::Dates) => dates::offer(context, place, Form::Date, list),
        Some(Values::Money) => amounts::money(context, place, list),
        Some(Values::Others) | None => {}
    }
}
