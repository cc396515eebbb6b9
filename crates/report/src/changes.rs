//! What changed between two versions, in words: sections of lines, for a terminal and for Markdown.

use std::collections::BTreeMap;

use roadmap_api::{
    AmountChange, Comparison, DateChange, DateKind, Diff, DiffItem, ItemKind, Kpi, KpiChange, KpiTarget,
    Moved, Number, OtherChange, OwnerChange, Renamed, Report, Status, StatusChange, StatusKind,
};
use roadmap_diag::{Locale, Message};
use rust_decimal::Decimal;

use crate::context::{Context, maybe, number};
use crate::text::strong;

/// The difference of two versions, ready to be written.
pub(crate) struct Changes {
    /// What was compared.
    pub(crate) title: String,
    /// What may be missing here, since a version has errors.
    pub(crate) cautions: Vec<String>,
    /// How much changed, in one sentence.
    pub(crate) verdict: String,
    /// What changed.
    pub(crate) sections: Vec<Section>,
}

/// Changes of one kind.
pub(crate) struct Section {
    /// Their noun.
    pub(crate) noun: String,
    /// How many, or how much.
    pub(crate) finding: String,
    /// The changes.
    pub(crate) lines: Vec<Line>,
    /// Whether the sentence on top speaks of them.
    is_main: bool,
}

/// One change.
pub(crate) struct Line {
    /// Whether something came, went or is otherwise.
    pub(crate) mark: Mark,
    /// What changed: words of the plan.
    pub(crate) title: String,
    /// How, with marked emphasis.
    pub(crate) text: String,
    /// What follows from it.
    pub(crate) detail: Option<String>,
}

/// What happened to something.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Mark {
    /// It is new.
    Added,
    /// It is gone.
    Dropped,
    /// It is later, or further away.
    Later,
    /// It is otherwise.
    Changed,
}

/// `diff` in words. `after` is the report of the later version.
pub(crate) fn changes(after: &Report, diff: &Diff, locale: Locale) -> Changes {
    let context = Context::new(after, locale);
    let words = Words { context: &context, diff };
    let sections = vec![
        words.dates(),
        words.kpis(),
        words.budget(),
        words.section("diff-owners", &diff.owners, |change| words.owner(change)),
        words.section("diff-added", &diff.added, |item| words.alone(Mark::Added, item)),
        words.section("diff-dropped", &diff.dropped, |item| words.alone(Mark::Dropped, item)),
        words.section("diff-moved", &diff.moved, |change| words.moved(change)),
        words.section("diff-statuses", &diff.statuses, |change| words.status(change)),
        words.section("diff-renamed", &diff.renamed, |change| words.renamed(change)),
        words.section("diff-other", &diff.other, |change| words.other(change)),
        words.figures(),
    ];
    let sections: Vec<Section> = sections.into_iter().filter(|section| !section.lines.is_empty()).collect();
    Changes {
        title: context.say(
            &Message::new("diff-title")
                .with("before", diff.before.name.as_str())
                .with("after", diff.after.name.as_str()),
        ),
        cautions: words.cautions(),
        verdict: words.verdict(&sections),
        sections,
    }
}

struct Words<'a> {
    context: &'a Context<'a>,
    diff: &'a Diff,
}

