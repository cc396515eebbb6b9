//! Runs the grammar over text as an editor does, in as much of TextMate's language as the grammar uses.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::sync::{LazyLock, Mutex};

use fancy_regex::{Captures, Regex};
use roadmap_schema::rows;

use super::{Pattern, build, grammar};

/// A region that has begun: its pattern, and the pattern that ends it.
struct Open<'g> {
    pattern: &'g Pattern,
    end: &'static Regex,
}

/// The expression, compiled once for all tests.
fn compiled(regex: &str) -> &'static Regex {
    static COMPILED: LazyLock<Mutex<HashMap<String, &'static Regex>>> = LazyLock::new(Mutex::default);
    let mut all = COMPILED.lock().unwrap();
    all.entry(regex.to_owned()).or_insert_with(|| Box::leak(Box::new(Regex::new(regex).unwrap())))
}

/// What each part of the text is coloured as: text and scope, in order, blanks left out.
fn colours(text: &str) -> Vec<(String, &'static str)> {
    let grammar = build();
    let mut stack: Vec<Open<'_>> = Vec::new();
    let mut out = Vec::new();
    for line in text.lines() {
        let mut at = 0;
        // A region may end where it begins, so a bound on the steps guards against a loop.
        for _ in 0..=line.len() * 4 + 8 {
            let patterns = stack.last().map_or(&grammar.patterns, |open| &open.pattern.patterns);
            let mut best: Option<(Captures<'_, str>, &Pattern)> = None;
            for pattern in flat(patterns, &grammar.repository) {
                let regex = pattern.r#match.as_ref().or(pattern.begin.as_ref()).unwrap();
                let Some(found) = compiled(regex).captures_from_pos(line, at).unwrap() else {
                    continue;
                };
                if best.as_ref().is_none_or(|(first, _)| start(&found) < start(first)) {
                    best = Some((found, pattern));
                }
            }
            let end = stack.last().and_then(|open| open.end.captures_from_pos(line, at).unwrap());
            let outer = stack.iter().rev().find_map(|open| open.pattern.name);
            if let Some(end) =
                end.filter(|end| best.as_ref().is_none_or(|(first, _)| start(end) <= start(first)))
            {
                let end = end.get(0).unwrap();
                push(&mut out, slice(line, at, end.end()), outer);
                at = end.end();
                stack.pop();
                continue;
            }
            let Some((found, pattern)) = best else { break };
            let all = found.get(0).unwrap();
            push(&mut out, slice(line, at, all.start()), outer);
            let scopes = if pattern.begin.is_some() { &pattern.begin_captures } else { &pattern.captures };
            if scopes.is_empty() {
                push(&mut out, all.as_str(), pattern.name.or(outer));
            }
            for (group, scope) in scopes {
                let text = found.get(usize::from(*group)).map_or("", |group| group.as_str());
                push(&mut out, text, Some(scope.name));
            }
            at = all.end();
            if let Some(end) = &pattern.end {
                stack.push(Open { pattern, end: compiled(end) });
            }
        }
        let outer = stack.iter().rev().find_map(|open| open.pattern.name);
        push(&mut out, slice(line, at, line.len()), outer);
    }
    out
}

fn start(captures: &Captures<'_, str>) -> usize {
    captures.get(0).unwrap().start()
}

fn slice(line: &str, start: usize, end: usize) -> &str {
    line.get(start..end).unwrap()
}

fn push(out: &mut Vec<(String, &'static str)>, text: &str, scope: Option<&'static str>) {
    if !text.trim().is_empty() {
        out.push((text.trim().to_owned(), scope.unwrap_or("-").trim_end_matches(".roadmap")));
    }
}

/// The patterns that match or begin something, with the included ones in their place.
fn flat<'g>(patterns: &'g [Pattern], repository: &'g BTreeMap<&'static str, Pattern>) -> Vec<&'g Pattern> {
    patterns
        .iter()
        .flat_map(|pattern| match pattern.include {
            Some(name) => flat(std::slice::from_ref(&repository[name.trim_start_matches('#')]), repository),
            None if pattern.r#match.is_none() && pattern.begin.is_none() => {
                flat(&pattern.patterns, repository)
            }
            None => vec![pattern],
        })
        .collect()
}

fn each<'p>(patterns: impl IntoIterator<Item = &'p Pattern>, visit: &mut impl FnMut(&'p Pattern)) {
    for pattern in patterns {
        visit(pattern);
        each(&pattern.patterns, visit);
    }
}

#[test]
fn it_is_json_and_every_expression_is_valid() {
    let json: serde_json::Value = serde_json::from_str(&grammar().unwrap()).unwrap();
    assert_eq!(json["scopeName"], "source.roadmap");
    let grammar = build();
    let mut count = 0;
    each(grammar.patterns.iter().chain(grammar.repository.values()), &mut |pattern| {
        for regex in [&pattern.r#match, &pattern.begin, &pattern.end].into_iter().flatten() {
            Regex::new(regex).unwrap_or_else(|error| panic!("{regex}: {error}"));
            count += 1;
        }
        if let Some(name) = pattern.include {
            assert!(grammar.repository.contains_key(name.trim_start_matches('#')), "{name} is not there");
        }
    });
    assert!(count > rows().count(), "too few expressions: {count}");
}

#[test]
fn every_example_of_the_table_begins_with_a_keyword() {
    for row in rows() {
        let colours = colours(&format!("  {}", row.example));
        let (text, scope) = &colours[0];
        assert_eq!(text, row.keyword);
        assert!(
            ["keyword.control", "support.type.property-name"].contains(scope),
            "`{text}` is coloured as {scope}"
        );
        assert!(colours.iter().all(|(_, scope)| !scope.starts_with("invalid")), "{colours:?}");
    }
}

#[test]
fn a_plan_is_coloured() {
    let text = include_str!("plan.roadmap");
    let mut shown = String::new();
    for (text, scope) in colours(text) {
        writeln!(shown, "{text:<48} {scope}").unwrap();
    }
    let shown = format!("{text}\n-----\n{shown}");
    insta::assert_snapshot!(shown);
}

#[test]
fn a_string_hides_what_looks_like_a_statement() {
    let scopes = |text| colours(text).into_iter().map(|(_, scope)| scope).collect::<Vec<_>>();
    let string = "string.quoted.double";
    assert_eq!(scopes(r#"note "a; owner { # b""#), ["support.type.property-name", string, string]);
    assert_eq!(
        scopes("note \"\"\"\n  owner lan; # no comment\n\"\"\"\nlink \"x\""),
        [
            "support.type.property-name",
            "string.quoted.triple",
            "string.quoted.triple",
            "string.quoted.triple",
            "support.type.property-name",
            string,
            string,
        ]
    );
}

#[test]
fn a_name_is_declared_where_its_keyword_declares() {
    let name = |text: &str| colours(text)[1].1;
    assert_eq!(name("activity landing \"x\""), "entity.name.type");
    assert_eq!(name("channel ads \"x\""), "entity.name.type");
    assert_eq!(name("  channel ads"), "variable.other");
    assert_eq!(name("  category ads"), "constant.language");
}
