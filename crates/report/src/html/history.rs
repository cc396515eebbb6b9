//! What changed since the last review, the log of reviews, alerts, figures, and what the plan says of itself.

use roadmap_api::{Change, ProposalState, Review};
use serde::Serialize;

use super::row;
use crate::context::Context;
use crate::history::{self, Finished};
use crate::text::{html, push_html};
use crate::{data, label, words};

/// Reviews that stand open; older ones come collapsed.
const OPEN_REVIEWS: usize = 3;

/// What `page.html.hbs` sees of a part with a heading of its own.
#[derive(Serialize)]
pub(crate) struct Part {
    kicker: String,
    heading: String,
    body_html: String,
    /// The summary over what comes collapsed.
    rest: String,
    rest_html: String,
}

/// What happened since the last review; `None` where none was held.
pub(crate) fn news(context: &Context<'_>) -> Option<Part> {
    let news = history::news(context)?;
    let mut body = String::new();
    for change in &news.changes {
        body.push_str("<li class=\"st go\">");
        row::push_sign(&mut body, "moved");
        body.push_str("<span>");
        push_change(&mut body, context, change);
        body.push_str("</span></li>");
    }
    let mut push = |done: &Finished<'_>, sign| {
        body.push_str("<li class=\"st done\">");
        row::push_sign(&mut body, sign);
        body.push_str("<span>");
        row::push_link(&mut body, context, done.id, done.title);
        body.push_str(&format!(" <span class=\"m\">{}</span></span></li>", html(&context.date(done.on))));
    };
    news.reached.iter().for_each(|done| push(done, "flag"));
    news.finished.iter().for_each(|done| push(done, "done"));
    Some(Part {
        kicker: context.with("report-news", "date", context.day(news.since)),
        heading: news.heading(context),
        body_html: if body.is_empty() { body } else { format!("<ul class=\"ev\">{body}</ul>") },
        rest: String::new(),
        rest_html: String::new(),
    })
}

/// A change: what, the old value struck, the new one, and by how many days it moved.
fn push_change(out: &mut String, context: &Context<'_>, change: &Change) {
    let (title, property) = history::subject(context, change);
    row::push_link(out, context, history::item(context, &change.item), &title);
    out.push_str(", ");
    push_html(out, &property);
    out.push_str(": <s>");
    push_html(out, &history::value(context, change, change.from.as_ref()));
    out.push_str("</s> → <b>");
    push_html(out, &history::value(context, change, change.to.as_ref()));
    out.push_str("</b>");
    if let Some(moved) = history::moved(context, change) {
        out.push_str(&format!(" <span class=\"m\">{}</span>", html(&moved)));
    }
}

/// The log of reviews, the latest first; `None` where none was held.
pub(crate) fn reviews(context: &Context<'_>) -> Option<Part> {
    let held = history::held(context);
    let latest = held.first()?;
    let heading = roadmap_diag::Message::new("report-reviews-count")
        .with("count", held.len())
        .with("date", context.day(&latest.date));
    let mut body = String::new();
    let mut rest = String::new();
    for (index, review) in held.iter().enumerate() {
        push_review(if index < OPEN_REVIEWS { &mut body } else { &mut rest }, context, review);
    }
    let older = held.len().saturating_sub(OPEN_REVIEWS);
    Some(Part {
        kicker: context.word("report-reviews"),
        heading: context.say(&heading),
        body_html: body,
        rest: context.with("report-reviews-older", "count", older),
        rest_html: rest,
    })
}

fn push_review(out: &mut String, context: &Context<'_>, review: &Review) {
    out.push_str("<article class=\"rv\"");
    row::push_source(out, context, review.extra.source.as_ref());
    out.push_str("><h3>");
    push_html(out, &context.day(&review.date));
    out.push_str(" <span class=\"m\">");
    let mut who = vec![label::review(context, review.cadence)];
    who.extend(review.owner.as_deref().map(|owner| context.given(owner).to_owned()));
    if !review.attended.is_empty() {
        who.push(context.with("report-attended", "names", context.names(&review.attended)));
    }
    push_html(out, &who.join(" · "));
    out.push_str("</span></h3><dl class=\"fa\">");
    row::push_term(out, context, "report-review-findings", &lines(&review.findings));
    row::push_term(out, context, "report-review-bottlenecks", &lines(&review.bottlenecks));
    row::push_term(out, context, "report-review-decisions", &lines(&review.decisions));
    let reasons: Vec<_> =
        review.because.iter().map(|reason| html(&history::reason(context, *reason))).collect();
    row::push_term(out, context, "report-review-because", &reasons.join(", "));
    let proposals: Vec<_> = review
        .proposals
        .iter()
        .map(|proposal| {
            let class = if proposal.state == ProposalState::Open { "t-risk" } else { "m" };
            let state = html(&history::proposal(context, proposal.state));
            format!("{} <span class=\"{class}\">{state}</span>", html(&proposal.text))
        })
        .collect();
    row::push_term(out, context, "report-review-proposals", &proposals.join("<br>"));
    let changes: Vec<_> = review
        .changes
        .iter()
        .map(|change| {
            let mut line = String::new();
            push_change(&mut line, context, change);
            line
        })
        .collect();
    row::push_term(out, context, "report-review-changes", &changes.join("<br>"));
    out.push_str("</dl></article>");
}