impl Words<'_> {
    fn cautions(&self) -> Vec<String> {
        let versions = [&self.diff.before, &self.diff.after].into_iter().filter(|version| version.errors > 0);
        let caution = |version: &roadmap_api::DiffVersion| {
            let message = Message::new("diff-errors")
                .with("name", version.name.as_str())
                .with("count", i64::from(version.errors));
            self.context.say(&message)
        };
        versions.map(caution).collect()
    }

    /// How much changed; what matters most comes first.
    fn verdict(&self, sections: &[Section]) -> String {
        if self.diff.is_empty() {
            return self.context.word("diff-none");
        }
        // What is called otherwise and the like is told only where there is nothing else.
        let main = sections.iter().filter(|section| section.is_main);
        let told: Vec<&Section> =
            if main.clone().next().is_some() { main.collect() } else { sections.iter().collect() };
        let parts: Vec<String> =
            told.iter().map(|section| format!("{}: {}", lower(&section.noun), section.finding)).collect();
        let sentence = parts.join(" · ");
        let mut letters = sentence.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    }

    fn section<T>(&self, noun: &'static str, list: &[T], line: impl Fn(&T) -> Line) -> Section {
        Section {
            noun: self.context.word(noun),
            finding: list.len().to_string(),
            lines: list.iter().map(line).collect(),
            is_main: !matches!(noun, "diff-statuses" | "diff-renamed" | "diff-other"),
        }
    }

    /// What something is called: its title, and what it is where the title alone does not say so.
    fn name(&self, item: &DiffItem) -> String {
        match item.kind {
            ItemKind::Roadmap => self.context.word("diff-plan"),
            ItemKind::Activity | ItemKind::Person | ItemKind::Team => item.title.clone(),
            ItemKind::Review => self.context.with("diff-review", "date", self.date(&item.title)),
            kind => format!("{} ({})", item.title, lower(&self.context.word(kind_word(kind)))),
        }
    }

    fn date(&self, text: &str) -> String {
        self.context.day(&roadmap_api::Day::new(text))
    }

    fn dates(&self) -> Section {
        // What moved as a whole is one change: its end is told first, and its start behind.
        let mut whole: Vec<Vec<&DateChange>> = Vec::new();
        let mut places: BTreeMap<(ItemKind, &str), usize> = BTreeMap::new();
        for change in &self.diff.dates {
            let place = *places.entry((change.item.kind, &change.item.id)).or_insert(whole.len());
            match whole.get_mut(place) {
                Some(list) => list.push(change),
                None => whole.push(vec![change]),
            }
        }
        let firsts: Vec<&DateChange> = whole.iter().filter_map(|list| list.first().copied()).collect();
        let lines = whole.iter().filter_map(|list| {
            let (first, rest) = list.split_first()?;
            let mut line = self.date_change(first);
            // That it starts on a computed day now, or on none, is told by what it waits for.
            for change in rest.iter().filter(|change| change.days.is_some()) {
                line.text.push_str(&format!(" · {}", self.date_change(change).text));
            }
            Some(line)
        });
        let slips = firsts.iter().filter(|change| change.days.is_some_and(|days| days > 0));
        let later = slips.clone().count();
        let earlier = firsts.iter().filter(|change| change.days.is_some_and(|days| days < 0)).count();
        let other = firsts.len() - later - earlier;
        let most = slips.filter_map(|change| change.days).max().unwrap_or_default();
        let mut parts = Vec::new();
        if later > 0 {
            let message = Message::new("diff-dates-later").with("count", later).with("days", most);
            parts.push(self.context.say(&message));
        }
        if earlier > 0 {
            parts.push(self.context.with("diff-dates-earlier", "count", earlier));
        }
        if other > 0 {
            parts.push(self.context.with("diff-dates-other", "count", other));
        }
        let noun = self.context.word("diff-dates");
        Section { noun, finding: parts.join(", "), lines: lines.collect(), is_main: true }
    }

    fn date_change(&self, change: &DateChange) -> Line {
        let context = self.context;
        let day = |day: &Option<roadmap_api::Day>| context.day_or_dash(day.as_ref());
        let what = match (change.what, change.item.kind) {
            (DateKind::Deadline, ItemKind::Milestone | ItemKind::Launch) => "diff-date-day",
            (DateKind::Deadline, _) => "diff-date-deadline",
            (DateKind::End, _) => "diff-date-end",
            (DateKind::Start, _) => "diff-date-start",
        };
        let moved = change.days.map(|days| format!(" ({})", self.days(days))).unwrap_or_default();
        let text =
            format!("{} {} → {}{moved}", context.word(what), day(&change.from), strong(&day(&change.to)));
        let waiting: Vec<String> = change.waiting.iter().map(|item| self.with_owner(item)).collect();
        let detail = context.with("diff-waiting", "items", waiting.join(", "));
        Line {
            mark: if change.days.is_some_and(|days| days > 0) { Mark::Later } else { Mark::Changed },
            title: self.name(&change.item),
            text,
            detail: (!waiting.is_empty()).then_some(detail),
        }
    }

    /// `+6 days`.
    fn days(&self, days: i64) -> String {
        let sign = if days < 0 { "−" } else { "+" };
        let days = i64::try_from(days.unsigned_abs()).unwrap_or(i64::MAX);
        format!("{sign}{}", self.context.with("report-days", "days", days))
    }

    fn with_owner(&self, item: &DiffItem) -> String {
        match &item.owner {
            Some(owner) => format!("{} ({})", self.name(item), self.context.given(owner)),
            None => self.name(item),
        }
    }

    fn kpis(&self) -> Section {
        self.section("diff-kpis", &self.diff.kpis, |change| self.kpi(change))
    }

    fn kpi(&self, change: &KpiChange) -> Line {
        let context = self.context;
        let target = |target: &KpiTarget| self.target(change, target);
        let (mark, text) = match (&change.from, &change.to) {
            (None, Some(to)) => (Mark::Added, context.with("diff-kpi-added", "target", strong(&target(to)))),
            (Some(from), None) => (Mark::Dropped, context.with("diff-kpi-dropped", "target", target(from))),
            (Some(from), Some(to)) => (Mark::Changed, self.retarget(change, from, to)),
            (None, None) => (Mark::Changed, String::new()),
        };
        let title = format!("{} – {}", change.title, self.name(&change.item));
        Line { mark, title, text, detail: None }
    }

    /// `5.000 → 4.000 (−20%), due 31/03 → 30/04`: what of a target is otherwise.
    fn retarget(&self, change: &KpiChange, from: &KpiTarget, to: &KpiTarget) -> String {
        let context = self.context;
        let mut parts = Vec::new();
        let (old, new) = (self.target(change, from), self.target(change, to));
        if old != new {
            let by = change.percent.as_ref().and_then(number).map(|percent| {
                let sign = if percent.is_sign_positive() { "+" } else { "" };
                format!(" ({sign}{})", context.percent(percent, 1))
            });
            parts.push(format!("{old} → {}{}", strong(&new), by.unwrap_or_default()));
        }
        if from.baseline != to.baseline {
            let baseline = |target: &KpiTarget| self.figure(change, target.baseline.as_ref());
            let message = Message::new("diff-kpi-baseline")
                .with("from", baseline(from))
                .with("to", strong(&baseline(to)));
            parts.push(context.say(&message));
        }
        if from.by != to.by {
            let day = |target: &KpiTarget| context.day_or_dash(target.by.as_ref());
            let due = context.word("diff-date-deadline");
            parts.push(format!("{due} {} → {}", day(from), strong(&day(to))));
        }
        parts.join(" · ")
    }

    fn figure(&self, change: &KpiChange, value: Option<&Number>) -> String {
        let none = || self.context.word("report-none");
        maybe(value).map_or_else(none, |value| self.context.figure(value, &change.unit))
    }

    fn target(&self, change: &KpiChange, target: &KpiTarget) -> String {
        let comparison = if target.target_low.is_some() { Comparison::Within } else { Comparison::AtLeast };
        let kpi = Kpi {
            unit: change.unit.clone(),
            text: target.text.clone().unwrap_or_default(),
            target: target.target.clone(),
            target_low: target.target_low.clone(),
            per: target.per,
            comparison,
            ..Kpi::default()
        };
        crate::kpi::target(self.context, &kpi)
    }

    fn budget(&self) -> Section {
        let context = self.context;
        let budget = &self.diff.budget;
        let mut lines = Vec::new();
        let mut line = |title: String, change: &AmountChange, id: Option<&'static str>| {
            let amount = self.amount(change);
            let text = id.map_or_else(|| amount.clone(), |id| format!("{} {amount}", context.word(id)));
            let mark = match (&change.from, &change.to) {
                (None, _) => Mark::Added,
                (_, None) => Mark::Dropped,
                _ => Mark::Changed,
            };
            lines.push(Line { mark, title, text, detail: None });
        };
        if let Some(total) = &budget.total {
            line(context.word("diff-plan"), total, None);
        }
        for channel in &budget.channels {
            let title = channel.title.clone().unwrap_or_else(|| context.word("report-budget-no-channel"));
            if let Some(planned) = &channel.planned {
                line(title.clone(), planned, Some("diff-planned"));
            }
            for phase in &channel.phases {
                let title = format!("{title} · {}", context.title(&phase.phase));
                line(title, &phase.planned, Some("diff-planned"));
            }
            if let Some(committed) = &channel.committed {
                line(title, committed, Some("diff-committed"));
            }
        }
        for item in &budget.items {
            line(self.name(&item.item), &item.amount, None);
        }
        if let Some(before) = &budget.currency_before {
            let text = format!("{before} → {}", strong(&budget.currency));
            let (title, detail) = (context.word("diff-currency"), Some(context.word("diff-currency-detail")));
            lines.push(Line { mark: Mark::Changed, title, text, detail });
        }
        let finding = match &budget.total {
            Some(total) => self.signed(&total.difference),
            None => lines.len().to_string(),
        };
        Section { noun: context.word("diff-budget"), finding, lines, is_main: true }
    }

    /// `90 → 120 million (+30 million)`.
    fn amount(&self, change: &AmountChange) -> String {
        let none = || self.context.word("report-none");
        let money = |value: &Option<Number>| {
            value.as_ref().and_then(number).map_or_else(none, |value| self.context.money(value))
        };
        let (from, to) = (money(&change.from), money(&change.to));
        format!("{from} → {} ({})", strong(&to), self.signed(&change.difference))
    }

    fn signed(&self, difference: &Number) -> String {
        let value = number(difference).unwrap_or_default();
        let sign = if value > Decimal::ZERO { "+" } else { "" };
        format!("{sign}{}", self.context.money(value))
    }

    fn owner(&self, change: &OwnerChange) -> Line {
        let nobody = || self.context.word("diff-nobody");
        let from = change.from_name.clone().unwrap_or_else(nobody);
        let to = change.to_name.clone().unwrap_or_else(nobody);
        let text = format!("{} → {}", crate::text::visible(&from), strong(&to));
        Line { mark: Mark::Changed, title: self.name(&change.item), text, detail: None }
    }

    fn alone(&self, mark: Mark, item: &DiffItem) -> Line {
        let title = match item.kind {
            ItemKind::Activity | ItemKind::Person | ItemKind::Team => {
                format!("{} ({})", item.title, lower(&self.context.word(kind_word(item.kind))))
            }
            _ => self.name(item),
        };
        let owner = item.owner.as_ref().map(|owner| format!(" – {}", self.context.given(owner)));
        Line { mark, title: title + &owner.unwrap_or_default(), text: String::new(), detail: None }
    }

    fn moved(&self, change: &Moved) -> Line {
        let place = |phase: &Option<String>| match phase {
            Some(phase) => self.context.title(phase).to_owned(),
            None => self.context.word("report-always-on"),
        };
        let text = format!("{} → {}", crate::text::visible(&place(&change.from)), strong(&place(&change.to)));
        Line { mark: Mark::Changed, title: self.name(&change.item), text, detail: None }
    }

    fn status(&self, change: &StatusChange) -> Line {
        let text = format!("{} → {}", self.status_word(&change.from), strong(&self.status_word(&change.to)));
        let detail = change.to.reason.clone();
        Line { mark: Mark::Changed, title: self.name(&change.item), text, detail }
    }

    fn status_word(&self, status: &Status) -> String {
        let word = self.context.word(match status.kind {
            StatusKind::Idea => "report-state-idea",
            StatusKind::Planned => "report-state-not-started",
            StatusKind::InProgress => "report-state-in-progress",
            StatusKind::Blocked => "report-state-blocked",
            StatusKind::Done => "report-state-done",
            StatusKind::Cancelled => "report-state-cancelled",
        });
        let percent =
            status.percent.as_ref().and_then(number).map(|percent| self.context.percent(percent, 0));
        let day = status.done.as_ref().map(|day| self.context.day(day));
        match percent.or(day) {
            Some(more) => format!("{word} {more}"),
            None => word,
        }
    }

    fn renamed(&self, change: &Renamed) -> Line {
        let mut parts = Vec::new();
        if let Some(title) = &change.title {
            let now = strong(&format!("“{}”", change.item.title));
            parts.push(format!("“{}” → {now}", crate::text::visible(title)));
        }
        if let Some(id) = &change.id {
            let now = change.item.id.rsplit('.').next().unwrap_or_default();
            parts.push(format!("{id} → {}", strong(now)));
        }
        let title = self.context.word(kind_word(change.item.kind));
        Line { mark: Mark::Changed, title, text: parts.join(" · "), detail: None }
    }

    fn other(&self, change: &OtherChange) -> Line {
        let text = change.properties.join(", ");
        Line { mark: Mark::Changed, title: self.name(&change.item), text, detail: None }
    }

    fn figures(&self) -> Section {
        let figures = &self.diff.figures;
        let counts = [
            ("diff-figures-added", figures.added),
            ("diff-figures-dropped", figures.dropped),
            ("diff-figures-changed", figures.changed),
        ];
        let parts: Vec<String> = counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| self.context.with(id, "count", i64::from(count)))
            .collect();
        let line = |text: &String| Line {
            mark: Mark::Changed,
            title: String::new(),
            text: text.clone(),
            detail: None,
        };
        let total = figures.added.saturating_add(figures.dropped).saturating_add(figures.changed);
        Section {
            noun: self.context.word("diff-figures"),
            finding: total.to_string(),
            lines: parts.iter().map(line).collect(),
            is_main: false,
        }
    }
}

