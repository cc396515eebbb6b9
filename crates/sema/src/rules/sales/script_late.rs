//! `sales/script-late`

use jiff::civil::Date;
use roadmap_diag::{Message, Severity};
use roadmap_schema::Kind;
use rustc_hash::FxHashMap;

use super::script_missing::needs_talk;
use crate::model::{Head, Id, Launch, Script, ScriptTarget};
use crate::names_of::kind_message;
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("sales/script-late", "sales-script-late", Error, Check::Project(check), "script_late.md");

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    if !cx.practices.sales {
        return;
    }
    // Many scripts may be for one phase with many campaigns.
    let mut uses = FxHashMap::default();
    for (id, script) in cx.model.scripts.iter() {
        let targets = script.targets.iter().filter_map(|target| target.target);
        let firsts = targets
            .filter_map(|target| uses.entry(target).or_insert_with(|| first_use_of(cx, target)).clone());
        let first = firsts.min_by_key(|first| first.start);
        if let Some(first) = first.filter(|_| !cx.is_in_cycle(Item::Script(id))) {
            late(cx, script, first, sink);
        }
    }
}

/// Reports a script that is due when the first campaign that needs it is under way already.
fn late(cx: &Cx<'_>, script: &Script, first: FirstUse<'_>, sink: &mut Sink<'_>) {
    if script.status.is_closed() || !script.status.counts() {
        return;
    }
    // What is past already is `time/overdue`.
    let deadline = script.deadline.filter(|deadline| deadline.value >= cx.model.today);
    let Some(deadline) = deadline.filter(|deadline| first.start < deadline.value) else { return };
    let Some(place) = script.head.place else { return };
    let (message, help, severity) = if first.start > cx.model.today {
        ("sales-script-late", "sales-script-late.help", Severity::Error)
    } else {
        // No date mends it any more: it is to be finished.
        ("sales-script-late.running", "sales-script-late.running-help", Severity::Warning)
    };
    let mut finding = sink
        .report(deadline.span, place)
        .severity(severity)
        .message(message)
        .help(help)
        .with("name", script.head.id.as_str())
        .with("deadline", deadline.value)
        .with("noun", first.noun)
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

/// The first day on which somebody needs a script.
#[derive(Clone)]
struct FirstUse<'a> {
    start: Date,
    head: &'a Head,
    noun: Message,
}

fn first_use_of<'a>(cx: &Cx<'a>, target: ScriptTarget) -> Option<FirstUse<'a>> {
    let model = cx.model;
    let campaign = |id| {
        let start = cx.selling_start(id).filter(|_| cx.is_open_campaign(id))?;
        Some(FirstUse { start, head: &model.activities.get(id).head, noun: cx.campaign_noun(id) })
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
fn launch_day<'a>(cx: &Cx<'a>, id: Id<Launch>) -> Option<FirstUse<'a>> {
    let launch = cx.model.launches.get(id);
    let start = launch.date.filter(|_| cx.is_ahead(id) && cx.selling().campaigns(id).is_empty())?;
    Some(FirstUse { start, head: &launch.head, noun: kind_message(Kind::Launch) })
}
