//! Names: when two are the same, and which one was meant.

use std::borrow::Cow;

use smol_str::SmolStr;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// `text` in NFC: a name typed on two keyboards is one name. ASCII is returned as it is.
#[must_use]
pub fn normalize(text: &str) -> SmolStr {
    SmolStr::new(nfc(text))
}

/// `text` in NFC, without a copy where it already is.
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// `text` as people compare it: lower case, without accents, `đ` as `d`, `_` and `-` as blanks.
///
/// Where the tone mark stands (`hoà`, `hòa`) and whether `i` or `y` ends a syllable (`tỷ`, `tỉ`; `quý`, `quí`) make no
/// difference. The result is to be compared, never shown.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        // Nothing to take apart: most identifiers are such, and a search compares very many.
        return fold_letters(text.chars().map(|c| c.to_ascii_lowercase()), text.len());
    }
    // Lower case first: some capitals become a letter with a mark.
    let lower = text.chars().flat_map(char::to_lowercase);
    let plain = lower.nfd().filter(|c| !is_combining_mark(*c));
    fold_letters(plain.map(|c| if c == 'đ' { 'd' } else { c }), text.len())
}

/// Folds letters that are lower case and without marks.
fn fold_letters(letters: impl Iterator<Item = char>, capacity: usize) -> String {
    let mut folded = String::with_capacity(capacity);
    let mut characters = letters.peekable();
    while let Some(character) = characters.next() {
        let ends_syllable = characters.peek().is_none_or(|next| !next.is_alphabetic());
        folded.push(match character {
            '_' | '-' => ' ',
            'y' if ends_syllable && may_end_in_either(&folded) => 'i',
            other => other,
        });
    }
    folded
}

/// Whether the sound that ends a syllable is written `i` or `y` alike behind `before`: after a consonant or `qu`, but not
/// after another vowel, where it makes two words (`tai`, `tay`).
fn may_end_in_either(before: &str) -> bool {
    before.ends_with("qu")
        || before.ends_with(|c: char| c.is_alphabetic() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'))
}

/// What `wanted` was most likely meant to be: of the candidates (what to write, and the text to compare: an identifier
/// or a title) the nearest by edits, where it is near enough to be worth a question.
///
/// The same candidates in another order give the same answer.
#[must_use]
pub fn suggest<'a>(wanted: &str, candidates: impl Iterator<Item = (&'a str, &'a str)>) -> Option<&'a str> {
    let target = Folded::new(wanted);
    let most = target.most_edits();
    let mut best: Option<(Rank<'a>, &'a str)> = None;
    for (write, compare) in candidates.filter(|(write, _)| *write != wanted) {
        // Folding keeps the number of letters, so what is much longer need not be looked at.
        let is_too_long = compare.len() > 4 * (target.length + most) + 4;
        if is_too_long || (compare.is_ascii() && compare.len().abs_diff(target.length) > most) {
            continue;
        }
        let candidate = Folded::new(compare);
        let Some(edits) = target.edits_to(&candidate, most) else { continue };
        let rank = Rank {
            edits,
            other_start: target.text.chars().next() != candidate.text.chars().next(),
            length_apart: target.length.abs_diff(candidate.length),
            write,
        };
        if best.as_ref().is_none_or(|(known, _)| rank < *known) {
            best = Some((rank, write));
        }
    }
    best.map(|(_, write)| write)
}

/// How good a suggestion is; the least is the best.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank<'a> {
    edits: usize,
    other_start: bool,
    length_apart: usize,
    write: &'a str,
}

/// A text ready to be compared.
struct Folded {
    text: String,
    /// In letters.
    length: usize,
    /// Which letters it has, 64 of them told apart: an edit changes two at most.
    letters: u64,
}

impl Folded {
    fn new(text: &str) -> Self {
        let text = fold(text);
        let length = text.chars().count();
        let letters = text.chars().fold(0, |all, letter| all | 1_u64 << (u32::from(letter) % 64));
        Self { text, length, letters }
    }

