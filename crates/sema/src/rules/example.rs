//! The plans on rule pages: read with their marks, and run.

use std::sync::Arc;

use jiff::civil::Date;
use roadmap_diag::{Diagnostic, FileId};

use super::{Cx, Page, Plan, Rule, Section, Texts, run};
use crate::build::{FileInput, ProjectInput, build};
use crate::history::History;
use crate::lower::lower;
use crate::settings::Settings;
use crate::value::AtomContext;

/// What stands before an example that is no whole plan, so that a page shows only what it is about.
const PRELUDE: &str = r#"roadmap "Lộ trình 2026" { period 2026; currency VND; lang vi }
person lan "Nguyễn Thị Lan" { role cmo }
person minh "Trần Đức Minh" { role marketing_leader }
person hoa "Lê Thanh Hoà" { role product_owner }
person tuan "Phạm Anh Tuấn" { role sales }
"#;

/// The day on which an example is checked that names none.
const TODAY: &str = "2026-01-05";

/// A page's plan: its text without marks, the marked places, and the day it is checked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// The plan, made whole by what stands before it.
    pub text: String,
    /// The marked places, in bytes of `text`.
    pub marks: Vec<(usize, usize)>,
    /// `YYYY-MM-DD`.
    pub today: String,
    /// The plan's past, where the fence says when it was last edited.
    pub history: Option<History>,
}

impl Example {
    /// Reads a plan of a page. A comment line of blanks and carets marks the place above it; `#^^^^` marks the line's
    /// first five columns.
    #[must_use]
    pub fn read(plan: &Plan<'_>) -> Self {
        let is_whole =
            plan.text.lines().any(|line| line.starts_with("roadmap ")) || plan.fence.contains("whole");
        let mut text = if is_whole { String::new() } else { PRELUDE.to_owned() };
        let mut marks = Vec::new();
        let (mut line_start, mut line_text) = (text.len(), "");
        for line in plan.text.lines() {
            if !is_mark(line) {
                (line_start, line_text) = (text.len(), line);
                text.push_str(line);
                text.push('\n');
                continue;
            }
            // The `#` itself marks the first column, where a caret stands right behind it.
            let line = if line.starts_with("#^") { line.replacen('#', "^", 1) } else { line.to_owned() };
            let byte = |column: usize| {
                line_start + line_text.chars().take(column).map(char::len_utf8).sum::<usize>()
            };
            let mut column = 0;
            for run in line.split_inclusive(|c| c != '^') {
                let carets = run.chars().filter(|c| *c == '^').count();
                if carets > 0 {
                    marks.push((byte(column), byte(column + carets)));
                }
                column += run.chars().count();
            }
        }
        let said = |name: &str| plan.fence.split_whitespace().find_map(|word| word.strip_prefix(name));
        let edited = said("edited=").and_then(|day| day.parse().ok());
        let history = edited.map(|day| History::new(Some(day)));
        Self { text, marks, today: said("as-of=").unwrap_or(TODAY).to_owned(), history }
    }

    /// The plans of a section of the page of `rule`.
    #[must_use]
    pub fn of(rule: &Rule, section: Section) -> Vec<Self> {
        Page::parse(rule.page).plans(section).iter().map(Self::read).collect()
    }

    /// What the checker finds in it; nothing where the day is none.
    #[must_use]
    pub fn findings(&self) -> Vec<Diagnostic> {
        let Ok(today) = self.today.parse::<Date>() else { return Vec::new() };
        let parse = roadmap_syntax::parse(&self.text);
        let context = AtomContext::default();
        let items = parse.items().iter().map(|item| Arc::new(lower(&item.tree, &context))).collect();
        let files = vec![FileInput { id: FileId(0), path: "example.roadmap".to_owned(), items }];
        let built = build(ProjectInput { files, today });
        let settings = Settings::default();
        let sources = [(self.text.as_str(), &parse)];
        let texts = Texts(&sources);
        let cx = Cx::new(&built.model, &settings).with_sources(&texts).with_history(self.history.as_ref());
        let mut found = run(&cx);
        found.extend(built.diagnostics);
        found
    }
}

/// What `rule` says of the examples on its page, each once.
#[must_use]
pub fn said(rule: &Rule) -> Vec<Diagnostic> {
    let mut said: Vec<Diagnostic> = Vec::new();
    for example in Example::of(rule, Section::Example) {
        for found in example.findings().into_iter().filter(|found| found.code.as_str() == rule.code) {
            if said.iter().all(|known| known.message != found.message) {
                said.push(found);
            }
        }
    }
    said
}

fn is_mark(line: &str) -> bool {
    let body = line.trim_start().strip_prefix('#').map(str::trim).unwrap_or_default();
    !body.is_empty() && body.chars().all(|c| c == '^' || c == ' ')
}
