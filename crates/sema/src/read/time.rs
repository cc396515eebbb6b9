//! Days, periods, ranges and durations.

use super::Reader;
use crate::hir::{Edge, When};
use crate::value::{AtomKind, Duration, Op};

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
