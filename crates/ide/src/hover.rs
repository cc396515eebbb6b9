//! What is to be read about the word under the cursor.

mod value;

use roadmap_db::Analysis;
use roadmap_diag::{FileId, Locale, TextRange, text};
use roadmap_schema::{Form, Kind, word_label};
use roadmap_sema::hir::{HirStmt, Value};
use roadmap_sema::model::{Named, StmtRef};
use roadmap_sema::rules;
use roadmap_syntax::{Token, TokenKind};

use crate::card::{self, Subject};
use crate::completion::context::allow_range;
use crate::{Cursor, locate, scope};

/// What is to be read at a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hover {
    /// The words that it is about.
    pub range: TextRange,
    /// Markdown.
    pub text: String,
}

/// What is to be read about the word at `offset`: a keyword, a name, a word of a list, a date, a number, or a rule in a
/// comment that allows it.
#[must_use]
pub fn hover(analysis: &Analysis, file: FileId, offset: u32, locale: Locale) -> Option<Hover> {
    let cursor = Cursor::new(analysis, file, offset)?;
    let token = token_at(&cursor)?;
    if token.kind == TokenKind::Comment {
        return allowed_rule(analysis, &cursor, token, locale);
    }
    let stmts = (0..).zip(&cursor.hir.stmts);
    let around = stmts.take_while(|(_, stmt)| stmt.range.start <= token.range.start);
    let (index, stmt) = around.filter(|(_, stmt)| token.range.end <= stmt.range.end).last()?;
    let at = StmtRef { file, item: cursor.item, index };
    let range = cursor.in_file(token.range);
    match token.kind {
        TokenKind::Keyword => keyword(analysis, stmt, at, locale).map(|text| Hover { range, text }),
        TokenKind::String => {
            let is_title = cursor
                .hir
                .values_of(stmt)
                .iter()
                .any(|value| matches!(value.slot, "title" | "name") && value.range == token.range);
            let named = declared(analysis, stmt, at).filter(|_| is_title)?;
            Some(Hover { range, text: Subject::Name(named).describe(analysis, locale) })
        }
        TokenKind::Word => name(analysis, stmt, at, offset, locale)
            .or_else(|| word(&cursor, stmt, token, locale).map(|text| Hover { range, text }))
            .or_else(|| value::hover(analysis, &cursor, stmt, token, locale))
            .or_else(|| target(analysis, &cursor, stmt, at, token, locale)),
        TokenKind::Operator => target(analysis, &cursor, stmt, at, token, locale),
        _ => None,
    }
}

/// The token that holds the cursor, else the one directly before it.
fn token_at<'a>(cursor: &Cursor<'a>) -> Option<Token<'a>> {
    let local = cursor.local();
    let touching = cursor.tree.tokens().skip_while(|token| token.range.end < local);
    let mut near = touching.take_while(|token| token.range.start <= local).peekable();
    let first = near.next()?;
    let is_mark = |token: &Token<'_>| {
        matches!(token.kind, TokenKind::Open | TokenKind::Close | TokenKind::Semicolon | TokenKind::Comma)
    };
    match near.next() {
        Some(second) if !is_mark(&second) => Some(second),
        _ => Some(first),
    }
}

/// The headline of the rule that a comment allows.
fn allowed_rule(
    analysis: &Analysis,
    cursor: &Cursor<'_>,
    comment: Token<'_>,
    locale: Locale,
) -> Option<Hover> {
    let range = allow_range(cursor, comment)?;
    let code = cursor.file.text.get(range.as_range())?;
    let text = match rules::find(code) {
        Some(rule) => Subject::Rule(rule).describe(analysis, locale),
        None => match code.strip_suffix("/*") {
            Some(group) => {
                let own = rules::all().iter().filter(|rule| rule.code.split('/').next() == Some(group));
                let lines = own.map(|rule| {
                    let title = text(&format!("{}.title", rule.message), locale).unwrap_or_default();
                    format!("- `{}`: {title}", rule.code)
                });
                lines.collect::<Vec<_>>().join("\n")
            }
            None => {
                let custom = analysis.model.rules.rows().iter().find(|rule| rule.name == code)?;
                format!("**{}** · `{code}`", custom.title)
            }
        },
    };
    (!text.is_empty()).then_some(Hover { range, text })
}

