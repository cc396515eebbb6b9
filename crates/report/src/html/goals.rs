//! Goal cards.

use roadmap_api::{Approval, Goal, Kpi};
use roadmap_diag::Message;
use serde::Serialize;

use super::row;
use crate::context::Context;
use crate::kpi::{self, KpiView};
use crate::percent::Percent;
use crate::text::{html, rich_html};
use crate::words;

/// What `goal.html.hbs` sees.
#[derive(Serialize)]
pub(crate) struct Card {
    anchor: String,
    source_html: String,
    main_source_html: String,
    state_html: String,
    title: String,
    metric: String,
    figure: String,
    unit: String,
    has_figure: bool,
    class: &'static str,
    gap_html: String,
    bar_html: String,
    more_html: String,
    approved: String,
    owner: String,
    by: String,
}

/// One card a goal: those of the top level first, then those of phases, each in the order of the text.
pub(crate) fn cards(context: &Context<'_>) -> Vec<Card> {
    let (top, inner): (Vec<_>, Vec<_>) = context.report.goals.iter().partition(|goal| goal.phase.is_none());
    top.into_iter().chain(inner).map(|goal| card(context, goal)).collect()
}

fn card(context: &Context<'_>, goal: &Goal) -> Card {
    let look = words::kpi_state(goal.state);
    let main = goal.kpis.iter().find(|kpi| kpi.state == goal.state).or_else(|| goal.kpis.first());
    let view = main.map(|kpi| KpiView::new(context, kpi));
    let (figure, unit) = view.as_ref().and_then(|view| view.now.clone()).unwrap_or_default();
    let has_figure = !figure.is_empty();
    let by = goal.by.as_ref().map(|by| context.with("report-kpi-by", "date", context.day(by)));
    Card {
        anchor: context.anchor(&goal.id).unwrap_or_default(),
        source_html: row::source(context, goal.extra.source.as_ref()),
        main_source_html: row::source(context, main.and_then(|kpi| kpi.source.as_ref())),
        state_html: row::state(context, look),
        title: goal.title.clone(),
        metric: view.as_ref().map(|view| view.title.clone()).unwrap_or_default(),
        figure: match &view {
            Some(_) if has_figure => figure,
            Some(_) => context.word("report-kpi-no-reading"),
            None => context.word("report-goal-no-kpi"),
        },
        unit,
        has_figure,
        class: look.class,
        gap_html: view.as_ref().map(|view| gap(context, view)).unwrap_or_default(),
        bar_html: view.as_ref().map(|view| bar(context, view)).unwrap_or_default(),
        more_html: more(context, goal, main),
        approved: match approvals(context, &goal.approvals) {
            names if names.is_empty() => names,
            names => context.with("report-approved", "names", names),
        },
        owner: context.owner(goal.owner.as_ref()),
        by: by.unwrap_or_default(),
    }
}

fn gap(context: &Context<'_>, view: &KpiView) -> String {
    let mut text = rich_html(&view.gap);
    if view.lower && view.bar.is_some() {
        text.push_str(", ");
        text.push_str(&html(&context.word("report-kpi-lower")));
    }
    text
}

/// The bar from baseline to target with today's pace, the figures at its ends, and all of it in words.
fn bar(context: &Context<'_>, view: &KpiView) -> String {
    let before = view.before.as_ref().map(|value| context.with("report-kpi-before", "value", value.as_str()));
    let before = before.map(|text| format!("<span>{}</span>", html(&text))).unwrap_or_default();
    let (from, target) = (html(&view.from_text), html(&view.target));
    let ends = format!("<p class=\"ends\"><span>{from}</span>{before}<b>{target}</b></p>");
    let Some(bar) = &view.bar else { return ends };
    let mut out = String::from("<p class=\"over\" aria-hidden=\"true\">");
    if let Some(pace) = bar.pace {
        out.push_str(&label("pace", pace, &context.word("report-kpi-pace")));
    }
    // Two labels need about an eighth of the card between them.
    let clear = |place: Percent| {
        bar.pace.is_none_or(|pace| pace.until(place).whole() + place.until(pace).whole() > 45)
    };
    if let Some((place, value)) = bar.forecast.as_ref().filter(|(place, _)| clear(*place)) {
        out.push_str(&label("cast", *place, &context.with("report-kpi-forecast", "value", value.as_str())));
    }
    out.push_str("</p><div class=\"kb\" role=\"img\" aria-label=\"");
    out.push_str(&html(&view.bar_text(context)));
    out.push_str("\">");
    if let Some(now) = bar.now {
        out.push_str(&format!("<i class=\"f\" style=\"width:{now}\"></i>"));
        if let Some((place, _)) = &bar.forecast {
            let (left, width) = (now.min(*place), now.until(*place));
            out.push_str(&format!("<i class=\"fc\" style=\"left:{left};width:{width}\"></i>"));
        }
    }
    if let Some(pace) = bar.pace {
        out.push_str(&format!("<i class=\"tk\" style=\"left:{pace}\"></i>"));
    }
    out.push_str("</div>");
    out + &ends
}

