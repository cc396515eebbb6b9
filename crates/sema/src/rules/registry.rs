//! The list of all rules.

use super::{Rule, budget, channel, data, goal, kpi, launch, people, plan, review, sales, text, time, track};

/// Every rule, in the order of the catalogue: what speaks first stands first.
const RULES: &[&Rule] = &[
    &plan::incomplete::RULE,
    &plan::not_yet::RULE,
    &plan::phase_range::RULE,
    &plan::focus_missing::RULE,
    &plan::goal_count::RULE,
    &plan::phase_kpi_missing::RULE,
    &plan::phase_empty::RULE,
    &plan::category_unset::RULE,
    &plan::all_at_once::RULE,
    &people::owner_missing::RULE,
    &people::owner_unknown::RULE,
    &people::owner_not_single::RULE,
    &people::owner_is_team::RULE,
    &people::role_mismatch::RULE,
    &people::owner_overloaded::RULE,
    &time::deadline_missing::RULE,
    &time::deadline_outside_phase::RULE,
    &time::overdue::RULE,
    &time::checkpoint_missing::RULE,
    &time::nonworking_deadline::RULE,
    &kpi::missing::RULE,
    &kpi::unmeasurable::RULE,
    &kpi::baseline_missing::RULE,
    &goal::date_missing::RULE,
    &goal::horizon_mismatch::RULE,
    &kpi::vanity_only::RULE,
    &kpi::input_before_output::RULE,
    &kpi::input_unlinked::RULE,
    &kpi::orphan::RULE,
    &goal::link_missing::RULE,
    &kpi::goal_mismatch::RULE,
    &kpi::too_many::RULE,
    &kpi::volume_as_kpi::RULE,
    &kpi::target_wrong_way::RULE,
    &kpi::ratio_undefined::RULE,
    &kpi::unit_mismatch::RULE,
    &goal::coverage_gap::RULE,
    &kpi::budget_clash::RULE,
    &goal::segment_missing::RULE,
    &text::vague_title::RULE,
    &kpi::churn::RULE,
    &goal::awareness_unqualified::RULE,
    &channel::missing::RULE,
    &channel::too_many::RULE,
    &channel::activity_off_channel::RULE,
    &channel::primary_unused::RULE,
    &channel::support_outspends::RULE,
    &budget::missing::RULE,
    &budget::overrun::RULE,
    &budget::untagged::RULE,
    &budget::paid_dependency::RULE,
    &budget::spend_no_outcome::RULE,
    &channel::thin_spread::RULE,
    &budget::cost_ratio::RULE,
    &time::dependency_cycle::RULE,
    &time::starts_too_early::RULE,
    &time::deadline_unreachable::RULE,
    &launch::product_not_ready::RULE,
    &launch::no_precomms::RULE,
    &launch::value_missing::RULE,
    &launch::assets_missing::RULE,
    &launch::touchpoint_missing::RULE,
    &track::status_stale::RULE,
    &sales::script_missing::RULE,
    &sales::script_late::RULE,
    &sales::objections_missing::RULE,
    &sales::usp_conflict::RULE,
    &sales::lead_loop_missing::RULE,
    &sales::kpi_missing::RULE,
    &launch::ops_unprepared::RULE,
    &launch::message_missing::RULE,
    &review::cadence_missing::RULE,
    &review::overdue::RULE,
    &review::no_decision::RULE,
    &review::roadmap_stale::RULE,
    &data::actual_missing::RULE,
    &data::source_missing::RULE,
    &data::single_source::RULE,
    &track::off_pace::RULE,
    &track::divergence::RULE,
    &track::anomaly::RULE,
    &track::alert_missing::RULE,
    &data::metric_redefined::RULE,
    &data::no_breakdown::RULE,
    &text::date_ambiguous::RULE,
    &text::number_ambiguous::RULE,
    &text::not_nfc::RULE,
    &text::hidden_character::RULE,
    &text::holiday_clash::RULE,
];

/// Every rule of the method.
#[must_use]
pub fn all() -> &'static [&'static Rule] {
    RULES
}

/// The rule `code`.
#[must_use]
pub fn find(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code == code)
}

/// The id of a rule's help: its message's `.help`.
pub(super) fn help_id(rule: &Rule) -> Option<&'static str> {
    use std::collections::BTreeMap;
    use std::sync::OnceLock;
    // Message ids are static; the attribute's whole name is made once for each rule.
    static IDS: OnceLock<BTreeMap<&'static str, &'static str>> = OnceLock::new();
    let ids = IDS.get_or_init(|| {
        RULES
            .iter()
            .map(|rule| (rule.code, &*Box::leak(format!("{}.help", rule.message).into_boxed_str())))
            .collect()
    });
    ids.get(rule.code).copied()
}
