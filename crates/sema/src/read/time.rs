//! Days, periods, ranges and durations.

use roadmap_diag::Message;

use super::Reader;
use crate::hir::{Edge, When};
use crate::problem::Problem;
use crate::value::{AtomKind, Duration, FIRST_YEAR, LAST_YEAR, Op};

impl<'a> Reader<'a> {
    pub(super) fn day(&mut self) -> Option<When> {
        let AtomKind::Date(date) = self.peek()? else { return None };
        self.at += 1;
        Some(When::Day(*date))
    }

    pub(super) fn day_or_period(&mut self) -> Option<When> {
        self.edge().map(|edge| match edge {
            Edge::Day(day) => When::Day(day),
            Edge::Period(period) => When::Period(period),
        })
    }

    /// A day, a period, or a range of them.
    pub(super) fn when(&mut self) -> Option<When> {
        let start = self.at;
        let from = self.edge()?;
        if self.peek() != Some(&AtomKind::Op(Op::To)) {
            return Some(match from {
                Edge::Day(day) => When::Day(day),
                Edge::Period(period) => When::Period(period),
            });
        }
        self.at += 1;
        let Some(to) = self.edge() else {
            self.at = start;
            return None;
        };
        Some(When::Range(from, to))
    }

    /// Like [`Self::when`], where a bare number stays a number and not a year.
    pub(super) fn when_unless_number(&mut self) -> Option<When> {
        if matches!(self.peek(), Some(AtomKind::Number(_)))
            && self.peek_second() != Some(&AtomKind::Op(Op::To))
        {
            return None;
        }
        self.when()
    }

    pub(super) fn duration(&mut self) -> Option<Duration> {
        let AtomKind::Duration(duration) = self.peek()? else { return None };
        self.at += 1;
        Some(*duration)
    }

    /// Passes over a year, or a range to or from one, that no plan may name, and says so.
    pub(super) fn year_out_of_range(&mut self) -> bool {
        let is_range = self.peek_second() == Some(&AtomKind::Op(Op::To));
        let ends = if is_range { vec![self.at, self.at + 2] } else { vec![self.at] };
        let strange = ends.iter().filter_map(|at| self.atoms.get(*at)).find_map(|atom| match atom.kind {
            AtomKind::Number(number) if number.is_strange_year() => Some((number.value, atom.range)),
            _ => None,
        });
        let Some((year, range)) = strange else { return false };
        self.at = ends.last().map_or(self.at, |last| (last + 1).min(self.atoms.len()));
        let with = |id: &'static str| {
            Message::new(id)
                .with("written", year.to_string())
                .with("first", FIRST_YEAR.to_string())
                .with("last", LAST_YEAR.to_string())
        };
        let mut problem = Problem::error("value/date-invalid", range, with("value-date-year"))
            .help(with("value-date-year.help"));
        problem.label = Some(with("value-date-year.label"));
        self.report(problem);
        true
    }

    fn edge(&mut self) -> Option<Edge> {
        let edge = match self.peek()? {
            AtomKind::Date(date) => Edge::Day(*date),
            AtomKind::Period(period) => Edge::Period(*period),
            AtomKind::Number(number) => Edge::Period(number.as_period()?),
            _ => return None,
        };
        self.at += 1;
        Some(edge)
    }
}
