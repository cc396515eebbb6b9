//! `review/cadence-missing`

use jiff::ToSpan;
use roadmap_diag::{Arg, Edit, Message};

use crate::rules::plan::incomplete;
use crate::rules::rhythm::{self, RHYTHMS};
use crate::rules::{Check, Cx, Sink, edit, rule};
use crate::value::DateRange;

rule!(
    "review/cadence-missing",
    "review-cadence-missing",
    Warning,
    Check::Project(check),
    "cadence_missing.md"
);

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let plan = &cx.model.plan;
    let Some(place) = plan.place.filter(|place| !place.damaged) else { return };
    // A plan that is only being put together has nothing to look at yet.
    if !incomplete::missing(cx).is_empty() {
        return;
    }
    // What cannot be read may be what is asked for; and a plan that is over is looked at no more.
    let Some(period) = plan.period.map(|period| period.value) else { return };
    // First there has to be something to look at.
    if plan.cadence_unread || period.end < cx.model.today || !incomplete::missing(cx).is_empty() {
        return;
    }
    let has = |rhythm: &str| plan.cadence.iter().any(|written| written.value.rhythm == rhythm);
    let lacks: Vec<&str> =
        RHYTHMS.into_iter().filter(|rhythm| is_asked(rhythm, period) && !has(rhythm)).collect();
    if lacks.is_empty() {
        return;
    }
    let words: Vec<&str> = lacks.iter().map(|rhythm| written(rhythm)).collect();
    let list: Vec<Arg> = lacks.iter().map(|rhythm| Arg::from(rhythm::name(rhythm))).collect();
    let (span, message, line, edit) = match plan.cadence.last() {
        None => {
            let line = format!("cadence {}", words.join(", "));
            let edit = edit::add_line(place, &line);
            (place.keyword, "review-cadence-missing", line, edit)
        }
        Some(last) => {
            let text = format!(", {}", words.join(", "));
            let edit = Edit { span: last.span.end(), text };
            (last.span, "review-cadence-missing.some", words.join(", "), edit)
        }
    };
    sink.report(span, place)
        .message(message)
        .with("list", list)
        .with("line", format!("cadence {}", RHYTHMS.map(written).join(", ")))
        .fix_all(Message::new("fix-add").with("line", line), false, vec![edit])
        .emit();
}

/// Whether a plan of `period` is long enough to be looked at in this rhythm.
fn is_asked(rhythm: &str, period: DateRange) -> bool {
    let length = match rhythm {
        "weekly" => 7.days(),
        "monthly" => 1.month(),
        _ => 3.months(),
    };
    period.start.checked_add(length).is_ok_and(|after| after <= period.end)
}

/// A rhythm as one would write it.
fn written(rhythm: &str) -> &'static str {
    match rhythm {
        "weekly" => "weekly mon",
        "monthly" => "monthly 1",
        _ => "quarterly",
    }
}
