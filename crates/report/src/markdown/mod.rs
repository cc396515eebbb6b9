//! The report as Markdown for GitHub: tables, a mermaid gantt block, one line an item.

mod diff;
mod escape;
mod gantt;
mod history;
mod status;
mod tables;

pub(crate) use diff::diff;
pub(crate) use status::status;

use roadmap_api::{ItemKind, Report, State};
use roadmap_diag::Message;
use serde::Serialize;

use self::escape::{markdown, rich};
use crate::context::{Context, maybe, number};
use crate::group::{Group, groups};
use crate::html::lists;
use crate::template::{self, Options, TemplateError};
use crate::{fields, label, verdict, words};

/// What `report.md.hbs` sees. Fields that end in `_md` are Markdown already, all others are plain text.
#[derive(Serialize)]
struct Document {
    title: String,
    as_of_md: String,
    headline: String,
    lede_md: String,
    banner: Option<String>,
    facts: Vec<String>,
    goals_heading: String,
    goals_head_md: String,
    goals_md: String,
    decisions: Vec<String>,
    late_heading: String,
    due_head_md: String,
    late_md: String,
    next_heading: String,
    next_md: String,
    blocked_heading: Option<String>,
    blocked_md: String,
    timeline_heading: String,
    gantt_md: String,
    axis_md: &'static str,
    phases: Vec<Section>,
    budget: Option<Budget>,
    news_heading: String,
    news_md: String,
    alerts_heading: String,
    alerts_md: String,
    reviews_md: String,
    figures_heading: String,
    figures_md: String,
    about_md: String,
    findings_heading: String,
    findings_head_md: String,
    findings_md: String,
    made: String,
}

/// A phase.
#[derive(Serialize)]
struct Section {
    title_md: String,
    facts_md: Vec<String>,
    activities_head_md: String,
    activities_md: String,
    shelved_md: String,
    notes_md: String,
    launches_head_md: String,
    launches_md: String,
    scripts_md: String,
    empty: bool,
}

/// The budget.
#[derive(Serialize)]
struct Budget {
    heading: String,
    unit: String,
    head_md: String,
    rows_md: String,
}

/// Renders the document.
pub(crate) fn render(report: &Report, options: &Options) -> Result<String, TemplateError> {
    let context = Context::new(report, crate::locale(report, options));
    let text = template::render(&["report.md.hbs"], &document(&context), context.locale, markdown, options)?;
    Ok(tidy(&text))
}

/// One blank line at most, no blanks at the end of a line, one newline at the end.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = true;
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && blank) {
            out.push_str(line);
            out.push('\n');
        }
        blank = line.is_empty();
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

fn document(context: &Context<'_>) -> Document {
    let report = context.report;
    let groups = groups(report);
    let due = [
        ("report-col-item", false),
        ("report-col-owner", false),
        ("report-col-date", true),
        ("report-col-state", false),
    ];
    let errors = report.finding_counts.errors;
    let (news_heading, news_md) = history::news(context).unwrap_or_default();
    let (alerts_heading, alerts_md) = history::alerts(context).unwrap_or_default();
    let (figures_heading, figures_md) = history::figures(context).unwrap_or_default();
    Document {
        title: report.plan.title.clone(),
        as_of_md: rich(&verdict::as_of(context)),
        headline: verdict::headline(context),
        lede_md: verdict::lede(context).iter().map(|fact| rich(fact)).collect::<Vec<_>>().join("\n"),
        banner: (errors > 0).then(|| context.with("report-banner", "count", i64::from(errors))),
        facts: facts(context),
        goals_heading: verdict::goals_heading(context),
        goals_head_md: tables::head(
            context,
            &[
                ("report-col-goal", false),
                ("report-col-kpi", false),
                ("report-col-baseline", true),
                ("report-col-now", true),
                ("report-col-pace", true),
                ("report-col-target", true),
                ("report-col-owner", false),
                ("report-col-by", true),
                ("report-col-state", false),
            ],
        ),
        goals_md: tables::goals(context),
        decisions: verdict::decisions(report),
        late_heading: lists::late_heading(context),
        due_head_md: tables::head(context, &due),
        late_md: tables::dues(context, &report.late, |due| tables::days_late(context, due)),
        next_heading: verdict::next_heading(context),
        next_md: tables::upcoming(context),
        blocked_heading: (!report.blocked.is_empty())
            .then(|| context.with("report-blocked-count", "count", report.blocked.len())),
        blocked_md: tables::dues(context, &report.blocked, |due| due.reason.clone().unwrap_or_default()),
        timeline_heading: verdict::timeline_heading(context),
        gantt_md: gantt::gantt(context, &groups).trim_end().to_owned(),
        axis_md: match context.locale {
            roadmap_diag::Locale::Vi => "%d/%m",
            roadmap_diag::Locale::En => "%e %b",
        },
        phases: groups.iter().map(|group| section(context, group)).collect(),
        budget: tables::budget(context).map(|(unit, head_md, rows_md)| Budget {
            heading: verdict::budget_heading(context),
            unit: context.with("report-budget-unit", "unit", unit),
            head_md,
            rows_md,
        }),
        news_heading,
        news_md,
        alerts_heading,
        alerts_md,
        reviews_md: history::reviews(context),
        figures_heading,
        figures_md,
        about_md: history::about(context),
        findings_heading: lists::findings_heading(context),
        findings_head_md: tables::head(
            context,
            &[
                ("report-col-state", false),
                ("report-col-finding", false),
                ("report-col-place", false),
                ("report-col-rule", false),
            ],
        ),
        findings_md: tables::findings(context),
        made: context.with("report-made", "version", report.generator.as_str()),
    }
}

