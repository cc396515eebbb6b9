//! Days and periods that somebody is likely to mean.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use roadmap_diag::{Message, format_date};
use roadmap_schema::{Form, Kind};
use roadmap_sema::model::{Model, WorkRef};
use roadmap_sema::value::{DateRange, Period};

use super::CompletionKind;
use super::context::{Context, ValuePlace};
use super::list::{List, Offer};
use crate::card;
use crate::scope::Scope;

/// At most so many months and quarters ahead.
const AHEAD: i32 = 12;

/// Offers days, and periods where `form` takes them.
pub(super) fn offer(context: &Context<'_>, place: &ValuePlace<'_>, form: Form, list: &mut List<'_>) {
    let model = &*context.analysis.model;
    let scope = Scope::of(context.analysis, &place.cursor, Some(place.index));
    let mut dates = Dates { model, list };
    let phase = scope.phase.and_then(|phase| model[phase].range).map(|range| range.value);
    let bounds = phase.or(model.plan.period.map(|period| period.value));
    let looks_back =
        matches!(place.stmt.keyword.as_str(), "done" | "status" | "actual" | "approved" | "as_of");
    let deadline = scope.work.and_then(|work| deadline(model, work));
    match form {
        Form::Range => {
            dates.periods(if place.stmt.kind() == Kind::Month { phase } else { None }, place.stmt.kind());
            return;
        }
        Form::When if looks_back => {
            dates.today(1);
            dates.past_periods();
            return;
        }
        Form::Date if looks_back => {
            dates.today(1);
            dates.day(model.today.yesterday().ok(), "ide-date.yesterday", 2);
            return;
        }
        _ => {}
    }
    let own = place.stmt.kind() != Kind::Leaf || !matches!(place.stmt.keyword.as_str(), "deadline" | "start");
    if own || place.stmt.parent_kind == Kind::Task || place.stmt.parent_kind == Kind::Material {
        dates.day(deadline, "ide-date.deadline", 1);
    }
    if let Form::Start = form {
        dates.day(bounds.map(|range| range.start), "ide-date.phase-start", 1);
        dates.near();
    } else {
        dates.day(phase.map(|range| range.end), "ide-date.phase-end", 1);
        dates.near();
        dates.day(phase.map(|range| range.start), "ide-date.phase-start", 5);
    }
    dates.ends(bounds);
    if matches!(form, Form::Deadline | Form::Start | Form::When) {
        dates.named_periods(bounds);
    }
}

/// The deadline of work, as it stands or as it is computed.
fn deadline(model: &Model, work: WorkRef) -> Option<Date> {
    match work {
        WorkRef::Activity(id) => model[id].deadline.map(|deadline| deadline.value).or(model[id].dates.end),
        WorkRef::Goal(id) => model[id].kpis.iter().find_map(|kpi| model[*kpi].end),
        other => model.end_of(other),
    }
}

struct Dates<'l, 'a, 'm> {
    model: &'m Model,
    list: &'l mut List<'a>,
}

