//! The report as one HTML page.
//!
//! Templates hold the page's structure and what there are few of. Rows that grow with the plan (timeline, tables,
//! findings) are written here by functions that escape as they write: a template engine would spend most of the time
//! of a large report on them.

mod axis;
pub(crate) mod budget;
pub(crate) mod goals;
mod history;
pub(crate) mod lists;
pub(crate) mod phase;
mod row;
mod timeline;
mod work;

use roadmap_api::Report;
use roadmap_diag::Message;
use serde::Serialize;

use crate::context::{Context, maybe, number};
use crate::percent::Percent;
use crate::template::{self, Options, TemplateError};
use crate::text::{html, rich_html};
use crate::verdict;

/// What `page.html.hbs` sees. Fields that end in `_html` are escaped already, all others are plain text.
#[derive(Serialize)]
struct Page {
    lang: &'static str,
    title: String,
    css_html: String,
    as_of_html: String,
    headline: String,
    lede_html: String,
    banner: Option<String>,
    facts: Vec<Fact>,
    goals_heading: String,
    goals: Vec<goals::Card>,
    decisions: Vec<String>,
    late_heading: String,
    late_html: String,
    next_heading: String,
    next_html: String,
    next_rest: String,
    next_rest_html: String,
    blocked_heading: Option<String>,
    blocked_html: String,
    timeline_heading: String,
    timeline_count: String,
    timeline_html: String,
    phases: Vec<phase::Section>,
    budget: Option<budget::Section>,
    news: Option<history::Part>,
    alerts: Option<history::Part>,
    reviews: Option<history::Part>,
    figures: Option<history::Part>,
    about_html: String,
    findings_heading: String,
    findings_html: String,
    made: String,
}

/// One of the lines beside the headline.
#[derive(Serialize)]
struct Fact {
    label: String,
    bar: bool,
    class: &'static str,
    fill: String,
    tick: Option<String>,
    value_html: String,
}

/// Renders the page.
pub(crate) fn render(report: &Report, options: &Options) -> Result<String, TemplateError> {
    let context = Context::new(report, crate::locale(report, options)).with_sources(&options.sources);
    let page = page(&context, options);
    template::render(
        &["page.html.hbs", "goal.html.hbs", "phase.html.hbs"],
        &page,
        context.locale,
        html,
        options,
    )
}

fn page(context: &Context<'_>, options: &Options) -> Page {
    let report = context.report;
    let errors = report.finding_counts.errors;
    let timeline = timeline::Timeline::new(context);
    let next = lists::upcoming(context);
    let phases = phase::sections(context, &timeline);
    Page {
        lang: context.locale.as_str(),
        title: report.plan.title.clone(),
        css_html: template::source("page.css", options).to_owned(),
        as_of_html: rich_html(&verdict::as_of(context)),
        headline: verdict::headline(context),
        lede_html: verdict::lede(context).iter().map(|fact| rich_html(fact)).collect::<Vec<_>>().join(" "),
        banner: (errors > 0).then(|| context.with("report-banner", "count", i64::from(errors))),
        facts: facts(context),
        goals_heading: verdict::goals_heading(context),
        goals: goals::cards(context),
        decisions: verdict::decisions(report),
        late_heading: lists::late_heading(context),
        late_html: lists::late(context),
        next_heading: verdict::next_heading(context),
        next_html: next.shown,
        next_rest: next.rest_summary,
        next_rest_html: next.rest,
        blocked_heading: (!report.blocked.is_empty())
            .then(|| context.with("report-blocked-count", "count", report.blocked.len())),
        blocked_html: lists::blocked(context),
        timeline_heading: if timeline.is_empty() {
            context.word("report-timeline-empty")
        } else {
            verdict::timeline_heading(context)
        },
        timeline_count: timeline_count(context),
        timeline_html: timeline.html(context),
        phases,
        budget: budget::section(context),
        news: history::news(context),
        alerts: history::alerts(context),
        reviews: history::reviews(context),
        figures: history::figures(context),
        about_html: history::about(context),
        findings_heading: lists::findings_heading(context),
        findings_html: lists::findings(context),
        made: context.with("report-made", "version", report.generator.as_str()),
    }
}

fn facts(context: &Context<'_>) -> Vec<Fact> {
    let summary = &context.report.summary;
    let time = maybe(summary.time_percent.as_ref());
    let tick = time.map(|time| Percent::from_percent(time).to_string());
    let mut facts = Vec::with_capacity(4);
    let line = |label, class, fill: Percent, tick, value: &str| Fact {
        label: context.word(label),
        bar: true,
        class,
        fill: fill.to_string(),
        tick,
        value_html: rich_html(value),
    };
    if let Some(time) = time {
        let share = crate::text::strong(&context.percent(time, 0));
        let value = context.with("report-fact-time-value", "value", share);
        facts.push(line("report-fact-time", "time", Percent::from_percent(time), None, &value));
    }
    let (done, total) = (i64::from(summary.work.done), i64::from(summary.work.total));
    let value = Message::new("report-fact-work-value")
        .with("done", crate::text::strong(&done.to_string()))
        .with("total", total);
    facts.push(line("report-fact-work", "", Percent::of(done, total), tick.clone(), &context.say(&value)));
    let spent = number(&summary.budget.spent).unwrap_or_default();
    if let Some(planned) = maybe(summary.budget.planned.as_ref()).filter(|planned| !planned.is_zero()) {
        let value = format!("{} / {}", crate::text::strong(&context.money(spent)), context.money(planned));
        facts.push(line("report-fact-spent", "", Percent::of_decimal(spent, planned), tick, &value));
    }
    facts.push(Fact {
        label: context.word("report-fact-todo"),
        bar: false,
        class: "",
        fill: String::new(),
        tick: None,
        value_html: todo(context),
    });
    facts
}

/// How many findings want somebody, errors in their colour.
fn todo(context: &Context<'_>) -> String {
    let counts = &context.report.finding_counts;
    let part = |id, count: u32, class: &str| {
        (count > 0).then(|| {
            format!("<span class=\"{class}\">{}</span>", html(&context.with(id, "count", i64::from(count))))
        })
    };
    let parts: Vec<_> = [
        part("report-count-errors", counts.errors, "t-late"),
        part("report-count-warnings", counts.warnings, "t-risk"),
        part("report-count-hints", counts.hints, ""),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        return html(&context.word("report-count-nothing"));
    }
    format!("<a href=\"#findings\">{}</a>", parts.join(", "))
}

fn timeline_count(context: &Context<'_>) -> String {
    let work = &context.report.summary.work;
    context.say(
        &Message::new("report-timeline-count")
            .with("total", i64::from(work.total))
            .with("done", i64::from(work.done))
            .with("late", i64::from(work.late))
            .with("blocked", i64::from(work.blocked)),
    )
}
