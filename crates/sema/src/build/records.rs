//! What each statement gave, so that one that is edited can be read again without the others.

use std::ops::Range;

use roadmap_diag::{Diagnostic, FileId, ItemIndex};
use smol_str::SmolStr;

use super::builder::Builder;
use super::view::View;
use crate::model::{
    Activity, Actual, Alert, Goal, Id, Kpi, Launch, Milestone, Phase, Qualify, Review, Script, StmtRef, Table,
};

/// The row that a statement fills.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Row {
    Goal(Id<Goal>),
    Phase(Id<Phase>),
    Activity(Id<Activity>),
    Launch(Id<Launch>),
    Script(Id<Script>),
    Milestone(Id<Milestone>),
    Qualify(Id<Qualify>),
    Actual(Id<Actual>),
    Review(Id<Review>),
    /// An alert of the top level: it may be none, so that it has no row of its own.
    Alert,
    /// A statement that nobody knows.
    Unknown,
    /// What others are read by: whoever changes that changes everything.
    Definition,
}

/// What reading a statement gave beside its row. Its names in the text are the list of the same index in the model.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) row: Row,
    /// The statement; none for definitions.
    pub(super) stmt: Option<StmtRef>,
    /// The KPIs and alerts in its block, by number.
    pub(super) kpis: Range<usize>,
    pub(super) alerts: Range<usize>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Messages that it gives a name.
    pub(super) messages: Vec<(SmolStr, SmolStr)>,
}

/// KPIs and alerts that a statement gave before, by number: reading it again must give as many.
#[derive(Debug)]
pub(super) struct Slots {
    pub(super) kpis: Range<usize>,
    pub(super) alerts: Range<usize>,
    pub(super) too_few: bool,
}

impl Slots {
    /// Whether each of them has been used, and no more were wanted.
    pub(super) fn are_right(&self) -> bool {
        !self.too_few && self.kpis.is_empty() && self.alerts.is_empty()
    }
}

impl Record {
    /// The top-level statement that it stands in.
    pub(super) fn item(&self) -> Option<(FileId, ItemIndex)> {
        self.stmt.map(|stmt| (stmt.file, stmt.item))
    }
}

impl<'h> Builder<'h> {
    /// Reads a statement, and keeps what came of it apart from all else.
    pub(super) fn read(&mut self, view: View<'h>, row: Row) {
        let (kpis, alerts) = (self.model.kpis.len(), self.model.alerts.len());
        self.read_row(view, row);
        let (kpis, alerts) = (kpis..self.model.kpis.len(), alerts..self.model.alerts.len());
        self.record(row, Some(view.reference()), kpis, alerts);
    }

    /// Keeps what was found since the last call apart: it belongs to definitions, or to the plan as a whole.
    pub(super) fn set_apart(&mut self) {
        self.record(Row::Definition, None, 0..0, 0..0);
    }

    fn record(&mut self, row: Row, stmt: Option<StmtRef>, kpis: Range<usize>, alerts: Range<usize>) {
        let diagnostics = std::mem::take(&mut self.diagnostics);
        let messages = std::mem::take(&mut self.named_messages);
        self.model.uses.push(std::mem::take(&mut self.uses));
        self.records.push(Record { row, stmt, kpis, alerts, diagnostics, messages });
    }

    /// Reads a statement into `row`.
    pub(super) fn read_row(&mut self, view: View<'h>, row: Row) {
        match row {
            Row::Goal(id) => self.goal_statement(view, id),
            Row::Phase(id) => self.phase(view, id),
            Row::Activity(id) => self.activity(view, id),
            Row::Launch(id) => self.launch_statement(view, id),
            Row::Script(id) => self.script(view, id),
            Row::Milestone(id) => self.milestone(view, id),
            Row::Qualify(id) => {
                let row = self.qualify(view);
                put(&mut self.model.qualifies, id, row);
            }
            Row::Actual(id) => {
                let row = self.actual(view);
                put(&mut self.model.actuals, id, row);
            }
            Row::Review(id) => {
                let row = self.review(view);
                put(&mut self.model.reviews, id, row);
            }
            Row::Alert => self.top_alert(view),
            Row::Unknown => self.unknown_statement(view),
            Row::Definition => {}
        }
    }

    /// Adds a KPI, or puts it where the statement that is read again had one.
    pub(super) fn add_kpi(&mut self, kpi: Kpi) -> Id<Kpi> {
        match &mut self.slots {
            None => self.model.kpis.push(kpi),
            Some(slots) => put_next(&mut self.model.kpis, &mut slots.kpis, &mut slots.too_few, kpi),
        }
    }

    /// Adds an alert, or puts it where the statement that is read again had one.
    pub(super) fn add_alert(&mut self, alert: Alert) -> Id<Alert> {
        match &mut self.slots {
            None => self.model.alerts.push(alert),
            Some(slots) => put_next(&mut self.model.alerts, &mut slots.alerts, &mut slots.too_few, alert),
        }
    }
}

/// Puts a row at `id`: behind all others, or in the place of the one that is there.
fn put<T>(table: &mut Table<T>, id: Id<T>, row: T) {
    if id == table.next_id() {
        table.push(row);
    } else {
        table.replace(id, row);
    }
}

fn put_next<T>(table: &mut Table<T>, slots: &mut Range<usize>, too_few: &mut bool, row: T) -> Id<T> {
    match slots.next() {
        Some(slot) => {
            let id = Table::id(slot);
            table.replace(id, row);
            id
        }
        None => {
            *too_few = true;
            table.push(row)
        }
    }
}
