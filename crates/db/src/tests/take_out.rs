//! Every goal, channel, script and review of two examples, taken out in turn: the right finding, at its place.

use std::collections::BTreeSet;

use roadmap_diag::{FileId, ItemIndex, Span, TextRange};
use roadmap_sema::hir::Value;

use super::removal::{children, moved_back, without};
use super::*;

/// A finding: its code, and the file and offset of its place in the whole example.
type Finding = (String, u32, u32);

/// A statement that is taken out.
struct Statement {
    file: FileId,
    range: TextRange,
    /// Where the keyword of the statement around it starts; none at the top level.
    parent: Option<u32>,
    /// The words of its values.
    words: Vec<String>,
}

struct Example {
    host: Host,
    disk: MemoryDisk,
    whole: Analysis,
    before: BTreeSet<Finding>,
}

impl Example {
    fn open(folder: &str, day: Date) -> Self {
        let disk = read_folder(folder);
        let config = disk.files.get("roadmap.toml").map(|bytes| ("roadmap.toml", bytes.clone()));
        let mut host = Host::new(config, day);
        host.open(&disk, &Start::Folder(String::new())).unwrap();
        let whole = host.analysis().unwrap();
        let before = findings(&whole, |_, at| at);
        Self { host, disk, whole, before }
    }

    /// The statements `keyword` in blocks of `parent`; at the top level for an empty one.
    fn statements(&self, keyword: &str, parent: &str) -> Vec<Statement> {
        let mut found = Vec::new();
        for (id, file) in (0..).map(FileId).zip(&self.whole.files) {
            for (item, hir) in (0..).map(ItemIndex).zip(file.statements.iter()) {
                let range = |range| self.whole.resolve(Span { file: id, item, range });
                for (number, stmt) in hir.stmts.iter().enumerate() {
                    let above = stmt.parent.and_then(|parent| hir.stmt(parent));
                    if stmt.keyword != keyword || above.map_or("", |above| &above.keyword) != parent {
                        continue;
                    }
                    let inner = children(hir, number).filter(|child| child.keyword == "for");
                    let words = std::iter::once(stmt).chain(inner).flat_map(|stmt| hir.values_of(stmt));
                    let words = words.filter_map(|value| match &value.value {
                        Value::Name(name) => Some(name.to_string()),
                        Value::Path(path) => path.last().map(ToString::to_string),
                        Value::Choice(word) => Some((*word).to_owned()),
                        _ => None,
                    });
                    found.push(Statement {
                        file: id,
                        range: range(stmt.range),
                        parent: above.map(|above| range(above.keyword_range).start),
                        words: words.collect(),
                    });
                }
            }
        }
        found
    }

    /// What is found without `statements` of one file that was not before, and what is gone outside them.
    fn without(&mut self, statements: &[&Statement]) -> Vec<Finding> {
        let id = statements[0].file;
        let file = self.whole.file(id).unwrap().clone();
        let ranges: Vec<TextRange> = statements.iter().map(|statement| statement.range).collect();
        let (text, cuts) = without(&file.text, &ranges);
        self.host.set_text(&self.disk, &file.path, &text);
        let after = self.host.analysis().unwrap();
        self.host.set_text(&self.disk, &file.path, &file.text);
        let after = findings(&after, |found, at| if found == id { moved_back(&cuts, at) } else { at });
        after.difference(&self.before).cloned().collect()
    }

    /// Where the keyword of the activity `name` stands.
    fn activity(&self, name: &str) -> Option<(u32, u32)> {
        let model = &self.whole.model;
        let found = model.activities.rows().iter().find(|activity| activity.head.id == name)?;
        let keyword = found.head.place?.keyword;
        Some((keyword.file.0, self.whole.resolve(keyword).start))
    }
}

