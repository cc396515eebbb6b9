//! The table of activities: what each is, who answers for it, what it is measured by, and how it stands.

use roadmap_api::{Activity, ChannelShare, ItemKind, Kpi, KpiState, Schedule, Status};
use roadmap_diag::Message;

use super::row;
use crate::context::{Context, number};
use crate::note::note_html;
use crate::text::{html, push_html, safe_url};
use crate::{fields, kpi, words};

/// The rows of the table of activities.
pub(super) fn activities(context: &Context<'_>, activities: &[&Activity]) -> String {
    let mut out = String::with_capacity(activities.len() * 640);
    for activity in activities {
        out.push_str("<tr id=\"");
        out.push_str(&context.anchor(&activity.id).unwrap_or_default());
        out.push('"');
        row::push_source(&mut out, context, activity.extra.source.as_ref());
        out.push_str("><td>");
        push_html(&mut out, &activity.title);
        push_more(&mut out, context, activity);
        out.push_str("</td><td>");
        push_html(&mut out, &context.owner(activity.owner.as_ref()));
        out.push_str("</td><td>");
        for item in kpi::outcomes_first(&activity.kpis) {
            push_kpi(&mut out, context, item);
        }
        out.push_str("</td><td class=\"n\">");
        push_html(
            &mut out,
            &context.day_or_dash(activity.schedule.deadline.as_ref().or(activity.schedule.end.as_ref())),
        );
        out.push_str("</td><td>");
        push_status(&mut out, context, &activity.schedule, &activity.status);
        out.push_str("</td><td class=\"n\">");
        if let Some(budget) = &activity.budget {
            push_html(&mut out, &context.quantity(budget));
        }
        if let Some(spent) = &activity.spent {
            out.push_str("<br><span class=\"m\">");
            push_html(&mut out, &context.with("report-spent-of", "spent", context.quantity(spent)));
            out.push_str("</span>");
        }
        out.push_str("</td></tr>");
    }
    out
}

/// A KPI in its cell: a sign where it is behind, now and target; what is put in, not got out, in grey.
fn push_kpi(out: &mut String, context: &Context<'_>, item: &Kpi) {
    out.push_str(if kpi::is_input(item) { "<p class=\"m\"" } else { "<p" });
    row::push_source(out, context, item.source.as_ref());
    out.push('>');
    if matches!(item.state, KpiState::AtRisk | KpiState::OffPace | KpiState::Missed) {
        let look = words::kpi_state(item.state);
        out.push_str(&format!("<span class=\"st {}\">", look.class));
        row::push_spoken_sign(out, context, look);
        out.push_str("</span>");
    }
    push_html(out, &kpi::line(context, item));
    out.push_str("</p>");
}

/// Ideas and cancelled work, apart from what is in the plan: a line each.
pub(super) fn shelved(context: &Context<'_>, activities: &[&Activity]) -> String {
    let mut out = String::new();
    for activity in activities {
        let look = words::state(activity.schedule.state);
        out.push_str(&format!(
            "<li id=\"{}\" class=\"st {}\"{}>",
            context.anchor(&activity.id).unwrap_or_default(),
            look.class,
            row::source(context, activity.extra.source.as_ref())
        ));
        row::push_sign(&mut out, look.sign);
        out.push_str("<span>");
        push_html(&mut out, &activity.title);
        let parts = [
            Some(context.word(look.word)),
            activity.owner.as_deref().map(|owner| context.given(owner).to_owned()),
            activity.schedule.deadline.as_ref().map(|day| context.day(day)),
            activity.budget.as_ref().map(|budget| context.quantity(budget)),
            activity.status.reason.clone(),
        ];
        out.push_str(" <span class=\"m\">");
        push_html(&mut out, &parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        out.push_str("</span>");
        push_more(&mut out, context, activity);
        out.push_str("</span></li>");
    }
    out
}

/// What stands below a title: who helps, what it waits for, the checklist, links and the note.
fn push_more(out: &mut String, context: &Context<'_>, activity: &Activity) {
    let mut parts = Vec::new();
    let channels: Vec<_> =
        activity.channels.iter().map(|ChannelShare { channel, .. }| context.channel(channel)).collect();
    if !channels.is_empty() {
        parts.push(html(&channels.join(", ")));
    }
    if !activity.support.is_empty() {
        parts.push(html(&context.with("report-support", "names", context.names(&activity.support))));
    }
    if !activity.after.is_empty() {
        let ids: Vec<_> = activity.after.iter().map(|dependency| dependency.on.clone()).collect();
        parts.push(html(&context.with("report-after", "names", context.titles(&ids))));
    }
    for (name, value) in fields::values(context, ItemKind::Activity, &activity.extra) {
        parts.push(html(&format!("{name}: {value}")));
    }
    for url in &activity.extra.links {
        parts.push(web_link(url));
    }
    if !parts.is_empty() {
        out.push_str("<p class=\"m\">");
        out.push_str(&parts.join(" · "));
        out.push_str("</p>");
    }
    if !activity.tasks.is_empty() {
        push_tasks(out, context, activity);
    }
    if let Some(note) = &activity.extra.note {
        push_note(out, context, note);
    }
}

/// A link that a reader may follow, or its text.
fn web_link(url: &str) -> String {
    match safe_url(url) {
        Some(safe) => format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", html(safe), html(safe)),
        None => html(url),
    }
}

pub(super) fn push_note(out: &mut String, context: &Context<'_>, note: &str) {
    out.push_str("<details class=\"no\"><summary>");
    push_html(out, &context.word("report-note"));
    out.push_str("</summary><div>");
    out.push_str(&note_html(note));
    out.push_str("</div></details>");
}

fn push_tasks(out: &mut String, context: &Context<'_>, activity: &Activity) {
    let done = activity.tasks.iter().filter(|task| task.done).count();
    let message = Message::new("report-checklist").with("done", done).with("total", activity.tasks.len());
    out.push_str("<details class=\"no\"><summary>");
    push_html(out, &context.say(&message));
    out.push_str("</summary><ul>");
    for task in &activity.tasks {
        let class = if task.done {
            "done"
        } else if task.days_late.is_some() {
            "late"
        } else {
            "wait"
        };
        out.push_str(&format!("<li class=\"st {class}\""));
        row::push_source(out, context, task.extra.source.as_ref());
        out.push('>');
        row::push_sign(out, class);
        out.push_str("<span>");
        push_html(out, &task.title);
        out.push_str(" <span class=\"m\">");
        push_html(out, &context.owner(task.owner.as_ref()));
        out.push_str(", ");
        push_html(out, &context.day_or_dash(task.done_on.as_ref().or(task.deadline.as_ref())));
        out.push_str("</span></span></li>");
    }
    out.push_str("</ul></details>");
}

/// The state, how far it is, and why where it is blocked or cancelled.
pub(super) fn push_status(out: &mut String, context: &Context<'_>, schedule: &Schedule, status: &Status) {
    row::push_state(out, context, words::state(schedule.state));
    let progress = number(&schedule.progress).unwrap_or_default();
    let mut parts = Vec::new();
    if let Some(days) = schedule.days_late {
        parts.push(context.with("report-late-days", "days", days));
    }
    if !progress.is_zero() && schedule.state != roadmap_api::State::Done {
        parts.push(context.percent(progress, 0));
    }
    parts.extend(status.reason.clone());
    if !parts.is_empty() {
        out.push_str("<br><span class=\"m\">");
        push_html(out, &parts.join(" · "));
        out.push_str("</span>");
    }
}
