use super::*;
use crate::fixture::Fixture;

/// What the tokens of the file at `$0` are called, in the order of the modifiers' bits.
const MODIFIERS: [&str; 8] =
    ["declared", "cancelled", "fixed", "built-in", "date", "duration", "money", "percent"];

fn read(text: &str) -> (Fixture, Vec<SemanticToken>) {
    let fixture = Fixture::new(text);
    let tokens = semantic_tokens(&fixture.analysis, fixture.file, None);
    (fixture, tokens)
}

/// Each word with what it is: `lan:Person declared`.
fn shown(text: &str) -> Vec<String> {
    let (fixture, tokens) = read(text);
    let text = &fixture.analysis.file(fixture.file).unwrap().text;
    let words = tokens.iter().map(|token| {
        let mut word = format!("{}:{:?}", &text[token.range.as_range()], token.kind);
        for (name, modifier) in MODIFIERS.iter().zip(TokenModifiers::ALL) {
            if token.modifiers.has(modifier) {
                word.push_str(&format!(" {name}"));
            }
        }
        word
    });
    words.collect()
}

/// The tokens of the line that holds `$0`.
fn line(text: &str) -> String {
    let (fixture, tokens) = read(text);
    let file = &fixture.analysis.file(fixture.file).unwrap().text;
    let at = fixture.offset as usize;
    let start = file[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = file[at..].find('\n').map_or(file.len(), |newline| at + newline);
    let all = shown(text);
    let here = all
        .into_iter()
        .zip(&tokens)
        .filter(|(_, token)| start <= token.range.start as usize && token.range.end as usize <= end);
    here.map(|(word, _)| word).collect::<Vec<_>>().join(" · ")
}

#[test]
fn statements_properties_and_words() {
    let table = [
        ("person lan$0 \"Lan\"", "person:Keyword · lan:Person declared · \"Lan\":String"),
        ("team t$0 \"T\"", "team:Keyword · t:Person declared · \"T\":String"),
        ("roadmap \"R\" {\n  outputs_first$0\n}", "outputs_first:Property"),
        ("roadmap \"R\" {\n  lang vi$0\n}", "lang:Property · vi:Word"),
        ("roadmap \"R\" {\n  currency VND$0\n}", "currency:Property · VND:Word"),
        (
            "roadmap \"R\" {\n  cadence weekly mon, monthly 15$0\n}",
            "cadence:Property · weekly:Word · mon:Word · monthly:Word · 15:Number",
        ),
        ("person l \"L\" {\n  role cmo$0\n}", "role:Property · cmo:Word"),
        ("activity a \"A\" {\n  kind webinar$0\n}", "kind:Property · webinar:Word"),
        ("activity a \"A\" {\n  every month 15$0\n}", "every:Property · month:Word · 15:Number"),
        ("activity a \"A\" {\n  task \"T\"$0\n}", "task:Keyword · \"T\":String"),
        ("include \"x.roadmap\"$0", "include:Keyword · \"x.roadmap\":String"),
        ("metric m \"M\" {\n  unit count$0\n}", "unit:Property · count:Word"),
        (
            "phase p \"P\" 2026-Q1$0 {}",
            "phase:Keyword · p:Phase declared · \"P\":String · 2026-Q1:Number date",
        ),
    ];
    for (text, wanted) in table {
        assert_eq!(line(text), wanted, "{text}");
    }
}

#[test]
fn numbers_say_what_they_count() {
    let activity = |line: &str| format!("activity a \"A\" {{\n  {line}$0\n}}");
    let table = [
        ("budget 120M VND", "budget:Property · 120M:Number money · VND:Number money"),
        (
            "budget 90M + 5k USD for lead",
            "budget:Property · 90M:Number money · +:Operator · 5k:Number money · USD:Number money · for:Keyword · lead:Word",
        ),
        ("budget 5M", "budget:Property · 5M:Number money"),
        ("duration 6w", "duration:Property · 6w:Number duration"),
        ("start 2026-01-05", "start:Property · 2026-01-05:Number date"),
        ("deadline 2026", "deadline:Property · 2026:Number date"),
        (
            "status in_progress 40% on 2026-02-02",
            "status:Property · in_progress:Word · 40%:Number percent · on:Keyword · 2026-02-02:Number date",
        ),
        (
            "kpi leads 0 -> 5_000 by 2026-03-31",
            "kpi:Keyword · leads:Metric fixed built-in · 0:Number · ->:Operator · 5_000:Number · by:Keyword · 2026-03-31:Number date",
        ),
        (
            "kpi cpl <= 120k VND",
            "kpi:Keyword · cpl:Metric fixed built-in · <=:Operator · 120k:Number money · VND:Number money",
        ),
        (
            "kpi revenue 1M -> +30% per month",
            "kpi:Keyword · revenue:Metric fixed built-in · 1M:Number · ->:Operator · +30%:Number percent · per:Keyword · month:Word",
        ),
    ];
    for (text, wanted) in table {
        assert_eq!(line(&activity(text)), wanted, "{text}");
    }
}
