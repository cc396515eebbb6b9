//! `review/roadmap-stale`

use super::overdue;
use crate::rules::{Check, Cx, Sink, rhythm, rule};

rule!("review/roadmap-stale", "review-roadmap-stale", Warning, Check::Project(check), "roadmap_stale.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    let (model, today) = (cx.model, cx.model.today);
    // Without a past nobody knows when the plan was last touched.
    let (Some(history), Some(place)) = (cx.history, model.plan.place) else { return };
    let Some(period) = model.plan.period.map(|period| period.value) else { return };
    if place.damaged || !period.contains(today) {
        return;
    }
    let reviews = model.reviews.rows().iter().filter_map(|review| review.date);
    let actuals = model.actuals.rows().iter().filter_map(|actual| Some((actual.start?, actual.end?)));
    // A month's figure, noted while the month runs, is of today.
    let actuals = actuals.filter(|(start, _)| *start <= today).map(|(_, end)| end.min(today));
    let seen = reviews.chain(actuals).chain(history.last_edit).filter(|day| *day <= today).max();
    let seen = seen.filter(|day| *day >= period.start);
    let since = seen.unwrap_or(period.start);
    let days = rhythm::days_between(since, today);
    let limit = i64::from(cx.settings.limits.stale_days);
    // Reviews that are missed say the same, and what to do.
    if days <= limit || !overdue::missed(cx).is_empty() {
        return;
    }
    let span = model.plan.title_span.unwrap_or(place.keyword);
    let message = if seen.is_some() { "review-roadmap-stale" } else { "review-roadmap-stale.never" };
    sink.report(span, place)
        .message(message)
        .with("days", days)
        .with("date", since)
        .with("limit", limit)
        .emit();
}
