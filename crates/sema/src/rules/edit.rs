//! Edits that rules offer.

use roadmap_diag::{Edit, Span, TextRange};

use crate::model::{BlockPlace, Model, Place};

/// A new line `line` inside the block of the statement at `place`, in the way that its block is written: behind the
/// `{` on a line of its own, or before a `;` where something else follows on that line. A statement without a block gets one.
#[must_use]
pub(crate) fn add_line(place: Place, line: &str) -> Edit {
    add_lines(place, &[line])
}

/// Several new lines, as [`add_line`] adds one.
#[must_use]
pub(crate) fn add_lines<T: AsRef<str>>(place: Place, lines: &[T]) -> Edit {
    let at = |offset: u32| place.span(TextRange::empty(offset));
    let each = |write: &dyn Fn(&str) -> String| lines.iter().map(|line| write(line.as_ref())).collect();
    match place.block {
        Some(block) if block.begins_on_line => {
            Edit { span: at(block.open.end), text: each(&|line| format!(" {line};")) }
        }
        Some(block) => {
            let indent = indent(block.indent + 2);
            Edit { span: at(block.open.end), text: each(&|line| format!("\n{indent}{line}")) }
        }
        None => {
            let lines: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
            Edit { span: place.head.end(), text: format!(" {{ {} }}", lines.join("; ")) }
        }
    }
}

/// New lines behind `last`, a statement inside `block`, which begins on a line of its own.
#[must_use]
pub(crate) fn add_behind<T: AsRef<str>>(block: BlockPlace, last: Place, lines: &[T]) -> Edit {
    let indent = indent(block.indent + 2);
    let text = lines.iter().map(|line| format!("\n{indent}{}", line.as_ref())).collect();
    Edit { span: last.whole.end(), text }
}

/// A statement `head` with a block of `lines` behind the one at `place`, as deep as that one.
#[must_use]
pub(crate) fn add_statement<T: AsRef<str>>(place: Place, depth: u32, head: &str, lines: &[T]) -> Edit {
    let outer = indent(place.block.map_or(depth, |block| block.indent));
    let mut text = format!("\n\n{outer}{head} {{");
    for line in lines {
        text.push_str(&format!("\n{outer}  {}", line.as_ref()));
    }
    text.push_str(&format!("\n{outer}}}"));
    Edit { span: place.whole.end(), text }
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
