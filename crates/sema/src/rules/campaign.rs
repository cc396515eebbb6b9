//! What is sold, and with what: campaigns, the launches behind them, and the scripts for them.

use jiff::civil::Date;
use roadmap_diag::Message;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Cx;
use crate::catalog;
use crate::model::{
    Activity, ChannelKind, Direction, GoalType, Id, Kpi, Launch, MetricKind, Phase, Script, ScriptTarget,
    StatusKind, Unit,
};

/// What sells what in the whole plan; only what counts in it.
#[derive(Debug, Default)]
pub(crate) struct Selling {
    /// The campaigns of each launch that are not over, in the order of the text.
    campaigns: FxHashMap<Id<Launch>, Vec<Id<Activity>>>,
    /// Launches that an activity comes `before`.
    pub(crate) prepared: FxHashSet<Id<Launch>>,
    /// Whether an activity comes `before` something that nobody knows: it may be any launch.
    pub(crate) prepares_unknown: bool,
    /// Activities with a script of their own or of a launch that they promote.
    pub(crate) scripted: FxHashSet<Id<Activity>>,
    /// Activities with a script for their phase.
    pub(crate) scripted_by_phase: FxHashSet<Id<Activity>>,
    /// Whether a script is for something that nobody knows, or for nothing: it may be for anything.
    pub(crate) script_for_unknown: bool,
    /// The scripts for each phase and what stands in it.
    scripts_of_phase: FxHashMap<Id<Phase>, Vec<Id<Script>>>,
    /// The phases that work of the top level touches.
    touched: FxHashMap<Id<Activity>, Vec<Id<Phase>>>,
}

impl Selling {
    /// The campaigns that sell `launch` and are not over.
    pub(crate) fn campaigns(&self, launch: Id<Launch>) -> &[Id<Activity>] {
        self.campaigns.get(&launch).map_or(&[], Vec::as_slice)
    }

    /// The scripts for `phase` or for something in it.
    pub(crate) fn scripts(&self, phase: Id<Phase>) -> &[Id<Script>] {
        self.scripts_of_phase.get(&phase).map_or(&[], Vec::as_slice)
    }

    fn of(cx: &Cx<'_>) -> Self {
        let mut selling = Self::default();
        selling.activities(cx);
        for (id, phase) in cx.model.phases.iter() {
            for activity in &phase.always_on {
                selling.touched.entry(*activity).or_default().push(id);
            }
        }
        selling.scripts_for(cx);
        selling
    }

    fn activities(&mut self, cx: &Cx<'_>) {
        for (id, activity) in cx.model.activities.iter().filter(|(_, activity)| activity.status.counts()) {
            for launch in &activity.before {
                match launch.target {
                    Some(launch) => drop(self.prepared.insert(launch)),
                    None => self.prepares_unknown = true,
                }
            }
            if !cx.is_open_campaign(id) {
                continue;
            }
            for launch in activity.promotes.iter().filter_map(|launch| launch.target) {
                self.campaigns.entry(launch).or_default().push(id);
            }
        }
    }

    fn scripts_for(&mut self, cx: &Cx<'_>) {
        let model = cx.model;
        let mut phases = FxHashSet::default();
        for (id, script) in model.scripts.iter().filter(|(_, script)| script.status.counts()) {
            self.script_for_unknown |= script.targets.is_empty();
            for target in &script.targets {
                let home = match target.target {
                    Some(ScriptTarget::Activity(activity)) => {
                        self.scripted.insert(activity);
                        model[activity].phase
                    }
                    Some(ScriptTarget::Launch(launch)) => {
                        self.scripted.extend(self.campaigns.get(&launch).into_iter().flatten());
                        model[launch].phase
                    }
                    Some(ScriptTarget::Phase(phase)) => {
                        phases.insert(phase);
                        Some(phase)
                    }
                    None => {
                        self.script_for_unknown = true;
                        None
                    }
                };
                if let Some(home) = home {
                    self.scripts_of_phase.entry(home).or_default().push(id);
                }
            }
        }
        for phase in phases {
            let phase = &model[phase];
            self.scripted_by_phase.extend(phase.activities.iter().chain(&phase.always_on));
        }
    }
}

impl<'a> Cx<'a> {
    /// What sells what.
    pub(crate) fn selling(&self) -> &Selling {
        self.made.selling.get_or_init(|| Selling::of(self))
    }

    /// Whether an activity is a campaign: of category ads or pr, on a paid channel, or one that `promotes` a launch.
    pub(crate) fn is_campaign(&self, id: Id<Activity>) -> bool {
        let activity = &self.model[id];
        let is_paid = |channel| self.model.channels.get(channel).kind == Some(ChannelKind::Paid);
        matches!(activity.category.as_deref(), Some("ads" | "pr"))
            || !activity.promotes.is_empty()
            || activity.channels.iter().filter_map(|share| share.channel.target).any(is_paid)
    }

    /// What a campaign is called in a sentence: one whose category is another is not to be told that it is one.
    pub(crate) fn campaign_noun(&self, id: Id<Activity>) -> Message {
        let activity = &self.model[id];
        let is_other = activity.category.as_deref().is_some_and(|category| !matches!(category, "ads" | "pr"));
        let is_paid_work = is_other && activity.promotes.is_empty();
        Message::new(if is_paid_work { "campaign-noun.paid" } else { "campaign-noun" })
    }

