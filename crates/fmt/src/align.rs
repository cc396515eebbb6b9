//! Columns over neighbouring lines.

use std::ops::Range;

use crate::MAX_WIDTH;
use crate::line::{INDENT, Line, Role, width};

/// A keyword longer than this does not push the values of its neighbours.
const LONGEST_KEYWORD: usize = 16;
/// An identifier longer than the shortest by more than this does not push titles.
const TITLE_SPREAD: usize = 16;
/// A head longer than the shortest by more than this does not push blocks.
const BLOCK_SPREAD: usize = 32;
/// A line longer than the shortest by more than this does not push comments.
const COMMENT_SPREAD: usize = 30;
/// Blanks before a comment whose column is not the author's.
const COMMENT_GAP: usize = 2;
/// A column behind this is not kept as the author's.
const LAST_COLUMN: usize = 100;

/// Sets the columns of all lines.
pub(crate) fn align(lines: &mut [Line]) {
    for run in runs(lines) {
        let Some(run) = lines.get_mut(run) else { continue };
        values(run);
        for rows in rows(run) {
            let Some(rows) = run.get_mut(rows) else { continue };
            if rows.iter().all(|line| !matches!(line.role, Role::Statement { property: true, .. })) {
                column(rows, 0, TITLE_SPREAD, |line| line.columns.value);
            }
            column(rows, 1, TITLE_SPREAD, |line| line.columns.title);
            column(rows, 2, BLOCK_SPREAD, |line| line.columns.block);
        }
    }
    for run in comment_runs(lines) {
        if let Some(run) = lines.get_mut(run) {
            comments(run);
        }
    }
}

/// Lines of one block without a blank line or anything over several lines between them.
fn runs(lines: &[Line]) -> Vec<Range<usize>> {
    let alone = |line: &Line| matches!(line.role, Role::Fence | Role::Verbatim);
    split(lines, |before, line| {
        !alone(before) && !alone(line) && before.depth == line.depth && !line.blank_before
    })
}

/// Statements with one keyword, directly below each other.
fn rows(lines: &[Line]) -> Vec<Range<usize>> {
    split(lines, |before, line| match (&before.role, &line.role) {
        (Role::Statement { keyword: before, .. }, Role::Statement { keyword, .. }) => before == keyword,
        _ => false,
    })
}

/// Lines of one block with comments behind them, directly below each other.
fn comment_runs(lines: &[Line]) -> Vec<Range<usize>> {
    split(lines, |before, line| {
        let both = before.comment.is_some() && line.comment.is_some();
        let fence = before.role == Role::Fence || line.role == Role::Fence;
        both && !fence && before.depth == line.depth && !line.blank_before
    })
}

fn split(lines: &[Line], joined: impl Fn(&Line, &Line) -> bool) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (index, pair) in lines.windows(2).enumerate() {
        if let [before, line] = pair
            && !joined(before, line)
        {
            ranges.push(start..index + 1);
            start = index + 1;
        }
    }
    if start < lines.len() {
        ranges.push(start..lines.len());
    }
    ranges
}

/// Columns of the code up to `place`, with the blanks put in before it.
fn columns_to(line: &Line, place: usize) -> usize {
    width(line.code.get(..place).unwrap_or_default()) + line.columns.pads.iter().sum::<usize>()
}

/// Puts the first values of properties into one column.
fn values(run: &mut [Line]) {
    let keyword = |line: &Line| {
        let property = matches!(line.role, Role::Statement { property: true, .. });
        line.columns.value.filter(|_| property).map(|place| columns_to(line, place))
    };
    let widest = run.iter().filter_map(keyword).filter(|width| *width <= LONGEST_KEYWORD).max();
    for line in run.iter_mut() {
        if let (Some(own), Some(widest)) = (keyword(line), widest)
            && let Some(pad) = line.columns.pads.first_mut()
        {
            *pad = widest.saturating_sub(own);
        }
    }
}

/// Puts what stands behind `place` into one column, unless a line would then be too long.
fn column(rows: &mut [Line], pad: usize, spread: usize, place: fn(&Line) -> Option<usize>) {
    let own = |line: &Line| place(line).map(|place| columns_to(line, place));
    let Some(least) = rows.iter().filter_map(own).min() else { return };
    let widest = rows.iter().filter_map(own).filter(|width| *width <= least + spread).max().unwrap_or(least);
    let too_long = |line: &Line| {
        own(line).is_some_and(|own| {
            let more = widest.saturating_sub(own);
            more > 0 && line.depth * INDENT + columns_to(line, line.code.len()) + more > MAX_WIDTH
        })
    };
    if rows.iter().any(too_long) {
        return;
    }
    for line in rows {
        if let Some(own) = own(line)
            && let Some(pad) = line.columns.pads.get_mut(pad)
        {
            *pad = widest.saturating_sub(own);
        }
    }
}

/// Puts comments into one column: the author's where they stood in one, else the first that all lines leave free.
fn comments(run: &mut [Line]) {
    let Some(least) = run.iter().map(Line::width).min() else { return };
    let widest = run.iter().map(Line::width).filter(|width| *width <= least + COMMENT_SPREAD).max();
    let widest = widest.unwrap_or(least);
    let theirs = authors_column(run, widest, least + COMMENT_SPREAD);
    let column = theirs.unwrap_or(widest + COMMENT_GAP);
    for line in run {
        let own = line.width();
        if let Some(comment) = &mut line.comment {
            let was_at = comment.was_at.filter(|at| theirs.is_some() && (own + 1..=LAST_COLUMN).contains(at));
            comment.at = if own < column { column } else { was_at.unwrap_or(own + COMMENT_GAP) };
        }
    }
}

/// The column in which all comments stood behind lines that end before it.
fn authors_column(run: &[Line], widest: usize, limit: usize) -> Option<usize> {
    let was_at = |line: &Line| line.comment.as_ref().and_then(|comment| comment.was_at);
    let mut fitting = run.iter().filter(|line| line.width() <= limit);
    let column = was_at(fitting.next()?)?;
    let kept = column > widest && (column <= LAST_COLUMN || column == widest + COMMENT_GAP);
    (kept && fitting.all(|line| was_at(line) == Some(column))).then_some(column)
}
