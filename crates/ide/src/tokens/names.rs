//! The names of a file that the plan knows, by place.

use roadmap_db::Analysis;
use roadmap_diag::{FileId, ItemIndex, TextRange};
use roadmap_schema::Namespace;
use roadmap_sema::model::{Model, Named, StatusKind, WorkRef};

use super::{TokenModifiers, TokenType};
use crate::locate;

/// A name in the text.
#[derive(Clone, Copy)]
pub(super) struct Name {
    item: ItemIndex,
    /// Its place in the top-level statement.
    pub(super) range: TextRange,
    pub(super) kind: TokenType,
    pub(super) cancelled: bool,
    built_in: bool,
    declares: bool,
}

/// All names of a file, in the order of the text.
pub(super) struct Names(Vec<Name>);

impl Names {
    pub(super) fn in_file(analysis: &Analysis, file: FileId) -> Self {
        let model = &*analysis.model;
        let Some(source) = analysis.file(file) else { return Self(Vec::new()) };
        let name = |item: ItemIndex, found: locate::Occurrence| {
            let start = source.parse.item(item)?.start;
            let range = found.range;
            let head = model.head_of(found.named);
            Some(Name {
                item,
                range: TextRange::new(range.start.checked_sub(start)?, range.end.checked_sub(start)?),
                kind: kind(found.named),
                cancelled: is_cancelled(model, found.named),
                built_in: head.place.is_none(),
                declares: found.declares,
            })
        };
        let uses = model.uses.iter().filter(|name| name.span.file == file);
        let uses = uses.filter_map(|used| name(used.span.item, locate::occurrence(analysis, used)?));
        let declared = model.all_named().filter_map(|named| {
            let item = model.head_of(named).id_span.filter(|span| span.file == file)?.item;
            name(item, locate::declaration(analysis, named)?)
        });
        let mut names: Vec<Name> = uses.chain(declared).collect();
        names.sort_by_key(|name| (name.item, name.range.start, name.range.end, !name.declares));
        Self(names)
    }

    /// Those of one top-level statement.
    pub(super) fn of_item(&self, item: ItemIndex) -> &[Name] {
        let start = self.0.partition_point(|name| name.item < item);
        let end = self.0.partition_point(|name| name.item <= item);
        self.0.get(start..end).unwrap_or_default()
    }
}

impl Name {
    pub(super) fn modifiers(self) -> TokenModifiers {
        TokenModifiers::default()
            .with_if(self.declares, TokenModifiers::DECLARATION)
            .with_if(self.cancelled, TokenModifiers::DEPRECATED)
            .with_if(self.built_in, TokenModifiers::READONLY.with(TokenModifiers::BUILT_IN))
    }
}

/// What stands behind a name in a path of `namespace`.
pub(super) fn rest_of(namespace: Namespace) -> &'static [TokenType] {
    match namespace {
        Namespace::SourceColumn | Namespace::Property => &[TokenType::Property],
        _ => &[],
    }
}

fn kind(named: Named) -> TokenType {
    match named {
        Named::Person(_) | Named::Team(_) => TokenType::Person,
        Named::Channel(_) => TokenType::Channel,
        Named::Metric(_) => TokenType::Metric,
        Named::Source(_) | Named::Calendar(_) => TokenType::Data,
        Named::Segment(_) | Named::Product(_) => TokenType::Market,
        Named::Phase(_) => TokenType::Phase,
        Named::Field(_) => TokenType::Property,
        Named::Work(WorkRef::Goal(_)) => TokenType::Goal,
        Named::Work(WorkRef::Activity(_)) => TokenType::Activity,
        Named::Work(WorkRef::Script(_)) => TokenType::Script,
        Named::Work(WorkRef::Launch(_) | WorkRef::Milestone(_)) => TokenType::Event,
    }
}

fn is_cancelled(model: &Model, named: Named) -> bool {
    let status = match named {
        Named::Work(WorkRef::Activity(id)) => model[id].status.kind,
        Named::Work(WorkRef::Launch(id)) => model[id].status.kind,
        Named::Work(WorkRef::Script(id)) => model[id].status.kind,
        _ => return false,
    };
    status == StatusKind::Cancelled
}
