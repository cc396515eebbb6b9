//! One report and its language: names by identifier, and every number and date as its readers write them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use roadmap_api::{Day, Goal, Number, Place, Quantity, Report, Unit};
use roadmap_diag::{
    Arg, Locale, Message, format_date, format_date_short, format_decimal, format_money, format_money_short,
    format_percent, render,
};
use rust_decimal::{Decimal, RoundingStrategy};

/// A report with its language and its names.
pub(crate) struct Context<'a> {
    pub(crate) report: &'a Report,
    pub(crate) locale: Locale,
    /// The day that counts as today; `None` where the model has none that can be read.
    pub(crate) today: Option<Date>,
    /// The year that dates need not name.
    year: Option<i16>,
    people: BTreeMap<&'a str, &'a str>,
    given: BTreeMap<&'a str, String>,
    channels: BTreeMap<&'a str, &'a str>,
    items: BTreeMap<&'a str, &'a str>,
    anchors: BTreeMap<&'a str, usize>,
    goals: BTreeMap<&'a str, &'a Goal>,
    phases: BTreeMap<&'a str, usize>,
    /// Numbers of files; empty where elements do not say what they show.
    files: BTreeMap<&'a str, usize>,
    /// Where items stand; empty likewise.
    places: BTreeMap<&'a str, &'a Place>,
}

impl<'a> Context<'a> {
    /// The context of `report` in `locale`.
    pub(crate) fn new(report: &'a Report, locale: Locale) -> Self {
        let people: BTreeMap<_, _> = report
            .people
            .iter()
            .map(|person| (person.id.as_str(), person.name.as_str()))
            .chain(report.teams.iter().map(|team| (team.id.as_str(), team.title.as_str())))
            .collect();
        let items: BTreeMap<_, _> = titles(report).collect();
        let mut anchors = BTreeMap::new();
        for (id, _) in titles(report) {
            let next = anchors.len();
            anchors.entry(id).or_insert(next);
        }
        Self {
            report,
            locale,
            today: day(&report.as_of),
            year: plan_year(report),
            given: given_names(report, locale),
            people,
            channels: report.channels.iter().map(|c| (c.id.as_str(), c.title.as_str())).collect(),
            goals: report.goals.iter().map(|goal| (goal.id.as_str(), goal)).collect(),
            phases: (1..).zip(&report.phases).map(|(number, phase)| (phase.id.as_str(), number)).collect(),
            items,
            anchors,
            files: BTreeMap::new(),
            places: BTreeMap::new(),
        }
    }

    /// The same, for a page whose elements say which line of `files` they show.
    pub(crate) fn with_sources(mut self, files: &'a [String]) -> Self {
        if !files.is_empty() {
            self.files = files.iter().enumerate().map(|(index, path)| (path.as_str(), index)).collect();
            self.places = places(self.report).collect();
        }
        self
    }

    /// The number of the file and the line, from 0, where `place` stands: `2:17`; none where elements do not say that.
    pub(crate) fn source(&self, place: Option<&Place>) -> Option<String> {
        let place = place?;
        let file = self.files.get(place.file.as_str())?;
        Some(format!("{file}:{}", place.line.saturating_sub(1)))
    }

