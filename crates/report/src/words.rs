//! Words and signs of the model's enums.

use roadmap_api::{KpiState, Per, Rank, Severity, State};

/// How something stands, as a reader sees it: a message of the word, a sign and a colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Look {
    /// The message that names it.
    pub(crate) word: &'static str,
    /// The symbol in the page's sprite, without `s-`.
    pub(crate) sign: &'static str,
    /// The class that colours it; the same in every part of the page.
    pub(crate) class: &'static str,
}

/// The look of work.
pub(crate) fn state(state: State) -> Look {
    let (word, class) = match state {
        State::Idea => ("report-state-idea", "idea"),
        State::NotStarted => ("report-state-not-started", "wait"),
        State::InProgress => ("report-state-in-progress", "go"),
        State::AtRisk => ("report-state-at-risk", "risk"),
        State::Late => ("report-state-late", "late"),
        State::Blocked => ("report-state-blocked", "block"),
        State::Done => ("report-state-done", "done"),
        State::Cancelled => ("report-state-cancelled", "gone"),
    };
    Look { word, sign: class, class }
}

/// The look of a goal or KPI.
pub(crate) fn kpi_state(state: KpiState) -> Look {
    let (word, sign, class) = match state {
        KpiState::NoReading => ("report-kpi-state-no-reading", "wait", "wait"),
        KpiState::NotStarted => ("report-kpi-state-not-started", "wait", "wait"),
        KpiState::Beating => ("report-kpi-state-beating", "ok", "ok"),
        KpiState::OnPace => ("report-kpi-state-on-pace", "ok", "ok"),
        KpiState::AtRisk => ("report-kpi-state-at-risk", "risk", "risk"),
        KpiState::OffPace => ("report-kpi-state-off-pace", "late", "late"),
        KpiState::Reached => ("report-kpi-state-reached", "done", "ok"),
        KpiState::Missed => ("report-kpi-state-missed", "late", "late"),
    };
    Look { word, sign, class }
}

/// The look of a finding.
pub(crate) fn severity(severity: Severity) -> Look {
    let (word, sign, class) = match severity {
        Severity::Error => ("report-severity-error", "late", "late"),
        Severity::Warning => ("report-severity-warning", "risk", "risk"),
        Severity::Hint => ("report-severity-hint", "hint", "wait"),
    };
    Look { word, sign, class }
}

/// The message of a channel's rank.
pub(crate) fn rank(rank: Rank) -> &'static str {
    match rank {
        Rank::Primary => "report-rank-primary",
        Rank::Support => "report-rank-support",
    }
}

/// The message of a KPI's period.
pub(crate) fn per(per: Per) -> &'static str {
    match per {
        Per::Day => "report-per-day",
        Per::Week => "report-per-week",
        Per::Month => "report-per-month",
        Per::Quarter => "report-per-quarter",
    }
}
