//! What `roadmap.toml` decides: levels of rules, and the numbers they count with.

use std::collections::BTreeMap;

use roadmap_diag::{Code, Severity};
use roadmap_schema::{Form, Kind};

/// The settings of a project. [`Default`] is the method's own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Levels for the whole project.
    pub lints: Levels,
    /// Levels for some files, later ones first: whether a path matches is decided by whoever read the globs.
    pub file_lints: Vec<FileLevels>,
    /// Levels of whoever reads, over all others: an editor has settings of its own.
    pub reader: Levels,
    /// Numbers and lists.
    pub limits: Limits,
}

/// Levels by rule (`people/owner-missing`) and by group (`sales/*`). A rule's own line wins over its group's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Levels {
    /// Rule or group to level.
    pub by_name: BTreeMap<String, Level>,
}

/// Levels for the files of a project whose paths are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLevels {
    /// Paths, relative to the project, with `/`.
    pub paths: Vec<String>,
    /// Their levels.
    pub levels: Levels,
}

/// What a rule's findings count as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Nothing: the rule is silent.
    Off,
    /// This severity, whatever the rule's own is.
    At(Severity),
}

impl Level {
    /// The level that a word names: `off`, `hint`, `warning` or `error`.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        if word == "off" { Some(Self::Off) } else { Severity::from_word(word).map(Self::At) }
    }
}

impl Levels {
    /// The level set for `code`, by its own name first, then by its group.
    #[must_use]
    pub fn of(&self, code: &Code) -> Option<Level> {
        let own = self.by_name.get(code.as_str());
        own.or_else(|| self.by_name.get(&format!("{}/*", code.group()))).copied()
    }
}

impl Settings {
    /// The level of `code` in the file `path`, where one is set.
    #[must_use]
    pub fn level(&self, code: &Code, path: &str) -> Option<Level> {
        let by_file = self
            .file_lints
            .iter()
            .filter(|lints| lints.paths.iter().any(|listed| listed == path))
            .find_map(|lints| lints.levels.of(code));
        self.reader.of(code).or(by_file).or_else(|| self.lints.of(code))
    }
}

/// A list of words in `[limits]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordList {
    /// Its name in `roadmap.toml`.
    pub name: &'static str,
    /// The words where nothing is set.
    pub default: &'static [&'static str],
    /// The property whose words they are, and the statement it stands in.
    of: (Kind, &'static str),
    /// What it is.
    pub about: &'static str,
}

impl WordList {
    /// The words that may stand in it: those that the property takes.
    #[must_use]
    pub fn known(&self) -> &'static [&'static str] {
        let (parent, keyword) = self.of;
        match roadmap_schema::find(parent, keyword).and_then(|row| row.slots.first()).map(|slot| slot.form) {
            Some(Form::Choice(words)) => words,
            _ => &[],
        }
    }
}

macro_rules! limits {
    (
        lists { $($(#[doc = $list_doc:literal])* $list:ident of $kind:ident $keyword:literal = $words:expr,)* }
        $($(#[doc = $doc:literal])* $name:ident = $default:literal,)*
    ) => {
        /// What rules count with: numbers, and lists of words.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Limits {
            $($(#[doc = $list_doc])* pub $list: Vec<&'static str>,)*
            $($(#[doc = $doc])* pub $name: u32,)*
        }

        impl Default for Limits {
            fn default() -> Self {
                Self { $($list: $words.to_vec(),)* $($name: $default,)* }
            }
        }

        impl Limits {
            /// Every number: its name in `roadmap.toml`, its default and what it is.
            pub const ALL: &[(&str, u32, &str)] = &[$((stringify!($name), $default, concat!($($doc),*)),)*];

            /// Every list.
            pub const LISTS: &[WordList] = &[$(WordList {
                name: stringify!($list),
                default: &$words,
                of: (Kind::$kind, $keyword),
                about: concat!($($list_doc),*),
            },)*];

            /// The number called `name`, to set.
            pub fn get_mut(&mut self, name: &str) -> Option<&mut u32> {
                match name {
                    $(stringify!($name) => Some(&mut self.$name),)*
                    _ => None,
                }
            }

            /// The list called `name`, to set.
            pub fn list_mut(&mut self, name: &str) -> Option<&mut Vec<&'static str>> {
                match name {
                    $(stringify!($list) => Some(&mut self.$list),)*
                    _ => None,
                }
            }
        }
    };
}

limits! {
    lists {
        /// Material that a launch needs.
        launch_materials of Launch "material" = ["deck", "faq", "pricing"],
    }
    /// Activities of one team that may overlap in one week.
    parallel_activities = 5,
    /// Items that a person without a `capacity` of their own may have open at once.
    open_items = 4,
    /// Goals that a phase may have.
    goals_per_phase = 2,
    /// Primary channels that a phase may have.
    primary_channels = 2,
    /// Support channels that a phase may have.
    support_channels = 1,
    /// Channels with a small share each, from which on a phase's budget counts as thinly spread.
    thin_channels = 4,
    /// Percent of a phase's budget below which a channel's share is small.
    thin_share = 20,
    /// Percent of the budget on paid channels above which a plan depends on them.
    paid_share = 70,
    /// Percent of an activity's budget that is spent, above which its result is looked at.
    spend_percent = 30,
    /// Percent of a target below which the result of that money counts as none.
    outcome_percent = 10,
    /// KPIs that a goal may have.
    kpis_per_goal = 5,
    /// Days that an activity may last without a checkpoint.
    checkpoint_days = 14,
    /// Shortest long horizon, in months.
    long_horizon_min = 6,
    /// Longest long horizon, in months.
    long_horizon_max = 12,
    /// Shortest short horizon, in months.
    short_horizon_min = 1,
    /// Longest short horizon, in months.
    short_horizon_max = 3,
    /// Percent worse than planned from which a KPI counts as off pace.
    off_pace_percent = 10,
    /// Percent beyond the highest and the lowest of its recent readings from which a reading counts as unusual.
    anomaly_percent = 50,
    /// Percent by which an input grows from one period to the next without its outcome, to be pointed out.
    divergence_percent = 20,
    /// Days without an edit, a review or a reading after which a plan counts as stale.
    stale_days = 30,
    /// Times that a KPI's target or metric may be changed within a phase.
    kpi_changes = 2,
    /// Days after the end of a quarter until which its review may be held.
    quarter_review_days = 14,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_hold_words_of_the_schema() {
        for list in Limits::LISTS {
            assert!(!list.default.is_empty() && list.default.iter().all(|word| list.known().contains(word)));
            let mut limits = Limits::default();
            assert_eq!(limits.list_mut(list.name).map(|words| words.clone()), Some(list.default.to_vec()));
        }
    }
}
