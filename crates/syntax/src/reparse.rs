//! A text that is another one but for an edit.
//!
//! Where nothing is wrong on either side of an edit, the top-level statements there are what they were: only those around
//! the edit are parsed. Otherwise the whole text is. In both cases a tree that comes out the same is the same tree, so that
//! who keeps what follows from a tree can tell by its address.

use std::sync::Arc;

use crate::parse::{Item, MAX_BYTES, Parse, parse};

/// Reads `text`, which is mostly the text of `before`. The result is that of [`parse`].
#[must_use]
pub fn reparse(before: &Parse, text: &str) -> Parse {
    around_edit(before, text).unwrap_or_else(|| {
        let mut parsed = parse(text);
        share(before, &mut parsed);
        parsed
    })
}

/// Parses what stands around the edit alone; nothing where that says too little about the rest.
fn around_edit(before: &Parse, text: &str) -> Option<Parse> {
    if text.len() > MAX_BYTES || before.has_errors() {
        return None;
    }
    let same_head = before.same_head(text);
    // An edit may stand between two characters that begin alike.
    let same_head = (0..=same_head).rev().find(|at| text.is_char_boundary(*at))?;
    let same_tail = before.same_tail(text.get(same_head..)?).min(before.len() as usize - same_head);
    // The statements next to the edit are parsed with it: it may belong to them now.
    let head = before.items.iter().take_while(|item| item.range().end as usize <= same_head).count();
    let head = before.items.get(..head.saturating_sub(1))?;
    let tail_start = before.len() as usize - same_tail;
    let tail = before.items.iter().rev().take_while(|item| item.start as usize >= tail_start).count();
    let tail = before.items.get(before.items.len() - tail.saturating_sub(1)..)?;

    let from = head.last().map_or(0, |item| item.range().end as usize);
    let tail_len = tail.first().map_or(0, |item| (before.len() - item.start) as usize);
    let to = text.len().checked_sub(tail_len)?;
    let is_line_start = |at: usize| at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
    if !is_line_start(from) || (!tail.is_empty() && !is_line_start(to)) {
        return None;
    }
    let mut middle = parse(text.get(from..to)?);
    if middle.has_errors() {
        return None;
    }
    let old = before.items.get(head.len()..before.items.len() - tail.len())?;
    share(&Parse { items: old.to_vec() }, &mut middle);

    let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let moved =
        |item: &Item, by: usize| Item { start: item.start + number(by), tree: Arc::clone(&item.tree) };
    let mut items = Vec::with_capacity(head.len() + middle.items.len() + tail.len());
    items.extend_from_slice(head);
    items.extend(middle.items.iter().map(|item| moved(item, from)));
    let mut start = number(to);
    for item in tail {
        items.push(Item { start, tree: Arc::clone(&item.tree) });
        start += item.range().end - item.start;
    }
    Some(Parse { items })
}

/// Takes the trees of `before` for those that are alike, from both ends.
fn share(before: &Parse, parsed: &mut Parse) {
    let take = |pair: (&Item, &mut Item)| {
        let (before, now) = pair;
        let is_same = before.tree == now.tree;
        if is_same {
            now.tree = Arc::clone(&before.tree);
        }
        is_same
    };
    let count = before.items.len().min(parsed.items.len());
    let head = before.items.iter().zip(&mut parsed.items).map(take).take_while(|is_same| *is_same).count();
    let tail = before.items.iter().rev().zip(parsed.items.iter_mut().rev()).map(take);
    tail.take(count - head).take_while(|is_same| *is_same).for_each(drop);
}

impl Parse {
    /// How many bytes at its start `text` has as well.
    fn same_head(&self, text: &str) -> usize {
        let mut rest = text.as_bytes();
        let mut same = 0;
        for item in &self.items {
            let own = item.tree.text().as_bytes();
            let alike = match rest.get(..own.len()) {
                Some(start) if start == own => own.len(),
                _ => own.iter().zip(rest).take_while(|(one, other)| one == other).count(),
            };
            same += alike;
            if alike < own.len() {
                break;
            }
            rest = rest.get(alike..).unwrap_or_default();
        }
        same
    }

    /// How many bytes at its end `text` has as well.
    fn same_tail(&self, text: &str) -> usize {
        let mut rest = text.as_bytes();
        let mut same = 0;
        for item in self.items.iter().rev() {
            let own = item.tree.text().as_bytes();
            let alike = match rest.len().checked_sub(own.len()).and_then(|at| rest.get(at..)) {
                Some(end) if end == own => own.len(),
                _ => {
                    let pairs = own.iter().rev().zip(rest.iter().rev());
                    pairs.take_while(|(one, other)| one == other).count()
                }
            };
            same += alike;
            if alike < own.len() {
                break;
            }
            rest = rest.get(..rest.len() - alike).unwrap_or_default();
        }
        same
    }
}