    /// Whether an activity is a campaign that is still to come or under way on the plan's today.
    pub(crate) fn is_open_campaign(&self, id: Id<Activity>) -> bool {
        self.is_campaign(id) && self.is_running(id)
    }

    /// Whether an activity is still to come or under way on the plan's today.
    pub(crate) fn is_running(&self, id: Id<Activity>) -> bool {
        let activity = &self.model[id];
        activity.status.counts()
            && !activity.status.is_closed()
            && activity.dates.end.is_none_or(|end| end >= self.model.today)
    }

    /// Whether a launch is still to come.
    pub(crate) fn is_ahead(&self, id: Id<Launch>) -> bool {
        let launch = &self.model[id];
        launch.status.counts()
            && launch.status.kind != StatusKind::Done
            && launch.date.is_none_or(|date| date > self.model.today)
    }

    /// Whether a launch still matters: it is to come, or a campaign that sells it is not over.
    pub(crate) fn is_in_sale(&self, id: Id<Launch>) -> bool {
        self.is_ahead(id) || !self.selling().campaigns(id).is_empty()
    }

    /// Whether a script is still used: something that it is for is not over, or nobody knows what it is for.
    pub(crate) fn is_in_use(&self, script: &Script) -> bool {
        script.targets.is_empty()
            || script.targets.iter().any(|target| match target.target {
                Some(ScriptTarget::Activity(id)) => self.is_running(id),
                Some(ScriptTarget::Launch(id)) => self.is_in_sale(id),
                Some(ScriptTarget::Phase(id)) => !self.is_phase_over(id),
                None => true,
            })
    }

    /// Whether a phase has ended before the plan's today.
    pub(crate) fn is_phase_over(&self, id: Id<Phase>) -> bool {
        self.model[id].range.is_some_and(|range| range.value.end < self.model.today)
    }

    /// Whether an activity comes `before` a launch: teaser or PR, whatever else it does.
    pub(crate) fn prepares(&self, id: Id<Activity>, launch: Id<Launch>) -> bool {
        self.model[id].before.iter().any(|before| before.target == Some(launch))
    }

    /// The day from which a campaign sells: its start. Where it starts before a launch that it does not prepare, the
    /// launch's day: that is `launch/product-not-ready`, and one cause.
    pub(crate) fn selling_start(&self, id: Id<Activity>) -> Option<Date> {
        let activity = &self.model[id];
        if self.is_in_cycle(super::Item::Activity(id)) {
            return None;
        }
        let launches = activity.promotes.iter().filter_map(|launch| launch.target);
        let days = launches
            .filter(|launch| !self.prepares(id, *launch))
            .filter_map(|launch| self.model[launch].date);
        activity.dates.start.map(|start| days.fold(start, Date::max))
    }

    /// The phases of an activity: its own, or those that work of the top level touches.
    pub(crate) fn phases_of(&self, id: Id<Activity>) -> Vec<Id<Phase>> {
        match self.model[id].phase {
            Some(phase) => vec![phase],
            None => self.selling().touched.get(&id).cloned().unwrap_or_default(),
        }
    }

    /// The launches that an activity promotes; none where one of them is unknown, and may be any.
    pub(crate) fn promoted(&self, id: Id<Activity>) -> Option<Vec<Id<Launch>>> {
        self.model[id].promotes.iter().map(|launch| launch.target).collect()
    }

    /// The launches that an activity promotes or prepares, each once; none where one of them is unknown, and may be any.
    pub(crate) fn launches_of(&self, id: Id<Activity>) -> Option<Vec<Id<Launch>>> {
        let activity = &self.model[id];
        let all = activity.promotes.iter().chain(&activity.before).map(|launch| launch.target);
        let mut launches = all.collect::<Option<Vec<_>>>()?;
        launches.sort_unstable();
        launches.dedup();
        Some(launches)
    }

    /// Whether a KPI counts leads: its metric is one of those that make a goal one of leads.
    pub(crate) fn is_lead_kpi(&self, kpi: Id<Kpi>) -> bool {
        self.builtin_of(kpi).and_then(catalog::goal_type_of) == Some(GoalType::Leads)
    }

    /// Whether a KPI counts revenue: by its metric, or as a business result of the company's own in money.
    pub(crate) fn is_revenue_kpi(&self, kpi: Id<Kpi>) -> bool {
        match self.builtin_of(kpi) {
            Some(id) => catalog::goal_type_of(id) == Some(GoalType::Revenue),
            None => self.metric_of(kpi).is_some_and(|metric| {
                metric.kind == Some(MetricKind::Business)
                    && metric.direction == Some(Direction::Up)
                    && matches!(metric.unit, Some(Unit::Money(_)))
            }),
        }
    }

    /// The id of a KPI's metric in the catalogue.
    pub(crate) fn builtin_of(&self, kpi: Id<Kpi>) -> Option<&'static str> {
        self.metric_of(kpi)?.builtin
    }

    /// The names of the metrics of those of `kpis` that `wanted` holds for, each once.
    pub(crate) fn metric_names(&self, kpis: &[Id<Kpi>], wanted: impl Fn(Id<Kpi>) -> bool) -> Vec<&'a str> {
        let mut names: Vec<&'a str> = Vec::new();
        for metric in kpis.iter().filter(|kpi| wanted(**kpi)).filter_map(|kpi| self.metric_of(*kpi)) {
            if !names.contains(&metric.head.id.as_str()) {
                names.push(&metric.head.id);
            }
        }
        names
    }
}
