//! `# allow(rule): reason`: which findings it takes away, and what is to be said about it.

use roadmap_diag::{Code, Diagnostic, FileId, Fix, ItemIndex, Message, Severity, Span, TextRange};
use roadmap_sema::hir::{Allow, Hir};

use crate::database::{Db, Project};
use crate::levels::Known;
use crate::query;

/// A comment with the statement it covers.
struct Cover<'h> {
    file: FileId,
    item: ItemIndex,
    range: TextRange,
    allow: &'h Allow,
    /// Whether the statement's text is broken, so that what it allows may only have been lost.
    damaged: bool,
    used: Vec<bool>,
}

/// Takes away what comments allow; returns what is wrong with the comments.
pub(crate) fn apply(
    db: &dyn Db,
    project: Project,
    known: &Known<'_>,
    found: &mut Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut covers = Vec::new();
    for (id, file) in (0..).zip(&query::graph(db, project).files) {
        let items = query::statements(db, *file, project);
        let trees = query::parse(db, *file).items();
        for ((item, hir), tree) in (0..).zip(items.iter()).zip(trees) {
            let damaged = !tree.tree.errors().is_empty();
            covers.extend(covers_of(FileId(id), ItemIndex(item), hir, damaged));
        }
    }
    if covers.is_empty() {
        return Vec::new();
    }
    found.retain(|diagnostic| !diagnostic.code.suppressible() || !allowed(&mut covers, diagnostic));
    let settings = query::settings(db, project);
    let path =
        |file: FileId| query::graph(db, project).files.get(file.0 as usize).map_or("", |file| file.path(db));
    let is_off = |code: &str, file: FileId| {
        let level = settings.level(&Code::custom(code), path(file));
        level == Some(roadmap_sema::settings::Level::Off)
    };
    covers.iter().flat_map(|cover| cover.complaints(known, &is_off)).collect()
}

fn covers_of(file: FileId, item: ItemIndex, hir: &Hir, damaged: bool) -> impl Iterator<Item = Cover<'_>> {
    hir.allows.iter().filter_map(move |allow| {
        let range = hir.stmt(allow.stmt)?.range;
        Some(Cover { file, item, range, allow, damaged, used: vec![false; allow.names.len()] })
    })
}

/// Whether any comment allows a finding; the innermost one counts as used, so that an outer one may prove useless.
fn allowed(covers: &mut [Cover<'_>], diagnostic: &Diagnostic) -> bool {
    let span = diagnostic.span;
    let around = covers.iter_mut().filter(|cover| {
        cover.file == span.file && cover.item == span.item && cover.range.contains_range(span.range)
    });
    let matching = around.filter_map(|cover| {
        let index = cover.allow.names.iter().position(|(name, _)| covers_code(name, &diagnostic.code))?;
        Some((cover, index))
    });
    let Some((cover, index)) = matching.min_by_key(|(cover, _)| cover.range.len()) else { return false };
    if let Some(used) = cover.used.get_mut(index) {
        *used = true;
    }
    true
}

fn covers_code(name: &str, code: &Code) -> bool {
    match name.strip_suffix("/*") {
        Some(group) => group == code.group(),
        None => name == code.as_str(),
    }
}

impl Cover<'_> {
    fn complaints(&self, known: &Known<'_>, is_off: &dyn Fn(&str, FileId) -> bool) -> Vec<Diagnostic> {
        let span = |range| Span { file: self.file, item: self.item, range };
        let warn = |code: &'static str, range, message: Message, help: Message| {
            Diagnostic::new(Code::new(code), Severity::Warning, span(range), message).help(help)
        };
        let mut said = Vec::new();
        let names = &self.allow.names;
        if self.allow.reason.is_none() {
            let rules = names.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
            let message = Message::new("allow-no-reason").with("rules", rules.clone());
            let help = Message::new("allow-no-reason.help").with("rules", rules);
            said.push(warn("allow/no-reason", self.allow.range, message, help));
        }
        for ((name, range), used) in names.iter().zip(&self.used) {
            let with = |id: &'static str| Message::new(id).with("rule", format!("`{name}`"));
            if !Code::custom(&name.replace('*', "x")).suppressible() {
                said.push(warn(
                    "allow/language",
                    *range,
                    with("allow-language"),
                    Message::new("allow-language.help"),
                ));
            } else if !known.contains(name) {
                let help = known.help(name, Message::new("allow-unknown.help"));
                said.push(warn("allow/unknown", *range, with("allow-unknown"), help));
            } else if !used && !self.damaged && !is_off(name, self.file) {
                let mut unused =
                    warn("allow/unused", *range, with("allow-unused"), Message::new("allow-unused.help"));
                if names.len() == 1 {
                    let title = Message::new("allow-unused.fix");
                    unused = unused.fix(Fix::replace(title, false, span(self.allow.range), ""));
                }
                said.push(unused);
            }
        }
        said
    }
}
