//! Goals, KPIs, and how they and the work stand.

use jiff::civil::Date;
use roadmap_api as api;
use roadmap_sema::hir::Comparison;
use roadmap_sema::model::{Activity, Goal, GoalType, Id, Kpi, Milestone, Phase, StatusKind, WorkRef};
use roadmap_sema::track::KpiState;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Mapper, day, number, strings, text, unit};

impl Mapper<'_> {
    pub(super) fn goals(&self) -> Vec<api::Goal> {
        self.model.goals.iter().map(|(id, goal)| self.goal(id, goal)).collect()
    }

    fn goal(&self, id: Id<Goal>, goal: &Goal) -> api::Goal {
        let by = goal.kpis.iter().filter_map(|kpi| self.model[*kpi].end).max();
        api::Goal {
            id: goal.head.path.to_string(),
            title: goal.head.title.to_string(),
            phase: self.phase_id(goal.phase),
            goal_type: goal.goal_type.map(goal_type),
            owner: self.owner(&goal.owners),
            horizon: goal.horizon.as_ref().map(|horizon| match horizon.value.as_str() {
                "short" => api::Horizon::Short,
                _ => api::Horizon::Long,
            }),
            problem: text(&goal.problem),
            result: text(&goal.result),
            segments: self.uses(&goal.segments, |segment| self.model[segment].head.id.to_string()),
            products: self.uses(&goal.products, |product| self.model[product].head.id.to_string()),
            regions: strings(&goal.regions),
            supports: self.uses(&goal.supports, |goal| self.model[goal].head.path.to_string()),
            supported_by: self.supporters(id),
            milestones: goal.milestones.iter().map(|id| self.work(WorkRef::Milestone(*id))).collect(),
            insights: strings(&goal.insights),
            approvals: self.approvals(&goal.approvals),
            kpis: self.kpis(&goal.kpis),
            by: by.map(day),
            state: self.goal_state(id),
            extra: self.extra_of(&goal.head),
        }
    }

    fn supporters(&self, id: Id<Goal>) -> Vec<String> {
        let goals = self.links.goals(id).iter().map(|goal| self.model[*goal].head.path.to_string());
        let activities = self.links.serving(id).iter();
        goals.chain(activities.map(|activity| self.model[*activity].head.path.to_string())).collect()
    }

    fn goal_state(&self, id: Id<Goal>) -> api::KpiState {
        let state = self.source.tracking.goal(id).map_or(api::KpiState::NoReading, kpi_state);
        // A goal all of whose KPIs do better than planned does better than planned.
        let beating = |kpi: &Id<Kpi>| self.kpi_state(*kpi) == api::KpiState::Beating;
        let kpis = &self.model[id].kpis;
        if state == api::KpiState::OnPace && !kpis.is_empty() && kpis.iter().all(beating) {
            return api::KpiState::Beating;
        }
        state
    }

    pub(super) fn kpis(&self, ids: &[Id<Kpi>]) -> Vec<api::Kpi> {
        ids.iter().map(|id| self.kpi(*id)).collect()
    }

    fn kpi(&self, id: Id<Kpi>) -> api::Kpi {
        let kpi = &self.model[id];
        let metric = kpi.metric.target.map(|metric| &self.model[metric]);
        let track = self.source.tracking.kpi(id);
        let reading = track.and_then(|track| track.current).map(|(value, on)| api::Reading {
            // A quotient may have no end; what was read has few digits.
            value: number(round(value, 6)),
            day: day(on),
            from: None,
            source: None,
        });
        let target = kpi.target;
        let band = target.filter(|target| target.upper.is_some());
        let difference = track.and_then(|track| track.difference);
        let expected = track.and_then(|track| track.expected);
        let percent = difference.zip(expected.filter(|expected| !expected.is_zero())).and_then(
            |(difference, expected)| {
                difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(expected.abs())
            },
        );
        api::Kpi {
            metric: self.named(&kpi.metric, |id| self.metric_id(*id)),
            title: metric.map_or_else(
                || self.source.places.text(kpi.metric.span).to_owned(),
                |metric| metric.head.title.to_string(),
            ),
            text: kpi.target_span.map_or_else(String::new, |span| self.source.places.text(span).to_owned()),
            kind: metric
                .and_then(|metric| metric.kind)
                .map_or(api::MetricKind::Outcome, super::measure::metric_kind),
            unit: unit(kpi.unit),
            direction: kpi.direction.map_or(api::Direction::Up, super::measure::direction),
            comparison: match (band, target.map(|target| target.comparison)) {
                (Some(_), _) => api::Comparison::Within,
                (None, Some(Comparison::AtMost | Comparison::Less)) => api::Comparison::AtMost,
                _ => api::Comparison::AtLeast,
            },
            baseline: target.and_then(|target| target.baseline).map(number),
            target: target.map(|target| number(target.upper.unwrap_or(target.value))),
            target_low: band.map(|target| number(target.value)),
            relative: target.and_then(|target| target.relative).map(number),
            per: kpi.per.as_deref().map(|word| match word {
                "day" => api::Per::Day,
                "week" => api::Per::Week,
                "quarter" => api::Per::Quarter,
                _ => api::Per::Month,
            }),
            start: kpi.start.map(day),
            by: kpi.end.map(day),
            curve: match kpi.curve.as_str() {
                "s_curve" => api::Curve::SCurve,
                "front" => api::Curve::Front,
                "back" => api::Curve::Back,
                "steps" => api::Curve::Steps,
                _ => api::Curve::Linear,
            },
            at: kpi
                .at
                .iter()
                .map(|(on, value)| api::Waypoint { day: day(*on), value: number(*value) })
                .collect(),
            alerts: kpi.alerts.iter().filter_map(|alert| self.alert(&self.model[*alert])).collect(),
            drives: self.uses(&kpi.drives, |metric| self.metric_id(metric)),
            lead: kpi
                .leading
                .map(|leading| if leading { api::KpiLead::Leading } else { api::KpiLead::Lagging }),
            weight: kpi.weight.map(number),
            owner: self.owner(&kpi.owners),
            readings: reading
                .iter()
                .map(|at| api::Point { day: at.day.clone(), value: at.value.clone() })
                .collect(),
            reading,
            expected: expected.map(|value| number(round(value, 2))),
            difference: difference.map(|value| number(round(value, 2))),
            difference_percent: percent.map(|value| number(round(value, 1))),
            from: track.and_then(|track| track.from).map(number),
            progress: track.and_then(|track| track.progress).map(|value| number(round(value, 1))),
            forecast: None,
            state: self.kpi_state(id),
            source: self.place(Some(kpi.place)),
        }
    }

    /// As it is followed; on pace and better than planned by a twentieth is beating the plan.
    fn kpi_state(&self, id: Id<Kpi>) -> api::KpiState {
        let Some(track) = self.source.tracking.kpi(id) else { return api::KpiState::NoReading };
        let better = |difference: Decimal, expected: Decimal| {
            let down = self.model[id]
                .target
                .is_some_and(|target| matches!(target.comparison, Comparison::AtMost | Comparison::Less));
            let gain = if down { -difference } else { difference };
            gain.checked_mul(Decimal::from(20)).is_some_and(|gain| gain > expected.abs())
        };
        match (track.state, track.difference, track.expected) {
            (KpiState::OnPace, Some(difference), Some(expected)) if better(difference, expected) => {
                api::KpiState::Beating
            }
            (state, ..) => kpi_state(state),
        }
    }

    pub(super) fn milestone_state(&self, milestone: &Milestone, date: Date) -> api::State {
        let states: Vec<api::KpiState> = milestone.kpis.iter().map(|kpi| self.kpi_state(*kpi)).collect();
        let over = date < self.model.today;
        if states.is_empty() {
            return if over { api::State::Done } else { api::State::NotStarted };
        }
        if states.iter().all(|state| *state == api::KpiState::Reached) {
            return api::State::Done;
        }
        if over {
            return api::State::Late;
        }
        let weak = [api::KpiState::AtRisk, api::KpiState::OffPace, api::KpiState::Missed];
        if states.iter().any(|state| weak.contains(state)) {
            api::State::AtRisk
        } else {
            api::State::NotStarted
        }
    }

    pub(super) fn activity_schedule(&self, id: Id<Activity>, activity: &Activity) -> api::Schedule {
        let dates = activity.dates;
        let deadline = activity.deadline.map(|deadline| deadline.value);
        let past = self.source.tracking.activity(id).and_then(|track| track.days_late).map(i64::from);
        // Computed to end after its deadline: late before the deadline has come.
        let open = activity.status.counts() && !activity.status.is_closed();
        let overrun = dates.end.zip(deadline).map(|(end, deadline)| i64::from((end - deadline).get_days()));
        let overrun = overrun.filter(|days| open && *days > 0);
        let days_late = past.max(overrun);
        api::Schedule {
            start: dates.start.map(day),
            end: dates.end.or(deadline).map(day),
            deadline: deadline.map(day),
            start_computed: dates.computed_start,
            end_computed: dates.computed_end,
            progress: number(activity.progress),
            state: self.activity_state(activity, days_late),
            days_late,
            ..api::Schedule::default()
        }
    }

    fn activity_state(&self, activity: &Activity, days_late: Option<i64>) -> api::State {
        let weak = |kpi: &Id<Kpi>| {
            matches!(
                self.kpi_state(*kpi),
                api::KpiState::AtRisk | api::KpiState::OffPace | api::KpiState::Missed
            )
        };
        let begun = activity.dates.start.is_some_and(|start| start <= self.model.today);
        match activity.status.kind {
            StatusKind::Idea => api::State::Idea,
            StatusKind::Cancelled => api::State::Cancelled,
            StatusKind::Done => api::State::Done,
            StatusKind::Blocked => api::State::Blocked,
            _ if days_late.is_some() => api::State::Late,
            StatusKind::InProgress if activity.kpis.iter().any(weak) => api::State::AtRisk,
            StatusKind::InProgress => api::State::InProgress,
            // A rhythm runs by itself once it has begun.
            StatusKind::Planned if begun && activity.every.is_some() => api::State::InProgress,
            StatusKind::Planned => api::State::NotStarted,
        }
    }

    /// The states of the work in a phase: activities, launches and scripts.
    pub(super) fn work_of_phase(&self, id: Id<Phase>) -> Vec<api::State> {
        let phase = &self.model[id];
        let activities =
            phase.activities.iter().map(|id| self.activity_schedule(*id, &self.model[*id]).state);
        let launches = phase.launches.iter().map(|id| self.launch_state(*id));
        let scripts = phase.scripts.iter().map(|id| self.script_state(*id));
        activities.chain(launches).chain(scripts).collect()
    }

    /// The weakest of what stands in it.
    pub(super) fn phase_state(&self, id: Id<Phase>, progress: &api::Progress) -> api::State {
        let phase = &self.model[id];
        let goals: Vec<api::KpiState> = phase.goals.iter().map(|goal| self.goal_state(*goal)).collect();
        let any = |wanted: &[api::KpiState]| goals.iter().any(|state| wanted.contains(state));
        let today = self.model.today;
        let (begun, over) =
            phase.range.map_or((false, false), |range| (range.value.start <= today, range.value.end < today));
        if progress.late > 0 || any(&[api::KpiState::OffPace, api::KpiState::Missed]) {
            api::State::Late
        } else if progress.blocked > 0 {
            api::State::Blocked
        } else if progress.at_risk > 0 || any(&[api::KpiState::AtRisk]) {
            api::State::AtRisk
        } else if (progress.total > 0 && progress.done == progress.total)
            || (over && progress.not_started == 0)
        {
            api::State::Done
        } else if begun || progress.in_progress > 0 || progress.done > 0 {
            api::State::InProgress
        } else {
            api::State::NotStarted
        }
    }
}

