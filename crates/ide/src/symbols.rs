//! What a file consists of, and everything in the project by name.

use roadmap_db::Analysis;
use roadmap_diag::{FileId, ItemIndex, Span, TextRange};
use roadmap_schema::Kind;
use roadmap_sema::hir::{Hir, HirStmt, Value};
use roadmap_sema::model::Named;
use roadmap_sema::names::fold;

use crate::navigate::Location;

/// What a symbol is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SymbolKind {
    /// The plan.
    Plan,
    /// A phase.
    Phase,
    /// A goal.
    Goal,
    /// A KPI.
    Kpi,
    /// An activity.
    Activity,
    /// A task of an activity.
    Task,
    /// A launch.
    Launch,
    /// A sales script.
    Script,
    /// A milestone.
    Milestone,
    /// A person.
    Person,
    /// A team.
    Team,
    /// A channel.
    Channel,
    /// A metric.
    Metric,
    /// A source of data or a calendar.
    Data,
    /// A segment or product.
    Market,
    /// A review.
    Review,
    /// A property or rule of the company's own.
    Company,
    /// A message or USP with a name of its own.
    Message,
}

/// A statement with those in its block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Symbol {
    /// Its title, else its identifier, else its first values.
    pub name: String,
    /// Its identifier, where its name is another.
    pub detail: Option<String>,
    /// What it is.
    pub kind: SymbolKind,
    /// Its name in the text.
    pub selection: TextRange,
    /// All of it.
    pub range: TextRange,
    /// What stands in its block.
    pub children: Vec<Symbol>,
}

/// Something in the project.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WorkspaceSymbol {
    /// Its title.
    pub name: String,
    /// Its identifier with its phase's before it.
    pub path: String,
    /// What it is.
    pub kind: SymbolKind,
    /// Where it is declared.
    pub location: Location,
}

/// The statements of a file that have a name or a block.
#[must_use]
pub fn document_symbols(analysis: &Analysis, id: FileId) -> Vec<Symbol> {
    let Some(file) = analysis.file(id) else { return Vec::new() };
    let mut symbols = Vec::new();
    for (item, hir) in (0..).map(ItemIndex).zip(file.statements.iter()) {
        let in_file = |range: TextRange| analysis.resolve(Span { file: id, item, range });
        symbols.extend(hir.roots().filter_map(|index| symbol(hir, index, &in_file)));
    }
    symbols
}

fn symbol(hir: &Hir, index: u32, in_file: &impl Fn(TextRange) -> TextRange) -> Option<Symbol> {
    let stmt = hir.stmt(index)?;
    if let Some((name, text, selection)) = message(hir, stmt) {
        let (selection, range) = (in_file(selection), in_file(stmt.range));
        let (name, detail, children) = (text.to_owned(), Some(name.to_owned()), Vec::new());
        return Some(Symbol { name, detail, kind: SymbolKind::Message, selection, range, children });
    }
    let kind = symbol_kind(stmt.kind())?;
    let (name, detail, selection) = called(hir, stmt);
    let children = hir.children(index).filter_map(|child| symbol(hir, child, in_file)).collect();
    Some(Symbol { name, detail, kind, selection: in_file(selection), range: in_file(stmt.range), children })
}

/// Name, text and place of a message or USP that is given a name here.
fn message<'a>(hir: &'a Hir, stmt: &HirStmt) -> Option<(&'a str, &'a str, TextRange)> {
    if !stmt.known || !matches!(&*stmt.keyword, "message" | "usp") {
        return None;
    }
    let value = hir.values_of(stmt).first()?;
    match &value.value {
        Value::Message { name: Some(name), text: Some(text) } => Some((name, text, value.range)),
        _ => None,
    }
}

/// Name, detail and place of the name.
fn called(hir: &Hir, stmt: &HirStmt) -> (String, Option<String>, TextRange) {
    let id = hir.value(stmt, "id").and_then(|value| match &value.value {
        Value::Name(name) => Some((name.to_string(), value.range)),
        _ => None,
    });
    let title = ["title", "name"].into_iter().find_map(|slot| match hir.value(stmt, slot) {
        Some(value) => match &value.value {
            Value::Text(text) if !text.trim().is_empty() => Some((text.to_string(), value.range)),
            _ => None,
        },
        None => None,
    });
    match (title, id) {
        (Some((title, _)), Some((id, range))) => (title, Some(id), range),
        (Some((title, range)), None) => (title, None, range),
        (None, Some((id, range))) => (id, None, range),
        (None, None) => {
            let is_slot =
                |name: &str| stmt.row.is_some_and(|row| row.slots.iter().any(|slot| slot.name == name));
            let values = hir.values_of(stmt).iter().filter(|value| is_slot(value.slot));
            let values = values.filter_map(|value| match &value.value {
                Value::Name(name) => Some(name.to_string()),
                Value::Choice(word) => Some((*word).to_owned()),
                Value::When(when) => Some(when.start(1).to_string()),
                Value::RuleName(name) => Some(name.to_string()),
                _ => None,
            });
            let name = std::iter::once(stmt.keyword.to_string()).chain(values).collect::<Vec<_>>().join(" ");
            (name, None, stmt.keyword_range)
        }
    }
}

