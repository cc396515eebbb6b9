//! Which metrics show what kind of goal.

use crate::model::{GoalType, Metric};

/// The type of a goal that writes none, from the metric of its first KPI. Metrics that say nothing about the goal, inputs
/// above all, give none.
#[must_use]
pub fn goal_type_of(metric_id: &str) -> Option<GoalType> {
    Some(match metric_id {
        "leads" | "mql" | "sql" | "lead_to_mql" | "mql_to_sql" | "appointments" | "lead_to_appt" => {
            GoalType::Leads
        }
        "conversion_rate" | "close_rate" | "orders" | "customers" | "trials" | "activation"
        | "conversions" => GoalType::Conversion,
        "cpl" | "cpql" | "cpa" | "cac" | "cost_ratio" | "payback" => GoalType::Cost,
        "revenue" | "revenue_growth" | "aov" | "upsell_revenue" => GoalType::Revenue,
        "gross_profit" | "net_profit" | "margin" | "roas" | "roi" | "romi" | "ltv" | "ltv_cac" => {
            GoalType::Profit
        }
        "market_share" => GoalType::Share,
        "retention" | "repeat_rate" | "churn" => GoalType::Retention,
        "nps" | "csat" | "task_completion" => GoalType::Experience,
        "branded_reach" | "branded_search" | "recall" | "sov" => GoalType::Awareness,
        _ => return None,
    })
}

/// Whether `metric` belongs to what shows a goal of `goal_type`.
///
/// Goals of business results take every outcome. For the three others the method names the metrics; of the company's own
/// metrics it is believed that an outcome is the right one. A metric whose kind nobody says is not blamed.
#[must_use]
pub fn in_family(goal_type: GoalType, metric: &Metric) -> bool {
    let is_outcome = metric.kind.is_none_or(|kind| !kind.is_input());
    match (family(goal_type), metric.builtin) {
        (Some(named), Some(id)) => named.contains(&id),
        _ => is_outcome,
    }
}

/// The metrics to suggest for a goal of `goal_type`, the commonest first.
#[must_use]
pub fn family_examples(goal_type: GoalType) -> &'static [&'static str] {
    match goal_type {
        GoalType::Revenue => &["revenue", "orders", "aov"],
        GoalType::Profit => &["net_profit", "margin", "roas"],
        GoalType::Share => &["market_share", "customers", "revenue"],
        GoalType::Cost => &["cpl", "cac", "cost_ratio"],
        GoalType::Leads => &["leads", "mql", "cpl"],
        GoalType::Conversion => &["conversion_rate", "orders", "customers"],
        GoalType::Awareness => &["branded_search", "recall", "sov"],
        GoalType::Experience => &["csat", "nps", "task_completion"],
        GoalType::Retention => &["retention", "repeat_rate", "churn"],
    }
}

/// The metrics that the method names for a goal of `goal_type`; none where every outcome fits.
#[must_use]
pub fn family(goal_type: GoalType) -> Option<&'static [&'static str]> {
    match goal_type {
        GoalType::Awareness => Some(&[
            "reach",
            "engagement",
            "engagement_rate",
            "branded_reach",
            "branded_search",
            "recall",
            "sov",
        ]),
        GoalType::Experience => {
            Some(&["task_completion", "csat", "nps", "bounce", "dropoff", "time_on_product"])
        }
        GoalType::Retention => Some(&["retention", "repeat_rate", "ltv", "churn", "upsell_revenue"]),
        GoalType::Revenue
        | GoalType::Profit
        | GoalType::Share
        | GoalType::Cost
        | GoalType::Leads
        | GoalType::Conversion => None,
    }
}