fn facts(context: &Context<'_>) -> Vec<String> {
    let summary = &context.report.summary;
    let mut facts = Vec::with_capacity(4);
    let fact = |label, value: String| format!("{}: {value}", context.word(label));
    if let Some(time) = maybe(summary.time_percent.as_ref()) {
        let value = context.with("report-fact-time-value", "value", context.percent(time, 0));
        facts.push(fact("report-fact-time", value));
    }
    let work = Message::new("report-fact-work-value")
        .with("done", i64::from(summary.work.done))
        .with("total", i64::from(summary.work.total));
    facts.push(fact("report-fact-work", context.say(&work)));
    if let Some(planned) = maybe(summary.budget.planned.as_ref()) {
        let spent = number(&summary.budget.spent).unwrap_or_default();
        facts.push(fact(
            "report-fact-spent",
            format!("{} / {}", context.money(spent), context.money(planned)),
        ));
    }
    facts.push(fact("report-fact-todo", lists::findings_heading(context)));
    facts
}

fn section(context: &Context<'_>, group: &Group<'_>) -> Section {
    let title = match group.phase {
        Some(phase) => format!("{}. {}", group.number, markdown(&phase.title)),
        None => markdown(&context.word("report-always-on")),
    };
    let (shelved, current): (Vec<_>, Vec<_>) = group
        .activities
        .iter()
        .copied()
        .partition(|activity| matches!(activity.schedule.state, State::Idea | State::Cancelled));
    Section {
        title_md: title,
        facts_md: section_facts(context, group),
        activities_head_md: tables::head(
            context,
            &[
                ("report-col-activity", false),
                ("report-col-owner", false),
                ("report-col-kpi", false),
                ("report-col-deadline", true),
                ("report-col-status", false),
                ("report-col-budget", true),
            ],
        ),
        activities_md: tables::activities(context, &current),
        shelved_md: tables::activities(context, &shelved),
        notes_md: tables::notes(context, &group.activities),
        launches_head_md: tables::head(
            context,
            &[
                ("report-col-launch", false),
                ("report-col-owner", false),
                ("report-col-material", false),
                ("report-col-date", true),
                ("report-col-status", false),
            ],
        ),
        launches_md: tables::launches(context, &group.launches),
        scripts_md: tables::scripts(context, &group.scripts),
        empty: group.is_empty(),
    }
}

/// Lines of a label and its text.
fn section_facts(context: &Context<'_>, group: &Group<'_>) -> Vec<String> {
    let mut out = Vec::new();
    let mut add = |label: &'static str, value: String| {
        if !value.is_empty() {
            out.push(format!("**{}**: {value}", markdown(&context.word(label))));
        }
    };
    if let Some(phase) = group.phase {
        let days = format!("{} – {}", context.day(&phase.period.start), context.day(&phase.period.end));
        add("report-phase-days", markdown(&days));
        let state = context.word(words::state(phase.state).word);
        let why = label::phase_why(context, phase, group);
        let state = if why.is_empty() { state } else { format!("{state} ({why})") };
        add("report-col-state", markdown(&state));
        add(
            "report-phase-owner",
            phase.owner.as_deref().map(|id| markdown(context.person(id))).unwrap_or_default(),
        );
        add("report-phase-focus", phase.focus.as_deref().map(markdown).unwrap_or_default());
        let messages = phase.messages.iter().filter_map(|x| x.text.as_deref().or(x.name.as_deref()));
        add("report-phase-message", messages.map(markdown).collect::<Vec<_>>().join("; "));
        let channels = phase.channels.iter().map(|channel| {
            let rank = context.word(words::rank(channel.rank));
            format!("{} ({})", markdown(context.channel(&channel.channel)), markdown(&rank))
        });
        add("report-phase-channels", channels.collect::<Vec<_>>().join(", "));
        let planned = maybe(phase.figures.planned.as_ref());
        add("report-phase-budget", planned.map(|x| markdown(&context.money_full(x))).unwrap_or_default());
        let goals = phase.goals.iter().chain(&phase.supports).map(|id| markdown(context.title(id)));
        add("report-phase-goals", goals.collect::<Vec<_>>().join("; "));
        add("report-phase-kpis", tables::kpis(context, &phase.kpis).join("; "));
    }
    let custom = group.phase.map(|phase| fields::values(context, ItemKind::Phase, &phase.extra));
    add("report-phase-milestones", tables::milestones(context, &group.milestones).join("; "));
    for (name, value) in custom.unwrap_or_default() {
        out.push(format!("**{}**: {}", markdown(&name), markdown(&value)));
    }
    out
}