/// The word for what something is.
fn kind_word(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Roadmap => "diff-kind-roadmap",
        ItemKind::Person => "diff-kind-person",
        ItemKind::Team => "diff-kind-team",
        ItemKind::Channel => "diff-kind-channel",
        ItemKind::Metric => "diff-kind-metric",
        ItemKind::Source => "diff-kind-source",
        ItemKind::Segment => "diff-kind-segment",
        ItemKind::Product => "diff-kind-product",
        ItemKind::Goal => "diff-kind-goal",
        ItemKind::Kpi => "diff-kind-kpi",
        ItemKind::Phase => "diff-kind-phase",
        ItemKind::Activity => "diff-kind-activity",
        ItemKind::Task => "diff-kind-task",
        ItemKind::Launch => "diff-kind-launch",
        ItemKind::Material => "diff-kind-material",
        ItemKind::Script => "diff-kind-script",
        ItemKind::Milestone => "diff-kind-milestone",
        ItemKind::Review => "diff-kind-review",
    }
}

/// A noun inside a sentence: its first letter small, unless it is an abbreviation.
fn lower(noun: &str) -> String {
    let mut letters = noun.chars();
    let is_short = noun.chars().nth(1).is_some_and(char::is_uppercase);
    match letters.next() {
        Some(first) if !is_short => first.to_lowercase().chain(letters).collect(),
        _ => noun.to_owned(),
    }
}
