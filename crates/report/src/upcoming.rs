//! What comes next, shortened for a reader: a rhythm takes one line, however often it falls in the two weeks.

use roadmap_api::{Due, DueWhat, Report};

/// One line of what comes next.
pub(crate) struct Coming<'a> {
    /// The first day of it.
    pub(crate) due: &'a Due,
    /// On how many days it happens.
    pub(crate) count: usize,
    /// The last of them.
    pub(crate) last: &'a Due,
}

/// The lines by their first day.
pub(crate) fn coming(report: &Report) -> Vec<Coming<'_>> {
    let mut lines: Vec<Coming<'_>> = Vec::with_capacity(report.upcoming.len());
    for due in &report.upcoming {
        let again = matches!(due.what, DueWhat::Occurrence | DueWhat::Review);
        let known = lines.iter_mut().find(|line| {
            again && (line.due.what, &line.due.item, &line.due.title) == (due.what, &due.item, &due.title)
        });
        match known {
            Some(line) => {
                line.count += 1;
                line.last = due;
            }
            None => lines.push(Coming { due, count: 1, last: due }),
        }
    }
    lines
}
