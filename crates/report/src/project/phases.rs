//! Phases.

use roadmap_api as api;
use roadmap_sema::model::{Id, Month, Phase, PhaseChannel, Rank};

use super::goals::progress;
use super::{Mapper, cadence, message, range, text};

impl Mapper<'_> {
    /// By their first day; phases without one, which has been reported, are left out.
    pub(super) fn phases(&self) -> Vec<api::Phase> {
        let mut phases: Vec<(Id<Phase>, &Phase)> =
            self.model.phases.iter().filter(|(_, phase)| phase.range.is_some()).collect();
        phases.sort_by_key(|(id, phase)| (phase.range.map(|range| range.value.start), *id));
        phases.into_iter().filter_map(|(id, phase)| self.phase(id, phase)).collect()
    }

    fn phase(&self, id: Id<Phase>, phase: &Phase) -> Option<api::Phase> {
        let progress = progress(self.work_of_phase(id).into_iter());
        let intent = phase.intent.as_deref().map(|word| match word {
            "demand" => api::Intent::Demand,
            "conversion" => api::Intent::Conversion,
            "retention" => api::Intent::Retention,
            _ => api::Intent::Brand,
        });
        let milestones = self.links.milestones(id).iter().map(|id| self.model[*id].head.path.to_string());
        Some(api::Phase {
            id: phase.head.id.to_string(),
            title: phase.head.title.to_string(),
            period: range(phase.range?.value),
            owner: self.owner(&phase.owners),
            stage: text(&phase.stage),
            intent,
            focus: phase.focus.as_ref().map(|focus| focus.value.to_string()),
            result: text(&phase.result),
            messages: phase.message.iter().filter_map(message).collect(),
            channels: phase.channels.iter().map(|channel| self.phase_channel(id, channel)).collect(),
            kpis: self.kpis(&phase.kpis),
            budgets: self.budgets(&phase.budget),
            figures: self.phase_figures(id),
            supports: self.uses(&phase.supports, |goal| self.model[goal].head.path.to_string()),
            goals: phase.goals.iter().map(|goal| self.model[*goal].head.path.to_string()).collect(),
            milestones: milestones.collect(),
            months: phase.months.iter().filter_map(|month| self.month(month)).collect(),
            checkpoint: cadence(&phase.checkpoint),
            overlap: phase.overlap_ok,
            state: self.phase_state(id, &progress),
            progress,
            extra: self.extra_of(&phase.head),
        })
    }

    fn phase_channel(&self, phase: Id<Phase>, channel: &PhaseChannel) -> api::PhaseChannel {
        api::PhaseChannel {
            channel: self.named(&channel.channel, |id| self.model[*id].head.id.to_string()),
            rank: if channel.rank == Rank::Support { api::Rank::Support } else { api::Rank::Primary },
            budgets: self.budgets(&channel.budget),
            figures: channel.channel.target.map(|id| self.cell_figures(id, phase)).unwrap_or_default(),
        }
    }

    fn month(&self, month: &Month) -> Option<api::MonthPlan> {
        Some(api::MonthPlan {
            period: range(month.range?),
            focus: text(&month.focus),
            kpis: self.kpis(&month.kpis),
            extra: self.extra(Some(month.place), &month.extras),
        })
    }
}