pub(super) fn round(value: Decimal, digits: u32) -> Decimal {
    value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
}

fn kpi_state(state: KpiState) -> api::KpiState {
    match state {
        KpiState::NotStarted => api::KpiState::NotStarted,
        KpiState::NoData => api::KpiState::NoReading,
        KpiState::OnPace => api::KpiState::OnPace,
        KpiState::AtRisk => api::KpiState::AtRisk,
        KpiState::OffPace => api::KpiState::OffPace,
        KpiState::Reached => api::KpiState::Reached,
        KpiState::Missed => api::KpiState::Missed,
    }
}

fn goal_type(goal_type: GoalType) -> api::GoalType {
    match goal_type {
        GoalType::Revenue => api::GoalType::Revenue,
        GoalType::Profit => api::GoalType::Profit,
        GoalType::Share => api::GoalType::Share,
        GoalType::Cost => api::GoalType::Cost,
        GoalType::Leads => api::GoalType::Leads,
        GoalType::Conversion => api::GoalType::Conversion,
        GoalType::Awareness => api::GoalType::Awareness,
        GoalType::Experience => api::GoalType::Experience,
        GoalType::Retention => api::GoalType::Retention,
    }
}

/// Counts of work by state.
pub(crate) fn progress(states: impl Iterator<Item = api::State>) -> api::Progress {
    let mut progress = api::Progress::default();
    for state in states {
        match state {
            api::State::Idea => progress.ideas += 1,
            api::State::Cancelled => progress.cancelled += 1,
            api::State::Done => progress.done += 1,
            api::State::Late => progress.late += 1,
            api::State::Blocked => progress.blocked += 1,
            api::State::AtRisk => {
                progress.at_risk += 1;
                progress.in_progress += 1;
            }
            api::State::InProgress => progress.in_progress += 1,
            api::State::NotStarted => progress.not_started += 1,
        }
        if !matches!(state, api::State::Idea | api::State::Cancelled) {
            progress.total += 1;
        }
    }
    progress.percent = (progress.done * 100).checked_div(progress.total).map(api::Number::new);
    progress
}
