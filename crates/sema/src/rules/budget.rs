//! `budget/*`: money is planned where it is spent, fits what it is a part of, and buys a result.

pub(super) mod cost_ratio;
pub(super) mod missing;
mod nest;
pub(super) mod overrun;
pub(super) mod paid_dependency;
pub(super) mod spend_no_outcome;
mod spending;
pub(super) mod untagged;

#[cfg(test)]
mod tests;

use roadmap_diag::Arg;
use rust_decimal::Decimal;

use super::Cx;
use crate::model::{Activity, ChannelKind};

impl<'a> Cx<'a> {
    /// An amount in the plan's currency, as people read it.
    fn money(&self, value: Decimal) -> Arg {
        Arg::Money(value, self.model.plan.currency.code().to_owned())
    }

    /// An amount in the plan's currency as source: `120M VND`.
    fn money_as_source(&self, value: Decimal) -> String {
        let currency = self.model.plan.currency;
        let million = Decimal::from(1_000_000);
        let millions = value.checked_div(million).filter(|count| count.is_integer() && !count.is_zero());
        let (amount, suffix) = millions.map_or((value, ""), |count| (count, "M"));
        let number = crate::value::Money { amount: amount.normalize(), currency: None };
        format!("{number}{suffix} {}", currency.code())
    }

    /// The activities of the plan that count: neither ideas nor given up.
    fn activities(&self) -> impl Iterator<Item = &'a Activity> + use<'a> {
        self.model.activities.rows().iter().filter(|activity| activity.status.counts())
    }

    /// Whether an activity runs on a channel of one of `kinds`, itself or by a task; none where a channel is unknown or
    /// of no known kind, so that it may be any.
    fn runs_on(&self, activity: &Activity, kinds: &[ChannelKind]) -> Option<bool> {
        let own = activity.channels.iter().map(|share| &share.channel);
        let of_tasks = activity.tasks.iter().filter_map(|task| task.channel.as_ref());
        let mut is_clear = true;
        for channel in own.chain(of_tasks) {
            match channel.target.and_then(|channel| self.model[channel].kind) {
                Some(kind) if kinds.contains(&kind) => return Some(true),
                Some(_) => {}
                None => is_clear = false,
            }
        }
        is_clear.then_some(false)
    }
}

/// `percent` of `whole`.
fn percent_of(whole: Decimal, percent: u32) -> Option<Decimal> {
    whole.checked_mul(Decimal::from(percent))?.checked_div(Decimal::ONE_HUNDRED)
}

/// How many percent of `whole` a part is.
fn share(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}
