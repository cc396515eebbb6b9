//! Colours by what words mean.

use std::cell::RefCell;
use std::collections::HashMap;

use lsp_types::{
    SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensDelta,
    SemanticTokensDeltaParams, SemanticTokensEdit, SemanticTokensFullDeltaResult, SemanticTokensLegend,
    SemanticTokensParams, SemanticTokensRangeParams, SemanticTokensRangeResult, SemanticTokensResult,
};
use roadmap_diag::TextRange;
use roadmap_ide::{self as ide, TokenModifiers, TokenType};

use crate::requests::Refusal;
use crate::snapshot::{Here, View};
use crate::sync::Walk;

/// Numbers of types and modifiers, by name. The same in every conversation: an editor that knows fewer passes over those
/// that it does not know.
pub(crate) fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: TokenType::ALL.map(token_type).to_vec(),
        token_modifiers: TokenModifiers::ALL.map(token_modifier).to_vec(),
    }
}

/// The nearest of the types that every theme colours.
fn token_type(kind: TokenType) -> SemanticTokenType {
    match kind {
        TokenType::Keyword => SemanticTokenType::KEYWORD,
        TokenType::Property => SemanticTokenType::PROPERTY,
        TokenType::Phase => SemanticTokenType::NAMESPACE,
        TokenType::Goal => SemanticTokenType::CLASS,
        TokenType::Activity => SemanticTokenType::FUNCTION,
        TokenType::Event => SemanticTokenType::EVENT,
        TokenType::Script => SemanticTokenType::METHOD,
        TokenType::Person => SemanticTokenType::TYPE,
        TokenType::Channel => SemanticTokenType::INTERFACE,
        TokenType::Metric => SemanticTokenType::VARIABLE,
        TokenType::Data => SemanticTokenType::STRUCT,
        TokenType::Market => SemanticTokenType::TYPE_PARAMETER,
        TokenType::Message => SemanticTokenType::MACRO,
        TokenType::Rule => SemanticTokenType::DECORATOR,
        TokenType::Word => SemanticTokenType::ENUM_MEMBER,
        TokenType::Number => SemanticTokenType::NUMBER,
        TokenType::String => SemanticTokenType::STRING,
        TokenType::Operator => SemanticTokenType::OPERATOR,
        TokenType::Comment => SemanticTokenType::COMMENT,
    }
}

/// What a number counts has no word in the protocol: those who want to see it colour `number.money`.
fn token_modifier(modifier: TokenModifiers) -> SemanticTokenModifier {
    match modifier {
        TokenModifiers::DECLARATION => SemanticTokenModifier::DECLARATION,
        TokenModifiers::DEPRECATED => SemanticTokenModifier::DEPRECATED,
        TokenModifiers::READONLY => SemanticTokenModifier::READONLY,
        TokenModifiers::BUILT_IN => SemanticTokenModifier::DEFAULT_LIBRARY,
        TokenModifiers::DATE => SemanticTokenModifier::new("date"),
        TokenModifiers::DURATION => SemanticTokenModifier::new("duration"),
        TokenModifiers::MONEY => SemanticTokenModifier::new("money"),
        _ => SemanticTokenModifier::new("percent"),
    }
}

/// What editors were given last, by the address of the text: they ask for what differs from it.
#[derive(Default)]
pub(crate) struct Given {
    texts: RefCell<HashMap<String, SemanticTokens>>,
    count: RefCell<u64>,
}

impl Given {
    /// Forgets a text that was closed.
    pub(crate) fn forget(&self, uri: &str) {
        self.texts.borrow_mut().remove(uri);
    }

    /// Gives `data` a name of its own, and remembers it where the editor does so too.
    fn remember(&self, here: &Here<'_>, uri: &str, data: Vec<SemanticToken>) -> SemanticTokens {
        if !here.client.keeps_tokens {
            return SemanticTokens { result_id: None, data };
        }
        *self.count.borrow_mut() += 1;
        let tokens = SemanticTokens { result_id: Some(self.count.borrow().to_string()), data };
        self.texts.borrow_mut().insert(uri.to_owned(), tokens.clone());
        tokens
    }
}

pub(super) fn full(
    view: &View<'_>,
    params: SemanticTokensParams,
) -> Result<Option<SemanticTokensResult>, Refusal> {
    let uri = &params.text_document.uri;
    let Some(here) = view.file(uri) else { return Ok(None) };
    Ok(Some(view.given.remember(&here, uri.as_str(), encoded(&here, None)).into()))
}

pub(super) fn range(
    view: &View<'_>,
    params: SemanticTokensRangeParams,
) -> Result<Option<SemanticTokensRangeResult>, Refusal> {
    let Some(here) = view.file(&params.text_document.uri) else { return Ok(None) };
    let data = encoded(&here, Some(here.bytes(params.range)));
    Ok(Some(SemanticTokens { result_id: None, data }.into()))
}

/// What differs from the tokens that the editor has; all of them where it has others than it was given last.
pub(super) fn delta(
    view: &View<'_>,
    params: SemanticTokensDeltaParams,
) -> Result<Option<SemanticTokensFullDeltaResult>, Refusal> {
    let uri = &params.text_document.uri;
    let Some(here) = view.file(uri) else { return Ok(None) };
    let last = view.given.texts.borrow_mut().remove(uri.as_str());
    let now = view.given.remember(&here, uri.as_str(), encoded(&here, None));
    let last = last.filter(|last| last.result_id.as_ref() == Some(&params.previous_result_id));
    Ok(Some(match last {
        Some(last) => {
            let edits = difference(&last.data, &now.data).into_iter().collect();
            SemanticTokensDelta { result_id: now.result_id, edits }.into()
        }
        None => now.into(),
    }))
}

