//! `plan/category-unset`

use roadmap_diag::Message;

use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("plan/category-unset", "plan-category-unset", Hint, Check::Item(check), "category_unset.md");

/// The method's five groups of activities.
const GROUPS: [&str; 5] = ["research", "ads", "content", "pr", "conversion"];

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Activity(id) = item else { return };
    let activity = &cx.model[id];
    if !cx.practices.categories || activity.category_written {
        return;
    }
    let Some(place) = activity.head.place.filter(|place| !place.damaged) else { return };
    let mut finding = sink.missing(place).with("name", activity.head.id.as_str());
    for group in GROUPS {
        let line = format!("category {group}");
        let title = Message::new("fix-add").with("line", line.as_str());
        finding = finding.fix_all(title, false, vec![edit::add_line(place, &line)]);
    }
    finding.emit();
}
