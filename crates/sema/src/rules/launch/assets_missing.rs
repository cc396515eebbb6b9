//! `launch/assets-missing`

use jiff::civil::Date;
use roadmap_diag::{Arg, Message};

use crate::model::{Activity, Head, Id, Launch, Material, Place};
use crate::rules::{Check, Cx, Item, Sink, edit, rule};

rule!("launch/assets-missing", "launch-assets-missing", Warning, Check::Item(check), "assets_missing.md");

fn check(cx: &Cx<'_>, item: Item, sink: &mut Sink<'_>) {
    let Item::Launch(id) = item else { return };
    let launch = &cx.model[id];
    let Some(place) = launch.head.place.filter(|_| cx.is_in_sale(id)) else { return };
    let first = first_campaign(cx, id);
    if !place.damaged && !launch.material_unread {
        missing(cx, launch, place, first.map(|(start, _)| start), sink);
    }
    if let Some((start, campaign)) = first {
        late(cx, launch, start, &cx.model[campaign].head, sink);
    }
}

/// Material of the list that the launch does not have, and a campaign from `start` on might need.
fn missing(cx: &Cx<'_>, launch: &Launch, place: Place, start: Option<Date>, sink: &mut Sink<'_>) {
    let has = |kind: &&str| launch.materials.iter().any(|material| material.kind == *kind);
    let wanted = cx.settings.limits.launch_materials.iter().copied();
    let missing: Vec<&str> = wanted.filter(|kind| !has(kind)).collect();
    if missing.is_empty() {
        return;
    }
    let mut line = format!("material {}", missing.join(", "));
    // Without a deadline of its own it would come with the launch.
    let before = start.filter(|start| launch.date.is_none_or(|date| *start < date));
    if let Some(day) = before.and_then(|start| cx.workday_before(start)) {
        line.push_str(&format!(" {{ deadline {day} }}"));
    }
    let title = Message::new("fix-add").with("line", line.as_str());
    sink.missing(place)
        .with("name", launch.head.id.as_str())
        .with("materials", kinds(&missing))
        .with("line", line.as_str())
        .fix_all(title, false, vec![edit::add_line(place, &line)])
        .emit();
}

/// Material that comes when a campaign is under way already.
fn late(cx: &Cx<'_>, launch: &Launch, start: Date, campaign: &Head, sink: &mut Sink<'_>) {
    for (place, materials) in statements(&launch.materials) {
        let own = materials.first().and_then(|material| material.deadline);
        let Some(due) = own.map(|own| own.value).or(launch.date) else { continue };
        // What is past already is `time/overdue`.
        if due <= start || due < cx.model.today {
            continue;
        }
        let kinds = kinds(&materials.iter().map(|material| material.kind.as_str()).collect::<Vec<_>>());
        let mut finding = sink
            .report(own.map_or(place.keyword, |own| own.span), place)
            .message("launch-assets-missing.late")
            .help("launch-assets-missing.late-help")
            .with("name", launch.head.id.as_str())
            .with("materials", kinds)
            .with("due", due)
            .with("campaign", campaign.id.as_str())
            .with("start", start);
        if let Some(span) = campaign.id_span {
            let starts = Message::new("launch-assets-missing.campaign").with("start", start);
            finding = finding.related(span, starts);
        }
        if let Some(day) = cx.workday_before(start) {
            let line = format!("deadline {day}");
            finding = match own {
                Some(own) => {
                    let title = Message::new("fix-replace").with("text", day.to_string());
                    finding.fix(title, false, own.span, day.to_string())
                }
                None => {
                    let title = Message::new("fix-add").with("line", line.as_str());
                    finding.fix_all(title, false, vec![edit::add_line(place, &line)])
                }
            };
        }
        finding.emit();
    }
}

/// The campaign that is first to sell the launch, and from which day.
fn first_campaign(cx: &Cx<'_>, id: Id<Launch>) -> Option<(Date, Id<Activity>)> {
    let campaigns = cx.selling().campaigns(id).iter();
    campaigns.filter_map(|campaign| Some((cx.selling_start(*campaign)?, *campaign))).min()
}

/// What is still to be made, by statement: one may name several kinds, and is late once.
fn statements(materials: &[Material]) -> Vec<(Place, Vec<&Material>)> {
    let mut statements: Vec<(Place, Vec<&Material>)> = Vec::new();
    for material in materials.iter().filter(|material| !material.done) {
        match statements.last_mut().filter(|(place, _)| *place == material.place) {
            Some((_, materials)) => materials.push(material),
            None => statements.push((material.place, vec![material])),
        }
    }
    statements
}

fn kinds(kinds: &[&str]) -> Arg {
    Arg::List(kinds.iter().map(|kind| Arg::Text(format!("`{kind}`"))).collect())
}
