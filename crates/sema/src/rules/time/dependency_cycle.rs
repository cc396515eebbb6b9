//! `time/dependency-cycle`

use roadmap_diag::{Message, Span};

use crate::model::{Cycle, CycleMember, WorkRef};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("time/dependency-cycle", "time-dependency-cycle", Error, Check::Project(check), "dependency_cycle.md");

/// Names in the sentence; the places show them all.
const MOST_NAMES: usize = 12;

fn check(cx: &Cx<'_>, sink: &mut Sink<'_>) {
    for cycle in &cx.model.cycles {
        report(cx, cycle, sink);
    }
}

fn report(cx: &Cx<'_>, cycle: &Cycle, sink: &mut Sink<'_>) {
    let members = &cycle.members;
    let first =
        members.iter().enumerate().min_by_key(|(_, member)| order(member.span)).map_or(0, |(index, _)| index);
    let (before, from) = members.split_at(first.min(members.len()));
    let members: Vec<&CycleMember> = from.iter().chain(before).collect();
    let Some(first) = members.first() else { return };
    let Some(place) = cx.place(Item::of(first.at)) else { return };
    let name = |work: WorkRef| cx.head(Item::of(work)).map_or("", |head| head.id.as_str());
    let mut chain: Vec<String> =
        members.iter().take(MOST_NAMES).map(|member| format!("`{}`", name(member.work))).collect();
    if members.len() > MOST_NAMES {
        chain.push("…".to_owned());
    }
    chain.push(format!("`{}`", name(first.work)));
    let mut finding = sink.report(first.span, place).with("chain", chain.join(" → "));
    for member in members.iter().skip(1).copied().chain(&cycle.others) {
        let message = Message::new("time-dependency-cycle.member");
        let message = message.with("name", name(member.work)).with("next", name(member.next));
        finding = finding.related(member.span, message);
    }
    finding.emit();
}

/// The order of the text.
fn order(span: Span) -> (u32, u32, u32) {
    (span.file.0, span.item.0, span.range.start)
}
