//! `data/metric-redefined`

use roadmap_diag::{Arg, Message};

use crate::model::Unit;
use crate::rules::{Check, Cx, Sink, rule};

rule!("data/metric-redefined", "data-metric-redefined", Error, Check::Project(check), "metric_redefined.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    for (first, second) in &cx.model.redefined {
        let (first, second) = (&cx.model[*first], &cx.model[*second]);
        let (Some(place), Some(span), Some(known)) =
            (second.head.place, second.head.id_span, first.head.id_span)
        else {
            continue;
        };
        let formulas = first.formula.as_ref().zip(second.formula.as_ref());
        let formulas = formulas.filter(|(first, second)| !first.formula.is_alike(&second.formula));
        let (there, here) = match formulas {
            Some((first, second)) => {
                (Arg::from(first.formula.text.as_str()), second.formula.text.as_str().into())
            }
            None => (unit_word(first.unit), unit_word(second.unit)),
        };
        sink.report(span, place)
            .message(if formulas.is_some() { RULE.message } else { "data-metric-redefined.unit" })
            .with("metric", second.head.id.as_str())
            .with("here", here)
            .with("there", there)
            .related(
                known,
                Message::new("data-metric-redefined.first").with("metric", first.head.id.as_str()),
            )
            .emit();
    }
}

/// A unit as the plan writes it.
fn unit_word(unit: Option<Unit>) -> Arg {
    Arg::from(match unit {
        Some(Unit::Count) | None => "count",
        Some(Unit::Percent) => "percent",
        Some(Unit::Ratio) => "ratio",
        Some(Unit::Points) => "points",
        Some(Unit::Seconds) => "seconds",
        Some(Unit::Days) => "days",
        Some(Unit::Months) => "months",
        Some(Unit::Money(currency)) => return Arg::Text(currency.code().to_owned()),
    })
}
