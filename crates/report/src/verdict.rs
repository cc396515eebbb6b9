//! The sentences at the top: a verdict with the counts, then at most three facts with their cause.

use std::collections::BTreeSet;

use jiff::civil::Date;
use roadmap_api::{Due, DueWhat, Goal, ItemKind, KpiState, ProposalState, Report, Summary};
use roadmap_diag::{Message, format_date};

use crate::context::Context;
use crate::kpi::KpiView;
use crate::text::strong;

/// The verdict: how the goals stand, and how the work does.
pub(crate) fn headline(context: &Context<'_>) -> String {
    format!("{}; {}.", goals(context), work(context))
}

/// The same for a part of the plan, which may have no goal of its own.
pub(crate) fn headline_of_part(context: &Context<'_>) -> String {
    if !context.report.goals.is_empty() {
        return headline(context);
    }
    let work = work(context);
    let mut letters = work.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(['.']).collect()
}

fn goals(context: &Context<'_>) -> String {
    let summary = &context.report.summary;
    let total = i64::from(summary.goals);
    let counted =
        |id, count: u32| context.say(&Message::new(id).with("count", i64::from(count)).with("total", total));
    if total == 0 {
        context.word("report-headline-goals-none")
    } else if summary.goals_off_pace > 0 {
        counted("report-headline-goals-off", summary.goals_off_pace)
    } else if summary.goals_at_risk > 0 {
        counted("report-headline-goals-risk", summary.goals_at_risk)
    } else if summary.goals_on_pace == 0 {
        context.word("report-headline-goals-unread")
    } else if summary.goals_on_pace < summary.goals {
        counted("report-headline-goals-some", summary.goals_on_pace)
    } else if total == 1 {
        context.word("report-headline-goals-one")
    } else {
        context.with("report-headline-goals-all", "total", total)
    }
}

fn work(context: &Context<'_>) -> String {
    let report = context.report;
    let work = &report.summary.work;
    if !report.late.is_empty() {
        context.with("report-headline-work-late", "count", report.late.len())
    } else if !report.blocked.is_empty() {
        context.with("report-headline-work-blocked", "count", report.blocked.len())
    } else if work.total == 0 {
        context.word("report-headline-work-none")
    } else if work.total == work.done {
        context.word("report-headline-work-done")
    } else {
        context.word("report-headline-work-fine")
    }
}

/// At most three facts, each a sentence with marked emphasis: the goal that is worst, what is latest (else blocked),
/// and what comes next.
pub(crate) fn lede(context: &Context<'_>) -> Vec<String> {
    let report = context.report;
    let mut facts = Vec::with_capacity(3);
    facts.extend(worst_goal(context));
    if let Some(late) = report.late.first() {
        facts.push(late_fact(context, late));
    } else if let Some(blocked) = report.blocked.first() {
        let reason = blocked.reason.clone().unwrap_or_else(|| context.owner(blocked.owner.as_ref()));
        facts.push(
            context.say(
                &Message::new("report-lede-blocked")
                    .with("title", crate::text::visible(&blocked.title).into_owned())
                    .with("reason", crate::text::visible(&reason).into_owned()),
            ),
        );
    }
    facts.push(match next_work(context) {
        Some(next) => context.say(
            &Message::new("report-lede-next")
                .with("title", crate::text::visible(&full_title(context, next)).into_owned())
                .with("what", context.word(what(next.what)))
                .with("date", strong(&context.day_or_dash(next.day.as_ref()))),
        ),
        None => context.word("report-lede-quiet"),
    });
    facts
}

/// The title of what is due, with what a part of something belongs to.
fn full_title(context: &Context<'_>, due: &Due) -> String {
    let title = crate::label::due(context, due);
    match due.kind {
        ItemKind::Task | ItemKind::Material => format!("{title} ({})", context.title(&due.item)),
        _ => title,
    }
}

/// What starts or falls due next; a rhythm or a review only where nothing else does.
fn next_work<'a>(context: &Context<'a>) -> Option<&'a Due> {
    let upcoming = &context.report.upcoming;
    upcoming
        .iter()
        .find(|due| matches!(due.what, DueWhat::Start | DueWhat::Deadline))
        .or_else(|| upcoming.first())
}

fn late_fact(context: &Context<'_>, late: &Due) -> String {
    context.say(
        &Message::new("report-lede-late")
            .with("title", crate::text::visible(&late.title).into_owned())
            .with(
                "late",
                strong(&context.with("report-late-days", "days", late.days_late.unwrap_or_default())),
            )
            .with("owner", crate::text::visible(&context.owner(late.owner.as_ref())).into_owned()),
    )
}

fn worst_goal(context: &Context<'_>) -> Option<String> {
    let rank = |goal: &&Goal| match goal.state {
        KpiState::Missed => 0,
        KpiState::OffPace => 1,
        KpiState::AtRisk => 2,
        KpiState::Beating => 3,
        _ => 4,
    };
    let goal = context.report.goals.iter().min_by_key(rank).filter(|goal| rank(goal) < 4)?;
    let kpi = goal.kpis.iter().find(|kpi| kpi.state == goal.state)?;
    let gap = KpiView::new(context, kpi).gap;
    // Where two goals share a metric, only the goal's own title tells which is meant.
    let shared = context.report.goals.iter().flat_map(|goal| &goal.kpis).filter(|x| x.metric == kpi.metric);
    let title = if shared.count() > 1 { &goal.title } else { &kpi.title };
    let title = crate::text::visible(title).into_owned();
    (!gap.is_empty())
        .then(|| context.say(&Message::new("report-lede-goal").with("title", title).with("gap", gap)))
}

