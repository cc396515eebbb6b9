//! Building again after an edit.
//!
//! A plan is built whole once. After that, most edits touch the inside of one top-level statement: its frame, which is
//! what it declares, stays, and so does everything that others see of it. Such a statement is read again into the rows
//! that it filled before, and the dates are computed again only where it gives the schedule something else than before.
//! Any other edit builds the whole plan, so that the result never depends on how it came about: the two ways give the
//! same plan, which the tests of `roadmap-db` hold for random edits.

use std::collections::BTreeMap;

use roadmap_diag::{Diagnostic, FileId, ItemIndex, Span};
use rustc_hash::{FxHashMap, FxHashSet};

use super::activities::name_texts_of;
use super::builder::Builder;
use super::dependencies::Dependencies;
use super::names::Names;
use super::outline::Outline;
use super::records::{Record, Row, Slots};
use super::schedule::{self, Inputs};
use super::view::View;
use super::{Built, Extent, ProjectInput, cycles};
use crate::company;
use crate::model::{Goal, Head, Id, Model, Named};

/// Statements that are read again one by one; behind more of them stands another cause than typing.
const MOST_STATEMENTS: usize = 16;

/// Searches for a near name that are left to plans that are built again.
const SEARCHES_KEPT: u32 = 200;

/// A top-level statement.
type Item = (FileId, ItemIndex);

/// Builds a project again and again.
#[derive(Default)]
pub struct Incremental {
    state: Option<State>,
}

/// Everything that a plan was built of, and what came of it.
struct State {
    input: ProjectInput,
    names: Names,
    model: Model,
    records: Vec<Record>,
    /// Where the records of each top-level statement are; made when first asked for.
    by_item: FxHashMap<Item, Vec<usize>>,
    /// What each top-level statement says by itself.
    problems: BTreeMap<Item, Vec<Diagnostic>>,
    /// What was found while dates were computed.
    late: Vec<Diagnostic>,
    /// Top-level statements that findings about others speak of: those would have to follow.
    frozen: FxHashSet<Item>,
    searches_left: u32,
}

impl Incremental {
    /// Builds `input`: only what is edited, where that is enough.
    pub fn build(&mut self, input: ProjectInput) -> Built {
        // Whoever gives up halfway leaves nothing behind.
        let last = self.state.take();
        let again = last.and_then(|last| {
            let changed = last.changed(&input)?;
            last.edited(&input, &changed)
        });
        let (state, extent) = match again {
            Some((state, extent)) => (state, extent),
            None => (State::whole(&input), Extent::Whole),
        };
        let mut diagnostics = state.diagnostics();
        diagnostics.extend(company::findings(&input, &state.model));
        let built = Built { model: state.model.clone(), diagnostics, extent };
        self.state = Some(State { input, ..state });
        built
    }
}

impl State {
    fn whole(input: &ProjectInput) -> Self {
        let mut builder = Builder::new(input);
        builder.declare();
        builder.fields();
        builder.plan();
        builder.calendars();
        builder.people();
        builder.measures();
        builder.set_apart();
        builder.works();
        builder.unnamed_statements();
        builder.link();
        builder.formula_units();
        let dependencies = Dependencies::of(&builder.model);
        cycles::check(&mut builder, &dependencies);
        builder.set_apart();
        schedule::compute(&mut builder, &dependencies);
        builder.kpi_times(builder.model.kpis.ids());
        let late = std::mem::take(&mut builder.diagnostics);
        let mut state = Self {
            input: ProjectInput { files: Vec::new(), today: input.today },
            problems: problems(input),
            late,
            names: builder.names,
            model: builder.model,
            records: builder.records,
            by_item: FxHashMap::default(),
            frozen: FxHashSet::default(),
            searches_left: builder.searches_left,
        };
        for record in &state.records {
            freeze(&mut state.frozen, record.item(), &record.diagnostics);
        }
        state
    }

    /// All that was found, in no order.
    fn diagnostics(&self) -> Vec<Diagnostic> {
        let problems = self.problems.values().flatten();
        let records = self.records.iter().flat_map(|record| &record.diagnostics);
        problems.chain(records).chain(&self.late).cloned().collect()
    }

    /// The top-level statements in which `input` differs; nothing where it differs otherwise.
    fn changed(&self, input: &ProjectInput) -> Option<Vec<Item>> {
        if self.input.today != input.today || self.input.files.len() != input.files.len() {
            return None;
        }
        let mut changed = Vec::new();
        for (before, file) in self.input.files.iter().zip(&input.files) {
            if before.id != file.id || before.path != file.path || before.items.len() != file.items.len() {
                return None;
            }
            for (index, (before, now)) in before.items.iter().zip(&file.items).enumerate() {
                if !std::sync::Arc::ptr_eq(before, now) {
                    changed.push((file.id, ItemIndex(u32::try_from(index).ok()?)));
                }
            }
        }
        (changed.len() <= MOST_STATEMENTS).then_some(changed)
    }

