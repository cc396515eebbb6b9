//! What stands between the values of a statement: one blank, or nothing.

use roadmap_syntax::{Token, TokenKind};

use crate::text::reindent;

/// Keyword and values as they are written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    pub(crate) code: String,
    /// Offset of the blank behind the keyword.
    pub(crate) value: Option<usize>,
    /// Offset of the blank behind the first value, where it is a word and others follow.
    pub(crate) title: Option<usize>,
    /// The same behind the second value.
    pub(crate) third: Option<usize>,
    /// Whether a `=` stands among the values.
    pub(crate) has_formula: bool,
}

/// Writes a statement's tokens; comments are passed over. `depth` is where a `"""` is indented to.
pub(crate) fn head(tokens: &[Token<'_>], depth: usize) -> Head {
    let mut head = Head::default();
    let digits = touches_digits(tokens);
    let mut before: Option<&Token<'_>> = None;
    let mut count = 0;
    for (index, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::Comment {
            continue;
        }
        if let Some(before) = before {
            let after = tokens.get(index + 1);
            let context = Context { formula: head.has_formula, digits };
            if count == 1 || has_blank(before, token, after, tokens, index, context) {
                match count {
                    1 => head.value = Some(head.code.len()),
                    2 if before.kind == TokenKind::Word => head.title = Some(head.code.len()),
                    3 if head.title.is_some() && before.kind == TokenKind::Word => {
                        head.third = Some(head.code.len());
                    }
                    _ => {}
                }
                head.code.push(' ');
            }
        }
        match token.kind {
            TokenKind::Text => head.code.push_str(&reindent(token.text, depth)),
            _ => head.code.push_str(token.text),
        }
        head.has_formula |= token.text == "=";
        count += 1;
        before = Some(token);
    }
    head
}

#[derive(Clone, Copy)]
struct Context {
    /// Whether a `=` stands before.
    formula: bool,
    /// Whether a `/` has a number right beside it: `03/04/2026`.
    digits: bool,
}

/// Whether a blank stands between `before` and `token`. Words that touch may be one mistake (`1,5`, `03/04/2026`), which
/// must stay one; those that do not must not become one.
fn has_blank(
    before: &Token<'_>,
    token: &Token<'_>,
    after: Option<&Token<'_>>,
    tokens: &[Token<'_>],
    index: usize,
    context: Context,
) -> bool {
    let tight_slash = |left: Option<&Token<'_>>, slash: &Token<'_>, right: Option<&Token<'_>>| {
        let (Some(left), Some(right)) = (left, right) else { return false };
        let other = |kind| matches!(kind, TokenKind::Keyword | TokenKind::Operator);
        let words = !other(left.kind) && !other(right.kind);
        words && left.touches(slash) && slash.touches(right) && (!context.formula || context.digits)
    };
    let is = |token: &Token<'_>, text: &str| token.kind == TokenKind::Operator && token.text == text;
    let word = |token: Option<&Token<'_>>| token.is_some_and(|token| token.kind == TokenKind::Word);
    let left = index.checked_sub(2).and_then(|at| tokens.get(at));
    if token.kind == TokenKind::Comma {
        return false;
    }
    if before.kind == TokenKind::Comma {
        let number =
            |token: &Token<'_>| token.text.starts_with(|c: char| c.is_numeric() || c == '+' || c == '-');
        let one_number = left.is_some_and(|left| word(Some(left)) && left.touches(before) && number(left));
        return !(one_number && before.touches(token) && number(token));
    }
    if is(token, "..") {
        return !(word(Some(before)) && word(after));
    }
    if is(before, "..") {
        return !(word(left) && word(Some(token)));
    }
    if is(token, "/") {
        return !tight_slash(Some(before), token, after);
    }
    if is(before, "/") {
        return !tight_slash(left, before, Some(token));
    }
    !is(before, "(") && !is(token, ")")
}

fn touches_digits(tokens: &[Token<'_>]) -> bool {
    let number = |token: &Token<'_>| token.text.starts_with(|c: char| c.is_numeric() || c == '+' || c == '-');
    tokens.windows(2).any(|pair| {
        let [left, right] = pair else { return false };
        left.touches(right) && (left.text == "/" && number(right) || right.text == "/" && number(left))
    })
}