    /// Where the item called `id` stands, for a page whose elements say so.
    pub(crate) fn place_of(&self, id: &str) -> Option<&'a Place> {
        self.places.get(id).copied()
    }

    /// A label without variables.
    pub(crate) fn word(&self, id: &'static str) -> String {
        render(&Message::new(id), self.locale)
    }

    /// A message with its variables.
    pub(crate) fn say(&self, message: &Message) -> String {
        render(message, self.locale)
    }

    /// The full name of a person or team; the word itself where the plan does not know it.
    pub(crate) fn person<'b>(&'b self, id: &'b str) -> &'b str {
        self.people.get(id).copied().unwrap_or(id)
    }

    /// What colleagues call a person: the given name, with one more word where two share it.
    pub(crate) fn given<'b>(&'b self, id: &'b str) -> &'b str {
        self.given.get(id).map_or_else(|| self.person(id), String::as_str)
    }

    /// The given name of an owner, or a dash.
    pub(crate) fn owner(&self, id: Option<&String>) -> String {
        id.map_or_else(|| self.word("report-none"), |id| self.given(id).to_owned())
    }

    /// Given names of several, joined by commas.
    pub(crate) fn names(&self, ids: &[String]) -> String {
        ids.iter().map(|id| self.given(id)).collect::<Vec<_>>().join(", ")
    }

    /// The name of a channel.
    pub(crate) fn channel<'b>(&'b self, id: &'b str) -> &'b str {
        self.channels.get(id).copied().unwrap_or(id)
    }

    /// The goal called `id`.
    pub(crate) fn goal(&self, id: &str) -> Option<&'a Goal> {
        self.goals.get(id).copied()
    }

    /// The number of the phase called `id`, from 1.
    pub(crate) fn phase_number(&self, id: &str) -> Option<usize> {
        self.phases.get(id).copied()
    }

    /// The title of a goal, phase or piece of work.
    pub(crate) fn title<'b>(&'b self, id: &'b str) -> &'b str {
        self.items.get(id).copied().unwrap_or(id)
    }

    /// Titles of several, joined by commas.
    pub(crate) fn titles(&self, ids: &[String]) -> String {
        ids.iter().map(|id| self.title(id)).collect::<Vec<_>>().join(", ")
    }

    /// The name of the place in the page where an item stands: short, unique, and free of the plan's own characters.
    pub(crate) fn anchor(&self, id: &str) -> Option<String> {
        self.anchors.get(id).map(|index| format!("i{index}"))
    }

    /// A day: without its year where everybody knows that.
    pub(crate) fn date(&self, date: Date) -> String {
        if self.year == Some(date.year()) {
            format_date_short(date, self.locale)
        } else {
            format_date(date, self.locale)
        }
    }

    /// A day of the model as readers write it; what is no date stays as it is.
    pub(crate) fn day(&self, value: &Day) -> String {
        day(value).map_or_else(|| value.0.clone(), |date| self.date(date))
    }

    /// A day, or a dash.
    pub(crate) fn day_or_dash(&self, value: Option<&Day>) -> String {
        value.map_or_else(|| self.word("report-none"), |value| self.day(value))
    }

    /// A percent with at most `digits` behind the point.
    pub(crate) fn percent(&self, value: Decimal, digits: u32) -> String {
        format_percent(round(value, digits), self.locale)
    }

    /// A plain number with at most `digits` behind the point.
    pub(crate) fn decimal(&self, value: Decimal, digits: u32) -> String {
        format_decimal(round(value, digits), self.locale)
    }

    /// An amount in the plan's currency, short: `1,5 tỷ ₫`.
    pub(crate) fn money(&self, value: Decimal) -> String {
        format_money_short(value, &self.report.plan.currency, self.locale)
    }

    /// An amount in full.
    pub(crate) fn money_full(&self, value: Decimal) -> String {
        format_money(value, &self.report.plan.currency, self.locale)
    }

    /// An amount of the model, short.
    pub(crate) fn quantity(&self, quantity: &Quantity) -> String {
        number(&quantity.value)
            .map_or_else(|| quantity.value.0.clone(), |value| self.figure(value, &quantity.unit))
    }

    /// A figure with its unit: `3.060`, `12,1%`, `1,5 tỷ ₫`, `30 ngày`.
    pub(crate) fn figure(&self, value: Decimal, unit: &Unit) -> String {
        let (figure, word) = self.figure_parts(value, unit);
        if word.is_empty() { figure } else { format!("{figure}\u{a0}{word}") }
    }

    /// A figure and, apart, the word of its unit (empty for counts and percents).
    pub(crate) fn figure_parts(&self, value: Decimal, unit: &Unit) -> (String, String) {
        let plain = || self.decimal(value, 2);
        // A person, a lead or a visit is whole, whatever a curve or an average computes.
        let whole = || self.decimal(value, 0);
        if unit.is_currency() {
            let text = format_money_short(value, unit.as_str(), self.locale);
            return match text.split_once('\u{a0}') {
                Some((figure, word)) => (figure.to_owned(), word.to_owned()),
                None => (text, String::new()),
            };
        }
        match unit.as_str() {
            "percent" => (self.percent(value, 1), String::new()),
            "count" => (whole(), String::new()),
            "seconds" => (plain(), self.word("report-unit-seconds")),
            "days" => (plain(), self.word("report-unit-days")),
            "months" => (plain(), self.word("report-unit-months")),
            _ => (plain(), String::new()),
        }
    }

    /// The message `id` with one variable.
    pub(crate) fn with(&self, id: &'static str, name: &'static str, value: impl Into<Arg>) -> String {
        self.say(&Message::new(id).with(name, value))
    }
}

