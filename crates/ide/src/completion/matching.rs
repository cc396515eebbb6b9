//! Which names fit what is typed, and how well.

use roadmap_sema::names::fold;

/// What is typed, ready to be compared.
pub(super) struct Typed {
    folded: String,
    lower: String,
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
        Self { folded: fold(prefix), lower: prefix.to_lowercase() }
    }

    /// How well something fits that is written `write` and is known by `titles`.
    pub(super) fn fit<'t>(&self, write: &str, titles: impl IntoIterator<Item = &'t str>) -> Option<Fit> {
        if self.lower.is_empty() {
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
        if text.is_ascii() && text.len() < self.folded.len() {
            return None;
        }
        let folded = fold(text);
        // Folding reads the `y` at a word's end as `i`; the word may not be at its end yet.
        let lower = self.lower.as_str();
        let starts = |text: &str| text.starts_with(&self.folded) || text.starts_with(lower);
        if starts(&folded) || text.get(..lower.len()).is_some_and(|start| start.eq_ignore_ascii_case(lower)) {
            return Some(Fit::Start);
        }
        let is_break = |c: char| !c.is_alphanumeric();
        if folded.match_indices(is_break).any(|(at, gap)| folded.get(at + gap.len()..).is_some_and(starts)) {
            return Some(Fit::Word);
        }
        // One letter stands in almost every name.
        let is_long = self.folded.chars().nth(1).is_some();
        (is_long && folded.contains(self.folded.trim())).then_some(Fit::Inside)
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
