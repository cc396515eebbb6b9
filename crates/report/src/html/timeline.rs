//! The timeline: a label column, and a chart whose places are shares of its width, so that no text is ever scaled and
//! one drawing serves every screen and the printer.

use jiff::civil::Date;
use roadmap_api::{HolidayKind, Milestone, Place, Schedule, State};
use roadmap_diag::Message;

use super::axis::{Axis, Label};
use super::row;
use crate::context::{Context, day, number};
use crate::group::{Group, groups};
use crate::label;
use crate::percent::Percent;
use crate::text::{html, push_html};
use crate::words::{self, Look};

/// From this many rows on, finished phases come collapsed.
const MANY: usize = 60;
/// From this many rows on, every phase without late work does.
const VERY_MANY: usize = 200;
/// Characters of 12 px that fit into 1% of the chart at its widest (856 px); labels are measured by it.
const CHARS_A_PERCENT: i64 = 1;

/// How many times the share of a phone's chart a text takes, in halves.
const PHONE: i64 = 5;

/// The lanes of the chart and its axis.
pub(crate) struct Timeline<'a> {
    axis: Option<Axis>,
    pub(crate) groups: Vec<Group<'a>>,
}

/// What is drawn for a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Bar,
    Diamond,
    Square,
}

/// A row: an activity, a launch or a script.
struct Row<'a> {
    id: &'a str,
    title: String,
    owner: String,
    schedule: &'a Schedule,
    source: Option<&'a Place>,
    mark: Mark,
}

impl<'a> Timeline<'a> {
    /// The timeline of the report.
    pub(crate) fn new(context: &Context<'a>) -> Self {
        Self { axis: Axis::new(context), groups: groups(context.report) }
    }

    /// Whether there is nothing to draw.
    pub(crate) fn is_empty(&self) -> bool {
        self.axis.is_none() || self.groups.is_empty()
    }

    /// The drawing; empty where nothing has a date.
    pub(crate) fn html(&self, context: &Context<'_>) -> String {
        let Some(axis) = self.axis.as_ref().filter(|_| !self.is_empty()) else { return String::new() };
        let count =
            context.report.activities.len() + context.report.launches.len() + context.report.scripts.len();
        let mut out = String::with_capacity(4_096 + count * 480);
        let now = context.today.and_then(|today| axis.middle(today));
        out.push_str("<div class=\"tl");
        out.push_str(if now.is_some() { " has-now\" style=\"--now:" } else { "\"" });
        if let Some(now) = now {
            out.push_str(&format!("{now}\""));
        }
        out.push('>');
        let (start, end) = axis.bounds();
        let text = Message::new("report-timeline-text")
            .with("start", context.date(start))
            .with("end", context.date(end));
        out.push_str(&format!("<p class=\"vh\">{}</p>", html(&context.say(&text))));
        push_axis(&mut out, context, axis, now);
        push_ground(&mut out, context, axis, now);
        for group in &self.groups {
            push_lane(&mut out, context, axis, group, count);
        }
        out.push_str("</div>");
        out
    }
}

