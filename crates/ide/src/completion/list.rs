//! The items of one answer, ranked as they come.

use roadmap_diag::{Locale, Message, TextRange};
use roadmap_sema::model::Model;

use super::context::Context;
use super::matching::{Fit, Typed};
use super::{CompletionItem, CompletionKind, snippet};
use crate::card::Subject;

/// Items that fit what is typed.
pub(super) struct List<'a> {
    typed: Typed,
    prefix: &'a str,
    range: TextRange,
    /// Whether a blank already follows the word.
    before_blank: bool,
    pub(super) locale: Locale,
    items: Vec<(Rank, Offer)>,
}

/// The least comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    fit: Fit,
    group: u8,
    order: u32,
}

/// Something to offer.
pub(super) struct Offer {
    label: String,
    kind: CompletionKind,
    insert: String,
    /// Written behind it, and not shown.
    ending: String,
    detail: Option<String>,
    about: Option<Subject>,
    has_stops: bool,
    continues: bool,
    group: u8,
}

impl Offer {
    /// `text`, as it is to be written.
    pub(super) fn new(kind: CompletionKind, text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            label: text.clone(),
            kind,
            insert: text,
            ending: String::new(),
            detail: None,
            about: None,
            has_stops: false,
            continues: false,
            group: 5,
        }
    }

    /// A text with tab stops, shown as `label`.
    pub(super) fn snippet(label: impl Into<String>, snippet: String) -> Self {
        let mut offer = Self::new(CompletionKind::Snippet, snippet);
        offer.label = label.into();
        offer.has_stops = true;
        offer
    }

    pub(super) fn kind(mut self, kind: CompletionKind) -> Self {
        self.kind = kind;
        self
    }

    pub(super) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into()).filter(|detail| !detail.is_empty());
        self
    }

    /// What is written behind it.
    pub(super) fn ending(mut self, ending: &str) -> Self {
        self.ending = ending.to_owned();
        self
    }

    /// What there is to read about it.
    pub(super) fn about(mut self, subject: Subject) -> Self {
        self.about = Some(subject);
        self
    }

    /// Among what fits equally well, smaller groups come first; 5 unless said otherwise.
    pub(super) fn group(mut self, group: u8) -> Self {
        self.group = group;
        self
    }

    /// A blank and another value must follow.
    pub(super) fn continues(mut self) -> Self {
        self.continues = true;
        self
    }
}

impl<'a> List<'a> {
    pub(super) fn new(context: &Context<'a>, locale: Locale) -> Self {
        Self {
            typed: Typed::new(context.prefix),
            prefix: context.prefix,
            range: context.range,
            before_blank: context.rest.starts_with([' ', '\t']),
            locale,
            items: Vec::new(),
        }
    }

    /// `message` in the reader's language.
    pub(super) fn say(&self, message: &Message) -> String {
        roadmap_diag::render(message, self.locale)
    }

    /// How well a name fits what is typed.
    pub(super) fn fit<'t>(&self, write: &str, titles: impl IntoIterator<Item = &'t str>) -> Option<Fit> {
        self.typed.fit(write, titles)
    }

    /// Offers it where it, or one of `titles`, fits what is typed.
    pub(super) fn offer<'t>(&mut self, offer: Offer, titles: impl IntoIterator<Item = &'t str>) {
        if let Some(fit) = self.fit(&offer.label, titles) {
            self.add(offer, fit);
        }
    }

    /// Offers it where its label or detail fits.
    pub(super) fn offer_plain(&mut self, offer: Offer) {
        let detail = offer.detail.clone();
        self.offer(offer, detail.as_deref());
    }

    /// Offers what is known to fit.
    pub(super) fn add(&mut self, offer: Offer, fit: Fit) {
        let order = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        self.items.push((Rank { fit, group: offer.group, order }, offer));
    }

    /// The best of them, in order.
    pub(super) fn finish(mut self, model: &Model, most: usize) -> Vec<CompletionItem> {
        self.items.sort_by_key(|(rank, _)| *rank);
        let mut seen = std::collections::BTreeSet::new();
        let (range, prefix, before_blank) = (self.range, self.prefix, self.before_blank);
        let items = self.items.into_iter();
        let once = items.filter(|(_, offer)| seen.insert((offer.label.clone(), offer.has_stops)));
        let items = once.take(most).enumerate();
        items
            .map(|(index, (_, offer))| {
                let blank = if offer.continues && !before_blank { " " } else { "" };
                CompletionItem {
                    filter: if prefix.is_empty() { offer.label.clone() } else { prefix.to_owned() },
                    insert: if offer.has_stops {
                        snippet::plain(&offer.insert)
                    } else {
                        offer.insert.clone() + &offer.ending
                    } + blank,
                    snippet: offer.has_stops.then_some(offer.insert),
                    label: offer.label,
                    kind: offer.kind,
                    detail: offer.detail,
                    range,
                    sort: format!("{index:04}"),
                    continues: offer.continues,
                    data: offer.about.map(|subject| subject.data(model)),
                }
            })
            .collect()
    }
}
