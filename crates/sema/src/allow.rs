//! `# allow(rule): reason` on the line before a statement.

use roadmap_diag::TextRange;
use roadmap_syntax::Token;
use smol_str::SmolStr;

use crate::hir::Allow;

/// The allowance that a comment above statement `stmt` gives, where it is one.
pub(crate) fn parse(comment: Token<'_>, stmt: u32) -> Option<Allow> {
    let text = comment.text;
    let body = text.strip_prefix('#')?.trim_start();
    let list = body.strip_prefix("allow")?.trim_start().strip_prefix('(')?;
    let (list, rest) = list.split_once(')')?;
    let list_start = offset_of(text, list)?;
    let names = list
        .split(',')
        .filter_map(|part| {
            let name = part.trim();
            let start = comment.range.start + list_start + offset_of(list, name)?;
            let range = TextRange::new(start, start + u32::try_from(name.len()).ok()?);
            (!name.is_empty()).then(|| (SmolStr::new(name), range))
        })
        .collect();
    let reason = rest.trim_start().strip_prefix(':').map(str::trim).filter(|reason| !reason.is_empty());
    Some(Allow { stmt, names, reason: reason.map(SmolStr::new), range: comment.range })
}

/// Where `part`, a slice of `text`, begins in it.
fn offset_of(text: &str, part: &str) -> Option<u32> {
    let offset = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    u32::try_from(offset).ok()
}
