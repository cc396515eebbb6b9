//! What a rule may ask about: for those who help to write one.

use roadmap_schema::{Kind, Namespace};
use smol_str::SmolStr;

use super::property::{Scope, Type, Words};
use crate::model::Model;
use crate::names::normalize;

/// What a property is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// One of these words.
    Words(Vec<SmolStr>),
    /// A name of this namespace.
    Names(Namespace),
    /// A date.
    Dates,
    /// An amount of money.
    Money,
    /// Whatever its form takes.
    Others,
}

/// Every name that a rule about statements of `kind` may ask for, in alphabetical order. Behind `phase.` stand those of
/// [`Kind::Phase`].
#[must_use]
pub fn properties(model: &Model, kind: Kind) -> Vec<&str> {
    Scope { model, kind }.names()
}

/// What the property `path` of a statement of `kind` is compared with; nothing where there is no such property.
#[must_use]
pub fn values(model: &Model, kind: Kind, path: &str) -> Option<Values> {
    let scope = Scope { model, kind };
    let path: Vec<SmolStr> = path.split('.').map(normalize).collect();
    let property = scope.find(&path)?;
    Some(match (scope.words_of(&property), scope.type_of(&property)) {
        (Words::List(words), _) => Values::Words(words.into_iter().map(SmolStr::new).collect()),
        (Words::Names(namespace), _) => Values::Names(namespace),
        (Words::Free, Type::Date) => Values::Dates,
        (Words::Free, Type::Money) => Values::Money,
        (Words::Free, _) => Values::Others,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check;

    #[test]
    fn properties_say_what_they_are_compared_with() {
        let text =
            "phase p \"P\" 2026-Q1 { }\nfield region on activity { type one_of \"north\", \"south\" }\n";
        let checked = check(text, "2026-01-05");
        let model = &checked.built.model;
        let values = |path: &str| values(model, Kind::Activity, path);
        let words = |words: &[&str]| Some(Values::Words(words.iter().map(SmolStr::new).collect()));
        assert_eq!(values("region"), words(&["north", "south"]));
        assert_eq!(values("phase"), words(&["p"]));
        assert_eq!(values("priority"), words(&["high", "normal", "low"]));
        assert_eq!(values("owner"), Some(Values::Names(Namespace::PersonOrTeam)));
        assert_eq!(values("phase.end"), Some(Values::Dates));
        assert_eq!(values("budget"), Some(Values::Money));
        assert_eq!(values("title"), Some(Values::Others));
        assert_eq!(values("phase.nothing"), None);
        let names = properties(model, Kind::Activity);
        assert!(
            ["end", "phase", "region", "title", "today"].iter().all(|name| names.contains(name)),
            "{names:?}"
        );
    }
}
