//! `review/overdue`

use jiff::civil::Date;
use roadmap_diag::Message;

use crate::model::{Id, Person, Review};
use crate::rules::rhythm::{self, Due, RHYTHMS};
use crate::rules::{Check, Cx, Sink, edit, rule};

rule!("review/overdue", "review-overdue", Warning, Check::Project(check), "overdue.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let Some(place) = cx.model.plan.place.filter(|place| !place.damaged) else { return };
    if cx.log_may_be_lost() {
        return;
    }
    for missed in missed(cx) {
        let stub = stub(cx, missed.rhythm, missed.latest.day);
        let line = format!("review {} {}", missed.latest.day, missed.rhythm);
        let mut finding = sink
            .report(missed.span, place)
            .with("line", line.as_str())
            .with("rhythm", rhythm::name(missed.rhythm))
            .with("due", missed.latest.day)
            .with("count", missed.count);
        if let Some(edit) = edit::add_to_log(cx.model, &stub) {
            finding = finding.fix_all(Message::new("fix-add").with("line", line), false, vec![edit]);
        }
        finding.emit();
    }
}

/// Reviews of one rhythm that were due and have no entry.
pub(super) struct Missed {
    rhythm: &'static str,
    span: roadmap_diag::Span,
    latest: Due,
    count: usize,
}

/// The rhythms whose latest review has no entry.
pub(super) fn missed(cx: &Cx<'_>) -> Vec<Missed> {
    let plan = &cx.model.plan;
    let Some(period) = plan.period.map(|period| period.value) else { return Vec::new() };
    if !period.contains(cx.model.today) {
        return Vec::new();
    }
    let of_cadence = plan.cadence.iter().enumerate().filter_map(|(index, written)| {
        let cadence = written.value;
        let first = plan.cadence.iter().position(|other| other.value.rhythm == cadence.rhythm);
        let reviews = || cx.model.reviews.rows().iter().filter(|review| counts_for(review, cadence.rhythm));
        // One that cannot be read may be any; a rhythm written twice is one.
        if first != Some(index) || reviews().any(|review| review.unread) {
            return None;
        }
        let last = reviews().filter_map(|review| review.date).filter(|day| *day <= cx.model.today).max();
        // What was to be held before the plan began is not asked for.
        let is_due = |due: &Due| due.from >= period.start && last.is_none_or(|last| last < due.from);
        let late = cx.settings.limits.quarter_review_days;
        let mut dues = rhythm::dues(cadence, cx.model, late).take_while(is_due);
        let latest = dues.next()?;
        Some(Missed { rhythm: cadence.rhythm, span: written.span, latest, count: 1 + dues.count() })
    });
    of_cadence.collect()
}

/// Whether a review counts for a rhythm: its own, or a longer one, which looks at no less.
fn counts_for(review: &Review, rhythm: &str) -> bool {
    let rank = |rhythm: &str| RHYTHMS.iter().position(|known| *known == rhythm);
    review.unread || rank(&review.cadence).is_some_and(|held| Some(held) >= rank(rhythm))
}

/// An entry to fill in, by whoever held the last one.
fn stub(cx: &Cx<'_>, rhythm: &str, day: Date) -> String {
    let model = cx.model;
    let of_rhythm = model.reviews.rows().iter().rev().filter(|review| review.cadence == rhythm);
    let held: Option<Id<Person>> = of_rhythm.filter_map(|review| cx.sole_owner(&review.owners)).next();
    let owner = held.or_else(|| model.people.ids().next());
    let mut lines = Vec::new();
    if let Some(owner) = owner {
        lines.push(format!("  owner    {}", model[owner].head.id));
    }
    lines.push("  finding  \"…\"".to_owned());
    if rhythm == "monthly" {
        lines.push("  bottleneck \"…\"".to_owned());
    }
    lines.push("  decision \"…\"".to_owned());
    format!("review {day} {rhythm} {{\n{}\n}}", lines.join("\n"))
}
