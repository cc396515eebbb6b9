//! Edits that rules offer.

use roadmap_diag::{Edit, Span, TextRange};

use crate::model::{Model, Place};

/// A new line `line` inside the block of the statement at `place`, in the way that its block is written: behind the
/// `{` on a line of its own, or before it and a `;` on one line. A statement without a block gets one.
#[must_use]
pub(crate) fn add_line(place: Place, line: &str) -> Edit {
    let at = |offset: u32| place.span(TextRange::empty(offset));
    match place.block {
        Some(block) if block.one_line => Edit { span: at(block.open.end), text: format!(" {line};") },
        Some(block) => {
            Edit { span: at(block.open.end), text: format!("\n{}{line}", indent(block.indent + 2)) }
        }
        None => Edit { span: place.head.end(), text: format!(" {{ {line} }}") },
    }
}

/// A new top-level `statement` where the plan is written on as time goes by: behind the last review, else behind the last
/// reading, else at the end of the file of `roadmap`. None where there is nothing to stand behind.
#[must_use]
pub(crate) fn add_to_log(model: &Model, statement: &str) -> Option<Edit> {
    let last = |places: &mut dyn Iterator<Item = Place>| places.max_by_key(|place| place.stmt);
    let reviews = last(&mut model.reviews.rows().iter().map(|review| review.place));
    let place = reviews.or_else(|| last_reading(model)).or_else(|| {
        let plan = model.plan.place?;
        let phases = model.phases.rows().iter().filter_map(|phase| phase.head.place);
        let goals = model.goals.rows().iter().filter(|goal| goal.phase.is_none());
        let goals = goals.filter_map(|goal| goal.head.place);
        let people = model.people.rows().iter().filter_map(|person| person.head.place);
        let all = phases.chain(goals).chain(people).chain([plan]);
        last(&mut all.filter(|place| place.stmt.file == plan.stmt.file))
    })?;
    Some(Edit { span: place.whole.end(), text: format!("\n\n{statement}") })
}

/// Where new readings are written, and what stands before one: behind the last reading, else where the plan is written on.
#[must_use]
pub(crate) fn end_of_readings(model: &Model) -> Option<(Span, &'static str)> {
    match last_reading(model) {
        Some(place) => Some((place.whole.end(), "\n")),
        None => add_to_log(model, "").map(|edit| (edit.span, "\n\n")),
    }
}

fn last_reading(model: &Model) -> Option<Place> {
    model.actuals.rows().iter().map(|actual| actual.place).max_by_key(|place| place.stmt)
}

fn indent(columns: u32) -> String {
    " ".repeat(columns as usize)
}