/// The two tiers of names, the ticks of the weeks and today's pill.
fn push_axis(out: &mut String, context: &Context<'_>, axis: &Axis, now: Option<Percent>) {
    out.push_str("<div class=\"ax\" aria-hidden=\"true\"><div class=\"al\"><span>");
    push_html(out, &context.word("report-col-activity"));
    out.push_str("</span><span class=\"o\">");
    push_html(out, &context.word("report-col-owner"));
    out.push_str(if axis.dense() {
        "</span></div><div class=\"ac dense\">"
    } else {
        "</span></div><div class=\"ac\">"
    });
    let names = axis.upper(context);
    let ends: Vec<_> = names.iter().skip(1).map(|next| next.left).chain([Percent::FULL]).collect();
    // A name that would run into the next one, the edge or today's pill is left out.
    let upper: Vec<Label> = names
        .into_iter()
        .zip(ends)
        .filter(|(label, end)| label.left.until(*end).whole() >= width(&label.text))
        .map(|(label, _)| label)
        .filter(|label| now.is_none_or(|now| !covers(now, label.left, &label.text)))
        .collect();
    for label in &upper {
        out.push_str(&format!("<b style=\"left:{}\">{}</b>", label.left, html(&label.text)));
    }
    if let Some(tet) = tet(context, axis).filter(|place| {
        upper.iter().all(|label| place.until(label.left).whole() + label.left.until(*place).whole() > 6)
            && now.is_none_or(|now| now.until(*place).whole() + place.until(now).whole() > 9)
    }) {
        out.push_str(&format!(
            "<b class=\"te\" style=\"left:{tet}\">{}</b>",
            html(&context.word("report-tet"))
        ));
    }
    for label in axis.lower(context) {
        let class = if label.keep { "" } else { " class=\"x\"" };
        out.push_str(&format!("<span{class} style=\"left:{}\">{}</span>", label.left, html(&label.text)));
    }
    for tick in axis.ticks() {
        out.push_str(&format!("<i style=\"left:{tick}\"></i>"));
    }
    if let (Some(now), Some(today)) = (now, context.today) {
        let short = context.date(today);
        let long = context.with("report-now", "date", short.as_str());
        let lead = long.strip_suffix(short.as_str()).unwrap_or_default();
        out.push_str(&format!(
            "<em style=\"left:clamp(52px,{now},calc(100% - 52px))\"><span>{}</span>{}</em>",
            html(lead),
            html(&short)
        ));
    }
    out.push_str("</div></div>");
}

/// How wide `text` is, in percent of the chart, rounded up.
fn width(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX) / CHARS_A_PERCENT + 1
}

/// Whether today's pill would touch a name that begins at `left`.
fn covers(now: Percent, left: Percent, text: &str) -> bool {
    let (before, behind) = (now.until(left).whole(), left.until(now).whole());
    if left >= now { before < 7 } else { behind < width(text) + 6 }
}

/// Where the first Tết on the axis begins.
fn tet(context: &Context<'_>, axis: &Axis) -> Option<Percent> {
    holidays(context).find(|(kind, ..)| *kind == HolidayKind::Tet).map(|(_, start, _)| axis.at(start))
}

/// The holidays of the plan's own calendar.
fn holidays<'a>(context: &Context<'a>) -> impl Iterator<Item = (HolidayKind, Date, Date)> + 'a {
    let report = context.report;
    let calendars = report.calendars.iter().filter(|calendar| calendar.id == report.plan.calendar);
    calendars
        .flat_map(|calendar| &calendar.holidays)
        .filter_map(|holiday| Some((holiday.kind, day(&holiday.period.start)?, day(&holiday.period.end)?)))
}

/// What lies under the rows: the lines of months and quarters, holidays, and today.
fn push_ground(out: &mut String, context: &Context<'_>, axis: &Axis, now: Option<Percent>) {
    out.push_str("<div class=\"g\" aria-hidden=\"true\">");
    let (first, last) = axis.bounds();
    for (kind, start, end) in holidays(context).filter(|(_, start, end)| *start <= last && *end >= first) {
        let (left, right) = (axis.at(start), axis.after(end));
        let class = if kind == HolidayKind::Tet { "h te" } else { "h" };
        out.push_str(&format!("<i class=\"{class}\" style=\"left:{left};width:{}\"></i>", left.until(right)));
    }
    for month in axis.grid() {
        out.push_str(&format!("<i class=\"mo\" style=\"left:{month}\"></i>"));
    }
    for label in axis.upper(context) {
        out.push_str(&format!("<i class=\"q\" style=\"left:{}\"></i>", label.left));
    }
    if let Some(now) = now {
        out.push_str(&format!("<i class=\"now\" style=\"left:{now}\"></i>"));
    }
    out.push_str("</div>");
}

fn push_lane(out: &mut String, context: &Context<'_>, axis: &Axis, group: &Group<'_>, count: usize) {
    let state = group.phase.map(|phase| phase.state);
    let late = group.activities.iter().any(|activity| activity.schedule.state == State::Late);
    let open = match state {
        Some(State::Done) => count < MANY,
        _ => count < VERY_MANY || late,
    };
    out.push_str(if open { "<details class=\"ln\" open>" } else { "<details class=\"ln\">" });
    push_head(out, context, axis, group);
    out.push_str("<ul>");
    for row in rows(context, group) {
        push_row(out, context, axis, &row);
    }
    out.push_str("</ul></details>");
}

