//! What several rules ask of dates, money and load.

use jiff::ToSpan;
use jiff::civil::Date;
use roadmap_diag::Message;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::{Cx, Item};
use crate::model::{
    Activity, Channel, Id, Person, Phase, PhaseChannel, Rank, Ref, Status, Team, Use, Who, WorkRef, Written,
};
use crate::value::DateRange;

/// When an activity, launch or script is due, as it is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Due<'a> {
    /// The deadline; none where it is missing or could not be read.
    pub(crate) deadline: Option<Written<Date>>,
    /// Whether a deadline is written, right or wrong.
    pub(crate) is_written: bool,
    /// Whether it is one day, not the end of a period.
    pub(crate) is_day: bool,
    /// How far the work is.
    pub(crate) status: &'a Status,
}

/// Stretches of time, to be counted.
#[derive(Debug, Default)]
pub(crate) struct Load {
    starts: Vec<Date>,
    ends: Vec<Date>,
}

impl FromIterator<DateRange> for Load {
    fn from_iter<T: IntoIterator<Item = DateRange>>(ranges: T) -> Self {
        let (mut starts, mut ends): (Vec<_>, Vec<_>) =
            ranges.into_iter().map(|range| (range.start, range.end)).unzip();
        starts.sort_unstable();
        ends.sort_unstable();
        Self { starts, ends }
    }
}

impl Load {
    /// How many of them touch `range`.
    pub(crate) fn touching(&self, range: DateRange) -> usize {
        let begun = self.starts.partition_point(|start| *start <= range.end);
        let over = self.ends.partition_point(|end| *end < range.start);
        begun.saturating_sub(over)
    }

    /// The first week of `range` in which most of them are under way, and how many. Of a week that lies partly in
    /// `range`, only that part counts.
    pub(crate) fn busiest_week(&self, range: DateRange) -> Option<(DateRange, usize)> {
        let mut busiest: Option<(DateRange, usize)> = None;
        let mut monday = monday_of(range.start);
        while monday <= range.end {
            let week = DateRange { start: monday, end: monday.saturating_add(6.days()) };
            let count = week.intersection(range).map_or(0, |days| self.touching(days));
            if count > busiest.map_or(0, |(_, most)| most) {
                busiest = Some((week, count));
            }
            // Numbers rise only in a week in which something starts.
            let next = self.starts.partition_point(|start| *start <= week.end);
            let Some(start) = self.starts.get(next) else { break };
            monday = monday_of(*start);
        }
        busiest
    }

    /// The first day on which most of them are under way, and how many.
    pub(crate) fn busiest_day(&self) -> Option<(Date, usize)> {
        let mut busiest: Option<(Date, usize)> = None;
        for day in &self.starts {
            let count = self.touching(DateRange { start: *day, end: *day });
            if count > busiest.map_or(0, |(_, most)| most) {
                busiest = Some((*day, count));
            }
        }
        busiest
    }
}