fn keyword(analysis: &Analysis, stmt: &HirStmt, at: StmtRef, locale: Locale) -> Option<String> {
    if !stmt.known {
        let kind = if stmt.parent_kind == Kind::PhaseChannel { Kind::Channel } else { stmt.parent_kind };
        let mut fields = analysis.model.fields.iter();
        let (id, _) = fields.find(|(_, field)| field.head.id == stmt.keyword && field.on == Some(kind))?;
        return Some(Subject::Name(Named::Field(id)).describe(analysis, locale));
    }
    let doc = Subject::Keyword(stmt.row?).describe(analysis, locale);
    let kpi = (stmt.kind() == Kind::Kpi).then(|| scope::kpi_at(analysis, at)).flatten();
    Some(match kpi {
        Some(kpi) => format!("{}\n\n---\n\n{doc}", card::kpi(analysis, kpi, locale)),
        None => doc,
    })
}

/// What the statement `at` declares.
fn declared(analysis: &Analysis, stmt: &HirStmt, at: StmtRef) -> Option<Named> {
    let model = &*analysis.model;
    let mut named = model.all_named();
    if !stmt.row?.declares() {
        return None;
    }
    named.find(|named| model.head_of(*named).place.is_some_and(|place| place.stmt == at))
}

/// The card of a name; a KPI's metric tells of the KPI first.
fn name(analysis: &Analysis, stmt: &HirStmt, at: StmtRef, offset: u32, locale: Locale) -> Option<Hover> {
    let found = locate::at(analysis, at.file, offset)?;
    let mut text = Subject::Name(found.named).describe(analysis, locale);
    if let (Kind::Kpi, Named::Metric(_)) = (stmt.kind(), found.named)
        && let Some(kpi) = scope::kpi_at(analysis, at)
    {
        text = format!("{}\n\n---\n\n{text}", card::kpi(analysis, kpi, locale));
    }
    Some(Hover { range: found.range, text })
}

/// What a word of a list stands for.
fn word(cursor: &Cursor<'_>, stmt: &HirStmt, token: Token<'_>, locale: Locale) -> Option<String> {
    let row = stmt.row?;
    let holds = |range: TextRange| range.contains_range(token.range);
    let value = cursor.hir.values_of(stmt).iter().find(|value| holds(value.range));
    if let Some(value) = value {
        let slots = row.slots.iter().chain(row.clauses.iter().map(|clause| &clause.slot));
        let form = slots.into_iter().find(|slot| slot.name == value.slot)?.form;
        let label = match (form, &value.value) {
            (Form::Choice(words), Value::Choice(word)) => {
                word_label(words, word).map(|doc| card::in_locale(doc, locale))
            }
            (Form::Cadence, _) => card::label("CADENCE", token.text, locale)
                .or_else(|| card::label("WEEKDAYS", token.text, locale)),
            (Form::Every, _) => card::label("WEEKDAYS", token.text, locale),
            (Form::AlertWhen, _) => card::label("ALERT", token.text, locale),
            (Form::FieldType, _) => card::label("FIELD_TYPE", token.text, locale),
            _ => None,
        };
        return label.map(|label| format!("`{}`: {label}", token.text));
    }
    None
}

/// The KPI whose target is under the cursor.
fn target(
    analysis: &Analysis,
    cursor: &Cursor<'_>,
    stmt: &HirStmt,
    at: StmtRef,
    token: Token<'_>,
    locale: Locale,
) -> Option<Hover> {
    let value = cursor.hir.value(stmt, "target").filter(|_| stmt.kind() == Kind::Kpi)?;
    if !value.range.contains_range(token.range) {
        return None;
    }
    let kpi = scope::kpi_at(analysis, at)?;
    Some(Hover { range: cursor.in_file(value.range), text: card::kpi(analysis, kpi, locale) })
}

#[cfg(test)]
mod tests;