impl Dates<'_, '_, '_> {
    fn day(&mut self, day: Option<Date>, message: &'static str, group: u8) {
        let Some(day) = day else { return };
        let words = self.list.say(&Message::new(message));
        let weekday = card::weekday(day, self.list.locale);
        let says_so = words.contains(weekday);
        let detail = if says_so { words.clone() } else { format!("{words} · {weekday}") };
        let offer = Offer::new(CompletionKind::Date, day.to_string()).detail(detail).group(group);
        self.list.offer(offer, [words.as_str(), message.rsplit('.').next().unwrap_or_default()]);
    }

    fn today(&mut self, group: u8) {
        self.day(Some(self.model.today), "ide-date.today", group);
    }

    /// Today, the next working day, Monday, and two weeks from now.
    fn near(&mut self) {
        let (today, calendar) = (self.model.today, &self.model.calendar);
        let tomorrow = today.tomorrow().ok();
        let working = tomorrow.and_then(|day| calendar.next_working(day));
        let monday = today.nth_weekday(1, Weekday::Monday).ok();
        let in_two_weeks = today.checked_add(14.days()).ok();
        self.today(2);
        self.day(working, "ide-date.next-working", 2);
        self.day(monday, "ide-date.next-monday", 3);
        self.day(in_two_weeks.and_then(|day| calendar.next_working(day)), "ide-date.two-weeks", 2);
    }

    /// The ends of months and quarters to come, within `bounds`.
    fn ends(&mut self, bounds: Option<DateRange>) {
        let fiscal = self.model.plan.fiscal_year;
        for month in self.months() {
            let (_, end) = month.range(fiscal);
            if bounds.is_none_or(|bounds| bounds.contains(end)) {
                self.day(Some(end), "ide-date.month-end", 4);
            }
        }
        for quarter in self.quarters() {
            let (_, end) = quarter.range(fiscal);
            let period = self.model.plan.period.map(|period| period.value);
            if period.is_none_or(|period| period.contains(end)) {
                self.day(Some(end), "ide-date.quarter-end", 3);
            }
        }
        self.day(self.model.plan.period.map(|period| period.value.end), "ide-date.plan-end", 5);
    }

    /// Months to come, from today's or the plan's first on.
    fn months(&self) -> Vec<Period> {
        let plan = self.model.plan.period.map(|period| period.value);
        let first = plan.map_or(self.model.today, |plan| plan.start.max(self.model.today)).first_of_month();
        let months = (0..AHEAD).filter_map(|ahead| first.checked_add(ahead.months()).ok());
        let within = months.filter(|first| plan.is_none_or(|plan| *first <= plan.end));
        within
            .filter_map(|first| Period::parse(&format!("{:04}-{:02}", first.year(), first.month())))
            .collect()
    }

    /// Quarters to come.
    fn quarters(&self) -> Vec<Period> {
        let (today, plan) = (self.model.today, self.model.plan.period.map(|period| period.value));
        let first = plan.map_or(today, |plan| plan.start.max(today));
        let years = [first.year() - 1, first.year(), first.year() + 1];
        let quarters = years.into_iter().flat_map(|year| {
            (1..=4).filter_map(move |quarter| Period::parse(&format!("{year:04}-Q{quarter}")))
        });
        let fiscal = self.model.plan.fiscal_year;
        let to_come = quarters.filter(|quarter| quarter.range(fiscal).1 >= first);
        to_come
            .filter(|quarter| plan.is_none_or(|plan| quarter.range(fiscal).0 <= plan.end))
            .take(4)
            .collect()
    }

    fn period(&mut self, period: Period, group: u8) {
        let (start, end) = period.range(self.model.plan.fiscal_year);
        let locale = self.list.locale;
        let detail = format!("{} – {}", format_date(start, locale), format_date(end, locale));
        self.list
            .offer_plain(Offer::new(CompletionKind::Date, period.to_string()).detail(detail).group(group));
    }

    /// Months and quarters as a whole: their last or first day, by where they stand.
    fn named_periods(&mut self, bounds: Option<DateRange>) {
        let fiscal = self.model.plan.fiscal_year;
        for period in self.quarters().into_iter().chain(self.months()) {
            if bounds.is_none_or(|bounds| bounds.intersection(period.date_range(fiscal)).is_some()) {
                self.period(period, 6);
            }
        }
    }

    /// Periods for a phase, a month of `within`, or the plan.
    fn periods(&mut self, within: Option<DateRange>, kind: Kind) {
        let fiscal = self.model.plan.fiscal_year;
        let year = self.model.today.year();
        match kind {
            Kind::Month => {
                for month in all_months(within, self.model) {
                    self.period(month, 2);
                }
            }
            Kind::Phase => {
                let taken: Vec<DateRange> = self
                    .model
                    .phases
                    .rows()
                    .iter()
                    .filter_map(|phase| phase.range.map(|range| range.value))
                    .collect();
                for period in self.quarters().into_iter().chain(self.months()) {
                    let days = period.date_range(fiscal);
                    let is_taken = taken.iter().any(|range| range.intersection(days).is_some());
                    self.period(period, if is_taken { 5 } else { 2 });
                }
            }
            _ => {
                for text in
                    [format!("{year}"), format!("{}", year + 1), format!("{year}-H1"), format!("{year}-H2")]
                {
                    if let Some(period) = Period::parse(&text) {
                        self.period(period, 2);
                    }
                }
                for quarter in self.quarters() {
                    self.period(quarter, 3);
                }
            }
        }
    }

    /// The months and the quarter that readings are of.
    fn past_periods(&mut self) {
        let first = self.model.today.first_of_month();
        for back in 0..4 {
            let Ok(month) = first.checked_sub(back.months()) else { continue };
            if let Some(period) = Period::parse(&format!("{:04}-{:02}", month.year(), month.month())) {
                self.period(period, if back == 1 { 2 } else { 3 });
            }
        }
    }
}

fn all_months(within: Option<DateRange>, model: &Model) -> Vec<Period> {
    let Some(range) = within.or(model.plan.period.map(|period| period.value)) else { return Vec::new() };
    let first = range.start.first_of_month();
    let months = (0..AHEAD).filter_map(|ahead| first.checked_add(ahead.months()).ok());
    let within = months.filter(|month| *month <= range.end);
    within.filter_map(|first| Period::parse(&format!("{:04}-{:02}", first.year(), first.month()))).collect()
}