impl<'a> Cx<'a> {
    /// When `item` is due; none for what has no deadline of its own.
    #[must_use]
    pub(crate) fn due(&self, item: Item) -> Option<Due<'a>> {
        let model = self.model;
        Some(match item {
            Item::Activity(id) => {
                let Activity { deadline, deadline_written, deadline_is_day, status, .. } = &model[id];
                Due { deadline: *deadline, is_written: *deadline_written, is_day: *deadline_is_day, status }
            }
            Item::Launch(id) => {
                let launch = &model[id];
                Due {
                    deadline: launch.deadline,
                    is_written: launch.deadline_written,
                    is_day: launch.deadline_is_day,
                    status: &launch.status,
                }
            }
            Item::Script(id) => {
                let script = &model[id];
                Due {
                    deadline: script.deadline,
                    is_written: script.deadline_written,
                    is_day: script.deadline_is_day,
                    status: &script.status,
                }
            }
            _ => return None,
        })
    }

    /// Whether the deadline of an activity is written before its start: `value/range-backwards`.
    #[must_use]
    pub(crate) fn ends_before_it_starts(&self, item: Item) -> bool {
        let Item::Activity(id) = item else { return false };
        let Activity { start, deadline, .. } = &self.model[id];
        deadline.zip(*start).is_some_and(|(deadline, start)| deadline.value < start.value)
    }

    /// Whether `item` waits for itself: its dates are nobody's business until that is mended.
    #[must_use]
    pub(crate) fn is_in_cycle(&self, item: Item) -> bool {
        let work = match item {
            Item::Goal(id) => WorkRef::Goal(id),
            Item::Activity(id) => WorkRef::Activity(id),
            Item::Launch(id) => WorkRef::Launch(id),
            Item::Script(id) => WorkRef::Script(id),
            Item::Milestone(id) => WorkRef::Milestone(id),
            Item::Kpi(_) | Item::Metric(_) | Item::Person(_) => return false,
        };
        self.in_cycle.contains(&work)
    }

    /// Who answers for `item`, as written.
    #[must_use]
    pub(crate) fn owners(&self, item: Item) -> &'a [Ref<Who>] {
        let model = self.model;
        match item {
            Item::Goal(id) => &model[id].owners,
            Item::Activity(id) => &model[id].owners,
            Item::Launch(id) => &model[id].owners,
            Item::Script(id) => &model[id].owners,
            Item::Milestone(id) => &model[id].owners,
            Item::Kpi(id) => &model[id].owners,
            Item::Metric(_) | Item::Person(_) => &[],
        }
    }

    /// The activities of a phase that count: inside it, in its goals, and of the top level where its dates touch them.
    pub(crate) fn activities_of(&self, phase: Id<Phase>) -> impl Iterator<Item = &'a Activity> + use<'a> {
        let model = self.model;
        let phase = &model[phase];
        let ids = phase.activities.iter().chain(&phase.always_on);
        ids.map(|id| &model[*id]).filter(|activity| activity.status.counts())
    }

    /// The days on which an activity is sure to run: without a start that is known, only its last. None for what is
    /// finished or out of the plan.
    #[must_use]
    pub(crate) fn running_days(&self, activity: &Activity) -> Option<DateRange> {
        let end = activity.dates.end.filter(|_| activity.status.is_open())?;
        DateRange::new(activity.dates.start.unwrap_or(end), end)
    }

    /// The days on which an item is open: it is to be done or under way. Without a start of its own it is open from the
    /// start of its phase, else of the plan. None for what is finished, out of the plan or without an end.
    #[must_use]
    pub(crate) fn open_days(&self, item: Item) -> Option<DateRange> {
        let model = self.model;
        let (start, end) = match item {
            Item::Activity(id) => (model[id].dates.start, model[id].dates.end),
            Item::Launch(id) => (None, model[id].date),
            Item::Script(id) => (None, model[id].deadline.map(|deadline| deadline.value)),
            _ => return None,
        };
        let end = end.filter(|_| self.due(item).is_some_and(|due| due.status.is_open()))?;
        let range = self.phase_of(item).map_or(model.plan.period, |phase| model[phase].range);
        // Where a circle hides the start, only the last day is sure.
        let range = range.filter(|_| !self.is_in_cycle(item));
        let start = start.or(range.map(|range| range.value.start)).unwrap_or(end);
        Some(DateRange { start: start.min(end), end })
    }

    /// The teams that an owner's work falls to.
    #[must_use]
    pub(crate) fn teams_of(&self, who: Who) -> &'a [Id<Team>] {
        match who {
            Who::Person(person) => &self.model[person].teams,
            Who::Team(_) => &[],
        }
    }

    /// How many items a person may have open at once.
    #[must_use]
    pub(crate) fn capacity(&self, person: Id<Person>) -> u32 {
        self.model[person].capacity.map_or(self.settings.limits.open_items, |capacity| capacity.value)
    }

    /// What each channel of a phase gets there, in the order of the text: its budget in the phase, else the shares of the
    /// phase's activities on it. None where no money is named.
    #[must_use]
    pub(crate) fn channel_money(&self, phase: Id<Phase>) -> Vec<(&'a PhaseChannel, Option<Decimal>)> {
        let shares = self.activity_money(phase);
        let model = self.model;
        let own = |channel: &PhaseChannel| match (channel.budget.is_written(), channel.channel.target) {
            (true, _) => channel.budget.total(),
            (false, Some(target)) => shares.get(&target).copied(),
            (false, None) => None,
        };
        model[phase].channels.iter().map(|channel| (channel, own(channel))).collect()
    }

    /// What the activities inside a phase spend on each channel.
    fn activity_money(&self, phase: Id<Phase>) -> FxHashMap<Id<Channel>, Decimal> {
        let mut money = FxHashMap::default();
        for id in &self.model[phase].activities {
            let activity = &self.model[*id];
            if !activity.status.counts() {
                continue;
            }
            for (channel, part) in self.split(activity) {
                let Some(target) = channel.target else { continue };
                let sum: &mut Decimal = money.entry(target).or_default();
                *sum = sum.checked_add(part).unwrap_or(*sum);
            }
        }
        money
    }

    /// What each channel of an activity gets of its budget: as the shares say, the rest evenly among those without one.
    /// Nothing where no budget is known.
    pub(crate) fn split(
        &self,
        activity: &'a Activity,
    ) -> impl Iterator<Item = (&'a Use<Channel>, Decimal)> + use<'a> {
        let channels = &activity.channels;
        let shared = channels.iter().filter_map(|channel| channel.share);
        let shared = shared.fold(Decimal::ZERO, Decimal::saturating_add);
        let without = channels.iter().filter(|channel| channel.share.is_none()).count();
        let rest = Decimal::ONE_HUNDRED.saturating_sub(shared).max(Decimal::ZERO);
        let even = rest.checked_div(Decimal::from(without));
        let budget = activity.budget.total();
        channels.iter().filter_map(move |channel| {
            let part = budget?.checked_mul(channel.share.or(even)?)?;
            Some((&channel.channel, part.checked_div(Decimal::ONE_HUNDRED)?))
        })
    }

    /// The name of the holiday on `day`, where it is free for it: some holidays are worked in a company's calendar.
    #[must_use]
    pub(crate) fn holiday_on(&self, day: Date) -> Option<&'a Message> {
        let calendar = &self.model.calendar;
        calendar.holiday_name(day).filter(|_| !calendar.is_working(day))
    }

    /// How many channels of `rank` a phase counts on.
    #[must_use]
    pub(crate) fn count_of_rank(&self, phase: Id<Phase>, rank: Rank) -> usize {
        self.model[phase].channels.iter().filter(|channel| channel.rank == rank).count()
    }
}

