//! Dates, once for the whole project, by the critical path method (J. E. Kelley and M. R. Walker, “Critical-Path Planning
//! and Scheduling”, 1959): forward from what is written to the earliest dates, back from deadlines to the latest.
//!
//! Both passes look at each piece of work and each dependency once.

mod backward;
mod forward;
mod inputs;
#[cfg(test)]
mod tests;

use roadmap_diag::Message;

use super::builder::Builder;
use super::dependencies::Dependencies;
use crate::model::{Activity, Id, Model, WorkRef};

pub(super) use inputs::Inputs;

/// Fills in dates, earliest ends and slack, and the phases that work of the top level touches. Reports durations and
/// lags that lead beyond the years of a plan.
pub(super) fn compute(builder: &mut Builder<'_>, dependencies: &Dependencies) {
    let in_circle = in_circles(&builder.model, dependencies);
    let order = order(dependencies, &in_circle);
    for number in &order {
        let waits = if is_set(&in_circle, *number) { &[] } else { dependencies.waits(*number) };
        let model = &builder.model;
        match dependencies.work(*number) {
            Some(WorkRef::Activity(id)) => {
                let times = forward::activity(model, dependencies, id, waits);
                let row = &model[id];
                let place = row.head.place;
                // A row that stays as it is stays shared with the plan before an edit.
                if (row.dates, row.ready, row.earliest) != (times.dates, times.ready, times.earliest) {
                    let row = builder.model.activities.get_mut(id);
                    (row.dates, row.ready, row.earliest) = (times.dates, times.ready, times.earliest);
                }
                if let Some(beyond) = times.beyond {
                    let error = builder.error("value/out-of-range", beyond.span, beyond.message);
                    let error = error.help(Message::new("value-duration-beyond.help"));
                    let about = place.map_or(beyond.span, |place| place.keyword);
                    builder.diagnostics.push(error.about(about));
                }
            }
            Some(WorkRef::Launch(id)) => {
                let earliest = forward::launch(model, dependencies, id, waits);
                if model[id].earliest != earliest {
                    builder.model.launches.get_mut(id).earliest = earliest;
                }
            }
            _ => {}
        }
    }
    backward::slack(&mut builder.model, dependencies, &order, &in_circle);
    always_on(&mut builder.model);
}

/// Which work waits for itself.
fn in_circles(model: &Model, dependencies: &Dependencies) -> Vec<bool> {
    let mut found = vec![false; dependencies.len()];
    for member in model.cycles.iter().flat_map(|cycle| cycle.members.iter().chain(&cycle.others)) {
        if let Some(set) = dependencies.number(member.work).and_then(|number| found.get_mut(number)) {
            *set = true;
        }
    }
    found
}

fn is_set(set: &[bool], number: usize) -> bool {
    set.get(number).copied().unwrap_or(false)
}

/// All work, everything behind what it waits for. Members of circles wait for nothing: what they are given by each other
/// is no date.
fn order(dependencies: &Dependencies, in_circle: &[bool]) -> Vec<usize> {
    let count = dependencies.len();
    let waits = |number: usize| {
        if is_set(in_circle, number) { 0 } else { dependencies.waits(number).len() }
    };
    let mut open: Vec<usize> = (0..count).map(waits).collect();
    let mut order: Vec<usize> = (0..count).filter(|number| open.get(*number) == Some(&0)).collect();
    let mut next = 0;
    while let Some(number) = order.get(next).copied() {
        next += 1;
        for follower in dependencies.followers(number) {
            if is_set(in_circle, follower.work) {
                continue;
            }
            if let Some(left) = open.get_mut(follower.work) {
                *left -= 1;
                if *left == 0 {
                    order.push(follower.work);
                }
            }
        }
    }
    order
}

/// Work of the top level belongs to every phase its dates touch.
fn always_on(model: &mut Model) {
    let mut touched: Vec<Vec<Id<Activity>>> = vec![Vec::new(); model.phases.len()];
    for (id, activity) in model.activities.iter().filter(|(_, activity)| activity.phase.is_none()) {
        let start = activity.dates.start.or(activity.dates.end);
        let end = activity.dates.end.or(start);
        let Some((start, end)) = start.zip(end) else { continue };
        for (phase, touched) in model.phases.rows().iter().zip(&mut touched) {
            let range = phase.range.map(|range| range.value);
            if range.is_some_and(|range| start <= range.end && range.start <= end) {
                touched.push(id);
            }
        }
    }
    for (phase, touched) in model.phases.ids().zip(touched) {
        if model[phase].always_on != touched {
            model.phases.get_mut(phase).always_on = touched;
        }
    }
}
