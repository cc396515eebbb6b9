//! Rows of the Markdown tables: one line an item, so that a change in the plan is a change of its own lines.

use roadmap_api::{
    Activity, BudgetFigures, Due, Goal, ItemKind, Kpi, Launch, Milestone, Schedule, Script, Status,
};
use roadmap_diag::Message;

use super::escape::{markdown, rich};
use crate::context::{Context, maybe, number};
use crate::html::{budget, lists, phase};
use crate::kpi::{self, KpiView, joined};
use crate::text::safe_url;
use crate::{fields, label, upcoming, words};

/// A line of a table from cells that are escaped already.
fn push_line(out: &mut String, cells: &[String]) {
    out.push_str("| ");
    out.push_str(&cells.join(" | "));
    out.push_str(" |\n");
}

/// The heading of a table; `true` aligns a column to the right.
pub(crate) fn head(context: &Context<'_>, columns: &[(&'static str, bool)]) -> String {
    let mut out = String::new();
    push_line(&mut out, &columns.iter().map(|(label, _)| markdown(&context.word(label))).collect::<Vec<_>>());
    out.push_str(if columns.is_empty() { "" } else { "|" });
    for (_, right) in columns {
        out.push_str(if *right { " ---: |" } else { " --- |" });
    }
    out.push('\n');
    out
}

/// Goals: one line a KPI.
pub(crate) fn goals(context: &Context<'_>) -> String {
    let report = context.report;
    let mut out = String::new();
    let (top, inner): (Vec<&Goal>, Vec<&Goal>) = report.goals.iter().partition(|goal| goal.phase.is_none());
    for goal in top.into_iter().chain(inner) {
        if goal.kpis.is_empty() {
            let dash = context.word("report-none");
            let mut cells = vec![markdown(&goal.title), markdown(&context.word("report-goal-no-kpi"))];
            cells.resize(6, dash.clone());
            cells.push(markdown(&context.owner(goal.owner.as_ref())));
            cells.resize(9, dash);
            push_line(&mut out, &cells);
        }
        for kpi in &goal.kpis {
            push_line(&mut out, &goal_cells(context, goal, kpi));
        }
    }
    out
}

fn goal_cells(context: &Context<'_>, goal: &Goal, kpi: &Kpi) -> [String; 9] {
    let view = KpiView::new(context, kpi);
    let now = view.now.as_ref().map_or_else(|| context.word("report-none"), joined);
    [
        markdown(&goal.title),
        markdown(&view.title),
        markdown(&view.baseline_text),
        format!("**{}**", markdown(&now)),
        markdown(&view.pace_text),
        markdown(&view.target),
        markdown(&context.owner(goal.owner.as_ref())),
        markdown(&context.day_or_dash(kpi.by.as_ref())),
        markdown(&context.word(view.look.word)),
    ]
}

/// What is due: title, owner, day, and what about it.
pub(crate) fn dues(context: &Context<'_>, dues: &[Due], last: impl Fn(&Due) -> String) -> String {
    dues.iter().map(|due| due_line(context, due, &last(due))).collect()
}

/// What comes next, a rhythm in one line.
pub(crate) fn upcoming(context: &Context<'_>) -> String {
    let lines = upcoming::coming(context.report);
    lines.iter().map(|line| due_line(context, line.due, &lists::what(context, line))).collect()
}

fn due_line(context: &Context<'_>, due: &Due, last: &str) -> String {
    let mut out = String::new();
    let mut title = markdown(&label::due(context, due));
    if matches!(due.kind, ItemKind::Task | ItemKind::Material) {
        title = format!("{title} ({})", markdown(context.title(&due.item)));
    }
    let day = markdown(&context.day_or_dash(due.day.as_ref()));
    push_line(&mut out, &[title, markdown(&context.owner(due.owner.as_ref())), day, markdown(last)]);
    out
}

/// By how much something is late.
pub(crate) fn days_late(context: &Context<'_>, due: &Due) -> String {
    context.with("report-late-days", "days", due.days_late.unwrap_or_default())
}

