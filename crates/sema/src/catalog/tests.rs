//! The catalogue against itself and against the method's table.

use std::collections::BTreeSet;

use super::*;
use crate::model::{GoalType, Head, Metric};

/// A metric of the model with what the catalogue says of `id`.
fn builtin(id: &str) -> Metric {
    let known = metric(id).unwrap();
    Metric { kind: Some(known.kind), builtin: Some(known.id), ..own(None) }
}

/// A metric of a company's own.
fn own(kind: Option<MetricKind>) -> Metric {
    Metric {
        head: Head {
            place: None,
            id: "own".into(),
            id_span: None,
            path: "own".into(),
            title: "own".into(),
            title_span: None,
            extras: Default::default(),
        },
        unit: None,
        kind,
        direction: None,
        aggregate: "sum".into(),
        formula: None,
        from: Vec::new(),
        by: Vec::new(),
        drives: Vec::new(),
        drives_written: false,
        quality: None,
        alerts: Vec::new(),
        builtin: None,
        name_is_taken: false,
    }
}

/// The names in a formula.
fn operands(formula: &str) -> impl Iterator<Item = &str> {
    formula
        .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '%'))
        .filter(|word| word.starts_with(|c: char| c.is_alphabetic()))
}

#[test]
fn identifiers_are_unique_and_found() {
    let ids: BTreeSet<_> = metrics().iter().map(|metric| metric.id).collect();
    assert_eq!(ids.len(), metrics().len());
    assert!(metrics().iter().all(|known| metric(known.id) == Some(known)));
    let ids: BTreeSet<_> = channels().iter().map(|channel| channel.id).collect();
    assert_eq!(ids.len(), channels().len());
    assert!(channels().iter().all(|known| channel(known.id) == Some(known)));
    assert_eq!(metric("nothing"), None);
    assert_eq!(channel("nothing"), None);
}

#[test]
fn everything_has_a_title_in_both_languages() {
    for known in metrics() {
        assert!(!known.en.is_empty() && !known.vi.is_empty(), "{}", known.id);
        assert!(["sum", "last", "average"].contains(&known.aggregate), "{}", known.id);
    }
    for known in channels() {
        assert!(!known.en.is_empty() && !known.vi.is_empty(), "{}", known.id);
    }
}

#[test]
fn formulas_and_drives_name_metrics_of_the_catalogue() {
    for known in metrics() {
        for operand in known.formula.into_iter().flat_map(operands) {
            assert!(metric(operand).is_some(), "{}: {operand}", known.id);
        }
        for driven in known.drives {
            assert!(metric(driven).is_some() && *driven != known.id, "{}: {driven}", known.id);
        }
    }
    assert_eq!(operands("spend / impressions * 1_000").collect::<Vec<_>>(), ["spend", "impressions"]);
}

#[test]
fn formulas_of_the_catalogue_make_no_cycle() {
    // Each round solves the metrics whose operands are solved; a cycle would leave some over.
    let mut solved = BTreeSet::new();
    for _ in metrics() {
        solved.extend(
            metrics()
                .iter()
                .filter(|known| {
                    known.formula.is_none_or(|formula| operands(formula).all(|name| solved.contains(name)))
                })
                .map(|known| known.id)
                .collect::<Vec<_>>(),
        );
    }
    assert_eq!(solved.len(), metrics().len());
}

#[test]
fn a_derived_goal_type_takes_the_metric_that_gave_it() {
    for known in metrics() {
        if let Some(goal_type) = goal_type_of(known.id) {
            assert!(!known.kind.is_input(), "{}", known.id);
            assert!(in_family(goal_type, &builtin(known.id)), "{}", known.id);
        }
    }
    for input in ["clicks", "spend", "posts", "reach"] {
        assert_eq!(goal_type_of(input), None, "{input}");
    }
}

#[test]
fn families_follow_the_method() {
    use GoalType::{Awareness, Conversion, Cost, Experience, Leads, Profit, Retention, Revenue, Share};
    let table: &[(&str, &[GoalType])] = &[
        ("revenue", &[Revenue, Profit, Share, Cost, Leads, Conversion]),
        ("leads", &[Revenue, Profit, Share, Cost, Leads, Conversion]),
        ("cpl", &[Revenue, Profit, Share, Cost, Leads, Conversion]),
        ("cpc", &[]),
        ("posts", &[]),
        ("likes", &[]),
        ("impressions", &[]),
        ("followers", &[]),
        ("reach", &[Awareness]),
        ("engagement_rate", &[Awareness]),
        ("sov", &[Revenue, Profit, Share, Cost, Leads, Conversion, Awareness]),
        ("recall", &[Revenue, Profit, Share, Cost, Leads, Conversion, Awareness]),
        ("time_on_product", &[Experience]),
        ("dropoff", &[Experience]),
        ("csat", &[Revenue, Profit, Share, Cost, Leads, Conversion, Experience]),
        ("retention", &[Revenue, Profit, Share, Cost, Leads, Conversion, Retention]),
        ("ltv", &[Revenue, Profit, Share, Cost, Leads, Conversion, Retention]),
        ("upsell_revenue", &[Revenue, Profit, Share, Cost, Leads, Conversion, Retention]),
    ];
    for (id, types) in table {
        let metric = builtin(id);
        let found: Vec<_> =
            GoalType::ALL.into_iter().filter(|goal_type| in_family(*goal_type, &metric)).collect();
        assert_eq!(found, *types, "{id}");
    }
}

#[test]
fn a_companys_own_metric_belongs_where_it_is_an_outcome_or_unsaid() {
    for goal_type in GoalType::ALL {
        assert!(in_family(goal_type, &own(Some(MetricKind::Outcome))));
        assert!(in_family(goal_type, &own(Some(MetricKind::Business))));
        assert!(in_family(goal_type, &own(None)));
        assert!(!in_family(goal_type, &own(Some(MetricKind::Engagement))));
    }
}

#[test]
fn examples_belong_to_their_family() {
    for goal_type in GoalType::ALL {
        for id in family_examples(goal_type) {
            assert!(in_family(goal_type, &builtin(id)), "{goal_type:?}: {id}");
        }
    }
}
