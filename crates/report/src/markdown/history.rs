//! What changed, the log of reviews, alerts, figures, and what the plan says of itself: one line an item.

use roadmap_api::{Change, Review};

use super::escape::markdown;
use crate::context::Context;
use crate::html::goals::approvals;
use crate::{data, history, label, words};

/// What happened since the last review: a heading and its lines; `None` where none was held.
pub(crate) fn news(context: &Context<'_>) -> Option<(String, String)> {
    let news = history::news(context)?;
    let mut out = String::new();
    for line in news.changes.iter().map(|change| self::change(context, change)) {
        out.push_str(&format!("- {line}\n"));
    }
    for (done, word) in news
        .reached
        .iter()
        .map(|done| (done, "report-legend-milestone"))
        .chain(news.finished.iter().map(|done| (done, "report-state-done")))
    {
        let day = markdown(&context.date(done.on));
        out.push_str(&format!("- {} {day}: {}\n", markdown(&context.word(word)), markdown(done.title)));
    }
    let kicker = context.with("report-news", "date", context.day(news.since));
    Some((format!("{kicker}: {}", news.heading(context)), out))
}

fn change(context: &Context<'_>, change: &Change) -> String {
    let (title, property) = history::subject(context, change);
    let value = |written| markdown(&history::value(context, change, written));
    let moved = history::moved(context, change).map(|moved| format!(" ({})", markdown(&moved)));
    format!(
        "{}, {}: {} → **{}**{}",
        markdown(&title),
        markdown(&property),
        value(change.from.as_ref()),
        value(change.to.as_ref()),
        moved.unwrap_or_default()
    )
}

/// The log, the latest review first; empty where none was held.
pub(crate) fn reviews(context: &Context<'_>) -> String {
    history::held(context).into_iter().map(|review| self::review(context, review)).collect()
}

fn review(context: &Context<'_>, review: &Review) -> String {
    let mut head = vec![label::review(context, review.cadence)];
    head.extend(review.owner.as_deref().map(|owner| context.given(owner).to_owned()));
    if !review.attended.is_empty() {
        head.push(context.with("report-attended", "names", context.names(&review.attended)));
    }
    let mut out = format!("- **{}** {}\n", markdown(&context.day(&review.date)), markdown(&head.join(" · ")));
    let mut add = |label: &'static str, parts: Vec<String>| {
        if !parts.is_empty() {
            out.push_str(&format!("  - {}: {}\n", markdown(&context.word(label)), parts.join("; ")));
        }
    };
    let texts = |texts: &[String]| texts.iter().map(|text| markdown(text)).collect::<Vec<_>>();
    add("report-review-findings", texts(&review.findings));
    add("report-review-bottlenecks", texts(&review.bottlenecks));
    add("report-review-decisions", texts(&review.decisions));
    let reasons = review.because.iter().map(|reason| markdown(&history::reason(context, *reason)));
    add("report-review-because", reasons.collect());
    let proposals = review.proposals.iter().map(|proposal| {
        format!("{} ({})", markdown(&proposal.text), markdown(&history::proposal(context, proposal.state)))
    });
    add("report-review-proposals", proposals.collect());
    add("report-review-changes", review.changes.iter().map(|row| change(context, row)).collect());
    out
}

/// Alerts: a heading and a line each; `None` where the plan has none.
pub(crate) fn alerts(context: &Context<'_>) -> Option<(String, String)> {
    let watches = data::alerts(context);
    if watches.is_empty() {
        return None;
    }
    let mut out = String::new();
    for watch in &watches {
        let alert = watch.alert;
        let mut parts = vec![data::condition(context, alert)];
        parts.extend(watch.goal.map(str::to_owned));
        if !alert.notify.is_empty() {
            parts.push(context.with("report-alert-tells", "names", context.names(&alert.notify)));
        }
        parts.extend(alert.action.clone());
        let active = (alert.active == Some(true))
            .then(|| format!("**{}** ", markdown(&context.word(words::severity(alert.level).word))));
        let parts = markdown(&parts.join(" · "));
        out.push_str(&format!("- {}{}: {parts}\n", active.unwrap_or_default(), markdown(&watch.title)));
    }
    Some((data::alerts_heading(context, &watches), out))
}

/// Figures and their sources: a heading and a line each; `None` where nothing was read.
pub(crate) fn figures(context: &Context<'_>) -> Option<(String, String)> {
    let readings = data::readings(context);
    let sources = data::sources(context);
    if readings.is_empty() && sources.is_empty() {
        return None;
    }
    let mut out = String::new();
    for actual in &readings {
        let by_hand = context.word("report-by-hand");
        let from = actual.from.as_deref().unwrap_or(&by_hand);
        let rest = format!("{} · {from}", data::days(context, actual));
        out.push_str(&format!(
            "- {}: **{}** ({})\n",
            markdown(&data::subject(context, actual)),
            markdown(&data::figure(context, actual)),
            markdown(&rest)
        ));
    }
    for source in &sources {
        out.push_str(&format!("- {}: {}\n", markdown(&context.word("report-col-source")), markdown(source)));
    }
    Some((data::figures_heading(context, &readings), out))
}

/// What the plan says of itself, and who approved its goals.
pub(crate) fn about(context: &Context<'_>) -> String {
    let mut out = String::new();
    for (term, text) in data::about(context) {
        out.push_str(&format!("- **{}**: {}\n", markdown(&term), markdown(&text)));
    }
    for goal in context.report.goals.iter().filter(|goal| !goal.approvals.is_empty()) {
        let label = context.word("report-about-approved");
        let who = approvals(context, &goal.approvals);
        out.push_str(&format!("- **{}**, {}: {}\n", markdown(&label), markdown(&goal.title), markdown(&who)));
    }
    out
}