fn symbol_kind(kind: Kind) -> Option<SymbolKind> {
    Some(match kind {
        Kind::Roadmap => SymbolKind::Plan,
        Kind::Phase | Kind::Month => SymbolKind::Phase,
        Kind::Goal => SymbolKind::Goal,
        Kind::Kpi => SymbolKind::Kpi,
        Kind::Activity => SymbolKind::Activity,
        Kind::Task => SymbolKind::Task,
        Kind::Launch | Kind::Material | Kind::Touchpoint => SymbolKind::Launch,
        Kind::Script | Kind::Objection | Kind::Qualify => SymbolKind::Script,
        Kind::Milestone => SymbolKind::Milestone,
        Kind::Person => SymbolKind::Person,
        Kind::Team => SymbolKind::Team,
        Kind::Channel => SymbolKind::Channel,
        Kind::Metric => SymbolKind::Metric,
        Kind::Source | Kind::Calendar => SymbolKind::Data,
        Kind::Segment | Kind::Product => SymbolKind::Market,
        Kind::Review => SymbolKind::Review,
        Kind::Field | Kind::Rule => SymbolKind::Company,
        Kind::PhaseChannel | Kind::Actual | Kind::Alert | Kind::File | Kind::Leaf => return None,
    })
}

/// Everything declared whose title or identifier has the letters of `query` in their order, whatever their case and
/// accents; what begins with it first. At most `limit`.
#[must_use]
pub fn workspace_symbols(analysis: &Analysis, query: &str, limit: usize) -> Vec<WorkspaceSymbol> {
    let wanted = fold(query);
    let model = &*analysis.model;
    let mut found: Vec<(usize, WorkspaceSymbol)> = model
        .all_named()
        .filter_map(|named| {
            let head = model.head_of(named);
            let place = head.place?;
            let rank = rank(&fold(&head.title), &wanted)
                .into_iter()
                .chain(rank(&fold(&head.path), &wanted))
                .min()?;
            let span = head.id_span.unwrap_or(place.keyword);
            let location = Location {
                file: span.file,
                range: analysis.resolve(span),
                whole: analysis.resolve(place.whole),
            };
            let symbol = WorkspaceSymbol {
                name: head.title.to_string(),
                path: head.path.to_string(),
                kind: kind_of(named),
                location,
            };
            Some((rank, symbol))
        })
        .collect();
    found.extend(messages(analysis, &wanted));
    found.sort_by(|(left, one), (right, other)| {
        (left, one.location.file, one.location.range).cmp(&(right, other.location.file, other.location.range))
    });
    found.into_iter().take(limit).map(|(_, symbol)| symbol).collect()
}

/// The named messages and USPs that fit, with how well.
fn messages(analysis: &Analysis, wanted: &str) -> Vec<(usize, WorkspaceSymbol)> {
    let mut found = Vec::new();
    for (id, file) in (0..).map(FileId).zip(&analysis.files) {
        for (item, hir) in (0..).map(ItemIndex).zip(file.statements.iter()) {
            for stmt in &hir.stmts {
                let Some((name, text, range)) = message(hir, stmt) else { continue };
                let ranks = [rank(&fold(text), wanted), rank(&fold(name), wanted)];
                let Some(rank) = ranks.into_iter().flatten().min() else { continue };
                let place = |range| analysis.resolve(Span { file: id, item, range });
                let location = Location { file: id, range: place(range), whole: place(stmt.range) };
                let (name, path) = (text.to_owned(), name.to_owned());
                found.push((rank, WorkspaceSymbol { name, path, kind: SymbolKind::Message, location }));
            }
        }
    }
    found
}

/// How well `text` fits: it begins with what is wanted, has it at the start of a word, has it, or has its letters.
fn rank(text: &str, wanted: &str) -> Option<usize> {
    if text.starts_with(wanted) {
        return Some(0);
    }
    if text.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(wanted)) {
        return Some(1);
    }
    if text.contains(wanted) {
        return Some(2);
    }
    let mut letters = text.chars();
    wanted.chars().filter(|c| !c.is_whitespace()).all(|c| letters.any(|letter| letter == c)).then_some(3)
}

