//! The method as rules: each looks at the model and says what is missing or unsound.
//!
//! A rule is a pair of files, `<group>/<name>.rs` and `<group>/<name>.md`. The first has a [`Rule`] and its check; the
//! second is the page that `explain`, the documentation and the editor show, and its examples run as tests. What the
//! rule says stands in the message files under the code with `-` for `/`: `people-owner-missing`, with the attributes
//! `.title` (the headline), `.help` and whatever labels and fixes it has.

mod audience;
mod budget;
mod campaign;
mod channel;
mod context;
mod data;
mod dates;
mod edit;
mod example;
mod facts;
#[cfg(test)]
mod fix_tests;
mod goal;
mod kpi;
mod launch;
mod load;
mod page;
mod people;
mod plan;
mod promise;
mod registry;
mod review;
mod rhythm;
mod run;
mod sales;
mod sink;
mod sources;
mod stub;
#[cfg(test)]
mod tests;
pub(crate) mod text;
mod time;
mod track;
#[cfg(test)]
mod whole_plans;

pub use audience::{Audience, Readers, Role, audience};
pub use context::{Cx, Item, Practices};
pub use example::{Example, said};
pub use page::{Page, Plan, Section};
pub use registry::{all, find};
pub use run::{run, run_one};
pub use sink::{Finding, Sink};
pub use sources::{Sources, Texts};

use roadmap_diag::Severity;

use crate::model::{Id, Phase};

/// A rule of the method.
#[derive(Debug)]
pub struct Rule {
    /// `group/name`.
    pub code: &'static str,
    /// Its severity unless `roadmap.toml` says otherwise; a check may lower or raise single findings by its page.
    pub severity: Severity,
    /// The id of its message: the code with `-` for `/`.
    pub message: &'static str,
    /// Its page: Markdown in both languages.
    pub page: &'static str,
    /// What it looks at.
    pub check: Check,
}

impl Rule {
    /// Whether it says that a value or a name cannot be read, so that nobody knows what was meant.
    #[must_use]
    pub fn is_about_reading(&self) -> bool {
        matches!(self.check, Check::Elsewhere) && self.severity == Severity::Error
    }
}

/// What a rule looks at, and nothing else: an edit re-runs the rules of what it touched.
#[derive(Clone, Copy, Debug)]
pub enum Check {
    /// One item with what it refers to.
    Item(fn(&Cx<'_>, Item, &mut Sink<'_>)),
    /// One phase with what stands in it.
    Phase(fn(&Cx<'_>, Id<Phase>, &mut Sink<'_>)),
    /// The whole project.
    Project(fn(&Cx<'_>, &mut Sink<'_>)),
    /// Nothing: the finding is made where it comes to light, while values are read or names are looked up. The rule is
    /// listed all the same, with its page and its level.
    Elsewhere,
}

/// Declares a rule next to its check: code, message id and page come from one place.
macro_rules! rule {
    ($code:literal, $message:literal, $severity:ident, $check:expr, $page:literal) => {
        /// The rule.
        pub(crate) const RULE: $crate::rules::Rule = $crate::rules::Rule {
            code: $code,
            severity: roadmap_diag::Severity::$severity,
            message: $message,
            page: include_str!($page),
            check: $check,
        };
    };
}
pub(crate) use rule;
