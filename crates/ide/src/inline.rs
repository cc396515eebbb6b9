//! What is shown beside and above the text without being asked: computed dates, shares, and how things stand.

use roadmap_db::Analysis;
use roadmap_diag::{Arg, FileId, Locale, Message, Span, TextRange, format_date_short, render};
use roadmap_sema::model::{Budget, Model, Phase, Unit};
use roadmap_sema::track;
use rust_decimal::Decimal;

use crate::card;
use crate::completion::amounts::source_money;

/// A few words behind a place in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InlayHint {
    /// Where they stand.
    pub offset: u32,
    /// The words.
    pub label: String,
}

/// A line above a statement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lens {
    /// The statement's keyword.
    pub range: TextRange,
    /// The words.
    pub title: String,
}

/// What is computed and not written, in `range` of a file: dates, shares of the phase's budget, relative targets as numbers.
#[must_use]
pub fn inlay_hints(analysis: &Analysis, file: FileId, range: TextRange, locale: Locale) -> Vec<InlayHint> {
    let model = &*analysis.model;
    let mut hints = Vec::new();
    let mut add = |span: Span, label: String| {
        let end = analysis.resolve(span).end;
        if range.touches(end) {
            hints.push(InlayHint { offset: end, label });
        }
    };
    for activity in model.activities.rows() {
        let Some(place) = activity.head.place.filter(|place| place.keyword.file == file) else { continue };
        let dates = activity.dates;
        if let (Some(start), Some(end)) = (dates.start, dates.end)
            && (dates.computed_start || dates.computed_end)
        {
            let days = [start, end].map(|day| format_date_short(day, locale));
            add(place.head, days.join(" – "));
        }
        if let Some(phase) = activity.phase {
            shares(&model[phase], &activity.budget, locale, &mut add);
        }
    }
    for phase in model.phases.rows() {
        for channel in phase.channels.iter().filter(|channel| channel.place.keyword.file == file) {
            shares(phase, &channel.budget, locale, &mut add);
        }
    }
    for kpi in model.kpis.rows().iter().filter(|kpi| kpi.place.keyword.file == file) {
        if let (Some(target), Some(span)) = (kpi.target, kpi.target_span)
            && target.relative.is_some()
        {
            let value = match kpi.unit {
                Some(Unit::Money(currency)) => source_money(target.value, currency),
                unit => card::value(target.value, unit, locale),
            };
            add(span, format!("= {value}"));
        }
    }
    hints.sort_by_key(|hint| hint.offset);
    hints
}

/// What part of the phase's budget each line is.
fn shares(phase: &Phase, budget: &Budget, locale: Locale, add: &mut impl FnMut(Span, String)) {
    let Some(total) = phase.budget.total() else { return };
    for line in &budget.lines {
        if let Some(share) = line.amount.and_then(|amount| percent(amount, total)) {
            let message = Message::new("ide-hint-share").with("share", Arg::Percent(share));
            add(line.span, render(&message, locale));
        }
    }
}

fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole).map(|share| share.round_dp(0))
}

/// How phases, goals and people stand, above their statements.
#[must_use]
pub fn lenses(analysis: &Analysis, file: FileId, locale: Locale) -> Vec<Lens> {
    let model = &*analysis.model;
    let tracking = track::track_with(model, &analysis.settings.limits);
    let mut lenses = Vec::new();
    let mut add = |head: &roadmap_sema::model::Head, messages: Vec<Message>| {
        let Some(place) = head.place.filter(|place| place.keyword.file == file) else { return };
        let words: Vec<_> = messages.iter().map(|message| render(message, locale)).collect();
        if !words.is_empty() {
            lenses.push(Lens { range: analysis.resolve(place.keyword), title: words.join(" · ") });
        }
    };
    for phase in model.phases.rows() {
        let counted = phase.activities.iter().filter(|id| model[**id].status.counts());
        let mut messages = vec![Message::new("ide-activities").with("count", counted.count())];
        let is_late = |id: &&_| tracking.activity(**id).is_some_and(|activity| activity.days_late.is_some());
        let late = phase.activities.iter().filter(is_late).count();
        if late > 0 {
            messages.push(Message::new("ide-lens-late").with("count", late));
        }
        if let Some(share) = planned(model, phase) {
            messages.push(Message::new("ide-lens-budget").with("share", Arg::Percent(share)));
        }
        add(&phase.head, messages);
    }
    for (id, goal) in model.goals.iter() {
        add(&goal.head, tracking.goal(id).map(card::kpi_state).into_iter().collect());
    }
    for (id, person) in model.people.iter() {
        // Who has nothing to do is no news.
        let open = Some(tracking.open_items(id)).filter(|open| *open > 0);
        add(
            &person.head,
            open.map(|open| Message::new("ide-open-items").with("count", open)).into_iter().collect(),
        );
    }
    lenses.sort_by_key(|lens| lens.range);
    lenses
}

