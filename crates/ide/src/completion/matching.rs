//! Which names fit what is typed, and how well.

use std::sync::OnceLock;

use roadmap_sema::names::fold;

/// What is typed, ready to be compared.
pub(super) struct Typed {
    letters: String,
}

/// How well a name fits; the least is the best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Fit {
    /// What is written begins with it.
    Start,
    /// The title begins with it.
    Title,
    /// One of its words does.
    Word,
    /// It stands somewhere inside.
    Inside,
}

impl Typed {
    pub(super) fn new(prefix: &str) -> Self {
        Self { letters: letters(prefix) }
    }

    /// How well something fits that is written `write` and is known by `titles`.
    pub(super) fn fit<'t>(&self, write: &str, titles: impl IntoIterator<Item = &'t str>) -> Option<Fit> {
        if self.letters.is_empty() {
            return Some(Fit::Start);
        }
        let own = self.fit_text(write);
        if own == Some(Fit::Start) {
            return own;
        }
        let titles = titles.into_iter().filter_map(|title| match self.fit_text(title)? {
            Fit::Start => Some(Fit::Title),
            fit => Some(fit),
        });
        titles.chain(own).min()
    }

    fn fit_text(&self, text: &str) -> Option<Fit> {
        let wanted = self.letters.as_str();
        if text.len() < wanted.len() {
            return None;
        }
        let letters = letters(text);
        if letters.starts_with(wanted) {
            return Some(Fit::Start);
        }
        let mut found = letters.match_indices(wanted).peekable();
        found.peek()?;
        let is_word =
            |at: usize| letters.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
        if found.any(|(at, _)| is_word(at)) {
            return Some(Fit::Word);
        }
        // One letter stands in almost every name.
        wanted.chars().nth(1).map(|_| Fit::Inside)
    }
}

/// `text` as [`fold`] reads it, but for `y`, which counts as `i` everywhere: what is typed may end inside a syllable. Each
/// letter is looked up, since a plan has thousands of titles and each keystroke compares them all.
fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    letters.extend(text.chars().filter_map(letter));
    letters
}

/// The first and last letter with marks of its own that Latin has.
const MARKED: (u32, u32) = (0xc0, 0x1eff);

fn letter(character: char) -> Option<char> {
    static PLAIN: OnceLock<Vec<char>> = OnceLock::new();
    match character {
        'y' | 'Y' => Some('i'),
        '_' | '-' => Some(' '),
        '\0'..='\u{7f}' => Some(character.to_ascii_lowercase()),
        // Marks that a keyboard puts behind a letter.
        '\u{300}'..='\u{36f}' => None,
        _ => {
            let plain = PLAIN.get_or_init(|| {
                let all = (MARKED.0..=MARKED.1).map(|code| char::from_u32(code).unwrap_or('\u{fffd}'));
                all.map(|letter| match fold(letter.encode_utf8(&mut [0; 4])).chars().next() {
                    Some('y') => 'i',
                    Some(plain) => plain,
                    None => letter,
                })
                .collect()
            });
            let index =
                u32::from(character).checked_sub(MARKED.0).and_then(|index| usize::try_from(index).ok());
            Some(index.and_then(|index| plain.get(index)).copied().unwrap_or(character))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(typed: &str, write: &str, title: &str) -> Option<Fit> {
        Typed::new(typed).fit(write, [title])
    }

    #[test]
    fn accents_and_case_make_no_difference() {
        assert_eq!(fit("phung", "p1", "Phụng"), Some(Fit::Title));
        assert_eq!(fit("dat", "p1", "Đạt Nguyễn"), Some(Fit::Title));
        assert_eq!(fit("Đạt", "dat", "D"), Some(Fit::Start));
        assert_eq!(fit("PH", "phung", ""), Some(Fit::Start));
    }

    #[test]
    fn a_beginning_comes_before_a_word_and_a_word_before_the_rest() {
        assert_eq!(fit("grow", "grow_revenue", ""), Some(Fit::Start));
        assert_eq!(fit("rev", "grow_revenue", ""), Some(Fit::Word));
        assert_eq!(fit("even", "grow_revenue", ""), Some(Fit::Inside));
        assert_eq!(fit("nguyen", "lan", "Lan Nguyễn"), Some(Fit::Word));
        assert_eq!(fit("xyz", "lan", "Lan Nguyễn"), None);
        assert_eq!(fit("", "lan", "Lan"), Some(Fit::Start));
    }

    #[test]
    fn a_syllable_that_is_not_finished_fits() {
        assert_eq!(fit("ty", "x", "Tỷ lệ chốt"), Some(Fit::Title));
        assert_eq!(fit("ty", "type", ""), Some(Fit::Start));
        assert_eq!(fit("tỷ l", "x", "Tỉ lệ"), Some(Fit::Title));
    }
}
