//! `launch/product-not-ready`

use roadmap_diag::Message;

use crate::model::WorkRef;
use crate::rules::dates::name_of_launch;
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!(
    "launch/product-not-ready",
    "launch-product-not-ready",
    Error,
    Check::Item(check),
    "product_not_ready.md"
);

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Activity(id) = item else { return };
    let Some((sold, start, day)) = cx.sold_too_early(id) else { return };
    let activity = &cx.model[id];
    let (Some(launch), Some(place)) = (sold.target, activity.head.place) else { return };
    let name = name_of_launch(cx.model, id, launch);
    let mut finding = sink
        .report(activity.start.map_or(sold.span, |start| start.span), place)
        .with("name", activity.head.id.as_str())
        .with("start", start)
        .with("launch", name)
        .with("day", day);
    if let Some(deadline) = cx.model[launch].deadline {
        finding = finding.related(deadline.span, Message::new("launch-product-not-ready.day"));
    }
    let line = format!("after {name}");
    let waits = activity.after.iter().any(|before| before.work.target == Some(WorkRef::Launch(launch)));
    finding = match (activity.start.zip(activity.start_place), waits) {
        (Some((_, statement)), false) => {
            let title = Message::new("fix-replace").with("text", line.as_str());
            finding.fix(title, false, statement, line)
        }
        (None, false) => {
            let title = Message::new("fix-add").with("line", line.as_str());
            finding.fix_all(title, false, vec![edit::add_line(place, &line)])
        }
        // It waits for the launch already, and is given a start all the same.
        (Some((start, _)), true) => match activity.ready {
            Some(ready) => {
                let title = Message::new("fix-replace").with("text", ready.to_string());
                finding.fix(title, false, start.span, ready.to_string())
            }
            None => finding,
        },
        (None, true) => finding,
    };
    finding.emit();
}
