//! What is promised to customers, and whether two promises are one.

use roadmap_diag::Arg;

use super::Cx;
use crate::model::{Activity, Goal, Head, Id, Launch, MessageUse, Phase, Segment, Use};

/// What somebody is held to: the promises, and whose they are.
#[derive(Clone, Debug)]
pub(crate) struct Promised<'a> {
    /// Whose.
    pub(crate) by: Home,
    /// Its name.
    pub(crate) head: &'a Head,
    /// The promises; never none.
    pub(crate) uses: Vec<&'a MessageUse>,
    /// What the customers and products that it is about have been promised: that will do, too.
    audience: Vec<&'a MessageUse>,
}

impl Promised<'_> {
    /// Whether one of `cited` may be among the promises: only where all are sure to differ, they are not kept. Who
    /// cites nothing contradicts nobody.
    pub(crate) fn is_kept_by(&self, cited: &[&MessageUse]) -> bool {
        let mut promises = self.uses.iter().chain(&self.audience);
        cited.is_empty()
            || promises.any(|promise| cited.iter().any(|cited| is_same(cited, promise).unwrap_or(true)))
    }
}

/// Where promises stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Home {
    /// An activity.
    Activity,
    /// A launch.
    Launch,
    /// A phase.
    Phase,
}

impl<'a> Cx<'a> {
    /// What an activity itself promises: its USPs, and its message where that has a name. A message in words alone is
    /// how something is said, not what is promised.
    pub(crate) fn own_promises(&self, id: Id<Activity>) -> Vec<&'a MessageUse> {
        let activity = self.model.activities.get(id);
        activity.usps.iter().chain(activity.message.iter().filter(|message| is_named(message))).collect()
    }

    /// What an activity is held to: the USPs of the launches it promotes, else its phase's named message.
    pub(crate) fn held_to(&self, id: Id<Activity>) -> Option<Promised<'a>> {
        let activity = self.model.activities.get(id);
        // A launch that nobody knows may promise anything.
        let launches = self.promoted(id)?;
        let of_launches = launches.into_iter().filter_map(|launch| self.promised_by_launch(launch));
        let first = of_launches.reduce(|mut all, more| {
            all.uses.extend(more.uses);
            all.audience.extend(more.audience);
            all
        });
        let mut promised = first.or_else(|| self.promised_by_phase(activity.phase?))?;
        promised.audience.extend(self.audience(&activity.goals, &activity.segments));
        Some(promised)
    }

    /// What a script for an activity is held to: what the activity promises, else what that is held to.
    pub(crate) fn promised_by_activity(&self, id: Id<Activity>) -> Option<Promised<'a>> {
        let uses = self.own_promises(id);
        if uses.is_empty() {
            return self.held_to(id);
        }
        let head = &self.model.activities.get(id).head;
        Some(Promised { by: Home::Activity, head, uses, audience: Vec::new() })
    }

    /// The USPs of a launch.
    pub(crate) fn promised_by_launch(&self, id: Id<Launch>) -> Option<Promised<'a>> {
        let launch = self.model.launches.get(id);
        let uses: Vec<_> = launch.usps.iter().collect();
        let goals = launch.phase.map(|phase| self.goals_for(Some(phase))).unwrap_or_default();
        let audience = self.audience(&goals, &[]);
        (!uses.is_empty()).then_some(Promised { by: Home::Launch, head: &launch.head, uses, audience })
    }

    /// The named message of a phase.
    pub(crate) fn promised_by_phase(&self, id: Id<Phase>) -> Option<Promised<'a>> {
        let phase = self.model.phases.get(id);
        let message = phase.message.as_ref().filter(|message| is_named(message))?;
        let audience = self.audience(&self.goals_for(Some(id)), &[]);
        Some(Promised { by: Home::Phase, head: &phase.head, uses: vec![message], audience })
    }

    /// The USPs for `segments` and for the segments and products of `goals`.
    fn audience(&self, goals: &[Id<Goal>], segments: &[Use<Segment>]) -> Vec<&'a MessageUse> {
        let model = self.model;
        let goals = || goals.iter().map(|goal| model.goals.get(*goal));
        let of_goals = goals().flat_map(|goal| &goal.segments);
        let segments = of_goals.chain(segments).filter_map(|segment| segment.target);
        let products = goals().flat_map(|goal| &goal.products).filter_map(|product| product.target);
        let of_segments = segments.flat_map(|segment| &model.segments.get(segment).usps);
        of_segments.chain(products.flat_map(|product| &model.products.get(product).usps)).collect()
    }
}

/// Promises as a list in a sentence: their names, their words where they have none.
pub(crate) fn promise_list(uses: &[&MessageUse]) -> Arg {
    let shown = uses.iter().filter_map(|used| match (&used.name, &used.text) {
        (Some(name), _) => Some(Arg::Text(format!("`{name}`"))),
        (None, Some(text)) => Some(Arg::Text(format!("“{text}”"))),
        (None, None) => None,
    });
    Arg::List(shown.collect())
}

/// Whether two promises are one: by name, by their words where one has no name. None where nobody can tell.
fn is_same(one: &MessageUse, other: &MessageUse) -> Option<bool> {
    let same_words = match (&one.text, &other.text) {
        // `…` is still to be filled in.
        (Some(one), Some(other)) if says(one) && says(other) => Some(words(one).eq(words(other))),
        _ => None,
    };
    match (&one.name, &other.name) {
        (Some(name), Some(other)) => Some(name == other || same_words == Some(true)),
        _ => same_words,
    }
}

/// The letters and digits of a text: how it is spaced, punctuated and capitalised makes no other promise.
fn words(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Whether a text says anything yet.
fn says(text: &str) -> bool {
    words(text).next().is_some()
}

/// Whether a message is known by a name, or could not be read and may be.
fn is_named(message: &MessageUse) -> bool {
    message.name.is_some() || message.text.is_none()
}

#[cfg(test)]
mod tests {
    use roadmap_diag::{FileId, Span, TextRange};

    use super::*;

    fn promise(name: Option<&str>, text: Option<&str>) -> MessageUse {
        let span = Span::in_file(FileId(0), TextRange::empty(0));
        MessageUse { span, name: name.map(Into::into), text: text.map(Into::into) }
    }

    #[test]
    fn names_decide_and_words_where_there_is_no_name() {
        let named = promise(Some("fast"), Some("Xong trong 5 phút"));
        let table = [
            (promise(Some("fast"), None), Some(true)),
            (promise(Some("fast"), Some("Other words")), Some(true)),
            (promise(Some("cheap"), None), Some(false)),
            (promise(Some("cheap"), Some("xong trong 5 phút.")), Some(true)),
            (promise(None, Some("  Xong  trong 5 phút!")), Some(true)),
            (promise(None, Some("Xong trong 6 phút")), Some(false)),
            (promise(None, Some("…")), None),
            (promise(None, None), None),
        ];
        for (other, same) in table {
            assert_eq!(is_same(&named, &other), same, "{other:?}");
            assert_eq!(is_same(&other, &named), same, "{other:?}");
        }
        assert_eq!(is_same(&promise(Some("fast"), None), &promise(None, Some("Fast"))), None);
    }
}