/// The message for what happens on a day.
pub(crate) fn what(what: DueWhat) -> &'static str {
    match what {
        DueWhat::Start => "report-due-start",
        DueWhat::Deadline => "report-due-deadline",
        DueWhat::Occurrence => "report-due-occurrence",
        DueWhat::Review => "report-due-review",
    }
}

/// The finding above the goals: how many stand how.
pub(crate) fn goals_heading(context: &Context<'_>) -> String {
    goals_heading_of(context, &context.report.summary)
}

/// The same for the goals that `summary` counts: those of a part of the plan.
pub(crate) fn goals_heading_of(context: &Context<'_>, summary: &Summary) -> String {
    if summary.goals == 0 {
        return context.word("report-goals-none");
    }
    let counts = [
        ("report-goals-count-off", summary.goals_off_pace),
        ("report-goals-count-risk", summary.goals_at_risk),
        ("report-goals-count-on", summary.goals_on_pace),
        ("report-goals-count-wait", summary.goals_not_started),
        ("report-goals-count-unread", summary.goals_no_reading),
    ];
    let parts: Vec<_> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| context.with(id, "count", i64::from(count)).replace(' ', "\u{a0}"))
        .collect();
    parts.join(", ")
}

/// The finding above the timeline.
pub(crate) fn timeline_heading(context: &Context<'_>) -> String {
    let report = context.report;
    let critical = report.activities.iter().filter(|activity| activity.schedule.critical);
    let critical: BTreeSet<&str> = critical.map(|activity| activity.id.as_str()).collect();
    let critical = report.late.iter().find(|late| critical.contains(late.item.as_str()));
    let (id, late) = match (critical, report.late.first()) {
        (Some(late), _) => ("report-timeline-critical-late", late),
        (None, Some(late)) => ("report-timeline-late", late),
        (None, None) => return context.word("report-timeline-fine"),
    };
    context.say(
        &Message::new(id).with("title", late.title.as_str()).with("days", late.days_late.unwrap_or_default()),
    )
}

/// The finding above the budget.
pub(crate) fn budget_heading(context: &Context<'_>) -> String {
    let summary = &context.report.summary;
    let spent = crate::context::number(&summary.budget.spent).unwrap_or_default();
    let planned = crate::context::maybe(summary.budget.planned.as_ref());
    let committed = crate::context::number(&summary.budget.committed).unwrap_or_default();
    let over = planned.and_then(|planned| committed.checked_sub(planned));
    if let Some(over) = over.filter(|over| over.is_sign_positive() && !over.is_zero()) {
        return context.with("report-budget-over", "amount", context.money(over));
    }
    let hundred = rust_decimal::Decimal::ONE_HUNDRED;
    let share = planned.and_then(|planned| spent.checked_mul(hundred)?.checked_div(planned));
    let spent = share.map_or_else(|| context.money(spent), |share| context.percent(share, 0));
    match crate::context::maybe(summary.time_percent.as_ref()) {
        Some(time) => context.say(
            &Message::new("report-budget-finding")
                .with("spent", spent)
                .with("time", context.percent(time, 0)),
        ),
        None => context.with("report-budget-finding-spent", "spent", spent),
    }
}

/// The day of the report: weekday, date, week and last review, with marked emphasis.
pub(crate) fn as_of(context: &Context<'_>) -> String {
    let Some(today) = context.today else {
        return crate::text::visible(context.report.as_of.as_str()).into_owned();
    };
    let date = strong(&format_date(today, context.locale));
    let day = Message::new("report-as-of").with("weekday", context.word(weekday(today))).with("date", date);
    let week = context.with("report-week", "week", i64::from(today.iso_week_date().week()));
    let mut parts = vec![context.say(&day), week];
    if let Some(review) = &context.report.summary.last_review {
        parts.push(context.with("report-last-review", "date", context.day(review)));
    }
    parts.join(" · ")
}

/// The message of a date's weekday.
fn weekday(date: Date) -> &'static str {
    const DAYS: [&str; 7] = [
        "report-weekday-1",
        "report-weekday-2",
        "report-weekday-3",
        "report-weekday-4",
        "report-weekday-5",
        "report-weekday-6",
        "report-weekday-7",
    ];
    let offset = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
    DAYS.get(offset).copied().unwrap_or("report-weekday-1")
}

/// The finding above what comes next: how much, and up to which day.
pub(crate) fn next_heading(context: &Context<'_>) -> String {
    let until = context.today.map(|today| today.saturating_add(jiff::Span::new().days(14)));
    let until = until.map_or_else(String::new, |until| context.date(until));
    match crate::upcoming::coming(context.report).len() {
        0 => context.with("report-next-none", "date", until),
        count => context.say(&Message::new("report-next-count").with("count", count).with("date", until)),
    }
}

/// What was proposed in reviews and waits for a decision.
pub(crate) fn decisions(report: &Report) -> Vec<String> {
    let proposals = report.reviews.iter().flat_map(|review| &review.proposals);
    let open = proposals.filter(|proposal| proposal.state == ProposalState::Open);
    open.map(|proposal| proposal.text.clone()).collect()
}
