//! The state of building.

use roadmap_diag::{Code, Diagnostic, ItemIndex, Message, Severity, Span};
use roadmap_schema::{Kind, Required};
use smol_str::SmolStr;

use super::ProjectInput;
use super::names::{Declared, Names};
use super::records::{Record, Slots};
use super::view::View;
use crate::calendar::{BuiltIn, Calendar as WorkCalendar};
use crate::hir::Hir;
use crate::model::{Model, NameUse, Named, Plan, Uses};
use crate::names_of::kind_message;

/// A model in the making.
pub(super) struct Builder<'h> {
    pub(super) input: &'h ProjectInput,
    pub(super) names: Names,
    pub(super) declared: Declared<'h>,
    pub(super) model: Model,
    /// What was found since [`Self::set_apart`] was last called, and likewise `uses` and `named_messages`.
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) uses: Vec<NameUse>,
    pub(super) named_messages: Vec<(SmolStr, SmolStr)>,
    /// What each statement gave, in the order in which they were read.
    pub(super) records: Vec<Record>,
    /// Where rows go that a statement gave before, while it is read again.
    pub(super) slots: Option<Slots>,
    /// How many more unknown names of work are compared with all that are known.
    pub(super) searches_left: u32,
}

/// Unknown names of work that are looked for among those that are known. Behind more of them stands one cause, a file
/// that is lost or a name that was changed everywhere, and to search a large plan for each takes longer than to read it.
const MOST_SEARCHES: u32 = 500;

impl<'h> Builder<'h> {
    pub(super) fn new(input: &'h ProjectInput) -> Self {
        Self {
            input,
            names: Names::default(),
            declared: Declared::default(),
            model: Model::empty(input.today),
            diagnostics: Vec::new(),
            uses: Vec::new(),
            named_messages: Vec::new(),
            records: Vec::new(),
            slots: None,
            searches_left: MOST_SEARCHES,
        }
    }

    /// Every statement at the top level of every file, in order.
    pub(super) fn roots(&self) -> Vec<View<'h>> {
        let input: &'h ProjectInput = self.input;
        let mut roots = Vec::new();
        for file in &input.files {
            for (index, hir) in file.items.iter().enumerate() {
                let item = ItemIndex(u32::try_from(index).unwrap_or(u32::MAX));
                let hir: &'h Hir = hir;
                roots.extend(hir.roots().filter_map(|index| {
                    Some(View { file: file.id, item, hir, index, stmt: hir.stmt(index)? })
                }));
            }
        }
        roots
    }

    /// Remembers that the value at `span` names `named` in part `part` of its path.
    pub(super) fn uses(&mut self, span: Span, part: u8, named: Named) {
        self.uses.push(NameUse { span, part, named });
    }

    pub(super) fn error(&self, code: &'static str, span: Span, message: Message) -> Diagnostic {
        Diagnostic::new(Code::new(code), Severity::Error, span, message)
    }

    /// Reports properties without which a statement means nothing and that no rule looks after.
    pub(super) fn required(&mut self, view: View<'h>) {
        let kind = view.stmt.kind();
        if view.stmt.damaged || view.is_out_of_plan() || kind == Kind::Leaf {
            return;
        }
        for row in roadmap_schema::inside(kind) {
            if row.required == Required::Schema && !view.has(row.keyword) {
                let message = Message::new("schema-missing")
                    .with("kind", kind_message(kind))
                    .with("keyword", row.keyword);
                let help = Message::new("schema-missing.help").with("example", row.example);
                let error = self.error("schema/missing", view.keyword_span(), message).help(help);
                self.diagnostics.push(error.about(view.keyword_span()));
            }
        }
    }
}

impl Model {
    /// A model of nothing.
    pub(super) fn empty(today: jiff::civil::Date) -> Self {
        Self {
            today,
            plan: Plan::default(),
            calendar: WorkCalendar::built_in(BuiltIn::Weekdays),
            cycles: Vec::new(),
            redefined: Vec::new(),
            people: Default::default(),
            teams: Default::default(),
            channels: Default::default(),
            metrics: Default::default(),
            sources: Default::default(),
            calendars: Default::default(),
            segments: Default::default(),
            products: Default::default(),
            goals: Default::default(),
            kpis: Default::default(),
            phases: Default::default(),
            activities: Default::default(),
            launches: Default::default(),
            scripts: Default::default(),
            milestones: Default::default(),
            qualifies: Default::default(),
            reviews: Default::default(),
            actuals: Default::default(),
            alerts: Default::default(),
            fields: Default::default(),
            rules: Default::default(),
            uses: Uses::default(),
        }
    }
}