/// The row of the phase: name, focus, state and counts; its days as a band, its milestones as flags.
fn push_head(out: &mut String, context: &Context<'_>, axis: &Axis, group: &Group<'_>) {
    out.push_str("<summary class=\"r p\"");
    row::push_source(out, context, group.phase.and_then(|phase| phase.extra.source.as_ref()));
    out.push_str("><span class=\"l\"><svg class=\"cv\"><use href=\"#s-open\"/></svg><span class=\"t\"><b>");
    match group.phase {
        Some(phase) => {
            push_html(out, &format!("{}. {}", group.number, phase.title));
            out.push_str("</b><span class=\"m\">");
            push_html(out, phase.focus.as_deref().unwrap_or_default());
        }
        None => {
            push_html(out, &context.word("report-always-on"));
            out.push_str("</b><span class=\"m\">");
            push_html(out, &context.word("report-always-on-focus"));
        }
    }
    out.push_str("</span></span>");
    if let Some(phase) = group.phase {
        out.push_str("<span class=\"ps\">");
        row::push_state(out, context, words::state(phase.state));
        let done = Message::new("report-done-of")
            .with("done", i64::from(phase.progress.done))
            .with("total", i64::from(phase.progress.total));
        out.push_str(&format!("<span class=\"m\">{}</span></span>", html(&context.say(&done))));
    }
    out.push_str("</span><span class=\"c\">");
    let mut taken = Percent::default();
    if let Some((phase, start, end)) =
        group.phase.and_then(|phase| Some((phase, day(&phase.period.start)?, day(&phase.period.end)?)))
    {
        let (left, right) = (axis.at(start), axis.after(end));
        out.push_str(&format!("<i class=\"pb\" style=\"left:{left};width:{}\">", left.until(right)));
        let days = format!("{} – {}", context.day(&phase.period.start), context.day(&phase.period.end));
        let flag =
            flags(axis, &group.milestones).map(|(place, _)| place).filter(|place| *place >= left).min();
        // The dates stand in the phase's section too: they are left out where the band or a flag is too near.
        let free = left.until(right.min(flag.unwrap_or(right))).whole();
        if free >= width(&days) && names_fit(axis, &group.milestones, left.on(width(&days) + 1)) {
            out.push_str(&format!("<span>{}</span>", html(&days)));
            taken = left.on(width(&days) + 1);
        }
        out.push_str("</i>");
    }
    push_flags(out, context, axis, &group.milestones, taken);
    out.push_str("</span></summary>");
}

/// The milestones that the axis shows, and where.
fn flags<'a>(axis: &Axis, milestones: &[&'a Milestone]) -> impl Iterator<Item = (Percent, &'a Milestone)> {
    milestones.iter().filter_map(|milestone| Some((axis.middle(day(&milestone.date)?)?, *milestone)))
}

/// Whether the dates of the band, which end at `taken`, leave every name its room.
fn names_fit(axis: &Axis, milestones: &[&Milestone], taken: Percent) -> bool {
    let flags: Vec<_> = flags(axis, milestones).collect();
    flags.iter().all(|(place, milestone)| {
        let next = flags.iter().map(|flag| flag.0).filter(|other| other > place).min();
        let wide = width(&milestone.title) + 3;
        wide <= place.until(next.unwrap_or(Percent::FULL)).whole() || wide <= taken.until(*place).whole()
    })
}

