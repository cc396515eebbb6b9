//! Activities, launches, scripts and milestones.

use jiff::civil::Date;
use roadmap_api as api;
use roadmap_schema::WEEKDAYS;
use roadmap_sema::hir::Every;
use roadmap_sema::model::{
    Activity, Id, Launch, Milestone, Phase, Predecessor, Script, ScriptTarget, Slack, Status, StatusKind,
    Task, Touchpoint, WorkRef,
};
use rust_decimal::Decimal;

use super::{Mapper, cadence, day, duration, lag, message, number, text};

/// Days ahead that “next” looks.
pub(super) const AHEAD: i64 = 14;

impl Mapper<'_> {
    pub(super) fn activities(&self) -> Vec<api::Activity> {
        let followers = self.followers();
        self.model.activities.iter().map(|(id, activity)| self.activity(id, activity, &followers)).collect()
    }

    fn activity(&self, id: Id<Activity>, activity: &Activity, followers: &Followers) -> api::Activity {
        let phase = activity.phase.map(|phase| &self.model[phase]);
        let checkpoint = activity
            .checkpoint
            .as_ref()
            .or(phase.and_then(|phase| phase.checkpoint.as_ref()))
            .or(self.model.plan.checkpoint.as_ref());
        let launches = |uses| self.uses(uses, |launch: Id<Launch>| self.model[launch].head.path.to_string());
        let channel = |share: &roadmap_sema::model::ChannelShare| api::ChannelShare {
            channel: self.named(&share.channel, |id| self.model[*id].head.id.to_string()),
            share: share.share.map(number),
        };
        api::Activity {
            id: activity.head.path.to_string(),
            title: activity.head.title.to_string(),
            phases: self.phases_of(id, activity),
            always_on: activity.phase.is_none(),
            category: activity.category.as_deref().map(category),
            kind: text(&activity.kind),
            priority: match activity.priority.as_str() {
                "high" => api::Priority::High,
                "low" => api::Priority::Low,
                _ => api::Priority::Normal,
            },
            owner: self.owner(&activity.owners),
            support: self.everybody(&activity.support),
            informed: self.everybody(&activity.informed),
            teams: self.uses(&activity.teams, |team| self.model[team].head.id.to_string()),
            kpis: self.kpis(&activity.kpis),
            schedule: with_slack(self.activity_schedule(id, activity), activity.slack),
            duration: activity.duration.map(|written| duration(written.value)),
            after: self.dependencies(&activity.after, activity.dates.start),
            before: launches(&activity.before),
            blocks: followers.of(WorkRef::Activity(id)),
            channels: activity.channels.iter().map(channel).collect(),
            budgets: self.budgets(&activity.budget),
            budget: activity.budget.total().map(|total| self.quantity(total)),
            spent: activity.spent.map(|spent| self.quantity(spent.value)),
            status: status(&activity.status),
            supports: activity.goals.iter().map(|goal| self.model[*goal].head.path.to_string()).collect(),
            promotes: launches(&activity.promotes),
            message: activity.message.as_ref().and_then(message),
            usp: activity.usps.iter().find_map(message),
            segments: self.uses(&activity.segments, |segment| self.model[segment].head.id.to_string()),
            checkpoint: cadence(&checkpoint),
            tasks: activity.tasks.iter().map(|task| self.task(task, activity)).collect(),
            touchpoints: activity.touchpoints.iter().map(|point| self.touchpoint(point)).collect(),
            every: activity.every.iter().map(every).collect(),
            next_days: self.next_days(activity),
            extra: self.extra_of(&activity.head),
        }
    }

    /// The phase it stands in; for always-on work each one that its dates touch.
    fn phases_of(&self, id: Id<Activity>, activity: &Activity) -> Vec<String> {
        if let Some(phase) = activity.phase {
            return vec![self.model[phase].head.id.to_string()];
        }
        self.links.touched(id).iter().map(|phase| self.model[*phase].head.id.to_string()).collect()
    }

    fn task(&self, task: &Task, activity: &Activity) -> api::Task {
        let deadline = task.deadline.or(activity.deadline).map(|deadline| deadline.value);
        api::Task {
            title: task.title.to_string(),
            owner: self.owner(&task.owners).or_else(|| self.owner(&activity.owners)),
            deadline: deadline.map(day),
            channel: task
                .channel
                .as_ref()
                .map(|channel| self.named(channel, |id| self.model[*id].head.id.to_string())),
            kind: text(&task.kind),
            done: task.done,
            done_on: task.done_on.map(day),
            days_late: deadline
                .filter(|_| !task.done && !activity.status.is_closed())
                .and_then(|day| self.days_past(day)),
            extra: self.extra(Some(task.place), &task.extras),
        }
    }

    fn touchpoint(&self, point: &Touchpoint) -> api::Touchpoint {
        api::Touchpoint { kind: point.kind.to_string(), text: None, source: self.place(Some(point.place)) }
    }

    /// Calendar days from `day` to today, where it lies in the past.
    pub(super) fn days_past(&self, day: Date) -> Option<i64> {
        let days = i64::from((self.model.today - day).get_days());
        (days > 0).then_some(days)
    }

    fn dependencies(&self, after: &[Predecessor], start: Option<Date>) -> Vec<api::Dependency> {
        let dependency = |before: &Predecessor| {
            let end = before.work.target.and_then(|work| self.model.end_of(work));
            // The one whose end is the latest holds the start back.
            let driving = end.is_some()
                && start.is_some()
                && after
                    .iter()
                    .all(|other| other.work.target.and_then(|work| self.model.end_of(work)) <= end);
            api::Dependency {
                on: self.named(&before.work, |work| self.work(*work)),
                lag: before.lag.map(lag),
                driving,
            }
        };
        after.iter().map(dependency).collect()
    }

    /// The days of a rhythm from today on, at most two weeks ahead and inside the activity's own days.
    fn next_days(&self, activity: &Activity) -> Vec<api::Day> {
        let Some(rhythm) =
            activity.every.filter(|_| activity.status.counts() && !activity.status.is_closed())
        else {
            return Vec::new();
        };
        let first = activity.dates.start.unwrap_or(self.model.today);
        let mut days = Vec::new();
        let mut date = self.model.today;
        for _ in 0..=AHEAD {
            let inside = first <= date && activity.dates.end.is_none_or(|end| date <= end);
            if inside && falls_on(rhythm, first, date) {
                days.push(day(date));
            }
            let Ok(next) = date.tomorrow() else { break };
            date = next;
        }
        days
    }

    pub(super) fn launches(&self) -> Vec<api::Launch> {
        let followers = self.followers();
        self.model.launches.iter().map(|(id, launch)| self.launch(id, launch, &followers)).collect()
    }

    fn launch(&self, id: Id<Launch>, launch: &Launch, followers: &Followers) -> api::Launch {
        let activities = |ids: &[Id<Activity>]| -> Vec<String> {
            ids.iter().map(|id| self.model[*id].head.path.to_string()).collect()
        };
        let deadline = launch.deadline.map(|deadline| deadline.value);
        api::Launch {
            id: launch.head.path.to_string(),
            title: launch.head.title.to_string(),
            phases: self.phase_id(launch.phase).into_iter().collect(),
            kind: launch.kind.as_deref().map(|word| match word {
                "version" => api::LaunchKind::Version,
                "product" => api::LaunchKind::Product,
                _ => api::LaunchKind::Feature,
            }),
            owner: self.owner(&launch.owners),
            schedule: with_slack(self.schedule_of_day(&launch.status, deadline), launch.slack),
            usp: launch.usps.iter().find_map(message),
            problem: text(&launch.problem),
            value: text(&launch.value),
            angle: launch.angle.as_deref().map(|word| match word {
                "experience" => api::Angle::Experience,
                "saving" => api::Angle::Saving,
                _ => api::Angle::Feature,
            }),
            materials: launch.materials.iter().map(|material| self.material(material, launch)).collect(),
            touchpoints: launch.touchpoints.iter().map(|point| self.touchpoint(point)).collect(),
            after: self.dependencies(&launch.after, launch.date),
            blocks: followers.of(WorkRef::Launch(id)),
            prepared_by: activities(self.links.preparing(id)),
            promoted_by: activities(self.links.promoting(id)),
            status: status(&launch.status),
            kpis: self.kpis(&launch.kpis),
            extra: self.extra_of(&launch.head),
        }
    }

    fn material(&self, material: &roadmap_sema::model::Material, launch: &Launch) -> api::Material {
        let deadline = material.deadline.or(launch.deadline).map(|deadline| deadline.value);
        api::Material {
            kind: material.kind.to_string(),
            owner: self.owner(&material.owners).or_else(|| self.owner(&launch.owners)),
            deadline: deadline.map(day),
            done: material.done,
            done_on: material.done_on.map(day),
            days_late: deadline
                .filter(|_| !material.done && !launch.status.is_closed())
                .and_then(|day| self.days_past(day)),
            extra: self.extra(Some(material.place), &material.extras),
        }
    }

    pub(super) fn scripts(&self) -> Vec<api::Script> {
        self.model.scripts.rows().iter().map(|script| self.script(script)).collect()
    }

    fn script(&self, script: &Script) -> api::Script {
        let target = |target: &ScriptTarget| match target {
            ScriptTarget::Activity(id) => self.model[*id].head.path.to_string(),
            ScriptTarget::Launch(id) => self.model[*id].head.path.to_string(),
            ScriptTarget::Phase(id) => self.model[*id].head.path.to_string(),
        };
        let objection = |objection: &roadmap_sema::model::Objection| api::Objection {
            kind: objection.kind.to_string(),
            text: text(&objection.words),
            answer: super::joined(&objection.answers),
            source: self.place(Some(objection.place)),
        };
        api::Script {
            id: script.head.path.to_string(),
            title: script.head.title.to_string(),
            phases: self.phases_of_script(script),
            subjects: script.targets.iter().map(|what| self.named(what, target)).collect(),
            owner: self.owner(&script.owners),
            schedule: with_slack(
                self.schedule_of_day(&script.status, script.deadline.map(|deadline| deadline.value)),
                script.slack,
            ),
            stage: text(&script.stage),
            usp: script.usps.iter().find_map(message),
            aim: text(&script.aim),
            cta: text(&script.cta),
            objections: script.objections.iter().map(objection).collect(),
            kpis: self.kpis(&script.kpis),
            status: status(&script.status),
            extra: self.extra_of(&script.head),
        }
    }

    /// The phase it stands in; at the top level the phases of what it is for.
    fn phases_of_script(&self, script: &Script) -> Vec<String> {
        if let Some(phase) = script.phase {
            return vec![self.model[phase].head.id.to_string()];
        }
        let mut phases: Vec<Id<Phase>> = Vec::new();
        for target in script.targets.iter().filter_map(|target| target.target) {
            let phase = match target {
                ScriptTarget::Activity(id) => self.model[id].phase,
                ScriptTarget::Launch(id) => self.model[id].phase,
                ScriptTarget::Phase(id) => Some(id),
            };
            phases.extend(phase.filter(|phase| !phases.contains(phase)));
        }
        phases.into_iter().map(|phase| self.model[phase].head.id.to_string()).collect()
    }

    pub(super) fn milestones(&self) -> Vec<api::Milestone> {
        self.model.milestones.rows().iter().filter_map(|milestone| self.milestone(milestone)).collect()
    }

    fn milestone(&self, milestone: &Milestone) -> Option<api::Milestone> {
        let date = milestone.date?.value;
        Some(api::Milestone {
            id: milestone.head.path.to_string(),
            title: milestone.head.title.to_string(),
            date: day(date),
            phases: self.phase_id(milestone.phase).into_iter().collect(),
            goal: milestone.goal.map(|goal| self.model[goal].head.path.to_string()),
            owner: self.owner(&milestone.owners),
            kpis: self.kpis(&milestone.kpis),
            state: self.milestone_state(milestone, date),
            extra: self.extra_of(&milestone.head),
        })
    }

    /// What has one day and no length.
    pub(super) fn schedule_of_day(&self, status: &Status, deadline: Option<Date>) -> api::Schedule {
        let done = status.day.filter(|_| status.kind == StatusKind::Done);
        let days_late =
            deadline.filter(|_| !status.is_closed() && status.counts()).and_then(|day| self.days_past(day));
        let state = match status.kind {
            StatusKind::Idea => api::State::Idea,
            StatusKind::Cancelled => api::State::Cancelled,
            StatusKind::Done => api::State::Done,
            StatusKind::Blocked => api::State::Blocked,
            _ if days_late.is_some() => api::State::Late,
            StatusKind::InProgress => api::State::InProgress,
            StatusKind::Planned => api::State::NotStarted,
        };
        let progress = match status.kind {
            StatusKind::Done => Decimal::ONE_HUNDRED,
            _ => status.percent.unwrap_or_default(),
        };
        api::Schedule {
            end: done.or(deadline).map(day),
            deadline: deadline.map(day),
            progress: number(progress),
            state,
            days_late,
            ..api::Schedule::default()
        }
    }

    fn followers(&self) -> Followers {
        let mut pairs: Vec<(WorkRef, String)> = Vec::new();
        let mut note = |after: &[Predecessor], path: &str| {
            pairs.extend(after.iter().filter_map(|before| Some((before.work.target?, path.to_owned()))));
        };
        for activity in self.model.activities.rows() {
            note(&activity.after, &activity.head.path);
        }
        for launch in self.model.launches.rows() {
            note(&launch.after, &launch.head.path);
        }
        let mut of = rustc_hash::FxHashMap::<WorkRef, Vec<String>>::default();
        for (work, path) in pairs {
            of.entry(work).or_default().push(path);
        }
        Followers { of }
    }
}