/// The identifiers and titles of all that can be referred to; those of goals, phases and work, in this order.
fn titles(report: &Report) -> impl Iterator<Item = (&str, &str)> {
    let goals = report.goals.iter().map(|x| (x.id.as_str(), x.title.as_str()));
    let phases = report.phases.iter().map(|x| (x.id.as_str(), x.title.as_str()));
    let activities = report.activities.iter().map(|x| (x.id.as_str(), x.title.as_str()));
    let launches = report.launches.iter().map(|x| (x.id.as_str(), x.title.as_str()));
    let scripts = report.scripts.iter().map(|x| (x.id.as_str(), x.title.as_str()));
    let milestones = report.milestones.iter().map(|x| (x.id.as_str(), x.title.as_str()));
    goals.chain(phases).chain(activities).chain(launches).chain(scripts).chain(milestones)
}

/// Where goals, phases and work stand, by their identifiers.
fn places(report: &Report) -> impl Iterator<Item = (&str, &Place)> {
    let goals = report.goals.iter().map(|x| (x.id.as_str(), &x.extra));
    let phases = report.phases.iter().map(|x| (x.id.as_str(), &x.extra));
    let activities = report.activities.iter().map(|x| (x.id.as_str(), &x.extra));
    let launches = report.launches.iter().map(|x| (x.id.as_str(), &x.extra));
    let scripts = report.scripts.iter().map(|x| (x.id.as_str(), &x.extra));
    let milestones = report.milestones.iter().map(|x| (x.id.as_str(), &x.extra));
    let all = goals.chain(phases).chain(activities).chain(launches).chain(scripts).chain(milestones);
    all.filter_map(|(id, extra)| Some((id, extra.source.as_ref()?)))
}

/// The year of the plan, where it is within one, else that of the report: a reader in December knows which December.
fn plan_year(report: &Report) -> Option<i16> {
    let period = report.plan.period.as_ref()?;
    let (start, end) = (day(&period.start)?, day(&period.end)?);
    if start.year() == end.year() { Some(start.year()) } else { day(&report.as_of).map(Date::year) }
}

/// Family names that most Vietnamese bear: who has one is called by the last word of the name, in any language.
const FAMILY_NAMES: &[&str] = &[
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý", "Đinh", "Trương", "Mai", "Lương", "Đoàn", "Cao", "Tô", "Tạ", "Hà", "Châu", "Lâm", "Thái",
    "Quách", "Kiều", "Lưu", "Phùng", "Trịnh", "Đào", "Vương", "Mạc", "Nghiêm", "Bạch", "Cù", "Tăng", "Triệu",
    "Tống", "Hứa", "Đàm", "Doãn", "Thân",
];

/// Given names: the last word of a Vietnamese name, the first of another. A name shared by two takes one word more.
fn given_names(report: &Report, locale: Locale) -> BTreeMap<&str, String> {
    // A plan in Vietnamese is one of Vietnamese people, whoever reads it.
    let is_vietnamese = locale == Locale::Vi || Locale::from_tag(&report.plan.lang) == Some(Locale::Vi);
    let part = |name: &str, words: usize| {
        let all: Vec<_> = name.split_whitespace().collect();
        let family_first = match all.as_slice() {
            [first, _, ..] => is_vietnamese || FAMILY_NAMES.contains(first),
            _ => false,
        };
        let skip = if family_first { all.len().saturating_sub(words) } else { 0 };
        all.into_iter().skip(skip).take(words).collect::<Vec<_>>().join(" ")
    };
    let mut seen = BTreeSet::new();
    let mut shared = BTreeSet::new();
    for person in &report.people {
        let given = part(&person.name, 1);
        if !seen.insert(given.clone()) {
            shared.insert(given);
        }
    }
    let named = report.people.iter().map(|person| {
        let given = part(&person.name, 1);
        let given = if shared.contains(&given) { part(&person.name, 2) } else { given };
        (person.id.as_str(), if given.is_empty() { person.name.clone() } else { given })
    });
    named.collect()
}

/// A day of the model as a date.
pub(crate) fn day(value: &Day) -> Option<Date> {
    value.as_str().parse().ok()
}

/// A number of the model as an exact decimal.
pub(crate) fn number(value: &Number) -> Option<Decimal> {
    value.as_str().parse().ok()
}

/// An optional number of the model.
pub(crate) fn maybe(value: Option<&Number>) -> Option<Decimal> {
    value.and_then(number)
}

/// `value` with at most `digits` behind the point, halves away from zero.
pub(crate) fn round(value: Decimal, digits: u32) -> Decimal {
    value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
}
