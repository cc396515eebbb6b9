//! Whatever single character is lost, only what it stood in or ended may change.

use super::{DRAFT, SHOP, Seen, TOUR, error_lines_of, line_of, seen};
use crate::{TokenKind, parse};

#[test]
fn deleting_any_character_of_the_tour_harms_only_its_statement() {
    check(TOUR);
}

#[test]
fn deleting_any_character_of_the_shop_harms_only_its_statement() {
    check(SHOP);
}

#[test]
fn deleting_any_character_of_the_draft_harms_only_its_statement() {
    check(DRAFT);
}

const FIRST: &str = include_str!("../../../../examples/first/first.roadmap");
const FIRST_VI: &str = include_str!("../../../../examples/first-vi/first.roadmap");

/// The files of the large examples.
const LARGE: [&str; 26] = [
    include_str!("../../../../examples/clinic-en/main.roadmap"),
    include_str!("../../../../examples/clinic-en/metrics.roadmap"),
    include_str!("../../../../examples/clinic-en/people.roadmap"),
    include_str!("../../../../examples/clinic-en/phases/1-stop-the-leaks.roadmap"),
    include_str!("../../../../examples/clinic-en/phases/2-book-in-a-minute.roadmap"),
    include_str!("../../../../examples/clinic-en/phases/3-see-your-smile.roadmap"),
    include_str!("../../../../examples/clinic-en/phases/4-stay-well.roadmap"),
    include_str!("../../../../examples/clinic-en/readings.roadmap"),
    include_str!("../../../../examples/clinic-en/reviews.roadmap"),
    include_str!("../../../../examples/retail-vi/main.roadmap"),
    include_str!("../../../../examples/retail-vi/metrics.roadmap"),
    include_str!("../../../../examples/retail-vi/people.roadmap"),
    include_str!("../../../../examples/retail-vi/phases/1-xuan.roadmap"),
    include_str!("../../../../examples/retail-vi/phases/2-he.roadmap"),
    include_str!("../../../../examples/retail-vi/phases/3-thu.roadmap"),
    include_str!("../../../../examples/retail-vi/phases/4-tet.roadmap"),
    include_str!("../../../../examples/retail-vi/readings.roadmap"),
    include_str!("../../../../examples/retail-vi/reviews.roadmap"),
    include_str!("../../../../examples/saas-vi/main.roadmap"),
    include_str!("../../../../examples/saas-vi/metrics.roadmap"),
    include_str!("../../../../examples/saas-vi/people.roadmap"),
    include_str!("../../../../examples/saas-vi/phases/1-ra-mat.roadmap"),
    include_str!("../../../../examples/saas-vi/phases/2-mo-rong.roadmap"),
    include_str!("../../../../examples/saas-vi/phases/3-giu-chan.roadmap"),
    include_str!("../../../../examples/saas-vi/readings.roadmap"),
    include_str!("../../../../examples/saas-vi/reviews.roadmap"),
];

/// Of each large file every so manieth character is deleted: a prime, so that all columns and shapes have their turn.
/// `DELETIONS_EVERY=1` deletes each, which takes minutes.
#[allow(clippy::disallowed_methods, reason = "a longer search is asked for by the environment")]
fn stride() -> usize {
    std::env::var("DELETIONS_EVERY").ok().and_then(|every| every.parse().ok()).unwrap_or(197)
}

#[test]
fn deleting_any_character_of_a_first_plan_harms_only_its_statement() {
    check(FIRST);
    check(FIRST_VI);
}

#[test]
fn deleting_characters_of_the_large_examples_harms_only_their_statements() {
    std::thread::scope(|scope| {
        for text in LARGE {
            scope.spawn(move || check_every(text, stride()));
        }
    });
}

/// Shapes that the examples lack.
const SHAPES: &str = r#"goal g "G" {
    kpi leads >= 5 { at 2026-01 1_200; alert behind 15% }
    objection price "Giá, cao" { answer "a, b"; note "c" }
    material deck { owner lan; deadline 2026-02-01 }
    launch x "X"
    {
        owner lan
    }

    # about a
    a "x" { b "y" { c 1; d 2 } }
}
review 2026-02-02 weekly { finding "a \"quoted\" word"; decision "b, c" }
note """
    A text at the top level with "quotes" and { braces }

    # no comment
"""
# about p
product p "P" {
    usp a "b #c"
    note """
        Two texts in a row.
    """
    why """
        The second.
    """
}
"#;

#[test]
fn deleting_any_character_of_other_shapes_harms_only_its_statement() {
    check(SHAPES);
}

#[test]
fn tabs_and_line_ends_of_windows_make_no_difference_to_that() {
    check(&SHOP.replace("  ", "\t"));
    check(&SHAPES.replace("    ", "\t"));
    check(&SHAPES.replace('\n', "\r\n"));
}

