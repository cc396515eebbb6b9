//! `budget/overrun`

use std::cmp::Reverse;

use roadmap_diag::{Arg, Message, Severity, Span};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::nest::{Part, allowed, sum, whole_span};
use super::spending::{Spending, Spent};
use crate::model::{Budget, Head, Place};
use crate::rules::{Check, Cx, Sink, rule};

rule!("budget/overrun", "budget-overrun", Error, Check::Project(check), "overrun.md");

/// Parts that a finding names: the largest, where cutting makes a difference.
const NAMED: usize = 3;

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let money = cx.money_by_phase();
    let model = cx.model;
    let spending = Spending::new(cx);
    let plan = model.plan.place.map(|place| Whole { name: Name::Plan, budget: &model.plan.budget, place });
    // Phases and channels are two ways to cut the same money: where both are too large, one finding says so.
    let plan = plan.filter(|whole| {
        let channels = model.channels.rows().iter().filter(|channel| channel.budget.is_written());
        let parts = channels.map(|channel| Part::of(&channel.head, &channel.budget));
        !judge(cx, sink, whole, cx.plan_parts(&money)) && !judge(cx, sink, whole, parts.collect())
    });
    let mut by_channel = cx.channel_parts(&money);
    let mut told_channels = Decimal::ZERO;
    for (id, channel) in model.channels.iter() {
        let Some(place) = channel.head.place else { continue };
        let name = Name::Of("budget-overrun.of-channel", &channel.head);
        let parts = by_channel.remove(&id).unwrap_or_default();
        let whole = Whole { name, budget: &channel.budget, place };
        if !judge(cx, sink, &whole, parts) {
            let over = spent(cx, sink, &whole, None, || spending.of_channel(id));
            told_channels = told_channels.saturating_add(over);
        }
    }
    let mut told_phases = Decimal::ZERO;
    for (id, money) in money {
        let phase = &model[id];
        for (listed, shares) in phase.channels.iter().zip(money.on_channels) {
            let name = Name::OnChannel(&phase.head, cx.listed_name(listed));
            judge(cx, sink, &Whole { name, budget: &listed.budget, place: listed.place }, shares);
        }
        let Some(place) = phase.head.place else { continue };
        let name = Name::Of("budget-overrun.of-phase", &phase.head);
        let whole = Whole { name, budget: &phase.budget, place };
        if !judge(cx, sink, &whole, money.activities) && !judge(cx, sink, &whole, money.channels) {
            let over = spent(cx, sink, &whole, None, || spending.of_phase(id));
            told_phases = told_phases.saturating_add(over);
        }
    }
    if let Some(whole) = plan {
        spent(cx, sink, &whole, None, || spending.of_plan(told_channels.max(told_phases)));
    }
    for (id, activity) in model.activities.iter().filter(|(_, activity)| activity.status.counts()) {
        let Some(place) = activity.head.place else { continue };
        let name = Name::Of("budget-overrun.of-activity", &activity.head);
        let whole = Whole { name, budget: &activity.budget, place };
        judge(cx, sink, &whole, Vec::new());
        spent(cx, sink, &whole, activity.spent.map(|spent| spent.span), || spending.of_activity(id));
    }
}

/// What has to cover its parts.
struct Whole<'a> {
    name: Name<'a>,
    budget: &'a Budget,
    place: Place,
}

/// What it is called: words are made only where something is wrong.
enum Name<'a> {
    Plan,
    /// “phase `q1`”
    Of(&'static str, &'a Head),
    /// “channel `ads` of phase `q1`”
    OnChannel(&'a Head, SmolStr),
}

impl Name<'_> {
    fn message(&self) -> Message {
        let named = |id, head: &Head| Message::new(id).with("name", head.id.as_str());
        match self {
            Self::Plan => Message::new("budget-overrun.of-plan"),
            Self::Of(id, head) => named(*id, head),
            Self::OnChannel(phase, channel) => {
                named("budget-overrun.of-phase-channel", phase).with("channel", channel.as_str())
            }
        }
    }
}

