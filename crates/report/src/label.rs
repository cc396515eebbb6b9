//! Names that say what a thing is, and why a phase stands as it does.

use roadmap_api::{CadenceUnit, Due, Finding, Goal, ItemKind, KpiState, Phase, State};
use roadmap_diag::Message;
use roadmap_sema::names::fold;

use crate::context::Context;
use crate::group::Group;
use crate::words;

/// `Ra mắt: …`, unless the title says so itself.
pub(crate) fn launch(context: &Context<'_>, title: &str) -> String {
    prefixed(context, "report-legend-launch", "report-launch-row", title)
}

/// `Kịch bản: …`, unless the title says so itself.
pub(crate) fn script(context: &Context<'_>, title: &str) -> String {
    prefixed(context, "report-legend-script", "report-script-row", title)
}

fn prefixed(context: &Context<'_>, noun: &'static str, row: &'static str, title: &str) -> String {
    let (noun, folded) = (fold(&context.word(noun)), fold(title));
    let says_so = folded.strip_prefix(&noun).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    if says_so { title.to_owned() } else { context.with(row, "title", title) }
}

/// The name of a review of a rhythm.
pub(crate) fn review(context: &Context<'_>, every: CadenceUnit) -> String {
    context.word(match every {
        CadenceUnit::Daily => "report-review-daily",
        CadenceUnit::Weekly => "report-review-weekly",
        CadenceUnit::Monthly => "report-review-monthly",
        CadenceUnit::Quarterly => "report-review-quarterly",
        CadenceUnit::Extra => "report-review-extra",
    })
}

/// What a due item is called: launches, scripts and reviews say what they are.
pub(crate) fn due(context: &Context<'_>, due: &Due) -> String {
    match due.kind {
        ItemKind::Launch => launch(context, &due.title),
        ItemKind::Script => script(context, &due.title),
        ItemKind::Material => material(context, &due.title),
        ItemKind::Review => match due.title.as_str() {
            "daily" => review(context, CadenceUnit::Daily),
            "weekly" => review(context, CadenceUnit::Weekly),
            "monthly" => review(context, CadenceUnit::Monthly),
            "quarterly" => review(context, CadenceUnit::Quarterly),
            _ => due.title.clone(),
        },
        _ => due.title.clone(),
    }
}

/// How far away a day is: `today`, `in 3 days`, `3 days late`.
pub(crate) fn away(context: &Context<'_>, days: i64) -> String {
    match days {
        0 => context.word("report-today"),
        1 => context.word("report-tomorrow"),
        2.. => context.with("report-in-days", "days", days),
        ..0 => context.with("report-late-days", "days", days.saturating_neg()),
    }
}

/// The word for a kind of material; an unknown one stays as it is.
pub(crate) fn material(context: &Context<'_>, kind: &str) -> String {
    let id = match kind {
        "deck" => "report-material-deck",
        "faq" => "report-material-faq",
        "feature_text" => "report-material-feature_text",
        "pricing" => "report-material-pricing",
        "guide" => "report-material-guide",
        "case_study" => "report-material-case_study",
        other => return other.to_owned(),
    };
    context.word(id)
}

/// The headline and the sentence of a finding: the headline is left out where the sentence begins with it, and the
/// sentence begins with a capital.
pub(crate) fn finding(finding: &Finding) -> (Option<&str>, String) {
    let title = finding.title.as_deref().filter(|title| !fold(&finding.message).starts_with(&fold(title)));
    let mut rest = finding.message.chars();
    let sentence = match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    };
    (title, sentence)
}

/// What makes a phase late, blocked or at risk: its weak goals with the day of their figures, and its weak work.
/// Empty for every other state.
pub(crate) fn phase_why(context: &Context<'_>, phase: &Phase, group: &Group<'_>) -> String {
    let (goal_states, work): (&[KpiState], &'static str) = match phase.state {
        State::Late => (&[KpiState::OffPace, KpiState::Missed], "report-why-late"),
        State::Blocked => (&[], "report-why-blocked"),
        State::AtRisk => (&[KpiState::AtRisk], "report-why-risk"),
        _ => return String::new(),
    };
    let goals = context.report.goals.iter().filter(|goal| phase.goals.contains(&goal.id));
    let mut parts: Vec<_> =
        goals.filter(|goal| goal_states.contains(&goal.state)).map(|goal| goal_why(context, goal)).collect();
    let schedules = group.activities.iter().map(|row| &row.schedule);
    let schedules = schedules.chain(group.launches.iter().map(|row| &row.schedule));
    let schedules = schedules.chain(group.scripts.iter().map(|row| &row.schedule));
    let weak = schedules.filter(|schedule| schedule.state == phase.state).count();
    if weak > 0 {
        parts.push(context.with(work, "count", weak));
    }
    parts.join(" · ")
}

fn goal_why(context: &Context<'_>, goal: &Goal) -> String {
    let kpi = goal.kpis.iter().find(|kpi| kpi.state == goal.state);
    let message = |id| {
        Message::new(id)
            .with("title", goal.title.as_str())
            .with("state", context.word(words::kpi_state(goal.state).word))
    };
    context.say(&match kpi.and_then(|kpi| kpi.reading.as_ref()) {
        Some(reading) => message("report-why-goal-read").with("date", context.day(&reading.day)),
        None => message("report-why-goal"),
    })
}
