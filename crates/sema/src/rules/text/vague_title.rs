//! `text/vague-title`

use roadmap_diag::Severity;

use super::vague_words::{Sort, is_listed, phrases};
use crate::names::{fold, nfc};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("text/vague-title", "text-vague-title", Warning, Check::Item(check), "vague_title.md");

/// Words of the longest title that is looked at: who writes more says something.
const LONGEST: usize = 10;

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    // A task has its activity to say what it is about, a milestone its day, a launch its product.
    let (head, is_measured) = match item {
        Item::Activity(id) => (&cx.model[id].head, false),
        Item::Goal(id) => {
            let goal = &cx.model[id];
            (&goal.head, goal.kpis.iter().any(|kpi| cx.model[*kpi].target_span.is_some()))
        }
        _ => return,
    };
    let (Some(place), Some(span)) = (head.place, head.title_span) else { return };
    if !is_vague(&head.title) {
        return;
    }
    let mut finding = sink.report(span, place).with("title", head.title.as_str());
    if matches!(item, Item::Goal(_)) {
        finding = finding.help("text-vague-title.goal-help");
    }
    // The number of a goal stands in its KPI; the title only fails to say it.
    if is_measured {
        finding = finding.severity(Severity::Hint);
    }
    finding.emit();
}

/// Whether a title says no more than that something is to be done about something: it begins with a verb of the list, has
/// no word that is in none of the lists, and no number.
pub(super) fn is_vague(title: &str) -> bool {
    // The cheap question first: most numbers are written with these.
    if title.bytes().any(|byte| byte.is_ascii_digit()) || title.chars().any(char::is_numeric) {
        return false;
    }
    let title = nfc(title);
    let words = || title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // Most titles have a word of their own among the first few: nothing behind it has to be taken apart.
    let is_short = words().nth(LONGEST).is_none();
    if !is_short || !words().all(|word| is_listed(&fold(word))) {
        return false;
    }
    let words: Vec<Word> = words().map(Word::new).collect();
    is_covered(&words)
}

/// Whether phrases of the lists cover all of `words`, a verb first. Words before it may only be stop words.
fn is_covered(words: &[Word]) -> bool {
    // For each place: reached without a verb so far, reached with one.
    let mut reached = vec![(false, false); words.len() + 1];
    if let Some(start) = reached.first_mut() {
        start.0 = true;
    }
    for at in 0..words.len() {
        let Some((before, behind)) = reached.get(at).copied() else { break };
        if !before && !behind {
            continue;
        }
        let Some(rest) = words.get(at..) else { break };
        for (length, sort) in starting(rest) {
            let Some(end) = reached.get_mut(at + length) else { continue };
            match sort {
                Sort::Verb => end.1 = true,
                Sort::Noun => end.1 |= behind,
                Sort::Stop => {
                    end.0 |= before;
                    end.1 |= behind;
                }
            }
        }
    }
    reached.last().is_some_and(|(_, with_verb)| *with_verb)
}

/// The phrases that `words` begin with: how many words, and of which sort.
fn starting(words: &[Word]) -> impl Iterator<Item = (usize, Sort)> + '_ {
    let known = words.first().and_then(|first| phrases().get(first.plain.as_str()));
    known.into_iter().flatten().filter_map(move |phrase| {
        let start = words.get(..phrase.words.len())?;
        let matches = start.iter().zip(&phrase.words).all(|(word, known)| word.may_be(known));
        matches.then_some((phrase.words.len(), phrase.sort))
    })
}

/// A word as it is compared.
pub(super) struct Word {
    /// Without case and accents.
    pub(super) plain: String,
    /// The marks of its letters, wherever they stand in it; none where it has none.
    marks: Vec<char>,
}

impl Word {
    /// Takes a word apart.
    pub(super) fn new(word: &str) -> Self {
        use unicode_normalization::UnicodeNormalization;
        use unicode_normalization::char::is_combining_mark;
        let is_mark = |c: &char| is_combining_mark(*c) || *c == 'đ';
        let mut marks: Vec<char> = if word.is_ascii() {
            Vec::new()
        } else {
            word.chars().flat_map(char::to_lowercase).nfd().filter(is_mark).collect()
        };
        marks.sort_unstable();
        Self { plain: fold(word), marks }
    }

    /// Whether this word of a title is `known`: typed without any accent it may be, with accents it has to have the same.
    /// “Tặng” (give) is not “tăng” (raise).
    fn may_be(&self, known: &Self) -> bool {
        self.plain == known.plain && (self.marks.is_empty() || self.marks == known.marks)
    }
}
