//! The first words of statements that fit in a block.

use roadmap_schema::{Kind, Required, Row, Times, inside};

use super::CompletionKind;
use super::context::{Block, Context};
use super::list::{List, Offer};
use crate::card::Subject;

/// What a block lacks, then whole statements ([`super::statements`]), then what it does not have yet, then what it may have
/// once more, then what any block may have.
const MISSING: u8 = 1;
const UNUSED: u8 = 3;
const AGAIN: u8 = 4;
const EVERYWHERE: u8 = 5;

/// Offers the keywords that fit in `block`.
pub(super) fn offer(context: &Context<'_>, block: Block<'_>, list: &mut List<'_>) {
    let written = written(context, block);
    for row in inside(block.kind) {
        let is_written = written.contains(&row.keyword);
        if is_written && row.times == Times::Once {
            continue;
        }
        let group = match row.required {
            _ if is_common(row) => EVERYWHERE,
            // Nothing stands without a plan.
            _ if row.kind == Kind::Roadmap => MISSING - 1,
            _ if is_written => AGAIN,
            Required::Schema | Required::Rule(_) => MISSING,
            Required::No => UNUSED,
        };
        let doc = crate::card::in_locale(row.doc, list.locale);
        let mut offer = Offer::new(CompletionKind::Keyword, row.keyword)
            .detail(first_sentence(doc))
            .group(group)
            .about(Subject::Keyword(row));
        if !row.slots.is_empty() {
            offer = offer.continues();
        }
        list.offer(offer, []);
    }
    fields(context, block, &written, list);
}

/// Properties that the company added to what the block belongs to.
fn fields(context: &Context<'_>, block: Block<'_>, written: &[&str], list: &mut List<'_>) {
    let kind = if block.kind == Kind::PhaseChannel { Kind::Channel } else { block.kind };
    for (id, field) in context.analysis.model.fields.iter() {
        let name = field.head.id.as_str();
        if field.on != Some(kind) || written.contains(&name) {
            continue;
        }
        let offer = Offer::new(CompletionKind::Keyword, name)
            .detail(field.head.title.as_str())
            .group(if field.required { MISSING } else { UNUSED })
            .about(Subject::Name(roadmap_sema::model::Named::Field(id)))
            .continues();
        list.offer(offer, [field.head.title.as_str()]);
    }
}

/// The keywords of the block's statements, without the one that is being written.
fn written<'a>(context: &Context<'a>, block: Block<'a>) -> Vec<&'a str> {
    let model = &context.analysis.model;
    let (Some(parent), Some(hir)) = (block.parent, block.hir) else {
        let mut written = Vec::new();
        written.extend(model.plan.place.is_some().then_some("roadmap"));
        written.extend((!model.phases.is_empty()).then_some("phase"));
        return written;
    };
    let children = hir.children(parent).filter(|child| Some(*child) != block.current);
    children.filter_map(|child| hir.stmt(child)).map(|stmt| stmt.keyword.as_str()).collect()
}

/// Whether any statement may have it, so that it says little about this one.
fn is_common(row: &Row) -> bool {
    matches!(row.keyword, "note" | "tag" | "link" | "why")
}

fn first_sentence(doc: &str) -> &str {
    doc.split_once(". ").map_or(doc, |(first, _)| first).trim_end_matches('.')
}
