//! Figures that were added, dropped or corrected.

use std::collections::BTreeMap;

use roadmap_api as api;
use serde_json::Value;

/// How many figures changed. A figure is the same where its metric, days and division are.
pub(crate) fn changes(
    before: &api::Report,
    after: &api::Report,
    renamed: &BTreeMap<String, String>,
) -> api::FigureChanges {
    let now = |id: &str| renamed.get(id).map_or(id, String::as_str).to_owned();
    let old = figures(before, &now);
    let new = figures(after, &str::to_owned);
    let mut changes = api::FigureChanges::default();
    for (key, values) in &old {
        let others = new.get(key).map_or(&[][..], Vec::as_slice);
        changes.changed += count(values.iter().zip(others).filter(|(old, new)| old != new).count());
        changes.dropped += count(values.len().saturating_sub(others.len()));
    }
    for (key, values) in &new {
        changes.added += count(values.len().saturating_sub(old.get(key).map_or(0, Vec::len)));
    }
    changes
}

/// The values of each figure; one may be written twice, the later as a correction.
fn figures(report: &api::Report, now: &dyn Fn(&str) -> String) -> BTreeMap<String, Vec<Value>> {
    let mut found: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for actual in &report.actuals {
        let Ok(mut all) = serde_json::to_value(actual) else { continue };
        crate::other::strip(&mut all);
        crate::other::rename(&mut all, now);
        let Some(value) = all.as_object_mut().and_then(|all| all.remove("value")) else { continue };
        found.entry(all.to_string()).or_default().push(value);
    }
    found
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
