//! `sales/script-late`

use jiff::civil::Date;
use roadmap_diag::{Message, Severity};

use super::script_missing::needs_talk;
use crate::model::{Head, Id, Script, ScriptTarget};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("sales/script-late", "sales-script-late", Error, Check::Item(check), "script_late.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Script(id) = item else { return };
    let script = &cx.model[id];
    if !cx.practices.sales || script.status.is_closed() || cx.is_in_cycle(item) {
        return;
    }
    // What is past already is `time/overdue`.
    let Some(deadline) = script.deadline.filter(|deadline| deadline.value >= cx.model.today) else { return };
    let Some(first) = first_use(cx, script).filter(|first| first.start < deadline.value) else { return };
    let Some(place) = script.head.place else { return };
    let (message, help, severity) = match (first.is_launch, first.start <= cx.model.today) {
        (true, _) => ("sales-script-late.launch", "sales-script-late.help", Severity::Error),
        (false, false) => ("sales-script-late", "sales-script-late.help", Severity::Error),
        // No date mends it any more: it is to be finished.
        (false, true) => ("sales-script-late.running", "sales-script-late.running-help", Severity::Warning),
    };
    let mut finding = sink
        .report(deadline.span, place)
        .severity(severity)
        .message(message)
        .help(help)
        .with("name", script.head.id.as_str())
        .with("deadline", deadline.value)
        .with("campaign", first.head.id.as_str())
        .with("start", first.start);
    if let Some(span) = first.head.id_span {
        finding = finding.related(span, Message::new("sales-script-late.start").with("start", first.start));
    }
    let begins = script.phase.and_then(|phase| cx.model[phase].range).map(|range| range.value.start);
    let day = cx.workday_before(first.start).filter(|day| begins.is_none_or(|begins| begins <= *day));
    if let Some(day) = day {
        let text = day.to_string();
        let title = Message::new("fix-replace").with("text", text.as_str());
        finding = finding.fix(title, false, deadline.span, text);
    }
    finding.emit();
}

/// The first day on which somebody needs the script.
struct FirstUse<'a> {
    start: Date,
    head: &'a Head,
    is_launch: bool,
}

fn first_use<'a>(cx: &Cx<'a>, script: &Script) -> Option<FirstUse<'a>> {
    let targets = script.targets.iter().filter_map(|target| target.target);
    targets.filter_map(|target| first_use_of(cx, target)).min_by_key(|first| first.start)
}

fn first_use_of<'a>(cx: &Cx<'a>, target: ScriptTarget) -> Option<FirstUse<'a>> {
    let model = cx.model;
    let campaign = |id| {
        let start = cx.selling_start(id).filter(|_| cx.is_open_campaign(id))?;
        Some(FirstUse { start, head: &model.activities.get(id).head, is_launch: false })
    };
    match target {
        ScriptTarget::Activity(id) => campaign(id),
        ScriptTarget::Launch(id) => {
            let campaigns = cx.selling().campaigns(id);
            let first = campaigns.iter().filter_map(|id| campaign(*id)).min_by_key(|first| first.start);
            first.or_else(|| launch_day(cx, id))
        }
        // Campaigns with a script of their own do not wait for that of the phase.
        ScriptTarget::Phase(id) => {
            let campaigns = model[id].activities.iter().filter(|id| needs_talk(cx, **id));
            let waiting = campaigns.filter(|id| !cx.selling().scripted.contains(id));
            waiting.filter_map(|id| campaign(*id)).min_by_key(|first| first.start)
        }
    }
}

/// The day of a launch that no campaign sells: customers ask from then on.
fn launch_day<'a>(cx: &Cx<'a>, id: Id<crate::model::Launch>) -> Option<FirstUse<'a>> {
    let launch = cx.model.launches.get(id);
    let start = launch.date.filter(|_| cx.is_ahead(id) && cx.selling().campaigns(id).is_empty())?;
    Some(FirstUse { start, head: &launch.head, is_launch: true })
}
