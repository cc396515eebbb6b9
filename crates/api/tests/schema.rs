//! The published JSON Schema: it is fresh, it describes what is written, and every key has its words.

#![allow(clippy::unwrap_used, reason = "a test may end in a panic")]

use roadmap_api::{
    Activity, Day, DayRange, Goal, Kpi, Number, Phase, Quantity, Report, Schema, Unit, diff_schema,
    json_schema, status_schema,
};

use serde_json::Value;

const DOCS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs");

/// Every schema that is published, by the name of its file.
fn schemas() -> [(&'static str, Schema); 3] {
    [
        ("report.schema.json", json_schema()),
        ("status.schema.json", status_schema()),
        ("diff.schema.json", diff_schema()),
    ]
}

/// `INSTA_UPDATE=always cargo test -p roadmap-api` writes the files anew, as it does for every snapshot.
#[test]
#[allow(clippy::disallowed_methods, reason = "a test keeps files of the repository")]
fn the_published_schemas_are_fresh() {
    for (name, schema) in schemas() {
        let path = format!("{DOCS}/{name}");
        let printed = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        if std::env::var("INSTA_UPDATE").as_deref() == Ok("always") {
            std::fs::write(&path, &printed).unwrap();
        }
        let published = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(published == printed, "docs/{name} is stale: run with INSTA_UPDATE=always");
    }
}

fn filled() -> Report {
    let period = DayRange { start: Day::new("2026-01-01"), end: Day::new("2026-03-31") };
    let kpi = Kpi {
        metric: "leads".into(),
        unit: Unit::new("count"),
        target: Some(Number::new(5000)),
        ..Kpi::default()
    };
    let mut report =
        Report { version: roadmap_api::VERSION, as_of: Day::new("2026-02-10"), ..Report::default() };
    report.plan.period = Some(period.clone());
    report.phases.push(Phase { id: "p".into(), period, ..Phase::default() });
    report.goals.push(Goal { id: "p.g".into(), kpis: vec![kpi], ..Goal::default() });
    report.activities.push(Activity {
        id: "p.a".into(),
        budget: Some(Quantity { value: Number::new("120000000.5"), unit: Unit::new("VND") }),
        ..Activity::default()
    });
    report
}

#[test]
fn what_is_written_meets_the_schema_and_reads_back_the_same() {
    let report = filled();
    let value = serde_json::to_value(&report).unwrap();
    let schema = json_schema().to_value();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(serde_json::from_value::<Report>(value).unwrap(), report);
}

#[test]
fn the_schema_refuses_numbers_that_lose_exactness() {
    let mut value = serde_json::to_value(filled()).unwrap();
    let schema = json_schema().to_value();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&value));
    value["activities"][0]["budget"]["value"] = Value::from(120_000_000.5);
    assert!(!validator.is_valid(&value));
    value["activities"][0]["budget"]["value"] = Value::from("1.2e8");
    assert!(!validator.is_valid(&value));
}

#[test]
fn every_key_is_documented() {
    fn walk(value: &Value, path: &str, missing: &mut Vec<String>) {
        let Some(map) = value.as_object() else { return };
        if let Some(properties) = map.get("properties").and_then(Value::as_object) {
            for (key, property) in properties {
                if property.get("description").is_none() {
                    missing.push(format!("{path}.{key}"));
                }
            }
        }
        for (key, inner) in map.get("$defs").and_then(Value::as_object).into_iter().flatten() {
            walk(inner, key, missing);
        }
    }
    let mut missing = Vec::new();
    for (name, schema) in schemas() {
        walk(&schema.to_value(), name, &mut missing);
    }
    assert!(missing.is_empty(), "{missing:?}");
}