/// Milestones as flags. A name stands behind its flag, else before it where it is free there; where neither has room
/// it is left to the phase's section. Up to `taken` the band has words already.
fn push_flags(
    out: &mut String,
    context: &Context<'_>,
    axis: &Axis,
    milestones: &[&Milestone],
    mut taken: Percent,
) {
    let mut flags: Vec<_> = flags(axis, milestones).collect();
    flags.sort_by_key(|(place, _)| *place);
    for (index, (place, milestone)) in flags.iter().enumerate() {
        let look = words::state(milestone.state);
        let next = flags.get(index + 1).map_or(Percent::FULL, |next| next.0);
        let wide = width(&milestone.title) + 3;
        let behind = wide <= place.until(next).whole();
        let before = !behind && *place > taken && wide <= taken.until(*place).whole();
        // The room is given too: on paper and on narrow screens the words take more of it.
        let room = if before { taken.until(*place) } else { place.until(next) };
        let (side, edge, at) = if before { (" e", "right", place.rest()) } else { ("", "left", *place) };
        out.push_str(&format!(
            "<span class=\"fl{side} {}\" style=\"{edge}:{at};max-width:{room}\"{}>",
            look.class,
            row::source(context, milestone.extra.source.as_ref())
        ));
        out.push_str("<svg><use href=\"#s-");
        out.push_str(if milestone.state == State::Done { "flag\"/></svg>" } else { "flag-o\"/></svg>" });
        out.push_str(if behind || before { "<b>" } else { "<b class=\"vh\">" });
        push_html(out, &milestone.title);
        out.push_str("</b></span>");
        taken = if behind { place.on(wide) } else { *place };
    }
}

/// The rows of a lane by their first day, then their last.
fn rows<'a>(context: &Context<'_>, group: &Group<'a>) -> Vec<Row<'a>> {
    let activities = group.activities.iter().map(|activity| Row {
        id: &activity.id,
        title: activity.title.clone(),
        owner: context.owner(activity.owner.as_ref()),
        schedule: &activity.schedule,
        source: activity.extra.source.as_ref(),
        mark: Mark::Bar,
    });
    let launches = group.launches.iter().map(|launch| Row {
        id: &launch.id,
        title: label::launch(context, &launch.title),
        owner: context.owner(launch.owner.as_ref()),
        schedule: &launch.schedule,
        source: launch.extra.source.as_ref(),
        mark: Mark::Diamond,
    });
    let scripts = group.scripts.iter().map(|script| Row {
        id: &script.id,
        title: label::script(context, &script.title),
        owner: context.owner(script.owner.as_ref()),
        schedule: &script.schedule,
        source: script.extra.source.as_ref(),
        mark: Mark::Square,
    });
    let mut rows: Vec<_> = activities.chain(launches).chain(scripts).collect();
    // What has no date comes last; equal days keep the order of the text.
    rows.sort_by_key(|row| {
        let start = row.schedule.start.as_ref().or(row.schedule.end.as_ref());
        (start.is_none(), start.cloned(), row.schedule.end.clone())
    });
    rows
}

fn push_row(out: &mut String, context: &Context<'_>, axis: &Axis, item: &Row<'_>) {
    let look = words::state(item.schedule.state);
    out.push_str("<li class=\"r ");
    out.push_str(look.class);
    if item.schedule.critical {
        out.push_str(" cr");
    }
    out.push('"');
    row::push_source(out, context, item.source);
    out.push_str("><a class=\"l\" href=\"#");
    out.push_str(&context.anchor(item.id).unwrap_or_default());
    out.push_str("\"><svg role=\"img\" aria-label=\"");
    push_html(out, &context.word(look.word));
    out.push_str("\"><use href=\"#s-");
    out.push_str(if item.mark == Mark::Diamond { diamond(look) } else { look.sign });
    out.push_str(if item.mark == Mark::Diamond {
        "\"/></svg><b class=\"t\">"
    } else {
        "\"/></svg><span class=\"t\">"
    });
    push_html(out, &item.title);
    out.push_str(if item.mark == Mark::Diamond {
        "</b><span class=\"o\">"
    } else {
        "</span><span class=\"o\">"
    });
    push_html(out, &item.owner);
    out.push_str("</span></a><div class=\"c\">");
    match item.mark {
        Mark::Bar => push_bar(out, context, axis, item.schedule),
        Mark::Diamond | Mark::Square => push_point(out, context, axis, item, look),
    }
    out.push_str("</div></li>");
}

/// The diamond of a launch: hollow while it is ahead.
fn diamond(look: Look) -> &'static str {
    match look.class {
        "wait" | "idea" | "gone" => "dia-o",
        _ => "dia",
    }
}

