//! `text/not-nfc`

use roadmap_diag::{Message, Severity};
use roadmap_syntax::Tree;
use unicode_normalization::{IsNormalized, is_nfc_quick};

use super::subject;
use crate::names::nfc;
use crate::problem::{Problem, ProblemFix};
use crate::rules::{Check, rule};

rule!("text/not-nfc", "text-not-nfc", Hint, Check::Elsewhere, "not_nfc.md");

/// One finding a top-level statement, at the first place, with a mend for all of them: they come from one keyboard.
pub(super) fn find(tree: &Tree, problems: &mut Vec<Problem>) {
    // Composed text, the usual case in Vietnamese too, is known as such without a copy.
    if is_nfc_quick(tree.text().chars()) == IsNormalized::Yes {
        return;
    }
    let mut edits = Vec::new();
    for token in tree.tokens() {
        let composed = nfc(token.text);
        if composed != token.text {
            edits.push((token.range, composed.into_owned()));
        }
    }
    let Some((first, written)) = edits.first() else { return };
    let message = Message::new(RULE.message).with("written", written.as_str());
    let mut problem = Problem::warning(RULE.code, *first, message).help(Message::new("text-not-nfc.help"));
    problem.severity = Severity::Hint;
    problem.subject = subject(tree, first.start);
    let title = Message::new("text-not-nfc.fix");
    problem.fixes.push(ProblemFix { title, safe: true, edits });
    problems.push(problem);
}