/// The Monday of the week of `day`.
fn monday_of(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn range(start: Date, end: Date) -> DateRange {
        DateRange { start, end }
    }

    fn load() -> Load {
        [
            range(date(2026, 1, 5), date(2026, 1, 9)),
            range(date(2026, 1, 8), date(2026, 1, 14)),
            range(date(2026, 1, 16), date(2026, 2, 1)),
            range(date(2026, 3, 31), date(2026, 4, 2)),
        ]
        .into_iter()
        .collect()
    }

    #[test]
    fn both_ends_of_a_stretch_count() {
        let on = |start, end| load().touching(range(start, end));
        assert_eq!(on(date(2026, 1, 4), date(2026, 1, 4)), 0);
        assert_eq!(on(date(2026, 1, 9), date(2026, 1, 9)), 2);
        assert_eq!(on(date(2026, 1, 15), date(2026, 1, 15)), 0);
        assert_eq!(on(date(2026, 1, 9), date(2026, 1, 16)), 3);
    }

    #[test]
    fn the_busiest_week_is_the_first_of_its_number() {
        let week = load().busiest_week(range(date(2026, 1, 1), date(2026, 3, 31)));
        assert_eq!(week, Some((range(date(2026, 1, 5), date(2026, 1, 11)), 2)));
    }

    #[test]
    fn a_week_counts_only_as_far_as_the_range_goes() {
        let week = load().busiest_week(range(date(2026, 1, 10), date(2026, 1, 31)));
        assert_eq!(week, Some((range(date(2026, 1, 12), date(2026, 1, 18)), 2)));
        let quarter = load().busiest_week(range(date(2026, 2, 2), date(2026, 3, 30)));
        assert_eq!(quarter, None);
    }

    #[test]
    fn the_busiest_day_is_one_on_which_something_starts() {
        assert_eq!(load().busiest_day(), Some((date(2026, 1, 8), 2)));
        assert_eq!(Load::default().busiest_day(), None);
    }

    /// Stretches of up to a hundred days in one year.
    fn stretches() -> impl Strategy<Value = Vec<DateRange>> {
        let stretch = (0..300_i64, 0..100_i64).prop_map(|(start, length)| {
            let start = date(2026, 1, 1).saturating_add(start.days());
            range(start, start.saturating_add(length.days()))
        });
        proptest::collection::vec(stretch, 0..12)
    }

    proptest! {
        #[test]
        fn counting_by_ends_is_counting_one_by_one(all in stretches(), asked in stretches()) {
            let load: Load = all.iter().copied().collect();
            for asked in asked {
                let one_by_one = all.iter().filter(|days| days.intersection(asked).is_some()).count();
                prop_assert_eq!(load.touching(asked), one_by_one);
            }
        }

        #[test]
        fn no_week_is_busier_than_the_busiest(all in stretches(), asked in stretches()) {
            let load: Load = all.into_iter().collect();
            for asked in asked {
                let most = load.busiest_week(asked).map_or(0, |(_, most)| most);
                let mut day = asked.start;
                while day <= asked.end {
                    let week = range(monday_of(day), monday_of(day).saturating_add(6.days()));
                    let count = week.intersection(asked).map_or(0, |days| load.touching(days));
                    prop_assert!(count <= most, "{week}: {count} of {most}");
                    day = day.saturating_add(1.days());
                }
            }
        }
    }
}
