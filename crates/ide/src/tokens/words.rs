//! Words that are no names of the plan: fixed words, numbers, and what announces a value.

use roadmap_schema::{Form, Namespace};
use roadmap_sema::hir::{HirStmt, HirValue, Scalar, Value};
use roadmap_sema::value::Currency;
use roadmap_syntax::{Token, TokenKind};

use super::{TokenModifiers, TokenType};

/// A word with what stands beside it in its statement.
#[derive(Clone, Copy)]
pub(super) struct Beside<'t> {
    /// The two tokens before it, the nearer one first.
    pub(super) before: [Option<Token<'t>>; 2],
    pub(super) next: Option<Token<'t>>,
}

type Found = (TokenType, TokenModifiers);

/// What the word `token` of a statement is: it belongs to `value`, or announces one.
pub(super) fn word(
    stmt: &HirStmt,
    value: Option<&HirValue>,
    form: Option<Form>,
    token: Token<'_>,
    beside: Beside<'_>,
) -> Option<Found> {
    let plain = |kind: TokenType| Some((kind, TokenModifiers::default()));
    let Some(value) = value else {
        let clauses = stmt.row.map_or(&[][..], |row| row.clauses);
        let announces = clauses.iter().any(|clause| clause.lead == token.text);
        return if announces { plain(TokenType::Keyword) } else { number(token, beside) };
    };
    let is_number = is_number(token.text);
    match &value.value {
        Value::When(_) => Some((TokenType::Number, TokenModifiers::DATE)),
        Value::Duration(_) => Some((TokenType::Number, TokenModifiers::DURATION)),
        Value::Money(_) => Some((TokenType::Number, TokenModifiers::MONEY)),
        _ if is_number => number(token, beside),
        Value::Choice(_) | Value::FieldType(..) | Value::Currency(_) => plain(TokenType::Word),
        Value::Cadence(_) | Value::Every(_) | Value::Alert(_) => {
            number(token, beside).or(plain(TokenType::Word))
        }
        Value::Message { name: Some(_), text } => match &*stmt.keyword {
            "message" | "usp" => {
                let declares = TokenModifiers::default().with_if(text.is_some(), TokenModifiers::DECLARATION);
                Some((TokenType::Message, declares))
            }
            _ => plain(TokenType::Word),
        },
        Value::Name(name) => match form {
            Some(Form::Free) => plain(TokenType::Word),
            Some(Form::Ref(Namespace::Calendar)) if matches!(&**name, "vn" | "weekdays" | "none") => {
                Some((TokenType::Data, TokenModifiers::READONLY.with(TokenModifiers::BUILT_IN)))
            }
            Some(Form::Ref(Namespace::MetricOrBudget)) if name == "budget" => plain(TokenType::Property),
            _ => None,
        },
        Value::Condition(_) => condition(token, beside),
        Value::Scalar(Scalar::Name(_)) => plain(TokenType::Word),
        _ => number(token, beside),
    }
}

/// A number by its letters, or the currency behind one.
pub(super) fn number(token: Token<'_>, beside: Beside<'_>) -> Option<Found> {
    let is_currency = |token: Option<Token<'_>>| {
        token.is_some_and(|token| token.kind == TokenKind::Word && Currency::parse(token.text).is_some())
    };
    let modifiers = if is_number(token.text) {
        if is_currency(beside.next) { TokenModifiers::MONEY } else { shape(token.text) }
    } else if is_currency(Some(token)) && beside.before[0].is_some_and(|before| is_number(before.text)) {
        TokenModifiers::MONEY
    } else {
        return None;
    };
    Some((TokenType::Number, modifiers))
}

/// A word of a condition: what joins, the property that is asked about, the value that it is compared with.
fn condition(token: Token<'_>, beside: Beside<'_>) -> Option<Found> {
    let [before, before_that] = beside.before.map(|token| token.map_or("", |token| token.text));
    let kind = match token.text {
        "and" | "or" | "not" | "in" => TokenType::Keyword,
        _ if matches!(before, "=" | "!=" | "<" | "<=" | ">" | ">=" | "in" | ",") => TokenType::Word,
        _ if before == "(" && before_that == "in" => TokenType::Word,
        _ => return number(token, beside).or(Some((TokenType::Property, TokenModifiers::default()))),
    };
    number(token, beside).or(Some((kind, TokenModifiers::default())))
}

fn is_number(text: &str) -> bool {
    text.trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit())
}

/// What a number counts, by its form.
fn shape(text: &str) -> TokenModifiers {
    let text = text.trim_start_matches(['+', '-']);
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (_, rest) = text.split_at_checked(digits).unwrap_or((text, ""));
    match rest {
        "d" | "w" | "mo" | "bd" => TokenModifiers::DURATION,
        _ if rest.ends_with('%') || rest.ends_with("pp") => TokenModifiers::PERCENT,
        _ if digits == 4 && rest.starts_with('-') => TokenModifiers::DATE,
        _ => TokenModifiers::default(),
    }
}
