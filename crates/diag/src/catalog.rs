//! The message files, read once for each language when the first message is shown.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::format::{format_date, format_decimal, format_money, format_percent};
use crate::{Arg, Locale, Message};

/// The message files, one list for both languages: (name, English, Vietnamese).
macro_rules! files {
    ($($name:literal),* $(,)?) => {
        const FILES: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../messages/en/", $name, ".ftl")),
            include_str!(concat!("../messages/vi/", $name, ".ftl")),
        )),*];
    };
}

files![
    "common",
    "syntax",
    "language",
    "company",
    "rules-plan",
    "rules-people",
    "rules-goal",
    "rules-channel",
    "rules-budget",
    "rules-time",
    "rules-review",
    "rules-data",
    "rules-track",
    "rules-kpi",
    "rules-launch",
    "rules-sales",
    "rules-text",
    "cli",
    "ide",
    "help",
    "status",
    "diff",
    "report"
];

type Bundle = FluentBundle<FluentResource>;

fn bundle(locale: Locale) -> &'static Bundle {
    static VI: OnceLock<Bundle> = OnceLock::new();
    static EN: OnceLock<Bundle> = OnceLock::new();
    match locale {
        Locale::Vi => VI.get_or_init(|| load(locale, FILES.iter().map(|file| file.2))),
        Locale::En => EN.get_or_init(|| load(locale, FILES.iter().map(|file| file.1))),
    }
}

fn load(locale: Locale, sources: impl Iterator<Item = &'static str>) -> Bundle {
    // The language decides plural forms only; the tag of either always parses.
    let language: LanguageIdentifier = locale.as_str().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks would show up as boxes in terminals and change what a user copies.
    bundle.set_use_isolating(false);
    for source in sources {
        // The tests hold every file free of errors and double names; what can be read is used all the same.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The text of `message` in `locale`. An id that no file has gives the id, so that nothing is lost.
#[must_use]
pub fn render(message: &Message, locale: Locale) -> String {
    if message.id == "verbatim" {
        return message.args.iter().map(|(_, value)| plain(value, locale)).collect();
    }
    lookup(message, locale).unwrap_or_else(|| message.id.to_owned())
}

/// The text of the attribute `name` of `message`, where the files have it: `title`, `help`, `label`.
#[must_use]
pub fn render_attribute(message: &Message, name: &str, locale: Locale) -> Option<String> {
    let bundle = bundle(locale);
    let attribute = bundle.get_message(message.id)?.get_attribute(name)?;
    let args = arguments(message, locale);
    Some(bundle.format_pattern(attribute.value(), Some(&args), &mut Vec::new()).into_owned())
}

/// The text called `id` (or `id.attribute`) in `locale`, for callers that have its name only as they run, such as
/// report templates. Variables stay as the files write them.
#[must_use]
pub fn text(id: &str, locale: Locale) -> Option<String> {
    let bundle = bundle(locale);
    let pattern = match id.split_once('.') {
        Some((id, attribute)) => bundle.get_message(id)?.get_attribute(attribute)?.value(),
        None => bundle.get_message(id)?.value()?,
    };
    Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
}

fn lookup(message: &Message, locale: Locale) -> Option<String> {
    let bundle = bundle(locale);
    let pattern = match message.id.split_once('.') {
        Some((id, attribute)) => bundle.get_message(id)?.get_attribute(attribute)?.value(),
        None => bundle.get_message(message.id)?.value()?,
    };
    let args = arguments(message, locale);
    Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
}

fn arguments<'a>(message: &'a Message, locale: Locale) -> FluentArgs<'a> {
    message.args.iter().map(|(name, value)| (*name, argument(value, locale))).collect()
}

fn argument(value: &Arg, locale: Locale) -> FluentValue<'_> {
    match value {
        // A number, so that the files can choose a plural form by it.
        Arg::Count(count) => FluentValue::from(*count),
        Arg::Text(text) => FluentValue::from(text.as_str()),
        other => FluentValue::from(plain(other, locale)),
    }
}

fn plain(value: &Arg, locale: Locale) -> String {
    match value {
        Arg::Text(text) => text.clone(),
        Arg::Count(count) => count.to_string(),
        Arg::Number(number) => format_decimal(*number, locale),
        Arg::Percent(percent) => format_percent(*percent, locale),
        Arg::Money(amount, currency) => format_money(*amount, currency, locale),
        Arg::Date(date) => format_date(*date, locale),
        Arg::Message(message) => render(message, locale),
        Arg::List(items) => join(items, locale),
    }
}

fn join(items: &[Arg], locale: Locale) -> String {
    let mut out = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            let last = index + 1 == items.len();
            out.push_str(match (last, locale) {
                (true, Locale::Vi) => " và ",

                (true, Locale::En) => " and ",
                (false, ..) => ", ",
            });
        }
        out.push_str(&plain(item, locale));
    }
    out
}

/// Every message and attribute of `locale` with the variables it uses: what the tests hold equal between languages.
#[must_use]
pub fn message_ids(locale: Locale) -> BTreeMap<String, Vec<String>> {
    let mut ids = BTreeMap::new();
    for (_, en, vi) in FILES {
        let source = match locale {
            Locale::Vi => vi,
            Locale::En => en,
        };
        let mut current = String::new();
        let mut key = String::new();
        for line in source.lines() {
            let head = line.split_once('=').map(|(head, _)| head.trim());
            if let Some(head) = head.filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                head.clone_into(&mut current);
                head.clone_into(&mut key);
                ids.insert(key.clone(), Vec::new());
            } else if let Some(head) = head.and_then(|head| head.strip_prefix('.')) {
                key = format!("{current}.{head}");
                ids.insert(key.clone(), Vec::new());
            }
            if let Some(used) = ids.get_mut(&key) {
                for part in line.split("{ $").skip(1) {
                    let name: String =
                        part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                    if !used.contains(&name) {
                        used.push(name);
                    }
                }
                used.sort();
            }
        }
    }
    ids
}

/// The message file called `name` in `locale`, as it is written.
#[must_use]
pub fn message_source(name: &str, locale: Locale) -> Option<&'static str> {
    FILES.iter().find(|file| file.0 == name).map(|(_, en, vi)| match locale {
        Locale::Vi => *vi,
        Locale::En => *en,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn message_files_have_no_errors_and_no_double_names() {
        for (name, en, vi) in FILES {
            for source in [en, vi] {
                if let Err((_, errors)) = FluentResource::try_new((*source).to_owned()) {
                    panic!("{name}.ftl: {errors:?}");
                }
            }
        }
        for locale in Locale::ALL {
            let heads: Vec<_> = FILES
                .iter()
                .flat_map(|file| if locale == Locale::Vi { file.2 } else { file.1 }.lines())
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| line.split_once('=').map(|(head, _)| head.trim()))
                .collect();
            let mut once = heads.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(heads.len(), once.len(), "a message is defined twice in {locale:?}");
        }
    }

    #[test]
    fn both_languages_say_the_same_things() {
        assert_eq!(message_ids(Locale::En), message_ids(Locale::Vi));
    }

    #[test]
    fn lists_join_as_people_write_them() {
        let list = Message::verbatim("").with("a", vec![Arg::from("a"), Arg::from("b"), Arg::from("c")]);
        assert_eq!(render(&list, Locale::En), "a, b and c");
        assert_eq!(render(&list, Locale::Vi), "a, b và c");
    }
}
