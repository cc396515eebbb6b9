//! The section of a phase: what it is for, and its work in tables.

use roadmap_api::{ItemKind, Launch, Milestone, MonthPlan, Objection, Phase, Script, State};
use roadmap_diag::Message;
use serde::Serialize;

use super::{goals, row, work};
use crate::context::{Context, number};
use crate::group::Group;
use crate::html::timeline::Timeline;
use crate::note::note_html;
use crate::text::{html, push_html};
use crate::{fields, label, words};

/// What `phase.html.hbs` sees.
#[derive(Serialize)]
pub(crate) struct Section {
    anchor: String,
    source_html: String,
    kicker: String,
    title: String,
    state_html: String,
    why: String,
    done: String,
    facts_html: String,
    goals_html: String,
    kpis_html: String,
    more_html: String,
    note_html: String,
    activities_caption: String,
    activities_html: String,
    shelved_html: String,
    activities_head_html: String,
    launches_html: String,
    launches_head_html: String,
    scripts_html: String,
    empty: bool,
}

/// One section a phase, and one for what belongs to none.
pub(crate) fn sections(context: &Context<'_>, timeline: &Timeline<'_>) -> Vec<Section> {
    timeline.groups.iter().map(|group| section(context, group)).collect()
}

fn section(context: &Context<'_>, group: &Group<'_>) -> Section {
    let title = group.phase.map_or_else(|| context.word("report-always-on"), |phase| phase.title.clone());
    let kicker = match group.phase {
        Some(_) => context.with("report-phase-heading", "number", group.number),
        None => context.word("report-always-on-focus"),
    };
    let done = group.phase.map(|phase| {
        let message = Message::new("report-done-of")
            .with("done", i64::from(phase.progress.done))
            .with("total", i64::from(phase.progress.total));
        context.say(&message)
    });
    let (shelved, current): (Vec<_>, Vec<_>) = group
        .activities
        .iter()
        .copied()
        .partition(|activity| matches!(activity.schedule.state, State::Idea | State::Cancelled));
    Section {
        anchor: group
            .phase
            .and_then(|phase| context.anchor(&phase.id))
            .unwrap_or_else(|| "always-on".to_owned()),
        source_html: row::source(context, group.phase.and_then(|phase| phase.extra.source.as_ref())),
        kicker,
        state_html: group
            .phase
            .map(|phase| row::state(context, words::state(phase.state)))
            .unwrap_or_default(),
        why: group.phase.map(|phase| label::phase_why(context, phase, group)).unwrap_or_default(),
        done: done.unwrap_or_default(),
        facts_html: facts(context, group),
        goals_html: group.phase.map(|phase| served(context, phase)).unwrap_or_default(),
        more_html: more(context, group),
        kpis_html: group.phase.map(|phase| goals::kpi_list(context, &phase.kpis)).unwrap_or_default(),
        note_html: group
            .phase
            .and_then(|phase| phase.extra.note.as_deref())
            .map(note_html)
            .unwrap_or_default(),
        activities_caption: context.with("report-phase-activities", "title", title.as_str()),
        title,
        activities_html: work::activities(context, &current),
        shelved_html: work::shelved(context, &shelved),
        activities_head_html: row::head(
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
        launches_html: launches(context, &group.launches),
        launches_head_html: row::head(
            context,
            &[
                ("report-col-launch", false),
                ("report-col-owner", false),
                ("report-col-material", false),
                ("report-col-date", true),
                ("report-col-status", false),
            ],
        ),
        scripts_html: scripts(context, &group.scripts),
        empty: group.is_empty(),
    }
}

/// The description list: dates, owner, focus, message, channels, budget.
fn facts(context: &Context<'_>, group: &Group<'_>) -> String {
    let mut out = String::new();
    if let Some(phase) = group.phase {
        let days = format!("{} – {}", context.day(&phase.period.start), context.day(&phase.period.end));
        row::push_term(&mut out, context, "report-phase-days", &html(&days));
        let owner = phase.owner.as_deref().map(|owner| html(context.person(owner))).unwrap_or_default();
        row::push_term(&mut out, context, "report-phase-owner", &owner);
        row::push_term(
            &mut out,
            context,
            "report-phase-focus",
            &html(phase.focus.as_deref().unwrap_or_default()),
        );
        let messages =
            phase.messages.iter().filter_map(|message| message.text.as_deref().or(message.name.as_deref()));
        let messages =
            messages.map(|text| format!("<b>“{}”</b>", html(text))).collect::<Vec<_>>().join("<br>");
        row::push_term(&mut out, context, "report-phase-message", &messages);
        row::push_term(&mut out, context, "report-phase-channels", &channels(context, phase));
        row::push_term(&mut out, context, "report-phase-budget", &budget(context, phase));
        for (name, value) in fields::values(context, ItemKind::Phase, &phase.extra) {
            row::push_pair(&mut out, &name, &html(&value));
        }
    }
    out
}

/// Its own goals and those it serves, each with its KPIs.
fn served(context: &Context<'_>, phase: &Phase) -> String {
    let mut out = String::new();
    for id in phase.goals.iter().chain(&phase.supports) {
        let kpis = context.goal(id).map(|goal| goals::kpi_list(context, &goal.kpis)).unwrap_or_default();
        out.push_str(&format!("<li>{}{kpis}</li>", link(context, id)));
    }
    if out.is_empty() { out } else { format!("<ul class=\"gl\">{out}</ul>") }
}

/// Milestones and months.
fn more(context: &Context<'_>, group: &Group<'_>) -> String {
    let mut out = String::new();
    row::push_term(&mut out, context, "report-phase-milestones", &milestones(context, &group.milestones));
    let months = group.phase.map(|phase| months(context, &phase.months)).unwrap_or_default();
    row::push_term(&mut out, context, "report-phase-months", &months);
    out
}

fn link(context: &Context<'_>, id: &str) -> String {
    let mut out = String::new();
    row::push_link(&mut out, context, id, context.title(id));
    out
}

fn channels(context: &Context<'_>, phase: &Phase) -> String {
    let part = |channel: &roadmap_api::PhaseChannel| {
        let rank = context.word(words::rank(channel.rank));
        let budget =
            channel.figures.planned.as_ref().and_then(number).map(|x| format!(", {}", context.money(x)));
        format!(
            "{} <span class=\"m\">{}{}</span>",
            html(context.channel(&channel.channel)),
            html(&rank),
            html(&budget.unwrap_or_default())
        )
    };
    phase.channels.iter().map(part).collect::<Vec<_>>().join("<br>")
}

fn budget(context: &Context<'_>, phase: &Phase) -> String {
    let spent = number(&phase.figures.spent).unwrap_or_default();
    let planned = phase.figures.planned.as_ref().and_then(number);
    let spent_text = context.with("report-spent-of", "spent", context.money(spent));
    match planned {
        Some(planned) => {
            format!("{} <span class=\"m\">{}</span>", html(&context.money(planned)), html(&spent_text))
        }
        None if spent.is_zero() => String::new(),
        None => html(&spent_text),
    }
}

fn months(context: &Context<'_>, months: &[MonthPlan]) -> String {
    let mut out = String::new();
    for month in months {
        let days = format!("{} – {}", context.day(&month.period.start), context.day(&month.period.end));
        let focus = html(month.focus.as_deref().unwrap_or_default());
        let source = row::source(context, month.extra.source.as_ref());
        out.push_str(&format!("<p{source}>{focus} <span class=\"m nb\">{}</span></p>", html(&days)));
        out.push_str(&goals::kpi_list(context, &month.kpis));
    }
    out
}

fn milestones(context: &Context<'_>, milestones: &[&Milestone]) -> String {
    let mut out = String::new();
    for milestone in milestones {
        let anchor = context.anchor(&milestone.id).unwrap_or_default();
        let look = words::state(milestone.state);
        let source = row::source(context, milestone.extra.source.as_ref());
        out.push_str(&format!("<li id=\"{anchor}\" class=\"st {}\"{source}>", look.class));
        row::push_sign(&mut out, look.sign);
        out.push_str("<div>");
        push_html(&mut out, &milestone.title);
        let rest = format!("{}, {}", context.day(&milestone.date), context.word(look.word));
        out.push_str(&format!(" <span class=\"m nb\">{}</span>", html(&rest)));
        out.push_str(&goals::kpi_list(context, &milestone.kpis));
        out.push_str("</div></li>");
    }
    if out.is_empty() { out } else { format!("<ul class=\"ml\">{out}</ul>") }
}

fn launches(context: &Context<'_>, launches: &[&Launch]) -> String {
    let mut out = String::new();
    for launch in launches {
        out.push_str("<tr id=\"");
        out.push_str(&context.anchor(&launch.id).unwrap_or_default());
        out.push('"');
        row::push_source(&mut out, context, launch.extra.source.as_ref());
        out.push_str("><td>");
        push_html(&mut out, &launch.title);
        let usp = launch.usp.as_ref().and_then(|usp| usp.text.as_deref().or(usp.name.as_deref()));
        for text in [usp, launch.value.as_deref(), launch.problem.as_deref()].into_iter().flatten() {
            out.push_str("<p class=\"m\">");
            push_html(&mut out, text);
            out.push_str("</p>");
        }
        if let Some(note) = &launch.extra.note {
            work::push_note(&mut out, context, note);
        }
        out.push_str("</td><td>");
        push_html(&mut out, &context.owner(launch.owner.as_ref()));
        out.push_str("</td><td>");
        let done = launch.materials.iter().filter(|material| material.done).count();
        if !launch.materials.is_empty() {
            let ready = Message::new("report-ready").with("done", done).with("total", launch.materials.len());
            push_html(&mut out, &context.say(&ready));
            out.push_str("<ul class=\"ma\">");
            for material in &launch.materials {
                let class = if material.done {
                    "done"
                } else if material.days_late.is_some() {
                    "late"
                } else {
                    "wait"
                };
                let source = row::source(context, material.extra.source.as_ref());
                out.push_str(&format!("<li class=\"st {class}\"{source}>"));
                row::push_sign(&mut out, class);
                push_html(&mut out, &label::material(context, &material.kind));
                out.push_str("</li>");
            }
            out.push_str("</ul>");
        }
        out.push_str("</td><td class=\"n\">");
        push_html(&mut out, &context.day_or_dash(launch.schedule.end.as_ref()));
        out.push_str("</td><td>");
        work::push_status(&mut out, context, &launch.schedule, &launch.status);
        out.push_str("</td></tr>");
    }
    out
}

/// Scripts with what customers object and what to answer, open so that they print.
fn scripts(context: &Context<'_>, scripts: &[&Script]) -> String {
    let mut out = String::new();
    for script in scripts {
        out.push_str("<details class=\"sc\" open id=\"");
        out.push_str(&context.anchor(&script.id).unwrap_or_default());
        out.push('"');
        row::push_source(&mut out, context, script.extra.source.as_ref());
        out.push_str("><summary><span class=\"t\"><b>");
        push_html(&mut out, &script.title);
        out.push_str("</b>");
        if !script.subjects.is_empty() {
            out.push_str("<span class=\"m\">");
            push_html(&mut out, &context.with("report-for", "names", context.titles(&script.subjects)));
            out.push_str("</span>");
        }
        out.push_str("</span><span>");
        push_html(
            &mut out,
            &script.stage.as_deref().map(|stage| self::stage(context, stage)).unwrap_or_default(),
        );
        out.push_str("</span><span>");
        push_html(&mut out, &context.owner(script.owner.as_ref()));
        out.push_str("</span><span>");
        let deadline = script.schedule.deadline.as_ref().or(script.schedule.end.as_ref());
        push_html(
            &mut out,
            &deadline.map(|day| context.with("report-kpi-by", "date", context.day(day))).unwrap_or_default(),
        );
        out.push_str("</span>");
        row::push_state(&mut out, context, words::state(script.schedule.state));
        out.push_str("</summary><dl class=\"fa\">");
        row::push_term(&mut out, context, "report-cta", &html(script.cta.as_deref().unwrap_or_default()));
        let usp = script.usp.as_ref().and_then(|usp| usp.text.as_deref().or(usp.name.as_deref()));
        row::push_term(&mut out, context, "report-usp", &html(usp.unwrap_or_default()));
        row::push_term(&mut out, context, "report-phase-kpis", &goals::kpi_list(context, &script.kpis));
        out.push_str("</dl>");
        if script.objections.is_empty() {
            out.push_str(&format!("<p class=\"m\">{}</p>", html(&context.word("report-no-objections"))));
        } else {
            out.push_str("<div class=\"ob\">");
            for objection in &script.objections {
                push_objection(&mut out, context, objection);
            }
            out.push_str("</div>");
        }
        out.push_str("</details>");
    }
    out
}

fn push_objection(out: &mut String, context: &Context<'_>, objection: &Objection) {
    out.push_str("<div");
    row::push_source(out, context, objection.source.as_ref());
    out.push_str("><p class=\"m\">");
    push_html(out, &objection_kind(context, &objection.kind));
    out.push_str("</p>");
    if let Some(text) = &objection.text {
        out.push_str("<p><b>“");
        push_html(out, text);
        out.push_str("”</b></p>");
    }
    match &objection.answer {
        Some(answer) => out.push_str(&note_html(answer)),
        None => {
            out.push_str("<p class=\"st risk\">");
            row::push_sign(out, "risk");
            push_html(out, &context.word("report-no-answer"));
            out.push_str("</p>");
        }
    }
    out.push_str("</div>");
}

/// The word for a kind of objection; an unknown one stays as it is.
pub(crate) fn objection_kind(context: &Context<'_>, kind: &str) -> String {
    match kind {
        "price" => context.word("report-objection-price"),
        "trust" => context.word("report-objection-trust"),
        "need" => context.word("report-objection-need"),
        "rival" => context.word("report-objection-rival"),
        "other" => context.word("report-objection-other"),
        other => other.to_owned(),
    }
}

/// The word for the stage of a script; an unknown one stays as it is.
pub(crate) fn stage(context: &Context<'_>, stage: &str) -> String {
    match stage {
        "awareness" => context.word("report-stage-awareness"),
        "launch_offer" => context.word("report-stage-launch_offer"),
        "retention" => context.word("report-stage-retention"),
        other => other.to_owned(),
    }
}