/// What part of the phase's budget its activities have been given.
fn planned(model: &Model, phase: &Phase) -> Option<Decimal> {
    let total = phase.budget.total()?;
    let activities = phase.activities.iter().map(|id| &model[*id]);
    let amounts = activities.filter(|work| work.status.counts()).filter_map(|work| work.budget.total());
    percent(amounts.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)?, total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Fixture;

    const PLAN: &str = "roadmap \"R\" { period 2026; currency VND }\nperson lan \"Lan\"\nphase p \"P\" 2026-Q1 {\n  budget 200M VND\n  \
        channel seo { budget 50M VND }\n  goal g \"G\" { owner lan; kpi revenue 1_000M VND -> +30% by 2026-03-31 }\n  \
        activity a \"A\" { owner lan; start 2026-01-05; duration 2w; budget 30M VND }\n  \
        activity b \"B\" { owner lan; start 2026-01-01; deadline 2026-01-02 }\n}\n";

    #[test]
    fn hints_say_what_is_computed() {
        let fixture = Fixture::new(PLAN);
        let all = TextRange::new(0, u32::MAX);
        let shown = |locale| {
            let mut text =
                fixture.analysis.files.first().map(|file| file.text.to_string()).unwrap_or_default();
            let hints = inlay_hints(&fixture.analysis, fixture.file, all, locale);
            for hint in hints.iter().rev() {
                text.insert_str(hint.offset as usize, &format!("⟦{}⟧", hint.label));
            }
            text.lines().filter(|line| line.contains('⟦')).map(str::trim).collect::<Vec<_>>().join("\n")
        };
        insta::assert_snapshot!(shown(Locale::En), @r#"
        channel seo { budget 50M VND⟦25% of the phase⟧ }
        goal g "G" { owner lan; kpi revenue 1_000M VND -> +30%⟦= 1_300M VND⟧ by 2026-03-31 }
        activity a "A"⟦5 Jan – 18 Jan⟧ { owner lan; start 2026-01-05; duration 2w; budget 30M VND⟦15% of the phase⟧ }
        "#);
        assert!(shown(Locale::Vi).contains("⟦05/01 – 18/01⟧"));
        let none = inlay_hints(&fixture.analysis, fixture.file, TextRange::new(0, 5), Locale::En);
        assert_eq!(none, []);
    }

    #[test]
    fn lenses_say_how_things_stand() {
        let fixture = Fixture::new(PLAN);
        let shown = |locale| {
            let lenses = lenses(&fixture.analysis, fixture.file, locale);
            let lines = lenses.iter().map(|lens| {
                format!(
                    "{}: {}",
                    fixture.line_of(fixture.file, lens.range).split(' ').next().unwrap_or(""),
                    lens.title
                )
            });
            lines.collect::<Vec<_>>().join("\n")
        };
        insta::assert_snapshot!(shown(Locale::En), @r"
        ⟦person⟧: 2 open items
        ⟦phase⟧: 2 activities · 1 late · 15% of the budget
        ⟦goal⟧: No figures yet
        ");
        insta::assert_snapshot!(shown(Locale::Vi), @r"
        ⟦person⟧: 2 việc đang mở
        ⟦phase⟧: 2 hoạt động · 1 trễ · 15% ngân sách
        ⟦goal⟧: Chưa có số liệu
        ");
    }
}