fn kind_of(named: Named) -> SymbolKind {
    use roadmap_sema::model::WorkRef;
    match named {
        Named::Person(_) => SymbolKind::Person,
        Named::Team(_) => SymbolKind::Team,
        Named::Channel(_) => SymbolKind::Channel,
        Named::Metric(_) => SymbolKind::Metric,
        Named::Source(_) | Named::Calendar(_) => SymbolKind::Data,
        Named::Segment(_) | Named::Product(_) => SymbolKind::Market,
        Named::Phase(_) => SymbolKind::Phase,
        Named::Field(_) => SymbolKind::Company,
        Named::Work(WorkRef::Goal(_)) => SymbolKind::Goal,
        Named::Work(WorkRef::Activity(_)) => SymbolKind::Activity,
        Named::Work(WorkRef::Launch(_)) => SymbolKind::Launch,
        Named::Work(WorkRef::Script(_)) => SymbolKind::Script,
        Named::Work(WorkRef::Milestone(_)) => SymbolKind::Milestone,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Fixture;

    fn outline(symbols: &[Symbol], depth: usize, out: &mut String) {
        for symbol in symbols {
            let detail = symbol.detail.as_deref().map(|detail| format!(" ({detail})")).unwrap_or_default();
            out.push_str(&format!("{}{:?} {}{detail}\n", "  ".repeat(depth), symbol.kind, symbol.name));
            outline(&symbol.children, depth + 1, out);
        }
    }

    #[test]
    fn the_outline_follows_the_blocks() {
        let text = "roadmap \"R\" { period 2026 }\nphase p \"Xây nền\" 2026-Q1 {\n  channel seo\n  goal g \"G\" { kpi leads 0 -> 5 by 2026-03-31 }\n  \
                    activity \"Không tên\" { task \"T\" }\n}\nreview 2026-02-02 weekly { finding \"F\" }\nactual leads 2026-01 5\n";
        let fixture = Fixture::new(text);
        let mut out = String::new();
        outline(&document_symbols(&fixture.analysis, fixture.file), 0, &mut out);
        insta::assert_snapshot!(out, @r"
        Plan R
        Phase Xây nền (p)
          Goal G (g)
            Kpi kpi leads
          Activity Không tên
            Task T
        Review review 2026-02-02 weekly
        ");
    }

    #[test]
    fn named_messages_are_found() {
        let text = "phase p \"P\" 2026-Q1 {\n  message save_time \"Tiết kiệm thời gian\"\n  goal g \"G\"\n}\n\
                    launch l \"L\" { usp save_time; usp \"Không tên\"; usp easy \"Dễ dùng\" }\n";
        let fixture = Fixture::new(text);
        let mut out = String::new();
        outline(&document_symbols(&fixture.analysis, fixture.file), 0, &mut out);
        insta::assert_snapshot!(out, @r"
        Phase P (p)
          Message Tiết kiệm thời gian (save_time)
          Goal G (g)
        Launch L (l)
          Message Dễ dùng (easy)
        ");
        let found = workspace_symbols(&fixture.analysis, "tiet kiem", 10);
        let line = |symbol: &WorkspaceSymbol| fixture.line_of(symbol.location.file, symbol.location.range);
        assert_eq!(
            found.iter().map(line).collect::<Vec<_>>(),
            ["message ⟦save_time \"Tiết kiệm thời gian\"⟧"]
        );
        assert_eq!(workspace_symbols(&fixture.analysis, "easy", 10).len(), 1);
    }

    #[test]
    fn a_name_lies_within_its_statement() {
        let text = "phase p \"P\" 2026-Q1 {\n  goal g { }\n  activity {\n";
        let fixture = Fixture::new(text);
        fn check(symbol: &Symbol) {
            assert!(symbol.range.contains_range(symbol.selection), "{symbol:?}");
            symbol.children.iter().for_each(check);
        }
        document_symbols(&fixture.analysis, fixture.file).iter().for_each(check);
    }

    #[test]
    fn search_passes_over_accents_and_case() {
        let text = "person phung \"Phụng\"\nperson dat \"Đạt Nguyễn\"\nactivity mo \"Mở đặt chỗ\"\nteam p \"Content\"";
        let fixture = Fixture::new(text);
        let found = |query: &str| {
            let symbols = workspace_symbols(&fixture.analysis, query, 10);
            symbols.into_iter().map(|symbol| symbol.path).collect::<Vec<_>>()
        };
        assert_eq!(found("phung"), ["phung"]);
        assert_eq!(found("dat"), ["dat", "mo"]);
        assert_eq!(found("PHỤNG"), ["phung"]);
        assert_eq!(found("nguyen"), ["dat"]);
        assert_eq!(found("").len(), 4);
        assert_eq!(found("xyz"), Vec::<String>::new());
    }
}