fn push_point(out: &mut String, context: &Context<'_>, axis: &Axis, row: &Row<'_>, look: Look) {
    let shown = row.schedule.end.as_ref().or(row.schedule.start.as_ref());
    let Some((date, place)) = shown.and_then(day).and_then(|date| Some((date, axis.middle(date)?))) else {
        return;
    };
    let sign = if row.mark == Mark::Diamond { diamond(look) } else { "sq" };
    out.push_str(&format!("<svg class=\"pt\" style=\"left:{place}\"><use href=\"#s-{sign}\"/></svg>"));
    let mut text = context.date(date);
    if let Some(note) = note(context, row.schedule) {
        text.push_str(" · ");
        text.push_str(&note);
    }
    push_label(out, place, place, &text, true);
    push_done(out, context, row.schedule, date);
}

/// The bar: its outline is the plan, its solid part the progress; beyond the deadline it is hatched.
fn push_bar(out: &mut String, context: &Context<'_>, axis: &Axis, schedule: &Schedule) {
    let end = schedule.end.as_ref().and_then(day);
    let start = schedule.start.as_ref().and_then(day).or(end);
    let (Some(start), Some(end)) = (start, end.or(start)) else { return };
    let (first, last) = axis.bounds();
    if start > last || end < first {
        return;
    }
    let deadline =
        schedule.deadline.as_ref().and_then(day).filter(|deadline| start <= *deadline && *deadline < end);
    let (left, due, right) = (axis.at(start), axis.after(deadline.unwrap_or(end)), axis.after(end));
    out.push_str(&format!("<i class=\"b\" style=\"left:{left};width:{}\">", left.until(due)));
    let progress = Percent::from_percent(number(&schedule.progress).unwrap_or_default());
    if progress > Percent::default() && schedule.state != State::Done {
        out.push_str(&format!("<i style=\"width:{progress}\"></i>"));
    }
    out.push_str("</i>");
    if deadline.is_some() {
        out.push_str(&format!("<i class=\"b ov\" style=\"left:{due};width:{}\"></i>", due.until(right)));
    }
    if schedule.critical {
        out.push_str(&format!("<i class=\"cp\" style=\"left:{left};width:{}\"></i>", left.until(right)));
    }
    let share = match schedule.state {
        State::InProgress | State::AtRisk | State::Late if progress > Percent::default() => {
            Some(context.percent(number(&schedule.progress).unwrap_or_default(), 0))
        }
        _ => None,
    };
    let parts: Vec<_> = [share, note(context, schedule)].into_iter().flatten().collect();
    if !parts.is_empty() {
        push_label(out, left, right, &parts.join(" · "), false);
    }
    push_done(out, context, schedule, end);
}

/// On a phone a finished row shows its day instead of a bar.
fn push_done(out: &mut String, context: &Context<'_>, schedule: &Schedule, end: Date) {
    if schedule.state == State::Done {
        out.push_str(&format!("<u>{}</u>", html(&context.date(end))));
    }
}

/// What somebody must act on.
fn note(context: &Context<'_>, schedule: &Schedule) -> Option<String> {
    match (schedule.state, schedule.days_late) {
        (State::Blocked, _) => Some(context.word("report-bar-blocked")),
        (State::AtRisk, _) => Some(context.word("report-bar-risk")),
        (State::Late, Some(days)) => Some(context.with("report-late-days", "days", days)),
        _ => None,
    }
}

/// A label behind the bar, or before it where there is no room behind; never over it.
fn push_label(out: &mut String, left: Percent, right: Percent, text: &str, point: bool) {
    let width = width(text) + 1;
    let on_phone = width * PHONE / 2;
    let (before, behind) = (left.whole(), right.rest().whole());
    // Where a phone has no room at either side, it does without.
    let small = before.max(behind) >= on_phone;
    let is_behind = if small { behind >= on_phone } else { behind >= width };
    if !is_behind && before < width {
        return;
    }
    let classes: Vec<&str> = [(point, "d"), (!is_behind, "e"), (!small, "lg")]
        .into_iter()
        .filter_map(|(holds, class)| holds.then_some(class))
        .collect();
    let class = if classes.is_empty() { String::new() } else { format!(" class=\"{}\"", classes.join(" ")) };
    let side = if is_behind { format!("left:{right}") } else { format!("right:{}", left.rest()) };
    out.push_str(&format!("<em{class} style=\"{side}\">{}</em>", html(text)));
}
