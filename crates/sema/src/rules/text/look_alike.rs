//! The other half of `text/not-nfc`: names with letters of two scripts that look alike.

use roadmap_diag::Message;
use roadmap_syntax::{TokenKind, Tree};
use unicode_normalization::char::is_combining_mark;
use unicode_security::{MixedScript, skeleton};

use super::{not_nfc, subject};
use crate::names::nfc;
use crate::problem::{Problem, ProblemFix};

/// One finding a word that mixes Latin with letters of another script that cannot be told from Latin ones.
pub(super) fn find(tree: &Tree, problems: &mut Vec<Problem>) {
    for token in tree.tokens() {
        if !matches!(token.kind, TokenKind::Word | TokenKind::Keyword) || token.text.is_ascii() {
            continue;
        }
        let word = nfc(token.text);
        let Some((strange, plain)) = in_latin(&word) else { continue };
        let message = Message::new("text-not-nfc.look-alike")
            .with("written", &*word)
            .with("letter", strange.to_string())
            .with("code", format!("U+{:04X}", u32::from(strange)));
        let mut problem = Problem::warning(not_nfc::RULE.code, token.range, message)
            .help(Message::new("text-not-nfc.look-alike-help").with("plain", plain.as_str()));
        problem.subject = subject(tree, token.range.start);
        let title = Message::new("text-not-nfc.look-alike-fix");
        // The name may be written the same way in other places, so that one of them alone is not changed unasked.
        problem.fixes.push(ProblemFix { title, safe: false, edits: vec![(token.range, plain)] });
        problems.push(problem);
    }
}

/// The first letter of `word` that only looks Latin, and the word with Latin letters alone; none where all its letters are
/// of one script, or one of another script can be told from every Latin one, as in `β_test`.
fn in_latin(word: &str) -> Option<(char, String)> {
    if word.is_single_script() {
        return None;
    }
    let mut strange = None;
    let mut plain = String::with_capacity(word.len());
    for letter in word.chars() {
        if letter.is_ascii() || is_latin(letter) {
            plain.push(letter);
            continue;
        }
        let mut buffer = [0; 4];
        let mut looks = skeleton(letter.encode_utf8(&mut buffer)).filter(|c| !is_combining_mark(*c));
        let like = looks.next().filter(|like| like.is_ascii_alphabetic() && looks.next().is_none())?;
        strange = strange.or(Some(letter));
        plain.push(like);
    }
    Some((strange?, plain))
}

/// Whether a letter stands beside plain Latin ones without mixing scripts, as those of Vietnamese do.
fn is_latin(letter: char) -> bool {
    let mut both = String::from("a");
    both.push(letter);
    both.is_single_script()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_looks_latin_and_is_not_is_found() {
        let table = [
            // Cyrillic а, о, е; Greek ο; in the middle, at the end, several.
            ("l\u{430}nding", Some("landing")),
            ("se\u{43e}", Some("seo")),
            ("\u{435}m\u{430}il", Some("email")),
            ("promo_\u{3bf}", Some("promo_o")),
            ("chiến_dịch_\u{430}", Some("chiến_dịch_a")),
            ("q1.l\u{430}nding", Some("q1.landing")),
            // One script throughout, marks and numbers included.
            ("chiến_dịch", None),
            ("ra_mắt_2026", None),
            ("реклама", None),
            ("広告", None),
            ("1.5tỷ", None),
            // Nobody takes these for Latin.
            ("реклама_ads", None),
            ("\u{436}_test", None),
            ("広告_ads", None),
        ];
        for (word, plain) in table {
            assert_eq!(in_latin(word).map(|(_, plain)| plain).as_deref(), plain, "{word}");
        }
    }
}
