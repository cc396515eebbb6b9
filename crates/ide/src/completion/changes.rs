//! What changed in a review: the value that stands, then the new one.

use roadmap_diag::Message;
use roadmap_schema::{Form, Namespace};
use roadmap_sema::model::{Budget, Head, Model, Ref, Who, WorkRef};

use super::CompletionKind;
use super::amounts::{self, source_money};
use super::context::{Context, ValuePlace};
use super::list::{List, Offer};
use super::{dates, names};

/// Offers the property's value as it stands, with the arrow behind it; behind the arrow, values of its form.
pub(super) fn offer(context: &Context<'_>, place: &ValuePlace<'_>, list: &mut List<'_>) {
    let model = &*context.analysis.model;
    let value = place.cursor.hir.value(place.stmt, "property");
    let Some(property) = value.map(|value| place.cursor.tree.slice(value.range)) else { return };
    let Some((owner, property)) = property.rsplit_once('.') else { return };
    if place.operator == Some("->") {
        match property {
            "deadline" | "start" => dates::offer(context, place, Form::Date, list),
            "owner" => names::offer(context, place, Namespace::PersonOrTeam, &[], list),
            "budget" => amounts::money(context, place, list),
            _ => {}
        }
    } else if let Some(now) = standing(model, owner, property) {
        let detail = list.say(&Message::new("ide-change-now"));
        list.offer_plain(Offer::new(CompletionKind::Value, format!("{now} -> ")).detail(detail));
    }
}

/// What stands in the plan today, as it is written.
fn standing(model: &Model, owner: &str, property: &str) -> Option<String> {
    let is_owner = |head: &Head| head.path == owner || head.id == owner;
    let activity = model.activities.iter().find(|(_, row)| is_owner(&row.head)).map(|(_, row)| row);
    let launch = model.launches.iter().find(|(_, row)| is_owner(&row.head));
    let phase = model.phases.rows().iter().find(|row| is_owner(&row.head));
    match property {
        "start" => activity.and_then(|row| row.dates.start).map(|day| day.to_string()),
        "deadline" => {
            let own = activity.and_then(|row| row.deadline.map(|day| day.value).or(row.dates.end));
            let launched = launch.and_then(|(id, _)| model.end_of(WorkRef::Launch(id)));
            own.or(launched).map(|day| day.to_string())
        }
        "budget" => {
            let budget: &Budget = activity.map(|row| &row.budget).or(phase.map(|row| &row.budget))?;
            Some(source_money(budget.total()?, model.plan.currency))
        }
        "owner" => {
            let owners: &[Ref<Who>] = activity
                .map(|row| &row.owners)
                .or(launch.map(|(_, row)| &row.owners))
                .or(phase.map(|row| &row.owners))?;
            Some(model.head_of(owners.first()?.target?.into()).id.to_string())
        }
        _ => None,
    }
}