fn lines(texts: &[String]) -> String {
    texts.iter().map(|text| html(text)).collect::<Vec<_>>().join("<br>")
}

/// Alerts: those that hold, then, collapsed, the quiet ones; `None` where the plan has none.
pub(crate) fn alerts(context: &Context<'_>) -> Option<Part> {
    let watches = data::alerts(context);
    if watches.is_empty() {
        return None;
    }
    let (mut body, mut rest, mut quiet) = (String::new(), String::new(), 0_usize);
    for watch in &watches {
        let active = watch.alert.active == Some(true);
        let out = if active { &mut body } else { &mut rest };
        quiet += usize::from(!active);
        let look = words::severity(watch.alert.level);
        out.push_str(&format!("<li class=\"st {}\">", if active { look.class } else { "wait" }));
        row::push_sign(out, if active { look.sign } else { "wait" });
        out.push_str("<span><b>");
        push_html(out, &watch.title);
        out.push_str("</b>: ");
        push_html(out, &data::condition(context, watch.alert));
        let action = watch.alert.action.as_deref().map(str::to_owned);
        let told = (!watch.alert.notify.is_empty())
            .then(|| context.with("report-alert-tells", "names", context.names(&watch.alert.notify)));
        let parts = [watch.goal.map(str::to_owned), told, action].into_iter().flatten().collect::<Vec<_>>();
        out.push_str(&format!("<br><span class=\"m\">{}</span></span></li>", html(&parts.join(" · "))));
    }
    let list =
        |items: String| if items.is_empty() { items } else { format!("<ul class=\"ev\">{items}</ul>") };
    Some(Part {
        kicker: context.word("report-alerts"),
        heading: data::alerts_heading(context, &watches),
        body_html: list(body),
        rest: context.with("report-alerts-rest", "count", quiet),
        rest_html: list(rest),
    })
}

/// Figures and their sources; `None` where nothing was read.
pub(crate) fn figures(context: &Context<'_>) -> Option<Part> {
    let readings = data::readings(context);
    let sources = data::sources(context);
    if readings.is_empty() && sources.is_empty() {
        return None;
    }
    let mut rows = String::new();
    for actual in &readings {
        rows.push_str("<tr><td>");
        push_html(&mut rows, &data::subject(context, actual));
        rows.push_str("</td><td class=\"n\">");
        push_html(&mut rows, &data::figure(context, actual));
        rows.push_str("</td><td class=\"n\">");
        push_html(&mut rows, &data::days(context, actual));
        rows.push_str("</td><td>");
        push_html(&mut rows, actual.from.as_deref().unwrap_or(&context.word("report-by-hand")));
        rows.push_str("</td></tr>");
    }
    let mut body = String::new();
    for source in &sources {
        body.push_str(&format!("<li>{}</li>", html(source)));
    }
    let head = row::head(
        context,
        &[
            ("report-col-metric", false),
            ("report-col-now", true),
            ("report-col-date", true),
            ("report-col-source", false),
        ],
    );
    Some(Part {
        kicker: context.word("report-figures"),
        heading: data::figures_heading(context, &readings),
        body_html: if body.is_empty() { body } else { format!("<ul class=\"so m\">{body}</ul>") },
        rest: context.with("report-figures-rest", "count", readings.len()),
        rest_html: if rows.is_empty() { rows } else { format!("<table>{head}<tbody>{rows}</tbody></table>") },
    })
}

/// What the plan says of itself, as a description list; empty where it says nothing.
pub(crate) fn about(context: &Context<'_>) -> String {
    let mut out = String::new();
    for (term, text) in data::about(context) {
        row::push_pair(&mut out, &term, &html(&text));
    }
    out
}
