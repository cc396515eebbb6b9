//! What every marketer knows: metrics and channels that no plan has to declare, and which metrics show what kind of goal.

mod channels;
mod families;
mod metrics;

use std::collections::BTreeMap;
use std::sync::OnceLock;

pub use families::{family, family_examples, goal_type_of, in_family};

use crate::expr::Formula;
use crate::hir::Value;
use crate::lower::lower;
use crate::model::{ChannelKind, Direction, MetricKind};
use crate::value::AtomContext;

/// A metric that is built in; a plan may redefine it, and what it leaves out stays.
#[derive(Debug, PartialEq, Eq)]
pub struct BuiltinMetric {
    /// Its identifier.
    pub id: &'static str,
    /// English names: the title, then what else people call it.
    pub en: &'static [&'static str],
    /// Vietnamese names: the title, then what else people call it.
    pub vi: &'static [&'static str],
    /// What it says about the business.
    pub kind: MetricKind,
    /// What it is counted in.
    pub unit: BuiltinUnit,
    /// Which way is better.
    pub direction: Direction,
    /// `sum`, `last` or `average`.
    pub aggregate: &'static str,
    /// Its standard formula, where every operand is built in too. A quotient of like things is a ratio: as a percent it is
    /// shown times 100.
    pub formula: Option<&'static str>,
    /// Metrics that it drives, one step further towards the result.
    pub drives: &'static [&'static str],
}

/// What a built-in metric is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BuiltinUnit {
    /// A number of things.
    Count,
    /// A percent, 15 for 15%.
    Percent,
    /// A ratio of the same things.
    Ratio,
    /// Points, such as NPS.
    Points,
    /// Seconds.
    Seconds,
    /// Days.
    Days,
    /// Months.
    Months,
    /// Money in the plan's currency.
    Money,
}

/// A channel that is built in.
#[derive(Debug, PartialEq, Eq)]
pub struct BuiltinChannel {
    /// Its identifier.
    pub id: &'static str,
    /// English names: the title, then what else people call it.
    pub en: &'static [&'static str],
    /// Vietnamese names: the title, then what else people call it.
    pub vi: &'static [&'static str],
    /// How it is come by.
    pub kind: ChannelKind,
}

/// All built-in metrics, inputs first.
#[must_use]
pub fn metrics() -> &'static [BuiltinMetric] {
    metrics::METRICS
}

/// The built-in metric `id`.
#[must_use]
pub fn metric(id: &str) -> Option<&'static BuiltinMetric> {
    static BY_ID: OnceLock<BTreeMap<&'static str, &'static BuiltinMetric>> = OnceLock::new();
    BY_ID.get_or_init(|| metrics().iter().map(|metric| (metric.id, metric)).collect()).get(id).copied()
}

/// All built-in channels.
#[must_use]
pub fn channels() -> &'static [BuiltinChannel] {
    channels::CHANNELS
}

/// The built-in channel `id`.
#[must_use]
pub fn channel(id: &str) -> Option<&'static BuiltinChannel> {
    static BY_ID: OnceLock<BTreeMap<&'static str, &'static BuiltinChannel>> = OnceLock::new();
    BY_ID.get_or_init(|| channels().iter().map(|channel| (channel.id, channel)).collect()).get(id).copied()
}

#[cfg(test)]
mod tests;

/// The standard formula of a built-in metric, read by the language's own reader.
#[must_use]
pub fn formula(metric: &BuiltinMetric) -> Option<Formula> {
    let parse = roadmap_syntax::parse(&format!("metric {} = {}", metric.id, metric.formula?));
    let hir = lower(&parse.items().first()?.tree, &AtomContext::default());
    match hir.values.into_iter().find(|value| value.slot == "formula")?.value {
        Value::Formula(formula) => Some(*formula),
        _ => None,
    }
}