/// Activities of a phase.
pub(crate) fn activities(context: &Context<'_>, activities: &[&Activity]) -> String {
    let mut out = String::new();
    for activity in activities {
        let kpis: Vec<_> =
            kpi::outcomes_first(&activity.kpis).map(|item| markdown(&kpi::line(context, item))).collect();
        let deadline = activity.schedule.deadline.as_ref().or(activity.schedule.end.as_ref());
        let budget = activity.budget.as_ref().map(|budget| markdown(&context.quantity(budget)));
        let spent = activity
            .spent
            .as_ref()
            .map(|spent| markdown(&context.with("report-spent-of", "spent", context.quantity(spent))));
        push_line(
            &mut out,
            &[
                markdown(&activity.title),
                markdown(&context.owner(activity.owner.as_ref())),
                kpis.join("; "),
                markdown(&context.day_or_dash(deadline)),
                status(context, &activity.schedule, &activity.status),
                [budget, spent].into_iter().flatten().collect::<Vec<_>>().join(", "),
            ],
        );
    }
    out
}

/// Notes and links of activities, one line each, as text.
pub(crate) fn notes(context: &Context<'_>, activities: &[&Activity]) -> String {
    let mut out = String::new();
    for activity in activities {
        let mut parts = Vec::new();
        if !activity.support.is_empty() {
            parts.push(markdown(&context.with("report-support", "names", context.names(&activity.support))));
        }
        if !activity.after.is_empty() {
            let ids: Vec<_> = activity.after.iter().map(|dependency| dependency.on.clone()).collect();
            parts.push(markdown(&context.with("report-after", "names", context.titles(&ids))));
        }
        if !activity.tasks.is_empty() {
            let done = activity.tasks.iter().filter(|task| task.done).count();
            let message =
                Message::new("report-checklist").with("done", done).with("total", activity.tasks.len());
            parts.push(markdown(&context.say(&message)));
        }
        for (name, value) in fields::values(context, ItemKind::Activity, &activity.extra) {
            parts.push(markdown(&format!("{name}: {value}")));
        }
        parts.extend(activity.extra.links.iter().map(|url| link(url)));
        parts.extend(activity.extra.note.as_deref().map(markdown));
        if !parts.is_empty() {
            out.push_str(&format!("- **{}**: {}\n", markdown(&activity.title), parts.join(" · ")));
        }
    }
    out
}

/// An address in angle brackets where a reader may go there, else as text.
fn link(url: &str) -> String {
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '\\' | '`' | '|');
    match safe_url(url) {
        Some(safe) if safe.chars().all(plain) && !safe.to_ascii_lowercase().starts_with("mailto") => {
            format!("<{safe}>")
        }
        _ => markdown(url),
    }
}

fn status(context: &Context<'_>, schedule: &Schedule, status: &Status) -> String {
    let mut parts = vec![context.word(words::state(schedule.state).word)];
    if let Some(days) = schedule.days_late {
        parts.push(context.with("report-late-days", "days", days));
    }
    let progress = number(&schedule.progress).unwrap_or_default();
    if !progress.is_zero() && schedule.state != roadmap_api::State::Done {
        parts.push(context.percent(progress, 0));
    }
    parts.extend(status.reason.clone());
    markdown(&parts.join(", "))
}

/// Launches of a phase.
pub(crate) fn launches(context: &Context<'_>, launches: &[&Launch]) -> String {
    let mut out = String::new();
    for launch in launches {
        let done = launch.materials.iter().filter(|material| material.done).count();
        let ready = Message::new("report-ready").with("done", done).with("total", launch.materials.len());
        let ready = if launch.materials.is_empty() { String::new() } else { context.say(&ready) };
        push_line(
            &mut out,
            &[
                markdown(&launch.title),
                markdown(&context.owner(launch.owner.as_ref())),
                markdown(&ready),
                markdown(&context.day_or_dash(launch.schedule.end.as_ref())),
                status(context, &launch.schedule, &launch.status),
            ],
        );
    }
    out
}

