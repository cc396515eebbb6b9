//! What a status says in words, whatever page it stands on: plain text, for the writers to escape and to mark.

use roadmap_api::{Decision, LaunchReadiness, OpenWork, PersonWork, PlanStatus, ReviewRhythm};
use roadmap_diag::Message;

use crate::context::Context;
use crate::{label, verdict, words};

/// How much of the work is done, and of the budget given; nothing where there is no work.
pub(crate) fn work(context: &Context<'_>, status: &PlanStatus) -> Option<String> {
    let work = &status.summary.work;
    if work.total == 0 {
        return None;
    }
    let done =
        Message::new("status-work").with("done", i64::from(work.done)).with("total", i64::from(work.total));
    let mut parts = vec![context.say(&done)];
    if status.owner.is_none() && context.report.budget.is_some() {
        parts.push(verdict::budget_heading(context));
    }
    Some(format!("{}.", parts.join(". ")))
}

/// How long a decision has been waited for, and by whom.
pub(crate) fn decision(context: &Context<'_>, decision: &Decision) -> String {
    let message = Message::new("status-decision")
        .with("date", context.day(&decision.proposed))
        .with("days", decision.days.unwrap_or_default());
    let owner = decision.owner.as_ref().map(|owner| format!(" · {}", context.given(owner)));
    format!("{}{}", context.say(&message), owner.unwrap_or_default())
}

/// How much is late, and how much is due this week.
pub(crate) fn week(context: &Context<'_>, status: &PlanStatus) -> String {
    if status.people.is_empty() {
        return context.with("status-week-none", "date", context.day(&status.until));
    }
    let count = |list: fn(&PersonWork) -> usize| status.people.iter().map(list).sum::<usize>();
    let message = Message::new("status-week-count")
        .with("late", count(|person| person.late.len()))
        .with("due", count(|person| person.week.len()))
        .with("date", context.day(&status.until));
    context.say(&message)
}

/// How many launches are ready.
pub(crate) fn launches(context: &Context<'_>, launches: &[LaunchReadiness]) -> String {
    let ready = launches.iter().filter(|launch| launch.ready).count();
    let message = Message::new("status-launches-count").with("ready", ready).with("total", launches.len());
    context.say(&message)
}

/// What sales has in hand for a launch.
pub(crate) fn materials(context: &Context<'_>, launch: &LaunchReadiness) -> String {
    if launch.materials == 0 {
        return context.word("status-no-materials");
    }
    if launch.materials_open.is_empty() {
        return context.with("status-materials-done", "total", i64::from(launch.materials));
    }
    let open = launch.materials_open.iter().map(|kind| label::material(context, kind));
    let message = Message::new("status-materials")
        .with("done", i64::from(launch.materials_done))
        .with("total", i64::from(launch.materials))
        .with("open", open.collect::<Vec<_>>().join(", "));
    context.say(&message)
}

/// What a launch waits for, or what prepares it: `id` says which.
pub(crate) fn open_work(context: &Context<'_>, id: &'static str, work: &OpenWork) -> String {
    let mut facts = vec![context.word(words::state(work.state).word)];
    facts.extend(work.day.as_ref().map(|day| context.with("report-kpi-by", "date", context.day(day))));
    facts.extend(work.owner.as_ref().map(|owner| context.given(owner).to_owned()));
    let message = Message::new(id).with("title", work.title.as_str()).with("facts", facts.join(", "));
    context.say(&message)
}

/// Whether a review has been missed.
pub(crate) fn is_missed(rhythm: &ReviewRhythm) -> bool {
    rhythm.days.is_some_and(|days| days < 0)
}

/// How many reviews have been missed.
pub(crate) fn reviews(context: &Context<'_>, rhythms: &[ReviewRhythm]) -> String {
    match rhythms.iter().filter(|rhythm| is_missed(rhythm)).count() {
        0 => context.word("status-reviews-fine"),
        count => context.with("status-reviews-missed", "count", count),
    }
}

/// When a review was held last.
pub(crate) fn last_review(context: &Context<'_>, rhythm: &ReviewRhythm) -> String {
    match &rhythm.last {
        Some(last) => context.with("status-review-last", "date", context.day(last)),
        None => context.word("status-review-never"),
    }
}

/// When the next review is, or since when it is missed.
pub(crate) fn next_review(context: &Context<'_>, rhythm: &ReviewRhythm) -> String {
    match &rhythm.next {
        Some(next) if is_missed(rhythm) => {
            let days = rhythm.days.unwrap_or_default().saturating_neg();
            let message = Message::new("status-review-missed").with("date", context.day(next));
            context.say(&message.with("days", days))
        }
        Some(next) => {
            context.with("status-review-next", "day", day(context, &context.day(next), rhythm.days))
        }
        None => context.word("status-review-over"),
    }
}

/// A day, and how far off it is.
pub(crate) fn day(context: &Context<'_>, day: &str, days: Option<i64>) -> String {
    match days {
        None => day.to_owned(),
        Some(days) => format!("{day} ({})", label::away(context, days)),
    }
}