    /// How many edits are still a slip of the keyboard. Short names differ by one letter as a rule (`ads`, `app`), long
    /// texts are compared as a whole only.
    fn most_edits(&self) -> usize {
        match self.length {
            0..=2 => 0,
            3..=4 => 1,
            5..=8 => 2,
            9..=64 => 3,
            _ => 0,
        }
    }

    /// Insertions, deletions, changes and swaps of neighbours from one to the other, where they are `most` at most.
    fn edits_to(&self, other: &Self, most: usize) -> Option<usize> {
        if self.text == other.text {
            return Some(0);
        }
        let far = most == 0
            || self.length.abs_diff(other.length) > most
            || (self.letters ^ other.letters).count_ones() as usize > 2 * most;
        if far {
            return None;
        }
        let edits = strsim::osa_distance(&self.text, &other.text);
        // A word of which nothing but two letters stay is another word.
        (edits <= most && 2 * edits < other.length.max(3)).then_some(edits)
    }
}

/// An identifier made from a title: `Tuần lễ khai trương` gives `tuan_le_khai_truong`. At most about 24 letters, cut
/// between words.
#[must_use]
pub fn identifier(title: &str) -> SmolStr {
    const LONGEST: usize = 24;
    let mut made = String::new();
    for word in fold(title).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !made.is_empty() && made.len() + word.len() >= LONGEST {
            break;
        }
        if !made.is_empty() {
            made.push('_');
        }
        made.push_str(word);
    }
    // A number alone reads as a number, and nothing at all as nothing.
    if made.is_empty() || made.starts_with(|c: char| !unicode_ident::is_xid_start(c)) {
        made.insert_str(0, "x_");
    }
    SmolStr::new(made)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_typed_on_two_keyboards_is_one() {
        assert_eq!(normalize("chie\u{302}\u{301}n_di\u{323}ch"), normalize("chiến_dịch"));
        assert_eq!(normalize("leads"), "leads");
    }

    #[test]
    fn folding_forgets_what_people_write_differently() {
        let table = [
            ("Hoà", "Hòa"),
            ("thuý", "thúy"),
            ("tỷ", "tỉ"),
            ("Quý", "quí"),
            ("Đội Ngũ", "doi ngu"),
            ("Khách hàng tiềm năng", "khach_hang_tiem_nang"),
            ("mỹ", "mi"),
        ];
        for (left, right) in table {
            assert_eq!(fold(left), fold(right), "{left} {right}");
        }
        for (left, right) in [("tay", "tai"), ("tuy", "tui"), ("lan", "lam")] {
            assert_ne!(fold(left), fold(right), "{left} {right}");
        }
    }

    #[test]
    fn suggestions_are_what_was_meant_or_nothing() {
        let candidates = [
            ("lan", "lan"),
            ("minh", "minh"),
            ("hoa", "hoa"),
            ("nam", "nam"),
            ("leads", "leads"),
            ("leads", "Khách hàng tiềm năng"),
            ("supports", "supports"),
            ("owner", "owner"),
            ("grow_revenue", "grow_revenue"),
            ("ads", "ads"),
        ];
        let table = [
            ("lna", Some("lan")),
            ("Lan", Some("lan")),
            ("lead", Some("leads")),
            ("suports", Some("supports")),
            ("ownr", Some("owner")),
            ("khach hang tiem nang", Some("leads")),
            ("Khách hàng tiềm nâng", Some("leads")),
            ("grow-revenue", Some("grow_revenue")),
            ("growrevenue", Some("grow_revenue")),
            ("revenue", None),
            ("x", None),
            ("la", None),
            ("tomorrow", None),
            ("quarterly", None),
            ("", None),
        ];
        for (wanted, expected) in table {
            assert_eq!(suggest(wanted, candidates.into_iter()), expected, "{wanted}");
            assert_eq!(suggest(wanted, candidates.into_iter().rev()), expected, "{wanted}, backwards");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,20}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn one_slip_in_a_long_name_is_found(name in "[a-z]{6,12}", at in 0_usize..6) {
            let mut slipped: Vec<char> = name.chars().collect();
            slipped.remove(at);
            let slipped: String = slipped.into_iter().collect();
            prop_assert_eq!(suggest(&slipped, std::iter::once((name.as_str(), name.as_str()))), Some(name.as_str()));
        }
    }
}