fn findings(analysis: &Analysis, place: impl Fn(FileId, u32) -> u32) -> BTreeSet<Finding> {
    let all = analysis.diagnostics.iter();
    all.map(|found| {
        let file = found.span.file;
        (found.code.as_str().to_owned(), file.0, place(file, analysis.resolve(found.span).start))
    })
    .collect()
}

fn codes(found: &[Finding]) -> BTreeSet<&str> {
    found.iter().map(|(code, _, _)| code.as_str()).collect()
}

/// Each on the day after its last review: on that day it would not be late yet.
fn examples() -> [Example; 2] {
    [
        Example::open("examples/saas-vi", date(2026, 5, 19)),
        Example::open("examples/clinic-en", date(2026, 9, 15)),
    ]
}

#[test]
fn a_phase_without_its_channels_lacks_channels() {
    for mut example in examples() {
        let channels = example.statements("channel", "phase");
        let phases: BTreeSet<(u32, u32)> =
            channels.iter().map(|channel| (channel.file.0, channel.parent.unwrap())).collect();
        assert!(phases.len() >= 3);
        for (file, phase) in phases {
            let of_phase: Vec<&Statement> = channels
                .iter()
                .filter(|channel| (channel.file.0, channel.parent) == (file, Some(phase)))
                .collect();
            let found = example.without(&of_phase);
            assert_eq!(found, [("channel/missing".to_owned(), file, phase)]);
        }
    }
}

#[test]
fn a_phase_without_its_goals_lacks_a_goal() {
    for mut example in examples() {
        let goals = example.statements("goal", "phase");
        assert!(goals.len() >= 3);
        for goal in &goals {
            let is_only =
                goals.iter().filter(|other| (other.file, other.parent) == (goal.file, goal.parent)).count()
                    == 1;
            let found = example.without(&[goal]);
            let name = &goal.words[0];
            if is_only {
                let wanted = ("plan/goal-count".to_owned(), goal.file.0, goal.parent.unwrap());
                assert!(found.contains(&wanted), "{name}: {found:?}");
            }
            // Who supported it by name is told that it is gone, and by name alone.
            assert!(found.iter().any(|(code, _, _)| code == "name/unknown"), "{name}: {found:?}");
            let also = ["name/unknown", "plan/goal-count"];
            assert!(codes(&found).iter().all(|code| also.contains(code)), "{name}: {found:?}");
        }
    }
}

#[test]
fn a_campaign_without_its_script_lacks_a_script() {
    for mut example in examples() {
        let mut scripts = example.statements("script", "phase");
        scripts.extend(example.statements("script", ""));
        assert!(scripts.len() >= 4);
        let mut missed = 0;
        for script in &scripts {
            let found = example.without(&[script]);
            let also = ["sales/script-missing", "sales/kpi-missing"];
            assert!(codes(&found).iter().all(|code| also.contains(code)), "{:?}: {found:?}", script.words);
            let own: Vec<(u32, u32)> =
                script.words[1..].iter().filter_map(|name| example.activity(name)).collect();
            let at_own = |found: &&Finding| own.is_empty() || own.contains(&(found.1, found.2));
            missed +=
                usize::from(found.iter().filter(at_own).any(|(code, _, _)| code == "sales/script-missing"));
        }
        assert!(missed >= 1, "{missed} of {} scripts are missed", scripts.len());
    }
}

#[test]
fn of_each_rhythm_the_last_review_that_was_due_is_missed() {
    for mut example in examples() {
        let reviews = example.statements("review", "");
        assert!(reviews.len() >= 10);
        let mut missed: Vec<&str> = Vec::new();
        for review in &reviews {
            let found = example.without(&[review]);
            if !found.is_empty() {
                assert_eq!(
                    codes(&found).into_iter().collect::<Vec<_>>(),
                    ["review/overdue"],
                    "{:?}",
                    review.words
                );
                missed.push(&review.words[0]);
            }
        }
        missed.sort_unstable();
        assert_eq!(missed, ["monthly", "quarterly", "weekly"]);
    }
}