/// A label above the bar at `place`, leaning inwards near the ends so that it never leaves the card.
fn label(class: &str, place: Percent, text: &str) -> String {
    let shift = match place.whole() {
        0..=14 => "head",
        86.. => "tail",
        _ => "mid",
    };
    match shift {
        "tail" => {
            format!("<span class=\"{class} tail\" style=\"right:{}\">{}</span>", place.rest(), html(text))
        }
        shift => format!("<span class=\"{class} {shift}\" style=\"left:{place}\">{}</span>", html(text)),
    }
}

/// The goal's other KPIs, one line each.
fn more(context: &Context<'_>, goal: &Goal, main: Option<&Kpi>) -> String {
    let mut out = String::new();
    for other in
        kpi::outcomes_first(&goal.kpis).filter(|kpi| !main.is_some_and(|main| std::ptr::eq(*kpi, main)))
    {
        out.push_str("<li class=\"st ");
        let look = words::kpi_state(other.state);
        out.push_str(look.class);
        out.push('"');
        row::push_source(&mut out, context, other.source.as_ref());
        out.push('>');
        row::push_spoken_sign(&mut out, context, look);
        out.push_str(&format!("<span>{}</span></li>", html(&kpi::line(context, other))));
    }
    if out.is_empty() { out } else { format!("<ul class=\"more\">{out}</ul>") }
}

/// Who approved, and when: `Hà 05/01`.
pub(crate) fn approvals(context: &Context<'_>, approvals: &[Approval]) -> String {
    let part = |approval: &Approval| {
        let on = approval.on.as_ref().map(|day| format!(" {}", context.day(day)));
        format!("{}{}", context.given(&approval.person), on.unwrap_or_default())
    };
    approvals.iter().map(part).collect::<Vec<_>>().join(", ")
}

/// KPIs of a phase, a month or a milestone: a sign, the metric, now and target, and the difference.
pub(crate) fn kpi_list(context: &Context<'_>, kpis: &[Kpi]) -> String {
    let mut out = String::new();
    for kpi in kpi::outcomes_first(kpis) {
        let view = KpiView::new(context, kpi);
        out.push_str(if kpi::is_input(kpi) { "<li class=\"m\"" } else { "<li" });
        row::push_source(&mut out, context, kpi.source.as_ref());
        out.push('>');
        out.push_str("<span class=\"st ");
        out.push_str(view.look.class);
        out.push_str("\">");
        row::push_spoken_sign(&mut out, context, view.look);
        out.push_str("</span><b>");
        out.push_str(&html(&kpi::line(context, kpi)));
        out.push_str("</b>");
        let due = kpi
            .by
            .as_ref()
            .map(|by| context.say(&Message::new("report-kpi-by").with("date", context.day(by))));
        let rest = [Some(rich_html(&view.gap)).filter(|gap| !gap.is_empty()), due.map(|due| html(&due))];
        let rest: Vec<_> = rest.into_iter().flatten().collect();
        if !rest.is_empty() {
            out.push_str(&format!(" <span class=\"m\">{}</span>", rest.join(" · ")));
        }
        out.push_str("</li>");
    }
    if out.is_empty() { out } else { format!("<ul class=\"kl\">{out}</ul>") }
}