    /// The same with `changed` read again; nothing where that is not enough.
    fn edited(mut self, input: &ProjectInput, changed: &[Item]) -> Option<(Self, Extent)> {
        let may_be = self.searches_left >= SEARCHES_KEPT && self.model.cycles.is_empty();
        if !may_be || changed.iter().any(|item| self.frozen.contains(item)) {
            return None;
        }
        let mut outlines = Vec::with_capacity(changed.len());
        for item in changed {
            let (before, now) = (self.input.item(*item)?, input.item(*item)?);
            outlines.push((*item, Outline::of(before)?.moved(&Outline::of(now)?)?));
        }
        self.index();
        let mut edit = Edit {
            builder: Builder::new(input),
            records: self.records,
            has_unknown_names: None,
            dates_differ: !self.late.is_empty() && !changed.is_empty(),
            frozen: self.frozen,
        };
        edit.builder.names = self.names;
        edit.builder.model = self.model;
        edit.builder.searches_left = self.searches_left;
        for (item, moved) in outlines {
            let hir = input.item(item)?;
            for index in self.by_item.get(&item).map_or(&[][..], Vec::as_slice) {
                edit.read_again(*index, item, hir, &moved)?;
            }
            let said: Vec<Diagnostic> =
                hir.problems.iter().map(|problem| problem.at(item.0, item.1)).collect();
            if said.is_empty() {
                self.problems.remove(&item);
            } else {
                self.problems.insert(item, said);
            }
        }
        let dates_differ = edit.dates_differ;
        let Edit { mut builder, records, frozen, .. } = edit;
        let mut late = self.late;
        if dates_differ {
            let dependencies = Dependencies::of(&builder.model);
            cycles::check(&mut builder, &dependencies);
            if !builder.model.cycles.is_empty() || !builder.diagnostics.is_empty() {
                return None;
            }
            schedule::compute(&mut builder, &dependencies);
            builder.kpi_times(builder.model.kpis.ids());
            late = std::mem::take(&mut builder.diagnostics);
        }
        let (names, model, searches_left) = (builder.names, builder.model, builder.searches_left);
        let state = Self {
            input: ProjectInput { files: Vec::new(), today: input.today },
            names,
            model,
            records,
            late,
            frozen,
            searches_left,
            by_item: self.by_item,
            problems: self.problems,
        };
        Some((state, if dates_differ { Extent::StatementsAndDates } else { Extent::Statements }))
    }

    fn index(&mut self) {
        if self.by_item.is_empty() {
            for (index, record) in self.records.iter().enumerate() {
                if let Some(item) = record.item() {
                    self.by_item.entry(item).or_default().push(index);
                }
            }
        }
    }
}

/// Statements that are being read again.
struct Edit<'h> {
    builder: Builder<'h>,
    records: Vec<Record>,
    /// Whether any name in the plan is unknown, where somebody has asked.
    has_unknown_names: Option<bool>,
    /// Whether the schedule gets something else than before.
    dates_differ: bool,
    frozen: FxHashSet<Item>,
}

