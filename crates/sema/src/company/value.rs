//! Values as a rule compares and shows them.

use jiff::civil::Date;
use roadmap_diag::{format_date, format_decimal, format_money, format_percent};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use crate::hir::Comparison;
use crate::model::Plan;
use crate::value::{Duration, DurationUnit};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Val {
    /// In the plan's currency.
    Money(Decimal),
    /// A bare number.
    Number(Decimal),
    /// 15 for 15%.
    Percent(Decimal),
    /// First and last day.
    Date(Date, Date),
    /// A length of time.
    Duration(Duration),
    /// A name or text, and what people call it.
    Word(SmolStr, Option<SmolStr>),
}

impl Val {
    /// The value as the plan's language writes it.
    pub(super) fn show(&self, plan: &Plan) -> String {
        match self {
            Self::Money(value) => format_money(*value, plan.currency.code(), plan.lang),
            Self::Number(value) => format_decimal(*value, plan.lang),
            Self::Percent(value) => format_percent(*value, plan.lang),
            Self::Date(first, last) if first == last => format_date(*first, plan.lang),
            Self::Date(first, last) => {
                format!("{} – {}", format_date(*first, plan.lang), format_date(*last, plan.lang))
            }
            Self::Duration(duration) => duration.to_string(),
            Self::Word(word, title) => title.as_ref().unwrap_or(word).to_string(),
        }
    }
}

/// Whether a comparison holds between what is written on both sides. Where nothing is written it does not; where
/// several values are, one that fits is enough, and `!=` asks that none be equal.
pub(super) fn compare(left: &[Val], comparison: Comparison, right: &[Val]) -> bool {
    let any = |comparison| left.iter().any(|left| right.iter().any(|right| pair(left, comparison, right)));
    match comparison {
        Comparison::NotEqual => !left.is_empty() && !right.is_empty() && !any(Comparison::Equal),
        other => any(other),
    }
}

fn pair(left: &Val, comparison: Comparison, right: &Val) -> bool {
    match (left, right) {
        (Val::Money(left) | Val::Number(left), Val::Money(right) | Val::Number(right))
        | (Val::Percent(left), Val::Percent(right)) => ordered(left, comparison, right),
        (Val::Duration(left), Val::Duration(right)) => ordered(&days(*left), comparison, &days(*right)),
        (Val::Date(first, last), Val::Date(from, to)) => match comparison {
            Comparison::Equal => from <= first && last <= to,
            Comparison::NotEqual => !(from <= first && last <= to),
            Comparison::Less => last < from,
            Comparison::AtMost => last <= to,
            Comparison::More => first > to,
            Comparison::AtLeast => first >= from,
        },
        (Val::Word(left, title), Val::Word(right, other)) => {
            let same = same_name(left, right)
                || title.as_ref().is_some_and(|title| title == right)
                || other.as_ref().is_some_and(|other| other == left);
            same == (comparison == Comparison::Equal)
        }
        _ => false,
    }
}

/// Whether two names are one: `foundation.landing` is `landing`, where only one of them says its phase.
fn same_name(left: &str, right: &str) -> bool {
    let ends = |long: &str, short: &str| {
        !short.contains('.') && long.strip_suffix(short).is_some_and(|rest| rest.ends_with('.'))
    };
    left == right || ends(left, right) || ends(right, left)
}

fn ordered<T: Ord>(left: &T, comparison: Comparison, right: &T) -> bool {
    match comparison {
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
        Comparison::Less => left < right,
        Comparison::AtMost => left <= right,
        Comparison::More => left > right,
        Comparison::AtLeast => left >= right,
    }
}

/// Fifths of a day, so that unlike units can be compared: a week has 7 days, a month 30, five working days are a week.
fn days(duration: Duration) -> u64 {
    let each = match duration.unit {
        DurationUnit::Days => 5,
        DurationUnit::Weeks => 35,
        DurationUnit::Months => 150,
        DurationUnit::WorkingDays => 7,
    };
    u64::from(duration.count) * each
}
