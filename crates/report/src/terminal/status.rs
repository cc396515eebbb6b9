//! The state of a plan, for a terminal.

use roadmap_api::{
    Decision, Due, DueWhat, Goal, ItemKind, Kpi, LaunchReadiness, Milestone, OpenWork, PersonWork,
    PlanStatus, Report, ReviewRhythm, State,
};
use roadmap_diag::Locale;

use super::Terminal;
use super::page::{Page, Style, shown_width, sign};
use crate::context::Context;
use crate::kpi::{self, KpiView};
use crate::percent::Percent;
use crate::status::{ENTRIES, ITEMS, KPIS, plain, sentences};
use crate::words::{self, Look};
use crate::{label, verdict};

/// Columns of the bar from baseline to target.
const BAR: i64 = 16;

/// `status`, which was made from `report`, for a terminal.
#[must_use]
pub fn render_status(report: &Report, status: &PlanStatus, locale: Locale, terminal: Terminal) -> String {
    let context = Context::new(report, locale);
    let mut writer = Writer { context: &context, status, page: Page::new(terminal) };
    writer.head();
    writer.goals();
    writer.decisions();
    writer.people();
    writer.blocked();
    writer.launches();
    writer.reviews();
    writer.milestones();
    writer.page.finish()
}

struct Writer<'a> {
    context: &'a Context<'a>,
    status: &'a PlanStatus,
    page: Page,
}

