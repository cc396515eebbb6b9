//! What reviews left behind: what was decided, what changed, and what happened since the last one.

use jiff::civil::Date;
use roadmap_api::{Change, Day, Number, ProposalState, Reason, Review, State};

use crate::context::{Context, day, number};

/// What happened between the last review before today and today.
pub(crate) struct News<'a> {
    /// The day of that review.
    pub(crate) since: &'a Day,
    /// Work that was finished: its identifier, title and day, by day.
    pub(crate) finished: Vec<Finished<'a>>,
    /// Milestones that were reached, likewise.
    pub(crate) reached: Vec<Finished<'a>>,
    /// What was changed in the plan, as reviews after that day tell.
    pub(crate) changes: Vec<&'a Change>,
}

/// Something that came to its end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finished<'a> {
    pub(crate) on: Date,
    pub(crate) id: &'a str,
    pub(crate) title: &'a str,
}

/// The news; `None` where no review was held before today.
pub(crate) fn news<'a>(context: &Context<'a>) -> Option<News<'a>> {
    let report = context.report;
    let today = context.today?;
    let since = report.reviews.iter().rev().map(|review| &review.date);
    let since = since.into_iter().find(|date| day(date).is_some_and(|date| date < today))?;
    let after = day(since)?;
    let inside = |date: &Date| after < *date && *date <= today;
    let activities = report.activities.iter().map(|x| (&x.status, x.id.as_str(), x.title.as_str()));
    let launches = report.launches.iter().map(|x| (&x.status, x.id.as_str(), x.title.as_str()));
    let scripts = report.scripts.iter().map(|x| (&x.status, x.id.as_str(), x.title.as_str()));
    let work = activities.chain(launches).chain(scripts);
    let finished = work.filter_map(|(status, id, title)| {
        Some(Finished { on: status.done.as_ref().and_then(day).filter(inside)?, id, title })
    });
    let reached = report.milestones.iter().filter(|milestone| milestone.state == State::Done);
    let reached = reached.filter_map(|milestone| {
        let on = day(&milestone.date).filter(inside)?;
        Some(Finished { on, id: &milestone.id, title: &milestone.title })
    });
    let told = report.reviews.iter().filter(|review| day(&review.date).as_ref().is_some_and(inside));
    let mut news = News {
        since,
        finished: finished.collect(),
        reached: reached.collect(),
        changes: told.flat_map(|review| &review.changes).collect(),
    };
    news.finished.sort_unstable();
    news.reached.sort_unstable();
    Some(news)
}

impl News<'_> {
    /// The finding above the news.
    pub(crate) fn heading(&self, context: &Context<'_>) -> String {
        let counts = [
            ("report-news-finished", self.finished.len()),
            ("report-news-reached", self.reached.len()),
            ("report-news-changed", self.changes.len()),
        ];
        let parts: Vec<_> = counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| context.with(id, "count", count))
            .collect();
        if parts.is_empty() { context.word("report-news-none") } else { parts.join(", ") }
    }
}

/// Reviews held by today, the latest first.
pub(crate) fn held<'a>(context: &Context<'a>) -> Vec<&'a Review> {
    let by_today = |review: &&Review| match (day(&review.date), context.today) {
        (Some(date), Some(today)) => date <= today,
        _ => true,
    };
    context.report.reviews.iter().rev().filter(by_today).collect()
}

/// What was changed: the item's title and the property's name.
pub(crate) fn subject(context: &Context<'_>, change: &Change) -> (String, String) {
    let property = match change.property.as_str() {
        "budget" => context.word("report-col-budget").to_lowercase(),
        "deadline" => context.word("report-col-deadline").to_lowercase(),
        "owner" => context.word("report-col-owner").to_lowercase(),
        "status" => context.word("report-col-status").to_lowercase(),
        "start" => context.word("report-due-start"),
        other => other.replace('_', " "),
    };
    (context.title(item(context, &change.item)).to_owned(), property)
}

/// The qualified identifier behind what a review calls an item, which may be its last part alone.
pub(crate) fn item<'b>(context: &Context<'b>, written: &'b str) -> &'b str {
    let report = context.report;
    let activities = report.activities.iter().map(|x| x.id.as_str());
    let launches = report.launches.iter().map(|x| x.id.as_str());
    let scripts = report.scripts.iter().map(|x| x.id.as_str());
    let goals = report.goals.iter().map(|x| x.id.as_str());
    let milestones = report.milestones.iter().map(|x| x.id.as_str());
    let phases = report.phases.iter().map(|x| x.id.as_str());
    let mut all = activities.chain(launches).chain(scripts).chain(goals).chain(milestones).chain(phases);
    all.find(|id| *id == written || id.rsplit('.').next() == Some(written)).unwrap_or(written)
}

/// The value before or after a change, as readers write it; a dash where there was none.
pub(crate) fn value(context: &Context<'_>, change: &Change, written: Option<&String>) -> String {
    let Some(written) = written else { return context.word("report-none") };
    if let Ok(date) = written.parse::<Date>() {
        return context.date(date);
    }
    if let Some(figure) = number(&Number::new(written)) {
        return match change.property.as_str() {
            "budget" | "spent" => context.money(figure),
            _ => context.decimal(figure, 2),
        };
    }
    if context.report.people.iter().any(|person| person.id == *written) {
        return context.given(written).to_owned();
    }
    written.clone()
}

/// By how many days a date moved: `+6 ngày`, `−3 ngày`.
pub(crate) fn moved(context: &Context<'_>, change: &Change) -> Option<String> {
    let days = change.days.filter(|days| *days != 0)?;
    let sign = if days > 0 { "+" } else { "−" };
    let count = context.with("report-days", "days", i64::try_from(days.unsigned_abs()).unwrap_or(i64::MAX));
    Some(format!("{sign}{count}"))
}

/// The word for what moved the market.
pub(crate) fn reason(context: &Context<'_>, reason: Reason) -> String {
    context.word(match reason {
        Reason::Behaviour => "report-because-behaviour",
        Reason::AdCost => "report-because-ad-cost",
        Reason::Rival => "report-because-rival",
        Reason::Message => "report-because-message",
        Reason::Product => "report-because-product",
    })
}

/// The word for what became of a proposal.
pub(crate) fn proposal(context: &Context<'_>, state: ProposalState) -> String {
    context.word(match state {
        ProposalState::Open => "report-proposal-open",
        ProposalState::Approved => "report-proposal-approved",
        ProposalState::Rejected => "report-proposal-rejected",
    })
}
