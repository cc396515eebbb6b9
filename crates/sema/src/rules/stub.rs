//! What fixes write for somebody to go on with, in the language of the plan. `…` stands where only people know.

use jiff::civil::Date;
use roadmap_diag::{Message, render};
use rust_decimal::Decimal;
use smol_str::SmolStr;

use super::Cx;
use super::text::hidden_character::is_hidden;
use crate::model::{Direction, Goal, Id, Phase, Unit};

/// The objections that every script answers.
pub(crate) const OBJECTIONS: [&str; 4] = ["price", "trust", "need", "rival"];

/// What customers say, in the same order.
const WORDS: [&str; 4] = ["sales-stub.price", "sales-stub.trust", "sales-stub.need", "sales-stub.rival"];

impl Cx<'_> {
    /// A text of the message files in the language of the plan, as a string of the source.
    pub(crate) fn plan_text(&self, message: &Message) -> String {
        quoted(&render(message, self.model.plan.lang))
    }

    /// For each of [`OBJECTIONS`] a line to fill in.
    pub(crate) fn objection_stubs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let line = |(kind, words): (&str, &'static str)| {
            format!("objection {kind} {} {{ answer \"…\" }}", self.plan_text(&Message::new(words)))
        };
        let lines =
            self.made.objections.get_or_init(|| OBJECTIONS.into_iter().zip(WORDS).map(line).collect());
        OBJECTIONS.into_iter().zip(lines.iter().map(String::as_str))
    }

    /// An identifier for new work: `wanted`, with a number behind it where that is taken.
    pub(crate) fn free_id(&self, wanted: &str) -> String {
        let taken = self.made.work_ids.get_or_init(|| {
            let model = self.model;
            let goals = model.goals.rows().iter().map(|goal| &goal.head);
            let heads = goals
                .chain(model.activities.rows().iter().map(|activity| &activity.head))
                .chain(model.launches.rows().iter().map(|launch| &launch.head))
                .chain(model.scripts.rows().iter().map(|script| &script.head))
                .chain(model.milestones.rows().iter().map(|milestone| &milestone.head));
            heads.map(|head| head.id.clone()).collect()
        });
        let mut id = SmolStr::new(wanted);
        let mut number = 2_u32;
        while taken.contains(&id) {
            id = SmolStr::new(format!("{wanted}_{number}"));
            number += 1;
        }
        id.to_string()
    }

    /// A day for something that is to be ready before `start`: the working day before it, but neither in the past nor
    /// before the phase it stands in.
    pub(crate) fn ready_before(&self, start: Option<Date>, phase: Option<Id<Phase>>) -> Option<Date> {
        let calendar = &self.model.calendar;
        let phase_start = phase.and_then(|phase| self.model[phase].range).map(|range| range.value.start);
        let today = self.model.today;
        let earliest = calendar.next_working(phase_start.map_or(today, |start| start.max(today)))?;
        match start {
            Some(start) => Some(calendar.previous_working(start.yesterday().ok()?)?.max(earliest)),
            None => Some(earliest),
        }
    }

    /// The last working day before `day`, where it is not past yet.
    pub(crate) fn workday_before(&self, day: Date) -> Option<Date> {
        let before = self.model.calendar.previous_working(day.yesterday().ok()?)?;
        (before >= self.model.today).then_some(before)
    }

    /// The goals that work in `phase` may serve; at the top level the first two, enough to choose one.
    pub(crate) fn goals_for(&self, phase: Option<Id<Phase>>) -> Vec<Id<Goal>> {
        let Some(phase) = phase else { return self.goals_of_all().to_vec() };
        let phase = &self.model[phase];
        let helped = phase.supports.iter().filter_map(|goal| goal.target);
        if phase.goals.is_empty() { helped.collect() } else { phase.goals.clone() }
    }

    /// The first two goals of the top level.
    fn goals_of_all(&self) -> &[Id<Goal>] {
        self.made.goals_of_all.get_or_init(|| {
            let of_all = self.model.goals.iter().filter(|(_, goal)| goal.phase.is_none());
            of_all.map(|(id, _)| id).take(2).collect()
        })
    }

    /// A KPI to begin with: a tenth of what the first of `goals` counts, rounded up.
    pub(crate) fn first_kpi(&self, goals: &[Id<Goal>]) -> String {
        let kpis = goals.iter().flat_map(|goal| &self.model[*goal].kpis);
        let tenth = kpis.filter_map(|kpi| {
            let metric = self.metric_of(*kpi).filter(|_| self.is_outcome(*kpi))?;
            let kpi = &self.model[*kpi];
            let counts = kpi.direction == Some(Direction::Up)
                && kpi.unit == Some(Unit::Count)
                && metric.aggregate == "sum";
            let tenth = kpi.target.filter(|_| counts)?.value.checked_div(Decimal::TEN)?.ceil();
            let number = super::facts::source_amount(tenth, kpi.unit);
            tenth.is_sign_positive().then(|| format!("kpi {} >= {number}", metric.head.id))
        });
        tenth.into_iter().next().unwrap_or_else(|| "kpi leads >= 1".to_owned())
    }
}

/// `text` as a string of the source.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                out.push('\\');
                out.push(character);
            }
            _ if character.is_control() || is_hidden(character) => {
                out.extend(character.escape_unicode());
            }
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_reads_as_it_was() {
        let table = [
            ("Ra mắt", "\"Ra mắt\""),
            ("a \"b\" \\ c", "\"a \\\"b\\\" \\\\ c\""),
            ("x\ny\u{202e}", "\"x\\u{a}y\\u{202e}\""),
        ];
        for (text, wanted) in table {
            assert_eq!(quoted(text), wanted);
        }
    }
}
