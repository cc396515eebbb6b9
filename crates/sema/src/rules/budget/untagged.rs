//! `budget/untagged`

use roadmap_diag::Message;
use rust_decimal::Decimal;

use super::nest::{allowed, whole_span};
use crate::model::{Budget, Head, Place};
use crate::rules::facts::short_list;
use crate::rules::{Check, Cx, Sink, rule};

rule!("budget/untagged", "budget-untagged", Hint, Check::Project(check), "untagged.md");

/// A budget and whose it is.
struct Line<'a> {
    name: Message,
    id: &'a str,
    place: Place,
    budget: &'a Budget,
}

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    if !cx.practices.budget_parts {
        return;
    }
    let model = cx.model;
    let named = |id, head: &Head| Message::new(id).with("name", head.id.as_str());
    let plan = model.plan.place.map(|place| Line {
        name: Message::new("budget-overrun.of-plan"),
        id: "",
        place,
        budget: &model.plan.budget,
    });
    judge(cx, sink, plan.as_slice());
    let channels: Vec<Line<'_>> = model
        .channels
        .rows()
        .iter()
        .filter_map(|row| {
            let name = named("budget-overrun.of-channel", &row.head);
            Some(Line { name, id: &row.head.id, place: row.head.place?, budget: &row.budget })
        })
        .collect();
    judge(cx, sink, &channels);
    let phases: Vec<Line<'_>> = model
        .phases
        .rows()
        .iter()
        .filter_map(|row| {
            let name = named("budget-overrun.of-phase", &row.head);
            Some(Line { name, id: &row.head.id, place: row.head.place?, budget: &row.budget })
        })
        .collect();
    judge(cx, sink, &phases);
    // A phase that is split itself has said what its money is for.
    for phase in model.phases.rows().iter().filter(|phase| !is_split(&phase.budget)) {
        let activities: Vec<Line<'_>> = phase
            .activities
            .iter()
            .map(|id| &model[*id])
            .filter(|row| row.status.counts())
            .filter_map(|row| {
                let name = named("budget-overrun.of-activity", &row.head);
                Some(Line { name, id: &row.head.id, place: row.head.place?, budget: &row.budget })
            })
            .collect();
        activities_of(cx, sink, phase.head.place, &phase.head, &activities);
    }
}

/// Budgets of one level: where one of them is split, each of the others is told; so is one whose parts leave something
/// over.
fn judge(cx: &Cx<'_>, sink: &mut Sink<'_>, lines: &[Line<'_>]) {
    let example = lines.iter().find(|line| is_split(line.budget));
    for line in lines {
        let (Some(span), Some(whole)) = (whole_span(line.budget), allowed(line.budget)) else { continue };
        if let Some(rest) = left_over(line.budget) {
            sink.report(span, line.place)
                .message("budget-untagged.rest")
                .with("whole", line.name.clone())
                .with("budget", cx.money(whole))
                .with("rest", cx.money(rest))
                .emit();
        } else if let Some(example) = example.filter(|_| !is_split(line.budget) && !whole.is_zero()) {
            sink.report(span, line.place)
                .with("whole", line.name.clone())
                .with("example", example.name.clone())
                .emit();
        }
    }
}

/// The activities of a phase are told together, on the phase.
fn activities_of(cx: &Cx<'_>, sink: &mut Sink<'_>, place: Option<Place>, phase: &Head, lines: &[Line<'_>]) {
    let Some(place) = place.filter(|_| lines.iter().any(|line| is_split(line.budget))) else { return };
    let is_open = |line: &&Line<'_>| {
        let whole = allowed(line.budget).unwrap_or_default();
        !whole.is_zero() && (!is_split(line.budget) || left_over(line.budget).is_some())
    };
    let open: Vec<&Line<'_>> = lines.iter().filter(is_open).collect();
    if open.is_empty() {
        return;
    }
    let sum =
        open.iter().filter_map(|line| allowed(line.budget)).fold(Decimal::ZERO, Decimal::saturating_add);
    sink.missing(place)
        .message("budget-untagged.activities")
        .with("phase", phase.id.as_str())
        .with("names", short_list(open.iter().map(|line| line.id)))
        .with("sum", cx.money(sum))
        .emit();
}

fn is_split(budget: &Budget) -> bool {
    budget.lines.iter().any(|line| line.objective.is_some())
}

/// What the parts of a split budget leave over of its whole; none where a part could not be read.
fn left_over(budget: &Budget) -> Option<Decimal> {
    let whole = budget.lines.iter().find(|line| line.objective.is_none())?.amount?;
    let parts = budget.lines.iter().filter(|line| line.objective.is_some());
    let parts: Option<Vec<Decimal>> = parts.map(|line| line.amount).collect();
    let parts = parts.filter(|parts| !parts.is_empty())?;
    let rest = whole.checked_sub(parts.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)?)?;
    (rest > Decimal::ZERO).then_some(rest)
}
