//! `docs/roadmap.schema.json`, which editors use for `roadmap.toml`, says what the compiler reads.

use roadmap_sema::rules;
use roadmap_sema::settings::Limits;
use serde_json::{Map, Value, json};

use crate::support::{CLEAN, Sandbox};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/roadmap.schema.json");

fn schema() -> Value {
    let level = json!({ "enum": ["error", "warning", "hint", "off"] });
    let mut rules: Map<String, Value> = Map::new();
    for rule in rules::all() {
        rules.insert(rule.code.to_owned(), level.clone());
        let group = rule.code.split_once('/').unwrap().0;
        rules.insert(format!("{group}/*"), level.clone());
    }
    let own = json!({ "^[a-z0-9_-]+/([a-z0-9_-]+|\\*)$": level });
    let mut of_files = rules.clone();
    of_files.insert(
        "glob".to_owned(),
        json!({ "type": "string", "description": "Which files, such as `drafts/*.roadmap`." }),
    );
    rules.insert(
        "files".to_owned(),
        json!({
            "type": "array",
            "description": "Levels for some files; later tables win.",
            "items": { "type": "object", "required": ["glob"], "properties": of_files, "patternProperties": own, "additionalProperties": false },
        }),
    );
    let mut limits: Map<String, Value> = Limits::ALL
        .iter()
        .map(|(name, default, about)| {
            let limit = json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX, "default": default, "description": about.trim() });
            ((*name).to_owned(), limit)
        })
        .collect();
    for list in Limits::LISTS {
        let words = json!({
            "type": "array",
            "items": { "enum": list.known() },
            "default": list.default,
            "description": list.about.trim(),
        });
        limits.insert(list.name.to_owned(), words);
    }
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "roadmap.toml",
        "description": "Settings of a roadmap.",
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "project": {
                "type": "object",
                "additionalProperties": false,
                "properties": {
                    "entry": { "type": "string", "description": "The file with the `roadmap` statement." },
                    "out": { "type": "string", "default": "build", "description": "Where `build` writes." },
                    "locale": { "enum": ["vi", "en"], "description": "The language of messages for whom the system does not say." },
                },
            },
            "lints": {
                "type": "object",
                "description": "Levels of rules and, with `/*`, of groups. A rule's own line wins over its group's.",
                "properties": rules,
                "patternProperties": own,
                "additionalProperties": false,
            },
            "limits": {
                "type": "object",
                "description": "The numbers that rules count with, and the lists that they go through.",
                "properties": limits,
                "additionalProperties": false,
            },
        },
    })
}

#[test]
fn the_published_schema_is_what_is_read() {
    let wanted = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        std::fs::write(PATH, &wanted).unwrap();
    }
    let published = std::fs::read_to_string(PATH).unwrap_or_default();
    assert!(published == wanted, "docs/roadmap.schema.json is stale: run this test with INSTA_UPDATE=always");
}

#[test]
fn settings_that_the_schema_allows_are_known_and_others_are_not() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for (settings, is_known) in [
        (json!({ "project": { "entry": "main.roadmap" }, "limits": { "open_items": 9 } }), true),
        (json!({ "lints": { "people/owner-missing": "hint", "goal/*": "off" } }), true),
        (json!({ "lints": { "files": [{ "glob": "*.roadmap", "people/owner-missing": "off" }] } }), true),
        (json!({ "lints": { "people/owner-missing": "loud" } }), false),
        (json!({ "lints": { "files": [{ "people/owner-missing": "off" }] } }), false),
        (json!({ "project": { "entri": "main.roadmap" } }), false),
        (json!({ "limits": { "open_items": -1 } }), false),
        (json!({ "limits": { "launch_materials": ["deck", "case_study"] } }), true),
        (json!({ "limits": { "launch_materials": [] } }), true),
        (json!({ "limits": { "launch_materials": "deck" } }), false),
        (json!({ "limits": { "launch_materials": ["deck", "price_list"] } }), false),
        (json!({ "report": [] }), false),
    ] {
        assert_eq!(validator.is_valid(&settings), is_known, "{settings}");
        let toml = toml::to_string(&settings).unwrap();
        let sandbox = Sandbox::new(&[("main.roadmap", CLEAN), ("roadmap.toml", &toml)]);
        let found = sandbox.run(&["check", "--format", "short"]).stdout;
        assert_eq!(!found.contains("[config/"), is_known, "{toml}\n{found}");
    }
}