/// What waits for each piece of work.
struct Followers {
    of: rustc_hash::FxHashMap<WorkRef, Vec<String>>,
}

impl Followers {
    fn of(&self, work: WorkRef) -> Vec<String> {
        self.of.get(&work).cloned().unwrap_or_default()
    }
}

/// A schedule with how far it may slip.
fn with_slack(schedule: api::Schedule, slack: Option<Slack>) -> api::Schedule {
    api::Schedule {
        critical: slack.is_some_and(|slack| slack.critical),
        slack_days: slack.map(|slack| i64::from(slack.days)),
        ..schedule
    }
}

fn status(status: &Status) -> api::Status {
    let is_done = status.kind == StatusKind::Done;
    api::Status {
        kind: match status.kind {
            StatusKind::Idea => api::StatusKind::Idea,
            StatusKind::Planned => api::StatusKind::Planned,
            StatusKind::InProgress => api::StatusKind::InProgress,
            StatusKind::Blocked => api::StatusKind::Blocked,
            StatusKind::Done => api::StatusKind::Done,
            StatusKind::Cancelled => api::StatusKind::Cancelled,
        },
        percent: status.percent.map(number),
        reason: text(&status.why),
        done: status.day.filter(|_| is_done).map(day),
        on: status.day.filter(|_| !is_done).map(day),
    }
}