impl<'h> Edit<'h> {
    /// Reads the statement of a record again; nothing where others would have to follow.
    fn read_again(
        &mut self,
        index: usize,
        item: Item,
        hir: &'h crate::hir::Hir,
        moved: &[(u32, u32)],
    ) -> Option<()> {
        let record = self.records.get(index)?;
        let (row, before) = (record.row, record.stmt?.index);
        let (kpis, alerts) = (record.kpis.clone(), record.alerts.clone());
        let now = moved.iter().find(|(old, _)| *old == before)?.1;
        let view = View { file: item.0, item: item.1, hir, index: now, stmt: hir.stmt(now)? };
        if let Some(head) = head_of(&mut self.builder.model, row)
            && read_head(head, view)?
            && self.has_unknown_names()
        {
            // A title that is nearer to an unknown name than others is offered instead of it.
            return None;
        }
        let builder = &mut self.builder;
        let inputs = Inputs::of(&builder.model, row);
        let supported = supported(&builder.model, row);
        let definitions = (builder.model.metrics.len(), builder.model.channels.len());
        builder.slots = Some(Slots { kpis: kpis.clone(), alerts, too_few: false });
        builder.read_row(view, row);
        let slots = builder.slots.take()?;
        if !slots.are_right()
            || supported != self::supported(&builder.model, row)
            || definitions != (builder.model.metrics.len(), builder.model.channels.len())
        {
            return None;
        }
        self.dates_differ |= inputs != Inputs::of(&builder.model, row);
        let uses = std::mem::take(&mut builder.uses);
        let built_in = |uses: &[crate::model::NameUse]| -> Vec<Named> {
            let used = uses.iter().map(|used| used.named);
            used.filter(|named| builder.model.head_of(*named).place.is_none()).collect()
        };
        // What is built in is there from its first use on.
        if built_in(&uses) != built_in(builder.model.uses.list(index)) {
            return None;
        }
        builder.model.uses.replace(index, uses);
        builder.kpi_times(kpis.map(crate::model::Table::id));
        name_texts_of(&mut builder.model, row);
        match row {
            Row::Activity(id) => builder.serve(id),
            Row::Phase(id) => {
                for activity in builder.model[id].activities.clone() {
                    builder.serve(activity);
                }
            }
            _ => {}
        }
        let messages = std::mem::take(&mut builder.named_messages);
        let diagnostics = std::mem::take(&mut builder.diagnostics);
        freeze(&mut self.frozen, Some(item), &diagnostics);
        let record = self.records.get_mut(index)?;
        if record.messages != messages {
            return None;
        }
        record.diagnostics = diagnostics;
        record.stmt = Some(view.reference());
        Some(())
    }

    fn has_unknown_names(&mut self) -> bool {
        *self.has_unknown_names.get_or_insert_with(|| {
            let mut found = self.records.iter().flat_map(|record| &record.diagnostics);
            found.any(|finding| matches!(finding.code.as_str(), "name/unknown" | "people/owner-unknown"))
        })
    }
}

impl ProjectInput {
    fn item(&self, (file, item): Item) -> Option<&crate::hir::Hir> {
        let file = self.files.get(file.0 as usize)?;
        file.items.get(item.0 as usize).map(|hir| &**hir)
    }
}

/// What each top-level statement says by itself.
fn problems(input: &ProjectInput) -> BTreeMap<Item, Vec<Diagnostic>> {
    let mut found = BTreeMap::new();
    for file in &input.files {
        for (index, hir) in (0..).zip(&file.items).filter(|(_, hir)| !hir.problems.is_empty()) {
            let item = ItemIndex(index);
            found.insert(
                (file.id, item),
                hir.problems.iter().map(|problem| problem.at(file.id, item)).collect(),
            );
        }
    }
    found
}

/// Remembers the top-level statements that findings about another speak of.
fn freeze(frozen: &mut FxHashSet<Item>, item: Option<Item>, diagnostics: &[Diagnostic]) {
    for finding in diagnostics {
        let related = finding.related.iter().map(|related| related.span);
        let edits = finding.fixes.iter().flat_map(|fix| fix.edits.iter().map(|edit| edit.span));
        let spans = related.chain(edits).chain([finding.span]).chain(finding.subject);
        let others = spans.map(|span: Span| (span.file, span.item)).filter(|at| Some(*at) != item);
        frozen.extend(others);
    }
}

fn head_of(model: &mut Model, row: Row) -> Option<&mut Head> {
    Some(match row {
        Row::Goal(id) => &mut model.goals.get_mut(id).head,
        Row::Phase(id) => &mut model.phases.get_mut(id).head,
        Row::Activity(id) => &mut model.activities.get_mut(id).head,
        Row::Launch(id) => &mut model.launches.get_mut(id).head,
        Row::Script(id) => &mut model.scripts.get_mut(id).head,
        Row::Milestone(id) => &mut model.milestones.get_mut(id).head,
        _ => return None,
    })
}

/// Reads title and places anew, of a statement that has a name; whether its title differs.
fn read_head(head: &mut Head, view: View<'_>) -> Option<bool> {
    let (id, id_span) = view.name("id")?;
    let title = view.title();
    head.place = Some(view.place());
    head.id_span = Some(id_span);
    head.title_span = title.as_ref().map(|(_, value)| view.span(value.range));
    let title = title.map_or(id, |(title, _)| title);
    let differs = head.title != title;
    head.title = title;
    Some(differs)
}

/// The goals that a goal supports: they may go round in a circle.
fn supported(model: &Model, row: Row) -> Vec<Option<Id<Goal>>> {
    match row {
        Row::Goal(id) => model[id].supports.iter().map(|goal| goal.target).collect(),
        _ => Vec::new(),
    }
}