/// The one edit that makes `after` of `before`. It counts numbers, of which a token has five.
fn difference(before: &[SemanticToken], after: &[SemanticToken]) -> Option<SemanticTokensEdit> {
    let front = before.iter().zip(after).take_while(|(one, other)| one == other).count();
    let (old, new) = (before.get(front..)?, after.get(front..)?);
    let back = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
    let (old, new) = (old.len() - back, new.get(..new.len() - back)?);
    let numbers = |tokens: usize| u32::try_from(tokens * 5).unwrap_or(u32::MAX);
    let data = (!new.is_empty()).then(|| new.to_vec());
    (old > 0 || data.is_some()).then(|| SemanticTokensEdit {
        start: numbers(front),
        delete_count: numbers(old),
        data,
    })
}

/// The tokens of a file as the protocol counts them: each from the one before it.
fn encoded(here: &Here<'_>, range: Option<TextRange>) -> Vec<SemanticToken> {
    let text = &*here.file.text;
    let mut walk = Walk::new(text, here.client.encoding);
    let mut data = Vec::new();
    let (mut line, mut column) = (0, 0);
    for token in ide::semantic_tokens(here.analysis(), here.id, range) {
        for piece in pieces(text, token.range, here.client.long_tokens) {
            let start = walk.to(piece.start);
            let length = walk.width_to(piece.end);
            let delta_line = start.line - line;
            let delta_start = if delta_line == 0 { start.character - column } else { start.character };
            (line, column) = (start.line, start.character);
            let token_type = token.kind as u32;
            let token_modifiers_bitset = token.modifiers.bits();
            data.push(SemanticToken { delta_line, delta_start, length, token_type, token_modifiers_bitset });
        }
    }
    data
}

/// A token as it is, or, for an editor that takes none over several lines, what of it stands on each.
fn pieces(text: &str, range: TextRange, whole: bool) -> Vec<TextRange> {
    let token = text.get(range.as_range()).unwrap_or_default();
    if whole || !token.contains(['\n', '\r']) {
        return vec![range];
    }
    let mut at = range.start;
    let lines = token.split_inclusive(['\n', '\r']).map(|line| {
        let start = at;
        at += u32::try_from(line.len()).unwrap_or(0);
        let blanks = u32::try_from(line.len() - line.trim_start().len()).unwrap_or(0);
        let end = u32::try_from(line.trim_end().len()).unwrap_or(0);
        TextRange::new(start + blanks, start + end)
    });
    lines.filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn token(number: u32) -> SemanticToken {
        SemanticToken {
            delta_line: 0,
            delta_start: number,
            length: 1,
            token_type: 0,
            token_modifiers_bitset: 0,
        }
    }

    /// Makes an edit as an editor does: in the flat list of numbers.
    fn apply(before: &[SemanticToken], edit: Option<SemanticTokensEdit>) -> Vec<u32> {
        let flat = |tokens: &[SemanticToken]| -> Vec<u32> {
            let numbers = tokens.iter().map(|token| {
                [
                    token.delta_line,
                    token.delta_start,
                    token.length,
                    token.token_type,
                    token.token_modifiers_bitset,
                ]
            });
            numbers.flatten().collect()
        };
        let mut numbers = flat(before);
        if let Some(edit) = edit {
            let (start, end) = (edit.start as usize, (edit.start + edit.delete_count) as usize);
            numbers.splice(start..end, flat(&edit.data.unwrap_or_default()));
        }
        numbers
    }

    #[test]
    fn one_edit_makes_the_difference() {
        // Every pair of lists of up to four tokens of two sorts.
        let lists: Vec<Vec<SemanticToken>> = (0..=4_u32)
            .flat_map(|length| {
                (0..1_u32 << length).map(move |bits| (0..length).map(|at| token(bits >> at & 1)).collect())
            })
            .collect();
        for before in &lists {
            for after in &lists {
                let edit = difference(before, after);
                assert_eq!(edit.is_none(), before == after);
                assert_eq!(apply(before, edit), apply(after, None), "{before:?} {after:?}");
            }
        }
    }

    #[test]
    fn the_numbers_of_the_legend_are_those_of_the_types() {
        for (number, kind) in TokenType::ALL.into_iter().enumerate() {
            assert_eq!(number, kind as usize);
        }
        for (bit, modifier) in TokenModifiers::ALL.into_iter().enumerate() {
            assert_eq!(1 << bit, modifier.bits());
        }
        let legend = legend();
        let names: std::collections::BTreeSet<_> =
            legend.token_types.iter().map(SemanticTokenType::as_str).collect();
        assert_eq!(names.len(), TokenType::ALL.len());
        assert_eq!(legend.token_modifiers.last().map(SemanticTokenModifier::as_str), Some("percent"));
    }

    #[test]
    fn a_text_over_several_lines_is_cut_at_their_ends() {
        let text = "\"\"\"\r\n  Một  \n\n\tHai\"\"\"";
        let all = TextRange::new(0, u32::try_from(text.len()).unwrap());
        let cut: Vec<_> =
            pieces(text, all, false).into_iter().map(|piece| text.get(piece.as_range()).unwrap()).collect();
        assert_eq!(cut, ["\"\"\"", "Một", "Hai\"\"\""]);
        assert_eq!(pieces(text, all, true), [all]);
    }
}
