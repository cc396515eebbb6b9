//! The state of a plan as Markdown: what `status` shows in a terminal, for an editor or a message.

use roadmap_api::{
    Due, Goal, ItemKind, LaunchReadiness, Milestone, OpenWork, PlanStatus, Report, ReviewRhythm,
};
use roadmap_diag::Locale;

use super::escape::{markdown, rich};
use crate::context::{Context, day};
use crate::kpi::{self, KpiView};
use crate::status::{ENTRIES, ITEMS, KPIS, sentences};
use crate::{label, verdict, words};

/// `status`, which was made from `report`.
pub(crate) fn status(report: &Report, status: &PlanStatus, locale: Locale) -> String {
    let context = Context::new(report, locale);
    let mut writer = Writer { context: &context, status, out: String::new() };
    writer.head();
    writer.goals();
    writer.decisions();
    writer.people();
    writer.blocked();
    writer.launches();
    writer.reviews();
    writer.milestones();
    writer.out
}

struct Writer<'a> {
    context: &'a Context<'a>,
    status: &'a PlanStatus,
    out: String,
}

impl Writer<'_> {
    fn head(&mut self) {
        let (context, status) = (self.context, self.status);
        self.out = format!("# {}\n\n{}\n", markdown(&status.title), rich(&verdict::as_of(context)));
        if let Some(owner) = &status.owner {
            let part = context.with("status-part", "name", context.person(owner));
            self.out.push_str(&format!("\n{}\n", markdown(&part)));
        }
        self.out.push_str(&format!("\n**{}**\n\n", markdown(&status.verdict)));
        for fact in &status.facts {
            self.line(0, &markdown(fact));
        }
        if let Some(work) = sentences::work(context, status) {
            self.line(0, &markdown(&work));
        }
        if status.findings.errors > 0 {
            let errors = context.with("status-errors", "count", i64::from(status.findings.errors));
            // The message names a command, in marks of its own.
            self.line(0, &errors);
        }
    }

    fn goals(&mut self) {
        let (context, status) = (self.context, self.status);
        // A part of the plan may have no goal of its own; a plan without one is told so.
        if status.goals.is_empty() && status.owner.is_some() {
            return;
        }
        self.heading("report-goals", &verdict::goals_heading_of(context, &status.summary));
        for goal in status.goals.iter().take(self.most(ENTRIES)) {
            self.goal(goal);
        }
        self.more(0, status.goals.len(), ENTRIES);
    }

    fn goal(&mut self, goal: &Goal) {
        let context = self.context;
        let word = context.word(words::kpi_state(goal.state).word);
        self.entry(&word, &goal.title, goal.owner.as_ref(), "");
        for kpi in kpi::outcomes_first(&goal.kpis).take(KPIS) {
            let view = KpiView::new(context, kpi);
            let mut parts = vec![markdown(&kpi::line(context, kpi))];
            if !view.gap.is_empty() {
                parts.push(rich(&view.gap));
            } else if view.now.is_none() {
                parts.push(markdown(&context.word(view.look.word)));
            }
            if let Some(by) = &kpi.by {
                parts.push(markdown(&context.with("report-kpi-by", "date", context.day(by))));
            }
            self.line(1, &parts.join(" · "));
        }
        let more = goal.kpis.len().saturating_sub(KPIS);
        if more > 0 {
            self.line(1, &context.with("status-more-kpis", "count", more));
        }
        if goal.kpis.is_empty() {
            self.line(1, &markdown(&context.word("report-goal-no-kpi")));
        }
    }

    fn decisions(&mut self) {
        let (context, status) = (self.context, self.status);
        if status.decisions.is_empty() {
            return;
        }
        self.heading("report-decide", &context.with("status-decide", "count", status.decisions.len()));
        for decision in status.decisions.iter().take(self.most(ENTRIES)) {
            self.line(0, &markdown(&decision.text));
            self.line(1, &markdown(&sentences::decision(context, decision)));
        }
        self.more(0, status.decisions.len(), ENTRIES);
    }

    /// What is late and due, by who answers for it.
    fn people(&mut self) {
        let (context, status) = (self.context, self.status);
        self.heading("status-week", &sentences::week(context, status));
        for person in status.people.iter().take(self.most(ENTRIES)) {
            let name = person.name.clone().unwrap_or_else(|| context.word("status-nobody"));
            self.line(0, &format!("**{}**", markdown(&name)));
            for list in [&person.late, &person.week] {
                list.iter().take(self.most(ITEMS)).for_each(|due| self.due(due));
                self.more(1, list.len(), ITEMS);
            }
        }
        self.more(0, status.people.len(), ENTRIES);
    }

    fn due(&mut self, due: &Due) {
        let context = self.context;
        let title = label::due(context, due);
        let title = match due.kind {
            ItemKind::Task | ItemKind::Material => format!("{title} ({})", context.title(&due.item)),
            _ => title,
        };
        let title = markdown(&title);
        let line = match due.days_late {
            Some(days) => format!("{title} – **{}**", context.with("report-late-days", "days", days)),
            None => {
                let when = context.day_or_dash(due.day.as_ref());
                format!("{title} – {when} {}", context.word(verdict::what(due.what)))
            }
        };
        self.line(1, &line);
    }

    fn blocked(&mut self) {
        let (context, status) = (self.context, self.status);
        if status.blocked.is_empty() {
            return;
        }
        let count = context.with("status-blocked-count", "count", status.blocked.len());
        self.heading("status-blocked", &count);
        for due in status.blocked.iter().take(self.most(ENTRIES)) {
            let day = due.day.as_ref().map(|day| context.with("report-kpi-by", "date", context.day(day)));
            self.entry("", &label::due(context, due), due.owner.as_ref(), &day.unwrap_or_default());
            if let Some(reason) = &due.reason {
                self.line(1, &markdown(reason));
            }
        }
        self.more(0, status.blocked.len(), ENTRIES);
    }

    fn launches(&mut self) {
        let (context, launches) = (self.context, &self.status.launches);
        if launches.is_empty() {
            return;
        }
        self.heading("status-launches", &sentences::launches(context, launches));
        for launch in launches.iter().take(self.most(ENTRIES)) {
            self.launch(launch);
        }
        self.more(0, launches.len(), ENTRIES);
    }

    fn launch(&mut self, launch: &LaunchReadiness) {
        let context = self.context;
        let word = match launch.ready {
            true => context.word("status-ready"),
            false => context.word(words::state(launch.state).word),
        };
        let day = launch.day.as_ref().map(|day| sentences::day(self.context, &context.day(day), launch.days));
        self.entry(&word, &launch.title, launch.owner.as_ref(), &day.unwrap_or_default());
        self.line(1, &markdown(&sentences::materials(context, launch)));
        for (id, works) in [("status-waits-for", &launch.waits_for), ("status-preparing", &launch.preparing)]
        {
            for work in works {
                self.open_work(id, work);
            }
        }
    }

    fn open_work(&mut self, id: &'static str, work: &OpenWork) {
        self.line(1, &markdown(&sentences::open_work(self.context, id, work)));
    }

    fn reviews(&mut self) {
        let (context, status) = (self.context, self.status);
        if status.reviews.is_empty() {
            return;
        }
        self.heading("status-reviews", &sentences::reviews(context, &status.reviews));
        for rhythm in &status.reviews {
            self.review(rhythm);
        }
    }

    fn review(&mut self, rhythm: &ReviewRhythm) {
        let context = self.context;
        let (last, next) = (sentences::last_review(context, rhythm), sentences::next_review(context, rhythm));
        let next =
            if sentences::is_missed(rhythm) { format!("**{}**", markdown(&next)) } else { markdown(&next) };
        let name = markdown(&label::review(context, rhythm.every));
        self.line(0, &format!("{name}: {next} · {}", markdown(&last)));
    }

    fn milestones(&mut self) {
        if !self.status.milestones.is_empty() {
            self.heading("status-milestones", "");
        }
        for milestone in &self.status.milestones {
            self.milestone(milestone);
        }
    }

    fn milestone(&mut self, milestone: &Milestone) {
        let context = self.context;
        let days =
            day(&milestone.date).zip(context.today).map(|(date, today)| i64::from((date - today).get_days()));
        let when = sentences::day(self.context, &context.day(&milestone.date), days);
        self.entry("", &milestone.title, milestone.owner.as_ref(), &when);
    }

    /// `18/05 (in 3 days)`.
    fn heading(&mut self, label: &'static str, finding: &str) {
        let label = self.context.word(label);
        let text = if finding.is_empty() { label } else { format!("{label}: {finding}") };
        self.out.push_str(&format!("\n## {}\n\n", markdown(&text)));
    }

    /// A title, and behind it how it stands, who and when.
    fn entry(&mut self, word: &str, title: &str, owner: Option<&String>, day: &str) {
        let owner = owner.map(|owner| self.context.given(owner)).unwrap_or_default();
        let behind: Vec<String> =
            [word, owner, day].into_iter().filter(|part| !part.is_empty()).map(markdown).collect();
        let dash = if behind.is_empty() { "" } else { " – " };
        self.line(0, &format!("**{}**{dash}{}", markdown(title), behind.join(", ")));
    }

    /// How many of a list are shown: of one person's or team's part, all.
    fn most(&self, most: usize) -> usize {
        if self.status.owner.is_some() { usize::MAX } else { most }
    }

    /// Says how many of a list are not shown; the message names an argument, in marks of its own.
    fn more(&mut self, depth: usize, total: usize, most: usize) {
        let more = total.saturating_sub(self.most(most));
        if more > 0 {
            self.line(depth, &self.context.with("status-more", "count", more));
        }
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.out.push_str(&format!("{}- {text}\n", "  ".repeat(depth)));
    }
}