/// Scripts of a phase: a line each, objections and answers below.
pub(crate) fn scripts(context: &Context<'_>, scripts: &[&Script]) -> String {
    let mut out = String::new();
    for script in scripts {
        let deadline = script.schedule.deadline.as_ref().or(script.schedule.end.as_ref());
        let parts = [
            (!script.subjects.is_empty())
                .then(|| context.with("report-for", "names", context.titles(&script.subjects))),
            script.stage.as_deref().map(|stage| phase::stage(context, stage)),
            Some(context.owner(script.owner.as_ref())),
            deadline.map(|day| context.with("report-kpi-by", "date", context.day(day))),
            Some(context.word(words::state(script.schedule.state).word)),
            script.cta.as_ref().map(|cta| format!("{}: {cta}", context.word("report-cta"))),
        ];
        let parts: Vec<_> = parts.into_iter().flatten().map(|part| markdown(&part)).collect();
        out.push_str(&format!("- **{}** {}\n", markdown(&script.title), parts.join(" · ")));
        for objection in &script.objections {
            let answer = objection.answer.clone().unwrap_or_else(|| context.word("report-no-answer"));
            let said =
                objection.text.as_ref().map(|text| format!(" “{}”", markdown(text))).unwrap_or_default();
            let kind = markdown(&phase::objection_kind(context, &objection.kind));
            out.push_str(&format!("  - {kind}:{said} → {}\n", markdown(&answer)));
        }
    }
    out
}

/// Milestones of a phase.
pub(crate) fn milestones(context: &Context<'_>, milestones: &[&Milestone]) -> Vec<String> {
    milestones
        .iter()
        .map(|milestone| {
            let state = markdown(&context.word(words::state(milestone.state).word));
            format!("{} {} ({state})", markdown(&context.day(&milestone.date)), markdown(&milestone.title))
        })
        .collect()
}

/// KPIs of a phase, one part each.
pub(crate) fn kpis(context: &Context<'_>, kpis: &[Kpi]) -> Vec<String> {
    let part = |item: &Kpi| {
        let view = KpiView::new(context, item);
        let gap = if view.gap.is_empty() { String::new() } else { format!(" ({})", rich(&view.gap)) };
        format!("{}{gap}", markdown(&kpi::line(context, item)))
    };
    kpi::outcomes_first(kpis).map(part).collect()
}

/// The budget: spent / committed / planned in each cell. The unit of all amounts, the heading and the rows.
pub(crate) fn budget(context: &Context<'_>) -> Option<(String, String, String)> {
    let matrix = context.report.budget.as_ref()?;
    let scale = budget::Scale::new(context, matrix);
    let cell = |figures: &BudgetFigures| {
        let dash = context.word("report-none");
        let text = |value| scale.text(context, value);
        let planned = maybe(figures.planned.as_ref());
        let (committed, spent) =
            (number(&figures.committed).unwrap_or_default(), number(&figures.spent).unwrap_or_default());
        if planned.is_none() && committed.is_zero() && spent.is_zero() {
            return dash;
        }
        format!("{} / {} / {}", text(spent), text(committed), planned.map_or(dash, text))
    };
    let mut head = String::new();
    let names = matrix.columns.iter().map(|column| markdown(&budget::column(context, column.as_ref())));
    let first = [markdown(&context.word("report-col-channel"))];
    let columns: Vec<_> =
        first.into_iter().chain(names).chain([markdown(&context.word("report-col-total"))]).collect();
    push_line(&mut head, &columns);
    head.push_str("| --- |");
    head.push_str(&" ---: |".repeat(columns.len().saturating_sub(1)));
    head.push('\n');
    let mut rows = String::new();
    for row in &matrix.rows {
        let mut cells = vec![markdown(&budget::channel(context, row.channel.as_ref()))];
        cells.extend(row.cells.iter().map(|x| cell(&x.figures)));
        cells.push(cell(&row.total));
        push_line(&mut rows, &cells);
    }
    let mut cells = vec![format!("**{}**", markdown(&context.word("report-col-total")))];
    cells.extend(matrix.column_totals.iter().chain([&matrix.total]).map(cell));
    push_line(&mut rows, &cells);
    Some((scale.word, head, rows))
}

/// Findings, one line each.
pub(crate) fn findings(context: &Context<'_>) -> String {
    let mut out = String::new();
    for finding in &context.report.findings {
        let place = finding
            .place
            .as_ref()
            .map(|place| format!("{}:{}:{}", markdown(&place.file), place.line, place.column));
        let (title, sentence) = label::finding(finding);
        let title = title.map(|title| format!("**{}.** ", markdown(title)));
        let help = finding.help.as_deref().map(|help| format!(" {}", markdown(help)));
        push_line(
            &mut out,
            &[
                markdown(&context.word(words::severity(finding.severity).word)),
                format!("{}{}{}", title.unwrap_or_default(), markdown(&sentence), help.unwrap_or_default()),
                place.unwrap_or_default(),
                markdown(&finding.code),
            ],
        );
    }
    out
}
