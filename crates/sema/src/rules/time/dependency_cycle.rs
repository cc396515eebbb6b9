//! `time/dependency-cycle`

use roadmap_diag::{Message, Span};

use crate::model::{Cycle, CycleMember, WorkRef};
use crate::rules::{Check, Cx, Item, Sink, rule};

rule!("time/dependency-cycle", "time-dependency-cycle", Error, Check::Project(check), "dependency_cycle.md");

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
    let Some(place) = cx.place(item(first.work)) else { return };
    let name = |member: &CycleMember| cx.head(item(member.work)).map_or("", |head| head.id.as_str());
    let chain: Vec<String> =
        members.iter().chain([first]).map(|member| format!("`{}`", name(member))).collect();
    let mut finding = sink.report(first.span, place).with("chain", chain.join(" → "));
    let nexts = members.iter().skip(1).chain([first]);
    for (member, next) in members.iter().zip(nexts).skip(1) {
        let message =
            Message::new("time-dependency-cycle.member").with("name", name(member)).with("next", name(next));
        finding = finding.related(member.span, message);
    }
    finding.emit();
}

/// The order of the text.
fn order(span: Span) -> (u32, u32, u32) {
    (span.file.0, span.item.0, span.range.start)
}

fn item(work: WorkRef) -> Item {
    match work {
        WorkRef::Goal(id) => Item::Goal(id),
        WorkRef::Activity(id) => Item::Activity(id),
        WorkRef::Launch(id) => Item::Launch(id),
        WorkRef::Script(id) => Item::Script(id),
        WorkRef::Milestone(id) => Item::Milestone(id),
    }
}
