//! What is late, what comes next, what is blocked, and what the checker found.

use roadmap_api::{Due, ItemKind};
use roadmap_diag::Message;

use super::row;
use crate::context::Context;
use crate::text::{html, push_html};
use crate::upcoming::{self, Coming};
use crate::{label, verdict, words};

/// Rows of what comes next that are at once in sight, however little is late.
const NEXT_ROWS: usize = 7;

/// The finding above the late work.
pub(crate) fn late_heading(context: &Context<'_>) -> String {
    let late = &context.report.late;
    let most = late.iter().filter_map(|due| due.days_late).max();
    match most {
        Some(days) => {
            context.say(&Message::new("report-late-count").with("count", late.len()).with("days", days))
        }
        None => context.word("report-late-none"),
    }
}

/// Rows of late work; empty where nothing is late.
pub(crate) fn late(context: &Context<'_>) -> String {
    rows(context, &context.report.late, "late", |due| {
        let days = context.with("report-late-days", "days", due.days_late.unwrap_or_default());
        format!("<b class=\"t-late\">{}</b>", html(&days))
    })
}

/// Rows of what comes next: those at once in sight, and the rest under a summary.
pub(crate) struct Upcoming {
    pub(crate) shown: String,
    pub(crate) rest: String,
    pub(crate) rest_summary: String,
}

/// What comes next, as many rows as stand in the column beside it, and at least [`NEXT_ROWS`].
pub(crate) fn upcoming(context: &Context<'_>) -> Upcoming {
    let report = context.report;
    let lines = upcoming::coming(report);
    let rows = NEXT_ROWS.max(report.late.len() + report.blocked.len());
    // One more row costs no more than the summary over it.
    let rows = if lines.len() <= rows + 2 { lines.len() } else { rows };
    let (mut shown, mut rest) = (String::new(), String::new());
    for (index, line) in lines.iter().enumerate() {
        let when = match line.due.days {
            Some(0) => context.word("report-today"),
            Some(1) => context.word("report-tomorrow"),
            Some(days) => context.with("report-in-days", "days", days),
            None => String::new(),
        };
        let what = what(context, line);
        let last = format!("{}<br><span class=\"m\">{}</span>", html(&what), html(&when));
        push_row(if index < rows { &mut shown } else { &mut rest }, context, line.due, "", &last);
    }
    let rest_summary = context.with("report-next-rest", "count", lines.len().saturating_sub(rows));
    Upcoming { shown, rest, rest_summary }
}

/// What happens on the day, and how often where it happens again.
pub(crate) fn what(context: &Context<'_>, line: &Coming<'_>) -> String {
    if line.count > 1 {
        let again = Message::new("report-due-again")
            .with("count", line.count)
            .with("date", context.day_or_dash(line.last.day.as_ref()));
        return context.say(&again);
    }
    context.word(verdict::what(line.due.what))
}

/// Rows of what is blocked.
pub(crate) fn blocked(context: &Context<'_>) -> String {
    rows(context, &context.report.blocked, "block", |due| html(due.reason.as_deref().unwrap_or_default()))
}

fn rows(context: &Context<'_>, dues: &[Due], sign: &str, last: impl Fn(&Due) -> String) -> String {
    let mut out = String::new();
    for due in dues {
        push_row(&mut out, context, due, sign, &last(due));
    }
    out
}

fn push_row(out: &mut String, context: &Context<'_>, due: &Due, sign: &str, last_html: &str) {
    out.push_str("<tr");
    row::push_source(out, context, context.place_of(&due.item));
    out.push_str("><td><div>");
    if !sign.is_empty() {
        out.push_str(&format!("<span class=\"st {sign}\">"));
        row::push_sign(out, sign);
        out.push_str("</span>");
    }
    out.push_str("<span class=\"ti\">");
    row::push_link(out, context, &due.item, &label::due(context, due));
    if matches!(due.kind, ItemKind::Task | ItemKind::Material) {
        out.push_str("<br><span class=\"m\">");
        push_html(out, context.title(&due.item));
        out.push_str("</span>");
    }
    out.push_str("</span></div></td><td>");
    push_html(out, &context.owner(due.owner.as_ref()));
    out.push_str("</td><td class=\"n\">");
    push_html(out, &context.day_or_dash(due.day.as_ref()));
    out.push_str("</td><td>");
    out.push_str(last_html);
    out.push_str("</td></tr>");
}

/// The finding above the findings: how many of each kind.
pub(crate) fn findings_heading(context: &Context<'_>) -> String {
    let counts = &context.report.finding_counts;
    let parts: Vec<_> = [
        ("report-count-errors", counts.errors),
        ("report-count-warnings", counts.warnings),
        ("report-count-hints", counts.hints),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(id, count)| context.with(id, "count", i64::from(count)))
    .collect();
    if parts.is_empty() { context.word("report-findings-none") } else { parts.join(", ") }
}

/// The findings: sign, headline, sentence, help; below them the place, the word and the rule.
pub(crate) fn findings(context: &Context<'_>) -> String {
    let mut out = String::new();
    for finding in &context.report.findings {
        let look = words::severity(finding.severity);
        out.push_str("<li class=\"st ");
        out.push_str(look.class);
        out.push('"');
        row::push_source(&mut out, context, finding.place.as_ref());
        out.push('>');
        row::push_sign(&mut out, look.sign);
        out.push_str("<div><p>");
        let (title, sentence) = label::finding(finding);
        if let Some(title) = title {
            out.push_str("<b>");
            push_html(&mut out, title);
            out.push_str(".</b> ");
        }
        push_html(&mut out, &sentence);
        if let Some(help) = &finding.help {
            out.push_str(" <span class=\"m\">");
            push_html(&mut out, help);
            out.push_str("</span>");
        }
        out.push_str("</p><p class=\"m\">");
        if let Some(place) = &finding.place {
            out.push_str("<code>");
            push_html(&mut out, &place.file);
            out.push_str(&format!(":{}:{}</code> ", place.line, place.column));
        }
        push_html(&mut out, &context.word(look.word));
        out.push_str(" · ");
        match finding.url.as_deref().and_then(crate::text::safe_url) {
            Some(url) => {
                out.push_str(&format!("<a href=\"{}\">{}</a>", html(url), html(&finding.code)));
            }
            None => push_html(&mut out, &finding.code),
        }
        out.push_str("</p></div></li>");
    }
    out
}