impl Writer<'_> {
    fn word(&self, id: &'static str) -> String {
        self.context.word(id)
    }

    /// The plan, the day, the verdict and the facts behind it.
    fn head(&mut self) {
        let (context, status) = (self.context, self.status);
        self.page.line(0, 0, &[(Style::Strong, &status.title)]);
        self.page.line(0, 0, &[(Style::Quiet, &plain(&verdict::as_of(context)))]);
        if let Some(owner) = &status.owner {
            let part = context.with("status-part", "name", context.person(owner));
            self.page.line(0, 0, &[(Style::Quiet, &part)]);
        }
        self.page.line(0, 0, &[]);
        self.page.line(0, 0, &[(Style::Strong, &status.verdict)]);
        for fact in &status.facts {
            self.page.line(2, 4, &[(Style::Plain, "-"), (Style::Plain, fact)]);
        }
        if let Some(work) = sentences::work(context, status) {
            self.page.line(2, 4, &[(Style::Plain, "-"), (Style::Plain, &work)]);
        }
        if status.findings.errors > 0 {
            let errors = context.with("status-errors", "count", i64::from(status.findings.errors));
            let look = words::severity(roadmap_api::Severity::Error);
            self.page.line(2, 4, &[(Style::Look(look), sign(look)), (Style::Plain, &errors)]);
        }
    }

    fn goals(&mut self) {
        // A part of the plan may have no goal of its own; a plan without one is told so.
        if self.status.goals.is_empty() && self.status.owner.is_some() {
            return;
        }
        let heading = verdict::goals_heading_of(self.context, &self.status.summary);
        self.page.heading(&self.word("report-goals"), &heading);
        let words = self.status.goals.iter().map(|goal| self.word(words::kpi_state(goal.state).word));
        let column = widest(words);
        for goal in self.status.goals.iter().take(self.most(ENTRIES)) {
            self.goal(goal, column);
        }
        self.more(self.status.goals.len(), ENTRIES);
    }

    fn goal(&mut self, goal: &Goal, column: usize) {
        let context = self.context;
        let look = words::kpi_state(goal.state);
        self.entry(look, &self.word(look.word), column, &goal.title, goal.owner.as_ref(), "");
        let kpis: Vec<&Kpi> = kpi::outcomes_first(&goal.kpis).collect();
        for kpi in kpis.iter().take(KPIS) {
            self.kpi(kpi);
        }
        let more = kpis.len().saturating_sub(KPIS);
        if more > 0 {
            self.detail(&context.with("status-more-kpis", "count", more));
        }
        if kpis.is_empty() {
            self.detail(&self.word("report-goal-no-kpi"));
        }
    }

    /// A bar, the figure of the target, and how far from the plan's pace it is.
    fn kpi(&mut self, kpi: &Kpi) {
        let context = self.context;
        let view = KpiView::new(context, kpi);
        let mut parts = vec![kpi::line(context, kpi)];
        if !view.gap.is_empty() {
            parts.push(plain(&view.gap));
        } else if view.now.is_none() {
            parts.push(context.word(view.look.word));
        }
        if let Some(by) = &kpi.by {
            parts.push(context.with("report-kpi-by", "date", context.day(by)));
        }
        let words = parts.join(" · ");
        let bar = view.bar.as_ref().filter(|bar| bar.now.is_some() && self.page.is_wide());
        match bar {
            Some(bar) => {
                let drawn = draw(bar.now, bar.pace);
                let hang = 4 + usize::try_from(BAR).unwrap_or(0) + 2;
                let bar = format!("{drawn}\u{a0}");
                self.page.line(4, hang, &[(Style::Look(view.look), &bar), (Style::Plain, &words)]);
            }
            None => self.detail(&words),
        }
    }

    fn decisions(&mut self) {
        if self.status.decisions.is_empty() {
            return;
        }
        let count = self.status.decisions.len();
        self.page.heading(&self.word("report-decide"), &self.context.with("status-decide", "count", count));
        for decision in self.status.decisions.iter().take(self.most(ENTRIES)) {
            self.decision(decision);
        }
        self.more(count, ENTRIES);
    }

    fn decision(&mut self, decision: &Decision) {
        self.page.line(2, 4, &[(Style::Plain, "?"), (Style::Plain, &decision.text)]);
        self.detail(&sentences::decision(self.context, decision));
    }

    /// What is late and due, by who answers for it.
    fn people(&mut self) {
        let (context, status) = (self.context, self.status);
        self.page.heading(&self.word("status-week"), &sentences::week(context, status));
        for person in status.people.iter().take(self.most(ENTRIES)) {
            self.person(person);
        }
        self.more(status.people.len(), ENTRIES);
    }

    fn person(&mut self, person: &PersonWork) {
        let name = person.name.clone().unwrap_or_else(|| self.word("status-nobody"));
        self.page.line(2, 4, &[(Style::Strong, &name)]);
        let most = self.most(ITEMS);
        for list in [&person.late, &person.week] {
            let lines: Vec<(&Due, String)> =
                list.iter().take(most).map(|due| (due, self.when(due))).collect();
            let column = lines.iter().map(|(_, when)| shown_width(when)).max().unwrap_or(0);
            for (due, when) in &lines {
                self.due(due, when, column);
            }
            let more = list.len().saturating_sub(most);
            if more > 0 {
                self.detail(&self.context.with("status-more", "count", more));
            }
        }
    }

    /// When something is due: how late, or on which day.
    fn when(&self, due: &Due) -> String {
        let context = self.context;
        match due.days_late {
            Some(days) => context.with("report-late-days", "days", days),
            None => {
                let day = context.day_or_dash(due.day.as_ref());
                format!("{day} {}", context.word(verdict::what(due.what)))
            }
        }
    }

    fn due(&mut self, due: &Due, when: &str, column: usize) {
        let context = self.context;
        let look = match (due.days_late, due.what) {
            (Some(_), _) => words::state(State::Late),
            (None, DueWhat::Deadline) => words::state(State::AtRisk),
            (None, _) => words::state(State::NotStarted),
        };
        // A date ahead is no warning: only what is late has a colour.
        let style = if due.days_late.is_some() { Style::Look(look) } else { Style::Quiet };
        let title = label::due(context, due);
        let title = match due.kind {
            ItemKind::Task | ItemKind::Material => format!("{title} ({})", context.title(&due.item)),
            _ => title,
        };
        let mark = if due.days_late.is_some() { sign(look) } else { "·" };
        // What stands in front is one word, so that titles begin in one column.
        let pad = "\u{a0}".repeat(column.saturating_sub(shown_width(when)) + 1);
        let front = format!("{mark}\u{a0}{}{pad}", when.replace(' ', "\u{a0}"));
        let hang = if self.page.is_wide() { 4 + shown_width(&front) + 1 } else { 6 };
        self.page.line(4, hang, &[(style, &front), (Style::Plain, &title)]);
    }

    fn blocked(&mut self) {
        if self.status.blocked.is_empty() {
            return;
        }
        let count = self.context.with("status-blocked-count", "count", self.status.blocked.len());
        self.page.heading(&self.word("status-blocked"), &count);
        for due in self.status.blocked.iter().take(self.most(ENTRIES)) {
            let title = label::due(self.context, due);
            let due_day = due.day.as_ref();
            let day = due_day.map(|day| self.context.with("report-kpi-by", "date", self.context.day(day)));
            let look = words::state(State::Blocked);
            let day = day.unwrap_or_default();
            self.entry(look, &self.word(look.word), 0, &title, due.owner.as_ref(), &day);
            if let Some(reason) = &due.reason {
                self.detail(reason);
            }
        }
        self.more(self.status.blocked.len(), ENTRIES);
    }

    fn launches(&mut self) {
        let launches = &self.status.launches;
        if launches.is_empty() {
            return;
        }
        self.page.heading(&self.word("status-launches"), &sentences::launches(self.context, launches));
        let column = widest(launches.iter().map(|launch| self.readiness(launch).1));
        for launch in launches.iter().take(self.most(ENTRIES)) {
            self.launch(launch, column);
        }
        self.more(launches.len(), ENTRIES);
    }

    /// How a launch stands: its look and the word for it.
    fn readiness(&self, launch: &LaunchReadiness) -> (Look, String) {
        if launch.ready {
            return (words::kpi_state(roadmap_api::KpiState::OnPace), self.word("status-ready"));
        }
        let look = words::state(launch.state);
        (look, self.word(look.word))
    }

    fn launch(&mut self, launch: &LaunchReadiness, column: usize) {
        let context = self.context;
        let (look, word) = self.readiness(launch);
        let day = launch.day.as_ref().map(|day| sentences::day(self.context, &context.day(day), launch.days));
        let day = day.unwrap_or_default();
        self.entry(look, &word, column, &launch.title, launch.owner.as_ref(), &day);
        self.detail(&sentences::materials(context, launch));
        self.open_work("status-waits-for", &launch.waits_for);
        self.open_work("status-preparing", &launch.preparing);
    }

    fn open_work(&mut self, id: &'static str, works: &[OpenWork]) {
        for work in works {
            self.detail(&sentences::open_work(self.context, id, work));
        }
    }

    fn reviews(&mut self) {
        if self.status.reviews.is_empty() {
            return;
        }
        let finding = sentences::reviews(self.context, &self.status.reviews);
        self.page.heading(&self.word("status-reviews"), &finding);
        let names: Vec<String> =
            self.status.reviews.iter().map(|rhythm| label::review(self.context, rhythm.every)).collect();
        let column = names.iter().map(|name| shown_width(name)).max().unwrap_or(0);
        for (rhythm, name) in self.status.reviews.iter().zip(&names) {
            self.review(rhythm, name, column);
        }
    }

    fn review(&mut self, rhythm: &ReviewRhythm, name: &str, column: usize) {
        let is_missed = sentences::is_missed(rhythm);
        let look = if is_missed { words::state(State::Late) } else { words::state(State::NotStarted) };
        let last = sentences::last_review(self.context, rhythm);
        let next = sentences::next_review(self.context, rhythm);
        let pad = "\u{a0}".repeat(column.saturating_sub(shown_width(name)));
        let front = format!("{}\u{a0}{}{pad}", sign(look), name.replace(' ', "\u{a0}"));
        let hang = if self.page.is_wide() { 2 + shown_width(&front) + 1 } else { 4 };
        let style = if is_missed { Style::Look(look) } else { Style::Plain };
        self.page.line(2, hang, &[(style, &front), (Style::Plain, &format!("{next} · {last}"))]);
    }

    fn milestones(&mut self) {
        if self.status.milestones.is_empty() {
            return;
        }
        self.page.heading(&self.word("status-milestones"), "");
        for milestone in &self.status.milestones {
            self.milestone(milestone);
        }
    }

    fn milestone(&mut self, milestone: &Milestone) {
        let context = self.context;
        let date = crate::context::day(&milestone.date);
        let days = date.zip(context.today).map(|(date, today)| i64::from((date - today).get_days()));
        let day = sentences::day(self.context, &context.day(&milestone.date), days);
        let look = words::state(milestone.state);
        let front = format!("◇\u{a0}{}", day.replace(' ', "\u{a0}"));
        let owner = milestone.owner.as_ref().map(|owner| format!("– {}", context.given(owner)));
        let owner = owner.unwrap_or_default();
        let title = milestone.title.as_str();
        self.page.line(2, 4, &[(Style::Look(look), &front), (Style::Plain, title), (Style::Quiet, &owner)]);
    }

    /// `18/05 (in 3 days)`.
    /// Sign, word, title, and behind it who and when. Where there is room, titles begin in one column behind the words.
    fn entry(
        &mut self,
        look: Look,
        word: &str,
        column: usize,
        title: &str,
        owner: Option<&String>,
        day: &str,
    ) {
        let behind = match self.page.is_wide() {
            true => "\u{a0}".repeat(column.saturating_sub(shown_width(word)) + 1),
            false => ":".to_owned(),
        };
        let front = format!("{}\u{a0}{}{behind}", sign(look), word.replace(' ', "\u{a0}"));
        let hang = if self.page.is_wide() { 2 + shown_width(&front) + 1 } else { 4 };
        let mut behind = Vec::new();
        behind.extend(owner.map(|owner| self.context.given(owner).to_owned()));
        behind.extend((!day.is_empty()).then(|| day.to_owned()));
        let behind = if behind.is_empty() { String::new() } else { format!("– {}", behind.join(", ")) };
        self.page.line(
            2,
            hang,
            &[(Style::Look(look), &front), (Style::Strong, title), (Style::Quiet, &behind)],
        );
    }

    /// How many of a list are shown: of one person's or team's part, all.
    fn most(&self, most: usize) -> usize {
        if self.status.owner.is_some() { usize::MAX } else { most }
    }

    /// Says how many of a list are not shown.
    fn more(&mut self, total: usize, most: usize) {
        let more = total.saturating_sub(self.most(most));
        if more > 0 {
            let text = self.context.with("status-more", "count", more);
            self.page.line(2, 4, &[(Style::Quiet, &text)]);
        }
    }

    fn detail(&mut self, text: &str) {
        self.page.line(4, 6, &[(Style::Plain, text)]);
    }
}

/// Columns of the widest of `words`.
fn widest(words: impl Iterator<Item = String>) -> usize {
    words.map(|word| shown_width(&word)).max().unwrap_or(0)
}

/// A bar: what is done, the plan's pace as `│`, what is left.
fn draw(now: Option<Percent>, pace: Option<Percent>) -> String {
    let place = |percent: Percent| percent.whole() * BAR / 100;
    let done = now.map_or(0, place);
    // The end of the bar is a place, too.
    let tick = pace.map(|pace| place(pace).min(BAR - 1));
    let cell = |at: i64| match at {
        at if tick == Some(at) => '│',
        at if at < done => '█',
        _ => '░',
    };
    (0..BAR).map(cell).collect()
}