fn category(word: &str) -> api::Category {
    match word {
        "research" => api::Category::Research,
        "ads" => api::Category::Ads,
        "content" => api::Category::Content,
        "pr" => api::Category::Pr,
        "conversion" => api::Category::Conversion,
        "product" => api::Category::Product,
        "sales" => api::Category::Sales,
        _ => api::Category::Other,
    }
}

/// A rhythm as it is written.
fn every(every: &Every) -> String {
    match every {
        Every::Weekday(day) => WEEKDAYS.get(usize::from(*day)).copied().unwrap_or("mon").to_owned(),
        Every::Interval(duration) => duration.to_string(),
        Every::MonthDay(day) => format!("month {day}"),
    }
}

/// Whether a rhythm that began on `first` falls on `date`. Working days are counted as calendar days of the week.
fn falls_on(every: Every, first: Date, date: Date) -> bool {
    use roadmap_sema::value::DurationUnit;
    let since = i64::from((date - first).get_days());
    match every {
        Every::Weekday(day) => date.weekday().to_monday_zero_offset() == i8::try_from(day).unwrap_or(0),
        Every::MonthDay(day) => date.day() == i8::try_from(day).unwrap_or(1).min(date.days_in_month()),
        Every::Interval(interval) => {
            let count = i64::from(interval.count).max(1);
            match interval.unit {
                DurationUnit::Days | DurationUnit::WorkingDays => since % count == 0,
                DurationUnit::Weeks => since % (count * 7) == 0,
                DurationUnit::Months => {
                    let months =
                        i64::from(date.year() - first.year()) * 12 + i64::from(date.month() - first.month());
                    date.day() == first.day().min(date.days_in_month()) && months % count == 0
                }
            }
        }
    }
}