/// Reports where `parts`, or else the parts of the budget by objective, come to more than the whole. Whether they do.
fn judge(cx: &Cx<'_>, sink: &mut Sink<'_>, whole: &Whole<'_>, mut parts: Vec<Part>) -> bool {
    let (Some(budget), Some(span)) = (allowed(whole.budget), whole_span(whole.budget)) else { return false };
    let by_objective = objectives(whole.budget);
    let is_over = sum(&parts) > budget;
    if !is_over {
        parts = by_objective;
    }
    let total = sum(&parts);
    if total <= budget {
        return false;
    }
    parts.sort_by_key(|part| Reverse(part.amount));
    let mut finding = sink
        .report(span, whole.place)
        .with("whole", whole.name.message())
        .with("budget", cx.money(budget))
        .with("sum", cx.money(total))
        .with("over", cx.money(total.saturating_sub(budget)))
        .with("parts", list(cx, &parts));
    match parts.as_slice() {
        _ if !is_over => finding = finding.message("budget-overrun.objectives"),
        [only] => finding = finding.message("budget-overrun.one").with("name", only.name.as_str()),
        _ => {}
    }
    for part in parts.iter().take(NAMED) {
        if let Some(span) = part.span {
            let label = Message::new("budget-overrun.part").with("name", part.name.as_str());
            finding = finding.related(span, label.with("amount", cx.money(part.amount)));
        }
    }
    // A whole that is the sum of its parts by objective cannot be raised in one place.
    if whole.budget.lines.iter().any(|line| line.objective.is_none()) {
        let text = cx.money_as_source(total);
        finding = finding.fix(Message::new("fix-replace").with("text", text.as_str()), false, span, text);
    }
    finding.emit();
    true
}

/// The parts of a budget by objective, where a whole stands beside them.
fn objectives(budget: &Budget) -> Vec<Part> {
    let parts = budget.lines.iter().filter_map(|line| {
        let name = line.objective.clone()?;
        Some(Part { name, amount: line.amount.unwrap_or_default(), span: Some(line.span) })
    });
    parts.collect()
}

/// The largest parts by name, and the rest as one.
fn list(cx: &Cx<'_>, parts: &[Part]) -> Vec<Arg> {
    let part = |part: &Part| {
        Message::new("budget-overrun.part")
            .with("name", part.name.as_str())
            .with("amount", cx.money(part.amount))
    };
    // One more is named rather than counted.
    let named = if parts.len() == NAMED + 1 { parts.len() } else { NAMED };
    let mut listed: Vec<Arg> = parts.iter().take(named).map(|one| Arg::from(part(one))).collect();
    let rest = parts.get(named..).unwrap_or_default();
    if !rest.is_empty() {
        let others = Message::new("budget-overrun.others").with("count", rest.len());
        listed.push(others.with("amount", cx.money(sum(rest))).into());
    }
    listed
}

/// Reports where more has been spent than the whole allows, at `span` where it is written. How much more.
fn spent(
    cx: &Cx<'_>,
    sink: &mut Sink<'_>,
    whole: &Whole<'_>,
    span: Option<Span>,
    spent: impl FnOnce() -> Option<Spent>,
) -> Decimal {
    let (Some(budget), Some(budget_span)) = (allowed(whole.budget), whole_span(whole.budget)) else {
        return Decimal::ZERO;
    };
    let Some(spent) = spent() else { return Decimal::ZERO };
    let Some(over) = spent.over(budget) else { return Decimal::ZERO };
    sink.report(span.unwrap_or(budget_span), whole.place)
        .severity(Severity::Warning)
        .message("budget-overrun.spent")
        .help("budget-overrun.spent-help")
        .with("whole", whole.name.message())
        .with("budget", cx.money(budget))
        .with("sum", cx.money(spent.amount))
        .with("over", cx.money(over))
        .emit();
    over
}
