//! Names in the text: where they are declared, where they are used, and which one stands at a place.

use roadmap_db::Analysis;
use roadmap_diag::{FileId, Span, TextRange};
use roadmap_sema::model::{CustomRule, NameUse, Named};
use roadmap_sema::{RuleNames, names_in_rule};

/// A name in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Occurrence {
    pub(crate) file: FileId,
    /// The name alone, without what a path has before it or a value behind it.
    pub(crate) range: TextRange,
    pub(crate) named: Named,
    /// Whether it is the declaration.
    pub(crate) declares: bool,
}

/// Where `named` is declared by name; nowhere for what is built in or has no identifier.
pub(crate) fn declaration(analysis: &Analysis, named: Named) -> Option<Occurrence> {
    let head = analysis.model.head_of(named);
    let place = head.place?;
    let span = head.id_span.filter(|span| *span != place.keyword)?;
    Some(Occurrence { file: span.file, range: analysis.resolve(span), named, declares: true })
}

/// The name that a use consists of.
pub(crate) fn occurrence(analysis: &Analysis, name: &NameUse) -> Option<Occurrence> {
    let whole = analysis.resolve(name.span);
    let text = analysis.text(name.span);
    let path = text.split(|c: char| c.is_whitespace() || c == '+').next()?;
    let mut start = whole.start;
    for (part, word) in path.split('.').enumerate() {
        let length = u32::try_from(word.len()).ok()?;
        if part == usize::from(name.part) {
            let range = TextRange::new(start, start + length);
            return Some(Occurrence { file: name.span.file, range, named: name.named, declares: false });
        }
        start += length + 1;
    }
    None
}

/// What each rule of the company's names.
pub(crate) fn in_rules(analysis: &Analysis) -> impl Iterator<Item = (&CustomRule, RuleNames)> {
    analysis.model.rules.rows().iter().map(|rule| {
        let say = text_of(analysis, rule).map(|span| (span, analysis.text(span)));
        (rule, names_in_rule(&analysis.model, rule, say))
    })
}

/// Where the text of a rule stands.
fn text_of(analysis: &Analysis, rule: &CustomRule) -> Option<Span> {
    let at = rule.place.stmt;
    let hir = analysis.file(at.file)?.statements.get(at.item.0 as usize)?;
    let mut inside = hir.children(at.index).filter_map(|index| hir.stmt(index));
    let say = inside.find(|stmt| stmt.keyword == "say")?;
    Some(rule.place.span(hir.value(say, "text")?.range))
}

/// Every name that is used and found, in no order.
fn uses(analysis: &Analysis) -> impl Iterator<Item = NameUse> {
    let in_rules = in_rules(analysis).flat_map(|(_, names)| names.uses);
    analysis.model.uses.iter().copied().chain(in_rules)
}

/// The name at a place: the use or the declaration that holds or touches it.
pub(crate) fn at(analysis: &Analysis, file: FileId, offset: u32) -> Option<Occurrence> {
    let touches = |found: &Occurrence| found.file == file && found.range.touches(offset);
    let near = |span: Span| span.file == file && analysis.resolve(span).touches(offset);
    let uses = uses(analysis).filter(|name| near(name.span));
    uses.filter_map(|name| occurrence(analysis, &name)).find(touches).or_else(|| {
        analysis
            .model
            .all_named()
            .filter(|named| analysis.model.head_of(*named).id_span.is_some_and(near))
            .filter_map(|named| declaration(analysis, named))
            .find(touches)
    })
}

/// Every place where the name of `named` stands, its declaration among them, by file and offset.
pub(crate) fn all(analysis: &Analysis, named: Named) -> Vec<Occurrence> {
    let uses = uses(analysis).filter(|name| name.named == named);
    let mut found: Vec<Occurrence> = uses.filter_map(|name| occurrence(analysis, &name)).collect();
    found.extend(declaration(analysis, named));
    found.sort_by_key(|found| (found.file, found.range));
    found.dedup_by_key(|found| (found.file, found.range));
    found
}
