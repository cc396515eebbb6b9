//! The TextMate grammar, for editors that colour text without a language server.
//!
//! Its regular expressions are of Oniguruma's dialect, and each sees one line. Its lists of keywords and words
//! come from the table, so that a new row is coloured without a change here.

use std::collections::{BTreeMap, BTreeSet};

use roadmap_schema::{Form, Kind, Row, Slot, WEEKDAYS, rows, words};
use serde::Serialize;

/// A character of a name, in either composition of its accents.
const NAME: &str = r"[\p{L}\p{M}\p{N}_]";
/// A name or a path.
const PATH: &str = r"[\p{L}_][\p{L}\p{M}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{M}\p{N}_]*)*";
/// The start of a statement: of its line, or behind a brace or `;`.
const HEAD: &str = r"(?:^\x{FEFF}?|(?<=[{};]))\s*";
/// The end of a statement's values.
const END: &str = r"(?=[{};#]|$)";

/// The grammar as JSON.
///
/// # Errors
/// Where it cannot be written as JSON.
pub(super) fn grammar() -> Result<String, serde_json::Error> {
    let mut json = serde_json::to_string_pretty(&build())?;
    json.push('\n');
    Ok(json)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Grammar {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    scope_name: &'static str,
    file_types: [&'static str; 1],
    patterns: Vec<Pattern>,
    repository: BTreeMap<&'static str, Pattern>,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Pattern {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    include: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    r#match: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    captures: BTreeMap<u8, Scope>,
    #[serde(skip_serializing_if = "Option::is_none")]
    begin: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    begin_captures: BTreeMap<u8, Scope>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    end_captures: BTreeMap<u8, Scope>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    patterns: Vec<Self>,
}

#[derive(Serialize)]
struct Scope {
    name: &'static str,
}

impl Pattern {
    fn matching(name: &'static str, regex: impl Into<String>) -> Self {
        Self { name: Some(name), r#match: Some(regex.into()), ..Self::default() }
    }

    fn include(name: &'static str) -> Self {
        Self { include: Some(name), ..Self::default() }
    }

    fn of(patterns: Vec<Self>) -> Self {
        Self { patterns, ..Self::default() }
    }

    /// From a keyword and its captures to the end of the statement.
    fn statement(begin: String, captures: &[&'static str], mut inside: Vec<Self>) -> Self {
        inside.push(Self::include("#values"));
        Self {
            begin: Some(begin),
            begin_captures: scopes(captures),
            end: Some(END.to_owned()),
            patterns: inside,
            ..Self::default()
        }
    }
}

/// The scopes of the groups 1, 2, ….
fn scopes(names: &[&'static str]) -> BTreeMap<u8, Scope> {
    (1..).zip(names.iter().map(|name| Scope { name })).collect()
}

fn build() -> Grammar {
    Grammar {
        schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        name: "Roadmap",
        scope_name: "source.roadmap",
        file_types: ["roadmap"],
        patterns: ["#comment", "#text", "#string", "#block", "#statement", "#values"]
            .map(Pattern::include)
            .into(),
        repository: BTreeMap::from([
            ("comment", Pattern::matching("comment.line.number-sign.roadmap", "#.*$")),
            ("text", text()),
            ("string", string()),
            ("escape", Pattern::matching("constant.character.escape.roadmap", ESCAPE)),
            ("block", block()),
            ("statement", Pattern::of(statements())),
            ("values", Pattern::of(values())),
            ("number", Pattern::of(numbers())),
        ]),
    }
}

const ESCAPE: &str = r#"\\(?:["\\nt]|u\{[0-9A-Fa-f]{1,6}\})"#;

fn text() -> Pattern {
    Pattern {
        name: Some("string.quoted.triple.roadmap"),
        begin: Some(r#""""\s*$"#.to_owned()),
        end: Some(r#"^\s*""""#.to_owned()),
        ..Pattern::default()
    }
}

fn string() -> Pattern {
    Pattern {
        name: Some("string.quoted.double.roadmap"),
        begin: Some("\"".to_owned()),
        end: Some(r#""|$"#.to_owned()),
        patterns: vec![
            Pattern::include("#escape"),
            Pattern::matching("invalid.illegal.escape.roadmap", r"\\."),
        ],
        ..Pattern::default()
    }
}

fn block() -> Pattern {
    Pattern::of(vec![
        Pattern::matching("punctuation.section.block.roadmap", r"[{}]"),
        Pattern::matching("punctuation.terminator.statement.roadmap", ";"),
    ])
}

/// A pattern for each keyword, then one for the properties that a company adds.
fn statements() -> Vec<Pattern> {
    let mut keywords: BTreeMap<&str, Vec<&'static Row>> = BTreeMap::new();
    for row in rows() {
        keywords.entry(row.keyword).or_default().push(row);
    }
    let mut patterns: Vec<Pattern> =
        keywords.iter().flat_map(|(keyword, rows)| statement(keyword, rows)).collect();
    let custom = format!("{HEAD}({PATH})");
    patterns.push(Pattern::statement(custom, &["support.type.property-name.custom.roadmap"], Vec::new()));
    patterns
}

/// The patterns of one keyword, whatever it means in its different places.
fn statement(keyword: &str, rows: &[&Row]) -> Vec<Pattern> {
    let opens = rows.iter().any(|row| row.kind != Kind::Leaf);
    let scope = if opens { "keyword.control.roadmap" } else { "support.type.property-name.roadmap" };
    let declared = "entity.name.type.roadmap";
    let mut patterns = Vec::new();
    if rows.iter().all(|row| row.declares() || names_a_rule(row)) {
        let begin = format!(r"{HEAD}({keyword})(?!{NAME})(?:\s+({PATH}(?:/[\w-]+)?))?");
        patterns.push(Pattern::statement(begin, &[scope, declared], fixed(rows)));
        return patterns;
    }
    // Where a keyword declares a name at the top level and refers to one elsewhere, the margin tells.
    if rows.iter().any(|row| row.declares() && row.stands_in(Kind::File)) {
        let begin = format!(r"^\x{{FEFF}}?({keyword})(?!{NAME})\s+({PATH})");
        patterns.push(Pattern::statement(begin, &[scope, declared], fixed(rows)));
    }
    patterns.push(Pattern::statement(format!(r"{HEAD}({keyword})(?!{NAME})"), &[scope], fixed(rows)));
    patterns
}

fn names_a_rule(row: &Row) -> bool {
    matches!(row.slots.first(), Some(Slot { form: Form::RuleName, .. }))
}

/// The fixed words behind a keyword: those to choose from, and those that announce a value.
fn fixed(rows: &[&Row]) -> Vec<Pattern> {
    let slots =
        rows.iter().flat_map(|row| row.slots.iter().chain(row.clauses.iter().map(|clause| &clause.slot)));
    let choices: BTreeSet<&str> = slots.flat_map(choices).collect();
    let leads: BTreeSet<&str> = rows
        .iter()
        .flat_map(|row| row.clauses.iter().map(|clause| clause.lead))
        .filter(|lead| lead.chars().all(char::is_alphabetic))
        .collect();
    let mut patterns = Vec::new();
    if !leads.is_empty() {
        patterns.push(Pattern::matching("keyword.other.clause.roadmap", any_of(&leads)));
    }
    if !choices.is_empty() {
        patterns.push(Pattern::matching("constant.language.roadmap", any_of(&choices)));
    }
    patterns
}

pub(super) fn choices(slot: &Slot) -> Vec<&'static str> {
    let list = |wanted: &str| {
        words()
            .iter()
            .filter(|(name, _)| *name == wanted)
            .flat_map(|(_, words)| words.iter().copied())
            .collect()
    };
    match slot.form {
        Form::Choice(words) => words.to_vec(),
        Form::Cadence => [list("CADENCE"), WEEKDAYS.to_vec()].concat(),
        Form::Every => [WEEKDAYS.as_slice(), &["month"]].concat(),
        Form::AlertWhen => list("ALERT"),
        Form::FieldType => list("FIELD_TYPE"),
        Form::Condition => vec!["and", "or", "not", "in"],
        _ => Vec::new(),
    }
}

fn any_of(words: &BTreeSet<&str>) -> String {
    let words: Vec<&str> = words.iter().copied().collect();
    format!(r"(?<!{NAME})(?<!\.)(?:{})(?!{NAME})(?!\.)", words.join("|"))
}

fn values() -> Vec<Pattern> {
    let mut patterns: Vec<Pattern> = ["#comment", "#text", "#string", "#number"].map(Pattern::include).into();
    patterns.extend([
        Pattern::matching("keyword.operator.roadmap", r"->|!=|<=|>=|\.\.|[=<>+*/()-]"),
        Pattern::matching("punctuation.separator.comma.roadmap", ","),
        Pattern::matching("variable.other.roadmap", PATH),
    ]);
    patterns
}

/// Dates before numbers, and units before bare numbers, as the first that matches wins.
fn numbers() -> Vec<Pattern> {
    let edge = format!("(?<!{NAME})");
    let stop = format!("(?!{NAME})");
    let digits = r"[+-]?\d[\d_]*(?:\.\d+)?";
    vec![
        Pattern::matching("constant.numeric.date.roadmap", format!(r"{edge}\d{{4}}-\d{{2}}-\d{{2}}{stop}")),
        Pattern::matching(
            "constant.numeric.period.roadmap",
            format!(r"{edge}\d{{4}}-(?:H[12]|Q[1-4]|W\d{{2}}|\d{{2}}){stop}"),
        ),
        Pattern::matching("constant.numeric.duration.roadmap", format!("{edge}{digits}(?:mo|bd|d|w){stop}")),
        Pattern::matching("constant.numeric.percent.roadmap", format!("{edge}{digits}(?:%|pp{stop})")),
        Pattern {
            r#match: Some(format!(r"{edge}({digits}(?:tr|tỷ|ty|k|M|B)?){stop}(?:[ \t]+([A-Z]{{3}}){stop})?")),
            captures: scopes(&["constant.numeric.roadmap", "keyword.other.unit.roadmap"]),
            ..Pattern::default()
        },
    ]
}

#[cfg(test)]
mod tests;