fn check(text: &str) {
    check_every(text, 1);
}

/// Deletes every `stride`th character in turn.
fn check_every(text: &str, stride: usize) {
    let before = seen(&parse(text));
    let mut failures = Vec::new();
    for (at, c) in text.char_indices().step_by(stride) {
        let mut edited = text.to_owned();
        edited.remove(at);
        if let Err(failure) = check_one(text, &before, at, c, &edited) {
            failures.push(format!("{c:?} at {at}, line {}: {failure}", line_of(text, at)));
        }
    }
    let shown = failures.len().min(60);
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures[..shown].join("\n"));
}

fn check_one(text: &str, before: &[Seen], at: usize, c: char, edited: &str) -> Result<(), String> {
    let line = line_of(text, at);
    let len = c.len_utf8();
    let parsed = parse(edited);
    let after = seen(&parsed);
    let moved = |offset: usize| if offset > at { offset - len } else { offset };
    for stmt in before {
        if touched(text, before, stmt, at, c) {
            continue;
        }
        let first = after.partition_point(|other| other.start < moved(stmt.start));
        let here = after[first..].iter().take_while(|other| other.start == moved(stmt.start));
        let found = here.into_iter().find(|other| other.head == stmt.head && other.values == stmt.values);
        let found = found.ok_or_else(|| format!("lost {:?}", stmt.head))?;
        let around: Vec<usize> = stmt.ancestors.iter().map(|index| moved(before[*index].start)).collect();
        let around_now: Vec<usize> = found.ancestors.iter().map(|index| after[*index].start).collect();
        // An ancestor whose own first character went may start a blank later.
        let near = around.len() == around_now.len()
            && around
                .iter()
                .zip(&around_now)
                .all(|(then, now)| then == now || line_of(edited, *then) == line_of(edited, *now));
        if !near {
            let names: Vec<&str> = found.ancestors.iter().map(|index| after[*index].head.as_str()).collect();
            return Err(format!("{:?} is now in {names:?}", stmt.head));
        }
    }
    let errors = error_lines_of(&parsed, edited);
    if errors.len() > 3 {
        return Err(format!("{} errors: {errors:?}", errors.len()));
    }
    if let Some((first, _)) = errors.first() {
        // A block is opened on the line of its statement, or by a brace alone on the line below.
        let opened = |stmt: &&Seen| stmt.start <= at && at < stmt.end;
        let lines = |stmt: &Seen| {
            let brace =
                text[stmt.head_end..stmt.end].find('{').map_or(stmt.start, |brace| stmt.head_end + brace);
            [line_of(text, stmt.start), line_of(text, brace)]
        };
        let open: Vec<usize> = before.iter().filter(opened).flat_map(lines).collect();
        let joined = usize::from(c == '\n');
        if *first != line && *first != line + joined && !open.contains(first) {
            return Err(format!("first error at line {first}: {errors:?}"));
        }
    }
    Ok(())
}

/// Whether the character at `at` stands in the head of `stmt` or in one of its braces, or ends it.
///
/// A newline, a `;` and the `#` behind a statement end it; what stood behind them becomes part of it then.
fn touched(text: &str, before: &[Seen], stmt: &Seen, at: usize, c: char) -> bool {
    let line = line_of(text, at);
    let in_head = stmt.start <= at && at <= stmt.head_end;
    let is_brace = matches!(c, '{' | '}') && stmt.start <= at && at < stmt.end;
    let is_own_brace = is_brace
        && !before.iter().any(|inner| inner.start > stmt.start && inner.start <= at && at < inner.end);
    let is_joined = match c {
        '\n' => {
            line_of(text, stmt.start) == line + 1
                || text[stmt.head_end..at.max(stmt.head_end)].trim().is_empty()
        }
        ';' => {
            line_of(text, stmt.start) == line
                && text.get(at + 1..stmt.start).is_some_and(|gap| gap.trim().is_empty())
        }
        '#' => line_of(text, stmt.end) == line && stmt.end <= at,
        _ => false,
    };
    in_head || is_own_brace || is_joined
}

#[test]
fn tokens_of_the_tour_are_what_they_look_like() {
    const TOUR_BLOCKS: usize = 27;
    let parsed = parse(TOUR);
    let kinds = |kind: TokenKind| {
        parsed.items().iter().flat_map(|item| item.tree.tokens()).filter(|token| token.kind == kind).count()
    };
    assert_eq!(kinds(TokenKind::Open), TOUR_BLOCKS);
    assert_eq!(kinds(TokenKind::Close), TOUR_BLOCKS);
    assert_eq!(kinds(TokenKind::Text), 1);
    assert_eq!(kinds(TokenKind::Bad), 0);
}
