//! Properties that no list of its own speaks of: compared by what the model writes of them.

use roadmap_api as api;
use serde_json::{Map, Value};

use crate::pairs::Pairs;
use crate::row::Row;

/// What a list of its own tells, and what follows from something that is told elsewhere.
const TOLD: &[&str] = &[
    // Told.
    "id",
    "title",
    "name",
    "owner",
    "status",
    "budget",
    "period",
    "date",
    "currency",
    // Follows from where it stands, from today or from others.
    "schedule",
    "phase",
    "phases",
    "state",
    "progress",
    "figures",
    "by",
    "goals",
    "milestones",
    "supported_by",
    "prepared_by",
    "promoted_by",
    "blocks",
    "next_days",
    "open_items",
    "always_on",
    "built_in",
    "latest",
    "reading",
];

/// Names of the properties of `old` and `new` that differ and are not told elsewhere, sorted.
pub(crate) fn properties(old: &Row<'_>, new: &Row<'_>, pairs: &Pairs) -> Vec<String> {
    let now = |id: &str| pairs.now(id).to_owned();
    let before = written(old, &now);
    let after = written(new, &str::to_owned);
    // A sum that changed is told; parts of one that did not are told here.
    let is_told = |name: &str| name == "budgets" && old.budget != new.budget;
    let mut names: Vec<String> = after
        .iter()
        .filter(|(name, value)| before.get(*name) != Some(value))
        .map(|(name, _)| name.clone())
        .chain(before.keys().filter(|name| !after.contains_key(*name)).cloned())
        .collect();
    names.retain(|name| !is_told(name));
    names.sort();
    names.dedup();
    names
}

/// What is written in a row and told nowhere else.
fn written(row: &Row<'_>, now: &dyn Fn(&str) -> String) -> Map<String, Value> {
    let mut all = row.all.clone();
    // Of a review, whose day is its name, the rhythm stays; of an activity it comes from above.
    if row.kind == api::ItemKind::Activity {
        all.remove("checkpoint");
    }
    for name in TOLD {
        all.remove(*name);
    }
    strip_kpis(all.get_mut("kpis"), false);
    if let Some(Value::Array(months)) = all.get_mut("months") {
        months.iter_mut().for_each(|month| strip_kpis(month.get_mut("kpis"), true));
    }
    // What a channel may spend in a phase is told with the channel.
    if let (api::ItemKind::Phase, Some(Value::Array(channels))) = (row.kind, all.get_mut("channels")) {
        for channel in channels.iter_mut().filter_map(Value::as_object_mut) {
            channel.remove("figures");
            if let Some(Value::Array(budgets)) = channel.get_mut("budgets") {
                budgets.retain(|budget| budget.get("purpose").is_some_and(|purpose| !purpose.is_null()));
            }
        }
    }
    // What a part takes from its whole changes with it.
    for name in ["tasks", "materials"] {
        if let Some(Value::Array(parts)) = all.get_mut(name) {
            parts.iter_mut().for_each(|part| strip_part(part, row));
        }
    }
    let mut all = Value::Object(all);
    strip(&mut all);
    rename(&mut all, now);
    match all {
        Value::Object(all) => all,
        _ => Map::new(),
    }
}

/// Of KPIs, what is written beside their targets; `whole` keeps the targets, too.
fn strip_kpis(kpis: Option<&mut Value>, whole: bool) {
    let Some(Value::Array(kpis)) = kpis else { return };
    for kpi in kpis.iter_mut().filter_map(Value::as_object_mut) {
        kpi.retain(|name, _| match name.as_str() {
            "curve" | "at" | "drives" | "lead" | "weight" | "owner" | "alerts" => true,
            "metric" | "baseline" | "target" | "target_low" | "per" => whole,
            _ => false,
        });
    }
    // A KPI that is told as new or gone is no other change beside.
    kpis.retain(|kpi| !whole_is_empty(kpi));
}

/// Whether nothing but defaults is written in a KPI.
fn whole_is_empty(kpi: &Value) -> bool {
    let Some(kpi) = kpi.as_object() else { return true };
    kpi.values().all(|value| match value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        // The curve that nobody writes.
        Value::String(text) => text == "linear",
        _ => false,
    })
}

fn strip_part(part: &mut Value, row: &Row<'_>) {
    let Some(part) = part.as_object_mut() else { return };
    let is = |value: Option<&Value>, other: Option<&str>| value.and_then(Value::as_str) == other;
    if is(part.get("owner"), row.owner) {
        part.remove("owner");
    }
    if is(part.get("deadline"), row.days.deadline.map(|day| day.as_str())) {
        part.remove("deadline");
    }
}

/// Takes out where things stand in the text, and what was computed from today.
pub(crate) fn strip(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for name in ["source", "days_late", "driving", "active", "since"] {
                map.remove(name);
            }
            map.values_mut().for_each(strip);
        }
        Value::Array(list) => list.iter_mut().for_each(strip),
        _ => {}
    }
}

/// Names what is referred to as it is called now.
pub(crate) fn rename(value: &mut Value, now: &dyn Fn(&str) -> String) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                // Words of people are no names.
                let is_text = matches!(
                    name.as_str(),
                    "text"
                        | "note"
                        | "why"
                        | "problem"
                        | "result"
                        | "value"
                        | "title"
                        | "focus"
                        | "positioning"
                );
                if !is_text {
                    rename(value, now);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| rename(value, now)),
        Value::String(text) => *text = now(text),
        _ => {}
    }
}
