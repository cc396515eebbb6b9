//! Applying fixes to text.

use std::collections::BTreeMap;

use roadmap_diag::{FileId, Fix, TextRange};

use crate::analysis::Analysis;

/// What came of applying fixes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Applied {
    /// The new text of each file that changed.
    pub texts: BTreeMap<FileId, String>,
    /// What was replaced there, by file and offset.
    pub edits: Vec<(FileId, TextRange, String)>,
    /// How many fixes were applied.
    pub count: usize,
}

/// Applies each of `fixes`, in order, that does not touch what one before it has changed; the others can be tried again
/// on the new text. A fix is applied whole or not at all.
#[must_use]
pub fn apply_fixes<'f>(analysis: &Analysis, fixes: impl Iterator<Item = &'f Fix>) -> Applied {
    let mut taken: BTreeMap<FileId, Vec<(TextRange, &str)>> = BTreeMap::new();
    let mut count = 0;
    for fix in fixes {
        let edits: Vec<(FileId, TextRange, &str)> = fix
            .edits
            .iter()
            .map(|edit| (edit.span.file, analysis.resolve(edit.span), edit.text.as_str()))
            .collect();
        let in_sources = |file: FileId| (file.0 as usize) < analysis.source_files;
        let free = |file: FileId, range: TextRange| {
            taken.get(&file).is_none_or(|edits| edits.iter().all(|(other, _)| apart(*other, range)))
        };
        if !edits.is_empty() && edits.iter().all(|(file, range, _)| in_sources(*file) && free(*file, *range))
        {
            for (file, range, text) in edits {
                taken.entry(file).or_default().push((range, text));
            }
            count += 1;
        }
    }
    let mut applied = Applied { count, ..Applied::default() };
    for (id, mut edits) in taken {
        let Some(file) = analysis.file(id).filter(|file| file.is_text) else { continue };
        edits.sort_by_key(|(range, _)| *range);
        applied.texts.insert(id, edited(&file.text, &edits));
        applied.edits.extend(edits.into_iter().map(|(range, text)| (id, range, text.to_owned())));
    }
    applied
}

/// Whether two edits have nothing to do with each other: two insertions at one place do.
fn apart(a: TextRange, b: TextRange) -> bool {
    a.end < b.start
        || b.end < a.start
        || (a.end == b.start && !a.is_empty() && !b.is_empty())
        || (b.end == a.start && !a.is_empty() && !b.is_empty())
}

/// `text` with `edits` made, which stand in its order.
fn edited(text: &str, edits: &[(TextRange, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for (range, new) in edits {
        out.push_str(text.get(at..range.start as usize).unwrap_or_default());
        out.push_str(new);
        at = range.end as usize;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_made_in_the_order_of_the_text() {
        let edits = [(TextRange::empty(0), "> "), (TextRange::new(1, 3), ""), (TextRange::new(4, 5), "E")];
        assert_eq!(edited("abcdef", &edits), "> adEf");
    }

    #[test]
    fn insertions_at_one_place_are_not_apart() {
        assert!(!apart(TextRange::empty(3), TextRange::empty(3)));
        assert!(!apart(TextRange::new(1, 4), TextRange::new(3, 5)));
        assert!(apart(TextRange::new(1, 3), TextRange::new(3, 5)));
        assert!(apart(TextRange::new(1, 3), TextRange::empty(5)));
    }
}
