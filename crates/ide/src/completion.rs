//! What may be written at a place, the likeliest first.
//!
//! What is typed decides by itself which names are offered: accents, case and `đ` make no difference, and a word of a title
//! counts like its name. A client that filters once more finds what was typed in [`CompletionItem::filter`], and must ask
//! again with every letter.

pub(crate) mod amounts;
mod changes;
pub(crate) mod context;
mod dates;
mod keywords;
mod list;
mod matching;
mod names;
mod paths;
pub(crate) mod snippet;
mod statements;
#[cfg(test)]
mod tests;
mod values;

use roadmap_db::Analysis;
use roadmap_diag::{FileId, Locale, TextRange};

use crate::card;
use context::{Context, Place};
use list::List;

pub use paths::{PathPlace, path_at};

/// At most so many are answered: nobody reads on, and the next letter asks again.
const MOST: usize = 200;

/// What an item stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CompletionKind {
    /// The first word of a statement, or one that announces a value.
    Keyword,
    /// A whole statement with places to fill in.
    Snippet,
    /// A word of a fixed list.
    Word,
    /// A person or team.
    Person,
    /// A channel.
    Channel,
    /// A metric.
    Metric,
    /// A goal.
    Goal,
    /// A phase.
    Phase,
    /// An activity, launch, script or milestone.
    Work,
    /// A segment or product.
    Market,
    /// A source, one of its columns, or a calendar.
    Data,
    /// A day or a period.
    Date,
    /// A number, an amount or a duration.
    Value,
    /// A rule.
    Rule,
    /// A word that the plan already uses.
    Text,
    /// A file.
    File,
    /// A folder.
    Folder,
}

/// Something that may be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CompletionItem {
    /// What is shown.
    pub label: String,
    /// What it stands for.
    pub kind: CompletionKind,
    /// A few words behind the label, in the reader's language.
    pub detail: Option<String>,
    /// What replaces [`Self::range`].
    pub insert: String,
    /// The same with tab stops (`${1:lan}`, `$0`), where it has any.
    pub snippet: Option<String>,
    /// The word that it replaces.
    pub range: TextRange,
    /// What a client compares with the text that it replaces.
    pub filter: String,
    /// What a client orders by.
    pub sort: String,
    /// Whether something must follow, so that completion is worth asking for once more behind it.
    pub continues: bool,
    /// What [`resolve`] takes to tell more about it.
    pub data: Option<String>,
}

/// What may be written at `offset`, the likeliest first.
#[must_use]
pub fn complete(analysis: &Analysis, file: FileId, offset: u32, locale: Locale) -> Vec<CompletionItem> {
    let Some(context) = Context::new(analysis, file, offset) else { return Vec::new() };
    let mut list = List::new(&context, locale);
    match &context.place {
        Place::Statement(block) => {
            keywords::offer(&context, *block, &mut list);
            statements::offer(&context, *block, &mut list);
        }
        Place::Value(place) => values::offer(&context, place, &mut list),
        Place::Allow => names::rules(&context, &mut list),
    }
    list.finish(&analysis.model, MOST)
}

/// What is to be read about an item: Markdown, from its [`CompletionItem::data`].
#[must_use]
pub fn resolve(analysis: &Analysis, data: &str, locale: Locale) -> Option<String> {
    Some(card::Subject::parse(&analysis.model, data)?.describe(analysis, locale))
}
